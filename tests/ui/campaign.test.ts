/** What the panels of a campaign say: air war and fuel, air bridge, decisions, depots, comings and goings, breaking out. */
import { describe, expect, test } from 'vitest';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { setControl } from '../../src/core/control.ts';
import type { GameEvent } from '../../src/core/event.ts';
import { airPhase } from '../../src/core/rules/air.ts';
import { WEATHERS } from '../../src/core/scenario.ts';
import { basesOf, cargoesOf, fuelFacts, transportsOf, wingsOf, worthInCombat } from '../../src/ui/app/airForce.ts';
import { airTargets } from '../../src/ui/app/airTargets.ts';
import { waysOut } from '../../src/ui/app/breakOut.ts';
import { type LogLine, linesOf } from '../../src/ui/app/chronicle.ts';
import { comingsOf } from '../../src/ui/app/comings.ts';
import { decisionFacts, openDecisions, zonesLeft, zonesOf } from '../../src/ui/app/decisions.ts';
import { depotsOf, narrowLinks, networkOf, raidsOf, sortDepots } from '../../src/ui/app/depots.ts';
import { click, IDLE, planBreakOut, refresh, select } from '../../src/ui/app/model.ts';
import { heartOf } from '../../src/ui/app/opening.ts';
import type { Seen } from '../../src/ui/app/seen.ts';
import { conditionText, effectText } from '../../src/ui/app/wording.ts';
import { t } from '../../src/ui/text/intl.ts';
import { namesOf } from '../../src/ui/text/names.ts';
import { type Tiny, type TinyOptions, tinyStart } from '../core/fixture.ts';

const open = (rows: number, cols: number): string[] => new Array<string>(rows).fill(','.repeat(cols));
const seenOf = (tiny: Tiny, side: 0 | 1 = 0): Seen => ({ game: tiny.game, view: tiny.state, side, mayOrder: true });

/** A field with fighters, transports off the map, men who wait for them, and an enemy 20 km away. */
function airWar(more: Partial<TinyOptions> = {}): Tiny {
  return tinyStart({
    map: open(9, 12),
    jp: '1100',
    hexKm: 5,
    places: { town: '0506' },
    airfields: [{ id: 'field', side: 'cn', hex: '0202' }],
    sources: [{ side: 'cn', hex: '0202', foodKg: 1000, ammoKg: 2000, fuelKg: 0 }],
    units: [
      { id: 'a', side: 'cn', hex: '0202' },
      { id: 'first', side: 'cn', hex: '0202', men: 900, turn: 1, by: 'airlift' },
      { id: 'second', side: 'cn', hex: '0202', men: 500, turn: 3, by: 'airlift' },
      { id: 'enemy', side: 'jp', hex: '0602' },
    ],
    aircraft: [
      { id: 'fighter', role: 'fighter', fuelKgPerSortie: 400, name: 'Hawk' },
      { id: 'carrier', role: 'transport', payloadKg: 2000, menPerSortie: 20, fuelKgPerSortie: 1200, rangeKm: 3000 },
    ],
    air: [
      { id: 'hawks', side: 'cn', aircraft: 'fighter', base: { name: 'Field', hex: '0202' } },
      { id: 'lift', side: 'cn', aircraft: 'carrier', missions: ['troopLift', 'supplyLift'], count: 20 },
      { id: 'late', side: 'cn', aircraft: 'fighter', arrival: '1939-12-20' },
    ],
    fuel: [{ side: 'cn', startKg: 30_000, kgPerDay: 5000, mostKg: 60_000 }],
    ...more,
  });
}

