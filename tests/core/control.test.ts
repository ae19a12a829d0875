import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { controlOf, emptyControl, holderOf, setControl } from '../../src/core/control.ts';
import { tinyStart } from './fixture.ts';

describe('control', () => {
  test('packs and unpacks whatever is written, last writer first', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(99), fc.integer({ min: -1, max: 1 })), { maxLength: 200 }), (writes) => {
        const control = emptyControl(100);
        const plain = new Array<number>(100).fill(-1);
        for (const [hex, side] of writes) {
          setControl(control, hex, side);
          plain[hex] = side;
        }
        for (let hex = 0; hex < 100; hex++) {
          expect(holderOf(control, hex)).toBe(plain[hex]);
          expect(controlOf(control, hex)).toBe(plain[hex]! + 1);
        }
      }),
    );
  });

  test('is sixteen hexes a word, in integers that JSON keeps', () => {
    expect(emptyControl(32)).toHaveLength(2);
    expect(emptyControl(33)).toHaveLength(3);
    const control = emptyControl(16);
    for (let hex = 0; hex < 16; hex++) setControl(control, hex, 1);
    expect(control.every((word) => Number.isInteger(word) && (word | 0) === word)).toBe(true);
    expect(JSON.parse(JSON.stringify(control))).toEqual(control);
  });
});

describe('control at the start', () => {
  test('goes by the listed regions, then by units within 5 km, else to the default side', () => {
    const { state, at } = tinyStart({
      map: [',,,,,,,,,,'],
      units: [
        { id: 'x', side: 'jp', hex: '0300' },
        { id: 'late', side: 'jp', hex: '0800', turn: 3 },
      ],
      jp: '0900',
      hexKm: 2.5,
    });
    const holders = Array.from({ length: 10 }, (_, col) => holderOf(state.control, at(`0${col}00`)));
    // 5 km are two hexes: 01 .. 05. The unit that comes later takes nothing yet.
    expect(holders).toEqual([0, 1, 1, 1, 1, 1, 0, 0, 0, 1]);
    // Each side believes what is so at the start.
    expect(state.believed).toEqual([state.control, state.control]);
  });

  test('a unit at start holds its own hex even inside a region of the enemy', () => {
    const { state, at } = tinyStart({
      map: [',,,,'],
      units: [{ id: 'a', side: 'cn', hex: '0100' }],
      jp: '0000-0300',
    });
    expect([0, 1, 2, 3].map((col) => holderOf(state.control, at(`0${col}00`)))).toEqual([1, 0, 1, 1]);
  });
});
