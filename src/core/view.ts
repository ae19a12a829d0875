/** Rulebook 7.8: what one side may know. The board and the bots of a side get nothing else under fog of war. */
import { blankAir, blankSide, blankUnit } from './blank.ts';
import type { GameEvent, UnitLoss } from './event.ts';
import type { Game } from './game.ts';
import { isToldOf } from './rules/conditions.ts';
import {
  type DepotState,
  type GameState,
  type ReadonlyState,
  SEEN_STRENGTH,
  SEEN_TYPE,
  type SideIndex,
  type SideState,
  SUPPLY_FULL,
  type UnitState,
  type View,
} from './state.ts';

/** A deep copy of a state, by hand: much faster than structuredClone or JSON. */
export function cloneState(readonly: ReadonlyState): GameState {
  const state = readonly as GameState;
  return {
    ...state,
    units: state.units.map(cloneUnit),
    leaders: state.leaders.map((leader) => ({ ...leader })),
    air: state.air.map((air) => ({ ...air, byMission: air.byMission.slice() })),
    depots: state.depots.map((depot) => ({ ...depot })),
    sides: [cloneSide(state.sides[0]), cloneSide(state.sides[1])],
    control: state.control.slice(),
    believed: [state.believed[0].slice(), state.believed[1].slice()],
    breaks: state.breaks.map((link) => ({ ...link })),
    battles: state.battles.map((battle) => ({ ...battle })),
    plots: state.plots.map((plot) => ({ ...plot })),
    fired: state.fired.slice(),
    airfields: state.airfields.map((field) => ({ ...field })),
    taken: state.taken.map((taken) => ({ ...taken })),
    boundaries: state.boundaries.slice(),
    result: state.result ? { ...state.result } : null,
    ...(state.handicap && { handicap: { ...state.handicap } }),
  };
}

function cloneUnit(unit: UnitState): UnitState {
  return {
    ...unit,
    eq: unit.eq.slice(),
    repair: unit.repair.slice(),
    eqLost: unit.eqLost.slice(),
    eqTaken: unit.eqTaken.slice(),
  };
}

function cloneSide(side: GameState['sides'][0]): GameState['sides'][0] {
  return { ...side, captured: side.captured.slice() };
}

/**
 * The state as `side` may see it. The seed is always taken out, so that nobody can look at dice to come. Under fog an
 * enemy unit that is not seen is off the map with nothing known but where it was seen last; a contact shows its hex;
 * a unit seen by type shows the strength its kind had at the start; only after a fight is its strength known.
 */
export function view(game: Game, state: ReadonlyState, side: SideIndex): View {
  return cloneState(glance(game, state, side)) as View;
}

/** What of the enemy is veiled, kept between glances so that each one costs no new memory. */
interface Veils {
  units: UnitState[];
  veiled: UnitState[];
  zeros: number[];
  depots: DepotState[];
  other: SideState;
}

function veilsOf(game: Game, side: SideIndex): Veils {
  const key = `veils${side}`;
  const kept = game.scratch[key] as Veils | undefined;
  if (kept) return kept;
  const zeros = game.equipment.map(() => 0);
  const veils: Veils = {
    units: [],
    veiled: game.units.map(() => unknownUnit(zeros)),
    zeros,
    depots: game.depots.map((depot) => ({ side: depot.side, food: 0, ammo: 0, fuel: 0 })),
    other: blankSide(zeros),
  };
  game.scratch[key] = veils;
  return veils;
}

/**
 * The same as `view`, but in shared memory: its own units are those of the state, the enemy's are scratch memory. For
 * reading only, and only until the state changes or the next glance is taken.
 */
