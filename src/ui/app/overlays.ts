/** Overlays of the map, one at a time: each says in words or numbers what it tints, so that none speaks by colour alone. */
import type { Front } from '../../play/front.ts';
import type { Overlay } from '../board/contract.ts';
import type { MessageKey } from '../locales/en/index.ts';
import { t } from '../text/intl.ts';
import { scenarioNames } from '../text/names.ts';
import type { LogLine } from './chronicle.ts';
import { zonesOf } from './decisions.ts';
import type { Command } from './keys.ts';
import { airCoverOverlay } from './overlays/airCover.ts';
import { commandOverlay } from './overlays/command.ts';
import { controlOverlay, zocOverlay, zoneOverlay } from './overlays/ground.ts';
import type { Drawn } from './overlays/legend.ts';
import { pastOverlay } from './overlays/past.ts';
import { sightOverlay } from './overlays/sight.ts';
import { skyOverlay } from './overlays/sky.ts';
import { airOverlay, airRows, objectiveRows, objectivesOverlay } from './overlays/stakes.ts';
import { supplyOverlay, supplyRows } from './overlays/supply.ts';
import { terrainOverlay } from './overlays/terrain.ts';
import { threatOverlay } from './overlays/threat.ts';
import type { Seen } from './seen.ts';

/** In the order of the menu. */
export const OVERLAYS = [
  'supply',
  'zoc',
  'enemyReach',
  'observation',
  'command',
  'objectives',
  'control',
  'boundaries',
  'air',
  'airCover',
  'weather',
  'terrain',
  'past',
] as const;
export type OverlayId = (typeof OVERLAYS)[number];

/** The command that shows an overlay, whose key stands beside its name. */
export const OVERLAY_COMMANDS: Readonly<Record<OverlayId, Command>> = {
  supply: 'supply',
  zoc: 'zones',
  enemyReach: 'enemyReach',
  observation: 'observation',
  command: 'commandRange',
  objectives: 'objectives',
  control: 'control',
  boundaries: 'boundaries',
  air: 'airWar',
  airCover: 'airCover',
  weather: 'weather',
  terrain: 'terrain',
  past: 'pastLine',
};

/** What an overlay is about, in a sentence. */
export const OVERLAY_ABOUT = {
  supply: 'map.legends.supply',
  zoc: 'map.legends.zoc',
  enemyReach: 'overlays.enemyReach.about',
  observation: 'overlays.observation.about',
  command: 'overlays.command.about',
  objectives: 'map.legends.objectives',
  control: 'map.legends.control',
  boundaries: 'map.legends.boundaries',
  air: 'map.legends.air',
  airCover: 'overlays.airCover.about',
  weather: 'overlays.weather.about',
  terrain: 'overlays.terrain.about',
  past: 'overlays.past.about',
} as const satisfies Record<OverlayId, MessageKey>;

export interface OverlayWish {
  /** Army zones to show by themselves; none for all in force. */
  zones: readonly number[];
  /** The log, for what has flown. */
  lines: readonly LogLine[];
  /** The hex looked at, for who observes it; -1 for none. */
  hex?: number;
  /** The unit whose headquarters alone is shown; -1 for all. */
  lead?: number;
  /** History's front, once it is there. */
  front?: Front | null;
}

/** Overlays that have something to show in a scenario. */
export function overlaysFor(seen: Seen): OverlayId[] {
  const { theatre, data } = seen.game;
  const has: Partial<Record<OverlayId, boolean>> = {
    boundaries: theatre.boundaries.length > 0,
    airCover: data.air.formations.length > 0,
    air: data.air.formations.length > 0 || theatre.airfields.length > 0,
    past: data.scenario.victory.historical !== undefined,
  };
  return OVERLAYS.filter((id) => has[id] ?? true);
}

/** What an overlay draws and what its legend says; null for none. */
export function drawOverlay(seen: Seen, id: OverlayId | null, wish: OverlayWish): Drawn | null {
  switch (id) {
    case 'supply': {
      const overlay = supplyOverlay(seen, wish.lines);
      return { overlay, rows: supplyRows(seen, overlay) };
    }
    case 'air': {
      const overlay = airOverlay(seen, wish.lines);
      return { overlay, rows: airRows(seen, overlay) };
    }
    case 'objectives': {
      const overlay = objectivesOverlay(seen);
      return { overlay, rows: objectiveRows(seen, overlay) };
    }
    case 'zoc':
      return zocOverlay(seen);
    case 'enemyReach':
      return threatOverlay(seen);
    case 'observation':
      return sightOverlay(seen, wish.hex ?? -1);
    case 'command':
      return commandOverlay(seen, wish.lead ?? -1);
    case 'control':
      return controlOverlay(seen);
    case 'boundaries':
      return zoneOverlay(seen, wish.zones);
    case 'airCover':
      return airCoverOverlay(seen, wish.lines);
    case 'weather':
      return skyOverlay(seen);
    case 'terrain':
      return terrainOverlay(seen);
    case 'past':
      return pastOverlay(seen, wish.front ?? null);
    case null:
      return null;
  }
}

export function overlayOf(seen: Seen, id: OverlayId | null, wish: OverlayWish): Overlay | null {
  return drawOverlay(seen, id, wish)?.overlay ?? null;
}

/** What the words of an overlay stand for, for its legend; empty where they explain themselves. */
export function overlayKey(seen: Seen, id: OverlayId, shown: readonly number[]): string {
  const names = scenarioNames(seen.game);
  if (id === 'objectives') return t('map.worthKey', { first: names.side(0), second: names.side(1) });
  if (id !== 'boundaries' || shown.length > 0) return '';
  return zonesOf(seen).some((zone) => zone.active) ? t('map.pickZone') : t('map.noZones');
}
