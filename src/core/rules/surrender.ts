/** Rulebook 12: surrender spreads unit by unit. */
import { dice } from '../dice.ts';
import type { GameEvent } from '../event.ts';
import { daysOfTurn, type Game } from '../game.ts';
import { type Position, position } from '../position.ts';
import { type GameState, SUPPLY_PARTIAL, UNIT_ON_MAP } from '../state.ts';
import { applyCapture, removeIfEmpty } from './losses.ts';

/** 12.1: surrounded: every neighbouring hex is enemy-held, in enemy control without friends, or off the map. */
export function isSurrounded(game: Game, pos: Position, hex: number, side: number): boolean {
  const enemyBit = 1 << (1 - side);
  for (let d = 0; d < 6; d++) {
    const near = game.neighbours[hex * 6 + d] as number;
    if (near < 0 || pos.side[near] === 1 - side) continue;
    if (pos.side[near] === side || ((pos.zoc[near] as number) & enemyBit) === 0) return false;
  }
  return true;
}

/**
 * 12.1: each turn a unit that is cut off and surrounded may lay down its arms: more likely the lower its cohesion,
 * three times as likely without ammunition, in proportion to its army's readiness to be taken prisoner.
 */
export function surrenders(game: Game, state: GameState, events: GameEvent[]): void {
  const days = daysOfTurn(game);
  for (const info of game.units) {
    const unit = state.units[info.index] as GameState['units'][number];
    if (unit.status !== UNIT_ON_MAP || unit.supply >= SUPPLY_PARTIAL) continue;
    if (!isSurrounded(game, position(game, state, -1), unit.hex, info.side)) continue;
    let chance = game.rules.surrender.rate * days;
    for (let lost = 1000 - unit.cohesion; lost >= 200; lost -= 200) chance *= 2;
    if (unit.ammo <= 0) chance *= game.rules.surrender.withoutAmmo;
    chance *= (game.data.scenario.sides[info.side]?.prisonerShare ?? 600) / 600;
    const roll = dice(state.seed, 'surrender', state.turn, info.index);
    if (roll.unit() >= chance) continue;
    const hex = unit.hex;
    const men = unit.men;
    const loss = applyCapture(game, state, info.index, 1, 6, roll);
    events.push({ type: 'surrender', unit: info.index, hex, men, losses: [loss], to: 3 });
    removeIfEmpty(game, state, info.index, events);
  }
}
