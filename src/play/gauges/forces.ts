/** Strengths, stocks, and how long units went without supply. */
import { dateOfTurn, daysOfTurn, type Game, turnOfDate } from '../../core/game.ts';
import { membersOf } from '../../core/members.ts';
import { type ReadonlyState, UNIT_ON_MAP } from '../../core/state.ts';
import { atEnd, type Gauge, type Makers, type OutcomeValue, onDate, unitsOf } from './gauge.ts';

type Kinds = 'strength' | 'replacements' | 'menAt' | 'menCutAt' | 'daysCut' | 'firstHunger' | 'daysHungry' | 'stockAt';

export const FORCE_GAUGES: Makers<Kinds> = {
  strength: (game, { formation, equipment }) => {
    const pieces = membersOf(game.data, formation).map((unit) => game.units[unit]?.data.equipment[equipment] ?? 0);
    return atEnd(() => pieces.reduce((sum, count) => sum + count, 0));
  },
  replacements: (game, { formation }) => {
    const units = membersOf(game.data, formation);
    return atEnd((state) => units.reduce((sum, unit) => sum + (state.units[unit]?.received ?? 0), 0));
  },
  menAt: (game, { side, formation, date }) => menOnDate(game, unitsOf(game, side, formation), date, () => true),
  menCutAt: (game, { side, formation, date }) =>
    menOnDate(game, unitsOf(game, side, formation), date, (unit) => unit.daysCut > 0),
  daysCut: (game, { side, formation }) => {
    const units = unitsOf(game, side, formation);
    let longest = 0;
    return {
      turnBegins(state) {
        for (const unit of units) longest = Math.max(longest, state.units[unit]?.daysCut ?? 0);
      },
      value: () => longest,
    };
  },
  firstHunger: (game, { side, formation }) => {
    const units = unitsOf(game, side, formation);
    let found: OutcomeValue = null;
    return {
      turnBegins(state, turn) {
        if (found === null && units.some((unit) => isHungry(state, unit))) found = dateOfTurn(game, turn);
      },
      value: () => found,
    };
  },
  daysHungry: (game, { side, formation }) => {
    const turns = new Map(unitsOf(game, side, formation).map((unit) => [unit, 0]));
    let longest = 0;
    return {
      turnBegins(state) {
        for (const [unit, before] of turns) {
          const now = isHungry(state, unit) ? before + 1 : 0;
          turns.set(unit, now);
          longest = Math.max(longest, now);
        }
      },
      value: () => longest * daysOfTurn(game),
    };
  },
  stockAt: (game, { depots, stores, date }) => {
    const wanted = turnOfDate(game.data, date);
    const indices = depots.map((id) => game.data.scenario.supplySources.findIndex((source) => source.id === id));
    let found: OutcomeValue = null;
    return {
      turnBegins(state, turn) {
        if (turn !== wanted) return;
        found = 0;
        for (const index of indices) for (const store of stores) found += state.depots[index]?.[store] ?? 0;
      },
      value: () => found,
    };
  },
};

/** Whether a unit on the map carries nothing to eat; hunger goes by that (11.5). */
function isHungry(state: ReadonlyState, index: number): boolean {
  const unit = state.units[index];
  return unit?.status === UNIT_ON_MAP && unit.food <= 0;
}

/** Men on the map on a date in those of the units that are asked for. */
function menOnDate(
  game: Game,
  units: readonly number[],
  date: string,
  counts: (unit: ReadonlyState['units'][number]) => boolean,
): Gauge {
  return onDate(game, date, (state) =>
    units.reduce((sum, index) => {
      const unit = state.units[index];
      return sum + (unit && unit.status === UNIT_ON_MAP && counts(unit) ? unit.men : 0);
    }, 0),
  );
}
