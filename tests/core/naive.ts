/**
 * A second implementation of the legal orders, slow and plain, written from the text of the rulebook. It shares nothing
 * with the rules but the files of the scenario and the state: its own geometry, tables and search. No air missions, and
 * vehicles are taken to have fuel enough.
 */
import {
  COVER_LETTERS,
  COVERS,
  type Mobility,
  RELIEF_LETTERS,
  type ScenarioData,
  type UnitData,
} from '../../src/core/scenario.ts';
import type { GameState, UnitState } from '../../src/core/state.ts';

interface Place {
  relief: number;
  cover: string;
  mean: number;
  crest: number;
}

type Speeds = [number, number, number];
// 3.2: flat, rolling, rugged.
const ACROSS: Record<Mobility, Speeds> = {
  foot: [3.5, 2.8, 1.6],
  pack: [3.2, 2.5, 1.4],
  horse: [5, 3.5, 1.4],
  motor: [4, 2, 0],
  wheeled: [5, 2.5, 0],
  tracked: [8, 5, 0],
};
// 3.5: roads, tracks.
const ALONG: Record<Mobility, [number, number]> = {
  foot: [4, 3.5],
  pack: [4, 3.3],
  horse: [6, 4.5],
  motor: [18, 5],
  wheeled: [20, 6],
  tracked: [12, 5],
};
// 3.4: stream, river, major, ferry; null for no way.
const WATER: Record<Mobility, [number | null, number | null, number | null, number]> = {
  foot: [20, 120, 300, 60],
  pack: [30, 150, 420, 90],
  horse: [20, 150, null, 90],
  motor: [120, null, null, 150],
  wheeled: [90, null, null, 150],
  tracked: [60, null, null, 180],
};
// 3.2: per cent of time on legs and in vehicles, null for no way.
const THROUGH: Record<string, [number | null, number | null]> = {
  bare: [100, 100],
  mixed: [110, 130],
  wooded: [140, null],
  paddy: [120, 200],
  village: [100, 100],
  town: [110, 110],
  city: [120, 120],
  swamp: [200, null],
  water: [null, null],
};
// 3.5: per cent across country on legs and in vehicles, on roads on legs and in vehicles; dry, wet, mud.
const SOFT = [
  [100, 100, 100, 100],
  [115, 130, 105, 110],
  [150, 200, 125, 150],
] as const;
const WHEELS: readonly string[] = ['motor', 'wheeled', 'tracked'];
const FIGHTERS: readonly string[] = ['infantry', 'motorised', 'cavalry', 'engineer', 'irregular'];

export class Naive {
  private readonly data: ScenarioData;
  private readonly state: GameState;
  private readonly cols: number;
  private readonly size: number;

  constructor(data: ScenarioData, state: GameState) {
    this.data = data;
    this.state = state;
    this.cols = data.map.cols;
    this.size = data.map.cols * data.map.rows;
  }

  /** Doubled columns: neighbours in a row are two apart, in the next row one. */
  private xy(hex: number): [number, number] {
    const y = Math.trunc(hex / this.cols);
    return [2 * (hex % this.cols) + (y % 2), y];
  }

  private far(a: number, b: number): number {
    const [ax, ay] = this.xy(a);
    const [bx, by] = this.xy(b);
    const [dx, dy] = [Math.abs(ax - bx), Math.abs(ay - by)];
    return dy + Math.max(0, (dx - dy) / 2);
  }

  private hexes(): number[] {
    return Array.from({ length: this.size }, (_, hex) => hex);
  }

  private near(hex: number): number[] {
    return this.hexes().filter((other) => this.far(hex, other) === 1);
  }

  private place(hex: number): Place {
    const [row, col] = [Math.trunc(hex / this.cols), hex % this.cols];
    const { map } = this.data;
    return {
      relief: RELIEF_LETTERS.indexOf(map.relief[row]![col]!),
      cover: COVERS[COVER_LETTERS.indexOf(map.cover[row]![col]!)]!,
      mean: map.elevationM[row]![col]!,
      crest: map.crestM[row]![col]!,
    };
  }

  private hexOf(text: string): number {
    return Number(text.slice(2)) * this.cols + Number(text.slice(0, 2));
  }

