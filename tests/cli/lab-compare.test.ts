import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ChangeSet } from '../../src/lab/change/changeSet.ts';
import type { CompareModel } from '../../src/lab/compare/model.ts';
import { parseRun } from '../../src/lab/run/file.ts';
import { type Ran, ridgeline, scratchFolder, writeRidge } from './program.ts';

const folder = scratchFolder();
const scenario = writeRidge(folder);
const GAMES = ['--games', '6', '--seed', 's', '--jobs', '1'];

function put(path: string, content: unknown): string {
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const CHANGE: ChangeSet = {
  formatVersion: 1,
  id: 'half',
  title: 'Half the men',
  why: 'A test',
  changes: [{ op: 'scale', file: 'scenario', path: 'truckLift/*', by: 0.5 }],
  plans: { jp: 'free' },
};

/** What a page shows. */
function modelIn(page: string): unknown {
  return JSON.parse(/<script type="application\/json" id="model">(.*?)<\/script>/s.exec(page)?.[1] ?? 'null');
}

const read = (path: string): string => readFileSync(path, 'utf8');
const whatIf = (out: string, change: string, ...more: string[]): Ran =>
  ridgeline('lab', 'what-if', scenario, change, '--out', out, ...GAMES, ...more);

describe('lab what-if', () => {
  const out = join(folder, 'both');
  const json = join(folder, 'both.json');
  const html = join(folder, 'both.html');
  let ran: Ran;

  beforeAll(() => {
    mkdirSync(join(scenario, 'what-if'));
    put(join(scenario, 'what-if', 'half.json'), CHANGE);
    ran = whatIf(out, 'half', '--json', json, '--html', html);
  });

  test('plays both runs and says what differs', () => {
    expect(ran.code, ran.err).toBe(0);
    const runs = ['base', 'half'].map((id) => parseRun(read(join(out, `${id}.jsonl`))));
    expect(runs.map((run) => run.ok && [run.header.changes?.id, run.lines.length])).toEqual([
      [undefined, 6],
      ['half', 6],
    ]);
    const model = JSON.parse(read(json)) as CompareModel;
    const margins = runs.map((run) => (run.ok ? run.lines.map(({ margin }) => margin as number) : []));
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(model).toMatchObject({
      pairs: 6,
      margin: { base: mean(margins[0] ?? []), changed: mean(margins[1] ?? []) },
    });
    expect(ran.out).toContain('6 pairs of games with the same seed (s)');
    expect(ran.out).toContain('Half the men (half)');
    expect(modelIn(read(html))).toEqual(model);
  });

  test('goes on with what is there: the base is played once for all changes', () => {
    const before = read(join(out, 'base.jsonl'));
    const again = whatIf(out, put(join(folder, 'other.json'), { ...CHANGE, id: 'other' }));
    expect(again.code, again.err).toBe(0);
    expect(again.err).toContain('base.jsonl: 6 of 6 games are there');
    expect(read(join(out, 'base.jsonl'))).toBe(before);
    expect(existsSync(join(out, 'other.jsonl'))).toBe(true);
  });

  test('lab compare says the same of the two files, and that a run does not differ from itself', () => {
    const [base, half] = [join(out, 'base.jsonl'), join(out, 'half.jsonl')];
    const compared = ridgeline('lab', 'compare', base, half, '--scenario', scenario);
    expect(compared).toMatchObject({ code: 0, out: ran.out });
    const same = ridgeline('lab', 'compare', base, base, '--scenario', scenario);
    expect(same.out).toContain('6 of the pairs are the very same game');
    expect(same.out).toContain('0 tests: 0 with p < 0.05');
  });

  test('with the first moves of a recorded game', () => {
    const records = join(folder, 'records');
    ridgeline('sim', scenario, '--games', '1', '--seed', 'r', '--record', records, '--jobs', '1');
    const record = join(records, 'ridge-r-1.json');
    const first = join(folder, 'first');
    const told = ridgeline('lab', 'what-if', scenario, '--moves', record, '--turns', '1', '--out', first, ...GAMES);
    expect(told.code, told.err).toBe(0);
    const run = parseRun(read(join(first, 'moves.jsonl')));
    const { actions } = JSON.parse(read(record)) as { actions: { type: string }[] };
    const moves = (run.ok && run.header.changes?.moves) || [];
    expect(moves).toEqual(actions.slice(0, moves.length));
    expect(moves.filter(({ type }) => type === 'end').length).toBe(2);
    expect(moves.at(-1)).toEqual({ type: 'end' });
    expect(told.out).toMatch(/of \d+ first moves the rules refused \d\.\d on average/);
    const long = ridgeline('lab', 'what-if', scenario, '--moves', record, '--turns', '99', '--out', first);
    expect(long).toMatchObject({ code: 2, out: '' });
    expect(long.err).toContain('fewer than 99 turns');
  });

  test.each([
    [['none'], 2, 'no change "none": it is neither a file nor one of half'],
    [[], 2, 'a change is needed'],
    [['half', '--turns', '1'], 2, '--moves and --turns are given together'],
  ])('%j: nothing is played', (given, code, message) => {
    const never = join(folder, 'never');
    const refused = ridgeline('lab', 'what-if', scenario, ...given, '--out', never);
    expect(refused.err).toContain(message);
    expect(refused).toMatchObject({ code, out: '' });
    expect(existsSync(never)).toBe(false);
  });

  test('a change that makes no sound scenario: its path, before anything is played', () => {
    const never = join(folder, 'unsound');
    const change = put(join(folder, 'unsound.json'), {
      ...CHANGE,
      changes: [{ op: 'set', file: 'oob', path: 'units/N1/men', value: -1 }],
    });
    const refused = whatIf(never, change);
    expect(refused.err).toMatch(/changes "half": changed scenario: oob\.units\[\d+\]\.men: /);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(existsSync(never)).toBe(false);
  });
});

describe('lab compare', () => {
  const base = join(folder, 'both', 'base.jsonl');

  test('refuses runs whose games are no pairs', () => {
    const other = join(folder, 'seed.jsonl');
    ridgeline('lab', 'run', scenario, '--games', '1', '--seed', 't', '--jobs', '1', '--out', other);
    const ran = ridgeline('lab', 'compare', base, other, '--scenario', scenario);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('seed: "s" and "t"');
  });

  test('names the line of a fault, and a run of other data', () => {
    const cut = put(join(folder, 'faulty.jsonl'), read(base).replace('"game":2', '"game":7'));
    const faulty = ridgeline('lab', 'compare', base, cut, '--scenario', scenario);
    expect(faulty).toMatchObject({ code: 1, out: '' });
    expect(faulty.err).toContain('line 3: game: game 7 where game 2 belongs');
    const moved = join(folder, 'moved.jsonl');
    put(moved, read(base).replace(/"digest":"[0-9a-f]{16}"/, `"digest":"${'0'.repeat(16)}"`));
    const stale = ridgeline('lab', 'compare', base, moved, '--scenario', scenario);
    expect(stale).toMatchObject({ code: 1, out: '' });
    expect(stale.err).toContain('played with other data');
  });
});

test('validate reads the ready change sets of a scenario', () => {
  expect(ridgeline('validate', scenario).code).toBe(0);
  const broken = join(scenario, 'what-if', 'broken.json');
  put(broken, {
    ...CHANGE,
    id: 'elsewhere',
    source: ['nobody'],
    changes: [{ op: 'remove', file: 'oob', path: 'units/X' }],
  });
  const ran = ridgeline('validate', scenario);
  expect(ran.code).toBe(1);
  for (const fault of ['id: "elsewhere"', 'source: no source "nobody"', 'change 1: oob:units/X: there is no entry "X"'])
    expect(ran.out + ran.err).toContain(`broken.json: ${fault}`);
});
