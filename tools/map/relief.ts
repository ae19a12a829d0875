import { gzipSync } from 'fflate';
import type { Lattice } from './lattice.ts';

/** How the relief raster of a map is stored, beside its packed values. */
export interface ReliefHeader {
  file: string;
  encoding: string;
  cols: number;
  rows: number;
  stepKm: number;
  /** The first value, km east and south of the centre of hex 0000. */
  originKm: [number, number];
  unit: 'm';
}

/** Packs a lattice: 16-bit little-endian metres, each row delta coded (running sum, modulo 2^16), gzip. */
export function packRelief(lattice: Lattice, file: string): { header: ReliefHeader; packed: Uint8Array } {
  const { cols, rows, stepKm, west, north, metres } = lattice;
  const view = new DataView(new ArrayBuffer(cols * rows * 2));
  for (let row = 0; row < rows; row++) {
    let last = 0;
    for (let col = 0; col < cols; col++) {
      const value = metres[row * cols + col] as number;
      view.setInt16((row * cols + col) * 2, value - last, true);
      last = value;
    }
  }
  return {
    header: {
      file,
      encoding:
        'gzip; int16 little endian; rows from the north, each row delta coded: value[i] = value[i-1] + d[i] mod 2^16',
      cols,
      rows,
      stepKm,
      originKm: [west, north],
      unit: 'm',
    },
    packed: gzipSync(new Uint8Array(view.buffer), { level: 9, mtime: 0 }),
  };
}
