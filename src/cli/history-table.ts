/** Each outcome that the scenario's history asks for: the batch's distribution beside what the sources say. */
import type { HistoryData } from '../scenario/shapes/history.ts';
import type { GameLine } from './game-task.ts';
import { formatTable } from './terminal.ts';

type Outcome = HistoryData['outcomes'][number];

function show(value: number | string | undefined, unit: Outcome['unit']): string {
  if (value === undefined) return '-';
  if (typeof value === 'string') return value;
  return unit === 'share' ? `${(100 * value).toFixed(0)}%` : String(Math.round(value));
}

/** What the sources say, each range once, the first three: "1939-12-30..1939-12-31; 1940-01-01". */
function sources({ values, unit }: Outcome): string {
  const ranges = values.map(({ low, high }) =>
    low === high ? show(low, unit) : `${show(low, unit)}..${show(high, unit)}`,
  );
  const distinct = [...new Set(ranges)];
  return distinct.slice(0, 3).join('; ') + (distinct.length > 3 ? `; ${distinct.length - 3} more` : '');
}

function row(outcome: Outcome, lines: readonly GameLine[]): string[] {
  const { id, name, unit } = outcome;
  const values = lines.map((line) => line.outcomes[id] ?? null).filter((value) => value !== null);
  const history = sources(outcome);
  if (unit === 'yes') {
    const yes = values.filter((value) => value === 'yes').length;
    return [name, `yes in ${((100 * yes) / lines.length).toFixed(0)}%`, '', '', `${lines.length}`, history];
  }
  const sorted = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const at = (share: number): string =>
    show(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))], unit);
  return [name, at(0.05), at(0.5), at(0.95), `${sorted.length}`, history];
}

/** Empty when there is no history, or none of its outcomes has a measure. */
export function formatHistory(history: HistoryData | null, lines: readonly GameLine[]): string {
  const outcomes = history?.outcomes.filter((outcome) => outcome.measure !== null) ?? [];
  if (outcomes.length === 0) return '';
  const rows = outcomes.map((outcome) => row(outcome, lines));
  return formatTable([['outcome', '5%', 'median', '95%', 'games', 'sources'], ...rows]);
}
