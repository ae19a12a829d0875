/** Airfields are blown up when the enemy is about to take them, and not before. */
import { describe, expect, test } from 'vitest';
import { demolishAirfields } from '../../src/bots/airfield.ts';
import { type Tiny, type TinyUnit, tinyStart } from '../core/fixture.ts';
import { carryOut, staffAt } from './staff.ts';

/** A field at 0303 with a garrison, an enemy beside it. */
function field(garrison: Partial<TinyUnit> | null, enemy: Partial<TinyUnit> = {}, fog = false): Tiny {
  return tinyStart(
    {
      map: new Array<string>(7).fill(','.repeat(9)),
      units: [
        { id: 'own', side: 'cn', hex: '0003', men: 500 },
        ...(garrison ? [{ id: 'garrison', side: 'cn' as const, hex: '0303', ...garrison }] : []),
        { id: 'foe', side: 'jp', hex: '0403', men: 4000, ...enemy },
      ],
      airfields: [{ id: 'field', side: 'cn', hex: '0303' }],
    },
    { fog },
  );
}

const given = (tiny: Tiny) => demolishAirfields(staffAt(tiny)).map(({ action }) => action);
const BLOWN = [{ type: 'airfield', airfield: 0 }];

describe('an airfield', () => {
  test('with a garrison that the enemy beside it will throw out is blown up', () => {
    const tiny = field({ men: 300 });
    expect(given(tiny)).toEqual(BLOWN);
    carryOut(tiny, demolishAirfields(staffAt(tiny)));
    expect(given(tiny)).toEqual([]);
  });

  test('with one that will hold is kept', () => {
    expect(given(field({ men: 4000, dugDays: 5 }))).toEqual([]);
  });

  test('without a garrison is blown up before the enemy walks in', () => {
    expect(given(field(null))).toEqual(BLOWN);
  });

  test('is kept while the enemy is two hexes off, or only a patrol, or irregulars, or guns', () => {
    expect(given(field(null, { hex: '0503' }))).toEqual([]);
    expect(given(field(null, { men: 200 }))).toEqual([]);
    expect(given(field(null, { kind: 'irregular' }))).toEqual([]);
    expect(given(field(null, { kind: 'artillery' }))).toEqual([]);
  });

  test('is kept when nobody knows of the enemy beside it', () => {
    const tiny = field(null, {}, true);
    tiny.of('own').hex = tiny.at('0000');
    Object.assign(tiny.of('foe'), { seen: 0, seenHex: -1, seenTurn: 0 });
    expect(given(tiny)).toEqual([]);
    tiny.of('foe').seen = 2;
    expect(given(tiny)).toEqual(BLOWN);
  });

  test('of the enemy’s is none of ours', () => {
    const tiny = field(null);
    tiny.state.airfields[0] = { side: 1, status: 0, turn: 1 };
    expect(given(tiny)).toEqual([]);
  });
});
