import { describe, expect, test } from 'vitest';
import type { AssaultEvent } from '../../src/core/event.ts';
import { luckTally, luckWord, shareBelow } from '../../src/ui/app/luck.ts';
import { tinyStart } from '../core/fixture.ts';

const tiny = tinyStart({
  map: [',,,', ',,,', ',,,'],
  jp: '0202',
  units: [
    { id: 'ours', side: 'cn', hex: '0000' },
    { id: 'theirs', side: 'jp', hex: '0202' },
  ],
});

const fight = (by: string, luck: number): AssaultEvent =>
  ({ type: 'assault', attackers: [tiny.unit(by)], luck }) as unknown as AssaultEvent;

describe('luck', () => {
  test('has a word for each part of the distribution, the same from either end', () => {
    expect([0, 99, 100, 299, 300, 699, 700, 899, 900, 1000].map(luckWord)).toEqual([
      ...['veryBad', 'veryBad', 'bad', 'bad', 'even', 'even', 'good', 'good', 'veryGood', 'veryGood'],
    ]);
  });

  test('what is good for one side is as bad for the other, attack and defence apart', () => {
    const events = [fight('ours', 900), fight('theirs', 200), fight('ours', 700)];
    expect(luckTally(tiny.game, events, 0)).toMatchObject({
      fights: 3,
      mean: 800,
      attacks: { fights: 2, mean: 800 },
      defences: { fights: 1, mean: 800 },
    });
    expect(luckTally(tiny.game, events, 1)).toMatchObject({ mean: 200, defences: { fights: 2, mean: 200 } });
    const [own, foe] = [luckTally(tiny.game, events, 0), luckTally(tiny.game, events, 1)];
    expect(own.percentile + foe.percentile).toBe(100);
  });

  test('without a fight nobody was lucky', () => {
    expect(luckTally(tiny.game, [], 0)).toEqual({
      fights: 0,
      mean: 500,
      attacks: { fights: 0, mean: 500 },
      defences: { fights: 0, mean: 500 },
      percentile: 50,
    });
  });

  test('one draw is its own share, two make a triangle, and the sum passes over to the normal without a step', () => {
    expect(shareBelow(1, 0.3)).toBeCloseTo(0.3, 9);
    expect(shareBelow(2, 0.5)).toBeCloseTo(0.125, 9);
    expect(shareBelow(2, 1.5)).toBeCloseTo(0.875, 9);
    for (const [exact, normal] of [12, 13].map((n) => shareBelow(n, n * 0.6)).map((p, i, all) => [p, all[1 - i]]))
      expect(Math.abs((exact as number) - (normal as number))).toBeLessThan(0.02);
    expect(shareBelow(40, 20)).toBeCloseTo(0.5, 6);
  });
});
