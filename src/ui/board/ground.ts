/** The colour of the ground: paper, height tint, cover and hill shading from the north-west, as a picture of bytes. */
import { COVER_LETTERS, type MapData, RELIEF_LETTERS } from '../../core/scenario.ts';
import type { ReliefRaster } from './contract.ts';
import { type Grid, hexAtPoint, hexX, hexY, mapRect, type Rect } from './geometry.ts';
import { speckle, waves } from './noise.ts';
import { placeSpots } from './places.ts';
import { resample, type Surface } from './reliefRaster.ts';

export interface GroundPicture {
  width: number;
  height: number;
  rgba: Uint8ClampedArray<ArrayBuffer>;
  /** What of the plane it covers. */
  rect: Rect;
}

/** Width of the paper beyond the outermost hexes, in hex widths. */
export const MARGIN = 0.9;

/** Everything the board shows: the hexes and the margin of the sheet. */
export function sheetRect(grid: Grid): Rect {
  const { left, top, right, bottom } = mapRect(grid);
  return { left: left - MARGIN, top: top - MARGIN, right: right + MARGIN, bottom: bottom + MARGIN };
}

/** Metres and colour. */
type Tint = readonly [number, number, number, number];

const TINTS: readonly Tint[] = [
  [0, 226, 229, 203],
  [70, 233, 232, 206],
  [130, 240, 234, 209],
  [220, 242, 229, 199],
  [350, 238, 218, 181],
  [550, 226, 198, 157],
  [800, 210, 176, 135],
  [1100, 192, 156, 119],
  [1500, 178, 142, 110],
];

/** Share of the cover colour and the colour, in the order of COVERS. */
const COVER_TINTS: readonly (readonly [number, number, number, number])[] = [
  [0, 0, 0, 0],
  [0.2, 196, 205, 156],
  [0.55, 172, 190, 134],
  [0.3, 214, 226, 196],
  [0.12, 226, 205, 170],
  [0.3, 222, 190, 160],
  [0.5, 216, 178, 152],
  [0.5, 186, 206, 190],
  [0.85, 170, 194, 201],
];

/**
 * Metres of roughness by relief class in hexes of `ROUGHNESS_HEX_KM`: what the smooth elevation model leaves out of flat,
 * rolling and rugged ground. Wider hexes have higher hills.
 */
const ROUGHNESS_M = [0, 30, 84] as const;
const ROUGHNESS_HEX_KM = 2.5;

/** Maps whose highest twentieth lies above this have their tints spread over more metres. */
const TINTED_TO_M = 640;
/** The tints of the lowlands are spread the less the lower they are, in full from here on. */
const SPREAD_FROM_M = 350;

/** How far the tints are spread on a map, 1 for low country. */
export function tintSpread(map: MapData): number {
  const sorted = map.elevationM.flat().sort((a, b) => a - b);
  const high = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  return Math.max(1, Math.min(2, high / TINTED_TO_M));
}

/** On mountains the colour of woods gives way to that of height by this share, from one height to the other. */
const THINNING = 0.68;
const THIN_FROM_M = 420;
const THIN_TO_M = 1050;

/** How far woods are thinned at a height, 0..1; low country, where they are what matters, keeps them. */
function thinning(metres: number, spread: number): number {
  const high = (metres - THIN_FROM_M) / (THIN_TO_M - THIN_FROM_M);
  return Math.min(1, (spread - 1) * 3) * Math.max(0, Math.min(1, high));
}

/** The tints with their metres spread. */
function tintsFor(spread: number): Tint[] {
  return TINTS.map(([metres, r, g, b]): Tint => {
    return [metres * (1 + (spread - 1) * Math.min(1, metres / SPREAD_FROM_M)), r, g, b];
  });
}

/** Raises the surface to the spot heights the elevation model is too coarse to hold. */
function raiseSpots(surface: Surface, map: MapData, heightAt: (x: number, y: number) => number): void {
  const reach = 0.8;
  for (const spot of placeSpots(map)) {
    if (spot.kind !== 'height' || spot.metres <= 0) continue;
    const i0 = Math.round((spot.x - surface.x0) / surface.step);
    const j0 = Math.round((spot.y - surface.y0) / surface.step);
    const span = Math.ceil(reach / surface.step);
    if (i0 < -span || j0 < -span || i0 >= surface.width + span || j0 >= surface.height + span) continue;
    const lack = spot.metres - heightAt(spot.x, spot.y);
    if (lack <= 0) continue;
    for (let j = Math.max(0, j0 - span); j <= Math.min(surface.height - 1, j0 + span); j++) {
      for (let i = Math.max(0, i0 - span); i <= Math.min(surface.width - 1, i0 + span); i++) {
        const dx = (i - i0) * surface.step;
        const dy = (j - j0) * surface.step;
        const fall = 1 - (dx * dx + dy * dy) / (reach * reach);
        if (fall > 0) surface.heights[j * surface.width + i]! += lack * fall * fall;
      }
    }
  }
}

