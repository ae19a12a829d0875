/**
 * Rulebook 8.3-8.6: the lines of supply of a side. One search for the cheapest way runs outward from all its depots; links
 * through the enemy's ring are looked at only when nothing else is left. Works in scratch memory, in a few dozen
 * microseconds, and stops as soon as every unit of the side is reached.
 */
import { holderOf } from '../control.ts';
import { distance, type Game, hexside } from '../game.ts';
import type { Position } from '../position.ts';
import { GROUNDS, MOBILITIES, WEATHERS } from '../scenario.ts';
import { overlooks } from '../sight.ts';
import type { GameState } from '../state.ts';
import { IMPASSABLE } from '../terrain.ts';
import { sightRange } from './detection.ts';

export type LinkCause = 'road' | 'track' | 'porter' | 'zoc' | 'fire' | 'interdiction' | 'broken' | 'ferry' | 'stock';
export const LINK_CAUSES = [
  'road',
  'track',
  'porter',
  'zoc',
  'fire',
  'interdiction',
  'broken',
  'ferry',
] as const satisfies LinkCause[];
const [ROAD, TRACK, PORTER, ZOC, FIRE, INTERDICTION, BROKEN, FERRY] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** 8.3: kilograms a day over one link. */
const ROAD_KG = 400_000;
const TRACK_KG = 60_000;
const FERRY_KG = 60_000;
const PORTER_KG = 8_000;
/** 8.5: what gets through a ring by night. */
const LEAK_KG = 500;
/** 8.3: share of it in per cent on dry, wet and muddy ground. */
const ROAD_GROUND = { dry: 100, wet: 80, mud: 50 } as const;
const TRACK_GROUND = { dry: 100, wet: 70, mud: 40 } as const;
/** 8.4: cost of a km in quarters of a km of road. */
const ROAD_COST = 4;
const TRACK_COST = 10;
const PORTER_COST = 20;
/** 8.4: how far a line may be: 150 km of road or its equivalent, at least eight hexes of porters. */
const FARTHEST = 600;
/** 8.4: porters go no farther than this from a road or a track, and through a ring no deeper; at least one hex. */
const PORTER_KM = 7.5;

interface Links {
  /** By step `hex * 6 + direction`: cost, kg a day and cause; cost 0 where nothing can be carried. */
  cost: Int32Array;
  kg: Int32Array;
  cause: Uint8Array;
}

interface Ways {
  /** By state of the ground. */
  links: Links[];
  /** 1 where porters may go. */
  portered: Uint8Array;
  porterCost: number;
  farthest: number;
  deepest: number;
}

export interface SupplyLines {
  /** Cost from the nearest depot by hex, -1 where no line leads. */
  cost: Int32Array;
  /** The hex before, towards the depot; -1 at a depot. */
  from: Int32Array;
  /** Index of the depot that the line starts from. */
  depot: Int16Array;
  /** Hexes of ring in a row on the way to this hex. */
  depth: Uint8Array;
  /** 1 when the line runs through a ring anywhere. */
  leaks: Uint8Array;
  /** Of the link that leads here from `from`: kg a day, what is left of it, and what limits it (index in LINK_CAUSES). */
  kg: Int32Array;
  left: Int32Array;
  cause: Uint8Array;
  touched: number[];
}

interface Work {
  lines: SupplyLines;
  fire: Uint8Array;
  underFire: number[];
  raided: Uint8Array;
  buckets: number[][];
  ring: number[];
  wanted: Uint8Array;
}

function buildWays(game: Game): Ways {
  const { size, hexKm } = game;
  const portered = new Uint8Array(size);
  const deepest = Math.max(1, Math.floor(PORTER_KM / hexKm));
  let edge: number[] = [];
  for (let hex = 0; hex < size; hex++) {
    if ((game.roadAt[hex] as number) === 0) continue;
    portered[hex] = 1;
    edge.push(hex);
  }
  for (const depot of game.depots) {
    if (portered[depot.hex] === 0) edge.push(depot.hex);
    portered[depot.hex] = 1;
  }
  for (let far = 0; far < deepest; far++) {
    const next: number[] = [];
    for (const hex of edge) {
      for (let d = 0; d < 6; d++) {
        const near = game.neighbours[hex * 6 + d] as number;
        if (near < 0 || portered[near] === 1) continue;
        portered[near] = 1;
        next.push(near);
      }
    }
    edge = next;
  }
  const porterCost = Math.max(1, Math.round(PORTER_COST * hexKm));
  const farthest = Math.max(FARTHEST, porterCost * 8);
  return {
    links: GROUNDS.map((_, g) => buildLinks(game, g, portered, porterCost)),
    portered,
    porterCost,
    farthest,
    deepest,
  };
}

