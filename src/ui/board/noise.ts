/** Repeatable noise for the look of the map: the same place always gives the same value, nothing is drawn at random. */

/** A value in 0..1 for an integer point. */
export function speckle(x: number, y: number, salt = 0): number {
  let h = Math.imul(x | 0, 0x27d4eb2d) ^ Math.imul(y | 0, 0x165667b1) ^ Math.imul(salt | 0, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** Smooth noise in 0..1 that changes over distances of about one. */
export function waves(x: number, y: number, salt = 0): number {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const fx = x - x0;
  const fy = y - y0;
  const u = fx * fx * (3 - 2 * fx);
  const v = fy * fy * (3 - 2 * fy);
  const top = speckle(x0, y0, salt) * (1 - u) + speckle(x0 + 1, y0, salt) * u;
  const bottom = speckle(x0, y0 + 1, salt) * (1 - u) + speckle(x0 + 1, y0 + 1, salt) * u;
  return top * (1 - v) + bottom * v;
}
