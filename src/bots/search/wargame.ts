/**
 * The war game of a staff: a course of action played out some turns ahead from a supposed state, both sides led by staffs
 * that weigh nothing, and judged by the points that it leaves.
 */
import { apply } from '../../core/apply.ts';
import type { Game } from '../../core/game.ts';
import { tally } from '../../core/rules/victory.ts';
import type { GameState, SideIndex } from '../../core/state.ts';
import { glance } from '../../core/view.ts';
import { CAREFUL, type Care, type Course } from '../course.ts';
import { StaffBot } from '../staff.ts';

const END = { type: 'end' } as const;
/** Orders in a player turn beyond which it is broken off. */
const MOST_ORDERS = 400;
/** Turns before the end over which it comes to count who is outside his own lines then. */
const HOMEWARD = 6;
/** Share of the points of a place that is held now which are reckoned with for the turns beyond the horizon. */
const LASTING = 0.7;

const tables = new WeakMap<Game, Game>();

/** The same scenario with scratch memory of its own, so that playing on it leaves views of the real game alone. */
export function sandTable(game: Game): Game {
  const known = tables.get(game) ?? { ...game, scratch: {} };
  tables.set(game, known);
  return known;
}

/** Worth of a state to a side, points: the margin as it stands and what the places held will still bring. */
function judge(game: Game, state: GameState, side: SideIndex): number {
  const { lines } = tally(game, state);
  const left = state.over ? 0 : game.turns - state.turn;
  const sign = side === 0 ? 1 : -1;
  let sum = 0;
  for (const { kind, points } of lines) {
    const weight = kind === 'home' ? Math.max(0, 1 - left / HOMEWARD) : 1;
    sum += weight * (points[0] - points[1]);
  }
  for (const { place, pointsPerTurn } of game.data.scenario.victory.objectives) {
    if (!pointsPerTurn) continue;
    const held = lines.find((line) => line.kind === 'objective' && line.place === place);
    if (!held) continue;
    const holder = (held.points[0] > 0 ? 0 : 1) as SideIndex;
    const each = pointsPerTurn[game.data.scenario.sides[holder]?.id ?? ''] ?? 0;
    sum += (holder === 0 ? 1 : -1) * each * left * LASTING;
  }
  return sign * sum;
}

/** One war game on a supposed state, which it changes. */
export class War {
  readonly state: GameState;
  readonly #game: Game;
  readonly #side: SideIndex;
  readonly #staffs: readonly [StaffBot, StaffBot];

  /** `care`: of the side's own staff, the enemy's is taken for a careful one; `courses`: how each side fights. */
  constructor(game: Game, state: GameState, side: SideIndex, care: Care, courses: readonly [Course, Course]) {
    this.state = state;
    this.#game = game;
    this.#side = side;
    // Air missions, bombardments and works are left out on the sand table.
    const staff = (of: SideIndex): StaffBot =>
      new StaffBot('', state.seed, courses[of], { ...(of === side ? care : CAREFUL), detail: false });
    this.#staffs = [staff(0), staff(1)];
  }

  /** Plays the player turn of the side to move. */
  playTurn(): void {
    const { state } = this;
    const { active, turn } = state;
    const staff = this.#staffs[active];
    for (let i = 0; !state.over && state.active === active && state.turn === turn; i++) {
      // What the staff's check allows on its view, the state allows: legality rests on knowledge.
      const action = i < MOST_ORDERS ? staff.choose(this.#game, glance(this.#game, state, active)) : END;
      apply(this.#game, state, action);
    }
  }

  /** Plays until the side has played `turns` player turns from the day's first on, and the enemy after it; returns how many were played. */
  playOn(turns: number, from: number): number {
    const { state } = this;
    let played = 0;
    for (; !state.over && !(state.turn >= from + turns && state.active === this.#side); played++) this.playTurn();
    return played;
  }

  /** Points that it leaves to the side. */
  worth(): number {
    return judge(this.#game, this.state, this.#side);
  }
}
