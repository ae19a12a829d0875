/** One goal for several units: where each gets to this turn, by which way, and who cannot go and why. */
import type { MoveAction } from '../../core/action.ts';
import { check, checkMarcher } from '../../core/check.ts';
import { membersOf } from '../../core/members.ts';
import type { Refusal } from '../../core/refusal.ts';
import { marchAllowance, pathTo, reach } from '../../core/rules/movement.ts';
import type { GameState } from '../../core/state.ts';
import { minutesToGoal, NO_WAY } from './goalDistance.ts';
import { type MarchMode, minutesAlong } from './marching.ts';
import { enemyIn, isOwn, onMap, type Seen } from './seen.ts';

/** One unit's march of this turn. */
export interface FormationLeg {
  unit: number;
  mode: MarchMode;
  /** Hexes from the start on, and minutes spent on arrival in each. */
  path: readonly number[];
  minutes: readonly number[];
  /** Where it ends, and the minutes it has left there. */
  end: number;
  left: number;
  /** Minutes of march still to the goal, and the turns of full march that takes; 0 on arrival. */
  toGo: number;
  turns: number;
}

export type StayReason = 'there' | 'noWay' | 'noNearer';

export interface FormationStay {
  unit: number;
  /** Why the rules forbid it to march; null when it could, but for `reason`. */
  refusal: Refusal | null;
  /** At the goal already, no way there at all, or nothing nearer with room within reach. */
  reason: StayReason | null;
}

export interface FormationMarch {
  goal: number;
  /** In the order in which they are to march: who is nearest to the goal goes first and leaves the road free. */
  legs: FormationLeg[];
  stays: FormationStay[];
}

/** Own units on the map of a formation, or of what a headquarters has below it. */
export function formationUnits(seen: Seen, id: string): number[] {
  return membersOf(seen.game.data, id).filter((unit) => isOwn(seen, unit) && onMap(seen, unit));
}

export interface FormationLevel {
  id: string;
  units: number[];
}

/**
 * The formations to move with a unit, the smallest first: who shares its division (or, where it stands under no
 * division, reports to the same headquarters and leads nobody), then everyone below each headquarters or formation above
 * it. Only levels with somebody else on the map, each with more than the one before.
 */
export function formationLevels(seen: Seen, unit: number): FormationLevel[] {
  const { game } = seen;
  const { units: counters, formations } = game.data.oob;
  const levels: FormationLevel[] = [];
  const add = (id: string, units: number[]): void => {
    if (units.length > (levels.at(-1)?.units.length ?? 1) && units.includes(unit)) levels.push({ id, units });
  };
  const parentOf = (id: string): string | null =>
    (counters.find((one) => one.id === id) ?? formations.find((one) => one.id === id))?.parent ?? null;
  const info = game.units[unit];
  if (!info || !isOwn(seen, unit)) return [];
  const present = game.bySide[seen.side].filter((one) => onMap(seen, one));
  const division = game.formations[info.formation];
  if (division !== undefined)
    add(
      division,
      present.filter((one) => game.units[one]?.formation === info.formation),
    );
  const leads = new Set(counters.map((one) => one.parent));
  let id: string | null = info.data.parent;
  if (id !== null && levels.length === 0) {
    const over = id;
    add(
      over,
      present.filter((one) => {
        const { data } = game.units[one] ?? {};
        return data?.id === over || (data?.parent === over && !leads.has(data.id));
      }),
    );
  }
  for (id = info.id; id !== null; id = parentOf(id)) add(id, formationUnits(seen, id));
  return levels;
}

/** The view after a unit has marched: what the next ones have to find room beside. */
function marched(view: GameState, unit: number, hex: number, spent: number): GameState {
  const units = view.units.map((one, i) => (i === unit ? { ...one, hex, minutes: one.minutes - spent } : one));
  return { ...view, units };
}

/** The hex nearest to the goal where the unit can end its march now, of equally near ones the quickest. */
function bestEnd(seen: Seen, unit: number, toGo: Int32Array, mode: MarchMode): { hex: number; path: number[] } | null {
  const { game, view } = seen;
  const start = view.units[unit]?.hex ?? -1;
  const found = reach(game, view, unit, mode);
  const here = toGo[start] ?? NO_WAY;
  const nearer = [...found.order]
    .map((hex, order) => ({ hex, order, far: toGo[hex] as number }))
    .filter(({ far }) => far < here)
    .sort((a, b) => a.far - b.far || a.order - b.order)
    .map(({ hex }) => ({ hex, path: pathTo(found, hex) }));
  for (const one of nearer) if (!check(game, view, { type: 'move', unit, path: one.path, mode })) return one;
  return null;
}

/**
 * Plans the march of several own units towards one hex in this turn: each goes as far as it can along the way that is
 * quickest for its kind of troops, the nearest first, and keeps to the stacking limits with those before it in place.
 */
export function planFormationMarch(seen: Seen, units: readonly number[], goal: number): FormationMarch {
  const { game } = seen;
  const fields = new Map<number, Int32Array>();
  const fieldOf = (unit: number): Int32Array => {
    const mobility = game.units[unit]?.mobility ?? 0;
    let field = fields.get(mobility);
    if (!field) {
      field = minutesToGoal(seen, [goal], mobility);
      fields.set(mobility, field);
    }
    return field;
  };
  const far = (unit: number): number => fieldOf(unit)[seen.view.units[unit]?.hex ?? -1] ?? NO_WAY;
  const ordered = units
    .filter((unit) => isOwn(seen, unit) && onMap(seen, unit))
    .sort((a, b) => far(a) - far(b) || a - b);
  const plan: FormationMarch = { goal, legs: [], stays: [] };
  let now = seen;
  for (const unit of ordered) {
    const refusal = checkMarcher(game, now.view, unit, 'march');
    if (refusal) plan.stays.push({ unit, refusal, reason: null });
    else if (far(unit) === 0) plan.stays.push({ unit, refusal: null, reason: 'there' });
    else if (far(unit) >= NO_WAY) plan.stays.push({ unit, refusal: noWay(seen, unit, goal), reason: 'noWay' });
    else {
      const best = bestEnd(now, unit, fieldOf(unit), 'march');
      if (!best) {
        plan.stays.push({ unit, refusal: null, reason: 'noNearer' });
        continue;
      }
      const leg = legOf(now, unit, best, fieldOf(unit));
      plan.legs.push(leg);
      now = { ...now, view: marched(now.view, unit, leg.end, leg.minutes.at(-1) as number) };
    }
  }
  return plan;
}

function legOf(now: Seen, unit: number, best: { hex: number; path: number[] }, field: Int32Array): FormationLeg {
  const state = now.view.units[unit] as GameState['units'][number];
  const minutes = minutesAlong(now, unit, best.path, 'march');
  const toGo = field[best.hex] as number;
  return {
    unit,
    mode: 'march',
    path: [state.hex, ...best.path],
    minutes,
    end: best.hex,
    left: state.minutes - (minutes.at(-1) as number),
    toGo,
    turns: Math.ceil(toGo / marchAllowance(now.game, state.fatigue)),
  };
}

/** What the rules say of the goal itself, where they name a reason: an enemy stands there. */
function noWay(seen: Seen, unit: number, goal: number): Refusal | null {
  return enemyIn(seen, goal) ? { code: 'enemy-in-hex', unit, hex: goal, clause: '3.6' } : null;
}

/** The march as ordinary orders, in the order to be given. */
export function ordersOfMarch(plan: FormationMarch): MoveAction[] {
  return plan.legs.map(({ unit, mode, path }) => ({ type: 'move', unit, path: path.slice(1), mode }));
}
