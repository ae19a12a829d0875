/** West Hunan: what the campaign asks of its depots, decisions, events and points, held against the sources. */
import { describe, expect, test } from 'vitest';
import { parseHex } from '../../src/core/hex.ts';
import { membersOf } from '../../src/core/members.ts';
import type { EventCondition, EventEffect, SimpleCondition, UnitData } from '../../src/core/scenario.ts';
import { region } from '../../src/core/theatre.ts';
import { scenarioFiles } from './files.ts';

const files = scenarioFiles('west-hunan');
const { scenario, oob, map } = files;
const { victory, supplySources, events } = scenario;
const decisions = scenario.decisions ?? [];
const boundaries = scenario.boundaries ?? [];

const hexOf = (place: string): string => map.places.find((one) => one.id === place)?.hex ?? `no ${place}`;
const source = (id: string) => {
  const found = supplySources.find((one) => one.id === id);
  if (!found) throw new Error(`no depot ${id}`);
  return found;
};
const decision = (id: string) => decisions.find((one) => one.id === id);
const event = (id: string) => events.find((one) => one.id === id);
const simple = (when: EventCondition | undefined): SimpleCondition[] =>
  !when ? [] : when.type === 'all' || when.type === 'any' ? when.conditions : [when];

/** Kilograms that a unit eats a day: a kilogram a man, and its animals (rulebook 8.1). */
const eats = (unit: UnitData): number =>
  Object.entries(unit.equipment).reduce(
    (sum, [id, count]) => sum + count * (oob.equipment.find((kind) => kind.id === id)?.foodKgPerDay ?? 0),
    unit.men,
  );
const named = (id: string): UnitData[] => membersOf(files, id).map((index) => oob.units[index] as UnitData);
const foodOf = (units: readonly UnitData[]): number => units.reduce((sum, unit) => sum + eats(unit), 0);
const inside = (corners: readonly string[], hex: string): boolean => {
  const at = (text: string): number => parseHex(map.cols, map.rows, text);
  return region(map.cols, map.rows, corners.map(at))[at(hex)] === 1;
};

