/**
 * What can't be taken back: an action after which the player knows more than before, or has handed over. The rule
 * errs on the side of holding: any die, any hex whose visibility changed (even to show that it is empty), any change
 * in what is known of the enemy.
 */
import type { Action } from '../core/action.ts';
import type { GameEvent, MovedEvent } from '../core/event.ts';
import { distance, type Game } from '../core/game.ts';
import { observedHexes, seesHex, sightRange } from '../core/rules/detection.ts';
import type { ReadonlyState, SideIndex, View } from '../core/state.ts';
import { view } from '../core/view.ts';

export const BARRIERS = ['die', 'sight', 'enemy', 'turn', 'bot'] as const;
/** A die was drawn; a hex came into or went out of sight; the enemy was spotted; the turn ended; a bot acted. */
export type Barrier = (typeof BARRIERS)[number];

/** Orders whose result is drawn. */
const DRAWN: ReadonlySet<Action['type']> = new Set(['assault', 'bombard', 'engineer', 'air', 'breakOut']);
/** Events of an order that no die takes part in. */
const UNDRAWN: ReadonlySet<GameEvent['type']> = new Set([
  'moved',
  'spotted',
  'control',
  'decision',
  'airfield',
  'arrival',
  'withdrawal',
]);

/** The barrier that an action of `side` put up, or null when it can be undone. */
export function barrierOf(
  game: Game,
  side: SideIndex,
  before: ReadonlyState,
  after: ReadonlyState,
  action: Action,
  events: readonly GameEvent[],
): Barrier | null {
  if (action.type === 'end' || after.active !== before.active || after.over) return 'turn';
  if (DRAWN.has(action.type) || events.some((event) => !UNDRAWN.has(event.type))) return 'die';
  if (!before.fog) return null;
  if (events.some((event) => event.type === 'spotted' || (event.type === 'moved' && metEnemy(event)))) return 'enemy';
  // Where a unit comes in tells whether the enemy stands in its way.
  if (events.some((event) => event.type === 'arrival')) return 'sight';
  const observed = observedHexes(game, before, side);
  if (!sameBytes(observed, observedHexes(game, after, side))) return 'sight';
  if (events.some((event) => event.type === 'moved' && sawMore(game, before, observed, event.path))) return 'sight';
  return knowledge(game, view(game, before, side)) === knowledge(game, view(game, after, side)) ? null : 'enemy';
}

/** Stopped by the enemy, or seen by it on the way: either tells that it is there. */
function metEnemy(event: MovedEvent): boolean {
  return event.stopped !== null || event.shown.length > 0;
}

/** A march that looked into hexes that nobody of the side observed before, were it only in passing. */
function sawMore(game: Game, before: ReadonlyState, observed: Uint8Array, path: readonly number[]): boolean {
  const range = sightRange(game, before.weather);
  for (const from of path)
    for (let hex = 0; hex < game.size; hex++)
      if (observed[hex] === 0 && distance(game, from, hex) <= range && seesHex(game, before, from, hex)) return true;
  return false;
}

/** What a view tells of the enemy, and of what the enemy sees, as text to compare. */
function knowledge(game: Game, seen: View): string {
  const parts: unknown[] = [seen.battles, seen.breaks];
  seen.units.forEach((unit, i) => {
    parts.push(game.units[i]?.side === seen.viewer ? unit.seen : unit);
  });
  return JSON.stringify(parts);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
