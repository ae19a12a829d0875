/** Pictures of counters on shared canvases, each distinct face drawn once for each size. */
import type Phaser from 'phaser';
import type { Face } from './counterFace.ts';
import { CELL_PAD, paintCounter } from './counterPainter.ts';
import { canvasOf, canvasTexture, refreshTexture } from './picture.ts';

const PAGE = 1024;

interface Page {
  texture: Phaser.Textures.Texture;
  context: CanvasRenderingContext2D;
  name: string;
  used: number;
  dirty: boolean;
}

/** Side of the cell that holds a counter of so many pixels, and back. */
export function cellFor(counterPx: number): number {
  return Math.round(counterPx / (1 - 2 * CELL_PAD));
}

/** One atlas for one size of counter. */
export class CounterAtlas {
  readonly cell: number;
  readonly #scene: Phaser.Scene;
  readonly #dpr: number;
  readonly #pages: Page[] = [];
  readonly #places = new Map<string, { page: Page; frame: string }>();
  readonly #perRow: number;

  constructor(scene: Phaser.Scene, counterPx: number, dpr: number) {
    this.#scene = scene;
    this.#dpr = dpr;
    this.cell = Math.min(PAGE, cellFor(counterPx));
    this.#perRow = Math.max(1, Math.floor(PAGE / this.cell));
  }

  /** Texture and frame of a face, drawn now if it is new. */
  place(face: Face): { texture: string; frame: string } {
    let place = this.#places.get(face.key);
    if (!place) {
      place = this.#draw(face);
      this.#places.set(face.key, place);
    }
    return { texture: place.page.name, frame: place.frame };
  }

  #draw(face: Face): { page: Page; frame: string } {
    const perPage = this.#perRow * this.#perRow;
    let page = this.#pages[this.#pages.length - 1];
    if (!page || page.used >= perPage) page = this.#addPage();
    const x = (page.used % this.#perRow) * this.cell;
    const y = Math.floor(page.used / this.#perRow) * this.cell;
    const frame = String(page.used++);
    page.context.clearRect(x, y, this.cell, this.cell);
    paintCounter(page.context, face, x, y, this.cell, this.#dpr);
    page.texture.add(frame, 0, x, y, this.cell, this.cell);
    page.dirty = true;
    return { page, frame };
  }

  #addPage(): Page {
    const { canvas, context } = canvasOf(PAGE, PAGE);
    const name = `counters${nextPage++}`;
    const texture = canvasTexture(this.#scene, name, canvas);
    const page = { texture, context, name, used: 0, dirty: false };
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

  /** Faces drawn so far; many of them may have gone out of use. */
  get size(): number {
    return this.#places.size;
  }

  destroy(): void {
    for (const page of this.#pages) this.#scene.textures.remove(page.texture);
    this.#pages.length = 0;
    this.#places.clear();
  }
}

let nextPage = 0;
