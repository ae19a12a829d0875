/** Rulebook 2.4: dated events. */
import type { GameEvent } from '../event.ts';
import { type Game, turnOfDate } from '../game.ts';
import type { GameState } from '../state.ts';
import { isMet } from './conditions.ts';
import { carryOut } from './effects.ts';

/** 2.4: dated events, each once, on the first turn from its date on that meets its condition. */
export function datedEvents(game: Game, state: GameState, events: GameEvent[]): void {
  const sideBits = (side: string | null): number => (side === null ? 3 : 1 << (game.sideIndex.get(side) as number));
  game.data.scenario.events.forEach((event, i) => {
    if (state.fired.includes(i) || turnOfDate(game.data, event.date) > state.turn) return;
    if (!isMet(game, state, event.when, -1)) return;
    state.fired.push(i);
    events.push({ type: 'dated', event: i, to: sideBits(event.side) });
    for (const effect of event.effects) carryOut(game, state, effect, events);
  });
}
