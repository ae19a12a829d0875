/** The state of a game before its first action. */
import { emptyControl, holderOf, setControl } from './control.ts';
import type { GameEvent } from './event.ts';
import { distance, type Game } from './game.ts';
import { parseHex } from './hex.ts';
import { beginTurn } from './rules/sequence.ts';
import type { GameState, SideIndex, UnitState } from './state.ts';

export interface SetupOptions {
  /** Any text; the same seed and the same choices give the same game. */
  seed: string;
  fog: boolean;
}

/** Sets the scenario up and runs the automatic phases of turn 1, up to the first player turn. */
export function setup(game: Game, options: SetupOptions): { state: GameState; events: GameEvent[] } {
  const kinds = game.equipment.length;
  const zeros = (): number[] => Array.from({ length: kinds }, () => 0);
  const side = (): GameState['sides'][0] => ({
    captured: zeros(),
    points: 0,
    lift: 0,
    dropped: 0,
    dropTaken: 0,
    dropLost: 0,
    entered: 0,
    used: 0,
    spoiled: 0,
  });
  const state: GameState = {
    format: 1,
    scenario: game.data.scenario.id,
    seed: options.seed,
    fog: options.fog,
    turn: 1,
    active: game.firstSide,
    over: false,
    weather: 0,
    ground: 0,
    units: game.units.map((): UnitState => blankUnit(zeros)),
    leaders: game.data.oob.leaders.map(() => ({ status: 0, turn: 0 })),
    air: game.data.air.formations.map(() => ({ aircraft: 0, damaged: 0, sorties: 0, lost: 0, crewsLost: 0, flown: 0 })),
    depots: game.data.scenario.supplySources.map((source, i) => ({
      side: game.depots[i]?.side as SideIndex,
      food: source.foodKg,
      ammo: source.ammoKg,
      fuel: source.fuelKg,
    })),
    sides: [side(), side()],
    control: emptyControl(game.size),
    believed: [emptyControl(game.size), emptyControl(game.size)],
    breaks: [],
    battles: [],
    plots: [],
    fired: [],
    result: null,
  };
  for (const depot of state.depots) state.sides[depot.side].entered += depot.food + depot.ammo + depot.fuel;
  const events: GameEvent[] = [];
  placeControl(game, state);
  state.believed = [state.control.slice(), state.control.slice()];
  beginTurn(game, state, events);
  return { state, events };
}

function blankUnit(zeros: () => number[]): UnitState {
  return {
    status: 0,
    hex: -1,
    men: 0,
    eq: zeros(),
    repair: zeros(),
    eqLost: zeros(),
    eqTaken: zeros(),
    cohesion: 0,
    fatigue: 0,
    dug: 0,
    minutes: 0,
    food: 0,
    ammo: 0,
    fuel: 0,
    stance: 0,
    acts: 0,
    supply: 0,
    daysCut: 0,
    held: 0,
    seen: 0,
    seenHex: -1,
    seenTurn: 0,
    killed: 0,
    wounded: 0,
    missing: 0,
    captured: 0,
    sick: 0,
    received: 0,
  };
}

/** Listed regions belong to their side, the rest to the default side; within 5 km of a unit at start, to that unit's side. */
function placeControl(game: Game, state: GameState): void {
  const { control } = game.data.scenario;
  const fallback = game.sideIndex.get(control.defaultSide) as SideIndex;
  for (let hex = 0; hex < game.size; hex++) setControl(state.control, hex, fallback);
  const near = Math.round(5 / game.hexKm);
  for (const unit of game.units) {
    if (unit.arrivalTurn > 1) continue;
    for (let hex = 0; hex < game.size; hex++) {
      const far = distance(game, unit.arrivalHex, hex);
      if (far <= near && holderOf(state.control, hex) !== unit.side) setControl(state.control, hex, unit.side);
    }
  }
  for (const region of control.regions) {
    for (const text of region.hexes) {
      const hex = parseHex(game.cols, game.rows, text);
      setControl(state.control, hex, game.sideIndex.get(region.side) as SideIndex);
    }
  }
  for (const unit of game.units) if (unit.arrivalTurn <= 1) setControl(state.control, unit.arrivalHex, unit.side);
}
