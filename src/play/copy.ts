/** Copies of a state by hand: several times faster than `structuredClone`, and plain even when the source is frozen. */
import type { GameState, ReadonlyState } from '../core/state.ts';

/** A deep, mutable copy of a state or view; what a view has more (`viewer`) is copied too. */
export function copyState<T extends GameState>(state: T): T;
export function copyState(state: ReadonlyState): GameState;
export function copyState(readonly: ReadonlyState): GameState {
  const state = readonly as GameState;
  const units = new Array<GameState['units'][number]>(state.units.length);
  for (let i = 0; i < units.length; i++) {
    const unit = state.units[i] as GameState['units'][number];
    units[i] = {
      ...unit,
      eq: unit.eq.slice(),
      repair: unit.repair.slice(),
      eqLost: unit.eqLost.slice(),
      eqTaken: unit.eqTaken.slice(),
    };
  }
  return {
    ...state,
    units,
    leaders: state.leaders.map((leader) => ({ ...leader })),
    air: state.air.map((air) => ({ ...air })),
    depots: state.depots.map((depot) => ({ ...depot })),
    sides: [
      { ...state.sides[0], captured: state.sides[0].captured.slice() },
      { ...state.sides[1], captured: state.sides[1].captured.slice() },
    ],
    control: state.control.slice(),
    breaks: state.breaks.map((link) => ({ ...link })),
    battles: state.battles.map((battle) => ({ ...battle })),
    plots: state.plots.map((plot) => ({ ...plot })),
    fired: state.fired.slice(),
    result: state.result ? { ...state.result } : null,
  };
}

/** A deep copy of plain JSON data; reads through a draft, so that nothing of the draft outlives it. */
export function copyPlain<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyPlain) as T;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = copyPlain((value as Record<string, unknown>)[key]);
  return copy as T;
}
