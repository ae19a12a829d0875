import { gunzipSync } from 'fflate';
import type { Grid, Point } from './grid.ts';

export interface DemHeader {
  cols: number;
  rows: number;
  west: number;
  north: number;
  step_deg: number;
}

/** An elevation model on a longitude-latitude grid, metres. */
export interface Dem {
  /** Bilinear between the centres of the cells; throws outside the model. */
  at(lon: number, lat: number): number;
}

/** Reads rows of delta-coded 16-bit metres (gzip), north to south. */
export function readDem(header: DemHeader, packed: Uint8Array): Dem {
  const { cols, rows, west, north, step_deg: step } = header;
  const bytes = gunzipSync(packed);
  if (bytes.length !== cols * rows * 2) throw new Error(`elevation: ${bytes.length} bytes for ${cols} x ${rows}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const metres = new Int16Array(cols * rows);
  for (let row = 0; row < rows; row++) {
    let value = 0;
    for (let col = 0; col < cols; col++) {
      value += view.getInt16((row * cols + col) * 2, true);
      metres[row * cols + col] = value;
    }
  }
  const cell = (col: number, row: number): number => metres[row * cols + col] as number;
  return {
    at(lon, lat) {
      const x = (lon - west) / step - 0.5;
      const y = (north - lat) / step - 0.5;
      const col = Math.floor(x);
      const row = Math.floor(y);
      if (col < 0 || row < 0 || col + 1 >= cols || row + 1 >= rows) {
        throw new Error(`elevation: ${lon.toFixed(3)} ${lat.toFixed(3)} lies outside the model`);
      }
      const fx = x - col;
      const fy = y - row;
      return (
        (cell(col, row) * (1 - fx) + cell(col + 1, row) * fx) * (1 - fy) +
        (cell(col, row + 1) * (1 - fx) + cell(col + 1, row + 1) * fx) * fy
      );
    },
  };
}

/** What the elevation model says of each hex, metres (not rounded). */
export interface HexHeights {
  mean: Float64Array;
  highest: Float64Array;
  lowest: Float64Array;
}

/** Points of a hex, km from its centre: a triangular lattice of `hexKm / 10` that fills it without a seam. */
function hexLattice(hexKm: number): Point[] {
  const step = hexKm / 10;
  const points: Point[] = [];
  for (let j = -7; j <= 7; j++) {
    for (let i = -7; i <= 7; i++) {
      const x = step * (i + (j & 1) / 2);
      const y = step * j * (Math.sqrt(3) / 2);
      const across = Math.max(Math.abs(x), Math.abs(x) / 2 + (Math.abs(y) * Math.sqrt(3)) / 2);
      if (across <= hexKm / 2 + 1e-9) points.push([x, y]);
    }
  }
  return points;
}

/** Mean, highest and lowest ground of every hex. */
export function measureHexes(grid: Grid, dem: Dem): HexHeights {
  const lattice = hexLattice(grid.hexKm);
  const heights: HexHeights = {
    mean: new Float64Array(grid.size),
    highest: new Float64Array(grid.size),
    lowest: new Float64Array(grid.size),
  };
  for (let hex = 0; hex < grid.size; hex++) {
    const [x, y] = grid.centre(hex);
    let sum = 0;
    let highest = -Infinity;
    let lowest = Infinity;
    for (const [dx, dy] of lattice) {
      const [lon, lat] = grid.toLonLat([x + dx, y + dy]);
      const metres = dem.at(lon, lat);
      sum += metres;
      highest = Math.max(highest, metres);
      lowest = Math.min(lowest, metres);
    }
    heights.mean[hex] = sum / lattice.length;
    heights.highest[hex] = highest;
    heights.lowest[hex] = lowest;
  }
  return heights;
}
