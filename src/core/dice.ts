/**
 * Keyed dice (law 5): a generator is seeded with the game's seed and what is being decided, so the order of processing
 * never matters and undoing never rerolls. seedrandom's alea gives the same stream on every engine.
 */
import alea from 'seedrandom/lib/alea.js';
import { normalQ } from './exact.ts';

export interface Dice {
  /** [0, 1) */
  unit(): number;
  /** 0 .. n - 1 */
  below(n: number): number;
  /** A standard normal deviate in 1/1024. */
  normal(): number;
}

function over(next: () => number): Dice {
  return {
    unit: next,
    below: (n) => Math.floor(next() * n),
    normal: () => normalQ(Math.floor(next() * 1024)),
  };
}

/** Dice for one decision. The key says what is decided: kind, turn, place, purpose. */
export function dice(seed: string, ...key: (string | number)[]): Dice {
  return over(alea(JSON.stringify([seed, ...key])));
}

/** Dice laid for a test: gives the values in turn and then begins again. */
export function laid(values: readonly number[]): Dice {
  let at = 0;
  return over(() => values[at++ % values.length] as number);
}
