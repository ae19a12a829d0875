/**
 * A record run through for a replay, stretch by stretch: in a worker, or, where none will work, on the page's own thread in
 * slices with breaths between them.
 */
import { proxy, wrap } from 'comlink';
import type { Game } from '../../core/game.ts';
import type { ScenarioData } from '../../core/scenario.ts';
import type { GameState } from '../../core/state.ts';
import type { GameRecord } from '../../play/record.ts';
import { type Stretch, stretches } from '../../play/stretch.ts';
import type { Verdict } from '../../play/verify.ts';
import type { Projectionist } from '../../worker/projectionist.ts';

/** Most that a slice takes of the page's thread before it breathes, milliseconds; the stretch begun is ended. */
const SLICE_MS = 10;

/** A worker that sends nothing for this long is given up, milliseconds. */
const PATIENCE_MS = 20_000;

export interface Audience {
  onStretch(stretch: Stretch): void;
  onVerdict(verdict: Verdict): void;
  onFailure(reason: string): void;
}

/** A run that is under way. */
export interface Projection {
  /** Nothing more is heard of it. */
  stop(): void;
}

/** A run by an engine of other rules, which also has to say how things stood at each moment. */
export interface ArchivedProjection extends Projection {
  /** The state after so many actions; null when it cannot be had. */
  stateAt(at: number): Promise<GameState | null>;
}

/** Starts a run. A worker that breaks down before its end is replaced by slices from the start. */
export function project(game: Game, record: GameRecord, audience: Audience): Projection {
  let stopped = false;
  let slices: Projection | null = null;
  let worker: Worker | null = null;
  let watch: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    clearTimeout(watch);
    worker?.terminate();
    worker = null;
  };
  const inSlices = (): void => {
    end();
    if (!stopped && !slices) slices = projectInSlices(game, record, audience);
  };
  const heard = (): void => {
    clearTimeout(watch);
    watch = setTimeout(inSlices, PATIENCE_MS);
  };
  try {
    const name = 'replay';
    worker = new Worker(new URL('../../worker/bot.ts', import.meta.url), { type: 'module', name });
    worker.addEventListener('error', inSlices);
    heard();
    const onStretch = proxy((stretch: Stretch): void => {
      if (worker) heard();
      if (!stopped && !slices) audience.onStretch(stretch);
    });
    wrap<Projectionist>(worker)
      .run(game.data, record, onStretch)
      .then((verdict) => {
        if (stopped || slices) return;
        end();
        audience.onVerdict(verdict);
      }, inSlices);
  } catch {
    inSlices();
  }
  return {
    stop() {
      stopped = true;
      end();
      slices?.stop();
    },
  };
}

/** A run on an edition of the scenario by an engine kept from earlier rules, at an address beside the page. It stays until it is stopped. */
export function projectArchived(
  address: string,
  edition: ScenarioData,
  record: GameRecord,
  audience: Audience,
): ArchivedProjection {
  const worker = new Worker(address, { type: 'module', name: 'archived rules' });
  const remote = wrap<Projectionist>(worker);
  let stopped = false;
  const tell = (say: () => void): void => {
    if (!stopped) say();
  };
  const fail = (error: { message?: string }): void => tell(() => audience.onFailure(error.message ?? address));
  worker.addEventListener('error', fail);
  const onStretch = proxy((stretch: Stretch): void => tell(() => audience.onStretch(stretch)));
  // Plans of bots are no part of the rules, and the first engine took its digest of all that it was given.
  const { plans: _, ...data } = edition;
  remote.run(data, record, onStretch).then((verdict) => tell(() => audience.onVerdict(verdict)), fail);
  return {
    stateAt: (at) => remote.stateAt(at).catch(() => null),
    stop() {
      stopped = true;
      worker.terminate();
    },
  };
}

/** A run on this thread. */
export function projectInSlices(
  game: Game,
  record: GameRecord,
  audience: Audience,
  breath: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve)),
): Projection {
  let stopped = false;
  const run = async (): Promise<void> => {
    const work = stretches(game, record);
    let since = performance.now();
    for (;;) {
      const step = work.next();
      if (step.done) return audience.onVerdict(step.value);
      audience.onStretch(step.value);
      if (performance.now() - since < SLICE_MS) continue;
      await breath();
      if (stopped) return;
      since = performance.now();
    }
  };
  // Never at once: whoever starts it is told only after it knows that it has started.
  void breath()
    .then(() => (stopped ? undefined : run()))
    .catch((error: unknown) => audience.onFailure(error instanceof Error ? error.message : String(error)));
  return {
    stop() {
      stopped = true;
    },
  };
}
