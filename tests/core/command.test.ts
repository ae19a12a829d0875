/** Rulebook 6.10: army boundaries, two armies in one attack, liaison, local guides. */
import { describe, expect, test } from 'vitest';
import type { AssaultAction } from '../../src/core/action.ts';
import type { FactorId } from '../../src/core/odds.ts';
import { oddsOf } from '../../src/core/rules/combat.ts';
import { carryOut } from '../../src/core/rules/effects.ts';
import { inCommand, inZone } from '../../src/core/rules/quality.ts';
import { type Tiny, type TinyOptions, type TinyUnit, tinyStart } from './fixture.ts';

const q = (factor: number): number => Math.round(1024 * Math.log(factor));
const FLAT = new Array<string>(5).fill(',,,,,,,,');

const FORMATIONS = [
  { id: 'army1', side: 'cn', echelon: 'army' },
  { id: 'army2', side: 'cn', echelon: 'army' },
  { id: 'division1', side: 'cn', parent: 'army1' },
  { id: 'division2', side: 'cn', parent: 'army2' },
] as const;
const A: TinyUnit = { id: 'a', side: 'cn', hex: '0102', men: 500, parent: 'division1' };
const B: TinyUnit = { id: 'b', side: 'cn', hex: '0102', men: 500, parent: 'division2' };
const X: TinyUnit = { id: 'x', side: 'jp', hex: '0202' };

function set(units: TinyUnit[], more: Partial<TinyOptions> = {}): Tiny {
  return tinyStart({ map: FLAT, formations: [...FORMATIONS], ...more, units });
}

/** A factor of an assault on x, ln in 1/1024. */
function factor(tiny: Tiny, attackers: string[], id: FactorId): number {
  const units = attackers.map(tiny.unit).sort((one, other) => one - other);
  const action: AssaultAction = { type: 'assault', units, support: [], hex: tiny.of('x').hex, advance: true };
  return oddsOf(tiny.game, tiny.state, action)
    .factors.filter((one) => one.id === id)
    .reduce((sum, one) => sum + one.q, 0);
}

describe('6.10 the zone of an army', () => {
  const zone = (corners: string, more: Partial<NonNullable<TinyOptions['boundaries']>[number]> = {}) => ({
    id: corners,
    side: 'cn' as const,
    formation: 'army1',
    corners,
    ...more,
  });
  const east = zone('0300 0700 0704 0304');
  const west = zone('0000 0200 0204 0004');

  test('6.10 outside it a unit is out of command: a tenth less, and its leader does not count', () => {
    const units: TinyUnit[] = [
      { ...A, parent: 'hq' },
      { id: 'hq', side: 'cn', hex: '0102', kind: 'hq', men: 50, parent: 'army1', echelon: 'division' },
      X,
    ];
    const leaders = [{ id: 'l', unit: 'hq', rating: 2 }];
    const with2 = (...boundaries: ReturnType<typeof zone>[]): [number, number] => {
      const tiny = set(units, { leaders, boundaries });
      return [factor(tiny, ['a'], 'command'), factor(tiny, ['a'], 'leadership')];
    };
    expect(with2()).toEqual([0, 2 * q(1.1)]);
    expect(with2(west)).toEqual([0, 2 * q(1.1)]);
    expect(with2(east)).toEqual([q(0.9), 0]);
    // Where several bind it any of them will do; one that is out of force binds nobody.
    expect(with2(east, west)).toEqual([0, 2 * q(1.1)]);
    expect(with2({ ...east, active: false })).toEqual([0, 2 * q(1.1)]);
    expect(with2(east, { ...west, active: false })).toEqual([q(0.9), 0]);
  });

  test('6.10 it binds the units below its formation, the defender as well as the attacker, and nobody else', () => {
    const tiny = set([A, B, X, { ...X, id: 'y', parent: 'jpArmy' }], {
      formations: [...FORMATIONS, { id: 'jpArmy', side: 'jp', echelon: 'army' }],
      boundaries: [east, zone('0600 0604', { id: 'jp', side: 'jp', formation: 'jpArmy' })],
    });
    const zones = ['a', 'b', 'x', 'y'].map((id) => inZone(tiny.game, tiny.state, tiny.unit(id)));
    expect(zones).toEqual([false, true, true, false]);
    // Half of the defenders by strength are out of their zone, all of the attackers.
    expect(factor(tiny, ['a'], 'command')).toBe(q(0.9) - q(0.95));
    tiny.of('a').hex = tiny.at('0302');
    expect(inCommand(tiny.game, tiny.state, tiny.unit('a'))).toBe(true);
  });

  test('2.6, 6.10 events put it in force and out of it', () => {
    const tiny = set([A, X], { boundaries: [{ ...east, active: false }] });
    const command = (): number => factor(tiny, ['a'], 'command');
    expect(command()).toBe(0);
    carryOut(tiny.game, tiny.state, { type: 'boundary', boundary: east.id, active: true }, []);
    expect(command()).toBe(q(0.9));
  });
});

