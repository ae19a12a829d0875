/** Rulebook 8.3-8.4: what each link of the map can carry and what it costs to carry it, once for each state of the ground. */
import type { Game } from '../game.ts';
import { GROUNDS, MOBILITIES } from '../scenario.ts';
import { IMPASSABLE } from '../terrain.ts';

/** What limits a link. `stock` is said of a depot. */
export type LinkCause =
  | 'road'
  | 'track'
  | 'porter'
  | 'zoc'
  | 'fire'
  | 'interdiction'
  | 'broken'
  | 'ferry'
  | 'stock'
  | 'raid';
export const LINK_CAUSES: readonly LinkCause[] = [
  'road',
  'track',
  'porter',
  'zoc',
  'fire',
  'interdiction',
  'broken',
  'ferry',
  'stock',
  'raid',
];
export const ROAD = 0;
export const TRACK = 1;
export const PORTER = 2;
export const ZOC = 3;
export const FIRE = 4;
export const INTERDICTION = 5;
export const BROKEN = 6;
export const FERRY = 7;
export const RAID = 9;

export interface Links {
  /** By step `hex * 6 + direction`: cost, kg a turn and cause; cost 0 where nothing can be carried. */
  cost: Int32Array;
  kg: Int32Array;
  cause: Uint8Array;
  /** For searches: the hex that each step leads to and its cost in one word, `hex << 16 | cost`; 0 for none. */
  steps: Int32Array;
}

export interface Ways {
  /** By state of the ground. */
  links: Links[];
  /** 1 where porters may go. */
  portered: Uint8Array;
  porterCost: number;
  /** Longest line, in quarters of a km of road. */
  farthest: number;
  /** Hexes of ring that porters cross in a row. */
  deepest: number;
}

/** Kilograms a turn of what is given in kilograms a day. */
export function perTurn(game: Game, kgPerDay: number): number {
  return Math.round((kgPerDay * game.data.scenario.turnHours) / 24);
}

/** The tables of a game, built at the first call. */
export function waysOf(game: Game): Ways {
  const kept = game.scratch['supplyWays'] as Ways | undefined;
  if (kept) return kept;
  const rules = game.rules.supply;
  const deepest = Math.max(1, Math.floor(rules.porterKm / game.hexKm));
  const portered = buildPortered(game, deepest);
  const porterCost = Math.max(1, Math.round(rules.porterCost * game.hexKm));
  const ways: Ways = {
    links: GROUNDS.map((_, ground) => buildLinks(game, ground, portered, porterCost)),
    portered,
    porterCost,
    farthest: Math.max(rules.farthest, porterCost * 8),
    deepest,
  };
  game.scratch['supplyWays'] = ways;
  return ways;
}

function buildPortered(game: Game, deepest: number): Uint8Array {
  const portered = new Uint8Array(game.size);
  let edge: number[] = [];
  const start = (hex: number): void => {
    if (portered[hex] === 0) edge.push(hex);
    portered[hex] = 1;
  };
  for (let hex = 0; hex < game.size; hex++) if ((game.roadAt[hex] as number) > 0) start(hex);
  for (const depot of game.depots) start(depot.hex);
  for (let far = 0; far < deepest; far++) {
    const last = edge;
    edge = [];
    for (const hex of last) {
      for (let d = 0; d < 6; d++) {
        const near = game.neighbours[hex * 6 + d] as number;
        if (near >= 0) start(near);
      }
    }
  }
  return portered;
}

function buildLinks(game: Game, ground: number, portered: Uint8Array, porterCost: number): Links {
  const steps = game.size * 6;
  const links: Links = {
    cost: new Int32Array(steps),
    kg: new Int32Array(steps),
    cause: new Uint8Array(steps),
    steps: new Int32Array(steps),
  };
  const foot = game.march[MOBILITIES.indexOf('foot') * GROUNDS.length + ground] as Game['march'][number];
  const rules = game.rules.supply;
  const name = GROUNDS[ground] as (typeof GROUNDS)[number];
  const roadShare = { dry: 100, wet: rules.roadWet, mud: rules.roadMud }[name];
  const trackShare = { dry: 100, wet: rules.trackWet, mud: rules.trackMud }[name];
  for (let step = 0; step < steps; step++) {
    const to = game.neighbours[step] as number;
    if (to < 0) continue;
    // A road without a bridge or ferry ends at the river for carts; porters wade or are rowed over.
    const crossed = game.river[step] === 0 || (game.crossing[step] as number) > 0;
    const road = crossed ? (game.road[step] as number) : 0;
    if (road === 0) {
      if (portered[to] === 0 || (foot.open[step] as number) >= IMPASSABLE) continue;
      links.cost[step] = porterCost;
      links.kg[step] = perTurn(game, rules.porterKg);
      links.cause[step] = PORTER;
      continue;
    }
    links.cost[step] = Math.max(1, Math.round((road === 2 ? rules.roadCost : rules.trackCost) * game.hexKm));
    const kg = road === 2 ? (rules.roadKg * roadShare) / 100 : (rules.trackKg * trackShare) / 100;
    const ferried = game.river[step] !== 0 && game.crossing[step] === 2 && rules.ferryKg < kg;
    links.kg[step] = perTurn(game, ferried ? rules.ferryKg : kg);
    links.cause[step] = ferried ? FERRY : road === 2 ? ROAD : TRACK;
  }
  for (let step = 0; step < steps; step++)
    if ((links.cost[step] as number) > 0)
      links.steps[step] = ((game.neighbours[step] as number) << 16) | (links.cost[step] as number);
  return links;
}
