/** The page begins here. */
import { render } from 'preact';
import { setFreezing } from '../play/session.ts';
import { begin, notify, report, settled } from './app/app.ts';
import { keepLanguage } from './app/language.ts';
import { guardLeaving } from './app/leaving.ts';
import { register, watchParts } from './app/offline.ts';
import { keepSettings } from './app/settings.ts';
import { Root } from './screens/root.tsx';
import './style/index.css';

// Frozen snapshots find mistakes while developing; in the built page they only cost time.
setFreezing(import.meta.env.DEV);
keepSettings();
// Nothing can be said before the words are there; where they cannot be had the one sentence of the bare page stands.
await keepLanguage(report).catch((error: unknown) => {
  document.getElementById('no-words')?.removeAttribute('hidden');
  throw error;
});
const root = document.getElementById('app');
if (root) {
  root.replaceChildren();
  render(<Root />, root);
}
void begin();

guardLeaving();
watchParts(notify);
if (import.meta.env.PROD && 'serviceWorker' in navigator) void register(notify, settled);
