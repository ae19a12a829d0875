/** A staff: a plan for the turn, then its phases one after the other, each written from the view of the moment. */

import type { Action } from '../core/action.ts';
import { check } from '../core/check.ts';
import type { Game } from '../core/game.ts';
import type { View } from '../core/state.ts';
import { closingMissions, openingMissions, supportAssault } from './air.ts';
import { demolishAirfields } from './airfield.ts';
import { appreciate } from './appreciate.ts';
import type { Appreciation } from './appreciation.ts';
import { assaultOrder, bestAssault } from './assault.ts';
import type { Bot } from './bot.ts';
import { breakOuts } from './breakOut.ts';
import { type Context, contextOf, type Order } from './context.ts';
import { CAREFUL, type Care, type Course } from './course.ts';
import { decisions } from './decide.ts';
import { bombardments, stances } from './fires.ts';
import { marchOrders } from './moves.ts';
import { makePlan, type Plan } from './plan.ts';
import { railRaids } from './railways.ts';
import type { Reason } from './reason.ts';
import { repairMarches, roadWorks } from './roadWorks.ts';

/** Evaluations in a turn: flood fills of a unit's reach, and assaults weighed. */
const WORK = { reach: 140, odds: 120 };
/** Assaults in a turn. */
const ASSAULTS = 24;
/** Why a player turn is ended: the orders of the day are given. */
export const END: Reason = { code: 'ends' };

interface Phase {
  /** Is there anything to write in this phase? Left out for always. */
  due?: (turn: Turn) => boolean;
  write: (ctx: Context, turn: Turn) => Order[];
}

const BEFORE: readonly Phase[] = [
  { write: (ctx) => (ctx.plan.care.detail ? [...openingMissions(ctx), ...railRaids(ctx)] : []) },
  { write: (ctx) => [...stances(ctx), ...breakOuts(ctx)] },
  { write: (ctx) => marchOrders(ctx, ['line', 'irregular', 'armour']) },
  // Who was refused because the first to march found the enemy chooses again.
  { due: (turn) => turn.refused > 0, write: (ctx) => marchOrders(ctx, ['line', 'irregular', 'armour']) },
  // Guns of a column are up for its assaults.
  { write: (ctx) => (ctx.plan.columns ? marchOrders(ctx, ['guns']) : []) },
];
const AFTER: readonly Phase[] = [
  // Into what the enemy has left.
  {
    due: (turn) => turn.done.size > 0,
    write: (ctx, turn) => {
      const left = [...turn.done].filter((hex) => !ctx.est.foeIn.has(hex));
      return left.length > 0 ? marchOrders(ctx, ['line'], left) : [];
    },
  },
  {
    due: (turn) => turn.plan?.care.detail === true,
    write: (ctx) => [
      ...bombardments(ctx),
      ...roadWorks(ctx),
      ...repairMarches(ctx),
      ...closingMissions(ctx),
      ...demolishAirfields(ctx),
    ],
  },
  { write: (ctx) => marchOrders(ctx, ['guns', 'hq', 'sappers', 'rear']) },
];

interface Turn {
  key: string;
  /** Made when the decisions of the command have been taken. */
  plan: Plan | null;
  phase: number;
  queue: Order[];
  /** Orders that turned out impossible when their time came. */
  refused: number;
  /** Hexes assaulted, or given up after their air support was flown. */
  done: Set<number>;
  work: { reach: number; odds: number };
}

export class StaffBot implements Bot {
  readonly id: string;
  reason: Reason = END;
  readonly #seed: string;
  readonly #course: Course;
  readonly #care: Care;
  #game: Game | null = null;
  #turn: Turn | null = null;
  /** Of the player turn at hand, also when its orders are given. */
  #plan: Plan | null = null;

  constructor(id: string, seed: string, course: Course, care: Care = CAREFUL) {
    this.id = id;
    this.#seed = seed;
    this.#course = course;
    this.#care = care;
  }

  /** Null until the plan of the turn is made: decisions of the command come before it. */
  get appreciation(): Appreciation | null {
    return this.#game && this.#plan && appreciate(this.#game, this.#plan);
  }

  choose(game: Game, view: View): Action {
    const turn = this.#turnOf(game, view);
    for (;;) {
      const order = turn.queue.shift();
      if (order) {
        if (check(game, view, order.action) !== null) {
          turn.refused++;
          continue;
        }
        this.reason = order.reason;
        return order.action;
      }
      if (!this.#write(game, view, turn)) break;
    }
    this.#turn = null;
    this.reason = END;
    return { type: 'end' };
  }

  #turnOf(game: Game, view: View): Turn {
    const key = `${view.scenario}/${view.turn}/${view.viewer}`;
    if (!this.#turn || this.#turn.key !== key || this.#game !== game) {
      this.#game = game;
      this.#plan = null;
      const queue = decisions(game, view, this.#course.plan);
      this.#turn = { key, plan: null, phase: 0, queue, refused: 0, done: new Set(), work: { ...WORK } };
    }
    return this.#turn;
  }

  /** Writes the orders of the next phase into the queue; false when there are no more phases. */
  #write(game: Game, view: View, turn: Turn): boolean {
    const { phase } = turn;
    if (phase > BEFORE.length + AFTER.length) return false;
    turn.plan ??= makePlan(game, view, this.#seed, this.#course, this.#care);
    const { plan } = turn;
    this.#plan = plan;
    if (phase === BEFORE.length) {
      const ctx = contextOf(game, view, plan, turn.work);
      const chance = turn.done.size < ASSAULTS ? bestAssault(ctx, turn.done) : null;
      if (chance) {
        turn.done.add(chance.action.hex);
        const over = this.#care.support && this.#care.detail ? supportAssault(ctx, chance.action.hex) : [];
        turn.queue = [...over, assaultOrder(ctx, chance)];
        return true;
      }
    } else {
      const next = (phase < BEFORE.length ? BEFORE[phase] : AFTER[phase - BEFORE.length - 1]) as Phase;
      if (!next.due || next.due(turn)) turn.queue = next.write(contextOf(game, view, plan, turn.work), turn);
    }
    turn.phase++;
    return true;
  }
}
