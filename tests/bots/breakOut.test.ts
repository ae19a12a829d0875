/** Who breaks out of a ring, in what order and where to; and who is never asked to. */
import { describe, expect, test } from 'vitest';
import { breakOuts } from '../../src/bots/breakOut.ts';
import { distance } from '../../src/core/game.ts';
import { position } from '../../src/core/position.ts';
import { isSurrounded } from '../../src/core/rules/surrender.ts';
import { type Tiny, type TinyOptions, type TinyUnit, tinyStart } from '../core/fixture.ts';
import { carryOut, staffAt } from './staff.ts';

const MAP = new Array<string>(11).fill('h'.repeat(15));
/** All six hexes around 0505: no gap to march through. The weakest two stand towards home, in the west. */
const SOLID = ['0405', '0404', '0504', '0605', '0506', '0406'];
/** Three of them: the others lie in their control, and a march leads through. */
const GAPS = ['0605', '0504', '0506'];

/** Hexes so wide that no march of a day leads out of the ring, over hills without a road. */
const WIDE: Partial<TinyOptions> = { hexKm: 5.5, roads: [] };

/** A regiment at 0505, its depot at 0005 by a road. */
function ring(hexes: readonly string[], more: Partial<TinyOptions> = {}, a: Partial<TinyUnit> = {}, men = 400): Tiny {
  const { units = [], ...options } = more;
  const enemies = hexes.map((hex, i): TinyUnit => ({ id: `x${i}`, side: 'jp', hex, men }));
  return tinyStart({
    map: MAP,
    roads: ['0005-0505'],
    sources: [{ side: 'cn', hex: '0005' }],
    ...options,
    units: [{ id: 'a', side: 'cn', hex: '0505', men: 1000, ...a }, ...enemies, ...units],
  });
}

/** Cut off for days, with nothing left to eat. */
function starve(tiny: Tiny, ...ids: string[]): Tiny {
  for (const id of ids) Object.assign(tiny.of(id), { supply: 0, daysCut: 4, food: 0 });
  return tiny;
}

const given = (tiny: Tiny) => breakOuts(staffAt(tiny)).map(({ action }) => action);

describe('who goes', () => {
  test('the starving', () => {
    const tiny = ring(GAPS, {}, { dugDays: 10 }, 200);
    expect(isSurrounded(tiny.game, position(tiny.game, tiny.state, 0), tiny.at('0505'), 0)).toBe(true);
    expect(given(tiny)).toEqual([]);
    expect(given(starve(tiny, 'a'))).toHaveLength(1);
  });

  test('those whom the enemy around them will overwhelm', () => {
    expect(given(ring(GAPS, {}, {}, 5000))).toHaveLength(1);
    expect(given(ring(GAPS, {}, { dugDays: 10 }, 200))).toEqual([]);
  });

  test('never one that is not surrounded, however hungry', () => {
    const tiny = starve(ring(GAPS.slice(0, 1)), 'a');
    expect(isSurrounded(tiny.game, position(tiny.game, tiny.state, 0), tiny.at('0505'), 0)).toBe(false);
    expect(given(tiny)).toEqual([]);
  });

  test('not one that is to hold its objective, until it has been cut off for long', () => {
    const prize = { places: { town: '0505' }, objectives: [{ id: 'town', place: 'town' }] };
    const tiny = starve(ring(GAPS, prize), 'a');
    tiny.of('a').daysCut = 5;
    expect(given(tiny)).toEqual([]);
    tiny.of('a').daysCut = 6;
    expect(given(tiny)).toHaveLength(1);
  });

  test('not irregulars, who live where they are', () => {
    const tiny = starve(ring(GAPS, {}, { kind: 'irregular', men: 300 }, 5000), 'a');
    expect(given(tiny)).toEqual([]);
  });

  test('not one that has attacked, or may not move', () => {
    const fought = starve(ring(GAPS), 'a');
    fought.of('a').acts = 2;
    expect(given(fought)).toEqual([]);
    const held = starve(ring(GAPS), 'a');
    held.of('a').held = 1;
    expect(given(held)).toEqual([]);
  });
});

describe('the way', () => {
  test('by a march where the ring has a gap, towards own lines and out of it', () => {
    const tiny = starve(ring(GAPS), 'a');
    const [action] = given(tiny);
    expect(action).toMatchObject({ type: 'move', unit: tiny.unit('a') });
    carryOut(tiny, breakOuts(staffAt(tiny)));
    const { hex } = tiny.of('a');
    expect(distance(tiny.game, hex, tiny.at('0005'))).toBeLessThan(5);
    expect(isSurrounded(tiny.game, position(tiny.game, tiny.state, 0), hex, 0)).toBe(false);
  });

  test('by breaking out where there is none, to the hex from which home is nearest', () => {
    const tiny = starve(ring(GAPS, WIDE), 'a');
    const [action] = given(tiny);
    expect(action).toMatchObject({ type: 'breakOut', unit: tiny.unit('a') });
    carryOut(tiny, breakOuts(staffAt(tiny)));
    expect(distance(tiny.game, tiny.of('a').hex, tiny.at('0005'))).toBe(3);
  });

  test('not at all through a solid ring: the rules leave no way', () => {
    expect(given(starve(ring(SOLID), 'a'))).toEqual([]);
  });

  test('those of the best cohesion first', () => {
    const mates: TinyUnit[] = ['b', 'c'].map((id) => ({ id, side: 'cn', hex: '0505', men: 500 }));
    const tiny = starve(ring(GAPS, { ...WIDE, units: mates }), 'a', 'b', 'c');
    tiny.of('a').cohesion = 500;
    tiny.of('b').cohesion = 900;
    tiny.of('c').cohesion = 700;
    const units = given(tiny).map((action) => (action.type === 'breakOut' ? tiny.game.units[action.unit]?.id : null));
    expect(units).toEqual(['b', 'c', 'a']);
    carryOut(tiny, breakOuts(staffAt(tiny)));
  });

  test('nowhere when there are no own lines to go to', () => {
    const tiny = starve(ring(GAPS, { sources: [] }), 'a');
    expect(given(tiny)).toEqual([]);
  });
});
