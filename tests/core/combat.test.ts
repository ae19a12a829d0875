/** Rulebook 6.1, 6.13, 6.18, 6.20: who may assault, what a day's fight does, who moves in. */
import { describe, expect, test } from 'vitest';
import type { AssaultAction } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { holderOf } from '../../src/core/control.ts';
import type { AssaultEvent, GameEvent } from '../../src/core/event.ts';
import { chancesOf, oddsOf } from '../../src/core/rules/combat.ts';
import { PARAMETERS, parametersWith } from '../../src/core/rules/parameters.ts';
import {
  ACT_ASSAULTED,
  ACT_BOMBARDED,
  ACT_DEFENDED,
  ACT_MOVED,
  ACT_RETREATED,
  SEEN_STRENGTH,
  UNIT_DESTROYED,
  UNIT_ON_MAP,
} from '../../src/core/state.ts';
import { EQUIPMENT, type Tiny, type TinyOptions, type TinyUnit, tinyStart } from './fixture.ts';
import { only, passTurn } from './turns.ts';

const FLAT = [',,,,,', ',,,,,', ',,,,,', ',,,,,', ',,,,,'];
const A: TinyUnit = { id: 'a', side: 'cn', hex: '0102' };
const X: TinyUnit = { id: 'x', side: 'jp', hex: '0202' };
const SOURCES: NonNullable<TinyOptions['sources']> = [
  { side: 'cn', hex: '0002' },
  { side: 'jp', hex: '0402' },
];

function order(tiny: Tiny, units = ['a'], support: string[] = [], hex = '0202'): AssaultAction {
  return {
    type: 'assault',
    units: units.map(tiny.unit),
    support: support.map(tiny.unit),
    hex: tiny.at(hex),
    advance: true,
  };
}

/** Seeds are tried until the assault of `a` on 0202 comes out so. */
function until(outcome: AssaultEvent['outcome'], options: TinyOptions, units = ['a'], hex = '0202') {
  for (let i = 0; i < 400; i++) {
    const tiny = tinyStart(options, { seed: `seed ${i}` });
    const before = structuredClone(tiny.state);
    const events = apply(tiny.game, tiny.state, order(tiny, units, [], hex));
    const fight = only(events, 'assault')[0]!;
    if (fight.outcome === outcome) return { ...tiny, before, events, fight };
  }
  throw new Error(`no ${outcome} in 400 games`);
}

