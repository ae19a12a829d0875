import { expect, test } from 'vitest';
import { oddsOf } from '../../src/core/rules/combat.ts';
import type { Seen } from '../../src/ui/app/seen.ts';
import { assaultOrder, forecast, planAttack, targetsOf, tick, tickAll } from '../../src/ui/app/target.ts';
import { type Tiny, tinyStart } from '../core/fixture.ts';

function start(): { tiny: Tiny; seen: Seen } {
  const tiny = tinyStart({
    map: new Array<string>(9).fill(','.repeat(9)),
    jp: '0808',
    units: [
      { id: 'a', side: 'cn', hex: '0404' },
      { id: 'b', side: 'cn', hex: '0604' },
      { id: 'shaken', side: 'cn', hex: '0604', cohesion: 100 },
      { id: 'guns', side: 'cn', hex: '0304', kind: 'artillery', equipment: { gun75: 12 } },
      { id: 'short', side: 'cn', hex: '0004', kind: 'artillery', equipment: { mortar: 12 } },
      { id: 'enemy', side: 'jp', hex: '0504' },
    ],
  });
  tiny.of('shaken').cohesion = 100;
  return { tiny, seen: { game: tiny.game, view: tiny.state, side: 0, mayOrder: true } };
}

test('who cannot attack is listed with the reason and cannot be ticked', () => {
  const { tiny, seen } = start();
  const target = planAttack(seen, tiny.at('0504'), [tiny.unit('a'), tiny.unit('shaken')]);
  const shaken = target.attackers.find((one) => one.unit === tiny.unit('shaken'));
  expect(shaken?.refusal?.code).toBe('shaken');
  expect(shaken?.ticked).toBe(false);
  expect(assaultOrder(tick(target, 'attackers', tiny.unit('shaken'), true)).units).toEqual([tiny.unit('a')]);
});

test('guns out of reach are left out, guns in reach fire unless unticked', () => {
  const { tiny, seen } = start();
  const target = planAttack(seen, tiny.at('0504'), [tiny.unit('a')]);
  expect(target.support.map((one) => one.unit)).toEqual([tiny.unit('guns')]);
  expect(assaultOrder(target).support).toEqual([tiny.unit('guns')]);
  expect(assaultOrder(tickAll(target, 'support', false)).support).toEqual([]);
});

test('the forecast is what the resolver says of the order as ticked', () => {
  const { tiny, seen } = start();
  const target = tick(planAttack(seen, tiny.at('0504'), [tiny.unit('a')]), 'attackers', tiny.unit('b'), true);
  const result = forecast(seen, target);
  expect(result.ok).toBe(true);
  if (!result.ok) return;
  expect(result.action.units).toEqual([tiny.unit('a'), tiny.unit('b')]);
  expect(result.odds).toEqual(oddsOf(tiny.game, tiny.state, result.action));
  expect(result.odds.gaveWay + result.odds.stopped + result.odds.undecided).toBe(1000);
});

test('with nobody ticked there is no forecast and no reason from the rules', () => {
  const { tiny, seen } = start();
  const target = tickAll(planAttack(seen, tiny.at('0504'), [tiny.unit('a')]), 'attackers', false);
  expect(forecast(seen, target)).toEqual({ ok: false, refusal: null });
});

test('targets are enemies next to a unit, or in reach of its guns', () => {
  const { tiny, seen } = start();
  expect(targetsOf(seen, [tiny.unit('a')])).toEqual([tiny.at('0504')]);
  expect(targetsOf(seen, [tiny.unit('guns')])).toEqual([tiny.at('0504')]);
  expect(targetsOf(seen, [tiny.unit('short')])).toEqual([]);
});
