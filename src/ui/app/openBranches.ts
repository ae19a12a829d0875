/** What of the order of battle is unfolded, and whether it stays open beside the field. */
import { signal } from '@preact/signals';

/** Branches that were unfolded or folded by hand, by their ids; others are as their depth has them. */
export const unfolded = signal<ReadonlyMap<string, boolean>>(new Map());

export function setUnfolded(ids: readonly string[], open: boolean): void {
  const next = new Map(unfolded.value);
  for (const id of ids) next.set(id, open);
  unfolded.value = next;
}

/** The order of battle kept open between the map and the panel; has no effect where there is no room. */
export const treeBeside = signal(false);
