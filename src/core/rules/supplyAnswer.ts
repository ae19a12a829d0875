/** Rulebook 8.9: why a unit is, or is not, supplied; and the lines of a side for an overlay. Both leave the state alone. */
import type { Game } from '../game.ts';
import { type Position, position } from '../position.ts';
import { type GameState, type ReadonlyState, SUPPLY_CUT, SUPPLY_FULL, SUPPLY_LEAK, UNIT_ON_MAP } from '../state.ts';
import { convoyTo } from './convoys.ts';
import { openDepots } from './depots.ts';
import { forages } from './forage.ts';
import { type Ration, ration } from './ration.ts';
import { findLines } from './supplyLines.ts';
import { onlyIrregulars, ringAt } from './supplyObstacles.ts';
import type { SupplyLines } from './supplySearch.ts';
import { LINK_CAUSES, type LinkCause } from './supplyWays.ts';
import { exertsZoc, zocCrosses } from './zoc.ts';

export interface SupplyAnswer {
  /** SUPPLY_CUT .. SUPPLY_FULL in a supply phase that came now. */
  status: number;
  /** Hexes from the unit to its depot; empty when there is no line, and for irregulars, who need none. */
  path: number[];
  /** Index of the depot, -1 without a line. */
  depot: number;
  depotName: string;
  /** kg a day that the narrowest link of the line carries for all units together; the depot's stock for a unit in the depot. */
  throughput: number;
  /** The narrowest link, by the hex it leads into on the way to the unit; or a depot that has run out. */
  bottleneck: { hex: number; kg: number; cause: LinkCause } | null;
  /** Where the line that would be best without the enemy is cut, nearest to the unit. */
  cut: { hex: number; cause: 'enemy-unit' | 'zoc' | 'enemy-hex' | 'distance' | 'broken'; by: number } | null;
}

export interface SupplyNetwork {
  /** Links in use, depot outwards: from and to, kg a day it carries, kg a day asked of it, what limits it. */
  links: { from: number; to: number; kg: number; load: number; cause: LinkCause; leaks: boolean }[];
  /** Depots drawn on: index, hex, and whether they run short. */
  depots: { depot: number; hex: number; short: boolean }[];
  /** Convoys between depots (8.11): path from the receiving depot back, kg a day asked for and got. */
  convoys: { from: number; to: number; path: number[]; asked: number; kg: number; cause: LinkCause | null }[];
  /** Units without a line, ascending. */
  cut: number[];
}

function perDay(game: Game, kgPerTurn: number): number {
  return Math.round((kgPerTurn * 24) / game.data.scenario.turnHours);
}

/** 8.9: how a unit would be supplied if the supply phase came now, as the state (or a view of it) shows the enemy. */
export function explainSupply(game: Game, readonly: ReadonlyState, unit: number): SupplyAnswer {
  const state = readonly as GameState;
  const answer: SupplyAnswer = {
    status: SUPPLY_CUT,
    path: [],
    depot: -1,
    depotName: '',
    throughput: 0,
    bottleneck: null,
    cut: null,
  };
  const now = state.units[unit] as GameState['units'][number];
  if (now.status !== UNIT_ON_MAP || now.hex < 0) return answer;
  if (forages(game, unit)) return { ...answer, status: SUPPLY_FULL };
  const { side } = game.units[unit] as Game['units'][number];
  const pos = position(game, state, -1);
  const shares = ration(game, state, pos, side);
  answer.status = shares.status[unit] as number;
  if ((shares.lines.cost[now.hex] as number) >= 0) describeLine(game, state, shares, unit, answer);
  if (answer.status <= SUPPLY_LEAK) answer.cut = findCut(game, state, pos, side, now.hex);
  return answer;
}

function describeLine(game: Game, state: GameState, shares: Ration, unit: number, answer: SupplyAnswer): void {
  const { lines } = shares;
  const { hex } = state.units[unit] as GameState['units'][number];
  answer.path = pathOf(lines, hex);
  answer.depot = lines.depot[hex] as number;
  answer.depotName = game.data.scenario.supplySources[answer.depot]?.name ?? '';
  let narrow = -1;
  for (const at of answer.path)
    if ((lines.from[at] as number) >= 0 && (narrow < 0 || (lines.kg[at] as number) <= (lines.kg[narrow] as number)))
      narrow = at;
  const depot = state.depots[answer.depot] as GameState['depots'][number];
  const stock = depot.food + depot.ammo + depot.fuel;
  answer.throughput = narrow < 0 ? stock : perDay(game, lines.kg[narrow] as number);
  if (answer.status < SUPPLY_FULL && (shares.short[answer.depot] as number) > 0) {
    answer.bottleneck = { hex: answer.path[answer.path.length - 1] as number, kg: stock, cause: 'stock' };
  } else if (narrow >= 0) {
    const cause = LINK_CAUSES[lines.cause[narrow] as number] as LinkCause;
    answer.bottleneck = { hex: narrow, kg: answer.throughput, cause };
  }
}

function pathOf(lines: SupplyLines, hex: number): number[] {
  const path: number[] = [];
  for (let at = hex; at >= 0; at = lines.from[at] as number) path.push(at);
  return path;
}

