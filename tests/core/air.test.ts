/** Rulebook 9: air. */
import { describe, expect, test } from 'vitest';
import type { AirAction } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { setControl } from '../../src/core/control.ts';
import type { AirEvent, GameEvent } from '../../src/core/event.ts';
import { airDistanceKm, airPhase, clearPlots } from '../../src/core/rules/air.ts';
import { needs } from '../../src/core/rules/supply.ts';
import { type AirMission, WEATHERS, type Weather } from '../../src/core/scenario.ts';
import { ACT_MOVED, type GameState } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import { type Tiny, type TinyOptions, tinyStart } from './fixture.ts';

const ROW = '. . . . . . .';

/** Formation 0: bombers of the first side off the map; 1: its fighters; 2: fighters of the second side. */
function sky(more: Partial<TinyOptions> = {}, play: { seed?: string; fog?: boolean } = {}): Tiny {
  return tinyStart(
    {
      map: [ROW, ROW, ROW, ROW, ROW],
      units: [
        { id: 'own', side: 'cn', hex: '0102', men: 1000 },
        { id: 'foe', side: 'jp', hex: '0502', men: 1000 },
      ],
      aircraft: [
        { id: 'bomber', airCombat: 1, supportValue: 200, payloadKg: 300, rangeKm: 110 },
        { id: 'fighter', role: 'fighter', airCombat: 9, supportValue: 0, rangeKm: 110 },
      ],
      air: [
        { id: 'cnb', side: 'cn', aircraft: 'bomber', count: 40 },
        { id: 'cnf', side: 'cn', aircraft: 'fighter', count: 40, missions: ['superiority'] },
        { id: 'jpf', side: 'jp', aircraft: 'fighter', count: 40, missions: ['superiority'] },
      ],
      ...more,
    },
    play,
  );
}

function mission(tiny: Tiny, kind: AirMission, hex: string, sorties: number, formation = 0): AirAction {
  return { type: 'air', formation, mission: kind, hex: tiny.at(hex), sorties };
}

function fly(tiny: Tiny, kind: AirMission, hex: string, sorties: number, formation = 0): AirEvent {
  const action = mission(tiny, kind, hex, sorties, formation);
  expect(check(tiny.game, tiny.state, action)).toBeNull();
  const events = apply(tiny.game, tiny.state, action);
  return events.find(
    (event) => event.type === 'air' && event.formation === formation && event.mission === kind,
  ) as AirEvent;
}

function air(tiny: Tiny, formation: number): GameState['air'][number] {
  return tiny.state.air[formation] as GameState['air'][number];
}

function patrol(tiny: Tiny, side: 0 | 1, formation: number, sorties: number): void {
  tiny.state.plots.push({ side, kind: 2, hex: 0, sorties, value: formation });
}

const setWeather = (tiny: Tiny, weather: Weather): void => {
  tiny.state.weather = WEATHERS.indexOf(weather);
};

