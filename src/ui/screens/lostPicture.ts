/**
 * A device may take the graphics away under the map: on waking up, when its driver is restarted, when many tabs want
 * them. All that is drawn is known to the page, so the board is made anew where it was; a device that does it again gets
 * the canvas, which needs no graphics card.
 */
import { useEffect, useState } from 'preact/hooks';
import { notify } from '../app/app.ts';
import type { Board } from '../board/contract.ts';
import { t } from '../text/intl.ts';

/** Time for the browser to give the graphics back, so that the new board can have them, milliseconds. */
const RECOVERY = 400;

/** How often the picture in the host was lost so far; changes when it is time to make the board anew. */
export function useLostPicture(host: { readonly current: HTMLElement | null }): number {
  const [lost, setLost] = useState(0);
  useEffect(() => {
    const node = host.current;
    if (!node) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onLost = (event: Event): void => {
      if (!(event.target instanceof Node) || !node.contains(event.target)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        setLost((before) => before + 1);
        notify('info', t('picture.lost'));
      }, RECOVERY);
    };
    // The event does not rise from the canvas; on its way down it passes here.
    node.addEventListener('webglcontextlost', onLost, true);
    return () => {
      clearTimeout(timer);
      node.removeEventListener('webglcontextlost', onLost, true);
    };
  }, []);
  return lost;
}

/** Where a board looks, to be looked at again by another one. */
export interface Look {
  hex: number;
  hexPx: number;
}

export function lookOf(board: Board, cols: number, rows: number): Look {
  const { left, top, right, bottom, hexPx } = board.viewport();
  const within = (at: number, count: number): number => Math.max(0, Math.min(count - 1, Math.round(at)));
  return { hex: within((top + bottom) / 2, rows) * cols + within((left + right) / 2, cols), hexPx };
}
