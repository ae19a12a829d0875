/** Pictures of place names on shared canvases, in rows as high as their highest name, each drawn once for a level. */
import type Phaser from 'phaser';
import { canvasOf, canvasTexture, refreshTexture } from './picture.ts';
import { type NameSize, paintName } from './placeNames.ts';
import type { PlaceSpot } from './places.ts';

const PAGE = 1024;
/** Canvas pixels between names, for their rims. */
const GAP = 4;

interface Page {
  texture: Phaser.Textures.Texture;
  context: CanvasRenderingContext2D;
  name: string;
  dirty: boolean;
  x: number;
  y: number;
  rowHeight: number;
  frames: number;
}

export class NameAtlas {
  readonly #scene: Phaser.Scene;
  readonly #level: number;
  readonly #dpr: number;
  readonly #pages: Page[] = [];
  readonly #places = new Map<number, { texture: string; frame: string }>();

  constructor(scene: Phaser.Scene, level: number, dpr: number) {
    this.#scene = scene;
    this.#level = level;
    this.#dpr = dpr;
  }

  /** Texture and frame of a name, drawn now if it is new. */
  place(spot: PlaceSpot, size: NameSize): { texture: string; frame: string } {
    const known = this.#places.get(spot.index);
    if (known) return known;
    const width = Math.min(PAGE, Math.ceil(size.width * this.#dpr) + 2 * GAP);
    const height = Math.min(PAGE, Math.ceil(size.height * this.#dpr) + 2 * GAP);
    const page = this.#room(width, height);
    paintName(page.context, spot, this.#level, page.x + width / 2, page.y + height / 2, this.#dpr);
    const frame = String(page.frames++);
    page.texture.add(frame, 0, page.x, page.y, width, height);
    page.x += width;
    page.rowHeight = Math.max(page.rowHeight, height);
    page.dirty = true;
    const place = { texture: page.name, frame };
    this.#places.set(spot.index, place);
    return place;
  }

  /** The page with room for a name, its pen moved to where the name goes. */
  #room(width: number, height: number): Page {
    const page = this.#pages[this.#pages.length - 1];
    if (!page) return this.#addPage();
    if (page.x + width > PAGE) {
      page.x = 0;
      page.y += page.rowHeight;
      page.rowHeight = 0;
    }
    return page.y + height > PAGE ? this.#addPage() : page;
  }

  #addPage(): Page {
    const { canvas, context } = canvasOf(PAGE, PAGE);
    const name = `names${nextPage++}`;
    const texture = canvasTexture(this.#scene, name, canvas);
    const page: Page = { texture, context, name, dirty: false, x: 0, y: 0, rowHeight: 0, frames: 0 };
    this.#pages.push(page);
    return page;
  }

  /** Sends pages drawn on since the last call to the graphics card. */
  flush(): void {
    for (const page of this.#pages) {
      if (page.dirty) refreshTexture(page.texture);
      page.dirty = false;
    }
  }

  destroy(): void {
    for (const page of this.#pages) this.#scene.textures.remove(page.texture);
    this.#pages.length = 0;
    this.#places.clear();
  }
}

let nextPage = 0;
