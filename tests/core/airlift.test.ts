/** Rulebook 9.13 air bridge, 9.14 aviation fuel. */
import { describe, expect, test } from 'vitest';
import type { AirAction } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { holderOf, setControl } from '../../src/core/control.ts';
import type { AirEvent } from '../../src/core/event.ts';
import { legalActions } from '../../src/core/legal.ts';
import { waitingForLift } from '../../src/core/rules/airlift.ts';
import { receiveFuel } from '../../src/core/rules/aviationFuel.ts';
import { AIR_MISSIONS, WEATHERS } from '../../src/core/scenario.ts';
import { UNIT_EXPECTED, UNIT_ON_MAP } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import { type Tiny, type TinyOptions, type TinyUnit, tinyStart } from './fixture.ts';
import { checkInvariants } from './invariants.ts';
import { only, passTurn } from './turns.ts';

const OWN: TinyUnit = { id: 'own', side: 'cn', hex: '0002' };
const FOE: TinyUnit = { id: 'foe', side: 'jp', hex: '1104' };
/** A regiment that waits for the lift to the airfield at 0302. */
const R: TinyUnit = { id: 'r', side: 'cn', hex: '0302', men: 500, by: 'airlift', equipment: { rifle: 300, mortar: 6 } };

/** Transports off the map, an airfield with a depot at 0302. */
function bridge(more: Partial<TinyOptions> = {}, fog = false): Tiny {
  return tinyStart(
    {
      map: new Array<string>(5).fill(','.repeat(12)),
      units: [OWN, FOE, R],
      airfields: [{ id: 'field', side: 'cn', hex: '0302' }],
      sources: [{ side: 'cn', hex: '0302', foodKg: 0, ammoKg: 0, fuelKg: 0 }],
      aircraft: [{ id: 'transport', role: 'transport', payloadKg: 2001, menPerSortie: 20, fuelKgPerSortie: 300 }],
      air: [{ id: 't', side: 'cn', aircraft: 'transport', count: 10, missions: ['troopLift', 'supplyLift'] }],
      ...more,
    },
    { fog },
  );
}

function lift(tiny: Tiny, mission: 'troopLift' | 'supplyLift', sorties: number, hex = '0302', unit = 'r'): AirAction {
  const order: AirAction = { type: 'air', formation: 0, mission, hex: tiny.at(hex), sorties };
  return mission === 'troopLift' ? { ...order, unit: tiny.unit(unit) } : order;
}

const ask = (tiny: Tiny, ...order: Parameters<typeof lift> extends [Tiny, ...infer Rest] ? Rest : never) =>
  check(tiny.game, tiny.state, lift(tiny, ...order));

