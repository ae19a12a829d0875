/** The time of a player turn by level, in processor time: other work on the machine does not count. */
import type { Bot } from '../../bots/bot.ts';
import { type BotLevel, createBot } from '../../bots/index.ts';
import type { Game } from '../../core/game.ts';
import type { SideIndex } from '../../core/state.ts';
import { botSeed, playout } from '../../play/playout.ts';
import { addThinking, ClockedBot, type ThinkingRow } from '../thinking.ts';
import { processorTime } from './measure.ts';

/** Player turns of each side that a level plays, spread over one game; the others are for the first of these levels. */
const TURNS: readonly (readonly [BotLevel, number])[] = [
  ['regular', Number.POSITIVE_INFINITY],
  ['recruit', Number.POSITIVE_INFINITY],
  ['veteran', 10],
  ['elite', 3],
];

/** What each level takes for a player turn of the game. `told` is given each level before it is measured. */
export function benchTurns(game: Game, told: (level: string) => void): ThinkingRow[] {
  const [usual] = TURNS[0] as (typeof TURNS)[number];
  // The engine's compiler settles in a first game.
  play(game, usual, usual, 0);
  return TURNS.map(([level, turns]) => {
    told(level);
    const [first, second] = play(game, usual, level, Math.min(turns, game.turns));
    const { id } = game.data.scenario;
    return { name: level, scenario: id, ...addThinking(first.thinking(), second.thinking()) };
  });
}

/** Plays a game in which `level` has so many of each side's player turns and `usual` the rest. Returns the clocks of `level`. */
function play(game: Game, usual: string, level: string, turns: number): [ClockedBot, ClockedBot] {
  const seed = 'bench/turns';
  const clocked = (side: SideIndex): ClockedBot => new ClockedBot(createBot(level, botSeed(seed, side)), processorTime);
  const clocks: [ClockedBot, ClockedBot] = [clocked(0), clocked(1)];
  const seated = (side: SideIndex): Bot => {
    const other = createBot(usual, botSeed(seed, side));
    const before = (turn: number): number => Math.floor((turn * turns) / game.turns);
    return {
      id: level,
      choose: (_, view) => (before(view.turn) > before(view.turn - 1) ? clocks[side] : other).choose(game, view),
    };
  };
  playout(game, { seed, fog: true, bots: [seated(0), seated(1)] });
  return clocks;
}
