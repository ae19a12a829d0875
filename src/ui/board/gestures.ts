/** Turns pointer, touch and wheel input into intents of the view: pan, throw, zoom, tap, hover, long press. No page. */
import type { Press } from './contract.ts';

/** What the view is told. Positions are CSS pixels of the host. */
export interface GestureSink {
  pan(dx: number, dy: number): void;
  /** Speed in pixels a millisecond at the end of a drag. */
  release(vx: number, vy: number): void;
  /** Two fingers or a track pad: zoom by a factor about a point, ending with `pinchEnd`. */
  pinch(x: number, y: number, factor: number): void;
  pinchEnd(x: number, y: number): void;
  /** Wheel notches; positive zooms in. */
  step(x: number, y: number, notches: number): void;
  tap(x: number, y: number, press: Press): void;
  hover(x: number, y: number, touch: boolean): void;
  leave(): void;
  longPress(x: number, y: number): void;
}

export interface PointerInput {
  id: number;
  x: number;
  y: number;
  button: number;
  touch: boolean;
  shift: boolean;
  ctrl: boolean;
  alt: boolean;
  /** Milliseconds on any steady clock. */
  time: number;
}

interface Finger {
  x: number;
  y: number;
}

/** How far a press may wander and still be a tap, and how long before it is a long press. */
const SLOP = { mouse: 5, touch: 10 } as const;
const LONG_PRESS_MS = 500;
const DOUBLE_MS = 320;
const WHEEL_NOTCH = 60;
const WHEEL_PAUSE_MS = 90;

export class Gestures {
  readonly #sink: GestureSink;
  readonly #fingers = new Map<number, Finger>();
  #start: PointerInput | null = null;
  #dragging = false;
  #pinching = false;
  #held = false;
  #vx = 0;
  #vy = 0;
  #lastMove = 0;
  #lastTap = { x: 0, y: 0, time: Number.NEGATIVE_INFINITY, button: -1 };
  #wheel = 0;
  #wheelTime = Number.NEGATIVE_INFINITY;

  constructor(sink: GestureSink) {
    this.#sink = sink;
  }

  /** Whether a pointer is down, so that the clock must go on. */
  get busy(): boolean {
    return this.#fingers.size > 0;
  }

  get dragging(): boolean {
    return this.#dragging || this.#pinching;
  }

  down(input: PointerInput): void {
    this.#fingers.set(input.id, { x: input.x, y: input.y });
    this.#vx = 0;
    this.#vy = 0;
    this.#sink.release(0, 0);
    if (this.#fingers.size === 1) {
      this.#start = input;
      this.#dragging = false;
      this.#held = false;
      this.#lastMove = input.time;
    } else if (this.#fingers.size === 2) {
      this.#pinching = true;
      this.#start = null;
      this.#dragging = false;
    }
  }

  move(input: PointerInput): void {
    const finger = this.#fingers.get(input.id);
    if (!finger) {
      this.#sink.hover(input.x, input.y, input.touch);
      return;
    }
    if (this.#pinching) {
      this.#pinch(input, finger);
      return;
    }
    const start = this.#start;
    if (start && !this.#dragging) {
      const slop = input.touch ? SLOP.touch : SLOP.mouse;
      if (Math.abs(input.x - start.x) <= slop && Math.abs(input.y - start.y) <= slop) return;
      this.#dragging = true;
    }
    const dx = input.x - finger.x;
    const dy = input.y - finger.y;
    finger.x = input.x;
    finger.y = input.y;
    if (!this.#dragging || (start && start.button === 2)) return;
    const passed = Math.max(1, input.time - this.#lastMove);
    this.#lastMove = input.time;
    const blend = Math.min(1, passed / 50);
    this.#vx += (dx / passed - this.#vx) * blend;
    this.#vy += (dy / passed - this.#vy) * blend;
    this.#sink.pan(dx, dy);
  }

  #pinch(input: PointerInput, finger: Finger): void {
    const other = this.#otherFinger(input.id);
    if (!other) return;
    const before = Math.hypot(finger.x - other.x, finger.y - other.y);
    const middleX = (finger.x + other.x) / 2;
    const middleY = (finger.y + other.y) / 2;
    finger.x = input.x;
    finger.y = input.y;
    const after = Math.hypot(finger.x - other.x, finger.y - other.y);
    const toX = (finger.x + other.x) / 2;
    const toY = (finger.y + other.y) / 2;
    this.#sink.pan(toX - middleX, toY - middleY);
    if (before > 1 && after > 1) this.#sink.pinch(toX, toY, after / before);
  }

  #otherFinger(id: number): Finger | null {
    for (const [key, finger] of this.#fingers) if (key !== id) return finger;
    return null;
  }

  up(input: PointerInput): void {
    if (!this.#fingers.delete(input.id)) return;
    if (this.#pinching) {
      if (this.#fingers.size < 2) {
        this.#pinching = false;
        this.#sink.pinchEnd(input.x, input.y);
        // The finger that stays goes on as a drag, never as a tap.
        this.#dragging = this.#fingers.size > 0;
        this.#lastMove = input.time;
      }
      return;
    }
    const start = this.#start;
    this.#start = null;
    if (this.#dragging) {
      this.#dragging = false;
      const still = input.time - this.#lastMove > 70 || start?.button === 2;
      if (!still) this.#sink.release(this.#vx, this.#vy);
      return;
    }
    if (!start || this.#held) return;
    const last = this.#lastTap;
    const double =
      input.time - last.time < DOUBLE_MS &&
      start.button === last.button &&
      Math.abs(input.x - last.x) + Math.abs(input.y - last.y) < 16;
    this.#lastTap = {
      x: input.x,
      y: input.y,
      time: double ? Number.NEGATIVE_INFINITY : input.time,
      button: start.button,
    };
    const { shift, ctrl, alt, touch } = input;
    this.#sink.tap(start.x, start.y, { button: start.button, shift, ctrl, alt, touch, double });
  }

  cancel(id: number): void {
    this.#fingers.delete(id);
    this.#start = null;
    this.#dragging = false;
    if (this.#fingers.size < 2) this.#pinching = false;
  }

  leave(): void {
    if (this.#fingers.size === 0) this.#sink.leave();
  }

  /** `pixels` is the wheel's vertical delta in pixels, `smooth` a track pad's pinch. */
  wheel(x: number, y: number, pixels: number, smooth: boolean, time: number): void {
    if (smooth) {
      this.#sink.pinch(x, y, Math.exp(-pixels * 0.01));
      return;
    }
    if (Math.sign(pixels) !== Math.sign(this.#wheel) || time - this.#wheelTime > 400) this.#wheel = 0;
    this.#wheel += pixels;
    if (Math.abs(this.#wheel) < WHEEL_NOTCH || time - this.#wheelTime < WHEEL_PAUSE_MS) return;
    this.#sink.step(x, y, this.#wheel > 0 ? -1 : 1);
    this.#wheel = 0;
    this.#wheelTime = time;
  }

  /** Lets time pass; a finger held still becomes a long press. */
  tick(time: number): void {
    const start = this.#start;
    if (!start?.touch || this.#dragging || this.#held || time - start.time < LONG_PRESS_MS) return;
    this.#held = true;
    this.#sink.longPress(start.x, start.y);
  }
}
