/** The end of a battle beside history, and the score on the way there. */
import { describe, expect, test } from 'vitest';
import { tally } from '../../src/core/rules/victory.ts';
import type { OutcomeValue } from '../../src/play/outcomes.ts';
import { briefOf, CHAPTERS, chaptersOf, rowsOf, spanOf } from '../../src/ui/app/compare.ts';
import { historyOf, type Measure } from '../../src/ui/app/history.ts';
import { gradeWithout, nameOfLine, standing } from '../../src/ui/app/score.ts';
import { namesOf } from '../../src/ui/text/names.ts';
import { tinyData, tinyStart } from '../core/fixture.ts';
import { scenarioTexts, shippedIds } from '../scenario/files.ts';

type Bounds = [low: string | number, high: string | number, refuted?: string];

function measure(id: string, unit: string, asked: object, ...figures: Bounds[]): Measure {
  const values = figures.map(([low, high, refuted]) => ({
    low,
    high,
    best: low,
    scope: 'all',
    source: ['S'],
    refuted,
  }));
  const outcome = { id, name: id, unit, measure: asked, values };
  return historyOf({ outcomes: [outcome] }, {}).measures[0] as Measure;
}

const falls = measure('falls', 'date', { kind: 'firstDateHeld', place: 'p', side: 'jp' }, ['1945-04-20', '1945-04-23']);
const near = measure(
  'near',
  'km',
  { kind: 'furthest', side: 'jp', formation: null, toward: 'p' },
  [76, 88],
  [94, 99],
  [5, 5, 'a misprint'],
);
const held = measure('held', 'yes', { kind: 'heldAtEnd', place: 'p', side: 'cn' }, ['yes', 'yes']);
const dead = measure('dead', 'men', { kind: 'losses', side: 'jp', formation: null, what: ['killed'] }, [900, 1000]);
const all = measure(
  'all',
  'men',
  { kind: 'losses', side: 'jp', formation: null, what: ['killed', 'wounded', 'missing', 'captured'] },
  [9000, 11_000],
);
const doubted = measure('doubted', 'men', { kind: 'prisoners', side: 'cn' }, [1, 2, 'a boast']);
const MEASURES = [falls, near, held, dead, all, doubted];

describe('a battle beside the sources', () => {
  const verdicts = (values: Record<string, OutcomeValue>) =>
    Object.fromEntries(rowsOf(MEASURES, values).map((row) => [row.id, row.verdict]));

  test('a figure lies within, below, above or between what the sources give, doubted ones apart', () => {
    expect(verdicts({ falls: '1945-04-23', near: 80, held: 'yes', all: 11_001, doubted: 2 })).toEqual({
      falls: 'within',
      near: 'within',
      held: 'within',
      all: 'above',
      doubted: 'none',
    });
    expect(verdicts({ falls: '1945-04-19', near: 5, held: 'no', dead: 899 })).toEqual({
      falls: 'below',
      near: 'below',
      held: 'other',
      dead: 'below',
    });
    // Between two sources, and what never came about.
    expect(verdicts({ near: 90, falls: null })).toEqual({ near: 'other', falls: 'other' });
  });

  test('a date of the game is a whole turn: a source’s day within it agrees', () => {
    const of = (value: string, days: number) => rowsOf([falls], { falls: value }, days)[0]?.verdict;
    expect([of('1945-04-19', 1), of('1945-04-19', 2), of('1945-04-18', 2)]).toEqual(['below', 'within', 'below']);
    expect([of('1945-04-23', 2), of('1945-04-24', 2)]).toEqual(['within', 'above']);
  });

  test('figures compare as numbers, not as text', () => {
    expect(verdicts({ near: 100 })).toEqual({ near: 'above' });
    expect(spanOf(rowsOf([near], { near: 80 })[0]!)).toEqual(['76', '99']);
    expect(spanOf(rowsOf([doubted], { doubted: 1 })[0]!)).toBeNull();
  });

  test('chapters keep their order and leave out what is empty; the brief table has sums, not their parts', () => {
    const values = { falls: null, near: 80, held: 'no', dead: 950, all: 10_000 };
    const rows = rowsOf(MEASURES, values);
    const chapters = chaptersOf(rows);
    expect(chapters.map((one) => [one.chapter, one.rows.length, one.within])).toEqual([
      ['advance', 2, 1],
      ['front', 1, 0],
      ['losses', 2, 2],
    ]);
    expect(briefOf(rows, MEASURES).map((row) => row.id)).toEqual(['near', 'held', 'all']);
  });

  // A lesson never took place: it has no history to stand beside.
  test.each(shippedIds().filter((id) => scenarioTexts(id).history !== undefined))(
    'every measure of %s stands in one chapter, and the brief table is brief',
    (id) => {
      const { measures } = historyOf(JSON.parse(scenarioTexts(id).history as string), {});
      const asked = measures.filter((one) => one.asked.measure !== null && one.figures.length > 0);
      const rows = rowsOf(measures, Object.fromEntries(asked.map((one) => [one.asked.id, null])));
      expect(rows).toHaveLength(asked.length);
      const chapters = chaptersOf(rows);
      expect(chapters.reduce((sum, one) => sum + one.rows.length, 0)).toBe(asked.length);
      for (const { chapter } of chapters) expect(CHAPTERS).toContain(chapter);
      const brief = briefOf(rows, measures);
      expect(brief.length).toBeGreaterThan(2);
      expect(brief.length).toBeLessThan(16);
    },
  );
});

test('men outside their own lines count on the last day only: till then they stand apart from the score', () => {
  const options = { map: [',,,,', ',,,,'], units: [{ id: 'x', side: 'jp' as const, hex: '0301', men: 2000 }] };
  const home = [{ side: 'jp', corners: ['0000', '0100', '0101', '0001'], pointsPer100Men: 2, source: ['test'] }];
  const tiny = tinyStart({ ...options, scenario: { victory: { ...tinyData(options).scenario.victory, home } } });
  const whole = tally(tiny.game, tiny.state);
  expect(whole.points).toEqual([40, 0]);
  const now = standing(tiny.game, tiny.state);
  expect(now.points).toEqual([0, 0]);
  expect(now.later).toEqual([{ kind: 'home', place: null, points: [40, 0] }]);
  expect(now.lines).toEqual([]);
  tiny.state.over = true;
  expect(standing(tiny.game, tiny.state)).toMatchObject({ later: [], points: [40, 0], grade: whole.grade });
});

test('a head start stands in the score with its own line, and the grade without it can be told', () => {
  const options = { map: [',,,,', ',,,,'], units: [{ id: 'x', side: 'jp' as const, hex: '0301' }] };
  const { game, state } = tinyStart(options, { handicap: { side: 1, points: 25 } });
  const now = standing(game, state);
  expect(now).toMatchObject({ points: [0, 25], grade: 'jp' });
  expect(now.lines.map((line) => nameOfLine(game, namesOf(game), line))).toEqual(['Head start, as agreed']);
  expect(gradeWithout(game, state)).toBe('draw');
  expect(state.handicap).toEqual({ side: 1, points: 25 });
});
