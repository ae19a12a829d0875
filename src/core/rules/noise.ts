/** Rulebook 6.2: the declared noise of a battle, drawn for a fight that is fought, enumerated for one that is forecast. */
import type { Dice } from '../dice.ts';
import { NORMALS, normalQ, normalsUpTo } from '../exact.ts';

/** Standard deviations of ln, and the correlations of the daily part. */
export interface NoiseSize {
  power: number;
  shared: number;
  attack: number;
  defence: number;
  daily: number;
  dailyLag: number;
  dailyBothSides: number;
}

/** The noise of one day of a battle. ln in 1/1024, except `index`: the place of the power term among the 1024 normals. */
export interface Noise {
  index: number;
  power: number;
  attack: number;
  defence: number;
}

/** After so many days the daily part has long forgotten the first; its chain begins no further back. */
const DAYS_REMEMBERED = 30;

/**
 * Draws the noise of day `day` (1 is the first). Always reads the dice of the battle in the same order, so that the
 * lasting parts are the same on every day and the daily part goes on from the day before.
 */
export function drawNoise(size: NoiseSize, battleDice: Dice, day: number): Noise {
  const index = battleDice.below(NORMALS);
  const shared = battleDice.normal() * size.shared;
  const attack = shared + battleDice.normal() * size.attack;
  const defence = shared + battleDice.normal() * size.defence;
  const news = size.daily * Math.sqrt(1 - size.dailyLag * size.dailyLag);
  const own = Math.sqrt(1 - size.dailyBothSides * size.dailyBothSides);
  let attackToday = 0;
  let defenceToday = 0;
  for (let d = 1; d <= Math.min(day, DAYS_REMEMBERED); d++) {
    const one = battleDice.normal();
    const other = one * size.dailyBothSides + battleDice.normal() * own;
    const weight = d === 1 ? size.daily : news;
    attackToday = attackToday * size.dailyLag + one * weight;
    defenceToday = defenceToday * size.dailyLag + other * weight;
  }
  return {
    index,
    power: Math.round(normalQ(index) * size.power),
    attack: Math.round(attack + attackToday),
    defence: Math.round(defence + defenceToday),
  };
}

/** Standard deviation of the whole noise in the losses of one side on any one day; above 0 even where there is none. */
export function lossSpread(size: NoiseSize, side: number): number {
  return Math.max(0.001, Math.sqrt(size.shared * size.shared + side * side + size.daily * size.daily));
}

/** The 1024 normals in so many bins of equal chance. */
export const BINS = 64;
export const BIN_SIZE = NORMALS / BINS;
/** Mean of the normals in each bin, 1/1024 standard deviations. */
export const BIN_MEANS = Float64Array.from({ length: BINS }, (_, bin) => {
  let sum = 0;
  for (let i = 0; i < BIN_SIZE; i++) sum += normalQ(bin * BIN_SIZE + i);
  return sum / BIN_SIZE;
});

/** A normal distribution of ln (middle in 1/1024) with its weight in a mixture. */
export interface Component {
  middle: number;
  weight: number;
}

/** The ln (1/1024) below which the share `p` of a mixture lies; all parts have the same spread (in ln), above 0. */
export function mixtureQuantile(parts: readonly Component[], spread: number, p: number): number {
  let low = -20_480;
  let high = 20_480;
  while (high - low > 1) {
    const q = (low + high) >> 1;
    let below = 0;
    for (const part of parts) below += part.weight * normalsUpTo((q - part.middle) / spread);
    if (below >= p * NORMALS) high = q;
    else low = q;
  }
  return high;
}
