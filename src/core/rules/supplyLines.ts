/**
 * Rulebook 8.4-8.6: the lines of supply of a side. One search for the cheapest way runs outward from all its depots; what
 * leads through the enemy's ring is looked at only when units are left without a line. Works in scratch memory and
 * stops as soon as every unit of the side is reached.
 */
import { holderOf } from '../control.ts';
import { type Game, hexside } from '../game.ts';
import type { Position } from '../position.ts';
import { WEATHERS } from '../scenario.ts';
import { overlooks } from '../sight.ts';
import { type GameState, UNIT_ON_MAP } from '../state.ts';
import { sightRange } from './detection.ts';
import { forages } from './forage.ts';
import {
  BROKEN,
  FIRE,
  INTERDICTION,
  type Links,
  PORTER,
  PORTER_KG,
  perTurn,
  type Ways,
  waysOf,
  ZOC,
} from './supplyWays.ts';

/** 8.5: what gets through a ring by night, kg a day. */
const LEAK_KG = 500;

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
}

/** What the search leaves out, to find what cuts a line: `open` the enemy, `mended` the demolitions. */
interface LineOptions {
  /** Stop at this hex instead of at the units of the side. */
  target?: number;
  open?: boolean;
  mended?: boolean;
}

interface Search extends SupplyLines {
  /** The step that leads to each hex reached. */
  via: Int32Array;
  touched: number[];
  /** Links measured so far. */
  measured: Uint8Array;
  used: number[];
  fire: Uint8Array;
  underFire: number[];
  raided: Uint8Array;
  /** By hex: 0 free, 1 and 2 ring as in `ringAt`, 3 held by enemy troops. */
  barred: Uint8Array;
  buckets: number[][];
  /** Steps into the ring, put aside by the first pass. */
  ring: number[];
  wanted: Uint8Array;
  waiting: number;
}

function searchOf(game: Game): Search {
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
      fire: new Uint8Array(size),
      underFire: [],
      raided: new Uint8Array(size),
      barred: new Uint8Array(size),
      buckets: [],
      ring: [],
      wanted: new Uint8Array(size),
      waiting: 0,
    };
    for (let price = 0; price <= waysOf(game).farthest; price++) search.buckets.push([]);
    game.scratch['supplyLines'] = search;
  }
  const { cost, from, depot, depth, leaks, touched, fire, underFire } = search;
  for (let i = 0; i < touched.length; i++) {
    const hex = touched[i] as number;
    cost[hex] = -1;
    from[hex] = -1;
    depot[hex] = -1;
    depth[hex] = 0;
    leaks[hex] = 0;
  }
  for (const hex of search.used) search.measured[hex] = 0;
  for (const hex of underFire) fire[hex] = 0;
  touched.length = 0;
  search.used.length = 0;
  underFire.length = 0;
  search.ring.length = 0;
  search.waiting = 0;
  return search;
}

/** 8.6: marks the hexes that enemy guns reach and overlook from where they stand. */
function markFire(game: Game, state: GameState, search: Search, side: number): void {
  const sight = Math.min(3, sightRange(game, state.weather));
  for (const index of game.bySide[1 - side] as number[]) {
    if ((game.units[index] as Game['units'][number]).rangeM === 0) continue;
    const gunner = state.units[index] as GameState['units'][number];
    if (gunner.hex < 0 || gunner.status !== UNIT_ON_MAP || gunner.ammo <= 0) continue;
    const { eq } = gunner;
    let rangeM = 0;
    for (let i = 0; i < eq.length; i++)
      if ((eq[i] as number) > 0) rangeM = Math.max(rangeM, (game.equipment[i] as Game['equipment'][number]).rangeM);
    // To the near edge of the hex, as in 6.21.
    const reach = Math.min(sight, Math.floor(rangeM / (game.hexKm * 1000) + 0.5));
    if (reach > 0) markFireOf(game, search, gunner.hex, reach);
  }
}

function markFireOf(game: Game, search: Search, from: number, reach: number): void {
  const q = game.q[from] as number;
  const r = game.r[from] as number;
  for (let dr = -reach; dr <= reach; dr++) {
    const row = r + dr;
    if (row < 0 || row >= game.rows) continue;
    const shift = (row - (row & 1)) >> 1;
    for (let dq = Math.max(-reach, -dr - reach); dq <= Math.min(reach, -dr + reach); dq++) {
      const col = q + dq + shift;
      if (col < 0 || col >= game.cols) continue;
      const hex = row * game.cols + col;
      if (search.fire[hex] === 1 || !overlooks(game, from, hex)) continue;
      search.fire[hex] = 1;
      search.underFire.push(hex);
    }
  }
}

