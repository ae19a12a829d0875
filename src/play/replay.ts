/**
 * A recorded game to step and scrub through. Position n is the state after n actions. Going back starts from the
 * nearest keyframe: one is kept at the start of every player turn, the first time the replay passes it.
 */
import type { Action } from '../core/action.ts';
import type { GameEvent } from '../core/event.ts';
import type { Game } from '../core/game.ts';
import type { GameState, ReadonlyState, SideIndex } from '../core/state.ts';
import { cloneState } from '../core/view.ts';
import type { GameRecord } from './record.ts';
import { type Divergence, type Mismatch, mismatch, rerun, rerunSetup } from './rerun.ts';

/** Where a player turn begins: the position, the game turn and the side. */
export interface TurnMark {
  at: number;
  turn: number;
  side: SideIndex;
}

export class Replay {
  readonly game: Game;
  readonly record: GameRecord;
  /** Set when the record is not of this scenario or of these rules: then only position 0 can be shown. */
  readonly mismatch: Mismatch | null;
  /** Set once the replay has met an action that does not do what was recorded; it stops before it. */
  divergence: Divergence | null = null;
  /** The player turns, from counting the ends of turn. */
  readonly turns: TurnMark[];
  readonly #startEvents: GameEvent[];
  readonly #events: GameEvent[][] = [];
  readonly #keyframes = new Map<number, GameState>();
  #state: GameState;
  #at = 0;

  constructor(game: Game, record: GameRecord) {
    this.game = game;
    this.record = record;
    this.mismatch = mismatch(game, record);
    const start = rerunSetup(game, record);
    this.#state = start.state;
    this.#startEvents = start.events;
    this.#keyframes.set(0, cloneState(start.state));
    this.turns = markTurns(game, record);
  }

  /** The position: how many actions have been carried out. */
  get at(): number {
    return this.#at;
  }

  /** The last position that can be reached, as far as is known. */
  get length(): number {
    if (this.mismatch) return 0;
    return this.divergence ? this.divergence.at : this.record.actions.length;
  }

  /** The state here. It changes in place when the position changes: copy what must last. */
  get state(): ReadonlyState {
    return this.#state;
  }

  /** The action that led here, null at the start. */
  get action(): Action | null {
    return this.record.actions[this.#at - 1] ?? null;
  }

  /** What happened in the action that led here; at the start, in setting up. */
  get events(): readonly GameEvent[] {
    return this.#at === 0 ? this.#startEvents : (this.#events[this.#at - 1] ?? []);
  }

  /** What happened in the action before position `at` (1 or more), for a log of the positions passed so far. */
  eventsAt(at: number): readonly GameEvent[] {
    return this.#events[at - 1] ?? [];
  }

  /** Goes to a position, clamped to what can be reached. Returns the position. */
  seek(target: number): number {
    const goal = Math.max(0, Math.min(Math.trunc(target), this.length));
    if (goal < this.#at) this.#rewind(goal);
    while (this.#at < goal) {
      const step = rerun(this.game, this.#state, this.record, this.#at);
      if (!step.ok) {
        this.divergence = step.divergence;
        this.#rewind(step.divergence.at);
        return this.seek(step.divergence.at);
      }
      this.#events[this.#at] = step.events;
      this.#at++;
      const mark = this.record.actions[this.#at - 1]?.type === 'end';
      if (mark && !this.#keyframes.has(this.#at)) this.#keyframes.set(this.#at, cloneState(this.#state));
    }
    return this.#at;
  }

  /** One action forward or back (or `by` of them). */
  step(by = 1): number {
    return this.seek(this.#at + by);
  }

  /** To the start of the next (1) or the present or previous (-1) player turn. */
  stepTurn(by: 1 | -1): number {
    const marks = this.turns.map((mark) => mark.at);
    const goal = by > 0 ? marks.find((at) => at > this.#at) : marks.findLast((at) => at < this.#at);
    return this.seek(goal ?? (by > 0 ? this.length : 0));
  }

  /** To the start of a game turn, or of a side's part of it. */
  seekTurn(turn: number, side?: SideIndex): number {
    const found = this.turns.find((mark) => mark.turn === turn && (side === undefined || mark.side === side));
    return this.seek(found?.at ?? (turn < 1 ? 0 : this.length));
  }

  /** The record up to here: what a new game that branches off starts from. */
  branch(): GameRecord {
    const { actions, digests, ...head } = this.record;
    return { ...head, actions: actions.slice(0, this.#at), digests: digests.slice(0, this.#at) };
  }

  #rewind(goal: number): void {
    let from = 0;
    for (const at of this.#keyframes.keys()) if (at <= goal && at > from) from = at;
    this.#state = cloneState(this.#keyframes.get(from) as GameState);
    this.#at = from;
  }
}

function markTurns(game: Game, record: GameRecord): TurnMark[] {
  const marks: TurnMark[] = [{ at: 0, turn: 1, side: game.firstSide }];
  const second: SideIndex = game.firstSide === 0 ? 1 : 0;
  record.actions.forEach((action, i) => {
    if (action.type !== 'end') return;
    const ended = marks.length;
    marks.push({ at: i + 1, turn: 1 + Math.floor(ended / 2), side: ended % 2 === 0 ? game.firstSide : second });
  });
  // The end of the last player turn ends the game: nobody's turn begins there.
  if (marks.length > 2 * game.turns) marks.length = 2 * game.turns;
  return marks;
}
