/**
 * Measures of how an army behaves in a game of two bots, taken from the true state by someone who stands beside it: who
 * goes to and fro, attacks by driblets, leaves objectives empty, is destroyed while a way was open, keeps the tired in
 * front, leaves guns silent and staffs alone before the enemy, or stands idle beside a fight.
 */
import type { Bot } from '../../src/bots/bot.ts';
import { createBot } from '../../src/bots/index.ts';
import type { Action } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { holderOf } from '../../src/core/control.ts';
import type { GameEvent } from '../../src/core/event.ts';
import { direction, distance, type Game } from '../../src/core/game.ts';
import { position } from '../../src/core/position.ts';
import { gunReach } from '../../src/core/rules/fight.ts';
import { attackRoom } from '../../src/core/rules/strength.ts';
import { isSurrounded } from '../../src/core/rules/surrender.ts';
import { setup } from '../../src/core/setup.ts';
import {
  ACT_ASSAULTED,
  ACT_BOMBARDED,
  ACT_DEFENDED,
  ACT_MOVED,
  ACT_RETREATED,
  type GameState,
  SEEN_NOTHING,
  type SideIndex,
  UNIT_ON_MAP,
  type UnitState,
} from '../../src/core/state.ts';
import { glance } from '../../src/core/view.ts';

/** Cases of bad manners and the occasions that there were for them. */
export interface Measure {
  bad: number;
  of: number;
}

export const MANNERS = [
  'toAndFro',
  'driblets',
  'wornAttacks',
  'emptyObjectives',
  'lostWithWayOpen',
  'tiredInFront',
  'silentGuns',
  'loneStaffs',
  'idleNearFight',
  'idleInContact',
] as const;
export type Manner = (typeof MANNERS)[number];

/** Of each side. */
export type Manners = Record<Manner, Measure>;

/** What was measured, unit by unit, for those who look for the cause. */
export interface Instance {
  manner: Manner;
  side: SideIndex;
  turn: number;
  unit: number;
  hex: number;
}

export interface Observed {
  manners: [Manners, Manners];
  instances: Instance[];
  state: GameState;
}

/** Fatigue above which a unit is worn, and below which it is rested. */
const WORN = 700;
const RESTED = 300;
/** Fit to go in: fatigue at most, cohesion at least. */
const FIT = { fatigue: 600, cohesion: 450 };
/** Hexes within which friends could have taken part, objectives are in danger, a fight is near. */
const NEAR = 2;
const FIGHT = 3;
/** Turns without a stir that count as idle. */
const IDLE = 3;
/** Kilograms a piece below which guns keep what they have. */
const SPARE = 60;
/** Men of a friendly unit in the hex that keep the enemy off. */
const ESCORT = 300;

/** What is remembered of each unit from one own player turn to the next. */
interface Memory {
  /** Where its last but one and its last player turn began, -1 for none. */
  before: number;
  from: number;
  /** Did it march in that last turn? */
  marched: boolean;
  /** Own player turns in which it did nothing, the last ones in a row; of these with a fight near. */
  idle: number;
  fights: number;
  /** Was a way out open when its own last player turn began? */
  open: boolean;
}

function blank(): Manners {
  return Object.fromEntries(MANNERS.map((manner) => [manner, { bad: 0, of: 0 }])) as Manners;
}

/** Watches a game from its start, action by action. */
export class Observer {
  readonly manners: [Manners, Manners] = [blank(), blank()];
  readonly instances: Instance[] = [];
  readonly #game: Game;
  readonly #memory: Memory[];
  /** Hexes fought for since the side's own last player turn began, by side. */
  readonly #fights: [Set<number>, Set<number>] = [new Set(), new Set()];
  /** Hexes assaulted in this player turn. */
  #targets = new Set<number>();
  /** Units that marched in this player turn. */
  #marched = new Set<number>();
  /** Hexes where an assault of the side was thrown back, with the turn. */
  readonly #failed: [Map<number, number>, Map<number, number>] = [new Map(), new Map()];

  constructor(game: Game) {
    this.#game = game;
    this.#memory = game.units.map(() => ({ before: -1, from: -1, marched: false, idle: 0, fights: 0, open: false }));
  }

