import { expect, test } from 'vitest';
import { abilitiesOf } from '../../src/ui/app/abilities.ts';
import type { Seen } from '../../src/ui/app/seen.ts';
import { tinyStart } from '../core/fixture.ts';

function start() {
  const tiny = tinyStart({
    map: new Array<string>(7).fill(','.repeat(9)),
    jp: '0806',
    units: [
      { id: 'a', side: 'cn', hex: '0303' },
      { id: 'guns', side: 'cn', hex: '0103', kind: 'artillery', equipment: { gun75: 12 } },
      { id: 'enemy', side: 'jp', hex: '0403' },
    ],
  });
  const seen: Seen = { game: tiny.game, view: tiny.state, side: 0, mayOrder: true };
  const of = (id: string) => new Map(abilitiesOf(seen, tiny.unit(id)).map((one) => [one.id, one]));
  return { tiny, seen, of };
}

test('a fresh unit next to the enemy can march, attack and dig; it has no guns to shell with', () => {
  const { of } = start();
  const can = of('a');
  expect(can.get('march')).toMatchObject({ able: true, refusal: null });
  expect(can.get('march')?.count).toBeGreaterThan(3);
  expect(can.get('assault')).toMatchObject({ able: true, count: 1 });
  expect(can.get('dig')?.able).toBe(true);
  expect(can.has('bombard')).toBe(false);
});

test('what it cannot do is refused by the rule that forbids it', () => {
  const { tiny, of } = start();
  tiny.of('a').cohesion = 100;
  expect(of('a').get('assault')?.refusal).toMatchObject({ code: 'shaken', clause: '6.1' });
  expect(of('a').get('truck')?.refusal?.code).toMatch(/no-lift|enemy-near/);
  tiny.of('a').acts = 2;
  expect(of('a').get('march')?.refusal?.code).toBe('already-done');
  expect(of('a').get('dig')?.able).toBe(false);
});

test('guns shell what they reach, and without ammunition say so', () => {
  const { tiny, of } = start();
  expect(of('guns').get('bombard')).toMatchObject({ able: true, count: 1 });
  tiny.of('guns').ammo = 0;
  expect(of('guns').get('bombard')).toMatchObject({ able: false });
  expect(of('guns').get('bombard')?.refusal?.code).toBe('no-ammo');
});

test('there is nothing to tell of the enemy, or out of turn', () => {
  const { tiny, seen } = start();
  expect(abilitiesOf(seen, tiny.unit('enemy'))).toEqual([]);
  expect(abilitiesOf({ ...seen, mayOrder: false }, tiny.unit('a'))).toEqual([]);
});
