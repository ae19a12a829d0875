/** Pictures that come from the board. */
import { useEffect, useRef } from 'preact/hooks';
import { focusMap } from '../app/areas.ts';
import type { Board } from '../board/contract.ts';
import { t } from '../text/intl.ts';

/** A unit's counter as it stands on the board; empty until the board is there. */
export function CounterPicture({
  board,
  unit,
  size,
  stamp,
}: {
  board: Board | null;
  unit: number;
  size: number;
  stamp: number;
}) {
  const box = useRef<HTMLSpanElement>(null);
  // The stamp changes when the counter does.
  useEffect(() => {
    if (board) box.current?.replaceChildren(board.counterPicture(unit, size));
  }, [board, unit, size, stamp]);
  return <span ref={box} class="counter" style={{ width: `${size}px`, height: `${size}px` }} aria-hidden="true" />;
}

/** Share of the view that an arrow key moves it by. */
const KEY_STEP = 0.5;

/** The whole map in small; pointers and, once it has the focus, arrow keys move the view of the large one. */
export function Minimap({ board, width }: { board: Board; width: number }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const picture = board.minimap(width);
    picture.setAttribute('aria-hidden', 'true');
    box.current?.replaceChildren(picture);
  }, [board, width]);
  const listen = (event: KeyboardEvent): void => {
    const { left, right, top, bottom, hexPx } = board.viewport();
    const across = (right - left) * hexPx * KEY_STEP;
    const down = (bottom - top) * hexPx * KEY_STEP;
    if (event.key === 'ArrowLeft') board.pan(-across, 0);
    else if (event.key === 'ArrowRight') board.pan(across, 0);
    else if (event.key === 'ArrowUp') board.pan(0, -down);
    else if (event.key === 'ArrowDown') board.pan(0, down);
    else if (event.key === 'Home') board.fit();
    else if (event.key === 'Enter' || event.key === 'Escape') focusMap();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={box}
      class="minimap"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it moves the view by keys as well as by pointers
      tabIndex={0}
      aria-label={t('reading.miniMap')}
      onKeyDown={listen}
    />
  );
}