describe('the air war', () => {
  test.each(WEATHERS)('the share of sorties in %s is what the engine flies', (weather) => {
    const said = {
      clear: [10, /all they can/],
      overcast: [7, /seven in ten/],
      fog: [5, /half/],
      lightRain: [4, /four in ten/],
      heavyRain: [1, /one in ten/],
    } as const;
    const tiny = airWar({ weather });
    airPhase(tiny.game, tiny.state, []);
    const [tenths, words] = said[weather];
    expect(tiny.state.air[1]?.sorties).toBe(2 * tenths);
    expect(t(`air.weather.shares.${weather}`)).toMatch(words);
  });

  test('formations stand under the base they fly from; a listed field tells its state and the enemy near it', () => {
    const tiny = airWar();
    const bases = basesOf(seenOf(tiny));
    expect(bases.map((base) => [base.hex, base.wings.map((wing) => wing.data.id)])).toEqual([
      [tiny.at('0202'), ['hawks']],
      [-1, ['lift', 'late']],
    ]);
    expect(bases[0]).toMatchObject({ state: 'working', enemyKm: 20, airfield: 0 });
    const events: GameEvent[] = apply(tiny.game, tiny.state, { type: 'airfield', airfield: 0 });
    expect(events.map((event) => event.type)).toContain('airfield');
    expect(basesOf(seenOf(tiny))[0]).toMatchObject({ state: 'demolished' });
    expect(wingsOf(seenOf(tiny)).find((wing) => wing.data.id === 'late')?.here).toBe(false);
  });

  test('fuel: what this turn’s orders burnt, what the rest would burn, and how long it lasts', () => {
    const tiny = airWar();
    const seen = seenOf(tiny);
    const names = namesOf(tiny.game);
    expect(fuelFacts(seen, [])).toMatchObject({
      store: tiny.state.sides[0].aviationFuel,
      perDay: 5000,
      burnt: 0,
      daysLeft: null,
    });
    const before = tiny.state.sides[0].aviationFuel;
    const events = apply(tiny.game, tiny.state, {
      type: 'air',
      formation: 1,
      mission: 'supplyLift',
      hex: tiny.at('0202'),
      sorties: 10,
    });
    const lines = linesOf(tiny.game, names, events, 0, { turn: 1, side: 0 });
    const fuel = fuelFacts(seen, lines);
    expect(fuel).toMatchObject({ burnt: 12_000, store: before - 12_000, used: 12_000 });
    expect(fuel?.daysLeft).toBe(Math.floor((before - 12_000) / 7000));
    expect(fuel?.allLeft).toBe(10 * 1200 + 5 * 400);
    expect(fuelFacts(seenOf(tiny, 1), lines)).toBeNull();
    expect(worthInCombat(seen, 12_000)).toEqual({ sorties: 30, aircraft: 'Hawk' });
  });

  test('the air bridge offers who is ready first and supplies for the depot at a field that works', () => {
    const tiny = airWar();
    const seen = seenOf(tiny);
    expect(transportsOf(seen).map((wing) => wing.data.id)).toEqual(['lift']);
    Object.assign(tiny.state.depots[0] ?? {}, { food: 1000, ammo: 2000, fuel: 0 });
    const cargoes = cargoesOf(seen);
    expect(cargoes.map((cargo) => [cargo.mission, cargo.passenger?.readyTurn ?? 0])).toEqual([
      ['troopLift', 1],
      ['troopLift', 3],
      ['supplyLift', 0],
    ]);
    expect(cargoes[2]?.stock).toBe(3000);
    const [first, second] = cargoes;
    const lift = { type: 'air', formation: 1, mission: 'troopLift', hex: tiny.at('0202'), sorties: 5 } as const;
    expect(check(tiny.game, tiny.state, { ...lift, unit: first?.unit ?? -1 })).toBeNull();
    expect(check(tiny.game, tiny.state, { ...lift, unit: second?.unit ?? -1 })).toMatchObject({
      code: 'no-passengers',
      until: 3,
    });
    apply(tiny.game, tiny.state, { ...lift, unit: first?.unit ?? -1 });
    expect(cargoesOf(seen)[0]?.passenger?.flown).toBe(100);
    apply(tiny.game, tiny.state, { type: 'airfield', airfield: 0 });
    expect(cargoesOf(seen).some((cargo) => cargo.mission === 'supplyLift')).toBe(false);
  });

  test('bombers after bridges are shown the hexes with a crossing, other missions no hex in particular', () => {
    const tiny = airWar({
      rivers: ['0405 0 river'],
      bridges: ['0405 0'],
      air: [{ id: 'bombs', side: 'cn', aircraft: 'fighter', missions: ['bridges', 'closeSupport'] }],
    });
    const plan = { formation: 0, sorties: 2 };
    expect(airTargets(seenOf(tiny), { ...plan, mission: 'bridges' })).toEqual([tiny.at('0405'), tiny.at('0505')]);
    expect(airTargets(seenOf(tiny), { ...plan, mission: 'closeSupport' })).toBeNull();
    expect(airTargets(seenOf(tiny), null)).toBeNull();
  });

  test('a mission goes on with the sorties that are left, and ends with them', () => {
    const tiny = airWar();
    const seen = seenOf(tiny);
    const air = { formation: 0, mission: 'closeSupport' as const, sorties: 3 };
    // With the enemy so near the field gives five sorties.
    const fly = (): void => {
      const [order] = click(
        seen,
        { ...IDLE, air },
        { hex: tiny.at('0602'), unit: -1, act: false, more: false, all: false },
      ).orders;
      if (order) apply(tiny.game, tiny.state, order);
    };
    fly();
    expect(refresh(seen, { ...IDLE, air }).air?.sorties).toBe(2);
    apply(tiny.game, tiny.state, { type: 'air', ...air, sorties: 2, hex: tiny.at('0602') });
    expect(refresh(seen, { ...IDLE, air }).air).toBeNull();
  });
});

