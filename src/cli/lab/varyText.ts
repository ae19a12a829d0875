/** A study as tables and sentences for a terminal. */
import type { MeasureSensitivity, VaryModel, VaryParameter } from '../../lab/vary/model.ts';
import { percent } from '../history-table.ts';
import { formatTable } from '../terminal.ts';
import { formatTests, number, probability, signed } from './compareText.ts';

/** Everything that a study says; `all`: effects that chance alone would explain as well. */
export function formatStudy(model: VaryModel, all: boolean): string {
  const { title, conditions, points, done, games, parameters, measures, tests } = model;
  const { seed, bots, plans, fog } = conditions;
  const head = [
    `${title}: ${done} of ${points} points with ${games} games each, seed ${seed}`,
    bots.join(' against '),
    `plans ${plans.join(' against ')}`,
    ...(fog ? [] : ['no fog']),
  ];
  return [
    head.join(', '),
    formatTable([['parameter', 'low', 'usual', 'high'], ...parameters.map(rangeRow)]),
    ...measures.map((measure) => formatMeasure(measure, all)),
    `"effect": standard deviations of the measure for one of the parameter, with a 95 % interval. "share": of the variance between points, by this parameter alone. "low to high": what the whole range does.`,
    formatTests(tests),
  ].join('\n\n');
}

function rangeRow({ path, low, usual, high }: VaryParameter): string[] {
  return [path, ...[low, usual, high].map((value) => String(Number(value.toPrecision(4))))];
}

function formatMeasure(
  { name, unit, points, mean, range, between, explained, effects }: MeasureSensitivity,
  all: boolean,
): string {
  if (mean === null || range === null) return `${name}: no game has an answer`;
  const facts = [
    `mean ${number(mean, unit)}, ${number(range[0], unit)} to ${number(range[1], unit)} over ${points} points`,
    ...(between === null ? [] : [`${percent(between)} of the variance of a game is the point's, the rest luck`]),
  ];
  const head = `${name}${unitText(unit)}: ${facts.join('; ')}`;
  if (explained === null) return `${head}\n  too few points for effects, or nothing varies`;
  const shown = effects.filter(({ p }) => all || p < 0.05);
  const rows = shown.map(({ path, coefficient, interval: [low, high], share, lowToHigh, p, holm }) => [
    path,
    plus(coefficient),
    `${plus(low)} to ${plus(high)}`,
    percent(share),
    signed(lowToHigh, unit),
    probability(p),
    probability(holm),
  ]);
  const rest = effects.length - shown.length;
  return [
    `${head}; all parameters explain ${percent(explained)} of the differences between points`,
    ...(rows.length > 0
      ? [formatTable([['parameter', 'effect', '95 % interval', 'share', 'low to high', 'p', 'adjusted'], ...rows])]
      : []),
    ...(rest > 0 ? [`${rest} more parameters with p from 0.05 on (--all)`] : []),
  ].join('\n');
}

function plus(value: number): string {
  return `${value > 0 ? '+' : ''}${value.toFixed(2)}`;
}

function unitText(unit: MeasureSensitivity['unit']): string {
  if (unit === 'date') return ' (days from the first)';
  return unit === 'yes' || unit === 'share' ? ' (%)' : ` (${unit})`;
}
