import { describe, expect, test } from 'vitest';
import { holderOf } from '../../src/core/control.ts';
import type { GameEvent, RetreatEvent } from '../../src/core/event.ts';
import { PARAMETERS } from '../../src/core/rules/parameters.ts';
import { retreat } from '../../src/core/rules/retreat.ts';
import { ACT_RETREATED, UNIT_DESTROYED, UNIT_ON_MAP } from '../../src/core/state.ts';
import { EQUIPMENT, type Tiny, type TinyOptions, type TinyUnit, tinyStart } from './fixture.ts';
import { only } from './turns.ts';

const FLAT = [',,,,,', ',,,,,', ',,,,,', ',,,,,', ',,,,,'];
const X: TinyUnit = { id: 'x', side: 'jp', hex: '0202' };
const A: TinyUnit = { id: 'a', side: 'cn', hex: '0102' };

interface Rout extends Partial<TinyOptions> {
  more?: TinyUnit[];
  x?: Partial<TinyUnit>;
  from?: string[];
  pursuit?: boolean;
  rout?: boolean;
  seed?: string;
  before?: (tiny: Tiny) => void;
}

function beat({ more = [], x, from = ['0102'], pursuit = false, rout = false, seed, before, ...options }: Rout) {
  const tiny = tinyStart(
    { map: FLAT, sources: [{ side: 'jp', hex: '0402' }], ...options, units: [A, { ...X, ...x }, ...more] },
    { seed: seed ?? 'retreat' },
  );
  before?.(tiny);
  const events: GameEvent[] = [];
  const left = retreat(tiny.game, tiny.state, 1, from.map(tiny.at), pursuit, rout, events);
  const { hex } = tiny.of('x');
  const name = hex < 0 ? null : `0${hex % tiny.game.cols}0${Math.floor(hex / tiny.game.cols)}`;
  return { ...tiny, left, name, events, event: only(events, 'retreat')[0] as RetreatEvent };
}

/** Shares of the men lost over many seeds: least, mean, most. */
function shares(options: Rout): [number, number, number] {
  const lost: number[] = [];
  for (let i = 0; i < 200; i++) {
    const { of } = beat({ ...options, x: { men: 8000, ...options.x }, seed: `men ${i}` });
    lost.push((of('x').missing + of('x').captured) / 8000);
  }
  return [Math.min(...lost), lost.reduce((a, b) => a + b) / lost.length, Math.max(...lost)];
}

