/** When events of the scenario came about, decisions were taken, and the command changed its mind. */
import type { Game } from '../../core/game.ts';
import type { EventEffect } from '../../core/scenario.ts';
import { firstDate, type Makers } from './gauge.ts';

export const COMMAND_GAUGES: Makers<'eventDate' | 'decisionDate' | 'doctrineDate'> = {
  eventDate: (game, { event: id }) =>
    firstDate(game, ['dated'], (event) => game.data.scenario.events[event.event]?.id === id),
  decisionDate: (game, { decision: id }) =>
    firstDate(game, ['decision'], (event) => game.data.scenario.decisions?.[event.decision]?.id === id),
  doctrineDate: (game, { side, doctrine }) =>
    firstDate(game, ['dated', 'decision'], (event) =>
      effectsOf(game, event).some(
        (effect) => effect.type === 'doctrine' && effect.side === side && effect.doctrine === doctrine,
      ),
    ),
};

/** The effects that come about in an event; those of a decision when they are due. */
function effectsOf(
  game: Game,
  event: { type: 'dated'; event: number } | { type: 'decision'; decision: number; done: number },
): readonly EventEffect[] {
  const { events, decisions } = game.data.scenario;
  if (event.type === 'dated') return events[event.event]?.effects ?? [];
  return event.done === 1 ? (decisions?.[event.decision]?.effects ?? []) : [];
}
