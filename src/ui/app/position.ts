/** Where everybody stands, in brief: what the picture of a stored game is drawn from, so that listing games needs no replay. */
import { UNIT_ON_MAP } from '../../core/state.ts';
import type { Match } from './match.ts';

/** Hexes with troops, by side. */
export type Position = readonly (readonly number[])[];

/**
 * The position as the person at the board knows it. Undefined where two people take turns under fog: the picture lies open
 * for both.
 */
export function positionOf(match: Match): Position | undefined {
  const { session, game } = match;
  const eyes = match.eyes.value;
  if (session.state.fog && match.isHotSeat) return undefined;
  const { units } = eyes === null ? session.state : session.view(eyes);
  return game.bySide.map((side) => {
    const hexes = new Set<number>();
    for (const unit of side) {
      const now = units[unit];
      if (now?.status === UNIT_ON_MAP && now.hex >= 0) hexes.add(now.hex);
    }
    return [...hexes];
  });
}