describe('6.1 who may assault', () => {
  const make = (a: Partial<TinyUnit> = {}, more: TinyUnit[] = []): Tiny =>
    tinyStart({ map: FLAT, units: [{ ...A, ...a }, X, ...more] });

  test('6.1 with 180 minutes left', () => {
    const tiny = make();
    tiny.of('a').minutes = 179;
    expect(check(tiny.game, tiny.state, order(tiny))).toEqual({
      code: 'no-time',
      unit: 0,
      need: 180,
      have: 179,
      clause: '6.1',
    });
    tiny.of('a').minutes = 180;
    expect(check(tiny.game, tiny.state, order(tiny))).toBeNull();
  });

  test('6.1 with cohesion 300 or more', () => {
    const tiny = make({ cohesion: 299 });
    expect(check(tiny.game, tiny.state, order(tiny))).toMatchObject({ code: 'shaken', need: 300, have: 299 });
    tiny.of('a').cohesion = 300;
    expect(check(tiny.game, tiny.state, order(tiny))).toBeNull();
  });

  test('6.1 an adjacent hex, where an enemy is known', () => {
    const tiny = make();
    expect(check(tiny.game, tiny.state, order(tiny, ['a'], [], '0301'))).toMatchObject({ code: 'not-adjacent' });
    expect(check(tiny.game, tiny.state, order(tiny, ['a'], [], '0101'))).toMatchObject({ code: 'no-target' });
    tiny.state.fog = true;
    tiny.of('x').seen = 0;
    expect(check(tiny.game, tiny.state, order(tiny))).toMatchObject({ code: 'no-target', clause: '6.1' });
    tiny.of('x').seen = 1;
    expect(check(tiny.game, tiny.state, order(tiny))).toBeNull();
  });

  test('6.1 after a march, but not after another assault or a ride', () => {
    const tiny = make();
    for (const [acts, code] of [
      [ACT_MOVED, undefined],
      [ACT_DEFENDED, undefined],
      [ACT_ASSAULTED, 'already-done'],
      [16, 'already-done'],
    ] as const) {
      tiny.of('a').acts = acts;
      expect(check(tiny.game, tiny.state, order(tiny))?.code, String(acts)).toBe(code);
    }
  });

  test('6.1 each hex is assaulted once a turn', () => {
    const tiny = make({}, [
      { ...A, id: 'b', hex: '0101' },
      { ...X, id: 'y', hex: '0201', men: 4000 },
    ]);
    tiny.of('x').men = 4000;
    apply(tiny.game, tiny.state, order(tiny));
    expect(tiny.of('x').hex).toBe(tiny.at('0202'));
    expect(check(tiny.game, tiny.state, order(tiny, ['b']))).toMatchObject({
      code: 'already-done',
      hex: tiny.at('0202'),
    });
    expect(check(tiny.game, tiny.state, order(tiny, ['b'], [], '0201'))).toBeNull();
  });

  test('6.7 nobody assaults where he could not go', () => {
    const tiny = tinyStart({
      map: FLAT.map((row, i) => (i === 2 ? ',,h,,' : row)),
      units: [{ ...A, kind: 'armour', mobility: 'tracked', equipment: { tank: 5 } }, X],
    });
    expect(check(tiny.game, tiny.state, order(tiny))).toMatchObject({ code: 'impassable', clause: '6.7' });
  });

  test('6.21 guns in support need ammunition, time and reach, and to be nobody who attacks', () => {
    const guns = { kind: 'artillery', men: 200, equipment: { gun75: 4 } } as const;
    const tiny = make({}, [{ ...A, ...guns, id: 'g', hex: '0001' }]);
    const ask = () => check(tiny.game, tiny.state, order(tiny, ['a'], ['g']))?.code;
    expect(ask()).toBeUndefined();
    tiny.of('g').ammo = 0;
    expect(ask()).toBe('no-ammo');
    tiny.of('g').ammo = 100;
    tiny.of('g').minutes = 179;
    expect(ask()).toBe('no-time');
    expect(check(tiny.game, tiny.state, { ...order(tiny), support: [tiny.unit('a')] })?.code).toBe('malformed');
    expect(check(tiny.game, tiny.state, { ...order(tiny), units: [0, 0] })?.code).toBe('malformed');
    expect(check(tiny.game, tiny.state, { ...order(tiny), support: [tiny.unit('x')] })?.code).toBe('not-your-unit');
  });
});

