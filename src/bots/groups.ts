/** Who marches and fights together: regiments and divisions as the order of battle has them, split by where they stand. */
import { distance, type Game } from '../core/game.ts';
import { ECHELONS } from '../core/scenario.ts';
import { type SideIndex, SUPPLY_PARTIAL } from '../core/state.ts';
import type { Orders } from './columns/orders.ts';
import { type Estimate, holdsGround, powerOf, unitAt } from './estimate.ts';

/** A group is the lowest formation with so many units that hold ground, or so many men in them. */
const GROUP_UNITS = 3;
const GROUP_MEN = 4500;
/** Units of a formation farther apart than this, in hexes, are groups of their own. */
const SPREAD = 5;
const CORPS = ECHELONS.indexOf('corps');

export interface Group {
  /** Lowest unit that holds ground: names the group. */
  lead: number;
  /** Units that hold ground, ascending. */
  units: number[];
  /** Guns, armour, engineers, staffs that go with it, ascending. */
  support: number[];
  hex: number;
  power: number;
  men: number;
  quality: number;
  /** No supply over land. */
  cut: boolean;
  /** All of its units wait for their release. */
  held: boolean;
  /** Turns until that, 0 for free. */
  waits: number;
  /** Column of the operational plan that it belongs to, -1 for none. */
  column: number;
}

interface Formation {
  members: number[];
}

interface Muster {
  /** Formations with units that hold ground. */
  formations: Formation[];
  /** Units that support, with the formation that they belong to, -1 for none. */
  support: { unit: number; formation: number }[];
}

const musters = new WeakMap<Game, Map<string, Muster>>();

/** The formations of a side by the order of battle alone; units in columns of its plan are none of them. */
function musterOf({ game, side, orders }: Estimate): Muster {
  const known = musters.get(game) ?? new Map<string, Muster>();
  musters.set(game, known);
  const key = `${side}/${orders?.data.id ?? ''}`;
  const muster = known.get(key) ?? assemble(game, side, orders);
  known.set(key, muster);
  return muster;
}

function assemble(game: Game, side: SideIndex, orders: Orders | null): Muster {
  const { oob } = game.data;
  const columnOf = orders?.columnOf;
  const loose = game.bySide[side].filter((unit) => (columnOf?.[unit] ?? -1) < 0);
  const parents = new Map<string, { parent: string | null; echelon: number }>();
  for (const entry of [...oob.formations, ...oob.units])
    parents.set(entry.id, { parent: entry.parent, echelon: ECHELONS.indexOf(entry.echelon) });
  const chainOf = (id: string): string[] => {
    const chain: string[] = [];
    for (let at: string | null = id; at !== null && !chain.includes(at); at = parents.get(at)?.parent ?? null)
      chain.push(at);
    return chain;
  };
  const count = new Map<string, number>();
  const men = new Map<string, number>();
  for (const unit of loose) {
    if (!holdsGround(game, unit)) continue;
    for (const id of chainOf(game.units[unit]?.id ?? '')) {
      count.set(id, (count.get(id) ?? 0) + 1);
      men.set(id, (men.get(id) ?? 0) + (game.units[unit]?.data.men ?? 0));
    }
  }
  const keyOf = (unit: number): string => {
    let key = game.units[unit]?.id ?? '';
    for (const id of chainOf(key)) {
      if ((parents.get(id)?.echelon ?? 99) >= CORPS) break;
      key = id;
      if ((count.get(id) ?? 0) >= GROUP_UNITS || (men.get(id) ?? 0) >= GROUP_MEN) break;
    }
    return key;
  };
  const keys: string[] = [];
  const formations: Formation[] = [];
  const support: Muster['support'] = [];
  for (const unit of loose) {
    if (!holdsGround(game, unit)) continue;
    const key = keyOf(unit);
    let at = keys.indexOf(key);
    if (at < 0) {
      at = keys.push(key) - 1;
      formations.push({ members: [] });
    }
    (formations[at] as Formation).members.push(unit);
  }
  for (const unit of loose) {
    if (holdsGround(game, unit)) continue;
    const chain = chainOf(game.units[unit]?.id ?? '');
    support.push({ unit, formation: keys.findIndex((key) => chain.includes(key)) });
  }
  return { formations, support };
}

