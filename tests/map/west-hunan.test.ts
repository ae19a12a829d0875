import { describe, expect, it } from 'vitest';
import { distanceHexes } from '../../src/core/hex.ts';
import { distanceKm } from '../../tools/map/grid.ts';
import { hexesOf } from '../../tools/map/hexsides.ts';
import { builtMap, file } from './builtMap.ts';

const { map, grid, place, hexOf, cell, relief, crest, road, rivers, sideBetween, steps } = builtMap('west-hunan');

const rowOf = (hex: number): number => Math.floor(hex / map.cols);
const anywhere = (): boolean => true;
const km = (hexes: number): number => hexes * map.hexKm;

/** The hexsides of the ways of some classes, as one net. */
function net(...classes: string[]): Set<number> {
  const sides = new Set<number>();
  for (const { class: kind, hexes } of map.roads) {
    if (!classes.includes(kind)) continue;
    for (let at = 1; at < hexes.length; at++) {
      sides.add(sideBetween(grid.parse(hexes[at - 1] as string), grid.parse(hexes[at] as string)));
    }
  }
  return sides;
}
const motorRoads = net('road');
const ways = net('road', 'track');
const along = (sides: Set<number>) => (hex: number, next: number) => sides.has(sideBetween(hex, next));

/** Steps between two places, straight and without crossing the rivers of some names. */
function detour(from: string, to: string, ...names: string[]): { straight: number; dry: number } {
  const open = (hex: number, next: number) => !names.includes(rivers.get(sideBetween(hex, next))?.name ?? '');
  const dry = steps(hexOf(from), open)[hexOf(to)] as number;
  return { straight: steps(hexOf(from), anywhere)[hexOf(to)] as number, dry: dry < 0 ? Infinity : dry };
}

