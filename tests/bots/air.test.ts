/** Combat sorties of the bots: shared out by the plan, the fuel and the enemy, and never flown for nothing. */
import { describe, expect, test } from 'vitest';
import { closingMissions, openingMissions, supportAssault } from '../../src/bots/air.ts';
import type { AirPlanData } from '../../src/core/plans.ts';
import { WEATHERS } from '../../src/core/scenario.ts';
import { ACT_MOVED, SEEN_CONTACT, SEEN_STRENGTH, SEEN_TYPE } from '../../src/core/state.ts';
import { type Tiny, type TinyOptions, tinyStart } from '../core/fixture.ts';
import { airPlan, carryOut, flights, sorties, staffAt } from './staff.ts';

const MAP = new Array<string>(9).fill(','.repeat(14));

/** Two posts of the first side, each with an enemy of nine times its men beside it; ten fighters and ten bombers. */
function front(air: Partial<AirPlanData> = {}, more: Partial<TinyOptions> = {}, fog = false): Tiny {
  const tiny = tinyStart(
    {
      map: MAP,
      units: [
        { id: 'a', side: 'cn', hex: '0302', men: 1000 },
        { id: 'b', side: 'cn', hex: '0306', men: 1000 },
        { id: 'x', side: 'jp', hex: '0402', men: 9000 },
        { id: 'y', side: 'jp', hex: '0406', men: 9000 },
        { id: 'z', side: 'jp', hex: '0904', men: 3000 },
      ],
      aircraft: [
        { id: 'fighter', role: 'fighter', supportValue: 100, fuelKgPerSortie: 300 },
        { id: 'bomber', role: 'bomber', supportValue: 200, fuelKgPerSortie: 1500 },
      ],
      air: [
        { id: 'f', side: 'cn', aircraft: 'fighter' },
        { id: 'b', side: 'cn', aircraft: 'bomber' },
      ],
      ...more,
    },
    { fog },
  );
  tiny.game.data.plans = airPlan('cn', air);
  return tiny;
}

describe('support and interdiction', () => {
  test('by the plan’s tenths', () => {
    for (const [tenths, behind] of [
      [0, 0],
      [3, 6],
      [10, 20],
    ] as const) {
      const tiny = front({ interdiction: tenths });
      tiny.of('z').acts = ACT_MOVED;
      tiny.of('z').men = 30_000;
      const orders = closingMissions(staffAt(tiny));
      expect(sorties(orders, 'interdiction'), `${tenths}`).toBe(behind);
      expect(sorties(orders, 'closeSupport'), `${tenths}`).toBe(20 - behind);
      carryOut(tiny, orders);
    }
  });

  test('not all support goes to one place', () => {
    const tiny = front({ interdiction: 0 });
    const over = new Map<number, number>();
    for (const { hex, sorties: count } of flights(closingMissions(staffAt(tiny)), 'closeSupport'))
      over.set(hex, (over.get(hex) ?? 0) + count);
    expect([...over.keys()].sort()).toEqual([tiny.at('0302'), tiny.at('0306')]);
    expect(Math.max(...over.values())).toBeLessThan(15);
  });

  test('nothing is flown where there is nobody to help and nothing to hit', () => {
    const tiny = front({ interdiction: 5 }, {});
    for (const id of ['x', 'y', 'z']) tiny.of(id).hex = tiny.at('1304');
    expect(flights(closingMissions(staffAt(tiny)))).toEqual([]);
  });

  test('an assault takes no more than half of the support, and no more than it needs', () => {
    const strong = front({ interdiction: 0 });
    expect(sorties(supportAssault(staffAt(strong), strong.at('0402')))).toBe(10);
    const weak = front({ interdiction: 0 });
    weak.of('x').men = 100;
    expect(sorties(supportAssault(staffAt(weak), weak.at('0402')))).toBeLessThan(3);
  });

  test('fighters over the field, bombers behind it', () => {
    const tiny = front({ interdiction: 5 });
    tiny.of('z').acts = ACT_MOVED;
    const orders = closingMissions(staffAt(tiny));
    for (const { formation } of flights(orders, 'interdiction')) expect(formation).toBe(1);
    for (const { formation } of flights(orders, 'closeSupport')) expect(formation).toBe(0);
  });

  test('in heavy rain no support is flown: it would see nothing', () => {
    const tiny = front({ interdiction: 0 });
    expect(sorties(closingMissions(staffAt(tiny)), 'closeSupport')).toBe(20);
    tiny.state.weather = WEATHERS.indexOf('heavyRain');
    expect(flights(closingMissions(staffAt(tiny)), 'closeSupport')).toEqual([]);
  });

  test('where an air-ground party directs it first', () => {
    const first = (party: boolean): number | undefined => {
      const tiny = front({ interdiction: 0 });
      if (party) for (const unit of tiny.game.units) if (unit.id === 'b') unit.data.airParty = true;
      return flights(closingMissions(staffAt(tiny)), 'closeSupport')[0]?.hex;
    };
    const tiny = front();
    expect(first(false)).toBe(tiny.at('0302'));
    expect(first(true)).toBe(tiny.at('0306'));
  });
});

