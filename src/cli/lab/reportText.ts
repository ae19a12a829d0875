/** A report as tables and sentences for a terminal. */
import { dayNumber, formatDay } from '../../core/calendar.ts';
import type { MeasureReport, NotableGame, ReportModel, Unit, Verdict } from '../../lab/report/model.ts';
import { percent, range, said, show } from '../history-table.ts';
import { formatTable } from '../terminal.ts';

/** Verdicts as people read them. */
export const VERDICTS: Record<Verdict, string> = {
  inside: 'inside',
  missed: 'MISSED',
  disputed: 'disputed',
  disputedMissed: 'disputed, none met',
  refuted: 'refuted',
  unmeasured: 'not measured',
};

/** Everything that the report says, but for the fans and the map. */
export function formatReport(model: ReportModel): string {
  const measured = model.measures.filter(({ verdict }) => verdict !== 'unmeasured');
  const parts = [
    formatHead(model),
    formatGrades(model),
    ...(measured.length === 0 ? [] : [formatMeasures(model, measured)]),
    ...formatMisses(model),
    ...formatUnmeasured(model),
    formatSummary(model),
    formatNotable(model),
    formatReach(model),
  ];
  return parts.join('\n\n');
}

/** Under which conditions, and how many games. */
export function formatHead({ run, title, games }: ReportModel): string {
  const { bots, plans, fog, seed, rules, changes } = run;
  const what = [
    `${games} of ${run.games} games of ${title}, seed ${seed}`,
    `${bots.join(' against ')}, plans ${plans.join(' against ')}`,
    fog ? 'fog of war' : 'no fog',
    `rules ${rules}`,
    ...(changes ? [`changed: ${changes.title} (${changes.id})`] : []),
  ];
  return what.join('; ');
}

function formatGrades({ grades, games, margin }: ReportModel): string {
  const rows = grades.map(({ name, games: count, historical }) => [
    name,
    count,
    percent(count / games),
    historical ? 'history' : '',
  ]);
  const q = margin.quantiles;
  const spread = q ? `\nmargin: ${q[0]} to ${q[4]} in 5-95 % of the games, median ${q[2]}` : '';
  return formatTable([['grade', 'games', 'share', ''], ...rows]) + spread;
}

/** A number of the axis as people read it: a date for days, per cent for shares. */
export function axisText({ dates }: Pick<ReportModel, 'dates'>, unit: Unit, value: number): string {
  if (unit === 'date') return formatDay(dayNumber(dates[0] as string) + Math.floor(value));
  if (unit === 'km') return String(Math.round(10 * value) / 10);
  return show(value, unit);
}

/** 5 %, median, 95 % and how many games it never came about in. */
export function spreadText(model: ReportModel, { unit, yes, distribution }: MeasureReport): string[] {
  const { quantiles: q, happened, never } = distribution;
  const games = happened + never;
  const none = never === 0 ? '' : percent(never / games);
  if (unit === 'yes') return ['', yes === null ? '-' : `yes ${percent(yes)}`, '', none];
  if (!q) return ['-', '-', '-', none];
  return [axisText(model, unit, q[0]), axisText(model, unit, q[2]), axisText(model, unit, q[4]), none];
}

function formatMeasures(model: ReportModel, measured: readonly MeasureReport[]): string {
  const rows = measured.flatMap((measure) => {
    const head = [measure.name, VERDICTS[measure.verdict], ...spreadText(model, measure)];
    return measure.figures.map(({ figure, rank, inside, counts, crps }, i) => [
      ...(i === 0 ? head : head.map(() => '')),
      `${counts ? '' : '('}${range(figure, measure.unit)}${counts ? '' : ')'}`,
      percent(rank),
      inside ? 'in' : 'out',
      crps === null ? '' : hundredths(crps),
      said(figure),
    ]);
  });
  const head = ['measure', 'verdict', '5%', 'median', '95%', 'never', 'figure', 'rank', '5-95%', 'CRPS', 'source'];
  return [
    formatTable([head, ...rows]),
    '"rank": share of the games below the figure, ties half; for yes and no, the share that agrees. A date is the first day of its',
    'turn; "never" counts as later than any date, or is no answer. CRPS: on ln(1 + x) for counts, else in the unit (days for',
    "dates). Figures in brackets do not count: refuted, or an enemy's claim beside others.",
  ].join('\n');
}

/** A fair score may be a hair below 0. */
function hundredths(score: number): string {
  return (Math.round(100 * score) / 100 + 0).toFixed(2);
}

