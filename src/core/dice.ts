/**
 * Keyed dice (design law 5): each draw comes from `alea` seeded with the game's seed and with what is being decided.
 * The order in which things are decided never matters, undo cannot reroll, and two games that differ in one thing
 * share all their other dice.
 */
import alea from 'seedrandom/lib/alea.js';
import { NORMALS, normalQ } from './exact.ts';

export interface Dice {
  /** Uniform in [0, 1), a multiple of 2^-32. */
  unit(): number;
  /** Uniform integer 0..n-1, for n from 1 to about a million. */
  below(n: number): number;
  /** Uniform integer 0..999. */
  permille(): number;
  /** Standard normal in 1/1024 standard deviations: one of the 1024 equally likely values of `normalQ`. */
  normal(): number;
  /** A number rounded up or down by lot, so that the mean is kept: 2.3 gives 2 seven times in ten, else 3. */
  round(x: number): number;
}

/**
 * The dice of one decision. The key names it: purpose first, then turn, hex, unit and the like. Equal seed and key give
 * equal dice; the number 1 and the text '1' are different keys, and so are ['ab', 'c'] and ['a', 'bc'].
 */
export function dice(seed: string, ...key: readonly (string | number)[]): Dice {
  // Seeded at the first draw: most of the dice of a march are never thrown.
  let unit: (() => number) | null = null;
  return from(() => {
    unit ??= alea(keyText(seed, key));
    return unit();
  });
}

/** Dice laid by hand: gives these units in order and throws when they run out. */
export function laid(units: readonly number[]): Dice {
  let next = 0;
  return from(() => {
    const unit = units[next++];
    if (unit === undefined) throw new RangeError(`only ${units.length} dice are laid`);
    return unit;
  });
}

/** Texts carry their length, so that no two keys can run together to the same text. */
function keyText(seed: string, key: readonly (string | number)[]): string {
  let text = `${seed.length}:${seed}`;
  for (const part of key) text += typeof part === 'number' ? `,${part}` : `,${part.length}:${part}`;
  return text;
}

function from(unit: () => number): Dice {
  const below = (n: number): number => Math.floor(unit() * n);
  return {
    unit,
    below,
    permille: () => below(1000),
    normal: () => normalQ(below(NORMALS)),
    round: (x) => Math.floor(x + unit()),
  };
}
