/**
 * Plays the computer's turns: asks the opponent, carries out, and asks again when the opponent breaks down. One that
 * breaks down again and again waits: what becomes of its turn is for the player to say.
 */
import type { Action } from '../../core/action.ts';
import type { SideIndex, View } from '../../core/state.ts';
import type { Match } from './match.ts';

/** Whoever answers for the computer's sides. */
export interface Chooser {
  /**
   * `tell` hears how far it is, 0 to 1, while it thinks its turn over. `deputy`: the level that decided where the side's
   * own was not waited for.
   */
  choose(
    side: SideIndex,
    view: View,
    tell: (share: number) => void,
  ): Promise<{ action: Action; deputy: string | null }>;
}

/** Breakdowns in a row after which it is not asked any more. */
const TRIES = 3;
/** Actions of one player turn after which it is ended: no opponent may play for ever. */
const MOST_ACTIONS = 2000;

export type Trouble =
  | { kind: 'restarted'; reason: string }
  | { kind: 'stuck'; reason: string }
  | { kind: 'refused'; code: string };

export interface Conductor {
  /** Plays on while it is a computer's turn; returns when a person has the move, the game ends or the opponent is stuck. */
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

  const weighing = (share: number | null): void => {
    const { value } = match.thinking;
    if (value && value.share !== share) match.thinking.value = { ...value, share };
  };

  /** Null when the opponent does not come to an answer. */
  const choose = async (side: SideIndex): Promise<Action | null> => {
    for (let attempt = 1; ; attempt++) {
      try {
        const { action, deputy } = await chooser.choose(side, match.session.view(side), weighing);
        if (stopped) return null;
        if (deputy !== null) match.session.depute(deputy);
        return action;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (stopped) return null;
        if (attempt >= TRIES) {
          tell({ kind: 'stuck', reason });
          return null;
        }
        tell({ kind: 'restarted', reason });
      } finally {
        weighing(null);
      }
    }
  };

  /** False when the turn could not be played on. */
  const playTurn = async (side: SideIndex): Promise<boolean> => {
    const { player } = match.session;
    const level = player.kind === 'bot' ? player.level : '';
    match.thinking.value = { side, level, actions: 0, share: null };
    for (let actions = 1; !ended() && match.session.state.active === side; actions++) {
      if (match.paused.value) return true;
      const action: Action | null = actions > MOST_ACTIONS ? { type: 'end' } : await choose(side);
      if (stopped || !action) return false;
      if (!(await match.playBot(action))) {
        tell({ kind: 'refused', code: action.type });
        if (!(await match.playBot({ type: 'end' }))) return false;
      }
      match.thinking.value = { side, level, actions, share: null };
      await breathe();
    }
    return true;
  };

  return {
    async run() {
      if (running) return;
      running = true;
      try {
        while (!ended() && !match.paused.value) {
          if (!(await playTurn(match.session.state.active as SideIndex))) break;
        }
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