function buildLinks(game: Game, ground: number, portered: Uint8Array, porterCost: number): Links {
  const steps = game.size * 6;
  const links: Links = { cost: new Int32Array(steps), kg: new Int32Array(steps), cause: new Uint8Array(steps) };
  const days = game.data.scenario.turnHours / 24;
  const foot = game.march[MOBILITIES.indexOf('foot') * GROUNDS.length + ground] as Game['march'][number];
  const name = GROUNDS[ground] as (typeof GROUNDS)[number];
  const roadKg = (ROAD_KG * ROAD_GROUND[name]) / 100;
  const trackKg = (TRACK_KG * TRACK_GROUND[name]) / 100;
  for (let step = 0; step < steps; step++) {
    const to = game.neighbours[step] as number;
    if (to < 0) continue;
    const dry = game.river[step] === 0 || (game.crossing[step] as number) > 0;
    const road = dry ? (game.road[step] as number) : 0;
    let kg = road === 2 ? roadKg : trackKg;
    let cause: number = road === 2 ? ROAD : TRACK;
    if (road > 0) {
      links.cost[step] = Math.max(1, Math.round((road === 2 ? ROAD_COST : TRACK_COST) * game.hexKm));
      if (game.river[step] !== 0 && game.crossing[step] === 2 && FERRY_KG < kg) {
        kg = FERRY_KG;
        cause = FERRY;
      }
    } else {
      if (portered[to] === 0 || (foot.open[step] as number) >= IMPASSABLE) continue;
      links.cost[step] = porterCost;
      kg = PORTER_KG;
      cause = PORTER;
    }
    links.kg[step] = Math.round(kg * days);
    links.cause[step] = cause;
  }
  return links;
}

function waysOf(game: Game): Ways {
  let ways = game.scratch['supplyWays'] as Ways | undefined;
  if (!ways) {
    ways = buildWays(game);
    game.scratch['supplyWays'] = ways;
  }
  return ways;
}

function workOf(game: Game): Work {
  let work = game.scratch['supplyLines'] as Work | undefined;
  if (!work) {
    const { size } = game;
    work = {
      lines: {
        cost: new Int32Array(size).fill(-1),
        from: new Int32Array(size).fill(-1),
        depot: new Int16Array(size).fill(-1),
        depth: new Uint8Array(size),
        leaks: new Uint8Array(size),
        kg: new Int32Array(size),
        left: new Int32Array(size),
        cause: new Uint8Array(size),
        touched: [],
      },
      fire: new Uint8Array(size),
      underFire: [],
      raided: new Uint8Array(size),
      buckets: [],
      ring: [],
      wanted: new Uint8Array(size),
    };
    while (work.buckets.length <= waysOf(game).farthest) work.buckets.push([]);
    game.scratch['supplyLines'] = work;
  }
  for (const hex of work.lines.touched) {
    work.lines.cost[hex] = -1;
    work.lines.from[hex] = -1;
    work.lines.depot[hex] = -1;
    work.lines.depth[hex] = 0;
    work.lines.leaks[hex] = 0;
  }
  work.lines.touched.length = 0;
  for (const hex of work.underFire) work.fire[hex] = 0;
  work.underFire.length = 0;
  return work;
}

