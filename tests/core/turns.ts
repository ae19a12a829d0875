/** Short words for what tests do over and over. */
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import type { GameEvent } from '../../src/core/event.ts';
import type { Refusal } from '../../src/core/refusal.ts';
import type { Tiny } from './fixture.ts';

/** Ends player turns until it is the first side's turn again (or the game is over). */
export function passTurn({ game, state }: Tiny, turns = 1): GameEvent[] {
  const events: GameEvent[] = [];
  for (let i = 0; i < turns * 2 && !state.over; i++) events.push(...apply(game, state, { type: 'end' }));
  return events;
}

/** Orders a march along hexes "ccrr"; the refusal, or null after it has been carried out. */
export function go(tiny: Tiny, unit: string, path: string, mode: 'march' | 'truck' = 'march'): Refusal | null {
  const action = { type: 'move', unit: tiny.unit(unit), path: path.split(' ').map(tiny.at), mode } as const;
  const refusal = check(tiny.game, tiny.state, action);
  if (!refusal) apply(tiny.game, tiny.state, action);
  return refusal;
}

/** Events of one type. */
export function only<T extends GameEvent['type']>(
  events: readonly GameEvent[],
  type: T,
): Extract<GameEvent, { type: T }>[] {
  return events.filter((event): event is Extract<GameEvent, { type: T }> => event.type === type);
}
