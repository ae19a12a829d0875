/**
 * Rulebook 6.13: the resolver. It knows no map and no unit: two strengths, a sum of factors, the men at risk. Two hazards
 * compete, that the defender gives way and that the attacker stops; both sides lose men, with declared noise.
 */
import type { Dice } from '../dice.ts';
import { exp, expQ, interpolate, lnQ, NORMALS, normalQ } from '../exact.ts';
import type { LossRange } from '../odds.ts';
import { BIN_MEANS, BIN_SIZE, BINS, type Component, drawNoise, lossSpread, mixtureQuantile } from './noise.ts';

/**
 * Every number of the resolver. [C] computed from 241 engagements of 1914-1973 (Concepts Analysis Agency data base,
 * ODC-By 1.0), [T] a third party's transcription of Dupuy's "Numbers, Predictions and War", [A] assumed.
 */
export const RESOLVER = {
  /** k: odds that the defender gives way rather than the attacker stops = exp(k M), M the ln of the power ratio. [C] */
  slope: 1.2,
  /** Chance a day, as a rate, of either end at M = 0: half of all even battles are decided in three days. [C] */
  hazard: 0.115,
  /** Added to ln of the power ratio: attackers choose their battles. [C] */
  bias: 0.7,
  /** Rate at which a side gives up, by its cohesion: doubled about 300, fourfold from 100 down. [A] */
  nerve: [
    [100, 4],
    [300, 2],
    [500, 1],
  ] as readonly (readonly [number, number])[],
  /** Rate at which a defender gives way who holds at all costs, and one who gives ground early. [A] */
  holdNerve: 0.5,
  elasticNerve: 1.6,
  /** Losses of both sides when the defender gives ground early: delay and withdrawal. [C] */
  elasticLoss: 0.67,
  /** From this power ratio on (battle noise included, bias not) up to so many defenders are overrun at once. [A] */
  overrunRatio: 8,
  overrunMen: 800,
  /** The attacker's losses in an overrun, relative to an ordinary half-day. [A] */
  overrunLoss: 0.5,
  /**
   * Men hit, as a share of the men engaged, on the first day of battle in dry rolling mixed country, forces of 10 000
   * men and equal strength. A MEDIAN over battles: the mean is higher by the noise below, x1.40 and x1.59. [C]
   */
  attackRate: 0.031,
  defenceRate: 0.022,
  /** The smaller the force, the higher its rate: (men / 10 000) to these powers, below and above 20 000. [C] */
  sizePower: -0.3,
  sizePowerLarge: -0.1,
  sizeLarge: 20_000,
  sizeLeast: 500,
  /** (enemy strength / own strength) to this power, the ratio between a tenth and ten. [C], limits [A] */
  ratioPower: 0.2,
  ratioLimit: 10,
  /** Losses of D days together go with D to this power, so a day's share falls as a battle drags on. [C] */
  daysPower: 0.72,
  /** By relief: flat, rolling, rugged. [C] */
  relief: [0.86, 1, 0.7] as readonly number[],
  /** Woods, and rain. [C] */
  wooded: 1.3,
  wet: 0.7,
  /** The attacker's losses in a fight that throws him back. [C] */
  repulsed: 1.2,
  /** Standard deviations of ln: power [C/A]; losses [C]; daily part and its correlations (Ardennes 1944) [C]. */
  noise: { power: 0.5, shared: 0.47, attack: 0.62, defence: 0.8, daily: 0.25, dailyLag: 0.65, dailyBothSides: 0.43 },
  /** Of the men hit, the killed; of the rest, those wounded so lightly that they stay or return at once. [C] */
  killed: 0.25,
  light: 0.15,
  /** Share of the men left behind in a retreat, from and to. [A] */
  capture: {
    ordinary: [0.01, 0.03],
    pursued: [0.03, 0.08],
    blocked: [0.1, 0.3],
    encircled: [0.3, 1],
  },
};

