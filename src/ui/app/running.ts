/** A game on the page with everything that keeps it going: storage, opponent, other tabs. */
import { type Signal, signal } from '@preact/signals';
import { dateOfTurn } from '../../core/game.ts';
import { botSeed } from '../../play/playout.ts';
import type { Session } from '../../play/session.ts';
import { claimJournal } from '../storage/journal.ts';
import { journalWriter, Keeper, type Keeping } from '../storage/keeper.ts';
import { type Conductor, conductor, type Trouble } from './conduct.ts';
import type { CatalogueEntry } from './load.ts';
import { Match } from './match.ts';
import { OpponentLink } from './opponentLink.ts';
import { onTaken, putSave, shelf, tabs } from './shelf.ts';

export interface Running {
  entry: CatalogueEntry;
  match: Match;
  keeping: Signal<Keeping>;
  troubles: Signal<readonly Trouble[]>;
  /** Lets the computer play if it has the move. */
  carryOn(): void;
  /** Stores the game under a name; true when it worked. */
  save(name: string): Promise<boolean>;
  /** Tries again to write the running game, and takes it back from another tab. */
  retry(): void;
  /** Ends with everything stored. */
  close(): Promise<void>;
}

const frame = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.hidden) setTimeout(resolve);
    else requestAnimationFrame(() => resolve());
  });

export function run(entry: CatalogueEntry, session: Session, id: string): Running {
  const match = new Match(id, session);
  const keeping = signal<Keeping>({ state: 'kept' });
  const troubles = signal<readonly Trouble[]>([]);
  let keeper = makeKeeper();
  let playing: Conductor | null = null;

  function makeKeeper(): Keeper {
    const { db, trouble } = shelf.value;
    const write = db ? journalWriter(db, id, tabs.id) : () => Promise.reject(new Error(trouble ?? 'no storage'));
    return new Keeper(write, (state) => {
      keeping.value = state;
    });
  }

  const keep = (): void => {
    const { turn, active, over } = session.state;
    keeper.keep(session.record(), { turn, side: active, over });
  };
  const stopListening = onTaken((game) => {
    if (game !== id) return;
    keeper.stop();
    playing?.stop();
    keeping.value = { state: 'taken' };
  });
  session.autosave = keep;
  tabs.claim(id);
  keep();

  const { players, seed } = session.options;
  const seats = players.flatMap((player, side) =>
    player.kind === 'bot' ? [{ level: player.level, side: side as 0 | 1, seed: botSeed(seed, side as 0 | 1) }] : [],
  );
  const link = seats.length > 0 ? new OpponentLink(match.game.data, seats) : null;
  const tell = (trouble: Trouble): void => {
    troubles.value = [...troubles.value, trouble];
  };

  const running: Running = {
    entry,
    match,
    keeping,
    troubles,
    carryOn() {
      if (!link || session.player.kind !== 'bot' || keeping.value.state === 'taken') return;
      playing ??= conductor(match, link, tell, frame);
      void playing.run();
    },
    save(name) {
      const { turn, active } = session.state;
      const date = dateOfTurn(match.game, turn);
      const info = {
        id: crypto.randomUUID(),
        name,
        scenario: entry.id,
        title: entry.title,
        turn,
        turns: match.game.turns,
      };
      const place = { date, side: match.names.side(active), savedAt: Date.now() };
      return putSave({ ...info, ...place, record: { ...session.record(), name } });
    },
    retry() {
      keeper.stop();
      const { db } = shelf.value;
      tabs.claim(id);
      const begin = (): void => {
        keeper = makeKeeper();
        keep();
        playing = null;
        running.carryOn();
      };
      if (!db) return begin();
      void claimJournal(db, id, tabs.id)
        .catch(() => undefined)
        .finally(begin);
    },
    async close() {
      playing?.stop();
      link?.close();
      stopListening();
      session.autosave = null;
      await keeper.settled();
      keeper.stop();
    },
  };
  return running;
}
