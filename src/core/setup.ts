/** The state of a game before its first action. */
import { blankAir, blankSide, blankUnit } from './blank.ts';
import { emptyControl, setControl } from './control.ts';
import type { GameEvent } from './event.ts';
import type { Game } from './game.ts';
import { parseHex } from './hex.ts';
import { fuelUp } from './rules/aviationFuel.ts';
import { beginTurn } from './rules/sequence.ts';
import { DOCTRINES, UNIT_KINDS } from './scenario.ts';
import { hexesWithin } from './sight.ts';
import { AIRFIELD_WORKING, type GameState, type HandicapState, type SideIndex } from './state.ts';

const IRREGULAR = UNIT_KINDS.indexOf('irregular');

export interface SetupOptions {
  /** Any text; the same seed and the same choices give the same game. */
  seed: string;
  fog: boolean;
  /** 13.10: victory points that a side begins with. */
  handicap?: HandicapState;
}

/** Sets the scenario up and runs the automatic phases of turn 1, up to the first player turn. */
export function setup(game: Game, options: SetupOptions): { state: GameState; events: GameEvent[] } {
  const kinds = game.equipment.length;
  const zeros = (): number[] => Array.from({ length: kinds }, () => 0);
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
    units: game.units.map(() => blankUnit(zeros)),
    leaders: game.data.oob.leaders.map(() => ({ status: 0, turn: 0 })),
    air: game.data.air.formations.map(blankAir),
    depots: game.data.scenario.supplySources.map((source, i) => ({
      side: game.depots[i]?.side as SideIndex,
      food: source.foodKg,
      ammo: source.ammoKg,
      fuel: source.fuelKg,
    })),
    sides: [blankSide(zeros()), blankSide(zeros())],
    control: emptyControl(game.size),
    believed: [emptyControl(game.size), emptyControl(game.size)],
    breaks: [],
    battles: [],
    plots: [],
    fired: [],
    airfields: (game.data.scenario.airfields ?? []).map((field) => ({
      side: game.sideIndex.get(field.side) as SideIndex,
      status: AIRFIELD_WORKING,
      turn: 0,
    })),
    taken: [],
    boundaries: (game.data.scenario.boundaries ?? []).map((boundary) => (boundary.active ? 1 : 0)),
    civilians: 0,
    result: null,
    ...(options.handicap && { handicap: { ...options.handicap } }),
  };
  for (const depot of state.depots) state.sides[depot.side].entered += depot.food + depot.ammo + depot.fuel;
  game.data.scenario.sides.forEach((side, i) => {
    (state.sides[i] as GameState['sides'][0]).doctrine = DOCTRINES.indexOf(side.doctrine);
  });
  fuelUp(game, state);
  const events: GameEvent[] = [];
  placeControl(game, state);
  state.believed = [state.control.slice(), state.control.slice()];
  beginTurn(game, state, events);
  return { state, events };
}

/** Listed regions belong to their side, the rest to the default side; within 5 km of a unit at start, to that unit's side. */
function placeControl(game: Game, state: GameState): void {
  const { control } = game.data.scenario;
  const fallback = game.sideIndex.get(control.defaultSide) as SideIndex;
  for (let hex = 0; hex < game.size; hex++) setControl(state.control, hex, fallback);
  const near = Math.round(5 / game.hexKm);
  // 4.5, 9.13: irregulars take no ground, nor do units that wait at the far end of an air bridge.
  const holders = game.units.filter(
    ({ arrivalTurn, kind, data }) => arrivalTurn <= 1 && kind !== IRREGULAR && data.arrival.by !== 'airlift',
  );
  for (const unit of holders) {
    for (const hex of hexesWithin(unit.arrivalHex, near, game.neighbours)) setControl(state.control, hex, unit.side);
  }
  for (const region of control.regions) {
    for (const text of region.hexes) {
      const hex = parseHex(game.cols, game.rows, text);
      setControl(state.control, hex, game.sideIndex.get(region.side) as SideIndex);
    }
  }
  for (const unit of holders) setControl(state.control, unit.arrivalHex, unit.side);
}
