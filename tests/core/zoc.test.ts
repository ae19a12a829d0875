import { describe, expect, test } from 'vitest';
import { inEnemyZoc, position } from '../../src/core/position.ts';
import { pathMinutes } from '../../src/core/rules/movement.ts';
import { exertsZoc, zocMinutes } from '../../src/core/rules/zoc.ts';
import { SEEN_CONTACT, SEEN_NOTHING, SEEN_STRENGTH, SEEN_TYPE } from '../../src/core/state.ts';
import { type Tiny, type TinyOptions, type TinyUnit, tinyGame, tinyStart } from './fixture.ts';

const OPEN = [',,,,,', ',,,,,', ',,,,,', ',,,,,', ',,,,,'];

/** The hexes in control of the second side, "ccrr", as side `known` knows it (-1: as it is). */
function controlled({ game, state }: Tiny, known = -1): string[] {
  const pos = position(game, state, known);
  const found: string[] = [];
  for (let hex = 0; hex < game.size; hex++)
    if (inEnemyZoc(pos, hex, 0)) found.push(`0${hex % game.cols}0${Math.floor(hex / game.cols)}`);
  return found;
}

function withEnemy(enemy: Partial<TinyUnit>, more: Partial<TinyOptions> = {}, fog = false): Tiny {
  return tinyStart({ map: OPEN, units: [{ id: 'x', side: 'jp', hex: '0202', ...enemy }], ...more }, { fog });
}

const AROUND = ['0101', '0201', '0102', '0302', '0103', '0203'];

describe('4 zones of control', () => {
  test('4.1 the six hexes around, and not its own', () => {
    expect(controlled(withEnemy({}))).toEqual(AROUND);
  });

  test.each([
    [119, 900, 'infantry', false],
    [120, 900, 'infantry', true],
    [1000, 199, 'infantry', false],
    [1000, 200, 'infantry', true],
    [5000, 900, 'transport', false],
    [999, 900, 'hq', false],
    [1000, 900, 'hq', true],
    [120, 900, 'artillery', true],
  ] as const)('4.1 %i men at cohesion %i, %s: %s', (men, cohesion, kind, controls) => {
    const tiny = withEnemy({ men, cohesion, kind });
    expect(exertsZoc(tiny.game, tiny.state, 0)).toBe(controls);
    expect(controlled(tiny)).toEqual(controls ? AROUND : []);
  });

  test('4.1 a unit off the map controls nothing', () => {
    const tiny = withEnemy({ turn: 5 });
    expect(exertsZoc(tiny.game, tiny.state, 0)).toBe(false);
    expect(controlled(tiny)).toEqual([]);
  });

  test('4.1 under fog a side reckons with what it knows', () => {
    const tiny = withEnemy({ men: 1000 }, {}, true);
    const x = tiny.of('x');
    const seems = (seen: number): boolean => {
      x.seen = seen;
      return controlled(tiny, 0).length > 0;
    };
    expect([SEEN_NOTHING, SEEN_CONTACT, SEEN_TYPE, SEEN_STRENGTH].map(seems)).toEqual([false, true, true, true]);
    // Down to a handful: only who knows its strength knows that.
    x.men = 100;
    expect([SEEN_NOTHING, SEEN_CONTACT, SEEN_TYPE, SEEN_STRENGTH].map(seems)).toEqual([false, true, true, false]);
    expect(controlled(tiny)).toEqual([]);
    // Its own side knows.
    expect(controlled(tiny, 1)).toEqual([]);
    // A unit of small establishment is known for it by its type.
    const small = withEnemy({ men: 100 }, {}, true);
    small.of('x').seen = SEEN_TYPE;
    expect(controlled(small, 0)).toEqual([]);
    small.of('x').seen = SEEN_CONTACT;
    expect(controlled(small, 0)).toEqual(AROUND);
  });

  test('4.2 control does not reach over a major river without a bridge or ferry', () => {
    const rivers = ['0202 0 major'];
    expect(controlled(withEnemy({}, { rivers }))).toEqual(AROUND.filter((hex) => hex !== '0302'));
    expect(controlled(withEnemy({}, { rivers: ['0202 0 river'] }))).toEqual(AROUND);
    expect(controlled(withEnemy({}, { rivers, bridges: ['0202 0'] }))).toEqual(AROUND);
    expect(controlled(withEnemy({}, { rivers, bridges: ['0202 0 ferry'] }))).toEqual(AROUND);
    const down = withEnemy({}, { rivers, bridges: ['0202 0'] });
    down.state.breaks.push({ hexside: down.at('0202') * 3, minutes: 100 });
    expect(controlled(down)).toEqual(AROUND);
  });

  test.each([
    [2.5, 90],
    [5, 90],
    [10, 45],
    [35, 13],
  ])('4.3 in hexes of %d km entering control costs %i minutes', (hexKm, minutes) => {
    expect(zocMinutes(tinyGame({ map: [',,'], units: [], hexKm }))).toBe(minutes);
  });

  test('4.3 entering costs 90 more, going on inside 270, leaving nothing; 4.4 friends take it off', () => {
    const make = (friend: string | null): number[] => {
      const { game, state, unit, at } = tinyStart({
        map: OPEN,
        units: [
          { id: 'a', side: 'cn', hex: '0002' },
          { id: 'x', side: 'jp', hex: '0202' },
          ...(friend ? [{ id: 'f', side: 'cn' as const, hex: friend }] : []),
        ],
      });
      const path = ['0102', '0101', '0201', '0200'].map(at);
      return pathMinutes(game, state, { type: 'move', unit: unit('a'), path, mode: 'march' });
    };
    expect(make(null)).toEqual([43 + 90, 43 + 270, 43 + 270, 43]);
    expect(make('0101')).toEqual([43 + 90, 43, 43 + 270, 43]);
    // Only friends that stand there, not friends next to it.
    expect(make('0000')).toEqual([43 + 90, 43 + 270, 43 + 270, 43]);
  });
});