describe('what both sides want', () => {
  test('the three aims of the Japanese: Zhijiang, both railways, the coming offensive', () => {
    const field = scenario.airfields?.find((one) => one.id === 'zhijiang');
    expect(field).toMatchObject({ place: 'zhijiang-field', side: 'cn' });
    const prize = victory.airfields?.find((one) => one.airfield === 'zhijiang')?.points ?? 0;
    for (const { points } of victory.objectives) expect(prize).toBeGreaterThan(Math.max(...Object.values(points)));
    expect(victory.lines?.map(({ rail, side }) => [rail, side])).toEqual([
      ['xiang-gui', 'jp'],
      ['yue-han', 'jp'],
    ]);
    expect(victory.stocks?.map(({ side }) => side)).toEqual(['cn']);
    expect(victory.pointsPer100Men['cn']).toBeGreaterThan(0);
    const late = events.filter((one) => one.id.startsWith('delay'));
    expect(late.length).toBeGreaterThan(0);
    for (const one of late) expect(one.effects).toContainEqual({ type: 'points', side: 'jp', points: 8 });
  });

  test('the Japanese must be home by 7 June: behind the line they started from', () => {
    const home = victory.home?.find((one) => one.side === 'jp');
    for (const place of ['shaoyang', 'yongfeng', 'dongan', 'quanxian', 'ningxiang', 'hengyang', 'xiangtan'])
      expect([place, inside(home?.corners ?? [], hexOf(place))]).toEqual([place, true]);
    for (const place of ['taohuaping', 'xinning', 'xinhua', 'wugang', 'lantian'])
      expect([place, inside(home?.corners ?? [], hexOf(place))]).toEqual([place, false]);
  });

  test('the towns that the two telegrams and the order of 29 April name are worth points to both', () => {
    for (const place of ['wugang', 'xinhua', 'dongkou', 'longtan', 'anjiang', 'jiangkou', 'hongjiang', 'zhijiang']) {
      const { points = {} } = victory.objectives.find((one) => one.place === place) ?? {};
      expect([place, (points['cn'] ?? 0) > 0 && (points['jp'] ?? 0) > 0]).toEqual([place, true]);
    }
  });

  test('history by the points: a Chinese victory, not the greatest', () => {
    const japanese = ['shaoyang', 'yongfeng', 'dongan', 'hengyang', 'xiangtan'];
    const held = (side: 'cn' | 'jp'): number =>
      victory.objectives
        .filter(({ place }) => japanese.includes(place) === (side === 'jp'))
        .reduce((sum, { points }) => sum + (points[side] ?? 0), 0);
    const losses = (side: string, men: number): number =>
      Math.floor((men * (victory.pointsPer100Men[side] ?? 0)) / 100);
    const turns = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 / 2 + 0.5;
    const gate = (place: string, from: string, to: string): number =>
      Math.round(turns(from, to)) *
      (victory.objectives.find((one) => one.place === place)?.pointsPerTurn?.['jp'] ?? NaN);
    const rails = (victory.lines ?? []).reduce((sum, { pointsPerTurn }) => sum + pointsPerTurn, 0) * 30;
    const stores = Math.floor(((victory.stocks?.[0]?.points ?? 0) * 3) / 4);
    const prisoners = Math.floor((240 * (victory.milliPointsPerPrisoner['jp'] ?? 0)) / 1000);
    const taken = ['flanks', 'wuyang', 'early-offensive'].reduce((sum, id) => sum + (decision(id)?.cost ?? NaN), 0);
    const margin =
      held('cn') -
      held('jp') +
      losses('jp', 11_000) -
      losses('cn', 20_660) +
      stores +
      prisoners -
      rails -
      taken -
      gate('dongkou', '1945-04-23', '1945-05-20') -
      gate('wuyang', '1945-04-29', '1945-05-06');
    expect(victory.historical?.note).toContain(`= ${margin}:`);
    const grade = victory.grades.find((one) => margin >= one.atLeast);
    expect([grade?.id, grade?.winner]).toEqual([victory.historical?.grade, 'cn']);
    expect(victory.grades[0]?.id).not.toBe(grade?.id);
    expect(victory.grades.map((one) => one.winner)).toEqual(['cn', 'cn', 'cn', null, 'jp', 'jp', 'jp']);
  });

  test('without Zhijiang the same battle is not won, and sitting still does not win it for Japan', () => {
    const [, total = ''] = /= (-?\d+):/.exec(victory.historical?.note ?? '') ?? [];
    const gap = (place: string): number => {
      const { points = {} } = victory.objectives.find((one) => one.place === place) ?? {};
      return (points['cn'] ?? 0) + (points['jp'] ?? 0);
    };
    const lost =
      Number(total) - gap('zhijiang') - (victory.airfields?.find((one) => one.airfield === 'zhijiang')?.points ?? 0);
    expect(victory.grades.find((one) => lost >= one.atLeast)?.winner).not.toBe('cn');
    expect(victory.grades.find((one) => 40 >= one.atLeast)?.winner).toBe('cn');
  });
});

