/** Which battles a fit leaves out, so that it is judged by what it has not seen. */
import { dice } from '../../../core/dice.ts';
import type { Battle } from '../table.ts';

/** A part of a table that is left out of a fit and then forecast. */
export interface Fold {
  name: string;
  left: Battle[];
}

/** Parts of about one size; engagements of a family stay together, the lot of each family hangs on the seed alone. */
export function foldsByFamily(battles: readonly Battle[], count: number, seed: string): Fold[] {
  const families = [...new Set(battles.map(({ engagement }) => engagement.family))];
  const lot = new Map(families.map((family) => [family, dice(seed, 'fold', family).unit()]));
  families.sort((a, b) => (lot.get(a) as number) - (lot.get(b) as number));
  const part = new Map(families.map((family, i) => [family, i % count]));
  return Array.from({ length: count }, (_, i) => ({
    name: `${i + 1}`,
    left: battles.filter(({ engagement }) => part.get(engagement.family) === i),
  })).filter(({ left }) => left.length > 0);
}

/** Wars with at least so many engagements are left out one by one, the smaller ones together. */
const LEAST = 10;
export const SMALLER_WARS = 'smaller wars';

/** Whole wars; families that reach over two wars are those of the first. */
export function foldsByWar(battles: readonly Battle[]): Fold[] {
  const warOf = new Map<string, string>();
  for (const { engagement } of battles) if (!warOf.has(engagement.family)) warOf.set(engagement.family, engagement.war);
  const count = new Map<string, number>();
  const war = ({ engagement }: Battle): string => warOf.get(engagement.family) as string;
  for (const battle of battles) count.set(war(battle), (count.get(war(battle)) ?? 0) + 1);
  const name = (battle: Battle): string => ((count.get(war(battle)) as number) >= LEAST ? war(battle) : SMALLER_WARS);
  const names = [...new Set(battles.map(name))].sort((a, b) => (a < b ? -1 : 1));
  return names.map((fold) => ({ name: fold, left: battles.filter((battle) => name(battle) === fold) }));
}
