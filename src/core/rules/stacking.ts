/** Rulebook 5: how many men find room in a hex, by frontage. */
import type { Game } from '../game.ts';

/** 5.1: men for each km of hex: 4,800 on the flat, less where ground is broken (a division on 2.5 km). */
const MEN_PER_KM = [4800, 4400, 3600] as const;

/** 5.1: the stacking limit of a hex in men. */
export function stackingLimit(game: Game, hex: number): number {
  return Math.round(MEN_PER_KM[game.relief[hex] as 0 | 1 | 2] * game.hexKm);
}
