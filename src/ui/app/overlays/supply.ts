/** The supply overlay: depots with their stocks, convoys, the lines that units draw on, and how each stack is supplied. */
import type { LinkCause } from '../../../core/rules/supplyWays.ts';
import type { DepotLook, Overlay, OverlayCell, OverlayDepot, OverlayLine, OverlayRoute } from '../../board/contract.ts';
import { t, term } from '../../text/intl.ts';
import { formatTonnes } from '../../text/names.ts';
import type { LogLine } from '../chronicle.ts';
import { type DepotFacts, type DepotStatus, depotsOf, narrowLinks, networkOf } from '../depots.ts';
import { onMap, type Seen } from '../seen.ts';
import { type LegendRow, row } from './legend.ts';

/** Cut, trickle, partial, full. */
const STACK_FILL = ['rgba(140,32,26,.62)', 'rgba(176,92,24,.55)', 'rgba(196,160,48,.5)', 'rgba(70,110,60,.45)'];
const LOOKS: Record<DepotStatus, DepotLook> = {
  open: 'open',
  short: 'short',
  empty: 'short',
  lost: 'lost',
  waiting: 'waiting',
};
/** Lines by what they carry: room left, as much as they can, past the enemy. */
const FREE_LINE = '#33552b';
const FULL_LINE = '#b5651d';
const LEAKING_LINE = '#8c2f24';
/** Narrow links named on the map. */
const NARROW = 24;

const width = (kg: number): number => 2 + Math.min(6, Math.sqrt(kg / 2500));

function stacks(seen: Seen): OverlayCell[] {
  const worst = new Map<number, number>();
  for (const unit of seen.game.bySide[seen.side]) {
    const now = seen.view.units[unit];
    if (!now || !onMap(seen, unit)) continue;
    worst.set(now.hex, Math.min(worst.get(now.hex) ?? 3, now.supply));
  }
  return [...worst].map(([hex, level]) => ({
    hex,
    fill: STACK_FILL[level] as string,
    text: term('map.supplyWords', level),
  }));
}

function depot(facts: DepotFacts, most: DepotFacts): OverlayDepot {
  const { hex, name, food, ammo, fuel, status } = facts;
  const share = (kg: number, full: number): number => (full <= 0 ? 0 : Math.min(1, kg / full));
  const text =
    status === 'waiting' || status === 'lost' ? t(`depots.state.${status}`) : `${formatTonnes(food + ammo + fuel)} t`;
  return {
    hex,
    state: LOOKS[status],
    food: share(food, most.food),
    ammo: share(ammo, most.ammo),
    fuel: share(fuel, most.fuel),
    text,
    name,
  };
}

/** The greatest stock of each class, which fills the bars of a depot. */
function fullest(depots: readonly DepotFacts[]): DepotFacts {
  const most = (key: 'food' | 'ammo' | 'fuel'): number => Math.max(0, ...depots.map((one) => one[key]));
  return { ...(depots[0] as DepotFacts), food: most('food'), ammo: most('ammo'), fuel: most('fuel') };
}

export function supplyOverlay(seen: Seen, lines: readonly LogLine[]): Overlay {
  const network = networkOf(seen);
  const named = new Set(narrowLinks(network, NARROW).map((link) => link.to));
  const word = (cause: LinkCause): string => t(`map.limitWords.${cause}`);
  const links = network.links.map(
    (link): OverlayLine => ({
      from: link.from,
      to: link.to,
      width: width(link.load),
      colour: link.leaks ? LEAKING_LINE : link.load >= link.kg ? FULL_LINE : FREE_LINE,
      dash: link.leaks ? 'dash' : false,
      ...(named.has(link.to) ? { text: word(link.cause) } : {}),
    }),
  );
  const routes = network.convoys.map(
    ({ path, kg, asked, cause }): OverlayRoute => ({
      path: [...path].reverse(),
      width: width(kg),
      colour: kg >= asked ? '#2a4767' : '#b5651d',
      dash: 'long',
      text: kg >= asked || cause === null ? `${formatTonnes(kg)} t` : `${formatTonnes(kg)} t, ${word(cause)}`,
    }),
  );
  const depots = depotsOf(seen, network, lines);
  const most = depots.length > 0 ? fullest(depots) : null;
  return {
    id: 'supply',
    cells: stacks(seen),
    lines: links,
    routes,
    depots: most ? depots.map((one) => depot(one, most)) : [],
  };
}

/** Stacks by how they are supplied, what the depots hold, and what the lines can carry. */
export function supplyRows(seen: Seen, overlay: Overlay): LegendRow[] {
  const stacked = STACK_FILL.flatMap((fill, level) => {
    const word = t(`map.supplyWords.${level as 0 | 1 | 2 | 3}`);
    const count = overlay.cells.filter((cell) => cell.fill === fill).length;
    return count === 0 ? [] : [row('fill', fill, word, t('overlays.supply.stacks', { count }))];
  });
  const kg = seen.view.depots.reduce((sum, { side, food, ammo, fuel }) => {
    return side === seen.side ? sum + food + ammo + fuel : sum;
  }, 0);
  const full = overlay.lines.filter((line) => line.colour === FULL_LINE).length;
  const leaks = overlay.lines.filter((line) => line.colour === LEAKING_LINE).length;
  const convoys = overlay.routes?.length ?? 0;
  return [
    ...stacked.reverse(),
    row(
      'plain',
      undefined,
      `${formatTonnes(kg)} t`,
      t('overlays.supply.stocks', { count: overlay.depots?.length ?? 0 }),
    ),
    row('line', FREE_LINE, '', t('overlays.supply.free', { count: overlay.lines.length - full - leaks })),
    row('line', FULL_LINE, '', t('overlays.supply.full', { count: full })),
    row('dash', LEAKING_LINE, '', t('overlays.supply.leaks', { count: leaks })),
    row('dash', '#2a4767', '', t('overlays.supply.convoys', { count: convoys })),
  ];
}
