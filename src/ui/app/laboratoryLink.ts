/** The page's end of a worker of the laboratory. One that dies or falls silent is told from one that has something to say. */
import { proxy, type Remote, wrap } from 'comlink';
import type { LaboratoryWorker } from '../../worker/laboratory.ts';
import type { Prepared } from '../../worker/laboratoryDesk.ts';
import { t } from '../text/intl.ts';

/** A player from which no sign of life comes for so long is given up, milliseconds. */
const PLAYER_PATIENCE = 60_000;
/** So long may making something of all games take, milliseconds: it gives no signs. */
const ANALYST_PATIENCE = 300_000;

/** The worker died, fell silent, or could not be started; what it was asked may be asked of another. */
export class WorkerLost extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WorkerLost';
  }
}

/** What is asked of a worker. */
export type Question<T> = (remote: Remote<LaboratoryWorker>) => Promise<T>;

interface Line {
  worker: Worker;
  remote: Remote<LaboratoryWorker>;
  dead: Promise<never>;
}

/** A worker that is started when it is first asked; after a loss the next question starts another. */
class Link {
  readonly #make: () => Worker;
  readonly #patience: number;
  #line: Line | null = null;
  #heard: () => void = () => undefined;

  constructor(make: () => Worker, patience: number) {
    this.#make = make;
    this.#patience = patience;
  }

  /** To be called at every sign of life. */
  readonly sign = (): void => this.#heard();

  get isUp(): boolean {
    return this.#line !== null;
  }

  async ask<T>(question: Question<T>): Promise<T> {
    this.#line ??= this.#open();
    const line = this.#line;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      this.#heard = () => {
        clearTimeout(timer);
        timer = setTimeout(() => reject(new WorkerLost(t('laboratory.silent'))), this.#patience);
      };
      this.#heard();
    });
    try {
      return await Promise.race([question(line.remote), line.dead, late]);
    } catch (error) {
      if (error instanceof WorkerLost && this.#line === line) this.close();
      throw error;
    } finally {
      clearTimeout(timer);
      this.#heard = () => undefined;
    }
  }

  close(): void {
    this.#line?.worker.terminate();
    this.#line = null;
  }

  #open(): Line {
    const worker = this.#make();
    const dead = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) => reject(new WorkerLost(event.message || t('laboratory.dead'))));
      worker.addEventListener('messageerror', () => reject(new WorkerLost(t('laboratory.dead'))));
    });
    dead.catch(() => undefined);
    return { worker, remote: wrap<LaboratoryWorker>(worker), dead };
  }
}

/** Who plays games of one run, one at a time. */
export interface Player {
  /** The line of a game. Rejects with `WorkerLost` when the worker is lost, with anything else when the game can't be played. */
  play(game: number): Promise<string>;
  close(): void;
}

export class PlayerLink implements Player {
  readonly #prepared: Prepared;
  readonly #link: Link;

  constructor(prepared: Prepared, make: () => Worker = makeWorker) {
    this.#prepared = prepared;
    this.#link = new Link(make, PLAYER_PATIENCE);
  }

  async play(game: number): Promise<string> {
    const isNew = !this.#link.isUp;
    return this.#link.ask(async (remote) => {
      if (isNew) await remote.open(this.#prepared, proxy(this.#link.sign));
      return remote.play(game);
    });
  }

  close(): void {
    this.#link.close();
  }
}

/** Asks one question of a worker of its own, which ends with the answer. `signal` ends it without one. */
export async function askAnalyst<T>(
  question: Question<T>,
  signal?: AbortSignal,
  make: () => Worker = makeWorker,
): Promise<T> {
  const link = new Link(make, ANALYST_PATIENCE);
  const stopped = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    signal?.throwIfAborted();
    return await Promise.race([link.ask(question), stopped]);
  } finally {
    link.close();
  }
}

function makeWorker(): Worker {
  return new Worker(new URL('../../worker/bot.ts', import.meta.url), { type: 'module', name: 'laboratory' });
}