/** The smooth surface under a part of the sheet, `perHex` samples a hex width, spot heights raised. */
export function surfaceOf(map: MapData, relief: ReliefRaster, perHex: number, rect = sheetRect(map)): Surface {
  const step = 1 / perHex;
  const width = Math.ceil((rect.right - rect.left) / step);
  const height = Math.ceil((rect.bottom - rect.top) / step);
  const surface = resample(relief, rect.left + step / 2, rect.top + step / 2, width, height, step);
  // Against the untouched relief, so that every part of the sheet raises a spot by the same amount.
  raiseSpots(surface, map, (x, y) => resample(relief, x, y, 1, 1, step).heights[0] as number);
  return surface;
}

/** Paints the ground over a surface. */
export function paintGround(map: MapData, surface: Surface): GroundPicture {
  const { width, height, heights, step, x0, y0 } = surface;
  const rgba = new Uint8ClampedArray(width * height * 4);
  const rect = {
    left: x0 - step / 2,
    top: y0 - step / 2,
    right: x0 + (width - 0.5) * step,
    bottom: y0 + (height - 0.5) * step,
  };
  const cover = new Uint8Array(map.cols * map.rows);
  const rough = new Float32Array(map.cols * map.rows);
  for (let hex = 0; hex < cover.length; hex++) {
    const row = Math.floor(hex / map.cols);
    const col = hex - row * map.cols;
    cover[hex] = Math.max(0, COVER_LETTERS.indexOf(map.cover[row]?.[col] ?? 'b'));
    const relief = Math.max(0, RELIEF_LETTERS.indexOf(map.relief[row]?.[col] ?? 'f'));
    rough[hex] = ((ROUGHNESS_M[relief] ?? 0) * map.hexKm) / ROUGHNESS_HEX_KM;
  }
  const textured = roughened(map, surface, rough);
  const metresAcross = step * map.hexKm * 1000;
  const tint = [0, 0, 0];
  const spread = tintSpread(map);
  const tints = tintsFor(spread);
  for (let j = 0; j < height; j++) {
    const y = surface.y0 + j * step;
    const up = Math.max(0, j - 1) * width;
    const down = Math.min(height - 1, j + 1) * width;
    for (let i = 0; i < width; i++) {
      const x = surface.x0 + i * step;
      const at = j * width + i;
      const west = textured[j * width + Math.max(0, i - 1)] as number;
      const east = textured[j * width + Math.min(width - 1, i + 1)] as number;
      const dx = (east - west) / (2 * metresAcross);
      const dy = ((textured[down + i] as number) - (textured[up + i] as number)) / (2 * metresAcross);
      tintAt(tints, heights[at] as number, tint);
      // Cover edges wander so that woods and fields do not look like hexes.
      const wx =
        x + (waves(x * 2.1 + y * 1.3, y * 2.1 - x * 1.3, 11) - 0.5) * 0.38 + (waves(x * 9.1, y * 9.1, 13) - 0.5) * 0.16;
      const wy =
        y + (waves(x * 2.1 + y * 1.3, y * 2.1 - x * 1.3, 12) - 0.5) * 0.38 + (waves(x * 9.1, y * 9.1, 14) - 0.5) * 0.16;
      const hex = hexAtPoint(map, wx, wy);
      const [share, cr, cg, cb] = COVER_TINTS[hex < 0 ? 0 : (cover[hex] as number)] as readonly [
        number,
        number,
        number,
        number,
      ];
      const covered = share * (1 - THINNING * thinning(heights[at] as number, spread));
      const grain = (speckle(i, j, 21) - 0.5) * 5;
      const light = shade(dx, dy);
      const dark = light < 0 ? -light : 0;
      const bright = Math.max(light, 0);
      for (let channel = 0; channel < 3; channel++) {
        const paper = tint[channel] as number;
        const ground = paper + ((channel === 0 ? cr : channel === 1 ? cg : cb) - paper) * covered;
        const shadow = channel === 0 ? 0.48 : channel === 1 ? 0.5 : 0.45;
        rgba[at * 4 + channel] = ground * (1 - dark * shadow) + (255 - ground) * bright * 0.45 + grain;
      }
      rgba[at * 4 + 3] = 255;
    }
  }
  return { width, height, rgba, rect };
}

