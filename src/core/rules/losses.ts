/** Rulebook 6.13: losses in men and equipment. Everything lost is booked: men and pieces are conserved. */
import type { Dice } from '../dice.ts';
import type { GameEvent, UnitLoss } from '../event.ts';
import type { Game } from '../game.ts';
import type { EquipmentClass } from '../scenario.ts';
import { type GameState, UNIT_DESTROYED, UNIT_ON_MAP } from '../state.ts';
import { loseLeadersOf } from './leaders.ts';
import { splitHits } from './resolver.ts';
import { spoilStores } from './stores.ts';
import { isGunClass } from './strength.ts';

/**
 * Pieces hit for each share of men hit, by class, and the share of these that can be repaired (combat model 4.6). Hits on
 * armour are `losses.tanks`.
 */
const PIECES_HIT: Record<EquipmentClass, readonly [number, number]> = {
  rifle: [0.4, 0],
  lmg: [0.7, 0],
  hmg: [0.7, 0],
  mortar: [0.7, 0],
  infantryGun: [0.5, 0.5],
  mountainGun: [0.2, 0.5],
  fieldGun: [0.2, 0.5],
  howitzer: [0.2, 0.5],
  atGun: [1, 0.3],
  tank: [0, 0.5],
  armouredCar: [0, 0.5],
  truck: [0.5, 0.3],
  horse: [0.8, 0],
};
/** 6.22: severity with which no gun, no vehicle and nothing under repair gets away. */
export const EVERYTHING = 40;

function isSmallArm(kind: EquipmentClass): boolean {
  return kind === 'rifle' || kind === 'lmg' || kind === 'hmg' || kind === 'mortar';
}

export function noLoss(game: Game, unit: number): UnitLoss {
  const zeros = new Array<number>(game.equipment.length).fill(0);
  return { unit, killed: 0, wounded: 0, missing: 0, captured: 0, eqLost: zeros, eqTaken: zeros.slice() };
}

/** Rounds to an integer by a die, so that small shares are neither always nothing nor always one. */
export function roundBy(value: number, roll: Dice): number {
  const whole = Math.floor(value);
  return whole + (roll.unit() < value - whole ? 1 : 0);
}

/** 6.8, 6.13: share of the armour that is hit when this share of the men is. */
export function armourHitShare(game: Game, rate: number, armourFactor: number): number {
  const { most, tanks } = game.rules.losses;
  return Math.min(most, rate * tanks * armourFactor);
}

function takePieces(unit: GameState['units'][number], i: number, count: number): number {
  const gone = Math.min(count, unit.eq[i] as number);
  unit.eq[i] = (unit.eq[i] as number) - gone;
  return gone;
}

/**
 * 6.13: `hit` men of a unit are hit; its equipment suffers in proportion. `armourFactor` scales hits on armour (6.8),
 * `front` is the share of it that is in front (6.7).
 * Returns what was lost; cohesion falls by 8 points for each per cent of men (combat model 4.8).
 */
export function applyHits(
  game: Game,
  state: GameState,
  index: number,
  hit: number,
  armourFactor: number,
  roll: Dice,
  front = 1,
): UnitLoss {
  const unit = state.units[index] as GameState['units'][number];
  const loss = noLoss(game, index);
  const before = Math.max(1, unit.men);
  const split = splitHits(game.rules.resolver, Math.min(hit, unit.men), roll);
  loss.killed = split.killed;
  loss.wounded = split.wounded;
  unit.men -= split.killed + split.wounded;
  unit.killed += split.killed;
  unit.wounded += split.wounded;
  const rate = Math.min(1, hit / before);
  for (let i = 0; i < unit.eq.length; i++) {
    const have = unit.eq[i] as number;
    if (have === 0) continue;
    const kind = (game.equipment[i] as Game['equipment'][number]).class;
    const [perRate, repairable] = PIECES_HIT[kind];
    const armoured = kind === 'tank' || kind === 'armouredCar';
    const share = armoured
      ? armourHitShare(game, rate, armourFactor) * front
      : Math.min(game.rules.losses.most, rate * perRate);
    const struck = takePieces(unit, i, roundBy(have * share, roll));
    const mended = Math.min(struck, roundBy(struck * repairable, roll));
    unit.repair[i] = (unit.repair[i] as number) + mended;
    unit.eqLost[i] = (unit.eqLost[i] as number) + struck - mended;
    loss.eqLost[i] = struck - mended;
  }
  unit.cohesion = Math.max(0, unit.cohesion - Math.round(rate * game.rules.losses.cohesion));
  return loss;
}

/**
 * 6.15: men and pieces left behind: `share` of the men are missing or captured, guns are abandoned at 5-15 % times
 * `severity`, small arms with the men. The enemy takes what is abandoned.
 */
