/** Rulebook 3.2-3.5 in numbers: what one step costs, for everybody and everywhere, computed from the text of the rules. */
import { describe, expect, test } from 'vitest';
import { check } from '../../src/core/check.ts';
import { fuelPerHex, marchAllowance, pathMinutes, pathTo, reach } from '../../src/core/rules/movement.ts';
import { GROUNDS, MOBILITIES, type Mobility } from '../../src/core/scenario.ts';
import { IMPASSABLE } from '../../src/core/terrain.ts';
import { type TinyOptions, tinyGame, tinyStart } from './fixture.ts';
import { go, passTurn } from './turns.ts';

/** Minutes of the step from 0000 to 0100 of a map of two hexes; null where it can't be made. */
function step(
  to: string,
  mobility: Mobility,
  more: Partial<TinyOptions> = {},
  ground: (typeof GROUNDS)[number] = 'dry',
): number | null {
  const level = to === 'W' ? {} : { elevation: { '0000': [100, 100], '0100': [100, 100] } as never };
  const game = tinyGame({ map: [`,${to}`], units: [], ...level, ...more });
  const table = game.march[MOBILITIES.indexOf(mobility) * 3 + GROUNDS.indexOf(ground)]!;
  const minutes = table.open[0]!;
  return minutes >= IMPASSABLE ? null : minutes;
}

/** 2.5 km at so many km/h, times per cents. */
const hours = (speed: number, ...percent: number[]): number | null =>
  speed === 0 || percent.includes(0)
    ? null
    : Math.round(percent.reduce((minutes, p) => (minutes * p) / 100, (2.5 / speed) * 60));

describe('3.2 across country', () => {
  test.each([
    ['foot', 3.5, 2.8, 1.6],
    ['pack', 3.2, 2.5, 1.4],
    ['horse', 5, 3.5, 1.4],
    ['motor', 4, 2, 0],
    ['wheeled', 5, 2.5, 0],
    ['tracked', 8, 5, 0],
  ] as const)('3.2 %s: %d km/h flat, %d rolling, %d rugged', (mobility, flat, rolling, rugged) => {
    const vehicle = mobility === 'motor' || mobility === 'wheeled' || mobility === 'tracked';
    expect(step(',', mobility)).toBe(hours(flat));
    // The only rolling ground of the legend is mixed.
    expect(step('l', mobility)).toBe(hours(rolling, vehicle ? 130 : 110));
    expect(step('h', mobility)).toBe(hours(rugged));
  });

  test.each([
    ['.', 'mixed', 110, 130],
    ['w', 'wooded', 140, 0],
    ['p', 'paddy', 120, 200],
    ['v', 'village', 100, 100],
    ['t', 'town', 110, 110],
    ['s', 'swamp', 200, 0],
    ['W', 'water', 0, 0],
  ] as const)('3.2 cover %s (%s): %i per cent on legs, %i in vehicles', (letter, _, legs, vehicles) => {
    for (const mobility of ['foot', 'pack', 'horse'] as const)
      expect(step(letter, mobility), mobility).toBe(hours({ foot: 3.5, pack: 3.2, horse: 5 }[mobility], legs));
    for (const mobility of ['motor', 'wheeled', 'tracked'] as const)
      expect(step(letter, mobility), mobility).toBe(hours({ motor: 4, wheeled: 5, tracked: 8 }[mobility], vehicles));
  });
});

describe('3.3 climb', () => {
  const up = { elevation: { '0000': [100, 100], '0100': [340, 340] } as never };
  const down = { elevation: { '0000': [340, 340], '0100': [100, 100] } as never };

  test('3.3 a hundred metres of climb cost ten minutes, half that on a road, going down nothing', () => {
    const level = (2.5 / 3.5) * 60;
    expect(step(',', 'foot', up)).toBe(Math.round(level + 24));
    expect(step(',', 'foot', down)).toBe(Math.round(level));
    expect(step(',', 'foot', { ...up, roads: ['0000 0100'] })).toBe(Math.round((2.5 / 4) * 60 + 12));
  });
});

