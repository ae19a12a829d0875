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

/** How much likelier than open country ground is to hold troops that nobody sees. */
interface Draws {
  road: number;
  place: number;
  depot: number;
  objective: number;
  /** What the side takes for its own. */
  own: number;
  /** Beside ground farther than NEAR hexes from own troops. */
  near: number;
}
/** Fitted to where they stood in games of staffs (see docs/decisions.md): those met before, and those never met. */
const MET: Draws = { road: 3.4, place: 4.5, depot: 4.3, objective: 3, own: 0.9, near: 1 };
const UNMET: Draws = { road: 8, place: 16, depot: 14, objective: 2, own: 0.09, near: 2.5 };
const NEAR = 8;
/** Where the side looks on, but woods or houses hide them. */
const LOOKED_ON = 0.8;
/** Troops that have moved stand beside others of theirs, seen or remembered, rather than with them. */
const BESIDE_OTHERS = 1.8;
const WITH_OTHERS = 0.5;

export interface Survey {
  game: Game;
  view: View;
  side: SideIndex;
  enemy: SideIndex;
  /**
   * How likely an enemy whom nobody sees stands in a hex, beside open country; 0 where he would be seen. For those who were
   * met before and have moved, and for those whom nobody has met.
   */
  met: Float64Array;
  unmet: Float64Array;
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
function hexAt(game: Game, q: number, r: number): number {
  if (r < 0 || r >= game.rows) return -1;
  const col = q + ((r - (r & 1)) >> 1);
  return col < 0 || col >= game.cols ? -1 : r * game.cols + col;
}

/** Calls `visit` with each hex on the map within a range of another, and its distance. */
function around(game: Game, hex: number, range: number, visit: (at: number, far: number) => void): void {
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

/** What the ground offers to troops, whoever holds it: roads, places, and the depots of their side. Kept with the map. */
function offers(game: Game, enemy: SideIndex): [Float64Array, Float64Array] {
  const kept = grounds.get(game.neighbours) ?? [];
  grounds.set(game.neighbours, kept);
  const known = kept[enemy];
  if (known) return known;
  const found: [Float64Array, Float64Array] = [offer(game, enemy, MET), offer(game, enemy, UNMET)];
  kept[enemy] = found;
  return found;
}

const grounds = new WeakMap<Int32Array, ([Float64Array, Float64Array] | undefined)[]>();

function offer(game: Game, enemy: SideIndex, draws: Draws): Float64Array {
  const table = game.march[FOOT * GROUNDS.length] as Game['march'][number];
  const found = new Float64Array(game.size);
  for (let hex = 0; hex < game.size; hex++) {
    let open = false;
    for (let d = 0; d < 6; d++) open ||= (table.open[hex * 6 + d] as number) < IMPASSABLE;
    if (open && game.cover[hex] !== WATER) found[hex] = (game.roadAt[hex] as number) > 0 ? draws.road : 1;
  }
  const raise = (hexes: readonly number[], by: number): void => {
    for (const hex of new Set(hexes)) found[hex] = (found[hex] as number) * by;
  };
  const places = game.places.map((place) => place.hex);
  raise(places, draws.place);
  raise(
    game.depots.filter((depot) => depot.side === enemy).map((depot) => depot.hex),
    draws.depot,
  );
  const objectives = game.data.scenario.victory.objectives.map((one) => places[game.placeIndex.get(one.place) ?? -1]);
  raise(
    objectives.flatMap((hex) => hex ?? []),
    draws.objective,
  );
  return found;
}

/** 7.3: by hex, 0 where own troops would see an enemy who stands still, LOOKED_ON where they look on, else 1. */
function watched(game: Game, view: View, own: readonly number[], local: readonly number[]): Float64Array {
  const range = sightRange(game, view.weather);
  const unseen = new Float64Array(game.size).fill(1);
  for (const from of own)
    around(game, from, range, (hex, far) => {
      if (far > 1 && !overlooks(game, from, hex)) return;
      const open = far <= 1 || game.cover[hex] === BARE || game.cover[hex] === PADDY;
      unseen[hex] = open ? 0 : Math.min(unseen[hex] as number, LOOKED_ON);
    });
  for (const from of local)
    around(game, from, LOCAL_HEXES, (hex) => {
      unseen[hex] = 0;
    });
  return unseen;
}

/** 1 for each hex within a range of some hexes. */
function within(game: Game, hexes: readonly number[], range: number): Uint8Array {
  const found = new Uint8Array(game.size);
  let ring = hexes;
  for (const hex of hexes) found[hex] = 1;
  for (let far = 1; far <= range; far++) {
    const next: number[] = [];
    for (const hex of ring)
      for (let d = 0; d < 6; d++) {
        const near = game.neighbours[hex * 6 + d] as number;
        if (near < 0 || found[near] === 1) continue;
        found[near] = 1;
        next.push(near);
      }
    ring = next;
  }
  return found;
}

/** What the posts of enemies seen or remembered make of a hex for others of them. */
function company(game: Game, view: View, enemy: SideIndex): Float64Array {
  const found = new Float64Array(game.size).fill(1);
  const held = new Set<number>();
  for (const unit of game.bySide[enemy]) {
    const { hex, seenHex } = view.units[unit] as View['units'][number];
    const at = hex >= 0 ? hex : seenHex;
    if (at >= 0) held.add(at);
  }
  for (const hex of held)
    for (let d = 0; d < 6; d++) {
      const near = game.neighbours[hex * 6 + d] as number;
      if (near >= 0) found[near] = BESIDE_OTHERS;
    }
  for (const hex of held) found[hex] = WITH_OTHERS;
  return found;
}

/** Looks a view over. What it finds holds until the view changes. */
export function survey(game: Game, view: View): Survey {
  const side = view.viewer;
  const enemy = (1 - side) as SideIndex;
  const { own, local } = posts(game, view, side);
  const unseen = watched(game, view, own, local);
  const near = within(game, own, NEAR);
  const others = company(game, view, enemy);
  const [met, unmet] = offers(game, enemy).map((ground) => ground.slice()) as [Float64Array, Float64Array];
  for (let hex = 0; hex < game.size; hex++) {
    const hidden = unseen[hex] as number;
    const theirs = holderOf(view.control, hex) !== side;
    met[hex] = (met[hex] as number) * hidden * (others[hex] as number) * (theirs ? 1 : MET.own);
    unmet[hex] = (unmet[hex] as number) * hidden * (theirs ? 1 : UNMET.own) * (near[hex] === 1 ? UNMET.near : 1);
  }
  return { game, view, side, enemy, met, unmet };
}
