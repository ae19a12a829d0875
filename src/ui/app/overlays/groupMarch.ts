/** The marches of a group as the board draws them: every way, where each ends, and the time left there. */
import type { Overlay, OverlayCell, OverlayRoute } from '../../board/contract.ts';
import { formatMinutes } from '../../text/names.ts';
import type { FormationMarch } from '../formationMarch.ts';

const WAY = '#1f3d63';
const END = 'rgb(42 71 103 / 34%)';
const GOAL = 'rgb(214 158 46 / 55%)';

export function groupMarchOverlay(plan: FormationMarch): Overlay {
  const ends = new Map<number, { count: number; left: number }>();
  const routes = plan.legs.map(({ path, end, left }): OverlayRoute => {
    const there = ends.get(end);
    ends.set(end, { count: (there?.count ?? 0) + 1, left: Math.min(there?.left ?? left, left) });
    return { path: [...path], width: 3, colour: WAY };
  });
  const cells: OverlayCell[] = [...ends].map(([hex, { count, left }]) => ({
    hex,
    fill: hex === plan.goal ? GOAL : END,
    text: count > 1 ? `${count} · ${formatMinutes(left)}` : formatMinutes(left),
  }));
  if (!ends.has(plan.goal)) cells.push({ hex: plan.goal, fill: GOAL });
  return { id: 'groupMarch', cells, lines: [], routes };
}
