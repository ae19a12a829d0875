/** What the pointer is on and what a click means: hexes, counters, and the stack that is fanned out. */
import type Phaser from 'phaser';
import { toScreenX, toScreenY } from './camera.ts';
import type { BoardEvents, BoardModel, Press } from './contract.ts';
import type { CounterLayer } from './counterLayer.ts';
import type { FanLayer } from './fanLayer.ts';
import { type Grid, hexAtPoint, hexX, hexY } from './geometry.ts';
import { fanHit, onStack } from './stacks.ts';
import type { Viewer } from './viewer.ts';

/** How long the pointer rests on a stack before it fans out. */
const DWELL_MS = 420;
/** Screen pixels a hex width below which the whole hex counts as its counter: a finger could not hit less. */
const SMALL_HEX = 44;

/** What pointing needs of the board. */
export interface PointingHost {
  viewer: Viewer;
  counters: CounterLayer;
  fans: FanLayer;
  grid: Grid;
  events: BoardEvents;
  hover: Phaser.GameObjects.Image;
  model(): BoardModel | null;
  /** Device pixels a hex width. */
  px(): number;
  playing(): boolean;
  skip(): void;
  /** Brings the stacks up to date with the model. */
  lay(): void;
  wake(): void;
}

export class Pointing {
  readonly #host: PointingHost;
  #inside = false;
  #touch = false;
  #hex = -1;
  #unit = -1;
  #restingSince = 0;
  #fanByHover = false;
  /** Where the fanned stack lay on the screen when it was opened. */
  #fannedAt = { x: 0, y: 0 };

  constructor(host: PointingHost) {
    this.#host = host;
  }

  /** Hex and counter under a screen point; in a fan the counter of the fan. */
  at(x: number, y: number): { hex: number; unit: number; fan: boolean } {
    const { fans, viewer, grid, counters } = this.#host;
    const fan = fans.fan;
    if (fan) {
      const hit = fanHit(fan, x, y);
      if (hit !== -2) return { hex: fan.hex, unit: hit, fan: true };
    }
    const px = viewer.planeX(x);
    const py = viewer.planeY(y);
    const hex = hexAtPoint(grid, px, py);
    const stack = hex < 0 || this.#host.model()?.hideUnits ? undefined : counters.stacks.get(hex);
    if (!stack) return { hex, unit: -1, fan: false };
    const small = viewer.camera.scale < SMALL_HEX;
    const hit = small || onStack(px - hexX(grid, hex), py - hexY(grid, hex), stack.length);
    return { hex, unit: hit ? (stack[0] as number) : -1, fan: false };
  }

  tap(x: number, y: number, press: Press): void {
    const { events, counters, fans } = this.#host;
    this.#host.wake();
    if (this.#host.playing()) {
      this.#host.skip();
      return;
    }
    const { hex, unit, fan } = this.at(x, y);
    if (fan) {
      if (unit >= 0) events.onUnitClick?.(unit, hex, press);
      // It lies over the neighbours, and a finger has no other way to put it aside.
      if (unit >= 0 && press.touch) this.close();
      return;
    }
    if (fans.fan) this.close();
    if (hex < 0) return;
    if (unit < 0) {
      events.onHexClick?.(hex, press);
      return;
    }
    events.onUnitClick?.(unit, hex, press);
    if (press.button !== 0 || (counters.stacks.get(hex)?.length ?? 0) < 2) return;
    this.#host.lay();
    this.open(hex);
  }

  longPress(x: number, y: number): void {
    const { hex, unit } = this.at(x, y);
    this.#host.events.onLongPress?.(hex, unit, x, y);
  }

