/** Working memory of the search for lines of supply; it belongs to the game's scratch memory and is wiped at each start. */
import type { Game } from '../game.ts';
import { waysOf } from './supplyWays.ts';

export interface SupplyLines {
  /** Cost from the depot by hex in quarters of a km of road, -1 where no line leads. */
  cost: Int32Array;
  /** The hex before, towards the depot; -1 at a depot. */
  from: Int32Array;
  /** Index of the depot that the line starts from. */
  depot: Int16Array;
  /** Hexes of ring in a row on the way to this hex. */
  depth: Uint8Array;
  /** 1 when the line runs through a ring anywhere. */
  leaks: Uint8Array;
  /** Of the link that leads here from `from`: kg a turn, what is left of it, what limits it (index in LINK_CAUSES). */
  kg: Int32Array;
  left: Int32Array;
  cause: Uint8Array;
  /** 1 where enemy irregulars lie in wait (8.12). */
  raided: Uint8Array;
}

/** With the obstacles (`supplyObstacles.ts`) of the side whose lines were searched last. */
export interface Search extends SupplyLines {
  /** The step that leads to each hex reached. */
  via: Int32Array;
  touched: number[];
  /** Links measured so far. */
  measured: Uint8Array;
  used: number[];
  fire: Uint8Array;
  interdicted: Uint8Array;
  barred: Uint8Array;
  buckets: number[][];
  /** Steps into the ring, put aside by the first pass. */
  ring: number[];
  wanted: Uint8Array;
  waiting: number;
}

/** The memory, wiped. */
export function searchOf(game: Game): Search {
  let search = game.scratch['supplyLines'] as Search | undefined;
  if (!search) {
    const { size } = game;
    search = {
      cost: new Int32Array(size).fill(-1),
      from: new Int32Array(size).fill(-1),
      depot: new Int16Array(size).fill(-1),
      depth: new Uint8Array(size),
      leaks: new Uint8Array(size),
      kg: new Int32Array(size),
      left: new Int32Array(size),
      cause: new Uint8Array(size),
      via: new Int32Array(size),
      touched: [],
      measured: new Uint8Array(size),
      used: [],
      fire: new Uint8Array(0),
      interdicted: new Uint8Array(0),
      raided: new Uint8Array(0),
      barred: new Uint8Array(0),
      buckets: [],
      ring: [],
      wanted: new Uint8Array(size),
      waiting: 0,
    };
    for (let price = 0; price <= waysOf(game).farthest; price++) search.buckets.push([]);
    game.scratch['supplyLines'] = search;
  }
  const { cost, from, depot, depth, leaks, touched } = search;
  for (let i = 0; i < touched.length; i++) {
    const hex = touched[i] as number;
    cost[hex] = -1;
    from[hex] = -1;
    depot[hex] = -1;
    depth[hex] = 0;
    leaks[hex] = 0;
  }
  for (const hex of search.used) search.measured[hex] = 0;
  touched.length = 0;
  search.used.length = 0;
  search.ring.length = 0;
  search.waiting = 0;
  return search;
}