describe('decisions', () => {
  const start = (): Tiny =>
    tinyStart({
      map: open(6, 6),
      jp: '0505',
      places: { town: '0505' },
      units: [
        { id: 'a', side: 'cn', hex: '0101' },
        { id: 'spare', side: 'cn', hex: '0000', name: 'Spare Division', reserve: true },
        { id: 'enemy', side: 'jp', hex: '0505' },
      ],
      decisions: [
        {
          id: 'now',
          side: 'cn',
          title: 'Call the reserve',
          cost: 5,
          delayDays: 2,
          effects: [{ type: 'arrive', unit: 'spare' }],
        },
        { id: 'later', side: 'cn', from: '1939-12-18' },
        { id: 'past', side: 'cn', from: '1939-12-01', until: '1939-12-14' },
        { id: 'asks', side: 'cn', when: { type: 'held', place: 'town', side: 'cn' } },
        { id: 'theirs', side: 'jp' },
      ],
    });

  test('open ones come first, and none of the other side', () => {
    const tiny = start();
    const facts = decisionFacts(seenOf(tiny));
    expect(facts.map((one) => [one.data.id, one.status])).toEqual([
      ['now', 'open'],
      ['asks', 'unmet'],
      ['later', 'later'],
      ['past', 'past'],
    ]);
    expect(facts[1]?.asks.map((one) => one.met)).toEqual([false]);
    expect(openDecisions(seenOf(tiny))).toEqual([0]);
  });

  test('one that is taken is listed so, and its reserve says what called it', () => {
    const tiny = start();
    expect(comingsOf(seenOf(tiny)).reserves).toEqual([{ decisions: [0], byEvent: false, units: [tiny.unit('spare')] }]);
    apply(tiny.game, tiny.state, { type: 'decide', decision: 0 });
    expect(openDecisions(seenOf(tiny))).toEqual([]);
    expect(decisionFacts(seenOf(tiny)).find((one) => one.data.id === 'now')).toMatchObject({
      status: 'taken',
      taken: { turn: 1, done: 0 },
    });
  });

  test('conditions and effects in words', () => {
    const tiny = start();
    const names = namesOf(tiny.game);
    expect(conditionText(tiny.game, names, { type: 'held', place: 'town', side: 'jp' })).toBe('jp holds town');
    expect(conditionText(tiny.game, names, { type: 'notHeld', place: 'town', side: 'jp', not: true })).toBe(
      'jp holds town',
    );
    expect(conditionText(tiny.game, names, { type: 'within', place: 'town', side: 'cn', km: 30, not: true })).toBe(
      'cn not known within 30 km of town',
    );
    expect(conditionText(tiny.game, names, { type: 'stock', side: 'cn', atLeastKg: 2_000_000 })).toBe(
      'depots of cn hold at least 2,000 t',
    );
    expect(conditionText(tiny.game, names, { type: 'decided', decision: 'now' })).toBe('decided: Call the reserve');
    expect(effectText(tiny.game, names, { type: 'arrive', unit: 'spare' })).toBe('Spare Division comes');
    expect(effectText(tiny.game, names, { type: 'points', side: 'jp', points: 1 })).toBe('1 point to jp');
    expect(effectText(tiny.game, names, { type: 'cohesion', unit: 'a', change: -50 })).toBe('cohesion of a −5 %');
    expect(effectText(tiny.game, names, { type: 'message' })).toBe('');
  });
});

test('a unit outside its army’s zone is named there, one inside and one of no zone are not', () => {
  const tiny = tinyStart({
    map: open(6, 6),
    jp: '0505',
    formations: [{ id: 'army', side: 'cn' }],
    units: [
      { id: 'in', side: 'cn', hex: '0101', parent: 'army' },
      { id: 'out', side: 'cn', hex: '0404', parent: 'army' },
      { id: 'free', side: 'cn', hex: '0405' },
    ],
    boundaries: [{ id: 'west', side: 'cn', formation: 'army', corners: '0000 0200 0205 0005' }],
  });
  const seen = seenOf(tiny);
  expect(zonesLeft(seen, tiny.unit('in'))).toEqual([]);
  expect(zonesLeft(seen, tiny.unit('out'))).toEqual(['west']);
  expect(zonesLeft(seen, tiny.unit('free'))).toEqual([]);
  expect(zonesOf(seen)).toMatchObject([
    { number: 1, active: true, inside: [tiny.unit('in')], outside: [tiny.unit('out')] },
  ]);
  tiny.state.boundaries[0] = 0;
  expect(zonesLeft(seen, tiny.unit('out'))).toEqual([]);
});

