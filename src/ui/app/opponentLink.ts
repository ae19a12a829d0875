/**
 * The page's end of the opponent's worker: seats bots, asks for actions, and starts a new worker when one dies. Whoever is
 * seated in the middle of a player turn is shown the turn so far, so that it goes on as if it had sat there from its
 * beginning.
 */
import { proxy, type Remote, wrap } from 'comlink';
import type { ScenarioData } from '../../core/scenario.ts';
import type { SideIndex, View } from '../../core/state.ts';
import type { Choice, OpponentDesk } from '../../worker/opponentDesk.ts';
import { t } from '../text/intl.ts';

/** A worker from which nothing is heard for so long counts as dead, milliseconds. */
const PATIENCE = 30_000;

/** The level that decides the rest of a player turn when the player does not wait for the side's own. */
export const DEPUTY = 'regular';

export interface Seat {
  level: string;
  side: SideIndex;
  seed: string;
  plan?: string;
}

/** An action, and who decided on it where it was not the side's own level. */
export interface Answer extends Choice {
  deputy: string | null;
}

/** What the page knows of the present player turn when a game is gone on with. */
export interface SoFar {
  /** What the side to move saw before each of its orders, see `turnSoFar`. */
  seen: readonly View[];
  /** Whether the deputy decides in it. */
  deputed: boolean;
}

/** A worker and the promise that fails when it does. */
interface Line {
  worker: Worker;
  remote: Remote<OpponentDesk>;
  dead: Promise<never>;
  ready: Promise<unknown>;
  /** Level in each chair. */
  sitting: [string | null, string | null];
  /** Hears of every report of the worker: how far the weighing is. */
  heard: (share: number) => void;
}

const turnOf = (view: View): string => `${view.turn}.${view.active}`;

export class OpponentLink {
  readonly #data: ScenarioData | null;
  readonly #seats: readonly Seat[];
  readonly #make: () => Worker;
  /** What the side to move saw before each of its orders of this player turn. */
  #seen: readonly View[];
  /** The player turn in which the deputy decides, '' for none. */
  #deputed: string;
  #line: Line | null = null;

  constructor(
    data: ScenarioData | null,
    seats: readonly Seat[],
    { seen, deputed }: SoFar = { seen: [], deputed: false },
    make: () => Worker = makeWorker,
  ) {
    this.#data = data;
    this.#seats = seats;
    this.#make = make;
    this.#seen = seen;
    this.#deputed = deputed && seen[0] ? turnOf(seen[0]) : '';
  }

  async levels(): Promise<string[]> {
    return this.#ask(({ remote }) => remote.levels());
  }

  /**
   * One action of the seated bot. `tell` hears how far it is (0 to 1) while it thinks its turn over. Rejects when the
   * worker died; asking again starts a new one.
   */
  async choose(side: SideIndex, view: View, tell: (share: number) => void = () => undefined): Promise<Answer> {
    const seat = this.#seats.find((one) => one.side === side);
    if (!seat) throw new Error(`nobody sits on side ${side}`);
    const turn = turnOf(view);
    const last = this.#seen.at(-1);
    if (last && turnOf(last) !== turn) this.#seen = [];
    for (;;) {
      const deputy = this.#deputed === turn ? DEPUTY : null;
      const choice = await this.#ask(async (line) => {
        if (!(await this.#sit(line, seat, deputy ?? seat.level))) return null;
        return line.remote.choose(side, view);
      }, tell);
      if (choice) {
        this.#seen = [...this.#seen, view];
        return { ...choice, deputy };
      }
      this.#deputed = turn;
    }
  }

  /** Ends the weighing under way: the deputy decides the rest of the player turn. */
  stopWeighing(): void {
    void this.#line?.remote.stop().catch(() => undefined);
  }

  close(): void {
    this.#line?.worker.terminate();
    this.#line = null;
  }

  async #ask<T>(question: (line: Line) => Promise<T>, tell: (share: number) => void = () => undefined): Promise<T> {
    this.#line ??= this.#open();
    const line = this.#line;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      const wait = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => reject(new Error(t('trouble.silent'))), PATIENCE);
      };
      line.heard = (share) => {
        wait();
        tell(share);
      };
      wait();
    });
    try {
      return await Promise.race([line.ready.then(() => question(line)), line.dead, late]);
    } catch (error) {
      if (this.#line === line) this.close();
      throw error;
    } finally {
      clearTimeout(timer);
      line.heard = () => undefined;
    }
  }

  #open(): Line {
    const worker = this.#make();
    const remote = wrap<OpponentDesk>(worker);
    const dead = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) => reject(new Error(event.message || t('trouble.dead'))));
      worker.addEventListener('messageerror', () => reject(new Error(t('trouble.garbled'))));
    });
    dead.catch(() => undefined);
    const heard = (): void => undefined;
    const line: Line = { worker, remote, dead, ready: Promise.resolve(), sitting: [null, null], heard };
    if (this.#data)
      line.ready = remote.open(
        this.#data,
        proxy((share: number) => line.heard(share)),
      );
    line.ready.catch(() => undefined);
    return line;
  }

  /** Puts a level into its chair and shows it the turn so far; false when the weighing of that was stopped. */
  async #sit({ remote, sitting }: Line, { side, seed, plan }: Seat, level: string): Promise<boolean> {
    if (sitting[side] === level) return true;
    sitting[side] = null;
    await remote.seat(level, side, seed, plan);
    for (const view of this.#seen) if (!(await remote.choose(side, view))) return false;
    sitting[side] = level;
    return true;
  }
}

function makeWorker(): Worker {
  return new Worker(new URL('../../worker/bot.ts', import.meta.url), { type: 'module', name: 'opponent' });
}
