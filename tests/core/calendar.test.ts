import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, formatDay } from '../../src/core/calendar.ts';
import { dateOfTurn, turnOfDate } from '../../src/core/game.ts';
import { tinyGame } from './fixture.ts';

describe('calendar', () => {
  test('days count from 1 January 1970', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('1969-12-31')).toBe(-1);
    // 30 years and the leap days of 1972 .. 1996.
    expect(dayNumber('2000-01-01')).toBe(30 * 365 + 7);
    // From 15 December 1939 to 1 January 1970: 17 days of December, then 30 years with the leap days of 1940 .. 1968.
    expect(dayNumber('1939-12-15')).toBe(-(17 + 30 * 365 + 8));
  });

  test('a date survives the round trip, and the next day is one more', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300_000, max: 300_000 }), (day) => {
        expect(dayNumber(formatDay(day))).toBe(day);
        // The platform's own calendar agrees.
        expect(formatDay(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });

  test.each([
    '1939-02-29',
    '1900-02-29',
    '1939-13-01',
    '1939-00-10',
    '1939-04-31',
    '1939-1-1',
    '15-12-1939',
    '',
    '1939-12-15T00',
  ])('%s is no date', (text) => {
    expect(dayNumber(text)).toBeNaN();
  });

  test('leap days are dates', () => {
    expect(formatDay(dayNumber('1940-02-28') + 1)).toBe('1940-02-29');
    expect(formatDay(dayNumber('2000-02-29') + 1)).toBe('2000-03-01');
  });
});

describe('turns and dates', () => {
  test.each([
    [24, 1, '1939-12-15'],
    [24, 18, '1940-01-01'],
    [48, 2, '1939-12-17'],
    [12, 2, '1939-12-15'],
    [12, 3, '1939-12-16'],
  ])('turns of %i hours: turn %i is %s', (turnHours, turn, date) => {
    const game = tinyGame({ map: [',,'], units: [], turnHours });
    expect(dateOfTurn(game, turn)).toBe(date);
    // The date begins with the first turn of the day.
    expect(turnOfDate(game.data, date)).toBe(turnHours < 24 ? turn - ((turn - 1) % (24 / turnHours)) : turn);
  });

  test('a date before the start is before turn 1', () => {
    const game = tinyGame({ map: [',,'], units: [] });
    expect(turnOfDate(game.data, '1939-12-14')).toBe(0);
  });
});