describe('6.1 battles over days', () => {
  const siege: TinyOptions = {
    map: FLAT,
    units: [
      { ...A, men: 2000 },
      { ...X, men: 3000, cohesion: 1000 },
    ],
    sources: SOURCES,
  };

  test('6.1 the fortune of a battle is drawn once, and it counts its days', () => {
    const { game, state, of, unit, at } = until('undecided', siege);
    const tiny = { game, state, of, unit, at };
    expect(state.battles).toEqual([{ hex: at('0202'), side: 0, started: 1, last: 1, days: 1 }]);
    passTurn(tiny);
    expect(oddsOf(game, state, order(tiny)).day).toBe(2);
    const { outcome } = only(apply(game, state, order(tiny)), 'assault')[0]!;
    if (outcome === 'undecided') expect(state.battles).toMatchObject([{ started: 1, last: 2, days: 2 }]);
  });

  test('6.1 a day of rest does not end it, two do; another side begins a new one', () => {
    const fought = until('undecided', siege);
    const day = (turns: number): number => {
      const state = structuredClone(fought.state);
      passTurn({ ...fought, state }, turns);
      return oddsOf(fought.game, state, order(fought)).day;
    };
    expect([1, 2, 3].map(day)).toEqual([2, 2, 1]);
    // It is forgotten in the evening of the second day without a fight, and would not count were it remembered.
    const later = structuredClone(fought.state);
    passTurn({ ...fought, state: later }, 2);
    expect(later.battles).toHaveLength(1);
    passTurn({ ...fought, state: later });
    expect(later.battles).toEqual([]);
    const old = { ...structuredClone(fought.state), turn: 4 };
    expect(oddsOf(fought.game, old, order(fought)).day).toBe(1);
    const back = structuredClone(fought.state);
    back.battles[0]!.side = 1;
    expect(oddsOf(fought.game, back, order(fought)).day).toBe(1);
  });

  test('6.1 a battle that is won is over', () => {
    const won = until('gaveWay', { ...siege, units: [{ ...A, men: 3000 }, X] });
    expect(won.state.battles).toEqual([]);
  });

  test('6.1 the fortune of one battle has no say in the next', () => {
    const luck = new Set<number>();
    for (let i = 0; i < 5; i++) {
      const tiny = tinyStart({ ...siege, units: [A, X, { ...X, id: 'y', hex: '0101' }] }, { seed: `two ${i}` });
      const other = structuredClone(tiny.state);
      luck.add(only(apply(tiny.game, tiny.state, order(tiny)), 'assault')[0]!.luck);
      luck.add(only(apply(tiny.game, other, order(tiny, ['a'], [], '0101')), 'assault')[0]!.luck);
    }
    expect(luck.size).toBe(10);
  });
});

