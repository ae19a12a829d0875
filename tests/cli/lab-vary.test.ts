import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { endOf } from '../../src/cli/lab/playOn.ts';
import { parseVary } from '../../src/lab/vary/file.ts';
import type { VaryModel } from '../../src/lab/vary/model.ts';
import { type Ran, ridgeline, scratchFolder, writeRidge } from './program.ts';

const folder = scratchFolder();
const scenario = writeRidge(folder);
const PARAMETERS = 'resolver.slope:0.9:1.5,oob:units/N1/quality:0.5:1';
const study = (out: string, ...more: string[]): Ran =>
  ridgeline(
    ...['lab', 'vary', scenario, '--parameters', PARAMETERS, '--points', '6', '--games', '2'],
    ...['--seed', 's', '--out', out, ...more],
  );
const read = (path: string): string => readFileSync(path, 'utf8');

describe('lab vary', () => {
  const out = join(folder, 'study.jsonl');
  const json = join(folder, 'study.json');
  const html = join(folder, 'study.html');
  let ran: Ran;

  beforeAll(() => {
    ran = study(out, '--jobs', '1', '--json', json, '--html', html, '--all');
  });

  test('plays the same seeds at every point and ranks the parameters', () => {
    expect(ran.code, ran.err).toBe(0);
    const found = parseVary(read(out));
    if (!found.ok) throw new Error(found.fault.message);
    expect(found.points.map(({ games }) => games.length)).toEqual([2, 2, 2, 2, 2, 2]);
    const cells = [1, 3, 5, 7, 9, 11].map((twelfth) => 0.9 + (0.6 * twelfth) / 12);
    expect(found.points.map(({ values }) => values[0]).sort()).toEqual(cells.map((value) => expect.closeTo(value, 12)));
    const model = JSON.parse(read(json)) as VaryModel;
    expect(model).toMatchObject({ points: 6, done: 6, games: 2 });
    expect(model.measures.map(({ id, effects }) => [id, effects.length])).toEqual([['margin', 2]]);
    expect(ran.out).toContain('6 of 6 points with 2 games each');
    expect(read(html)).toContain(`id="model">${JSON.stringify(model).replaceAll('<', '\\u003c')}</script>`);
    expect(ran.out).toContain('oob:units/N1/quality');
  });

  test('any number of workers gives the same file', () => {
    const other = join(folder, 'two.jsonl');
    expect(study(other, '--jobs', '2').code).toBe(0);
    expect(read(other)).toBe(read(out));
  });

  test('goes on after its last whole line, wherever it was cut off', () => {
    const lines = read(out).split('\n');
    const other = join(folder, 'cut.jsonl');
    writeFileSync(other, `${lines.slice(0, 4).join('\n')}\n${(lines[4] as string).slice(0, 20)}`);
    const again = study(other, '--jobs', '1', '--all');
    expect(again.err).toContain('3 of 6 points are there');
    expect(again).toMatchObject({ code: 0, out: ran.out });
    expect(read(other)).toBe(read(out));
  });

  test('keeps its hands off another study', () => {
    const before = read(out);
    const other = study(out, '--games', '3');
    expect(other).toMatchObject({ code: 2, out: '' });
    expect(other.err).toContain('holds another study: games differ');
    expect(read(out)).toBe(before);
  });

  test.each<[string[], number, string]>([
    [['--parameters', 'resolver.luck:1:2'], 2, '"resolver.luck:1:2": there is no such number'],
    [['--set', 'all'], 2, '--parameters and --set are not given together'],
    [['--measures', 'fortune'], 2, 'no measure "fortune"; there are margin'],
    [['--parameters', 'oob:units/X/men:1:2'], 1, 'change 1: oob:units/X/men: there is no entry "X"'],
    [['--parameters', 'oob:units/N1/quality:1:50'], 1, 'changed scenario: oob.units'],
  ])('%j: the fault is named, and no file is made', (more, code, message) => {
    const never = join(folder, 'never.jsonl');
    const refused = study(never, ...more);
    expect(refused.err).toContain(message);
    expect(refused).toMatchObject({ code, out: '' });
    expect(existsSync(never)).toBe(false);
  });
});

test.each([
  [false, 'stopped: the same command goes on with point 5\n'],
  [true, 'stopped: the same command without --fresh goes on with point 5\n'],
])('a study that was stopped, begun anew: %s; says how to go on', (fresh, said) => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(endOf('point', 4, 6, fresh)).toBe(130);
  expect(endOf('point', 6, 6, fresh)).toBe(0);
  expect(write.mock.calls).toEqual([[said]]);
  write.mockRestore();
});
