/** Overlays of the map: what is tinted, with a number or a word in each hex so that none speaks by colour alone. */
import { holderOf } from '../../core/control.ts';
import { inEnemyZoc, position } from '../../core/position.ts';
import { supplyNetwork } from '../../core/rules/supply.ts';
import type { LinkCause } from '../../core/rules/supplyWays.ts';
import type { Overlay, OverlayCell, OverlayLine } from '../board/contract.ts';
import { en } from '../text/en.ts';
import { formatTonnes } from '../text/names.ts';
import { zonesOf } from './decisions.ts';
import { depotsOf, narrowLinks } from './depots.ts';
import { onMap, type Seen } from './seen.ts';

export const OVERLAYS = ['supply', 'zoc', 'objectives', 'control', 'boundaries'] as const;
export type OverlayId = (typeof OVERLAYS)[number];

/** Every so many hexes a railway and a zone are named. */
const RAIL_STEP = 4;
const ZONE_STEP = 3;
const ZONE_FILL = 'rgba(70,110,60,.36)';
const CLEAR = 'rgba(0,0,0,0)';

/** Cut, trickle, partial, full. */
const SUPPLY_FILL = ['rgba(140,32,26,.62)', 'rgba(176,92,24,.55)', 'rgba(196,160,48,.5)', 'rgba(70,110,60,.45)'];
const SUPPLY_WORD = ['cut', 'leak', 'part', 'full'];
/** Narrow links named on the map. */
const NARROW = 24;
const LIMIT_WORD: Record<LinkCause, string> = {
  road: 'road',
  track: 'track',
  porter: 'porter',
  zoc: 'enemy',
  fire: 'fire',
  interdiction: 'air',
  broken: 'broken',
  ferry: 'ferry',
  stock: 'stock',
  raid: 'raid',
};
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
  const depots = depotsOf(seen, network).flatMap(({ hex, food, ammo, fuel, status }): OverlayCell[] =>
    status === 'waiting'
      ? []
      : [
          {
            hex,
            fill: status === 'open' ? 'rgba(40,60,34,.75)' : 'rgba(140,32,26,.7)',
            text: status === 'open' || status === 'short' ? `${formatTonnes(food + ammo + fuel)} t` : status,
          },
        ],
  );
  const narrow = narrowLinks(network, NARROW).map(
    (link): OverlayCell => ({ hex: link.to, fill: 'rgba(181,101,29,.55)', text: LIMIT_WORD[link.cause] }),
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
  const convoys = network.convoys.flatMap(({ path, kg, asked }) =>
    path.slice(1).map(
      (to, i): OverlayLine => ({
        from: path[i] as number,
        to,
        width: 2 + Math.min(6, Math.sqrt(kg / 2500)),
        colour: kg >= asked ? '#2a4767' : '#b5651d',
        dash: true,
      }),
    ),
  );
  // A stack's word goes before a link's, a depot's tonnes before both.
  const byHex = new Map([...narrow, ...cells, ...depots].map((cell) => [cell.hex, cell]));
  return { id: 'supply', cells: [...byHex.values()], lines: [...lines, ...convoys] };
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
    const most = (points: Record<string, number> | undefined): number =>
      Math.max(0, ...sides.map((side) => points?.[side.id] ?? 0));
    const perTurn = most(objective.pointsPerTurn);
    const text = [String(most(objective.points)), perTurn > 0 ? `+${perTurn}` : ''].join('');
    return [{ hex, fill: SIDE_FILL[holder] ?? 'rgba(90,80,60,.4)', text }];
  });
  const fields = (victory.airfields ?? []).flatMap((objective): OverlayCell[] => {
    const index = seen.game.theatre.airfields.findIndex((field) => field.id === objective.airfield);
    const field = seen.game.theatre.airfields[index];
    const now = seen.view.airfields[index];
    if (!field || !now) return [];
    return [{ hex: field.hex, fill: SIDE_FILL[now.side] as string, text: `field ${objective.points}` }];
  });
  const rails = seen.game.theatre.lines.flatMap((line) =>
    line.hexes.map(
      (hex, i): OverlayCell => ({
        hex,
        fill: SIDE_FILL[holderOf(seen.view.control, hex)] ?? 'rgba(90,80,60,.4)',
        ...(i % RAIL_STEP === 0 ? { text: 'rail' } : {}),
      }),
    ),
  );
  return { id: 'objectives', cells: [...rails, ...cells, ...fields], lines: [] };
}

/** Zones of the side's armies: those asked for are tinted; without any, numbers tell which zones a hex lies in. */
function boundaries(seen: Seen, shown: readonly number[]): Overlay {
  const { theatre, cols, size } = seen.game;
  const drawn = zonesOf(seen).filter((zone) => (shown.length > 0 ? shown.includes(zone.boundary) : zone.active));
  const cells: OverlayCell[] = [];
  for (let hex = 0; hex < size; hex++) {
    const here = drawn.filter((zone) => theatre.boundaries[zone.boundary]?.inside[hex] === 1);
    const named = (hex % cols) % ZONE_STEP === 0 && Math.floor(hex / cols) % ZONE_STEP === 0;
    if (here.length === 0 || (shown.length === 0 && !named)) continue;
    const text = named ? here.map((zone) => zone.number).join('+') : '';
    cells.push({ hex, fill: shown.length === 0 ? CLEAR : ZONE_FILL, ...(text === '' ? {} : { text }) });
  }
  return { id: 'boundaries', cells, lines: [] };
}

/** What the words of an overlay stand for, for its legend; empty where they explain themselves. */
export function overlayKey(seen: Seen, id: OverlayId, shown: readonly number[]): string {
  if (id !== 'boundaries') return '';
  const zones = zonesOf(seen).filter((zone) => (shown.length > 0 ? shown.includes(zone.boundary) : zone.active));
  if (zones.length === 0) return en.map.noZones;
  const key = zones.map((zone) => `${zone.number}: ${zone.name}`).join('; ');
  return shown.length > 0 ? key : `${key}. ${en.map.pickZone}`;
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

/** `shown`: the army zones to show by themselves. */
export function overlayOf(seen: Seen, id: OverlayId | null, shown: readonly number[] = []): Overlay | null {
  if (id === 'supply') return supply(seen);
  if (id === 'zoc') return zones(seen);
  if (id === 'objectives') return objectives(seen);
  if (id === 'boundaries') return boundaries(seen, shown);
  return id === 'control' ? control(seen) : null;
}
