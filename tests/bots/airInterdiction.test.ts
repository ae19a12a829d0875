/** Behind the enemy's front: columns on the march, bridges of his roads of supply, roads that can be choked. */
import { describe, expect, test } from 'vitest';
import { closingMissions } from '../../src/bots/air.ts';
import { freightOf } from '../../src/bots/freight.ts';
import type { AirPlanData } from '../../src/core/plans.ts';
import { WEATHERS } from '../../src/core/scenario.ts';
import { ACT_MOVED } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import { type Tiny, type TinyOptions, tinyStart } from '../core/fixture.ts';
import { airPlan, carryOut, flights, staffAt } from './staff.ts';

const MAP = new Array<string>(7).fill(','.repeat(16));

/**
 * The enemy's road from his depot at 1503 to his troops at 0703, over a river between 1103 and 1003 with a bridge. Own
 * troops at 0003; ten bombers, all for work behind the front.
 */
function rear(more: Partial<TinyOptions> = {}, air: Partial<AirPlanData> = {}): Tiny {
  const tiny = tinyStart({
    map: MAP,
    units: [
      { id: 'own', side: 'cn', hex: '0003' },
      { id: 'x', side: 'jp', hex: '0703', men: 9000 },
      { id: 'y', side: 'jp', hex: '0705', men: 9000 },
    ],
    roads: ['1503-0703'],
    rivers: ['1103 3 river'],
    bridges: ['1103 3'],
    sources: [{ side: 'jp', hex: '1503' }],
    jp: '1503-0703',
    aircraft: [{ id: 'bomber', role: 'bomber' }],
    air: [{ id: 'b', side: 'cn', aircraft: 'bomber', missions: ['interdiction', 'bridges', 'closeSupport'] }],
    ...more,
  });
  tiny.game.data.plans = airPlan('cn', { interdiction: 10, ...air });
  return tiny;
}

const hexsOf = (tiny: Tiny, mission: 'interdiction' | 'bridges'): number[] =>
  flights(closingMissions(staffAt(tiny)), mission).map(({ hex }) => hex);

/** Without a road or a bridge to speak of: only columns are left. */
const OPEN: Partial<TinyOptions> = { roads: [], rivers: [], bridges: [] };

describe('columns', () => {
  test('only those that marched in their last turn', () => {
    const tiny = rear(OPEN);
    expect(flights(closingMissions(staffAt(tiny)))).toEqual([]);
    tiny.of('y').acts = ACT_MOVED;
    expect(hexsOf(tiny, 'interdiction')).toEqual([tiny.at('0705')]);
  });

  test('rather the column below the cloud than the one in the hills', () => {
    const high = { elevation: { '0703': [500, 900] as [number, number] } };
    const tiny = rear({ ...OPEN, ...high });
    for (const id of ['x', 'y']) tiny.of(id).acts = ACT_MOVED;
    expect(hexsOf(tiny, 'interdiction')[0]).toBe(tiny.at('0703'));
    tiny.state.weather = WEATHERS.indexOf('overcast');
    expect(hexsOf(tiny, 'interdiction')[0]).toBe(tiny.at('0705'));
  });

  test('not one that cannot be seen', () => {
    const tiny = rear(OPEN);
    for (const id of ['x', 'y']) tiny.of(id).acts = ACT_MOVED;
    tiny.state.fog = true;
    for (const id of ['x', 'y']) Object.assign(tiny.of(id), { seen: 0, seenHex: -1, seenTurn: 0 });
    expect(flights(closingMissions(staffAt(tiny)))).toEqual([]);
  });
});