/** One fight of a battle: half a day or a day. */
export interface Fight {
  /** Men-equivalents engaged. */
  attackStrength: number;
  defenceStrength: number;
  /** Men engaged, who are at risk. */
  attackMen: number;
  defenceMen: number;
  /** Sum of the factors of the power ratio, ln in 1/1024, positive helps the attacker. */
  lnFactors: number;
  /** Further terms of the loss rates (quality, surprise, air superiority, era), ln in 1/1024. */
  lnLossAttack: number;
  lnLossDefence: number;
  /** 0 flat, 1 rolling, 2 rugged. */
  relief: 0 | 1 | 2;
  wooded: boolean;
  wet: boolean;
  /** Day of the battle, 1 is the first. */
  day: number;
  /** Half-days fought now, from 1 up. */
  steps: number;
  /** 0..1000, weighted by strength. */
  attackCohesion: number;
  defenceCohesion: number;
  /** The defender holds at all costs, or gives ground early. */
  hold: boolean;
  elastic: boolean;
}

export interface FightResult {
  /** `overrun` is giving way at once. */
  outcome: 'gaveWay' | 'stopped' | 'undecided' | 'overrun';
  /** Half-days fought. */
  steps: number;
  /** Men hit: killed and wounded, the lightly wounded too. */
  attackerHit: number;
  defenderHit: number;
  /** How well the dice that decided fell for the attacker: 0 as badly as can be, 1000 as well as can be. */
  luck: number;
}

/** Chances in thousandths; they add to 1000. `gaveWay` includes the overruns. */
export interface Chances {
  gaveWay: number;
  stopped: number;
  undecided: number;
}

/** The chances, the part of `gaveWay` that is overrun, and the men killed or wounded so that they count as lost. */
export interface Forecast extends Chances {
  overrun: number;
  attackerLosses: LossRange;
  defenderLosses: LossRange;
}

/** What decides a fight apart from its noise: ln of the power ratio (1/1024), and how readily each side gives up. */
interface Contest {
  power: number;
  defenderNerve: number;
  attackerNerve: number;
  /** Power ratio, ln in 1/1024, above which the defender is overrun. */
  overrunAbove: number;
}

function contestOf(fight: Fight): Contest {
  const stance = fight.hold ? RESOLVER.holdNerve : fight.elastic ? RESOLVER.elasticNerve : 1;
  return {
    power: ratioQ(fight) + fight.lnFactors,
    defenderNerve: stance * interpolate(RESOLVER.nerve, fight.defenceCohesion),
    attackerNerve: interpolate(RESOLVER.nerve, fight.attackCohesion),
    overrunAbove: fight.defenceMen <= RESOLVER.overrunMen ? lnQ(RESOLVER.overrunRatio) : Number.POSITIVE_INFINITY,
  };
}

/** ln of attacker's to defender's strength, 1/1024. Less than one man-equivalent counts as one. */
function ratioQ(fight: Fight): number {
  return lnQ(Math.max(1, fight.attackStrength)) - lnQ(Math.max(1, fight.defenceStrength));
}

/** Chance that the fight goes on after half a day, and the share of `gaveWay` among its ends. */
interface HalfDay {
  lasting: number;
  giveWay: number;
}

function halfDayAt(contest: Contest, power: number): HalfDay {
  const push = exp(RESOLVER.slope * 0.5 * (power / 1024 + RESOLVER.bias));
  const giveWay = RESOLVER.hazard * 0.5 * push * contest.defenderNerve;
  const stop = ((RESOLVER.hazard * 0.5) / push) * contest.attackerNerve;
  return { lasting: exp(-giveWay - stop), giveWay: giveWay / (giveWay + stop) };
}

/**
 * Fights a battle for the half-days of a turn. `battleDice` are keyed by the battle alone: noise that lasts all its days;
 * `dayDice` by the battle and the day. One roll decides: at its top the defender gives way at once, below that later, in
 * the middle nothing is decided, at its bottom the attacker stops at once.
 */
export function resolve(fight: Fight, battleDice: Dice, dayDice: Dice): FightResult {
  const contest = contestOf(fight);
  const noise = drawNoise(RESOLVER.noise, battleDice, fight.day);
  const roll = dayDice.unit();
  const power = contest.power + noise.power;
  let outcome: FightResult['outcome'] = 'undecided';
  let steps = fight.steps;
  if (power > contest.overrunAbove) {
    outcome = 'overrun';
    steps = 1;
  } else {
    const half = halfDayAt(contest, power);
    let lasting = 1;
    for (let step = 1; step <= fight.steps && outcome === 'undecided'; step++) {
      lasting *= half.lasting;
      steps = step;
      if (roll >= 1 - half.giveWay * (1 - lasting)) outcome = 'gaveWay';
      else if (roll < (1 - half.giveWay) * (1 - lasting)) outcome = 'stopped';
    }
  }
  const rates = ratesOf(fight);
  const weight = weightOf(fight, steps);
  const attackRate = rates.attack + noise.attack + outcomeQ(outcome);
  return {
    outcome,
    steps,
    attackerHit: dayDice.round(hitsAt(fight.attackMen, attackRate, weight)),
    defenderHit: dayDice.round(hitsAt(fight.defenceMen, rates.defence + noise.defence, weight)),
    luck: luckOf((noise.index + 0.5) / NORMALS, roll),
  };
}