/** 8.6: marks the hexes that enemy guns of `side` reach and overlook from where they stand. */
function markFire(game: Game, state: GameState, work: Work, side: number): void {
  const sight = Math.min(3, sightRange(game, state.weather));
  for (const index of game.bySide[1 - side] as number[]) {
    if ((game.units[index] as Game['units'][number]).rangeM === 0) continue;
    const gunner = state.units[index] as GameState['units'][number];
    if (gunner.hex < 0 || gunner.status !== 1 || gunner.ammo <= 0) continue;
    let rangeM = 0;
    for (let i = 0; i < gunner.eq.length; i++)
      if ((gunner.eq[i] as number) > 0) rangeM = Math.max(rangeM, (game.equipment[i] as { rangeM: number }).rangeM);
    // To the near edge of the target hex, as in 6.21.
    const reach = Math.min(sight, Math.floor(rangeM / (game.hexKm * 1000) + 0.5));
    if (reach === 0) continue;
    const q = game.q[gunner.hex] as number;
    const r = game.r[gunner.hex] as number;
    for (let dr = -reach; dr <= reach; dr++) {
      const row = r + dr;
      if (row < 0 || row >= game.rows) continue;
      for (let dq = Math.max(-reach, -dr - reach); dq <= Math.min(reach, -dr + reach); dq++) {
        const col = q + dq + ((row - (row & 1)) >> 1);
        if (col < 0 || col >= game.cols) continue;
        const hex = row * game.cols + col;
        if (work.fire[hex] === 1 || hex === gunner.hex || !overlooks(game, gunner.hex, hex)) continue;
        work.fire[hex] = 1;
        work.underFire.push(hex);
      }
    }
  }
}

/** 8.6: enemy sorties that wait over a hex; half of them see anything through fog or heavy rain. */
function raids(state: GameState, hex: number, side: number): number {
  let sorties = 0;
  for (const plot of state.plots)
    if (plot.kind === 1 && plot.side !== side && plot.hex === hex) sorties += plot.sorties;
  const weather = WEATHERS[state.weather];
  return weather === 'fog' || weather === 'heavyRain' ? Math.floor(sorties / 2) : sorties;
}

/** 8.5: does a link into this hex lead through the enemy's ring: his zone of control without friends there, or his ground? */
function inRing(state: GameState, pos: Position, hex: number, side: number): number {
  if (pos.side[hex] === side) return 0;
  if (((pos.zoc[hex] as number) & (1 << (1 - side))) !== 0) return 2;
  return holderOf(state.control, hex) === 1 - side ? 1 : 0;
}

/**
 * Finds the lines of supply of a side from the depots in `sources` to the hexes of its units, or to `target` alone.
 * `open` leaves the enemy out, `mended` the broken links: that is how `explainSupply` finds what cuts a line. The result
 * holds until the next call.
 */
export function findLines(
  game: Game,
  state: GameState,
  pos: Position,
  side: number,
  sources: readonly number[],
  options: { target?: number; open?: boolean; mended?: boolean } = {},
): SupplyLines {
  const ways = waysOf(game);
  const work = workOf(game);
  const { lines, buckets, wanted } = work;
  const open = options.open === true;
  const links = ways.links[state.ground] as Links;
  let waiting = 0;
  const targets = options.target === undefined ? (game.bySide[side] as number[]) : [];
  for (const index of targets) {
    const { hex } = state.units[index] as GameState['units'][number];
    if (hex < 0 || wanted[hex] === 1) continue;
    wanted[hex] = 1;
    waiting++;
  }
  if (options.target !== undefined) {
    wanted[options.target] = 1;
    waiting = 1;
  }
  if (!open) {
    markFire(game, state, work, side);
    for (const plot of state.plots) if (plot.kind === 1 && plot.side !== side) work.raided[plot.hex] = 1;
  }
  for (const source of sources) {
    const { hex } = game.depots[source] as Game['depots'][number];
    if (lines.cost[hex] === 0) continue;
    lines.cost[hex] = 0;
    lines.depot[hex] = source;
    lines.touched.push(hex);
    (buckets[0] as number[]).push(hex);
  }
  waiting = flood(game, state, pos, side, ways, links, work, waiting, 0, open, options.mended === true);
  if (!open && waiting > 0) flood(game, state, pos, side, ways, links, work, waiting, 1, open, options.mended === true);
  work.ring.length = 0;
  for (const index of targets) {
    const { hex } = state.units[index] as GameState['units'][number];
    if (hex >= 0) wanted[hex] = 0;
  }
  if (options.target !== undefined) wanted[options.target] = 0;
  for (const plot of state.plots) work.raided[plot.hex] = 0;
  return lines;
}

/**
 * Dial's buckets. The first pass (0) puts links into the ring aside; the second (1) goes on from there. Returns how many
 * wanted hexes are still without a line.
 */