describe('formations', () => {
  test.each([
    ['clear', 36],
    ['overcast', 25],
    ['fog', 18],
    ['lightRain', 14],
    ['heavyRain', 3],
  ] as const)(
    '9.2: on a day of %s 30 aircraft, 800 in a thousand fit, 1.5 sorties a day, fly %i',
    (weather, sorties) => {
      const base = {
        id: 'x',
        side: 'cn' as const,
        aircraft: 'bomber',
        count: 30,
        serviceability: 800,
        sortiesPerDay: 15,
      };
      const tiny = sky({ weather, air: [base] });
      expect(air(tiny, 0)).toMatchObject({ aircraft: 30, sorties });
    },
  );

  test('9.1: come on their date, go on their date, and repair a fifth a day', () => {
    const tiny = sky({
      air: [
        { id: 'late', side: 'cn', aircraft: 'bomber', arrival: '1939-12-17', count: 10 },
        { id: 'short', side: 'cn', aircraft: 'bomber', withdraw: '1939-12-16', count: 10 },
      ],
    });
    expect([air(tiny, 0).aircraft, air(tiny, 1).aircraft]).toEqual([0, 10]);
    tiny.state.turn = 2;
    airPhase(tiny.game, tiny.state, []);
    expect([air(tiny, 0).aircraft, air(tiny, 1).aircraft]).toEqual([0, 0]);
    tiny.state.turn = 3;
    airPhase(tiny.game, tiny.state, []);
    expect(air(tiny, 0)).toMatchObject({ aircraft: 10, sorties: 10 });
    tiny.state.turn = 4;
    air(tiny, 0).damaged = 7;
    airPhase(tiny.game, tiny.state, []);
    expect(air(tiny, 0)).toMatchObject({ aircraft: 10, damaged: 6, sorties: 4 });
    air(tiny, 0).damaged = 10;
    airPhase(tiny.game, tiny.state, []);
    expect(air(tiny, 0).damaged).toBe(8);
  });

  test('9.1: an overrun airfield costs half the aircraft, and the formation', () => {
    const tiny = sky({
      air: [{ id: 'field', side: 'cn', aircraft: 'bomber', count: 15, base: { name: 'field', hex: '0100' } }],
    });
    setControl(tiny.state.control, tiny.at('0100'), 1);
    tiny.state.turn = 2;
    const events: GameEvent[] = [];
    airPhase(tiny.game, tiny.state, events);
    expect(air(tiny, 0)).toMatchObject({ aircraft: 0, lost: 8, sorties: 0, damaged: 0 });
    expect(events).toMatchObject([{ type: 'air', formation: 0, lost: 8, hex: tiny.at('0100') }]);
    setControl(tiny.state.control, tiny.at('0100'), 0);
    airPhase(tiny.game, tiny.state, events);
    expect(air(tiny, 0).aircraft).toBe(0);
  });
});

describe('orders', () => {
  test('9.3: distance from an airfield on the map, or through the centre of the map', () => {
    const tiny = sky({
      air: [
        { id: 'off', side: 'cn', aircraft: 'bomber' },
        { id: 'on', side: 'cn', aircraft: 'bomber', base: { name: 'field', hex: '0002' } },
      ],
    });
    expect(airDistanceKm(tiny.game, tiny.state, 0, tiny.at('0302'))).toBe(100);
    expect(airDistanceKm(tiny.game, tiny.state, 0, tiny.at('0502'))).toBe(105);
    expect(airDistanceKm(tiny.game, tiny.state, 1, tiny.at('0502'))).toBe(13);
  });

  test('refusals with their clauses', () => {
    const tiny = sky({ aircraft: [{ id: 'bomber', rangeKm: 104 }, { id: 'fighter' }] });
    const ask = (kind: AirMission, hex: string, sorties: number, formation = 0) =>
      check(tiny.game, tiny.state, mission(tiny, kind, hex, sorties, formation));
    expect(ask('closeSupport', '0302', 41)).toMatchObject({ code: 'no-sorties', need: 41, have: 40, clause: '9.2' });
    expect(ask('closeSupport', '0502', 1)).toMatchObject({ code: 'air-range', need: 105, have: 104, clause: '9.3' });
    expect(ask('closeSupport', '0302', 1, 1)).toMatchObject({ code: 'air-mission', clause: '9.4' });
    expect(ask('superiority', '0302', 1, 2)).toMatchObject({ code: 'not-your-unit', clause: '9.4' });
    expect(ask('supplyDrop', '0302', 1)).toMatchObject({ code: 'no-target', clause: '9.10' });
    expect(ask('supplyDrop', '0202', 1)).toMatchObject({ code: 'no-target' });
    tiny.of('own').hex = tiny.at('0302');
    expect(ask('supplyDrop', '0302', 1)).toBeNull();
    setWeather(tiny, 'fog');
    expect(ask('supplyDrop', '0302', 1)).toMatchObject({ code: 'air-weather', clause: '9.10' });
    const known = view(tiny.game, tiny.state, 0);
    for (const action of [mission(tiny, 'closeSupport', '0302', 41), mission(tiny, 'interdiction', '0302', 3)])
      expect(check(tiny.game, known, action)).toEqual(check(tiny.game, tiny.state, action));
  });
});

