/** Units on guard: left out of the round and of the count of idle units, turn after turn, until they are woken. */
import { type Signal, signal } from '@preact/signals';
import type { Table } from './table.ts';

const guards = new WeakMap<Table, Signal<ReadonlySet<number>>>();

/** The units on guard in a running game; remembered for as long as it is open. */
export function guardedOf(table: Table): Signal<ReadonlySet<number>> {
  let guarded = guards.get(table);
  if (!guarded) {
    guarded = signal(new Set());
    guards.set(table, guarded);
  }
  return guarded;
}

/** Puts the units on guard; when all of them are on guard already, wakes them. True when they are on guard afterwards. */
export function toggleGuard(table: Table, units: readonly number[]): boolean {
  const guarded = guardedOf(table);
  const next = new Set(guarded.value);
  const wake = units.length > 0 && units.every((unit) => next.has(unit));
  for (const unit of units) {
    if (wake) next.delete(unit);
    else next.add(unit);
  }
  guarded.value = next;
  return !wake;
}

/** Who is left out of the round now: at rest this turn, or on guard. */
export function leftOut(table: Table, resting: ReadonlySet<number>): ReadonlySet<number> {
  const guarded = guardedOf(table).value;
  return guarded.size === 0 ? resting : new Set([...resting, ...guarded]);
}