describe('fuel for combat', () => {
  const fuel = (startKg: number) => ({ fuel: [{ side: 'cn' as const, startKg, kgPerDay: 0 }] });

  test('the thriftier wing is given its fuel first', () => {
    // A third of 4.5 t, more of it for a clear day: 2.5 t, enough for eight fighters at 300 kg and no bomber besides.
    const tiny = front({ interdiction: 0 }, fuel(4500));
    const orders = closingMissions(staffAt(tiny));
    expect(flights(orders).every(({ formation }) => formation === 0)).toBe(true);
    expect(sorties(orders)).toBe(8);
  });

  test('the plan’s tenths of it are for the bombers', () => {
    const tiny = front({ interdiction: 10 }, fuel(9000));
    tiny.of('z').acts = ACT_MOVED;
    const flown = flights(closingMissions(staffAt(tiny)));
    expect(flown.filter(({ formation }) => formation === 1)).toMatchObject([{ mission: 'interdiction', sorties: 3 }]);
  });

  test('no order is refused for want of it, whatever there is', () => {
    for (const kg of [0, 299, 300, 5000, 17_000, 40_000]) {
      const tiny = front({}, fuel(kg));
      tiny.of('z').acts = ACT_MOVED;
      carryOut(tiny, openingMissions(staffAt(tiny)));
      carryOut(tiny, closingMissions(staffAt(tiny)));
      expect(tiny.state.sides[0].aviationFuel).toBeGreaterThanOrEqual(0);
    }
  });

  test('what is in store is not burnt in one turn', () => {
    const tiny = front({}, fuel(18_000));
    carryOut(tiny, closingMissions(staffAt(tiny)));
    expect(tiny.state.sides[0].aviationUsed).toBeGreaterThan(0);
    expect(tiny.state.sides[0].aviationFuel).toBeGreaterThan(5000);
  });
});

describe('patrols', () => {
  const fighters = (count: number): Partial<TinyOptions> => ({
    air: [
      { id: 'f', side: 'cn', aircraft: 'fighter' },
      { id: 'e', side: 'jp', aircraft: 'fighter', count },
    ],
  });

  test('no more than the enemy’s fighters call for, and some left for other work', () => {
    expect(sorties(openingMissions(staffAt(front({}, fighters(1)))), 'superiority')).toBe(2);
    expect(sorties(openingMissions(staffAt(front({}, fighters(40)))), 'superiority')).toBe(6);
  });

  test('none against ten times as many: such an air force comes out for assaults alone', () => {
    const tiny = front({ interdiction: 0 }, fighters(101));
    expect(sorties(openingMissions(staffAt(tiny)))).toBe(0);
    expect(sorties(closingMissions(staffAt(tiny)))).toBe(0);
    expect(sorties(supportAssault(staffAt(tiny), tiny.at('0402')))).toBeGreaterThan(0);
    expect(sorties(closingMissions(staffAt(front({ interdiction: 0 }, fighters(99)))))).toBeGreaterThan(0);
  });

  test('none where the enemy has no fighters', () => {
    expect(sorties(openingMissions(staffAt(front())), 'superiority')).toBe(0);
  });
});

describe('reconnaissance', () => {
  const eyes: Partial<TinyOptions> = {
    aircraft: [{ id: 'eye', role: 'recon', supportValue: 0 }],
    air: [{ id: 'e', side: 'cn', aircraft: 'eye', count: 4, missions: ['reconnaissance'] }],
  };

  /** Everybody known by strength but for what the test says. */
  function known(seen: number): Tiny {
    const tiny = front({}, eyes, true);
    for (const id of ['x', 'y', 'z']) tiny.of(id).seen = SEEN_STRENGTH;
    tiny.of('y').seen = seen;
    return tiny;
  }

  test('at an enemy known by his dust, not at those known by type', () => {
    const dust = known(SEEN_CONTACT);
    const goal = flights(openingMissions(staffAt(dust)), 'reconnaissance');
    expect(goal.map(({ hex }) => hex)).toEqual([dust.at('0406')]);
    expect(flights(openingMissions(staffAt(known(SEEN_TYPE))), 'reconnaissance')).toEqual([]);
  });

  test('at an enemy lost from sight', () => {
    const tiny = known(SEEN_TYPE);
    Object.assign(tiny.of('z'), { seen: 0, seenHex: tiny.at('0904'), seenTurn: 1, hex: tiny.at('1308') });
    expect(flights(openingMissions(staffAt(tiny)), 'reconnaissance')).toMatchObject([{ hex: tiny.at('0904') }]);
  });
});