describe('in the air', () => {
  test('9.4: patrols and support stay until the own next player turn', () => {
    const tiny = sky();
    fly(tiny, 'superiority', '0302', 10, 1);
    fly(tiny, 'superiority', '0102', 5, 1);
    fly(tiny, 'closeSupport', '0302', 4);
    fly(tiny, 'closeSupport', '0302', 6);
    const { plots } = tiny.state;
    expect(plots).toEqual([
      { side: 0, kind: 2, hex: tiny.at('0302'), sorties: 15, value: 1 },
      { side: 0, kind: 0, hex: tiny.at('0302'), sorties: 10, value: 2000 },
    ]);
    expect(air(tiny, 0)).toMatchObject({ sorties: 30, flown: 10 });
    clearPlots(tiny.state, 1);
    expect(tiny.state.plots).toHaveLength(2);
    clearPlots(tiny.state, 0);
    expect(tiny.state.plots).toEqual([]);
  });

  /** Bombers against enemy patrols, many seeds: sums over all. */
  function campaign(enemy: number, escort: number, weather: Weather = 'clear') {
    const sum = { intercepted: 0, lost: 0, through: 0, fighters: 0, own: 0 };
    for (let i = 0; i < 60; i++) {
      const tiny = sky({}, { seed: `s${i}` });
      setWeather(tiny, weather);
      if (enemy > 0) patrol(tiny, 1, 2, enemy);
      if (escort > 0) patrol(tiny, 0, 1, escort);
      const event = fly(tiny, 'closeSupport', '0102', 20);
      sum.intercepted += event.intercepted;
      sum.lost += event.lost;
      sum.through += tiny.state.plots.find((plot) => plot.kind === 0)?.sorties ?? 0;
      for (const formation of [0, 1, 2]) {
        const { aircraft, damaged, lost, crewsLost } = air(tiny, formation);
        expect(aircraft + lost, 'no aircraft is lost from the books').toBe(40);
        expect(damaged).toBeLessThanOrEqual(aircraft);
        expect(crewsLost).toBeLessThanOrEqual(lost);
      }
      expect(event.lost).toBe(air(tiny, 0).lost);
      sum.fighters += air(tiny, 2).lost;
      sum.own += air(tiny, 1).lost;
    }
    return sum;
  }

  test('9.5: nobody on patrol, nobody lost; patrols cost bombers and turn some back', () => {
    expect(campaign(0, 0)).toEqual({ intercepted: 0, lost: 0, through: 1200, fighters: 0, own: 0 });
    const met = campaign(20, 0);
    expect(met.intercepted).toBe(600);
    expect(met.lost).toBeGreaterThan(40);
    expect(met.lost).toBeLessThan(110);
    expect(met.through).toBeGreaterThan(700);
    expect(met.through).toBeLessThan(950);
    expect(met.fighters).toBeGreaterThan(0);
    expect(met.fighters).toBeLessThan(met.lost);
  });

  test('9.5: escorts tie the interceptors down; fog hides', () => {
    const guarded = campaign(20, 10);
    expect(guarded).toMatchObject({ intercepted: 0, lost: 0, through: 1200 });
    expect(guarded.own).toBeGreaterThan(0);
    expect(campaign(20, 0, 'fog').intercepted).toBeLessThan(250);
  });

  test('9.5: patrols that have fought are used up', () => {
    const tiny = sky();
    patrol(tiny, 1, 2, 20);
    fly(tiny, 'closeSupport', '0102', 20);
    expect(tiny.state.plots.find((plot) => plot.kind === 2)?.sorties).toBe(10);
    fly(tiny, 'closeSupport', '0102', 10);
    expect(tiny.state.plots.find((plot) => plot.kind === 2)?.sorties).toBe(5);
  });

  test('9.6: ground fire only near enemy troops, and it is small', () => {
    let [lost, damaged] = [0, 0];
    for (let i = 0; i < 100; i++) {
      const tiny = sky({}, { seed: `f${i}` });
      const { lost: down, damaged: hit } = fly(tiny, 'closeSupport', '0502', 40);
      lost += down;
      damaged += hit;
    }
    // 4,000 sorties: 12 lost and 60 damaged on average.
    expect(lost).toBeGreaterThan(3);
    expect(lost).toBeLessThan(24);
    expect(damaged).toBeGreaterThan(40);
    expect(damaged).toBeLessThan(82);
  });
});