  /** The neighbour in direction 0 E, 1 SE, 2 SW, 3 W, 4 NW, 5 NE. */
  private towards(hex: number, direction: number): number {
    const [x, y] = this.xy(hex);
    const [dx, dy] = (
      [
        [2, 0],
        [1, 1],
        [-1, 1],
        [-2, 0],
        [-1, -1],
        [1, -1],
      ] as const
    )[direction]!;
    return this.hexes().find((other) => this.xy(other)[0] === x + dx && this.xy(other)[1] === y + dy) ?? -1;
  }

  private same(a: number, b: number, hex: string, direction: number): boolean {
    const [one, other] = [this.hexOf(hex), this.towards(this.hexOf(hex), direction)];
    return (a === one && b === other) || (a === other && b === one);
  }

  private river(a: number, b: number): number {
    const classes = this.data.map.rivers.filter((line) => this.same(a, b, line.hex, line.direction));
    return Math.max(0, ...classes.map((line) => 1 + ['stream', 'river', 'major'].indexOf(line.class)));
  }

  private crossing(a: number, b: number): 'bridge' | 'ferry' | null {
    return this.data.map.bridges.find((one) => this.same(a, b, one.hex, one.direction))?.kind ?? null;
  }

  private road(a: number, b: number): 'road' | 'track' | null {
    let best: 'road' | 'track' | null = null;
    for (const line of this.data.map.roads)
      line.hexes.forEach((text, i) => {
        const [from, to] = [this.hexOf(text), i > 0 ? this.hexOf(line.hexes[i - 1]!) : -1];
        if (((from === a && to === b) || (from === b && to === a)) && best !== 'road') best = line.class;
      });
    return best;
  }

  /** The number that actions use for the side between two hexes: of its western or northern hex, times three. */
  private sideNumber(a: number, b: number): number {
    for (const direction of [0, 1, 2]) {
      if (this.towards(a, direction) === b) return a * 3 + direction;
      if (this.towards(b, direction) === a) return b * 3 + direction;
    }
    return -1;
  }

  private broken(a: number, b: number): boolean {
    return this.state.breaks.some((link) => link.hexside === this.sideNumber(a, b));
  }

  /** 3.2-3.5: minutes of one step, rounded; null for no way. Zones of control not counted. */
  private step(mobility: Mobility, a: number, b: number): number | null {
    const wheels = WHEELS.includes(mobility) ? 1 : 0;
    const { relief, cover, mean } = this.place(b);
    const climb = Math.max(0, mean - this.place(a).mean) / 10;
    const soft = SOFT[this.state.ground]!;
    const river = this.river(a, b);
    const down = this.broken(a, b);
    const crossing = down ? null : this.crossing(a, b);
    const road = down ? null : this.road(a, b);
    const wade = river === 0 ? 0 : (WATER[mobility][river - 1] as number | null);
    const ferry = WATER[mobility][3];
    const speed = ACROSS[mobility][relief]!;
    const cover100 = THROUGH[cover]![wheels]!;
    const ways: number[] = [];
    if (speed > 0 && cover100 !== null) {
      // In this order: a product of decimal fractions may fall on either side of a half.
      const open = ((this.data.map.hexKm * 60) / speed) * (cover100 / 100) * (soft[wheels]! / 100) + climb;
      if (wade !== null) ways.push(open + wade);
      // A crossing without a road is taken by who could go there anyway.
      if (road === null && crossing !== null) ways.push(open + (crossing === 'ferry' ? ferry : 0));
    }
    if (road !== null) {
      const pace = ALONG[mobility][road === 'road' ? 0 : 1];
      const winding = relief === 2 ? 1.3 : 1;
      const march = ((this.data.map.hexKm * 60) / pace) * winding * (soft[2 + wheels]! / 100) + climb / 2;
      const over = river === 0 || crossing === 'bridge' ? 0 : crossing === 'ferry' ? ferry : wade;
      if (over !== null) ways.push(march + over);
    }
    return ways.length > 0 ? Math.round(Math.min(...ways)) : null;
  }

  private unit(index: number): UnitState {
    return this.state.units[index]!;
  }

  private card(index: number): UnitData {
    return this.data.oob.units[index]!;
  }

  private sideOf(index: number): number {
    return this.data.scenario.sides.findIndex((side) => side.id === this.card(index).side);
  }

  /** Units of a side on the map. */
  private force(side: number): number[] {
    return this.state.units.map((_, i) => i).filter((i) => this.sideOf(i) === side && this.unit(i).status === 1);
  }

