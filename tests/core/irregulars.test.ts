/** Irregulars: no zone of control (4.1), no ground (4.5), ears everywhere (7.9), stragglers of the beaten (6.15). */
import { describe, expect, test } from 'vitest';
import { apply } from '../../src/core/apply.ts';
import { holderOf, setControl } from '../../src/core/control.ts';
import { inEnemyZoc, position } from '../../src/core/position.ts';
import { observeStep, refreshDetection, seenBy } from '../../src/core/rules/detection.ts';
import { retreat } from '../../src/core/rules/retreat.ts';
import { explainSupply } from '../../src/core/rules/supply.ts';
import type { UnitKind, Weather } from '../../src/core/scenario.ts';
import {
  SEEN_CONTACT,
  SEEN_NOTHING,
  SEEN_STRENGTH,
  SEEN_TYPE,
  SUPPLY_CUT,
  SUPPLY_FULL,
  type UnitState,
} from '../../src/core/state.ts';
import { type Tiny, type TinyOptions, type TinyUnit, tinyStart } from './fixture.ts';
import { go } from './turns.ts';

const FLAT = new Array<string>(5).fill('.......');

const band = (hex: string, more: Partial<TinyUnit> = {}): TinyUnit => ({
  id: 'band',
  side: 'cn',
  hex,
  kind: 'irregular',
  men: 2000,
  ...more,
});
const X: TinyUnit = { id: 'x', side: 'jp', hex: '0502' };

function set(units: TinyUnit[], more: Partial<TinyOptions> = {}, fog = false): Tiny {
  return tinyStart({ map: FLAT, ...more, units }, { fog });
}

describe('4.1 control', () => {
  const controls = (kind: UnitKind, men = 2000, hexKm = 2.5): boolean => {
    const tiny = set([band('0302', { kind, men })], { hexKm });
    const pos = position(tiny.game, tiny.state, -1);
    return inEnemyZoc(pos, tiny.at('0402'), 1);
  };

  test('4.1 irregulars, however many, control no hex around them', () => {
    expect([controls('infantry'), controls('irregular'), controls('irregular', 9000)]).toEqual([true, false, false]);
  });

  test('4.1 48 men for each kilometre of a hex', () => {
    expect([controls('infantry', 119), controls('infantry', 120)]).toEqual([false, true]);
    expect([controls('infantry', 263, 5.5), controls('infantry', 264, 5.5)]).toEqual([false, true]);
  });

  test('4.1 under fog a bare contact is taken to control, a band known for one is not', () => {
    const tiny = set([band('0302'), X], {}, true);
    const known = (seen: number): boolean => {
      tiny.of('band').seen = seen;
      return inEnemyZoc(position(tiny.game, tiny.state, 1), tiny.at('0402'), 1);
    };
    expect([SEEN_NOTHING, SEEN_CONTACT, SEEN_TYPE, SEEN_STRENGTH].map(known)).toEqual([false, true, false, false]);
  });
});

describe('4.5 ground', () => {
  const holder = ({ state, at }: Tiny, hex: string): number => holderOf(state.control, at(hex));

  test('4.5 irregulars take possession of no hex that they march through', () => {
    for (const [kind, side] of [
      ['irregular', 1],
      ['infantry', 0],
    ] as const) {
      const tiny = set([band('0002', { kind })]);
      for (const hex of ['0102', '0202']) setControl(tiny.state.control, tiny.at(hex), 1);
      expect(go(tiny, 'band', '0102 0202')).toBeNull();
      expect(
        ['0102', '0202'].map((hex) => holder(tiny, hex)),
        kind,
      ).toEqual([side, side]);
    }
  });

  test('4.5 nor of the ground they are found on at the start', () => {
    const start = (kind: UnitKind): number[] => {
      const tiny = set([band('0302', { kind, side: 'jp' })]);
      return ['0302', '0202', '0102'].map((hex) => holder(tiny, hex));
    };
    // Troops hold what lies within 5 km of them: two hexes.
    expect(start('infantry')).toEqual([1, 1, 1]);
    expect(start('irregular')).toEqual([0, 0, 0]);
  });

  test('4.5 nor of a hex from which they have driven the enemy, or to which they fall back', () => {
    const tiny = set([band('0202', { men: 5000 }), { ...X, hex: '0302', men: 20 }], { jp: '0302' });
    apply(tiny.game, tiny.state, { type: 'assault', units: [0], support: [], hex: tiny.at('0302'), advance: true });
    expect(tiny.of('band').hex).toBe(tiny.at('0302'));
    expect(holder(tiny, '0302')).toBe(1);
    const beaten = set([band('0202', { side: 'jp' }), { ...X, side: 'cn', hex: '0302' }]);
    retreat(beaten.game, beaten.state, 0, [beaten.at('0302')], false, false, []);
    expect(beaten.of('band').hex).not.toBe(beaten.at('0202'));
    expect(holderOf(beaten.state.control, beaten.of('band').hex)).toBe(0);
  });
});

