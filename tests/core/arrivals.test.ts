import { describe, expect, test } from 'vitest';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { setControl } from '../../src/core/control.ts';
import type { GameEvent } from '../../src/core/event.ts';
import { arrivals, bringIn } from '../../src/core/rules/arrivals.ts';
import { UNIT_DESTROYED, UNIT_EXPECTED, UNIT_ON_MAP, UNIT_WITHDRAWN } from '../../src/core/state.ts';
import { type Tiny, type TinyOptions, tinyStart } from './fixture.ts';
import { only, passTurn } from './turns.ts';

const PLAIN: TinyOptions = {
  map: [',,,,,,,', ',,,,,,,', ',,,,,,,', ',,,,,,,'],
  units: [
    { id: 'a', side: 'cn', hex: '0000' },
    { id: 'x', side: 'jp', hex: '0603' },
  ],
};

function withUnits(...units: TinyOptions['units']): TinyOptions {
  return { ...PLAIN, units: [...PLAIN.units, ...units] };
}

/** Where the unit came in, "ccrr", or null. */
function entry(tiny: Tiny, id: string): string | null {
  const events: GameEvent[] = [];
  if (!bringIn(tiny.game, tiny.state, tiny.unit(id), events)) return null;
  const { hex } = tiny.of(id);
  expect(only(events, 'arrival')).toMatchObject([{ unit: tiny.unit(id), hex }]);
  const name = (n: number): string => String(n).padStart(2, '0');
  return name(hex % tiny.game.cols) + name(Math.floor(hex / tiny.game.cols));
}