describe('6.13 a day of assault', () => {
  const N = 400;
  const options: TinyOptions = {
    map: FLAT,
    units: [
      { ...A, men: 2000, equipment: { hmg: 40 } },
      { ...X, men: 1000, equipment: { hmg: 20 } },
    ],
    sources: SOURCES,
  };
  const games = Array.from({ length: N }, (_, i) => {
    const tiny = tinyStart(options, { seed: `day ${i}` });
    const promised = oddsOf(tiny.game, tiny.state, order(tiny));
    const events = apply(tiny.game, tiny.state, order(tiny));
    return { ...tiny, promised, events, fight: only(events, 'assault')[0]! };
  });

  test('6.13 comes out as often as the odds say, with the losses that they say', () => {
    const { promised } = games[0]!;
    for (const [chance, outcomes] of [
      [promised.gaveWay, ['gaveWay', 'overrun', 'annihilated']],
      [promised.stopped, ['stopped']],
      [promised.undecided, ['undecided']],
    ] as const) {
      const share = games.filter(({ fight }) => (outcomes as readonly string[]).includes(fight.outcome)).length / N;
      expect(Math.abs(share - chance / 1000)).toBeLessThan(3.5 * Math.sqrt(0.25 / N));
    }
    const mean = (of: (game: (typeof games)[number]) => number): number =>
      games.reduce((sum, one) => sum + of(one), 0) / N;
    const lost = (i: number) => (game: (typeof games)[number]) =>
      game.fight.losses[i]!.killed + game.fight.losses[i]!.wounded;
    expect(mean(lost(0)) / promised.attackerLosses.mean).toBeGreaterThan(0.85);
    expect(mean(lost(0)) / promised.attackerLosses.mean).toBeLessThan(1.15);
    expect(mean(lost(1)) / promised.defenderLosses.mean).toBeGreaterThan(0.8);
    expect(mean(lost(1)) / promised.defenderLosses.mean).toBeLessThan(1.2);
  });

  test('6.13 the short form of the odds is the same', () => {
    const tiny = tinyStart(options);
    const { setUp, ...chances } = chancesOf(tiny.game, tiny.state, order(tiny));
    const { gaveWay, stopped, undecided } = oddsOf(tiny.game, tiny.state, order(tiny));
    expect(chances).toEqual({ gaveWay, stopped, undecided });
    expect(setUp.day).toBe(1);
  });

  test('6.13 a full day tires by 100 and uses seven tenths of a day of ammunition', () => {
    const full = games.find(({ fight }) => fight.outcome === 'undecided')!;
    // 2,000 men at 0.4 kg and 40 machine guns at 20 kg: 1,600 kg a day, three days carried.
    const { men, killed, wounded } = full.of('a');
    expect(men + killed + wounded).toBe(2000);
    expect(full.of('a').fatigue).toBe(100);
    expect(full.of('x').fatigue).toBe(100);
    const share = (id: string, need: number): number => (3 * need - full.of(id).ammo) / need;
    // Reckoned after the losses of the day, which take fewer machine guns than men.
    expect(share('a', 1600)).toBeGreaterThan((0.7 * men) / 2000 - 0.001);
    expect(share('a', 1600)).toBeLessThanOrEqual(0.7);
    expect(share('x', 800)).toBeGreaterThan((0.7 * full.of('x').men) / 1000 - 0.001);
    expect(share('x', 800)).toBeLessThanOrEqual(0.7);
    expect(full.of('a')).toMatchObject({ minutes: 0, acts: ACT_ASSAULTED });
    expect(full.of('x').acts).toBe(ACT_DEFENDED);
  });

  test('6.13 reserves that found no room neither tire nor suffer', () => {
    const { of, before, unit } = until(
      'undecided',
      {
        map: FLAT,
        units: [
          { ...A, men: 3000 },
          { ...A, id: 'r', men: 1000 },
          { ...X, men: 3000 },
        ],
        sources: SOURCES,
      },
      ['a', 'r'],
    );
    expect(of('r')).toMatchObject({ men: 1000, fatigue: 0, ammo: before.units[unit('r')]!.ammo });
    // The unit in front had room for 2,309 of its 3,000 men.
    expect(of('a').fatigue).toBe(Math.round((100 * 2309) / of('a').men));
  });

  test('6.13 losses are told by unit and booked by unit', () => {
    for (const { fight, game, state } of games.slice(0, 50)) {
      for (const loss of fight.losses) {
        const now = state.units[loss.unit]!;
        expect(now.killed).toBe(loss.killed);
        expect(now.wounded).toBe(loss.wounded);
        expect(now.men + now.killed + now.wounded + now.missing + now.captured).toBe(game.units[loss.unit]!.data.men);
      }
    }
  });

  test('7.4 fighting reveals strength on both sides', () => {
    const tiny = tinyStart(options, { fog: true });
    apply(tiny.game, tiny.state, order(tiny));
    expect([tiny.of('a').seen, tiny.of('x').seen]).toEqual([SEEN_STRENGTH, SEEN_STRENGTH]);
  });

  test('6.13 support and defensive fire use ammunition, and are marked for it', () => {
    const guns = { kind: 'artillery', men: 200, equipment: { gun75: 10 } } as const;
    const tiny = tinyStart({
      map: FLAT,
      units: [A, { ...A, ...guns, id: 'g', hex: '0001' }, { ...X, men: 3000 }, { ...X, ...guns, id: 'h', hex: '0402' }],
      sources: SOURCES,
    });
    const before = [tiny.of('g').ammo, tiny.of('h').ammo];
    const events = apply(tiny.game, tiny.state, order(tiny, ['a'], ['g']));
    expect(only(events, 'assault')[0]!.odds.defenders.map((one) => one.unit)).toEqual([tiny.unit('x'), tiny.unit('h')]);
    // 200 men and ten guns: 2,080 kg a day; seven tenths of it, and half that for the neighbours.
    expect(before[0]! - tiny.of('g').ammo).toBe(1456);
    expect(before[1]! - tiny.of('h').ammo).toBe(728);
    expect(tiny.of('g')).toMatchObject({ acts: ACT_BOMBARDED, minutes: 0, men: 200, fatigue: 0 });
    expect(tiny.of('h')).toMatchObject({ acts: ACT_DEFENDED, men: 200 });
  });

  test('6.13 nobody uses ammunition that he has not got', () => {
    const tiny = tinyStart(options);
    tiny.of('a').ammo = 10;
    apply(tiny.game, tiny.state, order(tiny));
    expect(tiny.of('a').ammo).toBe(0);
  });
});

