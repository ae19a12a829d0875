/** Rulebook 8: supply. */
import { describe, expect, test } from 'vitest';
import { setControl } from '../../src/core/control.ts';
import type { GameEvent } from '../../src/core/event.ts';
import { hexside } from '../../src/core/game.ts';
import { explainSupply, needs, supplyNetwork, supplyPhase } from '../../src/core/rules/supply.ts';
import {
  type GameState,
  type ReadonlyState,
  SUPPLY_CUT,
  SUPPLY_FULL,
  SUPPLY_LEAK,
  SUPPLY_PARTIAL,
  type UnitState,
} from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import { type Tiny, type TinyOptions, tinyStart } from './fixture.ts';

const ROW = '. . . . . . . . . .';
const EMPTY = { food: 0, ammo: 0, fuel: 0 };

/** A depot in the west, a road along the middle row, one unit at its far end. */
function road(more: Partial<TinyOptions> = {}): Tiny {
  return tinyStart({
    map: [ROW, ROW, ROW, ROW, ROW],
    roads: ['0002-0902'],
    sources: [{ side: 'cn', hex: '0002' }],
    units: [
      { id: 'front', side: 'cn', hex: '0902', men: 1000 },
      { id: 'enemy', side: 'jp', hex: '0900', men: 1000 },
    ],
    ...more,
  });
}

/** Puts the enemy somewhere and gives the first side the ground he left. */
function place(tiny: Tiny, id: string, hex: string): void {
  for (let i = 0; i < tiny.game.size; i++) setControl(tiny.state.control, i, 0);
  tiny.of(id).hex = tiny.at(hex);
  setControl(tiny.state.control, tiny.at(hex), 1);
}

function phase(tiny: Tiny): GameEvent[] {
  const events: GameEvent[] = [];
  supplyPhase(tiny.game, tiny.state, events);
  return events;
}

const explain = (tiny: Tiny, id: string, state: ReadonlyState = tiny.state) =>
  explainSupply(tiny.game, state, tiny.unit(id));

function kilograms(state: GameState): number {
  const load = (entry: { food: number; ammo: number; fuel: number }): number => entry.food + entry.ammo + entry.fuel;
  let total = 0;
  for (const unit of state.units) total += load(unit);
  for (const depot of state.depots) total += load(depot);
  for (const side of state.sides) total += side.used + side.spoiled;
  return total;
}

describe('needs', () => {
  test('8.1: a kilogram of food a man, 0.4 of ammunition, pieces on top; three days, 150 km', () => {
    const tiny = road({
      units: [
        { id: 'mixed', side: 'cn', hex: '0902', men: 1000, equipment: { gun75: 4, horse: 20, tank: 10 } },
        { id: 'enemy', side: 'jp', hex: '0900' },
      ],
    });
    expect(needs(tiny.game, tiny.state, tiny.unit('mixed'))).toEqual({
      foodDay: 1000 + 20 * 5,
      ammoDay: 400 + 4 * 200 + 10 * 50,
      foodCap: 3300,
      ammoCap: 5100,
      fuelCap: 1500,
    });
  });
});

