import type { MapData, PlaceData, RiverClass, RoadClass } from '../../src/core/scenario.ts';
import type { GridConfig } from './grid.ts';

/** A point of a line: longitude and latitude in degrees, or the id of a place. */
export type Waypoint = [number, number] | string;

/** A river whose line is in the source data. */
export interface SurveyedRiver {
  id: string;
  /** Id of the line in `rivers.geojson`. */
  line: string;
  /** Stretches from the upper end down, each to a point. The last needs no `to`. */
  parts: { name: string; class: RiverClass; to?: [number, number] }[];
  /** The line ends in a river traced before it. */
  joins?: true;
  /** Places that must lie on the left and right bank, looking downstream. */
  left?: string[];
  right?: string[];
}

/** A river that is in no source: drawn along the valleys of the elevation model. */
export interface DraftedRiver {
  id: string;
  name: string;
  class: RiverClass;
  /** From the spring to the mouth. */
  via: [number, number][];
  /** The mouth lies beyond the edge of the map: it joins no river before. */
  leaves?: true;
  left?: string[];
  right?: string[];
  estimated: true;
  note: string;
}

export interface RoadConfig {
  id: string;
  name: string;
  class: RoadClass;
  /** From place to place; a point off the map leads to the edge. */
  via: Waypoint[];
  /** No bridges over streams: a trail. */
  fords?: boolean;
  /** Its bridges are down: it has no crossings of its own. */
  broken?: boolean;
  source: string[];
  estimated?: boolean;
  note?: string;
}

/** A railway: drawn like a road, but no way for troops. */
export interface RailConfig {
  id: string;
  name: string;
  via: Waypoint[];
  source: string[];
  estimated?: boolean;
  note?: string;
}

/** Names the crossing of a river by a road nearest to a point. */
export interface CrossingConfig {
  id: string;
  name?: string;
  kind: 'bridge' | 'ferry';
  near: [number, number];
}

export interface TerrainConfig {
  /** Height of the ground in and round a hex, metres: rolling from, rugged from. */
  relief: { rollingM: number; ruggedM: number };
  /** A documented height this much above the mean of its hex makes the hex rugged. */
  spotAboveMeanM: number;
  /** Growth ends here on the slopes. */
  growthToM: number;
  /** What the elevation model cuts off the hills, metres. */
  peaksCutM: number;
  /** Mountain forest from this mean height on. */
  forestFromM: number;
  /** Paddy: flat, no higher than this, within so many hexes of a river. */
  paddy: { toM: number; hexesFromWater: number };
  /** Places large enough to make up the cover of their hex; all settlements when absent. */
  settled?: string[];
}

/** The square lattice of elevation on which streams and roads are traced and relief is drawn. */
export interface LatticeConfig {
  /** No finer than the elevation model has detail. */
  stepKm: number;
  /** Ground round the outermost hex centres that the relief raster covers: more than a hex reaches. */
  reliefMarginKm: number;
  /** Ground round the outermost hex centres on which streams are drawn. */
  streamMarginKm: number;
}

export interface MapConfig extends GridConfig {
  id: string;
  lattice: LatticeConfig;
  terrain: TerrainConfig;
  surveyed: SurveyedRiver[];
  drafted: DraftedRiver[];
  roads: RoadConfig[];
  rails?: RailConfig[];
  crossings: CrossingConfig[];
  credits: MapData['credits'];
}

/** A place of `places.json` in the source data: its hex follows from its position. */
export type PlaceSource = Omit<PlaceData, 'hex'>;

export interface RiverLines {
  features: { properties: { id: string }; geometry: { coordinates: [number, number][] } }[];
}
