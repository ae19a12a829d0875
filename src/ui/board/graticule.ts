/** Where the degrees of latitude and longitude meet the frame of the sheet. */
import type { MapData } from '../../core/scenario.ts';
import { mapRect } from './geometry.ts';
import { onPlane } from './places.ts';

export interface Tick {
  edge: 'top' | 'bottom' | 'left' | 'right';
  /** Along the edge: x of the plane on top and bottom, y on the sides. */
  at: number;
  /** A whole step with its text, or a tick between. */
  text: string;
}

/** Minutes of arc between named ticks, and between all. */
export interface TickSteps {
  named: number;
  every: number;
}

/** Steps that leave some fifty kilometres between named ticks on a map of so many kilometres. */
export function tickSteps(widthKm: number): TickSteps {
  return widthKm > 260 ? { named: 60, every: 15 } : { named: 30, every: 10 };
}

/** The x (or y) where a meridian (or parallel) meets an edge: the frame is nearly along the degrees, so this converges. */
function meets(map: MapData, edge: Tick['edge'], degrees: number): number {
  const box = mapRect(map);
  const across = edge === 'top' || edge === 'bottom';
  const goal = box[edge];
  let other = across ? map.projection.lat0 : map.projection.lon0;
  let at = 0;
  for (let pass = 0; pass < 8; pass++) {
    const here = across ? onPlane(map, other, degrees) : onPlane(map, degrees, other);
    const step = 0.01;
    const next = across ? onPlane(map, other + step, degrees) : onPlane(map, degrees, other + step);
    at = across ? here.x : here.y;
    const off = goal - (across ? here.y : here.x);
    const slope = (across ? next.y - here.y : next.x - here.x) / step;
    if (slope === 0) break;
    other += off / slope;
  }
  return at;
}

function degreesText(minutes: number, letter: string): string {
  const rest = minutes % 60;
  const whole = (minutes - rest) / 60;
  return rest === 0 ? `${whole}°${letter}` : `${whole}°${String(rest).padStart(2, '0')}′`;
}

/** The ticks of all four edges. */
export function ticks(map: MapData): Tick[] {
  const box = mapRect(map);
  const { named, every } = tickSteps(map.cols * map.hexKm);
  const { lat0, lon0 } = map.projection;
  const reach = 6 * 60;
  const found: Tick[] = [];
  for (const edge of ['top', 'bottom', 'left', 'right'] as const) {
    const across = edge === 'top' || edge === 'bottom';
    const middle = Math.round(((across ? lon0 : lat0) * 60) / every) * every;
    const low = across ? box.left : box.top;
    const high = across ? box.right : box.bottom;
    for (let minutes = middle - reach; minutes <= middle + reach; minutes += every) {
      const at = meets(map, edge, minutes / 60);
      if (at < low || at > high) continue;
      found.push({ edge, at, text: minutes % named === 0 ? degreesText(minutes, across ? 'E' : 'N') : '' });
    }
  }
  return found;
}
