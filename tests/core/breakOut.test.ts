/** Rulebook 6.22: a surrounded force slips through the ring. */
import { describe, expect, test } from 'vitest';
import type { BreakOutAction } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { holderOf } from '../../src/core/control.ts';
import { hexside } from '../../src/core/game.ts';
import type { Refusal } from '../../src/core/refusal.ts';
import { ACT_ASSAULTED, ACT_BOMBARDED, SEEN_NOTHING, SEEN_TYPE } from '../../src/core/state.ts';
import { cloneState, view, viewEvents } from '../../src/core/view.ts';
import { EQUIPMENT, type Tiny, type TinyOptions, type TinyUnit, tinyStart } from './fixture.ts';
import { checkInvariants } from './invariants.ts';
import { only } from './turns.ts';

const FLAT = new Array<string>(7).fill(',,,,,,,');
/** Around 0303: enemies to the east, south-west and north-west; the hexes between them lie in their control. */
const RING: TinyUnit[] = ['0403', '0304', '0302'].map((hex, i) => ({ id: `x${i}`, side: 'jp', hex }));
const A: TinyUnit = { id: 'a', side: 'cn', hex: '0303', men: 10_000 };

function pocket(a: Partial<TinyUnit> = {}, more: Partial<TinyOptions> = {}, play = {}): Tiny {
  const { units = [], ...options } = more;
  return tinyStart({ map: FLAT, ...options, units: [{ ...A, ...a }, ...RING, ...units] }, play);
}

const out = (tiny: Tiny, hex: string): BreakOutAction => ({ type: 'breakOut', unit: 0, hex: tiny.at(hex) });
const ask = (tiny: Tiny, hex = '0405'): Refusal | null => check(tiny.game, tiny.state, out(tiny, hex));

