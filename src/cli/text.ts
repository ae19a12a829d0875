/** Orders and refusals in words for the terminal. */
import type { Action } from '../core/action.ts';
import type { Game } from '../core/game.ts';
import { formatHex } from '../core/hex.ts';
import type { Refusal, RefusalCode } from '../core/refusal.ts';
import { STANCES } from '../core/state.ts';

function unitName(game: Game, unit: number): string {
  return game.units[unit]?.data.short ?? `unit ${unit}`;
}

/** A hexside by its owner and direction: "3127 SE". */
export function formatHexside(game: Game, hexside: number): string {
  return `${formatHex(game.cols, Math.floor(hexside / 3))} ${['E', 'SE', 'SW'][hexside % 3]}`;
}

/** An order in one line: "1/Hon 1 march 3126 3127". */
export function formatAction(game: Game, action: Action): string {
  const hex = (index: number): string => formatHex(game.cols, index);
  const names = (units: readonly number[]): string => units.map((unit) => unitName(game, unit)).join(', ');
  switch (action.type) {
    case 'move':
      return `${unitName(game, action.unit)} ${action.mode} ${action.path.map(hex).join(' ')}`;
    case 'assault': {
      const support = action.support.length > 0 ? ` supported by ${names(action.support)}` : '';
      return `${names(action.units)} assault ${hex(action.hex)}${support}${action.advance ? '' : ', no advance'}`;
    }
    case 'bombard':
      return `${unitName(game, action.unit)} bombard ${hex(action.hex)}`;
    case 'engineer':
      return `${unitName(game, action.unit)} ${action.task} ${formatHexside(game, action.hexside)}`;
    case 'stance':
      return `${unitName(game, action.unit)} stance ${STANCES[action.stance]}`;
    case 'air': {
      const name = game.data.air.formations[action.formation]?.name ?? `formation ${action.formation}`;
      const whom = action.unit === undefined ? '' : ` of ${unitName(game, action.unit)}`;
      return `${name} ${action.mission}${whom} ${hex(action.hex)}, ${action.sorties} sorties`;
    }
    case 'breakOut':
      return `${unitName(game, action.unit)} break out ${hex(action.hex)}`;
    case 'airfield':
      return `demolish airfield ${game.theatre.airfields[action.airfield]?.id ?? action.airfield}`;
    case 'decide':
      return `decide ${game.data.scenario.decisions?.[action.decision]?.id ?? action.decision}`;
    case 'end':
      return 'end of turn';
  }
}

const REASONS: Record<RefusalCode, string> = {
  'game-over': 'the game is over',
  malformed: 'not an order that the rules know',
  'no-such-unit': 'no such unit on the map',
  'not-your-unit': 'the unit belongs to the other side',
  held: 'the unit is held back',
  'not-adjacent': 'the hexes do not touch',
  'off-map': 'off the map',
  'enemy-in-hex': 'an enemy holds the hex',
  'no-time': 'not enough time left',
  impassable: 'this kind of unit cannot go there',
  river: 'a river without a bridge',
  'no-fuel': 'no motor fuel',
  stacking: 'too many men in one hex',
  'already-done': 'done already this turn',
  shaken: 'too shaken to attack',
  'no-target': 'nothing known there',
  'out-of-range': 'out of range',
  'not-observed': 'nobody observes the hex',
  'no-guns': 'no guns',
  'no-ammo': 'no ammunition',
  'no-lift': 'no trucks left',
  'not-on-road': 'not on a road',
  'enemy-near': 'the enemy is too near',
  'nothing-to-do': 'nothing to do there',
  'not-engineers': 'not engineers',
  'no-sorties': 'no sorties left',
  'air-range': 'out of range from the airfield',
  'air-mission': 'the formation does not fly that mission',
  'air-weather': 'the weather forbids flying',
  'no-aviation-fuel': 'not enough aviation fuel',
  'no-airfield': 'no airfield there that the side can use',
  'no-passengers': 'nobody waits there for an airlift',
  'not-surrounded': 'only a surrounded unit breaks out',
  'not-open': 'the decision is not open',
  condition: 'what the decision asks for is not the case',
};

/** Why an order is refused, with its place and numbers: "not enough time left at 3127 (needs 240, has 180; clause 5.2)". */
export function formatRefusal(game: Game, refusal: Refusal): string {
  let where = '';
  if (refusal.hex !== undefined) where = ` at ${formatHex(game.cols, refusal.hex)}`;
  else if (refusal.hexside !== undefined) where = ` at ${formatHexside(game, refusal.hexside)}`;
  const numbers: string[] = [];
  if (refusal.need !== undefined) numbers.push(`needs ${refusal.need}, has ${refusal.have ?? 0}`);
  if (refusal.until !== undefined) numbers.push(`until turn ${refusal.until}`);
  numbers.push(`clause ${refusal.clause}`);
  return `${REASONS[refusal.code]}${where} (${numbers.join('; ')})`;
}
