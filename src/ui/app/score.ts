/** What the lines of the score are called. */
import type { Game } from '../../core/game.ts';
import type { TallyLine } from '../../core/rules/victory.ts';
import { en } from '../text/en.ts';
import type { Names } from '../text/names.ts';

/** "Holding Dongkou", "Airfield out of action: Zhijiang", "Stores for the offensive". */
export function nameOfLine(game: Game, names: Names, line: TallyLine): string {
  const label = en.losses.lines[line.kind];
  if (line.place === null) return label;
  if (line.kind === 'stock') return subject(game, names, line.kind, line.place);
  return `${label} ${subject(game, names, line.kind, line.place)}`;
}

function subject(game: Game, names: Names, kind: TallyLine['kind'], id: string): string {
  const { scenario } = game.data;
  if (kind === 'airfield') return names.airfield(game.theatre.airfields.findIndex((field) => field.id === id));
  if (kind === 'stock') return scenario.victory.stocks?.find((stock) => stock.id === id)?.name ?? id;
  if (kind === 'decision') return scenario.decisions?.find((decision) => decision.id === id)?.title ?? id;
  return names.place(game.placeIndex.get(id) ?? -1);
}
