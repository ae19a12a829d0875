/** Overlays of the map: what is tinted, with a number or a word in each hex so that none speaks by colour alone. */
import { holderOf } from '../../core/control.ts';
import { inEnemyZoc, position } from '../../core/position.ts';
import { supplyNetwork } from '../../core/rules/supply.ts';
import type { Overlay, OverlayCell, OverlayLine } from '../board/contract.ts';
import { onMap, type Seen } from './seen.ts';

export const OVERLAYS = ['supply', 'zoc', 'objectives', 'control'] as const;
export type OverlayId = (typeof OVERLAYS)[number];

/** Cut, trickle, partial, full. */
const SUPPLY_FILL = ['rgba(140,32,26,.62)', 'rgba(176,92,24,.55)', 'rgba(196,160,48,.5)', 'rgba(70,110,60,.45)'];
const SUPPLY_WORD = ['cut', 'leak', 'part', 'full'];
const SIDE_FILL = ['rgba(52,84,120,.34)', 'rgba(150,48,36,.34)'];

function supply(seen: Seen): Overlay {
  const worst = new Map<number, number>();
  for (const unit of seen.game.bySide[seen.side]) {
    const now = seen.view.units[unit];
    if (!now || !onMap(seen, unit)) continue;
    worst.set(now.hex, Math.min(worst.get(now.hex) ?? 3, now.supply));
  }
  const cells = [...worst].map(
    ([hex, level]): OverlayCell => ({
      hex,
      fill: SUPPLY_FILL[level] as string,
      text: SUPPLY_WORD[level] as string,
    }),
  );
  const network = supplyNetwork(seen.game, seen.view, seen.side);
  const depots = network.depots.map(
    ({ hex, short }): OverlayCell => ({
      hex,
      fill: short ? 'rgba(140,32,26,.7)' : 'rgba(40,60,34,.75)',
      text: short ? 'short' : 'depot',
    }),
  );
  const lines = network.links.map(
    (link): OverlayLine => ({
      from: link.from,
      to: link.to,
      width: 2 + Math.min(6, Math.sqrt(link.load / 2500)),
      colour: link.leaks ? '#8c2f24' : link.load >= link.kg ? '#b5651d' : '#33552b',
      dash: link.leaks,
    }),
  );
  return { id: 'supply', cells: [...cells, ...depots], lines };
}

function zones(seen: Seen): Overlay {
  const pos = position(seen.game, seen.view, seen.side);
  const cells: OverlayCell[] = [];
  for (let hex = 0; hex < seen.game.size; hex++) {
    const enemy = inEnemyZoc(pos, hex, seen.side);
    const own = inEnemyZoc(pos, hex, 1 - seen.side);
    if (!enemy && !own) continue;
    const fill = enemy && own ? 'rgba(96,66,86,.42)' : (SIDE_FILL[enemy ? 1 - seen.side : seen.side] as string);
    cells.push({ hex, fill, text: enemy && own ? 'both' : enemy ? 'enemy' : 'own' });
  }
  return { id: 'zoc', cells, lines: [] };
}

function objectives(seen: Seen): Overlay {
  const { victory, sides } = seen.game.data.scenario;
  const cells = victory.objectives.flatMap((objective): OverlayCell[] => {
    const index = seen.game.placeIndex.get(objective.place);
    const hex = index === undefined ? undefined : seen.game.places[index]?.hex;
    if (hex === undefined) return [];
    const holder = holderOf(seen.view.control, hex);
    const points = Math.max(0, ...sides.map((side) => objective.points[side.id] ?? 0));
    return [{ hex, fill: SIDE_FILL[holder] ?? 'rgba(90,80,60,.4)', text: String(points) }];
  });
  return { id: 'objectives', cells, lines: [] };
}

/** Who holds each hex, as far as the side knows. */
function control(seen: Seen): Overlay {
  const cells: OverlayCell[] = [];
  for (let hex = 0; hex < seen.game.size; hex++) {
    const holder = holderOf(seen.view.control, hex);
    if (holder < 0) continue;
    cells.push({ hex, fill: SIDE_FILL[holder] as string });
  }
  return { id: 'control', cells, lines: [] };
}

export function overlayOf(seen: Seen, id: OverlayId | null): Overlay | null {
  if (id === 'supply') return supply(seen);
  if (id === 'zoc') return zones(seen);
  if (id === 'objectives') return objectives(seen);
  return id === 'control' ? control(seen) : null;
}
