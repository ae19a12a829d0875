/** The air bridge as bots run it: who flies first, what the plan and the fuel allow, and what is dropped on pockets. */
import { describe, expect, test } from 'vitest';
import { openingMissions } from '../../src/bots/air.ts';
import type { AirPlanData } from '../../src/core/plans.ts';
import { waitingForLift } from '../../src/core/rules/airlift.ts';
import { needs } from '../../src/core/rules/needs.ts';
import { WEATHERS } from '../../src/core/scenario.ts';
import { type Tiny, type TinyOptions, type TinyUnit, tinyStart } from '../core/fixture.ts';
import { airPlan, carryOut, flights, sorties, staffAt } from './staff.ts';

const OWN: TinyUnit = { id: 'own', side: 'cn', hex: '0002' };
const FOE: TinyUnit = { id: 'foe', side: 'jp', hex: '1104' };
/** In the order of battle the last to be ready stands first. */
const WAITING: TinyUnit[] = [
  { id: 'late', side: 'cn', hex: '0302', men: 400, by: 'airlift', turn: 6 },
  { id: 'second', side: 'cn', hex: '0302', men: 600, by: 'airlift', turn: 2 },
  { id: 'first', side: 'cn', hex: '0302', men: 500, by: 'airlift', turn: 1 },
];

/** Ten transports that fly four times a day with twenty men each, and an airfield with a depot. */
function bridge(air: Partial<AirPlanData> = {}, more: Partial<TinyOptions> = {}): Tiny {
  const tiny = tinyStart({
    map: new Array<string>(5).fill(','.repeat(12)),
    units: [OWN, FOE, ...WAITING],
    airfields: [{ id: 'field', side: 'cn', hex: '0302' }],
    sources: [{ side: 'cn', hex: '0302', foodKg: 0, ammoKg: 0, fuelKg: 0 }],
    aircraft: [{ id: 'transport', role: 'transport', payloadKg: 2000, menPerSortie: 20, fuelKgPerSortie: 300 }],
    air: [
      {
        id: 't',
        side: 'cn',
        aircraft: 'transport',
        count: 10,
        sortiesPerDay: 40,
        missions: ['troopLift', 'supplyLift', 'supplyDrop'],
      },
    ],
    ...more,
  });
  tiny.game.data.plans = airPlan('cn', air);
  return tiny;
}

describe('troop lift', () => {
  test('all of those who are ready first, then the next; nobody before the day', () => {
    const tiny = bridge();
    tiny.state.turn = 2;
    const orders = openingMissions(staffAt(tiny));
    expect(flights(orders, 'troopLift').map(({ unit, sorties: count }) => [unit, count])).toEqual([
      [tiny.unit('first'), 25],
      [tiny.unit('second'), 15],
    ]);
    carryOut(tiny, orders);
    expect(waitingForLift(tiny.game, tiny.state, 0).map(({ unit, flown }) => [unit, flown])).toEqual([
      [tiny.unit('late'), 0],
      [tiny.unit('second'), 300],
    ]);
  });

  test('no more seats than there are men left', () => {
    const tiny = bridge();
    tiny.of('first').flown = 470;
    expect(flights(openingMissions(staffAt(tiny)), 'troopLift')).toMatchObject([{ sorties: 2 }]);
  });

  test('as many tenths of the transports as the plan gives', () => {
    for (const [tenths, count] of [
      [10, 25],
      [4, 16],
      [0, 0],
    ] as const)
      expect(sorties(openingMissions(staffAt(bridge({ troopLift: tenths }))), 'troopLift')).toBe(count);
  });

  test('the fuel that the plan keeps for combat is not touched', () => {
    const fuel = { fuel: [{ side: 'cn' as const, startKg: 6000 }] };
    expect(sorties(openingMissions(staffAt(bridge({ keepFuelKg: 3000 }, fuel))), 'troopLift')).toBe(10);
    expect(sorties(openingMissions(staffAt(bridge({ keepFuelKg: 0 }, fuel))), 'troopLift')).toBe(20);
    expect(sorties(openingMissions(staffAt(bridge({ keepFuelKg: 7000 }, fuel))), 'troopLift')).toBe(0);
  });

  test('not in heavy rain, nor onto a field that is lost or blown up', () => {
    const rain = bridge();
    rain.state.weather = WEATHERS.indexOf('heavyRain');
    const blown = bridge();
    blown.state.airfields[0] = { side: 0, status: 1, turn: 1 };
    const lost = bridge();
    lost.state.airfields[0] = { side: 1, status: 0, turn: 1 };
    for (const tiny of [rain, blown, lost]) expect(flights(openingMissions(staffAt(tiny)))).toEqual([]);
    expect(flights(openingMissions(staffAt(bridge())))).toHaveLength(1);
  });

  test('with no plan the whole lift goes to those who wait', () => {
    const tiny = bridge();
    delete tiny.game.data.plans;
    expect(sorties(openingMissions(staffAt(tiny)), 'troopLift')).toBe(25);
  });

  test('the last entry whose day has come and whose condition is met is in force', () => {
    const tiny = bridge({ troopLift: 8 });
    const [plan] = tiny.game.data.plans?.plans ?? [];
    const entry = plan?.air?.[0] as AirPlanData;
    plan?.air?.push(
      { ...entry, troopLift: 4, when: { type: 'airfield', airfield: 'field' } },
      { ...entry, troopLift: 2, when: { type: 'airfield', airfield: 'field', not: true } },
      { ...entry, troopLift: 1, from: '1939-12-18' },
    );
    expect(sorties(openingMissions(staffAt(tiny)), 'troopLift')).toBe(16);
    tiny.state.turn = 4;
    expect(sorties(openingMissions(staffAt(tiny)), 'troopLift')).toBe(4);
  });
});

