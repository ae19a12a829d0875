/** The table of a batch beside the sources: quantiles, every source's figure, and where it lies among the games. */
import { describe, expect, test } from 'vitest';
import type { GameLine } from '../../src/cli/game-task.ts';
import { formatHistory } from '../../src/cli/history-table.ts';
import { formatSummary } from '../../src/cli/summary.ts';
import { Measuring } from '../../src/play/measures.ts';
import type { OutcomeValue } from '../../src/play/outcomes.ts';
import type { HistoryData } from '../../src/scenario/shapes/history.ts';
import { tinyStart } from '../core/fixture.ts';

type Outcome = HistoryData['outcomes'][number];
type Figure = Outcome['values'][number];

function figure(best: Figure['best'], more: Partial<Figure> = {}): Figure {
  return { low: best, high: best, best, scope: 'all', source: ['DOC'], reliability: 'C', ...more };
}

/** The table of one outcome for games with these answers, line by line. */
function table(unit: Outcome['unit'], answers: OutcomeValue[], figures: Figure[]): string[] {
  const outcome: Outcome = { id: 'it', name: 'It', unit, measure: { kind: 'civilians' }, values: figures };
  const reason = { id: 'no', name: 'Glory', unit, measure: null, noMeasure: 'none', values: figures } as Outcome;
  const history = { outcomes: [outcome, reason] } as unknown as HistoryData;
  const lines = answers.map((answer) => ({ outcomes: { it: answer } }) as unknown as GameLine);
  return formatHistory(history, lines).split('\n');
}

const cells = (line: string | undefined): string[] => (line ?? '').trim().split(/ {2,}/);

describe('outcomes beside the sources', () => {
  test('5 %, median and 95 % of the games, and each figure with its source and its place among them', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 1000 - i * 10);
    const found = table('men', hundred, [
      figure(500, { source: ['DOC', 'S02'], claim: 'own' }),
      figure(2000, { low: 1500, refuted: 'too many' }),
      figure(5, { estimated: true }),
    ]);
    expect(cells(found[1])).toEqual(['It', '60', '510', '960', '100', '500', '50%', 'DOC, S02 (own): all']);
    expect(cells(found[2])).toEqual(['1500..2000', '100%', 'DOC (refuted): all']);
    expect(cells(found[3])).toEqual(['5', '0%', 'DOC (estimate): all']);
  });

  test('a game in which it never happened is in no quantile and below no figure', () => {
    const found = table('date', ['1945-04-23', null, '1945-04-27', null], [figure('1945-04-25')]);
    expect(cells(found[1])).toEqual([
      'It',
      '1945-04-23',
      '1945-04-27',
      '1945-04-27',
      '2',
      '1945-04-25',
      '25%',
      'DOC: all',
    ]);
    expect(cells(table('date', [null], [figure('1945-04-25')])[1]).slice(1, 5)).toEqual(['-', '-', '-', '0']);
  });

  test('yes and no: how many games agree with the source', () => {
    const found = table('yes', ['yes', 'yes', 'no', 'yes'], [figure('yes'), figure('no')]);
    expect(cells(found[1])).toEqual(['It', 'yes 75%', '4', 'yes', '75%', 'DOC: all']);
    expect(cells(found[2])).toEqual(['no', '25%', 'DOC: all']);
  });

  test('shares as per cent, much weight in tonnes, long scopes cut', () => {
    expect(cells(table('share', [0.5], [figure(0.454)])[1]).slice(1, 6)).toEqual(['50%', '50%', '50%', '1', '45%']);
    const weight = table('kg', [1_234_567], [figure(9999, { scope: 'x'.repeat(100) })])[1];
    expect(cells(weight).slice(1, 6)).toEqual(['1235 t', '1235 t', '1235 t', '1', '9999']);
    expect(weight).toMatch(/ DOC: x{53}\.\.\.$/);
  });

  test('what has no measure is named', () => {
    expect(table('men', [1], [figure(1)]).at(-1)).toBe('Not measured: Glory.');
  });

  test('nothing without a history, or without a measure', () => {
    expect(formatHistory(null, [])).toBe('');
    expect(formatHistory({ outcomes: [] } as unknown as HistoryData, [])).toBe('');
  });
});

describe('summary of a batch', () => {
  const tiny = tinyStart({
    map: ['.....', '.....'],
    units: [
      { id: 'a', side: 'cn', hex: '0000' },
      { id: 'x', side: 'jp', hex: '0401' },
    ],
    places: { town: '0200', strip: '0001' },
    objectives: [
      { id: 'town', place: 'town' },
      { id: 'strip', place: 'strip' },
    ],
    scenario: {
      airfields: [{ id: 'field', place: 'strip', side: 'cn', source: ['test'] }],
      decisions: [
        {
          id: 'go',
          side: 'cn',
          title: 'Go now',
          text: '',
          from: '1939-12-15',
          until: '1939-12-20',
          cost: 0,
          delayDays: 0,
          effects: [],
          source: ['test'],
        },
      ],
    },
  });
  /** A game in which the unit fell sick, the town was lost on the second day, and the decision was taken or not. */
  function line(decided: boolean, working: boolean): GameLine {
    const measuring = new Measuring(tiny.game);
    measuring.watch([
      { type: 'turn', turn: 2, weather: 0, ground: 0, to: 3 },
      { type: 'control', place: 0, side: 1, to: 3 },
      ...(decided ? [{ type: 'decision', decision: 0, done: 0, to: 1 } as const] : []),
    ]);
    const state = structuredClone(tiny.state);
    Object.assign(state.units[0] as object, { sick: 40, starved: 7 });
    Object.assign(state.airfields[0] as object, { status: working ? 0 : 1 });
    return { ...measuring.result(state), outcomes: {} } as unknown as GameLine;
  }
  const text = formatSummary(tiny.game, [line(true, true), line(true, false), line(false, true)]);
  const row = (name: string): string[] => cells(text.split('\n').find((one) => one.startsWith(name)));

  test('the sick and the hungry apart; what never happened is left out', () => {
    expect(row('cn: sick')).toEqual(['cn: sick', '40.0', '40', '40', '40']);
    expect(row('cn: lost to hunger')).toEqual(['cn: lost to hunger', '7.0', '7', '7', '7']);
    expect(text).not.toContain('tanks lost');
    expect(text).not.toContain('jp: sick');
  });

  test('places taken, with who holds them in the end', () => {
    expect(row('town')).toEqual(['town', 'jp', '3', '1939-12-16', '1939-12-16', '1939-12-16', '0']);
    expect(row('strip ')).not.toContain('jp');
  });

  test('airfields and decisions', () => {
    expect(row('strip (cn)')).toEqual(['strip (cn)', '2', '1', '0']);
    expect(row('Go now')).toEqual(['Go now', 'cn', '2', '1939-12-16', '1939-12-16', '1939-12-16']);
  });
});
