/** The short summary of a run: grades, and a line for each measure beside what the sources say. */
import type { Game } from '../../core/game.ts';
import type { HistoryData } from '../../scenario/shapes/history.ts';
import { range, spread } from '../history-table.ts';
import { gradeTable } from '../summary.ts';
import { formatTable } from '../terminal.ts';
import type { RunGist } from './task.ts';

/** Tables of a run of at least one game. */
export function formatRunSummary(game: Game, history: HistoryData | null, games: readonly RunGist[]): string {
  const rows = (history?.outcomes ?? [])
    .filter(({ measure }) => measure !== null)
    .map(({ id, name, unit, values }) => [
      name,
      ...spread(
        games.map(({ outcomes }) => outcomes[id] ?? null),
        unit,
      ),
      values.map((figure) => `${range(figure, unit)} ${figure.source.join(' ')}`).join('; '),
    ]);
  const tables = [formatTable(gradeTable(game, games))];
  if (rows.length > 0) tables.push(formatTable([['measure', '5%', 'median', '95%', 'games', 'sources'], ...rows]));
  return tables.join('\n\n');
}
