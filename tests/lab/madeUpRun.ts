/** A run of the ridge with made-up games, whose report can be worked out by hand. */
import type { Game } from '../../src/core/game.ts';
import { RULES_VERSION } from '../../src/core/version.ts';
import { ReportBuilder } from '../../src/lab/report/build.ts';
import type { ReportModel } from '../../src/lab/report/model.ts';
import { RUN_FORMAT, type RunHeader, type RunLine } from '../../src/lab/run/run.ts';
import type { OutcomeValue } from '../../src/play/outcomes.ts';
import type { HistoryData } from '../../src/scenario/shapes/history.ts';
import { ridge } from '../play/ridge.ts';

type Outcome = HistoryData['outcomes'][number];
type Value = Outcome['values'][number];

/** A figure; a single value for low, best and high, or the three. */
export function figure(
  value: Value['best'] | [Value['low'], Value['best'], Value['high']],
  more: Partial<Value> = {},
): Value {
  const [low, best, high] = Array.isArray(value) ? value : [value, value, value];
  return { low, best, high, scope: 'all', source: ['test'], reliability: 'B', ...more };
}

export function outcome(id: string, unit: Outcome['unit'], values: Value[], more: Partial<Outcome> = {}): Outcome {
  return { id, name: `Name of ${id}`, unit, measure: { kind: 'civilians' }, values, ...more };
}

export function historyOf(...outcomes: Outcome[]): HistoryData {
  return { formatVersion: 1, id: 'ridge', events: [], outcomes, claims: [], strengths: [], omitted: [] };
}

export function header(games: number, more: Partial<RunHeader> = {}): RunHeader {
  return {
    kind: 'ridgeline-run',
    formatVersion: RUN_FORMAT,
    scenario: 'ridge',
    seed: 's',
    games,
    fog: true,
    bots: ['regular', 'regular'],
    plans: ['free', 'free'],
    changes: null,
    rules: RULES_VERSION,
    digest: '0123456789abcdef',
    ...more,
  };
}

/** A game with the given outcomes, a draw at margin 0 unless said otherwise. */
export function line(game: number, outcomes: Record<string, OutcomeValue>, more: Partial<RunLine> = {}): RunLine {
  return {
    game,
    seed: `s/${game}`,
    grade: 'draw',
    margin: 0,
    actions: 10,
    digest: game.toString(16).padStart(16, '0'),
    outcomes,
    series: {},
    control: [],
    ...more,
  };
}

export function report(history: HistoryData | null, lines: readonly RunLine[], game: Game = ridge()): ReportModel {
  const builder = new ReportBuilder(header(lines.length), { game, history, sources: null });
  for (const one of lines) {
    const refused = builder.add(one);
    if (refused !== null) throw new Error(refused);
  }
  return builder.report();
}

/** A run in which one outcome takes the given values, game by game. */
export function oneMeasure(
  asked: Outcome,
  values: readonly OutcomeValue[],
  game?: Game,
): ReportModel['measures'][number] {
  const lines = values.map((value, i) => line(i + 1, { [asked.id]: value }));
  const [measure] = report(historyOf(asked), lines, game).measures;
  if (!measure) throw new Error('no measure');
  return measure;
}
