/** Reachable hexes of every unit on the map: our `reach` against the same search on a honeycomb-grid of the same map. */
import type { Game } from '../../core/game.ts';
import { reach } from '../../core/rules/movement.ts';
import { GROUNDS } from '../../core/scenario.ts';
import { type GameState, UNIT_ON_MAP } from '../../core/state.ts';
import { IMPASSABLE } from '../../core/terrain.ts';
import { type Comparison, rate, tryImport } from './measure.ts';

type Honeycomb = typeof import('honeycomb-grid');

/** Directions E, SE, SW, W, NW, NE in honeycomb's numbering (clockwise from north). */
const COMPASS = [2, 3, 5, 6, 7, 1];

export async function benchReach(game: Game, state: GameState): Promise<Comparison> {
  const units = state.units.flatMap((unit, i) => (unit.status === UNIT_ON_MAP && unit.minutes > 0 ? [i] : []));
  let oursFound = 0;
  for (const unit of units) oursFound += reach(game, state, unit, 'march').order.length;
  const ours = rate(() => {
    for (const unit of units) reach(game, state, unit, 'march');
    return units.length;
  });
  const honeycomb = await tryImport(() => import('honeycomb-grid'));
  const search = honeycomb ? honeycombSearch(honeycomb, game, state) : null;
  let theirsFound = 0;
  if (search) for (const unit of units) theirsFound += search(unit);
  const theirs = search
    ? rate(() => {
        for (const unit of units) search(unit);
        return units.length;
      })
    : null;
  const mean = (found: number): string => (found / units.length).toFixed(0);
  return {
    what: 'reachable hexes of a unit',
    unit: 'searches/s',
    ours,
    theirs,
    peer: 'honeycomb-grid',
    note:
      `${units.length} units, ${game.cols}x${game.rows} hexes; ${mean(oursFound)} hexes found a search with zones of ` +
      `control and supply of fuel, ${mean(theirsFound)} on the grid without them`,
  };
}

/** Dijkstra over the grid's own neighbours with the costs of our march table, which spares it all other rules. */
function honeycombSearch(honeycomb: Honeycomb, game: Game, state: GameState): (unit: number) => number {
  const { defineHex, Grid, rectangle } = honeycomb;
  const Hex = defineHex();
  const grid = new Grid(Hex, rectangle({ width: game.cols, height: game.rows }));
  type Cell = InstanceType<typeof Hex>;
  return (unit) => {
    const info = game.units[unit] as Game['units'][number];
    const now = state.units[unit] as GameState['units'][number];
    const costs = (game.march[info.mobility * GROUNDS.length + state.ground] as Game['march'][number]).open;
    const row = Math.floor(now.hex / game.cols);
    const start = grid.getHex({ col: now.hex - row * game.cols, row }) as Cell;
    const minutes = new Map<Cell, number>([[start, 0]]);
    const buckets: Cell[][] = [[start]];
    for (let time = 0; time <= now.minutes; time++) {
      for (const hex of buckets[time] ?? []) {
        if (minutes.get(hex) !== time) continue;
        for (let d = 0; d < 6; d++) {
          const cost = costs[(hex.row * game.cols + hex.col) * 6 + d] as number;
          const total = time + cost;
          if (cost >= IMPASSABLE || total > now.minutes) continue;
          const next = grid.neighborOf(hex, COMPASS[d] as number, { allowOutside: false });
          if (!next || total >= (minutes.get(next) ?? Number.POSITIVE_INFINITY)) continue;
          minutes.set(next, total);
          const bucket = buckets[total];
          if (bucket) bucket.push(next);
          else buckets[total] = [next];
        }
      }
    }
    return minutes.size;
  };
}
