/** The opponents there are, by level. They differ in knowledge and care alone: all see the same and play by the same rules. */
import type { Bot } from './bot.ts';
import { type Care, HISTORICAL, USUAL } from './course.ts';
import { RandomBot } from './random.ts';
import { PlanningBot } from './search/planner.ts';
import type { Budget } from './search/weigh.ts';
import { StaffBot } from './staff.ts';

/** From the strongest to the weakest. */
export const BOT_LEVELS = ['elite', 'veteran', 'regular', 'recruit', 'random'] as const;
export type BotLevel = (typeof BOT_LEVELS)[number];

/** What an opponent of a level may be told. */
export interface BotOptions {
  /** HISTORICAL, FREE or the id of a plan of the scenario; what the level does of itself where it is left out. */
  plan?: string;
}

/** A recruit misjudges odds and ground, and leaves tired troops where they are. */
const RECRUIT: Care = { error: 0.7, relief: false };

const BUDGETS: Record<'veteran' | 'elite', Budget> = {
  veteran: { tempers: 3, free: false, mains: 0, turns: 2, samples: 1, games: 6 },
  elite: { tempers: 6, free: true, mains: 2, turns: 4, samples: 1, games: 24 },
};

/** An opponent of a level. Equal level, seed, options and views give equal choices. Throws on a level that is not in `BOT_LEVELS`. */
export function createBot(level: string, seed: string, { plan }: BotOptions = {}): Bot {
  const course = { ...USUAL, plan: plan ?? HISTORICAL };
  switch (level) {
    case 'elite':
    case 'veteran':
      return new PlanningBot(level, seed, BUDGETS[level], plan ?? null);
    case 'regular':
      return new StaffBot(level, seed, course);
    case 'recruit':
      return new StaffBot(level, seed, course, RECRUIT);
    case 'random':
      return new RandomBot(seed);
    default:
      throw new RangeError(`no bot level "${level}"`);
  }
}