describe('6.10 two armies in one attack', () => {
  const hq = (id: string, parent: string, more: Partial<TinyUnit> = {}): TinyUnit => ({
    id,
    side: 'cn',
    hex: '0002',
    kind: 'hq',
    men: 50,
    echelon: 'division',
    parent,
    ...more,
  });

  test('6.10 attackers of two armies 0.9, of one 1', () => {
    const tiny = set([A, B, { ...A, id: 'c', parent: 'army1' }, X]);
    expect(factor(tiny, ['a', 'b'], 'coordination')).toBe(q(0.9));
    expect(factor(tiny, ['a', 'c'], 'coordination')).toBe(0);
    expect(factor(tiny, ['a'], 'coordination')).toBe(0);
    expect(factor(tiny, ['a', 'b', 'c'], 'coordination')).toBe(q(0.9));
  });

  test('6.10 a corps is an army; above it nothing counts', () => {
    const formations = [
      { id: 'group', side: 'cn' as const, echelon: 'army' as const },
      { id: 'corps1', side: 'cn' as const, echelon: 'corps' as const, parent: 'group' },
      { id: 'corps2', side: 'cn' as const, echelon: 'corps' as const, parent: 'group' },
    ];
    const tiny = set([{ ...A, parent: 'corps1' }, { ...B, parent: 'corps2' }, X], { formations });
    expect(factor(tiny, ['a', 'b'], 'coordination')).toBe(q(0.9));
  });

  test('6.10 unless one of the headquarters in command of them has a liaison team', () => {
    const tied = (liaison: Partial<TinyUnit>, commandKm = 10): number => {
      const tiny = set([
        { ...A, parent: 'hq1' },
        { ...B, parent: 'hq2' },
        hq('hq1', 'army1', { ...liaison, commandKm }),
        hq('hq2', 'army2'),
        X,
      ]);
      return factor(tiny, ['a', 'b'], 'coordination');
    };
    expect(tied({})).toBe(q(0.9));
    expect(tied({ liaison: true })).toBe(0);
    // Out of its radius the team is of no use.
    expect(tied({ liaison: true }, 2)).toBe(q(0.9));
  });
});

describe('6.10 guides', () => {
  const irregulars = (hex: string, more: Partial<TinyUnit> = {}): TinyUnit => ({
    id: 'g',
    side: 'cn',
    hex,
    kind: 'irregular',
    men: 200,
    ...more,
  });
  const hills = FLAT.map((row, i) => (i === 2 ? `,,h${row.slice(3)}` : row));

  test('6.10 own irregulars next to rugged ground guide the attack on it', () => {
    const guides = (map: string[], ...more: TinyUnit[]): number =>
      factor(set([A, X, ...more], { map }), ['a'], 'guides');
    expect(guides(hills)).toBe(0);
    for (const hex of ['0102', '0302', '0201', '0103']) expect(guides(hills, irregulars(hex)), hex).toBe(q(1.1));
    expect(guides(hills, irregulars('0402'))).toBe(0);
    expect(guides(FLAT, irregulars('0302'))).toBe(0);
    expect(guides(hills, irregulars('0302', { side: 'jp' }))).toBe(0);
    expect(guides(hills, irregulars('0302', { kind: 'infantry' }))).toBe(0);
  });

  test('6.10 irregulars who attack themselves know the paths', () => {
    const tiny = set([irregulars('0102'), X], { map: hills });
    expect(factor(tiny, ['g'], 'guides')).toBe(q(1.1));
  });
});
