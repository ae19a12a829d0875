/** Asks before the tab is closed while it holds a game, or games of a run, that lie nowhere else. */
import { effect } from '@preact/signals';
import { screen } from './app.ts';
import { holdsGames } from './laboratoryShelf.ts';
import { shelf } from './shelf.ts';

/** Whether something would be lost with the tab. */
function holdsTheOnlyCopy(): boolean {
  const now = screen.value;
  if (shelf.value.afloat.length > 0 || holdsGames.value) return true;
  if (now.name !== 'game') return false;
  const { match, keeping } = now.running;
  match.version.value;
  const kept = keeping.value;
  if (match.session.log.length === 0) return false;
  return kept.state === 'failed' || (kept.state === 'taken' && kept.unwritten);
}

export function guardLeaving(): void {
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  effect(() => {
    // Only while it is needed: a page that listens all the time is kept out of the browser's cache of pages.
    if (holdsTheOnlyCopy()) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  });
}
