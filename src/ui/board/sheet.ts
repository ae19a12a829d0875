/** A piece of the map sheet in the making: where it is drawn and at what scale. */
import { COVER_LETTERS, type MapData } from '../../core/scenario.ts';
import type { Rect } from './geometry.ts';
import type { MapArt } from './mapArt.ts';

export interface Sheet {
  context: CanvasRenderingContext2D;
  art: MapArt;
  /** The part of the plane to draw; its top left is the canvas's. */
  rect: Rect;
  /** Canvas pixels a hex width, and canvas pixels a CSS pixel. */
  px: number;
  dpr: number;
  level: number;
  grid: boolean;
}

/** The letter of a hex's cover. */
export function coverOf(map: MapData, hex: number): string {
  const row = Math.floor(hex / map.cols);
  return map.cover[row]?.[hex - row * map.cols] ?? COVER_LETTERS[0] ?? 'b';
}