describe('the supply phase', () => {
  test('8.7: a unit eats its day, then fills up by road; all of it leaves the depot', () => {
    const tiny = road();
    place(tiny, 'enemy', '0000');
    const depot = tiny.state.depots[0];
    const before = { ...depot };
    Object.assign(tiny.of('front'), { food: 2000, ammo: 200 });
    const used = tiny.state.sides[0].used;
    phase(tiny);
    expect(tiny.of('front')).toMatchObject({ food: 3000, ammo: 1200, supply: SUPPLY_FULL, daysCut: 0 });
    expect(depot).toMatchObject({ food: (before.food as number) - 2000, ammo: (before.ammo as number) - 1000 });
    expect(tiny.state.sides[0].used - used).toBe(1000);
  });

  test('8.1: who was cut off at the last supply eats half', () => {
    const tiny = road();
    place(tiny, 'enemy', '0000');
    tiny.of('front').hex = tiny.at('0504');
    setControl(tiny.state.control, tiny.at('0002'), 1);
    Object.assign(tiny.of('front'), { food: 3000, supply: SUPPLY_FULL, men: 1001 });
    phase(tiny);
    expect(tiny.of('front')).toMatchObject({ food: 1999, supply: SUPPLY_CUT });
    phase(tiny);
    expect(tiny.of('front').food).toBe(1999 - 501);
  });

  test('8.2: sources bring in their daily tonnage, by the length of the turn', () => {
    const tiny = road({
      turnHours: 12,
      sources: [{ side: 'cn', hex: '0002', foodKg: 0, ammoKg: 0, fuelKg: 0, foodKgPerDay: 3000, fuelKgPerDay: 100 }],
    });
    tiny.of('front').food = 3000;
    const entered = tiny.state.sides[0].entered;
    const { food, fuel } = tiny.state.depots[0] as GameState['depots'][number];
    phase(tiny);
    // Half a day eaten and drawn again.
    expect(tiny.state.depots[0]).toMatchObject({ food: food + 1500 - 500, fuel: fuel + 50 });
    expect(tiny.state.sides[0].entered - entered).toBe(1550);
  });

  test('8.2: an overrun depot gives half to the enemy and takes in no more', () => {
    const tiny = road({
      sources: [
        { side: 'cn', hex: '0002', foodKg: 9001, ammoKg: 0, fuelKg: 0, foodKgPerDay: 500 },
        { side: 'jp', hex: '0900', foodKg: 10000, ammoKg: 10000, fuelKg: 10000 },
      ],
    });
    const total = kilograms(tiny.state);
    Object.assign(tiny.of('front'), { food: 3000, ammo: 1200 });
    const mine = (tiny.state.depots[0] as GameState['depots'][number]).food;
    const theirs = (tiny.state.depots[1] as GameState['depots'][number]).food;
    const sides = tiny.state.sides.map((side) => ({ ...side }));
    expect(total).toBe((sides[0]?.entered ?? 0) + (sides[1]?.entered ?? 0));
    setControl(tiny.state.control, tiny.at('0002'), 1);
    tiny.of('enemy').food = 3000;
    phase(tiny);
    expect(tiny.state.depots[0]).toMatchObject({ food: 0, ammo: 0, fuel: 0 });
    expect(tiny.state.depots[1]?.food).toBe(theirs + Math.floor(mine / 2) - 1000);
    expect(tiny.state.sides[0].spoiled).toBe(mine);
    expect(tiny.of('front').supply).toBe(SUPPLY_CUT);
  });

  test('8.7: the nearest unit is served first, food before ammunition', () => {
    const tiny = road({
      sources: [{ side: 'cn', hex: '0002', foodKg: 100000, ammoKg: 100000, fuelKg: 0 }],
      units: [
        { id: 'far', side: 'cn', hex: '0902', men: 1000 },
        { id: 'near', side: 'cn', hex: '0402', men: 1000 },
        { id: 'enemy', side: 'jp', hex: '0900' },
      ],
    });
    place(tiny, 'enemy', '0000');
    Object.assign(tiny.of('far'), EMPTY);
    Object.assign(tiny.of('near'), EMPTY);
    Object.assign(tiny.state.depots[0] as object, { food: 4000, ammo: 500, fuel: 0 });
    const events = phase(tiny);
    expect(tiny.of('near')).toMatchObject({ food: 3000, ammo: 500, supply: SUPPLY_PARTIAL });
    expect(tiny.of('far')).toMatchObject({ food: 1000, ammo: 0, supply: SUPPLY_PARTIAL });
    expect(events).toContainEqual({
      type: 'supply',
      unit: tiny.unit('far'),
      now: SUPPLY_PARTIAL,
      before: SUPPLY_FULL,
      to: 1,
    });
  });

  test('8.8: nine tenths of every class count as full supply', () => {
    const tiny = road({ sources: [{ side: 'cn', hex: '0002', foodKg: 50000, ammoKg: 1, fuelKg: 0 }] });
    place(tiny, 'enemy', '0000');
    Object.assign(tiny.of('front'), { food: 2000, ammo: 1080 });
    Object.assign(tiny.state.depots[0] as object, { food: 50000, ammo: 0 });
    phase(tiny);
    expect(tiny.of('front').supply).toBe(SUPPLY_FULL);
    tiny.of('front').ammo = 1079;
    phase(tiny);
    expect(tiny.of('front').supply).toBe(SUPPLY_PARTIAL);
  });

  test('entered = carried + in depots + used + spoiled, over many turns and a lost depot', () => {
    const tiny = road({
      jp: '0904',
      sources: [
        { side: 'cn', hex: '0002', foodKgPerDay: 777, ammoKgPerDay: 33, fuelKgPerDay: 9 },
        { side: 'jp', hex: '0904', foodKgPerDay: 111 },
      ],
    });
    for (let turn = 0; turn < 12; turn++) {
      if (turn === 6) setControl(tiny.state.control, tiny.at('0002'), 1);
      phase(tiny);
      const [cn, jp] = tiny.state.sides;
      expect(kilograms(tiny.state)).toBe(cn.entered + jp.entered);
    }
    expect(tiny.of('front').daysCut).toBe(6);
    expect(tiny.of('front').food).toBe(0);
  });
});

