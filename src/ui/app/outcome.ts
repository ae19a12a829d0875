/** Figures of this game that history has figures for as well: the game is run again and asked the same questions. */

import type { Game } from '../../core/game.ts';
import type { GameState } from '../../core/state.ts';
import { type Asked, Outcomes, type OutcomeValue } from '../../play/outcomes.ts';
import type { GameRecord } from '../../play/record.ts';
import { Replay } from '../../play/replay.ts';

/** Milliseconds between two breaths, so that the page stays alive. */
const BREATH_MS = 12;

/** The value of each question, by id; null for what did not happen. */
export async function outcomesOf(
  game: Game,
  record: GameRecord,
  asked: readonly Asked[],
): Promise<Record<string, OutcomeValue>> {
  const replay = new Replay(game, record);
  const outcomes = new Outcomes(game, asked);
  outcomes.watch(replay.events, replay.state);
  let breath = performance.now();
  while (replay.at < replay.length) {
    const before = replay.at;
    if (replay.step(1) === before) break;
    outcomes.watch(replay.events, replay.state);
    if (performance.now() - breath < BREATH_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    breath = performance.now();
  }
  return outcomes.result(replay.state as GameState);
}