describe('breaking out', () => {
  const ring = (): Tiny =>
    tinyStart({
      map: open(9, 9),
      jp: '0808',
      units: [
        { id: 'lost', side: 'cn', hex: '0404' },
        { id: 'free', side: 'cn', hex: '0001' },
        ...['0303', '0403', '0304', '0504', '0305', '0405'].map((hex, i) => ({
          id: `e${i}`,
          side: 'jp' as const,
          hex,
        })),
      ],
    });

  test('a surrounded unit with a gap sees where it can go, and a click there is the order', () => {
    const tiny = ring();
    tiny.of('e0').hex = tiny.at('0808');
    const seen = seenOf(tiny);
    const lead = tiny.unit('lost');
    const { hexes } = waysOut(seen, lead);
    expect(hexes.length).toBeGreaterThan(0);
    for (const hex of hexes) expect(check(tiny.game, tiny.state, { type: 'breakOut', unit: lead, hex })).toBeNull();
    const picking = planBreakOut(seen, select(seen, IDLE, [lead]));
    expect(picking.breakOut).toEqual(hexes);
    const hex = hexes[0] as number;
    const step = click(seen, picking, { hex, unit: -1, act: false, more: false, all: false });
    expect(step.orders).toEqual([{ type: 'breakOut', unit: lead, hex }]);
    expect(step.next.breakOut).toBeNull();
  });

  test('who is not surrounded is told so, once', () => {
    const tiny = ring();
    const seen = seenOf(tiny);
    expect(waysOut(seen, tiny.unit('free')).refusal?.code).toBe('not-surrounded');
    const told = planBreakOut(seen, select(seen, IDLE, [tiny.unit('free')]));
    expect(told.breakOut).toBeNull();
    expect(told.refusal?.refusal.code).toBe('not-surrounded');
  });
});

describe('depots', () => {
  const start = (): Tiny =>
    tinyStart({
      map: open(5, 14),
      jp: '1300 1301',
      tracks: ['0002-1202'],
      places: { gone: '1301' },
      units: [
        { id: 'a', side: 'cn', hex: '0902', men: 30_000 },
        { id: 'enemy', side: 'jp', hex: '1300' },
      ],
      sources: [
        {
          id: 'rear',
          side: 'cn',
          hex: '0002',
          name: 'Rear',
          foodKg: 90_000,
          ammoKg: 10_000,
          fuelKg: 0,
          foodKgPerDay: 500,
        },
        {
          id: 'front',
          side: 'cn',
          hex: '0802',
          name: 'Front',
          foodKg: 5000,
          ammoKg: 5000,
          fuelKg: 0,
          from: { source: 'rear', foodKgPerDay: 3000, ammoKgPerDay: 1000, fuelKgPerDay: 0 },
        },
        {
          id: 'gone',
          side: 'cn',
          hex: '1301',
          name: 'Gone',
          from: { source: 'rear', foodKgPerDay: 1, ammoKgPerDay: 1, fuelKgPerDay: 0 },
        },
      ],
    });

  test('each with its stock, what came in, and what is wrong with it', () => {
    const tiny = start();
    const seen = seenOf(tiny);
    const network = networkOf(seen);
    const facts = depotsOf(seen, network, []);
    expect(facts.map((one) => one.name)).toEqual(['Rear', 'Front', 'Gone']);
    const convoy = network.convoys.find((one) => one.to === 1);
    expect(convoy?.asked).toBe(4000);
    expect(facts[0]?.inflow).toBe(500);
    expect(facts[1]?.inflow).toBe(convoy?.kg);
    expect(facts[2]?.status).toBe('waiting');
    expect(sortDepots(facts, 'food', true).map((one) => one.name)).toEqual(['Rear', 'Front', 'Gone']);
    expect(sortDepots(facts, 'name', false).map((one) => one.name)).toEqual(['Front', 'Gone', 'Rear']);
  });

  test('a depot that was held once is lost, one that never was is still to be taken', () => {
    const tiny = start();
    const seen = seenOf(tiny);
    const status = (depot: number, lines: LogLine[] = []) =>
      depotsOf(seen, networkOf(seen), lines).find((one) => one.depot === depot)?.status;
    setControl(tiny.state.control, tiny.at('0802'), 1);
    expect([status(1), status(2)]).toEqual(['lost', 'waiting']);
    const place = tiny.game.places.findIndex((one) => one.hex === tiny.at('1301'));
    const taken = (side: number): LogLine[] =>
      linesOf(tiny.game, namesOf(tiny.game), [{ type: 'control', place, side, to: 3 }], 1, { turn: 1, side });
    expect(status(2, taken(0))).toBe('lost');
    expect(status(2, taken(1))).toBe('waiting');
  });

  test('the narrowest links are those that are asked for all they carry', () => {
    const tiny = start();
    const network = networkOf(seenOf(tiny));
    for (const link of narrowLinks(network, 10)) expect(link.load).toBeGreaterThanOrEqual(link.kg);
    const wide = { ...network, links: network.links.map((link) => ({ ...link, kg: link.load + 1 })) };
    expect(narrowLinks(wide, 10)).toEqual([]);
  });

  test('raids of this turn and the last are listed by whose line it was, older ones are not', () => {
    const tiny = start();
    tiny.state.turn = 5;
    const raid = (turn: number, side = 0) =>
      linesOf(tiny.game, namesOf(tiny.game), [{ type: 'raid', side, hex: tiny.at('0302'), kg: 1200, to: 3 }], turn, {
        turn,
        side: 1,
      });
    const lines = [...raid(2), ...raid(4), ...raid(5), ...raid(5, 1)];
    const { ours: raids, theirs } = raidsOf(seenOf(tiny), lines, 8);
    expect(theirs).toHaveLength(1);
    expect(raids.map((line) => line.turn)).toEqual([4, 5]);
    expect(raids[0]?.text).toBe('Irregulars raided the cn supply line at hex 0302 and took 1.2 t.');
  });
});

