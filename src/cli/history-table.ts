/** Each outcome that the scenario's history asks for: the batch's distribution beside the figure of every source. */
import type { OutcomeValue } from '../play/outcomes.ts';
import type { HistoryData } from '../scenario/shapes/history.ts';
import type { GameLine } from './game-task.ts';
import { formatTable } from './terminal.ts';

type Outcome = HistoryData['outcomes'][number];
type Figure = Outcome['values'][number];

/** A scope longer than this is cut. */
const LONGEST_SCOPE = 56;
/** From here on kilograms are shown in tonnes. */
const TONNES = 10_000;

/** A value as people read it: shares in per cent, many kilograms in tonnes. */
export function show(value: number | string | undefined, unit: Outcome['unit']): string {
  if (value === undefined) return '-';
  if (typeof value === 'string') return value;
  if (unit === 'share') return percent(value);
  if (unit === 'kg' && value >= TONNES) return `${Math.round(value / 1000)} t`;
  return String(Math.round(value));
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(0)}%`;
}

/** A source's figure, low to high. */
export function range({ low, high }: Figure, unit: Outcome['unit']): string {
  return low === high ? show(low, unit) : `${show(low, unit)}..${show(high, unit)}`;
}

/** Who says it, whose claim it is, and what it covers: "DOC, S02 (enemy, refuted): pass". */
export function said({ source, claim, refuted, estimated, scope }: Figure): string {
  const marks = [claim, estimated ? 'estimate' : undefined, refuted === undefined ? undefined : 'refuted'];
  const known = marks.filter((mark) => mark !== undefined).join(', ');
  const short = scope.length > LONGEST_SCOPE ? `${scope.slice(0, LONGEST_SCOPE - 3)}...` : scope;
  return `${source.join(', ')}${known === '' ? '' : ` (${known})`}: ${short}`;
}

/** The share of all games at or below the figure; for yes and no, the share that agrees. What never happens is neither. */
function rank(values: readonly OutcomeValue[], { best }: Figure, unit: Outcome['unit']): string {
  const counted = values.filter((value) => value !== null && (unit === 'yes' ? value === best : value <= best));
  return percent(counted.length / values.length);
}

/** 5 %, median and 95 % of the games in which it happened at all, and how many these are. */
export function spread(values: readonly OutcomeValue[], unit: Outcome['unit']): string[] {
  const found = values.filter((value) => value !== null);
  if (unit === 'yes') {
    const yes = found.filter((value) => value === 'yes').length;
    return ['', found.length === 0 ? '-' : `yes ${percent(yes / found.length)}`, '', String(found.length)];
  }
  const sorted = [...found].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const at = (share: number): string =>
    show(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))], unit);
  return [at(0.05), at(0.5), at(0.95), String(sorted.length)];
}

function rowsOf(outcome: Outcome, lines: readonly GameLine[]): string[][] {
  const { id, name, unit } = outcome;
  const values = lines.map((line) => line.outcomes[id] ?? null);
  return outcome.values.map((figure, i) => [
    ...(i === 0 ? [name, ...spread(values, unit)] : ['', '', '', '', '']),
    range(figure, unit),
    rank(values, figure, unit),
    said(figure),
  ]);
}

/** Empty when there is no history, or none of its outcomes has a measure. */
export function formatHistory(history: HistoryData | null, lines: readonly GameLine[]): string {
  const outcomes = history?.outcomes ?? [];
  const measured = outcomes.filter((outcome) => outcome.measure !== null);
  if (measured.length === 0) return '';
  const rows = measured.flatMap((outcome) => rowsOf(outcome, lines));
  const unmeasured = outcomes.filter((outcome) => outcome.measure === null).map((outcome) => outcome.name);
  return [
    formatTable([['outcome', '5%', 'median', '95%', 'games', 'figure', '<=', 'source'], ...rows]),
    '"games": those in which it happened. "<=": share of all games at or below the figure, or that agree. A date is the first day of a turn.',
    ...(unmeasured.length === 0 ? [] : [`Not measured: ${unmeasured.join('; ')}.`]),
  ].join('\n');
}