describe('6.13 how many fall', () => {
  const options: TinyOptions = {
    map: FLAT,
    units: [
      { ...A, men: 2000 },
      { ...X, men: 1000 },
    ],
  };
  /** Expected losses of both sides on a day of the battle. */
  const losses = (day: number, change: (tiny: Tiny) => void = () => undefined): [number, number] => {
    const tiny = tinyStart(options);
    if (day > 1) {
      tiny.state.turn = day;
      tiny.state.battles.push({ hex: tiny.at('0202'), side: 0, started: 1, last: day - 1, days: day - 1 });
    }
    change(tiny);
    const odds = oddsOf(tiny.game, tiny.state, order(tiny));
    expect(odds.day).toBe(day);
    // Medians: heavy losses weigh less in a mean, for nobody can lose more than all.
    return [odds.attackerLosses.p50, odds.defenderLosses.p50];
  };
  const near = (got: number, wanted: number): void => {
    expect(got / wanted).toBeGreaterThan(0.96);
    expect(got / wanted).toBeLessThan(1.04);
  };

  test('6.13 the main effort of two days costs the attacker 1.5 times as many men, the defender 1.2', () => {
    const [second, third] = [losses(2), losses(3)];
    // The day of the battle has its own course: 3^0.756 - 2^0.756 against 2^0.756 - 1.
    const course = (3 ** 0.756 - 2 ** 0.756) / (2 ** 0.756 - 1);
    near(third[0] / second[0], course / 1.5);
    near(third[1] / second[1], course / 1.2);
    near(losses(1)[0] / second[0], 1 / (2 ** 0.756 - 1));
  });

  test('6.13 where one army fights to the death, both lose as many times more', () => {
    const plain = losses(3);
    const bitter = losses(3, ({ game }) => (game.data.scenario.sides[1]!.tenacity = 1500));
    near(bitter[0] / plain[0], 1.5);
    near(bitter[1] / plain[1], 1.5);
    const both = losses(3, ({ game }) => {
      for (const [i, side] of game.data.scenario.sides.entries()) side.tenacity = 1500 - 300 * i;
    });
    expect(both).toEqual(bitter);
  });

  test('6.13, 1.7 a scenario may let its enemy lose less than that, by a power', () => {
    const rules = parametersWith({ 'assault.tenacityEnemy': 0.39 });
    const plain = losses(3);
    const bitter = losses(3, ({ game }) => {
      game.rules = rules;
      game.data.scenario.sides[1]!.tenacity = 1500;
    });
    near(bitter[0] / plain[0], 1.5 ** 0.39);
    near(bitter[1] / plain[1], 1.5);
    const both = losses(3, ({ game }) => {
      game.rules = rules;
      for (const [i, side] of game.data.scenario.sides.entries()) side.tenacity = 1500 - 300 * i;
    });
    near(both[0] / plain[0], 1.5);
    near(both[1] / plain[1], 1.2);
  });

  test('6.13 the better troops lose less and hit more, by the quality factor to the power 0.8', () => {
    const plain = losses(3);
    const better = losses(3, ({ game }) => (game.units[0]!.data.quality = 80));
    const factor = Math.exp((0.8 * 20 * 12.3) / 1024);
    near(better[0] / plain[0], 1 / factor);
    near(better[1] / plain[1], factor);
  });
});

