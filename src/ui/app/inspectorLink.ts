/** The page's end of the worker that finds the reasons of a recorded bot again. */
import { proxy, type Remote, wrap } from 'comlink';
import type { ScenarioData } from '../../core/scenario.ts';
import type { Inspection } from '../../play/inspection.ts';
import type { GameRecord } from '../../play/record.ts';
import type { InspectorWorker } from '../../worker/inspector.ts';
import { t } from '../text/intl.ts';

/** A worker that tells nothing for this long is given up, milliseconds. */
const PATIENCE_MS = 30_000;

/** Who thinks player turns over again. */
export interface Thinker {
  /** As `inspect` of the worker. Rejects when it breaks down; one that was stopped has nothing to say. */
  inspect(index: number, onProgress: (share: number) => void): Promise<Inspection | null>;
  /** What is under way is dropped. */
  stop(): void;
}

/** A worker and the promise that fails when it does. */
interface Line {
  worker: Worker;
  ready: Promise<Remote<InspectorWorker>>;
  dead: Promise<never>;
}

export class InspectorLink implements Thinker {
  readonly #data: ScenarioData;
  readonly #record: GameRecord;
  #line: Line | null = null;

  constructor(data: ScenarioData, record: GameRecord) {
    this.#data = data;
    this.#record = record;
  }

  async inspect(index: number, onProgress: (share: number) => void): Promise<Inspection | null> {
    this.#line ??= this.#open();
    const line = this.#line;
    let watch: ReturnType<typeof setTimeout> | undefined;
    let giveUp: (error: Error) => void = () => undefined;
    const late = new Promise<never>((_, reject) => {
      giveUp = reject;
    });
    const heard = (): void => {
      clearTimeout(watch);
      watch = setTimeout(() => giveUp(new Error(t('trouble.silent'))), PATIENCE_MS);
    };
    const tell = proxy((share: number): void => {
      heard();
      onProgress(share);
    });
    try {
      heard();
      return await Promise.race([line.ready.then((remote) => remote.inspect(index, tell)), line.dead, late]);
    } catch (error) {
      if (this.#line === line) this.stop();
      throw error;
    } finally {
      clearTimeout(watch);
    }
  }

  stop(): void {
    this.#line?.worker.terminate();
    this.#line = null;
  }

  #open(): Line {
    const name = 'inspector';
    const worker = new Worker(new URL('../../worker/bot.ts', import.meta.url), { type: 'module', name });
    const remote = wrap<InspectorWorker>(worker);
    const dead = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) => reject(new Error(event.message || t('trouble.dead'))));
    });
    const ready = remote.open(this.#data, this.#record).then(() => remote);
    dead.catch(() => undefined);
    ready.catch(() => undefined);
    return { worker, ready, dead };
  }
}