describe('irregulars', () => {
  test('8.10: live off the country far from any road, and the books know', () => {
    const tiny = road({
      map: [ROW, ROW, ROW, ROW, ROW, ROW, ROW, ROW],
      units: [
        { id: 'front', side: 'cn', hex: '0902' },
        { id: 'band', side: 'cn', hex: '0507', kind: 'irregular', men: 500 },
        { id: 'enemy', side: 'jp', hex: '0900' },
      ],
    });
    Object.assign(tiny.of('band'), { food: 100, ammo: 0 });
    tiny.state.sides[0].entered -= 1500 - 100 + 600;
    phase(tiny);
    expect(tiny.of('band')).toMatchObject({ food: 1500, ammo: 20, supply: SUPPLY_FULL, daysCut: 0 });
    const [cn, jp] = tiny.state.sides;
    expect(kilograms(tiny.state)).toBe(cn.entered + jp.entered);
    expect(explain(tiny, 'band')).toMatchObject({ status: SUPPLY_FULL, path: [], depot: -1, cut: null });
  });
});

describe('lines of supply', () => {
  /** What an empty regiment far too large for its line gets. */
  function throughput(more: Partial<TinyOptions>): number {
    const big: TinyOptions['units'] = [
      { id: 'front', side: 'cn', hex: '0902' },
      { id: 'enemy', side: 'jp', hex: '0500', men: 100 },
    ];
    const tiny = road({
      units: big,
      ...more,
      sources: [{ side: 'cn', hex: '0002', foodKg: 90_000_000, ammoKg: 90_000_000, fuelKg: 0 }],
    });
    Object.assign(tiny.of('front'), { ...EMPTY, men: 2_000_000 });
    place(tiny, 'enemy', '0000');
    const answer = explain(tiny, 'front');
    phase(tiny);
    const got = tiny.of('front').food + tiny.of('front').ammo;
    expect(answer.throughput).toBe(got);
    return got;
  }

  test.each([
    ['a road', { roads: ['0002-0902'] }, 400_000],
    ['a track', { roads: [], tracks: ['0002-0902'] }, 60_000],
    ['a road with a ferry', { roads: ['0002-0902'], rivers: ['0402 0 major'], bridges: ['0402 0 ferry'] }, 60_000],
    ['a road with a bridge', { roads: ['0002-0902'], rivers: ['0402 0 major'], bridges: ['0402 0'] }, 400_000],
    ['a road that ends 5 km short', { roads: ['0002-0702'] }, 8_000],
    ['a road in light rain', { weather: 'lightRain' as const }, 320_000],
    ['a road in mud', { weather: 'heavyRain' as const }, 200_000],
    ['a track in mud', { roads: [], tracks: ['0002-0902'], weather: 'heavyRain' as const }, 24_000],
  ])('8.3: %s carries what the rulebook says', (_, more, kg) => {
    expect(throughput(more)).toBe(kg);
  });

  test('8.4: porters go 7.5 km from the road, not 10', () => {
    const tiny = road({ map: [ROW, ROW, ROW, ROW, ROW, ROW, ROW], roads: ['0002-0202'] });
    place(tiny, 'enemy', '0900');
    tiny.of('front').hex = tiny.at('0502');
    expect(explain(tiny, 'front').status).toBe(SUPPLY_FULL);
    tiny.of('front').hex = tiny.at('0602');
    expect(explain(tiny, 'front')).toMatchObject({
      status: SUPPLY_CUT,
      path: [],
      cut: { hex: tiny.at('0602'), cause: 'distance', by: -1 },
    });
  });

  test('8.4: a track is 2.5 times as long as a road: 60 km reach, 62.5 do not', () => {
    const long = new Array(30).fill('.').join(' ');
    const tiny = tinyStart({
      map: [long, long, long],
      tracks: ['0001-2901'],
      sources: [{ side: 'cn', hex: '0001' }],
      units: [
        { id: 'in', side: 'cn', hex: '2401' },
        { id: 'out', side: 'cn', hex: '2501' },
        { id: 'enemy', side: 'jp', hex: '2900', men: 100 },
      ],
    });
    place(tiny, 'enemy', '2900');
    phase(tiny);
    expect(tiny.of('in').supply).toBe(SUPPLY_FULL);
    expect(tiny.of('out').supply).toBe(SUPPLY_CUT);
  });

  test('8.6: a blown bridge leaves the porters', () => {
    const tiny = road({ rivers: ['0402 0 river'], bridges: ['0402 0'] });
    place(tiny, 'enemy', '0000');
    tiny.of('enemy').men = 100;
    tiny.state.breaks.push({ hexside: hexside(tiny.game, tiny.at('0402'), 0), minutes: 1200 });
    Object.assign(tiny.of('front'), EMPTY);
    expect(explain(tiny, 'front')).toMatchObject({
      status: SUPPLY_FULL,
      throughput: 8000,
      bottleneck: { hex: tiny.at('0502'), kg: 8000, cause: 'broken' },
    });
  });

  test('8.6: guns that overlook the road halve it, guns that do not reach it or see it leave it alone', () => {
    const tiny = road({
      map: [ROW, ROW, ROW, ROW, '. . . . M . . . . .', ROW, ROW],
      units: [
        { id: 'front', side: 'cn', hex: '0902', men: 1000 },
        { id: 'enemy', side: 'jp', hex: '0404', kind: 'artillery', men: 100, equipment: { gun75: 4 } },
      ],
    });
    place(tiny, 'enemy', '0404');
    expect(explain(tiny, 'front')).toMatchObject({ throughput: 200_000, bottleneck: { cause: 'fire' } });
    tiny.of('enemy').ammo = 0;
    expect(explain(tiny, 'front')).toMatchObject({ throughput: 400_000, bottleneck: { cause: 'road' } });
    tiny.of('enemy').ammo = 100;
    tiny.state.weather = 2;
    expect(explain(tiny, 'front').throughput, 'nobody sees through fog').toBe(400_000);
    tiny.state.weather = 0;
    place(tiny, 'enemy', '0406');
    expect(explain(tiny, 'front').throughput, 'out of sight').toBe(400_000);
  });

  test('8.6: interdiction by sorties; it names itself when it takes more than the guns', () => {
    const tiny = road();
    place(tiny, 'enemy', '0000');
    tiny.of('enemy').men = 100;
    tiny.state.plots.push({ side: 1, kind: 1, hex: tiny.at('0502'), sorties: 30, value: 0 });
    expect(explain(tiny, 'front')).toMatchObject({
      throughput: 100_000,
      bottleneck: { hex: tiny.at('0502'), cause: 'interdiction' },
    });
    tiny.state.weather = 2;
    expect(explain(tiny, 'front').throughput, 'in fog half of them').toBe(160_000);
    tiny.state.plots[0] = { side: 0, kind: 1, hex: tiny.at('0502'), sorties: 30, value: 0 };
    expect(explain(tiny, 'front').throughput, 'own aircraft').toBe(400_000);
  });

  test('8.5: an enemy across the road cuts it; the ring leaks 500 kg a day to all behind it', () => {
    const tiny = road({
      map: [ROW, ROW, ROW],
      roads: ['0001-0901'],
      sources: [{ side: 'cn', hex: '0001' }],
      units: [
        { id: 'front', side: 'cn', hex: '0801', men: 1000 },
        { id: 'second', side: 'cn', hex: '0901', men: 1000 },
        { id: 'block', side: 'jp', hex: '0501', men: 1000 },
      ],
    });
    place(tiny, 'block', '0501');
    Object.assign(tiny.of('front'), EMPTY);
    Object.assign(tiny.of('second'), EMPTY);
    expect(explain(tiny, 'front')).toMatchObject({
      status: SUPPLY_LEAK,
      throughput: 500,
      bottleneck: { kg: 500, cause: 'zoc' },
      cut: { cause: 'enemy-unit', by: tiny.unit('block'), hex: tiny.at('0501') },
    });
    expect(explain(tiny, 'front').path).not.toContain(tiny.at('0501'));
    tiny.of('front').daysCut = 0;
    phase(tiny);
    expect(tiny.of('front').food + tiny.of('second').food).toBe(500);
    expect([tiny.of('front').supply, tiny.of('second').supply]).toEqual([SUPPLY_LEAK, SUPPLY_LEAK]);
    expect(tiny.of('front').daysCut).toBe(1);
    phase(tiny);
    expect(tiny.of('front').daysCut).toBe(2);
  });

  test('8.5: a friendly unit holds the road open through an enemy zone of control', () => {
    const tiny = road({
      map: [ROW, ROW, ROW, ROW, ROW],
      units: [
        { id: 'front', side: 'cn', hex: '0902', men: 1000 },
        { id: 'guard', side: 'cn', hex: '0402', men: 200 },
        { id: 'guard2', side: 'cn', hex: '0502', men: 200 },
        { id: 'enemy', side: 'jp', hex: '0403', men: 1000 },
      ],
    });
    place(tiny, 'enemy', '0403');
    expect(explain(tiny, 'front')).toMatchObject({ status: SUPPLY_FULL, throughput: 400_000 });
  });

  test('8.5: a line prefers a way round to a way through the ring, however long', () => {
    const tiny = road({ roads: ['0002-0902', '0002 0001 0000-0900 0901 0902'] });
    place(tiny, 'enemy', '0504');
    expect(explain(tiny, 'front')).toMatchObject({ status: SUPPLY_FULL });
    const far = explain(tiny, 'front');
    place(tiny, 'enemy', '0502');
    tiny.of('enemy').hex = tiny.at('0503');
    const round = explain(tiny, 'front');
    expect(round.status).toBe(SUPPLY_FULL);
    expect(round.path.length).toBeGreaterThan(far.path.length);
    expect(round.path).toContain(tiny.at('0500'));
  });

  test('8.5: a ring deeper than porters get in a night is shut', () => {
    const tiny = road({ map: [ROW, ROW, ROW], roads: ['0001-0901'], sources: [{ side: 'cn', hex: '0001' }] });
    place(tiny, 'enemy', '0900');
    tiny.of('enemy').men = 100;
    tiny.of('front').hex = tiny.at('0701');
    for (let row = 0; row < 3; row++)
      for (let col = 3; col <= 5; col++) setControl(tiny.state.control, row * 10 + col, 1);
    expect(explain(tiny, 'front').status).toBe(SUPPLY_LEAK);
    for (let row = 0; row < 3; row++) setControl(tiny.state.control, row * 10 + 6, 1);
    expect(explain(tiny, 'front')).toMatchObject({
      status: SUPPLY_CUT,
      cut: { hex: tiny.at('0601'), cause: 'enemy-hex', by: -1 },
    });
  });
});

