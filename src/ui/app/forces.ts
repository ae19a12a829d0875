/** The order of battle as a tree: formations and units under what they report to. */
import type { Game } from '../../core/game.ts';
import { UNIT_EXPECTED, UNIT_ON_MAP, type UnitState } from '../../core/state.ts';
import { scenarioNames, secondName } from '../text/names.ts';
import type { Seen } from './seen.ts';

export interface Branch {
  id: string;
  name: string;
  /** The name in the other script. */
  second: { text: string; lang: string };
  /** -1 for a formation without a counter. */
  unit: number;
  below: Branch[];
  /** Men on the map and counters, of this and everything below. */
  men: number;
  count: number;
  /** Men lost so far of all of them, -1 where that is not known. */
  lost: number;
  /** Counters of these still to come. */
  toCome: number;
}

function lostBy(now: UnitState): number {
  return now.killed + now.wounded + now.missing + now.captured + now.sick + now.starved;
}

/** The forces of a side; of the enemy under fog only what is known to be there. */
export function forcesOf(game: Game, seen: Seen, side: number): Branch[] {
  const { oob, scenario } = game.data;
  const names = scenarioNames(game);
  const sideId = scenario.sides[side]?.id;
  const fogged = seen.view.fog && 'viewer' in seen.view && (seen.view as { viewer: number }).viewer !== side;
  const branches = new Map<string, Branch>();
  const parents = new Map<string, string | null>();
  const add = (id: string, name: string, plain: string, zh: string, unit: number, parent: string | null): void => {
    const now = unit < 0 ? undefined : seen.view.units[unit];
    const men = now?.status === UNIT_ON_MAP ? now.men : 0;
    const lost = fogged ? -1 : now ? lostBy(now) : 0;
    const toCome = now?.status === UNIT_EXPECTED ? 1 : 0;
    const count = unit < 0 ? 0 : 1;
    branches.set(id, { id, name, second: secondName(plain, zh), unit, below: [], men, count, lost, toCome });
    parents.set(id, parent);
  };
  for (const one of oob.formations)
    if (one.side === sideId) add(one.id, names.command(one.id), one.name, one.zh, -1, one.parent);
  oob.units.forEach((one, i) => {
    if (one.side !== sideId) return;
    if (fogged && (seen.view.units[i]?.seen ?? 0) < 2) return;
    add(one.id, names.unit(i), one.name, one.zh, i, one.parent);
  });
  const top: Branch[] = [];
  for (const [id, branch] of branches) {
    const parent = parents.get(id);
    const above = parent === null || parent === undefined ? undefined : branches.get(parent);
    (above ? above.below : top).push(branch);
  }
  const sum = (branch: Branch): Branch => {
    for (const below of branch.below) {
      sum(below);
      branch.men += below.men;
      branch.count += below.count;
      branch.toCome += below.toCome;
      if (branch.lost >= 0) branch.lost += below.lost;
    }
    branch.below = branch.below.filter((below) => below.count > 0);
    return branch;
  };
  return top.map(sum).filter((branch) => branch.count > 0);
}

/** Only what contains the text, with what stands above it. */
export function matching(tree: readonly Branch[], text: string): Branch[] {
  const sought = text.trim().toLowerCase();
  if (sought === '') return [...tree];
  return tree.flatMap((branch) => {
    if (`${branch.name} ${branch.second.text}`.toLowerCase().includes(sought)) return [branch];
    const below = matching(branch.below, text);
    return below.length > 0 ? [{ ...branch, below }] : [];
  });
}

/** Only who is on the map, with what stands above them. */
export function present(tree: readonly Branch[]): Branch[] {
  return tree.flatMap((branch) => {
    const below = present(branch.below);
    return branch.men > 0 ? [{ ...branch, below }] : [];
  });
}

/** Ids of everything that has something below it. */
export function parentsIn(tree: readonly Branch[]): string[] {
  return tree.flatMap((branch) => (branch.below.length > 0 ? [branch.id, ...parentsIn(branch.below)] : []));
}
