/** Loads what a map is drawn from: the elevation raster and the lines in `assets/<scenario>/`. */
import { gunzipSync } from 'fflate';
import type { MapLines, ReliefRaster } from './contract.ts';

/** The head of a raster, `relief.json`. */
export interface ReliefHead {
  file: string;
  cols: number;
  rows: number;
  stepKm: number;
  /** Km east and south of the centre of hex 0000 to the first sample. */
  originKm: [number, number];
}

interface LinesFile {
  rivers: { name?: string; class: string; points: [number, number][] }[];
  roads: { name?: string; class: string; points: [number, number][] }[];
  rails?: { name?: string; points: [number, number][] }[];
}

/** Unpacks a raster: int16 little endian, each row delta coded. Throws when bytes and head disagree. */
export function readRelief(head: ReliefHead, packed: Uint8Array, hexKm: number): ReliefRaster {
  // Some servers send .gz files with a content encoding, and the browser has unpacked them already.
  const bytes = packed[0] === 0x1f && packed[1] === 0x8b ? gunzipSync(packed) : packed;
  const { cols, rows, stepKm, originKm } = head;
  if (bytes.length !== cols * rows * 2) throw new Error(`relief: ${bytes.length} bytes for ${cols} x ${rows} samples`);
  const metres = new Int16Array(cols * rows);
  for (let row = 0; row < rows; row++) {
    let value = 0;
    for (let col = 0; col < cols; col++) {
      const at = row * cols + col;
      value =
        ((value + ((((bytes[at * 2] as number) | ((bytes[at * 2 + 1] as number) << 8)) << 16) >> 16)) << 16) >> 16;
      metres[at] = value;
    }
  }
  return {
    width: cols,
    height: rows,
    metres,
    originX: originKm[0] / hexKm,
    originY: originKm[1] / hexKm,
    stepX: stepKm / hexKm,
    stepY: stepKm / hexKm,
  };
}

/** Lines in km to lines in hex widths. */
export function readLines(file: LinesFile, hexKm: number): MapLines {
  const scaled = <T extends { points: [number, number][] }>(lines: readonly T[]): T[] =>
    lines.map((line) => ({ ...line, points: line.points.map(([x, y]): [number, number] => [x / hexKm, y / hexKm]) }));
  return { rivers: scaled(file.rivers), roads: scaled(file.roads), rails: scaled(file.rails ?? []) };
}

/**
 * Fetches raster and lines from a folder such as `./assets/kunlun-pass/`. What is missing or broken is left out: the
 * board then draws from the hexes.
 */
export async function loadMapFiles(
  folder: string,
  hexKm: number,
): Promise<{ relief: ReliefRaster | null; lines?: MapLines }> {
  const [relief, lines] = await Promise.all([
    loadRelief(folder, hexKm).catch(() => null),
    fetchJson<LinesFile>(`${folder}lines.json`).then(
      (file) => readLines(file, hexKm),
      () => null,
    ),
  ]);
  return lines ? { relief, lines } : { relief };
}

async function loadRelief(folder: string, hexKm: number): Promise<ReliefRaster> {
  const head = await fetchJson<ReliefHead>(`${folder}relief.json`);
  const response = await fetch(folder + head.file);
  if (!response.ok) throw new Error(`${head.file}: ${response.status}`);
  return readRelief(head, new Uint8Array(await response.arrayBuffer()), hexKm);
}

async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
}
