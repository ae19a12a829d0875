/** The small maps: ground, who holds what, the units and the frame of the view. */

import { controlOf } from '../../core/control.ts';
import { BARE_LEVEL } from './camera.ts';
import type { BoardModel } from './contract.ts';
import type { CounterLayer } from './counterLayer.ts';
import { frontLines } from './fronts.ts';
import { type Grid, hexX, hexY, type Rect, ROW_STEP } from './geometry.ts';
import type { MapPort } from './mapPort.ts';

class Minimap {
  readonly canvas: HTMLCanvasElement;
  readonly #grid: Grid;
  readonly #sheet: Rect;
  readonly #colours: readonly string[];
  readonly #scale: number;
  readonly #dpr: number;
  #ground: HTMLCanvasElement | null = null;
  #positions: HTMLCanvasElement | null = null;

  /** `width` in CSS pixels; the height follows the map. `move` is called with a point of the plane to look at. */
  constructor(
    grid: Grid,
    sheet: Rect,
    colours: readonly string[],
    width: number,
    dpr: number,
    port: MapPort,
    move: (x: number, y: number) => void,
    arrived: () => void,
  ) {
    this.#grid = grid;
    this.#sheet = sheet;
    this.#colours = colours;
    this.#dpr = dpr;
    this.#scale = (width * dpr) / (sheet.right - sheet.left);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * dpr);
    canvas.height = Math.round((sheet.bottom - sheet.top) * this.#scale);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${canvas.height / dpr}px`;
    canvas.style.touchAction = 'none';
    this.canvas = canvas;
    // Drawn as if for coarser pixels, or roads and towns at their least size would cover so small a sheet.
    const { width: wide, height } = canvas;
    const piece = { rect: sheet, width: wide, height, px: this.#scale, dpr: dpr * 0.5, level: BARE_LEVEL, grid: false };
    port.draw(piece, (drawn) => {
      const ground = document.createElement('canvas');
      ground.width = canvas.width;
      ground.height = canvas.height;
      ground.getContext('2d')?.drawImage(drawn, 0, 0);
      this.#ground = ground;
      arrived();
    });
    const look = (event: PointerEvent): void => {
      if (event.buttons === 0 && event.type !== 'pointerdown') return;
      event.preventDefault();
      const box = canvas.getBoundingClientRect();
      const x = ((event.clientX - box.left) / box.width) * (sheet.right - sheet.left) + sheet.left;
      const y = ((event.clientY - box.top) / box.height) * (sheet.bottom - sheet.top) + sheet.top;
      move(x, y);
    };
    canvas.addEventListener('pointerdown', (event) => {
      canvas.setPointerCapture(event.pointerId);
      look(event);
    });
    canvas.addEventListener('pointermove', look);
  }

  /** Draws ownership, the front and units anew; call when the model changes. */
  positions(model: BoardModel, counters: CounterLayer, ground: Int8Array | null): void {
    const layer = this.#positions ?? document.createElement('canvas');
    layer.width = this.canvas.width;
    layer.height = this.canvas.height;
    this.#positions = layer;
    const context = layer.getContext('2d');
    if (!context) return;
    const hexPx = this.#scale;
    const { cols, rows } = this.#grid;
    // One path a side, so that cells which touch do not darken each other.
    context.globalAlpha = 0.26;
    for (const side of [1, 2]) {
      context.beginPath();
      for (let hex = 0; hex < cols * rows; hex++) {
        if (controlOf(model.view.control, hex) !== side) continue;
        const x = this.#x(hexX(this.#grid, hex) - 0.5);
        context.rect(x, this.#y(hexY(this.#grid, hex) - ROW_STEP / 2), hexPx + 0.6, hexPx * ROW_STEP + 0.6);
      }
      context.fillStyle = this.#colours[side - 1] ?? '#888888';
      context.fill();
    }
    context.globalAlpha = 1;
    if (ground) this.#front(context, ground);
    const side = Math.max(3.4 * this.#dpr, hexPx * 0.9);
    for (const [hex, units] of counters.stacks) {
      const look = counters.looks[units[0] as number];
      if (!look) continue;
      const x = this.#x(hexX(this.#grid, hex)) - side / 2;
      const y = this.#y(hexY(this.#grid, hex)) - side / 2;
      context.fillStyle = '#1d1813';
      context.fillRect(x - 0.7, y - 0.7, side + 1.4, side + 1.4);
      context.fillStyle = look.colour;
      context.fillRect(x, y, side, side);
    }
  }

  #front(context: CanvasRenderingContext2D, ground: Int8Array): void {
    context.beginPath();
    for (const line of frontLines(this.#grid, ground)) {
      line.forEach((x, k) => {
        if (k % 2 === 1) return;
        const y = line[k + 1] as number;
        if (k === 0) context.moveTo(this.#x(x), this.#y(y));
        else context.lineTo(this.#x(x), this.#y(y));
      });
    }
    context.lineJoin = 'round';
    for (const [colour, width] of [
      ['rgba(255,248,228,0.9)', 2.6],
      ['#1d1813', 1.2],
    ] as const) {
      context.strokeStyle = colour;
      context.lineWidth = width * this.#dpr;
      context.stroke();
    }
  }

  #x(x: number): number {
    return (x - this.#sheet.left) * this.#scale;
  }

  #y(y: number): number {
    return (y - this.#sheet.top) * this.#scale;
  }

  /** Puts the layers together with the frame of the view. */
  show(view: Rect): void {
    const context = this.canvas.getContext('2d');
    if (!context) return;
    context.fillStyle = '#e9dfc8';
    context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    if (this.#ground) context.drawImage(this.#ground, 0, 0);
    if (this.#positions) context.drawImage(this.#positions, 0, 0);
    const left = Math.max(1, this.#x(view.left));
    const top = Math.max(1, this.#y(view.top));
    const right = Math.min(this.canvas.width - 1, this.#x(view.right));
    const bottom = Math.min(this.canvas.height - 1, this.#y(view.bottom));
    for (const [colour, width] of [
      ['rgba(30,20,8,0.8)', 3.4],
      ['#ffe28a', 1.6],
    ] as const) {
      context.strokeStyle = colour;
      context.lineWidth = width * this.#dpr;
      context.strokeRect(left, top, right - left, bottom - top);
    }
  }
}

/** The small maps of a board, drawn anew only when something on them has changed. */
export class Minimaps {
  readonly #all: Minimap[] = [];
  readonly #make: (width: number) => Minimap;
  #stale = true;

  /** `move` is called with a point of the plane to look at, `changed` whenever a frame is wanted. */
  constructor(
    grid: Grid,
    sheet: Rect,
    colours: readonly string[],
    dpr: number,
    port: MapPort,
    on: { move(x: number, y: number): void; changed(): void },
  ) {
    const moved = (x: number, y: number): void => {
      on.move(x, y);
      on.changed();
    };
    const arrived = (): void => {
      this.#stale = true;
      on.changed();
    };
    this.#make = (width) => new Minimap(grid, sheet, colours, width, dpr, port, moved, arrived);
  }

  /** A new small map so many CSS pixels wide. */
  add(width: number): HTMLCanvasElement {
    const minimap = this.#make(width);
    this.#all.push(minimap);
    this.#stale = true;
    return minimap.canvas;
  }

  /** Says that units or possession have changed. */
  touch(): void {
    this.#stale = true;
  }

  show(view: Rect, moved: boolean, model: BoardModel, counters: CounterLayer, ground: Int8Array | null): void {
    if (!moved && !this.#stale) return;
    for (const minimap of this.#all) {
      if (this.#stale) minimap.positions(model, counters, ground);
      minimap.show(view);
    }
    this.#stale = false;
  }
}
