/**
 * Hex geometry: pointy-top hexes in odd-r rows, a hex is the integer `row * cols + col`.
 * Directions run clockwise on the map from east: 0 E, 1 SE, 2 SW, 3 W, 4 NW, 5 NE.
 */

/** Index of a hex in its map: `row * cols + col`. -1 means "off the map". */
export type HexIndex = number;

/** Index of a hexside: `hex * 3 + direction` with direction 0 (E), 1 (SE) or 2 (SW) of the hex that owns it. */
export type HexsideIndex = number;

export const DIRECTIONS = ['E', 'SE', 'SW', 'W', 'NW', 'NE'] as const;
export type Direction = 0 | 1 | 2 | 3 | 4 | 5;

/** The direction that points back. */
export function oppositeDirection(direction: number): number {
  return direction < 3 ? direction + 3 : direction - 3;
}

const DX_EVEN = [1, 0, -1, -1, -1, 0];
const DX_ODD = [1, 1, 0, -1, 0, 1];
const DY = [0, 1, 1, 0, -1, -1];

/** The neighbour of a hex in a direction, or -1 beyond the edge. */
export function neighbourOf(cols: number, rows: number, hex: HexIndex, direction: number): HexIndex {
  const row = Math.floor(hex / cols);
  const col = hex - row * cols;
  const nextCol = col + ((row & 1) === 1 ? (DX_ODD[direction] as number) : (DX_EVEN[direction] as number));
  const nextRow = row + (DY[direction] as number);
  if (nextCol < 0 || nextCol >= cols || nextRow < 0 || nextRow >= rows) return -1;
  return nextRow * cols + nextCol;
}

/** Distance in hexes between two hexes of a map `cols` wide. */
export function distanceHexes(cols: number, a: HexIndex, b: HexIndex): number {
  const rowA = Math.floor(a / cols);
  const rowB = Math.floor(b / cols);
  const qA = a - rowA * cols - ((rowA - (rowA & 1)) >> 1);
  const qB = b - rowB * cols - ((rowB - (rowB & 1)) >> 1);
  const dq = Math.abs(qA - qB);
  const dr = Math.abs(rowA - rowB);
  const ds = Math.abs(qA + rowA - qB - rowB);
  return Math.max(dq, dr, ds);
}

/** The hexside that a hex shares with its neighbour in a direction; -1 at the edge of the map. */
export function hexsideOf(cols: number, rows: number, hex: HexIndex, direction: number): HexsideIndex {
  const neighbour = neighbourOf(cols, rows, hex, direction);
  if (neighbour < 0) return -1;
  return direction < 3 ? hex * 3 + direction : neighbour * 3 + (direction - 3);
}

/** The direction from a hex to an adjacent hex, or -1 when they are not adjacent. */
export function directionTo(cols: number, rows: number, from: HexIndex, to: HexIndex): number {
  for (let direction = 0; direction < 6; direction++) {
    if (neighbourOf(cols, rows, from, direction) === to && to >= 0) return direction;
  }
  return -1;
}

/** A hex as players read it: two digits of column, two of row ("3127"). */
export function formatHex(cols: number, hex: HexIndex): string {
  if (hex < 0) return 'off map';
  const row = Math.floor(hex / cols);
  const col = hex - row * cols;
  return String(col).padStart(2, '0') + String(row).padStart(2, '0');
}

/** Reads what `formatHex` writes; -1 when the text is not a hex of this map. */
export function parseHex(cols: number, rows: number, text: string): HexIndex {
  if (!/^\d{4}$/.test(text)) return -1;
  const col = Number(text.slice(0, 2));
  const row = Number(text.slice(2));
  return col < cols && row < rows ? row * cols + col : -1;
}
