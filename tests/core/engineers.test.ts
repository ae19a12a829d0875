/** Rulebook 10: demolition and repair. */
import { describe, expect, test } from 'vitest';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { hexside } from '../../src/core/game.ts';
import { ACT_ENGINEERED } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import { type Tiny, tinyStart } from './fixture.ts';

/** A road along the second row over a river between columns 2 and 3; engineers and infantry stand at its west bank. */
function bridgehead(river = 'river', fog = false): Tiny {
  return tinyStart(
    {
      map: ['. . . . . . .', '. . . . . . .', '. . h h . . .'],
      roads: ['0001-0601', '0202 0302'],
      rivers: [`0201 0 ${river}`],
      bridges: ['0201 0'],
      units: [
        { id: 'sappers', side: 'cn', hex: '0201', kind: 'engineer', men: 700 },
        { id: 'foot', side: 'cn', hex: '0201', men: 1000 },
        { id: 'platoon', side: 'cn', hex: '0201', men: 299 },
        { id: 'guns', side: 'cn', hex: '0201', kind: 'artillery', men: 400 },
        { id: 'hillmen', side: 'cn', hex: '0202', kind: 'engineer', men: 350 },
        { id: 'enemy', side: 'jp', hex: '0601' },
      ],
    },
    { fog },
  );
}

function bridge(tiny: Tiny): number {
  return hexside(tiny.game, tiny.at('0201'), 0);
}

const refusal = (tiny: Tiny, id: string, task: 'demolish' | 'repair', link: number) =>
  check(tiny.game, tiny.state, { type: 'engineer', unit: tiny.unit(id), task, hexside: link });

function order(tiny: Tiny, id: string, task: 'demolish' | 'repair', link: number) {
  expect(refusal(tiny, id, task, link)).toBeNull();
  return apply(tiny.game, tiny.state, { type: 'engineer', unit: tiny.unit(id), task, hexside: link });
}

describe('demolition', () => {
  test.each([
    ['stream', 480],
    ['river', 1200],
    ['major', 3000],
  ])('10.3: a bridge over a %s takes %i minutes of work to mend', (river, minutes) => {
    const tiny = bridgehead(river);
    const events = order(tiny, 'sappers', 'demolish', bridge(tiny));
    expect(tiny.state.breaks).toEqual([{ hexside: bridge(tiny), minutes }]);
    expect(events).toEqual([
      { type: 'engineer', unit: tiny.unit('sappers'), hexside: bridge(tiny), result: 'blown', to: 1 },
    ]);
  });

  test('10.2: engineers need two hours, infantry six', () => {
    const tiny = bridgehead();
    order(tiny, 'sappers', 'demolish', bridge(tiny));
    expect(tiny.of('sappers').minutes).toBe(480);
    expect(tiny.of('sappers').acts & ACT_ENGINEERED).not.toBe(0);
    const road = hexside(tiny.game, tiny.at('0201'), 3);
    tiny.of('foot').minutes = 359;
    expect(refusal(tiny, 'foot', 'demolish', road)).toMatchObject({ code: 'no-time', need: 360, have: 359 });
    tiny.of('foot').minutes = 600;
    order(tiny, 'foot', 'demolish', road);
    expect(tiny.of('foot').minutes).toBe(240);
    expect(tiny.state.breaks.map((link) => link.minutes)).toEqual([1200, 240]);
  });

  test('10.3: a road in the hills takes longer to mend', () => {
    const tiny = bridgehead();
    order(tiny, 'hillmen', 'demolish', hexside(tiny.game, tiny.at('0202'), 0));
    expect(tiny.state.breaks[0]?.minutes).toBe(360);
  });

  test('10.1: refused where there is nothing to blow, far away, twice, and a second time in a turn', () => {
    const tiny = bridgehead();
    expect(refusal(tiny, 'sappers', 'demolish', hexside(tiny.game, tiny.at('0201'), 5))).toMatchObject({
      code: 'nothing-to-do',
      clause: '10.1',
    });
    expect(refusal(tiny, 'sappers', 'demolish', hexside(tiny.game, tiny.at('0401'), 0))).toMatchObject({
      code: 'not-adjacent',
    });
    order(tiny, 'sappers', 'demolish', bridge(tiny));
    expect(refusal(tiny, 'foot', 'demolish', bridge(tiny))).toMatchObject({ code: 'nothing-to-do' });
    expect(refusal(tiny, 'sappers', 'repair', bridge(tiny))).toMatchObject({ code: 'already-done' });
  });

  test('10.2: guns and small detachments cannot, infantry not next to a known enemy', () => {
    const tiny = bridgehead('river', true);
    const link = bridge(tiny);
    expect(refusal(tiny, 'guns', 'demolish', link)).toMatchObject({ code: 'not-engineers' });
    expect(refusal(tiny, 'platoon', 'demolish', link)).toMatchObject({ code: 'not-engineers' });
    tiny.of('enemy').hex = tiny.at('0301');
    expect(tiny.of('enemy').seen).toBe(0);
    expect(refusal(tiny, 'foot', 'demolish', link), 'a hidden enemy is not given away').toBeNull();
    tiny.of('enemy').seen = 1;
    expect(refusal(tiny, 'foot', 'demolish', link)).toMatchObject({ code: 'enemy-near', hex: tiny.at('0301') });
    expect(refusal(tiny, 'sappers', 'demolish', link)).toBeNull();
    const seen = view(tiny.game, tiny.state, 0);
    const action = { type: 'engineer', unit: tiny.unit('foot'), task: 'demolish', hexside: link } as const;
    expect(check(tiny.game, seen, action)).toEqual(check(tiny.game, tiny.state, action));
  });

  test('the enemy next door hears the explosion', () => {
    const tiny = bridgehead();
    tiny.of('enemy').hex = tiny.at('0301');
    expect(order(tiny, 'sappers', 'demolish', bridge(tiny))[0]).toMatchObject({ to: 3 });
  });
});

