/** A column as it stands: the phase in force, its groups, what it has lost and how long it can still eat. */
import { distance } from '../../core/game.ts';
import { isMet } from '../../core/rules/conditions.ts';
import { needs } from '../../core/rules/needs.ts';
import type { View } from '../../core/state.ts';
import { type Estimate, holdsGround, infoOf, unitAt } from '../estimate.ts';
import type { Group } from '../groups.ts';
import type { PhaseRef } from '../reason.ts';
import type { ColumnOrders, Orders, Phase } from './orders.ts';

export interface Column {
  orders: ColumnOrders;
  phase: Phase;
  /** Groups on the map, ascending by their lead. */
  groups: Group[];
  /** Of the groups that may march. */
  power: number;
  /** Where half of the column's power stands, by the heaviest hex: its centre. */
  centre: number;
  /** Share of its men lost since the start or their arrival, 0 to 1. */
  lost: number;
  /** Days that the food which its fighting troops carry lasts. */
  foodDays: number;
  /** The phase by its place in the plan. */
  source: PhaseRef;
}

/** The last phase whose date has come and whose condition is met, as the side knows it; null for none. */
function phaseOf(est: Estimate, orders: ColumnOrders): Phase | null {
  const { game, view, side } = est;
  for (let i = orders.phases.length - 1; i >= 0; i--) {
    const phase = orders.phases[i] as Phase;
    if (phase.turn <= view.turn && isMet(game, view, phase.data.when, side)) return phase;
  }
  return null;
}

/** The columns that have groups on the map and a phase in force; the other groups are left to be planned freely. */
export function columnsOf(est: Estimate, orders: Orders, groups: readonly Group[]): Column[] {
  const columns: Column[] = [];
  for (const one of orders.columns) {
    const own = groups.filter((group) => group.column === one.index);
    if (own.length === 0) continue;
    const phase = phaseOf(est, one);
    if (phase) columns.push(columnOf(est, orders, one, phase, own));
  }
  return columns;
}

function columnOf(est: Estimate, plan: Orders, orders: ColumnOrders, phase: Phase, groups: Group[]): Column {
  const free = groups.filter((group) => group.waits === 0);
  const power = free.reduce((sum, group) => sum + group.power, 0);
  const source = { plan: plan.data.id, column: orders.data.id, index: orders.phases.indexOf(phase) };
  const centre = centreOf(est, free.length > 0 ? free : groups);
  return { orders, phase, groups, power, centre, ...standing(est, orders), source };
}

/** The hex of the group from which the others, weighed by their power, are least far. */
function centreOf(est: Estimate, groups: readonly Group[]): number {
  let centre = (groups[0] as Group).hex;
  let least = Number.POSITIVE_INFINITY;
  for (const group of groups) {
    let sum = 0;
    for (const other of groups) sum += distance(est.game, group.hex, other.hex) * other.power;
    if (sum >= least) continue;
    least = sum;
    centre = group.hex;
  }
  return centre;
}

function standing({ game, view }: Estimate, { units }: ColumnOrders): { lost: number; foodDays: number } {
  let men = 0;
  let gone = 0;
  let food = 0;
  let eaten = 0;
  for (const unit of units) {
    const now = unitAt(view, unit);
    if (holdsGround(game, unit) && infoOf(game, unit).arrivalTurn <= view.turn) {
      men += infoOf(game, unit).data.men;
      gone += lossesOf(now);
    }
    if (now.hex < 0 || !holdsGround(game, unit)) continue;
    food += now.food;
    eaten += needs(game, view, unit).foodDay;
  }
  return { lost: men > 0 ? gone / men : 0, foodDays: eaten > 0 ? food / eaten : 0 };
}

function lossesOf(now: View['units'][number]): number {
  return now.killed + now.wounded + now.missing + now.captured + now.sick + now.starved;
}

/** Has the column come to its culminating point: out of food, or bled out? */
export function isSpent(column: Column): boolean {
  const { limits } = column.phase.data;
  if (!limits) return false;
  return (
    (limits.foodDays !== undefined && column.foodDays < limits.foodDays) ||
    (limits.lossPercent !== undefined && column.lost * 100 >= limits.lossPercent)
  );
}
