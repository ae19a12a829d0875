/** Who plays a side of a game: a level of the opponents, told which plan to follow. */
import type { Bot } from '../../bots/bot.ts';
import { ordersOf } from '../../bots/columns/orders.ts';
import { FREE, HISTORICAL } from '../../bots/course.ts';
import { createBot } from '../../bots/index.ts';
import type { Game } from '../../core/game.ts';
import type { SideIndex } from '../../core/state.ts';
import { botSeed } from '../../play/playout.ts';

export interface Seat {
  level: string;
  /** HISTORICAL, FREE or the id of a plan; left out for what the level does of itself. */
  plan?: string;
}

/** Whether a side of a scenario can be told to follow this plan. */
export function hasPlan(game: Game, side: SideIndex, plan: string): boolean {
  return plan === HISTORICAL || plan === FREE || ordersOf(game, side, plan) !== null;
}

/**
 * The bot that plays a side of the game of a seed; `create` makes it where it is not one of ours. A plan that is the other
 * side's leaves the level to do as it usually does. Throws on a level that is not there.
 */
export function seat({ level, plan }: Seat, game: Game, side: SideIndex, seed: string, create = createBot): Bot {
  const told = plan !== undefined && hasPlan(game, side, plan) ? { plan } : {};
  return create(level, botSeed(seed, side), told);
}
