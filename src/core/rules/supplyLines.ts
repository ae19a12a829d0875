/**
 * Rulebook 8.4-8.6: the lines of supply of a side. One search for the cheapest way runs outward from all its depots; what
 * leads through the enemy's ring is looked at only when units are left without a line. Works in scratch memory and
 * stops as soon as every unit of the side is reached.
 */
import { type Game, hexside } from '../game.ts';
import type { Position } from '../position.ts';
import { type GameState, UNIT_ON_MAP } from '../state.ts';
import { forages } from './forage.ts';
import { sortiesOver } from './supplyFire.ts';
import { type Obstacles, obstaclesTo } from './supplyObstacles.ts';
import { type Search, type SupplyLines, searchOf } from './supplySearch.ts';
import { BROKEN, FIRE, INTERDICTION, type Links, PORTER, perTurn, RAID, type Ways, waysOf, ZOC } from './supplyWays.ts';

/** What the search leaves out, to find what cuts a line: `open` the enemy, `mended` the demolitions. */
interface LineOptions {
  /** Stop at this hex instead of at the units of the side. */
  target?: number;
  open?: boolean;
  mended?: boolean;
  /** What `obstaclesTo` has found for the side, where nothing has changed since; looked up where it is left out. */
  obstacles?: Obstacles | undefined;
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
  const obstacles = options.obstacles ?? obstaclesTo(game, state, pos, side, options.open);
  search.barred = obstacles.barred;
  search.fire = obstacles.fire;
  search.raided = obstacles.raided;
  search.interdicted = obstacles.interdicted;
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
  const { farthest } = ways;
  const { steps } = links;
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
        const word = steps[step] as number;
        if (word === 0) continue;
        const to = word >>> 16;
        const known = cost[to] as number;
        if (known >= 0 && (known <= price || (leaking && leaks[to] === 0))) continue;
        const bar = barred[to] as number;
        if (bar > 0) {
          if (bar === 3) continue;
          if (leaking) leak(game, search, ways, step);
          else search.ring.push(step);
          continue;
        }
        let total = price + (word & 0xffff);
        if (!whole && pos.broken[hexside(game, hex, d)] === 1)
          total = price + (ways.portered[to] === 1 ? ways.porterCost : farthest + 1);
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
    kg = perTurn(game, game.rules.supply.leakKg);
    cause = bar === 2 ? ZOC : PORTER;
  } else {
    const broken = pos.broken[hexside(game, search.from[to] as number, step % 6)] === 1;
    if (broken) {
      kg = Math.min(kg, perTurn(game, game.rules.supply.porterKg));
      cause = BROKEN;
    }
    const raided = search.raided[to] === 1;
    if (raided) {
      kg = Math.floor(kg / 2);
      if (!broken) cause = RAID;
    }
    const fired = search.fire[to] === 1;
    if (fired) {
      kg = Math.floor(kg / 2);
      if (!broken && !raided) cause = FIRE;
    }
    if (search.interdicted[to] === 1) {
      const sorties = sortiesOver(game, state, to, side);
      kg = Math.floor((kg * 10) / (10 + sorties));
      // The one that takes more is named: fire takes half, and so do ten sorties.
      if (!broken && sorties > 0 && ((!fired && !raided) || sorties > 10)) cause = INTERDICTION;
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
