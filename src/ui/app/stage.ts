/** Shows events on the board at the speed that is set, and tells when a frame is drawn. */
import type { GameEvent } from '../../core/event.ts';
import type { Board } from '../board/contract.ts';
import type { Stage } from './match.ts';

/** Events that the board has a picture for; a list without any is not waited for. */
const PICTURED = new Set<GameEvent['type']>([
  'moved',
  'bombard',
  'assault',
  'retreat',
  'advance',
  'control',
  'engineer',
  'breakOut',
  'columnFire',
  'raid',
  'airfield',
  'air',
  'leader',
  'surrender',
  'destroyed',
  'arrival',
  'withdrawal',
  'spotted',
]);

export function boardStage(board: Board, speed: () => number, follow: () => boolean): Stage {
  return {
    async show(events) {
      const rate = speed();
      if (rate === 0 || !events.some((event) => PICTURED.has(event.type))) return;
      await board.play(events, { speed: rate, follow: follow() });
    },
    skip: () => board.skip(),
    moving: () => speed() > 0,
  };
}
