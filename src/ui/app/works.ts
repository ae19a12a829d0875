/** What a unit can blow up or mend at the hexsides of its hex. */
import type { EngineerAction } from '../../core/action.ts';
import { check } from '../../core/check.ts';
import { DIRECTIONS } from '../../core/hex.ts';
import { minutesToBlow, workIn } from '../../core/rules/engineers.ts';
import { hexsideOf, type LinkKind, linkKind } from './links.ts';
import type { Seen } from './seen.ts';

export interface Job {
  action: EngineerAction;
  direction: string;
  what: LinkKind;
  /** Demolition: minutes of march it takes. */
  minutes: number;
  /** Repair: per cent of the work still left when the unit has spent its turn on it, 0 when the link is whole then. */
  left: number;
}

/** The orders of this kind that the rules allow the unit now, by direction. */
export function jobsOf(seen: Seen, unit: number): Job[] {
  const { game, view } = seen;
  const now = view.units[unit];
  if (!now || now.hex < 0) return [];
  return DIRECTIONS.flatMap((direction, d): Job[] => {
    if ((game.neighbours[now.hex * 6 + d] as number) < 0) return [];
    const hexside = hexsideOf(game, now.hex, d);
    return (['demolish', 'repair'] as const)
      .map((task): EngineerAction => ({ type: 'engineer', unit, task, hexside }))
      .filter((action) => check(game, view, action) === null)
      .map((action): Job => {
        const work = view.breaks.find((link) => link.hexside === hexside)?.minutes ?? 0;
        const rest = Math.max(0, work - workIn(now.minutes, now.men));
        return {
          action,
          direction,
          what: linkKind(game, now.hex, d),
          minutes: action.task === 'demolish' ? minutesToBlow(game, unit) : 0,
          left: action.task === 'repair' && work > 0 ? Math.ceil((rest / work) * 100) : 0,
        };
      });
  });
}
