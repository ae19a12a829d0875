import { expect, test } from 'vitest';
import { minutesAlong, reachable } from '../../src/ui/app/marching.ts';
import { tinyStart } from '../core/fixture.ts';

test('minutes along a path are those spent on arrival, hex by hex, and end at what the reach says', () => {
  const tiny = tinyStart({
    map: new Array<string>(7).fill(','.repeat(7)),
    jp: '0606',
    units: [
      { id: 'a', side: 'cn', hex: '0303' },
      { id: 'enemy', side: 'jp', hex: '0606' },
    ],
  });
  const seen = { game: tiny.game, view: tiny.state, side: 0 as const, mayOrder: true };
  const found = reachable(seen, tiny.unit('a'), 'march');
  const far = found.hexes.filter(({ hex }) => (found.paths.get(hex)?.length ?? 0) >= 3);
  expect(far.length).toBeGreaterThan(0);
  for (const { hex, minutes } of far) {
    const along = minutesAlong(seen, tiny.unit('a'), found.paths.get(hex) ?? [], 'march');
    expect(along[0]).toBe(0);
    expect(along.at(-1)).toBe(minutes);
    for (let i = 1; i < along.length; i++) expect(along[i]).toBeGreaterThan(along[i - 1] as number);
  }
});
