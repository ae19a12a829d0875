/**
 * The legal actions of the active side in a fixed order, as it knows the map. Moves are listed by destination with the
 * quickest path, assaults by target with every unit alone and with all that can join, air missions with all the
 * sorties left and on hexes that matter; `check` also allows what lies between (other paths, subsets, fewer sorties).
 */
import type { Action } from './action.ts';
import { check, checkMarcher } from './check.ts';
import type { Game } from './game.ts';
import { hexside } from './game.ts';
import { position } from './position.ts';
import { waitingForLift } from './rules/airlift.ts';
import { fits, pathTo, reach } from './rules/movement.ts';
import { isSurrounded } from './rules/surrender.ts';
import { AIR_MISSIONS } from './scenario.ts';
import { hexesWithin } from './sight.ts';
import { type GameState, type ReadonlyState, type Stance, UNIT_ON_MAP } from './state.ts';

/** Every listed action passes `check`; the list ends with the end of the player turn and is empty when the game is over. */
export function legalActions(game: Game, state: ReadonlyState): Action[] {
  if (state.over) return [];
  const found: Action[] = [];
  const offer = (action: Action): void => {
    if (check(game, state, action) === null) found.push(action);
  };
  const own = game.bySide[state.active].filter((unit) => onMap(state, unit));
  for (const unit of own) {
    listMoves(game, state, unit, 'march', found);
    listMoves(game, state, unit, 'truck', found);
    for (const near of ringOf(game, state, unit)) offer({ type: 'breakOut', unit, hex: near });
    for (const stance of [0, 1, 2] as Stance[]) offer({ type: 'stance', unit, stance });
    const { hex } = state.units[unit] as GameState['units'][number];
    for (let d = 0; d < 6; d++) {
      if ((game.neighbours[hex * 6 + d] as number) < 0) continue;
      const link = hexside(game, hex, d);
      offer({ type: 'engineer', unit, task: 'demolish', hexside: link });
      offer({ type: 'engineer', unit, task: 'repair', hexside: link });
    }
  }
  const targets = enemyHexes(game, state);
  for (const hex of targets) listAssaults(game, state, own, hex, offer);
  for (const unit of own) for (const hex of targets) offer({ type: 'bombard', unit, hex });
  listMissions(game, state, own, targets, offer);
  game.theatre.airfields.forEach((_, airfield) => {
    offer({ type: 'airfield', airfield });
  });
  game.theatre.decisions.forEach((_, decision) => {
    offer({ type: 'decide', decision });
  });
  found.push({ type: 'end' });
  return found;
}

function onMap(state: ReadonlyState, unit: number): boolean {
  const now = state.units[unit] as GameState['units'][number];
  return now.status === UNIT_ON_MAP && now.hex >= 0;
}

/** Hexes where the active side knows of an enemy, ascending. */
export function enemyHexes(game: Game, state: ReadonlyState): number[] {
  const found = new Set<number>();
  for (const unit of game.bySide[1 - state.active] as number[]) {
    const now = state.units[unit] as GameState['units'][number];
    if (onMap(state, unit) && (!state.fog || now.seen > 0)) found.add(now.hex);
  }
  return [...found].sort((a, b) => a - b);
}

/** Every hex of `reach` that has room: what `check` would say of each, without searching the path again. */
function listMoves(game: Game, state: ReadonlyState, unit: number, mode: 'march' | 'truck', found: Action[]): void {
  if (checkMarcher(game, state, unit, mode)) return;
  const { men } = state.units[unit] as GameState['units'][number];
  const reached = reach(game, state, unit, mode);
  const pos = position(game, state, state.active);
  for (const hex of reached.order.slice().sort((a, b) => a - b)) {
    const path = pathTo(reached, hex);
    if (path.length > 0 && fits(game, pos, hex, men)) found.push({ type: 'move', unit, path, mode });
  }
}

function listAssaults(
  game: Game,
  state: ReadonlyState,
  own: readonly number[],
  hex: number,
  offer: (action: Action) => void,
): void {
  const ready = own.filter(
    (unit) => check(game, state, { type: 'assault', units: [unit], support: [], hex, advance: true }) === null,
  );
  const guns = own.filter(
    (unit) => !ready.includes(unit) && check(game, state, { type: 'bombard', unit, hex }) === null,
  );
  for (const unit of ready) offer({ type: 'assault', units: [unit], support: [], hex, advance: true });
  if (ready.length > 1) offer({ type: 'assault', units: ready, support: [], hex, advance: true });
  if (ready.length > 0 && guns.length > 0) offer({ type: 'assault', units: ready, support: guns, hex, advance: true });
}

/** The hexes two away from a unit that might break out; none for a unit that is not surrounded. */
function ringOf(game: Game, state: ReadonlyState, unit: number): number[] {
  const { hex } = state.units[unit] as GameState['units'][number];
  if (!isSurrounded(game, position(game, state, state.active), hex, state.active)) return [];
  return hexesWithin(hex, 2, game.neighbours).sort((a, b) => a - b);
}

function listMissions(
  game: Game,
  state: ReadonlyState,
  own: readonly number[],
  targets: readonly number[],
  offer: (action: Action) => void,
): void {
  const friends = [...new Set(own.map((unit) => (state.units[unit] as GameState['units'][number]).hex))].sort(
    (a, b) => a - b,
  );
  const { side } = position(game, state, state.active);
  game.data.air.formations.forEach((formation, index) => {
    const sorties = (state.air[index] as GameState['air'][number]).sorties;
    if (game.sideIndex.get(formation.side) !== state.active || sorties <= 0) return;
    for (const mission of AIR_MISSIONS) {
      if (!formation.missions.includes(mission)) continue;
      if (mission === 'troopLift') {
        for (const { unit } of waitingForLift(game, state, state.active))
          offer({
            type: 'air',
            formation: index,
            mission,
            hex: (game.units[unit] as Game['units'][number]).arrivalHex,
            sorties,
            unit,
          });
        continue;
      }
      const hexes =
        mission === 'superiority'
          ? friends.slice(0, 1)
          : mission === 'supplyDrop'
            ? friends
            : mission === 'supplyLift'
              ? game.theatre.airfields.map((field) => field.hex)
              : targets;
      for (const hex of hexes) {
        if (mission === 'supplyDrop' && side[hex] !== state.active) continue;
        offer({ type: 'air', formation: index, mission, hex, sorties });
      }
    }
  });
}