describe('6.22 who may break out, and where to', () => {
  test('6.22 a surrounded unit, to a hex two away by a hex without known enemies', () => {
    const tiny = pocket();
    // By the gaps in the south-east (0404), the west (0203) and the north-east (0402): all but what lies straight behind
    // the three enemies, each of them in the only hex between.
    for (const hex of ['0405', '0103', '0401', '0504', '0305', '0204', '0202', '0301', '0502'])
      expect(ask(tiny, hex), hex).toBeNull();
    for (const hex of ['0503', '0205', '0201'])
      expect(ask(tiny, hex), hex).toMatchObject({ code: 'enemy-in-hex', clause: '6.22' });
    // Next door, where it stands, and three hexes off.
    for (const hex of ['0203', '0303', '0003'])
      expect(ask(tiny, hex), hex).toMatchObject({ code: 'not-adjacent', clause: '6.22' });
  });

  test('6.22 not one that has a way, or friends beside it', () => {
    const open = pocket();
    open.of('x0').hex = open.at('0603');
    expect(ask(open)).toEqual({ code: 'not-surrounded', unit: 0, clause: '6.22' });
    const relieved = pocket({}, { units: [{ ...A, id: 'b', hex: '0203', men: 100 }] });
    expect(ask(relieved)).toMatchObject({ code: 'not-surrounded' });
  });

  test('6.22 with 480 minutes, and not after an attack', () => {
    const tiny = pocket();
    tiny.of('a').minutes = 479;
    expect(ask(tiny)).toEqual({ code: 'no-time', unit: 0, need: 480, have: 479, clause: '6.22' });
    tiny.of('a').minutes = 480;
    expect(ask(tiny)).toBeNull();
    tiny.of('a').acts = ACT_BOMBARDED;
    expect(ask(tiny)).toBeNull();
    tiny.of('a').acts = ACT_ASSAULTED;
    expect(ask(tiny)).toEqual({ code: 'already-done', unit: 0, clause: '6.22' });
    Object.assign(tiny.of('a'), { acts: 0, held: 1 });
    expect(ask(tiny)).toMatchObject({ code: 'held', clause: '2.3' });
    expect(check(tiny.game, tiny.state, { type: 'breakOut', unit: 1, hex: 0 })).toMatchObject({
      code: 'not-your-unit',
    });
    expect(check(tiny.game, tiny.state, { type: 'breakOut', unit: 0, hex: 49 })).toMatchObject({ code: 'malformed' });
  });

  test('6.22 not where an enemy is known, nor where there is no room', () => {
    const enemy = pocket({}, { units: [{ id: 'y', side: 'jp', hex: '0405' }] });
    expect(ask(enemy)).toMatchObject({ code: 'enemy-in-hex', hex: enemy.at('0405'), clause: '6.22' });
    const full = (men: number): Refusal | null =>
      ask(pocket({ men: 3000 }, { units: [{ ...A, id: 'b', hex: '0405', men }] }));
    expect(full(9000)).toBeNull();
    expect(full(9001)).toMatchObject({ code: 'stacking', clause: '6.22' });
  });

  test('6.22 where men can march, whatever they rode in', () => {
    const hills = FLAT.map((row, y) => [...row].map((_, x) => (x === 3 && y === 3 ? ',' : 'H')).join(''));
    const tanks: Partial<TinyUnit> = { mobility: 'tracked', kind: 'armour', men: 400, equipment: { tank: 20 } };
    expect(ask(pocket(tanks, { map: hills }))).toBeNull();
    const lake = FLAT.map((row, y) => (y === 4 ? ',,,,W,,' : row));
    expect(ask(pocket({}, { map: lake }))).toMatchObject({ code: 'impassable', clause: '6.22' });
    // Over the water by the causeway, until it is blown.
    const causeway = { map: lake, roads: ['0303 0404 0405'] };
    const tiny = pocket({}, causeway);
    expect(ask(tiny)).toBeNull();
    tiny.state.breaks.push({ hexside: hexside(tiny.game, tiny.at('0303'), 1), minutes: 240 });
    expect(ask(tiny)).toMatchObject({ code: 'impassable' });
  });

  test('6.22 under fog it goes by what the side knows, on the view as on the state', () => {
    const tiny = pocket({}, { units: [{ id: 'y', side: 'jp', hex: '0405' }] }, { fog: true });
    const answers = (): (string | undefined)[] => {
      const one = ask(tiny)?.code;
      expect(check(tiny.game, view(tiny.game, tiny.state, 0), out(tiny, '0405'))?.code).toBe(one);
      return [one];
    };
    tiny.of('y').seen = SEEN_TYPE;
    expect(answers()).toEqual(['enemy-in-hex']);
    tiny.of('y').seen = SEEN_NOTHING;
    expect(answers()).toEqual([undefined]);
    tiny.of('x1').seen = SEEN_NOTHING;
    expect(answers()).toEqual(['not-surrounded']);
  });
});

