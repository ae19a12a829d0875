/**
 * Rulebook 6.13: the combat resolver. Pure: it knows strengths, not maps or units, so that the same function serves the
 * game, its odds and the validation against battle tables.
 */
import type { Dice } from '../dice.ts';
import { exp, ln, normalQ } from '../exact.ts';
import type { LossRange } from '../odds.ts';

/** Parameters of the model, from combat model section 4 ([C] computed from battles, [A] assumed, [T] transcribed). */
export const RESOLVER = {
  /** Slope of the odds on ln power, 4.4 [C]. */
  slope: 1.2,
  /** Chance a day that either side breaks at parity, 4.4 [C]. */
  hazard: 0.115,
  /** Bias in favour of the attacker in 1/1024 of ln power, so that attackers win about two battles in three, 4.4 [C]. */
  bias: 300,
  /** Sd of a battle's fortune in ln power, 4.4 [A]. */
  battleSd: 0.5,
  /** Median share of men hit a day at 10,000 men, 4.5 [C]. */
  attackerRate: 0.026,
  defenderRate: 0.02,
  /** Exponents of the size of the force and of the ratio of strengths, 4.5 [C]. */
  size: -0.3,
  sizeAbove: -0.1,
  ratio: 0.2,
  /** A later day of the battle costs 0.72 day^-0.28 of the first, 4.5 [C]. */
  laterDay: 0.72,
  dayPower: -0.28,
  /** Noise of losses: shared, attacker, defender, each day; sd of ln, 4.5 [C]. */
  sharedSd: 0.47,
  attackerSd: 0.62,
  defenderSd: 0.8,
  daySd: 0.25,
  /** An attacker thrown back loses this much more, 4.5 [C]. */
  repulsed: 1.2,
  /** Stances: hazard of a defender ordered to hold, or to give ground, 4.4 and 4.5 [A]. */
  holdHazard: 0.5,
  elasticHazard: 1.6,
  elasticLoss: 0.67,
  /** ln power and ratio of men above which the defender is overrun, [A]. */
  overrunLn: 1.8,
  overrunMen: 5,
} as const;

export interface Fight {
  /** Men-equivalents engaged. */
  attackStrength: number;
  defenceStrength: number;
  /** Men at risk. */
  attackMen: number;
  defenceMen: number;
  /** All factors of the power ratio, 1/1024 of ln, positive for the attacker. */
  lnFactors: number;
  /** Further terms of the two loss rates, 1/1024 of ln. */
  lnLossAttack: number;
  lnLossDefence: number;
  relief: 0 | 1 | 2;
  wooded: boolean;
  wet: boolean;
  /** Day of this battle, 1 is the first. */
  day: number;
  /** Half-days fought now. */
  steps: number;
  /** 0..1000 */
  attackCohesion: number;
  defenceCohesion: number;
  hold: boolean;
  elastic: boolean;
}

export type Outcome = 'gaveWay' | 'stopped' | 'undecided' | 'overrun';

export interface FightResult {
  outcome: Outcome;
  steps: number;
  attackerHit: number;
  defenderHit: number;
  /** Where the deciding draws fell for the attacker, 0 worst .. 1000 best. */
  luck: number;
}

interface Hazards {
  /** Chance that a step decides. */
  decide: number;
  /** Of the decided steps, the share in which the defender gives way. */
  defender: number;
  overrun: boolean;
}

function shaken(cohesion: number): number {
  return cohesion < 200 ? 4 : cohesion < 400 ? 2 : 1;
}

function lnPower(fight: Fight): number {
  return ln(fight.attackStrength / fight.defenceStrength) + (fight.lnFactors + RESOLVER.bias) / 1024;
}

