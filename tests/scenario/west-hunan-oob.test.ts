/** The order of battle and the air forces of West Hunan against the figures that they were made from. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../src/core/calendar.ts';
import { membersOf } from '../../src/core/members.ts';
import {
  type AirData,
  type AirFormationData,
  type MapData,
  type OobData,
  type ScenarioData,
  type ScenarioFile,
  type UnitData,
  WEATHERS,
  type Weather,
} from '../../src/core/scenario.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { airShape } from '../../src/scenario/shapes/air.ts';
import { oobShape } from '../../src/scenario/shapes/oob.ts';
import type { SourcesData } from '../../src/scenario/shapes/sources.ts';

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../scenarios/west-hunan/${name}.json`, import.meta.url), 'utf8')) as T;
const oob = read<OobData>('oob');
const air = read<AirData>('air');
const map = read<MapData>('map');
const scenario = read<ScenarioFile>('scenario');
const { sources } = read<SourcesData>('sources');

const place = (id: string): string => map.places.find((one) => one.id === id)?.hex ?? '';
const data: ScenarioData = { scenario, map, oob, air };

const unit = (id: string): UnitData => {
  const found = oob.units.find((one) => one.id === id);
  if (!found) throw new Error(`no unit ${id}`);
  return found;
};
const below = (id: string): UnitData[] => membersOf(data, id).map((index) => oob.units[index] as UnitData);
const sum = (units: readonly UnitData[], of: (one: UnitData) => number): number =>
  units.reduce((total, one) => total + of(one), 0);
const men = (id: string): number => sum(below(id), (one) => one.men);
const pieces = (id: string, kind: string): number => sum(below(id), (one) => one.equipment[kind] ?? 0);
const guns = (id: string): number =>
  sum(below(id), (one) =>
    Object.entries(one.equipment).reduce((total, [kind, count]) => {
      const { class: of } = oob.equipment.find((entry) => entry.id === kind) ?? { class: 'rifle' };
      return total + (['mountainGun', 'fieldGun', 'howitzer'].includes(of) ? count : 0);
    }, 0),
  );
const commanderOf = (id: string): string =>
  oob.formations.find((one) => one.id === id)?.commander ??
  oob.leaders
    .filter((leader) => leader.unit === id)
    .map((leader) => leader.name)
    .join(', ');

/** Ids with the commanders that the documents name, as the dossier corrects them. */
const COMMANDERS =
  'cn_gho He Yingqin; cn_3fa Tang Enbo; cn_4fa Wang Yaowu; cn_10ag Wang Jingjiu; cn_27ag Li Yutang; ' +
  'cn_26a Ding Zhipan; cn_41 Dong Jitao; cn_44 Jiang Xiuren; cn_94a Mou Tingfang; cn_5 Li Zefen; ' +
  'cn_43 Li Shilin; cn_121 Zhu Jingmin; cn_n6a Liao Yaoxiang; cn_14 Long Tianwu; cn_n22 Li Tao; ' +
  'cn_18a Hu Lian; cn_11 Yang Botao; cn_18 Qin Daoshan; cn_118 Dai Pu; cn_73a Han Jun; cn_15 Liang Zhilu; ' +
  'cn_77 Tang Shenghai; cn_193 Xiao Chongguang; cn_74a Shi Zhongcheng; cn_51 Zhou Zhidao; cn_57 Li Yan; ' +
  'cn_58 Cai Renjie; cn_100a Li Tianxia; cn_19 Yang Yin; cn_63 Xu Zhixu; cn_13 Jin Lisan; ' +
  'cn_t6 Zhao Jiping; cn_39a Liu Shangzhi; cn_t51 Shi Hongxi; cn_92a Hou Jingru; cn_142 Liu Chunling; ' +
  'jp_cea Okamura Yasuji; jp_20a Sakanishi Kazuyoshi; jp_34 Ban Takeo; jp_47 Watanabe Hiroshi; ' +
  'jp_64 Funabiki Masayuki; jp_68 Tsutsumi Mikio; jp_116 Hishida Motoshiro; jp_imb86 Ueno Genkichi';

