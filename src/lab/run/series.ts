/** The course of a game in figures: what each side has lost and holds at the end of every turn, and the score as it stands. */
import { holderOf } from '../../core/control.ts';
import type { Game } from '../../core/game.ts';
import { battleLosses, tally } from '../../core/rules/victory.ts';
import type { ReadonlyState } from '../../core/state.ts';

/** What is followed: a quantity of a side as `quantity.SIDE`, or the margin of both. */
export type SeriesQuantity = 'lost' | 'captured' | 'objectives' | 'margin';

export interface SeriesKind {
  id: string;
  quantity: SeriesQuantity;
  /** Index of the side, null for both. */
  side: 0 | 1 | null;
}

/**
 * The series of a scenario, in the order in which lines have them. `lost`: men killed, wounded, missing and captured so far;
 * `captured`: those of them who were taken prisoner; `objectives`: places of the victory conditions that the side holds;
 * `margin`: points of the first side minus points of the second by the rules of victory, as if the game ended there.
 */
export function seriesOf(game: Game): SeriesKind[] {
  const ofSides = (['lost', 'captured', 'objectives'] as const).flatMap((quantity) =>
    ([0, 1] as const).map((side) => ({ id: `${quantity}.${game.data.scenario.sides[side]?.id}`, quantity, side })),
  );
  return [...ofSides, { id: 'margin', quantity: 'margin', side: null }];
}

/** The values of all series in a state, in the order of `seriesOf`. */
export function readSeries(game: Game, state: ReadonlyState): number[] {
  const [first, second] = [battleLosses(game, state, 0), battleLosses(game, state, 1)];
  const lost = ({ killed, wounded, missing, captured }: typeof first): number => killed + wounded + missing + captured;
  const held = [0, 0];
  for (const { place } of game.data.scenario.victory.objectives) {
    const side = holderOf(state.control, game.places[game.placeIndex.get(place) ?? -1]?.hex ?? -1);
    if (side >= 0) held[side] = (held[side] as number) + 1;
  }
  const [one = 0, other = 0] = held;
  return [lost(first), lost(second), first.captured, second.captured, one, other, tally(game, state).margin];
}
