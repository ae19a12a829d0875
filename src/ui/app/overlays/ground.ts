/** Overlays of who controls what: zones of control, held ground, and the zones of the armies. */
import { holderOf } from '../../../core/control.ts';
import { position } from '../../../core/position.ts';
import type { OverlayCell, OverlayZone } from '../../board/contract.ts';
import { t } from '../../text/intl.ts';
import { scenarioNames } from '../../text/names.ts';
import { zonesOf } from '../decisions.ts';
import type { Seen } from '../seen.ts';
import { type Drawn, row } from './legend.ts';

export const SIDE_FILL = ['rgba(52,84,120,.34)', 'rgba(150,48,36,.34)'];
const BOTH_FILL = 'rgba(96,66,86,.46)';
const ZONE_COLOURS = ['#2a4767', '#3d5233', '#8a5a14', '#6b3d78', '#1d6868', '#86291e', '#5a4a2a', '#2f5fa0'];

/** How many units of each side control a hex from next door, as far as the side knows. */
export function zocOverlay(seen: Seen): Drawn {
  const { controllers } = position(seen.game, seen.view, seen.side);
  const cells: OverlayCell[] = [];
  const found = { own: 0, enemy: 0, both: 0 };
  for (let hex = 0; hex < seen.game.size; hex++) {
    const own = controllers[hex * 2 + seen.side] as number;
    const enemy = controllers[hex * 2 + 1 - seen.side] as number;
    if (own + enemy === 0) continue;
    const whose = own > 0 && enemy > 0 ? 'both' : own > 0 ? 'own' : 'enemy';
    found[whose]++;
    const fill = whose === 'both' ? BOTH_FILL : (SIDE_FILL[whose === 'own' ? seen.side : 1 - seen.side] as string);
    cells.push({ hex, fill, text: t(`overlays.zoc.in.${whose}`, { own, enemy }) });
  }
  const fills = { own: SIDE_FILL[seen.side], enemy: SIDE_FILL[1 - seen.side], both: BOTH_FILL };
  const rows = (['own', 'enemy', 'both'] as const).map((whose) =>
    row(
      'fill',
      fills[whose],
      t(`overlays.zoc.in.${whose}`, { own: 2, enemy: 1 }),
      t(`overlays.zoc.rows.${whose}`, { hexes: found[whose] }),
    ),
  );
  return { overlay: { id: 'zoc', cells, lines: [] }, rows };
}

/** Inside one side's ground a letter in every fourth hex tells whose it is. */
const TOLD_EVERY = 4;

/** Whether the holder's letter stands in a hex: all along the border, and now and then behind it. */
function isTold({ game, view }: Seen, hex: number, holder: number): boolean {
  if ((hex % game.cols) % TOLD_EVERY === 0 && Math.floor(hex / game.cols) % TOLD_EVERY === 0) return true;
  return [0, 1, 2, 3, 4, 5].some((direction) => {
    const next = game.neighbours[hex * 6 + direction] as number;
    return next >= 0 && holderOf(view.control, next) !== holder;
  });
}

/** Who holds each hex, as far as the side knows. */
export function controlOverlay(seen: Seen): Drawn {
  const names = scenarioNames(seen.game);
  const marks = seen.game.data.scenario.sides.map((_, side) => [...names.adjective(side)][0] ?? '');
  const cells: OverlayCell[] = [];
  const held = [0, 0];
  for (let hex = 0; hex < seen.game.size; hex++) {
    const holder = holderOf(seen.view.control, hex);
    if (holder < 0) continue;
    held[holder] = (held[holder] as number) + 1;
    const fill = SIDE_FILL[holder] as string;
    cells.push(isTold(seen, hex, holder) ? { hex, fill, text: marks[holder] as string } : { hex, fill });
  }
  const free = seen.game.size - cells.length;
  const rows = held.map((hexes, side) =>
    row(
      'fill',
      SIDE_FILL[side],
      marks[side] as string,
      t('overlays.control.row', { side: names.side(side), hexes, share: hexes / seen.game.size }),
    ),
  );
  if (free > 0) rows.push(row('plain', undefined, '', t('overlays.control.nobody', { hexes: free })));
  return { overlay: { id: 'control', cells, lines: [] }, rows };
}

/** The colour of an army zone on the map, by its number. */
export function zoneColour(number: number): string {
  return ZONE_COLOURS[(number - 1) % ZONE_COLOURS.length] as string;
}

/** Zones of the side's armies: those asked for, or all that are in force. The legend lists them by itself. */
export function zoneOverlay(seen: Seen, shown: readonly number[]): Drawn {
  const { theatre } = seen.game;
  const zones = zonesOf(seen)
    .filter((zone) => (shown.length > 0 ? shown.includes(zone.boundary) : zone.active))
    .map((zone): OverlayZone => {
      const hexes: number[] = [];
      theatre.boundaries[zone.boundary]?.inside.forEach((inside, hex) => {
        if (inside === 1) hexes.push(hex);
      });
      // What follows a colon tells where the zone runs: that is on the map already.
      const name = `${zone.number}. ${zone.name.split(/[:：]/)[0]}`;
      return { name, hexes, colour: zoneColour(zone.number), active: zone.active, number: zone.number };
    });
  return { overlay: { id: 'boundaries', cells: [], lines: [], zones }, rows: [] };
}