test('order of battle and air forces hold together on the map', () => {
  expect(oobShape.safeParse(oob).error).toBeUndefined();
  expect(airShape.safeParse(air).error).toBeUndefined();
  expect(parseScenario(data)).toMatchObject({ ok: true });
});

describe('the formations that the documents name', () => {
  test.each(
    COMMANDERS.split('; ').map(
      (entry) => [entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)] as const,
    ),
  )('%s is there with troops and with %s', (id, commander) => {
    expect(commanderOf(id)).toContain(commander);
    expect(below(id).length).toBeGreaterThan(['cn_gho', 'cn_3fa', 'jp_cea'].includes(id) ? 5 : 0);
  });

  test('the commander of a division is with one of its own units', () => {
    for (const { id, commander } of oob.formations.filter((one) => one.side === 'cn' && one.echelon === 'division')) {
      const leader = oob.leaders.find((one) => commander?.startsWith(`${one.name} `));
      expect([id, below(id).some((one) => one.id === leader?.unit)]).toEqual([id, true]);
    }
  });

  test('21 Division has no commander, for both documents repeat that of 5 Division; Zhang Lingfu is with 74 Corps', () => {
    expect(commanderOf('cn_21')).toBe('');
    expect(unit('cn_21').note).toContain('an error');
    expect(oob.leaders.find((leader) => leader.name === 'Zhang Lingfu')?.unit).toBe('cn_74a');
  });

  test('nine corps and twenty-four divisions, twenty of them committed', () => {
    const divisions = [
      ...oob.formations.filter((one) => one.side === 'cn' && one.echelon === 'division'),
      ...oob.units.filter((one) => one.side === 'cn' && one.echelon === 'division' && !one.id.startsWith('cn_13a')),
    ].map((one) => one.id);
    expect(divisions.length).toBe(24);
    const kept = divisions.filter((id) => below(id).every((one) => one.reserve));
    expect(kept.sort()).toEqual(['cn_142', 'cn_196', 'cn_43', 'cn_t51']);
    expect(divisions.length - kept.length).toBe(20);
    const corps = oob.units.filter((one) => one.side === 'cn' && one.echelon === 'corps' && one.id !== 'cn_13a');
    expect(corps.map((one) => one.kind)).toEqual(Array(9).fill('hq'));
  });
});