test('comings: by date, the air bridge apart, the held and the leaving with their reasons', () => {
  const tiny = tinyStart({
    map: open(5, 5),
    jp: '0404',
    airfields: [{ id: 'field', side: 'cn', hex: '0000' }],
    units: [
      { id: 'late', side: 'cn', hex: '0000', turn: 5 },
      { id: 'soon', side: 'cn', hex: '0000', turn: 2 },
      { id: 'flown', side: 'cn', hex: '0000', turn: 2, by: 'airlift' },
      { id: 'stays', side: 'cn', hex: '0101', held: { until: '1939-12-18', reason: 'waits for orders', contactKm: 5 } },
      { id: 'goes', side: 'cn', hex: '0102', withdraw: { date: '1939-12-20', reason: 'called away' } },
      { id: 'enemy', side: 'jp', hex: '0404', turn: 3 },
    ],
  });
  const comings = comingsOf(seenOf(tiny));
  expect(comings.expected.map((one) => one.unit)).toEqual([tiny.unit('soon'), tiny.unit('late')]);
  expect(comings.airlift.map((one) => one.unit)).toEqual([tiny.unit('flown')]);
  expect(comings.held).toEqual([
    { unit: tiny.unit('stays'), until: '1939-12-18', reason: 'waits for orders', contactKm: 5 },
  ]);
  expect(comings.leaving).toEqual([{ unit: tiny.unit('goes'), date: '1939-12-20', reason: 'called away' }]);
});

test('the heart of a battle is the greatest prize of each side, an airfield’s points counted for who is to take it', () => {
  const tiny = tinyStart({
    map: open(5, 5),
    jp: '0404',
    places: { pass: '0202', town: '0404' },
    airfields: [{ id: 'field', side: 'cn', hex: '0000' }],
    units: [{ id: 'a', side: 'cn', hex: '0101' }],
    objectives: [
      { id: 'pass', place: 'pass', points: { cn: 10, jp: 10 }, pointsPerTurn: { jp: 1 } },
      { id: 'town', place: 'town', points: { cn: 15, jp: 5 } },
    ],
  });
  const { scenario, map } = tiny.game.data;
  expect(heartOf(scenario, map).map((place) => place.id)).toEqual(['town', 'pass']);
  const victory = { ...scenario.victory, airfields: [{ airfield: 'field', points: 90, source: ['test'] }] };
  expect(heartOf({ ...scenario, victory }, map).map((place) => place.id)).toEqual(['town', 'field']);
  expect(heartOf({ ...scenario, victory: { ...victory, objectives: [], airfields: [] } }, map)).toEqual([]);
});
