/** Who belongs to whom in an order of battle. */
import type { ScenarioData } from './scenario.ts';

/** Indices of the units of a formation or headquarters with all below it, itself included when it has a counter. */
export function membersOf(data: ScenarioData, id: string): number[] {
  const { units, formations } = data.oob;
  const parents = new Map<string, string | null>();
  for (const entry of [...formations, ...units]) parents.set(entry.id, entry.parent);
  const belongs = (start: string): boolean => {
    const seen = new Set<string>();
    for (let at: string | null = start; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      if (at === id) return true;
      seen.add(at);
    }
    return false;
  };
  return units.flatMap((unit, i) => (belongs(unit.id) ? [i] : []));
}
