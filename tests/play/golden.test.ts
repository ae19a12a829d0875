/**
 * Games recorded once and kept: on every engine and after every change they must replay to the bit. When they don't,
 * the rules, the scenario or the arithmetic of this engine differ from when they were recorded. After an intended change
 * run `tests/records/refresh.sh`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unpackRecord } from '../../src/play/link.ts';
import { verify } from '../../src/play/verify.ts';
import { kunlunPass } from '../kunlun-pass.ts';

const FILE = join(import.meta.dirname, '..', 'records', 'kunlun-pass.links');

describe('golden games of Kunlun Pass', () => {
  const links = readFileSync(FILE, 'utf8').trim().split('\n');

  test('there are some', () => {
    expect(links.length).toBe(6);
  });

  test.each(links.map((link, i) => [i + 1, link] as const))('game %i replays to the bit', async (_, link) => {
    const unpacked = unpackRecord(link);
    if (!unpacked.ok) throw new Error(unpacked.faults[0]?.message);
    const record = unpacked.value;
    expect(await verify(kunlunPass(), record)).toEqual({ grade: 'verified', actions: record.actions.length });
  });
});
