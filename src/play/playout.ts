/** A game between two bots, in place and without snapshots: what batches, tests and the laboratory play. */
import type { Bot } from '../bots/bot.ts';
import type { Action } from '../core/action.ts';
import { apply } from '../core/apply.ts';
import { check } from '../core/check.ts';
import { digest } from '../core/digest.ts';
import type { GameEvent } from '../core/event.ts';
import type { Game } from '../core/game.ts';
import { setup } from '../core/setup.ts';
import type { GameState, SideIndex } from '../core/state.ts';
import { RULES_VERSION } from '../core/version.ts';
import { glance } from '../core/view.ts';
import { type GameRecord, type Player, RECORD_FORMAT, versionOf } from './record.ts';

export interface PlayoutOptions {
  seed: string;
  fog: boolean;
  /** Who plays the first and the second side. */
  bots: readonly [Bot, Bot];
  /** The plans they were told to follow, for the record; left out where their levels did of themselves. */
  plans?: readonly [string, string];
  /** The first actions of the game, made in the bots' place; those that the rules refuse are left out and counted. */
  opening?: readonly Action[];
  /** Keep the record of the game, with a digest after each action. */
  record?: boolean;
  /** Told of the events of setting up and of each action as they happen; the state is for reading. */
  onEvents?: (events: readonly GameEvent[], state: GameState) => void;
  /** More actions than this are a bot that does not end its turns: throws. */
  limit?: number;
}

export interface Playout {
  state: GameState;
  actions: number;
  /** Actions of the opening that the rules refused. */
  refused: number;
  record?: GameRecord;
}

const LIMIT = 50_000;

/** The seed of the bot of a side, apart from the dice of the game: the same game seed gives the same opponent everywhere. */
export function botSeed(seed: string, side: SideIndex): string {
  return `${seed}/bot/${side}`;
}

/** Plays a game to its end. Throws when a bot orders what the rules refuse, naming the bot, the seed and the action. */
export function playout(game: Game, options: PlayoutOptions): Playout {
  const { seed, fog, bots, plans, opening = [], onEvents, limit = LIMIT } = options;
  const { state, events } = setup(game, { seed, fog });
  onEvents?.(events, state);
  const actions: Action[] = [];
  const digests: string[] = [];
  let count = 0;
  let next = 0;
  let refused = 0;
  while (!state.over) {
    const side = state.active;
    const bot: Bot = bots[side];
    const given = opening[next++];
    const action = given ?? bot.choose(game, glance(game, state, side));
    const refusal = check(game, state, action);
    if (refusal && given) {
      refused++;
      continue;
    }
    if (refusal)
      throw new Error(
        `bot ${bot.id}, seed ${seed}, action ${count}: ${JSON.stringify(action)} refused: ${JSON.stringify(refusal)}`,
      );
    const happened = apply(game, state, action);
    count++;
    if (options.record) {
      actions.push(action);
      digests.push(digest(state));
    }
    onEvents?.(happened, state);
    if (count >= limit && !state.over)
      throw new Error(`bot ${bot.id}, seed ${seed}: ${count} actions and the game is not over`);
  }
  // What comes behind the end of the game can't be made either.
  refused += Math.max(0, opening.length - next);
  const { id, version } = game.data.scenario;
  if (!options.record) return { state, actions: count, refused };
  const player = (side: SideIndex): Player => ({
    kind: 'bot',
    level: bots[side].id,
    ...(plans && { plan: plans[side] }),
  });
  const players: [Player, Player] = [player(0), player(1)];
  const record: GameRecord = {
    format: RECORD_FORMAT,
    version: versionOf({ options: { fog }, players }),
    scenario: { id, version, digest: game.digest },
    rules: RULES_VERSION,
    options: { fog },
    seed,
    players,
    actions,
    digests,
  };
  return { state, actions: count, refused, record };
}
