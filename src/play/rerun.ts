/** Running a recorded game again, one action at a time, and saying where it stops being the game that was recorded. */
import type { Action } from '../core/action.ts';
import { apply } from '../core/apply.ts';
import { check } from '../core/check.ts';
import { digest } from '../core/digest.ts';
import type { GameEvent } from '../core/event.ts';
import type { Game } from '../core/game.ts';
import type { Refusal } from '../core/refusal.ts';
import { setup } from '../core/setup.ts';
import type { GameState } from '../core/state.ts';
import { RULES_VERSION } from '../core/version.ts';
import { copyPlain } from './copy.ts';
import type { GameRecord } from './record.ts';

/** The first action that does not do what the record says; `at` counts from 0. */
export interface Divergence {
  grade: 'diverged';
  at: number;
  action: Action;
  /** Digest recorded and digest found; nothing is found where the action could not be carried out. */
  expected: string;
  found: string | null;
  /** The rules refuse the action. */
  refusal?: Refusal;
  /** The rules broke on it. */
  error?: string;
}

/** The record belongs to another scenario, or to another version of it or of the rules. */
export interface Mismatch {
  grade: 'otherScenario' | 'otherRules';
  expected: string;
  found: string;
}

export type Rerun = { ok: true; events: GameEvent[]; digest: string } | { ok: false; divergence: Divergence };

/** Null when the record was played on exactly this scenario under exactly these rules. */
export function mismatch(game: Game, record: GameRecord): Mismatch | null {
  const { id, version } = game.data.scenario;
  const { scenario } = record;
  if (scenario.id !== id) return { grade: 'otherScenario', expected: scenario.id, found: id };
  if (scenario.digest !== game.digest)
    return {
      grade: 'otherScenario',
      expected: `${scenario.id} version ${scenario.version} (${scenario.digest})`,
      found: `${id} version ${version} (${game.digest})`,
    };
  if (record.rules !== RULES_VERSION)
    return { grade: 'otherRules', expected: String(record.rules), found: String(RULES_VERSION) };
  return null;
}

/** The state before the first action, and the events of setting up. */
export function rerunSetup(game: Game, record: GameRecord): { state: GameState; events: GameEvent[] } {
  return setup(game, { seed: record.seed, ...record.options });
}

/** Carries out action `at` of the record on `state`, in place. After a divergence the state is of no use. */
export function rerun(game: Game, state: GameState, record: GameRecord, at: number): Rerun {
  const action = copyPlain(record.actions[at] as Action);
  const expected = record.digests[at] as string;
  const diverged = (more: Pick<Divergence, 'found' | 'refusal' | 'error'>): Rerun => ({
    ok: false,
    divergence: { grade: 'diverged', at, action, expected, ...more },
  });
  try {
    const refusal = check(game, state, action);
    if (refusal) return diverged({ found: null, refusal });
    const events = apply(game, state, action);
    const found = digest(state);
    return found.startsWith(expected) ? { ok: true, events, digest: found } : diverged({ found });
  } catch (error) {
    return diverged({ found: null, error: error instanceof Error ? error.message : String(error) });
  }
}