/** 8.9: follows the line that would be best without the enemy from the unit towards the depot, to the first block. */
function findCut(game: Game, state: GameState, pos: Position, side: number, hex: number): SupplyAnswer['cut'] {
  const own: number[] = [];
  game.depots.forEach((depot, i) => {
    if (depot.side === side) own.push(i);
  });
  const held = openDepots(game, state, pos, side);
  // A side that has lost all its depots is cut at the depot.
  const sources = held.length > 0 ? held : own;
  let lines = findLines(game, state, pos, side, sources, { target: hex, open: true });
  if ((lines.cost[hex] as number) < 0) {
    lines = findLines(game, state, pos, side, sources, { target: hex, open: true, mended: true });
    if ((lines.cost[hex] as number) < 0) return { hex, cause: 'distance', by: -1 };
    return { hex: brokenHex(game, pos, pathOf(lines, hex)), cause: 'broken', by: -1 };
  }
  const path = pathOf(lines, hex).slice(1);
  const manned = (at: number): boolean => pos.side[at] === 1 - side && !onlyIrregulars(game, pos, at);
  const blocked = (at: number): boolean => manned(at) || ringAt(state, pos, at, side) > 0;
  const start = path.findIndex(blocked);
  if (start < 0) return { hex, cause: 'distance', by: -1 };
  for (let i = start; i < path.length && blocked(path[i] as number); i++) {
    const at = path[i] as number;
    if (manned(at)) return { hex: at, cause: 'enemy-unit', by: pos.first[at] as number };
  }
  const at = path[start] as number;
  if (ringAt(state, pos, at, side) === 2) return { hex: at, cause: 'zoc', by: watcher(game, state, pos, at, side) };
  return { hex: at, cause: 'enemy-hex', by: -1 };
}

/** The enemy unit whose zone of control covers a hex. */
function watcher(game: Game, state: GameState, pos: Position, hex: number, side: number): number {
  for (let d = 0; d < 6; d++) {
    const near = game.neighbours[hex * 6 + d] as number;
    if (near < 0 || pos.side[near] !== 1 - side || !zocCrosses(game, hex, d)) continue;
    for (let i = pos.first[near] as number; i >= 0; i = pos.next[i] as number) if (exertsZoc(game, state, i)) return i;
  }
  return -1;
}

/** The first hex of a path behind a demolished link, as seen from the unit. */
function brokenHex(game: Game, pos: Position, path: readonly number[]): number {
  for (let i = 0; i + 1 < path.length; i++) {
    for (let d = 0; d < 6; d++) {
      if (game.neighbours[(path[i] as number) * 6 + d] !== path[i + 1]) continue;
      const link = d < 3 ? (path[i] as number) * 3 + d : (path[i + 1] as number) * 3 + d - 3;
      if (pos.broken[link] === 1) return path[i + 1] as number;
    }
  }
  return path[0] as number;
}

/** 8.9: the lines that the units of a side draw on, with their loads, as a supply phase now would have them. */
export function supplyNetwork(game: Game, readonly: ReadonlyState, side: number): SupplyNetwork {
  const state = readonly as GameState;
  const network: SupplyNetwork = { links: [], depots: [], convoys: convoysOf(game, state, side), cut: [] };
  const shares = ration(game, state, position(game, state, -1), side);
  const { lines } = shares;
  const drawn = new Set<number>();
  const used = new Set<number>();
  for (const index of game.bySide[side] as number[]) {
    const unit = state.units[index] as GameState['units'][number];
    if (unit.status !== UNIT_ON_MAP || unit.hex < 0 || forages(game, index)) continue;
    if ((lines.cost[unit.hex] as number) < 0) {
      network.cut.push(index);
      continue;
    }
    used.add(lines.depot[unit.hex] as number);
    for (let at = unit.hex; (lines.from[at] as number) >= 0 && !drawn.has(at); at = lines.from[at] as number)
      drawn.add(at);
  }
  const hexes = [...drawn].sort((a, b) => (lines.cost[a] as number) - (lines.cost[b] as number) || a - b);
  for (const to of hexes) {
    const kg = lines.kg[to] as number;
    network.links.push({
      from: lines.from[to] as number,
      to,
      kg: perDay(game, kg),
      load: perDay(game, kg - (lines.left[to] as number)),
      cause: LINK_CAUSES[lines.cause[to] as number] as LinkCause,
      leaks: lines.leaks[to] === 1,
    });
  }
  for (const depot of [...used].sort((a, b) => a - b)) {
    const { hex } = game.depots[depot] as Game['depots'][number];
    network.depots.push({ depot, hex, short: (shares.short[depot] as number) > 0 });
  }
  return network;
}

/** 8.11: the convoys of a side as they would run now. */
function convoysOf(game: Game, state: GameState, side: number): SupplyNetwork['convoys'] {
  const pos = position(game, state, -1);
  return game.depots.flatMap((depot, to) => {
    const convoy = depot.side === side ? convoyTo(game, state, pos, to) : null;
    if (!convoy) return [];
    const { from, path, asked, food, ammo, fuel, cause } = convoy;
    return [{ from, to, path, asked: perDay(game, asked), kg: perDay(game, food + ammo + fuel), cause }];
  });
}