/** 4.4: two competing hazards; their ratio is exp(slope * ln power), so lopsided fights end sooner. */
function hazards(fight: Fight, base: number, fortune: number): Hazards {
  const power = Math.max(-5, Math.min(5, base + fortune));
  const tilt = exp((RESOLVER.slope * power) / 2);
  const stance = fight.hold ? RESOLVER.holdHazard : fight.elastic ? RESOLVER.elasticHazard : 1;
  const defender = RESOLVER.hazard * tilt * shaken(fight.defenceCohesion) * stance;
  const attacker = (RESOLVER.hazard / tilt) * shaken(fight.attackCohesion);
  const overrun = power > RESOLVER.overrunLn && fight.attackMen > fight.defenceMen * RESOLVER.overrunMen;
  return { decide: 1 - exp(-(defender + attacker) / 2), defender: defender / (defender + attacker), overrun };
}

function lnSize(men: number): number {
  const n = Math.max(500, men);
  const limit = 20000;
  return n <= limit
    ? RESOLVER.size * ln(n / 10000)
    : RESOLVER.size * ln(limit / 10000) + RESOLVER.sizeAbove * ln(n / limit);
}

/** 4.5: ln of the median share hit in one half-day, for attacker and defender. */
function lnRates(fight: Fight): [number, number] {
  const ratio = ln(fight.attackStrength / fight.defenceStrength);
  const relief = fight.relief === 2 ? ln(0.7) : fight.relief === 0 ? ln(0.86) : 0;
  const cover = fight.wooded ? ln(1.3) : 0;
  const wet = fight.wet ? ln(0.7) : 0;
  const day = fight.day > 1 ? ln(RESOLVER.laterDay) + RESOLVER.dayPower * ln(fight.day) : 0;
  const elastic = fight.elastic ? ln(RESOLVER.elasticLoss) : 0;
  const common = relief + cover + wet + day + elastic;
  const held = Math.max(-2, Math.min(2, ratio));
  return [
    ln(RESOLVER.attackerRate / 2) +
      lnSize(fight.attackMen) -
      RESOLVER.ratio * held +
      common +
      fight.lnLossAttack / 1024,
    ln(RESOLVER.defenderRate / 2) +
      lnSize(fight.defenceMen) +
      RESOLVER.ratio * held +
      common +
      fight.lnLossDefence / 1024,
  ];
}

function whole(value: number, roll: Dice): number {
  const floor = Math.floor(value);
  return floor + (roll.unit() < value - floor ? 1 : 0);
}

/**
 * Fights up to `steps` half-days. `battleDice` are keyed by the battle and give the noise that lasts all its days;
 * `dayDice` are keyed by the day.
 */
export function resolve(fight: Fight, battleDice: Dice, dayDice: Dice): FightResult {
  const fortune = (RESOLVER.battleSd * battleDice.normal()) / 1024;
  const shared = (RESOLVER.sharedSd * battleDice.normal()) / 1024;
  const attackNoise = shared + (RESOLVER.attackerSd * battleDice.normal()) / 1024;
  const defenceNoise = shared + (RESOLVER.defenderSd * battleDice.normal()) / 1024;
  const today = (RESOLVER.daySd * dayDice.normal()) / 1024;
  const risk = hazards(fight, lnPower(fight), fortune);
  const [attackRate, defenceRate] = lnRates(fight);
  let outcome: Outcome = 'undecided';
  let steps = 0;
  if (risk.overrun) {
    outcome = 'overrun';
    steps = 1;
  }
  while (outcome === 'undecided' && steps < fight.steps) {
    steps++;
    if (dayDice.unit() < risk.decide) outcome = dayDice.unit() < risk.defender ? 'gaveWay' : 'stopped';
  }
  const repulse = outcome === 'stopped' ? RESOLVER.repulsed : 1;
  const attackShare = Math.min(0.5, exp(attackRate + attackNoise + today) * steps * repulse);
  const defenceShare = Math.min(0.6, exp(defenceRate + defenceNoise + today) * steps);
  return {
    outcome,
    steps,
    attackerHit: whole(fight.attackMen * attackShare, dayDice),
    defenderHit: whole(fight.defenceMen * defenceShare, dayDice),
    luck: luckOf(fight, outcome, dayDice),
  };
}

