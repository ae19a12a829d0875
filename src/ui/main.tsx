/** The page begins here. */
import { render } from 'preact';
import { setFreezing } from '../play/session.ts';
import { begin, notify } from './app/app.ts';
import { keepSettings } from './app/settings.ts';
import { Root } from './screens/root.tsx';
import './style/index.css';

// Frozen snapshots find mistakes while developing; in the built page they only cost time.
setFreezing(import.meta.env.DEV);
keepSettings();
const root = document.getElementById('app');
if (root) {
  root.replaceChildren();
  render(<Root />, root);
}
void begin();

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  void import('./app/offline.ts').then(({ register }) => register(notify));
}
