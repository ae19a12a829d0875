/** States of a recorded game to start from, by position: as many as memory is set aside for, spread over the game. */
import type { GameState } from '../core/state.ts';

/** Most keyframes kept. One of a campaign of 120 counters takes about 180 kB: 35 MB when all are. */
export const MOST_KEYFRAMES = 192;

export class Keyframes {
  readonly #most: number;
  /** Positions in ascending order, and the state at each. */
  #at: number[] = [];
  #states: GameState[] = [];

  /** `most` is at least 2. */
  constructor(most = MOST_KEYFRAMES) {
    this.#most = Math.max(2, most);
  }

  get count(): number {
    return this.#at.length;
  }

  /** Keeps a state, which from now on belongs to the keyframes. A position that has one already keeps the first. */
  put(at: number, state: GameState): void {
    const i = this.#before(at);
    if (this.#at[i] === at) return;
    this.#at.splice(i + 1, 0, at);
    this.#states.splice(i + 1, 0, state);
    if (this.#at.length > this.#most) this.#thin();
  }

  /** The last keyframe at or before a position, to be copied and not changed; null when there is none. */
  nearest(at: number): { at: number; state: GameState } | null {
    const i = this.#before(at);
    return i < 0 ? null : { at: this.#at[i] as number, state: this.#states[i] as GameState };
  }

  /** Index of the last keyframe at or before a position, -1 for none. */
  #before(at: number): number {
    let low = 0;
    let high = this.#at.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#at[middle] as number) <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Lets every second one go; the first stays, since nothing lies before it. */
  #thin(): void {
    const keep = (_: unknown, i: number): boolean => i % 2 === 0;
    this.#at = this.#at.filter(keep);
    this.#states = this.#states.filter(keep);
  }
}
