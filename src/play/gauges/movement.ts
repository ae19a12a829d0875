/** Where units came, how far, and how widely they stood. */
import type { GameEvent } from '../../core/event.ts';
import { dateOfTurn, type Game } from '../../core/game.ts';
import { membersOf } from '../../core/members.ts';
import { UNIT_KINDS } from '../../core/scenario.ts';
import { type ReadonlyState, UNIT_ON_MAP } from '../../core/state.ts';
import { firstDate, type Gauge, hexOfPlace, kmBetween, type Makers, onDate, tenths, unitsOf } from './gauge.ts';

type Kinds = 'firstEntry' | 'arrivalAt' | 'furthest' | 'dateOfFurthest' | 'distanceAt' | 'spread' | 'breakOut';

const MOVES = ['moved', 'advance', 'retreat', 'arrival', 'breakOut'] as const;
type Move = Extract<GameEvent, { type: (typeof MOVES)[number] }>;

export const MOVEMENT_GAUGES: Makers<Kinds> = {
  firstEntry: (game, { place, side, unitKind }) => {
    const hex = hexOfPlace(game, place);
    return firstDate(game, MOVES, (event) => {
      const info = game.units[event.unit];
      return info?.data.side === side && info.kind === UNIT_KINDS.indexOf(unitKind) && entered(event).includes(hex);
    });
  },
  arrivalAt: (game, { formation, place }) => {
    const hex = hexOfPlace(game, place);
    const members = new Set(membersOf(game.data, formation));
    return firstDate(game, MOVES, (event) => members.has(event.unit) && entered(event).includes(hex));
  },
  furthest: (game, { side, formation, toward }) => reach(game, unitsOf(game, side, formation), toward).km,
  dateOfFurthest: (game, { side, formation, toward }) => reach(game, unitsOf(game, side, formation), toward).date,
  distanceAt: (game, { side, formation, place, date }) => {
    const units = unitsOf(game, side, formation);
    const hex = hexOfPlace(game, place);
    return onDate(game, date, (state) => {
      const found = standing(state, units).map((at) => kmBetween(game, at, hex));
      return found.length === 0 ? null : tenths(Math.min(...found));
    });
  },
  spread: (game, { side, formation, date, nearEnemyKm }) => {
    const units = unitsOf(game, side, formation);
    const enemies = game.bySide[1 - (game.sideIndex.get(side) ?? 0)] as readonly number[];
    return onDate(game, date, (state) => {
      const other = standing(state, enemies);
      const own = standing(state, units).filter(
        (hex) => nearEnemyKm === undefined || other.some((enemy) => kmBetween(game, hex, enemy) <= nearEnemyKm),
      );
      let widest = 0;
      for (const a of own) for (const b of own) widest = Math.max(widest, kmBetween(game, a, b));
      return own.length === 0 ? null : tenths(widest);
    });
  },
  breakOut: (game, { formation }) => {
    const members = new Set(membersOf(game.data, formation));
    return firstDate(game, ['breakOut'], (event) => members.has(event.unit));
  },
};

/** The hexes that a unit comes into in an event; where it stood before is none of them. */
function entered(event: Move): readonly number[] {
  if (event.type === 'moved' || event.type === 'retreat') return event.path.slice(1);
  return [event.hex];
}

/** The hexes where units stand on the map. */
function standing(state: ReadonlyState, units: readonly number[]): number[] {
  return units.flatMap((index) => {
    const unit = state.units[index];
    return unit && unit.status === UNIT_ON_MAP && unit.hex >= 0 ? [unit.hex] : [];
  });
}

/** The nearest that units came to a place, and when they came that near. */
function reach(game: Game, units: readonly number[], toward: string): { km: Gauge; date: Gauge } {
  const members = new Set(units);
  const goal = hexOfPlace(game, toward);
  let nearest = Number.POSITIVE_INFINITY;
  let date: string | null = null;
  const gauge = {
    hears: MOVES,
    start(state: ReadonlyState) {
      for (const hex of standing(state, units)) nearest = Math.min(nearest, kmBetween(game, hex, goal));
    },
    hear(event: GameEvent, turn: number) {
      const move = event as Move;
      if (!members.has(move.unit)) return;
      for (const hex of entered(move)) {
        const km = kmBetween(game, hex, goal);
        if (km >= nearest) continue;
        nearest = km;
        date = dateOfTurn(game, turn);
      }
    },
  };
  return {
    km: { ...gauge, value: () => (nearest === Number.POSITIVE_INFINITY ? null : tenths(nearest)) },
    date: { ...gauge, value: () => date },
  };
}