describe('supply', () => {
  test('the stockpile of Shaoyang feeds the columns that live on it for 20 to 25 days', () => {
    const columns = [...named('jp_116'), ...['jp_20a_art', 'jp_20a_eng1', 'jp_20a_base'].flatMap(named)];
    const days = source('shaoyang').foodKg / foodOf(columns);
    expect(days).toBeGreaterThanOrEqual(20);
    expect(days).toBeLessThanOrEqual(25);
  });

  test('west of Shaoyang go feet and pack animals: no lorries, no petrol, less than half of what the columns eat', () => {
    expect(scenario.truckLift['jp']).toBe(0);
    const forward = ['taohuaping', 'shanmen', 'gaosha', 'xinning', 'wugang', 'jukoupu', 'yangxi'].map(source);
    for (const depot of forward) {
      expect([depot.id, depot.foodKg + depot.ammoKg + depot.fuelKg]).toEqual([depot.id, 0]);
      expect([depot.id, depot.from?.fuelKgPerDay]).toEqual([depot.id, 0]);
    }
    const comes = (id: string): number => source(id).foodKgPerDay + (source(id).from?.foodKgPerDay ?? 0);
    const onTheHighway = comes('taohuaping') + source('shanmen').foodKgPerDay + source('gaosha').foodKgPerDay;
    expect(onTheHighway).toBeLessThan(foodOf(named('jp_116')) / 2);
    expect(comes('xinning') + source('wugang').foodKgPerDay).toBeLessThan(
      foodOf([...named('jp_sekine'), ...named('jp_34')]),
    );
  });

  test('the highways of March run from Hengyang and from Xiangtan to Shaoyang', () => {
    expect(source('shaoyang').from?.source).toBe('hengyang');
    expect(source('niangxi').from?.source).toBe('yongfeng');
    expect(source('yongfeng').from?.source).toBe('xiangtan');
  });

  test('Chinese convoys start at Zhijiang, where the lifts land, and reach the line of 14 April', () => {
    expect(source('zhijiang').hex).toBe(hexOf('zhijiang-field'));
    const root = (id: string): string => {
      const { from } = source(id);
      return from ? root(from.source) : id;
    };
    for (const id of ['anjiang', 'jiangkou', 'hongjiang', 'dongkou', 'huayuan', 'wugang-town', 'longtan'])
      expect([id, root(id)]).toEqual([id, 'zhijiang']);
    for (const place of ['wugang', 'huayuan', 'dongkou', 'xinhua', 'yanxi'])
      expect(supplySources.some((one) => one.side === 'cn' && one.hex === hexOf(place))).toBe(true);
    for (const id of ['dongkou', 'wugang-town', 'longtan', 'xupu', 'suining'])
      expect([id, (source(id).from?.foodKgPerDay ?? 0) > 0]).toEqual([id, true]);
  });

  test('stores for the offensive are not there on 9 April and can be in the middle of May', () => {
    const needed = (when: EventCondition | undefined): number =>
      simple(when).reduce((kg, one) => (one.type === 'stock' ? one.atLeastKg : kg), 0);
    const full = needed(event('general-offensive')?.when);
    const early = needed(decision('early-offensive')?.when);
    const own = supplySources.filter((one) => one.side === 'cn');
    const sum = (kg: (one: (typeof own)[number]) => number): number => own.reduce((total, one) => total + kg(one), 0);
    const start = sum((one) => one.foodKg + one.ammoKg + one.fuelKg);
    const daily = sum((one) => one.foodKgPerDay + one.ammoKgPerDay + one.fuelKgPerDay);
    expect(start).toBeLessThan(early);
    expect(early).toBeLessThan(full);
    const loads = events
      .filter((one) => one.id.startsWith('stores-') && one.date <= '1945-05-15')
      .flatMap((one) => one.effects)
      .reduce((kg, one) => kg + (one.type === 'stock' ? one.foodKg + one.ammoKg + one.fuelKg : 0), 0);
    const eaten = oob.units
      .filter((unit) => unit.side === 'cn' && unit.kind !== 'irregular' && !unit.reserve)
      .reduce((kg, unit) => {
        const days =
          (Date.parse('1945-05-15') - Math.max(Date.parse(unit.arrival.date), Date.parse('1945-04-09'))) / 864e5;
        return kg + eats(unit) * Math.max(0, days);
      }, 0);
    expect(start + daily * 36 - eaten).toBeLessThan(full);
    expect(start + daily * 36 + loads - eaten).toBeGreaterThan(early * 0.75);
  });
});

