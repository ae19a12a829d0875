/** A replay on the page: position, play and pause, whose eyes, and whether the record holds. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { proxy, wrap } from 'comlink';
import type { GameEvent } from '../../core/event.ts';
import type { Game } from '../../core/game.ts';
import type { GameState, SideIndex } from '../../core/state.ts';
import { cloneState, view } from '../../core/view.ts';
import type { Replay } from '../../play/replay.ts';
import type { Verdict } from '../../play/verify.ts';
import type { Verifier } from '../../worker/verify.ts';
import { type Names, namesOf } from '../text/names.ts';
import { eventsFor, type LogLine, linesOf } from './chronicle.ts';
import type { CatalogueEntry } from './load.ts';
import type { Stage } from './match.ts';
import { IDLE, type Interaction } from './model.ts';
import type { Seen } from './seen.ts';

export type Checking =
  | { state: 'running'; done: number; total: number }
  | { state: 'cancelled' }
  | { state: 'failed'; reason: string }
  | { state: 'done'; verdict: Verdict };

/** A mark on the scrub bar. */
export interface Moment {
  at: number;
  kind: 'turn' | 'assault';
  turn: number;
}

/** Lines of the log kept on the screen. */
const RECENT = 400;

export class ReplayDesk {
  readonly entry: CatalogueEntry;
  readonly replay: Replay;
  readonly game: Game;
  readonly names: Names;
  readonly at = signal(0);
  readonly playing = signal(false);
  readonly speed = signal(2);
  readonly eyes = signal<SideIndex | null>(null);
  readonly interaction = signal<Interaction>(IDLE);
  readonly looked = signal<ReadonlySet<number>>(new Set());
  readonly checking = signal<Checking>({ state: 'running', done: 0, total: 0 });
  /** Turns and assaults of the whole record. */
  readonly moments: readonly Moment[];
  readonly seen: ReadonlySignal<Seen>;
  readonly lines: ReadonlySignal<LogLine[]>;
  stage: Stage | null = null;
  #worker: Worker | null = null;
  #run = 0;

  constructor(entry: CatalogueEntry, replay: Replay) {
    this.entry = entry;
    this.replay = replay;
    this.game = replay.game;
    this.names = namesOf(replay.game);
    this.seen = computed(() => {
      this.at.value;
      const eyes = this.eyes.value;
      const state = replay.state as GameState;
      const shown = eyes === null ? cloneState(state) : view(this.game, state, eyes);
      return { game: this.game, view: shown, side: eyes ?? (state.active as SideIndex), mayOrder: false };
    });
    this.lines = computed(() => this.#linesTo(this.at.value, this.eyes.value));
    this.moments = momentsOf(replay);
    this.verify();
  }

  #events(at: number): readonly GameEvent[] {
    const told = at === this.replay.at ? this.replay.events : this.replay.eventsAt(at);
    const seen = eventsFor(this.game, told, this.eyes.value, this.replay.record.options.fog);
    return at === 0 ? seen.filter((event) => event.type !== 'arrival') : seen;
  }

  #linesTo(at: number, _eyes: SideIndex | null): LogLine[] {
    const lines: LogLine[] = [];
    const first = Math.max(0, at - RECENT);
    for (let i = first; i <= at; i++) {
      const mark = this.replay.turns.findLast((turn) => turn.at < i) ?? { turn: 1, side: this.game.firstSide };
      lines.push(...linesOf(this.game, this.names, this.#events(i), i - 1, mark));
    }
    return lines;
  }

  /** Goes somewhere without showing what lies between. */
  seek(to: number): void {
    this.pause();
    this.replay.seek(to);
    this.#moved();
  }

  stepTurn(by: 1 | -1): void {
    this.pause();
    this.replay.stepTurn(by);
    this.#moved();
  }

  #moved(): void {
    this.at.value = this.replay.at;
  }

  pause(): void {
    this.#run++;
    this.playing.value = false;
    this.stage?.skip();
  }

  /** Plays on from here, showing each action; speed 0 hurries without pictures. */
  async play(): Promise<void> {
    const run = ++this.#run;
    this.playing.value = true;
    while (this.#run === run && this.replay.at < this.replay.length) {
      const before = this.replay.at;
      if (this.replay.step(1) === before) break;
      await this.stage?.show(this.#events(this.replay.at));
      if (this.#run !== run) break;
      this.at.value = this.replay.at;
      await new Promise((resolve) => setTimeout(resolve, this.speed.value === 0 ? 0 : 120 / this.speed.value));
    }
    if (this.#run === run) this.playing.value = false;
    this.at.value = this.replay.at;
  }

  /** Runs the record again in a worker; `cancel` ends it. */
  verify(): void {
    this.cancel();
    const worker = new Worker(new URL('../../worker/verify.ts', import.meta.url), { type: 'module', name: 'verifier' });
    this.#worker = worker;
    const remote = wrap<Verifier>(worker);
    const total = this.replay.record.actions.length;
    this.checking.value = { state: 'running', done: 0, total };
    const settle = (checking: Checking): void => {
      if (this.#worker !== worker) return;
      this.checking.value = checking;
      worker.terminate();
      this.#worker = null;
    };
    worker.addEventListener('error', (event) =>
      settle({ state: 'failed', reason: event.message || 'the check broke down' }),
    );
    const onProgress = proxy((done: number, all: number) => {
      if (this.#worker === worker) this.checking.value = { state: 'running', done, total: all };
    });
    remote.verify(this.game.data, this.replay.record, onProgress).then(
      (verdict) => settle({ state: 'done', verdict }),
      (error: unknown) => settle({ state: 'failed', reason: error instanceof Error ? error.message : String(error) }),
    );
  }

  cancel(): void {
    if (!this.#worker) return;
    this.#worker.terminate();
    this.#worker = null;
    this.checking.value = { state: 'cancelled' };
  }

  close(): void {
    this.pause();
    this.cancel();
  }
}

function momentsOf(replay: Replay): Moment[] {
  const turns = replay.turns.map(({ at, turn }): Moment => ({ at, kind: 'turn', turn }));
  const turnAt = (at: number): number => replay.turns.findLast((mark) => mark.at <= at)?.turn ?? 1;
  const fights = replay.record.actions.flatMap((action, i): Moment[] =>
    action.type === 'assault' ? [{ at: i + 1, kind: 'assault', turn: turnAt(i) }] : [],
  );
  return [...turns, ...fights].sort((a, b) => a.at - b.at);
}
