/** Pictures that come from the board. */
import { useEffect, useRef } from 'preact/hooks';
import type { Board } from '../board/contract.ts';

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

export function Minimap({ board, width }: { board: Board; width: number }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.replaceChildren(board.minimap(width));
  }, [board, width]);
  return <div ref={box} class="minimap" />;
}
