/** What was lost and taken, from the books of the last state. */
import type { Game } from '../../core/game.ts';
import type { EquipmentClass } from '../../core/scenario.ts';
import { type ReadonlyState, UNIT_ON_MAP } from '../../core/state.ts';
import { atEnd, type Makers, type MeasureOf, unitsOf } from './gauge.ts';

type Kinds = 'losses' | 'lossShare' | 'lossRatio' | 'prisoners' | 'captured' | 'equipmentLost' | 'civilians';
type Loss = MeasureOf<'losses'>['what'][number];

export const LOSS_GAUGES: Makers<Kinds> = {
  losses: (game, { side, formation, what }) => {
    const units = unitsOf(game, side, formation);
    return atEnd((state) => lost(state, units, what));
  },
  lossShare: (game, { side, formation, what }) => {
    const units = unitsOf(game, side, formation);
    return atEnd((state) => {
      const came = units.reduce((sum, unit) => sum + cameWith(game, state, unit), 0);
      return came === 0 ? null : lost(state, units, what) / came;
    });
  },
  lossRatio: (game, { side, what }) => {
    const index = game.sideIndex.get(side);
    return atEnd((state) => {
      if (index === undefined) return null;
      const enemy = lost(state, game.bySide[1 - index] ?? [], what);
      return enemy === 0 ? null : lost(state, game.bySide[index], what) / enemy;
    });
  },
  prisoners: (game, { side }) => {
    const index = game.sideIndex.get(side);
    return atEnd((state) => (index === undefined ? null : lost(state, game.bySide[1 - index] ?? [], ['captured'])));
  },
  captured: (game, { side, class: kind, also }) => {
    const index = game.sideIndex.get(side);
    return atEnd((state) =>
      index === undefined ? null : piecesOf(game, state.sides[index].captured, [kind, ...(also ?? [])]),
    );
  },
  equipmentLost: (game, { side, formation, classes }) => {
    const units = unitsOf(game, side, formation);
    return atEnd((state) =>
      units.reduce((sum, index) => {
        const unit = state.units[index];
        return sum + (unit ? piecesOf(game, unit.eqLost, classes) + piecesOf(game, unit.eqTaken, classes) : 0);
      }, 0),
    );
  },
  civilians: () => atEnd((state) => state.civilians),
};

function lost(state: ReadonlyState, units: readonly number[], what: readonly Loss[]): number {
  let sum = 0;
  for (const unit of units) for (const kind of what) sum += state.units[unit]?.[kind] ?? 0;
  return sum;
}

/** Men that a unit brought and received; none while it has not come. */
function cameWith(game: Game, state: ReadonlyState, index: number): number {
  const unit = state.units[index];
  const men = game.units[index]?.data.men ?? 0;
  return unit && unit.status >= UNIT_ON_MAP ? men + unit.received : 0;
}

/** Pieces of some classes in a list by equipment index. */
export function piecesOf(game: Game, pieces: readonly number[], classes: readonly EquipmentClass[]): number {
  return game.equipment.reduce((sum, kind, i) => sum + (classes.includes(kind.class) ? (pieces[i] ?? 0) : 0), 0);
}