describe('bridges of the enemy’s roads of supply', () => {
  test('while they stand, and again when they have been mended', () => {
    const tiny = rear();
    const bridge = (): number[] => hexsOf(tiny, 'bridges');
    expect(bridge()).toEqual([tiny.at('1003')]);
    const link = [...freightOf(staffAt(tiny)).links.keys()].find((one) => {
      const from = Math.floor(one / 3);
      return (tiny.game.crossing[from * 6 + (one - from * 3)] as number) > 0;
    }) as number;
    tiny.state.breaks.push({ hexside: link, minutes: 1200 });
    expect(bridge()).toEqual([]);
    tiny.state.breaks.pop();
    expect(bridge()).toEqual([tiny.at('1003')]);
  });

  test('not a bridge that nothing comes over', () => {
    const tiny = rear({ rivers: ['1103 3 river', '1105 3 river'], bridges: ['1105 3'] });
    expect(hexsOf(tiny, 'bridges')).toEqual([]);
  });

  test('not where own troops stand, nor just before them when they attack', () => {
    const held = rear();
    held.of('own').hex = held.at('1003');
    expect(hexsOf(held, 'bridges')).toEqual([]);
    const near = rear();
    near.of('own').hex = near.at('1105');
    expect(hexsOf(near, 'bridges')).toEqual([]);
    near.state.sides[0].doctrine = 1;
    expect(hexsOf(near, 'bridges')).toEqual([near.at('1003')]);
  });

  test('no depot that the enemy is not believed to hold sends anything', () => {
    const tiny = rear({ jp: '' });
    expect(freightOf(staffAt(tiny)).links.size).toBe(0);
    expect(hexsOf(tiny, 'bridges')).toEqual([]);
  });
});

describe('freight', () => {
  test('of a depot that is fed from another, by the day’s loads; of troops, by their men', () => {
    const from = { source: 'source0', foodKgPerDay: 3000, ammoKgPerDay: 1000, fuelKgPerDay: 500 };
    const tiny = rear({
      units: [
        { id: 'own', side: 'cn', hex: '0003' },
        { id: 'x', side: 'jp', hex: '0803', men: 1000 },
      ],
      sources: [
        { side: 'jp', hex: '1503' },
        { side: 'jp', hex: '0903', from },
      ],
    });
    const { steps } = freightOf(staffAt(tiny));
    const into = (text: string): number => {
      for (const [step, kg] of steps) if (tiny.game.neighbours[step] === tiny.at(text)) return kg;
      return 0;
    };
    expect([into('1403'), into('0903'), into('0803'), into('0703')]).toEqual([4500, 4500, 1400, 0]);
  });

  test('never through own troops', () => {
    const tiny = rear();
    expect(freightOf(staffAt(tiny)).steps.size).toBeGreaterThan(0);
    tiny.of('own').hex = tiny.at('1203');
    const blocked = [...freightOf(staffAt(tiny)).steps.keys()].map((step) => tiny.game.neighbours[step] as number);
    expect(blocked).not.toContain(tiny.at('1203'));
  });
});

describe('roads', () => {
  test('a track that is nearly full is choked, a road that is nearly empty is not', () => {
    const load = (men: number, more: Partial<TinyOptions>): number[] => {
      const tiny = rear({ rivers: [], bridges: [], ...more });
      for (const id of ['x', 'y']) tiny.of(id).men = men;
      tiny.of('y').hex = tiny.at('0703');
      return hexsOf(tiny, 'interdiction');
    };
    expect(load(15_000, {})).toEqual([]);
    expect(load(15_000, { roads: [], tracks: ['1503-0703'] }).length).toBeGreaterThan(0);
  });

  test('the plan’s places first', () => {
    const track = { rivers: [], bridges: [], roads: [], tracks: ['1503-0703'], places: { mill: '1303', inn: '0803' } };
    const first = (targets: string[]): number => {
      const tiny = rear(track, { targets });
      for (const id of ['x', 'y']) tiny.of(id).men = 30_000;
      carryOut(tiny, closingMissions(staffAt(tiny)));
      return tiny.state.plots[0]?.hex as number;
    };
    const near = (a: number, b: string, tiny = rear()): boolean =>
      Math.abs((a % tiny.game.cols) - (tiny.at(b) % tiny.game.cols)) <= 2;
    expect(near(first(['mill']), '1303')).toBe(true);
    expect(near(first(['inn']), '0803')).toBe(true);
  });
});

test('what a side cannot see does not change what it flies', () => {
  const tiny = rear();
  tiny.state.fog = true;
  tiny.of('x').seen = 3;
  Object.assign(tiny.of('y'), { seen: 0, seenHex: -1, seenTurn: 0, acts: ACT_MOVED });
  const orders = closingMissions(staffAt(tiny));
  expect(orders.length).toBeGreaterThan(0);
  tiny.of('y').hex = tiny.at('1206');
  tiny.of('y').men = 55;
  tiny.state.seed = 'another';
  expect(JSON.stringify(view(tiny.game, tiny.state, 0))).not.toContain('another');
  expect(closingMissions(staffAt(tiny))).toEqual(orders);
});
