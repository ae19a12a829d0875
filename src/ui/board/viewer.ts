/** The moving camera of the board: glides between zoom levels, is thrown and slows, stays on the sheet. */
import {
  type Camera,
  clampCamera,
  LEVELS,
  lowestLevel,
  nearestLevel,
  type Screen,
  scaleOf,
  slowDown,
  toPlaneX,
  toPlaneY,
  zoomAbout,
} from './camera.ts';
import type { Rect } from './geometry.ts';

const GLIDE_MS = 170;

interface Glide {
  age: number;
  ms: number;
  fromX: number;
  fromY: number;
  toX: number;
  toY: number;
  fromScale: number;
  toScale: number;
  /** The screen point that stays put while only the scale changes; null when the middle travels. */
  anchor: { sx: number; sy: number } | null;
}

export class Viewer {
  readonly camera: Camera = { x: 0, y: 0, scale: LEVELS[2] };
  readonly screen: Screen = { width: 1, height: 1 };
  readonly #sheet: Rect;
  readonly #map: Rect;
  readonly #calm: boolean;
  /** Levels farther out than this show nothing more. */
  #lowest = 0;
  #level = 2;
  #vx = 0;
  #vy = 0;
  #glide: Glide | null = null;
  #pinching = false;

  /** `calm` jumps instead of gliding, for people who asked for reduced motion; `map` is the part of the sheet with hexes. */
  constructor(sheet: Rect, calm: boolean, map: Rect = sheet) {
    this.#sheet = sheet;
    this.#map = map;
    this.#calm = calm;
    this.camera.x = (sheet.left + sheet.right) / 2;
    this.camera.y = (sheet.top + sheet.bottom) / 2;
  }

  /** The level the view rests at or is on its way to. */
  get level(): number {
    return this.#level;
  }

  /** The farthest level this screen has. */
  get lowest(): number {
    return this.#lowest;
  }

  /** Whether the scale is between levels. */
  get gliding(): boolean {
    return this.#pinching || (this.#glide !== null && this.#glide.fromScale !== this.#glide.toScale);
  }

  get moving(): boolean {
    return this.#glide !== null || this.#vx !== 0 || this.#vy !== 0 || this.#pinching;
  }

  resize(width: number, height: number): void {
    this.screen.width = width;
    this.screen.height = height;
    this.#lowest = lowestLevel(this.#map, this.screen);
    if (this.#level < this.#lowest) this.jump(this.camera.x, this.camera.y, this.#lowest);
    clampCamera(this.camera, this.screen, this.#sheet);
  }

  pan(dx: number, dy: number): void {
    if (this.#glide && !this.#glide.anchor) this.#glide = null;
    this.camera.x -= dx / this.camera.scale;
    this.camera.y -= dy / this.camera.scale;
    clampCamera(this.camera, this.screen, this.#sheet);
  }

  throwBy(vx: number, vy: number): void {
    this.#vx = this.#calm ? 0 : vx;
    this.#vy = this.#calm ? 0 : vy;
  }

  pinch(sx: number, sy: number, factor: number): void {
    this.#glide = null;
    this.#pinching = true;
    const lowest = scaleOf(this.#lowest) * 0.8;
    const highest = (LEVELS[LEVELS.length - 1] as number) * 1.25;
    const scale = Math.min(highest, Math.max(lowest, this.camera.scale * factor));
    zoomAbout(this.camera, this.screen, sx, sy, scale);
    clampCamera(this.camera, this.screen, this.#sheet);
    this.#level = nearestLevel(scale, this.#lowest);
  }

  pinchEnd(sx: number, sy: number): void {
    if (!this.#pinching) return;
    this.#pinching = false;
    this.toLevel(nearestLevel(this.camera.scale, this.#lowest), sx, sy);
  }

  step(sx: number, sy: number, notches: number): void {
    this.toLevel(this.#level + notches, sx, sy);
  }

  /** Zooms to a level with a screen point held. */
  toLevel(level: number, sx: number, sy: number): void {
    this.#level = Math.max(this.#lowest, Math.min(LEVELS.length - 1, level));
    const toScale = scaleOf(this.#level);
    if (this.#calm) {
      zoomAbout(this.camera, this.screen, sx, sy, toScale);
      clampCamera(this.camera, this.screen, this.#sheet);
      this.#glide = null;
      return;
    }
    if (toScale === this.camera.scale) {
      this.#glide = null;
      return;
    }
    const { x, y, scale } = this.camera;
    this.#glide = {
      age: 0,
      ms: GLIDE_MS,
      fromX: x,
      fromY: y,
      toX: x,
      toY: y,
      fromScale: scale,
      toScale,
      anchor: { sx, sy },
    };
  }

  /** Travels to a point of the plane, at a level if given. */
  toPoint(x: number, y: number, level = this.#level): void {
    this.#vx = 0;
    this.#vy = 0;
    this.#level = level;
    const goal: Camera = { x, y, scale: scaleOf(level) };
    clampCamera(goal, this.screen, this.#sheet);
    if (this.#calm) {
      Object.assign(this.camera, goal);
      this.#glide = null;
      return;
    }
    const far = Math.hypot(goal.x - this.camera.x, goal.y - this.camera.y) * this.camera.scale;
    const { x: fromX, y: fromY, scale: fromScale } = this.camera;
    const ms = Math.min(520, 160 + far * 0.25);
    this.#glide = { age: 0, ms, fromX, fromY, toX: goal.x, toY: goal.y, fromScale, toScale: goal.scale, anchor: null };
  }

  jump(x: number, y: number, level: number): void {
    this.#glide = null;
    this.#level = level;
    Object.assign(this.camera, { x, y, scale: scaleOf(level) });
    clampCamera(this.camera, this.screen, this.#sheet);
  }

  /** Moves on by a frame; true when the view changed. */
  frame(ms: number): boolean {
    let changed = false;
    if (this.#vx !== 0 || this.#vy !== 0) {
      this.pan(this.#vx * ms, this.#vy * ms);
      this.#vx = slowDown(this.#vx, ms);
      this.#vy = slowDown(this.#vy, ms);
      changed = true;
    }
    const glide = this.#glide;
    if (glide) {
      glide.age = Math.min(glide.ms, glide.age + ms);
      const t = glide.age / glide.ms;
      const eased = 1 - (1 - t) * (1 - t);
      const scale = t >= 1 ? glide.toScale : glide.fromScale * (glide.toScale / glide.fromScale) ** eased;
      if (glide.anchor) zoomAbout(this.camera, this.screen, glide.anchor.sx, glide.anchor.sy, scale);
      else {
        this.camera.scale = scale;
        this.camera.x = glide.fromX + (glide.toX - glide.fromX) * eased;
        this.camera.y = glide.fromY + (glide.toY - glide.fromY) * eased;
      }
      clampCamera(this.camera, this.screen, this.#sheet);
      if (t >= 1) this.#glide = null;
      changed = true;
    }
    return changed;
  }

  planeX(sx: number): number {
    return toPlaneX(this.camera, this.screen, sx);
  }

  planeY(sy: number): number {
    return toPlaneY(this.camera, this.screen, sy);
  }
}
