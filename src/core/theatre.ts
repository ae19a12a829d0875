/** What a scenario lays over the map, compiled: airfields, army boundaries, railways to be held, ground that counts as home. */
import { membersOf } from './members.ts';
import type { ScenarioData } from './scenario.ts';
import type { SideIndex } from './state.ts';

export interface Theatre {
  airfields: { id: string; hex: number; side: SideIndex }[];
  decisions: { side: SideIndex; from: number; until: number; delay: number }[];
  /** `inside`: 1 for each hex of the zone. */
  boundaries: { side: SideIndex; inside: Uint8Array }[];
  /** Boundaries that bind each unit, by unit. */
  zonesOf: number[][];
  /** Railways as objectives: the hexes, and the hexsides between them. */
  lines: { side: SideIndex; hexes: number[]; hexsides: number[]; pointsPerTurn: number }[];
  /** Hexsides that a railway crosses. */
  railSides: ReadonlySet<number>;
  /** 1 for each hex of the home ground, in the order of `victory.home`. */
  home: { side: SideIndex; inside: Uint8Array }[];
}

interface Ground {
  cols: number;
  rows: number;
  sideIndex: ReadonlyMap<string, SideIndex>;
  at: (hex: string) => number;
  turnOf: (date: string) => number;
  /** The hexside between two adjacent hexes. */
  hexsideBetween: (a: number, b: number) => number;
}

/** Hexes whose centres lie in or on the polygon of the centres of `corners`: 1 for each, by hex. */
export function region(cols: number, rows: number, corners: readonly number[]): Uint8Array {
  const inside = new Uint8Array(cols * rows);
  // Half a hex across is one unit; the rows may be any distance apart, for a stretched polygon holds the same hexes.
  const x = (hex: number): number => 2 * (hex % cols) + (Math.floor(hex / cols) & 1);
  const y = (hex: number): number => Math.floor(hex / cols);
  const columns = corners.map((hex) => hex % cols);
  const rowsOf = corners.map(y);
  const [left, right] = [Math.max(0, Math.min(...columns) - 1), Math.min(cols - 1, Math.max(...columns) + 1)];
  for (let hex = Math.min(...rowsOf) * cols; hex < (Math.max(...rowsOf) + 1) * cols; hex++) {
    if (hex % cols < left || hex % cols > right) continue;
    const px = x(hex);
    const py = y(hex);
    let odd = false;
    let on = false;
    for (let i = 0; i < corners.length; i++) {
      const a = corners[i] as number;
      const b = corners[(i + 1) % corners.length] as number;
      const [ax, ay, bx, by] = [x(a), y(a), x(b), y(b)];
      const cross = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
      const between =
        px >= Math.min(ax, bx) && px <= Math.max(ax, bx) && py >= Math.min(ay, by) && py <= Math.max(ay, by);
      if (cross === 0 && between) on = true;
      if (ay > py !== by > py && cross > 0 === by > ay) odd = !odd;
    }
    if (odd || on) inside[hex] = 1;
  }
  return inside;
}

/** Compiles what `src/scenario` has checked. */
export function buildTheatre(data: ScenarioData, ground: Ground): Theatre {
  const { scenario, map, oob } = data;
  const { cols, rows, at, turnOf } = ground;
  const side = (id: string): SideIndex => ground.sideIndex.get(id) as SideIndex;
  const placeHex = (id: string): number => at(map.places.find((place) => place.id === id)?.hex ?? '');
  const zone = (corners: readonly string[]): Uint8Array => region(cols, rows, corners.map(at));
  const sidesOf = (hexes: readonly number[]): number[] =>
    hexes.slice(1).map((hex, i) => ground.hexsideBetween(hexes[i] as number, hex));
  const boundaries = scenario.boundaries ?? [];
  const zonesOf: number[][] = oob.units.map(() => []);
  boundaries.forEach((boundary, i) => {
    for (const unit of membersOf(data, boundary.formation)) (zonesOf[unit] as number[]).push(i);
  });
  return {
    airfields: (scenario.airfields ?? []).map((field) => ({
      id: field.id,
      hex: placeHex(field.place),
      side: side(field.side),
    })),
    decisions: (scenario.decisions ?? []).map((decision) => ({
      side: side(decision.side),
      from: turnOf(decision.from),
      until: turnOf(decision.until),
      delay: Math.ceil((decision.delayDays * 24) / scenario.turnHours),
    })),
    boundaries: boundaries.map((boundary) => ({ side: side(boundary.side), inside: zone(boundary.corners) })),
    zonesOf,
    lines: (scenario.victory.lines ?? []).map((line) => {
      const hexes = (map.rails?.find((rail) => rail.id === line.rail)?.hexes ?? []).map(at);
      return { side: side(line.side), hexes, hexsides: sidesOf(hexes), pointsPerTurn: line.pointsPerTurn };
    }),
    railSides: new Set((map.rails ?? []).flatMap((rail) => sidesOf(rail.hexes.map(at)))),
    home: (scenario.victory.home ?? []).map((home) => ({ side: side(home.side), inside: zone(home.corners) })),
  };
}
