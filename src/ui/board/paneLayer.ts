/** A transparent picture over the view and a margin around it, drawn anew only when its content changes or the view leaves it. */
import type Phaser from 'phaser';
import type { Grid, Rect } from './geometry.ts';
import type { Pane } from './pane.ts';
import { canvasOf, canvasTexture, refreshTexture } from './picture.ts';

/** Canvas pixels drawn beyond each edge of the screen. */
const MARGIN = 136;
/** So near its edge it is drawn anew as soon as a frame has time for it. */
const NEAR_EDGE = 40;

export class PaneLayer {
  readonly image: Phaser.GameObjects.Image;
  readonly #scene: Phaser.Scene;
  readonly #name: string;
  readonly #grid: Grid;
  readonly #sheet: Rect;
  readonly #dpr: number;
  readonly #canvas: HTMLCanvasElement | OffscreenCanvas;
  readonly #context: CanvasRenderingContext2D;
  /** The canvas renderer is handed bitmaps: it copies a large canvas each time it draws from one. */
  readonly #asBitmap: boolean;
  #bitmap: ImageBitmap | null = null;
  #rect: Rect = { left: 0, top: 0, right: 0, bottom: 0 };
  #px = 0;
  #dirty = true;
  #blank = true;

  constructor(scene: Phaser.Scene, name: string, grid: Grid, sheet: Rect, dpr: number) {
    this.#scene = scene;
    this.#name = name;
    this.#grid = grid;
    this.#sheet = sheet;
    this.#dpr = dpr;
    const { canvas, context } = canvasOf(2, 2);
    canvasTexture(scene, name, canvas);
    this.#asBitmap = !('gl' in scene.game.renderer) && typeof OffscreenCanvas !== 'undefined';
    this.#canvas = this.#asBitmap ? new OffscreenCanvas(2, 2) : canvas;
    this.#context = this.#asBitmap ? (this.#canvas.getContext('2d') as CanvasRenderingContext2D) : context;
    this.image = scene.add.image(0, 0, name).setOrigin(0, 0).setVisible(false);
  }

  /** Says that what it shows has changed. */
  touch(): void {
    this.#dirty = true;
  }

  /**
   * Draws again if need be. `px` is the scale of the view; while it glides between levels (`moving`) the old drawing is
   * stretched; `busy` puts a redraw off that can wait a frame. Returns true when it drew.
   */
  show(
    view: Rect,
    px: number,
    level: number,
    { moving, needed, busy }: { moving: boolean; needed: boolean; busy: boolean },
    paint: (pane: Pane) => void,
  ): boolean {
    if (!needed) {
      if (!this.#blank) this.image.setVisible(false);
      this.#blank = true;
      return false;
    }
    const slack =
      px *
      Math.min(
        view.left - this.#rect.left,
        this.#rect.right - view.right,
        view.top - this.#rect.top,
        this.#rect.bottom - view.bottom,
      );
    const must = this.#dirty || this.#blank || (!moving && (slack < 0 || px !== this.#px));
    const should = !moving && !busy && slack < NEAR_EDGE;
    if (!must && !should) return false;
    const width = Math.ceil((view.right - view.left) * px) + 2 * MARGIN;
    const height = Math.ceil((view.bottom - view.top) * px) + 2 * MARGIN;
    // Whole pixels against the sheet's corner, as the camera has it: then a line does not shimmer when drawn anew.
    const left = this.#sheet.left + Math.round((view.left - this.#sheet.left) * px - MARGIN) / px;
    const top = this.#sheet.top + Math.round((view.top - this.#sheet.top) * px - MARGIN) / px;
    this.#rect = { left, top, right: left + width / px, bottom: top + height / px };
    this.#px = px;
    this.#fit(width, height);
    this.#context.setTransform(1, 0, 0, 1, 0, 0);
    this.#context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    paint({ context: this.#context, grid: this.#grid, rect: this.#rect, px, dpr: this.#dpr, level });
    this.#publish();
    this.image.setPosition(left, top).setScale(1 / px);
    this.image.setVisible(true);
    this.#dirty = false;
    this.#blank = false;
    return true;
  }

  #fit(width: number, height: number): void {
    const roomy = this.#canvas.width >= width && this.#canvas.height >= height && this.#canvas.width < width * 1.5;
    if (roomy) return;
    this.#canvas.width = width;
    this.#canvas.height = height;
  }

  #publish(): void {
    if (this.#canvas instanceof HTMLCanvasElement) {
      const texture = this.#scene.textures.get(this.#name);
      refreshTexture(texture, this.#canvas.width, this.#canvas.height);
      return;
    }
    const bitmap = this.#canvas.transferToImageBitmap();
    const { textures } = this.#scene;
    textures.remove(this.#name);
    canvasTexture(this.#scene, this.#name, bitmap);
    this.image.setTexture(this.#name);
    this.#bitmap?.close();
    this.#bitmap = bitmap;
  }
}