describe('supply lift', () => {
  test('the plan’s tenths, of what the troops leave, to the depot on the field', () => {
    const tiny = bridge({ supplyLift: 5 });
    const orders = openingMissions(staffAt(tiny));
    expect(sorties(orders, 'troopLift')).toBe(25);
    expect(flights(orders, 'supplyLift')).toEqual([
      { type: 'air', formation: 0, mission: 'supplyLift', hex: tiny.at('0302'), sorties: 15 },
    ]);
    carryOut(tiny, orders);
    expect(tiny.state.depots[0]).toMatchObject({ food: 15_000, ammo: 15_000 });
    expect(sorties(openingMissions(staffAt(bridge({ supplyLift: 2 }))), 'supplyLift')).toBe(8);
  });

  test('of several fields the one whose depot feeds others', () => {
    const from = { source: 'source1', foodKgPerDay: 1000, ammoKgPerDay: 500, fuelKgPerDay: 0 };
    const tiny = bridge(
      { supplyLift: 10, troopLift: 0 },
      {
        airfields: [
          { id: 'strip', side: 'cn', hex: '0101' },
          { id: 'field', side: 'cn', hex: '0302' },
        ],
        sources: [
          { side: 'cn', hex: '0101' },
          { side: 'cn', hex: '0302' },
          { side: 'cn', hex: '0404', from },
        ],
      },
    );
    expect(flights(openingMissions(staffAt(tiny)), 'supplyLift')).toMatchObject([
      { hex: tiny.at('0302'), sorties: 40 },
    ]);
  });

  test('fuel that those who still wait will want stays in store', () => {
    const fuel = (startKg: number) => ({ fuel: [{ side: 'cn' as const, startKg, mostKg: 1_000_000 }] });
    // 1,500 men at 20 a sortie of 300 kg are 22.5 t.
    expect(sorties(openingMissions(staffAt(bridge({ supplyLift: 5 }, fuel(22_500)))), 'supplyLift')).toBe(0);
    expect(sorties(openingMissions(staffAt(bridge({ supplyLift: 5 }, fuel(400_000)))), 'supplyLift')).toBe(15);
  });
});

describe('drops', () => {
  /** `own` at 0002 cut off for three days, with this much food and ammunition. */
  function pocket(food: number, ammo: number, more: Partial<TinyOptions> = {}): Tiny {
    const tiny = bridge({ troopLift: 0 }, { units: [OWN, FOE], ...more });
    Object.assign(tiny.of('own'), { supply: 0, daysCut: 3, food, ammo });
    return tiny;
  }

  test('as much as a pocket lacks, and nothing to one that has all it may carry', () => {
    const tiny = pocket(0, 0);
    const { foodCap, ammoCap } = needs(tiny.game, tiny.state, tiny.unit('own'));
    expect(foodCap + ammoCap).toBe(4200);
    const orders = openingMissions(staffAt(tiny));
    expect(flights(orders)).toMatchObject([{ mission: 'supplyDrop', hex: tiny.at('0002'), sorties: 3 }]);
    carryOut(tiny, orders);
    expect(flights(openingMissions(staffAt(pocket(foodCap, ammoCap))))).toEqual([]);
  });

  test('not in fog, and not to troops in supply', () => {
    const fog = pocket(0, 0);
    fog.state.weather = WEATHERS.indexOf('fog');
    const fed = pocket(0, 0);
    Object.assign(fed.of('own'), { supply: 3, daysCut: 0 });
    for (const tiny of [fog, fed]) expect(flights(openingMissions(staffAt(tiny)))).toEqual([]);
  });

  test('not by aircraft that carry nothing', () => {
    const fighter = { id: 'f', side: 'cn' as const, aircraft: 'fighter', missions: ['supplyDrop' as const] };
    const tiny = pocket(0, 0, { aircraft: [{ id: 'fighter', role: 'fighter', payloadKg: 0 }], air: [fighter] });
    expect(flights(openingMissions(staffAt(tiny)))).toEqual([]);
  });

  test('those who wait for the air bridge keep most of the transports', () => {
    const tiny = bridge({});
    for (const id of ['own']) Object.assign(tiny.of(id), { supply: 0, daysCut: 3, food: 0, ammo: 0, men: 30_000 });
    const orders = openingMissions(staffAt(tiny));
    expect(sorties(orders, 'supplyDrop')).toBe(6);
    expect(sorties(orders, 'troopLift')).toBe(25);
    carryOut(tiny, orders);
  });

  test('bombers drop where there are no transports, and not where there are', () => {
    const bomber = { id: 'b', side: 'cn' as const, aircraft: 'bomber', missions: ['supplyDrop' as const] };
    const aircraft = [
      { id: 'bomber', payloadKg: 300 },
      { id: 'transport', role: 'transport' as const, payloadKg: 2000 },
    ];
    const alone = pocket(0, 0, { aircraft, air: [bomber] });
    expect(flights(openingMissions(staffAt(alone)))).toMatchObject([{ formation: 0, sorties: 5 }]);
    const both = pocket(0, 0, {
      aircraft,
      air: [bomber, { id: 't', side: 'cn', aircraft: 'transport', missions: ['supplyDrop'] }],
    });
    expect(flights(openingMissions(staffAt(both)))).toMatchObject([{ formation: 1, sorties: 3 }]);
  });
});
