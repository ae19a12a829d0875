/**
 * Runs a record again, off the page's thread, and hands over what it passes. Ending the worker cancels it. What it answers
 * is plain data, which a later page can show.
 */
import { compile, type Game } from '../core/game.ts';
import type { ScenarioData } from '../core/scenario.ts';
import type { GameState } from '../core/state.ts';
import { cloneState } from '../core/view.ts';
import { Keyframes } from '../play/keyframes.ts';
import type { GameRecord } from '../play/record.ts';
import { rerun, rerunSetup } from '../play/rerun.ts';
import { type Stretch, stretches } from '../play/stretch.ts';
import type { Verdict } from '../play/verify.ts';

/** The game that was run last. */
let film: { game: Game; record: GameRecord; frames: Keyframes } | null = null;

export const projectionist = {
  /** The verdict on the record, after its stretches were handed over one by one. */
  async run(data: ScenarioData, record: GameRecord, onStretch: (stretch: Stretch) => unknown): Promise<Verdict> {
    const game = compile(data);
    const frames = new Keyframes(rerunSetup(game, record).state);
    film = { game, record, frames };
    const work = stretches(game, record);
    const received: unknown[] = [];
    for (;;) {
      const step = work.next();
      if (!step.done) {
        frames.put(step.value.from, step.value.keyframe);
        received.push(onStretch(step.value));
        continue;
      }
      // The verdict travels another way than the stretches: it must not overtake them.
      await Promise.all(received);
      return step.value;
    }
  },

  /** The state after so many actions of the game that was run; null when there is none. */
  stateAt(at: number): GameState | null {
    if (!film) return null;
    const { game, record, frames } = film;
    const start = frames.nearest(at);
    const state = cloneState(start.state);
    for (let i = start.at; i < at; i++) if (!rerun(game, state, record, i).ok) return null;
    return state;
  },
};

export type Projectionist = typeof projectionist;
