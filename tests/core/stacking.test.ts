import { describe, expect, test } from 'vitest';
import { stackingLimit } from '../../src/core/rules/stacking.ts';
import { tinyGame, tinyStart } from './fixture.ts';
import { go } from './turns.ts';

describe('5 stacking', () => {
  test.each([
    [',', 2.5, 12_000],
    ['l', 2.5, 11_000],
    ['h', 2.5, 9000],
    [',', 10, 48_000],
  ])('5.1 hex %s of %d km holds %i men', (letter, hexKm, men) => {
    expect(stackingLimit(tinyGame({ map: [letter], units: [], hexKm }), 0)).toBe(men);
  });

  test('5.1 to the man; passing through is free', () => {
    const make = (men: number) =>
      tinyStart({
        map: [',,,,'],
        units: [
          { id: 'a', side: 'cn', hex: '0000', men },
          { id: 'b', side: 'cn', hex: '0100', men: 9000 },
        ],
      });
    expect(go(make(3000), 'a', '0100')).toBeNull();
    expect(go(make(3001), 'a', '0100')).toEqual({
      code: 'stacking',
      unit: 0,
      hex: 1,
      need: 12_001,
      have: 12_000,
      clause: '5.1',
    });
    expect(go(make(3001), 'a', '0100 0200')).toBeNull();
  });
});