describe('on the ground', () => {
  test('9.7: close support is sorties times their value', () => {
    const tiny = sky();
    fly(tiny, 'closeSupport', '0102', 7);
    expect(tiny.state.plots).toEqual([{ side: 0, kind: 0, hex: tiny.at('0102'), sorties: 7, value: 1400 }]);
  });

  test('9.8: interdiction hits who marched, spares who stood, and books every man', () => {
    let moved = 0;
    for (let i = 0; i < 40; i++) {
      const tiny = sky({}, { seed: `i${i}` });
      expect(fly(tiny, 'interdiction', '0502', 10).losses).toEqual([]);
      tiny.of('foe').acts = ACT_MOVED;
      const { losses } = fly(tiny, 'interdiction', '0502', 20);
      const foe = tiny.of('foe');
      expect(foe.men + foe.killed + foe.wounded).toBe(1000);
      expect(losses.reduce((sum, loss) => sum + loss.killed + loss.wounded, 0)).toBe(1000 - foe.men);
      moved += 1000 - foe.men;
      expect(tiny.state.plots).toMatchObject([{ kind: 1, hex: tiny.at('0502') }]);
    }
    // 800 sorties at 1.5 men, somewhat less in mixed ground; part of the wounded returns at once.
    expect(moved).toBeGreaterThan(700);
    expect(moved).toBeLessThan(1200);
  });

  test('9.8: works and woods protect a column', () => {
    const hits = (letter: string, dug: number): number => {
      let sum = 0;
      for (let i = 0; i < 40; i++) {
        const tiny = sky({ map: [ROW, ROW, `. . . . . ${letter} .`, ROW, ROW] }, { seed: `w${i}` });
        Object.assign(tiny.of('foe'), { acts: ACT_MOVED, dug });
        fly(tiny, 'interdiction', '0502', 20);
        sum += 1000 - tiny.of('foe').men;
      }
      return sum;
    };
    const open = hits('.', 0);
    expect(hits('w', 0)).toBeLessThan(open * 0.7);
    expect(hits('.', 500)).toBeLessThan(open * 0.5);
  });

  test('9.9: reconnaissance finds units in the open more often than in woods, and less in fog', () => {
    const found = (letter: string, weather: Weather): number => {
      let sum = 0;
      for (let i = 0; i < 80; i++) {
        const tiny = sky({ map: [ROW, ROW, `. . . . . ${letter} .`, ROW, ROW] }, { seed: `r${i}`, fog: true });
        setWeather(tiny, weather);
        expect(tiny.of('foe').seen).toBe(0);
        const event = fly(tiny, 'reconnaissance', '0402', 2);
        sum += event.delivered;
        expect(tiny.of('foe').seen > 0).toBe(event.delivered === 1);
        expect(tiny.of('foe').seen).toBeLessThanOrEqual(2);
      }
      return sum;
    };
    const open = found(',', 'clear');
    // Two sorties at one fifth each: 36 %.
    expect(open).toBeGreaterThan(18);
    expect(open).toBeLessThan(42);
    expect(found('w', 'clear')).toBeLessThan(open / 2);
    expect(found(',', 'fog')).toBeLessThan(open / 2);
  });
});