describe('decisions', () => {
  const brings = (effects: readonly EventEffect[]): string[] =>
    effects.flatMap((one) => (one.type === 'arrive' ? named(one.unit).map((unit) => unit.id) : []));

  test('every reserve comes by a decision that costs points and says what it weakens', () => {
    for (const unit of oob.units.filter((one) => one.reserve)) {
      const ways = decisions.filter((one) => one.side === unit.side && brings(one.effects).includes(unit.id));
      expect([unit.id, ways.length]).toEqual([unit.id, 1]);
      expect([unit.id, (ways[0]?.cost ?? 0) > 0 && (ways[0]?.note?.length ?? 0) > 10]).toEqual([unit.id, true]);
    }
    for (const id of ['cn_39a', 'cn_142', 'cn_43', 'cn_13a', 'cn_196'])
      expect([
        id,
        decisions.some((one) => one.effects.some((effect) => 'unit' in effect && effect.unit === id)),
      ]).toEqual([id, true]);
  });

  test('no decision brings men whom the Japanese command refused', () => {
    const brought = new Set(decisions.filter((one) => one.side === 'jp').flatMap((one) => brings(one.effects)));
    for (const id of brought)
      expect(
        named('jp_47')
          .concat(named('jp_imb86'))
          .map((unit) => unit.id),
      ).toContain(id);
    expect(event('refused')?.effects).toEqual([{ type: 'message' }]);
  });

  test('flanks or centre, not both', () => {
    const bars = (id: string) => simple(decision(id)?.when);
    expect(bars('flanks')).toEqual([{ type: 'decided', decision: 'centre', not: true }]);
    expect(bars('centre')).toEqual([{ type: 'decided', decision: 'flanks', not: true }]);
    for (const id of ['flanks', 'centre']) {
      const moved = (decision(id)?.effects ?? []).reduce(
        (kg, one) => kg + (one.type === 'stock' ? one.foodKg + one.ammoKg + one.fuelKg : 0),
        0,
      );
      expect([id, moved <= 0]).toEqual([id, true]);
    }
  });

  test('each command turns round by a decision or, failing that, by a dated event', () => {
    const turns = (effects: readonly EventEffect[] | undefined, side: string, doctrine: string): boolean =>
      effects?.some((one) => one.type === 'doctrine' && one.side === side && one.doctrine === doctrine) ?? false;
    expect(scenario.sides.map((side) => side.doctrine)).toEqual(['defend', 'attack']);
    expect(turns(decision('early-offensive')?.effects, 'cn', 'attack')).toBe(true);
    expect(turns(event('general-offensive')?.effects, 'cn', 'attack')).toBe(true);
    expect(turns(event('late-offensive')?.effects, 'cn', 'attack')).toBe(true);
    expect(turns(decision('stop')?.effects, 'jp', 'withdraw')).toBe(true);
    expect(turns(event('order-to-stop')?.effects, 'jp', 'withdraw')).toBe(true);
    expect(event('order-to-stop')?.date).toBe('1945-05-09');
    expect(event('order-to-stop-again')?.effects).toEqual(event('order-to-stop')?.effects);
  });

  test('the offensive puts the boundaries of 6 May in force, with the towns of that order inside', () => {
    const zone = (id: string) => boundaries.find((one) => one.id === id);
    const switched = (decision('early-offensive')?.effects ?? []).flatMap((one) =>
      one.type === 'boundary' ? [one] : [],
    );
    for (const { boundary, active } of switched)
      expect([boundary, active]).toEqual([boundary, boundary.startsWith('off-')]);
    const goals: Record<string, string[]> = {
      'off-74': ['wugang', 'tangjiafang', 'wawutang', 'dengjiapu'],
      'off-n6': ['jiangkou', 'xiachaping', 'dongkou', 'zhijiang'],
      'off-100': ['fangdong', 'shangzhaping', 'longtan'],
      'off-18': ['xiaoshajiang', 'longhuisi', 'huangqiaopu', 'majinggu', 'xupu'],
      'off-73': ['yangxi', 'daqiaobian', 'tantou', 'jukoupu', 'taohuaping', 'yankoupu', 'xinhua'],
      'off-94': ['wuyang', 'suining', 'gaosha', 'jingxian'],
    };
    for (const [id, places] of Object.entries(goals)) {
      expect(switched.some((one) => one.boundary === id && one.active)).toBe(id !== 'off-94' || switched.length > 0);
      for (const place of places)
        expect([id, place, inside(zone(id)?.corners ?? [], hexOf(place))]).toEqual([id, place, true]);
    }
  });

  test('before 21 April no army starts outside its own zone', () => {
    const start = oob.units.filter(
      (unit) => unit.side === 'cn' && unit.arrival.date <= scenario.startDate && unit.kind !== 'irregular',
    );
    for (const unit of start) {
      const zones = boundaries.filter((one) => one.active && named(one.formation).includes(unit));
      const fine = zones.length === 0 || zones.some((one) => inside(one.corners, unit.arrival.hex));
      expect([unit.id, fine]).toEqual([unit.id, true]);
    }
  });
});

