/** One order from check to digest: in place, and as a move of the same rules in boardgame.io's client. */
import { createRequire } from 'node:module';
import type { Action } from '../../core/action.ts';
import { apply } from '../../core/apply.ts';
import { check } from '../../core/check.ts';
import { digest } from '../../core/digest.ts';
import type { Game } from '../../core/game.ts';
import type { GameState } from '../../core/state.ts';
import { cloneState } from '../../core/view.ts';
import { type Comparison, rate, tryImport } from './measure.ts';

interface Client {
  moves: Record<string, (...args: unknown[]) => void>;
  getState(): { G: GameState } | null;
}
interface BoardGame {
  Client(options: object): Client;
}

/** Loads boardgame.io without its messages of development mode, which would cost it time. */
function loadBoardGame(): BoardGame {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    return createRequire(import.meta.url)('boardgame.io/client') as BoardGame;
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

/** `actions` are the first of a game that starts at `start`. */
export async function benchCommand(game: Game, start: GameState, actions: readonly Action[]): Promise<Comparison[]> {
  const last = { digest: '' };
  const oursPass = (): number => {
    const state = cloneState(start);
    for (const action of actions) {
      if (check(game, state, action)) throw new Error('the recorded game does not replay');
      apply(game, state, action);
      last.digest = digest(state);
    }
    return actions.length;
  };
  const ours = rate(oursPass);
  const boardGame = await tryImport(async () => loadBoardGame());
  let same: number | null = null;
  let bare: number | null = null;
  if (boardGame) {
    const oursDigest = last.digest;
    const play = (rules: object, orders: readonly Action[]): GameState => {
      const client = boardGame.Client({ game: rules, debug: false, numPlayers: 2 });
      for (const action of orders) client.moves['order']?.(action);
      return (client.getState() as { G: GameState }).G;
    };
    const sameRules = {
      setup: () => cloneState(start),
      moves: {
        order: ({ G }: { G: GameState }, action: Action) => {
          if (check(game, G, action)) return 'INVALID_MOVE';
          apply(game, G, action);
          return undefined;
        },
      },
    };
    if (digest(play(sameRules, actions)) !== oursDigest) throw new Error('boardgame.io played another game');
    same = rate(() => {
      play(sameRules, actions);
      return actions.length;
    });
    const bareMove = {
      setup: () => cloneState(start),
      moves: {
        order: ({ G }: { G: GameState }, action: Action) => {
          const unit = G.units['unit' in action ? action.unit : 0];
          if (unit) unit.minutes -= 1;
        },
      },
    };
    bare = rate(() => {
      play(bareMove, actions);
      return actions.length;
    });
  }
  const note = `the first ${actions.length} actions of a bot game, ${start.units.length} units`;
  const unit = 'actions/s';
  const peer = 'boardgame.io client';
  return [
    {
      what: 'check + apply + events + digest',
      unit,
      ours,
      theirs: same,
      peer,
      note: `${note}; same rules in both, no digest in theirs`,
    },
    {
      what: 'the same against an empty move',
      unit,
      ours,
      theirs: bare,
      peer,
      note: `${note}; theirs only subtracts 1 from a number`,
    },
  ];
}
