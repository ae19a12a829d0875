/** Plays the computer's turns: asks the opponent, carries out, and carries on when the opponent breaks down. */
import type { Action } from '../../core/action.ts';
import type { SideIndex, View } from '../../core/state.ts';
import type { Match } from './match.ts';

/** Whoever answers for the computer's sides. */
export interface Chooser {
  choose(side: SideIndex, view: View): Promise<{ action: Action; reason: string | null }>;
}

/** Breakdowns in a row after which the computer's player turn is ended for it. */
const TRIES = 3;
/** Actions of one player turn after which it is ended: no opponent may play for ever. */
const MOST_ACTIONS = 2000;

export type Trouble =
  | { kind: 'restarted'; reason: string }
  | { kind: 'ended'; reason: string }
  | { kind: 'refused'; code: string };

export interface Conductor {
  /** Plays on while it is a computer's turn; returns when a person has the move or the game ends. */
  run(): Promise<void>;
  stop(): void;
}

/** `breathe` gives the page a frame between actions. */
export function conductor(
  match: Match,
  chooser: Chooser,
  tell: (trouble: Trouble) => void,
  breathe: () => Promise<void>,
): Conductor {
  let running = false;
  let stopped = false;

  const ended = (): boolean => stopped || match.session.state.over || match.session.player.kind !== 'bot';

  const choose = async (side: SideIndex): Promise<Action> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return (await chooser.choose(side, match.session.view(side))).action;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (stopped) return { type: 'end' };
        if (attempt >= TRIES) {
          tell({ kind: 'ended', reason });
          return { type: 'end' };
        }
        tell({ kind: 'restarted', reason });
      }
    }
  };

  const playTurn = async (side: SideIndex): Promise<void> => {
    match.thinking.value = { side, actions: 0 };
    for (let actions = 1; !ended() && match.session.state.active === side; actions++) {
      if (match.paused.value) return;
      const action: Action = actions > MOST_ACTIONS ? { type: 'end' } : await choose(side);
      if (stopped) return;
      if (!(await match.playBot(action))) {
        tell({ kind: 'refused', code: action.type });
        if (!(await match.playBot({ type: 'end' }))) return;
      }
      match.thinking.value = { side, actions };
      await breathe();
    }
  };

  return {
    async run() {
      if (running) return;
      running = true;
      try {
        while (!ended() && !match.paused.value) await playTurn(match.session.state.active as SideIndex);
      } finally {
        running = false;
        match.thinking.value = null;
        match.hurry.value = false;
      }
    },
    stop() {
      stopped = true;
    },
  };
}
