import { describe, expect, test } from 'vitest';
import { setWeather } from '../../src/core/rules/weather.ts';
import { GROUNDS, WEATHERS, type Weather } from '../../src/core/scenario.ts';
import { setup } from '../../src/core/setup.ts';
import { type TinyOptions, tinyGame, tinyStart } from './fixture.ts';

const PLAIN: TinyOptions = { map: [',,'], units: [] };

function chances(given: Partial<Record<Weather, number>>): Record<Weather, number> {
  return { clear: 0, overcast: 0, fog: 0, lightRain: 0, heavyRain: 0, ...given };
}

describe('1.2 weather', () => {
  test('1.2 light rain makes dry ground wet, heavy rain makes mud, a dry day mends one step', () => {
    const days: [Weather, string][] = [
      ['lightRain', 'wet'],
      ['clear', 'dry'],
      ['overcast', 'dry'],
      ['heavyRain', 'mud'],
      ['lightRain', 'mud'],
      ['fog', 'wet'],
      ['lightRain', 'wet'],
      ['heavyRain', 'mud'],
      ['clear', 'wet'],
      ['clear', 'dry'],
    ];
    const weather = {
      tables: [],
      fixed: days.map(([kind], i) => ({ date: `1939-12-${15 + i}`, weather: kind, source: ['test'] })),
    };
    const { game, state } = tinyStart({ ...PLAIN, scenario: { weather } });
    for (const [i, [kind, ground]] of days.entries()) {
      state.turn = i + 1;
      // The first day was made by the set-up.
      if (i > 0) setWeather(game, state);
      expect([WEATHERS[state.weather], GROUNDS[state.ground]], `day ${i + 1}`).toEqual([kind, ground]);
    }
  });

  test('1.2 a known date goes before the table, and the table is that of the date', () => {
    const weather = {
      tables: [
        { from: '1939-12-01', chances: chances({ clear: 1000 }), source: ['test'] },
        { from: '1939-12-17', chances: chances({ overcast: 1000 }), source: ['test'] },
      ],
      fixed: [{ date: '1939-12-18', weather: 'fog' as const, source: ['test'] }],
    };
    const { game, state } = tinyStart({ ...PLAIN, scenario: { weather } });
    const seen = [15, 16, 17, 18, 19].map((day) => {
      state.turn = day - 14;
      setWeather(game, state);
      return WEATHERS[state.weather];
    });
    expect(seen).toEqual(['clear', 'clear', 'overcast', 'fog', 'overcast']);
  });

  test('1.2 the table gives the frequencies', () => {
    const given = chances({ clear: 400, overcast: 300, fog: 150, lightRain: 100, heavyRain: 50 });
    const weather = { tables: [{ from: '1939-12-01', chances: given, source: ['test'] }], fixed: [] };
    const game = tinyGame({ ...PLAIN, scenario: { weather } });
    const count = chances({});
    const n = 2000;
    for (let i = 0; i < n; i++) {
      const { state } = setup(game, { seed: `weather ${i}`, fog: false });
      count[WEATHERS[state.weather]!]++;
    }
    for (const kind of WEATHERS) {
      const p = given[kind] / 1000;
      expect(Math.abs(count[kind] / n - p), kind).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / n));
    }
  });

  test('1.2 the weather of a turn is the same whatever was done before it', () => {
    const given = chances({ clear: 500, overcast: 500 });
    const weather = { tables: [{ from: '1939-12-01', chances: given, source: ['test'] }], fixed: [] };
    const game = tinyGame({ ...PLAIN, scenario: { weather } });
    const one = setup(game, { seed: 'same', fog: false }).state;
    const other = setup(game, { seed: 'same', fog: false }).state;
    for (let turn = 2; turn <= 9; turn++) {
      one.turn = turn;
      setWeather(game, one);
    }
    other.turn = 9;
    setWeather(game, other);
    expect(other.weather).toBe(one.weather);
  });
});
