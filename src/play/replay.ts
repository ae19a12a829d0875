/**
 * A recorded game to step and scrub through. Position n is the state after n actions. Any position is reached from the
 * nearest keyframe before it. Keyframes come from the parts of the game that were passed, and from stretches that someone
 * else ran (a worker, or the same thread in its idle moments) and handed over.
 */
import type { Action } from '../core/action.ts';
import { digest } from '../core/digest.ts';
import type { GameEvent } from '../core/event.ts';
import type { Game } from '../core/game.ts';
import type { GameState, ReadonlyState, SideIndex } from '../core/state.ts';
import { cloneState } from '../core/view.ts';
import { type Keyframe, Keyframes } from './keyframes.ts';
import type { GameRecord } from './record.ts';
import { type Divergence, type Mismatch, mismatch, rerun, rerunSetup } from './rerun.ts';
import { LONGEST_STRETCH, namelessIn, type Stretch } from './stretch.ts';

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
  readonly #nameless: number[][] = [];
  readonly #keyframes: Keyframes;
  #state: GameState;
  #at = 0;
  #elsewhere = false;

  /** `most` keyframes are kept. */
  constructor(game: Game, record: GameRecord, most?: number) {
    this.game = game;
    this.record = record;
    this.mismatch = mismatch(game, record);
    const start = rerunSetup(game, record);
    this.#state = start.state;
    this.#startEvents = start.events;
    this.#keyframes = new Keyframes(cloneState(start.state), most);
    this.turns = markTurns(game, record);
  }

  /** The position: how many actions have been carried out. */
  get at(): number {
    return this.#at;
  }

  /** The last position that can be reached, as far as is known. */
  get length(): number {
    if (this.mismatch && !this.#elsewhere) return 0;
    return this.divergence ? this.divergence.at : this.record.actions.length;
  }

  /** How many actions were run so far, here or elsewhere: up to there any position shows at once. */
  get known(): number {
    return this.#events.length;
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
    return this.eventsAt(this.#at);
  }

  /** What happened in the action before position `at`, as far as known; at 0, in setting up. */
  eventsAt(at: number): readonly GameEvent[] {
    return at === 0 ? this.#startEvents : (this.#events[at - 1] ?? []);
  }

  /** Units told of in the events before `at` whose names the other side did not know then. */
  namelessAt(at: number): readonly number[] {
    return this.#nameless[at - 1] ?? [];
  }

  /** The player turn that the action before position `at` belonged to. */
  turnOf(at: number): TurnMark {
    return this.turns.findLast((mark) => mark.at < at) ?? (this.turns[0] as TurnMark);
  }

  /** Takes over a stretch that was run elsewhere. One that leaves a gap, or is known already, is let be. */
  adopt({ from, keyframe, events, nameless }: Stretch): void {
    if (from > this.known || from + events.length <= this.known) return;
    this.#keyframes.put(from, keyframe);
    for (let i = this.known - from; i < events.length; i++) {
      this.#events[from + i] = events[i] as GameEvent[];
      this.#nameless[from + i] = nameless[i] as number[];
    }
  }

  /**
   * The game is run by an engine of its own rules, which hands over its stretches and the state at each moment sought.
   * From now on `seek` goes nowhere by itself.
   */
  leaveToOther(): void {
    this.#elsewhere = true;
  }

  /** A moment as the other engine shows it; what states did not have then is as it is at the start of the game now. */
  place(at: number, state: GameState): void {
    this.#state = filledIn(state, this.#keyframes.nearest(0).state);
    this.#at = at;
  }

  /** Takes over where a run elsewhere met the first action that differs. */
  stopAt(divergence: Divergence): void {
    this.divergence = divergence;
    if (this.#at > divergence.at && !this.#elsewhere) this.seek(divergence.at);
  }

  /** Goes to a position, clamped to what can be reached. Returns the position. */
  seek(target: number): number {
    if (this.#elsewhere) return this.#at;
    const goal = Math.max(0, Math.min(Math.trunc(target), this.length));
    const key = this.#keyframes.nearest(goal);
    if (goal < this.#at || key.at > this.#at) this.#start(key);
    let since = this.#at - key.at;
    while (this.#at < goal) {
      const step = rerun(this.game, this.#state, this.record, this.#at);
      if (!step.ok) {
        this.divergence = step.divergence;
        this.#start(this.#keyframes.nearest(step.divergence.at));
        return this.seek(step.divergence.at);
      }
      this.#events[this.#at] = step.events;
      this.#nameless[this.#at] = namelessIn(this.#state, step.events);
      this.#at++;
      since++;
      if (this.record.actions[this.#at - 1]?.type !== 'end' && since < LONGEST_STRETCH) continue;
      this.#keyframes.put(this.#at, cloneState(this.#state));
      since = 0;
    }
    return this.#at;
  }

  #start(key: Keyframe): void {
    this.#state = cloneState(key.state);
    this.#at = key.at;
  }

  /** One action forward or back (or `by` of them). */
  step(by = 1): number {
    return this.seek(this.#at + by);
  }

  /** The start of the next (1) or the present or previous (-1) player turn, from a position. */
  turnFrom(at: number, by: 1 | -1, whole = false): number {
    const marks = this.turns.filter((mark) => !whole || mark.side === this.game.firstSide).map((mark) => mark.at);
    const goal = by > 0 ? marks.find((mark) => mark > at) : marks.findLast((mark) => mark < at);
    return goal ?? (by > 0 ? this.length : 0);
  }

  /** To the start of the next (1) or the present or previous (-1) player turn. */
  stepTurn(by: 1 | -1): number {
    return this.seek(this.turnFrom(this.#at, by));
  }

  /** To the start of a game turn, or of a side's part of it. */
  seekTurn(turn: number, side?: SideIndex): number {
    const found = this.turns.find((mark) => mark.turn === turn && (side === undefined || mark.side === side));
    return this.seek(found?.at ?? (turn < 1 ? 0 : this.length));
  }

  /** The record up to here: what a new game that branches off starts from. It knows where it came from. */
  branch(): GameRecord {
    const { actions, digests, deputies, ...head } = this.record;
    const at = this.#at;
    const kept = deputies?.filter((deputy) => deputy.at < at) ?? [];
    return {
      ...head,
      ...(kept.length > 0 && { deputies: kept }),
      actions: actions.slice(0, at),
      digests: digests.slice(0, at),
      parent: { game: digests.at(-1) ?? digest(this.#state), actions: actions.length, at, digest: digest(this.#state) },
    };
  }
}

/** A state of an earlier engine with every field of a state of today. */
function filledIn(state: GameState, start: GameState): GameState {
  const each = <T>(now: readonly T[], then: readonly T[]): T[] => now.map((one, i) => ({ ...then[i], ...one }));
  const [first, second] = each(state.sides, start.sides);
  return {
    ...cloneState(start),
    ...state,
    units: each(state.units, start.units),
    air: each(state.air, start.air),
    sides: [first as GameState['sides'][0], second as GameState['sides'][1]],
  };
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
