/** The opponents there are, by level. They differ in knowledge and care alone: all see the same and play by the same rules. */
import type { Bot } from './bot.ts';
import { CAREFUL, type Care, HISTORICAL, USUAL } from './course.ts';
import { PRACTISED } from './craft.ts';
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

/**
 * A recruit misjudges odds and ground, overlooks more than half of his troops each turn, leaves aircraft, guns and engineers
 * unused, the tired in front and posts to look after themselves.
 */
const RECRUIT: Care = {
  ...CAREFUL,
  error: 0.3,
  oversight: 0.6,
  relief: false,
  support: false,
  posts: false,
  detail: false,
};

/** An elite has learnt from many battles what its rules of thumb are worth. */
const ELITE: Care = { ...CAREFUL, craft: PRACTISED };

const BUDGETS: Record<'veteran' | 'elite', Budget> = {
  veteran: { prices: false, mains: 0, turns: 2, samples: 1, games: 4, doubt: 10 },
  elite: { prices: true, mains: 1, turns: 4, samples: 4, games: 16, doubt: 25 },
};

/** An opponent of a level. Equal level, seed, options and views give equal choices. Throws on a level that is not in `BOT_LEVELS`. */
export function createBot(level: string, seed: string, { plan }: BotOptions = {}): Bot {
  const course = { ...USUAL, plan: plan ?? HISTORICAL };
  switch (level) {
    case 'elite':
      return new PlanningBot(level, seed, BUDGETS.elite, plan ?? null, ELITE);
    case 'veteran':
      return new PlanningBot(level, seed, BUDGETS.veteran, plan ?? null, CAREFUL);
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