/** Outcomes ordered from worst to best for the attacker; the draw is placed inside its outcome's slice. */
function luckOf(fight: Fight, outcome: Outcome, roll: Dice): number {
  const chances = forecastWin(fight);
  const part = roll.unit();
  if (outcome === 'stopped') return Math.floor(part * chances.stopped);
  if (outcome === 'undecided') return chances.stopped + Math.floor(part * chances.undecided);
  return 1000 - chances.gaveWay + Math.floor(part * chances.gaveWay);
}

/** Slices of the battle's fortune over which chances are averaged. */
const NODES = [32, 96, 160, 224, 288, 352, 416, 480, 544, 608, 672, 736, 800, 864, 928, 992].map(
  (index) => (RESOLVER.battleSd * normalQ(index)) / 1024,
);

export interface Chances {
  gaveWay: number;
  stopped: number;
  undecided: number;
}

/** The three chances in thousandths, adding to 1000: exact in the steps, averaged over sixteen slices of fortune. */
export function forecastWin(fight: Fight): Chances {
  const base = lnPower(fight);
  let gave = 0;
  let stopped = 0;
  for (const fortune of NODES) {
    const risk = hazards(fight, base, fortune);
    if (risk.overrun) {
      gave += 1;
      continue;
    }
    let open = 1;
    for (let step = 0; step < fight.steps; step++) {
      gave += open * risk.decide * risk.defender;
      stopped += open * risk.decide * (1 - risk.defender);
      open *= 1 - risk.decide;
    }
  }
  const gaveWay = Math.round((1000 * gave) / NODES.length);
  const stop = Math.min(1000 - gaveWay, Math.round((1000 * stopped) / NODES.length));
  return { gaveWay, stopped: stop, undecided: 1000 - gaveWay - stop };
}

/** What a fight promises: the chances, and the range of men hit on each side if all its steps are fought. */
export function forecast(fight: Fight): Chances & { attackerLosses: LossRange; defenderLosses: LossRange } {
  const [attackRate, defenceRate] = lnRates(fight);
  const sd = (side: number): number =>
    Math.sqrt(RESOLVER.sharedSd * RESOLVER.sharedSd + side * side + RESOLVER.daySd * RESOLVER.daySd);
  return {
    ...forecastWin(fight),
    attackerLosses: range(fight.attackMen, attackRate, sd(RESOLVER.attackerSd), fight.steps, 0.5),
    defenderLosses: range(fight.defenceMen, defenceRate, sd(RESOLVER.defenderSd), fight.steps, 0.6),
  };
}

function range(men: number, lnRate: number, sd: number, steps: number, most: number): LossRange {
  const at = (z: number): number => Math.round(men * Math.min(most, exp(lnRate + z * sd) * steps));
  return { p5: at(-1.6449), p50: at(0), p95: at(1.6449), mean: at(sd / 2) };
}

/** 6.13: of men hit a quarter are killed; of the wounded 15 % return at once and are not counted (combat model 4.5 [V]). */
export function splitHits(hit: number, roll: Dice): { killed: number; wounded: number } {
  const killed = Math.min(hit, whole(hit * 0.25, roll));
  return { killed, wounded: Math.min(hit - killed, whole((hit - killed) * 0.85, roll)) };
}

/** 6.15: ranges of the share of men left behind in a retreat (combat model 4.5 [A]). */
const CAPTURE = {
  ordinary: [0.01, 0.03],
  pursued: [0.03, 0.08],
  blocked: [0.1, 0.3],
  encircled: [0.3, 1],
} as const;

export function captureShare(kind: keyof typeof CAPTURE, roll: Dice): number {
  const [low, high] = CAPTURE[kind];
  return low + (high - low) * roll.unit();
}