describe('6.14 an attack thrown back', () => {
  test('6.14 costs those who made it 60 points of cohesion on top', () => {
    const weak: TinyOptions = {
      map: FLAT,
      units: [
        { ...A, men: 500 },
        { ...X, men: 3000, dugDays: 10 },
      ],
    };
    const { fight, of, before } = until('stopped', weak);
    const { killed, wounded } = fight.losses[0]!;
    const shaken = before.units[0]!.cohesion - of('a').cohesion - 60;
    // 8 points a per cent of those hit, who are a little more than those lost.
    expect(shaken).toBeGreaterThanOrEqual(Math.floor(((killed + wounded) / 500) * 800));
    expect(shaken).toBeLessThanOrEqual(Math.ceil(((killed + wounded) / 500) * 800 * 1.2) + 2);
    const going = until('undecided', weak);
    const lost = going.fight.losses[0]!;
    expect(900 - going.of('a').cohesion).toBeLessThanOrEqual(Math.ceil(((lost.killed + lost.wounded) / 500) * 960) + 2);
  });
});

describe('6.17 the field', () => {
  const rifle = EQUIPMENT.findIndex((kind) => kind.id === 'rifle');
  /** What the attacker has captured of the rifles that x had lost before, when it gives way on this day. */
  function found(day: number): number {
    for (let i = 0; i < 200; i++) {
      const tiny = tinyStart(
        {
          map: FLAT,
          units: [
            { ...A, men: 3000 },
            { ...X, equipment: { rifle: 1000 } },
          ],
          sources: SOURCES,
        },
        { seed: `field ${i}` },
      );
      const x = tiny.of('x');
      x.eq[rifle]! -= 500;
      x.eqLost[rifle] = 500;
      tiny.state.turn = day;
      if (day > 1) tiny.state.battles.push({ hex: tiny.at('0202'), side: 0, started: 1, last: day - 1, days: day - 1 });
      const events = apply(tiny.game, tiny.state, order(tiny));
      if (only(events, 'assault')[0]!.outcome === 'gaveWay') return tiny.state.sides[0].captured[rifle]!;
    }
    throw new Error('never gave way');
  }

  test('6.17 what was lost on earlier days is found when the hex falls after more than a day', () => {
    // Four tenths of 500, and what falls today, at most a tenth of the other 500.
    expect(found(1)).toBeLessThan(60);
    expect(found(2)).toBeGreaterThanOrEqual(200);
    expect(found(2)).toBeLessThan(260);
  });
});

describe('6.13 overrun', () => {
  const storm: TinyOptions = {
    map: FLAT,
    units: [
      { ...A, men: 2300 },
      { ...X, men: 100 },
    ],
    sources: SOURCES,
  };

  test('6.13 few men against a power of eight are overrun at once', () => {
    const tiny = tinyStart(storm);
    expect(oddsOf(tiny.game, tiny.state, order(tiny)).gaveWay).toBeGreaterThan(960);
    const fight = until('overrun', storm);
    // Half a day: half the fatigue.
    expect(fight.of('a').fatigue).toBe(50);
    expect(PARAMETERS.resolver.overrunMen).toBe(800);
    expect(PARAMETERS.resolver.overrunRatio).toBe(8);
  });
});

