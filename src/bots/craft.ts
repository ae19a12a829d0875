/**
 * The rules of thumb of a staff: the ratios and weights by which it deals its troops out and takes or declines a fight.
 * Both sets are the project's own; the practised one was found by trial, docs/decisions.md tells how.
 */
export interface Craft {
  /** Power for power that a place is defended with. */
  defence: number;
  /** Hexes from which an enemy counts as a threat to a place. */
  alarm: number;
  /** Power for power that an attack is pressed with, once enough has been gathered to begin it. */
  press: number;
  /** Enemy-held hexes over which the call of an objective falls by half, beyond the nearest ones. */
  fade: number;
  /** How much a day's march takes off the call of a task. */
  march: number;
  /** Call of a task that has what it wants, and of a post that has twice that, beside one that lacks it. */
  more: number;
  crowd: number;
  /** A first attack waits for those of its task who are no farther off than these hexes. */
  wait: number;
  /** Share of decisions ours, 0 to 1, from which on an attack waits for nobody. */
  sure: number;
  /** What garrisons ask of a sally from their works: share of decisions ours, chance of one today, men lost for each of the enemy's. */
  sally: { share: number; today: number; exchange: number };
  /** Power around a hex beside one's own from which on troops in it are exposed. */
  exposed: number;
  /** Chance to be thrown out, with no way to go, from which on the surrounded do not wait for it. */
  overwhelmed: number;
  /** Call of a task other than a post where own supply does not come, beside one where it does. */
  unsupplied: number;
}

/** As every staff is taught. */
export const TAUGHT: Craft = {
  defence: 0.9,
  alarm: 10,
  press: 1.25,
  fade: 2.5,
  march: 0.5,
  more: 0.2,
  crowd: 0.02,
  wait: 8,
  sure: 0.85,
  sally: { share: 0.75, today: 0.16, exchange: 0.9 },
  exposed: 1.6,
  overwhelmed: 0.6,
  unsupplied: 1,
};

/** What practice teaches: fewer in posts and in reserve, more into the fight, at once where it is as good as won, and not where nobody is fed. */
export const PRACTISED: Craft = {
  defence: 0.35,
  alarm: 6,
  press: 0.9,
  fade: 5,
  march: 0.3,
  more: 0.08,
  crowd: 0.0005,
  wait: 4,
  sure: 0.65,
  sally: { share: 0.8, today: 0.2, exchange: 0.7 },
  exposed: 2.6,
  overwhelmed: 0.7,
  unsupplied: 0.1,
};
