/** Rulebook 8.1 (what a unit carries), 8.11 convoys from depot to depot, 8.12 raids. */
import { describe, expect, test } from 'vitest';
import { setControl } from '../../src/core/control.ts';
import type { GameEvent } from '../../src/core/event.ts';
import { hexside } from '../../src/core/game.ts';
import { explainSupply, needs, supplyNetwork, supplyPhase } from '../../src/core/rules/supply.ts';
import type { SupplySourceData, UnitKind } from '../../src/core/scenario.ts';
import { type Tiny, type TinyOptions, type TinyUnit, tinyStart } from './fixture.ts';
import { checkInvariants } from './invariants.ts';
import { only } from './turns.ts';

const FAR: TinyUnit = { id: 'x', side: 'jp', hex: '0904' };
const LAID_ON = { source: 'source0', foodKgPerDay: 3000, ammoKgPerDay: 2000, fuelKgPerDay: 1000 };

/** A depot at 0002 with stocks, an empty one at 0602 fed from it along a road. */
function chain(
  from: Partial<NonNullable<SupplySourceData['from']>> = {},
  more: Partial<TinyOptions> = {},
  stock: Partial<Pick<SupplySourceData, 'foodKg' | 'ammoKg' | 'fuelKg'>> = {},
): Tiny {
  const tiny = tinyStart({
    map: new Array<string>(5).fill('..........'),
    roads: ['0002-0902'],
    units: [FAR],
    sources: [
      { side: 'cn', hex: '0002', ...stock },
      { side: 'cn', hex: '0602', foodKg: 0, ammoKg: 0, fuelKg: 0, from: { ...LAID_ON, ...from } },
    ],
    ...more,
  });
  // The set-up has run a convoy already.
  const [first, second] = [tiny.state.depots[0]!, tiny.state.depots[1]!];
  for (const kind of ['food', 'ammo', 'fuel'] as const) {
    first[kind] += second[kind];
    second[kind] = 0;
  }
  return tiny;
}

/** A supply phase; what came to the second depot, by class. */
function run(tiny: Tiny): [number, number, number] {
  supplyPhase(tiny.game, tiny.state, []);
  checkInvariants(tiny.game, tiny.state);
  const { food, ammo, fuel } = tiny.state.depots[1]!;
  return [food, ammo, fuel];
}

const convoy = (tiny: Tiny) => supplyNetwork(tiny.game, tiny.state, 0).convoys[0]!;
const hexesOf = (tiny: Tiny, ...names: string[]): number[] => names.map(tiny.at);

