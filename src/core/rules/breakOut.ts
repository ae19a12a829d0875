/** Rulebook 6.22: a surrounded force slips through the ring by night. */
import type { BreakOutAction } from '../action.ts';
import { dice } from '../dice.ts';
import type { GameEvent } from '../event.ts';
import { distance, type Game, hexside, marchTableOf } from '../game.ts';
import { position, unitsIn } from '../position.ts';
import type { Refusal } from '../refusal.ts';
import { MOBILITIES } from '../scenario.ts';
import { ACT_ASSAULTED, ACT_RETREATED, type GameState, type ReadonlyState, SEEN_TYPE } from '../state.ts';
import { IMPASSABLE } from '../terrain.ts';
import { observeStep, reveal } from './detection.ts';
import { applyCapture, EVERYTHING, removeIfEmpty } from './losses.ts';
import { fits, takeHex } from './movement.ts';
import { isCloseCountry } from './strength.ts';
import { isSurrounded } from './surrender.ts';

/** 6.22: minutes it takes: a night and the day before it. */
const BREAK_OUT_MINUTES = 480;
/** 6.22: share of the men who do not get through, from and to, in close country; elsewhere twice as many. An estimate. */
const LEFT_BEHIND = [0.06, 0.18] as const;
const OPEN_COUNTRY = 2;
/** 6.22: what it costs the men who do. */
const COHESION = 120;
const FATIGUE = 150;
const FOOT = MOBILITIES.indexOf('foot');

/**
 * 6.22: refusals `not-surrounded`, `already-done` (it has attacked), `no-time` (minutes), `not-adjacent` (not two hexes
 * away), `enemy-in-hex` (there, or in every hex between), `impassable` (no way for men on foot), `stacking`.
 */
export function checkBreakOut(game: Game, state: ReadonlyState, action: BreakOutAction): Refusal | null {
  const { unit, hex } = action;
  const now = state.units[unit] as GameState['units'][number];
  const info = game.units[unit] as Game['units'][number];
  const pos = position(game, state, info.side);
  if (!isSurrounded(game, pos, now.hex, info.side)) return { code: 'not-surrounded', unit, clause: '6.22' };
  if ((now.acts & ACT_ASSAULTED) !== 0) return { code: 'already-done', unit, clause: '6.22' };
  if (now.minutes < BREAK_OUT_MINUTES)
    return { code: 'no-time', unit, need: BREAK_OUT_MINUTES, have: now.minutes, clause: '6.22' };
  if (distance(game, now.hex, hex) !== 2) return { code: 'not-adjacent', unit, hex, clause: '6.22' };
  if (pos.side[hex] === 1 - info.side) return { code: 'enemy-in-hex', unit, hex, clause: '6.22' };
  const { passable, free } = between(game, state, unit, hex);
  if (!passable) return { code: 'impassable', unit, hex, clause: '6.22' };
  if (!free) return { code: 'enemy-in-hex', unit, hex, clause: '6.22' };
  return fits(game, pos, hex, now.men) ? null : { code: 'stacking', unit, hex, clause: '6.22' };
}

/** Whether men on foot can get there by a hex between, and whether one such hex is free of known enemies. */
function between(game: Game, state: ReadonlyState, unit: number, hex: number): { passable: boolean; free: boolean } {
  const { side } = game.units[unit] as Game['units'][number];
  const from = (state.units[unit] as GameState['units'][number]).hex;
  const table = marchTableOf(game, state, FOOT);
  const pos = position(game, state, side);
  const barred = (at: number, d: number): boolean => {
    const costs = pos.broken[hexside(game, at, d)] === 1 ? table.broken : table.open;
    return (costs[at * 6 + d] as number) >= IMPASSABLE;
  };
  let passable = false;
  for (let d = 0; d < 6; d++) {
    const mid = game.neighbours[from * 6 + d] as number;
    if (mid < 0 || barred(from, d)) continue;
    for (let e = 0; e < 6; e++) {
      if (game.neighbours[mid * 6 + e] !== hex || barred(mid, e)) continue;
      if (pos.side[mid] !== 1 - side) return { passable: true, free: true };
      passable = true;
    }
  }
  return { passable, free: false };
}

/** 6.22: breaks out. A hex where an unknown enemy stands throws the unit back with the same losses. */
export function breakOut(game: Game, state: GameState, action: BreakOutAction, events: GameEvent[]): void {
  const { unit: index, hex } = action;
  const unit = state.units[index] as GameState['units'][number];
  const info = game.units[index] as Game['units'][number];
  const from = unit.hex;
  const roll = dice(state.seed, 'breakOut', state.turn, index, hex);
  const close = isCloseCountry(game, from);
  const share = LEFT_BEHIND[0] + (LEFT_BEHIND[1] - LEFT_BEHIND[0]) * roll.unit();
  const loss = applyCapture(game, state, index, Math.min(1, share * (close ? 1 : OPEN_COUNTRY)), EVERYTHING, roll);
  unit.cohesion = Math.max(0, unit.cohesion - COHESION);
  unit.fatigue = Math.min(1000, unit.fatigue + FATIGUE);
  unit.minutes = 0;
  unit.acts |= ACT_ASSAULTED | ACT_RETREATED;
  const pos = position(game, state, -1);
  const met = pos.side[hex] === 1 - info.side;
  const enemies = met ? unitsIn(pos, hex) : [];
  if (!met) {
    unit.hex = hex;
    unit.dug = 0;
    takeHex(game, state, hex, index, events);
  }
  const after: GameEvent[] = [];
  for (const enemy of enemies) reveal(game, state, enemy, SEEN_TYPE, after);
  observeStep(game, state, index, after);
  // Where they went the enemy learns only when he sees them come out.
  const to = !state.fog || unit.seen > 0 ? 3 : 1 << info.side;
  events.push({ type: 'breakOut', unit: index, from, hex: unit.hex, losses: [loss], to });
  for (const event of after) events.push(event);
  removeIfEmpty(game, state, index, events);
}
