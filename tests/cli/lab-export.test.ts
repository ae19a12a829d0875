import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parseRun } from '../../src/lab/run/file.ts';
import type { RunLine } from '../../src/lab/run/run.ts';
import { ridgeline, scratchFolder } from './program.ts';

const folder = scratchFolder();
const run = join(folder, 'run.jsonl');
const csv = join(folder, 'run.csv');
const HEADER = {
  kind: 'ridgeline-run',
  formatVersion: 1,
  scenario: 'kunlun-pass',
  seed: '=a,"b"',
  games: 3,
  fog: true,
  bots: ['regular', 'regular'],
  plans: ['historical', 'historical'],
  changes: null,
  rules: 2,
  digest: '0123456789abcdef',
};

function game(n: number, more: Partial<RunLine> = {}): RunLine {
  return {
    game: n,
    seed: `=a,"b"/${n}`,
    grade: 'draw',
    margin: -12,
    actions: 1200,
    digest: 'fedcba9876543210',
    outcomes: { taken: '1939-12-20', held: 'yes', share: 0.25, never: null },
    series: { 'lost.cn': [1, 20], margin: [0, -12] },
    control: [[1, 0, 3]],
    ...more,
  };
}

function write(...lines: object[]): void {
  writeFileSync(run, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

beforeAll(() => {
  write(HEADER, game(1), game(2, { grade: null, margin: null }));
});

test('a row a game: its result, its outcomes, the last values of its series', () => {
  // A line that was being written is no game yet.
  writeFileSync(run, '{"game":3,', { flag: 'a' });
  const ran = ridgeline('lab', 'export', run, '--csv', csv);
  expect(ran).toMatchObject({ code: 0, out: '' });
  expect(ran.err).toContain(`2 games in ${csv}`);
  expect(readFileSync(csv, 'utf8').split('\r\n')).toEqual([
    'game,seed,grade,margin,actions,digest,taken,held,share,never,end.lost.cn,end.margin',
    `1,"'=a,""b""/1",draw,-12,1200,fedcba9876543210,1939-12-20,yes,0.25,,20,-12`,
    `2,"'=a,""b""/2",,,1200,fedcba9876543210,1939-12-20,yes,0.25,,20,-12`,
    '',
  ]);
  expect(parseRun(readFileSync(run, 'utf8'))).toMatchObject({ ok: true, lines: [{ game: 1 }, { game: 2 }] });
});

test('first moves that were refused have a column where there are any', () => {
  write(HEADER, game(1, { refused: 2 }));
  expect(ridgeline('lab', 'export', run, '--csv', csv).code).toBe(0);
  const [head, row] = readFileSync(csv, 'utf8').split('\r\n');
  expect(head).toContain('actions,refused,digest,taken');
  expect(row).toContain(',1200,2,fedcba9876543210,1939-12-20');
});

test('a fault in the run: its line is named, and the table of before stays as it was', () => {
  writeFileSync(csv, 'before');
  write(HEADER, game(1), game(2, { digest: 'x' }));
  const ran = ridgeline('lab', 'export', run, '--csv', csv);
  expect(ran.err).toContain(`${run}: line 3: digest: expected 16 hex digits`);
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(readFileSync(csv, 'utf8')).toBe('before');
  expect(existsSync(`${csv}.part`)).toBe(false);
});

test('a run without a game has no table', () => {
  const none = join(folder, 'none.csv');
  write(HEADER);
  const ran = ridgeline('lab', 'export', run, '--csv', none);
  expect(ran.err).toContain('there is no game in it');
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(existsSync(none)).toBe(false);
});

test.each([
  [['/no/such/run.jsonl', '--csv', join(folder, 'x.csv')], "can't read /no/such/run.jsonl"],
  [[run, '--csv', '/no/such/folder/x.csv'], "--csv: can't write /no/such/folder/x.csv"],
  [[run], "required option '--csv <file>' not specified"],
])('%j ends with 2 and names what is wrong', (args, message) => {
  const ran = ridgeline('lab', 'export', ...args);
  expect(ran.err).toContain(message);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(existsSync(join(folder, 'x.csv'))).toBe(false);
});
