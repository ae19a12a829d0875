/**
 * A person's game: immutable snapshots, undo and redo up to the last barrier, a log by action, and a record that is
 * handed out after every change so that nothing is lost. The rules are the same `apply` that playouts call in place.
 */
import { applyPatches, enablePatches, freeze, type Patch, produceWithPatches, setAutoFreeze } from 'immer';
import type { Action } from '../core/action.ts';
import { apply } from '../core/apply.ts';
import { check } from '../core/check.ts';
import { digest } from '../core/digest.ts';
import type { GameEvent } from '../core/event.ts';
import type { Game } from '../core/game.ts';
import type { Refusal } from '../core/refusal.ts';
import { setup } from '../core/setup.ts';
import type { GameState, HandicapState, ReadonlyState, SideIndex, View } from '../core/state.ts';
import { RULES_VERSION } from '../core/version.ts';
import { cloneState, view } from '../core/view.ts';
import { type Barrier, barrierOf } from './barrier.ts';
import { copyPlain } from './copy.ts';
import type { Note } from './note.ts';
import { type Deputy, type GameRecord, type Parent, type Player, RECORD_FORMAT, versionOf } from './record.ts';
import { type Divergence, type Mismatch, mismatch, rerun, rerunSetup } from './rerun.ts';

enablePatches();

/** Whether snapshots are deeply frozen: on while developing and testing, off in the built page where it only costs. */
export function setFreezing(on: boolean): void {
  setAutoFreeze(on);
}

export interface SessionOptions {
  seed: string;
  fog: boolean;
  /** Victory points that a side begins with. */
  handicap?: HandicapState;
  players: [Player, Player];
  name?: string;
  /** The game that this one branched off from. */
  parent?: Parent;
}

/** The snapshot from which a player turn began; `at` is the position of its first action. */
export interface TurnStart {
  readonly at: number;
  readonly state: ReadonlyState;
}

/** Player turns whose beginnings are kept: the present one and those of which one may want to see again what happened. */
const KEPT_TURNS = 4;

export interface LogEntry {
  /** Position of the action in the game, from 0. */
  readonly at: number;
  readonly turn: number;
  readonly side: SideIndex;
  readonly action: Action;
  readonly events: readonly GameEvent[];
  /** What this action put up against undoing; null for nothing, or when a resumed game had settled it before. */
  readonly barrier: Barrier | null;
}

export type Outcome = { ok: true; events: readonly GameEvent[] } | { ok: false; refusal: Refusal };

export interface Change {
  kind: 'action' | 'undo' | 'redo';
  /** What happened, for an action or a redo. */
  events: readonly GameEvent[];
}

/** How far undo reaches: the actions that can be taken back, and what stands before the oldest of them. */
export interface UndoReach {
  undo: number;
  redo: number;
  barrier: { at: number; reason: Barrier } | null;
}

interface Step extends LogEntry {
  readonly digest: string;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
}

export type Resumed = { ok: true; session: Session } | { ok: false; verdict: Divergence | Mismatch };

export class Session {
  readonly game: Game;
  readonly options: SessionOptions;
  /** Called with the record after every change; it looks after its own failures. */
  autosave: ((record: GameRecord) => void) | null = null;
  /** Events of setting up. */
  readonly startEvents: readonly GameEvent[];
  #state: ReadonlyState;
  #steps: Step[] = [];
  #done = 0;
  #starts: TurnStart[];
  readonly #listeners = new Set<(change: Change) => void>();
  #views: [View | null, View | null] = [null, null];
  #notes: readonly Note[] = [];
  #deputies: readonly Deputy[] = [];

  private constructor(
    game: Game,
    options: SessionOptions,
    state: GameState,
    events: GameEvent[],
    steps: Step[],
    starts: TurnStart[],
  ) {
    this.game = game;
    this.options = options;
    this.startEvents = events;
    this.#state = freeze(state, true);
    this.#steps = steps;
    this.#done = steps.length;
    this.#starts = [...starts, { at: steps.length, state: this.#state }].slice(-KEPT_TURNS);
  }

