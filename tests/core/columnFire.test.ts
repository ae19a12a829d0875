/** Rulebook 7.10: fire from the heights on columns that march below. */
import { describe, expect, test } from 'vitest';
import { apply } from '../../src/core/apply.ts';
import { holderOf } from '../../src/core/control.ts';
import type { ColumnFireEvent } from '../../src/core/event.ts';
import { cloneState } from '../../src/core/view.ts';
import { type Tiny, type TinyOptions, type TinyUnit, tinyStart } from './fixture.ts';
import { checkInvariants } from './invariants.ts';
import { only } from './turns.ts';

/** A valley at 100 m along the middle row; the hexes of the row above it rise to this. */
function valley(crest: number, gunners: TinyUnit[], more: Partial<TinyOptions> = {}, fog = false): Tiny {
  return tinyStart(
    {
      map: [',,,,,,,', ',,,,,,,', ',,,,,,,'],
      elevation: Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((col) => [`0${col}00`, [150, crest]])),
      roads: ['0001-0601'],
      units: [{ id: 'a', side: 'cn', hex: '0001', men: 10_000 }, ...gunners],
      ...more,
    },
    { fog },
  );
}

const gunner = (id: string, hex: string, more: Partial<TinyUnit> = {}): TinyUnit => ({
  id,
  side: 'jp',
  hex,
  men: 40,
  equipment: { mortar: 20 },
  ...more,
});

/** Marches east along the road by so many hexes; what was fired on the way. */
function march(tiny: Tiny, hexes: number, state = tiny.state): ColumnFireEvent[] {
  const path = Array.from({ length: hexes }, (_, i) => tiny.at(`0${i + 1}01`));
  const events = apply(tiny.game, state, { type: 'move', unit: 0, path, mode: 'march' });
  return only(events, 'columnFire');
}

describe('7.10 who fires', () => {
  test('7.10 from a crest 100 m above the mean ground of the column, next to it', () => {
    expect(march(valley(200, [gunner('x', '0300')]), 3)).toHaveLength(1);
    expect(march(valley(199, [gunner('x', '0300')]), 3)).toHaveLength(0);
    // 0101 does not touch 0300; 0201 does.
    expect(march(valley(200, [gunner('x', '0300')]), 1)).toHaveLength(0);
    expect(march(valley(200, [gunner('x', '0300')]), 2)).toMatchObject([{ unit: 0, by: 1 }]);
  });

  test.each([
    ['mortar', 1],
    ['gun75', 1],
    ['howitzer', 0],
    ['at37', 0],
    ['hmg', 0],
  ])('7.10 %s: %i', (id, fires) => {
    expect(march(valley(300, [gunner('x', '0200', { equipment: { [id]: 20 } })]), 2)).toHaveLength(fires);
  });

  test('7.10 with ammunition and cohesion 300, against the enemy alone', () => {
    const fires = (change: object): number => {
      const tiny = valley(300, [gunner('x', '0200')]);
      Object.assign(tiny.of('x'), change);
      return march(tiny, 2).length;
    };
    expect([{}, { cohesion: 300 }, { cohesion: 299 }, { ammo: 0 }].map(fires)).toEqual([1, 1, 0, 0]);
    expect(march(valley(300, [gunner('x', '0200', { side: 'cn' })]), 2)).toHaveLength(0);
  });

  test('7.10 one unit in each hex, the one with most pieces, and each once on a march', () => {
    const tiny = valley(300, [
      gunner('small', '0200', { equipment: { mortar: 4 } }),
      gunner('large', '0200', { equipment: { mortar: 9 } }),
      gunner('far', '0500', { equipment: { mortar: 2 } }),
    ]);
    const shots = march(tiny, 6);
    // 0101: the large battery; 0201: the small one; 0301 touches nobody; 0401: the far one, once.
    expect(shots.map(({ by, hex }) => [tiny.game.units[by]!.id, hex])).toEqual([
      ['large', tiny.at('0101')],
      ['small', tiny.at('0201')],
      ['far', tiny.at('0401')],
    ]);
    // On a march back they fire again.
    tiny.of('a').minutes = 600;
    const back = apply(tiny.game, tiny.state, {
      type: 'move',
      unit: 0,
      path: ['0501', '0401'].map(tiny.at),
      mode: 'march',
    });
    expect(only(back, 'columnFire').map((shot) => tiny.game.units[shot.by]!.id)).toEqual(['far']);
  });
});

describe('7.10 what it does', () => {
  /** Men lost over many seeds, least, mean and most; hits counted are 0.8875 of the men hit. */
  function losses(men: number, mortars: number): [number, number, number] {
    const tiny = valley(300, [gunner('x', '0200', { equipment: { mortar: mortars } })]);
    Object.assign(tiny.of('a'), { men });
    const lost: number[] = [];
    for (let i = 0; i < 300; i++) {
      const state = cloneState(tiny.state);
      state.seed = `column ${i}`;
      march(tiny, 1, state);
      lost.push(men - state.units[0]!.men);
    }
    return [Math.min(...lost), lost.reduce((a, b) => a + b) / lost.length / 0.8875, Math.max(...lost)];
  }

  test('7.10 0.4 men a piece, half as many to half as many again', () => {
    const [least, mean, most] = losses(10_000, 100);
    expect(Math.abs(mean - 40)).toBeLessThan(2);
    expect(least).toBeGreaterThanOrEqual(16);
    expect(most).toBeLessThanOrEqual(55);
    expect(most - least).toBeGreaterThan(28);
  });

  test('7.10 one per cent of the column at most', () => {
    const [least, mean, most] = losses(4000, 1000);
    expect(Math.abs(mean - 40)).toBeLessThan(2);
    expect([least >= 16, most <= 55]).toEqual([true, true]);
  });

  test('7.10 10 points of cohesion on top of the losses; both sides are told, and all is booked', () => {
    const tiny = valley(300, [gunner('x', '0200', { equipment: { mortar: 1 } })]);
    tiny.of('a').men = 10_000;
    const [shot] = march(tiny, 2);
    // One mortar hits nobody or one man: less than a hundredth of a per cent.
    expect(tiny.of('a').cohesion).toBe(890);
    expect(shot).toMatchObject({ unit: 0, by: 1, hex: tiny.at('0101'), to: 3 });
    checkInvariants(tiny.game, tiny.state);
  });

  test('7.10 a handful that is wiped out marches no farther', () => {
    for (let i = 0; i < 400; i++) {
      const tiny = valley(300, [gunner('x', '0200', { equipment: { mortar: 900 } })], { jp: '0201' });
      tiny.state.seed = `handful ${i}`;
      Object.assign(tiny.of('a'), { men: 1, killed: 9999 });
      march(tiny, 2);
      checkInvariants(tiny.game, tiny.state);
      if (tiny.of('a').hex >= 0) continue;
      expect(holderOf(tiny.state.control, tiny.at('0201'))).toBe(1);
      return;
    }
    throw new Error('nobody was ever hit');
  });

  test('7.10 under fog unseen guns fire as well', () => {
    const tiny = valley(300, [gunner('x', '0200')], {}, true);
    tiny.of('x').seen = 0;
    expect(march(tiny, 2)).toHaveLength(1);
  });
});
