import { describe, expect, test } from 'vitest';
import { planFormationMarch } from '../../src/ui/app/formationMarch.ts';
import { guardedOf, leftOut, toggleGuard } from '../../src/ui/app/guard.ts';
import { idleUnits, nextUnit, roundFrom } from '../../src/ui/app/idle.ts';
import { marchReport } from '../../src/ui/app/marchedGroup.ts';
import type { Seen } from '../../src/ui/app/seen.ts';
import type { Table } from '../../src/ui/app/table.ts';
import type { OrderMark } from '../../src/ui/app/takingBack.ts';
import { tinyStart } from '../core/fixture.ts';

function start() {
  const tiny = tinyStart({
    map: new Array<string>(5).fill(','.repeat(9)),
    jp: '0804',
    units: [
      { id: 'a', side: 'cn', hex: '0101' },
      { id: 'b', side: 'cn', hex: '0201' },
      { id: 'c', side: 'cn', hex: '0301' },
      { id: 'enemy', side: 'jp', hex: '0804' },
    ],
  });
  const seen: Seen = { game: tiny.game, view: tiny.state, side: 0, mayOrder: true };
  return { tiny, seen, table: {} as Table };
}

describe('guard', () => {
  test('puts units on guard, wakes them when all of them are, and remembers it for one game alone', () => {
    const { table } = start();
    expect(toggleGuard(table, [1])).toBe(true);
    expect(toggleGuard(table, [1, 2])).toBe(true);
    expect([...guardedOf(table).value]).toEqual([1, 2]);
    expect(toggleGuard(table, [1, 2])).toBe(false);
    expect(guardedOf(table).value.size).toBe(0);
    toggleGuard(table, [1]);
    expect(guardedOf({} as Table).value.size).toBe(0);
  });

  test('leaves units out of the round and of the idle ones, whatever rests this turn', () => {
    const { tiny, seen, table } = start();
    toggleGuard(table, [tiny.unit('b')]);
    const out = leftOut(table, new Set([tiny.unit('c')]));
    expect(idleUnits(seen, out)).toEqual([tiny.unit('a')]);
    const round = roundFrom(seen, tiny.at('0101'), out);
    expect(round).toEqual([tiny.unit('a')]);
    expect(nextUnit(seen, round, -1, 1, out)).toBe(tiny.unit('a'));
    expect(leftOut({} as Table, new Set([tiny.unit('c')]))).toEqual(new Set([tiny.unit('c')]));
  });
});

describe('the report of a march', () => {
  const marks = (plan: ReturnType<typeof planFormationMarch>, undo: number): OrderMark[] =>
    plan.legs.map(({ unit, path, mode }, i) => ({
      at: 10 + i,
      entry: { action: { type: 'move', unit, path: path.slice(1), mode } } as OrderMark['entry'],
      undo: undo === 0 ? 0 : plan.legs.length - i,
      wall: null,
    }));

  test('counts the orders that stand, names who fell short, and takes all back while nothing came after', () => {
    const { tiny, seen } = start();
    const plan = planFormationMarch(seen, [tiny.unit('a'), tiny.unit('b')], tiny.at('0103'));
    expect(plan.legs).toHaveLength(2);
    const ends = new Map(plan.legs.map((leg) => [leg.unit, leg.end]));
    const hexOf = (unit: number): number => (unit === tiny.unit('b') ? 0 : (ends.get(unit) ?? -1));
    const orders = marks(plan, 1);
    expect(marchReport({ since: 10, plan }, orders, hexOf)).toEqual({ marched: 2, short: [tiny.unit('b')], undo: 2 });
    const other = { ...(orders[1] as OrderMark), at: 12, entry: { action: { type: 'end' } } as OrderMark['entry'] };
    expect(marchReport({ since: 10, plan }, [...orders, other], hexOf)?.undo).toBe(0);
    expect(marchReport({ since: 10, plan }, marks(plan, 0), hexOf)?.undo).toBe(0);
    expect(marchReport({ since: 10, plan }, [], hexOf)).toBeNull();
    expect(marchReport({ since: 20, plan }, orders, hexOf)).toBeNull();
  });
});
