/** When events of the scenario came about, and decisions were taken. */
import { firstDate, type Makers } from './gauge.ts';

export const COMMAND_GAUGES: Makers<'eventDate' | 'decisionDate'> = {
  eventDate: (game, { event: id }) =>
    firstDate(game, ['dated'], (event) => game.data.scenario.events[event.event]?.id === id),
  decisionDate: (game, { decision: id }) =>
    firstDate(
      game,
      ['decision'],
      (event) => event.done === 0 && game.data.scenario.decisions?.[event.decision]?.id === id,
    ),
};
