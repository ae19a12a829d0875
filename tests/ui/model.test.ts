import { describe, expect, test } from 'vitest';
import { check } from '../../src/core/check.ts';
import {
  beginGroup,
  type Click,
  click,
  confirmPath,
  hover,
  IDLE,
  type Interaction,
  joinThere,
  select,
  stepBack,
  toggleOfGroup,
} from '../../src/ui/app/model.ts';
import type { Seen } from '../../src/ui/app/seen.ts';
import { type Tiny, tinyStart } from '../core/fixture.ts';

const open = (rows: number, cols: number): string[] => new Array<string>(rows).fill(','.repeat(cols));

function start(): { tiny: Tiny; seen: Seen } {
  const tiny = tinyStart({
    map: open(9, 9),
    jp: '0808',
    units: [
      { id: 'a', side: 'cn', hex: '0404' },
      { id: 'b', side: 'cn', hex: '0404' },
      { id: 'guns', side: 'cn', hex: '0304', kind: 'artillery', equipment: { gun75: 12 } },
      { id: 'enemy', side: 'jp', hex: '0504' },
      { id: 'far', side: 'jp', hex: '0800' },
    ],
  });
  return { tiny, seen: { game: tiny.game, view: tiny.state, side: 0, mayOrder: true } };
}

const press = (hex: number, more: Partial<Click> = {}): Click => ({
  hex,
  unit: -1,
  act: false,
  more: false,
  all: false,
  ...more,
});

function picked(seen: Seen, tiny: Tiny, id: string): Interaction {
  const unit = tiny.unit(id);
  return click(seen, IDLE, press(tiny.state.units[unit]?.hex ?? -1, { unit })).next;
}

describe('clicks', () => {
  test('a click on an own counter selects it and shows only hexes where it may stop', () => {
    const { tiny, seen } = start();
    const now = picked(seen, tiny, 'a');
    expect(now.selected).toEqual([tiny.unit('a')]);
    expect(now.reach?.hexes.length).toBeGreaterThan(6);
    for (const { hex } of now.reach?.hexes ?? []) {
      const path = [...(now.reach?.paths.get(hex) ?? [])];
      expect(check(seen.game, seen.view, { type: 'move', unit: tiny.unit('a'), path, mode: 'march' })).toBeNull();
    }
    expect(now.reach?.paths.has(tiny.at('0504'))).toBe(false);
  });

  test('a click on a friend in reach selects him, and offers to march those selected before to him', () => {
    const { tiny, seen } = start();
    const before = picked(seen, tiny, 'guns');
    const now = click(seen, before, press(tiny.at('0404'), { unit: tiny.unit('a') })).next;
    expect(now.selected).toEqual([tiny.unit('a')]);
    expect(now.joining).toMatchObject({ units: [tiny.unit('guns')], hex: tiny.at('0404') });
    const { orders, next } = joinThere(seen, now);
    expect(orders).toMatchObject([{ type: 'move', unit: tiny.unit('guns'), path: [tiny.at('0404')] }]);
    expect(next.selected).toEqual([tiny.unit('guns')]);
    expect(picked(seen, tiny, 'a').joining).toBeNull();
    expect(click(seen, now, press(tiny.at('0304'), { unit: tiny.unit('guns') })).next.joining?.units).toEqual([
      tiny.unit('a'),
    ]);
  });

  test('the first click on a hex in reach shows the way, the second marches', () => {
    const { tiny, seen } = start();
    const first = click(seen, picked(seen, tiny, 'a'), press(tiny.at('0402')));
    expect(first.orders).toEqual([]);
    expect(first.next.pending).toBe(true);
    expect(first.next.path?.[0]).toBe(tiny.at('0404'));
    expect(first.next.path?.at(-1)).toBe(tiny.at('0402'));
    expect(first.next.pathMinutes).toHaveLength(first.next.path?.length ?? 0);
    const second = click(seen, first.next, press(tiny.at('0402')));
    expect(second.orders).toEqual([
      { type: 'move', unit: tiny.unit('a'), path: first.next.path?.slice(1), mode: 'march' },
    ]);
    expect(confirmPath(seen, first.next).orders).toEqual(second.orders);
  });

  test('a right click marches at once', () => {
    const { tiny, seen } = start();
    const step = click(seen, picked(seen, tiny, 'a'), press(tiny.at('0402'), { act: true }));
    expect(step.orders).toHaveLength(1);
    expect(step.next.refusal).toBeNull();
  });

  test('units added with Shift march together, each by an order of its own', () => {
    const { tiny, seen } = start();
    const one = picked(seen, tiny, 'a');
    const two = click(seen, one, press(tiny.at('0404'), { unit: tiny.unit('b'), more: true })).next;
    expect(two.selected).toEqual([tiny.unit('a'), tiny.unit('b')]);
    const step = click(seen, two, press(tiny.at('0402'), { act: true }));
    expect(step.orders.map((order) => 'unit' in order && order.unit)).toEqual([tiny.unit('a'), tiny.unit('b')]);
    const less = click(seen, two, press(tiny.at('0404'), { unit: tiny.unit('a'), more: true })).next;
    expect(less.selected).toEqual([tiny.unit('b')]);
  });

  test('a march out of reach is refused with the reason at the hex, and nothing is ordered', () => {
    const { tiny, seen } = start();
    tiny.of('a').minutes = 60;
    const step = click(seen, picked(seen, tiny, 'a'), press(tiny.at('0008'), { act: true }));
    expect(step.orders).toEqual([]);
    expect(step.next.refusal?.hex).toBe(tiny.at('0008'));
    expect(step.next.refusal?.refusal.code).toBe('no-time');
  });

  test('an enemy next to the selected unit opens the plan of an attack with that unit ticked', () => {
    const { tiny, seen } = start();
    const step = click(seen, picked(seen, tiny, 'a'), press(tiny.at('0504'), { unit: tiny.unit('enemy') }));
    expect(step.orders).toEqual([]);
    const ticked = step.next.target?.attackers.filter((one) => one.ticked).map((one) => one.unit);
    expect(ticked).toEqual([tiny.unit('a')]);
    expect(step.next.target?.support.map((one) => one.unit)).toEqual([tiny.unit('guns')]);
  });

  test('Ctrl ticks everyone who touches the enemy, without a selection', () => {
    const { tiny, seen } = start();
    const step = click(seen, IDLE, press(tiny.at('0504'), { unit: tiny.unit('enemy'), all: true }));
    const ticked = step.next.target?.attackers.filter((one) => one.ticked).map((one) => one.unit);
    expect(ticked).toEqual([tiny.unit('a'), tiny.unit('b')]);
  });

  test('an enemy far away is only looked at', () => {
    const { tiny, seen } = start();
    const step = click(seen, picked(seen, tiny, 'a'), press(tiny.at('0800'), { unit: tiny.unit('far') }));
    expect(step.next.target).toBeNull();
    expect(step.next.selected).toEqual([tiny.unit('far')]);
    expect(step.next.reach).toBeNull();
  });

  test('while it is not our turn a click orders nothing', () => {
    const { tiny, seen } = start();
    const waiting = { ...seen, mayOrder: false };
    const now = picked(waiting, tiny, 'a');
    expect(now.reach).toBeNull();
    expect(click(waiting, now, press(tiny.at('0402'), { act: true })).orders).toEqual([]);
    expect(click(waiting, now, press(tiny.at('0504'), { act: true })).next.target).toBeNull();
  });

  test('a mission waiting for its hex takes the next click', () => {
    const { tiny, seen } = start();
    const air = { formation: 0, mission: 'closeSupport' as const, sorties: 3 };
    const step = click(seen, { ...IDLE, air }, press(tiny.at('0504'), { unit: tiny.unit('enemy') }));
    expect(step.orders).toEqual([
      { type: 'air', formation: 0, mission: 'closeSupport', sorties: 3, hex: tiny.at('0504') },
    ]);
  });
});

