/**
 * Games recorded once and kept: on every engine and after every change they must replay to the bit. When they don't,
 * the rules, the scenario or the arithmetic of this engine differ from when they were recorded. After an intended change
 * run `tests/records/refresh.sh`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unpackRecord } from '../../src/play/link.ts';
import { verify } from '../../src/play/verify.ts';
import { shippedIds } from '../scenario/files.ts';
import { shipped } from '../shipped.ts';

/** As many games of each scenario as `refresh.sh` records. */
const COUNTS: Record<string, number> = { 'kunlun-pass': 6, 'west-hunan': 2, lesson: 2 };

function linksOf(scenario: string): string[] {
  const file = join(import.meta.dirname, '..', 'records', `${scenario}.links`);
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

describe.each(shippedIds())('golden games of %s', (scenario) => {
  const links = linksOf(scenario);

  test('there are some', () => {
    expect(links.length).toBe(COUNTS[scenario]);
  });

  test.for(links.map((link, i) => [i + 1, link] as const))('game %i replays to the bit', async ([, link]) => {
    const unpacked = unpackRecord(link);
    if (!unpacked.ok) throw new Error(unpacked.faults[0]?.message);
    const record = unpacked.value;
    expect(await verify(shipped(scenario), record)).toEqual({ grade: 'verified', actions: record.actions.length });
  });
});
