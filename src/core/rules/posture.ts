/** Rulebook 6.5: how strongly a hex is held: works, ground, height, water. */
import { lnQ } from '../exact.ts';
import type { Game } from '../game.ts';
import type { GameState, ReadonlyState } from '../state.ts';

/** Works in hundredths of a day dug, and what they are worth: hasty 1.3, prepared 1.5, fortified 1.6 (NPW [T]). */
const WORKS: readonly (readonly [number, number])[] = [
  [0, 1.15],
  [100, 1.3],
  [1000, 1.5],
  [2000, 1.6],
];
/** 6.5: works of this many hundredths of a day count as dug in. */
export const DUG_IN = 200;

/** 6.5: ln of the works' worth in 1/1024. */
export function postureQ(dug: number): number {
  let from = WORKS[0] as readonly [number, number];
  for (const to of WORKS) {
    if (dug <= to[0]) {
      const span = to[0] - from[0];
      const value = span === 0 ? to[1] : from[1] + ((to[1] - from[1]) * (dug - from[0])) / span;
      return lnQ(value);
    }
    from = to;
  }
  return lnQ(from[1]);
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
