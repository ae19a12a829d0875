/** Measures of the ground war, asked of small games played by the rules. Turns of two days from 15 December 1939. */
import { describe, expect, test } from 'vitest';
import { kmBetween } from '../../src/play/gauges/gauge.ts';
import { type TinyOptions, tinyGame } from '../core/fixture.ts';
import { ask, type Measure, type Watched, watched } from './watched.ts';

const FIELD: TinyOptions = {
  map: [',,,,,,,,,,', ',,,,,,,,,,', ',,,,,,,,,,', ',,,,,,,,,,'],
  hexKm: 5,
  turnHours: 48,
  turns: 5,
  jp: '0900-0900 0901 0902 0903',
  formations: [{ id: 'army', side: 'cn' }],
  units: [
    { id: 'a', side: 'cn', hex: '0201', parent: 'army' },
    { id: 'b', side: 'cn', hex: '0001', parent: 'army' },
    { id: 'c', side: 'cn', hex: '0203' },
    { id: 'x', side: 'jp', hex: '0901' },
  ],
  sources: [
    { side: 'cn', hex: '0000' },
    { side: 'cn', hex: '0203' },
    { side: 'jp', hex: '0900' },
  ],
  roads: ['0000 0001-0901'],
  places: { west: '0101', town: '0501', far: '0801', east: '0901' },
};

describe('distances', () => {
  const game = tinyGame(FIELD);
  const at = (text: string): number => Number(text.slice(2)) * game.cols + Number(text.slice(0, 2));

  test('every neighbour is one hex away, in any row', () => {
    for (const hex of [at('0301'), at('0302')])
      for (let d = 0; d < 6; d++) expect(kmBetween(game, hex, game.neighbours[hex * 6 + d] as number)).toBeCloseTo(5);
  });

  test('in a straight line, shorter than by hexes', () => {
    expect(kmBetween(game, at('0001'), at('0901'))).toBeCloseTo(45);
    expect(kmBetween(game, at('0300'), at('0302'))).toBeCloseTo(5 * Math.sqrt(3));
  });
});

describe('furthest point', () => {
  const toTown = (formation: string | null): Measure => ({ kind: 'furthest', side: 'cn', formation, toward: 'town' });
  const when = (formation: string | null): Measure => ({
    kind: 'dateOfFurthest',
    side: 'cn',
    formation,
    toward: 'town',
  });
  const forthAndBack = (game: Watched): void => {
    game.until(2);
    game.go('a', '0301 0401');
    game.until(3);
    game.go('a', '0301');
    game.go('c', '0303');
    game.until(4);
    game.go('a', '0401');
  };

  test('the nearest that any unit came, though it went back; the first date of it', () => {
    expect(ask(FIELD, toTown('army'), forthAndBack)).toBe(5);
    expect(ask(FIELD, when('army'), forthAndBack)).toBe('1939-12-17');
    expect(ask(FIELD, toTown(null), forthAndBack)).toBe(5);
  });

  test('of a formation only its own units count', () => {
    expect(ask(FIELD, toTown('c'), forthAndBack)).toBe(13.2);
    expect(ask(FIELD, when('c'), forthAndBack)).toBe('1939-12-19');
    expect(ask(FIELD, toTown('b'), forthAndBack)).toBe(25);
  });

  test('who never comes nearer than at the start has no date', () => {
    expect(ask(FIELD, when('b'), forthAndBack)).toBeNull();
    expect(ask(FIELD, { ...toTown(null), side: 'jp' } as Measure, forthAndBack)).toBe(20);
  });

  test('who comes on the map later counts from there', () => {
    const later = { ...FIELD, units: [...FIELD.units, { id: 'd', side: 'cn' as const, hex: '0501', turn: 3 }] };
    expect(ask(later, when(null), () => {})).toBe('1939-12-19');
    expect(ask(later, toTown(null), () => {})).toBe(0);
  });
});

