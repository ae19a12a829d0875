/** The opponent, off the page's thread: it is handed views only and answers with one action at a time. */
import { expose } from 'comlink';
import type { Bot } from '../bots/bot.ts';
import { BOT_LEVELS, createBot } from '../bots/index.ts';
import type { Reason } from '../bots/reason.ts';
import type { Action } from '../core/action.ts';
import { compile, type Game } from '../core/game.ts';
import type { ScenarioData } from '../core/scenario.ts';
import type { SideIndex, View } from '../core/state.ts';

let game: Game | null = null;
const bots: (Bot | null)[] = [null, null];

const opponent = {
  levels: (): string[] => [...BOT_LEVELS],

  /** Takes the scenario; sent once. */
  open(data: ScenarioData): void {
    game = compile(data);
  },

  /** Seats a bot. It remembers its player turn: a new one is to be asked by the views of the turn so far. */
  seat(level: string, side: SideIndex, seed: string): void {
    bots[side] = createBot(level, seed);
  },

  choose(side: SideIndex, view: View): { action: Action; reason: Reason | null } {
    const bot = bots[side];
    if (!game || !bot) throw new Error('the opponent has not been seated');
    const action = bot.choose(game, view);
    return { action, reason: bot.reason ?? null };
  },
};

export type Opponent = typeof opponent;

expose(opponent);
