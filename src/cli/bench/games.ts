/** Whole games, bot against bot, in place on one core. */
import { createBot } from '../../bots/index.ts';
import type { Game } from '../../core/game.ts';
import { botSeed, playout } from '../../play/playout.ts';

/** Games played before the count begins. */
const WARM_UP = 8;

export interface GamesRate {
  games: number;
  actions: number;
  /** Of these, orders to units and aircraft (all but the ends of turn). */
  unitActions: number;
  msPerGame: number;
  unitActionsPerSecond: number;
}

export function benchGames(game: Game, bots: readonly [string, string], fog: boolean, games: number): GamesRate {
  const play = (seed: string): [actions: number, ends: number] => {
    let turns = 0;
    const { actions } = playout(game, {
      seed,
      fog,
      bots: [createBot(bots[0], botSeed(seed, 0)), createBot(bots[1], botSeed(seed, 1))],
      onEvents: (events) => {
        for (const event of events) if (event.type === 'playerTurn') turns++;
      },
    });
    return [actions, turns];
  };
  // The engine's compiler settles after some games: what counts is the pace of a batch.
  for (let i = 1; i <= WARM_UP; i++) play(`warm/${i}`);
  let actions = 0;
  let ends = 0;
  const start = performance.now();
  for (let i = 1; i <= games; i++) {
    const [done, turns] = play(`bench/${i}`);
    actions += done;
    ends += turns;
  }
  const ms = performance.now() - start;
  const unitActions = actions - ends;
  return { games, actions, unitActions, msPerGame: ms / games, unitActionsPerSecond: (1000 * unitActions) / ms };
}