describe('on a date', () => {
  const advance = (game: Watched): void => {
    game.until(2);
    game.go('a', '0301 0401 0501');
    game.until(3);
    game.go('a', '0601 0701');
  };

  test('places held when the turn of the date is over', () => {
    const east: TinyOptions = { ...FIELD, jp: '0400-0900 0401-0901 0402-0902 0403-0903' };
    const held = (date: string): Measure => ({ kind: 'heldAt', place: 'town', side: 'cn', date });
    expect(ask(east, held('1939-12-15'), advance)).toBe('no');
    expect(ask(east, held('1939-12-17'), advance)).toBe('yes');
    // The second day of the same turn.
    expect(ask(east, held('1939-12-18'), advance)).toBe('yes');
    const front = (date: string): Measure => ({ kind: 'frontAt', places: ['west', 'town', 'far'], side: 'cn', date });
    expect(ask(east, front('1939-12-16'), advance)).toBe(1);
    expect(ask(east, front('1939-12-18'), advance)).toBe(2);
    expect(ask(east, { ...front('1939-12-18'), side: 'jp' } as Measure, advance)).toBe(1);
  });

  test('distance of the nearest unit, not of the nearest ever', () => {
    const near = (date: string): Measure => ({ kind: 'distanceAt', side: 'cn', formation: null, place: 'town', date });
    const pass = (game: Watched): void => {
      advance(game);
      game.until(4);
      game.go('a', '0801');
    };
    expect(ask(FIELD, near('1939-12-15'), pass)).toBe(15);
    expect(ask(FIELD, near('1939-12-17'), pass)).toBe(0);
    expect(ask(FIELD, near('1939-12-21'), pass)).toBe(15);
  });

  test('width of a front, of all units or of those near the enemy', () => {
    const spread = (more: object): Measure => ({
      kind: 'spread',
      side: 'cn',
      formation: null,
      date: '1939-12-19',
      ...more,
    });
    expect(ask(FIELD, spread({}), advance)).toBe(35);
    expect(ask(FIELD, spread({ formation: 'c' }), advance)).toBe(0);
    expect(ask(FIELD, spread({ nearEnemyKm: 10 }), advance)).toBe(0);
    expect(ask(FIELD, spread({ nearEnemyKm: 5 }), advance)).toBeNull();
    expect(ask(FIELD, spread({ nearEnemyKm: 36.1 }), advance)).toBe(26.5);
  });

  test('men on the map: those who have come, less those who fell', () => {
    const later = { ...FIELD, units: [...FIELD.units, { id: 'd', side: 'cn' as const, hex: '0100', turn: 2 }] };
    const men = (date: string): Measure => ({ kind: 'menAt', side: 'cn', formation: null, date });
    const lose = (game: Watched): void => {
      game.until(3);
      const unit = game.of('a');
      unit.killed += 100;
      unit.men -= 100;
    };
    // Who comes in the second turn is there when the first is over.
    expect(ask(later, men('1939-12-15'), lose)).toBe(4000);
    expect(ask(later, men('1939-12-19'), lose)).toBe(3900);
    expect(ask(later, { ...men('1939-12-19'), formation: 'army' } as Measure, lose)).toBe(1900);
  });

  test('who has left the map is not on it', () => {
    const gone = { ...FIELD, units: FIELD.units.map((unit) => ({ ...unit })) };
    Object.assign(gone.units[2] as object, { withdraw: { date: '1939-12-17', reason: 'test' } });
    expect(ask(gone, { kind: 'menAt', side: 'cn', formation: 'c', date: '1939-12-19' }, () => {})).toBe(0);
    expect(ask(FIELD, { kind: 'menAt', side: 'cn', formation: 'c', date: '1939-12-19' }, () => {})).toBe(1000);
  });

  test('a date after the end has no answer', () => {
    expect(ask(FIELD, { kind: 'menAt', side: 'cn', formation: null, date: '1940-02-01' }, () => {})).toBeNull();
  });
});

describe('taken for good', () => {
  const taken: Measure = { kind: 'lastDateTaken', place: 'town', side: 'cn' };

  test('a place that was never out of the hands of a side was not taken', () => {
    expect(ask(FIELD, taken, () => {})).toBeNull();
  });

  test('a place held from the start was first held on the first day', () => {
    expect(ask(FIELD, { kind: 'firstDateHeld', place: 'town', side: 'cn' }, () => {})).toBe('1939-12-15');
    expect(ask(FIELD, { kind: 'firstDateHeld', place: 'town', side: 'jp' }, () => {})).toBeNull();
  });

  test('a place of the enemy taken in the first turn was', () => {
    const lost = { ...FIELD, jp: '0501 0900 0901 0902 0903' };
    expect(ask(lost, taken, (game) => game.go('a', '0301 0401 0501'))).toBe('1939-12-15');
    expect(ask(lost, taken, () => {})).toBeNull();
  });
});

