import { describe, expect, test } from 'vitest';
import type { GameEvent } from '../../src/core/event.ts';
import { recover } from '../../src/core/rules/recovery.ts';
import {
  ACT_ASSAULTED,
  ACT_BOMBARDED,
  ACT_DEFENDED,
  ACT_MOVED,
  ACT_RETREATED,
  SUPPLY_FULL,
  SUPPLY_LEAK,
  SUPPLY_PARTIAL,
  type UnitState,
} from '../../src/core/state.ts';
import { EQUIPMENT, type Tiny, type TinyOptions, type TinyUnit, tinyStart } from './fixture.ts';
import { only } from './turns.ts';

const ENEMY: TinyUnit = { id: 'x', side: 'jp', hex: '0100' };

/** One night of a unit at 0000; `contact` puts an enemy next to it. */
function night(
  change: Partial<UnitState> = {},
  options: Partial<TinyOptions> & { contact?: boolean; unit?: Partial<TinyUnit>; more?: TinyUnit[] } = {},
): Tiny & { a: UnitState; events: GameEvent[] } {
  const { contact = false, unit = {}, more = [], ...rest } = options;
  const tiny = tinyStart({
    map: [',,,,', ',,,,'],
    ...rest,
    units: [{ id: 'a', side: 'cn', hex: '0000', ...unit }, ...(contact ? [ENEMY] : []), ...more],
  });
  Object.assign(tiny.of('a'), { supply: SUPPLY_FULL, cohesion: 500, fatigue: 500, dug: 0, ...change });
  const events: GameEvent[] = [];
  recover(tiny.game, tiny.state, events);
  return { ...tiny, a: tiny.of('a'), events };
}

describe('11.1 cohesion', () => {
  test('11.1 60 a day out of contact, 15 in contact or after a fight', () => {
    expect(night().a.cohesion).toBe(560);
    expect(night({}, { contact: true }).a.cohesion).toBe(515);
    for (const acts of [ACT_ASSAULTED, ACT_DEFENDED, ACT_RETREATED]) expect(night({ acts }).a.cohesion).toBe(515);
    for (const acts of [ACT_MOVED, ACT_BOMBARDED]) expect(night({ acts }).a.cohesion).toBe(560);
  });

  test('11.1 a unit that is cut off and in contact recovers nothing', () => {
    expect(night({ supply: SUPPLY_LEAK }).a.cohesion).toBe(560);
    expect(night({ supply: SUPPLY_LEAK }, { contact: true }).a.cohesion).toBe(500);
    expect(night({ supply: SUPPLY_PARTIAL }, { contact: true }).a.cohesion).toBe(515);
  });

  test('11.1 a day without food costs 15 instead', () => {
    expect(night({ food: 0 }).a.cohesion).toBe(485);
    expect(night({ food: 0, cohesion: 10 }).a.cohesion).toBe(0);
  });

  test('11.1 up to 1000, and by the length of the turn', () => {
    expect(night({ cohesion: 970 }).a.cohesion).toBe(1000);
    expect(night({}, { turnHours: 12 }).a.cohesion).toBe(530);
    expect(night({ food: 0 }, { turnHours: 48 }).a.cohesion).toBe(470);
  });
});

describe('11.2 fatigue', () => {
  test('11.2 a day without a fight sheds 200 out of contact, 40 in contact', () => {
    expect(night().a.fatigue).toBe(300);
    expect(night({ acts: ACT_MOVED }).a.fatigue).toBe(300);
    expect(night({}, { contact: true }).a.fatigue).toBe(460);
    for (const acts of [ACT_ASSAULTED, ACT_DEFENDED, ACT_RETREATED]) expect(night({ acts }).a.fatigue).toBe(500);
    expect(night({ fatigue: 30 }).a.fatigue).toBe(0);
    expect(night({}, { turnHours: 12 }).a.fatigue).toBe(400);
  });
});