  /** To be called when a player turn begins. */
  begin(state: GameState): void {
    const side = state.active;
    const pos = position(this.#game, state, -1);
    this.#targets = new Set();
    this.#marched = new Set();
    for (const unit of this.#game.bySide[side]) {
      const now = unitOf(state, unit);
      const memory = this.#memory[unit] as Memory;
      memory.before = memory.from;
      memory.from = onMap(now) ? now.hex : -1;
      memory.open = onMap(now) && now.held === 0 && now.minutes > 0 && !isSurrounded(this.#game, pos, now.hex, side);
    }
  }

  /** To be called with each action before it is applied. */
  order(state: GameState, action: Action): void {
    if (action.type === 'move') this.#marched.add(action.unit);
    if (action.type !== 'assault') return;
    const side = state.active;
    const measures = this.manners[side];
    const men = (units: readonly number[]): number => units.reduce((sum, unit) => sum + unitOf(state, unit).men, 0);
    const first = !this.#targets.has(action.hex);
    this.#targets.add(action.hex);
    if (first)
      this.#count(
        measures.driblets,
        'driblets',
        state,
        action.units[0] as number,
        men(action.units) * 3 < this.#couldGoIn(state, action.hex),
      );
    const failed = this.#failed[side].get(action.hex) ?? -9;
    const worn = men(action.units.filter((unit) => unitOf(state, unit).fatigue > FIT.fatigue - 150));
    if (state.turn - failed <= 2)
      this.#count(measures.wornAttacks, 'wornAttacks', state, action.units[0] as number, worn * 2 > men(action.units));
  }

  /** Fit men next to a hex who find room at its sides. */
  #couldGoIn(state: GameState, hex: number): number {
    const game = this.#game;
    const men = new Map<number, number>();
    for (const unit of this.#line(state.active)) {
      const now = unitOf(state, unit);
      if (!onMap(now) || now.held === 1 || distance(game, now.hex, hex) !== 1) continue;
      if (now.fatigue > FIT.fatigue || now.cohesion < FIT.cohesion) continue;
      men.set(now.hex, (men.get(now.hex) ?? 0) + now.men);
    }
    let sum = 0;
    for (const [from, there] of men)
      sum += Math.min(there, attackRoom(game, hex, from * 6 + direction(game, from, hex)));
    return sum;
  }