describe('7.9 news', () => {
  const woods = new Array<string>(5).fill('wwwwwww');

  test.each(['clear', 'fog', 'heavyRain'] as Weather[])(
    '7.9 in %s irregulars learn of every enemy within two hexes, as a contact, in the woods too',
    (weather) => {
      const seen = (kind: UnitKind, hex: string): number => {
        const tiny = set([band('0202', { kind }), { ...X, hex }], { map: woods, weather }, true);
        return seenBy(tiny.game, tiny.state, tiny.unit('x'));
      };
      expect(['0302', '0402', '0300', '0502'].map((hex) => seen('irregular', hex))).toEqual([
        SEEN_TYPE,
        SEEN_CONTACT,
        SEEN_CONTACT,
        SEEN_NOTHING,
      ]);
      expect(['0402', '0300'].map((hex) => seen('infantry', hex))).toEqual([SEEN_NOTHING, SEEN_NOTHING]);
    },
  );

  test('7.9 at the start of their player turn, and on every step of theirs and of the enemy', () => {
    const tiny = set([band('0002'), X], { map: woods }, true);
    const level = (): number => tiny.of('x').seen;
    refreshDetection(tiny.game, tiny.state, 0, []);
    expect(level()).toBe(SEEN_NOTHING);
    tiny.of('band').hex = tiny.at('0302');
    observeStep(tiny.game, tiny.state, tiny.unit('band'), []);
    expect(level()).toBe(SEEN_CONTACT);
    tiny.of('x').seen = SEEN_NOTHING;
    refreshDetection(tiny.game, tiny.state, 0, []);
    expect(level()).toBe(SEEN_CONTACT);
    apply(tiny.game, tiny.state, { type: 'end' });
    expect(go(tiny, 'x', '0602')).toBeNull();
    expect(level()).toBe(SEEN_NOTHING);
    expect(go(tiny, 'x', '0502')).toBeNull();
    expect(level()).toBe(SEEN_CONTACT);
    // The enemy does not see them in return.
    expect(tiny.of('band').seen).toBe(SEEN_NOTHING);
  });
});

describe('6.15 stragglers', () => {
  /** Men left behind by x, who is thrown back from 0302 to 0402. */
  function left(seed: number, ...more: TinyUnit[]): UnitState {
    const tiny = tinyStart(
      {
        map: FLAT,
        sources: [{ side: 'jp', hex: '0602' }],
        units: [{ ...X, hex: '0302', men: 10_000 }, { id: 'a', side: 'cn', hex: '0202' }, ...more],
      },
      { seed: `left ${seed}` },
    );
    retreat(tiny.game, tiny.state, 0, [tiny.at('0202')], false, false, []);
    expect(tiny.of('x').hex).toBe(tiny.at('0402'));
    return tiny.of('x');
  }
  const gone = (unit: UnitState): number => unit.missing + unit.captured;

  test.each([
    ['0202', true],
    ['0502', true],
    ['0403', true],
    ['0600', false],
  ])('6.15 enemy irregulars at %s: twice as many men stay behind? %s', (hex, twice) => {
    for (let i = 0; i < 30; i++) {
      const alone = gone(left(i));
      const lost = gone(left(i, band(hex)));
      // The same share by lot, doubled; men are whole.
      expect(Math.abs(lost - alone * (twice ? 2 : 1))).toBeLessThanOrEqual(2);
      expect(alone).toBeGreaterThan(90);
    }
  });

  test('6.15 own irregulars do no harm, nor do irregulars off the map', () => {
    expect(gone(left(1, band('0502', { side: 'jp' })))).toBe(gone(left(1)));
    expect(gone(left(1, band('0502', { turn: 5 })))).toBe(gone(left(1)));
  });
});

test('8.12, 8.9 a road where nobody but irregulars stands is not cut, and is not said to be', () => {
  const answer = (kind: UnitKind) => {
    const tiny = tinyStart({
      map: ['.......'],
      roads: ['0000-0600'],
      sources: [{ side: 'jp', hex: '0000' }],
      units: [
        { id: 'a', side: 'jp', hex: '0600' },
        { id: 'block', side: 'cn', hex: '0400', kind: 'infantry' },
        band('0200', { kind }),
      ],
      jp: '0000-0600',
    });
    const { status, cut } = explainSupply(tiny.game, tiny.state, tiny.unit('a'));
    Object.assign(tiny.of('block'), { hex: -1, status: 2 });
    // Where he stood, and the ground in his control, is taken again.
    for (let hex = 0; hex < 7; hex++) setControl(tiny.state.control, hex, 1);
    return [status, cut?.hex, cut?.by, explainSupply(tiny.game, tiny.state, tiny.unit('a')).status];
  };
  // The block is infantry either way; seen from the unit it comes first. Behind it the band bars nothing.
  expect(answer('irregular')).toEqual([SUPPLY_CUT, 4, 1, SUPPLY_FULL]);
  expect(answer('infantry')).toEqual([SUPPLY_CUT, 4, 1, SUPPLY_CUT]);
});

test('8.9 the search for a cut passes irregulars by', () => {
  const tiny = tinyStart({
    map: ['.......'],
    roads: ['0000-0600'],
    sources: [{ side: 'jp', hex: '0000' }],
    units: [
      { id: 'a', side: 'jp', hex: '0600' },
      { id: 'block', side: 'cn', hex: '0200', kind: 'infantry' },
      band('0400'),
    ],
    jp: '0000-0600',
  });
  setControl(tiny.state.control, tiny.at('0400'), 1);
  expect(explainSupply(tiny.game, tiny.state, tiny.unit('a')).cut).toMatchObject({ cause: 'enemy-unit', by: 1 });
});