describe('3.4 rivers', () => {
  const fords = {
    foot: [20, 120, 300],
    pack: [30, 150, 420],
    horse: [20, 150, null],
    motor: [120, null, null],
    wheeled: [90, null, null],
    tracked: [60, null, null],
  } as const;
  const speed = { foot: 3.5, pack: 3.2, horse: 5, motor: 4, wheeled: 5, tracked: 8 } as const;
  const ferry = { foot: 60, pack: 90, horse: 90, motor: 150, wheeled: 150, tracked: 180 } as const;

  test.each(MOBILITIES)('3.4 %s: fords, bridges and ferries', (mobility) => {
    const dry = (2.5 / speed[mobility]) * 60;
    for (const [i, kind] of ['stream', 'river', 'major'].entries()) {
      const rivers = [`0000 0 ${kind}`];
      const ford = fords[mobility][i]!;
      expect(step(',', mobility, { rivers }), kind).toBe(ford === null ? null : Math.round(dry + ford));
      expect(step(',', mobility, { rivers, bridges: ['0000 0'] }), `bridge over ${kind}`).toBe(Math.round(dry));
      const over = Math.round(Math.min(dry + ferry[mobility], ford === null ? 9999 : dry + ford));
      expect(step(',', mobility, { rivers, bridges: ['0000 0 ferry'] }), `ferry over ${kind}`).toBe(over);
    }
  });

  test('3.4 a road over a river without a bridge is a ford', () => {
    const rivers = ['0000 0 river'];
    const roads = ['0000 0100'];
    expect(step(',', 'foot', { rivers, roads })).toBe(Math.round((2.5 / 4) * 60 + 120));
    expect(step(',', 'motor', { rivers, roads })).toBeNull();
    expect(step(',', 'motor', { rivers, roads, bridges: ['0000 0'] })).toBe(hours(18));
  });
});

describe('3.5 roads and wet ground', () => {
  const road = { foot: 4, pack: 4, horse: 6, motor: 18, wheeled: 20, tracked: 12 } as const;
  const track = { foot: 3.5, pack: 3.3, horse: 4.5, motor: 5, wheeled: 6, tracked: 5 } as const;

  test.each(MOBILITIES)('3.5 %s on roads and tracks, and in rugged hexes', (mobility) => {
    const roads = { roads: ['0000 0100'] };
    const tracks = { tracks: ['0000 0100'] };
    // Woods: across country nobody is quicker.
    expect(step('w', mobility, roads)).toBe(hours(road[mobility]));
    expect(step('w', mobility, tracks)).toBe(hours(track[mobility]));
    expect(step('h', mobility, roads)).toBe(hours(road[mobility], 130));
    expect(step('h', mobility, tracks)).toBe(hours(track[mobility], 130));
  });

  test.each([
    ['wet', 115, 130, 105, 110],
    ['mud', 150, 200, 125, 150],
  ] as const)(
    '3.5 %s ground: %i and %i per cent across country, %i and %i on roads',
    (ground, legs, wheels, onRoad, onRoadWheels) => {
      expect(step(',', 'foot', {}, ground)).toBe(hours(3.5, legs));
      expect(step(',', 'motor', {}, ground)).toBe(hours(4, wheels));
      expect(step('w', 'foot', { roads: ['0000 0100'] }, ground)).toBe(hours(4, onRoad));
      expect(step('w', 'motor', { roads: ['0000 0100'] }, ground)).toBe(hours(18, onRoadWheels));
    },
  );

  test('3.5 a broken road is no road, and a broken bridge no bridge', () => {
    const tiny = tinyStart({
      map: [',w'],
      roads: ['0000 0100'],
      rivers: ['0000 0 stream'],
      bridges: ['0000 0'],
      units: [{ id: 'a', side: 'cn', hex: '0000' }],
    });
    const minutes = (): number =>
      pathMinutes(tiny.game, tiny.state, { type: 'move', unit: 0, path: [1], mode: 'march' })[0]!;
    expect(minutes()).toBe(hours(4));
    tiny.state.breaks.push({ hexside: 0, minutes: 480 });
    expect(minutes()).toBe(Math.round((2.5 / 3.5) * 60 * 1.4 + 20));
  });
});

