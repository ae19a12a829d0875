/** Overlays of the map: each says in words or numbers what it tints, so that none speaks by colour alone. */
import type { Overlay } from '../board/contract.ts';
import { t } from '../text/intl.ts';
import { scenarioNames } from '../text/names.ts';
import type { LogLine } from './chronicle.ts';
import { zonesOf } from './decisions.ts';
import { controlOverlay, zocOverlay, zoneOverlay } from './overlays/ground.ts';
import { airOverlay, objectivesOverlay } from './overlays/stakes.ts';
import { supplyOverlay } from './overlays/supply.ts';
import type { Seen } from './seen.ts';

export const OVERLAYS = ['supply', 'air', 'zoc', 'objectives', 'control', 'boundaries'] as const;
export type OverlayId = (typeof OVERLAYS)[number];

export interface OverlayWish {
  /** Army zones to show by themselves; none for all in force. */
  zones: readonly number[];
  /** The log, for what has flown. */
  lines: readonly LogLine[];
}

/** Overlays that have something to show in a scenario. */
export function overlaysFor(seen: Seen): OverlayId[] {
  const { theatre } = seen.game;
  return OVERLAYS.filter((id) => id !== 'boundaries' || theatre.boundaries.length > 0);
}

export function overlayOf(seen: Seen, id: OverlayId | null, wish: OverlayWish): Overlay | null {
  switch (id) {
    case 'supply':
      return supplyOverlay(seen, wish.lines);
    case 'air':
      return airOverlay(seen, wish.lines);
    case 'zoc':
      return zocOverlay(seen);
    case 'objectives':
      return objectivesOverlay(seen);
    case 'control':
      return controlOverlay(seen);
    case 'boundaries':
      return zoneOverlay(seen, wish.zones);
    case null:
      return null;
  }
}

/** What the words of an overlay stand for, for its legend; empty where they explain themselves. */
export function overlayKey(seen: Seen, id: OverlayId, shown: readonly number[]): string {
  const names = scenarioNames(seen.game);
  if (id === 'objectives') return t('map.worthKey', { first: names.side(0), second: names.side(1) });
  if (id !== 'boundaries' || shown.length > 0) return '';
  return zonesOf(seen).some((zone) => zone.active) ? t('map.pickZone') : t('map.noZones');
}
