/** Rulebook 6.5: how strongly a hex is held: works, ground, height, water. */
import { lnQ } from '../exact.ts';
import type { Game } from '../game.ts';
import type { GameState, ReadonlyState } from '../state.ts';

/** 6.5: hundredths of a day dug by which works are hasty, prepared, fortified. */
const HASTY = 100;
const PREPARED = 1000;
const FORTIFIED = 2000;
/** 6.5: works of this many hundredths of a day count as dug in. */
export const DUG_IN = 200;

/** 6.5: ln of the works' worth in 1/1024. */
export function postureQ(game: Game, dug: number): number {
  const { undug, hasty, prepared, fortified } = game.rules.posture;
  const between = (from: number, to: number, low: number, high: number): number =>
    lnQ(low + ((high - low) * (dug - from)) / (to - from));
  if (dug <= 0) return lnQ(undug);
  if (dug <= HASTY) return between(0, HASTY, undug, hasty);
  if (dug <= PREPARED) return between(HASTY, PREPARED, hasty, prepared);
  return dug <= FORTIFIED ? between(PREPARED, FORTIFIED, prepared, fortified) : lnQ(fortified);
}

/** 6.5: works of the defenders, weighted by men. */
export function worksOf(state: ReadonlyState, defenders: readonly number[]): number {
  let men = 0;
  let sum = 0;
  for (const unit of defenders) {
    const now = state.units[unit] as GameState['units'][number];
    men += now.men;
    sum += now.dug * now.men;
  }
  return men > 0 ? Math.round(sum / men) : 0;
}

/** 6.5: height of the defender's crest over the attackers' ground: 1.15 above 60 m, 1.3 above 150 m; 1/1.1 the other way. */
export function heightQ(game: Game, hex: number, from: readonly number[]): number {
  let sum = 0;
  for (const hexFrom of from) sum += ((game.elevation[hexFrom] as number) + (game.crest[hexFrom] as number)) / 2;
  const rise = (game.crest[hex] as number) - sum / Math.max(1, from.length);
  if (rise >= 150) return lnQ(1.3);
  if (rise >= 60) return lnQ(1.15);
  return rise <= -60 ? -lnQ(1.1) : 0;
}

/** 6.5: attack across a river: stream 1.1, river 1.4, major river 1.8, by the share of men that must cross. */
export function riverQ(game: Game, crossings: readonly { step: number; men: number }[]): number {
  const worth = [1, 1.1, 1.4, 1.8] as const;
  let men = 0;
  let sum = 0;
  for (const { step, men: count } of crossings) {
    men += count;
    sum += count * worth[game.river[step] as 0 | 1 | 2 | 3];
  }
  return men > 0 ? lnQ(sum / men) : 0;
}
