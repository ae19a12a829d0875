/** Deals the enemies whom nobody sees over the map: those remembered near where they were seen, the others with their formation. */
import type { Dice } from '../../core/dice.ts';
import type { Game } from '../../core/game.ts';
import { stackingLimit } from '../../core/rules/stacking.ts';
import { MOBILITIES } from '../../core/scenario.ts';
import { type GameState, UNIT_ON_MAP, type UnitState } from '../../core/state.ts';
import type { Survey } from './survey.ts';
import { drawn, goingOf, type Lot, lotAround, lotOverAll, traceOf, whereabouts } from './whereabouts.ts';

/** Draws for a hex with room before the likeliest with room is taken. */
const TRIES = 8;
/** Hexes within which a formation whose troops have not been met stands together, and where most of it is. */
const TOGETHER = 7;
const CLOSE = 1.5;

/** What can be said of the enemies' places before any lot is drawn. */
export interface Deal {
  found: Survey;
  /** Enemies remembered, with where each can be; null where nobody could stand unseen within his reach. */
  remembered: { unit: number; lot: Lot | null }[];
  unmet: number[];
  anywhere: Lot;
}

export function dealOf(found: Survey): Deal {
  const { game, view } = found;
  const remembered: Deal['remembered'] = [];
  const unmet: number[] = [];
  for (const unit of game.bySide[found.enemy]) {
    const trace = traceOf(game, view, unit);
    if (trace === 'remembered') remembered.push({ unit, lot: whereabouts(found, unit) });
    else if (trace === 'unmet') unmet.push(unit);
  }
  return { found, remembered, unmet, anywhere: lotOverAll(found) };
}

/** The hex of each enemy by unit, -1 for one who is nowhere on the map. The men of `state` must find room; each unit has its dice. */
export function dealOut(
  deal: Deal,
  state: GameState,
  rolls: readonly Dice[],
  arrived: (unit: number) => boolean,
): Int32Array {
  const { found, remembered, unmet, anywhere } = deal;
  const { game, view, enemy } = found;
  const hexOf = new Int32Array(game.units.length).fill(-1);
  const men = new Int32Array(game.size);
  const inFormation = new Map<number, number[]>();
  const settle = (unit: number, hex: number): void => {
    hexOf[unit] = hex;
    men[hex] = (men[hex] as number) + (state.units[unit] as UnitState).men;
    const { formation } = game.units[unit] as Game['units'][number];
    const known = inFormation.get(formation);
    if (known) known.push(hex);
    else inFormation.set(formation, [hex]);
  };
  const place = (unit: number, lot: Lot | null, roll: Dice): void => {
    const { enters } = goingOf(game, view, (game.units[unit] as Game['units'][number]).mobility);
    const { men: more } = state.units[unit] as UnitState;
    const fits = (at: number): boolean => enters[at] === 1 && (men[at] as number) + more <= stackingLimit(game, at);
    const hex = lot ? withRoom(lot, fits, roll) : -1;
    if (hex >= 0) settle(unit, hex);
  };
  for (const unit of game.bySide[enemy]) {
    const now = view.units[unit] as UnitState;
    if (now.status === UNIT_ON_MAP && now.hex >= 0) settle(unit, now.hex);
  }
  for (const { unit, lot } of remembered) place(unit, lot, rolls[unit] as Dice);
  const lots = new Map<number, Lot | null>();
  for (const unit of unmet) {
    if (!arrived(unit)) continue;
    const roll = rolls[unit] as Dice;
    const { formation, mobility } = game.units[unit] as Game['units'][number];
    const mates = inFormation.get(formation);
    const anchor = mates ? (mates[roll.below(mates.length)] as number) : drawn(anywhere, roll.unit());
    const key = anchor * MOBILITIES.length + mobility;
    let lot = lots.get(key);
    if (lot === undefined) {
      lot = lotAround(game, found.unmet, goingOf(game, view, mobility).enters, anchor, TOGETHER, CLOSE, 1);
      lots.set(key, lot);
    }
    place(unit, lot ?? anywhere, roll);
    if ((hexOf[unit] as number) < 0) place(unit, anywhere, roll);
  }
  return hexOf;
}

/** A hex drawn that fits; the likeliest that does when a few draws fail, -1 for none. */
function withRoom(lot: Lot, fits: (hex: number) => boolean, roll: Dice): number {
  for (let i = 0; i < TRIES; i++) {
    const hex = drawn(lot, roll.unit());
    if (fits(hex)) return hex;
  }
  let best = -1;
  let most = 0;
  for (let i = 0; i < lot.hexes.length; i++) {
    const weight = (lot.sums[i] as number) - (i > 0 ? (lot.sums[i - 1] as number) : 0);
    if (weight <= most || !fits(lot.hexes[i] as number)) continue;
    most = weight;
    best = lot.hexes[i] as number;
  }
  return best;
}
