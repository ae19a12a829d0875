/** Changes of what the map shows. */
import type { Signal } from '@preact/signals';
import type { OverlayId } from '../app/overlays.ts';
import type { MapSettings } from './boardHost.tsx';

export function toggleOverlay(map: Signal<MapSettings>, id: OverlayId): void {
  map.value = { ...map.value, overlay: map.value.overlay === id ? null : id, zone: null };
}

/** Shows one army zone by itself, or all again. */
export function toggleZone(map: Signal<MapSettings>, zone: number): void {
  const same = map.value.overlay === 'boundaries' && map.value.zone === zone;
  map.value = { ...map.value, overlay: 'boundaries', zone: same ? null : zone };
}

/** Lines to the hex at the cursor from the units that can reach it. */
export function toggleWhoReaches(map: Signal<MapSettings>): void {
  map.value = { ...map.value, whoReaches: map.value.whoReaches !== true };
}
