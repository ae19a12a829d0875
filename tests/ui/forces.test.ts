import { expect, test } from 'vitest';
import { forcesOf, parentsIn, present } from '../../src/ui/app/forces.ts';
import { ringedUnits } from '../../src/ui/app/ringed.ts';
import type { Seen } from '../../src/ui/app/seen.ts';
import { tinyStart } from '../core/fixture.ts';

function start() {
  const tiny = tinyStart({
    map: new Array<string>(5).fill(','.repeat(9)),
    jp: '0804',
    formations: [
      { id: 'corps', side: 'cn' },
      { id: 'gone', side: 'cn' },
    ],
    units: [
      { id: 'a', side: 'cn', hex: '0101', parent: 'corps' },
      { id: 'b', side: 'cn', hex: '0201', parent: 'corps' },
      { id: 'late', side: 'cn', hex: '0001', parent: 'corps', turn: 5 },
      { id: 'later', side: 'cn', hex: '0001', parent: 'gone', turn: 6 },
      { id: 'enemy', side: 'jp', hex: '0804' },
    ],
  });
  Object.assign(tiny.of('a'), { men: 800, killed: 150, sick: 50 });
  const seen: Seen = { game: tiny.game, view: tiny.state, side: 0, mayOrder: true };
  return { tiny, seen };
}

test('a formation sums men, losses and those still to come', () => {
  const { seen } = start();
  const [corps, gone] = forcesOf(seen.game, seen, 0);
  expect(corps).toMatchObject({ men: 1800, lost: 200, toCome: 1, count: 3 });
  expect(gone).toMatchObject({ men: 0, lost: 0, toCome: 1, count: 1 });
  expect(parentsIn([corps, gone].flatMap((one) => one ?? []))).toEqual(['corps', 'gone']);
});

test('those not on the map can be left out', () => {
  const { seen } = start();
  const tree = present(forcesOf(seen.game, seen, 0));
  expect(tree.map((one) => one.id)).toEqual(['corps']);
  expect(tree[0]?.below.map((one) => one.id)).toEqual(['a', 'b']);
});

test('losses of the enemy are not known under fog, and only his known units are ringed', () => {
  const { tiny, seen } = start();
  tiny.of('enemy').seen = 2;
  const fogged: Seen = { ...seen, view: { ...tiny.state, fog: true, viewer: 0 } as Seen['view'] };
  expect(forcesOf(seen.game, fogged, 1)[0]?.lost).toBe(-1);
  expect(ringedUnits(fogged, 'enemy')).toEqual([tiny.unit('enemy')]);
  tiny.of('enemy').seen = 1;
  expect(ringedUnits(fogged, 'enemy')).toEqual([]);
  expect(ringedUnits(fogged, 'corps')).toEqual([tiny.unit('a'), tiny.unit('b')]);
});
