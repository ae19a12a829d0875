/**
 * numpy's `default_rng(seed)`: M. E. O'Neill's PCG XSL RR 128/64 (HMC-CS-2014-0905), seeded by numpy's `SeedSequence`. The
 * reference scores are drawn with it, so ours agree with them to the digit. Not for games, whose dice are keyed.
 */

const MASK32 = 0xffffffffn;
const MASK64 = (1n << 64n) - 1n;
const MASK128 = (1n << 128n) - 1n;
const MULTIPLIER = (2549297995355413924n << 64n) | 4865540595714422341n;

export class Pcg64 {
  #state = 0n;
  readonly #increment: bigint;
  /** The upper half of a word of which only the lower was asked for. */
  #half: number | null = null;

  /** A generator from a whole number of up to 32 bits. */
  constructor(seed: number) {
    const words = seedWords(seed);
    const [a, b, c, d] = words as [bigint, bigint, bigint, bigint];
    this.#increment = ((((c << 64n) | d) << 1n) | 1n) & MASK128;
    this.#step();
    this.#state = (this.#state + ((a << 64n) | b)) & MASK128;
    this.#step();
  }

  #step(): void {
    this.#state = (this.#state * MULTIPLIER + this.#increment) & MASK128;
  }

  #word64(): bigint {
    this.#step();
    const folded = (this.#state >> 64n) ^ (this.#state & MASK64);
    const turn = this.#state >> 122n;
    return ((folded >> turn) | (folded << (64n - turn))) & MASK64;
  }

  #word32(): number {
    if (this.#half !== null) {
      const kept = this.#half;
      this.#half = null;
      return kept;
    }
    const word = this.#word64();
    this.#half = Number(word >> 32n);
    return Number(word & MASK32);
  }

  /** Uniform in [0, 1): a multiple of 2^-53. */
  random(): number {
    return Number(this.#word64() >> 11n) / 2 ** 53;
  }

  /** Uniform whole number from 0 to `most`: words masked to its bits, those above it thrown away. */
  #upTo(most: number): number {
    const mask = most === 0 ? 0 : 0xffffffff >>> Math.clz32(most);
    for (;;) {
      const value = (this.#word32() & mask) >>> 0;
      if (value <= most) return value;
    }
  }

  /** The numbers 0..size-1 in random order. */
  permutation(size: number): number[] {
    const order = Array.from({ length: size }, (_, i) => i);
    for (let i = size - 1; i > 0; i--) {
      const j = this.#upTo(i);
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    return order;
  }
}

/** `SeedSequence(seed).generate_state(4, uint64)`: a pool of four words, mixed and drawn on. */
function seedWords(seed: number): bigint[] {
  let hashed = 0x43b0d7e5;
  const hash = (value: number): number => {
    let x = (value ^ hashed) >>> 0;
    hashed = Math.imul(hashed, 0x931e8875) >>> 0;
    x = Math.imul(x, hashed) >>> 0;
    return (x ^ (x >>> 16)) >>> 0;
  };
  const mix = (a: number, b: number): number => {
    const x = (Math.imul(a, 0xca01f9dd) - Math.imul(b, 0x4973f715)) >>> 0;
    return (x ^ (x >>> 16)) >>> 0;
  };
  const pool = [seed >>> 0, 0, 0, 0].map(hash);
  for (let from = 0; from < 4; from++)
    for (let to = 0; to < 4; to++) if (from !== to) pool[to] = mix(pool[to] as number, hash(pool[from] as number));
  let key = 0x8b51f9dd;
  const words = Array.from({ length: 8 }, (_, i) => {
    let x = ((pool[i % 4] as number) ^ key) >>> 0;
    key = Math.imul(key, 0x58f38ded) >>> 0;
    x = Math.imul(x, key) >>> 0;
    return BigInt((x ^ (x >>> 16)) >>> 0);
  });
  return [0, 2, 4, 6].map((i) => (words[i] as bigint) | ((words[i + 1] as bigint) << 32n));
}