  move(x: number, y: number, touch: boolean): void {
    this.#inside = true;
    this.#touch = touch;
    const { hex, unit, fan } = this.at(x, y);
    // A fan lies over the neighbours: the pointer that leaves it is on its way to them.
    const left = !fan && hex !== this.#host.fans.fan?.hex;
    if (left ? this.#fanByHover || !touch : this.#fanByHover && !fan) this.close();
    if (hex === this.#hex && unit === this.#unit) return;
    this.#restingSince = performance.now();
    this.pointAt(hex, unit);
    this.#host.events.onHover?.(hex, unit, x, y);
    this.#host.wake();
  }

  leave(): void {
    this.#inside = false;
    this.#restingSince = 0;
    if (this.#touch) this.closeHovered();
    else this.close();
    if (this.#hex < 0) return;
    this.pointAt(-1, -1);
    this.#host.events.onHover?.(-1, -1, -1, -1);
    this.#host.wake();
  }

  /** Moves the light outline to a hex. */
  pointAt(hex: number, unit: number): void {
    const { hover, grid } = this.#host;
    this.#hex = hex;
    this.#unit = unit;
    if (hex >= 0) hover.setPosition(hexX(grid, hex), hexY(grid, hex));
    hover.setVisible(hex >= 0);
  }

  /** Fans a stack out when the pointer has rested on it; true while it may still come to that. */
  dwell(busy: boolean): boolean {
    if (!this.#inside || this.#touch || this.#restingSince === 0 || busy || this.#host.playing()) return false;
    if (performance.now() - this.#restingSince < DWELL_MS) return true;
    this.#restingSince = 0;
    const { fans, counters } = this.#host;
    if (fans.fan || this.#unit < 0 || (counters.stacks.get(this.#hex)?.length ?? 0) < 2) return false;
    this.open(this.#hex);
    this.#fanByHover = true;
    return false;
  }

  /** Opens a stack on demand of the model, or closes what is open for -1. */
  force(hex: number): void {
    if (hex < 0) this.close();
    else this.open(hex);
  }

  /** Lays the open fan again after its stack or the selection changed. */
  refresh(): void {
    const { fan } = this.#host.fans;
    if (!fan) return;
    const hovered = this.#fanByHover;
    this.open(fan.hex);
    this.#fanByHover = hovered && this.#host.fans.fan !== null;
  }

  open(hex: number): void {
    const { counters, viewer, fans } = this.#host;
    const units = counters.stacks.get(hex);
    if (!units || units.length < 2) {
      this.close();
      return;
    }
    const { screen } = viewer;
    const { x, y } = this.#screenOf(hex);
    this.#fannedAt = { x, y };
    const ordered = units.slice().sort((a, b) => a - b);
    const selected = new Set(this.#host.model()?.selected ?? []);
    fans.open(hex, ordered, (unit) => counters.faceOf(unit), selected, x, y, screen);
    this.#fanByHover = false;
    this.follow();
    this.#host.wake();
  }

  close(): void {
    if (!this.#host.fans.fan) return;
    this.#host.fans.close();
    this.#fanByHover = false;
    this.#host.wake();
  }

  /** Closes a fan that only the resting pointer opened. */
  closeHovered(): void {
    if (this.#fanByHover) this.close();
  }

  #screenOf(hex: number): { x: number; y: number } {
    const { viewer, grid } = this.#host;
    const { camera, screen } = viewer;
    return { x: toScreenX(camera, screen, hexX(grid, hex)), y: toScreenY(camera, screen, hexY(grid, hex)) };
  }

  /** Keeps the fan in its place on the screen; when the view has gone elsewhere it would lie over strangers, and closes. */
  follow(): void {
    const { fans, viewer } = this.#host;
    const { fan } = fans;
    if (fan) {
      const { x, y } = this.#screenOf(fan.hex);
      const gone = Math.max(Math.abs(x - this.#fannedAt.x), Math.abs(y - this.#fannedAt.y));
      if (gone > viewer.camera.scale / 2) {
        this.close();
        return;
      }
    }
    fans.follow(
      (x) => viewer.planeX(x),
      (y) => viewer.planeY(y),
      this.#host.px(),
    );
  }
}