describe('9.13 troop lift', () => {
  test('9.13 the men are flown in, and the unit enters at the start of the turn after all are there', () => {
    const tiny = bridge();
    expect(tiny.of('r')).toMatchObject({ status: UNIT_EXPECTED, men: 0, flown: 0 });
    const fly = (sorties: number): AirEvent => {
      expect(ask(tiny, 'troopLift', sorties)).toBeNull();
      return only(apply(tiny.game, tiny.state, lift(tiny, 'troopLift', sorties)), 'air')[0]!;
    };
    expect(fly(10)).toMatchObject({ unit: tiny.unit('r'), landed: 200, delivered: 0 });
    expect(waitingForLift(tiny.game, tiny.state, 0)).toEqual([{ unit: 2, men: 500, flown: 200, readyTurn: 1 }]);
    passTurn(tiny);
    expect(tiny.of('r')).toMatchObject({ status: UNIT_EXPECTED, men: 0, flown: 200 });
    fly(9);
    passTurn(tiny);
    fly(5);
    expect(fly(5)).toMatchObject({ landed: 20 });
    expect(tiny.of('r')).toMatchObject({ status: UNIT_EXPECTED, men: 0, flown: 500 });
    expect(waitingForLift(tiny.game, tiny.state, 0)).toEqual([]);
    checkInvariants(tiny.game, tiny.state);
    passTurn(tiny);
    expect(tiny.of('r')).toMatchObject({ status: UNIT_ON_MAP, hex: tiny.at('0302'), men: 500, flown: 500 });
    expect(tiny.state.sides[0].menLifted).toBe(500);
    expect(tiny.state.air[0]!.byMission[AIR_MISSIONS.indexOf('troopLift')]).toBe(29);
    checkInvariants(tiny.game, tiny.state);
  });

  test('9.13 from its date on, and its own men only', () => {
    const tiny = bridge({
      units: [OWN, FOE, { ...R, turn: 3 }, { ...R, id: 'other', hex: '0502' }, { ...R, id: 'jp', side: 'jp' }],
    });
    expect(ask(tiny, 'troopLift', 1)).toEqual({ code: 'no-passengers', unit: 2, until: 3, clause: '9.13' });
    const none = { code: 'no-passengers', hex: tiny.at('0302'), clause: '9.13' };
    expect(ask(tiny, 'troopLift', 1, '0302', 'own')).toEqual(none);
    expect(ask(tiny, 'troopLift', 1, '0302', 'other')).toEqual(none);
    expect(ask(tiny, 'troopLift', 1, '0302', 'jp')).toEqual(none);
    const nobody: AirAction = { type: 'air', formation: 0, mission: 'troopLift', hex: tiny.at('0302'), sorties: 1 };
    expect(check(tiny.game, tiny.state, nobody)).toMatchObject({ code: 'malformed' });
    expect(check(tiny.game, tiny.state, { ...nobody, mission: 'supplyLift', unit: 2 })).toMatchObject({
      code: 'malformed',
    });
    passTurn(tiny);
    expect(ask(tiny, 'troopLift', 1)).toMatchObject({ code: 'no-passengers', until: 3 });
    passTurn(tiny);
    expect(ask(tiny, 'troopLift', 1)).toBeNull();
  });

  test('9.13 a unit that comes by air does not come by itself, and holds no ground before', () => {
    const tiny = bridge({ units: [FOE, R], jp: '0300 0301 0302 0303 0304', airfields: [] });
    expect(holderOf(tiny.state.control, tiny.at('0302'))).toBe(1);
    passTurn(tiny, 8);
    expect(tiny.of('r')).toMatchObject({ status: UNIT_EXPECTED, hex: -1, men: 0 });
  });

  test('9.13 what interceptors bring down brings nobody', () => {
    let landed = 0;
    for (let i = 0; i < 40; i++) {
      const tiny = bridge({
        aircraft: [
          { id: 'transport', role: 'transport', airCombat: 0, menPerSortie: 10 },
          { id: 'fighter', role: 'fighter', airCombat: 20 },
        ],
        air: [
          { id: 't', side: 'cn', aircraft: 'transport', count: 20, missions: ['troopLift', 'supplyLift'] },
          { id: 'f', side: 'jp', aircraft: 'fighter', count: 60 },
        ],
      });
      tiny.state.seed = `lift ${i}`;
      tiny.state.plots.push({ side: 1, kind: 2, hex: 0, sorties: 60, value: 1 });
      const event = only(apply(tiny.game, tiny.state, lift(tiny, 'troopLift', 20)), 'air').at(-1)!;
      expect(event.intercepted).toBeGreaterThan(0);
      expect(event.landed).toBeLessThanOrEqual((20 - event.lost) * 10);
      expect(tiny.of('r').flown).toBe(event.landed);
      landed += event.landed;
      checkInvariants(tiny.game, tiny.state);
    }
    expect(landed).toBeLessThan(40 * 200 * 0.8);
  });

  test('9.13 the listed orders name each unit that waits', () => {
    const tiny = bridge({ units: [OWN, FOE, R, { ...R, id: 's' }, { ...R, id: 'late', turn: 5 }] });
    const lifts = legalActions(tiny.game, tiny.state).filter(
      (action) => action.type === 'air' && action.mission === 'troopLift',
    );
    expect(lifts).toEqual(['r', 's'].map((id) => lift(tiny, 'troopLift', 10, '0302', id)));
  });
});