/** Where the sum of two uniform numbers falls in its distribution, thousandths. */
function luckOf(one: number, other: number): number {
  const sum = one + other;
  return Math.round(sum < 1 ? 500 * sum * sum : 1000 - 500 * (2 - sum) * (2 - sum));
}

/** Rates of men hit a day on this day of the battle, before noise: ln in 1/1024. */
function ratesOf(fight: Fight): { attack: number; defence: number } {
  const limit = lnQ(RESOLVER.ratioLimit);
  const ratio = Math.max(-limit, Math.min(limit, ratioQ(fight))) * RESOLVER.ratioPower;
  const both =
    lnQ(RESOLVER.relief[fight.relief] as number) +
    (fight.wooded ? lnQ(RESOLVER.wooded) : 0) +
    (fight.wet ? lnQ(RESOLVER.wet) : 0) +
    (fight.elastic && !fight.hold ? lnQ(RESOLVER.elasticLoss) : 0) +
    dayQ(fight.day);
  return {
    attack: Math.round(lnQ(RESOLVER.attackRate) + sizeQ(fight.attackMen) - ratio + both + fight.lnLossAttack),
    defence: Math.round(lnQ(RESOLVER.defenceRate) + sizeQ(fight.defenceMen) + ratio + both + fight.lnLossDefence),
  };
}

function sizeQ(men: number): number {
  const size = Math.max(RESOLVER.sizeLeast, men);
  const small = lnQ(Math.min(size, RESOLVER.sizeLarge) / 10_000) * RESOLVER.sizePower;
  return size <= RESOLVER.sizeLarge ? small : small + lnQ(size / RESOLVER.sizeLarge) * RESOLVER.sizePowerLarge;
}

function dayQ(day: number): number {
  if (day <= 1) return 0;
  return lnQ(expQ(lnQ(day) * RESOLVER.daysPower) - expQ(lnQ(day - 1) * RESOLVER.daysPower));
}

function outcomeQ(outcome: FightResult['outcome']): number {
  if (outcome === 'stopped') return lnQ(RESOLVER.repulsed);
  return outcome === 'overrun' ? lnQ(RESOLVER.overrunLoss) : 0;
}

/** Men hit at a rate a day (ln in 1/1024) in so many half-days; never all, for the rate is on those still standing. */
function hitsAt(men: number, rateQ: number, steps: number): number {
  return men * (1 - exp(expQ(rateQ) * steps * -0.5));
}

/** Half-days of a fight weighed by their rate against that of its first day, for a day's share falls as a battle drags on. */
function weightOf(fight: Fight, steps: number): number {
  let weight = 0;
  for (let step = 0; step < steps; step++) weight += expQ(dayQ(fight.day + (step >> 1)) - dayQ(fight.day));
  return weight;
}

/** Chances of every course of a fight over the noise: by the half-day of its end, and of none. They add to 1. */
interface Courses {
  overrun: number;
  gaveWay: number[];
  stopped: number[];
  undecided: number;
}

function coursesOf(fight: Fight): Courses {
  const contest = contestOf(fight);
  const courses: Courses = { overrun: 0, gaveWay: [], stopped: [], undecided: 0 };
  for (let step = 0; step < fight.steps; step++) {
    courses.gaveWay.push(0);
    courses.stopped.push(0);
  }
  for (let bin = 0; bin < BINS; bin++) {
    const power = contest.power + (BIN_MEANS[bin] as number) * RESOLVER.noise.power;
    const overrun = overrunIn(contest, bin);
    courses.overrun += overrun / NORMALS;
    if (overrun === BIN_SIZE) continue;
    const half = halfDayAt(contest, power);
    let left = (BIN_SIZE - overrun) / NORMALS;
    for (let step = 0; step < fight.steps; step++) {
      const ended = left * (1 - half.lasting);
      courses.gaveWay[step] = (courses.gaveWay[step] as number) + ended * half.giveWay;
      courses.stopped[step] = (courses.stopped[step] as number) + ended * (1 - half.giveWay);
      left -= ended;
    }
    courses.undecided += left;
  }
  return courses;
}

