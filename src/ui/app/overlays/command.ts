/** How far headquarters command, and which units are out of it. */
import { distance } from '../../../core/game.ts';
import { COMMAND_KM, inCommand, inZone } from '../../../core/rules/quality.ts';
import type { OverlayCell, OverlayLine, OverlayZone } from '../../board/contract.ts';
import { t } from '../../text/intl.ts';
import { scenarioNames } from '../../text/names.ts';
import { onMap, type Seen } from '../seen.ts';
import { zoneColour } from './ground.ts';
import { type Drawn, type LegendRow, row } from './legend.ts';

const OUT_FILL = 'rgba(140,32,26,.55)';
const IN_FILL = 'rgba(70,110,60,.4)';
/** Headquarters named in the legend. */
const NAMED = 8;

interface Headquarters {
  unit: number;
  /** Units that it commands and that are on the map. */
  below: number[];
  km: number;
}

/** Headquarters of the side on the map with the units under them, in the order of the scenario. */
export function headquartersOf(seen: Seen): Headquarters[] {
  const { game } = seen;
  const below = new Map<number, number[]>();
  for (const unit of game.bySide[seen.side]) {
    const hq = game.units[unit]?.hq ?? -1;
    if (hq < 0 || !onMap(seen, unit)) continue;
    const list = below.get(hq);
    if (list) list.push(unit);
    else below.set(hq, [unit]);
  }
  return [...below]
    .filter(([unit]) => onMap(seen, unit))
    .sort(([a], [b]) => a - b)
    .map(([unit, units]) => ({ unit, below: units, km: game.units[unit]?.data.commandKm ?? COMMAND_KM }));
}

/** `lead` is the unit whose own headquarters alone is shown, -1 for all. */
export function commandOverlay(seen: Seen, lead: number): Drawn {
  const { game, view } = seen;
  const names = scenarioNames(game);
  const only = lead >= 0 ? (game.units[lead]?.hq ?? -1) : -1;
  const all = headquartersOf(seen);
  const shown = all.some((one) => one.unit === only || one.unit === lead)
    ? all.filter((one) => one.unit === only || one.unit === lead)
    : all;
  const zones: OverlayZone[] = [];
  const lines: OverlayLine[] = [];
  const rows: LegendRow[] = [];
  const stacks = new Map<number, { inside: number; out: number }>();
  shown.forEach(({ unit, below, km }) => {
    const hex = view.units[unit]?.hex as number;
    const number = all.findIndex((one) => one.unit === unit) + 1;
    const colour = zoneColour(number);
    zones.push({ name: String(number), hexes: around(seen, hex, km), colour, outline: true, number });
    let out = 0;
    for (const one of below) {
      const at = view.units[one]?.hex as number;
      const here = stacks.get(at) ?? { inside: 0, out: 0 };
      const commanded = inCommand(game, view, one);
      if (commanded) here.inside++;
      else here.out++;
      stacks.set(at, here);
      if (commanded) continue;
      out++;
      const text = inZone(game, view, one)
        ? t('overlays.command.km', { km: Math.round(distance(game, hex, at) * game.hexKm) })
        : t('overlays.command.zone');
      if (at !== hex) lines.push({ from: hex, to: at, width: 3, colour: '#8c2f24', dash: 'dash', text });
    }
    if (rows.length < NAMED)
      rows.push(
        row(
          'ring',
          colour,
          String(number),
          t('overlays.command.row', { name: names.unit(unit), km, all: below.length, out }),
        ),
      );
  });
  if (shown.length > NAMED)
    rows.push(row('plain', undefined, '', t('overlays.command.more', { count: shown.length - NAMED })));
  const cells = [...stacks].map(([hex, { inside, out }]): OverlayCell => {
    return out > 0
      ? { hex, fill: OUT_FILL, text: t('overlays.command.inOut', { out }) }
      : { hex, fill: IN_FILL, text: t('overlays.command.inside', { inside }) };
  });
  rows.unshift(
    row('fill', IN_FILL, t('overlays.command.inside', { inside: 2 }), t('overlays.command.commanded')),
    row('fill', OUT_FILL, t('overlays.command.inOut', { out: 1 }), t('overlays.command.out')),
  );
  if (all.length === 0) rows.push(row('plain', undefined, '', t('overlays.command.none')));
  return { overlay: { id: 'command', cells, lines, zones }, rows };
}

/** Hexes within a radius as the rule of command counts it. */
function around({ game }: Seen, hex: number, km: number): number[] {
  const found: number[] = [];
  for (let other = 0; other < game.size; other++) {
    if (distance(game, hex, other) * game.hexKm <= km) found.push(other);
  }
  return found;
}
