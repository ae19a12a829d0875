/** The elevation under the map as a smooth surface, and how it is loaded or, without a raster, made from the hexes. */
import type { MapData } from '../../core/scenario.ts';
import type { ReliefRaster } from './contract.ts';
import { ROW_STEP } from './geometry.ts';

/** A raster of one pixel a half hex from the hexes' mean elevations, for maps without a finer one. */
export function reliefOfHexes(map: MapData): ReliefRaster {
  const width = map.cols * 2 + 3;
  const height = map.rows + 2;
  const metres = new Int16Array(width * height);
  for (let j = 0; j < height; j++) {
    const row = Math.min(map.rows - 1, Math.max(0, j - 1));
    for (let i = 0; i < width; i++) {
      const col = (i - 2) / 2 - (row & 1) / 2;
      const left = clamp(Math.floor(col), map.cols);
      const right = clamp(Math.ceil(col), map.cols);
      const line = map.elevationM[row] ?? [];
      metres[j * width + i] = Math.round(((line[left] ?? 0) + (line[right] ?? 0)) / 2);
    }
  }
  return { width, height, metres, originX: -1, originY: -ROW_STEP, stepX: 0.5, stepY: ROW_STEP };
}

function clamp(at: number, length: number): number {
  return Math.max(0, Math.min(length - 1, at));
}

/** Elevations on a regular grid over the plane. */
export interface Surface {
  width: number;
  height: number;
  /** Metres. */
  heights: Float32Array;
  /** The plane at sample (0, 0), and the distance of samples. */
  x0: number;
  y0: number;
  step: number;
}

/** Resamples a raster with a cubic B-spline, which smooths the noise of the source as well. */
export function resample(
  raster: ReliefRaster,
  x0: number,
  y0: number,
  width: number,
  height: number,
  step: number,
): Surface {
  const across = weights(width, (i) => (x0 + i * step - raster.originX) / raster.stepX, raster.width);
  const down = weights(height, (j) => (y0 + j * step - raster.originY) / raster.stepY, raster.height);
  const rowsNeeded = new Float32Array(raster.height * width);
  for (let j = 0; j < raster.height; j++) {
    const base = j * raster.width;
    for (let i = 0; i < width; i++) {
      let sum = 0;
      for (let k = 0; k < 4; k++) {
        sum +=
          (raster.metres[base + (across.index[i * 4 + k] as number)] as number) * (across.weight[i * 4 + k] as number);
      }
      rowsNeeded[j * width + i] = sum;
    }
  }
  const heights = new Float32Array(width * height);
  for (let j = 0; j < height; j++) {
    for (let k = 0; k < 4; k++) {
      const from = (down.index[j * 4 + k] as number) * width;
      const weight = down.weight[j * 4 + k] as number;
      const to = j * width;
      for (let i = 0; i < width; i++)
        heights[to + i] = (heights[to + i] as number) + (rowsNeeded[from + i] as number) * weight;
    }
  }
  return { width, height, heights, x0, y0, step };
}

function weights(
  count: number,
  at: (i: number) => number,
  length: number,
): { index: Int32Array; weight: Float32Array } {
  const index = new Int32Array(count * 4);
  const weight = new Float32Array(count * 4);
  for (let i = 0; i < count; i++) {
    const position = at(i);
    const first = Math.floor(position);
    const t = position - first;
    const u = 1 - t;
    const four = [u * u * u, 3 * t * t * t - 6 * t * t + 4, 3 * u * u * u - 6 * u * u + 4, t * t * t];
    for (let k = 0; k < 4; k++) {
      index[i * 4 + k] = Math.max(0, Math.min(length - 1, first - 1 + k));
      weight[i * 4 + k] = (four[k] as number) / 6;
    }
  }
  return { index, weight };
}