/** How many of the normals in a bin bring an overrun. */
function overrunIn(contest: Contest, bin: number): number {
  const over = (i: number): boolean =>
    contest.power + Math.round(normalQ(bin * BIN_SIZE + i) * RESOLVER.noise.power) > contest.overrunAbove;
  if (!over(BIN_SIZE - 1)) return 0;
  let first = 0;
  while (!over(first)) first++;
  return BIN_SIZE - first;
}

function chancesOf(courses: Courses): Chances {
  const gaveWay = Math.round(1000 * (courses.overrun + sum(courses.gaveWay)));
  const stopped = Math.min(1000 - gaveWay, Math.round(1000 * sum(courses.stopped)));
  return { gaveWay, stopped, undecided: 1000 - gaveWay - stopped };
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** The three chances alone: a tenth of the work of `forecast`, and the same numbers. */
export function forecastWin(fight: Fight): Chances {
  return chancesOf(coursesOf(fight));
}

/**
 * What `resolve` will give, before any dice are known: the noise is enumerated, the hazards are in closed form. On later
 * days of a battle too the noise counts as unknown, since nobody in the field could know it.
 */
export function forecast(fight: Fight): Forecast {
  const courses = coursesOf(fight);
  const rates = ratesOf(fight);
  const attack: Course[] = [{ weight: courses.overrun, steps: 1, extra: outcomeQ('overrun') }];
  const defence: Course[] = [{ weight: courses.overrun, steps: 1, extra: 0 }];
  for (let step = 0; step < fight.steps; step++) {
    const gaveWay = (courses.gaveWay[step] as number) + (step === fight.steps - 1 ? courses.undecided : 0);
    const stopped = courses.stopped[step] as number;
    const steps = weightOf(fight, step + 1);
    attack.push({ weight: gaveWay, steps, extra: 0 });
    attack.push({ weight: stopped, steps, extra: outcomeQ('stopped') });
    defence.push({ weight: gaveWay + stopped, steps, extra: 0 });
  }
  const { noise } = RESOLVER;
  return {
    ...chancesOf(courses),
    overrun: Math.round(1000 * courses.overrun),
    attackerLosses: lossRange(fight.attackMen, rates.attack, attack, lossSpread(noise, noise.attack)),
    defenderLosses: lossRange(fight.defenceMen, rates.defence, defence, lossSpread(noise, noise.defence)),
  };
}

/** A course of the fight as its losses see it: so many half-days (see `weightOf`), at so much more of a rate (ln in 1/1024). */
interface Course {
  weight: number;
  steps: number;
  extra: number;
}

function lossRange(men: number, rate: number, courses: readonly Course[], spread: number): LossRange {
  const counted = men * (1 - (1 - RESOLVER.killed) * RESOLVER.light);
  const parts: Component[] = [];
  let mean = 0;
  for (const course of courses) {
    if (course.weight <= 0) continue;
    const middle = rate + course.extra + lnQ(course.steps);
    parts.push({ middle, weight: course.weight });
    let total = 0;
    for (let bin = 0; bin < BINS; bin++) total += hitsAt(counted, middle + (BIN_MEANS[bin] as number) * spread, 1);
    mean += (course.weight * total) / BINS;
  }
  const at = (p: number): number => Math.round(hitsAt(counted, mixtureQuantile(parts, spread, p), 1));
  return { p5: at(0.05), p50: at(0.5), p95: at(0.95), mean: Math.round(mean) };
}

/** Divides men hit (an integer) into killed, wounded who count as lost, and lightly wounded who do not. They add up. */
export function splitHits(hit: number, dice: Dice): { killed: number; wounded: number; light: number } {
  const killed = dice.round(hit * RESOLVER.killed);
  const light = dice.round((hit - killed) * RESOLVER.light);
  return { killed, wounded: hit - killed - light, light };
}

/** How a beaten unit goes back: freely, pressed by a mobile enemy, through the enemy, or nowhere at all. */
export type RetreatKind = keyof typeof RESOLVER.capture;

/** The share of its men, 0..1, that a beaten unit leaves behind. */
export function captureShare(kind: RetreatKind, dice: Dice): number {
  const [from, to] = RESOLVER.capture[kind] as [number, number];
  return from + (to - from) * dice.unit();
}