/** Light on a slope from the north-west, -1 (full shadow) to 1; flat ground is 0. */
export function shade(dx: number, dy: number): number {
  const exaggeration = 5.5;
  const sx = dx * exaggeration;
  const sy = dy * exaggeration;
  // Sun 45 degrees high in the north-west; a rise towards the north-west faces away from it.
  const lit = (1 + (sx + sy) * Math.SQRT1_2) / Math.sqrt(1 + sx * sx + sy * sy) - 1;
  return Math.max(-1, Math.min(1, lit));
}

function tintAt(tints: readonly Tint[], metres: number, into: number[]): void {
  let k = 1;
  while (k < tints.length - 1 && (tints[k] as Tint)[0] < metres) k++;
  const low = tints[k - 1] as Tint;
  const high = tints[k] as Tint;
  const t = Math.max(0, Math.min(1, (metres - low[0]) / (high[0] - low[0])));
  into[0] = low[1] + (high[1] - low[1]) * t;
  into[1] = low[2] + (high[2] - low[2]) * t;
  into[2] = low[3] + (high[3] - low[3]) * t;
}

/** The surface with ridges added where the hexes are rolling or rugged. */
function roughened(map: MapData, surface: Surface, rough: Float32Array): Float32Array {
  const { width, height, heights, step } = surface;
  const amplitude = smoothByHex(map, surface, rough);
  const fine = step < 1 / 20;
  const out = new Float32Array(heights.length);
  for (let j = 0; j < height; j++) {
    const y = surface.y0 + j * step;
    for (let i = 0; i < width; i++) {
      const at = j * width + i;
      const swell = amplitude[at] as number;
      let metres = heights[at] as number;
      if (swell > 1) {
        const x = surface.x0 + i * step;
        // Each octave is turned against the others, or the lattice of the noise would show as squares.
        const bendX = (waves(x * 1.1 + y * 0.6, y * 1.1 - x * 0.6, 34) - 0.5) * 0.6;
        const bendY = (waves(x * 1.2 - y * 0.5, y * 1.2 + x * 0.5, 35) - 0.5) * 0.6;
        const u = x + bendX;
        const v = y + bendY;
        const ridge = 1 - Math.abs(waves(u * 1.35 + v * 0.95, v * 1.35 - u * 0.95, 31) * 2 - 1);
        const spur = 1 - Math.abs(waves(u * 2.4 - v * 2.9, v * 2.4 + u * 2.9, 32) * 2 - 1);
        const gully = waves(u * 7.1 + v * 3.3, v * 7.1 - u * 3.3, 33) - 0.5;
        metres += swell * (ridge * ridge * 1.1 + spur * 0.42 + gully * 0.24);
        if (fine) metres += swell * 0.09 * (1 - Math.abs(waves(u * 11 - v * 9, v * 11 + u * 9, 36) * 2 - 1));
      }
      out[at] = metres;
    }
  }
  return out;
}

/** A value by hex spread over the surface, blended between neighbouring hexes. */
function smoothByHex(map: MapData, surface: Surface, values: Float32Array): Float32Array {
  const { width, height, step } = surface;
  const out = new Float32Array(width * height);
  const weight = new Float32Array(width * height);
  const reach = 0.95;
  const span = Math.ceil(reach / step);
  for (let hex = 0; hex < values.length; hex++) {
    const i0 = Math.round((hexX(map, hex) - surface.x0) / step);
    const j0 = Math.round((hexY(map, hex) - surface.y0) / step);
    if (i0 < -span || j0 < -span || i0 > width + span || j0 > height + span) continue;
    const value = values[hex] as number;
    for (let j = Math.max(0, j0 - span); j <= Math.min(height - 1, j0 + span); j++) {
      for (let i = Math.max(0, i0 - span); i <= Math.min(width - 1, i0 + span); i++) {
        const dx = (i - i0) * step;
        const dy = (j - j0) * step;
        const fall = 1 - (dx * dx + dy * dy) / (reach * reach);
        if (fall <= 0) continue;
        const w = fall * fall;
        const at = j * width + i;
        out[at] = (out[at] as number) + value * w;
        weight[at] = (weight[at] as number) + w;
      }
    }
  }
  for (let at = 0; at < out.length; at++) {
    const w = weight[at] as number;
    if (w > 0) out[at] = (out[at] as number) / w;
  }
  return out;
}
