import type { MapData, RiverClass } from '../../src/core/scenario.ts';
import type { DraftedRiver, MapConfig, RiverLines, SurveyedRiver } from './config.ts';
import { distanceKm, type Grid, layGrid, type Point } from './grid.ts';
import { type Banks, type Chain, hexesOf, joinRivers, placeOnLine, traceLine } from './hexsides.ts';
import { cheapestPath, type Lattice, smoothLine, thinLine } from './lattice.ts';

/** A line to draw, km of the map plane. */
export interface DrawnLine {
  name: string;
  class: string;
  points: Point[];
}

export interface RiverNet {
  /** By hexside of the map (`hex * 3 + direction`). */
  sides: Map<number, { class: RiverClass; name: string }>;
  lines: DrawnLine[];
}

/** Hexes round the map on which rivers are traced as well, so that a line may leave the map and come back. Even. */
const MARGIN = 4;

/** Cost of the way of a stream: its length, more on higher ground, and much more uphill. */
function streamCost(lattice: Lattice): (from: number, to: number, km: number) => number {
  return (from, to, km) => {
    const here = lattice.metres[from] as number;
    const there = lattice.metres[to] as number;
    return Math.round(1000 * km * (1 + Math.max(0, there - 60) / 80)) + 60 * Math.max(0, there - here);
  };
}

/** Draws a stream along the valleys through its points. */
function draftLine(grid: Grid, lattice: Lattice, via: readonly [number, number][]): Point[] {
  const cost = streamCost(lattice);
  const nodes = via.map(([lon, lat]) => lattice.nodeAt(grid.toPlane(lon, lat)));
  const path = nodes.flatMap((node, index) => {
    const next = nodes[index + 1];
    return next === undefined ? [node] : cheapestPath(lattice, node, next, cost).slice(0, -1);
  });
  return smoothLine(path.map(lattice.point), 2);
}

interface Stretch {
  name: string;
  class: RiverClass;
  /** Index of the last point of the line that belongs to it. */
  last: number;
}

function stretches(grid: Grid, line: readonly Point[], parts: SurveyedRiver['parts']): Stretch[] {
  return parts.map(({ name, class: kind, to }) => {
    let last = line.length - 1;
    if (to) {
      const end = grid.toPlane(...to);
      const off = (index: number): number => distanceKm(line[index] as Point, end);
      last = 0;
      for (let index = 1; index < line.length; index++) if (off(index) < off(last)) last = index;
    }
    return { name, class: kind, last };
  });
}

/** Traces all rivers of a map: those of the source data first, then the drafted ones, each into what is there. */
export function traceRivers(
  grid: Grid,
  lattice: Lattice,
  config: MapConfig,
  source: RiverLines,
  hexOfPlace: (id: string) => number,
): RiverNet {
  const wide = layGrid({ ...config, cols: grid.cols + 2 * MARGIN, rows: grid.rows + 2 * MARGIN });
  const shift = ([x, y]: Point): Point => [x + MARGIN * grid.hexKm, y + MARGIN * grid.rowKm];
  const widen = (hex: number): number =>
    (Math.floor(hex / grid.cols) + MARGIN) * wide.cols + (hex % grid.cols) + MARGIN;
  const narrow = (hex: number): number => {
    const col = (hex % wide.cols) - MARGIN;
    const row = Math.floor(hex / wide.cols) - MARGIN;
    return col >= 0 && col < grid.cols && row >= 0 && row < grid.rows ? row * grid.cols + col : -1;
  };
  const banksOf = ({ left = [], right = [] }: { left?: string[]; right?: string[] }): Banks => ({
    left: left.map((id) => widen(hexOfPlace(id))),
    right: right.map((id) => widen(hexOfPlace(id))),
  });

  const net: RiverNet = { sides: new Map(), lines: [] };
  const corners = new Set<string>();
  const lay = (line: Point[], river: SurveyedRiver | DraftedRiver, parts: Stretch[]): void => {
    const wideLine = line.map(shift);
    const chains = traceLine(wide, wideLine, banksOf(river)).map((chain): Chain => {
      const through = 'line' in river ? !river.joins : river.leaves;
      return through ? chain : joinRivers(wide, chain, corners);
    });
    for (const chain of chains) {
      for (const corner of chain.corners) corners.add(corner);
      for (const side of chain.sides) {
        const [a, b] = hexesOf(wide, side).map(narrow) as [number, number];
        const at = placeOnLine(wide, wideLine, side);
        const part = parts.find(({ last }) => at <= last) as Stretch;
        if (a >= 0 && b >= 0) net.sides.set(a * 3 + (side % 3), { class: part.class, name: part.name });
      }
    }
    let first = 0;
    for (const { name, class: kind, last } of parts) {
      net.lines.push({ name, class: kind, points: thinLine(line.slice(first, last + 1), 0.02 * grid.hexKm) });
      first = last;
    }
  };

  for (const river of config.surveyed) {
    const feature = source.features.find(({ properties }) => properties.id === river.line);
    if (!feature) throw new Error(`rivers.geojson has no line ${river.line}`);
    const line = feature.geometry.coordinates.map(([lon, lat]) => grid.toPlane(lon, lat));
    lay(line, river, stretches(grid, line, river.parts));
  }
  for (const river of config.drafted) {
    const line = draftLine(grid, lattice, river.via);
    lay(line, river, [{ name: river.name, class: river.class, last: line.length - 1 }]);
  }
  return net;
}

/** River hexsides as `map.json` lists them, by hexside. */
export function riverList(grid: Grid, net: RiverNet): MapData['rivers'] {
  return [...net.sides]
    .sort(([a], [b]) => a - b)
    .map(([side, { class: kind, name }]) => ({
      hex: grid.format(Math.floor(side / 3)),
      direction: side % 3,
      class: kind,
      ...(name === '' ? {} : { name }),
    }));
}
