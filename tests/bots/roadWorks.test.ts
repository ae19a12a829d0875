/** Engineers and picks: what bots break, what they mend, and what they leave alone. */
import { describe, expect, test } from 'vitest';
import { railRaids } from '../../src/bots/railways.ts';
import { repairMarches, roadWorks } from '../../src/bots/roadWorks.ts';
import { direction, hexside } from '../../src/core/game.ts';
import type { PlanTask } from '../../src/core/plans.ts';
import { type Tiny, type TinyOptions, type TinyUnit, tinyStart } from '../core/fixture.ts';
import { carryOut, staffAt } from './staff.ts';

const MAP = new Array<string>(9).fill(','.repeat(16));

/** One column of the first side with one task for the whole game. */
function ordered(tiny: Tiny, unit: string, task: PlanTask, axis: string[]): Tiny {
  const phases = [{ from: '1939-12-15', task, axis, effort: 5, reason: 'test' }];
  const columns = [{ id: 'c', name: 'c', formations: [unit], phases, source: ['test'] }];
  tiny.game.data.plans = {
    formatVersion: 1,
    plans: [{ id: 'plan', side: 'cn', name: 'plan', text: '', columns, source: ['test'] }],
  };
  return tiny;
}

const link = (tiny: Tiny, a: string, b: string): number =>
  hexside(tiny.game, tiny.at(a), direction(tiny.game, tiny.at(a), tiny.at(b)));

const broken = (tiny: Tiny): number[] => tiny.state.breaks.map((one) => one.hexside);

describe('raiding teams', () => {
  /** An enemy railway along row 3, whole and a prize of his; a band of the first side near it, his guards elsewhere. */
  function line(band: Partial<TinyUnit> = {}, more: Partial<TinyOptions> = {}): Tiny {
    const tiny = tinyStart({
      map: MAP,
      units: [
        { id: 'hq', side: 'cn', hex: '0008' },
        { id: 'band', side: 'cn', hex: '0605', kind: 'irregular', men: 400, ...band },
        { id: 'foe', side: 'jp', hex: '1408', men: 1000 },
      ],
      rails: { main: '0203-1203' },
      roads: ['0203-1203'],
      places: { bend: '0603' },
      jp: '0203-1203',
      ...more,
    });
    tiny.game.theatre.lines.push({
      side: 1,
      hexes: [...Array(11).keys()].map((i) => tiny.at(`${String(i + 2).padStart(2, '0')}03`)),
      hexsides: [...tiny.game.theatre.railSides],
      pointsPerTurn: 1,
    });
    return ordered(tiny, 'band', 'raid', ['bend']);
  }

  test('go to the railway and tear it up, once is enough', () => {
    const tiny = line();
    const orders = railRaids(staffAt(tiny));
    expect(orders.map(({ action }) => action.type)).toEqual(['move', 'engineer']);
    carryOut(tiny, orders);
    expect(broken(tiny)).toHaveLength(1);
    expect(tiny.game.theatre.railSides.has(broken(tiny)[0] as number)).toBe(true);
    expect(railRaids(staffAt(tiny))).toEqual([]);
  });

  test('again when it has been mended', () => {
    const tiny = line();
    carryOut(tiny, railRaids(staffAt(tiny)));
    tiny.state.breaks = [];
    Object.assign(tiny.of('band'), { acts: 0, minutes: 600 });
    expect(railRaids(staffAt(tiny)).map(({ action }) => action.type)).toEqual(['engineer']);
  });

  test('where no enemy is near, and not when he is everywhere', () => {
    const tiny = line();
    const [free] = railRaids(staffAt(tiny)).slice(-1);
    tiny.of('foe').hex = tiny.at('0603');
    const [moved] = railRaids(staffAt(tiny)).slice(-1);
    expect(moved).not.toEqual(free);
    const guards = ['0303', '0503', '0703', '0903', '1103'].map(
      (hex, i): TinyUnit => ({ id: `g${i}`, side: 'jp', hex, men: 300 }),
    );
    const band: TinyUnit = { id: 'band', side: 'cn', hex: '0605', kind: 'irregular', men: 400 };
    expect(railRaids(staffAt(line({}, { units: [{ id: 'hq', side: 'cn', hex: '0008' }, band, ...guards] })))).toEqual(
      [],
    );
  });

  test('not a band too small for it, nor one a week away', () => {
    expect(railRaids(staffAt(line({ men: 250 })))).toEqual([]);
    const far = line({}, { map: new Array<string>(40).fill(','.repeat(16)) });
    far.of('band').hex = far.at('0639');
    expect(railRaids(staffAt(far))).toEqual([]);
  });
});

