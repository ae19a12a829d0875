/** The course of the battle in a report: fans by turn, who holds each hex, history's line beside both. */
import { describe, expect, test } from 'vitest';
import { holderOf } from '../../src/core/control.ts';
import { setup } from '../../src/core/setup.ts';
import { ReportBuilder } from '../../src/lab/report/build.ts';
import type { RunLine } from '../../src/lab/run/run.ts';
import { seriesOf } from '../../src/lab/run/series.ts';
import type { HistoryData } from '../../src/scenario/shapes/history.ts';
import { hexOf, ridge } from '../play/ridge.ts';
import { figure, header, historyOf, line, outcome, report } from './madeUpRun.ts';

const game = ridge();
const saddle = hexOf('0605');
const start = setup(game, { seed: '', fog: false }).state.control;

/** South gives the saddle up on the 20th, and has it again on the 21st in history. */
const history: HistoryData = {
  ...historyOf(
    outcome('dead', 'men', [figure([10, 20, 30]), figure(500, { claim: 'enemy' })], {
      measure: { kind: 'losses', side: 'jp', formation: null, what: ['missing', 'killed', 'captured', 'wounded'] },
    }),
    outcome('shot', 'men', [figure(7)], { measure: { kind: 'losses', side: 'jp', formation: null, what: ['killed'] } }),
    outcome('taken', 'men', [figure(3, { source: ['b', 'a'] })], { measure: { kind: 'prisoners', side: 'cn' } }),
  ),
  events: [
    {
      id: 'up',
      date: '1939-12-20',
      text: 'up',
      place: 'saddle',
      side: 'cn',
      confidence: 'high',
      game: null,
      source: ['x'],
    },
    {
      id: 'back',
      date: '1939-12-21',
      text: 'back',
      place: 'saddle',
      side: 'jp',
      confidence: 'high',
      game: null,
      source: ['y'],
    },
  ],
  front: {
    reachKm: 0,
    note: 'invented',
    entries: [
      { date: '1939-12-20', place: 'saddle', held: 'cn', events: ['up'] },
      { date: '1939-12-21', place: 'saddle', held: null, events: ['back'] },
    ],
  },
};

const flat = (value: number): number[] => Array.from({ length: game.turns }, () => value);
const series = (more: Record<string, number[]> = {}): RunLine['series'] => ({
  ...Object.fromEntries(seriesOf(game).map(({ id }) => [id, flat(0)])),
  ...more,
});

describe('fans', () => {
  const games = [10, 20, 30, 40].map((men, i) =>
    line(i + 1, { dead: men, shot: men, taken: 0 }, { series: series({ 'lost.jp': [1, 2, 3, 4, men] }) }),
  );
  const fan = (id: string) => report(history, games).series.find((one) => one.id === id);

  test('quantiles at the end of each turn, and what counts as history on the last', () => {
    expect(fan('lost.jp')).toEqual({
      id: 'lost.jp',
      side: 1,
      quantity: 'lost',
      turns: [1, 2, 3, 4].map((men) => flat(men)).concat([[10, 10, 20, 30, 40]]),
      history: [{ turn: 5, low: 10, high: 30, sources: ['test'] }],
    });
  });

  test('prisoners that a side made are what the other lost', () => {
    expect(fan('captured.jp')?.history).toEqual([{ turn: 5, low: 3, high: 3, sources: ['b', 'a'] }]);
    expect(fan('captured.cn')?.history).toEqual([]);
  });

  test('objectives by history: the start until something is told, then the told, fought over as a range', () => {
    const first = holderOf(start, saddle);
    const before = first === 1 ? { low: 1, high: 1 } : { low: 0, high: 0 };
    expect(fan('objectives.jp')?.history).toEqual([
      { turn: 1, ...before, sources: [] },
      { turn: 2, ...before, sources: [] },
      { turn: 3, low: 0, high: 0, sources: ['x'] },
      { turn: 4, low: 0, high: 1, sources: ['y'] },
      { turn: 5, low: 0, high: 1, sources: ['y'] },
    ]);
  });

  test('the margin of the historical grade, up to the next', () => {
    expect(fan('margin')?.history).toEqual([{ turn: 5, low: -50, high: 49, sources: [] }]);
  });

  test('a game that ended early keeps its last value', () => {
    const short = line(1, {}, { series: { margin: [7, 9] } });
    expect(report(null, [short]).series).toEqual([
      { id: 'margin', side: null, quantity: 'margin', turns: [flat(7), ...[9, 9, 9, 9].map(flat)], history: [] },
    ]);
  });
});

describe('who holds the ground', () => {
  const games = [
    line(
      1,
      {},
      {
        control: [
          [2, 0, saddle],
          [4, 1, saddle],
        ],
      },
    ),
    line(2, {}, { control: [[2, 0, saddle]] }),
    line(3, {}, { control: [[3, -1, saddle]] }),
  ];

  test('games by turn from the start on, counted for either side', () => {
    const { control } = report(history, games);
    const at = control.hexes.indexOf(saddle);
    const held = holderOf(start, saddle);
    const begin = [held === 0 ? 3 : 0, held === 1 ? 3 : 0];
    const third = [held === 0 ? 1 : 0, held === 1 ? 1 : 0];
    expect(control.first.map((row) => row[at])).toEqual([begin[0], begin[0], 2 + (third[0] ?? 0), 2, 1, 1]);
    expect(control.second.map((row) => row[at])).toEqual([begin[1], begin[1], third[1], 0, 1, 1]);
    expect(control.history?.map((row) => row[at])).toEqual([held, held, held, 0, -1, -1]);
    expect(control.places).toContainEqual({ id: 'saddle', name: 'saddle', hex: saddle, objective: true });
    expect([control.columns, control.rows, control.hexKm, control.first.length]).toEqual([12, 10, 2.5, 6]);
  });

  test('no side has more games than there are, and nothing else moves', () => {
    const { control } = report(history, games);
    control.first.forEach((row, turn) => {
      row.forEach((first, i) => {
        expect(first + (control.second[turn]?.[i] ?? 0)).toBeLessThanOrEqual(3);
        if (control.hexes[i] !== saddle) expect(first).toBe(control.first[0]?.[i]);
      });
    });
  });
});

test('without a history there are no measures and no line, and still a report', () => {
  const made = report(null, [line(1, {})]);
  expect(made).toMatchObject({ measures: [], games: 1, summary: { agreed: 0, cover50: null, brier: null } });
  expect(made.control.history).toBeNull();
  expect(() => new ReportBuilder(header(1), { game, history: null, sources: null }).report()).toThrow('no games');
});
