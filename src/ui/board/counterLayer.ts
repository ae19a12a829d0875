/** The counters on the board: one image a unit, placed in stacks, dressed from the atlas of the zoom level. */
import type Phaser from 'phaser';
import type { BoardModel } from './contract.ts';
import { CounterAtlas, cellFor } from './counterAtlas.ts';
import { type Face, faceOf, type UnitLook } from './counterFace.ts';
import { type Grid, hexX, hexY, type Rect } from './geometry.ts';
import { picture } from './picture.ts';
import { counterShare, SHOWN, stackOffset, stacksOf } from './stacks.ts';

interface Counter {
  image: Phaser.GameObjects.Image;
  face: Face | null;
  /** Whether its stack lets it be seen at all. */
  shown: boolean;
  /** Key and size of the picture it wears. */
  worn: string;
}

/** Atlases kept for zoom levels used before. */
const KEPT_ATLASES = 3;
/** Faces in an atlas beyond which it is made anew, to let go of old strengths. */
const MANY_FACES = 900;

export class CounterLayer {
  readonly layer: Phaser.GameObjects.Layer;
  readonly looks: readonly UnitLook[];
  stacks = new Map<number, number[]>();
  readonly #scene: Phaser.Scene;
  readonly #grid: Grid;
  readonly #sheet: Rect;
  readonly #dpr: number;
  readonly #counters: Counter[] = [];
  readonly #atlases = new Map<number, CounterAtlas>();
  #px = 0;
  /** Size of a counter in hex widths at this scale. */
  #share = 0;
  #hidden = false;

  constructor(scene: Phaser.Scene, looks: readonly UnitLook[], grid: Grid, sheet: Rect, dpr: number) {
    this.#scene = scene;
    this.looks = looks;
    this.#grid = grid;
    this.#sheet = sheet;
    this.#dpr = dpr;
    this.layer = scene.add.layer();
    for (let unit = 0; unit < looks.length; unit++) {
      const image = picture(scene, '__WHITE').setVisible(false);
      this.layer.add(image);
      this.#counters.push({ image, face: null, shown: false, worn: '' });
    }
  }

  /** Reads faces and stacks from the model anew and puts every counter in its place. */
  lay(model: BoardModel): void {
    const { view, side, secondNumber } = model;
    this.#hidden = model.hideUnits;
    const faces = this.looks.map((_, unit) => faceOf(this.looks, view, unit, side, secondNumber));
    this.stacks = stacksOf(view, faces, new Set(model.selected));
    this.#counters.forEach((counter, unit) => {
      counter.face = faces[unit] ?? null;
      counter.shown = false;
    });
    for (const [hex, units] of this.stacks) {
      units.forEach((unit, k) => {
        const counter = this.#counters[unit] as Counter;
        counter.shown = k < SHOWN;
        this.#put(counter.image, hex, k, units.length);
      });
    }
  }

  #put(image: Phaser.GameObjects.Image, hex: number, k: number, count: number): void {
    const offset = stackOffset(k, count);
    const { left, top } = this.#sheet;
    image.setPosition(
      this.#snap(hexX(this.#grid, hex) + offset.x, left),
      this.#snap(hexY(this.#grid, hex) + offset.y, top),
    );
    image.setAlpha(1);
    const depth = SHOWN - Math.min(k, SHOWN);
    if (image.depth !== depth) image.setDepth(depth);
  }

  /** The middle of a counter whose edge lies on a whole pixel from the sheet's corner: it is then copied, not blurred. */
  #snap(at: number, corner: number): number {
    if (this.#px === 0) return at;
    const half = cellFor(this.#share * this.#px) / 2;
    return corner + (Math.round((at - corner) * this.#px - half) + half) / this.#px;
  }

  /** Device pixels a hex width from now on; call `lay` after it. */
  scale(px: number): void {
    this.#px = px;
    this.#share = counterShare(px / this.#dpr);
  }

  #atlas(): CounterAtlas {
    let atlas = this.#atlases.get(this.#px);
    if (atlas && atlas.size > MANY_FACES) {
      this.#drop(this.#px, atlas);
      atlas = undefined;
    }
    if (!atlas) {
      atlas = new CounterAtlas(this.#scene, this.#share * this.#px, this.#dpr);
      this.#atlases.set(this.#px, atlas);
      for (const [px, old] of this.#atlases) {
        if (this.#atlases.size <= KEPT_ATLASES) break;
        if (px !== this.#px) this.#drop(px, old);
      }
    }
    return atlas;
  }

  #drop(px: number, atlas: CounterAtlas): void {
    this.#atlases.delete(px);
    for (const counter of this.#counters) {
      if (counter.worn.startsWith(`${atlas.cell}|`)) counter.worn = '';
      counter.image.setTexture('__WHITE').setVisible(false);
      counter.worn = '';
    }
    atlas.destroy();
  }

  /**
   * Shows the counters in view and dresses those that lack the right picture, while `budgetMs` lasts.
   * Returns the number shown, negative when some are left to dress.
   */
  show(view: Rect, budgetMs: number): number {
    if (this.#px === 0) return 0;
    const atlas = this.#atlas();
    const reach = this.#share;
    const start = performance.now();
    let shown = 0;
    let left = 0;
    for (const counter of this.#counters) {
      const { image, face } = counter;
      const inView =
        counter.shown &&
        !this.#hidden &&
        face !== null &&
        image.x > view.left - reach &&
        image.x < view.right + reach &&
        image.y > view.top - reach &&
        image.y < view.bottom + reach;
      if (!inView || face === null) {
        if (image.visible) image.setVisible(false);
        continue;
      }
      const worn = `${atlas.cell}|${face.key}`;
      if (counter.worn !== worn) {
        if (performance.now() - start < budgetMs) {
          const place = atlas.place(face);
          image.setTexture(place.texture, place.frame);
          image.setScale(1 / this.#px);
          counter.worn = worn;
        } else left++;
      }
      const dressed = counter.worn !== '';
      if (image.visible !== dressed) image.setVisible(dressed);
      if (dressed) shown++;
    }
    atlas.flush();
    return left > 0 ? -left : shown;
  }

  imageOf(unit: number): Phaser.GameObjects.Image | null {
    return this.#counters[unit]?.image ?? null;
  }

  faceOf(unit: number): Face | null {
    return this.#counters[unit]?.face ?? null;
  }

  /** Takes a counter out of its stack for an animation: shown on its own, above the others, with this face. */
  lift(unit: number, face: Face | null): Phaser.GameObjects.Image | null {
    const counter = this.#counters[unit];
    if (!counter) return null;
    if (face) counter.face = face;
    if (!counter.face) return null;
    counter.shown = true;
    counter.image.setDepth(SHOWN + 1);
    return counter.image;
  }

  /** Takes a counter off the board until the next `lay`. */
  remove(unit: number): void {
    const counter = this.#counters[unit];
    if (counter) counter.shown = false;
  }

  /** The top unit of a stack, -1 for none. */
  top(hex: number): number {
    return this.#hidden ? -1 : (this.stacks.get(hex)?.[0] ?? -1);
  }
}
