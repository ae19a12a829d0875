/**
 * The page's end of the opponent's worker: seats bots, asks for actions, and starts a new worker when one dies. A new one
 * is shown the player turn so far, so that it goes on as the old one would have.
 */
import { type Remote, wrap } from 'comlink';
import type { Reason } from '../../bots/reason.ts';
import type { Action } from '../../core/action.ts';
import type { ScenarioData } from '../../core/scenario.ts';
import type { SideIndex, View } from '../../core/state.ts';
import type { Opponent } from '../../worker/bot.ts';
import { t } from '../text/intl.ts';

/** An answer that takes longer than this counts as a dead worker, milliseconds. */
const PATIENCE = 30_000;

interface Seat {
  level: string;
  side: SideIndex;
  seed: string;
}

/** A worker and the promise that fails when it does. */
interface Line {
  worker: Worker;
  remote: Remote<Opponent>;
  dead: Promise<never>;
  ready: Promise<unknown>;
}

export class OpponentLink {
  readonly #data: ScenarioData | null;
  readonly #seats: Seat[];
  readonly #make: () => Worker;
  /** What the side to move saw before each of its orders of this player turn. */
  #seen: readonly View[];
  #line: Line | null = null;

  /** `seen`: the player turn that the game breaks off in, see `turnSoFar`. */
  constructor(data: ScenarioData | null, seats: Seat[], seen: readonly View[] = [], make: () => Worker = makeWorker) {
    this.#seen = seen;
    this.#data = data;
    this.#seats = seats;
    this.#make = make;
  }

  async levels(): Promise<string[]> {
    return this.#ask((remote) => remote.levels());
  }

  /** One action of the seated bot. Rejects when the worker died; asking again starts a new one. */
  async choose(side: SideIndex, view: View): Promise<{ action: Action; reason: Reason | null }> {
    const last = this.#seen.at(-1);
    if (last && (last.turn !== view.turn || last.active !== view.active)) this.#seen = [];
    const answer = await this.#ask((remote) => remote.choose(side, view));
    this.#seen = [...this.#seen, view];
    return answer;
  }

  close(): void {
    this.#line?.worker.terminate();
    this.#line = null;
  }

  async #ask<T>(question: (remote: Remote<Opponent>) => Promise<T>): Promise<T> {
    this.#line ??= this.#open();
    const line = this.#line;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(t('trouble.silent'))), PATIENCE);
    });
    try {
      return await Promise.race([line.ready.then(() => question(line.remote)), line.dead, late]);
    } catch (error) {
      if (this.#line === line) this.close();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  #open(): Line {
    const worker = this.#make();
    const remote = wrap<Opponent>(worker);
    const dead = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) => reject(new Error(event.message || t('trouble.dead'))));
      worker.addEventListener('messageerror', () => reject(new Error(t('trouble.garbled'))));
    });
    dead.catch(() => undefined);
    const ready = this.#seatAll(remote);
    ready.catch(() => undefined);
    return { worker, remote, dead, ready };
  }

  async #seatAll(remote: Remote<Opponent>): Promise<void> {
    if (this.#data) await remote.open(this.#data);
    for (const { level, side, seed } of this.#seats) await remote.seat(level, side, seed);
    for (const view of this.#seen) await remote.choose(view.active, view);
  }
}

function makeWorker(): Worker {
  return new Worker(new URL('../../worker/bot.ts', import.meta.url), { type: 'module', name: 'opponent' });
}
