/** What a side's view says of where an enemy can stand unseen. */
import { holderOf } from '../../core/control.ts';
import type { Game } from '../../core/game.ts';
import { sightRange } from '../../core/rules/detection.ts';
import { COVERS, GROUNDS, MOBILITIES, UNIT_KINDS } from '../../core/scenario.ts';
import { overlooks } from '../../core/sight.ts';
import { type SideIndex, UNIT_ON_MAP, type View } from '../../core/state.ts';
import { IMPASSABLE } from '../../core/terrain.ts';

const IRREGULAR = UNIT_KINDS.indexOf('irregular');
const BARE = COVERS.indexOf('bare');
const PADDY = COVERS.indexOf('paddy');
const WATER = COVERS.indexOf('water');
const FOOT = MOBILITIES.indexOf('foot');
/** 7.9: enemies this near are told of by the villages, hexes. */
const LOCAL_HEXES = 2;

/**
 * How much likelier than open country a hex is to hold troops that nobody sees, fitted to where they stood in games of
 * staffs (see docs/decisions.md).
 */
const ON_ROAD = 4;
const IN_PLACE = 6;
const AT_DEPOT = 3;
/** In ground that the side takes for its own, and for nobody's. */
const IN_OWN = 0.25;
const IN_NOBODYS = 0.6;
/** Where the side looks on, but woods or houses hide them. */
const LOOKED_ON = 0.4;

export interface Survey {
  game: Game;
  view: View;
  side: SideIndex;
  enemy: SideIndex;
  /** How likely an enemy whom nobody sees stands in a hex, beside open country of his own; 0 where he would be seen. */
  likely: Float64Array;
  /** Enemy men seen in each hex. */
  seenMen: Int32Array;
}

/** Hexes of own troops, and of the irregulars among them. */
function posts(game: Game, view: View, side: SideIndex): { own: number[]; local: number[] } {
  const own = new Set<number>();
  const local = new Set<number>();
  for (const unit of game.bySide[side]) {
    const now = view.units[unit] as View['units'][number];
    if (now.status !== UNIT_ON_MAP || now.hex < 0) continue;
    own.add(now.hex);
    if ((game.units[unit] as Game['units'][number]).kind === IRREGULAR) local.add(now.hex);
  }
  return { own: [...own], local: [...local] };
}

/** The hex with these axial coordinates, -1 off the map. */
export function hexAt(game: Game, q: number, r: number): number {
  if (r < 0 || r >= game.rows) return -1;
  const col = q + ((r - (r & 1)) >> 1);
  return col < 0 || col >= game.cols ? -1 : r * game.cols + col;
}

/** Calls `visit` with each hex on the map within a range of another, and its distance. */
export function around(game: Game, hex: number, range: number, visit: (at: number, far: number) => void): void {
  const q = game.q[hex] as number;
  const r = game.r[hex] as number;
  for (let dr = -range; dr <= range; dr++) {
    const first = Math.max(-range, -range - dr);
    const last = Math.min(range, range - dr);
    for (let dq = first; dq <= last; dq++) {
      const at = hexAt(game, q + dq, r + dr);
      if (at >= 0) visit(at, Math.max(Math.abs(dq), Math.abs(dr), Math.abs(dq + dr)));
    }
  }
}

/** What the ground offers to troops, whoever's it is: roads, places, and the depots of their side. Kept with the map. */
function offers(game: Game, enemy: SideIndex): Float64Array {
  const kept = grounds.get(game.neighbours) ?? [];
  grounds.set(game.neighbours, kept);
  const known = kept[enemy];
  if (known) return known;
  const table = game.march[FOOT * GROUNDS.length] as Game['march'][number];
  const found = new Float64Array(game.size);
  for (let hex = 0; hex < game.size; hex++) {
    let open = false;
    for (let d = 0; d < 6; d++) open ||= (table.open[hex * 6 + d] as number) < IMPASSABLE;
    if (open && game.cover[hex] !== WATER) found[hex] = (game.roadAt[hex] as number) > 0 ? ON_ROAD : 1;
  }
  for (const hex of new Set(game.places.map((place) => place.hex))) found[hex] = (found[hex] as number) * IN_PLACE;
  for (const hex of new Set(game.depots.filter((depot) => depot.side === enemy).map((depot) => depot.hex)))
    found[hex] = (found[hex] as number) * AT_DEPOT;
  kept[enemy] = found;
  return found;
}

const grounds = new WeakMap<Int32Array, (Float64Array | undefined)[]>();

/** 7.3: takes out the hexes in which own troops would see an enemy who stands still, and marks down those they look on. */
function watch(game: Game, view: View, side: SideIndex, likely: Float64Array): void {
  const range = sightRange(game, view.weather);
  const { own, local } = posts(game, view, side);
  const looked = new Uint8Array(game.size);
  for (const from of own)
    around(game, from, range, (hex, far) => {
      if (far <= 1) likely[hex] = 0;
      else if (looked[hex] === 0 && overlooks(game, from, hex)) {
        const open = game.cover[hex] === BARE || game.cover[hex] === PADDY;
        likely[hex] = (likely[hex] as number) * (open ? 0 : LOOKED_ON);
        looked[hex] = 1;
      }
    });
  for (const from of local)
    around(game, from, LOCAL_HEXES, (hex) => {
      likely[hex] = 0;
    });
}

/** Looks a view over. What it finds holds until the view changes. */
export function survey(game: Game, view: View): Survey {
  const side = view.viewer;
  const enemy = (1 - side) as SideIndex;
  const likely = offers(game, enemy).slice();
  for (let hex = 0; hex < game.size; hex++) {
    const holder = holderOf(view.control, hex);
    if (holder !== enemy) likely[hex] = (likely[hex] as number) * (holder === side ? IN_OWN : IN_NOBODYS);
  }
  watch(game, view, side, likely);
  const seenMen = new Int32Array(game.size);
  for (const unit of game.bySide[enemy]) {
    const { status, hex, men } = view.units[unit] as View['units'][number];
    if (status === UNIT_ON_MAP && hex >= 0) seenMen[hex] = (seenMen[hex] as number) + men;
  }
  return { game, view, side, enemy, likely, seenMen };
}
