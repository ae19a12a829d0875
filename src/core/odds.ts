/** What the resolver says of a fight before it is fought: every factor, the outcome chances, the expected losses. */

export const FACTOR_IDS = [
  'posture',
  'terrain',
  'height',
  'river',
  'weather',
  'quality',
  'leadership',
  'command',
  'formation',
  'ammunition',
  'hunger',
  'fatigue',
  'flank',
  'surprise',
  'airSuperiority',
  'air',
  'armour',
  'coordination',
  'observation',
  'guides',
] as const;
export type FactorId = (typeof FACTOR_IDS)[number];

/** One factor of the power ratio, seen from the attacker: ln in 1/1024, positive helps the attacker. */
export interface Factor {
  id: FactorId;
  q: number;
  clause: string;
}

/** What one unit brings to a fight. */
export interface Engaged {
  unit: number;
  /** Men of the unit that find room at the hexside. */
  men: number;
  /** Men-equivalents after terrain, ammunition and cohesion. */
  strength: number;
}

/** Men lost in killed, wounded and missing: the 5th, 50th and 95th percentile, and the mean. */
export interface LossRange {
  p5: number;
  p50: number;
  p95: number;
  mean: number;
}

export interface Odds {
  attackers: Engaged[];
  support: Engaged[];
  defenders: Engaged[];
  attackStrength: number;
  defenceStrength: number;
  factors: Factor[];
  /** ln of the power ratio in 1/1024: strengths and all factors. */
  lnPower: number;
  /** Chances in thousandths; they add to 1000. */
  gaveWay: number;
  stopped: number;
  undecided: number;
  /** The day of this battle (1 is the first). */
  day: number;
  /** Half-days that the assault is fought at most (6.1). */
  halfDays: number;
  attackerLosses: LossRange;
  defenderLosses: LossRange;
  /** Tanks and armoured cars the attacker is expected to have hit, tenths. */
  attackerArmourHit: number;
}
