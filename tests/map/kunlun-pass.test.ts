import { describe, expect, it } from 'vitest';
import { distanceHexes } from '../../src/core/hex.ts';
import { hexesOf } from '../../tools/map/hexsides.ts';
import { builtMap, file } from './builtMap.ts';

const {
  map,
  grid,
  place,
  hexOf,
  cell,
  crest,
  relief,
  road,
  rivers,
  sideBetween,
  steps: walk,
} = builtMap('kunlun-pass');

const steps = (chain: number[], from: string, to: string): number =>
  chain.indexOf(hexOf(to)) - chain.indexOf(hexOf(from));

/** The hexes that can be reached without crossing a great river. */
function dryFrom(start: number): Set<number> {
  const far = walk(start, (hex, next) => rivers.get(sideBetween(hex, next))?.class !== 'major');
  return new Set([...far.keys()].filter((hex) => far[hex] !== -1));
}

describe('the ground', () => {
  it('carries the documented heights', () => {
    for (const id of ['h653', 'h600', 'h441', 'h445', 'gaofeng', 'kunlun']) expect(relief(hexOf(id)), id).toBe('r');
    expect(crest('h653')).toBe(653);
  });

  it('is flat on the plains', () => {
    for (const id of ['nanning', 'wuming', 'ertang', 'santang', 'zouxu', 'xinxu'])
      expect(relief(hexOf(id)), id).toBe('f');
    expect(relief(hexOf('binyang'))).not.toBe('r');
  });

  it('is rugged along the ridge from Gaofeng to the pass, save where its top is level', () => {
    const ridge = [
      '1936',
      '2037',
      '2137',
      '2237',
      '2236',
      '2336',
      '2435',
      '2535',
      '3030',
      '3129',
      '3229',
      '3330',
      '3430',
    ];
    expect(ridge.filter((hex) => relief(grid.parse(hex)) !== 'r')).toEqual([]);
  });
});

describe('places', () => {
  it('set the heights round the pass and keep the stages of the road apart', () => {
    const stages = ['kunlun', 'jiutang', 'batang', 'silong'].map(hexOf);
    expect(new Set(stages).size).toBe(4);
    for (const id of ['h653', 'h600', 'h441', 'h445', 'jieshou', 'luotang', 'tongxing']) {
      expect(distanceHexes(map.cols, hexOf('kunlun'), hexOf(id)), id).toBeLessThanOrEqual(1);
    }
  });
});

describe('rivers', () => {
  it('keep the towns on their banks', () => {
    const north = dryFrom(hexOf('kunlun'));
    for (const id of ['nanning', 'lingli', 'liujing', 'yongchun', 'hengxian', 'qianjiang', 'wuming']) {
      expect(north.has(hexOf(id)), id).toBe(true);
    }
    for (const id of ['tingzi', 'pumiao', 'wuxu', 'funan']) expect(north.has(hexOf(id)), id).toBe(false);
  });
});

describe('roads', () => {
  it('cross the pass between Jiutang and Silong at the highest point of the way, below the heights beside it', () => {
    const chain = road('yong-bin');
    const between = chain.slice(chain.indexOf(hexOf('jiutang')), chain.indexOf(hexOf('silong')) + 1);
    const top = between.reduce((best, hex) => (cell(map.elevationM, hex) > cell(map.elevationM, best) ? hex : best));
    expect(grid.format(top)).toBe(place('kunlun').hex);
    for (const id of ['h653', 'h600', 'h441', 'h445']) expect(crest(id)).toBeGreaterThan(crest('kunlun'));
  });

  it('have the sourced lengths: 56 km from Nanning to the pass, 30.5 km on to Binyang', () => {
    const chain = road('yong-bin');
    const south = steps(chain, 'nanning', 'kunlun') * map.hexKm;
    expect(south).toBeGreaterThan(50);
    expect(south).toBeLessThan(60);
    const north = steps(chain, 'kunlun', 'binyang') * map.hexKm;
    expect(north).toBeGreaterThan(28);
    expect(north).toBeLessThan(34);
  });

  it('pass the tang villages in order, a stage of one to four hexes apart', () => {
    const chain = road('yong-bin');
    const stages = ['ertang', 'santang', 'sitang', 'wutang', 'liutang', 'qitang', 'batang', 'jiutang'];
    for (const [index, id] of stages.entries()) {
      expect(chain, id).toContain(hexOf(id));
      if (index > 0) expect([1, 2, 3, 4]).toContain(steps(chain, stages[index - 1] as string, id));
    }
  });

  it('lead off the map to the north, east, south and west', () => {
    const ends = map.roads
      .filter((entry) => entry.class === 'road')
      .map(({ hexes }) => grid.parse(hexes.at(-1) as string));
    const rows = ends.map((hex) => Math.floor(hex / map.cols));
    const cols = ends.map((hex) => hex % map.cols);
    expect([Math.min(...rows), Math.max(...rows), Math.min(...cols), Math.max(...cols)]).toEqual([0, 63, 0, 63]);
  });

  it('cross the brooks where the sources name bridges: at Batang, and between Liutang and Qitang', () => {
    const chain = road('yong-bin');
    const crossing = (id: string): number[] => {
      const bridge = map.bridges.find((candidate) => candidate.id === id);
      return hexesOf(grid, grid.parse(bridge?.hex as string) * 3 + (bridge?.direction as number));
    };
    expect(crossing('batang-bridge')).toContain(hexOf('batang'));
    const [a, b] = crossing('liutang-bridge')
      .map((hex) => chain.indexOf(hex))
      .sort((x, y) => x - y) as [number, number];
    expect(a).toBeGreaterThanOrEqual(chain.indexOf(hexOf('liutang')));
    expect(b).toBeLessThanOrEqual(chain.indexOf(hexOf('qitang')));
  });
});

describe('what the board draws', () => {
  it('names the rivers', () => {
    const lines = JSON.parse(file('assets/kunlun-pass/lines.json').toString());
    expect(lines.rivers.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['Yong', 'Hongshui', 'Qingshui']),
    );
  });
});
