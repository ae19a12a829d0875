/** Who holds each hex: two bits a hex, sixteen hexes a word, so that a snapshot of the state stays small. */

/** 0 nobody, 1 first side, 2 second side. */
export function controlOf(control: readonly number[], hex: number): number {
  return ((control[hex >> 4] as number) >>> ((hex & 15) * 2)) & 3;
}

/** The side that holds a hex, -1 for nobody. */
export function holderOf(control: readonly number[], hex: number): number {
  return controlOf(control, hex) - 1;
}

export function setControl(control: number[], hex: number, side: number): void {
  const shift = (hex & 15) * 2;
  const word = control[hex >> 4] as number;
  control[hex >> 4] = (word & ~(3 << shift)) | ((side + 1) << shift);
}

export function emptyControl(size: number): number[] {
  return Array.from({ length: (size + 15) >> 4 }, () => 0);
}