describe('6.14 where the beaten go', () => {
  test('6.14 one hex, towards their supply and away from the attackers', () => {
    const { name, left, of, event } = beat({});
    expect([name, left]).toEqual(['0302', true]);
    expect(of('x')).toMatchObject({ minutes: 0, dug: 0 });
    expect(of('x').acts & ACT_RETREATED).toBe(ACT_RETREATED);
    expect(event).toMatchObject({ unit: 1, blocked: false });
    expect(event.path).toHaveLength(2);
  });

  test('6.14 the way to supply decides between free hexes', () => {
    expect(beat({ sources: [{ side: 'jp', hex: '0200' }] }).name).toBe('0201');
    expect(beat({ sources: [{ side: 'jp', hex: '0204' }] }).name).toBe('0203');
    // The depot of the enemy draws nobody.
    expect(beat({ sources: [{ side: 'cn', hex: '0200' }] }).name).toBe('0302');
  });

  test('6.14 without any supply, away from the attackers', () => {
    expect(beat({ sources: [] }).name).toBe('0302');
    const back = beat({ sources: [], from: ['0302'], before: (tiny) => (tiny.of('a').hex = tiny.at('0302')) });
    expect(['0101', '0102', '0103']).toContain(back.name);
  });

  test('6.14 out of enemy control if they can, even farther from their supply', () => {
    // An enemy at 0403 controls 0302 and 0303; 0201 is free of it.
    const { name, event } = beat({ more: [{ ...A, id: 'b', hex: '0402' }] });
    expect(name).not.toBe('0302');
    expect(event.blocked).toBe(false);
  });

  test('6.14 a friend in the hex takes the control off it', () => {
    const b: TinyUnit = { ...A, id: 'b', hex: '0402' };
    const { name, event } = beat({ more: [b, { ...X, id: 'y', hex: '0302' }] });
    expect(name).toBe('0302');
    expect(event.blocked).toBe(false);
  });

  test('6.14 not where there is no room, nor into the hexes of the attack, nor where they could not march', () => {
    expect(beat({ more: [{ ...X, id: 'y', hex: '0302', men: 11_500 }] }).name).not.toBe('0302');
    expect(beat({ more: [{ ...X, id: 'y', hex: '0302', men: 11_000 }] }).name).toBe('0302');
    const hills = [',,,,,', ',,,,,', ',,,h,', ',,,,,', ',,,,,'];
    expect(beat({ map: hills, x: { mobility: 'motor', men: 100 } }).name).not.toBe('0302');
    expect(beat({ map: hills }).name).toBe('0302');
    const river = { rivers: ['0202 0 river'] };
    expect(beat({ ...river, x: { mobility: 'motor', men: 100 } }).name).not.toBe('0302');
    const bridge = { ...river, bridges: ['0202 0'], x: { mobility: 'motor' as const, men: 100 } };
    expect(beat(bridge).name).toBe('0302');
    expect(
      beat({ ...bridge, before: (tiny) => tiny.state.breaks.push({ hexside: tiny.at('0202') * 3, minutes: 100 }) })
        .name,
    ).not.toBe('0302');
  });

  test('6.14 the hex they come to is theirs', () => {
    const { state, at } = beat({ before: (tiny) => (tiny.state.control = tiny.state.control.map(() => 0x55555555)) });
    expect(holderOf(state.control, at('0302'))).toBe(1);
    expect(holderOf(state.control, at('0202'))).toBe(0);
  });

  test('6.14 cohesion -60; in a rout or through enemy control -150', () => {
    expect(beat({}).of('x').cohesion).toBe(840);
    expect(beat({ pursuit: true }).of('x').cohesion).toBe(840);
    expect(beat({ rout: true }).of('x').cohesion).toBe(750);
    expect(beat({ more: RING }).of('x').cohesion).toBe(750);
  });
});

/** Two hexes off in all directions: every hex around 0202 is in Chinese control, and none is taken but the attacker's. */
const RING: TinyUnit[] = ['0402', '0200', '0204', '0301', '0303'].map((hex, i) => ({ ...A, id: `r${i}`, hex }));

describe('6.15 what they leave behind', () => {
  const near = ([least, mean, most]: [number, number, number], from: number, to: number): void => {
    expect(least).toBeGreaterThan(from - 0.0005);
    expect(most).toBeLessThan(to + 0.0005);
    expect(mean).toBeCloseTo((from + to) / 2, 1);
    expect(most - least).toBeGreaterThan((to - from) * 0.8);
  };

  test('6.15 men: 1-3 per cent, pursued 3-8, through enemy control 10-30', () => {
    near(shares({}), 0.01, 0.03);
    near(shares({ pursuit: true }), 0.03, 0.08);
    near(shares({ more: RING }), 0.1, 0.3);
    expect(PARAMETERS.resolver.capture).toEqual({
      ordinary: [0.01, 0.03],
      pursued: [0.03, 0.08],
      blocked: [0.1, 0.3],
      encircled: [0.3, 1],
    });
  });

  const guns = EQUIPMENT.findIndex((kind) => kind.id === 'gun75');
  /** Guns left behind of 1,000, over many seeds: least and most. */
  const gunsLeft = (options: Rout): [number, number] => {
    const lost: number[] = [];
    for (let i = 0; i < 100; i++) {
      const { of } = beat({ ...options, x: { equipment: { gun75: 1000 } }, seed: `guns ${i}` });
      lost.push(1000 - of('x').eq[guns]!);
    }
    return [Math.min(...lost), Math.max(...lost)];
  };

  test('6.15 guns: 5-15 per cent, half as much again in a rout, twice that when blocked', () => {
    for (const [options, from, to] of [
      [{}, 50, 150],
      [{ rout: true }, 75, 225],
      [{ more: RING }, 100, 300],
    ] as const) {
      const [least, most] = gunsLeft(options as Rout);
      expect(least).toBeGreaterThanOrEqual(from);
      expect(least).toBeLessThan(from * 1.3);
      expect(most).toBeLessThanOrEqual(to);
      expect(most).toBeGreaterThan(to * 0.85);
    }
  });

  test('6.15 what is left behind is booked to the captor', () => {
    const { of, state } = beat({ more: RING, x: { equipment: { gun75: 100, rifle: 900 } } });
    expect(state.sides[0].captured).toEqual(of('x').eqTaken);
    expect(state.sides[0].captured[guns]).toBeGreaterThan(5);
  });
});