describe('2 arrivals', () => {
  test('2.1 a unit enters at the start of the turn of its date, with three days of supplies', () => {
    const tiny = tinyStart(withUnits({ id: 'b', side: 'cn', hex: '0202', turn: 3, cohesion: 700, dugDays: 2 }));
    passTurn(tiny);
    expect(tiny.of('b')).toMatchObject({ status: UNIT_EXPECTED, hex: -1, men: 0 });
    const events = passTurn(tiny);
    expect(tiny.state.turn).toBe(3);
    expect(tiny.of('b')).toMatchObject({ status: UNIT_ON_MAP, men: 1000, cohesion: 700, dug: 200, minutes: 600 });
    // One day is eaten by the supply phase of the day.
    expect(tiny.of('b').food).toBe(2000);
    expect(only(events, 'arrival')).toHaveLength(1);
  });

  test('2.1 the load: a kilogram of food and 0.4 of ammunition a man a day, fuel for 150 km', () => {
    const tiny = tinyStart(
      withUnits({ id: 'b', side: 'cn', hex: '0202', turn: 3, equipment: { truck: 10, horse: 20, hmg: 4 } }),
    );
    expect(entry(tiny, 'b')).toBe('0202');
    expect(tiny.of('b')).toMatchObject({
      food: 3 * (1000 + 20 * 5),
      ammo: 3 * (400 + 4 * 20),
      fuel: (10 * 20 * 150) / 100,
    });
    // It comes once.
    expect(entry(tiny, 'b')).toBeNull();
  });

  test('2.2 when the hex is taken it enters in the nearest that is free of enemies and their control', () => {
    const tiny = tinyStart(withUnits({ id: 'b', side: 'cn', hex: '0302', turn: 3 }));
    tiny.of('x').hex = tiny.at('0302');
    // The six hexes around are in enemy control; the first of the next ring in order of the map is two rows up.
    expect(entry(tiny, 'b')).toBe('0200');
  });

  test('2.2 its own hex may lie in enemy control', () => {
    const tiny = tinyStart(withUnits({ id: 'b', side: 'cn', hex: '0302', turn: 3 }));
    tiny.of('x').hex = tiny.at('0402');
    expect(entry(tiny, 'b')).toBe('0302');
  });

  test('2.2 a full hex and water send it on as well', () => {
    const crowded = tinyStart(
      withUnits({ id: 'full', side: 'cn', hex: '0302', men: 11_001 }, { id: 'b', side: 'cn', hex: '0302', turn: 3 }),
    );
    expect(entry(crowded, 'b')).toBe('0201');
    const room = tinyStart(
      withUnits({ id: 'full', side: 'cn', hex: '0302', men: 11_000 }, { id: 'b', side: 'cn', hex: '0302', turn: 3 }),
    );
    expect(entry(room, 'b')).toBe('0302');
    const lake = tinyStart({
      ...withUnits({ id: 'full', side: 'cn', hex: '0302', men: 11_001 }, { id: 'b', side: 'cn', hex: '0302', turn: 3 }),
      map: [',,,,,,,', ',,WW,,,', ',,,,,,,', ',,,,,,,'],
    });
    expect(entry(lake, 'b')).toBe('0202');
  });

  test('2.2 with no such hex within four it waits', () => {
    const row = ','.repeat(12);
    const tiny = tinyStart({
      map: [row],
      units: [
        ...[0, 1, 2, 3, 4].map((col) => ({ id: `full${col}`, side: 'cn' as const, hex: `0${col}00`, men: 12_000 })),
        { id: 'b', side: 'cn', hex: '0000', turn: 2 },
      ],
    });
    passTurn(tiny);
    expect(tiny.of('b').status).toBe(UNIT_EXPECTED);
    tiny.of('full4').men = 11_000;
    passTurn(tiny);
    expect(tiny.of('b')).toMatchObject({ status: UNIT_ON_MAP, hex: tiny.at('0400') });
  });

  test.each(['event', 'decision'])('2.2 a reserve called in by an event or a decision waits for room: %s', (by) => {
    const effects = [{ type: 'arrive', unit: 'r' }] as const;
    const tiny = tinyStart({
      map: [',,'],
      units: [
        { id: 'a', side: 'cn', hex: '0000', men: 11_500 },
        { id: 'x', side: 'jp', hex: '0100' },
        { id: 'r', side: 'cn', hex: '0000', reserve: true },
      ],
      events: by === 'event' ? [{ id: 'march off', date: '1939-12-16', effects: [...effects] }] : [],
      decisions: by === 'decision' ? [{ id: 'call', side: 'cn', effects: [...effects] }] : [],
      turns: 6,
    });
    if (by === 'decision') apply(tiny.game, tiny.state, { type: 'decide', decision: 0 });
    passTurn(tiny);
    expect(tiny.of('r')).toMatchObject({ status: UNIT_EXPECTED, hex: -1 });
    tiny.of('a').men = 5000;
    passTurn(tiny);
    expect(tiny.of('r')).toMatchObject({ status: UNIT_ON_MAP, hex: tiny.at('0000'), men: 1000 });
  });

  test('2.3 a held unit does not move, attack or fire before its release', () => {
    const tiny = tinyStart({
      ...PLAIN,
      units: [
        { id: 'a', side: 'cn', hex: '0000', equipment: { gun75: 2 }, held: { until: '1939-12-17', reason: 'test' } },
        { id: 'x', side: 'jp', hex: '0100' },
      ],
    });
    const { game, state, at, unit } = tiny;
    const a = unit('a');
    const orders = [
      { type: 'move', unit: a, path: [at('0001')], mode: 'march' },
      { type: 'assault', units: [a], support: [], hex: at('0100'), advance: true },
      { type: 'bombard', unit: a, hex: at('0100') },
    ] as const;
    for (const order of orders)
      expect(check(game, state, order as never)).toEqual({ code: 'held', unit: a, until: 3, clause: '2.3' });
    passTurn(tiny);
    expect(tiny.of('a').held).toBe(1);
    passTurn(tiny);
    expect(tiny.of('a').held).toBe(0);
    for (const order of orders) expect(check(game, state, order as never)).toBeNull();
  });

  test('2.3 a known enemy within the contact distance frees it, an unknown or a farther one does not', () => {
    const make = (hex: string, fog: boolean): Tiny =>
      tinyStart(
        {
          map: ['.......'],
          units: [
            { id: 'a', side: 'cn', hex: '0000', held: { until: '1939-12-30', contactKm: 5, reason: 'test' } },
            { id: 'x', side: 'jp', hex },
          ],
        },
        { fog },
      );
    expect(make('0200', false).of('a').held).toBe(0);
    expect(make('0300', false).of('a').held).toBe(1);
    // In cover at two hexes nobody sees x.
    const hidden = make('0200', true);
    expect(hidden.of('x').seen).toBe(0);
    expect(hidden.of('a').held).toBe(1);
    expect(make('0100', true).of('a').held).toBe(0);
  });

  test('2.1 units leave on their date, with what they carry booked as used', () => {
    const tiny = tinyStart(
      withUnits({ id: 'b', side: 'cn', hex: '0202', withdraw: { date: '1939-12-16', reason: 'test' } }),
    );
    expect(tiny.of('b').status).toBe(UNIT_ON_MAP);
    const books = tiny.state.sides[0];
    const events = passTurn(tiny);
    expect(tiny.of('b')).toMatchObject({ status: UNIT_WITHDRAWN, hex: -1, food: 0, ammo: 0, fuel: 0 });
    expect(only(events, 'withdrawal')).toHaveLength(1);
    const { food, ammo, fuel } = tiny.of('a');
    expect(books.entered).toBe(books.used + books.spoiled + food + ammo + fuel);
  });
});

