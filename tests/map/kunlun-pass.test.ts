import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { directionTo, distanceHexes, hexsideOf } from '../../src/core/hex.ts';
import { COVER_LETTERS, type MapData, type PlaceData, RELIEF_LETTERS } from '../../src/core/scenario.ts';
import { distanceKm, layGrid } from '../../tools/map/grid.ts';
import { cornersOf, hexesOf } from '../../tools/map/hexsides.ts';
import { buildMap } from '../../tools/map/main.ts';
import type { ReliefHeader } from '../../tools/map/relief.ts';

const root = join(import.meta.dirname, '..', '..');
const file = (path: string): Buffer => readFileSync(join(root, path));
const map = JSON.parse(file('scenarios/kunlun-pass/map.json').toString()) as MapData;
const grid = layGrid(map);

const place = (id: string): PlaceData => map.places.find((candidate) => candidate.id === id) as PlaceData;
const hexOf = (id: string): number => grid.parse(place(id).hex);
const cell = <T>(rows: ArrayLike<T>[], hex: number): T =>
  (rows[Math.floor(hex / map.cols)] as ArrayLike<T>)[hex % map.cols] as T;
const crest = (id: string): number => cell(map.crestM, hexOf(id));
const relief = (hex: number): string => cell(map.relief, hex);
const road = (id: string): number[] =>
  (map.roads.find((candidate) => candidate.id === id)?.hexes ?? []).map(grid.parse);
const steps = (chain: number[], from: string, to: string): number =>
  chain.indexOf(hexOf(to)) - chain.indexOf(hexOf(from));

const rivers = new Map(map.rivers.map((river) => [grid.parse(river.hex) * 3 + river.direction, river]));
const sideBetween = (a: number, b: number): number =>
  hexsideOf(map.cols, map.rows, a, directionTo(map.cols, map.rows, a, b));

/** The hexes that can be reached without crossing a great river. */
function dryFrom(start: number): Set<number> {
  const reached = new Set([start]);
  for (const hex of reached) {
    for (let direction = 0; direction < 6; direction++) {
      const next = grid.neighbour(hex, direction);
      const river = rivers.get(hexsideOf(map.cols, map.rows, hex, direction));
      if (next >= 0 && river?.class !== 'major') reached.add(next);
    }
  }
  return reached;
}

describe('the build', () => {
  it('makes the committed files to the byte', () => {
    for (const [path, bytes] of buildMap(root, 'kunlun-pass').files) {
      expect(file(path).equals(bytes), path).toBe(true);
    }
  });
});

