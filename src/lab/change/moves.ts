/** The first moves of a recorded game, to begin other games with. */
import type { Action } from '../../core/action.ts';
import type { Game } from '../../core/game.ts';
import type { GameRecord } from '../../play/record.ts';

/**
 * The actions of the first `turns` game turns of a record, both sides' player turns to their end; null when it has fewer.
 * Other dice may make the rules refuse some of them: a run leaves those out and counts them.
 */
export function firstMoves({ actions }: Pick<GameRecord, 'actions'>, turns: number): Action[] | null {
  let ends = 0;
  for (const [i, action] of actions.entries()) {
    if (action.type === 'end') ends++;
    if (ends === 2 * turns) return actions.slice(0, i + 1);
  }
  return null;
}

/** Whether the numbers that actions name mean the same in both: units, air formations, airfields, decisions and hexes. */
export function sameNumbers(a: Game, b: Game): boolean {
  const named = ({ data, cols, rows }: Game): string =>
    JSON.stringify([
      cols,
      rows,
      ...[data.oob.units, data.air.formations, data.scenario.airfields ?? [], data.scenario.decisions ?? []].map(
        (list) => list.map(({ id }) => id),
      ),
    ]);
  return named(a) === named(b);
}
