import { describe, expect, test } from 'vitest';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { gunReach } from '../../src/core/rules/fight.ts';
import { ACT_BOMBARDED, ACT_MOVED, SEEN_CONTACT } from '../../src/core/state.ts';
import { cloneState } from '../../src/core/view.ts';
import { type Tiny, type TinyOptions, type TinyUnit, tinyGame, tinyStart } from './fixture.ts';
import { only } from './turns.ts';

const GUNS: TinyUnit = {
  id: 'g',
  side: 'cn',
  hex: '0000',
  kind: 'artillery',
  men: 300,
  cohesion: 1000,
  equipment: { gun75: 20 },
};
const X: TinyUnit = { id: 'x', side: 'jp', hex: '0200', men: 4000, cohesion: 1000 };
const MAP = [',,,,,,,,'];
const HEIGHTS = { '0000': [100, 180] as [number, number] };

function make(more: TinyUnit[] = [], options: Partial<TinyOptions> = {}, fog = false): Tiny {
  return tinyStart({ map: MAP, elevation: HEIGHTS, ...options, units: options.units ?? [GUNS, X, ...more] }, { fog });
}

function ask(tiny: Tiny, hex = '0200') {
  return check(tiny.game, tiny.state, { type: 'bombard', unit: 0, hex: tiny.at(hex) });
}

/** The same position with other dice. */
function at(start: Tiny, seed: string): Tiny {
  const state = { ...cloneState(start.state), seed };
  return { ...start, state, of: (id) => state.units[start.unit(id)]! };
}

/** Mean of the men that x loses in one bombardment. */
function mean(prepare: (tiny: Tiny) => void = () => undefined, options: Partial<TinyOptions> = {}, n = 300): number {
  let lost = 0;
  const start = make([], options);
  prepare(start);
  for (let i = 0; i < n; i++) {
    const tiny = at(start, `fire ${i}`);
    apply(tiny.game, tiny.state, { type: 'bombard', unit: 0, hex: tiny.at('0200') });
    lost += 4000 - tiny.of('x').men;
  }
  return lost / n;
}

