/** Who plays a side, as the command line names it: `level[:plan][@FILE]`. */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Bot } from '../bots/bot.ts';
import { BOT_LEVELS, createBot } from '../bots/index.ts';
import type { Game } from '../core/game.ts';
import type { SideIndex } from '../core/state.ts';
import { RULES_VERSION } from '../core/version.ts';
import { type Seat, seat } from '../lab/run/seat.ts';
import { MISUSE, Stop } from './terminal.ts';

/** Plain data: it travels to the workers. */
export interface Contestant extends Seat {
  /** As it was given. */
  name: string;
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

/** The bot of a contestant who plays a side of a game. */
export function seatContestant(contestant: Contestant, game: Game, side: SideIndex, seed: string): Bot {
  return seat(contestant, game, side, seed, botsOf(contestant.file).createBot);
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
