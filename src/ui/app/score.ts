/** What the lines of the score are called. */
import type { Game } from '../../core/game.ts';
import { gradeOf, type TallyLine, tally } from '../../core/rules/victory.ts';
import type { ReadonlyState } from '../../core/state.ts';
import { t } from '../text/intl.ts';
import type { Names } from '../text/names.ts';

export interface Standing {
  lines: TallyLine[];
  /** Lines that count on the last day only: until then the troops can still come home. */
  later: TallyLine[];
  points: [number, number];
  grade: string;
}

/** The score as it stands while the battle goes on, and as it is once it is over. */
export function standing(game: Game, state: ReadonlyState): Standing {
  const { lines: all, points, grade } = tally(game, state);
  const later = state.over ? [] : all.filter((line) => line.kind === 'home');
  if (later.length === 0) return { lines: all, later, points, grade };
  const without = (side: 0 | 1): number => points[side] - later.reduce((sum, line) => sum + line.points[side], 0);
  const now: [number, number] = [without(0), without(1)];
  const lines = all.filter((line) => line.kind !== 'home');
  return { lines, later, points: now, grade: gradeOf(game, now[0] - now[1])?.id ?? grade };
}

/** The grade as it would be had nobody been given a head start. */
export function gradeWithout(game: Game, { handicap: _, ...state }: ReadonlyState): string {
  return tally(game, state).grade;
}

/** "Holding Dongkou", "Airfield out of action: Zhijiang", "Stores for the offensive". */
export function nameOfLine(game: Game, names: Names, line: TallyLine): string {
  const label = t(`losses.lines.${line.kind}`);
  if (line.place === null) return label;
  if (line.kind === 'stock') return subject(game, names, line.kind, line.place);
  return `${label} ${subject(game, names, line.kind, line.place)}`;
}

function subject(game: Game, names: Names, kind: TallyLine['kind'], id: string): string {
  const { scenario } = game.data;
  if (kind === 'airfield') return names.airfield(game.theatre.airfields.findIndex((field) => field.id === id));
  if (kind === 'stock') return names.stock(id);
  if (kind === 'decision') return names.decision(scenario.decisions?.findIndex((decision) => decision.id === id) ?? -1);
  return names.place(game.placeIndex.get(id) ?? -1);
}
