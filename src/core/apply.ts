/**
 * Carries an action out: the only door through which a state changes. Mutates `state` and returns what happened; it
 * assumes that `check` returned null. Works on a plain object and inside an immer draft alike.
 */
import type { Action } from './action.ts';
import type { GameEvent } from './event.ts';
import type { Game } from './game.ts';
import { flyMission } from './rules/air.ts';
import { demolishAirfield } from './rules/airfields.ts';
import { bombard } from './rules/bombardment.ts';
import { breakOut } from './rules/breakOut.ts';
import { assault } from './rules/combat.ts';
import { decide } from './rules/decisions.ts';
import { engineer } from './rules/engineers.ts';
import { march } from './rules/movement.ts';
import { endPlayerTurn } from './rules/sequence.ts';
import type { GameState } from './state.ts';

export function apply(game: Game, state: GameState, action: Action): GameEvent[] {
  const events: GameEvent[] = [];
  switch (action.type) {
    case 'move':
      march(game, state, action, events);
      break;
    case 'assault':
      assault(game, state, action, events);
      break;
    case 'bombard':
      bombard(game, state, action, events);
      break;
    case 'engineer':
      engineer(game, state, action, events);
      break;
    case 'stance':
      (state.units[action.unit] as GameState['units'][number]).stance = action.stance;
      break;
    case 'air':
      flyMission(game, state, action, events);
      break;
    case 'breakOut':
      breakOut(game, state, action, events);
      break;
    case 'airfield':
      demolishAirfield(game, state, action, events);
      break;
    case 'decide':
      decide(game, state, action, events);
      break;
    case 'end':
      endPlayerTurn(game, state, events);
      break;
  }
  return events;
}