describe('strengths', () => {
  const late = (one: UnitData): boolean => dayNumber(one.arrival.date) > dayNumber('1945-04-13');

  test('Japan: 45,000 in the first phase, 59,000 in all without the railway guards', () => {
    const guards = men('jp_68') - men('jp_sekine');
    expect(guards).toBe(6000);
    const all = sum(
      oob.units.filter((one) => one.side === 'jp'),
      (one) => one.men,
    );
    expect(all - guards).toBe(59_000);
    const first = oob.units.filter((one) => one.side === 'jp' && !late(one));
    expect(sum(first, (one) => one.men) - guards).toBe(45_000);
  });

  test.each([
    ['jp_116', 17_000, 30],
    ['jp_109ir', 4098, 6],
    ['jp_shigehiro', 4500, 8],
    ['jp_sekine', 6500, 4],
    ['jp_34', 5000, 6],
    ['jp_64', 4000, 4],
    ['jp_imb86', 5000, 8],
    ['cn_51', 9500, 12],
    ['cn_57', 9500, 12],
    ['cn_58', 9500, 12],
    ['cn_19', 9000, 8],
    ['cn_63', 8500, 8],
    ['cn_11', 10_000, 12],
    ['cn_5', 9500, 12],
    ['cn_121', 9500, 12],
    ['cn_44', 7500, 2],
    ['cn_n22', 11_000, 24],
    ['cn_14', 11_000, 24],
    ['cn_n6a', 26_000, 72],
    ['cn_13a', 22_000, 12],
  ])('%s has the %i men and %i guns of the dossier', (id, strength, pieceCount) => {
    expect([men(id), guns(id)]).toEqual([strength, pieceCount]);
  });

  test('47 Division without its detachment is 9,000 men, and comes on 5 May', () => {
    const main = below('jp_47').filter((one) => !below('jp_shigehiro').includes(one));
    expect(sum(main, (one) => one.men)).toBe(9000);
    for (const one of main) expect(one.arrival).toEqual({ date: '1945-05-05', hex: place('xiangtan') });
  });

  test('China: about 110,000 in Hunan at the start, 200,000 with those who came', () => {
    const chinese = oob.units.filter((one) => one.side === 'cn' && !one.reserve);
    const start = chinese.filter((one) => one.arrival.date === '1945-04-09');
    expect(sum(start, (one) => one.men)).toBeGreaterThan(100_000);
    expect(sum(start, (one) => one.men)).toBeLessThan(130_000);
    expect(sum(chinese, (one) => one.men)).toBeGreaterThan(195_000);
    expect(sum(chinese, (one) => one.men)).toBeLessThan(212_000);
  });

  test('a hand of counters a side, sixty to move at most', () => {
    const onMap = (side: string, date: string): number =>
      oob.units.filter(
        (one) =>
          one.side === side && !one.reserve && one.arrival.date <= date && !((one.held?.until ?? '') === '1945-06-07'),
      ).length;
    expect(oob.units.filter((one) => one.side === 'jp').length).toBeLessThanOrEqual(45);
    expect(oob.units.filter((one) => one.side === 'cn').length).toBeLessThanOrEqual(85);
    for (const side of ['cn', 'jp']) expect(onMap(side, '1945-04-09')).toBeGreaterThanOrEqual(25);
    expect(onMap('cn', '1945-06-07')).toBeLessThanOrEqual(60);
  });
});

describe('arms and quality', () => {
  test('a company of 51 Division has six Brownings, three Thompsons and four grenade launchers', () => {
    const companies = 27;
    expect(pieces('cn_51', 'bar')).toBe(6 * companies);
    expect(pieces('cn_51', 'thompson')).toBe(3 * companies);
    expect(pieces('cn_51', 'gl_us')).toBe(4 * companies);
    expect(pieces('cn_51', 'mortar81_us')).toBe(4 * 3);
  });

  test('New 22 Division has the American-pattern establishment', () => {
    const battalions = 9;
    const companies = 27;
    expect(pieces('cn_n22', 'hmg_us')).toBe(6 * battalions);
    expect(pieces('cn_n22', 'bazooka')).toBe(2 * battalions);
    expect(pieces('cn_n22', 'mortar81_us')).toBe(2 * battalions);
    expect(pieces('cn_n22', 'bar')).toBe(9 * companies);
    expect(pieces('cn_n22', 'thompson')).toBe(18 * companies);
    expect(pieces('cn_n22', 'mortar60_us')).toBe(6 * companies);
  });

  test('American arms by degree: full, in part, a few, none', () => {
    const american = (id: string): number => {
      const kinds = ['rifle_us', 'bar', 'thompson', 'mortar60_us', 'mortar81_us', 'bazooka', 'pack75_us', 'how105_us'];
      return kinds.reduce((total, kind) => total + pieces(id, kind), 0) / men(id);
    };
    for (const [more, less] of [
      ['cn_n22', 'cn_57'],
      ['cn_11', 'cn_51'],
      ['cn_57', 'cn_19'],
      ['cn_19', 'cn_15'],
      ['cn_15', 'cn_118'],
    ] as const)
      expect([more, american(more) > american(less)]).toEqual([more, true]);
    for (const id of ['cn_18', 'cn_118', 'cn_44', 'cn_41', 'cn_t6', 'cn_21'])
      expect([id, american(id)]).toEqual([id, 0]);
  });

  test('the guerrillas of the Yao have 15 rifles and 21 fowling pieces', () => {
    expect(unit('cn_yao')).toMatchObject({ men: 80, equipment: { rifle_cn: 15, fowling: 21 }, kind: 'irregular' });
  });

  test('one fifth of old soldiers and four fifths of replacements', () => {
    expect(unit('jp_116').quality).toBe(Math.round(0.2 * 85 + 0.8 * 66));
    expect(unit('jp_116').note).toContain('0.2 x 85 + 0.8 x 66');
    expect(unit('cn_n22_64').quality).toBeGreaterThan(unit('jp_116_133').quality);
    expect(unit('jp_116_133').quality).toBeGreaterThan(unit('cn_19_55').quality);
  });

  test('nobody has tanks', () => {
    for (const kind of oob.equipment) expect(['tank', 'armouredCar']).not.toContain(kind.class);
  });

  test('every estimate says why, every source is known', () => {
    const lists = [oob.equipment, oob.units, oob.leaders, air.aircraft, air.formations];
    for (const item of lists.flat()) {
      if (item.estimated) expect([item.id, item.note ?? '']).toEqual([item.id, expect.stringMatching(/.{10}/)]);
      for (const key of item.source) expect([item.id, key, Object.hasOwn(sources, key)]).toEqual([item.id, key, true]);
    }
    for (const formation of oob.formations)
      for (const key of formation.source)
        expect([formation.id, Object.hasOwn(sources, key)]).toEqual([formation.id, true]);
  });
});

