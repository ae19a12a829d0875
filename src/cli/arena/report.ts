/** The tables of a match. */
import type { MatchStanding, Standing, WinRate } from '../../lab/arena/match.ts';
import type { Interval } from '../../lab/statistics.ts';
import { loadScenario } from '../files.ts';
import { formatTable } from '../terminal.ts';

type Row = (string | number)[];

/** A share of trials as per cent. */
function formatShare(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

/** The ends of an interval of shares. */
function formatInterval([low, high]: Interval): string {
  return `${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)}`;
}

function formatP(p: number | null): string {
  if (p === null) return '';
  return p < 0.0001 ? '<0.0001' : p.toFixed(4);
}

function signed(points: number): string {
  return `${points < 0 ? '' : '+'}${points.toFixed(1)}`;
}

/** The names of contestants, told apart where they are the same. */
function namesOf([one, other]: readonly [string, string]): [string, string] {
  return one === other ? [`${one} (1)`, `${other} (2)`] : [one, other];
}

/** All of a match's standing. */
export function formatMatch(given: readonly [string, string], standing: MatchStanding): string {
  const names = namesOf(given);
  const [one, other] = names;
  const rates: Row[] = [['by grade beside par', 'games', 'won', 'drawn', 'lost', 'win rate', '95% interval', 'p']];
  const more: Row[] = [['otherwise', ...['whole grades', 'pairs by points', 'points a game'].flatMap(withInterval)]];
  const leads: Row[] = [['mean lead in points', 'of', `led by ${one}`, `led by ${other}`]];
  for (const { scenario, sides, leads: lead, ...own } of standing.scenarios) {
    const { title, sides: data } = loadScenario(scenario).data.scenario;
    const nameOf = (side: number): string => data[side]?.name ?? String(side);
    rates.push(rateRow(title, own.rate));
    sides.forEach((rate, side) => {
      rates.push(rateRow(`  as ${nameOf(side)}`, rate));
    });
    more.push(otherwiseRow(title, own));
    leads.push([title, nameOf(0), signed(lead[0]), signed(lead[1])]);
  }
  if (standing.scenarios.length > 1) {
    rates.push(rateRow('all', standing.all.rate));
    more.push(otherwiseRow('all', standing.all));
  }
  const { pairs } = standing.all;
  return [
    `${one} against ${other}: ${2 * pairs} games in ${pairs} pairs, figures of ${one}`,
    ...[rates, more, leads].map(formatTable),
  ].join('\n\n');
}

function withInterval(name: string): Row {
  return [name, '95% interval', 'p'];
}

function rateRow(name: string, { won, drawn, lost, share, interval, p }: WinRate): Row {
  return [name, won + drawn + lost, won, drawn, lost, formatShare(share), formatInterval(interval), formatP(p)];
}

function otherwiseRow(name: string, { whole, byPoints, points }: Standing): Row {
  const { mean, interval, p } = points;
  return [
    name,
    formatShare(whole.share),
    formatInterval(whole.interval),
    formatP(whole.p),
    formatShare(byPoints.share),
    formatInterval(byPoints.interval),
    formatP(byPoints.p),
    signed(mean),
    interval ? `${signed(interval[0])} to ${signed(interval[1])}` : '-',
    formatP(p),
  ];
}

/** One row a match, where there are several. */
export function formatLadder(
  matches: readonly { names: readonly [string, string]; standing: MatchStanding }[],
): string {
  const rows: Row[] = [['match', 'games', 'win rate', '95% interval', 'p', 'points a game', 'p']];
  for (const { names, standing } of matches) {
    const { rate, points, pairs } = standing.all;
    const { share, interval, p } = rate;
    rows.push([
      namesOf(names).join(' - '),
      2 * pairs,
      formatShare(share),
      formatInterval(interval),
      formatP(p),
      signed(points.mean),
      formatP(points.p),
    ]);
  }
  return formatTable(rows);
}