describe('8.11 convoys', () => {
  test('8.11 bring what the scenario lays on, each turn, by the length of the turn; the books close', () => {
    const tiny = chain();
    const before = structuredClone(tiny.state.depots[0]!);
    expect(convoy(tiny)).toEqual({
      from: 0,
      to: 1,
      path: hexesOf(tiny, '0602', '0502', '0402', '0302', '0202', '0102', '0002'),
      asked: 6000,
      kg: 6000,
      cause: null,
    });
    const { entered, used, spoiled } = tiny.state.sides[0];
    expect(run(tiny)).toEqual([3000, 2000, 1000]);
    expect(tiny.state.depots[0]).toMatchObject({
      food: before.food - 3000,
      ammo: before.ammo - 2000,
      fuel: before.fuel - 1000,
    });
    expect(tiny.state.sides[0]).toMatchObject({ entered, used, spoiled });
    expect(run(tiny)).toEqual([6000, 4000, 2000]);
    expect(run(chain({}, { turnHours: 48 }))).toEqual([6000, 4000, 2000]);
  });

  test('8.11 before the units draw', () => {
    const tiny = chain({}, { units: [FAR, { id: 'a', side: 'cn', hex: '0702' }] });
    Object.assign(tiny.of('a'), { food: 0 });
    tiny.state.sides[0].used += 3000;
    const before = tiny.state.depots[0]!.food;
    // What came this morning to the second depot, a hex away, has gone to the unit.
    expect(run(tiny)[0]).toBe(0);
    expect([tiny.of('a').food, tiny.state.depots[0]!.food]).toEqual([3000, before - 3000]);
  });

  test('8.11 as far as the stock allows, food first, then ammunition, then fuel', () => {
    const stock = (foodKg: number, ammoKg: number, fuelKg: number) => chain({}, {}, { foodKg, ammoKg, fuelKg });
    const short = stock(5000, 700, 0);
    expect(convoy(short)).toMatchObject({ kg: 3700, asked: 6000, cause: 'stock' });
    expect(run(short)).toEqual([3000, 700, 0]);
    expect(run(stock(100, 9000, 9000))).toEqual([100, 2000, 1000]);
  });

  test('8.11 as far as the narrowest link allows, food first', () => {
    // Tracks carry 60,000 kg, porters 8,000.
    const heavy = { foodKgPerDay: 40_000, ammoKgPerDay: 40_000, fuelKgPerDay: 40_000 };
    const track = chain(heavy, { roads: ['0002-0302', '0402-0902'], tracks: ['0302 0402'] });
    expect(convoy(track)).toMatchObject({ kg: 60_000, cause: 'track' });
    expect(run(track)).toEqual([40_000, 20_000, 0]);
    const porters = chain(heavy, { roads: ['0002-0302', '0402-0902'] });
    expect(convoy(porters)).toMatchObject({ kg: 8000, cause: 'porter' });
    expect(run(porters)).toEqual([8000, 0, 0]);
    const broken = chain(heavy);
    broken.state.breaks.push({ hexside: hexside(broken.game, broken.at('0302'), 0), minutes: 240 });
    expect(convoy(broken)).toMatchObject({ kg: 8000, cause: 'broken' });
    const bombed = chain(heavy);
    bombed.state.plots.push({ side: 1, kind: 1, hex: bombed.at('0302'), sorties: 30, value: 0 });
    expect(convoy(bombed)).toMatchObject({ kg: 100_000, asked: 120_000, cause: 'interdiction' });
  });

  test('8.11 and leave the units their share of the links', () => {
    const units = [FAR, { id: 'a', side: 'cn' as const, hex: '0402', men: 1000 }];
    const options = { units, roads: ['0002-0202', '0302-0902'] };
    const tiny = chain({ foodKgPerDay: 8000, ammoKgPerDay: 0, fuelKgPerDay: 0 }, options);
    expect(run(tiny)).toEqual([8000, 0, 0]);
    // The porters of the gap carry 8,000 kg for the convoy, and the unit's day besides.
    expect(tiny.of('a').food).toBe(3000);
    expect(tiny.of('a').supply).toBe(3);
  });

  test('8.11 not through the ring, and not where enemy troops stand', () => {
    const west = {
      roads: ['0000-0900'],
      map: ['..........'],
      sources: [
        { side: 'cn' as const, hex: '0000' },
        { side: 'cn' as const, hex: '0600', foodKg: 0, ammoKg: 0, fuelKg: 0, from: LAID_ON },
      ],
    };
    const open = chain({}, { ...west, units: [{ ...FAR, hex: '0900' }] });
    expect(run(open)).toEqual([3000, 2000, 1000]);
    // An enemy-held hex on the way is ring: porters would leak through to units, convoys do not.
    const held = chain({}, { ...west, units: [{ ...FAR, hex: '0900' }], jp: '0300' });
    expect(convoy(held)).toMatchObject({ kg: 0, path: [], cause: null });
    expect(run(held)).toEqual([0, 0, 0]);
    const blocked = chain({}, { ...west, units: [{ ...FAR, hex: '0300' }] });
    expect(run(blocked)).toEqual([0, 0, 0]);
  });

  test('8.11 not to or from a depot that is not held, or that has enemies in its hex', () => {
    for (const [hex, depot] of [
      ['0002', 0],
      ['0602', 1],
    ] as const) {
      const lost = chain();
      setControl(lost.state.control, lost.at(hex), 1);
      supplyPhase(lost.game, lost.state, []);
      expect(lost.state.depots[1], `depot ${depot} lost`).toMatchObject({ food: 0, ammo: 0, fuel: 0 });
      // Irregulars take no possession of the hex, but nothing is loaded under their eyes.
      const visited = chain({}, { units: [FAR, { id: 'band', side: 'jp', hex, kind: 'irregular', men: 300 }] });
      expect(run(visited), `depot ${depot} visited`).toEqual([0, 0, 0]);
    }
  });

  test('8.11 a depot in enemy hands begins to work when its side takes the hex', () => {
    const tiny = chain({}, { jp: '0602' });
    expect(run(tiny)).toEqual([0, 0, 0]);
    setControl(tiny.state.control, tiny.at('0602'), 0);
    expect(run(tiny)).toEqual([3000, 2000, 1000]);
    // And when it changes hands again, half of what lies there goes to the enemy's depot, if he has one.
    setControl(tiny.state.control, tiny.at('0602'), 1);
    const { spoiled } = tiny.state.sides[0];
    expect(run(tiny)).toEqual([0, 0, 0]);
    expect(tiny.state.sides[0].spoiled).toBe(spoiled + 6000);
  });

  test('8.11 in the order of the scenario: a chain of depots passes on what it has got', () => {
    const sources = (order: 'forward' | 'backward'): NonNullable<TinyOptions['sources']> => {
      const empty = { foodKg: 0, ammoKg: 0, fuelKg: 0 };
      const middle = { side: 'cn' as const, hex: '0402', ...empty, id: 'middle', from: { ...LAID_ON, source: 'base' } };
      const last = { side: 'cn' as const, hex: '0702', ...empty, id: 'last', from: { ...LAID_ON, source: 'middle' } };
      const base = { side: 'cn' as const, hex: '0002', id: 'base' };
      return order === 'forward' ? [base, middle, last] : [base, last, middle];
    };
    const food = (order: 'forward' | 'backward'): Record<string, number> => {
      const tiny = tinyStart({
        map: new Array<string>(5).fill('..........'),
        roads: ['0002-0902'],
        units: [FAR],
        sources: sources(order),
      });
      const { supplySources } = tiny.game.data.scenario;
      return Object.fromEntries(supplySources.map(({ id }, i) => [id, tiny.state.depots[i]!.food]));
    };
    expect(food('forward')).toEqual({ base: 997_000, middle: 0, last: 3000 });
    expect(food('backward')).toEqual({ base: 997_000, middle: 3000, last: 0 });
  });
});