describe('fights', () => {
  const FIGHT: TinyOptions = {
    ...FIELD,
    units: [
      { id: 'a', side: 'cn', hex: '0201', parent: 'army', men: 3000 },
      { id: 'b', side: 'cn', hex: '0001', parent: 'army' },
      { id: 'c', side: 'cn', hex: '0203' },
      { id: 'x', side: 'jp', hex: '0301' },
      { id: 'y', side: 'jp', hex: '0901' },
    ],
    places: { village: '0301', far: '0801' },
  };
  const storm = (turn: number) => (game: Watched) => {
    game.until(turn);
    game.order({
      type: 'assault',
      units: [game.unit('a')],
      support: [],
      hex: game.at('0301'),
      advance: false,
    });
  };
  const near = (more: object = {}): Measure => ({
    kind: 'lossesNear',
    side: 'jp',
    place: 'village',
    withinKm: 5,
    what: ['killed', 'wounded', 'missing', 'captured'],
    ...more,
  });

  test('the first fight, of the attacker and of the attacked', () => {
    for (const formation of ['army', 'x'])
      expect(ask(FIGHT, { kind: 'firstFight', formation }, storm(2)), formation).toBe('1939-12-17');
    for (const formation of ['c', 'y', 'b'])
      expect(ask(FIGHT, { kind: 'firstFight', formation }, storm(2)), formation).toBeNull();
  });

  test('men of the units that fought', () => {
    const men = (side: string, formation: string | null): Measure => ({ kind: 'engaged', side, formation });
    expect(ask(FIGHT, men('cn', null), storm(1))).toBe(3000);
    expect(ask(FIGHT, men('jp', null), storm(1))).toBe(1000);
    expect(ask(FIGHT, men('cn', 'b'), storm(1))).toBe(0);
  });

  test('losses near a place are those of the fight there, by side, distance and period', () => {
    const game = watched(FIGHT, {
      jp: near(),
      cn: near({ side: 'cn' }),
      killed: near({ what: ['killed'] }),
      elsewhere: near({ place: 'far' }),
      before: near({ until: '1939-12-16' }),
      after: near({ since: '1939-12-19' }),
      during: near({ since: '1939-12-18', until: '1939-12-18' }),
    });
    storm(2)(game);
    const x = game.of('x');
    const lost = x.killed + x.wounded + x.missing + x.captured;
    const a = game.of('a');
    expect(x.killed).toBeGreaterThan(0);
    expect(game.value('jp')).toBe(lost);
    expect(game.value('cn')).toBe(a.killed + a.wounded + a.missing + a.captured);
    expect(game.value('killed')).toBe(x.killed);
    expect(game.value('during')).toBe(lost);
    for (const none of ['elsewhere', 'before', 'after']) expect(game.value(none), none).toBe(0);
  });

  test('who goes back or breaks out loses men where he stood', () => {
    const game = watched(FIGHT, { here: near({ withinKm: 0 }), there: near({ withinKm: 0, place: 'far' }) });
    const loss = { unit: game.unit('x'), killed: 7, wounded: 0, missing: 2, captured: 1, eqLost: [], eqTaken: [] };
    const [from, hex] = [game.at('0301'), game.at('0801')];
    game.tell({ type: 'retreat', unit: game.unit('x'), path: [from, hex], blocked: false, losses: [loss] });
    game.tell({ type: 'breakOut', unit: game.unit('x'), from, hex, losses: [loss] });
    game.tell({ type: 'columnFire', unit: game.unit('x'), by: 0, hex, losses: [loss] });
    expect(game.value('here')).toBe(20);
    expect(game.value('there')).toBe(10);
  });

  test('the first break-out of a formation', () => {
    const game = watched(FIGHT, {
      x: { kind: 'breakOut', formation: 'x' },
      y: { kind: 'breakOut', formation: 'y' },
    });
    game.until(3);
    game.tell({ type: 'breakOut', unit: game.unit('x'), from: 0, hex: 1, losses: [] });
    game.until(4);
    game.tell({ type: 'breakOut', unit: game.unit('x'), from: 1, hex: 2, losses: [] });
    expect(game.value('x')).toBe('1939-12-19');
    expect(game.value('y')).toBeNull();
  });
});

