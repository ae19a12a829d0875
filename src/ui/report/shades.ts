/** What a hex's shade says: which side is likelier to hold it at the end of a turn, and how surely. */
import { neighbourOf } from '../../core/hex.ts';
import type { ControlReport } from '../../lab/report/model.ts';
import { type Frame, type Point, pointOf, SCALE } from '../app/historyMap.ts';

/** From surely the first side's to surely the second's; `open` where neither holds it in more than 55 % of the games, `nobody` where nobody mostly does. */
export const SHADES = ['first3', 'first2', 'first1', 'open', 'second1', 'second2', 'second3', 'nobody'] as const;
export type Shade = (typeof SHADES)[number];

/** Least shares of the games for a leaning, a likely and a sure hold. */
export const STEPS = [0.55, 0.75, 0.95] as const;

/** Games in which each side holds a hex at the end of a turn, and in which nobody does. */
export interface Holders {
  first: number;
  second: number;
  nobody: number;
}

export function holdersAt({ first, second }: ControlReport, games: number, turn: number, place: number): Holders {
  const one = first[turn]?.[place] ?? 0;
  const other = second[turn]?.[place] ?? 0;
  return { first: one, second: other, nobody: games - one - other };
}

export function shadeOf({ first, second, nobody }: Holders): Shade {
  const all = first + second + nobody;
  if (all === 0 || nobody > all / 2) return 'nobody';
  const share = Math.max(first, second) / all;
  const step = STEPS.filter((least) => share >= least).length;
  if (step === 0) return 'open';
  return `${first > second ? 'first' : 'second'}${step}` as Shade;
}

const RADIUS = SCALE / Math.sqrt(3);
const round = (value: number): string => value.toFixed(1);
/** Corners of a hex about its middle, clockwise from the upper right: direction d lies between corners d and d + 1. */
const CORNERS: Point[] = [0, 1, 2, 3, 4, 5].map((corner) => {
  const angle = ((corner * 60 - 30) * Math.PI) / 180;
  return { x: RADIUS * Math.cos(angle), y: RADIUS * Math.sin(angle) };
});

/** All hexes of each shade as one path, so that a map is a handful of shapes, not thousands. */
export function shadePaths(control: ControlReport, games: number, turn: number): Partial<Record<Shade, string>> {
  const paths: Partial<Record<Shade, string>> = {};
  control.hexes.forEach((hex, place) => {
    const shade = shadeOf(holdersAt(control, games, turn, place));
    paths[shade] = (paths[shade] ?? '') + outline(control.columns, hex);
  });
  return paths;
}

/** The outline of a hex as a closed path. */
export function outline(columns: number, hex: number): string {
  const { x, y } = pointOf(columns, hex);
  return `M${CORNERS.map((corner) => `${round(x + corner.x)} ${round(y + corner.y)}`).join('L')}Z`;
}

/** The line between hexes of different holders (0 and 1; others count as nobody's and draw no line). */
function lineBetween(control: ControlReport, holder: (place: number) => number): string {
  const { columns, rows, hexes } = control;
  const placeOf = new Map(hexes.map((hex, place) => [hex, place]));
  let path = '';
  hexes.forEach((hex, place) => {
    const mine = holder(place);
    if (mine < 0) return;
    // Half of the directions, so that each side between two hexes is drawn once.
    for (const direction of [0, 1, 2]) {
      const other = placeOf.get(neighbourOf(columns, rows, hex, direction));
      if (other === undefined || holder(other) !== 1 - mine) continue;
      const { x, y } = pointOf(columns, hex);
      const [a, b] = [CORNERS[direction], CORNERS[(direction + 1) % 6]] as [Point, Point];
      path += `M${round(x + a.x)} ${round(y + a.y)}L${round(x + b.x)} ${round(y + b.y)}`;
    }
  });
  return path;
}

/** The line along which the likelier holder changes at the end of a turn. */
export function likelyFront(control: ControlReport, turn: number): string {
  return lineBetween(control, (place) => {
    const one = control.first[turn]?.[place] ?? 0;
    const other = control.second[turn]?.[place] ?? 0;
    return one === other ? -1 : Number(other > one);
  });
}

/** History's line at the end of a turn; empty where the scenario's history has none. */
export function historyFront(control: ControlReport, turn: number): string {
  const held = control.history?.[turn];
  return held ? lineBetween(control, (place) => held[place] ?? -1) : '';
}

/** A frame round all hexes of a map. */
export function mapFrame({ columns, hexes }: ControlReport): Frame {
  const points = hexes.map((hex) => pointOf(columns, hex));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const least = (values: number[]): number => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = (values: number[]): number => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const left = least(xs) - SCALE / 2 - 1;
  const top = least(ys) - RADIUS - 1;
  return { left, top, width: most(xs) + SCALE / 2 + 1 - left, height: most(ys) + RADIUS + 1 - top };
}

/** The middle of the objectives, where a nearer look begins; of the map where there are none. */
export function middleOf(control: ControlReport): Point {
  const aims = control.places.filter(({ objective }) => objective);
  const points = aims.map(({ hex }) => pointOf(control.columns, hex));
  const { left, top, width, height } = mapFrame(control);
  if (points.length === 0) return { x: left + width / 2, y: top + height / 2 };
  const mean = (of: (point: Point) => number): number => points.reduce((sum, one) => sum + of(one), 0) / points.length;
  return { x: mean(({ x }) => x), y: mean(({ y }) => y) };
}

/** The hex of a map whose middle is nearest to a point of the picture; its place in `hexes`, −1 beyond the map. */
export function hexNear({ columns, hexes }: ControlReport, { x, y }: Point): number {
  let best = -1;
  let least = (SCALE * 0.62) ** 2;
  hexes.forEach((hex, place) => {
    const middle = pointOf(columns, hex);
    const far = (middle.x - x) ** 2 + (middle.y - y) ** 2;
    if (far >= least) return;
    least = far;
    best = place;
  });
  return best;
}