  /** A new game. */
  static start(game: Game, options: SessionOptions): Session {
    const { state, events } = setup(game, options);
    return new Session(game, options, state, events, [], []);
  }

  /**
   * Goes on with a recorded game after its first `upTo` actions (all of them unless given). The present player turn
   * can be undone as if it had just been played. A record that does not replay to the bit is refused with the reason;
   * the game up to the diverging action can then be resumed by `upTo`.
   */
  static resume(game: Game, record: GameRecord, upTo = record.actions.length): Resumed {
    const work = Session.resuming(game, record, upTo);
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
    }
  }

  /** As `resume`, action by action: yields how many were carried out, so that a page can take breath in between. */
  static *resuming(game: Game, record: GameRecord, upTo = record.actions.length): Generator<number, Resumed> {
    const other = mismatch(game, record);
    if (other) return { ok: false, verdict: other };
    const count = Math.max(0, Math.min(upTo, record.actions.length));
    const actions = record.actions.slice(0, count);
    const settled = actions.findLastIndex((action) => action.type === 'end') + 1;
    const begun = [0, ...actions.flatMap((action, at) => (action.type === 'end' ? [at + 1] : []))].slice(-KEPT_TURNS);
    const { state, events } = rerunSetup(game, record);
    const steps: Step[] = [];
    const starts: TurnStart[] = [];
    for (let at = 0; at < settled; at++) {
      if (begun.includes(at)) starts.push({ at, state: freeze(cloneState(state), true) });
      const { turn, active } = state;
      const step = rerun(game, state, record, at);
      if (!step.ok) return { ok: false, verdict: step.divergence };
      const action = copyPlain(actions[at] as Action);
      const barrier = action.type === 'end' ? 'turn' : null;
      const settledStep = { digest: step.digest, patches: [], inverse: [] };
      steps.push({ at, turn, side: active, action, events: step.events, barrier, ...settledStep });
      yield at + 1;
    }
    const { seed, players, name, parent, options } = record;
    const kept = { ...(name === undefined ? {} : { name }), ...(parent === undefined ? {} : { parent }) };
    const session = new Session(game, { seed, ...options, players, ...kept }, state, events, steps, starts);
    // One who took over after the last action kept decides nothing here.
    session.#deputies = (record.deputies ?? []).filter((deputy) => deputy.at < count);
    for (let at = settled; at < count; at++) {
      const action = actions[at] as Action;
      const expected = record.digests[at] as string;
      const outcome = session.dispatch(action);
      const found = outcome.ok ? session.digest : null;
      if (!outcome.ok || !found?.startsWith(expected)) {
        const refused = outcome.ok ? {} : { refusal: outcome.refusal };
        return { ok: false, verdict: { grade: 'diverged', at, action, expected, found, ...refused } };
      }
      yield at + 1;
    }
    session.#notes = record.notes ?? [];
    return { ok: true, session };
  }

  /** The present snapshot: immutable, a new object after every change. */
  get state(): ReadonlyState {
    return this.#state;
  }

  get digest(): string {
    return this.#steps[this.#done - 1]?.digest ?? digest(this.#state);
  }

  /** Who plays the active side. */
  get player(): Player {
    return this.options.players[this.#state.active];
  }

  /** The game as a side sees it; the same object until the game changes. */
  view(side: SideIndex): View {
    const known = this.#views[side];
    if (known) return known;
    const seen = view(this.game, this.#state, side);
    this.#views[side] = seen;
    return seen;
  }

  /** What the players wrote on the map: goes with the record, beside the actions and their digests. */
  get notes(): readonly Note[] {
    return this.#notes;
  }

  set notes(notes: readonly Note[]) {
    this.#notes = notes;
    this.autosave?.(this.record());
  }

  /** The player turns of the computer that were not waited for, in order. */
  get deputies(): readonly Deputy[] {
    return this.#deputies;
  }

  /** The level that decides for the computer in the present player turn, null while it decides for itself. */
  get deputy(): string | null {
    const last = this.#deputies.at(-1);
    return last && last.at >= (this.#starts.at(-1)?.at ?? 0) ? last.level : null;
  }

  /** Notes that from now to the end of the player turn another level decides for the computer. Once a player turn. */
  depute(level: string): void {
    if (this.deputy !== null) return;
    this.#deputies = [...this.#deputies, { at: this.#done, level }];
    this.autosave?.(this.record());
  }

  /** The actions carried out so far, in order. */
  get log(): readonly LogEntry[] {
    return this.#steps.slice(0, this.#done);
  }

  /** Carries out an order of the active side, or says why not. */
  dispatch(order: Action): Outcome {
    const before = this.#state;
    const action = copyPlain(order);
    const refusal = check(this.game, before, action);
    if (refusal) return { ok: false, refusal };
    let events: GameEvent[] = [];
    const [after, patches, inverse] = produceWithPatches(before as GameState, (draft) => {
      events = copyPlain(apply(this.game, draft, action));
    });
    const side = before.active;
    const barrier =
      this.options.players[side].kind === 'bot' && action.type !== 'end'
        ? 'bot'
        : barrierOf(this.game, side, before, after, action, events);
    const at = this.#done;
    const step: Step = {
      at,
      turn: before.turn,
      side,
      action,
      events,
      barrier,
      digest: digest(after),
      // What can't be undone needs no way back.
      patches: barrier ? [] : patches,
      inverse: barrier ? [] : inverse,
    };
    this.#steps.length = at;
    this.#steps.push(step);
    if (action.type === 'end') this.#starts = [...this.#starts, { at: at + 1, state: after }].slice(-KEPT_TURNS);
    this.#settle(after, at + 1, { kind: 'action', events });
    return { ok: true, events };
  }

  /** The player turns begun last, the present one at the end, with the snapshot each began from. */
  get turnStarts(): readonly TurnStart[] {
    return this.#starts;
  }

  get reach(): UndoReach {
    let undo = 0;
    while (undo < this.#done && this.#steps[this.#done - 1 - undo]?.barrier === null) undo++;
    const at = this.#done - 1 - undo;
    const reason = this.#steps[at]?.barrier ?? null;
    return { undo, redo: this.#steps.length - this.#done, barrier: reason === null ? null : { at, reason } };
  }

  /** Takes back the last `count` actions. False, and nothing is taken back, when a barrier stands before. */
  undo(count = 1): boolean {
    if (count < 1 || count > this.reach.undo) return false;
    let state = this.#state as GameState;
    for (let i = 0; i < count; i++) state = applyPatches(state, this.#stepBefore(i).inverse);
    this.#settle(state, this.#done - count, { kind: 'undo', events: [] });
    return true;
  }

  /** Carries out again what was taken back. */
  redo(): boolean {
    const step = this.#steps[this.#done];
    if (!step) return false;
    const state = applyPatches(this.#state as GameState, step.patches);
    this.#settle(state, this.#done + 1, { kind: 'redo', events: step.events });
    return true;
  }

  /** The listener hears of every change after it has happened. Returns how to stop listening. */
  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The game so far as a record. */
  record(): GameRecord {
    const { id, version } = this.game.data.scenario;
    const { seed, fog, handicap, players, name, parent } = this.options;
    const options = { fog, ...(handicap && { handicap }) };
    const deputies = this.#deputies.length > 0 ? { deputies: this.#deputies } : {};
    const steps = this.#steps.slice(0, this.#done);
    return {
      format: RECORD_FORMAT,
      version: versionOf({ options, players, ...deputies }),
      scenario: { id, version, digest: this.game.digest },
      rules: RULES_VERSION,
      options,
      seed,
      players,
      actions: steps.map((step) => step.action),
      digests: steps.map((step) => step.digest),
      ...(parent === undefined ? {} : { parent }),
      ...deputies,
      ...(name === undefined ? {} : { name }),
      ...(this.#notes.length === 0 ? {} : { notes: this.#notes }),
    };
  }

  #stepBefore(i: number): Step {
    return this.#steps[this.#done - 1 - i] as Step;
  }

  #settle(state: ReadonlyState, done: number, change: Change): void {
    this.#state = state;
    this.#done = done;
    this.#views = [null, null];
    for (const listener of [...this.#listeners]) listener(change);
    this.autosave?.(this.record());
  }
}
