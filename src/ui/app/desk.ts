/** The open game as the panels use it: the table, the board, and what a person can do. */

import type { Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Action } from '../../core/action.ts';
import type { Board } from '../board/contract.ts';
import type { Step } from './model.ts';
import type { Table } from './table.ts';

export interface Desk {
  table: Table;
  board: Signal<Board | null>;
  /** Carries a step out: selection and orders. */
  take(step: Step): void;
  order(action: Action): void;
  /** Shows a place: centres the board and looks at the hex. */
  show(hex: number): void;
  /** Selects a unit and shows it. */
  showUnit(unit: number): void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('no game is open');
  return desk;
}
