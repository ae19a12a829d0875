/** Whether a unit hears its headquarters, and how far that reaches. */
import { distance } from '../../core/game.ts';
import { COMMAND_KM } from '../../core/rules/quality.ts';
import { onMap, type Seen } from './seen.ts';

export interface CommandFacts {
  hq: number;
  /** Km from the unit, -1 while the headquarters is off the map. */
  km: number;
  reachKm: number;
  within: boolean;
}

/** The headquarters above a unit; null when it commands itself. */
export function commandOf({ game, view }: Seen, unit: number): CommandFacts | null {
  const hq = game.units[unit]?.hq ?? -1;
  const hex = view.units[unit]?.hex ?? -1;
  if (hq < 0 || hex < 0) return null;
  const reachKm = game.units[hq]?.data.commandKm ?? COMMAND_KM;
  const at = view.units[hq]?.hex ?? -1;
  const km = at < 0 ? -1 : distance(game, at, hex) * game.hexKm;
  return { hq, km, reachKm, within: km >= 0 && km <= reachKm };
}

/** Units that a headquarters commands and that stand too far from it. */
export function outOfReach(seen: Seen, hq: number): number[] {
  return seen.game.bySide[seen.side].filter((unit) => {
    const command = onMap(seen, unit) ? commandOf(seen, unit) : null;
    return command?.hq === hq && !command.within;
  });
}