describe('books', () => {
  test('the hungry are lost apart from the sick; guns lost, destroyed or taken', () => {
    const armed = { ...FIELD, units: FIELD.units.map((unit) => ({ ...unit, equipment: { gun75: 4, mortar: 6 } })) };
    const change = (game: Watched): void => {
      const a = game.of('a');
      a.sick += 30;
      a.starved += 12;
      a.men -= 42;
      const gun = game.game.equipment.findIndex((kind) => kind.id === 'gun75');
      const mortar = game.game.equipment.findIndex((kind) => kind.id === 'mortar');
      a.eqLost[gun] = 1;
      a.eqTaken[gun] = 2;
      a.eqLost[mortar] = 5;
      game.of('x').eqLost[gun] = 4;
    };
    const lost = (what: 'sick' | 'starved'): Measure => ({ kind: 'losses', side: 'cn', formation: null, what: [what] });
    expect(ask(armed, lost('sick'), change)).toBe(30);
    expect(ask(armed, lost('starved'), change)).toBe(12);
    const guns: Measure = { kind: 'equipmentLost', side: 'cn', formation: null, classes: ['mountainGun'] };
    expect(ask(armed, guns, change)).toBe(3);
    expect(ask(armed, { ...guns, classes: ['mountainGun', 'mortar'] }, change)).toBe(8);
    expect(ask(armed, { ...guns, formation: 'b' }, change)).toBe(0);
  });

  test('losses for each of the enemy; none when he lost nobody', () => {
    const change = (game: Watched): void => {
      game.of('a').killed += 30;
      game.of('b').wounded += 20;
      game.of('x').killed += 20;
      game.of('x').sick += 999;
    };
    const ratio = (side: string): Measure => ({ kind: 'lossRatio', side, what: ['killed', 'wounded'] });
    expect(ask(FIELD, ratio('cn'), change)).toBe(2.5);
    expect(ask(FIELD, ratio('jp'), change)).toBe(0.4);
    expect(ask(FIELD, ratio('cn'), () => {})).toBeNull();
  });

  test('men cut off on a date', () => {
    const cut = (formation: string | null): Measure => ({
      kind: 'menCutAt',
      side: 'cn',
      formation,
      date: '1939-12-17',
    });
    const apart = {
      ...FIELD,
      sources: [
        { side: 'cn' as const, hex: '0203' },
        { side: 'jp' as const, hex: '0900' },
      ],
    };
    const far = { ...apart, roads: [], units: [{ id: 'd', side: 'cn' as const, hex: '0700' }, ...FIELD.units] };
    const game = watched(far, { all: cut(null), c: cut('c') });
    while (!game.state.over) game.order({ type: 'end' });
    expect(game.of('d').daysCut).toBeGreaterThan(0);
    expect(game.of('c').daysCut).toBe(0);
    expect(game.value('c')).toBe(0);
    expect(game.value('all')).toBeGreaterThanOrEqual(1000);
    expect(ask(FIELD, cut(null), () => {})).toBe(0);
  });

  test('the longest run of days without supply over land, of any one unit', () => {
    const cut: TinyOptions = { ...FIELD, sources: [{ side: 'jp', hex: '0900' }] };
    const days = (formation: string | null): Measure => ({ kind: 'daysCut', side: 'cn', formation });
    const game = watched(cut, { all: days(null), b: days('b'), jp: { ...days(null), side: 'jp' } as Measure });
    game.until(4);
    expect(game.of('b').daysCut).toBe(8);
    expect(game.value('all')).toBe(8);
    // Once it is supplied again the count of the state begins anew; the longest run stays.
    game.of('b').daysCut = 0;
    game.until(5);
    expect(game.of('b').daysCut).toBe(2);
    expect(game.value('b')).toBe(8);
    expect(game.value('jp')).toBe(0);
  });

  test('stocks of depots on a date, after the supply of its turn', () => {
    const stocked: TinyOptions = {
      ...FIELD,
      units: [],
      sources: [
        { side: 'cn', hex: '0000', foodKg: 100, ammoKg: 50, fuelKg: 7, foodKgPerDay: 10 },
        { side: 'cn', hex: '0003', foodKg: 1000, ammoKg: 0, fuelKg: 0 },
      ],
    };
    const stock = (depots: string[], stores: ('food' | 'ammo' | 'fuel')[], date: string): Measure => ({
      kind: 'stockAt',
      depots,
      stores,
      date,
    });
    const first = watched(stocked, { it: stock(['source0'], ['food'], '1939-12-15') });
    expect(first.value('it')).toBe(first.state.depots[0]?.food);
    const food = ask(stocked, stock(['source0'], ['food'], '1939-12-15'), () => {}) as number;
    // Ten kilograms a day for the two turns of two days in between.
    expect(ask(stocked, stock(['source0'], ['food'], '1939-12-19'), () => {})).toBe(food + 40);
    expect(ask(stocked, stock(['source0'], ['ammo', 'fuel'], '1939-12-20'), () => {})).toBe(57);
    expect(ask(stocked, stock(['source0', 'source1'], ['ammo', 'fuel'], '1939-12-20'), () => {})).toBe(57);
    expect(ask(stocked, stock(['source1'], ['food'], '1939-12-20'), () => {})).toBe(1000);
  });
});
