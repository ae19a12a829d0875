/** Shows events on the board at the speed that is set, and tells when a frame is drawn. */
import type { Board } from '../board/contract.ts';
import { PICTURED } from '../board/pictured.ts';
import type { Stage } from './match.ts';

export function boardStage(board: Board, speed: () => number, follow: () => boolean): Stage {
  return {
    async show(events) {
      const rate = speed();
      // A list without a picture is not waited for.
      if (rate === 0 || !events.some((event) => PICTURED.has(event.type))) return;
      await board.play(events, { speed: rate, follow: follow() });
    },
    skip: () => board.skip(),
    moving: () => speed() > 0,
  };
}