  private holds(side: number, hex: number): boolean {
    return this.force(side).some((i) => this.unit(i).hex === hex);
  }

  /** 4.1-4.2, 4.4: is a hex in enemy control as far as `side` is concerned? */
  private controlled(side: number, hex: number): boolean {
    return this.force(1 - side).some((i) => {
      const { men, cohesion, hex: from } = this.unit(i);
      const { kind } = this.card(i);
      if (men < 48 * this.data.map.hexKm || cohesion < 200) return false;
      if (kind === 'transport' || kind === 'irregular' || (kind === 'hq' && men < 1000)) return false;
      if (this.far(from, hex) !== 1) return false;
      return this.river(from, hex) !== 3 || this.crossing(from, hex) !== null;
    });
  }

  /** 3.1, 3.6, 4.3: minutes to every hex in reach, by relaxing until nothing changes. */
  private costs(index: number, truck: boolean): Map<number, number> {
    const { hex, minutes } = this.unit(index);
    const side = this.sideOf(index);
    const mobility = truck ? 'motor' : this.card(index).mobility;
    const limit = truck ? minutes - 120 : minutes;
    const zoc = Math.round(90 * Math.min(1, 5 / this.data.map.hexKm));
    const cost = new Map<number, number>();
    if (limit < 0) return cost;
    cost.set(hex, 0);
    for (let again = true; again; ) {
      again = false;
      for (const [from, spent] of [...cost])
        for (const to of this.near(from)) {
          if (this.holds(1 - side, to)) continue;
          let step = this.step(mobility, from, to);
          if (step === null) continue;
          if (truck && (this.road(from, to) === null || this.broken(from, to) || this.controlled(side, to))) continue;
          if (this.controlled(side, to) && !this.holds(side, to)) step += this.controlled(side, from) ? 3 * zoc : zoc;
          if (spent + step > limit || spent + step >= (cost.get(to) ?? 1e9)) continue;
          cost.set(to, spent + step);
          again = true;
        }
    }
    return cost;
  }

  /** 5.1 */
  private room(hex: number, men: number): boolean {
    const limit = [4800, 4400, 3600][this.place(hex).relief]! * this.data.map.hexKm;
    const here = this.state.units.filter((unit) => unit.status === 1 && unit.hex === hex);
    const there = here.reduce((sum, unit) => sum + unit.men, 0);
    return there + men <= Math.round(limit);
  }

  private range(): number {
    const clear = Math.max(1, Math.min(3, Math.floor(7.5 / this.data.map.hexKm)));
    const weather = ['clear', 'overcast', 'fog', 'lightRain', 'heavyRain'][this.state.weather]!;
    if (weather === 'fog') return 1;
    return weather.endsWith('Rain') ? Math.max(1, clear - 1) : clear;
  }

  /** 7.1-7.2 */
  private sees(from: number, to: number): boolean {
    const far = this.far(from, to);
    if (far <= 1) return true;
    if (far > this.range()) return false;
    const [eye, target] = [this.place(from).crest, this.place(to).mean];
    if (this.place(to).cover === 'wooded' && eye - target < 60) return false;
    for (let step = 1; step < far; step++) {
      const between = this.hexes().filter((hex) => this.far(from, hex) === step && this.far(hex, to) === far - step);
      const lowest = Math.min(...between.map((hex) => (this.place(hex).mean + this.place(hex).crest) / 2));
      if (lowest > eye + ((target - eye) * step) / far) return false;
    }
    return true;
  }

  /** 6.21: reach of the longest guns, m. */
  private guns(index: number): number {
    const pieces = Object.entries(this.card(index).equipment).filter(([, count]) => count > 0);
    return Math.max(0, ...pieces.map(([id]) => this.data.oob.equipment.find((kind) => kind.id === id)!.rangeM));
  }

  private mayFire(index: number, hex: number): boolean {
    const { acts, ammo, minutes, hex: from, held } = this.unit(index);
    const metres = (this.far(from, hex) - 0.5) * this.data.map.hexKm * 1000;
    const reach = this.guns(index);
    return held === 0 && reach > 0 && (acts & 6) === 0 && ammo > 0 && minutes >= 180 && metres <= reach;
  }