/**
 * The groups of a side as they stand now, ascending by their lead. In a column of the plan each unit that holds ground is
 * one of its own, for the column keeps them together; where none is left, each of the others.
 */
export function groupsOf(est: Estimate): Group[] {
  const { game } = est;
  const present = new Set(est.own);
  const muster = musterOf(est);
  const groups: Group[] = [];
  for (const { members } of muster.formations) {
    const here = members.filter((unit) => present.has(unit));
    for (const units of clusters(est, here)) groups.push(makeGroup(est, units));
  }
  for (const column of est.orders?.columns ?? []) {
    const here = column.units.filter((unit) => present.has(unit));
    const line = here.filter((unit) => holdsGround(game, unit));
    for (const unit of line.length > 0 ? line : here) groups.push(makeGroup(est, [unit], column.index));
  }
  return groups.sort((a, b) => a.lead - b.lead);
}

/** Units of the side that support, with the groups of their own formation or column among `groups`. */
export function supportOf(est: Estimate, groups: readonly Group[]): { unit: number; own: Group[] }[] {
  const { game } = est;
  const muster = musterOf(est);
  const present = new Set(est.own);
  const found = muster.support
    .filter(({ unit }) => present.has(unit))
    .map(({ unit, formation }) => {
      const members = muster.formations[formation]?.members ?? [];
      return { unit, own: groups.filter((group) => members.includes(group.lead)) };
    });
  for (const column of est.orders?.columns ?? []) {
    const own = groups.filter((group) => group.column === column.index);
    if (!own.some((group) => holdsGround(game, group.lead))) continue;
    for (const unit of column.units) if (present.has(unit) && !holdsGround(game, unit)) found.push({ unit, own });
  }
  return found;
}

function clusters(est: Estimate, members: readonly number[]): number[][] {
  const found: number[][] = [];
  for (const unit of members) {
    const { hex } = unitAt(est.view, unit);
    const near = found.filter((cluster) =>
      cluster.some((other) => distance(est.game, unitAt(est.view, other).hex, hex) <= SPREAD),
    );
    const merged = [...near.flat(), unit].sort((a, b) => a - b);
    for (const cluster of near) found.splice(found.indexOf(cluster), 1);
    found.push(merged);
  }
  return found;
}

/** Musters some units as a group. */
export function makeGroup(est: Estimate, units: number[], column = -1): Group {
  const { game, view } = est;
  let power = 0;
  let men = 0;
  let cut = 0;
  let quality = 0;
  let best = -1;
  let hex = -1;
  for (const unit of units) {
    const now = unitAt(view, unit);
    const own = powerOf(game, now, unit);
    power += own;
    men += now.men;
    quality += now.men * (game.units[unit]?.data.quality ?? 0);
    if (now.supply < SUPPLY_PARTIAL) cut += now.men;
    if (own > best) {
      best = own;
      hex = now.hex;
    }
  }
  const held = units.every((unit) => unitAt(view, unit).held === 1);
  const release = Math.min(...units.map((unit) => game.units[unit]?.heldUntil ?? 0));
  return {
    lead: units[0] as number,
    units,
    support: [],
    hex,
    power,
    men,
    quality: men > 0 ? quality / men : 0,
    cut: cut * 2 > men,
    held,
    waits: held ? Math.max(1, release - view.turn) : 0,
    column,
  };
}

/** Where a group stands in the view of the moment, by its strongest unit: it may have marched since it was mustered. */
export function standOf({ game, view }: Estimate, group: Group): number {
  let stand = group.hex;
  let most = -1;
  for (const unit of group.units) {
    const now = unitAt(view, unit);
    const power = powerOf(game, now, unit);
    if (now.hex < 0 || power <= most) continue;
    most = power;
    stand = now.hex;
  }
  return stand;
}
