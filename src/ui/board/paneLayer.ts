/** A transparent canvas over the view and a margin around it, redrawn only when its content changes or the view leaves it. */
import type Phaser from 'phaser';
import type { Grid, Rect } from './geometry.ts';
import { canvasOf, canvasTexture, refreshTexture } from './picture.ts';
import type { Pane } from './tintPainter.ts';

/** Canvas pixels drawn beyond each edge of the screen. */
const MARGIN = 224;

export class PaneLayer {
  readonly image: Phaser.GameObjects.Image;
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #texture: Phaser.Textures.Texture;
  readonly #grid: Grid;
  readonly #dpr: number;
  #rect: Rect = { left: 0, top: 0, right: 0, bottom: 0 };
  #px = 0;
  #dirty = true;
  #blank = true;

  constructor(scene: Phaser.Scene, name: string, grid: Grid, dpr: number) {
    this.#grid = grid;
    this.#dpr = dpr;
    const { canvas, context } = canvasOf(1, 1);
    this.#canvas = canvas;
    this.#context = context;
    this.#texture = canvasTexture(scene, name, canvas);
    this.image = scene.add.image(0, 0, name).setOrigin(0, 0).setVisible(false);
  }

  /** Says that what it shows has changed. */
  touch(): void {
    this.#dirty = true;
  }

  /**
   * Draws again if need be. `px` is the scale of the view; while it glides between levels (`moving`) the old drawing is
   * stretched. Returns true when it drew.
   */
  show(view: Rect, px: number, level: number, moving: boolean, needed: boolean, paint: (pane: Pane) => void): boolean {
    if (!needed) {
      if (!this.#blank) this.image.setVisible(false);
      this.#blank = true;
      return false;
    }
    const inside =
      view.left >= this.#rect.left &&
      view.right <= this.#rect.right &&
      view.top >= this.#rect.top &&
      view.bottom <= this.#rect.bottom;
    const stale = this.#dirty || this.#blank || !inside || (px !== this.#px && !moving);
    if (!stale || (moving && !this.#dirty && !this.#blank)) return false;
    const width = Math.ceil((view.right - view.left) * px) + 2 * MARGIN;
    const height = Math.ceil((view.bottom - view.top) * px) + 2 * MARGIN;
    this.#resize(width, height);
    // Whole pixels against the sheet's origin, so that lines do not shimmer when the pane is drawn anew.
    const left = Math.round(view.left * px - MARGIN) / px;
    const top = Math.round(view.top * px - MARGIN) / px;
    this.#rect = { left, top, right: left + width / px, bottom: top + height / px };
    this.#px = px;
    this.#context.setTransform(1, 0, 0, 1, 0, 0);
    this.#context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    paint({ context: this.#context, grid: this.#grid, rect: this.#rect, px, dpr: this.#dpr, level });
    refreshTexture(this.#texture, this.#canvas.width, this.#canvas.height);
    this.image
      .setPosition(left, top)
      .setScale(1 / px)
      .setVisible(true);
    this.#dirty = false;
    this.#blank = false;
    return true;
  }

  #resize(width: number, height: number): void {
    if (this.#canvas.width >= width && this.#canvas.height >= height && this.#canvas.width < width * 1.5) return;
    this.#canvas.width = width;
    this.#canvas.height = height;
  }
}
