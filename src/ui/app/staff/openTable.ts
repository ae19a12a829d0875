/** Which of the staff's tables is open, and whether it lies over the map or beside it. */
import { signal } from '@preact/signals';

export const STAFF_TABLES = ['units', 'enemy', 'comings', 'losses', 'air', 'depots', 'convoys', 'leaders'] as const;
export type StaffTable = (typeof STAFF_TABLES)[number];

/** The table shown, null while the tables are closed. */
export const openTable = signal<StaffTable | null>(null);

/** Kept beside the map instead of over it; has no effect where there is no room for both. */
export const docked = signal(false);

let last: StaffTable = 'units';

/** Opens the table looked at last, or one by name; the same again closes it. */
export function toggleTables(which?: StaffTable): void {
  if (openTable.value !== null) last = openTable.value;
  const next = which ?? last;
  openTable.value = openTable.value === null || (which !== undefined && which !== openTable.value) ? next : null;
  last = next;
}
