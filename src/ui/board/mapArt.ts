/** Everything the map painter needs, worked out once from the scenario's map. */
import type { MapData } from '../../core/scenario.ts';
import { type Contour, contours } from './contours.ts';
import type { BoardData } from './contract.ts';
import type { Rect } from './geometry.ts';
import { paintGround, sheetRect, surfaceOf } from './ground.ts';
import {
  type BridgeSpot,
  bridgeSpots,
  polyline,
  type RiverLine,
  type RoadLine,
  riverLines,
  roadLines,
} from './lines.ts';
import { type Label, type PlaceSpot, placeLabels, placeSpots } from './places.ts';
import { reliefOfHexes } from './reliefRaster.ts';

/** Ground samples a hex width: shading, and the coarser surface that contours are drawn from. */
const GROUND_PER_HEX = 14;
const CONTOUR_PER_HEX = 6;

export interface MapArt {
  map: MapData;
  sheet: Rect;
  ground: HTMLCanvasElement;
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

export function prepareArt(data: BoardData): MapArt {
  const { map } = data.scenario;
  const relief = data.relief ?? reliefOfHexes(map);
  const picture = paintGround(map, surfaceOf(map, relief, GROUND_PER_HEX));
  const ground = document.createElement('canvas');
  ground.width = picture.width;
  ground.height = picture.height;
  ground.getContext('2d')?.putImageData(new ImageData(picture.rgba, picture.width, picture.height), 0, 0);
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
    rivers: data.lines ? data.lines.rivers.map(drawnRiver) : riverLines(map),
    roads: data.lines ? data.lines.roads.map(drawnRoad) : roadLines(map),
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

interface DrawnLine {
  class: string;
  name?: string;
  points: [number, number][];
}

function drawnRiver(line: DrawnLine): RiverLine {
  const kind = line.class === 'major' || line.class === 'stream' ? line.class : 'river';
  return { ...polyline(line.points.flat()), class: kind, name: line.name ?? '' };
}

function drawnRoad(line: DrawnLine): RoadLine {
  return { ...polyline(line.points.flat()), class: line.class === 'track' ? 'track' : 'road' };
}
