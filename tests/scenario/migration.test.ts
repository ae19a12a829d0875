/** Older formats are brought up step by step, and nothing is half read. */
import { expect, test } from 'vitest';
import { bringUpToDate, type Step } from '../../src/scenario/migration.ts';
import { Problems } from '../../src/scenario/problem.ts';

/** Format 2 renamed `strength` to `men`; format 3 counts trucks in a record. */
const STEPS: Step[] = [
  {
    part: 'oob',
    from: 2,
    migrate: ({ trucks, ...rest }) => ({ ...rest, equipment: { truck: trucks } }),
  },
  {
    part: 'oob',
    from: 1,
    migrate: ({ strength, ...rest }) => ({ ...rest, men: strength }),
  },
  { part: 'air', from: 1, migrate: () => ({ wrong: true }) },
];

test('each step runs once, in the order of versions', () => {
  const problems = new Problems();
  const old = { formatVersion: 1, strength: 750, trucks: 12 };
  const now = bringUpToDate('oob', old, problems, STEPS, 3);
  expect(now).toEqual({ formatVersion: 3, men: 750, equipment: { truck: 12 } });
  expect(old).toEqual({ formatVersion: 1, strength: 750, trucks: 12 });
  expect(problems.list).toEqual([]);
});

test('a file of the middle version takes the later steps only', () => {
  const now = bringUpToDate('oob', { formatVersion: 2, men: 1, trucks: 0 }, new Problems(), STEPS, 3);
  expect(now).toEqual({ formatVersion: 3, men: 1, equipment: { truck: 0 } });
});

test('a current file comes back as it is', () => {
  const file = { formatVersion: 3 };
  expect(bringUpToDate('oob', file, new Problems(), STEPS, 3)).toBe(file);
});

test('a version that no step leads on from is refused', () => {
  const problems = new Problems();
  expect(bringUpToDate('map', { formatVersion: 1 }, problems, STEPS, 3)).toBeNull();
  expect(problems.list).toMatchObject([{ code: 'format-version', path: 'map.formatVersion' }]);
});

test('a newer version is refused as newer', () => {
  const problems = new Problems();
  expect(bringUpToDate('oob', { formatVersion: 4 }, problems, STEPS, 3)).toBeNull();
  expect(problems.list).toMatchObject([{ code: 'newer-format', path: 'oob.formatVersion' }]);
});