describe('2.4 dated events', () => {
  const effects = (...list: NonNullable<TinyOptions['events']>[number]['effects'] & object): TinyOptions => ({
    ...withUnits({ id: 'b', side: 'cn', hex: '0202', turn: 9, men: 800 }),
    places: { town: '0301' },
    events: [{ id: 'e', date: '1939-12-16', effects: list }],
  });

  test('2.4 happens once, from its date on', () => {
    const tiny = tinyStart(effects({ type: 'cohesion', unit: 'a', change: -100 }));
    expect(tiny.state.fired).toEqual([]);
    const events = passTurn(tiny);
    expect(only(events, 'dated')).toMatchObject([{ event: 0, to: 3 }]);
    expect(tiny.state.fired).toEqual([0]);
    expect(only(passTurn(tiny), 'dated')).toEqual([]);
    // 900 at the start, 60 a day of rest, 100 off.
    expect(tiny.of('a').cohesion).toBe(900 + 60 - 100 + 60);
  });

  test('2.4 waits for its condition, and then happens on the first turn that meets it', () => {
    for (const [type, first] of [
      ['held', false],
      ['notHeld', true],
    ] as const) {
      const options = effects({ type: 'release', unit: 'a' });
      options.events![0]!.when = { type, place: 'town', side: 'jp' };
      const tiny = tinyStart(options);
      passTurn(tiny);
      expect(tiny.state.fired.length === 1, type).toBe(first);
      setControl(tiny.state.control, tiny.at('0301'), 1);
      passTurn(tiny);
      expect(tiny.state.fired).toEqual([0]);
    }
  });

  test('2.4 brings units in before their date and takes them off', () => {
    const tiny = tinyStart(effects({ type: 'arrive', unit: 'b' }, { type: 'withdraw', unit: 'a' }));
    passTurn(tiny);
    expect(tiny.of('b')).toMatchObject({ status: UNIT_ON_MAP, hex: tiny.at('0202'), men: 800 });
    expect(tiny.of('a')).toMatchObject({ status: UNIT_WITHDRAWN, hex: -1 });
    passTurn(tiny, 7);
    // Its date has come since: it does not come a second time. Hunger takes a few men.
    expect(tiny.of('b').men + tiny.of('b').starved).toBe(800);
  });

  test('2.4 a unit still expected that is taken off never comes; one that is destroyed stays so', () => {
    const tiny = tinyStart(effects({ type: 'withdraw', unit: 'b' }, { type: 'withdraw', unit: 'a' }));
    tiny.of('a').status = UNIT_DESTROYED;
    tiny.of('a').hex = -1;
    passTurn(tiny, 9);
    expect(tiny.of('b')).toMatchObject({ status: UNIT_WITHDRAWN, men: 0 });
    expect(tiny.of('a').status).toBe(UNIT_DESTROYED);
  });

  test('2.4 replacements never go above establishment', () => {
    const tiny = tinyStart(effects({ type: 'replacements', unit: 'a', men: 300 }));
    tiny.of('a').men = 800;
    tiny.of('a').wounded = 200;
    passTurn(tiny);
    expect(tiny.of('a')).toMatchObject({ men: 1000, received: 200 });
  });

  test('2.4 releases a held unit, and tells only the side it is meant for', () => {
    const options = effects({ type: 'release', unit: 'a' });
    options.units[0]!.held = { until: '1939-12-30', reason: 'test' };
    options.events![0]!.side = 'jp';
    const tiny = tinyStart(options);
    expect(tiny.of('a').held).toBe(1);
    const events = passTurn(tiny);
    expect(tiny.of('a').held).toBe(0);
    expect(only(events, 'dated')).toMatchObject([{ to: 2 }]);
  });

  test('2.4 cohesion stays between 0 and 1000', () => {
    for (const [change, cohesion] of [
      [500, 1000],
      [-2000, 0],
    ] as const) {
      const tiny = tinyStart(effects({ type: 'cohesion', unit: 'a', change }));
      passTurn(tiny);
      expect(tiny.of('a').cohesion).toBe(cohesion);
    }
  });
});

test('2.1 arrivals are the same however often they are looked for', () => {
  const tiny = tinyStart(withUnits({ id: 'b', side: 'cn', hex: '0202', turn: 1 }));
  const before = JSON.stringify(tiny.state);
  arrivals(tiny.game, tiny.state, []);
  expect(JSON.stringify(tiny.state)).toBe(before);
});
