/**
 * Digests: two 32-bit multiplicative hashes run over the integers of a state in a fixed order. Not cryptographic: they
 * find divergence, not forgery.
 */
import type { GameState, ReadonlyState, UnitState } from './state.ts';

/** The numbers to be digested, in order. Locals and one typed array: a number kept in a module variable is boxed. */
let numbers = new Int32Array(16384);
let count = 0;

/** Of these, the numbers of a unit apart from its equipment. */
const UNIT_NUMBERS = 26;

function grow(): void {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  numbers = larger;
}

function mix(value: number): void {
  if (count === numbers.length) grow();
  numbers[count++] = value;
}

/** A list goes in as one polynomial hash that begins with its length. */
function mixList(list: readonly number[]): void {
  const { length } = list;
  let sum = length;
  for (let i = 0; i < length; i++) sum = Math.imul(sum ^ (list[i] as number), 0x01000193);
  mix(sum);
}

function mixText(text: string): void {
  mix(text.length);
  for (let i = 0; i < text.length; i++) mix(text.charCodeAt(i));
}

/** Empties the list of numbers into 16 hex digits. */
function finish(): string {
  let a = 0x811c9dc5 | 0;
  let b = 0x27d4eb2f | 0;
  for (let i = 0; i < count; i++) {
    const value = numbers[i] as number;
    a = Math.imul(a ^ value, 0x01000193);
    b = Math.imul(b + value, 0x85ebca6b) ^ (b >>> 15);
  }
  count = 0;
  a ^= a >>> 16;
  b ^= b >>> 13;
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}

/** 16 hex digits for a text. */
export function fingerprint(text: string): string {
  count = 0;
  mixText(text);
  return finish();
}

/**
 * The four lists of a unit's equipment, each as `mixList` would have it. Side by side, because one multiplication then
 * need not wait for the other: these lists are most of a state.
 */
function mixPieces({ eq, repair, eqLost, eqTaken }: UnitState): void {
  const { length } = eq;
  if (repair.length !== length || eqLost.length !== length || eqTaken.length !== length) {
    for (const list of [eq, repair, eqLost, eqTaken]) mixList(list);
    return;
  }
  let fit = length;
  let mending = length;
  let lost = length;
  let taken = length;
  for (let i = 0; i < length; i++) {
    fit = Math.imul(fit ^ (eq[i] as number), 0x01000193);
    mending = Math.imul(mending ^ (repair[i] as number), 0x01000193);
    lost = Math.imul(lost ^ (eqLost[i] as number), 0x01000193);
    taken = Math.imul(taken ^ (eqTaken[i] as number), 0x01000193);
  }
  mix(fit);
  mix(mending);
  mix(lost);
  mix(taken);
}

function mixUnit(unit: UnitState): void {
  if (count + UNIT_NUMBERS > numbers.length) grow();
  // At a known place in a local: the counter of the module is touched once a unit.
  const into = numbers;
  const at = count;
  into[at] = unit.status;
  into[at + 1] = unit.hex;
  into[at + 2] = unit.men;
  into[at + 3] = unit.cohesion;
  into[at + 4] = unit.fatigue;
  into[at + 5] = unit.dug;
  into[at + 6] = unit.minutes;
  into[at + 7] = unit.food;
  into[at + 8] = unit.ammo;
  into[at + 9] = unit.fuel;
  into[at + 10] = unit.stance;
  into[at + 11] = unit.acts;
  into[at + 12] = unit.supply;
  into[at + 13] = unit.daysCut;
  into[at + 14] = unit.held;
  into[at + 15] = unit.seen;
  into[at + 16] = unit.seenHex;
  into[at + 17] = unit.seenTurn;
  into[at + 18] = unit.killed;
  into[at + 19] = unit.wounded;
  into[at + 20] = unit.missing;
  into[at + 21] = unit.captured;
  into[at + 22] = unit.sick;
  into[at + 23] = unit.received;
  into[at + 24] = unit.starved;
  into[at + 25] = unit.flown;
  count = at + UNIT_NUMBERS;
  mixPieces(unit);
}

/** 16 hex digits over everything in a state. */
export function digest(readonly: ReadonlyState): string {
  const state = readonly as GameState;
  count = 0;
  mixText(state.scenario);
  mixText(state.seed);
  mix(state.fog ? 1 : 0);
  mix(state.turn);
  mix(state.active);
  mix(state.over ? 1 : 0);
  mix(state.weather);
  mix(state.ground);
  for (const unit of state.units) mixUnit(unit);
  for (const leader of state.leaders) {
    mix(leader.status);
    mix(leader.turn);
  }
  for (const air of state.air) {
    mix(air.aircraft);
    mix(air.damaged);
    mix(air.sorties);
    mix(air.lost);
    mix(air.crewsLost);
    mix(air.flown);
    mixList(air.byMission);
    mix(air.moved);
  }
  for (const depot of state.depots) {
    mix(depot.side);
    mix(depot.food);
    mix(depot.ammo);
    mix(depot.fuel);
  }
  for (const side of state.sides) {
    mixList(side.captured);
    mix(side.points);
    mix(side.lift);
    mix(side.dropped);
    mix(side.dropTaken);
    mix(side.dropLost);
    mix(side.entered);
    mix(side.used);
    mix(side.spoiled);
    mix(side.aviationFuel);
    mix(side.aviationUsed);
    mix(side.menLifted);
    mix(side.kgLifted);
    mix(side.doctrine);
  }
  mixList(state.control);
  mixList(state.believed[0]);
  mixList(state.believed[1]);
  mix(state.breaks.length);
  for (const link of state.breaks) {
    mix(link.hexside);
    mix(link.minutes);
  }
  mix(state.battles.length);
  for (const battle of state.battles) {
    mix(battle.hex);
    mix(battle.side);
    mix(battle.started);
    mix(battle.last);
    mix(battle.days);
  }
  mix(state.plots.length);
  for (const plot of state.plots) {
    mix(plot.side);
    mix(plot.kind);
    mix(plot.hex);
    mix(plot.sorties);
    mix(plot.value);
  }
  mixList(state.fired);
  mix(state.airfields.length);
  for (const field of state.airfields) {
    mix(field.side);
    mix(field.status);
    mix(field.turn);
  }
  mix(state.taken.length);
  for (const taken of state.taken) {
    mix(taken.decision);
    mix(taken.turn);
    mix(taken.done);
  }
  mixList(state.boundaries);
  mix(state.civilians);
  mixText(state.result ? state.result.grade : '');
  mix(state.result ? state.result.margin : 0);
  // Games without a head start have the digests they had before there was any.
  if (state.handicap) {
    mix(state.handicap.side);
    mix(state.handicap.points);
  }
  return finish();
}