describe('6.20 the victors move in', () => {
  const beaten = (options: Partial<TinyOptions>, units = ['a']) =>
    until(
      'gaveWay',
      { map: FLAT, sources: SOURCES, ...options, units: options.units ?? [{ ...A, men: 3000 }, X] },
      units,
    );

  test('6.20 and take possession; without the order they stay', () => {
    const { of, at, state, events } = beaten({ places: { hill: '0202' } });
    expect(of('a').hex).toBe(at('0202'));
    expect(holderOf(state.control, at('0202'))).toBe(0);
    expect(only(events, 'advance')).toMatchObject([{ unit: 0, from: at('0102'), hex: at('0202') }]);
    expect(only(events, 'control')).toMatchObject([{ place: 0, side: 0 }]);
    for (let i = 0; i < 50; i++) {
      const tiny = tinyStart({ map: FLAT, units: [{ ...A, men: 3000 }, X], sources: SOURCES }, { seed: `seed ${i}` });
      const stay = apply(tiny.game, tiny.state, { ...order(tiny), advance: false });
      expect(tiny.of('a').hex).toBe(tiny.at('0102'));
      expect(only(stay, 'advance')).toEqual([]);
    }
  });

  test('6.20 infantry first, as far as there is room', () => {
    const units: TinyUnit[] = [
      { ...A, id: 'guns', kind: 'artillery', men: 5000, equipment: {} },
      { ...A, id: 'foot', men: 5000, hex: '0101' },
      { ...A, id: 'late', men: 5000, hex: '0103' },
      { ...X, men: 1500 },
    ];
    const { of, at, events } = beaten({ units }, ['guns', 'foot', 'late']);
    // 12,000 men find room: two of the three, and the guns are not among them.
    expect(only(events, 'advance').map((one) => one.unit)).toEqual([1, 2]);
    expect(of('guns').hex).toBe(at('0102'));
  });

  test('6.20 not where the way does not allow it', () => {
    const hills = FLAT.map((row, i) => (i === 2 ? ',,h,,' : row));
    const units: TinyUnit[] = [
      { ...A, id: 'carts', mobility: 'motor', men: 300, equipment: { truck: 5 } },
      { ...A, id: 'foot', men: 2000, hex: '0101' },
      { ...X, men: 500 },
    ];
    // The lorries join over the road; it is blown while they fight.
    const { game, state, at, of, unit } = tinyStart(
      { map: hills, units, sources: SOURCES, roads: ['0102 0202'] },
      { seed: 'way' },
    );
    const action = { ...order({ game, state, at, of, unit }, ['carts', 'foot']) };
    expect(check(game, state, action)).toBeNull();
    state.breaks.push({ hexside: at('0102') * 3, minutes: 100 });
    let events: GameEvent[] = [];
    for (let i = 0; i < 200 && only(events, 'advance').length === 0; i++) {
      const copy = structuredClone(state);
      copy.seed = `way ${i}`;
      events = apply(game, copy, action);
    }
    expect(only(events, 'advance').map((one) => one.unit)).toEqual([unit('foot')]);
  });

  test('6.8 a unit of armour does not take possession of broken ground, on the flat it does', () => {
    const tanks: TinyUnit = { ...A, kind: 'armour', mobility: 'tracked', men: 2000, equipment: { tank: 8 } };
    const hills = FLAT.map((row, i) => (i === 2 ? ',,h,,' : row));
    const onHill = beaten({ map: hills, roads: ['0102 0202'], units: [tanks, { ...X, men: 300 }] });
    expect(onHill.of('a').hex).toBe(onHill.at('0202'));
    expect(holderOf(onHill.state.control, onHill.at('0202'))).toBe(1);
    const onFlat = beaten({ units: [tanks, { ...X, men: 300 }] });
    expect(holderOf(onFlat.state.control, onFlat.at('0202'))).toBe(0);
  });

  test('6.14 the beaten are marked, and gone', () => {
    const { of, at, events } = beaten({});
    expect(of('x').hex).not.toBe(at('0202'));
    expect(of('x').acts & ACT_RETREATED).toBe(ACT_RETREATED);
    expect(only(events, 'retreat')).toHaveLength(1);
  });
});

describe('6.18 a unit without men', () => {
  test('6.18 leaves the map, and what it had is lost', () => {
    // Shaken men in the last hex of the map, with nowhere to go.
    const corner = { ...X, hex: '0100', men: 600, cohesion: 250, equipment: { gun75: 4, rifle: 500 } };
    const options: TinyOptions = { map: [',,'], units: [{ ...A, hex: '0000', men: 2300 }, corner], sources: [] };
    const { of, events, state } = until('annihilated', options, ['a'], '0100');
    const x = of('x');
    expect(x).toMatchObject({ status: UNIT_DESTROYED, hex: -1, men: 0, food: 0, ammo: 0, minutes: 0 });
    expect(x.eq.every((count) => count === 0) && x.repair.every((count) => count === 0)).toBe(true);
    expect(only(events, 'destroyed')).toHaveLength(1);
    expect(state.sides[1].spoiled).toBeGreaterThan(0);
    expect(of('a').status).toBe(UNIT_ON_MAP);
  });
});
