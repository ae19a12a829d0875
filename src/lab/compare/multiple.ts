/** Many tests at once: what chance alone would find among them, and p-values that hold for all together. */

export interface TestCount {
  made: number;
  /** Tests of no difference that come out below 0.05 by chance, on average. */
  byChance: number;
  found: number;
  hold: number;
}

const LEVEL = 0.05;

/**
 * p-values adjusted so that the chance of even one false finding among them is at most the level asked for, whatever they have
 * to do with one another (Holm, Scand. J. Statist. 6 (1979) 65), in the order given.
 */
export function holmAdjusted(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number));
  const adjusted = new Array<number>(values.length);
  let most = 0;
  order.forEach((index, rank) => {
    most = Math.max(most, Math.min(1, (values.length - rank) * (values[index] as number)));
    adjusted[index] = most;
  });
  return adjusted;
}

/** A tested quantity: `p` is null where nothing was tested, and then `holm` stays null. */
export interface Tested {
  p: number | null;
  holm: number | null;
}

/** Fills in the adjusted p of all that was tested, and counts. */
export function adjustAll(tested: readonly Tested[]): TestCount {
  const made = tested.filter((one) => one.p !== null);
  const adjusted = holmAdjusted(made.map(({ p }) => p as number));
  for (const [i, one] of made.entries()) one.holm = adjusted[i] as number;
  return {
    made: made.length,
    byChance: made.length * LEVEL,
    found: made.filter(({ p }) => (p as number) < LEVEL).length,
    hold: adjusted.filter((p) => p < LEVEL).length,
  };
}