describe('roads given up', () => {
  /** A regiment at 0703 on the road from its depot at 0003 to the enemy's, who comes up it. */
  function post(foe: Partial<TinyUnit>, more: TinyUnit[] = [], task: PlanTask = 'delay'): Tiny {
    const tiny = tinyStart({
      map: MAP,
      units: [
        { id: 'own', side: 'cn', hex: '0703', men: 1000 },
        { id: 'foe', side: 'jp', hex: '0903', men: 5000, ...foe },
        ...more,
      ],
      roads: ['0003-1503'],
      sources: [
        { side: 'cn', hex: '0003' },
        { side: 'jp', hex: '1503' },
      ],
      jp: '0903-1503',
      places: { pass: '0703', rear: '0303' },
    });
    return ordered(tiny, 'own', task, ['pass', 'rear']);
  }

  test('are broken in front of an enemy too strong to be held', () => {
    const tiny = post({});
    const orders = roadWorks(staffAt(tiny));
    expect(orders.map(({ action }) => action)).toEqual([
      { type: 'engineer', unit: tiny.unit('own'), task: 'demolish', hexside: link(tiny, '0703', '0803') },
    ]);
    carryOut(tiny, orders);
    expect(roadWorks(staffAt(tiny))).toEqual([]);
  });

  test('not in front of one who can be held, nor of one far away', () => {
    expect(roadWorks(staffAt(post({ men: 300 })))).toEqual([]);
    expect(roadWorks(staffAt(post({ hex: '1303' })))).toEqual([]);
  });

  test('not when own troops beyond are supplied by it', () => {
    const mate: TinyUnit = { id: 'mate', side: 'cn', hex: '0803', men: 1000 };
    expect(roadWorks(staffAt(post({}, [mate])))).toEqual([]);
  });

  test('not by troops that attack', () => {
    expect(roadWorks(staffAt(post({}, [], 'strike')))).toEqual([]);
  });
});

describe('engineers', () => {
  /** Engineers of an army at 0303; a regiment at 0903 is supplied by the road from 0003. */
  function road(sappers: Partial<TinyUnit> = {}, more: Partial<TinyOptions> = {}): Tiny {
    return tinyStart({
      map: MAP,
      units: [
        { id: 'eng', side: 'cn', hex: '0303', kind: 'engineer', men: 700, ...sappers },
        { id: 'front', side: 'cn', hex: '0903', men: 2000 },
        { id: 'foe', side: 'jp', hex: '1503', men: 2000 },
      ],
      formations: [
        { id: 'army', side: 'cn', echelon: 'army' },
        { id: 'division', side: 'cn', echelon: 'division' },
      ],
      roads: ['0003-1003'],
      sources: [{ side: 'cn', hex: '0003' }],
      places: { town: '0903' },
      objectives: [{ id: 'town', place: 'town' }],
      ...more,
    });
  }

  /** Breaks a link of the road. */
  function cut(tiny: Tiny, a: string, b: string): Tiny {
    tiny.state.breaks.push({ hexside: link(tiny, a, b), minutes: 240 });
    return tiny;
  }

  test('mend own road where they stand', () => {
    const tiny = cut(road(), '0303', '0403');
    carryOut(tiny, roadWorks(staffAt(tiny)));
    expect(broken(tiny)).toEqual([]);
  });

  test('march to a break in it, and begin at once when there is time', () => {
    const tiny = cut(road(), '0603', '0703');
    const orders = repairMarches(staffAt(tiny));
    expect(orders.map(({ action }) => action.type)).toEqual(['move', 'engineer']);
    carryOut(tiny, orders);
    expect(tiny.of('eng').hex).toBe(tiny.at('0603'));
  });

  test('leave what is under the enemy’s eyes', () => {
    const tiny = cut(road(), '0603', '0703');
    tiny.of('foe').hex = tiny.at('0704');
    expect(repairMarches(staffAt(tiny))).toEqual([]);
  });

  test('of a division do not go far from it, those of an army do', () => {
    const reach = (parent: string, hexKm: number): number =>
      repairMarches(staffAt(cut(road({ parent, hex: '0903' }, { hexKm }), '0203', '0303'))).length;
    expect(reach('division', 2.5)).toBeGreaterThan(0);
    expect(reach('division', 6)).toBe(0);
    expect(reach('army', 6)).toBeGreaterThan(0);
  });

  test('leave roads alone that nobody is supplied by', () => {
    const tiny = cut(road({}, { roads: ['0003-1003', '0308 0408 0508'] }), '0408', '0508');
    expect(repairMarches(staffAt(tiny))).toEqual([]);
  });
});
