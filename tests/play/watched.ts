/** Tiny games that are played with real orders while an outcome measure watches. */
import type { Action } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import type { GameEvent } from '../../src/core/event.ts';
import { compile, type Game } from '../../src/core/game.ts';
import { parseHex } from '../../src/core/hex.ts';
import type { ScenarioData } from '../../src/core/scenario.ts';
import { setup } from '../../src/core/setup.ts';
import type { GameState, UnitState } from '../../src/core/state.ts';
import { type Asked, Outcomes, type OutcomeValue } from '../../src/play/outcomes.ts';
import { type TinyOptions, tinyData } from '../core/fixture.ts';

export type Measure = NonNullable<Asked['measure']>;

export interface Watched {
  game: Game;
  state: GameState;
  at(hex: string): number;
  unit(id: string): number;
  of(id: string): UnitState;
  /** Carries out an order of the active side; throws when the rules refuse it. */
  order(action: Action): GameEvent[];
  /** March along hexes "ccrr". */
  go(unit: string, path: string): void;
  /** Ends player turns until this turn of the first side has come, or the game is over. */
  until(turn: number): void;
  /** Tells the measures of events that were made up. */
  tell(...events: Partial<GameEvent>[]): void;
  /** The answer as it stands. */
  value(id: string): OutcomeValue | undefined;
}

/** Sets up a tiny game with measures watching, by name. `change` alters the scenario first. */
export function watched(
  options: TinyOptions,
  measures: Record<string, Measure>,
  change: (data: ScenarioData) => void = () => {},
): Watched {
  const data = tinyData(options);
  change(data);
  const game = compile(data);
  const { state, events } = setup(game, { seed: 'watched', fog: false });
  const asked = Object.entries(measures).map(([id, measure]) => ({ id, measure }));
  const outcomes = new Outcomes(game, asked);
  outcomes.watch(events, state);
  const order = (action: Action): GameEvent[] => {
    const refusal = check(game, state, action);
    if (refusal) throw new Error(`${JSON.stringify(action)} refused: ${JSON.stringify(refusal)}`);
    const happened = apply(game, state, action);
    outcomes.watch(happened, state);
    return happened;
  };
  const unit = (id: string): number => {
    const index = game.unitIndex.get(id);
    if (index === undefined) throw new Error(`no unit ${id}`);
    return index;
  };
  const at = (text: string): number => parseHex(game.cols, game.rows, text);
  return {
    game,
    state,
    at,
    unit,
    of: (id) => state.units[unit(id)] as UnitState,
    order,
    go: (id, path) => {
      order({ type: 'move', unit: unit(id), path: path.split(' ').map(at), mode: 'march' });
    },
    until: (turn) => {
      while (!state.over && (state.turn < turn || state.active !== game.firstSide)) order({ type: 'end' });
    },
    tell: (...made) => outcomes.watch(made as GameEvent[], state),
    value: (id) => outcomes.result(state)[id],
  };
}

/** The one answer of a measure after a game has been played to its end. */
export function ask(options: TinyOptions, measure: Measure, play: (game: Watched) => void): OutcomeValue | undefined {
  const game = watched(options, { it: measure });
  play(game);
  while (!game.state.over) game.order({ type: 'end' });
  return game.value('it');
}
