/** Figures of this game that history has figures for as well. */
import type { Match } from './match.ts';

export function outcomeOf(_match: Match, _id: string): string | null {
  return null;
}
