import { describe, expect, test } from 'vitest';
import { ACT_MOVED } from '../../src/core/state.ts';
import { forcesOf, matching } from '../../src/ui/app/forces.ts';
import { hexFacts } from '../../src/ui/app/hexFacts.ts';
import { historyOf } from '../../src/ui/app/history.ts';
import { idleUnits, nextUnit, roundFrom } from '../../src/ui/app/idle.ts';
import { OVERLAYS, type OverlayId, overlayKey, overlayOf } from '../../src/ui/app/overlays.ts';
import type { Seen } from '../../src/ui/app/seen.ts';
import { readSettings } from '../../src/ui/app/settings.ts';
import type { Overlay } from '../../src/ui/board/contract.ts';
import { type Tiny, tinyStart } from '../core/fixture.ts';

function start(): { tiny: Tiny; seen: Seen } {
  const tiny = tinyStart({
    map: [',,,,', ',,h,', ',,,,', ',,,,'],
    jp: '0303',
    rivers: ['0101 0 river'],
    bridges: ['0101 0'],
    roads: ['0001-0301'],
    places: { town: '0101' },
    objectives: [{ id: 'town', place: 'town', points: { cn: 7, jp: 9 } }],
    sources: [{ side: 'cn', hex: '0001' }],
    formations: [{ id: 'division', side: 'cn', name: 'Division' }],
    units: [
      { id: 'a', side: 'cn', hex: '0101', parent: 'division', name: 'First' },
      { id: 'b', side: 'cn', hex: '0002', parent: 'division', name: 'Second' },
      { id: 'late', side: 'cn', hex: '0002', turn: 4, name: 'Late' },
      { id: 'enemy', side: 'jp', hex: '0303', name: 'Enemy' },
    ],
    scenario: {
      boundaries: [
        {
          id: 'zone',
          side: 'cn',
          name: 'Division: the west',
          formation: 'division',
          corners: ['0000', '0200', '0202', '0002'],
          active: true,
          source: ['test'],
        },
      ],
    },
  });
  return { tiny, seen: { game: tiny.game, view: tiny.state, side: 0, mayOrder: true } };
}

describe('settings', () => {
  test('what is stored is taken, what is of the wrong kind is not', () => {
    expect(readSettings('{"speed":4,"grid":"yes","other":1}')).toMatchObject({ speed: 4, grid: true });
    for (const text of [null, '', 'nonsense', '[]', '7', '{"speed":null}']) expect(readSettings(text).speed).toBe(1);
    for (const text of [
      '{"speed":-1}',
      '{"speed":1e9}',
      '{"text":"colossal"}',
      '{"secondNumber":"\\u0000"}',
      '{"__proto__":{"grid":false}}',
    ])
      expect(readSettings(text)).toEqual(readSettings(null));
  });
});

describe('units with time left', () => {
  test('idle are those without an order; a unit left out or spent is not', () => {
    const { tiny, seen } = start();
    expect(idleUnits(seen, new Set())).toEqual([tiny.unit('a'), tiny.unit('b')]);
    expect(idleUnits(seen, new Set([tiny.unit('a')]))).toEqual([tiny.unit('b')]);
    tiny.of('b').minutes = 0;
    expect(idleUnits(seen, new Set())).toEqual([tiny.unit('a')]);
  });

  test('the round goes on from the present unit and begins again', () => {
    const { tiny, seen } = start();
    const [a, b] = [tiny.unit('a'), tiny.unit('b')];
    expect(nextUnit(seen, [a, b], -1, 1, new Set())).toBe(a);
    expect(nextUnit(seen, [a, b], a, 1, new Set())).toBe(b);
    expect(nextUnit(seen, [a, b], b, 1, new Set())).toBe(a);
    expect(nextUnit(seen, [a, b], a, -1, new Set())).toBe(b);
    expect(nextUnit(seen, [a, b], -1, -1, new Set())).toBe(b);
    tiny.of('a').held = 1;
    tiny.of('b').minutes = 0;
    expect(nextUnit(seen, [a, b], -1, 1, new Set())).toBe(-1);
  });

  test('the round starts with the nearest, and those with little to decide come last', () => {
    const tiny = tinyStart({
      map: new Array<string>(4).fill(','.repeat(24)),
      jp: '2303',
      units: [
        { id: 'rear', side: 'cn', hex: '0101', kind: 'hq' },
        { id: 'far', side: 'cn', hex: '1200' },
        { id: 'near', side: 'cn', hex: '0303' },
        { id: 'front', side: 'cn', hex: '1801', kind: 'hq' },
        { id: 'held', side: 'cn', hex: '0301' },
        { id: 'used', side: 'cn', hex: '0400' },
        { id: 'staying', side: 'cn', hex: '0501' },
        { id: 'enemy', side: 'jp', hex: '2101' },
      ],
    });
    tiny.of('held').held = 1;
    tiny.of('used').acts = ACT_MOVED;
    tiny.of('staying').stance = 1;
    const seen: Seen = { game: tiny.game, view: tiny.state, side: 0, mayOrder: true };
    const from = tiny.of('rear').hex;
    const first = ['near', 'far', 'front'].map((id) => tiny.unit(id));
    const last = ['staying', 'used', 'rear'].map((id) => tiny.unit(id));
    expect(roundFrom(seen, from, new Set())).toEqual([...first, ...last]);
    expect(roundFrom(seen, from, new Set([tiny.unit('near')]))[0]).toBe(tiny.unit('far'));
  });
});

