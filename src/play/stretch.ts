/**
 * A recorded game run again stretch by stretch, from its seed to its end or to the first action that differs. A stretch
 * is a player turn or a part of one; each comes with the state it begins from, so that whoever collects them can show any
 * moment without running the game from the start.
 */
import type { GameEvent } from '../core/event.ts';
import type { Game } from '../core/game.ts';
import { type GameState, type ReadonlyState, SEEN_TYPE, UNIT_ON_MAP } from '../core/state.ts';
import { cloneState } from '../core/view.ts';
import type { GameRecord } from './record.ts';
import { mismatch, rerun, rerunSetup } from './rerun.ts';
import type { Verdict } from './verify.ts';

/** Most actions of a stretch: what has to be run again, at most, to show a moment. */
export const LONGEST_STRETCH = 48;

export interface Stretch {
  /** Actions carried out before it. */
  from: number;
  /** The state there. */
  keyframe: GameState;
  /** What happened in each of its actions. */
  events: GameEvent[][];
  /** Units told of in each of its actions whose names the other side did not know then. */
  nameless: number[][];
}

/** Runs the record and yields its stretches in order; returns the verdict on the whole. A record of another game yields none. */
export function* stretches(game: Game, record: GameRecord): Generator<Stretch, Verdict> {
  const other = mismatch(game, record);
  if (other) return other;
  const { state } = rerunSetup(game, record);
  const total = record.actions.length;
  let stretch = begin(0, state);
  for (let at = 0; at < total; at++) {
    const step = rerun(game, state, record, at);
    if (!step.ok) {
      if (stretch.events.length > 0) yield stretch;
      return step.divergence;
    }
    stretch.events.push(step.events);
    stretch.nameless.push(namelessIn(state, step.events));
    if (record.actions[at]?.type !== 'end' && stretch.events.length < LONGEST_STRETCH) continue;
    yield stretch;
    stretch = begin(at + 1, state);
  }
  if (stretch.events.length > 0) yield stretch;
  return { grade: 'verified', actions: total };
}

function begin(from: number, state: ReadonlyState): Stretch {
  return { from, keyframe: cloneState(state), events: [], nameless: [] };
}

/** Units of the events that are on the map and of which the other side knows no more than that they are there. */
export function namelessIn(state: ReadonlyState, events: readonly GameEvent[]): number[] {
  if (!state.fog) return [];
  const found = new Set<number>();
  for (const event of events) {
    for (const unit of unitsOf(event)) {
      const now = state.units[unit];
      if (now?.status === UNIT_ON_MAP && now.seen < SEEN_TYPE) found.add(unit);
    }
  }
  return [...found].sort((a, b) => a - b);
}

function unitsOf(event: GameEvent): number[] {
  const units: number[] = [];
  if ('unit' in event) units.push(event.unit);
  if (event.type === 'columnFire') units.push(event.by);
  if (event.type === 'assault') units.push(...event.attackers, ...event.support, ...event.defenders);
  if ('losses' in event) for (const loss of event.losses) units.push(loss.unit);
  return units;
}
