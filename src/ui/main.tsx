/** The page begins here. */
import { render } from 'preact';
import { setFreezing } from '../play/session.ts';
import { begin, notify, report } from './app/app.ts';
import { keepLanguage } from './app/language.ts';
import { keepSettings } from './app/settings.ts';
import { Root } from './screens/root.tsx';
import './style/index.css';

// Frozen snapshots find mistakes while developing; in the built page they only cost time.
setFreezing(import.meta.env.DEV);
keepSettings();
// Nothing can be said before the words are there.
await keepLanguage(report);
const root = document.getElementById('app');
if (root) {
  root.replaceChildren();
  render(<Root />, root);
}
void begin();

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  void import('./app/offline.ts').then(({ register }) => register(notify));
}