export function applyCapture(
  game: Game,
  state: GameState,
  index: number,
  share: number,
  severity: number,
  roll: Dice,
): UnitLoss {
  const unit = state.units[index] as GameState['units'][number];
  const info = game.units[index] as Game['units'][number];
  const enemy = state.sides[1 - info.side] as GameState['sides'][0];
  const loss = noLoss(game, index);
  const gone = Math.min(unit.men, roundBy(unit.men * share, roll));
  const taken = Math.min(gone, roundBy(gone * prisonerShare(game, info.side), roll));
  loss.captured = taken;
  loss.missing = gone - taken;
  unit.men -= gone;
  unit.captured += taken;
  unit.missing += gone - taken;
  const [low, high] = game.rules.losses.gunsLeft;
  const guns = (low + (high - low) * roll.unit()) * severity;
  for (let i = 0; i < unit.eq.length; i++) {
    const kind = (game.equipment[i] as Game['equipment'][number]).class;
    const small = isSmallArm(kind) || kind === 'horse';
    const armoured = kind === 'tank' || kind === 'armouredCar' || kind === 'truck';
    const part = Math.min(1, small ? share * 1.5 : armoured ? guns / 2 : guns);
    const left = takePieces(unit, i, roundBy((unit.eq[i] as number) * part, roll));
    const waiting = unit.repair[i] as number;
    const wrecks =
      severity >= EVERYTHING ? waiting : severity >= 1 ? Math.min(waiting, roundBy(waiting * 0.7, roll)) : 0;
    unit.repair[i] = waiting - wrecks;
    // Crews spike or drag off part of what is left; the enemy books the rest.
    const booked = roundBy(left * (armoured ? 0.5 : 0.7), roll);
    const prize = Math.min(left, booked);
    unit.eqTaken[i] = (unit.eqTaken[i] as number) + prize;
    unit.eqLost[i] = (unit.eqLost[i] as number) + left - prize + wrecks;
    enemy.captured[i] = (enemy.captured[i] as number) + prize;
    loss.eqTaken[i] = prize;
    loss.eqLost[i] = left - prize + wrecks;
  }
  return loss;
}

/** 6.16: of the men a side loses in retreat and surrender, the share that lets itself be taken prisoner. */
function prisonerShare(game: Game, side: number): number {
  return (game.data.scenario.sides[side]?.prisonerShare ?? 600) / 1000;
}

/**
 * 6.17: the field belongs to the victor: small arms lost by the beaten in this fight are picked up, at six tenths.
 */
export function pickUp(game: Game, state: GameState, losses: readonly UnitLoss[], victor: number, roll: Dice): void {
  const side = state.sides[victor] as GameState['sides'][0];
  for (const loss of losses) {
    const unit = state.units[loss.unit] as GameState['units'][number];
    if ((game.units[loss.unit] as Game['units'][number]).side === victor) continue;
    for (let i = 0; i < loss.eqLost.length; i++) {
      if (!isSmallArm((game.equipment[i] as Game['equipment'][number]).class)) continue;
      const found = Math.min(
        loss.eqLost[i] as number,
        roundBy((loss.eqLost[i] as number) * game.rules.losses.pickedUp, roll),
      );
      if (found === 0) continue;
      unit.eqLost[i] = (unit.eqLost[i] as number) - found;
      unit.eqTaken[i] = (unit.eqTaken[i] as number) + found;
      side.captured[i] = (side.captured[i] as number) + found;
      loss.eqLost[i] = (loss.eqLost[i] as number) - found;
      loss.eqTaken[i] = (loss.eqTaken[i] as number) + found;
    }
  }
}

/** 6.17: of all that the beaten had lost before, the share found on a field fought over for days: small arms, guns. */
const GLEANED = { small: 0.4, guns: 0.3 } as const;

/** 6.17: when the hex falls after more than a day, the victor also finds what the beaten left there before. */
export function glean(game: Game, state: GameState, losses: readonly UnitLoss[], victor: number, roll: Dice): void {
  const side = state.sides[victor] as GameState['sides'][0];
  for (const loss of losses) {
    const unit = state.units[loss.unit] as GameState['units'][number];
    if ((game.units[loss.unit] as Game['units'][number]).side === victor) continue;
    for (let i = 0; i < unit.eqLost.length; i++) {
      const before = (unit.eqLost[i] as number) - (loss.eqLost[i] as number);
      const { class: kind } = game.equipment[i] as Game['equipment'][number];
      const share = isSmallArm(kind) ? GLEANED.small : isGunClass(kind) || kind === 'atGun' ? GLEANED.guns : 0;
      const found = Math.min(before, roundBy(before * share, roll));
      if (found <= 0) continue;
      unit.eqLost[i] = (unit.eqLost[i] as number) - found;
      unit.eqTaken[i] = (unit.eqTaken[i] as number) + found;
      side.captured[i] = (side.captured[i] as number) + found;
      loss.eqTaken[i] = (loss.eqTaken[i] as number) + found;
    }
  }
}

/** 6.18: a unit without men leaves the map; what it still has is lost. */
export function removeIfEmpty(game: Game, state: GameState, index: number, events: GameEvent[]): void {
  const unit = state.units[index] as GameState['units'][number];
  if (unit.status !== UNIT_ON_MAP || unit.men > 0) return;
  for (let i = 0; i < unit.eq.length; i++) {
    unit.eqLost[i] = (unit.eqLost[i] as number) + (unit.eq[i] as number) + (unit.repair[i] as number);
    unit.eq[i] = 0;
    unit.repair[i] = 0;
  }
  const hex = unit.hex;
  spoilStores(game, state, index);
  unit.status = UNIT_DESTROYED;
  unit.hex = -1;
  unit.minutes = 0;
  events.push({ type: 'destroyed', unit: index, hex, to: 3 });
  loseLeadersOf(game, state, index, hex, events);
}

/** Adds the losses of two steps of the same unit. */
export function addLoss(into: UnitLoss, more: UnitLoss): void {
  into.killed += more.killed;
  into.wounded += more.wounded;
  into.missing += more.missing;
  into.captured += more.captured;
  for (let i = 0; i < into.eqLost.length; i++) {
    into.eqLost[i] = (into.eqLost[i] as number) + (more.eqLost[i] as number);
    into.eqTaken[i] = (into.eqTaken[i] as number) + (more.eqTaken[i] as number);
  }
}
