/** What a side cannot see, changed: for tests that no choice of its bots depends on it. */
import { setControl } from '../../src/core/control.ts';
import type { Game } from '../../src/core/game.ts';
import { isToldOf } from '../../src/core/rules/conditions.ts';
import { type GameState, SEEN_STRENGTH, type SideIndex, UNIT_ON_MAP, type UnitState } from '../../src/core/state.ts';

/** Changes everything that a side cannot see; what it can see stays. Returns how many units were moved. */
export function shuffleHidden(game: Game, state: GameState, side: SideIndex): number {
  const enemy = (1 - side) as SideIndex;
  let moved = 0;
  for (const index of game.bySide[enemy]) {
    const unit = state.units[index] as UnitState;
    if (unit.status === UNIT_ON_MAP && unit.seen === 0) {
      unit.hex = (unit.hex + 101 * (index + 1)) % game.size;
      unit.dug = 1234;
      unit.acts = 3;
      moved++;
    }
    if (unit.status === UNIT_ON_MAP && unit.seen < SEEN_STRENGTH) {
      unit.men = 40 + Math.floor(unit.men / 2);
      unit.cohesion = 111;
      unit.killed += 77;
      unit.ammo += 5000;
      unit.eq = unit.eq.map((count) => count + 5);
    }
    if (unit.status === UNIT_ON_MAP)
      Object.assign(unit, {
        fatigue: 777,
        food: 5,
        fuel: 9,
        minutes: 1,
        stance: 2,
        supply: 0,
        daysCut: 9,
        sick: 500,
        held: 0,
      });
  }
  game.data.air.formations.forEach((formation, i) => {
    if (game.sideIndex.get(formation.side) === enemy)
      Object.assign(state.air[i] as object, { aircraft: 1, sorties: 3, lost: 2, moved: 1 });
  });
  for (const depot of state.depots) if (depot.side === enemy) Object.assign(depot, { food: 1, ammo: 99_999, fuel: 5 });
  Object.assign(state.sides[enemy], { points: 55, lift: 9, aviationFuel: 1, doctrine: 2, entered: 1, used: 2 });
  for (let hex = 0; hex < game.size; hex++) setControl(state.control, hex, (hex % 3) - 1);
  state.believed[enemy] = state.control.map((word) => word >>> 1);
  state.plots = state.plots.filter((plot) => plot.side === side);
  state.plots.push({ side: enemy, kind: 2, hex: 5, sorties: 9, value: 0 });
  // What the enemy has decided he has not, and the other way round.
  const decided = new Set(state.taken.map(({ decision }) => decision));
  const undecided = game.theatre.decisions.flatMap((one, decision) =>
    one.side === enemy && !decided.has(decision) ? [{ decision, turn: state.turn, done: 0 }] : [],
  );
  const own = state.taken.filter(({ decision }) => game.theatre.decisions[decision]?.side === side);
  state.taken = [...own, ...undecided];
  state.fired = state.fired.filter((event) => isToldOf(game, event, side));
  state.boundaries = state.boundaries.map((active, i) =>
    game.theatre.boundaries[i]?.side === enemy ? 1 - active : active,
  );
  state.seed = 'other';
  return moved;
}