describe('the gazetteer', () => {
  it('has every place of the dossier that lies on the map', () => {
    const ids =
      'zhijiang anjiang hongjiang qianyang huaihua chenxi xupu yuanling yiyang ningxiang majitang anhua yanxi lantian ' +
      'xinhua yangxi tongdao jingxian huitong suining longsheng shaoyang hengyang xiangtan xiangxiang yongfeng ' +
      'qingshuping changsha dongan quanxian lingling yankoupu taohuaping tantou jukoupu daqiaobian longhuisi ' +
      'xiaoshajiang baimashan shixiajiang zhugaotang shanmen furongshan dongkou dongkoutang yuexi qingyan jiangkou ' +
      'longtan guidong fangdong yingxingshan tulingjie majinggu shangzhaping xiachaping huanglianjiang xinning wugang ' +
      'gaosha huayuan wulipai qiliang chengbu meikou guanxia wuyang lixiqiao chashan tangjiafang wawutang chapuzi ' +
      'dengjiapu xujiaqiao';
    for (const id of ids.split(' ')) expect(place(id).zh.length, id).toBeGreaterThan(0);
  });

  it('has the airfields, that of Zhijiang beside the town on a hex of its own', () => {
    const fields = map.places.filter(({ kind }) => kind === 'airfield').map(({ id }) => id);
    expect(fields.sort()).toEqual([
      'anjiang-field',
      'hengyang-field',
      'hongjiang-field',
      'lingling-field',
      'shaoyang-field',
      'zhijiang-field',
    ]);
    expect(place('zhijiang').kind).toBe('town');
    expect(distanceHexes(map.cols, hexOf('zhijiang'), hexOf('zhijiang-field'))).toBe(1);
  });

  it('says where it leaves the dossier by more than its error', () => {
    for (const id of ['dongan', 'longhuisi', 'dengjiapu', 'longtan', 'suining', 'qingshuping']) {
      expect(place(id).note, id).toMatch(/dossier's guess/);
    }
  });
});

describe('the distances of the sources', () => {
  it.each([
    ['shaoyang', 'zhijiang', 177],
    ['dongkou', 'zhijiang', 97],
    ['wuyang', 'zhijiang', 100],
    ['hengyang', 'shaoyang', 116],
    ['xiangtan', 'shaoyang', 159],
    ['xinhua', 'wugang', 131],
    ['yuanling', 'shanmen', 140],
  ])('%s to %s is %i km as the crow flies', (from, to, air) => {
    const far = distanceKm(grid.centre(hexOf(from)), grid.centre(hexOf(to)));
    expect(Math.abs(far / air - 1)).toBeLessThan(0.07);
  });

  it.each([
    ['hengyang', 'shaoyang', 145],
    ['xiangtan', 'shaoyang', 210],
    ['shaoyang', 'zhijiang', 270],
    ['dongan', 'hongjiang', 235],
  ])('%s to %s is about %i km by the way', (from, to, far) => {
    const hexes = steps(hexOf(from), along(ways))[hexOf(to)] as number;
    expect(Math.abs(km(hexes) / far - 1)).toBeLessThan(0.17);
  });
});

describe('the range', () => {
  it('parts the Zi from the Yuan: nobody crosses between Yanxi and Chengbu but over rugged ground', () => {
    const [north, south] = [rowOf(hexOf('xupu')), rowOf(hexOf('chengbu'))];
    const gentle = steps(hexOf('shaoyang'), (_, next) => {
      return relief(next) !== 'r' && rowOf(next) >= north && rowOf(next) <= south;
    });
    for (const id of ['taohuaping', 'shixiajiang', 'gaosha', 'dongkou', 'wugang', 'xinhua']) {
      expect(gentle[hexOf(id)], id).toBeGreaterThan(0);
    }
    for (const id of [
      'jiangkou',
      'longtan',
      'xupu',
      'anjiang',
      'hongjiang',
      'huaihua',
      'suining',
      'wuyang',
      'meikou',
    ]) {
      expect(gentle[hexOf(id)], id).toBe(-1);
    }
  });

  it('has few mouths: ways enter it from the basins of the Zi at one side of its foot in seven', () => {
    const [north, south] = [rowOf(hexOf('yangxi')), rowOf(hexOf('wugang'))];
    const inside = (hex: number) => rowOf(hex) >= north && rowOf(hex) <= south;
    const east = steps(hexOf('shaoyang'), (_, next) => relief(next) !== 'r' && inside(next));
    const far = (hexOf('dongkou') % map.cols) + 12;
    const foot = Array.from({ length: grid.size * 3 }, (_, side) => side).filter((side) => {
      const [a, b] = hexesOf(grid, side) as [number, number];
      const [open, hill] = (east[a] as number) >= 0 ? [a, b] : [b, a];
      return hill >= 0 && (east[open] as number) >= 0 && relief(hill) === 'r' && inside(hill) && hill % map.cols < far;
    });
    const mouths = foot.filter((side) => ways.has(side));
    expect(mouths.length).toBeGreaterThan(4);
    expect(mouths.length / foot.length).toBeLessThan(1 / 6);
  });

  it('is rugged at the defiles and crests the sources name, with Longtan in a basin shut in by a thousand metres', () => {
    for (const id of ['dongkoutang', 'jiangkou', 'fangdong', 'tulingjie', 'majinggu', 'subaoding', 'chashan']) {
      expect(relief(hexOf(id)), id).toBe('r');
    }
    expect(relief(hexOf('longtan'))).toBe('l');
    const floor = cell(map.elevationM, hexOf('longtan'));
    const rim = [...steps(hexOf('longtan'), anywhere).entries()].filter(([, far]) => far === 2).map(([hex]) => hex);
    expect(rim.filter((hex) => cell(map.crestM, hex) > Math.max(900, floor + 300)).length).toBeGreaterThanOrEqual(5);
    expect(crest('yingxingshan')).toBe(1450);
    expect(crest('subaoding')).toBe(1934);
  });

  it('looks down on flat or rolling basins', () => {
    for (const id of [
      'shaoyang',
      'hengyang',
      'xiangtan',
      'changsha',
      'gaosha',
      'taohuaping',
      'zhijiang-field',
      'huaihua',
    ]) {
      expect(relief(hexOf(id)), id).toBe('f');
    }
    for (const id of [
      'zhijiang',
      'wugang',
      'xinning',
      'dongkou',
      'xupu',
      'longtan',
      'anjiang',
      'hongjiang',
      'tangjiafang',
    ]) {
      expect(relief(hexOf(id)), id).not.toBe('r');
    }
  });
});

describe('the banks', () => {
  it.each([
    ['shaoyang', 'yankoupu', ['Zi', 'Fuyi'], 'liangshi'],
    ['shaoyang', 'xinhua', ['Zi', 'Fuyi'], 'lantian'],
    ['dongkou', 'gaosha', ['Pingxi'], 'shanmen'],
    ['wugang', 'huayuan', ['Upper Zi'], 'dengjiapu'],
    ['suining', 'wuyang', ['Wu'], 'zhaishi'],
    ['suining', 'meikou', ['Wu'], 'jingxian'],
    ['anjiang', 'huaihua', ['Yuan'], 'longtan'],
    ['hongjiang', 'qianyang', ['Yuan'], 'anjiang'],
    ['yuanling', 'chenxi', ['Yuan'], 'luxi'],
    ['changsha', 'xiangtan', ['Xiang'], 'zhuzhou'],
    ['hengyang', 'hengyang-field', ['Xiang'], 'hengshan'],
    ['shaoyang', 'liangshi', ['Shao', 'Zi', 'Fuyi'], 'xianchaqiao'],
  ])('%s lies over the river from %s (%s), beside %s', (town, opposite, names, same) => {
    const over = detour(town, opposite, ...names);
    expect(over.dry).toBeGreaterThan(over.straight + 4);
    const beside = detour(town, same, ...names);
    expect(beside.dry).toBeLessThanOrEqual(beside.straight + 2);
  });

  it('put Zhijiang, its field and Luojiu on the side of Yushuwan: the highway crosses no river between them', () => {
    const chain = road('xiang-qian-west');
    const stretch = chain.slice(chain.indexOf(hexOf('huaihua')));
    for (let at = 1; at < stretch.length; at++) {
      expect(rivers.has(sideBetween(stretch[at - 1] as number, stretch[at] as number))).toBe(false);
    }
  });
});

describe('the roads', () => {
  it('carry motors to Shaoyang from Hengyang and Xiangtan and not a hex further west', () => {
    const motor = steps(hexOf('shaoyang'), along(motorRoads));
    for (const id of ['hengyang', 'xiangtan', 'changsha', 'lingling', 'quanxian', 'yongfeng', 'liangshi']) {
      expect(motor[hexOf(id)], id).toBeGreaterThan(0);
    }
    const west = [...motor.entries()].filter(([hex, far]) => far >= 0 && rowOf(hex) > 20 && rowOf(hex) < 50);
    expect(Math.min(...west.map(([hex]) => hex % map.cols))).toBe(hexOf('shaoyang') % map.cols);
  });

  it('carry motors on the Chinese side from the edges to Zhijiang, Anjiang and Jiangkou, no further east', () => {
    const motor = steps(hexOf('zhijiang'), along(motorRoads));
    for (const id of ['jiangkou', 'anjiang', 'hongjiang', 'chenxi', 'yuanling', 'huitong', 'jingxian']) {
      expect(motor[hexOf(id)], id).toBeGreaterThan(0);
    }
    for (const id of ['dongkou', 'yuexi', 'shaoyang', 'xupu', 'longtan', 'suining'])
      expect(motor[hexOf(id)], id).toBe(-1);
  });

  it('leave the highway from Taohuaping to Dongkou without a bridge of its own', () => {
    const chain = road('xiang-qian-broken');
    expect([chain[0], chain.at(-1)]).toEqual([hexOf('taohuaping'), hexOf('dongkou')]);
    const bridges = new Set(map.bridges.map((bridge) => grid.parse(bridge.hex) * 3 + bridge.direction));
    for (let at = 1; at < chain.length; at++) {
      expect(bridges.has(sideBetween(chain[at - 1] as number, chain[at] as number))).toBe(false);
    }
  });

  it('have four bridges at Shaoyang, two of them over the Zi', () => {
    const bridges = map.bridges.filter(({ hex, direction, kind }) => {
      return kind === 'bridge' && hexesOf(grid, grid.parse(hex) * 3 + direction).includes(hexOf('shaoyang'));
    });
    const names = bridges.map(({ hex, direction }) => rivers.get(grid.parse(hex) * 3 + direction)?.name).sort();
    expect(names).toEqual(['Shao', 'Shao', 'Zi', 'Zi']);
  });

  it('cross the Wu at Meikou and the Yuan at Anjiang by ferry', () => {
    for (const [id, river, near] of [
      ['meikou-ferry', 'Wu', 'meikou'],
      ['anjiang-ferry', 'Yuan', 'anjiang'],
    ] as const) {
      const crossing = map.bridges.find((bridge) => bridge.id === id);
      const side = grid.parse(crossing?.hex as string) * 3 + (crossing?.direction as number);
      expect(crossing?.kind).toBe('ferry');
      expect(rivers.get(side)?.name).toBe(river);
      expect(hexesOf(grid, side)).toContain(hexOf(near));
    }
  });

  it('reach every settlement', () => {
    const far = steps(hexOf('shaoyang'), along(ways));
    const lost = map.places.filter(({ kind, hex }) => kind !== 'height' && far[grid.parse(hex)] === -1);
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it('lead off the map on all four sides', () => {
    const ends = map.roads.flatMap(({ hexes }) => [hexes[0], hexes.at(-1)] as string[]).map(grid.parse);
    const rows = ends.map(rowOf);
    const cols = ends.map((hex) => hex % map.cols);
    expect([Math.min(...rows), Math.max(...rows), Math.min(...cols), Math.max(...cols)]).toEqual([0, 68, 0, 71]);
  });
});

describe('the railways', () => {
  const rail = (id: string): number[] => (map.rails ?? []).find((line) => line.id === id)?.hexes.map(grid.parse) ?? [];

  it('pass their stations in order, from edge to edge', () => {
    for (const [id, stations] of [
      ['xiang-gui', ['hengyang', 'hongqiao', 'lengshuitan', 'baiyashi', 'quanxian']],
      ['yue-han', ['changsha', 'zhuzhou', 'hengyang-field', 'leiyang']],
    ] as const) {
      const at = stations.map((station) => rail(id).indexOf(hexOf(station)));
      expect(Math.min(...at), id).toBeGreaterThanOrEqual(0);
      expect(
        [...at].sort((a, b) => a - b),
        id,
      ).toEqual(at);
    }
    expect(rowOf(rail('xiang-gui').at(-1) as number)).toBe(map.rows - 1);
    expect(rail('yue-han').filter((hex) => rowOf(hex) === 0 || rowOf(hex) === map.rows - 1)).not.toHaveLength(0);
  });

  it('keep to their banks of the Xiang, save where it leaves the map and comes back', () => {
    for (const line of [rail('yue-han'), rail('xiang-gui')]) {
      for (let at = 1; at < line.length; at++) {
        const [from, to] = [line[at - 1], line[at]] as [number, number];
        if (Math.max(from % map.cols, to % map.cols) === map.cols - 1) continue;
        expect(rivers.get(sideBetween(from, to))?.name).not.toBe('Xiang');
      }
    }
  });

  it('are drawn apart from the roads', () => {
    const lines = JSON.parse(file('assets/west-hunan/lines.json').toString());
    expect(lines.rails.map((line: { class: string }) => line.class)).toEqual(['rail', 'rail']);
    expect(lines.roads.every((line: { class: string }) => line.class !== 'rail')).toBe(true);
  });
});
