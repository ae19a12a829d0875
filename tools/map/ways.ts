import { hexsideOf } from '../../src/core/hex.ts';
import type { Waypoint } from './config.ts';
import { distanceKm, type Grid, type Point } from './grid.ts';
import { cheapestPath, type Lattice, smoothLine } from './lattice.ts';
import type { RiverNet } from './rivers.ts';

/** What draws a way off the straight line. */
export interface WayKind {
  /** Weight of grades: 1 for a road. */
  steepness: number;
  /** Part of the cost of a new way that is paid where there is one of the kind already. */
  shared: number;
  /** Extra km that it goes round rather than cross a river of a class. */
  detourKm: { stream: number; river: number; major: number };
}

/** A way through its stops: the hexes it passes and the line to draw, km of the map plane. */
export interface Way {
  hexes: number[];
  line: Point[];
}

/** Lays ways of a kind over a map, each by the cheapest line; later ones join earlier ones where that is cheaper. */
export type WayLayer = (via: readonly Waypoint[]) => Way;

/** A place the way goes through: a node of the lattice, its hex, and the exact point to draw. */
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

/** The river between two neighbouring hexes. */
export function riverBetween(grid: Grid, net: RiverNet, a: number, b: number) {
  for (let direction = 0; direction < 6; direction++) {
    if (grid.neighbour(a, direction) === b) return net.sides.get(hexsideOf(grid.cols, grid.rows, a, direction));
  }
  return undefined;
}

/** The hexes a way goes through, without corners it only clips. */
function hexChain(grid: Grid, hexes: readonly number[], stops: ReadonlySet<number>, net: RiverNet): number[] {
  const adjacent = (a: number, b: number): boolean =>
    [0, 1, 2, 3, 4, 5].some((direction) => grid.neighbour(a, direction) === b);
  const wet = (a: number, b: number): boolean => riverBetween(grid, net, a, b) !== undefined;
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

/** Makes the layer of a kind of way. */
export function wayLayer(
  grid: Grid,
  lattice: Lattice,
  net: RiverNet,
  kind: WayKind,
  pointOfPlace: (id: string) => Point,
): WayLayer {
  const nodes = lattice.cols * lattice.rows;
  const hexOfNode = Int32Array.from({ length: nodes }, (_, node) => grid.hexAt(lattice.point(node)));
  const builtNodes = new Uint8Array(nodes);

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
  const cost = (from: number, to: number, km: number): number => {
    const here = hexOfNode[from] as number;
    const there = hexOfNode[to] as number;
    if (here < 0 || there < 0) return Infinity;
    const climb = Math.abs((lattice.metres[to] as number) - (lattice.metres[from] as number));
    const grade = climb / (10 * km);
    const built = builtNodes[from] === 1 && builtNodes[to] === 1 ? kind.shared : 1;
    const river = here === there ? undefined : riverBetween(grid, net, here, there);
    const steep = (grade * 0.12 + grade * grade * 0.06) * kind.steepness;
    return Math.round(1000 * (km * built * (1 + steep) + (river ? kind.detourKm[river.class] : 0)));
  };

  return (via) => {
    const stops = via.map(stopAt);
    const path: number[] = [];
    const drawn: Point[][] = [];
    for (const [index, stop] of stops.entries()) {
      const next = stops[index + 1];
      if (!next) break;
      const leg = cheapestPath(lattice, stop.node, next.node, cost);
      path.push(...leg);
      drawn.push([stop.point, ...leg.slice(1, -1).map(lattice.point), next.point]);
    }
    for (const node of path) builtNodes[node] = 1;
    const passed = path.map((node) => hexOfNode[node] as number);
    const hexes = hexChain(grid, passed, new Set(stops.map(({ hex }) => hex)), net);
    return { hexes, line: drawn.flatMap((leg) => smoothLine(leg, 3)) };
  };
}
