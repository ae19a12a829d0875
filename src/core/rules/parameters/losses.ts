/** Rulebook 6.13-6.22: what fights, fire and retreats cost. Estimates [A] except where a source is marked. */
import { amount, factor, share, whole } from './bounds.ts';

export const LOSSES = {
  /** Share of the tanks hit for each share of the men hit. [C] */
  tanks: amount(5, 100),
  /** Most of the pieces of a kind that one fight costs. */
  most: share(0.6),
  /** Cohesion lost with all men hit: 8 points for each per cent. [A] */
  cohesion: whole(800, 0, 10_000),
  /** 6.15: share of the guns left behind in a retreat, from and to. */
  gunsLeft: [share(0.05), share(0.15)],
  /** 6.17: share of the small arms of the beaten that the victor picks up. */
  pickedUp: share(0.6),
} as const;

/** Rulebook 6.14-6.16. */
export const RETREAT = {
  /** Cohesion lost by a retreat, and by a rout (an overrun or a blocked retreat). */
  cohesion: whole(60, 0, 1000),
  routCohesion: whole(150, 0, 1000),
  /** 6.15: with no way out a unit below this cohesion breaks up. */
  encircledCohesion: whole(300, 0, 1000),
  /** 6.15: how much more is left behind where irregulars stand along the way. */
  irregulars: factor(2),
} as const;

/** Fire outside assaults. */
export const FIRE = {
  /**
   * 6.21: men hit in a day of bombardment for each man-equivalent of guns, on troops above ground: 1.2 by a gun of 60.
   * Scaled from the share of losses to artillery in WWII (about half) at ordinary day rates.
   */
  bombardment: share(0.02),
  /** 7.7: share of a column hit that is ambushed by an enemy of its own size. */
  ambush: share(0.025),
  /** 7.10: men of a column hit by each piece on the heights, and the most of the column, as a share. */
  columnPiece: amount(0.4, 100),
  columnMost: share(0.01),
} as const;

/** Rulebook 6.19: leaders. */
export const LEADERS = {
  /** Chance in thousandths to be hit, a day of fighting at the front and for each per cent of men hit there. */
  risk: amount(6, 1000),
  riskPerPercent: amount(4, 1000),
  /** Of the leaders hit, the share that is killed; the others are out of action. */
  killed: share(0.4),
} as const;