describe('9.13 supply lift', () => {
  test('9.13 half food, half ammunition into the depot on the airfield; the books close', () => {
    const tiny = bridge();
    const { entered } = tiny.state.sides[0];
    const [event] = only(apply(tiny.game, tiny.state, lift(tiny, 'supplyLift', 3)), 'air');
    expect(event).toMatchObject({ unit: -1, landed: 0, delivered: 6003 });
    expect(tiny.state.depots[0]).toMatchObject({ food: 3002, ammo: 3001, fuel: 0 });
    expect(tiny.state.sides[0]).toMatchObject({ entered: entered + 6003, kgLifted: 6003, menLifted: 0 });
    checkInvariants(tiny.game, tiny.state);
  });

  test('9.13 not where the side has no depot', () => {
    const tiny = bridge({ sources: [{ side: 'jp', hex: '0302' }] });
    expect(ask(tiny, 'supplyLift', 1)).toEqual({ code: 'no-target', hex: tiny.at('0302'), clause: '9.13' });
    expect(ask(tiny, 'troopLift', 1)).toBeNull();
  });
});

describe('9.13 both', () => {
  test('9.13 need a working airfield of the own side', () => {
    for (const mission of ['troopLift', 'supplyLift'] as const) {
      const tiny = bridge();
      const refused = { code: 'no-airfield', clause: '9.13' };
      expect(ask(tiny, mission, 1, '0402')).toMatchObject({ ...refused, hex: tiny.at('0402') });
      tiny.state.airfields[0]!.side = 1;
      expect(ask(tiny, mission, 1)).toMatchObject(refused);
      tiny.state.airfields[0] = { side: 0, status: 1, turn: 1 };
      expect(ask(tiny, mission, 1)).toMatchObject(refused);
      const strip = bridge({ airfields: [] });
      expect(ask(strip, mission, 1)).toMatchObject(refused);
    }
  });

  test('9.13 do not fly in heavy rain, and do in everything else', () => {
    for (const weather of WEATHERS) {
      const tiny = bridge();
      tiny.state.weather = WEATHERS.indexOf(weather);
      const expected = weather === 'heavyRain' ? 'air-weather' : undefined;
      for (const mission of ['troopLift', 'supplyLift'] as const)
        expect(ask(tiny, mission, 1)?.code, weather).toBe(expected);
    }
  });

  test('9.3-9.4, 9.13 by formations that can, within their range', () => {
    const tiny = bridge({ aircraft: [{ id: 'transport', role: 'transport', rangeKm: 100, menPerSortie: 20 }] });
    expect(ask(tiny, 'troopLift', 1)).toMatchObject({ code: 'air-range', clause: '9.3' });
    const bombers = bridge({ air: [{ id: 't', side: 'cn', aircraft: 'transport' }] });
    expect(ask(bombers, 'troopLift', 1)).toMatchObject({ code: 'air-mission', clause: '9.4' });
  });
});

