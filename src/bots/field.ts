/** Fields of minutes: how long it takes from every hex to the nearest of some targets. */
import type { Game } from '../core/game.ts';
import { stepMinutes } from '../core/rules/movement.ts';
import { zocMinutes } from '../core/rules/zoc.ts';
import { ALL_STEPS, IMPASSABLE, type MarchTable, quickerSteps } from '../core/terrain.ts';
import type { Estimate } from './estimate.ts';

/** "Out of reach" in a field of minutes. */
export const FAR = 1 << 29;

/** Buckets of eight minutes; steps longer than the ring are taken for impassable. */
const WIDTH_BITS = 3;
const RING = 512;
const LONGEST = (RING - 2) << WIDTH_BITS;

/**
 * The steps into each hex, by `hex * 6 + d` for the one from its neighbour in direction d: that neighbour and the
 * minutes in one word, `neighbour << 16 | minutes`; IMPASSABLE for none.
 */
export type Inward = Int32Array;

/** Step costs by `from * 6 + d` turned round, so that a search from the targets reads them in a row. */
export function inwardOf(game: Game, outward: (step: number) => number): Inward {
  const inward = new Int32Array(game.size * 6).fill(IMPASSABLE);
  for (let i = 0; i < inward.length; i++) {
    const near = game.neighbours[i] as number;
    const d = i % 6;
    if (near >= 0) inward[i] = (near << 16) | Math.min(IMPASSABLE, outward(near * 6 + (d < 3 ? d + 3 : d - 3)));
  }
  return inward;
}

const marches = new WeakMap<MarchTable, Inward>();

/** The steps of a march table turned round. Kept with the table. */
export function inwardMarch(game: Game, table: MarchTable): Inward {
  let inward = marches.get(table);
  if (!inward) {
    inward = inwardOf(game, (step) => table.open[step] as number);
    marches.set(table, inward);
  }
  return inward;
}

/** What makes a march slower than the ground alone: the enemies that a side knows of. */
export interface Opposition {
  est: Estimate;
  table: MarchTable;
  /** Added for a step into a hex with enemies that is not the target. */
  through: number;
}

export interface Search {
  /** The search ends when all of these hexes are reached. */
  wanted?: readonly number[];
  /** Added to each step out of a hex. */
  leaving?: Int32Array;
  opposition?: Opposition;
}

/** Queues of hexes by bucket, first in first out, as linked lists; empty between searches. */
const heads = new Int32Array(RING).fill(-1);
const tails = new Int32Array(RING);
let entryHex = new Int32Array(16384);
let nextEntry = new Int32Array(16384);
/** 1 for each hex wanted and not reached yet, in the search going on. */
let open = new Uint8Array(0);

function grow(list: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(list.length * 2);
  larger.set(list);
  return larger;
}

/** Marks what is wanted; returns how many hexes that are. */
function want(game: Game, wanted: readonly number[]): number {
  if (open.length < game.size) open = new Uint8Array(game.size);
  open.fill(0);
  let count = 0;
  for (const hex of wanted) {
    if (open[hex] === 0) count++;
    open[hex] = 1;
  }
  return count;
}

/** Minutes to the nearest of `targets` from every hex within `limit` minutes, `FAR` from the others. */
export function fieldTo(
  game: Game,
  targets: readonly number[],
  inward: Inward,
  limit: number,
  search: Search = {},
): Int32Array {
  const { neighbours } = game;
  const { leaving, opposition } = search;
  const field = new Int32Array(game.size).fill(FAR);
  let left = want(game, search.wanted ?? []);
  const early = left > 0;
  const marks = opposition?.est.pos.marks;
  const side = opposition?.est.side ?? 0;
  const enemy = 1 << (1 - side);
  const enemyZoc = 4 << (1 - side);
  const own = 1 << side;
  const zoc = zocMinutes(game);
  // In locals, which the compiler can keep in registers.
  let hexes = entryHex;
  let next = nextEntry;
  const pending = open;
  const first = heads;
  const last = tails;
  let entries = 0;
  let waiting = targets.length;
  for (const hex of targets) {
    field[hex] = 0;
    hexes[entries] = hex;
    next[entries] = entries + 1;
    entries++;
  }
  if (entries > 0) {
    first[0] = 0;
    last[0] = entries - 1;
    next[entries - 1] = -1;
  }
  for (let at = 0; waiting > 0 && at << WIDTH_BITS <= limit; at++) {
    const ring = at & (RING - 1);
    let entry = first[ring] as number;
    for (; entry >= 0 && !(early && left === 0); entry = next[entry] as number) {
      const hex = hexes[entry] as number;
      waiting--;
      const time = field[hex] as number;
      if (time >> WIDTH_BITS !== at) continue;
      if (early && pending[hex] === 1) {
        pending[hex] = 0;
        left--;
      }
      const here = marks ? (marks[hex] as number) : 0;
      // 4.4: friends in the hex take the enemy's control off it.
      const slow = (here & enemyZoc) !== 0 && (here & own) === 0;
      const through = opposition?.est.foeIn.has(hex) && time > 0 ? opposition.through : 0;
      const base = hex * 6;
      const broken = (here & 16) !== 0;
      for (let bits = broken ? ALL_STEPS : quickerSteps(inward, base, time, field); bits !== 0; bits &= bits - 1) {
        const d = 31 - Math.clz32(bits & -bits);
        const word = inward[base + d] as number;
        const near = broken ? (neighbours[base + d] as number) : word >>> 16;
        let step = word & 0xffff;
        if (near < 0 || (step >= LONGEST && !broken)) continue;
        if (opposition && marks) {
          const there = marks[near] as number;
          if ((there & enemy) !== 0) continue;
          if (broken)
            step = stepMinutes(game, opposition.est.pos, opposition.table, side, near, d < 3 ? d + 3 : d - 3, 0);
          if (slow) step += (there & enemyZoc) !== 0 ? zoc * 3 : zoc;
          step += through;
        }
        if (leaving) step += leaving[near] as number;
        const total = time + step;
        if (step >= LONGEST || total >= (field[near] as number)) continue;
        field[near] = total;
        if (entries === hexes.length) {
          hexes = grow(hexes);
          next = grow(next);
          entryHex = hexes;
          nextEntry = next;
        }
        const bucket = (total >> WIDTH_BITS) & (RING - 1);
        hexes[entries] = near;
        next[entries] = -1;
        if ((first[bucket] as number) < 0) first[bucket] = entries;
        else next[last[bucket] as number] = entries;
        last[bucket] = entries++;
        waiting++;
      }
    }
    first[ring] = -1;
    if (early && left === 0) break;
  }
  first.fill(-1);
  return field;
}
