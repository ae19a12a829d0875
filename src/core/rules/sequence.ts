/** Rulebook 1: the sequence of a game turn. */
import type { GameEvent } from '../event.ts';
import type { Game } from '../game.ts';
import { ACT_DEFENDED, ACT_RETREATED, type GameState, type SideIndex } from '../state.ts';
import { airPhase, clearPlots } from './air.ts';
import { arrivals, releaseOnContact } from './arrivals.ts';
import { receiveFuel } from './aviationFuel.ts';
import { datedEvents } from './dated.ts';
import { dueDecisions } from './decisions.ts';
import { refreshDetection } from './detection.ts';
import { bringInLate } from './effects.ts';
import { marchAllowance } from './movement.ts';
import { recover } from './recovery.ts';
import { supplyPhase } from './supply.ts';
import { surrenders } from './surrender.ts';
import { scoreTurn, tally } from './victory.ts';
import { setWeather } from './weather.ts';

/** 1.1: weather and events, supply, air; then the first side's player turn. */
export function beginTurn(game: Game, state: GameState, events: GameEvent[]): void {
  setWeather(game, state);
  events.push({ type: 'turn', turn: state.turn, weather: state.weather, ground: state.ground, to: 3 });
  datedEvents(game, state, events);
  dueDecisions(game, state, events);
  bringInLate(game, state, events);
  arrivals(game, state, events);
  supplyPhase(game, state, events);
  receiveFuel(game, state);
  airPhase(game, state, events);
  beginPlayerTurn(game, state, game.firstSide, events);
}

/**
 * 1.4: the units of the side get their time, and the side takes stock of the enemy. What the enemy did to them in his
 * player turn of this game turn stays marked until the evening (11).
 */
function beginPlayerTurn(game: Game, state: GameState, side: SideIndex, events: GameEvent[]): void {
  state.active = side;
  clearPlots(state, side);
  state.sides[side].lift = game.data.scenario.truckLift[game.data.scenario.sides[side]?.id ?? ''] ?? 0;
  for (const index of game.bySide[side]) {
    const unit = state.units[index] as GameState['units'][number];
    if (unit.hex < 0) continue;
    unit.minutes = marchAllowance(game, unit.fatigue);
    unit.acts &= ACT_DEFENDED | ACT_RETREATED;
  }
  events.push({ type: 'playerTurn', side, to: 3 });
  refreshDetection(game, state, side, events);
  releaseOnContact(game, state, side);
}

/** 1.5-1.6: ends a player turn; after the second one the game turn ends and the next begins, or the game is over. */
export function endPlayerTurn(game: Game, state: GameState, events: GameEvent[]): void {
  if (state.active === game.firstSide) {
    beginPlayerTurn(game, state, (1 - state.active) as SideIndex, events);
    return;
  }
  recover(game, state, events);
  surrenders(game, state, events);
  scoreTurn(game, state);
  state.battles = state.battles.filter((battle) => state.turn - battle.last < 2);
  if (state.turn >= game.turns) {
    const { grade, margin } = tally(game, state);
    state.over = true;
    state.result = { grade, margin };
    events.push({ type: 'end', grade, margin, to: 3 });
    return;
  }
  state.turn++;
  beginTurn(game, state, events);
}