describe('6.15-6.16 no way out', () => {
  /** The last hex of the map. */
  const cornered = (x: Partial<TinyUnit>, seed: string) => {
    const tiny = tinyStart(
      {
        map: [',,'],
        units: [
          { ...A, hex: '0000' },
          { ...X, hex: '0100', ...x },
        ],
      },
      { seed },
    );
    const events: GameEvent[] = [];
    const left = retreat(tiny.game, tiny.state, 1, [0], false, false, events);
    return { ...tiny, left, events };
  };

  test('6.15 with no way out a unit in good order loses 10-30 per cent and holds on', () => {
    const shares: number[] = [];
    for (let i = 0; i < 100; i++) {
      const { of, left } = cornered({ men: 5000, cohesion: 300 }, `firm ${i}`);
      const x = of('x');
      expect(left).toBe(false);
      expect(x).toMatchObject({ status: UNIT_ON_MAP, hex: 1, cohesion: 150, killed: 0 });
      shares.push((x.missing + x.captured) / 5000);
    }
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.0995);
    expect(Math.max(...shares)).toBeLessThanOrEqual(0.3005);
    expect(Math.max(...shares) - Math.min(...shares)).toBeGreaterThan(0.15);
  });

  test('6.15 a broken one loses 30-100 per cent, half of the missing fallen, and who is left holds on', () => {
    const shares: number[] = [];
    for (let i = 0; i < 200; i++) {
      const { of, left, events } = cornered({ men: 5000, cohesion: 299 }, `corner ${i}`);
      const x = of('x');
      expect(only(events, 'retreat')).toMatchObject([{ blocked: true, path: [1] }]);
      shares.push((x.killed + x.missing + x.captured) / 5000);
      if (left) {
        expect(x.status).toBe(UNIT_DESTROYED);
      } else {
        expect(x).toMatchObject({ status: UNIT_ON_MAP, hex: 1, cohesion: 149 });
        expect(x.missing - x.killed).toBeGreaterThanOrEqual(0);
        expect(x.missing - x.killed).toBeLessThanOrEqual(1);
        // 6.16: a fifth is the least that goes on.
        expect(x.men).toBeGreaterThanOrEqual(1000);
      }
    }
    expect(Math.min(...shares)).toBeGreaterThan(0.2995);
    expect(Math.min(...shares)).toBeLessThan(0.35);
    // Beyond four fifths all of them.
    const partial = shares.filter((share) => share < 1);
    expect(Math.max(...partial)).toBeLessThanOrEqual(0.8);
    expect(Math.max(...partial)).toBeGreaterThan(0.7);
    const gone = shares.filter((share) => share === 1).length / 200;
    expect(gone).toBeGreaterThan(0.2);
    expect(gone).toBeLessThan(0.4);
  });

  test('6.16 at cohesion 100 it lays down its arms, and everything falls to the captor or is lost', () => {
    const { of, left, state } = cornered({ cohesion: 249, equipment: { rifle: 100, gun75: 10 } }, 'arms');
    expect(left).toBe(true);
    const x = of('x');
    expect(x).toMatchObject({ status: UNIT_DESTROYED, men: 0 });
    expect(x.captured + x.missing + x.killed).toBe(1000);
    expect(x.captured).toBeGreaterThan(550);
    expect(x.captured).toBeLessThan(650);
    expect(x.eq.every((count) => count === 0)).toBe(true);
    expect(state.sides[0].captured).toEqual(x.eqTaken);
    let held = 0;
    for (let i = 0; i < 40; i++) if (!cornered({ cohesion: 250 }, `hold ${i}`).left) held++;
    expect(held).toBeGreaterThan(20);
  });
});
