/** Rates: how often something can be done in a second, as the best of several rounds on a machine with other work. */

const ROUNDS = 5;
const ROUND_MS = 300;

/** `pass` does some work and returns how many units of it; returns units a second of the fastest round. */
export function rate(pass: () => number): number {
  const warm = performance.now() + ROUND_MS;
  while (performance.now() < warm) pass();
  let best = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    let units = 0;
    let now = start;
    while (now - start < ROUND_MS) {
      units += pass();
      now = performance.now();
    }
    best = Math.max(best, (1000 * units) / (now - start));
  }
  return best;
}

/** Processor time of this program so far, ms: all its threads, those that collect garbage and compile included. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** One comparison: ours, theirs, both in units a second; `theirs` null when the package is not installed. */
export interface Comparison {
  what: string;
  unit: string;
  ours: number;
  theirs: number | null;
  /** Name of what ours is held against. */
  peer: string;
  note: string;
}

/** A package that only developers have; null when it is not installed. */
export async function tryImport<T>(load: () => Promise<T>): Promise<T | null> {
  try {
    return await load();
  } catch {
    return null;
  }
}
