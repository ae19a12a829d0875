/** Power by hex: a map with a table of its hexes beside it, for it is asked of many more hexes than it has. */
export class HexPowers extends Map<number, number> {
  /** By hex: where its power lies in the list, 0 for none. */
  readonly #slots: Int16Array;
  readonly #powers: number[] = [0];

  /** `size`: hexes of the map. */
  constructor(size: number) {
    super();
    this.#slots = new Int16Array(size);
  }

  override has(hex: number): boolean {
    return hex >= 0 && this.#slots[hex] !== 0;
  }

  override get(hex: number): number | undefined {
    const slot = hex >= 0 ? (this.#slots[hex] as number) : 0;
    return slot > 0 ? this.#powers[slot] : undefined;
  }

  /** Power in a hex, 0 for none. */
  at(hex: number): number {
    return hex >= 0 ? (this.#powers[this.#slots[hex] as number] as number) : 0;
  }

  override set(hex: number, power: number): this {
    const slot = this.#slots[hex] as number;
    if (slot > 0) this.#powers[slot] = power;
    else this.#slots[hex] = this.#powers.push(power) - 1;
    return super.set(hex, power);
  }
}
