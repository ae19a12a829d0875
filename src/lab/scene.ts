/** What every model of the laboratory says of its scenario: the view names sides and dates by it. */
import { dateOfTurn, type Game } from '../core/game.ts';

export interface Scene {
  title: string;
  sides: [{ id: string; name: string }, { id: string; name: string }];
  /** First day of each turn, ISO. */
  dates: string[];
}

export function sceneOf(game: Game): Scene {
  const { title, sides } = game.data.scenario;
  const side = (i: 0 | 1): { id: string; name: string } => {
    const { id = '', name = '' } = sides[i] ?? {};
    return { id, name };
  };
  return {
    title,
    sides: [side(0), side(1)],
    dates: Array.from({ length: game.turns }, (_, turn) => dateOfTurn(game, turn + 1)),
  };
}
