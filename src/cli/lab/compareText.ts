/** A comparison of two runs as tables and sentences for a terminal. */
import { dayNumber, formatDay } from '../../core/calendar.ts';
import type { CompareModel, Difference, MeasureComparison } from '../../lab/compare/model.ts';
import type { TestCount } from '../../lab/compare/multiple.ts';
import type { Unit } from '../../lab/report/model.ts';
import type { RunHeader } from '../../lab/run/run.ts';
import { percent } from '../history-table.ts';
import { formatTable } from '../terminal.ts';

/** Everything that the comparison says, but for the series; `all`: measures that do not differ as well. */
export function formatComparison(model: CompareModel, all: boolean): string {
  return [formatHead(model), formatGrades(model), formatMeasures(model, all), formatTests(model.tests)].join('\n\n');
}

function formatHead({ title, base, changed, pairs, equal, refused }: CompareModel): string {
  const moves = changed.changes?.moves?.length ?? 0;
  return [
    `${title}: ${pairs} pairs of games with the same seed (${base.seed}), rules ${base.rules}`,
    `base:    ${conditions(base)}`,
    `changed: ${conditions(changed)}`,
    ...(refused === null ? [] : [`of ${moves} first moves the rules refused ${refused.toFixed(1)} on average`]),
    ...(equal > 0 ? [`${equal} of the pairs are the very same game`] : []),
  ].join('\n');
}

function conditions({ bots, plans, fog, changes }: RunHeader): string {
  const what = [
    bots.join(' against '),
    `plans ${plans.join(' against ')}`,
    ...(fog ? [] : ['no fog']),
    ...(changes ? [`${changes.title} (${changes.id})`] : []),
  ];
  return what.join(', ');
}

function formatGrades({ grades, grade, margin, sides }: CompareModel): string {
  const rows = grades.map(({ name, base, changed }) => [name, base, changed]);
  const parts = [
    formatTable([['grade', 'base', 'changed'], ...rows]),
    `better for ${sides[0].name} in ${grade.better} pairs, worse in ${grade.worse}${pText(grade)}`,
  ];
  if (margin?.interval)
    parts.push(
      `margin: ${number(margin.base as number, 'points')} -> ${number(margin.changed as number, 'points')}, ` +
        `difference ${signed(margin.difference as number, 'points')} (${interval(margin, 'points')})${pText(margin)}`,
    );
  return parts.join('\n');
}

function pText({ p, holm }: { p: number | null; holm: number | null }): string {
  return p === null ? '' : `, p ${probability(p)}, adjusted ${probability(holm as number)}`;
}

interface Row {
  cells: string[];
  p: number;
}

function formatMeasures(model: CompareModel, all: boolean): string {
  const rows = model.measures.flatMap((measure) => rowsOf(model, measure));
  const shown = rows.filter(({ p }) => all || p < 0.05).sort((a, b) => a.p - b.p);
  const head = ['measure', 'pairs', 'base', 'changed', 'difference', '95 % interval', 'p', 'adjusted'];
  const rest = rows.length - shown.length;
  return [
    ...(shown.length > 0 ? [formatTable([head, ...shown.map(({ cells }) => cells)])] : []),
    ...(rest > 0 ? [`${rest} more rows with p from 0.05 on, or without a difference (--all)`] : []),
    'Means of dates and numbers are over the pairs in which both games have one. Dates differ by days, shares by points of a hundred.',
  ].join('\n');
}

function rowsOf(model: CompareModel, { name, unit, happened, amount, yes }: MeasureComparison): Row[] {
  const rows: Row[] = [];
  const add = (label: string, kind: Unit | 'came', told: Difference | null): void => {
    if (!told || told.pairs === 0) return;
    const text = (value: number): string => valueText(model, kind, value);
    rows.push({
      cells: [
        label,
        String(told.pairs),
        text(told.base as number),
        text(told.changed as number),
        signed(told.difference as number, kind),
        interval(told, kind),
        told.p === null ? '' : probability(told.p),
        told.holm === null ? '' : probability(told.holm),
      ],
      p: told.p ?? 1,
    });
  };
  add(name, unit, yes ?? amount);
  if (happened.p !== null) add(`${name}: ${unit === 'date' ? 'comes about' : 'has an answer'}`, 'came', happened);
  return rows;
}

function valueText({ dates }: CompareModel, kind: Unit | 'came', value: number): string {
  if (kind === 'date') return formatDay(dayNumber(dates[0] as string) + Math.round(value));
  return kind === 'yes' || kind === 'came' ? percent(value) : number(value, kind);
}

/** A number of a unit; few have digits behind the point. */
export function number(value: number, kind: Unit | 'came' | 'points'): string {
  if (kind === 'share' || kind === 'yes' || kind === 'came') return (100 * value).toFixed(1);
  if (kind === 'kg' && Math.abs(value) >= 10_000) return `${Math.round(value / 1000)} t`;
  return Math.abs(value) >= 100 ? String(Math.round(value)) : value.toFixed(1);
}

export function signed(value: number, kind: Unit | 'came' | 'points'): string {
  return `${value > 0 ? '+' : ''}${number(value, kind)}`;
}

function interval({ interval: given }: Difference, kind: Unit | 'came' | 'points'): string {
  return given ? `${signed(given[0], kind)} to ${signed(given[1], kind)}` : '';
}

/** A p-value: never shown as 0. */
export function probability(p: number): string {
  return p < 0.001 ? '<0.001' : p.toFixed(3);
}

/** How much of what was found chance would have found. */
export function formatTests({ made, byChance, found, hold }: TestCount): string {
  return (
    `${made} tests: ${found} with p < 0.05, where chance alone would find up to ${byChance.toFixed(1)}; ` +
    `${hold} hold when all are taken together (adjusted by Holm).`
  );
}