describe('events', () => {
  const dead = (list: typeof events): number =>
    list.flatMap((one) => one.effects).reduce((sum, one) => sum + (one.type === 'civilians' ? one.dead : 0), 0);

  test('civilians die by events alone, 8,563 of them, 5,279 in Dongkou county, and only where the Japanese come', () => {
    expect(dead(events)).toBe(8563);
    expect(
      dead(events.filter((one) => one.source.includes('S53') && one.note?.includes('5,279 dead of Dongkou'))),
    ).toBe(5279);
    for (const one of events.filter((each) => dead([each]) > 0))
      expect([one.id, one.when !== undefined]).toEqual([one.id, true]);
    for (const one of decisions) expect(one.effects.some((effect) => effect.type === 'civilians')).toBe(false);
  });

  test('what depends on the course of the battle waits for it', () => {
    for (const id of ['xinning-taken', 'guidong', 'shanmen-base', 'hungry', 'order-to-stop', 'general-offensive'])
      expect([id, event(id)?.when !== undefined]).toEqual([id, true]);
  });

  test('the dates of the telegrams and of the order to stop', () => {
    const dates = ['conference', 'order-24-april', 'order-4-may', 'plan-6-may', 'order-to-stop', 'general-offensive'];
    expect(dates.map((id) => event(id)?.date.slice(5))).toEqual(['04-14', '04-24', '05-04', '05-06', '05-09', '05-15']);
  });
});

describe('ground, weather, sickness', () => {
  test('on 9 April Japan holds Shaoyang and what lies east, China the rest', () => {
    const japanese = new Set(scenario.control.regions.filter((one) => one.side === 'jp').flatMap((one) => one.hexes));
    for (const place of [
      'shaoyang',
      'hengyang',
      'xiangtan',
      'ningxiang',
      'yongfeng',
      'qingshuping',
      'dongan',
      'quanxian',
    ])
      expect([place, japanese.has(hexOf(place))]).toEqual([place, true]);
    for (const place of [
      'yankoupu',
      'tantou',
      'lantian',
      'yiyang',
      'xinning',
      'ziyuan',
      'longsheng',
      'tangdukou',
      'taohuaping',
    ])
      expect([place, japanese.has(hexOf(place))]).toEqual([place, false]);
    for (const unit of oob.units.filter((one) => one.arrival.date <= scenario.startDate && one.kind !== 'irregular'))
      expect([unit.id, japanese.has(unit.arrival.hex)]).toEqual([unit.id, unit.side === 'jp']);
  });

  test('both railways lie in Japanese hands from end to end', () => {
    const japanese = new Set(scenario.control.regions.filter((one) => one.side === 'jp').flatMap((one) => one.hexes));
    for (const rail of map.rails ?? [])
      expect([rail.id, rail.hexes.filter((hex) => !japanese.has(hex))]).toEqual([rail.id, []]);
  });

  // The combat model has 2.5 for armies that die where they stand. Here they went back by order, broke out of rings
  // and gave up by dozens, and four men in five of 116 Division were new (S08): between that and an ordinary army.
  test('the Japanese fight harder than an ordinary army and less hard than to the death', () => {
    const { tenacity = 1000 } = scenario.sides.find((side) => side.id === 'jp') ?? {};
    expect(tenacity).toBeGreaterThan(1000);
    expect(tenacity).toBeLessThan(2500);
    expect(scenario.sides.find((side) => side.id === 'cn')?.tenacity).toBeUndefined();
  });

  test('April has more fog and rain than May; June is the wettest', () => {
    const wet = (from: string): number => {
      const { chances } = scenario.weather.tables.find((one) => one.from === from) ?? { chances: null };
      return (chances?.fog ?? 0) + (chances?.lightRain ?? 0) + (chances?.heavyRain ?? 0);
    };
    expect(wet('1945-04-09')).toBeGreaterThan(wet('1945-05-01'));
    expect(wet('1945-06-01')).toBeGreaterThan(wet('1945-05-16'));
    expect(scenario.weather.fixed.find((one) => one.date === '1945-04-28')?.weather).toBe('fog');
  });

  test('disease makes most of the 15,000 sick of the second announcement and leaves the rest to hunger', () => {
    const rate = (scenario.diseaseRates?.['jp'] ?? 0) / 10_000;
    const manDays = oob.units
      .filter((unit) => unit.side === 'jp' && unit.kind !== 'irregular')
      .reduce((sum, unit) => {
        const from = Math.max(Date.parse(unit.arrival.date), Date.parse(scenario.startDate));
        return sum + unit.men * ((Date.parse(scenario.endDate) - from) / 864e5);
      }, 0);
    // Battle and disease themselves take about a fifth of the men by June, a tenth of the man-days.
    const sick = rate * manDays * 0.9;
    expect(sick).toBeGreaterThan(12_500);
    expect(sick).toBeLessThan(15_000);
    expect(scenario.diseaseRates?.['cn']).toBeLessThan((scenario.diseaseRates?.['jp'] ?? 0) / 2);
  });
});
