/** Differences of two runs over pairs of games with the same seed: each game is its own control. */
import { estimateMean, type Interval, meanOf, signTest } from '../statistics.ts';
import type { Difference, ShareDifference } from './model.ts';

/** A value of a game of the base and of the game of the changed run with the same seed. */
export type Pair = readonly [base: number, changed: number];

/** Quantile of the standard normal distribution at 97.5 %. */
const Z = 1.959963984540054;

/**
 * Mean difference with Student's interval and test. Nothing is tested where no pair differs: such a measure could not have been
 * found to differ.
 */
export function meanDifference(pairs: readonly Pair[]): Difference {
  if (pairs.length === 0)
    return { pairs: 0, base: null, changed: null, difference: null, interval: null, p: null, holm: null };
  const differences = pairs.map(([base, changed]) => changed - base);
  const { mean, interval, p } = estimateMean(differences);
  return {
    pairs: pairs.length,
    base: meanOf(pairs.map(([base]) => base)),
    changed: meanOf(pairs.map(([, changed]) => changed)),
    difference: mean,
    interval,
    p: differences.some((difference) => difference !== 0) ? p : null,
    holm: null,
  };
}

/**
 * Difference of shares of pairs of 0 and 1. The test is McNemar's, exact: of the pairs in which only one game says yes, half say
 * so in either run when nothing differs. The interval is Wald's with one pair more of each kind (Bonett & Price, Brit. J. Math.
 * Statist. Psych. 65 (2012) 430), cut off at -1 and 1.
 */
export function shareDifference(pairs: readonly Pair[]): ShareDifference {
  const onlyBase = pairs.filter(([base, changed]) => base > changed).length;
  const onlyChanged = pairs.filter(([base, changed]) => base < changed).length;
  const told = meanDifference(pairs);
  if (pairs.length === 0) return { ...told, onlyBase, onlyChanged };
  return {
    ...told,
    interval: shareInterval(onlyBase, onlyChanged, pairs.length),
    p: onlyBase + onlyChanged === 0 ? null : signTest(onlyChanged, onlyBase),
    onlyBase,
    onlyChanged,
  };
}

function shareInterval(onlyBase: number, onlyChanged: number, pairs: number): Interval | null {
  if (pairs < 2) return null;
  const down = (onlyBase + 1) / (pairs + 2);
  const up = (onlyChanged + 1) / (pairs + 2);
  const half = Z * Math.sqrt((up + down - (up - down) * (up - down)) / (pairs + 2));
  return [Math.max(-1, up - down - half), Math.min(1, up - down + half)];
}
