/** Rulebook 6.19: leaders share the danger of the troops they are with. */
import { dice } from '../dice.ts';
import type { GameEvent } from '../event.ts';
import type { Game } from '../game.ts';
import { type GameState, UNIT_ON_MAP } from '../state.ts';

export const LEADER_WOUNDED = 1;
export const LEADER_KILLED = 2;
export const LEADER_CAPTURED = 3;

/**
 * 6.19: a leader whose unit is in the fight, or stands in the same hex as units that are, may be hit. `rate` is the
 * share of men hit there in `days` of fighting.
 */
export function riskLeaders(
  game: Game,
  state: GameState,
  hexes: readonly number[],
  side: number,
  rate: number,
  days: number,
  key: string,
  events: GameEvent[],
): void {
  const { killed, risk, riskPerPercent } = game.rules.leaders;
  for (let i = 0; i < game.data.oob.leaders.length; i++) {
    const leader = game.data.oob.leaders[i] as Game['data']['oob']['leaders'][number];
    const now = state.leaders[i] as GameState['leaders'][number];
    const at = game.unitIndex.get(leader.unit);
    if (now.status !== 0 || at === undefined) continue;
    if ((game.units[at] as Game['units'][number]).side !== side) continue;
    const unit = state.units[at] as GameState['units'][number];
    if (unit.status !== UNIT_ON_MAP || !hexes.includes(unit.hex)) continue;
    const roll = dice(state.seed, 'leader', state.turn, i, key);
    if (roll.unit() * 1000 >= risk * days + riskPerPercent * rate * 100) continue;
    now.status = roll.unit() < killed ? LEADER_KILLED : LEADER_WOUNDED;
    now.turn = state.turn;
    unit.cohesion = Math.max(0, unit.cohesion - 50);
    events.push({ type: 'leader', leader: i, hex: unit.hex, status: now.status, to: 3 });
  }
}

/** 6.19: leaders of a unit that is destroyed are taken. */
export function loseLeadersOf(game: Game, state: GameState, unit: number, hex: number, events: GameEvent[]): void {
  const id = (game.units[unit] as Game['units'][number]).id;
  game.data.oob.leaders.forEach((leader, i) => {
    const now = state.leaders[i] as GameState['leaders'][number];
    if (leader.unit !== id || now.status !== 0) return;
    now.status = LEADER_CAPTURED;
    now.turn = state.turn;
    events.push({ type: 'leader', leader: i, hex, status: LEADER_CAPTURED, to: 3 });
  });
}