describe('the ground', () => {
  it('has a value for every hex, and no crest below the mean', () => {
    for (const rows of [map.elevationM, map.crestM, map.relief, map.cover]) {
      expect(rows).toHaveLength(map.rows);
      for (const row of rows) expect(row).toHaveLength(map.cols);
    }
    expect(new Set(map.relief.join(''))).toEqual(new Set(RELIEF_LETTERS));
    for (const letter of map.cover.join('')) expect(COVER_LETTERS).toContain(letter);
    for (let hex = 0; hex < grid.size; hex++) {
      expect(cell(map.crestM, hex)).toBeGreaterThanOrEqual(cell(map.elevationM, hex));
    }
  });

  it('carries the documented heights', () => {
    for (const { id, elevationM } of map.places) {
      if (elevationM !== undefined) expect(crest(id), id).toBeGreaterThanOrEqual(elevationM);
    }
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
  it('lie in their hexes', () => {
    for (const { id, hex, lat, lon } of map.places) {
      const point = grid.toPlane(lon, lat);
      expect(grid.format(grid.hexAt(point)), id).toBe(hex);
      expect(distanceKm(point, grid.centre(grid.parse(hex)))).toBeLessThan(map.hexKm / Math.sqrt(3) + 1e-9);
    }
  });

  it('have distinct ids, a source, and an error', () => {
    expect(new Set(map.places.map(({ id }) => id)).size).toBe(map.places.length);
    for (const { id, source, positionErrorKm } of map.places) {
      expect(source.length, id).toBeGreaterThan(0);
      expect(positionErrorKm, id).toBeGreaterThan(0);
    }
  });

  it('set the heights round the pass and keep the stages of the road apart', () => {
    const stages = ['kunlun', 'jiutang', 'batang', 'silong'].map(hexOf);
    expect(new Set(stages).size).toBe(4);
    for (const id of ['h653', 'h600', 'h441', 'h445', 'jieshou', 'luotang', 'tongxing']) {
      expect(distanceHexes(map.cols, hexOf('kunlun'), hexOf(id)), id).toBeLessThanOrEqual(1);
    }
  });
});

describe('rivers', () => {
  it('are hexsides of the map, each once, owned by the hex they are named by', () => {
    expect(rivers.size).toBe(map.rivers.length);
    for (const { hex, direction } of map.rivers) {
      expect([0, 1, 2]).toContain(direction);
      expect(grid.neighbour(grid.parse(hex), direction)).toBeGreaterThanOrEqual(0);
    }
  });

  it('run on: every end is a spring, a mouth or the edge of the map', () => {
    const ends = new Map<string, number>();
    for (const side of rivers.keys()) {
      for (const corner of cornersOf(grid, side)) ends.set(corner, (ends.get(corner) ?? 0) + 1);
    }
    const loose = [...ends].filter(([corner, count]) => count === 1 && !corner.startsWith('-1'));
    const drafted = JSON.parse(file('scenarios/kunlun-pass/geo/build.json').toString()).drafted.length;
    expect(loose.length).toBeLessThanOrEqual(drafted);
  });

  it('keep the towns on their banks', () => {
    const north = dryFrom(hexOf('kunlun'));
    for (const id of ['nanning', 'lingli', 'liujing', 'yongchun', 'hengxian', 'qianjiang', 'wuming']) {
      expect(north.has(hexOf(id)), id).toBe(true);
    }
    for (const id of ['tingzi', 'pumiao', 'wuxu', 'funan']) expect(north.has(hexOf(id)), id).toBe(false);
  });
});

describe('roads', () => {
  it('are chains of adjacent hexes without repeats', () => {
    for (const { id, hexes } of map.roads) {
      const chain = hexes.map(grid.parse);
      expect(new Set(chain).size, id).toBe(chain.length);
      for (const [index, hex] of chain.entries()) {
        if (index > 0) expect(distanceHexes(map.cols, chain[index - 1] as number, hex), id).toBe(1);
      }
    }
  });

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

  it('have a bridge or a ferry over every river, and no bridge stands without road and river', () => {
    const bridges = new Map(map.bridges.map((bridge) => [grid.parse(bridge.hex) * 3 + bridge.direction, bridge]));
    expect(bridges.size).toBe(map.bridges.length);
    const used = new Set<number>();
    for (const { id, hexes } of map.roads) {
      for (let index = 1; index < hexes.length; index++) {
        const side = sideBetween(grid.parse(hexes[index - 1] as string), grid.parse(hexes[index] as string));
        const river = rivers.get(side);
        if (!river) continue;
        used.add(side);
        if (id === 'pack-trail' && river.class === 'stream') continue;
        expect(bridges.get(side)?.kind, `${id} ${hexes[index]}`).toBe(river.class === 'major' ? 'ferry' : 'bridge');
      }
    }
    for (const side of bridges.keys()) expect(used.has(side)).toBe(true);
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
  it('is a relief raster that covers the outermost hexes and agrees with the hexes', () => {
    const header = JSON.parse(file('assets/kunlun-pass/relief.json').toString()) as ReliefHeader;
    const packed = file(`assets/kunlun-pass/${header.file}`);
    expect(packed.length).toBeLessThan(150_000);
    const bytes = gunzipSync(packed);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const { cols, rows, stepKm, originKm } = header;
    const metres = new Int16Array(cols * rows);
    for (let row = 0; row < rows; row++) {
      let value = 0;
      for (let col = 0; col < cols; col++) {
        value += view.getInt16((row * cols + col) * 2, true);
        metres[row * cols + col] = value;
      }
    }
    const [lastX, lastY] = grid.centre(grid.size - 1);
    expect(originKm[0]).toBeLessThan(-map.hexKm / 2);
    expect(originKm[1]).toBeLessThan(-map.hexKm / Math.sqrt(3));
    expect(originKm[0] + (cols - 1) * stepKm).toBeGreaterThan(lastX + map.hexKm / 2);
    expect(originKm[1] + (rows - 1) * stepKm).toBeGreaterThan(lastY + map.hexKm / Math.sqrt(3));
    const sums = new Map<number, [number, number]>();
    for (let row = 0; row < rows; row++) {
      for (let col = 0; col < cols; col++) {
        const hex = grid.hexAt([originKm[0] + col * stepKm, originKm[1] + row * stepKm]);
        const [sum, count] = sums.get(hex) ?? [0, 0];
        sums.set(hex, [sum + (metres[row * cols + col] as number), count + 1]);
      }
    }
    const off = map.elevationM.flat().map((mean, hex) => {
      const [sum, count] = sums.get(hex) as [number, number];
      return Math.abs(sum / count - mean);
    });
    expect(off.reduce((sum, metres) => sum + metres) / grid.size).toBeLessThan(2);
    expect(Math.max(...off)).toBeLessThan(40);
  });

  it('is a line for every road, from its first hex to its last', () => {
    const lines = JSON.parse(file('assets/kunlun-pass/lines.json').toString());
    for (const { name, hexes } of map.roads) {
      const line = lines.roads.find((candidate: { name: string }) => candidate.name === name);
      expect(grid.format(grid.hexAt(line.points[0])), name).toBe(hexes[0]);
      expect(grid.format(grid.hexAt(line.points.at(-1))), name).toBe(hexes.at(-1));
    }
    expect(lines.rivers.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['Yong', 'Hongshui', 'Qingshui']),
    );
  });
});