describe('8.12 raids', () => {
  const band = (hex: string, kind: UnitKind = 'irregular', side: 'cn' | 'jp' = 'jp'): TinyUnit => ({
    id: 'band',
    side,
    hex,
    kind,
    men: 300,
  });
  const heavy = { foodKgPerDay: 400_000, ammoKgPerDay: 0, fuelKgPerDay: 0 };
  const lonely = { map: ['..........'], roads: ['0000-0900'] };
  const raided = (...more: TinyUnit[]): Tiny =>
    chain(heavy, {
      ...lonely,
      units: [{ ...FAR, hex: '0900' }, ...more],
      sources: [
        { side: 'cn', hex: '0000' },
        { side: 'cn', hex: '0600', foodKg: 0, ammoKg: 0, fuelKg: 0, from: { ...LAID_ON, ...heavy } },
      ],
    });

  test('8.12 a hex in or next to which enemy irregulars stand carries half', () => {
    expect(convoy(raided())).toMatchObject({ kg: 400_000, cause: null });
    expect(convoy(raided(band('0300')))).toMatchObject({ kg: 200_000, asked: 400_000, cause: 'raid' });
    expect(convoy(raided(band('0700')))).toMatchObject({ kg: 200_000, cause: 'raid' });
    expect(convoy(raided(band('0800')))).toMatchObject({ kg: 400_000, cause: null });
    expect(convoy(raided(band('0300', 'irregular', 'cn')))).toMatchObject({ kg: 400_000, cause: null });
  });

  test('8.12 not where own troops stand', () => {
    const guards = ['0200', '0300', '0400'].map((hex): TinyUnit => ({ id: `g${hex}`, side: 'cn', hex, men: 50 }));
    const near = { ...band('0301') };
    const map = { map: ['..........', '..........'] };
    const tiny = (...more: TinyUnit[]): Tiny =>
      chain(heavy, {
        ...lonely,
        ...map,
        units: [{ ...FAR, hex: '0901' }, near, ...more],
        sources: [
          { side: 'cn', hex: '0000' },
          { side: 'cn', hex: '0600', foodKg: 0, ammoKg: 0, fuelKg: 0, from: { ...LAID_ON, ...heavy } },
        ],
      });
    expect(convoy(tiny()).cause).toBe('raid');
    expect(convoy(tiny(...guards)).cause).toBeNull();
    // 0301 touches 0300 and 0400: one guard is not enough.
    expect(convoy(tiny(guards[1]!)).cause).toBe('raid');
  });

  test('8.12 a unit behind them gets half as well', () => {
    const tiny = raided(band('0300'), { id: 'a', side: 'cn', hex: '0500' });
    tiny.state.depots[1]!.food = 0;
    expect(explainSupply(tiny.game, tiny.state, tiny.unit('a'))).toMatchObject({
      throughput: 200_000,
      bottleneck: { kg: 200_000, cause: 'raid' },
    });
  });

  test('8.12 of a convoy that passes a tenth is lost, of each class, and both sides hear of it', () => {
    const tiny = raided(band('0300'));
    const { from } = tiny.game.data.scenario.supplySources[1]!;
    Object.assign(from!, { foodKgPerDay: 3005, ammoKgPerDay: 2000, fuelKgPerDay: 9 });
    const { spoiled } = tiny.state.sides[0];
    const food = tiny.state.depots[0]!.food;
    const events: GameEvent[] = [];
    supplyPhase(tiny.game, tiny.state, events);
    expect(tiny.state.depots[1]).toMatchObject({ food: 3005 - 300, ammo: 1800, fuel: 9 });
    expect(tiny.state.depots[0]!.food).toBe(food - 3005);
    expect(tiny.state.sides[0].spoiled).toBe(spoiled + 500);
    // The first hex on the way that they lie beside.
    expect(only(events, 'raid')).toEqual([{ type: 'raid', side: 0, hex: tiny.at('0200'), kg: 500, to: 3 }]);
    checkInvariants(tiny.game, tiny.state);
  });

  test('8.12 whatever else narrows the link', () => {
    const tiny = raided(band('0300'));
    const { from } = tiny.game.data.scenario.supplySources[1]!;
    Object.assign(from!, { foodKgPerDay: 1000 });
    for (const hex of ['0200', '0300', '0400'])
      tiny.state.plots.push({ side: 1, kind: 1, hex: tiny.at(hex), sorties: 40, value: 0 });
    expect(run(tiny)[0]).toBe(900);
  });

  test('8.12 raids, fire and aircraft each take their part', () => {
    const tiny = raided(band('0300'));
    tiny.state.plots.push({ side: 1, kind: 1, hex: tiny.at('0200'), sorties: 5, value: 0 });
    // Half of 400,000, and ten fifteenths of that; the raid takes more, and gives the name.
    expect(convoy(tiny)).toMatchObject({ kg: 133_333, cause: 'raid' });
    tiny.state.plots[0]!.sorties = 30;
    expect(convoy(tiny)).toMatchObject({ kg: 50_000, cause: 'interdiction' });
  });
});

describe('8.1 what a unit carries', () => {
  test('8.1 its train may carry more or less than three days; it fills up to that', () => {
    const tiny = tinyStart({
      map: ['..........'],
      sources: [{ side: 'cn', hex: '0000' }],
      units: [
        { id: 'usual', side: 'cn', hex: '0000' },
        { id: 'pack', side: 'cn', hex: '0000', carry: { foodDays: 8, ammoDays: 1 } },
      ],
    });
    expect(needs(tiny.game, tiny.state, 0)).toMatchObject({ foodDay: 1000, foodCap: 3000, ammoCap: 1200 });
    expect(needs(tiny.game, tiny.state, 1)).toMatchObject({ foodDay: 1000, foodCap: 8000, ammoCap: 400 });
    // They arrive with all of it, and fill up after a day.
    expect([tiny.of('pack').food, tiny.of('pack').ammo]).toEqual([8000, 400]);
    tiny.of('pack').food -= 5000;
    tiny.state.sides[0].used += 5000;
    supplyPhase(tiny.game, tiny.state, []);
    expect([tiny.of('pack').food, tiny.of('pack').ammo]).toEqual([8000, 400]);
    checkInvariants(tiny.game, tiny.state);
  });
});
