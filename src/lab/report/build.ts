/**
 * The report of a run, game by game: memory grows with the measures of a game, not with its moves. The order in which games
 * are given changes nothing.
 */
import { daysOfTurn, type Game } from '../../core/game.ts';
import { frontOf } from '../../play/front.ts';
import type { OutcomeValue } from '../../play/outcomes.ts';
import type { HistoryData } from '../../scenario/shapes/history.ts';
import type { SourcesData } from '../../scenario/shapes/sources.ts';
import type { RunHeader, RunLine } from '../run/run.ts';
import { sceneOf } from '../scene.ts';
import { meanOf, wilson } from '../statistics.ts';
import type { Outcome } from './agreement.ts';
import { axisValue } from './axis.ts';
import { ControlCounts } from './controlMap.ts';
import { distributionOf, sortedOf } from './distribution.ts';
import { Fans } from './fans.ts';
import { covers, measureOf } from './figures.ts';
import type { MeasureReport, ReportModel } from './model.ts';
import { distancesOf, type GameHead, notableOf } from './notable.ts';

/** What a report is made of besides the run: the scenario (changes made), its history and its sources, where it has them. */
export interface ReportScenario {
  game: Game;
  history: HistoryData | null;
  sources: SourcesData | null;
}

export class ReportBuilder {
  readonly #run: RunHeader;
  readonly #scenario: ReportScenario;
  readonly #outcomes: readonly Outcome[];
  readonly #values: number[][];
  readonly #heads: GameHead[] = [];
  readonly #fans: Fans;
  readonly #control: ControlCounts;

  constructor(run: RunHeader, scenario: ReportScenario) {
    this.#run = run;
    this.#scenario = scenario;
    this.#outcomes = scenario.history?.outcomes ?? [];
    this.#values = this.#outcomes.map(() => []);
    this.#fans = new Fans(scenario.game);
    this.#control = new ControlCounts(scenario.game);
  }

  /** Takes in a game. Refuses one that does not fit the scenario, as `path: what is wrong`; null when all is well. */
  add(line: RunLine): string | null {
    const { game } = this.#scenario;
    const refused = this.#outcomes.flatMap(({ id, unit }) => refuseValue(id, unit, line.outcomes[id] ?? null))[0];
    const fault = refused ?? this.#control.refuse(line.control);
    if (fault !== null) return fault;
    for (const [i, { id, unit }] of this.#outcomes.entries())
      this.#values[i]?.push(axisValue(game, unit, line.outcomes[id] ?? null));
    const { game: number, seed, margin, grade, digest } = line;
    this.#heads.push({ game: number, seed, margin, grade, digest });
    this.#fans.add(line.series);
    this.#control.add(line.control);
    return null;
  }

  /** The report of the games taken in. Throws when there is none. */
  report(): ReportModel {
    const { game, history, sources } = this.#scenario;
    const games = this.#heads.length;
    if (games === 0) throw new RangeError('a report of no games');
    const front = history && frontOf(game, history);
    const told = this.#outcomes.map((outcome, i) => {
      const values = this.#values[i] as number[];
      return { report: measureOf(game, outcome, values), values };
    });
    const measures = told.map(({ report }) => report);
    const margins = this.#heads.map(({ margin }) => margin ?? Number.NaN);
    return {
      run: this.#run,
      ...sceneOf(game),
      sources: sourcesOf(sources),
      turnDays: daysOfTurn(game),
      games,
      grades: this.#grades(),
      margin: distributionOf(margins, { grain: 1 }),
      measures,
      summary: summaryOf(told),
      series: this.#fans.report(history, front),
      control: this.#control.report(front),
      ...notableOf(this.#heads, distancesOf(game, told, games)),
      resolution: resolutionOf(games),
    };
  }

  #grades(): ReportModel['grades'] {
    const { grades, historical } = this.#scenario.game.data.scenario.victory;
    return [...grades]
      .sort((a, b) => b.atLeast - a.atLeast)
      .map(({ id, name }) => ({
        id,
        name,
        games: this.#heads.filter(({ grade }) => grade === id).length,
        historical: id === historical?.grade,
      }));
  }
}

/** A value of another kind than the unit asks for, as a fault with its path. */
function refuseValue(id: string, unit: Outcome['unit'], value: OutcomeValue): string[] {
  if (value === null) return [];
  const found = typeof value === 'number' ? 'number' : /^(yes|no)$/.test(value) ? 'yes' : 'date';
  const wanted = unit === 'date' || unit === 'yes' ? unit : 'number';
  const sound = found === wanted && (found !== 'date' || /^\d{4}-\d{2}-\d{2}$/.test(String(value)));
  return sound ? [] : [`outcomes.${id}: ${JSON.stringify(value)} where ${WANTED[wanted]} is expected`];
}

const WANTED = { date: 'a date', yes: '"yes" or "no"', number: 'a number' };

function sourcesOf(data: SourcesData | null): ReportModel['sources'] {
  const entries = Object.entries(data?.sources ?? {});
  return Object.fromEntries(entries.map(([key, { title, address }]) => [key, { title, address: address ?? null }]));
}

function summaryOf(told: readonly { report: MeasureReport; values: readonly number[] }[]): ReportModel['summary'] {
  const agreed = told.filter(({ report: { verdict } }) => verdict === 'inside' || verdict === 'missed');
  const ranked = agreed.filter(({ report }) => report.unit !== 'yes');
  const within = (share: number): number | null =>
    ranked.length === 0
      ? null
      : ranked.filter(({ report: { unit, agreed: range }, values }) => {
          return range !== null && covers({ unit, sorted: sortedOf(values) }, range, share);
        }).length / ranked.length;
  const scores = agreed.flatMap(({ report }) => report.figures.find((figure) => figure.counts)?.brier ?? []);
  return {
    agreed: agreed.length,
    inside: agreed.filter(({ report }) => report.verdict === 'inside').length,
    cover50: within(0.5),
    cover90: within(0.9),
    brier: scores.length === 0 ? null : meanOf(scores),
    unexplained: agreed.flatMap(({ report: { id, verdict, why } }) =>
      verdict === 'missed' && why === null ? [id] : [],
    ),
  };
}

/** Half the width of Wilson's 95 % interval of a share of 1/2, where it is widest. */
export function resolutionOf(games: number): number {
  const [low, high] = wilson(0.5, games);
  return (high - low) / 2;
}