describe('explanations', () => {
  test('8.9: path, depot and narrowest link; an empty depot is named', () => {
    const tiny = road();
    place(tiny, 'enemy', '0000');
    tiny.of('enemy').men = 100;
    const answer = explain(tiny, 'front');
    expect(answer.path.map((hex) => hex - 20)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(answer).toMatchObject({ depot: 0, depotName: 'source 0', cut: null });
    Object.assign(tiny.of('front'), EMPTY);
    Object.assign(tiny.state.depots[0] as object, { food: 100, ammo: 5, fuel: 0 });
    expect(explain(tiny, 'front')).toMatchObject({
      status: SUPPLY_PARTIAL,
      bottleneck: { hex: tiny.at('0002'), kg: 105, cause: 'stock' },
    });
  });

  test('8.9: what it says is what the phase then does, and asking changes nothing', () => {
    const tiny = road({ sources: [{ side: 'cn', hex: '0002', foodKg: 20000, ammoKg: 3000, fuelKg: 0 }] });
    for (const hex of ['0000', '0501', '0502', '0503', '0803', '0901']) {
      place(tiny, 'enemy', hex);
      Object.assign(tiny.of('front'), { food: 500, ammo: 100 });
      const before = JSON.stringify(tiny.state);
      const { status } = explain(tiny, 'front');
      supplyNetwork(tiny.game, tiny.state, 0);
      expect(JSON.stringify(tiny.state)).toBe(before);
      phase(tiny);
      expect(tiny.of('front').supply, hex).toBe(status);
    }
  });

  test('8.9: a view answers by what its side knows', () => {
    const tiny = tinyStart(
      {
        map: [ROW, 'w w w w w w w w w w', ROW],
        roads: ['0001-0901'],
        sources: [{ side: 'cn', hex: '0001' }],
        units: [
          { id: 'front', side: 'cn', hex: '0901' },
          { id: 'hidden', side: 'jp', hex: '0401' },
        ],
      },
      { fog: true },
    );
    setControl(tiny.state.believed[0], tiny.at('0401'), 0);
    for (let i = 0; i < tiny.game.size; i++) setControl(tiny.state.believed[0], i, 0);
    tiny.of('hidden').seen = 0;
    expect(explain(tiny, 'front', view(tiny.game, tiny.state, 0)).status).toBe(SUPPLY_FULL);
    tiny.of('hidden').seen = 2;
    expect(explain(tiny, 'front', view(tiny.game, tiny.state, 0)).status).toBeLessThan(SUPPLY_PARTIAL);
  });

  test('8.9: the network shows the links in use with what they carry and bear', () => {
    const tiny = road({
      units: [
        { id: 'front', side: 'cn', hex: '0902', men: 1000 },
        { id: 'mid', side: 'cn', hex: '0402', men: 1000 },
        { id: 'enemy', side: 'jp', hex: '0600', men: 100 },
      ],
    });
    place(tiny, 'enemy', '0000');
    for (const unit of tiny.state.units as UnitState[]) Object.assign(unit, EMPTY);
    const { links, depots, cut } = supplyNetwork(tiny.game, tiny.state, 0);
    const each = 3000 + 1200;
    expect(links.map((link) => [link.from - 20, link.to - 20, link.kg, link.load])).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((to) => [to - 1, to, 400_000, to <= 4 ? 2 * each : each]),
    );
    expect(depots).toEqual([{ depot: 0, hex: tiny.at('0002'), short: false }]);
    expect(cut).toEqual([]);
    expect(supplyNetwork(tiny.game, tiny.state, 1).cut).toEqual([tiny.unit('enemy')]);
  });
});
