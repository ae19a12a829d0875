/** Who holds what, and when: places, roads, airfields. */
import { holderOf } from '../../core/control.ts';
import { dateOfTurn, type Game } from '../../core/game.ts';
import { AIRFIELD_WORKING } from '../../core/state.ts';
import { roadBetween } from '../roads.ts';
import { atEnd, firstDate, type Gauge, hexOfPlace, type Makers, onDate, sideOf } from './gauge.ts';

type Kinds =
  | 'firstDateHeld'
  | 'lastDateTaken'
  | 'firstDateRetaken'
  | 'heldAtEnd'
  | 'heldAt'
  | 'frontAt'
  | 'roadCut'
  | 'airfieldState';

export const PLACE_GAUGES: Makers<Kinds> = {
  firstDateHeld: (game, { place, side }) => holding(game, place, side, (held) => held.indexOf(true, 1)),
  lastDateTaken: (game, { place, side }) =>
    holding(game, place, side, (held) => {
      const out = held.lastIndexOf(false);
      return held.at(-1) === true && out >= 0 ? out + 1 : -1;
    }),
  firstDateRetaken: (game, { place, side }) => {
    const hex = hexOfPlace(game, place);
    const holder = sideOf(game, side);
    let had = false;
    let lost = false;
    const retaken = firstDate(game, ['control'], (event) => {
      if (game.places[event.place]?.hex !== hex) return false;
      if (event.side !== holder) lost = had;
      else had = true;
      return lost && event.side === holder;
    });
    return {
      ...retaken,
      start: (state) => {
        had = holderOf(state.control, hex) === holder;
      },
    };
  },
  heldAtEnd: (game, { place, side }) => {
    const hex = hexOfPlace(game, place);
    return atEnd((state) => (holderOf(state.control, hex) === sideOf(game, side) ? 'yes' : 'no'));
  },
  heldAt: (game, { place, side, date }) => {
    const hex = hexOfPlace(game, place);
    return onDate(game, date, (state) => (holderOf(state.control, hex) === sideOf(game, side) ? 'yes' : 'no'));
  },
  frontAt: (game, { places, side, date }) => {
    const hexes = places.map((place) => hexOfPlace(game, place));
    return onDate(game, date, (state) => {
      return hexes.filter((hex) => holderOf(state.control, hex) === sideOf(game, side)).length;
    });
  },
  roadCut: (game, { from, to, side }) => {
    const road = roadBetween(game, hexOfPlace(game, from), hexOfPlace(game, to));
    const cutter = sideOf(game, side);
    let found: string | null = null;
    return {
      turnEnds(state, turn) {
        if (found === null && road.some((hex) => holderOf(state.control, hex) === cutter))
          found = dateOfTurn(game, turn);
      },
      value: () => found,
    };
  },
  airfieldState: (game, { airfield, side, is }) => {
    const index = (game.data.scenario.airfields ?? []).findIndex((entry) => entry.id === airfield);
    return atEnd((state) => {
      const field = state.airfields[index];
      if (!field) return null;
      const own = field.side === sideOf(game, side);
      const now = !own ? 'captured' : field.status === AIRFIELD_WORKING ? 'open' : 'demolished';
      return now === is ? 'yes' : 'no';
    });
  },
};

/** `held[0]` is before the first turn, `held[n]` at the end of turn n; `pick` chooses the turn, -1 for none. */
function holding(game: Game, place: string, side: string, pick: (held: boolean[]) => number): Gauge {
  const hex = hexOfPlace(game, place);
  const holder = sideOf(game, side);
  const held: boolean[] = [];
  return {
    start: (state) => held.push(holderOf(state.control, hex) === holder),
    turnEnds: (state) => held.push(holderOf(state.control, hex) === holder),
    value() {
      const turn = pick(held);
      return turn < 0 ? null : dateOfTurn(game, turn);
    },
  };
}