  /** To be called with what came of an action of `side`. */
  came(state: GameState, side: SideIndex, events: readonly GameEvent[]): void {
    for (const event of events) {
      if (event.type === 'assault') {
        for (const fights of this.#fights) fights.add(event.hex);
        if (event.outcome === 'stopped') this.#failed[side].set(event.hex, state.turn);
      }
      if (event.type === 'destroyed' || event.type === 'surrender') {
        const whose = this.#side(event.unit);
        if (!holdsGround(this.#game, event.unit)) continue;
        this.#count(
          this.manners[whose].lostWithWayOpen,
          'lostWithWayOpen',
          state,
          event.unit,
          (this.#memory[event.unit] as Memory).open,
          event.hex,
        );
      }
    }
  }

  /** To be called before the order that ends a player turn. */
  end(state: GameState): void {
    const side = state.active;
    const foes = new Set<number>();
    for (const unit of this.#game.bySide[(1 - side) as SideIndex]) {
      const now = unitOf(state, unit);
      if (onMap(now) && (now.seen > SEEN_NOTHING || !state.fog)) foes.add(now.hex);
    }
    const nearestFoe = (hex: number): number => {
      let least = 99;
      for (const foe of foes) least = Math.min(least, distance(this.#game, foe, hex));
      return least;
    };
    this.#marches(state, side);
    this.#objectives(state, side, nearestFoe);
    this.#relief(state, side, nearestFoe);
    this.#guns(state, side);
    this.#staffs(state, side, nearestFoe);
    this.#idlers(state, side, nearestFoe);
    this.#fights[side].clear();
  }

  #marches(state: GameState, side: SideIndex): void {
    for (const unit of this.#line(side)) {
      const memory = this.#memory[unit] as Memory;
      const marched = this.#marched.has(unit);
      const { hex } = unitOf(state, unit);
      if (marched && memory.marched && memory.before >= 0 && hex >= 0) {
        const out = distance(this.#game, memory.before, memory.from);
        const left = distance(this.#game, memory.before, hex);
        this.#count(this.manners[side].toAndFro, 'toAndFro', state, unit, out > 0 && left * 2 <= out);
      } else if (marched) this.manners[side].toAndFro.of++;
      memory.marched = marched;
    }
  }

  #objectives(state: GameState, side: SideIndex, nearestFoe: (hex: number) => number): void {
    for (const { place } of this.#game.data.scenario.victory.objectives) {
      const { hex } = this.#game.places[this.#game.placeIndex.get(place) as number] as Game['places'][number];
      if (holderOf(state.control, hex) !== side || nearestFoe(hex) > NEAR) continue;
      // Who is outnumbered there may give it up.
      if (this.#menNear(state, side, hex, NEAR) < this.#menNear(state, (1 - side) as SideIndex, hex, NEAR)) continue;
      const empty = !this.#line(side).some((unit) => unitOf(state, unit).hex === hex);
      this.#count(this.manners[side].emptyObjectives, 'emptyObjectives', state, -1, empty, hex);
    }
  }

  /** Men of a side's line within so many hexes of one; of the enemy's those that are seen. */
  #menNear(state: GameState, side: SideIndex, hex: number, within: number): number {
    let sum = 0;
    for (const unit of this.#line(side)) {
      const now = unitOf(state, unit);
      if (!onMap(now) || distance(this.#game, now.hex, hex) > within) continue;
      if (side === state.active || !state.fog || now.seen > SEEN_NOTHING) sum += now.men;
    }
    return sum;
  }

  #relief(state: GameState, side: SideIndex, nearestFoe: (hex: number) => number): void {
    const line = this.#line(side).filter((unit) => onMap(unitOf(state, unit)));
    for (const unit of line) {
      const now = unitOf(state, unit);
      if (nearestFoe(now.hex) > 1) continue;
      const relievable =
        now.fatigue > WORN &&
        line.some((other) => {
          const { hex, fatigue, held } = unitOf(state, other);
          return held === 0 && fatigue < RESTED && distance(this.#game, hex, now.hex) <= NEAR && nearestFoe(hex) > 1;
        });
      this.#count(this.manners[side].tiredInFront, 'tiredInFront', state, unit, relievable);
    }
  }

  #guns(state: GameState, side: SideIndex): void {
    for (const unit of this.#game.bySide[side]) {
      const now = unitOf(state, unit);
      const { rangeM, data } = this.#game.units[unit] as Game['units'][number];
      if (!onMap(now) || data.kind !== 'artillery' || rangeM === 0 || now.held === 1) continue;
      const guns = now.eq.reduce((sum, count, i) => sum + ((this.#game.equipment[i]?.rangeM ?? 0) > 0 ? count : 0), 0);
      if (guns === 0 || now.ammo < guns * SPARE) continue;
      if (![...this.#targets].some((hex) => gunReach(this.#game, now.hex, hex) <= rangeM)) continue;
      const silent = (now.acts & (ACT_ASSAULTED | ACT_BOMBARDED)) === 0 && !this.#marched.has(unit);
      this.#count(this.manners[side].silentGuns, 'silentGuns', state, unit, silent);
    }
  }

  #staffs(state: GameState, side: SideIndex, nearestFoe: (hex: number) => number): void {
    const escorted = new Set<number>();
    for (const unit of this.#line(side)) {
      const now = unitOf(state, unit);
      if (onMap(now) && now.men >= ESCORT) escorted.add(now.hex);
    }
    for (const unit of this.#game.bySide[side]) {
      const now = unitOf(state, unit);
      const kind = this.#game.units[unit]?.data.kind;
      if (!onMap(now) || now.held === 1 || (kind !== 'hq' && kind !== 'engineer' && kind !== 'transport')) continue;
      const alone =
        nearestFoe(now.hex) <= 1 &&
        !escorted.has(now.hex) &&
        now.men < this.#menNear(state, (1 - side) as SideIndex, now.hex, 1);
      this.#count(this.manners[side].loneStaffs, 'loneStaffs', state, unit, alone);
    }
  }

  #idlers(state: GameState, side: SideIndex, nearestFoe: (hex: number) => number): void {
    const prizes = new Set(
      this.#game.data.scenario.victory.objectives.map(
        ({ place }) => this.#game.places[this.#game.placeIndex.get(place) as number]?.hex ?? -1,
      ),
    );
    const stirs = ACT_MOVED | ACT_ASSAULTED | ACT_BOMBARDED | ACT_DEFENDED | ACT_RETREATED;
    for (const unit of this.#line(side)) {
      const now = unitOf(state, unit);
      const memory = this.#memory[unit] as Memory;
      const fought = [...this.#fights[side]].filter((hex) => onMap(now) && distance(this.#game, hex, now.hex) <= FIGHT);
      // Who stands beside a fight is its reserve.
      const idle =
        onMap(now) &&
        now.held === 0 &&
        (now.acts & stirs) === 0 &&
        fought.every((hex) => distance(this.#game, hex, now.hex) > 1) &&
        now.fatigue <= RESTED &&
        now.cohesion >= FIT.cohesion;
      memory.idle = idle ? memory.idle + 1 : 0;
      memory.fights = idle ? memory.fights + (fought.length > 0 ? 1 : 0) : 0;
      if (!onMap(now) || now.held === 1 || fought.length === 0 || prizes.has(now.hex)) continue;
      const stood = memory.idle >= IDLE && memory.fights >= IDLE - 1;
      if (nearestFoe(now.hex) > 1) this.#count(this.manners[side].idleNearFight, 'idleNearFight', state, unit, stood);
      else {
        const strong =
          this.#menNear(state, side, now.hex, 1) >= 2 * this.#menNear(state, (1 - side) as SideIndex, now.hex, 1);
        this.#count(this.manners[side].idleInContact, 'idleInContact', state, unit, stood && strong);
      }
    }
  }

  #line(side: SideIndex): number[] {
    return this.#game.bySide[side].filter((unit) => holdsGround(this.#game, unit));
  }

  #side(unit: number): SideIndex {
    return (this.#game.units[unit] as Game['units'][number]).side as SideIndex;
  }

  #count(measure: Measure, manner: Manner, state: GameState, unit: number, bad: boolean, hex?: number): void {
    measure.of++;
    if (!bad) return;
    measure.bad++;
    const at = hex ?? unitOf(state, unit).hex;
    const side = unit >= 0 ? this.#side(unit) : state.active;
    this.instances.push({ manner, side, turn: state.turn, unit, hex: at });
  }
}

function unitOf(state: GameState, unit: number): UnitState {
  return state.units[unit] as UnitState;
}

function onMap(now: UnitState): boolean {
  return now.status === UNIT_ON_MAP && now.hex >= 0;
}

function holdsGround(game: Game, unit: number): boolean {
  const kind = game.units[unit]?.data.kind;
  return (
    kind !== 'hq' &&
    kind !== 'transport' &&
    kind !== 'artillery' &&
    kind !== 'armour' &&
    kind !== 'engineer' &&
    kind !== 'irregular'
  );
}

export interface Observation {
  /** By side, where another than the historical plan is wanted. */
  plans?: [string?, string?];
  /** Who leads a side, by the seed of its bot; a regular where it is left out. */
  staff?: (seed: string) => Bot;
  /** What becomes of each order before it is given; null for an order that is not given. */
  through?: (action: Action) => Action | null;
}

/** Plays a game of two opponents and watches it. */
export function observe(
  game: Game,
  seed: string,
  { plans = [], staff, through = (action) => action }: Observation = {},
): Observed {
  const { state } = setup(game, { seed, fog: true });
  const bots = ([0, 1] as const).map((side) => {
    const plan = plans[side];
    const own = `${seed}/${side}`;
    return staff ? staff(own) : createBot('regular', own, plan === undefined ? {} : { plan });
  });
  const observer = new Observer(game);
  observer.begin(state);
  while (!state.over) {
    const side = state.active;
    const action = through((bots[side] as (typeof bots)[0]).choose(game, glance(game, state, side)));
    if (!action) continue;
    const refusal = check(game, state, action);
    if (refusal) throw new Error(`${JSON.stringify(action)} refused: ${JSON.stringify(refusal)}`);
    if (action.type === 'end') observer.end(state);
    else observer.order(state, action);
    observer.came(state, side, apply(game, state, action));
    if (action.type === 'end' && !state.over) observer.begin(state);
  }
  return { manners: observer.manners, instances: observer.instances, state };
}

/** The measures of several games added up. */
export function total(games: readonly Observed[]): [Manners, Manners] {
  const sum: [Manners, Manners] = [blank(), blank()];
  for (const { manners } of games)
    for (const side of [0, 1] as const)
      for (const manner of MANNERS) {
        sum[side][manner].bad += manners[side][manner].bad;
        sum[side][manner].of += manners[side][manner].of;
      }
  return sum;
}

export function share({ bad, of }: Measure): number {
  return of > 0 ? bad / of : 0;
}