test('the facts of a hex', () => {
  const { tiny, seen } = start();
  const facts = hexFacts(seen, tiny.at('0101'));
  expect(facts.places.map((place) => place.name)).toEqual(['town']);
  expect(facts.rivers).toEqual([{ direction: 'E', river: 'river', crossing: 'bridge', broken: false }]);
  expect(facts.road).toBe('road');
  expect(facts.units).toEqual([tiny.unit('a')]);
  expect(facts.observers).toContain(tiny.unit('a'));
  expect(facts.points.map((one) => one.points)).toEqual([7, 9]);
  expect(hexFacts(seen, tiny.at('0201')).relief).toBe('rugged');
});

describe('the order of battle', () => {
  test('is a tree with sums, late units counted but without men', () => {
    const { seen } = start();
    const tree = forcesOf(seen.game, seen, 0);
    expect(tree.map((branch) => [branch.name, branch.men, branch.count])).toEqual([
      ['Division', 2000, 2],
      ['Late', 0, 1],
    ]);
    expect(matching(tree, 'sec').map((branch) => branch.below.map((below) => below.name))).toEqual([['Second']]);
    expect(matching(tree, 'nothing')).toEqual([]);
  });

  test('under fog an enemy nobody has identified is not in it', () => {
    const { tiny, seen } = start();
    const view = { ...tiny.state, fog: true, viewer: 0 };
    expect(forcesOf(seen.game, { ...seen, view }, 1)).toEqual([]);
  });
});

test('every overlay says in words what it tints, and none is drawn without being asked for', () => {
  const { tiny, seen } = start();
  Object.assign(tiny.state.depots[0] ?? {}, { food: 998_000, ammo: 1_000_000, fuel: 1_000_000 });
  const wish = { zones: [], lines: [] };
  const shown = (id: OverlayId): Overlay => overlayOf(seen, id, wish) as Overlay;
  for (const id of OVERLAYS) expect(shown(id).id).toBe(id);
  expect(overlayOf(seen, null, wish)).toBeNull();
  expect(shown('supply').depots?.map((depot) => depot.text)).toEqual(['2,998 t']);
  expect(shown('supply').cells.map((cell) => cell.text)).toContain('full');
  expect(shown('zoc').cells.map((cell) => cell.text)).toContain('enemy 1');
  expect(shown('objectives').stakes).toEqual([{ hex: tiny.at('0101'), side: 0, text: '7/9' }]);
  expect(shown('control').cells.length).toBeGreaterThan(0);
  expect(shown('boundaries').zones?.map((zone) => [zone.name, zone.hexes.length])).toEqual([['1. Division', 8]]);
  expect(overlayKey(seen, 'objectives', [])).toBe('The first figure is for cn, the second for jp.');
});

test('history that is not as expected is left out, not thrown at', () => {
  for (const raw of [null, 7, 'text', [], {}, { outcomes: 3 }, { outcomes: [null, { values: [{}] }] }])
    expect(() => historyOf(raw, raw)).not.toThrow();
  const sources = { sources: { A: { title: 'Book', address: 'see https://example.org/a; and more' } } };
  expect(historyOf({}, sources).sources).toEqual({ A: { title: 'Book', url: 'https://example.org/a' } });
});