/** How far a measure is off: "12 days, 3.0 interquartile ranges, never in 4% of the games". */
export function offText({ unit, off, distribution: { happened, never } }: MeasureReport): string {
  if (!off) return 'no game has an answer';
  const { by, ratio } = off;
  const least = unit === 'date' && never > 0 ? `, never in ${percent(never / (happened + never))} of the games` : '';
  const amount =
    unit === 'date'
      ? `${by} ${by === 1 ? 'day' : 'days'}`
      : unit === 'yes'
        ? `${percent(by)} of the games`
        : unit === 'share' || unit === 'kg'
          ? show(by, unit)
          : `${unit === 'km' ? by.toFixed(1) : show(by, unit)} ${unit}`;
  return (ratio === null ? amount : `${amount}, ${ratio.toFixed(1)} interquartile ranges`) + least;
}

/** What the sources agree on: "1939-12-30..1939-12-31". */
export function agreedText(model: ReportModel, { unit, agreed }: MeasureReport): string {
  if (!agreed) return '-';
  const text = (value: number): string =>
    unit === 'yes' ? (value === 1 ? 'yes' : 'no') : axisText(model, unit, value);
  return agreed.low === agreed.high ? text(agreed.low) : `${text(agreed.low)}..${text(agreed.high)}`;
}

function formatMisses(model: ReportModel): string[] {
  const missed = model.measures.filter(({ verdict }) => verdict === 'missed');
  if (missed.length === 0) return [];
  const lines = missed.map((measure) => {
    const why = measure.why ?? 'FAULT: the history says no reason';
    return `  ${measure.name}: history ${agreedText(model, measure)}, off by ${offText(measure)}\n    ${why}`;
  });
  return [`Missed though the sources agree (${missed.length}):\n${lines.join('\n')}`];
}

function formatUnmeasured({ measures }: ReportModel): string[] {
  const left = measures.filter(({ verdict }) => verdict === 'unmeasured');
  if (left.length === 0) return [];
  return [`Not measured:\n${left.map(({ name, why }) => `  ${name}: ${why ?? '-'}`).join('\n')}`];
}

/** How many measures are met, and how well the games cover them. */
export function formatSummary({ summary, measures }: ReportModel): string {
  const { agreed, inside, cover50, cover90, brier, unexplained } = summary;
  if (agreed === 0) return 'There is no measure on which the sources agree.';
  const count = (verdict: Verdict): number => measures.filter((measure) => measure.verdict === verdict).length;
  const parts = [
    `Of ${agreed} measures on which the sources agree ${inside} lie inside 5-95 % of the games`,
    ...(cover50 === null || cover90 === null
      ? []
      : [`numbers and dates within the middle 50 %: ${percent(cover50)}, 90 %: ${percent(cover90)}`]),
    ...(brier === null ? [] : [`mean Brier score ${brier.toFixed(3)}`]),
    `disputed ${count('disputed') + count('disputedMissed')}, of these none met ${count('disputedMissed')}`,
    ...(unexplained.length === 0 ? [] : [`FAULTS, missed without a reason: ${unexplained.join(', ')}`]),
  ];
  return `${parts.join('; ')}.`;
}

function formatNotable({ median, nearest, grades }: ReportModel): string {
  const told = (name: string, { game, seed, margin, grade, distance }: NotableGame): string => {
    const graded = grades.find(({ id }) => id === grade)?.name ?? grade ?? 'no grade';
    const far = distance === null ? '' : `, ${distance.toFixed(2)} interquartile ranges from history on average`;
    return `${name}: game ${game}, seed ${seed}: ${graded}, margin ${margin ?? '-'}${far}`;
  };
  return [told('Median game', median), told('Game nearest to history', nearest)].join('\n');
}

/** What so many games can tell, and what no number of them can. */
export function formatReach({ games, resolution, summary: { agreed } }: ReportModel): string {
  const points = (100 * resolution).toFixed(resolution < 0.1 ? 1 : 0);
  const chance =
    agreed === 0
      ? ''
      : ` Of ${agreed} true values about ${Math.round(agreed / 10)} would lie outside 5-95 % by chance.`;
  return (
    `${games} games know a share to within ${points} points of a hundred (95 % interval), and what happens in fewer than 3 of ${games} games ` +
    `perhaps not at all.${chance} More games make this sharper, not truer: they say nothing of what the rules leave out, of what ` +
    'commanders might have chosen outside these plans and these opponents, or of whether the sources are right; and to lie inside ' +
    'is no proof, for a wide enough spread holds anything.'
  );
}
