/** Rulebook 8: supply. */
import type { GameEvent } from '../event.ts';
import { daysOfTurn, type Game } from '../game.ts';
import { position } from '../position.ts';
import { type GameState, SUPPLY_LEAK, UNIT_ON_MAP } from '../state.ts';
import { runConvoys } from './convoys.ts';
import { runDepots } from './depots.ts';
import { forage, forages } from './forage.ts';
import { type Ration, ration } from './ration.ts';
import { useStores } from './stores.ts';
import { obstaclesTo } from './supplyObstacles.ts';

export { type Needs, needs } from './needs.ts';
export { explainSupply, type SupplyAnswer, type SupplyNetwork, supplyNetwork } from './supplyAnswer.ts';

/** 8: the supply phase of a game turn, for both sides. */
export function supplyPhase(game: Game, state: GameState, events: GameEvent[]): void {
  runDepots(game, state);
  const pos = position(game, state, -1);
  const days = Math.max(1, Math.round(daysOfTurn(game)));
  for (let side = 0; side < 2; side++) {
    // Convoys change what lies in the depots, not what stands in the way of the lines.
    const obstacles = obstaclesTo(game, state, pos, side);
    runConvoys(game, state, pos, side, obstacles, events);
    const shares = ration(game, state, pos, side, obstacles);
    for (const index of game.bySide[side] as number[]) {
      const unit = state.units[index] as GameState['units'][number];
      if (unit.status !== UNIT_ON_MAP || unit.hex < 0) continue;
      if (forages(game, index)) {
        forage(game, state, index);
      } else {
        useStores(game, state, index, 'food', shares.eaten[index] as number);
        draw(state, shares, index);
      }
      const now = shares.status[index] as number;
      const before = unit.supply;
      unit.daysCut = now <= SUPPLY_LEAK ? unit.daysCut + days : 0;
      if (now === before) continue;
      unit.supply = now;
      events.push({ type: 'supply', unit: index, now, before, to: 1 << side });
    }
  }
}

function draw(state: GameState, shares: Ration, index: number): void {
  const unit = state.units[index] as GameState['units'][number];
  const food = shares.food[index] as number;
  const ammo = shares.ammo[index] as number;
  const fuel = shares.fuel[index] as number;
  if (food + ammo + fuel === 0) return;
  const depot = state.depots[shares.lines.depot[unit.hex] as number] as GameState['depots'][number];
  unit.food += food;
  unit.ammo += ammo;
  unit.fuel += fuel;
  depot.food -= food;
  depot.ammo -= ammo;
  depot.fuel -= fuel;
}