function flood(
  game: Game,
  state: GameState,
  pos: Position,
  side: number,
  ways: Ways,
  links: Links,
  work: Work,
  wantedLeft: number,
  pass: number,
  open: boolean,
  mended: boolean,
): number {
  const { lines, buckets, ring, wanted } = work;
  const { cost, from, depot, leaks, depth, touched } = lines;
  const { neighbours } = game;
  let waiting = wantedLeft;
  if (pass === 1) for (const step of ring) leak(game, state, pos, side, ways, work, Math.floor(step / 6), step % 6);
  for (let price = 0; price <= ways.farthest; price++) {
    const bucket = buckets[price] as number[];
    if (bucket.length === 0) continue;
    for (let i = 0; i < bucket.length && waiting > 0; i++) {
      const hex = bucket[i] as number;
      if (cost[hex] !== price) continue;
      if (wanted[hex] === 1) {
        wanted[hex] = 0;
        waiting--;
      }
      for (let d = 0; d < 6; d++) {
        const step = hex * 6 + d;
        const to = neighbours[step] as number;
        if (to < 0) continue;
        const known = cost[to] as number;
        if (known >= 0 && known <= price) continue;
        let add = links.cost[step] as number;
        if (!open && pos.side[to] === 1 - side) continue;
        const broken = !mended && pos.broken[d < 3 ? step - hex * 3 : hexside(game, hex, d)] === 1;
        if (broken) add = ways.portered[to] === 1 ? ways.porterCost : 0;
        if (!open && inRing(state, pos, to, side) > 0) {
          if (pass === 0) ring.push(step);
          else leak(game, state, pos, side, ways, work, hex, d);
          continue;
        }
        if (add === 0) continue;
        const total = price + add;
        if (total > ways.farthest || (known >= 0 && known <= total)) continue;
        if (known < 0) touched.push(to);
        cost[to] = total;
        from[to] = hex;
        depot[to] = depot[hex] as number;
        leaks[to] = leaks[hex] as number;
        depth[to] = 0;
        if (!open) measure(state, work, links, step, to, side, broken);
        (buckets[total] as number[]).push(to);
      }
    }
    bucket.length = 0;
  }
  return waiting;
}

/** 8.3, 8.6: throughput of the link just taken, and what limits it. */
function measure(
  state: GameState,
  work: Work,
  links: Links,
  step: number,
  to: number,
  side: number,
  broken: boolean,
): void {
  const { lines } = work;
  let kg = links.kg[step] as number;
  let cause = links.cause[step] as number;
  if (broken) {
    kg = Math.min(kg > 0 ? kg : PORTER_KG, PORTER_KG);
    cause = BROKEN;
  }
  if (work.fire[to] === 1) {
    kg = Math.floor(kg / 2);
    cause = FIRE;
  }
  if (work.raided[to] === 1) {
    const sorties = raids(state, to, side);
    kg = Math.floor((kg * 10) / (10 + sorties));
    // The one that takes more is named: fire halves, so do ten sorties.
    if (sorties > 0 && (cause !== FIRE || sorties > 10)) cause = INTERDICTION;
  }
  lines.kg[to] = kg;
  lines.left[to] = kg;
  lines.cause[to] = cause;
}

/** 8.5: porters by night through the ring, no deeper than they get in a night. */
function leak(
  game: Game,
  state: GameState,
  pos: Position,
  side: number,
  ways: Ways,
  work: Work,
  hex: number,
  d: number,
): void {
  const { lines, buckets } = work;
  const to = game.neighbours[hex * 6 + d] as number;
  const foot = (ways.links[state.ground] as Links).cost[hex * 6 + d] as number;
  const depth = (lines.depth[hex] as number) + 1;
  if ((foot === 0 && ways.portered[to] === 0) || depth > ways.deepest) return;
  const total = (lines.cost[hex] as number) + ways.porterCost;
  const known = lines.cost[to] as number;
  if (total > ways.farthest || (known >= 0 && known <= total)) return;
  if (known < 0) lines.touched.push(to);
  lines.cost[to] = total;
  lines.from[to] = hex;
  lines.depot[to] = lines.depot[hex] as number;
  lines.leaks[to] = 1;
  lines.depth[to] = depth;
  const kg = Math.round((LEAK_KG * game.data.scenario.turnHours) / 24);
  lines.kg[to] = kg;
  lines.left[to] = kg;
  lines.cause[to] = inRing(state, pos, to, side) === 2 ? ZOC : PORTER;
  (buckets[total] as number[]).push(to);
}

export { distance };
