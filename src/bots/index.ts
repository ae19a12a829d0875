/** The opponents there are, by level. */
import type { Bot } from './bot.ts';
import { HISTORICAL, USUAL } from './course.ts';
import { RandomBot } from './random.ts';
import { StaffBot } from './staff.ts';

/** From the strongest to the weakest. */
export const BOT_LEVELS = ['elite', 'veteran', 'regular', 'recruit', 'random'] as const;
export type BotLevel = (typeof BOT_LEVELS)[number];

/** What an opponent of a level may be told. */
export interface BotOptions {
  /** HISTORICAL, FREE or the id of a plan of the scenario; what the level does of itself where it is left out. */
  plan?: string;
}

/** An opponent of a level. Equal level, seed, options and views give equal choices. Throws on a level that is not in `BOT_LEVELS`. */
export function createBot(level: string, seed: string, options: BotOptions = {}): Bot {
  const plan = options.plan ?? HISTORICAL;
  switch (level) {
    case 'elite':
    case 'veteran':
    case 'regular':
    case 'recruit':
      return new StaffBot(level, seed, { ...USUAL, plan });
    case 'random':
      return new RandomBot(seed);
    default:
      throw new RangeError(`no bot level "${level}"`);
  }
}
