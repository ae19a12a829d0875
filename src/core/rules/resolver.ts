/**
 * Rulebook 6.13: the resolver. It knows no map and no unit: two strengths, a sum of factors, the men at risk. Two hazards
 * compete, that the defender gives way and that the attacker stops; both sides lose men, with declared noise.
 */
import type { Dice } from '../dice.ts';
import { exp, expQ, interpolate, lnQ, NORMALS, normalQ } from '../exact.ts';
import type { LossRange } from '../odds.ts';
import type { Era } from '../scenario.ts';
import { BIN_MEANS, BIN_SIZE, BINS, type Component, drawNoise, lossSpread, mixtureQuantile } from './noise.ts';
import type { Parameters } from './parameters.ts';

type Rules = Parameters['resolver'];

/** One fight of a battle: half a day or a day. */
export interface Fight {
  /** Men-equivalents engaged. */
  attackStrength: number;
  defenceStrength: number;
  /** Men engaged, who are at risk. */
  attackMen: number;
  defenceMen: number;
  /** Armoured vehicles engaged. */
  attackArmour: number;
  defenceArmour: number;
  /** Sum of the factors of the power ratio but surprise and air superiority, ln in 1/1024, positive helps the attacker. */
  lnFactors: number;
  /** Further terms of the loss rates (quality, tenacity, main effort), ln in 1/1024. */
  lnLossAttack: number;
  lnLossDefence: number;
  /** Levels by which the attacker surprises the defender, -3..3: minor, substantial, complete; below 0 he is surprised. */
  surprise: number;
  /** 1 when air superiority is the attacker's, -1 when it is the defender's, else 0. */
  airSuperiority: -1 | 0 | 1;
  era: Era;
  /** 0 flat, 1 rolling, 2 rugged. */
  relief: 0 | 1 | 2;
  wooded: boolean;
  bare: boolean;
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

function contestOf(rules: Rules, fight: Fight): Contest {
  const stance = fight.hold ? rules.holdNerve : fight.elastic ? rules.elasticNerve : 1;
  return {
    power: ratioQ(fight) + fight.lnFactors + surpriseQ(rules, fight) + airSuperiorityQ(rules, fight),
    defenderNerve: stance * interpolate(rules.nerve, fight.defenceCohesion),
    attackerNerve: interpolate(rules.nerve, fight.attackCohesion),
    overrunAbove: fight.defenceMen <= rules.overrunMen ? lnQ(rules.overrunRatio) : Number.POSITIVE_INFINITY,
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

function halfDayAt(rules: Rules, contest: Contest, power: number): HalfDay {
  const push = exp(rules.slope * 0.5 * (power / 1024 + rules.bias));
  const giveWay = rules.hazard * 0.5 * push * contest.defenderNerve;
  const stop = ((rules.hazard * 0.5) / push) * contest.attackerNerve;
  return { lasting: exp(-giveWay - stop), giveWay: giveWay / (giveWay + stop) };
}

/**
 * Fights a battle for the half-days of a turn. `battleDice` are keyed by the battle alone: noise that lasts all its days;
 * `dayDice` by the battle and the day. One roll decides: at its top the defender gives way at once, below that later, in
 * the middle nothing is decided, at its bottom the attacker stops at once.
 */
export function resolve(rules: Rules, fight: Fight, battleDice: Dice, dayDice: Dice): FightResult {
  const contest = contestOf(rules, fight);
  const noise = drawNoise(rules.noise, battleDice, fight.day);
  const roll = dayDice.unit();
  const power = contest.power + noise.power;
  let outcome: FightResult['outcome'] = 'undecided';
  let steps = fight.steps;
  if (power > contest.overrunAbove) {
    outcome = 'overrun';
    steps = 1;
  } else {
    const half = halfDayAt(rules, contest, power);
    let lasting = 1;
    for (let step = 1; step <= fight.steps && outcome === 'undecided'; step++) {
      lasting *= half.lasting;
      steps = step;
      if (roll >= 1 - half.giveWay * (1 - lasting)) outcome = 'gaveWay';
      else if (roll < (1 - half.giveWay) * (1 - lasting)) outcome = 'stopped';
    }
  }
  const rates = ratesOf(rules, fight);
  const weight = weightOf(rules, fight, steps);
  const attackRate = rates.attack + noise.attack + outcomeQ(rules, outcome);
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
function ratesOf(rules: Rules, fight: Fight): { attack: number; defence: number } {
  const limit = lnQ(rules.ratioLimit);
  const ratio = Math.max(-limit, Math.min(limit, ratioQ(fight))) * rules.ratioPower;
  const both = (fight.elastic && !fight.hold ? lnQ(rules.elasticLoss) : 0) + dayQ(rules, fight.day);
  const surprised = rules.surpriseLoss * 1024 * surpriseLeft(fight);
  const attack =
    lnQ(rules.attackRate) +
    sizeQ(rules, 'attack', fight.attackMen) -
    ratio +
    (both + groundQ(rules, 'attack', fight)) +
    fight.lnLossAttack +
    shieldQ(rules.armourShield.attack, fight.attackArmour, fight.attackMen) +
    Math.max(0, -surprised) +
    rules.airLoss * 1024 * fight.airSuperiority;
  const defence =
    lnQ(rules.defenceRate) +
    sizeQ(rules, 'defence', fight.defenceMen) +
    ratio +
    (both + groundQ(rules, 'defence', fight)) +
    fight.lnLossDefence +
    shieldQ(rules.armourShield.defence, fight.defenceArmour, fight.defenceMen) +
    Math.max(0, surprised);
  return { attack: Math.round(attack), defence: Math.round(defence) };
}

type Party = 'attack' | 'defence';

/** Relief, cover, weather and era, in the losses of one side. */
function groundQ(rules: Rules, party: Party, fight: Fight): number {
  return (
    lnQ(rules.relief[party][fight.relief]) +
    (fight.wooded ? lnQ(rules.wooded[party]) : 0) +
    (fight.bare ? lnQ(rules.bare[party]) : 0) +
    (fight.wet ? lnQ(rules.wet[party]) : 0) +
    lnQ(rules.era[fight.era][party])
  );
}

function sizeQ(rules: Rules, party: Party, men: number): number {
  const size = Math.max(rules.sizeLeast, men);
  const small = lnQ(Math.min(size, rules.sizeLarge) / 10_000) * rules.sizePower[party];
  return size <= rules.sizeLarge ? small : small + lnQ(size / rules.sizeLarge) * rules.sizePowerLarge[party];
}

/** Armour among its own men takes fire off them. */
function shieldQ(shield: number, vehicles: number, men: number): number {
  return shield === 0 || vehicles === 0 ? 0 : -shield * lnQ(1 + (1000 * vehicles) / Math.max(1, men));
}

/** Surprise wears off: a third a day, all of it after three. */
const SURPRISE_DAYS = 3;

function surpriseLeft(fight: Pick<Fight, 'surprise' | 'day'>): number {
  return (fight.surprise * Math.max(0, SURPRISE_DAYS + 1 - Math.max(1, fight.day))) / SURPRISE_DAYS;
}

/** What surprise adds to ln of the power ratio on this day of the battle, 1/1024. */
export function surpriseQ(rules: Rules, fight: Pick<Fight, 'surprise' | 'day'>): number {
  return Math.round(rules.surprisePower * 1024 * surpriseLeft(fight));
}

/** What air superiority adds to ln of the power ratio, 1/1024. */
export function airSuperiorityQ(rules: Rules, fight: Pick<Fight, 'airSuperiority'>): number {
  return Math.round(rules.airPower * 1024 * fight.airSuperiority);
}

function dayQ(rules: Rules, day: number): number {
  if (day <= 1) return 0;
  return lnQ(expQ(lnQ(day) * rules.daysPower) - expQ(lnQ(day - 1) * rules.daysPower));
}

function outcomeQ(rules: Rules, outcome: FightResult['outcome']): number {
  if (outcome === 'stopped') return lnQ(rules.repulsed);
  return outcome === 'overrun' ? lnQ(rules.overrunLoss) : 0;
}

/** Men hit at a rate a day (ln in 1/1024) in so many half-days; never all, for the rate is on those still standing. */
function hitsAt(men: number, rateQ: number, steps: number): number {
  return men * (1 - exp(expQ(rateQ) * steps * -0.5));
}

/** Half-days of a fight weighed by their rate against that of its first day, for a day's share falls as a battle drags on. */
function weightOf(rules: Rules, fight: Fight, steps: number): number {
  let weight = 0;
  for (let step = 0; step < steps; step++)
    weight += expQ(dayQ(rules, fight.day + (step >> 1)) - dayQ(rules, fight.day));
  return weight;
}

/** Chances of every course of a fight over the noise: by the half-day of its end, and of none. They add to 1. */
interface Courses {
  overrun: number;
  gaveWay: number[];
  stopped: number[];
  undecided: number;
}

function coursesOf(rules: Rules, fight: Fight): Courses {
  const contest = contestOf(rules, fight);
  const courses: Courses = { overrun: 0, gaveWay: [], stopped: [], undecided: 0 };
  for (let step = 0; step < fight.steps; step++) {
    courses.gaveWay.push(0);
    courses.stopped.push(0);
  }
  for (let bin = 0; bin < BINS; bin++) {
    const power = contest.power + (BIN_MEANS[bin] as number) * rules.noise.power;
    const overrun = overrunIn(rules, contest, bin);
    courses.overrun += overrun / NORMALS;
    if (overrun === BIN_SIZE) continue;
    const half = halfDayAt(rules, contest, power);
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
function overrunIn(rules: Rules, contest: Contest, bin: number): number {
  const over = (i: number): boolean =>
    contest.power + Math.round(normalQ(bin * BIN_SIZE + i) * rules.noise.power) > contest.overrunAbove;
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
export function forecastWin(rules: Rules, fight: Fight): Chances {
  return chancesOf(coursesOf(rules, fight));
}

/**
 * What `resolve` will give, before any dice are known: the noise is enumerated, the hazards are in closed form. On later
 * days of a battle too the noise counts as unknown, since nobody in the field could know it.
 */
export function forecast(rules: Rules, fight: Fight): Forecast {
  const courses = coursesOf(rules, fight);
  const rates = ratesOf(rules, fight);
  const attack: Course[] = [{ weight: courses.overrun, steps: 1, extra: outcomeQ(rules, 'overrun') }];
  const defence: Course[] = [{ weight: courses.overrun, steps: 1, extra: 0 }];
  for (let step = 0; step < fight.steps; step++) {
    const gaveWay = (courses.gaveWay[step] as number) + (step === fight.steps - 1 ? courses.undecided : 0);
    const stopped = courses.stopped[step] as number;
    const steps = weightOf(rules, fight, step + 1);
    attack.push({ weight: gaveWay, steps, extra: 0 });
    attack.push({ weight: stopped, steps, extra: outcomeQ(rules, 'stopped') });
    defence.push({ weight: gaveWay + stopped, steps, extra: 0 });
  }
  const { noise } = rules;
  return {
    ...chancesOf(courses),
    overrun: Math.round(1000 * courses.overrun),
    attackerLosses: lossRange(rules, fight.attackMen, rates.attack, attack, lossSpread(noise, noise.attack)),
    defenderLosses: lossRange(rules, fight.defenceMen, rates.defence, defence, lossSpread(noise, noise.defence)),
  };
}

/** A course of the fight as its losses see it: so many half-days (see `weightOf`), at so much more of a rate (ln in 1/1024). */
interface Course {
  weight: number;
  steps: number;
  extra: number;
}

function lossRange(rules: Rules, men: number, rate: number, courses: readonly Course[], spread: number): LossRange {
  const counted = men * (1 - (1 - rules.killed) * rules.light);
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
export function splitHits(rules: Rules, hit: number, dice: Dice): { killed: number; wounded: number; light: number } {
  const killed = dice.round(hit * rules.killed);
  const light = dice.round((hit - killed) * rules.light);
  return { killed, wounded: hit - killed - light, light };
}

/** How a beaten unit goes back: freely, pressed by a mobile enemy, through the enemy, or nowhere at all. */
export type RetreatKind = keyof Rules['capture'];

/** The share of its men, 0..1, that a beaten unit leaves behind. */
export function captureShare(rules: Rules, kind: RetreatKind, dice: Dice): number {
  const [from, to] = rules.capture[kind];
  return from + (to - from) * dice.unit();
}