export function glance(game: Game, readonly: ReadonlyState, side: SideIndex): View {
  const state = readonly as GameState;
  if (!state.fog) return { ...state, seed: '', viewer: side };
  const veils = veilsOf(game, side);
  const { units } = veils;
  units.length = state.units.length;
  for (let i = 0; i < units.length; i++) {
    const unit = state.units[i] as UnitState;
    if ((game.units[i] as Game['units'][number]).side === side) units[i] = unit;
    else units[i] = veil(game, unit, i, veils.veiled[i] as UnitState, veils.zeros);
  }
  const own = state.sides[side];
  const control = state.believed[side];
  // Field by field: a spread of the state costs as much as all the rest.
  const seen: View = {
    format: state.format,
    scenario: state.scenario,
    seed: '',
    fog: state.fog,
    turn: state.turn,
    active: state.active,
    over: state.over,
    weather: state.weather,
    ground: state.ground,
    leaders: state.leaders,
    breaks: state.breaks,
    fired: state.fired.filter((event) => isToldOf(game, event, side)),
    airfields: state.airfields,
    taken: state.taken.filter((taken) => game.theatre.decisions[taken.decision]?.side === side),
    boundaries: knownBoundaries(game, state, side),
    civilians: state.civilians,
    result: state.result,
    viewer: side,
    units,
    control,
    believed: [control, control],
    air: state.air.map((air, i) =>
      game.sideIndex.get((game.data.air.formations[i] as { side: string }).side) === side ? air : UNKNOWN_AIR,
    ),
    depots: state.depots.map((depot, i) => (depot.side === side ? depot : unknownDepot(veils, depot, i))),
    sides: side === 0 ? [own, veils.other] : [veils.other, own],
    plots: state.plots.filter((plot) => plot.side === side),
    battles: state.battles.filter((battle) => battle.side === side || known(game, state, battle.hex, side)),
  };
  if (state.handicap) seen.handicap = state.handicap;
  return seen;
}

/** The boundaries of the side's own armies; it knows nothing of the enemy's. */
function knownBoundaries(game: Game, state: GameState, side: SideIndex): number[] {
  return state.boundaries.map((active, i) => (game.theatre.boundaries[i]?.side === side ? active : 0));
}

function known(game: Game, state: GameState, hex: number, side: SideIndex): boolean {
  return game.bySide[side].some((unit) => state.units[unit]?.hex === hex);
}

const UNKNOWN_AIR = blankAir();

function unknownDepot(veils: Veils, depot: DepotState, index: number): DepotState {
  const blank = veils.depots[index] as DepotState;
  blank.side = depot.side;
  return blank;
}

/** A unit of which nothing is known; `veil` writes in what is. */
function unknownUnit(zeros: number[]): UnitState {
  return { ...blankUnit(() => zeros), food: 1, supply: SUPPLY_FULL };
}

/** 7.8: a bare contact is taken for a weak battalion. */
const CONTACT_MEN = 600;
/** Ammunition of an enemy, of whom one knows no more than that he has some. */
const SOME_AMMO = 99999999;

/** Strength that a contact or a type sighting suggests: the establishment of its kind, in good order. */
function veil(game: Game, unit: UnitState, index: number, into: UnitState, zeros: number[]): UnitState {
  const { seen } = unit;
  into.seen = seen;
  into.seenHex = unit.seenHex;
  into.seenTurn = unit.seenTurn;
  if (seen === 0) {
    into.status = 0;
    into.hex = -1;
    into.acts = 0;
    into.men = 0;
    into.cohesion = 0;
    into.dug = 0;
    into.ammo = 0;
    into.eq = zeros;
    return into;
  }
  into.status = unit.status;
  into.hex = unit.hex;
  into.acts = unit.acts;
  if (seen >= SEEN_STRENGTH) {
    into.men = unit.men;
    into.cohesion = unit.cohesion;
    into.dug = unit.dug;
    into.ammo = unit.ammo > 0 ? SOME_AMMO : 0;
    into.eq = unit.eq;
    return into;
  }
  const info = game.units[index] as Game['units'][number];
  into.men = seen >= SEEN_TYPE ? info.data.men : CONTACT_MEN;
  into.cohesion = 800;
  into.dug = Math.min(unit.dug, 500);
  into.ammo = SOME_AMMO;
  into.eq = seen >= SEEN_TYPE ? info.eq : zeros;
  return into;
}

/** What a side learns of a list of events: those told to it, with the enemy's exact losses and hidden steps taken out. */
export function viewEvents(game: Game, events: readonly GameEvent[], side: SideIndex, fog: boolean): GameEvent[] {
  if (!fog) return events.slice();
  const own = (unit: number): boolean => (game.units[unit] as Game['units'][number]).side === side;
  const mine = (losses: readonly UnitLoss[]): UnitLoss[] => losses.filter((loss) => own(loss.unit));
  const found: GameEvent[] = [];
  for (const event of events) {
    if ((event.to & (1 << side)) === 0) continue;
    if (event.type === 'moved' && !own(event.unit)) found.push({ ...event, path: event.shown, stopped: null });
    else if ('losses' in event && event.type !== 'surrender') found.push({ ...event, losses: mine(event.losses) });
    else found.push(event);
  }
  return found;
}
