import { hexsideOf } from '../../src/core/hex.ts';
import type { MapData } from '../../src/core/scenario.ts';
import type { CrossingConfig, RoadConfig, Waypoint } from './config.ts';
import { distanceKm, type Grid, type Point } from './grid.ts';
import { cheapestPath, type Lattice, lengthKm, smoothLine, thinLine } from './lattice.ts';
import type { DrawnLine, RiverNet } from './rivers.ts';

export interface RoadNet {
  roads: MapData['roads'];
  bridges: MapData['bridges'];
  lines: DrawnLine[];
  /** Length along the drawn line, km, by road. */
  lengths: Map<string, number>;
}

/** Extra km that a road goes round rather than cross a river of a class. */
const DETOUR_KM = { stream: 1, river: 6, major: 15 };

/** Part of the cost of new road that a road pays where there is one already. */
const SHARED = 0.85;

/** A place the road goes through: a node of the lattice, its hex, and the exact point to draw. */
interface Stop {
  node: number;
  hex: number;
  point: Point;
}

/** Nodes of a path that follow each other in one hex. */
interface Run {
  hex: number;
  nodes: number;
}

/** The hexes a road goes through, without corners it only clips. */
function hexChain(grid: Grid, hexes: readonly number[], stops: ReadonlySet<number>, net: RiverNet): number[] {
  const adjacent = (a: number, b: number): boolean =>
    [0, 1, 2, 3, 4, 5].some((direction) => grid.neighbour(a, direction) === b);
  const wet = (a: number, b: number): boolean =>
    [0, 1, 2, 3, 4, 5].some(
      (direction) => grid.neighbour(a, direction) === b && net.sides.has(hexsideOf(grid.cols, grid.rows, a, direction)),
    );
  let runs: Run[] = [];
  for (const hex of hexes) {
    const last = runs.at(-1);
    if (last?.hex === hex) last.nodes++;
    else runs.push({ hex, nodes: 1 });
  }
  for (let shortest = 1; shortest <= 2; shortest++) {
    for (let at = 1; at + 1 < runs.length; at++) {
      const [before, here, after] = runs.slice(at - 1, at + 2) as [Run, Run, Run];
      if (here.nodes > shortest || stops.has(here.hex)) continue;
      if (before.hex === after.hex) {
        before.nodes += here.nodes + after.nodes;
        runs.splice(at, 2);
        at = Math.max(0, at - 2);
        continue;
      }
      const crossings = Number(wet(before.hex, here.hex)) + Number(wet(here.hex, after.hex));
      if (!adjacent(before.hex, after.hex) || Number(wet(before.hex, after.hex)) > crossings) continue;
      runs.splice(at, 1);
      at = Math.max(0, at - 2);
    }
  }
  for (let at = 0; at < runs.length; at++) {
    const again = runs.findLastIndex(({ hex }) => hex === runs[at]?.hex);
    const loop = runs.slice(at + 1, again);
    if (again > at && !loop.some(({ hex }) => stops.has(hex))) runs = [...runs.slice(0, at), ...runs.slice(again)];
  }
  return runs.map(({ hex }) => hex);
}

/** Lays all roads of a map in their order; later ones join earlier ones where that is cheaper. */
export function layRoads(
  grid: Grid,
  lattice: Lattice,
  net: RiverNet,
  configs: readonly RoadConfig[],
  named: readonly CrossingConfig[],
  pointOfPlace: (id: string) => Point,
): RoadNet {
  const nodes = lattice.cols * lattice.rows;
  const hexOfNode = Int32Array.from({ length: nodes }, (_, node) => grid.hexAt(lattice.point(node)));
  const roadNodes = new Uint8Array(nodes);

  const nodeIn = (hex: number, point: Point): number => {
    let best = -1;
    let bestKm = Infinity;
    for (let node = 0; node < nodes; node++) {
      if (hexOfNode[node] !== hex) continue;
      const km = distanceKm(lattice.point(node), point);
      if (km < bestKm) {
        best = node;
        bestKm = km;
      }
    }
    return best;
  };
  const stopAt = (waypoint: Waypoint): Stop => {
    const point = typeof waypoint === 'string' ? pointOfPlace(waypoint) : grid.toPlane(...waypoint);
    const hex = grid.hexAt(point);
    if (hex >= 0) return { node: nodeIn(hex, point), hex, point };
    const edge = grid.nearestHex(point);
    return { node: nodeIn(edge, grid.centre(edge)), hex: edge, point: grid.centre(edge) };
  };
  const riverBetween = (a: number, b: number) => {
    for (let direction = 0; direction < 6; direction++) {
      if (grid.neighbour(a, direction) === b) return net.sides.get(hexsideOf(grid.cols, grid.rows, a, direction));
    }
    return undefined;
  };
  const cost = (from: number, to: number, km: number): number => {
    const here = hexOfNode[from] as number;
    const there = hexOfNode[to] as number;
    if (here < 0 || there < 0) return Infinity;
    const climb = Math.abs((lattice.metres[to] as number) - (lattice.metres[from] as number));
    const grade = climb / (10 * km);
    const built = roadNodes[from] === 1 && roadNodes[to] === 1 ? SHARED : 1;
    const river = here === there ? undefined : riverBetween(here, there);
    return Math.round(
      1000 * (km * built * (1 + grade * 0.12 + grade * grade * 0.06) + (river ? DETOUR_KM[river.class] : 0)),
    );
  };

  const out: RoadNet = { roads: [], bridges: [], lines: [], lengths: new Map() };
  const crossed = new Set<number>();
  for (const road of configs) {
    const stops = road.via.map(stopAt);
    const path: number[] = [];
    const drawn: Point[][] = [];
    for (const [index, stop] of stops.entries()) {
      const next = stops[index + 1];
      if (!next) break;
      const leg = cheapestPath(lattice, stop.node, next.node, cost);
      path.push(...leg);
      drawn.push([stop.point, ...leg.slice(1, -1).map(lattice.point), next.point]);
    }
    for (const node of path) roadNodes[node] = 1;
    const line = drawn.flatMap((leg) => smoothLine(leg, 3));
    const stopHexes = new Set(stops.map(({ hex }) => hex));
    const hexes = hexChain(
      grid,
      path.map((node) => hexOfNode[node] as number),
      stopHexes,
      net,
    );
    for (const [index, hex] of hexes.entries()) {
      const next = hexes[index + 1];
      const river = next === undefined ? undefined : riverBetween(hex, next);
      if (!river || next === undefined || (road.fords && river.class === 'stream')) continue;
      const direction = [0, 1, 2, 3, 4, 5].findIndex((way) => grid.neighbour(hex, way) === next);
      crossed.add(hexsideOf(grid.cols, grid.rows, hex, direction));
    }
    out.roads.push({
      id: road.id,
      name: road.name,
      class: road.class,
      hexes: hexes.map(grid.format),
      source: road.source,
      ...(road.estimated === undefined ? {} : { estimated: road.estimated }),
      ...(road.note === undefined ? {} : { note: road.note }),
    });
    out.lines.push({ name: road.name, class: road.class, points: thinLine(line, 0.04) });
    out.lengths.set(road.id, lengthKm(line));
  }
  out.bridges = crossings(
    grid,
    net,
    [...crossed].sort((a, b) => a - b),
    named,
  );
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
    if (nearest === undefined || off(nearest) > 4) throw new Error(`no road crosses a river near ${crossing.id}`);
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