describe('who comes when', () => {
  test('New 6 Corps is flown to Zhijiang: 2,178 animals and no lorry with it', () => {
    const flown = oob.units.filter((one) => one.arrival.by === 'airlift');
    expect(flown.map((one) => one.id).sort()).toEqual(
      ['cn_14_40', 'cn_14_41', 'cn_14_42', 'cn_n22_64', 'cn_n22_65', 'cn_n22_66', 'cn_n6a'].sort(),
    );
    for (const one of flown) expect(one.arrival.hex).toBe(place('zhijiang-field'));
    expect(sum(flown, (one) => one.equipment['horse'] ?? 0)).toBe(2178);
    expect(sum(flown, (one) => one.equipment['truck'] ?? 0)).toBe(0);
  });

  test('the uncommitted wait for an order', () => {
    const reserves = oob.units.filter((one) => one.reserve).map((one) => one.id);
    expect(reserves.sort()).toEqual(
      ['cn_13a', 'cn_13a_4', 'cn_13a_54', 'cn_13a_89', 'cn_142', 'cn_196', 'cn_39a', 'cn_43', 'cn_t51'].sort(),
    );
  });

  test('parties with radios and liaison teams are with every corps of the American programme', () => {
    for (const id of ['cn_74a', 'cn_100a', 'cn_73a', 'cn_18a', 'cn_94a', 'cn_n6a'])
      expect(unit(id)).toMatchObject({ airParty: true, liaison: true });
    expect(unit('cn_26a').airParty).toBeUndefined();
    expect(oob.units.filter((one) => one.side === 'jp' && (one.airParty || one.liaison))).toEqual([]);
  });

  test('Japanese columns carry seven to ten days of food', () => {
    const columns = ['jp_116', 'jp_shigehiro', 'jp_sekine', 'jp_34']
      .flatMap(below)
      .filter((one) => one.kind === 'infantry');
    for (const one of columns) {
      expect(one.carry?.foodDays).toBeGreaterThanOrEqual(7);
      expect(one.carry?.foodDays).toBeLessThanOrEqual(10);
    }
  });
});

