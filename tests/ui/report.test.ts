/** What a report draws and says, without a page: axes, words for values, shades of the map, filters. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pointOf } from '../../src/ui/app/historyMap.ts';
import english from '../../src/ui/locales/en/index.ts';
import { axisOf, domainOf, lanesOf } from '../../src/ui/report/axis.ts';
import { endOfTurn } from '../../src/ui/report/course.tsx';
import {
  differenceRows,
  formatDifference,
  formatInterval,
  formatP,
  suretyOf,
} from '../../src/ui/report/differences.ts';
import {
  formatBin,
  formatGap,
  formatPercent,
  formatSpan,
  formatStated,
  formatValue,
  type Gauge,
  gaugeOf,
} from '../../src/ui/report/figures.ts';
import { arrangedMeasures, FILTERS, passes } from '../../src/ui/report/measures.tsx';
import { hexNear, historyFront, holdersAt, likelyFront, shadeOf, shadePaths } from '../../src/ui/report/shades.ts';
import { toldOf } from '../../src/ui/report/told.ts';
import { SAID } from '../../vite.report.config.ts';
import { madeUpReport } from './madeUpReport.ts';

const gauge = (unit: Gauge['unit'], more: Partial<Gauge> = {}): Gauge => ({
  unit,
  start: '1939-12-15',
  ratio: false,
  middle: 0,
  ...more,
});

describe('axes', () => {
  test('near figures lie on the axis of the games', () => {
    const [low, high] = domainOf([10, 20], [8, 22], 0);
    expect(low).toBeLessThan(8);
    expect(high).toBeGreaterThan(22);
  });

  test('whatever the figures, all games lie on the axis and take a good part of it', () => {
    const amount = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 2, maxLength: 20 }),
        fc.array(amount, { maxLength: 6 }),
        (games, figures) => {
          const [low, high] = domainOf(games, figures, 0);
          const [first, last] = [Math.min(...games), Math.max(...games)];
          expect(low).toBeLessThan(high);
          expect(low).toBeLessThanOrEqual(first);
          expect(high).toBeGreaterThanOrEqual(last);
          if (last - first > Math.abs(last) * 0.02) expect((last - first) / (high - low)).toBeGreaterThan(0.27);
        },
      ),
    );
  });

  test('marks lie between the ends, only multiples of the grain', () => {
    const axis = axisOf(0.5, 3.4, 0, 100, 10, 1);
    expect(axis.marks).toEqual([1, 2, 3]);
    expect(axisOf(-1, 9, 0, 100, 10, 2).marks).toEqual([0, 2, 4, 6, 8]);
    expect(axisOf(0, 1, 0, 100, 4, 0).marks).toContain(0.4);
    expect(axis.at(0.5)).toBe(0);
    expect(axis.at(3.4)).toBeCloseTo(100);
  });

  test('no two in a lane touch', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 80 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const items = spans.map(([from, length]) => ({ from, to: from + length }));
        const lanes = lanesOf(items, 4);
        for (const [i, one] of items.entries())
          for (const [k, other] of items.entries()) {
            if (k <= i || lanes[i] !== lanes[k]) continue;
            expect(one.to + 4 <= other.from || other.to + 4 <= one.from).toBe(true);
          }
      }),
    );
  });
});

describe('values in words', () => {
  test('each unit, its plural, dates from the first day', () => {
    expect(formatValue(3, gauge('date'))).toBe('18 Dec 1939');
    expect(formatValue(1, gauge('men'))).toBe('1 man');
    expect(formatValue(1412, gauge('men'))).toBe('1,412 men');
    expect(formatValue(12_400, gauge('kg'))).toBe('12.4 t');
    expect(formatValue(0.453, gauge('share'))).toBe('45 %');
    expect(formatValue(1.25, gauge('share', { ratio: true }))).toBe('1.25');
    expect(formatValue(7, gauge('pieces'))).toBe('7');
    expect(formatSpan(3, 7, gauge('date'))).toBe('18–22 Dec 1939');
    expect(formatSpan(2, 30, gauge('men'))).toBe('2 – 30 men');
    expect(formatStated('1939-12-18', '1939-12-18', gauge('date'))).toBe('18 Dec 1939');
    expect(formatStated('no', 'yes', gauge('yes'))).toBe('No – Yes');
    expect(formatGap(1, gauge('date'))).toBe('1 day');
    expect(formatGap(0.12, gauge('share'))).toBe('12 points of a hundred');
    expect(formatBin(4, 6, gauge('date'))).toBe('19–20 Dec 1939');
    expect(formatBin(4, 5, gauge('pieces'))).toBe('4');
    expect(formatBin(40, 60, gauge('men'))).toBe('40 men to under 60 men');
  });

  test('a share that is small or large but not all is not rounded to none or all', () => {
    expect([0, 0.001, 0.5, 0.999, 1].map(formatPercent)).toEqual(['0 %', 'under 1 %', '50 %', 'over 99 %', '100 %']);
  });

  test('a share beyond the whole is a ratio', () => {
    const measure = madeUpReport(2).measures.find(({ unit }) => unit === 'share');
    if (!measure) throw new Error('the history has no share');
    const calendar = { dates: ['1939-12-15'], turnDays: 1 };
    expect(gaugeOf(measure, calendar).ratio).toBe(false);
    const over = { ...measure, distribution: { ...measure.distribution, quantiles: [1, 1, 1, 2, 3] as const } };
    expect(gaugeOf(over as unknown as typeof measure, calendar).ratio).toBe(true);
  });

  test('what is counted at the end of a turn is dated by its last day', () => {
    const dates = ['1945-04-09', '1945-04-11', '1945-04-13'];
    expect([0, 1, 3].map((turn) => endOfTurn({ dates }, turn))).toEqual(['1945-04-08', '1945-04-10', '1945-04-14']);
  });
});

describe('the map', () => {
  const model = madeUpReport();
  const { control, games } = model;
  const last = control.first.length - 1;

  test('shades follow the share of the games', () => {
    const shade = (first: number, second: number) => shadeOf({ first, second, nobody: 100 - first - second });
    expect([shade(95, 5), shade(94, 6), shade(75, 0), shade(55, 45), shade(54, 46), shade(50, 50)]).toEqual([
      'first3',
      'first2',
      'first2',
      'first1',
      'open',
      'open',
    ]);
    expect([shade(5, 95), shade(20, 75), shade(40, 60), shade(20, 29)]).toEqual([
      'second3',
      'second2',
      'second1',
      'nobody',
    ]);
  });

  test('every hex is in one shade, the one that its games give', () => {
    const paths = shadePaths(control, games, last);
    const drawn = Object.values(paths).reduce((sum, path) => sum + path.split('M').length - 1, 0);
    expect(drawn).toBe(control.hexes.length);
    expect(Object.keys(paths).length).toBeGreaterThan(2);
    const open = control.hexes.filter((_, place) => shadeOf(holdersAt(control, games, last, place)) === 'open');
    expect((paths.open ?? '').split('M').length - 1).toBe(open.length);
  });

  test('lines run between hexes of different sides, and nowhere else', () => {
    const { columns } = control;
    const two = (first: number[], second: number[]) => ({
      ...control,
      hexes: [0, 1, columns],
      first: [first],
      second: [second],
    });
    expect(likelyFront(two([5, 5, 5], [1, 1, 1]), 0)).toBe('');
    expect(likelyFront(two([5, 1, 5], [1, 5, 1]), 0).split('M').length - 1).toBe(2);
    expect(likelyFront(two([5, 3, 5], [1, 3, 1]), 0)).toBe('');
    expect(historyFront({ ...control, history: null }, 0)).toBe('');
    expect(historyFront(control, last)).not.toBe('');
  });

  test('the hex nearest to a point is found, none beyond the map', () => {
    for (const place of [0, 17, 640, control.hexes.length - 1]) {
      const { x, y } = pointOf(control.columns, control.hexes[place] ?? 0);
      expect(hexNear(control, { x: x + 4, y: y - 3 })).toBe(place);
    }
    expect(hexNear(control, { x: -500, y: 0 })).toBe(-1);
  });
});

describe('measures', () => {
  const model = madeUpReport();
  const told = toldOf(model.run.scenario, model);
  const nameOf = ({ id, name }: (typeof model.measures)[number]) => told.measure(id, name);

  test('every verdict passes one filter at least besides all, a disputed miss two', () => {
    const of = (verdict: string) =>
      FILTERS.filter((filter) => passes({ verdict } as (typeof model.measures)[number], filter));
    expect(of('inside')).toEqual(['all', 'inside']);
    expect(of('disputedMissed')).toEqual(['all', 'missed', 'disputed']);
    expect(of('refuted')).toEqual(['all', 'disputed']);
    expect(of('unmeasured')).toEqual(['all', 'unmeasured']);
  });

  test('found by a word, sorted by name and by how far off', () => {
    const found = arrangedMeasures(model.measures, { filter: 'all', order: 'name', text: ' CAPTURED ' }, nameOf);
    expect(found.length).toBeGreaterThan(3);
    for (const one of found) expect(one.name.toLowerCase()).toContain('captured');
    const far = arrangedMeasures(model.measures, { filter: 'missed', order: 'off', text: '' }, nameOf);
    expect(far.length).toBeGreaterThan(2);
    const ratios = far.map(({ off }) => off?.ratio ?? Number.POSITIVE_INFINITY);
    expect(ratios).toEqual(ratios.toSorted((a, b) => b - a));
  });
});

describe('differences', () => {
  const difference = {
    pairs: 20,
    base: 100,
    changed: 80,
    difference: -20,
    interval: [-30, -10],
    p: 0.01,
    holm: 0.04,
  } as const;

  test('what holds, what may be chance, what is not shown', () => {
    expect(suretyOf({ p: 0.001, holm: 0.049 })).toBe('holds');
    expect(suretyOf({ p: 0.04, holm: 0.2 })).toBe('perhaps');
    expect(suretyOf({ p: 0.05, holm: 1 })).toBe('none');
    expect(suretyOf({ p: null, holm: null })).toBe('none');
  });

  test('signs are written, and a p is never nothing', () => {
    expect(formatDifference(-20, gauge('men'))).toBe('−20 men');
    expect(formatDifference(3, gauge('date'))).toBe('+3 days');
    expect(formatDifference(0, gauge('men'))).toBe('0 men');
    expect(formatInterval([-75, 4.6], gauge('points'))).toBe('−75 … +4.6 points');
    expect(formatInterval([-0.07, 0.45], gauge('share'))).toBe('−7 … +45 points of a hundred');
    expect([formatP(0), formatP(0.0312), formatP(null)]).toEqual(['under 0.001', '0.031', '–']);
  });

  test('one row a measure, and one more where it was tested whether it comes about', () => {
    const share = { ...difference, base: 1, changed: 0.5, onlyBase: 10, onlyChanged: 0 };
    const scene = {
      title: 'T',
      sides: [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' },
      ],
      dates: ['1939-12-15'],
    } as const;
    const measures = [
      { id: 'x', name: 'X', unit: 'date', happened: share, amount: { ...difference, p: 0.001 }, yes: null },
      { id: 'y', name: 'Y', unit: 'yes', happened: { ...share, p: null }, amount: null, yes: share },
      {
        id: 'z',
        name: 'Z',
        unit: 'men',
        happened: { ...share, p: null },
        amount: { ...difference, pairs: 0 },
        yes: null,
      },
    ];
    const model = { ...scene, margin: difference, measures } as unknown as Parameters<typeof differenceRows>[0];
    const rows = differenceRows(model, toldOf('t', model));
    expect(rows.map(({ id, gauge: { unit } }) => `${id} ${unit}`)).toEqual([
      'x date',
      'margin points',
      'x.happened share',
      'y share',
    ]);
  });
});

test('whatever the view says is in the messages that a file takes along', () => {
  const folder = join(import.meta.dirname, '../../src/ui/report');
  const widgets = ['choice.tsx', 'dateSlider.tsx', 'icon.tsx'].map((name) => join(folder, '../widgets', name));
  const files = [
    ...readdirSync(folder).map((name) => join(folder, name)),
    ...widgets,
    join(folder, '../text/names.ts'),
  ];
  const keys = Object.keys(english);
  const calls = /\b(t|term)\(\s*['`]([a-zA-Z]+\.[\w.]*)/g;
  const heads = files
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => [...readFileSync(name, 'utf8').matchAll(calls)])
    .map(([, call, head]) => (call === 'term' ? `${head}.` : `${head}`))
    .filter((head) => !head.startsWith('terms.'));
  expect(heads.length).toBeGreaterThan(80);
  const said = keys.filter((key) => heads.some((head) => key.startsWith(head)));
  expect(said.filter((key) => !SAID.test(key))).toEqual([]);
});
