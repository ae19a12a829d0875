/**
 * Who overlooks what (rulebook 7.2): for each hex the hexes within observation range that ground does not hide.
 * Observers stand on the crest of their hex; what they look at stands on its mean elevation; the hexes between hide it
 * when half way between their mean and their crest rises above the line of sight.
 */
import { COVERS } from './scenario.ts';

export interface Sight {
  /** Range of ground observation in hexes (7.5 km, at least one hex). */
  range: number;
  /** Bits by `(dq + 3) * 7 + dr + 3`: 0-24 in `low`, 25-48 in `high`. */
  low: Int32Array;
  high: Int32Array;
}

/** How far ground observation reaches on a clear day, km; the scale of a battalion's observation posts. */
const OBSERVATION_KM = 7.5;
/** Woods hide what is more than one hex away unless the observer stands this much higher, metres. */
const WOODS_HEIGHT_M = 60;

export function buildSight(
  size: number,
  hexKm: number,
  q: Int16Array,
  r: Int16Array,
  neighbours: Int32Array,
  elevation: Int16Array,
  crest: Int16Array,
  cover: Uint8Array,
): Sight {
  const range = Math.max(1, Math.min(3, Math.floor(OBSERVATION_KM / hexKm)));
  const low = new Int32Array(size);
  const high = new Int32Array(size);
  const wooded = COVERS.indexOf('wooded');
  const mask = (hex: number): number => ((elevation[hex] as number) + (crest[hex] as number)) / 2;
  for (let from = 0; from < size; from++) {
    for (const to of hexesWithin(from, range, neighbours)) {
      const dq = (q[to] as number) - (q[from] as number);
      const dr = (r[to] as number) - (r[from] as number);
      const far = Math.max(Math.abs(dq), Math.abs(dr), Math.abs(dq + dr));
      if (far > 1) {
        const eye = crest[from] as number;
        const ground = elevation[to] as number;
        if (cover[to] === wooded && eye - ground < WOODS_HEIGHT_M) continue;
        if (hidden(from, to, far, eye, ground, q, r, neighbours, mask)) continue;
      }
      const bit = (dq + 3) * 7 + dr + 3;
      if (bit < 25) low[from] = (low[from] as number) | (1 << bit);
      else high[from] = (high[from] as number) | (1 << (bit - 25));
    }
  }
  return { range, low, high };
}

/** The hexes within a range of a hex, itself first, ring by ring. */
export function hexesWithin(from: number, range: number, neighbours: Int32Array): number[] {
  const found = [from];
  let start = 0;
  for (let ring = 0; ring < range; ring++) {
    const end = found.length;
    for (let i = start; i < end; i++) {
      for (let d = 0; d < 6; d++) {
        const next = neighbours[(found[i] as number) * 6 + d] as number;
        if (next >= 0 && !found.includes(next)) found.push(next);
      }
    }
    start = end;
  }
  return found;
}

/** True when the ground between rises above the line of sight; of two hexes a line runs between, the lower counts. */
function hidden(
  from: number,
  to: number,
  far: number,
  eye: number,
  ground: number,
  q: Int16Array,
  r: Int16Array,
  neighbours: Int32Array,
  mask: (hex: number) => number,
): boolean {
  for (let step = 1; step < far; step++) {
    const line = eye + ((ground - eye) * step) / far;
    let lowest = Number.MAX_SAFE_INTEGER;
    for (const hex of hexesWithin(from, step, neighbours)) {
      const back = hexDistance(q, r, hex, from);
      if (back === step && hexDistance(q, r, hex, to) === far - step) lowest = Math.min(lowest, mask(hex));
    }
    if (lowest > line && lowest !== Number.MAX_SAFE_INTEGER) return true;
  }
  return false;
}

function hexDistance(q: Int16Array, r: Int16Array, a: number, b: number): number {
  const dq = (q[a] as number) - (q[b] as number);
  const dr = (r[a] as number) - (r[b] as number);
  return Math.max(Math.abs(dq), Math.abs(dr), Math.abs(dq + dr));
}

/** 7.2: does an observer in `from` overlook `to` on a clear day? */
export function overlooks(game: { q: Int16Array; r: Int16Array; sight: Sight }, from: number, to: number): boolean {
  const dq = (game.q[to] as number) - (game.q[from] as number);
  const dr = (game.r[to] as number) - (game.r[from] as number);
  if (dq < -3 || dq > 3 || dr < -3 || dr > 3) return false;
  const bit = (dq + 3) * 7 + dr + 3;
  return bit < 25
    ? ((game.sight.low[from] as number) & (1 << bit)) !== 0
    : ((game.sight.high[from] as number) & (1 << (bit - 25))) !== 0;
}