  private mayAssault(index: number, hex: number): boolean {
    const { acts, minutes, cohesion, hex: from, held } = this.unit(index);
    if (held !== 0 || this.far(from, hex) !== 1 || (acts & 18) !== 0 || minutes < 180 || cohesion < 300) return false;
    // 6.7: by roads and bridges as they are on the map.
    const whole = new Naive(this.data, { ...this.state, breaks: [] });
    return whole.step(this.card(index).mobility, from, hex) !== null;
  }

  /** 12.1: the enemy, or his control without friends in it, all round. */
  private surrounded(side: number, hex: number): boolean {
    return this.near(hex).every(
      (near) => this.holds(1 - side, near) || (this.controlled(side, near) && !this.holds(side, near)),
    );
  }

  /** 6.22: the hexes that a unit may break out to. */
  private waysOut(index: number): number[] {
    const { hex, minutes, men, acts, held } = this.unit(index);
    const side = this.sideOf(index);
    if (held !== 0 || minutes < 480 || (acts & 2) !== 0 || !this.surrounded(side, hex)) return [];
    const between = this.near(hex).filter((mid) => !this.holds(1 - side, mid) && this.step('foot', hex, mid) !== null);
    return this.hexes().filter(
      (to) =>
        this.far(hex, to) === 2 &&
        !this.holds(1 - side, to) &&
        this.room(to, men) &&
        between.some((mid) => this.far(mid, to) === 1 && this.step('foot', mid, to) !== null),
    );
  }

  /** 10.1-10.5 */
  private links(index: number): string[] {
    const { hex, minutes, men, acts } = this.unit(index);
    const { kind } = this.card(index);
    const side = this.sideOf(index);
    const found: string[] = [];
    if ((acts & 8) !== 0) return found;
    for (const other of this.near(hex)) {
      const number = this.sideNumber(hex, other);
      const crossing = this.crossing(hex, other);
      const something =
        crossing === 'ferry' || (crossing === 'bridge' && this.river(hex, other) > 0) || this.road(hex, other);
      if (this.broken(hex, other)) {
        const work = Math.floor((minutes * Math.min(men, 1400)) / 700);
        if (kind === 'engineer' && !this.holds(1 - side, other) && work > 0) found.push(`repair ${index} ${number}`);
        continue;
      }
      if (!something) continue;
      const quiet = this.near(hex).every((near) => !this.holds(1 - side, near));
      const foot = FIGHTERS.includes(kind) && men >= 300 && minutes >= 360 && quiet;
      if (kind === 'engineer' ? minutes >= 120 : foot) found.push(`demolish ${index} ${number}`);
    }
    return found;
  }

  /** Every order that the rules list, as text, without fog and without aircraft. */
  legal(): string[] {
    const { state } = this;
    if (state.over) return [];
    const side = state.active;
    const own = this.force(side);
    const found: string[] = ['end'];
    for (const i of own) {
      const { acts, hex, men, held, stance } = this.unit(i);
      if (held === 0 && (acts & 18) === 0) {
        for (const [to, cost] of this.costs(i, false))
          if (to !== hex && this.room(to, men)) found.push(`march ${i} ${to} ${cost}`);
        const lift = state.sides[side].lift >= men && this.unit(i).supply >= 2;
        if (lift && (acts & 1) === 0 && !this.controlled(side, hex))
          for (const [to, cost] of this.costs(i, true))
            if (to !== hex && this.room(to, men)) found.push(`truck ${i} ${to} ${cost + 120}`);
      }
      for (const to of this.waysOut(i)) found.push(`breakOut ${i} ${to}`);
      for (const other of [0, 1, 2]) if (other !== stance) found.push(`stance ${i} ${other}`);
      found.push(...this.links(i));
    }
    const targets = this.hexes().filter((hex) => this.holds(1 - side, hex));
    for (const hex of targets) {
      const watched = own.some((i) => this.sees(this.unit(i).hex, hex));
      const fire = own.filter((i) => watched && this.mayFire(i, hex));
      for (const i of fire) found.push(`bombard ${i} ${hex}`);
      if (state.battles.some((battle) => battle.hex === hex && battle.side === side && battle.last === state.turn))
        continue;
      const ready = own.filter((i) => this.mayAssault(i, hex));
      const support = fire.filter((i) => !ready.includes(i));
      for (const i of ready) found.push(`assault ${i} / ${hex}`);
      if (ready.length > 1) found.push(`assault ${ready} / ${hex}`);
      if (ready.length > 0 && support.length > 0) found.push(`assault ${ready} / ${support} ${hex}`);
    }
    return found.sort();
  }
}