describe('6.21 bombardment', () => {
  test('6.21 guns with 180 minutes and ammunition, once a turn', () => {
    const tiny = make();
    expect(ask(tiny)).toBeNull();
    tiny.of('g').minutes = 179;
    expect(ask(tiny)).toMatchObject({ code: 'no-time', need: 180, have: 179, clause: '6.21' });
    tiny.of('g').minutes = 180;
    tiny.of('g').ammo = 0;
    expect(ask(tiny)).toMatchObject({ code: 'no-ammo' });
    tiny.of('g').ammo = 5000;
    apply(tiny.game, tiny.state, { type: 'bombard', unit: 0, hex: tiny.at('0200') });
    expect(tiny.of('g')).toMatchObject({ minutes: 0, acts: ACT_BOMBARDED });
    tiny.of('g').minutes = 600;
    expect(ask(tiny)).toMatchObject({ code: 'already-done' });
    expect(ask(make([], { units: [{ ...GUNS, equipment: { hmg: 20 } }, X] }))).toMatchObject({ code: 'no-guns' });
  });

  test('6.21 in range, measured to the near edge of the hex', () => {
    const game = tinyGame({ map: MAP, units: [] });
    expect([1, 2, 3, 4].map((hex) => gunReach(game, 0, hex))).toEqual([1250, 3750, 6250, 8750]);
    // The 75 mm reaches 8 km, the howitzer 12, the mortar 2.5.
    const fire = (kind: string, hex: string) =>
      ask(
        make([], {
          units: [
            { ...GUNS, equipment: { [kind]: 4 } },
            { ...X, hex },
            { ...X, id: 'o', side: 'cn', hex: '0700' },
          ],
        }),
        hex,
      )?.code;
    expect([fire('gun75', '0300'), fire('gun75', '0400'), fire('howitzer', '0500')]).toEqual([
      undefined,
      'out-of-range',
      undefined,
    ]);
    expect([fire('mortar', '0100'), fire('mortar', '0200')]).toEqual([undefined, 'out-of-range']);
  });

  test('6.21 on a hex that somebody observes, with an enemy known there', () => {
    const blind = make([], { elevation: { '0100': [100, 400] } });
    expect(ask(blind)).toMatchObject({ code: 'not-observed', clause: '6.21' });
    const spotter: TinyUnit = { ...GUNS, id: 'o', hex: '0300', men: 10, equipment: {} };
    expect(ask(make([spotter], { elevation: { '0100': [100, 400] } }))).toBeNull();
    expect(ask(make(), '0300')).toMatchObject({ code: 'no-target' });
    const fog = make([], {}, true);
    fog.of('x').seen = 0;
    expect(ask(fog)).toMatchObject({ code: 'no-target' });
  });

  test('6.21 uses six tenths of a day of ammunition and gives the guns away', () => {
    const tiny = make([], {}, true);
    const before = tiny.of('g').ammo;
    tiny.of('g').seen = 0;
    const events = apply(tiny.game, tiny.state, { type: 'bombard', unit: 0, hex: tiny.at('0200') });
    // 300 men and 20 guns of 200 kg: 4,120 kg a day.
    expect(before - tiny.of('g').ammo).toBe(2472);
    expect(tiny.of('g')).toMatchObject({ seen: SEEN_CONTACT, seenHex: 0, seenTurn: 1 });
    expect(only(events, 'bombard')).toMatchObject([{ unit: 0, hex: 2, to: 3, losses: [{ unit: 1 }] }]);
  });

  test('6.21 twenty guns of 50 hit 20 men on the average, of whom some return', () => {
    // 1,000 men-equivalents at 0.02; 88.75 % of the hit count.
    const plain = mean();
    expect(plain).toBeGreaterThan(17.75 * 0.93);
    expect(plain).toBeLessThan(17.75 * 1.07);
  });

  test('6.21 works take off up to seven tenths, and columns that moved suffer half as much again', () => {
    const plain = mean();
    const dug = (days: number): number => mean((tiny) => (tiny.of('x').dug = days * 100)) / plain;
    expect(dug(2.5)).toBeGreaterThan(0.58);
    expect(dug(2.5)).toBeLessThan(0.72);
    expect(dug(5)).toBeGreaterThan(0.25);
    expect(dug(5)).toBeLessThan(0.35);
    expect(dug(20)).toBeCloseTo(dug(5), 5);
    const column = mean((tiny) => (tiny.of('x').acts = ACT_MOVED)) / plain;
    expect(column).toBeGreaterThan(1.4);
    expect(column).toBeLessThan(1.6);
  });

  test('6.2-6.3 ground, weather and cohesion of the gunners count', () => {
    const plain = mean();
    const share = (options: Partial<TinyOptions>, prepare?: (tiny: Tiny) => void): number =>
      mean(prepare, options) / plain;
    const woods = share({ map: [',,w,,,,,'] });
    expect(woods).toBeGreaterThan(0.84);
    expect(woods).toBeLessThan(0.96);
    const fog = share({ weather: 'fog' });
    expect(fog).toBeGreaterThan(0.74);
    expect(fog).toBeLessThan(0.86);
    const shaken = share({}, (tiny) => (tiny.of('g').cohesion = 0));
    expect(shaken).toBeGreaterThan(0.45);
    expect(shaken).toBeLessThan(0.55);
  });

  test('6.21 the men of a hex share the fire', () => {
    let [first, second] = [0, 0];
    const start = make([{ ...X, id: 'y', men: 1000 }]);
    for (let i = 0; i < 200; i++) {
      const tiny = at(start, `share ${i}`);
      apply(tiny.game, tiny.state, { type: 'bombard', unit: 0, hex: 2 });
      first += 4000 - tiny.of('x').men;
      second += 1000 - tiny.of('y').men;
    }
    expect(first / second).toBeGreaterThan(3.4);
    expect(first / second).toBeLessThan(4.6);
  });

  test('6.21 cohesion falls by 8 points for each per cent hit and 2 for each per cent lost', () => {
    const tiny = make([], {
      units: [
        { ...GUNS, equipment: { howitzer: 60 } },
        { ...X, men: 500 },
      ],
    });
    apply(tiny.game, tiny.state, { type: 'bombard', unit: 0, hex: 2 });
    const { men, cohesion, killed, wounded } = tiny.of('x');
    expect(men).toBe(500 - killed - wounded);
    const lost = killed + wounded;
    // Hit are a little more than lost.
    expect(1000 - cohesion).toBeGreaterThan((lost / 500) * 1000 - 2);
    expect(1000 - cohesion).toBeLessThan((lost / 500) * 1150 + 2);
  });
});