/** 8.6: enemy sorties that wait over a hex; through fog or heavy rain half of them see nothing. */
function raids(state: GameState, hex: number, side: number): number {
  let sorties = 0;
  for (const plot of state.plots)
    if (plot.kind === 1 && plot.side !== side && plot.hex === hex) sorties += plot.sorties;
  const weather = WEATHERS[state.weather];
  return weather === 'fog' || weather === 'heavyRain' ? Math.floor(sorties / 2) : sorties;
}

/** 8.5: a hex is ring when no friends stand in it and it is in the enemy's zone of control (2) or in his hands (1). */
export function ringAt(state: GameState, pos: Position, hex: number, side: number): number {
  if (pos.side[hex] === side) return 0;
  if (((pos.zoc[hex] as number) & (1 << (1 - side))) !== 0) return 2;
  return holderOf(state.control, hex) === 1 - side ? 1 : 0;
}

/** Fills `barred` word by word of the control map; most words are all one side's. */
function markBarred(game: Game, state: GameState, pos: Position, search: Search, side: number, open: boolean): void {
  const { barred } = search;
  if (open) {
    barred.fill(0);
    return;
  }
  const { control } = state;
  const enemy = 2 - side;
  for (let word = 0; word < control.length; word++) {
    const bits = control[word] as number;
    const start = word * 16;
    const end = Math.min(start + 16, game.size);
    for (let hex = start; hex < end; hex++) barred[hex] = ((bits >>> ((hex - start) * 2)) & 3) === enemy ? 1 : 0;
  }
  for (let i = 0; i < pos.touchedCount; i++) {
    const hex = pos.touched[i] as number;
    barred[hex] = pos.side[hex] === 1 - side ? 3 : ringAt(state, pos, hex, side);
  }
}

/**
 * Finds the lines of supply of a side from the depots `sources` to the hexes of its units. The arrays belong to the
 * game's scratch memory and hold until the next call; hexes that no unit needs may be left without a line.
 */
export function findLines(
  game: Game,
  state: GameState,
  pos: Position,
  side: number,
  sources: readonly number[],
  options: LineOptions = {},
): SupplyLines {
  const search = searchOf(game);
  const wanted = options.target === undefined ? unitHexes(game, state, side) : [options.target];
  for (const hex of wanted) {
    if (search.wanted[hex] === 0) search.waiting++;
    search.wanted[hex] = 1;
  }
  const { plots } = state;
  markBarred(game, state, pos, search, side, options.open === true);
  if (!options.open) {
    markFire(game, state, search, side);
    for (const plot of plots) if (plot.kind === 1 && plot.side !== side) search.raided[plot.hex] = 1;
  }
  for (const source of sources) {
    const { hex } = game.depots[source] as Game['depots'][number];
    if (search.cost[hex] === 0) continue;
    search.cost[hex] = 0;
    search.depot[hex] = source;
    search.touched.push(hex);
    (search.buckets[0] as number[]).push(hex);
  }
  flood(game, state, pos, search, options, false);
  if (search.waiting > 0 && search.ring.length > 0) {
    const ways = waysOf(game);
    for (const step of search.ring) leak(game, search, ways, step);
    flood(game, state, pos, search, options, true);
  }
  measure(game, state, pos, side, search, wanted);
  for (const hex of wanted) search.wanted[hex] = 0;
  for (const plot of plots) search.raided[plot.hex] = 0;
  return search;
}

function unitHexes(game: Game, state: GameState, side: number): number[] {
  const found: number[] = [];
  for (const index of game.bySide[side] as number[]) {
    const { hex, status } = state.units[index] as GameState['units'][number];
    if (hex >= 0 && status === UNIT_ON_MAP && !forages(game, index)) found.push(hex);
  }
  return found;
}