describe('hover and Escape', () => {
  test('hovering shows the way to a hex in reach and nothing elsewhere', () => {
    const { tiny, seen } = start();
    const now = picked(seen, tiny, 'a');
    expect(hover(seen, now, tiny.at('0402')).path?.at(-1)).toBe(tiny.at('0402'));
    expect(hover(seen, now, tiny.at('0504')).path).toBeNull();
    const pending = click(seen, now, press(tiny.at('0402'))).next;
    expect(hover(seen, pending, tiny.at('0403')).path).toEqual(pending.path);
  });

  test('Escape goes back one thing at a time', () => {
    const { tiny, seen } = start();
    const selected = picked(seen, tiny, 'a');
    const planned = click(seen, selected, press(tiny.at('0504'))).next;
    expect(planned.target).not.toBeNull();
    const closed = stepBack(seen, planned);
    expect(closed.target).toBeNull();
    expect(closed.selected).toEqual(selected.selected);
    const none = stepBack(seen, closed);
    expect(none.selected).toEqual([]);
    expect(none.hex).toBe(-1);
  });

  test('what has left the map cannot stay selected', () => {
    const { tiny, seen } = start();
    tiny.of('a').status = 2;
    tiny.of('a').hex = -1;
    expect(select(seen, IDLE, [tiny.unit('a'), tiny.unit('b')]).selected).toEqual([tiny.unit('b')]);
  });
});

describe('one goal for several units', () => {
  const begun = () => {
    const { tiny, seen } = start();
    const units = [tiny.unit('a'), tiny.unit('b')];
    return { tiny, seen, units, hand: beginGroup(seen, IDLE, units, '') };
  };

  test('a click shows where each gets, the same click again orders it', () => {
    const { tiny, seen, hand, units } = begun();
    const shown = click(seen, hand, press(tiny.at('0401')));
    expect(shown.orders).toEqual([]);
    const legs = shown.next.group?.plan?.legs ?? [];
    expect(legs.map((leg) => leg.unit).sort()).toEqual([...units].sort());
    const given = click(seen, shown.next, press(tiny.at('0401')));
    expect(given.orders.map((order) => order.type === 'move' && order.unit)).toEqual(legs.map((leg) => leg.unit));
    expect(given.next.group).toBeNull();
  });

  test('another click is another goal, and who is left out stays', () => {
    const { tiny, seen, hand } = begun();
    const shown = click(seen, hand, press(tiny.at('0401'))).next;
    const moved = click(seen, shown, press(tiny.at('0402'))).next;
    expect(moved.group?.plan?.goal).toBe(tiny.at('0402'));
    const without = toggleOfGroup(seen, moved, tiny.unit('a'));
    expect(without.group?.plan?.legs.map((leg) => leg.unit)).toEqual([tiny.unit('b')]);
    expect(toggleOfGroup(seen, without, tiny.unit('a')).group?.plan?.legs).toHaveLength(2);
  });

  test('Escape takes back the goal, then the whole intent; nobody begins it out of turn', () => {
    const { tiny, seen, hand } = begun();
    const shown = click(seen, hand, press(tiny.at('0401'))).next;
    const back = stepBack(seen, shown);
    expect(back.group?.plan).toBeNull();
    expect(stepBack(seen, back).group).toBeNull();
    expect(beginGroup({ ...seen, mayOrder: false }, IDLE, [tiny.unit('a')], '').group).toBeNull();
  });
});
