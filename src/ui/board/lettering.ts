/**
 * The names along the lines of a sheet for each zoom level, placed once: every piece of the sheet shows the same. They
 * keep clear of where the names of places stand as long as no counter drives these elsewhere.
 */
import type { MapData } from '../../core/scenario.ts';
import type { Contour } from './contours.ts';
import { mapRect, type Rect } from './geometry.ts';
import { contourNumbers, type LineName, type NamedLine, namesAlong } from './lineNames.ts';
import { railWidth, riverWidth } from './linePainter.ts';
import { lineFont } from './namePainter.ts';
import { measureName } from './placeNames.ts';
import { type Label, leastRank, type PlaceSpot, placeLabels } from './places.ts';

/** Half of the sign of a place, CSS pixels. */
const SIGN = 6;

export class Lettering {
  readonly #map: MapData;
  readonly #spots: readonly PlaceSpot[];
  readonly #named: readonly NamedLine[];
  readonly #contours: readonly Contour[];
  readonly #thick: number;
  readonly #places = new Map<number, Label[]>();
  readonly #lines = new Map<number, LineName[]>();

  constructor(
    map: MapData,
    spots: readonly PlaceSpot[],
    named: readonly NamedLine[],
    contours: readonly Contour[],
    thick: number,
  ) {
    this.#map = map;
    this.#spots = spots;
    this.#named = named;
    this.#contours = contours;
    this.#thick = thick;
  }

  places(level: number, hexPx: number, context: CanvasRenderingContext2D): Label[] {
    let labels = this.#places.get(level);
    if (!labels) {
      labels = placeLabels(this.#map, this.#spots, hexPx, (spot) => measureName(context, spot, level));
      this.#places.set(level, labels);
    }
    return labels;
  }

  lines(level: number, hexPx: number, context: CanvasRenderingContext2D): LineName[] {
    let names = this.#lines.get(level);
    if (!names) {
      names = this.#place(level, hexPx, context);
      this.#lines.set(level, names);
    }
    return names;
  }

  #place(level: number, hexPx: number, context: CanvasRenderingContext2D): LineName[] {
    const taken: Rect[] = this.places(level, hexPx, context).map(({ x, y, width, height }) => {
      return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
    });
    const least = leastRank(hexPx);
    const half = SIGN / hexPx;
    for (const { x, y, rank } of this.#spots) {
      if (rank >= least) taken.push({ left: x - half, right: x + half, top: y - half, bottom: y + half });
    }
    const frame = mapRect(this.#map);
    const names = namesAlong(
      this.#named,
      hexPx,
      (which) => (which === 'rail' ? railWidth(hexPx) : riverWidth(which, hexPx)),
      (text, size, which) => {
        context.font = lineFont(which, size);
        return context.measureText(text).width;
      },
      taken,
      frame,
    );
    for (const { glyphs, size } of names) {
      const em = size / hexPx / 2;
      for (const { x, y } of glyphs) taken.push({ left: x - em, right: x + em, top: y - em, bottom: y + em });
    }
    return [...names, ...contourNumbers(this.#contours, this.#thick, hexPx, taken, frame)];
  }
}
