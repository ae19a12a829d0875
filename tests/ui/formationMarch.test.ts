import { describe, expect, test } from 'vitest';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { position } from '../../src/core/position.ts';
import { reach } from '../../src/core/rules/movement.ts';
import { stackingLimit } from '../../src/core/rules/stacking.ts';
import { setup } from '../../src/core/setup.ts';
import { cloneState, view } from '../../src/core/view.ts';
import { formationLevels, ordersOfMarch, planFormationMarch } from '../../src/ui/app/formationMarch.ts';
import { minutesToGoal, NO_WAY } from '../../src/ui/app/goalDistance.ts';
import type { Seen } from '../../src/ui/app/seen.ts';
import { type Tiny, tinyStart } from '../core/fixture.ts';
import { kunlunPass } from '../kunlun-pass.ts';

function start(): { tiny: Tiny; seen: Seen } {
  const tiny = tinyStart({
    map: new Array<string>(5).fill(','.repeat(30)),
    jp: '2904',
    roads: ['0002-2902'],
    formations: [{ id: 'division', side: 'cn' }],
    units: [
      { id: 'hq', side: 'cn', hex: '0102', kind: 'hq', parent: 'division' },
      { id: 'one', side: 'cn', hex: '0102', men: 5000, parent: 'hq' },
      { id: 'two', side: 'cn', hex: '0302', men: 5000, parent: 'hq' },
      { id: 'three', side: 'cn', hex: '0002', men: 5000, parent: 'hq' },
      { id: 'other', side: 'cn', hex: '0004' },
      { id: 'enemy', side: 'jp', hex: '2904' },
    ],
  });
  return { tiny, seen: { game: tiny.game, view: { ...tiny.state }, side: 0, mayOrder: true } };
}

describe('the way of a whole formation to one goal', () => {
  test('the formation of a unit is what it reports to, with all below', () => {
    const { tiny, seen } = start();
    const ids = ['hq', 'one', 'two', 'three'].map((id) => tiny.unit(id));
    expect(formationLevels(seen, tiny.unit('two')).map((level) => level.units)).toEqual([ids]);
    expect(formationLevels(seen, tiny.unit('other'))).toEqual([]);
    expect(formationLevels(seen, tiny.unit('enemy'))).toEqual([]);
  });

  test('troops of a staff move with their like, not with the whole army, unless asked', () => {
    const game = kunlunPass();
    const { state } = setup(game, { seed: 'levels', fog: false });
    const seen: Seen = { game, view: state, side: 0, mayOrder: true };
    for (const unit of game.bySide[0]) {
      const sizes = formationLevels(seen, unit).map((level) => level.units.length);
      expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
      expect(sizes[0] ?? 2).toBeGreaterThan(1);
    }
    const guns = game.bySide[0].find((unit) => game.units[unit]?.data.parent === game.units[0]?.id) ?? -1;
    const [first, last] = [formationLevels(seen, guns)[0], formationLevels(seen, guns).at(-1)];
    expect(first?.units.length).toBeLessThan(last?.units.length ?? 0);
  });

  test('minutes to the goal agree with the search of the rules where the goal is in reach', () => {
    const { tiny, seen } = start();
    const unit = tiny.unit('two');
    for (const goal of ['0502', '0401', '0204']) {
      const field = minutesToGoal(seen, [tiny.at(goal)], tiny.game.units[unit]?.mobility ?? 0);
      expect(field[tiny.at('0302')]).toBe(reach(tiny.game, tiny.state, unit, 'march').minutes[tiny.at(goal)]);
    }
  });

  test('everyone ends as near as the day allows, and every order is taken by the rules one after another', () => {
    const { tiny, seen } = start();
    const units = formationLevels(seen, tiny.unit('one'))[0]?.units ?? [];
    const plan = planFormationMarch(seen, units, tiny.at('2802'));
    expect(plan.stays).toEqual([]);
    expect(plan.legs[0]?.unit).toBe(tiny.unit('two'));
    const state = cloneState(tiny.state);
    for (const [i, order] of ordersOfMarch(plan).entries()) {
      expect(check(tiny.game, state, order)).toBeNull();
      apply(tiny.game, state, order);
      const leg = plan.legs[i];
      expect(state.units[order.unit]?.hex).toBe(leg?.end);
      expect(state.units[order.unit]?.minutes).toBe(leg?.left);
      expect(leg?.toGo).toBeGreaterThan(0);
      expect(leg?.turns).toBeGreaterThan(0);
    }
  });

  test('the limit of a hex is kept: who finds no room in the goal stops beside it', () => {
    const { tiny, seen } = start();
    const goal = tiny.at('0502');
    const plan = planFormationMarch(seen, formationLevels(seen, tiny.unit('one'))[0]?.units ?? [], goal);
    const state = cloneState(tiny.state);
    for (const order of ordersOfMarch(plan)) apply(tiny.game, state, order);
    const { men } = position(tiny.game, state, 0);
    expect(men[goal]).toBeLessThanOrEqual(stackingLimit(tiny.game, goal));
    const ends = plan.legs.map((leg) => leg.end);
    expect(ends.filter((hex) => hex === goal).length).toBeGreaterThan(1);
    expect(ends.some((hex) => hex !== goal)).toBe(true);
  });

  test('who cannot go says why', () => {
    const { tiny, seen } = start();
    tiny.of('one').held = 1;
    tiny.of('three').minutes = 5;
    const units = [tiny.unit('one'), tiny.unit('two'), tiny.unit('three'), tiny.unit('enemy')];
    const plan = planFormationMarch(seen, units, tiny.at('0302'));
    expect(plan.legs).toEqual([]);
    expect(plan.stays).toEqual([
      { unit: tiny.unit('two'), refusal: null, reason: 'there' },
      { unit: tiny.unit('one'), refusal: expect.objectContaining({ code: 'held' }), reason: null },
      { unit: tiny.unit('three'), refusal: null, reason: 'noNearer' },
    ]);
    const barred = planFormationMarch(seen, [tiny.unit('two')], tiny.at('2904'));
    expect(barred.legs).toHaveLength(1);
  });

  test('an island has no way to it', () => {
    const tiny = tinyStart({
      map: [',,,,,', ',WWW,', ',W,W,', ',WWW,', ',,,,,'],
      jp: '0404',
      units: [
        { id: 'a', side: 'cn', hex: '0000' },
        { id: 'enemy', side: 'jp', hex: '0404' },
      ],
    });
    const seen: Seen = { game: tiny.game, view: tiny.state, side: 0, mayOrder: true };
    expect(minutesToGoal(seen, [tiny.at('0202')], 0)[tiny.at('0000')]).toBe(NO_WAY);
    expect(planFormationMarch(seen, [tiny.unit('a')], tiny.at('0202')).stays[0]?.reason).toBe('noWay');
  });

  test('hidden enemies change nothing of the plan', () => {
    const game = kunlunPass();
    const { state } = setup(game, { seed: 'fog', fog: true });
    const units = game.bySide[0].filter((unit) => state.units[unit]?.status === 1).slice(0, 12);
    const hidden = game.bySide[1].filter((unit) => state.units[unit]?.status === 1 && state.units[unit]?.seen === 0);
    const goal = state.units[hidden[0] as number]?.hex as number;
    const ask = (): unknown =>
      planFormationMarch({ game, view: view(game, state, 0), side: 0, mayOrder: true }, units, goal);
    const before = ask();
    for (const unit of hidden) {
      const now = state.units[unit];
      if (now) now.hex = state.units[hidden[0] as number]?.hex as number;
    }
    expect(ask()).toEqual(before);
  });
});