describe('supply drops', () => {
  /** `foes` enemy regiments stand round the drop zone. */
  function ringed(foes: string[], seed = 'd'): Tiny {
    return sky(
      {
        units: [
          { id: 'own', side: 'cn', hex: '0302', men: 1000 },
          { id: 'guns', side: 'cn', hex: '0302', men: 200, kind: 'artillery', equipment: { gun75: 4 } },
          ...foes.map((hex, i) => ({ id: `foe${i}`, side: 'jp' as const, hex, men: 1000 })),
        ],
      },
      { seed },
    );
  }

  function books(tiny: Tiny): number {
    let total = 0;
    for (const unit of tiny.state.units) total += unit.food + unit.ammo + unit.fuel;
    for (const side of tiny.state.sides) total += side.used + side.spoiled - side.entered;
    return total;
  }

  test('9.10: dropped = delivered + taken + missed, and the books close', () => {
    const tiny = ringed(['0202', '0402']);
    const before = books(tiny);
    Object.assign(tiny.of('own'), { food: 0, ammo: 0 });
    Object.assign(tiny.of('guns'), { food: 0, ammo: 0 });
    const emptied = books(tiny);
    const event = fly(tiny, 'supplyDrop', '0302', 10);
    expect(event.delivered + event.taken + event.missed).toBe(3000);
    expect(tiny.state.sides[0]).toMatchObject({
      dropped: 3000,
      dropTaken: event.taken,
      dropLost: event.missed,
    });
    expect(books(tiny)).toBe(emptied);
    expect(before).toBe(0);
    const { own, guns } = { own: tiny.of('own'), guns: tiny.of('guns') };
    expect(own.food + own.ammo + guns.food + guns.ammo).toBe(event.delivered);
    expect(Math.abs(own.food + guns.food - own.ammo - guns.ammo)).toBeLessThanOrEqual(1);
    const need = (id: string) => needs(tiny.game, tiny.state, tiny.unit(id));
    expect(own.food / guns.food).toBeCloseTo(need('own').foodDay / need('guns').foodDay, 1);
    expect(own.ammo / guns.ammo).toBeCloseTo(need('own').ammoDay / need('guns').ammoDay, 1);
  });

  test('9.10: the tighter the ring, the more falls to the enemy', () => {
    const shares = (foes: string[]) => {
      const sum = { taken: 0, missed: 0, delivered: 0 };
      for (let i = 0; i < 100; i++) {
        const event = fly(ringed(foes, `t${i}`), 'supplyDrop', '0302', 10);
        sum.taken += event.taken / 3000;
        sum.missed += event.missed / 3000;
        sum.delivered += event.delivered / 3000;
      }
      return sum;
    };
    const free = shares(['0600']);
    expect(free.taken).toBe(0);
    expect(free.missed).toBeGreaterThan(9);
    expect(free.missed).toBeLessThan(11);
    // One enemy covers his own hex and the two next to it.
    const touched = shares(['0402']);
    expect(touched.taken).toBeGreaterThan(21);
    expect(touched.taken).toBeLessThan(27);
    const ring = shares(['0202', '0402', '0201', '0301', '0203', '0303']);
    expect(ring.taken).toBeGreaterThan(32);
    expect(ring.taken).toBeLessThan(38);
    expect(ring.missed).toBeLessThan(11);
  });

  test('9.10: the enemy eats what he finds', () => {
    const tiny = ringed(['0402']);
    tiny.of('foe0').food = 0;
    const { taken } = fly(tiny, 'supplyDrop', '0302', 10);
    expect(taken).toBeGreaterThan(0);
    expect(tiny.of('foe0').food).toBe(taken);
    tiny.of('foe0').food = 3000;
    const used = tiny.state.sides[1].used;
    const more = fly(tiny, 'supplyDrop', '0302', 10).taken;
    expect(tiny.of('foe0').food).toBe(3000);
    expect(tiny.state.sides[1].used - used).toBe(more);
  });

  test('9.10: full rations turn the drop into ammunition', () => {
    const tiny = ringed(['0600']);
    for (const id of ['own', 'guns']) {
      const { foodCap } = needs(tiny.game, tiny.state, tiny.unit(id));
      Object.assign(tiny.of(id), { food: foodCap, ammo: 0 });
    }
    const { delivered } = fly(tiny, 'supplyDrop', '0302', 5);
    expect(tiny.of('own').ammo + tiny.of('guns').ammo).toBe(delivered);
  });
});
