/** Rulebook 9.10: supplies dropped on troops. Part of what falls on a surrounded force falls to the enemy. */
import type { Dice } from '../dice.ts';
import type { Game } from '../game.ts';
import { inEnemyZoc, type Position, position, unitsIn } from '../position.ts';
import type { GameState, SideIndex } from '../state.ts';
import { needs } from './needs.ts';

interface Drop {
  delivered: number;
  taken: number;
  missed: number;
}

/** 9.10: adjacent hexes that hold the enemy, or lie in his zone of control without friends. */
function coveredSides(game: Game, pos: Position, hex: number, side: number): number {
  let count = 0;
  for (let d = 0; d < 6; d++) {
    const near = game.neighbours[hex * 6 + d] as number;
    if (near < 0 || pos.side[near] === side) continue;
    if (pos.side[near] === 1 - side || inEnemyZoc(pos, near, side)) count++;
  }
  return count;
}

/** 9.10: drops `kg` on the friendly units of a hex and books all of it: dropped = delivered + taken + missed. */
export function drop(game: Game, state: GameState, side: SideIndex, hex: number, kg: number, roll: Dice): Drop {
  const pos = position(game, state, -1);
  const { drift: perSide, mostLost, scatter } = game.rules.air;
  const drift = Math.max(0, Math.min(mostLost - scatter, perSide * coveredSides(game, pos, hex, side)));
  // Wind and height of the day: six tenths to fourteen tenths of the average.
  const luck = 0.6 + 0.8 * roll.unit();
  const missed = Math.min(kg, roll.round(kg * scatter * luck));
  const taken = Math.min(kg - missed, roll.round(kg * drift * luck));
  const delivered = kg - missed - taken;
  const friends = unitsIn(pos, hex);
  deliver(game, state, friends, delivered);
  if (taken > 0) pickUpDrop(game, state, pos, hex, (1 - side) as SideIndex, taken);
  const books = state.sides[side];
  books.dropped += kg;
  books.dropTaken += taken;
  books.dropLost += missed;
  books.entered += kg;
  books.spoiled += taken + missed;
  return { delivered, taken, missed };
}

/** 9.10: half food, half ammunition; what one class has no room for goes to the other, and what is left is food. */
function deliver(game: Game, state: GameState, friends: readonly number[], kg: number): void {
  const load = friends.map((index) => needs(game, state, index));
  const unitOf = (i: number): GameState['units'][number] =>
    state.units[friends[i] as number] as GameState['units'][number];
  const foodRoom = load.map((need, i) => Math.max(0, need.foodCap - unitOf(i).food));
  const ammoRoom = load.map((need, i) => Math.max(0, need.ammoCap - unitOf(i).ammo));
  const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);
  const half = Math.ceil(kg / 2);
  const spare = Math.max(0, half - sum(foodRoom));
  const ammo = Math.min(sum(ammoRoom), kg - half + spare);
  const shares = (total: number, room: readonly number[]): number[] => {
    const weight = sum(room) > 0 ? room : load.map((need) => need.foodDay);
    return split(total, weight);
  };
  shares(ammo, ammoRoom).forEach((share, i) => {
    unitOf(i).ammo += share;
  });
  shares(kg - ammo, foodRoom).forEach((share, i) => {
    unitOf(i).food += share;
  });
}

/** Shares `total` out by weight in whole numbers; the parts add up to it. */
function split(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let run = 0;
  let given = 0;
  return weights.map((weight, i) => {
    run += weight;
    const upTo = i === weights.length - 1 ? total : all > 0 ? Math.floor((total * run) / all) : 0;
    const part = upTo - given;
    given = upTo;
    return part;
  });
}

/** 9.10: the enemy's troops around eat what they find; what is beyond their room is used up at once. */
function pickUpDrop(game: Game, state: GameState, pos: Position, hex: number, side: SideIndex, kg: number): void {
  let left = kg;
  for (let d = 0; d < 6 && left > 0; d++) {
    const near = game.neighbours[hex * 6 + d] as number;
    if (near < 0 || pos.side[near] !== side) continue;
    for (const index of unitsIn(pos, near)) {
      const unit = state.units[index] as GameState['units'][number];
      const room = Math.max(0, needs(game, state, index).foodCap - unit.food);
      const share = Math.min(left, room);
      unit.food += share;
      left -= share;
    }
  }
  state.sides[side].entered += kg;
  state.sides[side].used += left;
}
