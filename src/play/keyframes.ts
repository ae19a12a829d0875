/** States of a recorded game to start from, by position: as many as memory is set aside for, spread over the game. */
import type { GameState } from '../core/state.ts';

/** Most keyframes kept. One of a campaign of 120 counters takes about 180 kB: 35 MB when all are. */
export const MOST_KEYFRAMES = 192;

export interface Keyframe {
  readonly at: number;
  /** To be copied and not changed. */
  readonly state: GameState;
}

export class Keyframes {
  readonly #most: number;
  /** In ascending order; the first is position 0. */
  #frames: Keyframe[];
  /** Least distance between two: doubled whenever there are too many. */
  #gap = 1;

  /** `start` is the state at position 0. `most` is at least 2. */
  constructor(start: GameState, most = MOST_KEYFRAMES) {
    this.#frames = [{ at: 0, state: start }];
    this.#most = Math.max(2, most);
  }

  get count(): number {
    return this.#frames.length;
  }

  /** Keeps a state, which from now on belongs to the keyframes, unless its neighbours are near enough. */
  put(at: number, state: GameState): void {
    const i = this.#before(at);
    const next = this.#frames[i + 1];
    if (at - (this.#frames[i] as Keyframe).at < this.#gap || (next && next.at - at < this.#gap)) return;
    this.#frames.splice(i + 1, 0, { at, state });
    while (this.#frames.length > this.#most) this.#thin();
  }

  /** The last keyframe at or before a position. */
  nearest(at: number): Keyframe {
    return this.#frames[this.#before(Math.max(0, at))] as Keyframe;
  }

  /** Index of the last keyframe at or before a position. */
  #before(at: number): number {
    let low = 1;
    let high = this.#frames.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#frames[middle] as Keyframe).at <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #thin(): void {
    this.#gap *= 2;
    let last = 0;
    this.#frames = this.#frames.filter(({ at }, i) => {
      const keep = i === 0 || at - last >= this.#gap;
      if (keep) last = at;
      return keep;
    });
  }
}
