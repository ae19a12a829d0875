/** How far the side's aircraft reach: fighters and close support by base, sorties left for each hex, and what has flown. */
import { airDistanceKm } from '../../../core/rules/air.ts';
import type { OverlayCell, OverlayZone } from '../../board/contract.ts';
import { t } from '../../text/intl.ts';
import { type Base, basesOf, type Wing } from '../airForce.ts';
import type { LogLine } from '../chronicle.ts';
import type { Seen } from '../seen.ts';
import { zoneColour } from './ground.ts';
import { type Drawn, row } from './legend.ts';
import { airOverlay } from './stakes.ts';

/** Shares of the most sorties that any hex can have. */
const FILLS = ['rgba(70,110,160,.12)', 'rgba(60,96,150,.2)', 'rgba(48,80,136,.28)'];
const NONE_FILL = 'rgba(90,80,70,.3)';

interface Cover {
  fighters: number;
  support: number;
}

const flies = (wing: Wing, mission: 'superiority' | 'closeSupport'): boolean => wing.data.missions.includes(mission);

/** Sorties left of both kinds that reach each hex. */
export function coverOf(seen: Seen): Cover[] {
  const { game, view } = seen;
  const cover = Array.from({ length: game.size }, (): Cover => ({ fighters: 0, support: 0 }));
  for (const wing of basesOf(seen).flatMap((base) => base.wings)) {
    if (!wing.here || wing.sorties === 0) continue;
    const fighters = flies(wing, 'superiority') ? wing.sorties : 0;
    const support = flies(wing, 'closeSupport') ? wing.sorties : 0;
    if (fighters + support === 0) continue;
    for (let hex = 0; hex < game.size; hex++) {
      if (airDistanceKm(game, view, wing.formation, hex) > wing.kind.rangeKm) continue;
      const here = cover[hex] as Cover;
      here.fighters += fighters;
      here.support += support;
    }
  }
  return cover;
}

export function airCoverOverlay(seen: Seen, lines: readonly LogLine[]): Drawn {
  const cover = coverOf(seen);
  const most = cover.reduce((high, one) => Math.max(high, one.fighters + one.support), 0);
  const inHex = ({ fighters, support }: Cover): string => t('overlays.airCover.in', { fighters, support });
  const { game } = seen;
  const cells = cover.map((one, hex): OverlayCell => {
    const all = one.fighters + one.support;
    const fill = all === 0 ? NONE_FILL : (FILLS[Math.min(2, Math.floor((all / most) * 3))] as string);
    // The same figure far and wide stands in some of its hexes only.
    const said = (hex % game.cols) % 4 === 1 && Math.floor(hex / game.cols) % 3 === 1;
    return said || differs(seen, cover, hex) ? { hex, fill, text: all === 0 ? '0' : inHex(one) } : { hex, fill };
  });
  const bases = basesOf(seen).filter((base) => base.wings.some((wing) => wing.here && wing.sorties > 0));
  const overlay = airOverlay(seen, lines);
  const rows = [
    row('fill', FILLS[1], inHex({ fighters: 12, support: 8 }), t('overlays.airCover.sorties')),
    row('fill', NONE_FILL, '0', t('overlays.airCover.none')),
    ...bases.map((base, index) => baseRow(base, index)),
    row('plain', undefined, '', t('overlays.airCover.flown', { missions: overlay.missions?.length ?? 0 })),
  ];
  return {
    overlay: {
      ...overlay,
      id: 'airCover',
      cells: most === 0 ? [] : cells,
      zones: bases.flatMap((base, index) => rangeOf(seen, base, index)),
    },
    rows: most === 0 ? [row('plain', undefined, '', t('overlays.airCover.grounded'))] : rows,
  };
}

/** Does a hex have another cover than one beside it? */
function differs({ game }: Seen, cover: readonly Cover[], hex: number): boolean {
  const here = cover[hex] as Cover;
  for (let d = 0; d < 6; d++) {
    const near = cover[game.neighbours[hex * 6 + d] as number];
    if (near && (near.fighters !== here.fighters || near.support !== here.support)) return true;
  }
  return false;
}

/** The farthest that anybody flies from a base, as a ring with the base's number; none where that is the whole map. */
function rangeOf(seen: Seen, base: Base, index: number): OverlayZone[] {
  const far = base.wings.reduce((best, wing) => (wing.kind.rangeKm > best.kind.rangeKm ? wing : best));
  const hexes: number[] = [];
  for (let hex = 0; hex < seen.game.size; hex++) {
    if (airDistanceKm(seen.game, seen.view, far.formation, hex) <= far.kind.rangeKm) hexes.push(hex);
  }
  if (hexes.length === 0 || hexes.length === seen.game.size) return [];
  return [{ name: '', hexes, colour: zoneColour(index + 1), outline: true, number: index + 1 }];
}

function baseRow(base: Base, index: number): ReturnType<typeof row> {
  const sum = (mission: 'superiority' | 'closeSupport'): number =>
    base.wings.reduce((all, wing) => all + (wing.here && flies(wing, mission) ? wing.sorties : 0), 0);
  const km = Math.max(...base.wings.map((wing) => wing.kind.rangeKm));
  const said = { name: base.name, fighters: sum('superiority'), support: sum('closeSupport'), km };
  return row('ring', zoneColour(index + 1), String(index + 1), t('overlays.airCover.base', said));
}
