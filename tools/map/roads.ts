import { hexsideOf } from '../../src/core/hex.ts';
import type { MapData } from '../../src/core/scenario.ts';
import type { CrossingConfig, RailConfig, RoadConfig } from './config.ts';
import { distanceKm, type Grid, type Point } from './grid.ts';
import { type Lattice, lengthKm, thinLine } from './lattice.ts';
import type { DrawnLine, RiverNet } from './rivers.ts';
import { riverBetween, type WayKind, wayLayer } from './ways.ts';

export interface RoadNet {
  roads: MapData['roads'];
  bridges: MapData['bridges'];
  lines: DrawnLine[];
  /** Length along the drawn line, km, by road. */
  lengths: Map<string, number>;
}

export interface RailNet {
  rails: NonNullable<MapData['rails']>;
  lines: DrawnLine[];
}

const ROAD: WayKind = { steepness: 1, shared: 0.85, detourKm: { stream: 1, river: 6, major: 15 } };
/** Engines climb ill and bridges are built where the line wants them; no line shares the bed of another. */
const RAIL: WayKind = { steepness: 6, shared: 1, detourKm: { stream: 0, river: 2, major: 8 } };

/** Sources and reason of a line, as the map carries them. */
const sourcedOf = ({ source, estimated, note }: RoadConfig | RailConfig) => ({
  source,
  ...(estimated === undefined ? {} : { estimated }),
  ...(note === undefined ? {} : { note }),
});

/** Lays all roads of a map in their order. */
export function layRoads(
  grid: Grid,
  lattice: Lattice,
  net: RiverNet,
  configs: readonly RoadConfig[],
  named: readonly CrossingConfig[],
  pointOfPlace: (id: string) => Point,
): RoadNet {
  const lay = wayLayer(grid, lattice, net, ROAD, pointOfPlace);
  const out: RoadNet = { roads: [], bridges: [], lines: [], lengths: new Map() };
  const crossed = new Set<number>();
  for (const road of configs) {
    const { hexes, line } = lay(road.via);
    for (const [index, hex] of hexes.entries()) {
      const next = hexes[index + 1];
      const river = next === undefined || road.broken ? undefined : riverBetween(grid, net, hex, next);
      if (!river || next === undefined || (road.fords && river.class === 'stream')) continue;
      const direction = [0, 1, 2, 3, 4, 5].findIndex((way) => grid.neighbour(hex, way) === next);
      crossed.add(hexsideOf(grid.cols, grid.rows, hex, direction));
    }
    const { id, name, class: kind } = road;
    out.roads.push({ id, name, class: kind, hexes: hexes.map(grid.format), ...sourcedOf(road) });
    out.lines.push({ name, class: kind, points: thinLine(line, 0.016 * grid.hexKm) });
    out.lengths.set(id, lengthKm(line));
  }
  const sides = [...crossed].sort((a, b) => a - b);
  out.bridges = crossings(grid, net, sides, named);
  return out;
}

/** Lays the railways of a map. */
export function layRails(
  grid: Grid,
  lattice: Lattice,
  net: RiverNet,
  configs: readonly RailConfig[],
  pointOfPlace: (id: string) => Point,
): RailNet {
  const lay = wayLayer(grid, lattice, net, RAIL, pointOfPlace);
  const out: RailNet = { rails: [], lines: [] };
  for (const rail of configs) {
    const { hexes, line } = lay(rail.via);
    out.rails.push({ id: rail.id, name: rail.name, hexes: hexes.map(grid.format), ...sourcedOf(rail) });
    out.lines.push({ name: rail.name, class: 'rail', points: thinLine(line, 0.016 * grid.hexKm) });
  }
  return out;
}

/** Bridges over streams and rivers, ferries over the great ones; the named crossings say what they are themselves. */
function crossings(grid: Grid, net: RiverNet, sides: readonly number[], named: readonly CrossingConfig[]) {
  const middle = (side: number): Point => {
    const [ax, ay] = grid.centre(Math.floor(side / 3));
    const [bx, by] = grid.centre(grid.neighbour(Math.floor(side / 3), side % 3));
    return [(ax + bx) / 2, (ay + by) / 2];
  };
  const nameOf = new Map<number, CrossingConfig>();
  for (const crossing of named) {
    const near = grid.toPlane(...crossing.near);
    const off = (side: number): number => distanceKm(middle(side), near);
    const nearest = [...sides].sort((a, b) => off(a) - off(b))[0];
    if (nearest === undefined || off(nearest) > 1.6 * grid.hexKm)
      throw new Error(`no road crosses a river near ${crossing.id}`);
    if (nameOf.has(nearest)) throw new Error(`${crossing.id} and ${nameOf.get(nearest)?.id} are one crossing`);
    nameOf.set(nearest, crossing);
  }
  return sides.map((side): MapData['bridges'][number] => {
    const hex = grid.format(Math.floor(side / 3));
    const crossing = nameOf.get(side);
    const kind = crossing?.kind ?? (net.sides.get(side)?.class === 'major' ? 'ferry' : 'bridge');
    return {
      id: crossing?.id ?? `${kind}-${hex}-${side % 3}`,
      hex,
      direction: side % 3,
      kind,
      ...(crossing?.name === undefined ? {} : { name: crossing.name }),
    };
  });
}
