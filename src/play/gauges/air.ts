/** The air war: sorties, losses, what was landed and dropped, the fuel it took. */
import { daysOfTurn, type Game, turnOfDate } from '../../core/game.ts';
import type { ReadonlyState } from '../../core/state.ts';
import { atEnd, firstDate, type Makers, type MeasureOf, type OutcomeValue, sideOf, within } from './gauge.ts';

type Kinds = 'sorties' | 'firstSortie' | 'deliveredDaily' | 'airLosses' | 'airlifted' | 'dropped' | 'aviationFuel';

export const AIR_GAUGES: Makers<Kinds> = {
  sorties: (game, { side, air, missions, ...period }) => {
    const formations = new Set(airOf(game, side, air));
    const counts = within(game, period);
    let sum = 0;
    return {
      hears: ['air'],
      hear(event, turn) {
        if (event.type !== 'air' || !formations.has(event.formation) || !counts(turn)) return;
        // A patrol that meets the enemy reports again: its sorties were counted when it went up.
        if (event.mission === 'superiority' && event.intercepted > 0) return;
        if (missions === undefined || missions.includes(event.mission)) sum += event.sorties;
      },
      value: () => sum,
    };
  },
  firstSortie: (game, { side, air, missions }) => {
    const formations = new Set(airOf(game, side, air));
    return firstDate(
      game,
      ['air'],
      ({ formation, mission, sorties }) => sorties > 0 && formations.has(formation) && missions.includes(mission),
    );
  },
  deliveredDaily: (game, { side, what }) => {
    const index = sideOf(game, side);
    let before = 0;
    let turns = 0;
    return {
      turnEnds(state) {
        const now = delivered(state, index, what);
        if (now > before) turns++;
        before = now;
      },
      value: () => (turns === 0 ? null : before / (turns * daysOfTurn(game))),
    };
  },
  airLosses: (game, { side, air, what }) => {
    const formations = airOf(game, side, air);
    const field = what === 'aircraft' ? 'lost' : 'crewsLost';
    return atEnd((state) => formations.reduce((sum, index) => sum + (state.air[index]?.[field] ?? 0), 0));
  },
  airlifted: (game, { side, what, until }) => {
    const field = what === 'men' ? 'menLifted' : 'kgLifted';
    const last = until === undefined ? game.turns : turnOfDate(game.data, until);
    let found: OutcomeValue = null;
    return {
      turnEnds(state, turn) {
        if (turn <= last) found = state.sides[sideOf(game, side)]?.[field] ?? null;
      },
      value: () => found,
    };
  },
  dropped: (game, { side, what }) =>
    atEnd((state) => {
      const books = state.sides[sideOf(game, side)];
      if (!books) return null;
      return what === 'sent' ? books.dropped : delivered(state, sideOf(game, side), 'dropped');
    }),
  aviationFuel: (game, { side }) => atEnd((state) => state.sides[sideOf(game, side)]?.aviationUsed ?? null),
};

/** Men or kilograms landed so far, or kilograms dropped that came to friends. */
function delivered(state: ReadonlyState, side: number, what: MeasureOf<'deliveredDaily'>['what']): number {
  const books = state.sides[side];
  if (!books) return 0;
  if (what === 'dropped') return books.dropped - books.dropTaken - books.dropLost;
  return what === 'men' ? books.menLifted : books.kgLifted;
}

/** Indices of air formations of a side, all of them or those named. */
function airOf(game: Game, side: string, ids: readonly string[] | null): number[] {
  return game.data.air.formations.flatMap((formation, i) =>
    formation.side === side && (ids === null || ids.includes(formation.id)) ? [i] : [],
  );
}
