/** Rulebook 7.8: what one side may know. The board and the bots of a side get nothing else under fog of war. */
import type { GameEvent, UnitLoss } from './event.ts';
import type { Game } from './game.ts';
import {
  type GameState,
  type ReadonlyState,
  SEEN_STRENGTH,
  SEEN_TYPE,
  type SideIndex,
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
    air: state.air.map((air) => ({ ...air })),
    depots: state.depots.map((depot) => ({ ...depot })),
    sides: [cloneSide(state.sides[0]), cloneSide(state.sides[1])],
    control: state.control.slice(),
    believed: [state.believed[0].slice(), state.believed[1].slice()],
    breaks: state.breaks.map((link) => ({ ...link })),
    battles: state.battles.map((battle) => ({ ...battle })),
    plots: state.plots.map((plot) => ({ ...plot })),
    fired: state.fired.slice(),
    result: state.result ? { ...state.result } : null,
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
  const copy = cloneState(state) as View;
  copy.viewer = side;
  copy.seed = '';
  if (!state.fog) return copy;
  copy.control = copy.believed[side];
  copy.believed = [copy.control.slice(), copy.control.slice()];
  for (const index of game.bySide[1 - side] as number[]) {
    const unit = copy.units[index] as UnitState;
    copy.units[index] = veil(game, unit, index);
  }
  copy.air = copy.air.map((air, i) => {
    const own = game.sideIndex.get((game.data.air.formations[i] as { side: string }).side) === side;
    return own ? air : { aircraft: 0, damaged: 0, sorties: 0, lost: 0, crewsLost: 0, flown: 0 };
  });
  copy.depots = copy.depots.map((depot) => (depot.side === side ? depot : { ...depot, food: 0, ammo: 0, fuel: 0 }));
  const other = copy.sides[1 - side] as GameState['sides'][0];
  Object.assign(other, { points: 0, lift: 0, dropped: 0, dropTaken: 0, dropLost: 0, entered: 0, used: 0, spoiled: 0 });
  other.captured = other.captured.map(() => 0);
  copy.plots = copy.plots.filter((plot) => plot.side === side);
  copy.battles = copy.battles.filter((battle) => battle.side === side || known(game, copy, battle.hex, side));
  return copy;
}

function known(game: Game, state: GameState, hex: number, side: SideIndex): boolean {
  return game.bySide[side].some((unit) => state.units[unit]?.hex === hex);
}

/** Strength that a contact or a type sighting suggests: the establishment of its kind, in good order. */
function veil(game: Game, unit: UnitState, index: number): UnitState {
  const info = game.units[index] as Game['units'][number];
  const zeros = unit.eq.map(() => 0);
  const blank: UnitState = {
    ...unit,
    eq: zeros,
    repair: zeros.slice(),
    eqLost: zeros.slice(),
    eqTaken: zeros.slice(),
    fatigue: 0,
    minutes: 0,
    food: 1,
    fuel: 0,
    stance: 0,
    supply: 3,
    daysCut: 0,
    held: 0,
    killed: 0,
    wounded: 0,
    missing: 0,
    captured: 0,
    sick: 0,
    received: 0,
  };
  if (unit.seen === 0) {
    return { ...blank, status: 0, hex: -1, men: 0, cohesion: 0, dug: 0, ammo: 0, acts: 0 };
  }
  if (unit.seen >= SEEN_STRENGTH) return { ...blank, eq: unit.eq.slice(), ammo: unit.ammo > 0 ? 99999999 : 0 };
  const men = unit.seen >= SEEN_TYPE ? info.data.men : CONTACT_MEN;
  const eq = unit.seen >= SEEN_TYPE ? info.eq.slice() : zeros.slice();
  return { ...blank, men, eq, cohesion: 800, dug: Math.min(unit.dug, 500), ammo: 99999999 };
}

/** 7.8: a bare contact is taken for a weak battalion. */
const CONTACT_MEN = 600;

/** What a side learns of a list of events: those told to it, with the enemy's exact losses and hidden steps taken out. */
export function viewEvents(game: Game, events: readonly GameEvent[], side: SideIndex, fog: boolean): GameEvent[] {
  if (!fog) return events.slice();
  const own = (unit: number): boolean => (game.units[unit] as Game['units'][number]).side === side;
  const mine = (losses: readonly UnitLoss[]): UnitLoss[] => losses.filter((loss) => own(loss.unit));
  const found: GameEvent[] = [];
  for (const event of events) {
    if ((event.to & (1 << side)) === 0) continue;
    if (event.type === 'moved' && !own(event.unit)) found.push({ ...event, path: event.shown, stopped: null });
    else if (event.type === 'bombard' || event.type === 'retreat' || event.type === 'air' || event.type === 'assault')
      found.push({ ...event, losses: mine(event.losses) });
    else found.push(event);
  }
  return found;
}
