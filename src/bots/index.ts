/** The opponents there are, by level. */
import type { Bot } from './bot.ts';
import { RandomBot } from './random.ts';
import { RegularBot } from './regular.ts';

export interface BotLevel {
  id: string;
  name: string;
  about: string;
}

export const BOT_LEVELS: readonly BotLevel[] = [
  { id: 'regular', name: 'Regular', about: 'Plans each turn, keeps its supply open, attacks only with fair odds' },
  { id: 'random', name: 'Random', about: 'Any legal order, by lot' },
];

/** An opponent of a level. Equal level, seed and views give equal choices. Throws on a level that is not in `BOT_LEVELS`. */
export function createBot(level: string, seed: string): Bot {
  switch (level) {
    case 'regular':
      return new RegularBot(seed);
    case 'random':
      return new RandomBot(seed);
    default:
      throw new RangeError(`no bot level "${level}"`);
  }
}
