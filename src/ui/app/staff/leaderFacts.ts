/** The leaders of the side: with whom they are, how good they are, and whether they are fit. */
import { onMap, type Seen } from '../seen.ts';

export interface LeaderFacts {
  leader: number;
  unit: number;
  rating: number;
  /** 0 fit, 1 wounded, 2 killed, 3 captured, and the turn in which that happened. */
  status: number;
  turn: number;
  /** Own units that hear him now: his own and those below the headquarters he is with. */
  leads: number;
  hex: number;
}

export function leaderFacts(seen: Seen): LeaderFacts[] {
  const { game, view } = seen;
  return game.data.oob.leaders.flatMap((data, leader): LeaderFacts[] => {
    const unit = game.unitIndex.get(data.unit) ?? -1;
    const now = view.leaders[leader];
    if (game.units[unit]?.side !== seen.side || !now) return [];
    const leads = game.bySide[seen.side].filter(
      (other) => onMap(seen, other) && (other === unit || game.units[other]?.hq === unit),
    ).length;
    const hex = onMap(seen, unit) ? (view.units[unit]?.hex ?? -1) : -1;
    return [{ leader, unit, rating: data.rating, status: now.status, turn: now.turn, leads, hex }];
  });
}