describe('3.1 time', () => {
  test('3.1 ten hours a day, 40 per cent less at full fatigue, in proportion to the turn', () => {
    const game = tinyGame({ map: [',,'], units: [] });
    expect([0, 250, 500, 1000].map((fatigue) => marchAllowance(game, fatigue))).toEqual([600, 540, 480, 360]);
    expect(marchAllowance(tinyGame({ map: [',,'], units: [], turnHours: 12 }), 0)).toBe(300);
  });

  test('3.1 a march is refused that takes a minute too long', () => {
    const tiny = tinyStart({ map: [',,,,'], units: [{ id: 'a', side: 'cn', hex: '0000' }] });
    tiny.of('a').minutes = 85;
    expect(go(tiny, 'a', '0100 0200')).toMatchObject({
      code: 'no-time',
      need: 86,
      have: 85,
      hex: tiny.at('0200'),
      clause: '3.1',
    });
    tiny.of('a').minutes = 86;
    expect(go(tiny, 'a', '0100 0200')).toBeNull();
    expect(tiny.of('a').minutes).toBe(0);
  });

  test('3.1 the time comes back at the start of the next player turn, less what fatigue takes', () => {
    const tiny = tinyStart({ map: [',,,,'], units: [{ id: 'a', side: 'cn', hex: '0000' }] });
    tiny.of('a').minutes = 0;
    tiny.of('a').fatigue = 700;
    passTurn(tiny);
    // 200 of fatigue are shed at night.
    expect(tiny.of('a').minutes).toBe((600 * (2500 - 500)) / 2500);
  });

  test('11.2 a march tires by six points an hour', () => {
    const tiny = tinyStart({ map: [',,,,,,,,'], units: [{ id: 'a', side: 'cn', hex: '0000' }] });
    expect(go(tiny, 'a', '0100 0200 0300 0400')).toBeNull();
    // Four hexes of 43 minutes.
    expect(tiny.of('a')).toMatchObject({ minutes: 600 - 172, fatigue: 17 });
  });
});

describe('3.6-3.7', () => {
  test('3.6 no unit enters a hex with a known enemy', () => {
    const tiny = tinyStart({
      map: [',,,,'],
      units: [
        { id: 'a', side: 'cn', hex: '0000' },
        { id: 'x', side: 'jp', hex: '0200', kind: 'transport' },
      ],
    });
    expect(go(tiny, 'a', '0100 0200')).toMatchObject({ code: 'enemy-in-hex', hex: tiny.at('0200'), clause: '3.6' });
    expect(go(tiny, 'a', '0100')).toBeNull();
  });

  test('3.7 fuel is burnt by the kilometre', () => {
    const tiny = tinyStart({
      map: [',,,,'],
      units: [{ id: 'm', side: 'cn', hex: '0000', mobility: 'motor', men: 50, equipment: { truck: 10, tank: 1 } }],
    });
    // (10 x 20 + 100) kg for 100 km, 2.5 km a hex.
    expect(fuelPerHex(tiny.game, tiny.state, 0)).toBe(8);
    const before = tiny.of('m').fuel;
    expect(go(tiny, 'm', '0100 0200')).toBeNull();
    expect(tiny.of('m').fuel).toBe(before - 16);
    expect(tiny.state.sides[0].used).toBeGreaterThanOrEqual(16);
    tiny.of('m').fuel = 7;
    expect(reach(tiny.game, tiny.state, 0, 'march').order).toHaveLength(1);
    expect(go(tiny, 'm', '0300')).toMatchObject({ code: 'no-fuel', need: 8, have: 7, clause: '3.7' });
    tiny.of('m').fuel = 8;
    expect(go(tiny, 'm', '0300')).toBeNull();
  });

  test('3.7 troops on foot need none', () => {
    const tiny = tinyStart({ map: [',,'], units: [{ id: 'a', side: 'cn', hex: '0000', equipment: { truck: 9 } }] });
    expect(fuelPerHex(tiny.game, tiny.state, 0)).toBe(0);
  });
});

