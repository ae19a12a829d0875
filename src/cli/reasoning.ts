/** What bots think, written down while they play: data, so that a worker can hand it over. */
import type { Appreciation } from '../bots/appreciation.ts';
import type { Bot } from '../bots/bot.ts';
import type { Reason } from '../bots/reason.ts';
import type { Action } from '../core/action.ts';
import type { SideIndex } from '../core/state.ts';

/** A player turn of a bot as it saw it. */
export interface ThoughtTurn {
  turn: number;
  side: SideIndex;
  /** Null for a bot that makes none. */
  appreciation: Appreciation | null;
  orders: { action: Action; reason: Reason | null }[];
}

/** The bot, with every choice of it added to the turns. */
export function overheard(bot: Bot, turns: ThoughtTurn[]): Bot {
  return {
    id: bot.id,
    choose(game, view) {
      const action = bot.choose(game, view);
      let last = turns.at(-1);
      if (!last || last.turn !== view.turn || last.side !== view.viewer) {
        last = { turn: view.turn, side: view.viewer, appreciation: null, orders: [] };
        turns.push(last);
      }
      last.appreciation ??= bot.appreciation ?? null;
      last.orders.push({ action, reason: bot.reason ?? null });
      return action;
    },
  };
}
