/** The opponent behind its door: takes the scenario and views, seats bots, answers with one action at a time. */
import type { Bot } from '../bots/bot.ts';
import { BOT_LEVELS, createBot } from '../bots/index.ts';
import type { Reason } from '../bots/reason.ts';
import type { Action } from '../core/action.ts';
import { compile, type Game } from '../core/game.ts';
import type { ScenarioData } from '../core/scenario.ts';
import type { SideIndex, View } from '../core/state.ts';

export interface Choice {
  action: Action;
  reason: Reason | null;
}

/** Weighing that goes on for so long is reported and makes way for messages, milliseconds. */
const SLICE = 100;

interface Chair {
  bot: Bot;
  /** The player turn that it has thought over, '' for none. */
  weighed: string;
}

export class OpponentDesk {
  readonly #create: typeof createBot;
  readonly #chairs: (Chair | null)[] = [null, null];
  #game: Game | null = null;
  #tell: (share: number) => unknown = () => undefined;
  #stopped = false;

  constructor(create: typeof createBot = createBot) {
    this.#create = create;
  }

  levels(): string[] {
    return [...BOT_LEVELS];
  }

  /** Takes the scenario; sent once. `tell` hears how far the weighing of a player turn is, 0 to 1. */
  open(data: ScenarioData, tell: (share: number) => unknown): void {
    this.#game = compile(data);
    this.#tell = tell;
  }

  /** Seats a bot. It remembers its player turn: a new one is to be asked by the views of the turn so far. */
  seat(level: string, side: SideIndex, seed: string, plan?: string): void {
    const bot = this.#create(level, seed, plan === undefined ? {} : { plan });
    this.#chairs[side] = { bot, weighed: '' };
  }

  /** The next action of a side; null when the weighing before it was stopped. */
  async choose(side: SideIndex, view: View): Promise<Choice | null> {
    const game = this.#game;
    const chair = this.#chairs[side];
    if (!game || !chair) throw new Error('the opponent has not been seated');
    const turn = `${view.turn}.${view.active}`;
    if (chair.weighed !== turn && !(await this.#weigh(chair.bot, game, view))) return null;
    chair.weighed = turn;
    const action = chair.bot.choose(game, view);
    return { action, reason: chair.bot.reason ?? null };
  }

  /** Ends the weighing under way; without one nothing happens. */
  stop(): void {
    this.#stopped = true;
  }

  /** Thinks a player turn over; false when it was stopped. */
  async #weigh(bot: Bot, game: Game, view: View): Promise<boolean> {
    const steps = bot.ponder?.(game, view);
    if (!steps) return true;
    this.#stopped = false;
    let since = performance.now();
    for (;;) {
      const step = steps.next();
      if (step.done) return true;
      if (performance.now() - since < SLICE) continue;
      this.#tell(step.value);
      await otherMessages();
      if (this.#stopped) return false;
      since = performance.now();
    }
  }
}

/** Lets messages in that have come meanwhile: they wait for the end of the present task. */
function otherMessages(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
