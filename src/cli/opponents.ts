/** The options that say who plays: levels and plans of both sides, one name for both or one for each. */
import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { BOT_LEVELS } from '../bots/index.ts';
import type { Game } from '../core/game.ts';
import type { SideIndex } from '../core/state.ts';
import { hasPlan } from '../lab/run/seat.ts';
import { MISUSE, Stop, wholeNumber } from './terminal.ts';

const LEVELS: readonly string[] = BOT_LEVELS;

/** The options of all batches of the laboratory: who plays, by which plans, what they see, on how many threads. */
export function addPlayOptions(command: Command): Command {
  return command
    .option('--bots <first,second>', `who plays which side: ${LEVELS.join(', ')}`, 'regular')
    .option('--plan <first,second>', 'plan of each side: historical, free or the id of one', 'historical')
    .option('--no-fog', 'both sides see everything')
    .option('--jobs <n>', 'worker threads (default: all cores)', wholeNumber(1, 256), availableParallelism());
}

/** Reads `--bots`; ends the command when there is no such level. */
export function parseBots(text: string): [string, string] {
  const names = parsePair('--bots', text);
  for (const name of names)
    if (!LEVELS.includes(name)) throw new Stop(`--bots: no bot "${name}"; there are ${LEVELS.join(', ')}`, MISUSE);
  return names;
}

/** Reads `--plan`; ends the command when a side has no such plan. */
export function parsePlans(game: Game, text: string): [string, string] {
  const names = parsePair('--plan', text);
  names.forEach((plan, side) => {
    if (!hasPlan(game, side as SideIndex, plan))
      throw new Stop(`--plan: ${game.data.scenario.sides[side]?.id} has no plan "${plan}" in this scenario`, MISUSE);
  });
  return names;
}

function parsePair(option: string, text: string): [string, string] {
  const names = text.split(',');
  const [first, second = first] = names;
  if (names.length > 2 || first === undefined || second === undefined)
    throw new Stop(`${option} takes one or two names, not "${text}"`, MISUSE);
  return [first, second];
}
