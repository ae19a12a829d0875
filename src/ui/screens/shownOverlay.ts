/** The overlay on the map: worked out once for what it hangs on, drawn by the board, told by the legend. */
import { computed, effect, type Signal, signal } from '@preact/signals';
import type { Front } from '../../play/front.ts';
import { boundZones } from '../app/decisions.ts';
import { groupMarchOverlay } from '../app/overlays/groupMarch.ts';
import type { Drawn } from '../app/overlays/legend.ts';
import { readFront } from '../app/overlays/past.ts';
import { reacherLines } from '../app/overlays/reachers.ts';
import { drawOverlay } from '../app/overlays.ts';
import { settings } from '../app/settings.ts';
import type { Table } from '../app/table.ts';
import type { Board } from '../board/contract.ts';
import { language } from '../text/intl.ts';
import type { MapSettings } from './boardHost.tsx';

/** The zones shown by themselves: the one asked for, or those that bind the selected unit. */
export function zoneShown(table: Table, zone: number | null): readonly number[] {
  if (zone !== null) return [zone];
  const lead = table.interaction.value.selected[0];
  return lead === undefined ? [] : boundZones(table.seen.value, lead);
}

/** History's front by scenario, once it has been read. */
const fronts = signal<ReadonlyMap<string, Front | null>>(new Map());

function frontFor(table: Table): Front | null {
  const { id } = table.game.data.scenario;
  const known = fronts.value.get(id);
  if (known === undefined)
    void readFront(table.game).then((front) => {
      fronts.value = new Map(fronts.value).set(id, front);
    });
  return known ?? null;
}

interface Kept {
  asked: readonly unknown[];
  drawn: Drawn | null;
}
const kept = new WeakMap<Table, Kept>();

/** The overlay that is shown, worked out once for what it hangs on: the board draws it and the legend tells it. */
export function shownOverlay(table: Table, map: Signal<MapSettings>): Drawn | null {
  const { overlay, zone } = map.value;
  const seen = table.seen.value;
  const zones = overlay === 'boundaries' ? zoneShown(table, zone) : [];
  const lines = overlay === 'air' || overlay === 'airCover' || overlay === 'supply' ? table.lines.value : [];
  const hand = overlay === 'observation' || overlay === 'command' ? table.interaction.value : null;
  const hex = overlay === 'observation' ? (hand?.hex ?? -1) : -1;
  const lead = overlay === 'command' ? (hand?.selected[0] ?? -1) : -1;
  const front = overlay === 'past' ? frontFor(table) : null;
  const asked = [overlay, seen.view, seen.side, zones.join(), lines.length, hex, lead, front, language()];
  const before = kept.get(table);
  if (before?.asked.every((part, k) => part === asked[k])) return before.drawn;
  const drawn = drawOverlay(seen, overlay, { zones, lines, hex, lead, front });
  kept.set(table, { asked, drawn });
  return drawn;
}

/** The overlay asked for, or the way of a formation whose march is being planned. */
export function drawMap(board: Board, table: Table, map: Signal<MapSettings>): () => void {
  // By its value, so that the pointer moving over the map draws no overlay anew.
  const plan = computed(() => table.interaction.value.group?.plan ?? null);
  const marching = computed(() => (plan.value ? groupMarchOverlay(plan.value) : null));
  return effect(() => {
    const { hideUnits } = map.value;
    const { grid, secondNumber } = settings.value;
    const overlay = marching.value ?? shownOverlay(table, map)?.overlay ?? null;
    board.update({ overlay, hideUnits, grid, secondNumber });
  });
}

/** The hex of which it is asked who can reach it: at the cursor, else the one looked at. */
export function reachedHex(table: Table): number {
  const { hoverHex, hex } = table.interaction.value;
  return hoverHex >= 0 ? hoverHex : hex;
}

export function drawReachers(board: Board, table: Table, map: Signal<MapSettings>): () => void {
  return effect(() => {
    const reachers = map.value.whoReaches ? reacherLines(table.seen.value, reachedHex(table)) : [];
    board.update({ reachers });
  });
}