/** Dial's buckets. The first pass puts steps into the ring aside; the second, `leaking`, goes on from where they lead. */
function flood(
  game: Game,
  state: GameState,
  pos: Position,
  search: Search,
  options: LineOptions,
  leaking: boolean,
): void {
  const ways = waysOf(game);
  const links = ways.links[state.ground] as Links;
  const { cost, from, via, depot, leaks, depth, touched, barred, buckets, wanted } = search;
  const { neighbours } = game;
  const { farthest } = ways;
  const prices = links.cost;
  const whole = options.mended === true || pos.breaks.length === 0;
  for (let price = 0; price <= farthest; price++) {
    const bucket = buckets[price] as number[];
    if (bucket.length === 0) continue;
    for (let i = 0; i < bucket.length && search.waiting > 0; i++) {
      const hex = bucket[i] as number;
      if (cost[hex] !== price) continue;
      if (wanted[hex] === 1) {
        wanted[hex] = 0;
        search.waiting--;
      }
      const first = hex * 6;
      for (let d = 0; d < 6; d++) {
        const step = first + d;
        let add = prices[step] as number;
        if (add === 0) continue;
        const to = neighbours[step] as number;
        const known = cost[to] as number;
        if (known >= 0 && (known <= price || (leaking && leaks[to] === 0))) continue;
        const bar = barred[to] as number;
        if (bar > 0) {
          if (bar === 3) continue;
          if (leaking) leak(game, search, ways, step);
          else search.ring.push(step);
          continue;
        }
        const broken = !whole && pos.broken[hexside(game, hex, d)] === 1;
        if (broken) add = ways.portered[to] === 1 ? ways.porterCost : farthest + 1;
        const total = price + add;
        if (total > farthest || (known >= 0 && known <= total)) continue;
        if (known < 0) touched.push(to);
        cost[to] = total;
        from[to] = hex;
        via[to] = step;
        depot[to] = depot[hex] as number;
        leaks[to] = leaks[hex] as number;
        depth[to] = 0;
        (buckets[total] as number[]).push(to);
      }
    }
    bucket.length = 0;
  }
}

/** 8.3-8.6: throughput of the links in use, and what limits them, from the units back to the depots. */
function measure(
  game: Game,
  state: GameState,
  pos: Position,
  side: number,
  search: Search,
  hexes: readonly number[],
): void {
  const { cost, from, measured, used } = search;
  for (const hex of hexes) {
    if ((cost[hex] as number) < 0) continue;
    for (let to = hex; (from[to] as number) >= 0 && measured[to] === 0; to = from[to] as number) {
      measured[to] = 1;
      used.push(to);
      measureLink(game, state, pos, side, search, to);
    }
  }
}

function measureLink(game: Game, state: GameState, pos: Position, side: number, search: Search, to: number): void {
  const step = search.via[to] as number;
  const links = waysOf(game).links[state.ground] as Links;
  const bar = search.barred[to] as number;
  let kg = links.kg[step] as number;
  let cause = links.cause[step] as number;
  if (bar > 0) {
    kg = perTurn(game, LEAK_KG);
    cause = bar === 2 ? ZOC : PORTER;
  } else {
    const broken = pos.broken[hexside(game, search.from[to] as number, step % 6)] === 1;
    if (broken) {
      kg = Math.min(kg, perTurn(game, PORTER_KG));
      cause = BROKEN;
    }
    const fired = search.fire[to] === 1;
    if (fired) {
      kg = Math.floor(kg / 2);
      if (!broken) cause = FIRE;
    }
    if (search.raided[to] === 1) {
      const sorties = raids(state, to, side);
      kg = Math.floor((kg * 10) / (10 + sorties));
      // The one that takes more is named: fire takes half, and so do ten sorties.
      if (!broken && sorties > 0 && (!fired || sorties > 10)) cause = INTERDICTION;
    }
  }
  search.kg[to] = kg;
  search.left[to] = kg;
  search.cause[to] = cause;
}

/** 8.5: porters by night through the ring, no deeper than they get in a night. */
function leak(game: Game, search: Search, ways: Ways, step: number): void {
  const hex = Math.floor(step / 6);
  const to = game.neighbours[step] as number;
  const depth = (search.depth[hex] as number) + 1;
  const total = (search.cost[hex] as number) + ways.porterCost;
  const known = search.cost[to] as number;
  if (depth > ways.deepest || total > ways.farthest || (known >= 0 && known <= total)) return;
  if (known < 0) search.touched.push(to);
  search.cost[to] = total;
  search.from[to] = hex;
  search.via[to] = step;
  search.depot[to] = search.depot[hex] as number;
  search.leaks[to] = 1;
  search.depth[to] = depth;
  (search.buckets[total] as number[]).push(to);
}
