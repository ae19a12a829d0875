/** Overlays of who controls what: zones of control, held ground, and the zones of the armies. */
import { holderOf } from '../../../core/control.ts';
import { inEnemyZoc, position } from '../../../core/position.ts';
import type { Overlay, OverlayCell, OverlayZone } from '../../board/contract.ts';
import { zonesOf } from '../decisions.ts';
import type { Seen } from '../seen.ts';

export const SIDE_FILL = ['rgba(52,84,120,.34)', 'rgba(150,48,36,.34)'];
const ZONE_COLOURS = ['#2a4767', '#3d5233', '#8a5a14', '#6b3d78', '#1d6868', '#86291e', '#5a4a2a', '#2f5fa0'];

export function zocOverlay(seen: Seen): Overlay {
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

/** Who holds each hex, as far as the side knows. */
export function controlOverlay(seen: Seen): Overlay {
  const cells: OverlayCell[] = [];
  for (let hex = 0; hex < seen.game.size; hex++) {
    const holder = holderOf(seen.view.control, hex);
    if (holder < 0) continue;
    cells.push({ hex, fill: SIDE_FILL[holder] as string });
  }
  return { id: 'control', cells, lines: [] };
}

/** The colour of an army zone on the map, by its number. */
export function zoneColour(number: number): string {
  return ZONE_COLOURS[(number - 1) % ZONE_COLOURS.length] as string;
}

/** Zones of the side's armies: those asked for, or all that are in force. */
export function zoneOverlay(seen: Seen, shown: readonly number[]): Overlay {
  const { theatre } = seen.game;
  const zones = zonesOf(seen)
    .filter((zone) => (shown.length > 0 ? shown.includes(zone.boundary) : zone.active))
    .map((zone): OverlayZone => {
      const hexes: number[] = [];
      theatre.boundaries[zone.boundary]?.inside.forEach((inside, hex) => {
        if (inside === 1) hexes.push(hex);
      });
      // What follows a colon tells where the zone runs: that is on the map already.
      const name = `${zone.number}. ${zone.name.split(':')[0]}`;
      return { name, hexes, colour: zoneColour(zone.number), active: zone.active };
    });
  return { id: 'boundaries', cells: [], lines: [], zones };
}
