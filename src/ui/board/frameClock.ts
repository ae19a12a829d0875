/** Measures frames: time between them and time spent in scripts. */

const KEPT = 60;

export class FrameClock {
  readonly #frames = new Float32Array(KEPT);
  readonly #scripts = new Float32Array(KEPT);
  #at = 0;
  #count = 0;
  #last = 0;
  #begun = 0;

  begin(now: number): void {
    this.#begun = now;
  }

  end(now: number): void {
    const between = this.#begun - this.#last;
    this.#last = this.#begun;
    // A gap of a second is the board at rest, not a slow frame.
    if (between <= 0 || between > 1000) return;
    this.#frames[this.#at] = between;
    this.#scripts[this.#at] = now - this.#begun;
    this.#at = (this.#at + 1) % KEPT;
    this.#count = Math.min(KEPT, this.#count + 1);
  }

  means(): { frameMs: number; scriptMs: number; scriptMsMax: number } {
    let frame = 0;
    let script = 0;
    let longest = 0;
    for (let k = 0; k < this.#count; k++) {
      frame += this.#frames[k] as number;
      script += this.#scripts[k] as number;
      longest = Math.max(longest, this.#scripts[k] as number);
    }
    const count = Math.max(1, this.#count);
    return { frameMs: frame / count, scriptMs: script / count, scriptMsMax: longest };
  }
}
