/** The names of places above the counters: one image a name, placed anew when counters come to lie where they stand. */
import type Phaser from 'phaser';
import { scaleOf } from './camera.ts';
import type { PlaceWords } from './contract.ts';
import { type Grid, mapRect, type Rect } from './geometry.ts';
import { NameAtlas } from './nameAtlas.ts';
import { canvasOf, picture } from './picture.ts';
import { measureName, type NameSize } from './placeNames.ts';
import { flagBox, type Label, type PlaceSpot, placeLabels } from './places.ts';
import { counterShare } from './stacks.ts';

interface Name {
  image: Phaser.GameObjects.Image;
  label: Label | null;
  /** Whether it wears the picture of the atlas in use. */
  worn: boolean;
}

/** Places of this rank on are named beside the numbers of an overlay: towns, passes, cities. */
const KEPT_RANK = 4;
/** Atlases kept for zoom levels used before. */
const KEPT_ATLASES = 3;

export class NameLayer {
  readonly layer: Phaser.GameObjects.Layer;
  readonly #scene: Phaser.Scene;
  readonly #grid: Grid;
  readonly #sheet: Rect;
  readonly #dpr: number;
  readonly #plain: readonly PlaceSpot[];
  readonly #flags: readonly number[];
  readonly #names: Name[];
  readonly #atlases = new Map<number, NameAtlas>();
  readonly #sizes = new Map<string, NameSize>();
  readonly #ruler = canvasOf(1, 1).context;
  #spots: readonly PlaceSpot[];
  #words: readonly PlaceWords[] | null = null;
  #level = 0;
  /** What the names were laid for: level, words and the hexes with counters. */
  #laid = '';
  labels: readonly Label[] = [];
  /** Where the names shown stand, on the plane. */
  boxes: readonly Rect[] = [];

  /** `flags` are the hexes of the objectives. */
  constructor(
    scene: Phaser.Scene,
    grid: Grid,
    sheet: Rect,
    spots: readonly PlaceSpot[],
    flags: readonly number[],
    dpr: number,
  ) {
    this.#flags = flags;
    this.#scene = scene;
    this.#grid = grid;
    this.#sheet = sheet;
    this.#plain = spots;
    this.#spots = spots;
    this.#dpr = dpr;
    this.layer = scene.add.layer();
    this.#names = spots.map(() => {
      const image = picture(scene, '__WHITE').setVisible(false);
      this.layer.add(image);
      return { image, label: null, worn: false };
    });
  }

  /** Names in the words of the reader, by the place's position in the scenario's map; null for those of the map. */
  word(words: readonly PlaceWords[] | null): void {
    if (words === this.#words) return;
    this.#words = words;
    this.#spots = this.#plain.map((spot) => {
      const said = words?.[spot.index];
      return said ? { ...spot, name: said.name, zh: said.second } : spot;
    });
    for (const atlas of this.#atlases.values()) atlas.destroy();
    this.#atlases.clear();
    this.#sizes.clear();
    this.#laid = '';
    this.#undress();
  }

  /**
   * Places the names for a level, clear of the counters in these hexes; `few` leaves room for the numbers of an overlay.
   * Cheap when nothing of it has changed; true when something has.
   */
  lay(level: number, stacked: Iterable<number>, few: boolean): boolean {
    const hexes = new Set(stacked);
    const key = `${level}|${few}|${[...hexes].sort((a, b) => a - b).join()}`;
    if (key === this.#laid) return false;
    this.#laid = key;
    if (level !== this.#level) this.#undress();
    this.#level = level;
    const hexPx = scaleOf(level);
    const flags = this.#flags.map((hex) => flagBox(this.#grid, hex, hexPx));
    const lying = { hexes, half: counterShare(hexPx) / 2, flags };
    const measure = (spot: PlaceSpot): NameSize => this.#measure(spot);
    const spots = few ? this.#spots.filter(({ staked, rank }) => staked || rank >= KEPT_RANK) : this.#spots;
    this.labels = placeLabels(this.#grid, spots, hexPx, measure, mapRect(this.#grid), lying);
    this.boxes = this.labels.map(({ x, y, width, height }) => {
      return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
    });
    for (const name of this.#names) name.label = null;
    for (const label of this.labels) {
      const name = this.#names[this.#spots.indexOf(label.place)];
      if (name) name.label = label;
    }
    return true;
  }

  #measure(spot: PlaceSpot): NameSize {
    const key = `${this.#level}|${spot.index}`;
    let size = this.#sizes.get(key);
    if (!size) {
      size = measureName(this.#ruler, spot, this.#level);
      this.#sizes.set(key, size);
    }
    return size;
  }

  #undress(): void {
    for (const name of this.#names) {
      name.worn = false;
      name.image.setVisible(false).setTexture('__WHITE');
    }
  }

  #atlas(): NameAtlas {
    let atlas = this.#atlases.get(this.#level);
    if (atlas) return atlas;
    atlas = new NameAtlas(this.#scene, this.#level, this.#dpr);
    this.#atlases.set(this.#level, atlas);
    for (const [level, old] of this.#atlases) {
      if (this.#atlases.size <= KEPT_ATLASES) break;
      if (level === this.#level) continue;
      this.#atlases.delete(level);
      old.destroy();
    }
    return atlas;
  }

  /** Shows the names in view and draws those not drawn yet while `budgetMs` lasts; true when some are left to draw. */
  show(view: Rect, budgetMs: number): boolean {
    if (this.#laid === '') return false;
    const px = scaleOf(this.#level) * this.#dpr;
    const start = performance.now();
    const atlas = this.#atlas();
    let left = false;
    for (const name of this.#names) {
      const { image, label } = name;
      const seen =
        label !== null &&
        label.x + label.width > view.left &&
        label.x - label.width < view.right &&
        label.y + label.height > view.top &&
        label.y - label.height < view.bottom;
      if (!seen) {
        if (image.visible) image.setVisible(false);
        continue;
      }
      if (!name.worn) {
        if (performance.now() - start > budgetMs) {
          left = true;
          continue;
        }
        const place = atlas.place(label.place, this.#measure(label.place));
        image.setTexture(place.texture, place.frame).setScale(1 / px);
        name.worn = true;
      }
      // On whole pixels from the sheet's corner, so that letters are copied and not blurred.
      const { left: west, top: north } = this.#sheet;
      const x = west + (Math.round((label.x - west) * px - image.width / 2) + image.width / 2) / px;
      const y = north + (Math.round((label.y - north) * px - image.height / 2) + image.height / 2) / px;
      if (image.x !== x || image.y !== y) image.setPosition(x, y);
      if (!image.visible) image.setVisible(true);
    }
    atlas.flush();
    return left;
  }
}
