import { describe, expect, test } from 'vitest';
import { oddsOf } from '../../src/core/rules/combat.ts';
import {
  ammunitionFor,
  dropPlan,
  keepPlan,
  plannedElsewhere,
  renewPlans,
  shellFirst,
  stacksOf,
  tickStack,
  worthOf,
} from '../../src/ui/app/attackPlans.ts';
import type { Seen } from '../../src/ui/app/seen.ts';
import { assaultOrder, planAttack, tick, tickAll } from '../../src/ui/app/target.ts';
import { type Tiny, tinyStart } from '../core/fixture.ts';

function start(): { tiny: Tiny; seen: Seen } {
  const tiny = tinyStart({
    map: new Array<string>(9).fill(','.repeat(9)),
    jp: '0808',
    units: [
      { id: 'a', side: 'cn', hex: '0404' },
      { id: 'b', side: 'cn', hex: '0604' },
      { id: 'b2', side: 'cn', hex: '0604' },
      { id: 'guns', side: 'cn', hex: '0304', kind: 'artillery', equipment: { gun75: 12 } },
      { id: 'enemy', side: 'jp', hex: '0504' },
      { id: 'second', side: 'jp', hex: '0704' },
    ],
  });
  return { tiny, seen: { game: tiny.game, view: tiny.state, side: 0, mayOrder: true } };
}

describe('planning several attacks', () => {
  test('what each unit is worth is the change of the chance when it alone goes or stays', () => {
    const { tiny, seen } = start();
    const target = planAttack(seen, tiny.at('0504'), [tiny.unit('a')]);
    const worth = worthOf(seen, target);
    const now = oddsOf(tiny.game, tiny.state, assaultOrder(target)).gaveWay;
    const more = tick(target, 'attackers', tiny.unit('b'), true);
    const withB = oddsOf(tiny.game, tiny.state, assaultOrder(more)).gaveWay;
    expect(worth.find((one) => one.unit === tiny.unit('b') && one.role === 'attackers')?.gain).toBe(withB - now);
    const noGuns = tick(target, 'support', tiny.unit('guns'), false);
    const without = oddsOf(tiny.game, tiny.state, assaultOrder(noGuns)).gaveWay;
    expect(worth.find((one) => one.unit === tiny.unit('guns'))?.gain).toBe(now - without);
    expect(worth.find((one) => one.unit === tiny.unit('a') && one.role === 'attackers')).toBeUndefined();
  });

  test('a stack is ticked as one', () => {
    const { tiny, seen } = start();
    const target = planAttack(seen, tiny.at('0504'), [tiny.unit('a')]);
    const stack = stacksOf(seen, target.attackers).find((one) => one.hex === tiny.at('0604'));
    expect(stack?.units.map((one) => one.unit)).toEqual([tiny.unit('b'), tiny.unit('b2')]);
    const all = tickStack(target, 'attackers', [tiny.unit('b'), tiny.unit('b2')], true);
    expect(assaultOrder(all).units).toEqual([tiny.unit('a'), tiny.unit('b'), tiny.unit('b2')]);
  });

  test('a unit is in one plan only: the later one takes it over, and an empty plan goes', () => {
    const { tiny, seen } = start();
    const first = tick(planAttack(seen, tiny.at('0504'), [tiny.unit('a')]), 'attackers', tiny.unit('b'), true);
    const second = planAttack(seen, tiny.at('0704'), [tiny.unit('b')]);
    const kept = keepPlan(keepPlan([], first), second);
    expect(kept.map((plan) => assaultOrder(plan).units)).toEqual([[tiny.unit('a')], [tiny.unit('b')]]);
    expect(plannedElsewhere(kept, tiny.unit('b'), tiny.at('0504'))).toBe(tiny.at('0704'));
    expect(plannedElsewhere(kept, tiny.unit('b'), tiny.at('0704'))).toBe(-1);
    const taken = keepPlan(kept, tick(second, 'attackers', tiny.unit('b2'), true));
    expect(taken).toHaveLength(2);
    expect(keepPlan(taken, tickAll(second, 'attackers', false))).toHaveLength(1);
    expect(dropPlan(taken, tiny.at('0504')).map((plan) => plan.hex)).toEqual([tiny.at('0704')]);
  });

  test('plans are renewed as the situation changes: gone enemies end them, spent units drop out', () => {
    const { tiny, seen } = start();
    const first = tick(planAttack(seen, tiny.at('0504'), [tiny.unit('a')]), 'attackers', tiny.unit('b'), true);
    const second = planAttack(seen, tiny.at('0704'), [tiny.unit('b2')]);
    tiny.of('b').minutes = 0;
    tiny.of('second').hex = tiny.at('0808');
    const plans = renewPlans(seen, [{ ...first, advance: false }, second]);
    expect(plans.map((plan) => plan.hex)).toEqual([tiny.at('0504')]);
    expect(assaultOrder(plans[0] as (typeof plans)[0])).toMatchObject({ units: [tiny.unit('a')], advance: false });
  });

  test('ammunition at most is never more than there is, and shelling first is by the guns ticked', () => {
    const { tiny, seen } = start();
    tiny.of('guns').ammo = 50;
    const target = planAttack(seen, tiny.at('0504'), [tiny.unit('a')]);
    const uses = ammunitionFor(seen, target);
    expect(uses.map((one) => one.unit)).toEqual([tiny.unit('a'), tiny.unit('guns')]);
    expect(uses.find((one) => one.unit === tiny.unit('guns'))).toEqual({ unit: tiny.unit('guns'), kg: 50, have: 50 });
    expect(uses[0]?.kg).toBeGreaterThan(0);
    expect(shellFirst(seen, target)).toEqual([{ type: 'bombard', unit: tiny.unit('guns'), hex: tiny.at('0504') }]);
    expect(shellFirst(seen, tickAll(target, 'support', false))).toEqual([]);
  });

  test('odds and worth of an attack by all come well within the blink of an eye', () => {
    const { tiny, seen } = start();
    const target = tickAll(planAttack(seen, tiny.at('0504'), []), 'attackers', true);
    worthOf(seen, target);
    const from = performance.now();
    worthOf(seen, target);
    expect(performance.now() - from).toBeLessThan(50);
  });
});
