/** The map sheet on the board: square pieces as images, drawn when they come into view, for the zoom level in use. */
import type Phaser from 'phaser';
import { FARTHEST, scaleOf } from './camera.ts';
import type { Rect } from './geometry.ts';
import type { MapPort } from './mapPort.ts';
import { asTexture, canvasTexture, picture } from './picture.ts';

/**
 * Pixels of a piece. Pieces of 1024 would pin four times the screen in pictures, at which the canvas renderer stops
 * deferring its work and each frame waits for it.
 */
const PIECE = 512;
/** Pieces kept, most recently seen first to stay. */
const KEPT = 110;
/** The level whose pieces lie under all others, so that the sheet is never blank. */
const BASE_LEVEL = 0;
const AT_WORK = 3;

interface Piece {
  key: string;
  level: number;
  image: Phaser.GameObjects.Image;
  drawn: HTMLCanvasElement | ImageBitmap;
  texture: Phaser.Textures.Texture;
  seen: number;
  /** The grid setting it was drawn with; -1 before it is drawn. */
  grid: number;
}

export class ChunkLayer {
  readonly #scene: Phaser.Scene;
  readonly #layer: Phaser.GameObjects.Layer;
  readonly #port: MapPort;
  readonly #sheet: Rect;
  readonly #dpr: number;
  readonly #pieces = new Map<string, Piece>();
  readonly #asked = new Set<string>();
  #clock = 0;
  #level = BASE_LEVEL;
  #previous = BASE_LEVEL;
  #grid = 1;
  #serial = 0;
  /** Called when a piece arrives, so that a sleeping board wakes. */
  onPiece: () => void = () => {};

  constructor(scene: Phaser.Scene, layer: Phaser.GameObjects.Layer, port: MapPort, sheet: Rect, dpr: number) {
    this.#scene = scene;
    this.#layer = layer;
    this.#port = port;
    this.#sheet = sheet;
    this.#dpr = dpr;
  }

  get count(): number {
    return this.#pieces.size;
  }

  /** Whether all of the view is drawn at its own level. */
  complete = false;

  set grid(on: boolean) {
    this.#grid = on ? 1 : 0;
  }

  /** Shows the sheet for a view at a level, asking for pieces that lack. Cheap when nothing lacks. */
  show(view: Rect, level: number): void {
    if (level !== this.#level) {
      this.#previous = this.#level;
      this.#level = level;
    }
    this.#clock++;
    // Lower pieces are shown, and if need be drawn first, only while the level's own are not all there.
    let drawn = this.#visit(view, level, false);
    if (!drawn) {
      const based = this.#visit(view, BASE_LEVEL, true);
      if (based) drawn = this.#visit(view, level, true);
      if (!drawn && this.#previous !== level) this.#visit(view, this.#previous, false);
    }
    this.complete = drawn;
    for (const piece of this.#pieces.values()) {
      const wanted = piece.seen === this.#clock && piece.grid >= 0;
      if (piece.image.visible !== wanted) piece.image.setVisible(wanted);
    }
    if (drawn && this.#port.pending === 0) this.#prefetch(view, level);
    this.#forget();
  }

  /** Marks the pieces of a level in view as seen and asks for what lacks; true when all are drawn. */
  #visit(view: Rect, level: number, ask: boolean): boolean {
    const span = PIECE / (scaleOf(level) * this.#dpr);
    const { left, top, right, bottom } = this.#sheet;
    const firstColumn = Math.floor((Math.max(view.left, left) - left) / span);
    const lastColumn = Math.floor((Math.min(view.right, right) - left - 1e-6) / span);
    const firstRow = Math.floor((Math.max(view.top, top) - top) / span);
    const lastRow = Math.floor((Math.min(view.bottom, bottom) - top - 1e-6) / span);
    let all = true;
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        const key = `${level}/${column}/${row}`;
        const piece = this.#pieces.get(key);
        if (piece) piece.seen = this.#clock;
        if (!piece || piece.grid !== this.#grid) {
          all = false;
          if (ask) this.#ask(key, level, column, row, span);
        }
      }
    }
    return all;
  }

  #ask(key: string, level: number, column: number, row: number, span: number): void {
    if (this.#asked.has(key) || this.#port.pending >= AT_WORK) return;
    this.#asked.add(key);
    const left = this.#sheet.left + column * span;
    const top = this.#sheet.top + row * span;
    const grid = this.#grid;
    const px = scaleOf(level) * this.#dpr;
    const width = Math.min(PIECE, Math.ceil((this.#sheet.right - left) * px));
    const height = Math.min(PIECE, Math.ceil((this.#sheet.bottom - top) * px));
    const rect = { left, top, right: left + width / px, bottom: top + height / px };
    this.#port.draw({ rect, width, height, px, dpr: this.#dpr, level, grid: grid === 1 }, (drawn) => {
      this.#asked.delete(key);
      const old = this.#pieces.get(key);
      if (old) this.#drop(old);
      const piece = this.#make(key, level, asTexture(this.#scene, drawn), rect, px);
      piece.grid = grid;
      this.onPiece();
    });
  }

  #make(key: string, level: number, drawn: HTMLCanvasElement | ImageBitmap, rect: Rect, px: number): Piece {
    const name = `sheet${this.#serial++}`;
    const texture = canvasTexture(this.#scene, name, drawn);
    const image = picture(this.#scene, name);
    image
      .setOrigin(0, 0)
      .setPosition(rect.left, rect.top)
      .setScale(1 / px)
      .setVisible(false);
    image.setDepth(level === BASE_LEVEL ? 0 : 1 + level - FARTHEST);
    this.#layer.add(image);
    const piece: Piece = { key, level, image, drawn, texture, seen: this.#clock, grid: -1 };
    this.#pieces.set(key, piece);
    return piece;
  }

  #drop(piece: Piece): void {
    this.#pieces.delete(piece.key);
    piece.image.destroy();
    this.#scene.textures.remove(piece.texture);
    if (!(piece.drawn instanceof HTMLCanvasElement)) piece.drawn.close();
  }

  /** One piece a time of the ring around the view. */
  #prefetch(view: Rect, level: number): void {
    const span = PIECE / (scaleOf(level) * this.#dpr) / 2;
    const wide = { left: view.left - span, right: view.right + span, top: view.top - span, bottom: view.bottom + span };
    this.#visit(wide, level, true);
  }

  #forget(): void {
    if (this.#pieces.size <= KEPT) return;
    let oldest: Piece | null = null;
    for (const piece of this.#pieces.values()) {
      if (piece.level === BASE_LEVEL || piece.seen === this.#clock) continue;
      if (!oldest || piece.seen < oldest.seen) oldest = piece;
    }
    if (oldest) this.#drop(oldest);
  }
}