describe('repair', () => {
  test('10.4: a battalion of 700 works off its minutes, a half battalion half of them', () => {
    const tiny = bridgehead();
    const link = bridge(tiny);
    tiny.state.breaks.push({ hexside: link, minutes: 1200 });
    expect(refusal(tiny, 'foot', 'repair', link)).toMatchObject({ code: 'not-engineers', clause: '10.4' });
    expect(order(tiny, 'sappers', 'repair', link)[0]).toMatchObject({ result: 'begun' });
    expect(tiny.state.breaks).toEqual([{ hexside: link, minutes: 600 }]);
    expect(tiny.of('sappers').minutes).toBe(0);
    Object.assign(tiny.of('sappers'), { acts: 0, minutes: 600, men: 350 });
    order(tiny, 'sappers', 'repair', link);
    expect(tiny.state.breaks).toEqual([{ hexside: link, minutes: 300 }]);
    Object.assign(tiny.of('sappers'), { acts: 0, minutes: 300, men: 700 });
    expect(order(tiny, 'sappers', 'repair', link)[0]).toMatchObject({ result: 'mended' });
    expect(tiny.state.breaks).toEqual([]);
  });

  test('10.4: more than 1,400 men do no more than 1,400', () => {
    const tiny = bridgehead();
    const link = bridge(tiny);
    tiny.state.breaks.push({ hexside: link, minutes: 3000 });
    tiny.of('sappers').men = 5000;
    order(tiny, 'sappers', 'repair', link);
    expect(tiny.state.breaks[0]?.minutes).toBe(1800);
  });

  test('10.5: not with the enemy at the far end, nor without a break or time', () => {
    const tiny = bridgehead();
    const link = bridge(tiny);
    expect(refusal(tiny, 'sappers', 'repair', link)).toMatchObject({ code: 'nothing-to-do', clause: '10.4' });
    tiny.state.breaks.push({ hexside: link, minutes: 3000 });
    tiny.of('enemy').hex = tiny.at('0301');
    expect(refusal(tiny, 'sappers', 'repair', link)).toMatchObject({ code: 'enemy-near', clause: '10.5' });
    tiny.of('enemy').hex = tiny.at('0601');
    tiny.of('sappers').minutes = 0;
    expect(refusal(tiny, 'sappers', 'repair', link)).toMatchObject({ code: 'no-time' });
  });
});
