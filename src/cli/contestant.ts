/** Who plays a side, as the command line names it: `level[:plan][@FILE]`. */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Bot } from '../bots/bot.ts';
import { ordersOf } from '../bots/columns/orders.ts';
import { FREE, HISTORICAL } from '../bots/course.ts';
import { BOT_LEVELS, createBot } from '../bots/index.ts';
import type { Game } from '../core/game.ts';
import type { SideIndex } from '../core/state.ts';
import { RULES_VERSION } from '../core/version.ts';
import { botSeed } from '../play/playout.ts';
import { MISUSE, Stop } from './terminal.ts';

/** Plain data: it travels to the workers. */
export interface Contestant {
  /** As it was given. */
  name: string;
  level: string;
  /** Left out for what the level does of itself. */
  plan?: string;
  /** File with the bots of another version, by `npm run archive-bots`; left out for ours. */
  file?: string;
}

/** What a file with the bots of another version exports. */
interface Bots {
  createBot: typeof createBot;
  RULES_VERSION: number;
}

/** Reads `level[:plan][@FILE]`. Ends the command when there is no such level, or the file holds no bots for these rules. */
export function parseContestant(name: string): Contestant {
  const at = name.indexOf('@');
  const [level = '', plan, ...more] = (at < 0 ? name : name.slice(0, at)).split(':');
  if (more.length > 0 || plan === '' || at === name.length - 1)
    throw new Stop(`"${name}" is not a contestant: level[:plan][@FILE]`, MISUSE);
  const file = at < 0 ? undefined : resolve(name.slice(at + 1));
  try {
    botsOf(file).createBot(level, name);
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(`no bot "${level}"${file ? ` in ${file}` : `; there are ${BOT_LEVELS.join(', ')}`}`, MISUSE);
  }
  return { name, level, ...(plan === undefined ? {} : { plan }), ...(file === undefined ? {} : { file }) };
}

/** Whether a side of a scenario can be told to follow this plan. */
export function hasPlan(game: Game, side: SideIndex, plan: string): boolean {
  return plan === HISTORICAL || plan === FREE || ordersOf(game, side, plan) !== null;
}

/** The bot that plays a side of a game. A plan that is the other side's leaves the level to do as it usually does. */
export function seat({ level, plan, file }: Contestant, game: Game, side: SideIndex, seed: string): Bot {
  const told = plan !== undefined && hasPlan(game, side, plan) ? { plan } : {};
  return botsOf(file).createBot(level, botSeed(seed, side), told);
}

function botsOf(file: string | undefined): Bots {
  if (file === undefined) return { createBot, RULES_VERSION };
  let bots: Partial<Bots>;
  try {
    bots = createRequire(import.meta.url)(file) as Partial<Bots>;
  } catch (error) {
    throw new Stop(`can't read bots from ${file}: ${(error as Error).message.split('\n')[0]}`, MISUSE);
  }
  if (typeof bots.createBot !== 'function')
    throw new Stop(`${file} holds no bots: make it with npm run archive-bots`, MISUSE);
  if (bots.RULES_VERSION !== RULES_VERSION)
    throw new Stop(`${file} holds bots for rules ${bots.RULES_VERSION}; these are rules ${RULES_VERSION}`, MISUSE);
  return bots as Bots;
}
