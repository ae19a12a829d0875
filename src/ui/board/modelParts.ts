/** Which layers of the board a change of the model touches. */
import type { BoardModel } from './contract.ts';

/** The parts of the model that the panes under and over the counters show, and those that counters and names hang on. */
const TINT_PARTS = ['view', 'observed', 'overlay', 'reach', 'selectedHex'] as const;
const INK_PARTS = [
  'view',
  'selected',
  'highlighted',
  'hideUnits',
  'path',
  'pathMinutes',
  'targets',
  'marks',
  'arrows',
  'reachers',
  'overlay',
] as const;
const LAID_PARTS = ['view', 'side', 'selected', 'hideUnits', 'secondNumber', 'placeWords', 'overlay'] as const;

export interface Changes {
  /** Counters and names are to be laid anew. */
  relaid: boolean;
  tint: boolean;
  ink: boolean;
}

/** `before` is null for the first model; a view handed in counts as a change even when it is the same object. */
export function changesOf(before: BoardModel | null, after: BoardModel, change: Partial<BoardModel>): Changes {
  if (!before) return { relaid: true, tint: true, ink: true };
  const differ = (parts: readonly (keyof BoardModel)[]): boolean => parts.some((part) => before[part] !== after[part]);
  return {
    relaid: change.view !== undefined || differ(LAID_PARTS),
    tint: differ(TINT_PARTS),
    ink: differ(INK_PARTS),
  };
}
