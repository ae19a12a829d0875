import { expect, test } from 'vitest';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { setup } from '../../src/core/setup.ts';
import { cloneState, view } from '../../src/core/view.ts';
import type { Seen } from '../../src/ui/app/seen.ts';
import { whoCanReach } from '../../src/ui/app/whoCanReach.ts';
import { type Tiny, tinyStart } from '../core/fixture.ts';
import { kunlunPass } from '../kunlun-pass.ts';

function start(): { tiny: Tiny; seen: Seen } {
  const tiny = tinyStart({
    map: new Array<string>(9).fill(','.repeat(9)),
    jp: '0808',
    units: [
      { id: 'near', side: 'cn', hex: '0404' },
      { id: 'far', side: 'cn', hex: '0104' },
      { id: 'spent', side: 'cn', hex: '0504' },
      { id: 'crowd', side: 'cn', hex: '0400', men: 11500 },
      { id: 'enemy', side: 'jp', hex: '0806' },
    ],
  });
  tiny.of('spent').minutes = 20;
  return { tiny, seen: { game: tiny.game, view: { ...tiny.state }, side: 0, mayOrder: true } };
}

test('those who can come are listed with the time they have left, the freshest first', () => {
  const { tiny, seen } = start();
  const who = whoCanReach(seen, tiny.at('0503'));
  expect(who.map((one) => one.unit)).toEqual([tiny.unit('near'), tiny.unit('crowd'), tiny.unit('far')]);
  for (const { unit, path, mode, left, spent } of who) {
    const state = cloneState(tiny.state);
    const order = { type: 'move' as const, unit, path: [...path], mode };
    expect(check(tiny.game, state, order)).toBeNull();
    const before = state.units[unit]?.minutes ?? 0;
    apply(tiny.game, state, order);
    expect(state.units[unit]?.hex).toBe(tiny.at('0503'));
    expect(state.units[unit]?.minutes).toBe(left);
    expect(before - spent).toBe(left);
  }
});

test('a unit already there is not on its way, and a full hex takes nobody', () => {
  const { tiny, seen } = start();
  expect(whoCanReach(seen, tiny.at('0404')).map((one) => one.unit)).not.toContain(tiny.unit('near'));
  expect(whoCanReach(seen, tiny.at('0400'))).toEqual([]);
  expect(whoCanReach({ ...seen, mayOrder: false }, tiny.at('0503'))).toEqual([]);
});

test('of a hex with an enemy it tells who can still come next to it and attack', () => {
  const { tiny } = start();
  tiny.of('near').hex = tiny.at('0706');
  tiny.of('near').minutes = 200;
  tiny.of('far').hex = tiny.at('0606');
  tiny.of('spent').hex = tiny.at('0805');
  tiny.of('crowd').minutes = 0;
  const seen: Seen = { game: tiny.game, view: { ...tiny.state }, side: 0, mayOrder: true };
  const who = whoCanReach(seen, tiny.at('0806'));
  expect(who.every((one) => one.attacks)).toBe(true);
  expect(who.map((one) => one.unit)).toEqual([tiny.unit('far'), tiny.unit('near')]);
  expect(who.find((one) => one.unit === tiny.unit('near'))).toMatchObject({ path: [], left: 200 });
  tiny.of('near').cohesion = 100;
  const shaken: Seen = { ...seen, view: { ...tiny.state } };
  expect(whoCanReach(shaken, tiny.at('0806')).map((one) => one.unit)).toEqual([tiny.unit('far')]);
});

test('the answer comes from the view: enemies moved about in the fog change nothing', () => {
  const game = kunlunPass();
  const { state } = setup(game, { seed: 'fog', fog: true });
  const hidden = game.bySide[1].filter((unit) => state.units[unit]?.status === 1 && state.units[unit]?.seen === 0);
  expect(hidden.length).toBeGreaterThan(1);
  const own = state.units[game.bySide[0].find((unit) => (state.units[unit]?.minutes ?? 0) > 300) ?? -1];
  const near = game.neighbours[(own?.hex ?? 0) * 6] as number;
  const ask = (): unknown => whoCanReach({ game, view: view(game, state, 0), side: 0, mayOrder: true }, near);
  const before = ask();
  const first = state.units[hidden[0] as number];
  const last = state.units[hidden[hidden.length - 1] as number];
  if (first && last) [first.hex, last.hex, first.men] = [last.hex, first.hex, first.men + 900];
  expect(ask()).toEqual(before);
});
