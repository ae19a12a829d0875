/** A stack fanned out over the board: a panel and its counters at reading size, whatever the zoom. */
import type Phaser from 'phaser';
import { CounterAtlas } from './counterAtlas.ts';
import type { Face } from './counterFace.ts';
import { CELL_PAD } from './counterPainter.ts';
import { canvasOf, canvasTexture, picture, refreshTexture } from './picture.ts';
import { type Fan, fanOut } from './stacks.ts';

/** Side of a fanned counter in CSS pixels. */
const SIZE = 62;

export class FanLayer {
  fan: Fan | null = null;
  readonly #scene: Phaser.Scene;
  readonly #layer: Phaser.GameObjects.Layer;
  readonly #dpr: number;
  readonly #images: Phaser.GameObjects.Image[] = [];
  readonly #panel: Phaser.GameObjects.Image;
  readonly #canvas: HTMLCanvasElement;
  readonly #texture: Phaser.Textures.Texture;
  #atlas: CounterAtlas;

  constructor(scene: Phaser.Scene, dpr: number) {
    this.#scene = scene;
    this.#dpr = dpr;
    this.#layer = scene.add.layer().setVisible(false);
    this.#canvas = canvasOf(2, 2).canvas;
    this.#texture = canvasTexture(scene, 'fan', this.#canvas);
    this.#panel = picture(scene, 'fan').setOrigin(0, 0);
    this.#layer.add(this.#panel);
    this.#atlas = new CounterAtlas(scene, SIZE * dpr, dpr);
  }

  open(
    hex: number,
    units: readonly number[],
    faces: (unit: number) => Face | null,
    selected: ReadonlySet<number>,
    atX: number,
    atY: number,
    screen: { width: number; height: number },
  ): void {
    const fan = fanOut(hex, units, atX, atY, screen, SIZE);
    this.fan = fan;
    if (this.#atlas.size > 400) {
      for (const image of this.#images) image.setTexture('__WHITE');
      this.#atlas.destroy();
      this.#atlas = new CounterAtlas(this.#scene, SIZE * this.#dpr, this.#dpr);
    }
    this.#paintPanel(fan, selected);
    fan.units.forEach((unit, k) => {
      const face = faces(unit);
      let image = this.#images[k];
      if (!image) {
        image = picture(this.#scene, '__WHITE');
        this.#layer.add(image);
        this.#images.push(image);
      }
      image.setVisible(face !== null);
      if (!face) return;
      const place = this.#atlas.place(face);
      image.setTexture(place.texture, place.frame);
    });
    for (let k = fan.units.length; k < this.#images.length; k++) this.#images[k]?.setVisible(false);
    this.#atlas.flush();
    this.#layer.setVisible(true);
  }

  #paintPanel(fan: Fan, selected: ReadonlySet<number>): void {
    const { panel, size } = fan;
    const dpr = this.#dpr;
    const width = Math.ceil((panel.right - panel.left) * dpr);
    const height = Math.ceil((panel.bottom - panel.top) * dpr);
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
    const context = this.#canvas.getContext('2d') as CanvasRenderingContext2D;
    context.setTransform(dpr, 0, 0, dpr, 0, 0);
    context.clearRect(0, 0, width, height);
    context.beginPath();
    context.roundRect(1, 1, panel.right - panel.left - 2, panel.bottom - panel.top - 2, 8);
    context.fillStyle = 'rgba(43,36,28,0.88)';
    context.fill();
    context.strokeStyle = '#d8c79c';
    context.lineWidth = 1.2;
    context.stroke();
    fan.units.forEach((unit, k) => {
      if (!selected.has(unit)) return;
      const x = (fan.x[k] as number) - panel.left - size / 2 - 3;
      const y = (fan.y[k] as number) - panel.top - size / 2 - 3;
      context.beginPath();
      context.roundRect(x, y, size + 6, size + 6, 6);
      context.fillStyle = '#ffd84a';
      context.fill();
    });
    refreshTexture(this.#texture, width, height);
    this.#panel.setFrame('__BASE').setOrigin(0, 0);
  }

  /** Keeps panel and counters at their screen places under the camera: `toX`, `toY` turn screen into plane. */
  follow(toX: (sx: number) => number, toY: (sy: number) => number, px: number): void {
    const { fan } = this;
    if (!fan) return;
    this.#panel.setPosition(toX(fan.panel.left), toY(fan.panel.top)).setScale(1 / px);
    const fit = (fan.size * this.#dpr) / (this.#atlas.cell * (1 - 2 * CELL_PAD)) / px;
    fan.units.forEach((_, k) => {
      this.#images[k]?.setPosition(toX(fan.x[k] as number), toY(fan.y[k] as number)).setScale(fit);
    });
  }

  close(): void {
    this.fan = null;
    this.#layer.setVisible(false);
  }
}
