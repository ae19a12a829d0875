/** When a step of a lesson is done: its conditions, asked of what the learner sees and has done. */
import type { Action } from '../../core/action.ts';
import type { GameEvent } from '../../core/event.ts';
import { parseHex } from '../../core/hex.ts';
import { isMet } from '../../core/rules/conditions.ts';
import { explainSupply } from '../../core/rules/supply.ts';
import { SUPPLY_LEAK } from '../../core/state.ts';
import type { LessonCondition, LessonFact, LessonSpot } from '../../scenario/shapes/lesson.ts';
import type { Interaction } from './model.ts';
import { onMap, type Seen } from './seen.ts';

/** What a condition may ask about. */
export interface LessonMoment {
  /** The learner's side; it keeps its eyes while the other side plays. */
  seen: Seen;
  hand: Interaction;
  /** The overlay that lies on the map, and the tab that is open. */
  overlay: string | null;
  tab: string;
  /** What the learner did this turn, oldest first. */
  acts: readonly { action: Action; events: readonly GameEvent[] }[];
  /** Since the step was shown: the map was moved or zoomed, an order was taken back, one was given again. */
  looked: boolean;
  undone: boolean;
  redone: boolean;
  /** The turn in which the step was shown. */
  shownTurn: number;
}

/** Whether a condition is met; one that is absent is not. */
export function isLearnt(moment: LessonMoment, when: LessonCondition | undefined): boolean {
  if (!when) return false;
  if (when.type === 'all') return when.conditions.every((one) => holds(moment, one));
  if (when.type === 'any') return when.conditions.some((one) => holds(moment, one));
  return holds(moment, when);
}

function holds(moment: LessonMoment, fact: LessonFact): boolean {
  return isSo(moment, fact) !== (fact.not === true);
}

function isSo(moment: LessonMoment, fact: LessonFact): boolean {
  const { seen, hand, acts } = moment;
  const { game, view } = seen;
  switch (fact.type) {
    case 'looked':
      return moment.looked;
    case 'undone':
      return moment.undone;
    case 'redone':
      return moment.redone;
    case 'selected':
      return hand.selected.includes(unitOf(seen, fact.unit));
    case 'path': {
      const unit = unitOf(seen, fact.unit);
      const hex = hexOf(seen, fact);
      return view.units[unit]?.hex === hex || (hand.selected[0] === unit && hand.path?.at(-1) === hex);
    }
    case 'at':
      return view.units[unitOf(seen, fact.unit)]?.hex === hexOf(seen, fact);
    case 'overlay':
      return moment.overlay === fact.overlay;
    case 'tab':
      return moment.tab === fact.tab;
    case 'planned': {
      const { target } = hand;
      if (target?.hex !== hexOf(seen, fact.at)) return false;
      const ticked = target.attackers.filter((one) => one.ticked).length;
      return ticked >= fact.attackers && (fact.advance === undefined || target.advance === fact.advance);
    }
    case 'assaulted':
      return acts.some(({ action, events }) => action.type === 'assault' && isThere(seen, action.hex, events, fact.at));
    case 'flown':
      return acts.some(
        ({ action }) =>
          action.type === 'air' && action.mission === fact.mission && (!fact.at || action.hex === hexOf(seen, fact.at)),
      );
    case 'nextTurn':
      return seen.mayOrder && view.turn > moment.shownTurn;
    case 'turn':
      return (seen.mayOrder || view.over) && view.turn >= fact.atLeast;
    case 'held':
      return isMet(game, view, { type: 'held', place: fact.place, side: fact.side }, seen.side);
    case 'supplied':
      return explainSupply(game, view, unitOf(seen, fact.unit)).status > SUPPLY_LEAK;
    case 'gone':
      return !onMap(seen, unitOf(seen, fact.unit));
    case 'over':
      return view.over;
  }
}

const unitOf = (seen: Seen, id: string): number => seen.game.units.findIndex((unit) => unit.id === id);

/** Where a spot is as far as the learner knows, -1 for nowhere. */
export function hexOf(seen: Seen, spot: LessonSpot): number {
  const { game, view } = seen;
  if ('hex' in spot) return parseHex(game.cols, game.rows, spot.hex);
  if ('place' in spot) return game.places[game.placeIndex.get(spot.place) ?? -1]?.hex ?? -1;
  const unit = unitOf(seen, spot.unit);
  return onMap(seen, unit) ? (view.units[unit]?.hex ?? -1) : -1;
}

/** Whether an attack was on a spot; a unit counts wherever it stood when it was attacked. */
function isThere(seen: Seen, hex: number, events: readonly GameEvent[], spot: LessonSpot): boolean {
  if (!('unit' in spot)) return hex === hexOf(seen, spot);
  const unit = unitOf(seen, spot.unit);
  return events.some((event) => event.type === 'assault' && event.defenders.includes(unit));
}