describe('9.14 aviation fuel', () => {
  const fuel = (startKg: number, more: object = {}): Partial<TinyOptions> => ({
    fuel: [{ side: 'cn', startKg, ...more }],
  });
  const kg = ({ state }: Tiny): [number, number] => [state.sides[0].aviationFuel, state.sides[0].aviationUsed];

  test('9.14 every sortie burns what its type needs; without fuel nothing flies', () => {
    const tiny = bridge(fuel(2000));
    expect(ask(tiny, 'supplyLift', 7)).toEqual({ code: 'no-aviation-fuel', need: 2100, have: 2000, clause: '9.14' });
    expect(ask(tiny, 'supplyLift', 6)).toBeNull();
    apply(tiny.game, tiny.state, lift(tiny, 'supplyLift', 6));
    expect(kg(tiny)).toEqual([200, 1800]);
    expect(ask(tiny, 'troopLift', 1)).toMatchObject({ code: 'no-aviation-fuel', need: 300, have: 200 });
    expect(legalActions(tiny.game, tiny.state).some((action) => action.type === 'air')).toBe(false);
  });

  test('9.14 an air bridge is paid for with combat sorties', () => {
    const tiny = bridge({
      ...fuel(3000),
      aircraft: [
        { id: 'transport', role: 'transport', payloadKg: 2000, menPerSortie: 20, fuelKgPerSortie: 300 },
        { id: 'fighter', role: 'fighter', fuelKgPerSortie: 200 },
      ],
      air: [
        { id: 't', side: 'cn', aircraft: 'transport', missions: ['troopLift', 'supplyLift'] },
        { id: 'f', side: 'cn', aircraft: 'fighter' },
      ],
    });
    const patrol: AirAction = { type: 'air', formation: 1, mission: 'superiority', hex: 0, sorties: 5 };
    expect(check(tiny.game, tiny.state, patrol)).toBeNull();
    apply(tiny.game, tiny.state, lift(tiny, 'supplyLift', 8));
    expect(check(tiny.game, tiny.state, patrol)).toMatchObject({ code: 'no-aviation-fuel', need: 1000, have: 600 });
    apply(tiny.game, tiny.state, { ...patrol, sorties: 3 });
    expect(kg(tiny)).toEqual([0, 3000]);
  });

  test('9.14 what comes in each day is stored up to a limit', () => {
    const day = bridge(fuel(1000, { kgPerDay: 700, mostKg: 3000 }));
    // The set-up has brought the first day.
    expect(kg(day)[0]).toBe(1700);
    receiveFuel(day.game, day.state);
    expect(kg(day)[0]).toBe(2400);
    receiveFuel(day.game, day.state);
    expect(kg(day)[0]).toBe(3000);
    const two = bridge({ ...fuel(1000, { kgPerDay: 700, mostKg: 9000 }), turnHours: 48 });
    expect(kg(two)[0]).toBe(2400);
  });

  test('9.14 a side without an account, and a type that needs none, fly free of it', () => {
    const free = bridge();
    expect(ask(free, 'supplyLift', 10)).toBeNull();
    apply(free.game, free.state, lift(free, 'supplyLift', 10));
    expect(kg(free)).toEqual([0, 0]);
    const glider = bridge({ ...fuel(0), aircraft: [{ id: 'transport', role: 'transport', menPerSortie: 20 }] });
    expect(ask(glider, 'troopLift', 10)).toBeNull();
    apply(glider.game, glider.state, lift(glider, 'troopLift', 10));
    expect(kg(glider)).toEqual([0, 0]);
  });

  test('7.8, 9.14 the enemy does not see it', () => {
    const tiny = bridge(fuel(2000), true);
    expect(view(tiny.game, tiny.state, 1).sides[0].aviationFuel).toBe(0);
    expect(view(tiny.game, tiny.state, 0).sides[0].aviationFuel).toBe(2000);
  });
});

test('9.13 what is in the depot at the field is lost with the field', () => {
  const tiny = bridge();
  apply(tiny.game, tiny.state, lift(tiny, 'supplyLift', 3));
  setControl(tiny.state.control, tiny.at('0302'), 1);
  passTurn(tiny);
  expect(tiny.state.depots[0]).toMatchObject({ food: 0, ammo: 0 });
  checkInvariants(tiny.game, tiny.state);
});

test('9.12, 9.13 cloud on the hills does not keep the air bridge from its field', () => {
  const high = { elevation: { '0302': [500, 900] as [number, number] } };
  const tiny = bridge(high);
  tiny.state.weather = WEATHERS.indexOf('fog');
  const [event] = only(apply(tiny.game, tiny.state, lift(tiny, 'supplyLift', 5)), 'air');
  expect(event!.delivered).toBe(5 * 2001);
});
