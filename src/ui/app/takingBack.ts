/** Orders of the present player turn: which can be taken back, and what stands before those that can't. */
import type { SideIndex } from '../../core/state.ts';
import type { Barrier } from '../../play/barrier.ts';
import type { LogEntry } from '../../play/session.ts';

export interface OrderMark {
  /** Position of the order in the game. */
  at: number;
  entry: LogEntry;
  /** How many orders go when this one is taken back, itself included; 0 when it cannot be. */
  undo: number;
  /** Drawn after the order: why neither it nor any before it can be taken back. Of several in a row the last has it. */
  wall: Barrier | null;
}

/** The orders that `side` has given since its player turn began; none when another side is at it. */
export function orderMarks(log: readonly LogEntry[], side: SideIndex, reach: number): OrderMark[] {
  const begun = log.findLastIndex((entry) => entry.action.type === 'end') + 1;
  const orders = log.slice(begun);
  if (orders.some((entry) => entry.side !== side)) return [];
  return orders.map((entry, i) => {
    const next = orders[i + 1]?.barrier ?? null;
    return {
      at: entry.at,
      entry,
      undo: orders.length - i <= reach ? orders.length - i : 0,
      wall: entry.barrier !== null && entry.barrier !== next ? entry.barrier : null,
    };
  });
}
