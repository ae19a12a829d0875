/** The other side's turn in groups: fights first, then places, losses, the air, what was seen to move. */
import type { GameEvent, UnitLoss } from '../../core/event.ts';
import type { Game } from '../../core/game.ts';
import type { SideIndex } from '../../core/state.ts';
import type { LogLine } from './chronicle.ts';

export const DIGEST_GROUPS = ['fight', 'place', 'lost', 'air', 'march', 'supply', 'news'] as const;
export type DigestGroup = (typeof DIGEST_GROUPS)[number];

const LOST: ReadonlySet<GameEvent['type']> = new Set(['surrender', 'destroyed', 'leader']);

/** Groups that have lines, each in the order of time. */
export function digestGroups(lines: readonly LogLine[]): { group: DigestGroup; lines: LogLine[] }[] {
  return DIGEST_GROUPS.map((group) => ({
    group,
    lines: lines.filter((line) => (LOST.has(line.event.type) ? 'lost' : line.kind) === group),
  })).filter((one) => one.lines.length > 0);
}

/** What the units of a side lost in these lines. */
export function lossesOfSide(game: Game, lines: readonly LogLine[], side: SideIndex): UnitLoss[] {
  return lines
    .flatMap(({ event }) => ('losses' in event ? event.losses : []))
    .filter((loss) => game.units[loss.unit]?.side === side);
}
