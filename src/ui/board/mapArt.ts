/** Everything the map painter needs, worked out once from the scenario's map. */
import type { MapData } from '../../core/scenario.ts';
import { type Contour, contours } from './contours.ts';
import type { MapLines, ReliefRaster } from './contract.ts';
import type { Rect } from './geometry.ts';
import { paintGround, sheetRect, surfaceOf } from './ground.ts';
import { type BridgeSpot, bridgeSpots, type RiverLine, type RoadLine, riverLines, roadLines } from './lines.ts';
import { type Label, type PlaceSpot, placeLabels, placeSpots } from './places.ts';
import { reliefOfHexes } from './reliefRaster.ts';

/** Ground samples a hex width: shading, and the coarser surface that contours are drawn from. */
const GROUND_PER_HEX = 11;
const CONTOUR_PER_HEX = 5;
/** Nearer than this the ground is painted anew for each piece of the sheet, at least and at most so fine. */
const FINE_FROM = 40;
const FINE = 16;
const FINEST = 44;

export interface GroundCanvas {
  canvas: HTMLCanvasElement | OffscreenCanvas;
  rect: Rect;
}

export interface MapArt {
  map: MapData;
  sheet: Rect;
  /** The ground under a rectangle, fine enough for a scale of `px` pixels a hex width. */
  ground(rect: Rect, px: number): GroundCanvas;
  contours: Contour[];
  /** Every so many metres a line, and every fifth is thick. */
  interval: number;
  rivers: RiverLine[];
  roads: RoadLine[];
  bridges: BridgeSpot[];
  spots: PlaceSpot[];
  /** Names at a zoom level, placed on first use. */
  labels(level: number, hexPx: number, measure: Parameters<typeof placeLabels>[3]): Label[];
}

/** What a map is drawn from: the part of the board's data that a worker needs. */
export interface MapSource {
  map: MapData;
  relief: ReliefRaster | null;
  lines?: MapLines;
}

/** A canvas in the page or in a worker. */
export function blankCanvas(width: number, height: number): HTMLCanvasElement | OffscreenCanvas {
  if (typeof document === 'undefined') return new OffscreenCanvas(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

function groundCanvas(map: MapData, relief: ReliefRaster, perHex: number, rect: Rect): GroundCanvas {
  const picture = paintGround(map, surfaceOf(map, relief, perHex, rect));
  const canvas = blankCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d') as CanvasRenderingContext2D | null;
  context?.putImageData(new ImageData(picture.rgba, picture.width, picture.height), 0, 0);
  return { canvas, rect: picture.rect };
}

export function prepareArt(data: MapSource): MapArt {
  const { map } = data;
  const relief = data.relief ?? reliefOfHexes(map);
  const ground = groundCanvas(map, relief, GROUND_PER_HEX, sheetRect(map));
  const surface = surfaceOf(map, relief, CONTOUR_PER_HEX);
  const highest = surface.heights.reduce((high, metres) => Math.max(high, metres), 0);
  const interval = highest > 700 ? 50 : 20;
  const spots = placeSpots(map);
  const rivers = riverLines(map, data.lines);
  const roads = roadLines(map);
  const cache = new Map<number, Label[]>();
  return {
    map,
    sheet: sheetRect(map),
    ground(rect, px) {
      if (px <= FINE_FROM) return ground;
      const rim = 0.2;
      const wide = { left: rect.left - rim, top: rect.top - rim, right: rect.right + rim, bottom: rect.bottom + rim };
      return groundCanvas(map, relief, Math.max(FINE, Math.min(FINEST, px / 3)), wide);
    },
    contours: contours(surface, interval),
    interval,
    rivers,
    roads,
    bridges: bridgeSpots(map, rivers, roads),
    spots,
    labels(level, hexPx, measure) {
      let labels = cache.get(level);
      if (!labels) {
        labels = placeLabels(map, spots, hexPx, measure);
        cache.set(level, labels);
      }
      return labels;
    },
  };
}
