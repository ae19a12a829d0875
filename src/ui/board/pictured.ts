/** Which events the board shows; apart from the drawing, so that the page can ask before the board is loaded. */
import type { GameEvent } from '../../core/event.ts';

/** Events that have a picture; others give no clip. */
export const PICTURED: ReadonlySet<GameEvent['type']> = new Set([
  'moved',
  'retreat',
  'advance',
  'breakOut',
  'assault',
  'bombard',
  'columnFire',
  'air',
  'airfield',
  'arrival',
  'withdrawal',
  'destroyed',
  'surrender',
  'spotted',
  'leader',
  'control',
  'engineer',
  'raid',
]);