describe('air forces', () => {
  const DAYS = 33;
  const count = (test: (id: string) => boolean): number =>
    air.formations.filter((one) => test(one.id)).reduce((total, one) => total + one.count, 0);
  /** Rule 9.2: tenths of the sorties of a clear day. */
  const TENTHS: Record<Weather, number> = { clear: 10, overcast: 7, fog: 5, lightRain: 4, heavyRain: 1 };
  /** Average of a number by the weather over the 33 days of the record, of which 22 are in April. */
  const overWeather = (of: (tenths: number) => number): number => {
    const average = (from: string): number => {
      const table = scenario.weather.tables.filter((one) => one.from <= from).at(-1);
      return WEATHERS.reduce((total, kind) => total + ((table?.chances[kind] ?? 0) / 1000) * of(TENTHS[kind]), 0);
    };
    return (7 * average('1945-04-09') + 15 * average('1945-04-16') + 11 * average('1945-05-01')) / DAYS;
  };
  /** Sorties of a formation on an average day, rounded down each turn as the rule does. */
  const daily = (one: AirFormationData): number =>
    overWeather((tenths) => Math.floor((one.count * one.serviceability * one.sortiesPerDay * tenths * 2) / 100_000)) /
    2;
  const sorties = (prefix: string): number =>
    air.formations.filter((one) => one.id.startsWith(prefix)).reduce((total, one) => total + daily(one) * DAYS, 0);

  test('the 400 aircraft of the document: 157 of the Chinese groups and 243 of 14 Air Force', () => {
    expect(count((id) => /^caf_5g/.test(id))).toBe(85);
    expect(count((id) => /^caf_1g/.test(id))).toBe(40);
    expect(count((id) => /^caf_2g/.test(id))).toBe(12);
    expect(count((id) => /^caf_3g/.test(id))).toBe(20);
    expect(count((id) => id.startsWith('us_'))).toBe(243);
    expect(count((id) => !id.startsWith('jp_'))).toBe(400);
    const atZhijiang = air.formations.filter((one) => one.side === 'cn' && one.base.hex !== undefined);
    const there = atZhijiang.reduce((total, one) => total + one.count, 0);
    expect(there).toBeGreaterThanOrEqual(120);
    expect(there).toBeLessThanOrEqual(160);
    for (const one of atZhijiang) expect(one.fallback?.offMapKm).toBeGreaterThan(400);
  });

  test('Japan has 135 on paper and hardly a sortie', () => {
    expect(count((id) => id.startsWith('jp_'))).toBe(135);
    expect(sorties('jp_') / DAYS).toBeLessThan(3);
  });

  test.each([
    ['caf_5g', 942],
    ['caf_1g', 113],
    ['caf_2g', 58],
    ['caf_3g', 18],
  ])('%s can fly its %i sorties of 9 April - 11 May', (group, flown) => {
    expect(Math.abs(sorties(group) / flown - 1)).toBeLessThan(0.1);
  });

  test('the air bridge lands New 6 Corps in about three weeks and burns more than all combat flying', () => {
    const kinds = new Map(air.aircraft.map((kind) => [kind.id, kind]));
    let menADay = 0;
    let bridge = 0;
    let combat = 0;
    for (const one of air.formations.filter((formation) => formation.side === 'cn')) {
      const kind = kinds.get(one.aircraft);
      const flights = daily(one);
      menADay += flights * (kind?.menPerSortie ?? 0);
      if (one.missions.includes('troopLift')) bridge += flights * (kind?.fuelKgPerSortie ?? 0);
      else combat += flights * (kind?.fuelKgPerSortie ?? 0);
    }
    expect(menADay).toBeGreaterThan(1000);
    expect(menADay).toBeLessThan(1300);
    expect(bridge).toBeGreaterThan(combat);
    const income = air.fuel?.find((one) => one.side === 'cn')?.kgPerDay ?? 0;
    expect(income).toBeGreaterThan(bridge);
    expect(income).toBeLessThan(bridge + combat);
    expect(kinds.get('c47')?.menPerSortie).toBe(28);
  });

  test('troop carriers reach Zhijiang from Zhanyi, and hit nothing', () => {
    for (const one of air.formations.filter((formation) => formation.missions.includes('troopLift'))) {
      expect(one.base.name).toBe('Zhanyi');
      expect(one.missions).not.toContain('closeSupport');
    }
  });
});
