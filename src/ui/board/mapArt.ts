/** Everything the map painter needs, worked out once from the scenario's map. */
import type { MapData } from '../../core/scenario.ts';
import { type Contour, contours } from './contours.ts';
import type { MapLines, ReliefRaster } from './contract.ts';
import type { Rect } from './geometry.ts';
import { type Tick, ticks } from './graticule.ts';
import { paintGround, sheetRect, surfaceOf } from './ground.ts';
import { Lettering } from './lettering.ts';
import type { LineName } from './lineNames.ts';
import { type PlaceSpot, placeSpots } from './places.ts';
import { reliefOfHexes } from './reliefRaster.ts';
import { type RiverLine, type RiverStroke, riverLines, riverStrokes } from './rivers.ts';
import { type BridgeSpot, bridgeSpots, type RailLine, type RoadLine, railLines, roadLines } from './roads.ts';

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
  /** Contours at multiples of this are thick, metres. */
  thick: number;
  rivers: RiverLine[];
  riverStrokes: RiverStroke[];
  roads: RoadLine[];
  rails: RailLine[];
  bridges: BridgeSpot[];
  spots: PlaceSpot[];
  /** Degrees along the frame. */
  ticks: Tick[];
  /** Names along rivers, railways and contours at a zoom level; placed on first use. */
  lineNames(level: number, hexPx: number, context: CanvasRenderingContext2D): LineName[];
}

/** What a map is drawn from: the part of the board's data that a worker needs. */
export interface MapSource {
  map: MapData;
  relief: ReliefRaster | null;
  lines?: MapLines;
  /** Ids of the places that the game is about: named before others of their kind. */
  staked?: readonly string[];
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

/** Metres between contours and between thick ones: a hex of high mountains should hold some five lines, not fifty. */
export function contourSteps(highestM: number, hexKm: number): [number, number] {
  if (highestM <= 700) return [20, 80];
  return hexKm < 4 ? [50, 200] : [100, 500];
}

export function prepareArt(data: MapSource): MapArt {
  const { map } = data;
  const relief = data.relief ?? reliefOfHexes(map);
  const ground = groundCanvas(map, relief, GROUND_PER_HEX, sheetRect(map));
  const surface = surfaceOf(map, relief, CONTOUR_PER_HEX);
  const highest = surface.heights.reduce((high, metres) => Math.max(high, metres), 0);
  const [interval, thick] = contourSteps(highest, map.hexKm);
  const spots = placeSpots(map, new Set(data.staked));
  const rivers = riverLines(map, data.lines);
  const roads = roadLines(map);
  const rails = railLines(map, data.lines);
  const heights = contours(surface, interval);
  const lettering = new Lettering(map, spots, [...rivers, ...rails], heights, thick);
  return {
    map,
    sheet: sheetRect(map),
    ground(rect, px) {
      if (px <= FINE_FROM) return ground;
      const rim = 0.2;
      const wide = { left: rect.left - rim, top: rect.top - rim, right: rect.right + rim, bottom: rect.bottom + rim };
      return groundCanvas(map, relief, Math.max(FINE, Math.min(FINEST, px / 3)), wide);
    },
    contours: heights,
    thick,
    rivers,
    riverStrokes: riverStrokes(rivers),
    roads,
    rails,
    bridges: bridgeSpots(map, rivers, roads),
    spots,
    ticks: ticks(map),
    lineNames: (level, hexPx, context) => lettering.lines(level, hexPx, context),
  };
}