describe('11.3 works', () => {
  test('11.3 a unit that stays where it is digs a day a day, ten at most', () => {
    expect(night().a.dug).toBe(100);
    expect(night({ dug: 950 }).a.dug).toBe(1000);
    expect(night({ dug: 1000 }).a.dug).toBe(1000);
    // What engineers once dug is not filled in.
    expect(night({ dug: 1500 }).a.dug).toBe(1500);
    expect(night({}, { turnHours: 12 }).a.dug).toBe(50);
  });

  test('11.3 who marched, attacked or was thrown back does not; who defended or fired does', () => {
    for (const acts of [ACT_MOVED, ACT_ASSAULTED, ACT_RETREATED]) expect(night({ acts }).a.dug, String(acts)).toBe(0);
    for (const acts of [ACT_DEFENDED, ACT_BOMBARDED]) expect(night({ acts }).a.dug, String(acts)).toBe(100);
  });

  test('11.3 with engineers in the hex twice as fast and twice as deep', () => {
    const sappers = (hex: string): TinyUnit[] => [{ id: 's', side: 'cn', hex, kind: 'engineer', men: 200 }];
    expect(night({}, { more: sappers('0000') }).a.dug).toBe(200);
    expect(night({ dug: 1900 }, { more: sappers('0000') }).a.dug).toBe(2000);
    expect(night({}, { more: sappers('0001') }).a.dug).toBe(100);
  });
});

describe('11.4 repair', () => {
  const tank = EQUIPMENT.findIndex((kind) => kind.id === 'tank');

  /** Tanks fit and under repair after the night. */
  function repaired(waiting: number, contact = false): [number, number] {
    const repair = EQUIPMENT.map((_, i) => (i === tank ? waiting : 0));
    const { a } = night({ repair, eq: EQUIPMENT.map(() => 0) }, { contact });
    return [a.eq[tank]!, a.repair[tank]!];
  }

  test('11.4 a fifth of the pieces under repair return each day, at least one, out of enemy control', () => {
    expect([0, 1, 4, 9, 10, 24].map((n) => repaired(n))).toEqual([
      [0, 0],
      [1, 0],
      [1, 3],
      [1, 8],
      [2, 8],
      [4, 20],
    ]);
    expect(repaired(10, true)).toEqual([0, 10]);
  });
});

describe('11.5 disease and hunger', () => {
  const leftAfter = (change: Partial<UnitState>, diseaseRate: number, turnHours = 24): UnitState =>
    night(change, { unit: { men: 10_000 }, scenario: { diseaseRate }, turnHours }).a;
  const big = (...ill: Parameters<typeof leftAfter>): number => leftAfter(...ill).sick;

  test("11.5 disease by the scenario's rate, twice that without supply", () => {
    // Hundredths of a per cent: 20 are 0.2 % a day.
    expect(big({}, 20)).toBe(20);
    expect(big({ supply: SUPPLY_PARTIAL }, 20)).toBe(20);
    expect(big({ supply: SUPPLY_LEAK }, 20)).toBe(40);
    expect(big({}, 20, 12)).toBe(10);
    expect(big({}, 0)).toBe(0);
  });

  test('11.5 without food 0.2 per cent a day more for each day cut off', () => {
    for (const [daysCut, starved] of [
      [0, 0],
      [1, 20],
      [3, 60],
      [10, 200],
    ] as const)
      expect(leftAfter({ food: 0, daysCut }, 0), `${daysCut} days`).toMatchObject({ sick: 0, starved });
    // With food left nobody falls out of hunger, however long the unit is cut off.
    expect(leftAfter({ daysCut: 9 }, 0)).toMatchObject({ sick: 0, starved: 0, men: 10_000 });
  });

  test('11.5 the sick and the starved have ledgers of their own, and hunger is told to the side', () => {
    const { a, events } = night({ food: 0, daysCut: 2 }, { unit: { men: 10_000 }, scenario: { diseaseRate: 10 } });
    expect(a).toMatchObject({
      men: 10_000 - 50,
      sick: 10,
      starved: 40,
      killed: 0,
      wounded: 0,
      missing: 0,
      captured: 0,
    });
    expect(only(events, 'attrition')).toEqual([
      { type: 'attrition', unit: 0, sick: 10, starved: 40, missing: 0, to: 1 },
    ]);
    expect(only(night({}, { scenario: { diseaseRate: 100 } }).events, 'attrition')).toEqual([]);
  });

  test('11.5, 6.18 the last man of a starving handful takes it off the map', () => {
    const { a } = night({ food: 0, daysCut: 500, men: 1 });
    expect(a).toMatchObject({ status: 2, hex: -1, men: 0, sick: 0, starved: 1 });
  });
});

test('11 units off the map neither rest nor fall ill', () => {
  const tiny = tinyStart({
    map: [',,'],
    units: [{ id: 'a', side: 'cn', hex: '0000', turn: 5 }],
    scenario: { diseaseRate: 100 },
  });
  const before = structuredClone(tiny.of('a'));
  recover(tiny.game, tiny.state, []);
  expect(tiny.of('a')).toEqual(before);
});
