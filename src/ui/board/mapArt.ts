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
const GROUND_PER_HEX = 14;
const CONTOUR_PER_HEX = 6;

export interface MapArt {
  map: MapData;
  sheet: Rect;
  ground: HTMLCanvasElement | OffscreenCanvas;
  contours: Contour[];
  /** Every so many metres a line, and every fifth is thick. */
  interval: number;
  rivers: RiverLine[];
  roads: RoadLine[];
  bridges: BridgeSpot[];
  spots: PlaceSpot[];
  /** Names at a zoom level, placed on first use. */
  labels(level: number, hexPx: number, measure: Parameters<typeof placeLabels>[2]): Label[];
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

export function prepareArt(data: MapSource): MapArt {
  const { map } = data;
  const relief = data.relief ?? reliefOfHexes(map);
  const picture = paintGround(map, surfaceOf(map, relief, GROUND_PER_HEX));
  const ground = blankCanvas(picture.width, picture.height);
  const context = ground.getContext('2d') as CanvasRenderingContext2D | null;
  context?.putImageData(new ImageData(picture.rgba, picture.width, picture.height), 0, 0);
  const surface = surfaceOf(map, relief, CONTOUR_PER_HEX);
  const highest = surface.heights.reduce((high, metres) => Math.max(high, metres), 0);
  const interval = highest > 700 ? 50 : 20;
  const spots = placeSpots(map);
  const cache = new Map<number, Label[]>();
  return {
    map,
    sheet: sheetRect(map),
    ground,
    contours: contours(surface, interval),
    interval,
    rivers: riverLines(map, data.lines),
    roads: roadLines(map),
    bridges: bridgeSpots(map),
    spots,
    labels(level, hexPx, measure) {
      let labels = cache.get(level);
      if (!labels) {
        labels = placeLabels(spots, hexPx, measure);
        cache.set(level, labels);
      }
      return labels;
    },
  };
}