describe('3.8 lorries', () => {
  const make = (more: Partial<TinyOptions> = {}) =>
    tinyStart({
      map: [','.repeat(20), ','.repeat(20)],
      roads: ['0000-1900'],
      units: [
        { id: 'a', side: 'cn', hex: '0000' },
        { id: 'b', side: 'cn', hex: '0000' },
      ],
      sources: [{ side: 'cn', hex: '0000' }],
      scenario: { truckLift: { cn: 1500, jp: 0 } },
      ...more,
    });

  test('3.8 two hours to load and unload, then the road at 18 km/h, once a turn', () => {
    const tiny = make();
    const path = Array.from({ length: 19 }, (_, i) => `${String(i + 1).padStart(2, '0')}00`).join(' ');
    expect(go(tiny, 'a', path, 'truck')).toBeNull();
    // 2.5 km at 18 km/h are 8 minutes.
    expect(tiny.of('a')).toMatchObject({ hex: tiny.at('1900'), minutes: 600 - 120 - 19 * 8, fatigue: 0 });
    expect(tiny.state.sides[0].lift).toBe(500);
    expect(go(tiny, 'a', '1800', 'truck')).toMatchObject({ code: 'already-done', clause: '3.1' });
    expect(go(tiny, 'a', '1800')).toMatchObject({ code: 'already-done', clause: '3.1' });
    expect(go(tiny, 'b', '0100', 'truck')).toMatchObject({ code: 'no-lift', need: 1000, have: 500, clause: '3.8' });
    passTurn(tiny);
    expect(tiny.state.sides[0].lift).toBe(1500);
  });

  test('3.8 reach lists what check allows', () => {
    const tiny = make();
    tiny.of('a').minutes = 120 + 3 * 8 + 7;
    const found = reach(tiny.game, tiny.state, 0, 'truck');
    expect([...found.order].sort((x, y) => x - y)).toEqual([0, 1, 2, 3]);
    const action = { type: 'move', unit: 0, path: pathTo(found, 3), mode: 'truck' } as const;
    expect(check(tiny.game, tiny.state, action)).toBeNull();
    expect(check(tiny.game, tiny.state, { ...action, path: [1, 2, 3, 4] })).toMatchObject({
      code: 'no-time',
      need: 152,
      have: 151,
    });
  });

  test('3.8 not off the road, not over a broken link, not after a march, not unsupplied', () => {
    expect(go(make(), 'a', '0001', 'truck')).toMatchObject({ code: 'not-on-road', clause: '3.8' });
    const broken = make();
    broken.state.breaks.push({ hexside: 0, minutes: 100 });
    expect(go(broken, 'a', '0100', 'truck')).toMatchObject({ code: 'not-on-road', clause: '3.8' });
    expect([...reach(broken.game, broken.state, 0, 'truck').order]).toEqual([0]);
    const marched = make();
    expect(go(marched, 'a', '0100')).toBeNull();
    expect(go(marched, 'a', '0200', 'truck')).toMatchObject({ code: 'already-done', clause: '3.8' });
    const cut = make();
    cut.of('a').supply = 1;
    expect(go(cut, 'a', '0100', 'truck')).toMatchObject({ code: 'no-lift', clause: '3.8' });
    cut.of('a').supply = 2;
    expect(go(cut, 'a', '0100', 'truck')).toBeNull();
  });

  test('3.8 away from enemy control, at both ends', () => {
    const near = (hex: string) =>
      make({
        units: [
          { id: 'a', side: 'cn', hex: '0000' },
          { id: 'x', side: 'jp', hex },
        ],
      });
    expect(go(near('0301'), 'a', '0100 0200 0300', 'truck')).toMatchObject({ code: 'enemy-near', clause: '3.8' });
    expect(go(near('0301'), 'a', '0100 0200', 'truck')).toBeNull();
    expect(go(near('0001'), 'a', '0100 0200', 'truck')).toMatchObject({ code: 'enemy-near', hex: 0, clause: '3.8' });
  });
});