describe('6.22 what it costs', () => {
  /** Share of the men left behind over many seeds: least and most. */
  function lost(map: string[]): [number, number] {
    const tiny = pocket({ men: 8000 }, { map });
    let [least, most] = [1, 0];
    for (let i = 0; i < 200; i++) {
      const state = cloneState(tiny.state);
      state.seed = `lost ${i}`;
      apply(tiny.game, state, out(tiny, '0405'));
      const { men, missing, captured } = state.units[0]!;
      expect(men + missing + captured).toBe(8000);
      least = Math.min(least, 1 - men / 8000);
      most = Math.max(most, 1 - men / 8000);
    }
    return [least, most];
  }

  test.each([
    ['wooded', 'w', 0.06, 0.18],
    ['rugged', 'h', 0.06, 0.18],
    ['open', ',', 0.12, 0.36],
    ['rolling', 'l', 0.12, 0.36],
  ])('6.22 men left behind in %s country', (_, letter, from, to) => {
    const [least, most] = lost(FLAT.map((row) => row.replaceAll(',', letter)));
    expect(least).toBeGreaterThanOrEqual(from - 0.0001);
    expect(least).toBeLessThan(from + (to - from) * 0.05);
    expect(most).toBeLessThanOrEqual(to + 0.0001);
    expect(most).toBeGreaterThan(to - (to - from) * 0.05);
  });

  test('6.22 all guns and vehicles stay behind, those under repair too, and are booked; small arms go with the men', () => {
    const equipment = { rifle: 6000, mortar: 40, gun75: 12, howitzer: 6, at37: 9, tank: 8, truck: 30 };
    const tiny = pocket({ equipment });
    const gun75 = EQUIPMENT.findIndex((kind) => kind.id === 'gun75');
    // Two of the guns are under repair.
    tiny.of('a').eq[gun75] = 10;
    tiny.of('a').repair[gun75] = 2;
    apply(tiny.game, tiny.state, out(tiny, '0405'));
    checkInvariants(tiny.game, tiny.state);
    const left = Object.fromEntries(EQUIPMENT.map((kind, i) => [kind.id, tiny.of('a').eq[i]!]));
    expect(left).toMatchObject({ gun75: 0, howitzer: 0, at37: 0, tank: 0, truck: 0 });
    expect(left['rifle']).toBeGreaterThan(6000 * (1 - 0.36 * 1.5) - 1);
    expect(left['rifle']).toBeLessThan(6000 * (1 - 0.12 * 1.5) + 1);
    // The enemy gets seven tenths of the guns, half of the vehicles.
    expect(tiny.of('a').repair[gun75]).toBe(0);
    expect(tiny.state.sides[1].captured[gun75]).toBeGreaterThanOrEqual(6);
  });

  test('6.22 120 points of cohesion, 150 of fatigue, all its time; the hex is its own, and it may not attack', () => {
    const tiny = pocket({ dugDays: 3 }, { jp: '0405 0505 0305' });
    Object.assign(tiny.of('a'), { cohesion: 700, fatigue: 100 });
    const events = apply(tiny.game, tiny.state, out(tiny, '0405'));
    expect(tiny.of('a')).toMatchObject({ hex: tiny.at('0405'), cohesion: 580, fatigue: 250, minutes: 0, dug: 0 });
    expect(tiny.of('a').acts & ACT_ASSAULTED).toBe(ACT_ASSAULTED);
    expect(holderOf(tiny.state.control, tiny.at('0405'))).toBe(0);
    expect(only(events, 'breakOut')).toMatchObject([{ unit: 0, from: tiny.at('0303'), hex: tiny.at('0405') }]);
  });

  test('6.22 under fog the enemy learns where they went only when he sees them come out', () => {
    const seen = pocket({}, {}, { fog: true });
    expect(only(apply(seen.game, seen.state, out(seen, '0405')), 'breakOut')[0]?.to).toBe(3);
    const woods = FLAT.map((row) => row.replaceAll(',', 'w'));
    const away: Tiny = pocket({}, { map: woods }, { fog: true });
    const [event] = only(apply(away.game, away.state, out(away, '0103')), 'breakOut');
    expect(away.of('a').seen).toBe(SEEN_NOTHING);
    expect(event?.to).toBe(1);
  });

  test('6.22 a hidden enemy throws it back with the same losses, and shows himself', () => {
    const there: TinyOptions['units'] = [{ id: 'y', side: 'jp', hex: '0405' }];
    const tiny = pocket({ equipment: { gun75: 12 }, dugDays: 3 }, { units: there }, { fog: true });
    Object.assign(tiny.of('a'), { cohesion: 700, fatigue: 100 });
    tiny.of('y').seen = SEEN_NOTHING;
    const free = { ...tiny, state: cloneState(tiny.state) };
    free.state.units[tiny.unit('y')]!.hex = tiny.at('0606');
    const events = apply(tiny.game, tiny.state, out(tiny, '0405'));
    apply(free.game, free.state, out(free, '0405'));
    const [back, through] = [tiny.of('a'), free.state.units[0]!];
    expect(back).toMatchObject({ hex: tiny.at('0303'), dug: 300, minutes: 0, cohesion: 580, fatigue: 250 });
    expect([back.men, back.missing, back.captured, back.eqTaken]).toEqual([
      through.men,
      through.missing,
      through.captured,
      through.eqTaken,
    ]);
    expect(tiny.of('y').seen).toBe(SEEN_TYPE);
    expect(only(viewEvents(tiny.game, events, 0, true), 'spotted')).toMatchObject([{ unit: tiny.unit('y') }]);
    checkInvariants(tiny.game, tiny.state);
  });
});
