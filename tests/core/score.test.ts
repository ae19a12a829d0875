/** Rulebook 13.3 railways, 13.7 stocks, 13.8 men outside their own lines; 11.5 rates by side. */
import { describe, expect, test } from 'vitest';
import { setControl } from '../../src/core/control.ts';
import { hexside } from '../../src/core/game.ts';
import { recover } from '../../src/core/rules/recovery.ts';
import { isWhole, scoreTurn, tally } from '../../src/core/rules/victory.ts';
import type { VictoryData } from '../../src/core/scenario.ts';
import { type Tiny, type TinyOptions, tinyData, tinyStart } from './fixture.ts';
import { passTurn } from './turns.ts';

const FLAT = new Array<string>(4).fill(',,,,,,,,');

/** A scenario with these ways to gain points besides objectives. */
function start(victory: Partial<VictoryData>, more: Partial<TinyOptions> = {}): Tiny {
  const options: TinyOptions = {
    map: FLAT,
    units: [
      { id: 'a', side: 'cn', hex: '0000', men: 1000 },
      { id: 'x', side: 'jp', hex: '0703', men: 1550 },
    ],
    ...more,
  };
  const scenario = { victory: { ...tinyData(options).scenario.victory, ...victory } };
  return tinyStart({ ...options, scenario: { ...scenario, ...more.scenario } });
}

const points = (tiny: Tiny): number[] => tiny.state.sides.map((side) => side.points);

describe('13.3 railways', () => {
  const rail = (): Tiny =>
    start(
      { lines: [{ id: 'line', rail: 'line', side: 'cn', pointsPerTurn: 3, source: ['test'] }] },
      { rails: { line: '0101-0401' }, turns: 4 },
    );

  test('13.3 points each turn to the side that holds every hex of it with no link broken', () => {
    const tiny = rail();
    passTurn(tiny);
    expect(points(tiny)).toEqual([3, 0]);
    const line = tiny.game.theatre.lines[0]!;
    expect(isWhole(tiny.state, line)).toBe(true);
    setControl(tiny.state.control, tiny.at('0301'), 1);
    expect(isWhole(tiny.state, line)).toBe(false);
    passTurn(tiny);
    expect(points(tiny)).toEqual([3, 0]);
    setControl(tiny.state.control, tiny.at('0301'), 0);
    tiny.state.breaks.push({ hexside: hexside(tiny.game, tiny.at('0401'), 3), minutes: 100 });
    scoreTurn(tiny.game, tiny.state);
    expect(points(tiny)).toEqual([3, 0]);
    // A break beside it does no harm, nor does the loss of a hex it does not run through.
    tiny.state.breaks = [{ hexside: hexside(tiny.game, tiny.at('0401'), 0), minutes: 100 }];
    setControl(tiny.state.control, tiny.at('0501'), 1);
    scoreTurn(tiny.game, tiny.state);
    expect(points(tiny)).toEqual([6, 0]);
  });

  test('13.3 to its side alone: the enemy who holds all of it gets nothing', () => {
    const tiny = rail();
    for (const hex of ['0101', '0201', '0301', '0401']) setControl(tiny.state.control, tiny.at(hex), 1);
    scoreTurn(tiny.game, tiny.state);
    expect(points(tiny)).toEqual([0, 0]);
  });
});

describe('13.7 stocks', () => {
  const stock = (food: number, lost = false): number => {
    const tiny = start(
      { stocks: [{ id: 'rice', side: 'cn', name: 'rice', targetKg: 1000, points: 20, source: ['test'] }] },
      {
        sources: [
          { side: 'cn', hex: '0001', foodKg: 0, ammoKg: 0, fuelKg: 0 },
          { side: 'cn', hex: '0101', foodKg: 0, ammoKg: 0, fuelKg: 0 },
          { side: 'jp', hex: '0702', foodKg: 9000 },
        ],
      },
    );
    Object.assign(tiny.state.depots[0]!, { food, ammo: 0, fuel: 0 });
    Object.assign(tiny.state.depots[1]!, { food: 0, ammo: 60, fuel: 40 });
    if (lost) setControl(tiny.state.control, tiny.at('0001'), 1);
    const { lines, margin } = tally(tiny.game, tiny.state);
    expect(lines).toEqual(margin === 0 ? [] : [{ kind: 'stock', place: 'rice', points: [margin, 0] }]);
    return margin;
  };

  test('13.7 what lies in the depots a side holds gives points in proportion, up to a target', () => {
    expect([0, 400, 449, 450, 900, 5000].map((food) => stock(food))).toEqual([2, 10, 10, 11, 20, 20]);
    expect(stock(900, true)).toBe(2);
  });
});

describe('13.8 home', () => {
  test('13.8 men of a side outside its own lines at the end give points to the other', () => {
    // Japan's own ground is the two eastern columns, and 0503 at the corner.
    const home = [{ side: 'jp', corners: ['0600', '0700', '0703', '0503'], pointsPer100Men: 4, source: ['test'] }];
    const margin = (hex: string, change: object = {}): number => {
      const tiny = start({ home });
      Object.assign(tiny.of('x'), { hex: tiny.at(hex) }, change);
      const { lines, margin: sum } = tally(tiny.game, tiny.state);
      expect(lines).toEqual(sum === 0 ? [] : [{ kind: 'home', place: null, points: [sum, 0] }]);
      return sum;
    };
    expect(['0703', '0600', '0602', '0502', '0000'].map((hex) => margin(hex))).toEqual([0, 0, 0, 62, 62]);
    expect(margin('0502', { men: 24 })).toBe(0);
    expect(margin('0502', { men: 25 })).toBe(1);
    const tiny = start({ home });
    Object.assign(tiny.of('x'), { status: 3, hex: -1 });
    expect(tally(tiny.game, tiny.state).margin).toBe(0);
  });
});

describe('11.5 rates by side', () => {
  const sick = (scenario: object): number[] => {
    const tiny = tinyStart({
      map: FLAT,
      units: [
        { id: 'a', side: 'cn', hex: '0000', men: 10_000 },
        { id: 'x', side: 'jp', hex: '0703', men: 10_000 },
      ],
      scenario,
    });
    for (const unit of tiny.state.units) unit.supply = 3;
    recover(tiny.game, tiny.state, []);
    return tiny.state.units.map((unit) => unit.sick);
  };

  test('11.5 the rate may differ by side; a side without one of its own has that of the scenario', () => {
    expect(sick({ diseaseRate: 10 })).toEqual([10, 10]);
    expect(sick({ diseaseRate: 10, diseaseRates: { jp: 30 } })).toEqual([10, 30]);
    expect(sick({ diseaseRate: 10, diseaseRates: { cn: 0, jp: 20 } })).toEqual([0, 20]);
  });
});
