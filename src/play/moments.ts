/** What a recorded game is remembered by: turns, fights, places taken, sorties, units lost, decisions, as one side learned of them. */
import type { GameEvent } from '../core/event.ts';
import type { Game } from '../core/game.ts';
import type { SideIndex } from '../core/state.ts';
import { viewEvents } from '../core/view.ts';

/** Kinds of moments, from the most to the least telling. */
export const MOMENT_KINDS = ['fight', 'place', 'lost', 'air', 'decision'] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

const KIND: Partial<Record<GameEvent['type'], MomentKind>> = {
  assault: 'fight',
  breakOut: 'fight',
  control: 'place',
  airfield: 'place',
  surrender: 'lost',
  destroyed: 'lost',
  air: 'air',
  decision: 'decision',
  dated: 'decision',
};

export interface Moment {
  /** The position at which it has happened: how many actions were carried out then. */
  at: number;
  kind: MomentKind;
  event: GameEvent;
}

/** The moments of an action as `eyes` learned of them; an umpire (null) is told all. `at` is the position after the action. */
export function momentsIn(
  game: Game,
  events: readonly GameEvent[],
  at: number,
  eyes: SideIndex | null,
  fog: boolean,
): Moment[] {
  const told = eyes === null ? events : viewEvents(game, events, eyes, fog);
  return told.flatMap((event): Moment[] => {
    const kind = KIND[event.type];
    return kind ? [{ at, kind, event }] : [];
  });
}

/** The next (1) or previous (-1) moment of a kind from a position; null when there is none. */
export function seekMoment(moments: readonly Moment[], kind: MomentKind, from: number, by: 1 | -1): Moment | null {
  const fits = (moment: Moment): boolean => moment.kind === kind && (by > 0 ? moment.at > from : moment.at < from);
  return (by > 0 ? moments.find(fits) : moments.findLast(fits)) ?? null;
}
