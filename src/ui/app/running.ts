/** A game on the page with everything that keeps it going: storage, opponent, other tabs. */
import { type Signal, signal } from '@preact/signals';
import { dateOfTurn } from '../../core/game.ts';
import type { SideIndex } from '../../core/state.ts';
import { botSeed } from '../../play/playout.ts';
import type { Session } from '../../play/session.ts';
import { turnSoFar } from '../../play/turnSoFar.ts';
import type { Place } from '../storage/journal.ts';
import { Keeper, type Keeping } from '../storage/keeper.ts';
import { freshId } from '../storage/tabs.ts';
import { type Conductor, conductor, type Trouble } from './conduct.ts';
import { told } from './entryWords.ts';
import type { CatalogueEntry } from './load.ts';
import { Match } from './match.ts';
import { OpponentLink, type Seat } from './opponentLink.ts';
import { positionOf } from './position.ts';
import { gameWriter, keepAfloat, onTaken, openShelf, putSave, shelf, sink, tabs } from './shelf.ts';

export interface Running {
  entry: CatalogueEntry;
  match: Match;
  keeping: Signal<Keeping>;
  troubles: Signal<readonly Trouble[]>;
  /** Lets the computer play if it has the move. */
  carryOn(): void;
  /** Does not wait for the computer to think its turn over: its deputy decides the rest of it. */
  decideNow(): void;
  /** Ends the computer's player turn for it, when it is stuck. */
  endItsTurn(): Promise<void>;
  /** Stores the game under a name; true when it worked. */
  save(name: string): Promise<boolean>;
  /** Writes the running game again, opening the storage anew when it was lost. */
  retry(): Promise<void>;
  /** Resolves when every order so far is stored or has failed to be. */
  settled(): Promise<void>;
  /** Ends with everything stored, or kept in this tab where storage does not take it. */
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
    return new Keeper(gameWriter(id), (state) => {
      // A failure is told until the game is stored again: who leaves during the second try would lose it unwarned.
      if (state.state === 'writing' && keeping.value.state === 'failed') return;
      keeping.value = state;
      if (state.state === 'taken') match.elsewhere.value = true;
    });
  }

  const placeNow = (): Place => {
    const { turn, active, over } = session.state;
    const position = positionOf(match);
    return { turn, side: active, over, ...(position && { position }) };
  };
  const keep = (): void => keeper.keep(session.record(), placeNow());
  const stopListening = onTaken(async (game) => {
    if (game !== id || keeping.value.state === 'taken') return;
    playing?.stop();
    match.elsewhere.value = true;
    await keeper.handOver();
  });
  session.autosave = keep;
  // A game gone on with was claimed before it was read; for a new one nobody contends.
  void tabs.claim(id);
  keep();

  const { players, seed } = session.options;
  const seats = players.flatMap((player, i): Seat[] => {
    if (player.kind === 'human') return [];
    const { kind: _, ...told } = player;
    const side = i as SideIndex;
    return [{ ...told, side, seed: botSeed(seed, side) }];
  });
  const seen = session.player.kind === 'bot' ? turnSoFar(match.game, session.record()) : [];
  const soFar = { seen, deputed: session.deputy !== null };
  const link = seats.length > 0 ? new OpponentLink(match.game.data, seats, soFar) : null;
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
    decideNow() {
      link?.stopWeighing();
    },
    async endItsTurn() {
      if (session.player.kind !== 'bot' || session.state.over) return;
      await match.playBot({ type: 'end' });
      running.carryOn();
    },
    save(name) {
      const { turn, active } = session.state;
      const date = dateOfTurn(match.game, turn);
      const info = {
        id: freshId(),
        name,
        scenario: entry.id,
        title: told(entry).title,
        turn,
        turns: match.game.turns,
      };
      const position = positionOf(match);
      const place = { date, side: match.names.side(active), savedAt: Date.now(), ...(position && { position }) };
      return putSave({ ...info, ...place, record: { ...session.record(), name } });
    },
    async retry() {
      const { state } = keeping.value;
      await keeper.settled();
      keeper.stop();
      if (state === 'failed' && (!shelf.value.db || shelf.value.fault?.kind !== 'full')) await openShelf();
      match.elsewhere.value = false;
      keeper = makeKeeper();
      keep();
      playing = null;
      running.carryOn();
    },
    settled: () => keeper.settled(),
    async close() {
      playing?.stop();
      link?.close();
      stopListening();
      session.autosave = null;
      await keeper.settled();
      keeper.stop();
      const end = keeping.value;
      const mine = { record: session.record(), place: placeNow(), savedAt: Date.now() };
      if (end.state === 'failed') keepAfloat({ id, ...mine });
      else if (end.state === 'taken' && end.unwritten) keepAfloat({ id: freshId(), ...mine });
      else sink(id);
      tabs.release(id);
    },
  };
  return running;
}
