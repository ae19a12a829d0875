/** The operational plan of a side as the scenario has it: who is in which column, and the phases of each by turn. */
import { type Game, turnOfDate } from '../../core/game.ts';
import type { ColumnData, PhaseData, PlanData } from '../../core/plans.ts';
import type { SideIndex } from '../../core/state.ts';
import { FREE, HISTORICAL } from '../course.ts';

export interface Phase {
  data: PhaseData;
  /** The turn from which on it may be in force. */
  turn: number;
  /** Hexes of the axis, in order. */
  axis: number[];
}

/** A column by the plan alone. */
export interface ColumnOrders {
  index: number;
  data: ColumnData;
  /** Ascending. */
  units: number[];
  phases: Phase[];
}

export interface Orders {
  data: PlanData;
  columns: ColumnOrders[];
  /** Column of each unit, -1 for none. */
  columnOf: Int16Array;
}

const kept = new WeakMap<Game, Map<string, Orders>>();

/**
 * The plan that a side carries out: the first one the scenario has for it (its historical plan), or the one of an id. Null
 * for a side that is planned freely, or has no such plan. Kept for the game.
 */
export function ordersOf(game: Game, side: SideIndex, plan: string = HISTORICAL): Orders | null {
  if (plan === FREE) return null;
  const own = plansOf(game, side);
  const data = plan === HISTORICAL ? own[0] : own.find((one) => one.id === plan);
  if (!data) return null;
  const known = kept.get(game) ?? new Map<string, Orders>();
  kept.set(game, known);
  const orders = known.get(data.id) ?? read(game, data);
  known.set(data.id, orders);
  return orders;
}

/** The operational plans that a scenario has for a side, its historical plan first. */
export function plansOf(game: Game, side: SideIndex): PlanData[] {
  const id = game.data.scenario.sides[side]?.id;
  return game.data.plans?.plans.filter((plan) => plan.side === id) ?? [];
}

function read(game: Game, data: PlanData): Orders {
  const named = new Map<string, number>();
  data.columns.forEach((column, index) => {
    for (const id of column.formations) named.set(id, index);
  });
  const { formations, units } = game.data.oob;
  const parents = new Map([...formations, ...units].map((body) => [body.id, body.parent]));
  const columnOf = Int16Array.from(units, (unit) => {
    const seen = new Set<string>();
    for (let at: string | null = unit.id; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      const column = named.get(at);
      if (column !== undefined) return column;
      seen.add(at);
    }
    return -1;
  });
  const columns = data.columns.map(
    (column, index): ColumnOrders => ({
      index,
      data: column,
      units: units.flatMap((_, unit) => (columnOf[unit] === index ? [unit] : [])),
      phases: column.phases.map((phase) => ({
        data: phase,
        turn: turnOfDate(game.data, phase.from),
        axis: phase.axis.map((place) => game.places[game.placeIndex.get(place) as number]?.hex ?? -1),
      })),
    }),
  );
  return { data, columns, columnOf };
}
