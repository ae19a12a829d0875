/** The section of docs/validation.md on a battle: its measures before and now, and why those are missed that are. */
import type { EarlierFigures, EarlierMeasure } from '../../lab/report/earlier.ts';
import type { MeasureReport, ReportModel, Verdict } from '../../lab/report/model.ts';
import { percent, range } from '../history-table.ts';
import { agreedText, axisText, formatHead, formatSummary, offText, VERDICTS } from './reportText.ts';

/** Puts a section between its marks; null when the text has none for this battle. */
export function fillSection(text: string, scenario: string, section: string): string | null {
  const [begin, end] = [`<!-- report ${scenario} -->`, `<!-- end of report ${scenario} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  return from < 0 || to < from ? null : `${text.slice(0, from)}${begin}\n\n${section}\n\n${text.slice(to)}`;
}

/** The section; `before` are the figures of an earlier version, null where there are none. */
export function validationSection(model: ReportModel, before: EarlierFigures | null): string {
  const of = (...verdicts: Verdict[]): MeasureReport[] =>
    model.measures.filter(({ verdict }) => verdicts.includes(verdict));
  const parts = [
    `Now: ${formatHead(model)}. ${formatSummary(model)}`,
    ...(before ? [beforeText(before)] : []),
    'Measures on which the sources agree:',
    table(model, before, of('inside', 'missed'), (measure) => agreedText(model, measure)),
    'Why the games miss what the sources agree on:',
    reasons(model, of('missed')),
    'Measures on which the sources contradict one another:',
    table(model, before, of('disputed', 'disputedMissed'), counted),
  ];
  return parts.join('\n\n');
}

function beforeText({ rules, games, seed, summary }: EarlierFigures): string {
  const { agreed, inside, cover50, cover90, brier } = summary;
  const shares = [cover50, cover90].map((share) => (share === null ? '-' : percent(share))).join(' and ');
  const score = brier === null ? '' : `; mean Brier score ${brier.toFixed(3)}`;
  return (
    `Before: rules ${rules}, ${games} games, seed ${seed}. Of ${agreed} measures ${inside} inside 5-95 %; within the middle ` +
    `50 and 90 %: ${shares}${score}.`
  );
}

function table(
  model: ReportModel,
  before: EarlierFigures | null,
  measures: readonly MeasureReport[],
  history: (measure: MeasureReport) => string,
): string {
  if (measures.length === 0) return '(none)';
  const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  const rows = measures.map((measure) => {
    const earlier = before?.measures[measure.id];
    const { verdict, yes, distribution } = measure;
    const { never, happened, quantiles } = distribution;
    return row([
      measure.name,
      history(measure),
      earlier && before ? gamesText(model, measure, earlier, before.games) : '-',
      earlier ? VERDICTS[earlier.verdict] : '-',
      gamesText(model, measure, { verdict, yes, never, quantiles }, happened + never),
      VERDICTS[verdict],
    ]);
  });
  const head = ['measure', 'history', 'before: median (5-95 %)', '', 'now: median (5-95 %)', ''];
  return [row(head), row(head.map(() => '---')), ...rows].join('\n');
}

/** A text in a cell of a table, whatever is in it. */
function cell(text: string): string {
  return text.replace(/[\\|<>`*_[\]]/g, '\\$&');
}

/** "12 (3 to 40)", "yes 90%", and how often it never came about. */
function gamesText(model: ReportModel, { unit }: MeasureReport, measure: EarlierMeasure, games: number): string {
  const { yes, quantiles: q, never } = measure;
  const none = never === 0 ? '' : `never ${percent(never / games)}`;
  const text = (value: number): string => axisText(model, unit, value);
  if (unit === 'yes') return [yes === null ? '' : `yes ${percent(yes)}`, none].filter((part) => part).join(', ');
  return [q ? `${text(q[2])} (${text(q[0])} to ${text(q[4])})` : '', none].filter((part) => part).join(', ');
}

/** The figures that count, with their sources. */
function counted({ figures, unit }: MeasureReport): string {
  return figures
    .filter(({ counts }) => counts)
    .map(({ figure }) => `${range(figure, unit)} ${figure.source.join(' ')}`)
    .join('; ');
}

function reasons(model: ReportModel, missed: readonly MeasureReport[]): string {
  if (missed.length === 0) return '(none)';
  const line = (measure: MeasureReport): string =>
    `- ${cell(measure.name)} (${cell(agreedText(model, measure))}; off by ${offText(measure)}): ${cell(measure.why ?? 'no reason is known yet.')}`;
  return missed.map(line).join('\n');
}
