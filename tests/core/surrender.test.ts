import { describe, expect, test } from 'vitest';
import type { GameEvent } from '../../src/core/event.ts';
import { position } from '../../src/core/position.ts';
import { isSurrounded, surrenders } from '../../src/core/rules/surrender.ts';
import { SUPPLY_CUT, SUPPLY_LEAK, SUPPLY_PARTIAL, UNIT_DESTROYED, UNIT_ON_MAP } from '../../src/core/state.ts';
import { EQUIPMENT, type Tiny, type TinyOptions, type TinyUnit, tinyStart } from './fixture.ts';
import { only } from './turns.ts';

const FLAT = [',,,,,', ',,,,,', ',,,,,', ',,,,,', ',,,,,'];
/** Around 0202: E 0302, SE 0203, SW 0103, W 0102, NW 0101, NE 0201. */
const foes = (...hexes: string[]): TinyUnit[] => hexes.map((hex, i) => ({ id: `j${i}`, side: 'jp', hex }));

function pocket(enemies: TinyUnit[], more: TinyUnit[] = [], options: Partial<TinyOptions> = {}): Tiny {
  return tinyStart({ map: FLAT, ...options, units: [{ id: 'a', side: 'cn', hex: '0202' }, ...enemies, ...more] });
}

function surrounded({ game, state }: Tiny, hex = 2 * 5 + 2): boolean {
  return isSurrounded(game, position(game, state, -1), hex, 0);
}

describe('12.1 surrounded', () => {
  test('12.1 by enemies in the hexes around, or by their control', () => {
    expect(surrounded(pocket(foes('0302', '0203', '0103', '0102', '0101', '0201')))).toBe(true);
    // Three in a triangle control the hexes between them.
    expect(surrounded(pocket(foes('0302', '0103', '0101')))).toBe(true);
    // Two opposite each other do as well: each controls the two beside it.
    expect(surrounded(pocket(foes('0302', '0102')))).toBe(true);
    expect(surrounded(pocket(foes('0302', '0203')))).toBe(false);
    expect(surrounded(pocket([]))).toBe(false);
  });

  test('12.1 not with a friend beside, nor by enemies who control nothing', () => {
    const ring = foes('0302', '0103');
    expect(surrounded(pocket([...ring, ...foes('0101').map((unit) => ({ ...unit, id: 'j9' }))]))).toBe(true);
    // 0101 lies in the control of the enemy at 0102: only the friend there keeps it open.
    expect(surrounded(pocket(foes('0302', '0102'), [{ id: 'f', side: 'cn', hex: '0101' }]))).toBe(false);
    const weak = foes('0302', '0102');
    weak[1]!.men = 100;
    expect(surrounded(pocket(weak))).toBe(false);
  });

  test('12.1 the edge of the map is no way out', () => {
    const tiny = tinyStart({
      map: [',,,', ',,,'],
      units: [
        { id: 'a', side: 'cn', hex: '0000' },
        { id: 'x', side: 'jp', hex: '0100' },
      ],
    });
    expect(surrounded(tiny, 0)).toBe(true);
    tiny.of('x').hex = tiny.at('0200');
    expect(surrounded(tiny, 0)).toBe(false);
  });
});

/** Share of a surrounded unit's turns that end in surrender, over many seeds. */
function rate(change: object, n = 4000, options: Partial<TinyOptions> = {}, prisonerShare?: number): number {
  const tiny = pocket(foes('0302', '0102'), [], options);
  if (prisonerShare !== undefined) tiny.game.data.scenario.sides[0]!.prisonerShare = prisonerShare;
  Object.assign(tiny.of('a'), { supply: SUPPLY_CUT, cohesion: 1000, ...change });
  const start = structuredClone(tiny.state);
  let given = 0;
  for (let i = 0; i < n; i++) {
    tiny.state.seed = `pocket ${i}`;
    surrenders(tiny.game, tiny.state, []);
    if (tiny.of('a').status === UNIT_ON_MAP) continue;
    given++;
    Object.assign(tiny.state, structuredClone(start));
  }
  return given / n;
}

describe('12.1 the chance', () => {
  /** Expects a rate within three and a half standard errors. */
  const near = (got: number, p: number, n = 4000): void => {
    expect(Math.abs(got - p)).toBeLessThan(3.5 * Math.sqrt((p * (1 - p)) / n));
  };

  test('12.1 0.4 per cent a day, doubled for each 200 points of cohesion lost', () => {
    near(rate({}), 0.004);
    near(rate({ cohesion: 801 }), 0.004);
    near(rate({ cohesion: 400 }), 0.032);
    near(rate({ cohesion: 0 }), 0.128);
    near(rate({ cohesion: 0 }, 4000, { turnHours: 48 }), 0.256);
  });

  test('12.1 three times that without ammunition', () => {
    near(rate({ cohesion: 200, ammo: 0 }), 0.192);
  });

  test("12.1 in proportion to the army's share of prisoners", () => {
    near(rate({ cohesion: 0 }, 4000, {}, 60), 0.0128);
    expect(rate({ cohesion: 0 }, 500, {}, 0)).toBe(0);
  });

  test('12.1 only who is cut off and surrounded', () => {
    expect(rate({ cohesion: 0, ammo: 0, supply: SUPPLY_PARTIAL }, 300)).toBe(0);
    expect(rate({ cohesion: 0, ammo: 0, supply: SUPPLY_LEAK }, 300)).toBeGreaterThan(0.25);
    const tiny = pocket(foes('0302'));
    Object.assign(tiny.of('a'), { supply: SUPPLY_CUT, cohesion: 0, ammo: 0 });
    for (let i = 0; i < 200; i++) {
      tiny.state.seed = `open ${i}`;
      surrenders(tiny.game, tiny.state, []);
    }
    expect(tiny.of('a').status).toBe(UNIT_ON_MAP);
  });
});

test('12.1, 6.16-6.17 who lays down his arms is booked with men, guns and stores', () => {
  const tiny = pocket(foes('0302', '0102'));
  const i = EQUIPMENT.findIndex((kind) => kind.id === 'rifle');
  Object.assign(tiny.of('a'), { supply: SUPPLY_CUT, cohesion: 0, ammo: 0 });
  tiny.of('a').eq[i] = 800;
  const events: GameEvent[] = [];
  for (let n = 0; tiny.of('a').status === UNIT_ON_MAP; n++) {
    tiny.state.seed = `arms ${n}`;
    surrenders(tiny.game, tiny.state, events);
  }
  const a = tiny.of('a');
  expect(a).toMatchObject({ status: UNIT_DESTROYED, hex: -1, men: 0, food: 0 });
  expect(a.captured + a.missing).toBe(1000);
  expect(Math.abs(a.captured - 600)).toBeLessThanOrEqual(1);
  expect(a.eqTaken[i]! + a.eqLost[i]!).toBe(800);
  expect(a.eqTaken[i]).toBeGreaterThan(500);
  expect(tiny.state.sides[1].captured[i]).toBe(a.eqTaken[i]);
  expect(only(events, 'surrender')).toMatchObject([{ unit: 0, men: 1000, hex: tiny.at('0202'), to: 3 }]);
  expect(only(events, 'destroyed')).toHaveLength(1);
});
