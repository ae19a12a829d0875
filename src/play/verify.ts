/** Does a record replay to the bit? The answer names the first action that does not. */
import type { Game } from '../core/game.ts';
import type { GameRecord } from './record.ts';
import { type Divergence, type Mismatch, mismatch, rerun, rerunSetup } from './rerun.ts';

export interface Verified {
  grade: 'verified';
  /** Actions carried out with the recorded digests. */
  actions: number;
}

export type Verdict = Verified | Divergence | Mismatch;

export interface VerifyOptions {
  /** Stop after this many actions. */
  until?: number;
  onProgress?: (done: number, total: number) => void;
  /** Aborting rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** Actions between two breaths: pages stay alive, progress is told. */
const STRIDE = 100;

/** Runs the record again from its seed. A record of another scenario or rules version is said to be so and not run. */
export async function verify(game: Game, record: GameRecord, options: VerifyOptions = {}): Promise<Verdict> {
  const other = mismatch(game, record);
  if (other) return other;
  const total = Math.min(options.until ?? record.actions.length, record.actions.length);
  const { state } = rerunSetup(game, record);
  for (let at = 0; at < total; at++) {
    options.signal?.throwIfAborted();
    const step = rerun(game, state, record, at);
    if (!step.ok) return step.divergence;
    if ((at + 1) % STRIDE === 0) {
      options.onProgress?.(at + 1, total);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  options.onProgress?.(total, total);
  return { grade: 'verified', actions: total };
}
