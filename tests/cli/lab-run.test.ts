import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, readFileSync, statSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { RunWriter } from '../../src/cli/lab/runFile.ts';
import type { ChangeSet } from '../../src/lab/change/changeSet.ts';
import { parseRun } from '../../src/lab/run/file.ts';
import type { RunHeader, RunLine } from '../../src/lab/run/run.ts';
import { PROGRAM, type Ran, ridgeline, scratchFolder, writeRidge } from './program.ts';

const folder = scratchFolder();
const scenario = writeRidge(folder);

/** So many that a run of them is still going when its first lines have come. */
const GAMES = 60;
const whole = join(folder, 'whole.jsonl');
let text = '';

const args = (out: string, ...more: string[]): string[] => [
  'lab',
  'run',
  scenario,
  ...['--games', String(GAMES), '--seed', 's', '--out', out, ...more],
];
const run = (out: string, ...more: string[]): Ran => ridgeline(...args(out, ...more));
const read = (path: string): string => readFileSync(path, 'utf8');
const wholeLines = (path: string): number => read(path).split('\n').length - 1;

function linesOf(content: string): { header: RunHeader; lines: RunLine[] } {
  const parsed = parseRun(content);
  if (!parsed.ok) throw new Error(parsed.fault.message);
  return parsed;
}

/** A file of the test's own with this content. */
function put(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function putChanges(name: string, more: Partial<ChangeSet>): string {
  return put(
    name,
    JSON.stringify({ formatVersion: 1, id: 'test', title: 'Test', why: 'A test', changes: [], ...more }),
  );
}

/** Starts a run and sends it a signal when its file has so many lines. Resolves with its exit code or the signal. */
async function cutOff(out: string, lines: number, signal: 'SIGKILL' | 'SIGINT'): Promise<[number | string, string]> {
  writeFileSync(out, '');
  const child = spawn(process.execPath, [PROGRAM, ...args(out, '--jobs', '2')]);
  let prose = '';
  child.stderr.on('data', (chunk) => {
    prose += chunk;
  });
  const watcher = watch(out, () => {
    if (wholeLines(out) < lines) return;
    watcher.close();
    child.kill(signal);
  });
  const [code, ended] = (await once(child, 'close')) as [number | null, string | null];
  watcher.close();
  return [ended ?? (code as number), prose];
}

beforeAll(() => {
  const ran = run(whole, '--jobs', '1');
  if (ran.code !== 0 || ran.out !== '') throw new Error(ran.err);
  expect(ran.err).toContain(`${GAMES} of ${GAMES} games in ${whole}, ${GAMES} of them now`);
  expect(ran.err).toMatch(/Northern victory +\d+ +\d+\.\d%/);
  text = read(whole);
});

test('a header and the games in order', () => {
  const { header, lines } = linesOf(text);
  expect(header).toMatchObject({ scenario: 'ridge', seed: 's', games: GAMES, fog: true, changes: null });
  expect(header).toMatchObject({ bots: ['regular', 'regular'], plans: ['historical', 'historical'] });
  expect(lines.map((line) => line.seed)).toEqual(Array.from({ length: GAMES }, (_, i) => `s/${i + 1}`));
  const sim = ridgeline('sim', scenario, '--games', '3', '--seed', 's', '--jobs', '1', '--plan', 'historical');
  const digests = sim.out
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as RunLine).digest);
  expect(lines.slice(0, 3).map((line) => line.digest)).toEqual(digests);
});

describe('the same bytes', () => {
  test('with three workers', () => {
    const out = join(folder, 'three.jsonl');
    expect(run(out, '--jobs', '3').code).toBe(0);
    expect(read(out) === text).toBe(true);
  });

  test('when it was killed and goes on with another number of workers', async () => {
    const out = join(folder, 'killed.jsonl');
    expect((await cutOff(out, 3, 'SIGKILL'))[0]).toBe('SIGKILL');
    const left = wholeLines(out);
    expect(left).toBeGreaterThanOrEqual(3);
    expect(left).toBeLessThan(GAMES);
    const ran = run(out, '--jobs', '3');
    expect(ran.err).toContain(`${left - 1} of ${GAMES} games are there`);
    expect(ran.err).toContain(`${GAMES} of ${GAMES} games in ${out}, ${GAMES - left + 1} of them now`);
    expect(read(out) === text).toBe(true);
  });

  test('when Ctrl-C ended it, which says how to go on', async () => {
    const out = join(folder, 'interrupted.jsonl');
    const [code, prose] = await cutOff(out, 3, 'SIGINT');
    expect(code, prose).toBe(130);
    expect(read(out) === text.slice(0, read(out).length)).toBe(true);
    const left = wholeLines(out);
    expect(read(out).endsWith('\n')).toBe(true);
    expect(prose).toContain(`stopped: the same command goes on with game ${left}`);
    expect(run(out, '--jobs', '1').code).toBe(0);
    expect(read(out) === text).toBe(true);
  });

  test('when the disk was full in the middle of a line', () => {
    const out = join(folder, 'full.jsonl');
    // 512 bytes a block.
    const command = ['ulimit -f 5', `exec "$@"`].join('\n');
    const ran = spawnSync('sh', ['-c', command, 'sh', process.execPath, PROGRAM, ...args(out, '--jobs', '2')], {
      encoding: 'utf8',
    });
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain(`can't write ${out}: EFBIG`);
    const left = read(out);
    expect(left.length).toBe(5 * 512);
    expect(left.endsWith('\n')).toBe(false);
    expect(run(out, '--jobs', '1').code).toBe(0);
    expect(read(out) === text).toBe(true);
  });

  test.each([0, 100])('when only %i bytes of it were written', (size) => {
    const out = put(`head-${size}.jsonl`, text.slice(0, size));
    expect(run(out, '--jobs', '2').code).toBe(0);
    expect(read(out) === text).toBe(true);
  });

  test('when it was there already: nothing is played', () => {
    const { mtimeMs } = statSync(whole);
    const ran = run(whole);
    expect(ran.code).toBe(0);
    expect(ran.err).toContain(`${GAMES} of ${GAMES} games in ${whole}, 0 of them now`);
    expect(ran.err).toMatch(/Northern victory +\d+ +\d+\.\d%/);
    expect(read(whole) === text).toBe(true);
    expect(statSync(whole).mtimeMs).toBe(mtimeMs);
  });
});

describe('a file that is not the same run stays as it is', () => {
  const second = (content: string): string => content.split('\n').slice(0, 3).join('\n');
  test.each([
    [['--seed', 't'], 2, 'seed: "s" there, "t" here'],
    [['--games', '7'], 2, `games: ${GAMES} there, 7 here`],
    [['--no-fog'], 2, 'fog: true there, false here'],
    [['--bots', 'recruit,regular'], 2, 'bots: ["regular","regular"] there, ["recruit","regular"] here'],
    [['--plan', 'free'], 2, 'plans: ["historical","historical"] there, ["free","free"] here'],
    [['--change', putChanges('none.json', {})], 2, 'changes: none there, {"formatVersion":1'],
  ])('%j', (more, code, message) => {
    const ran = run(whole, ...more);
    expect(ran.err).toContain(`${whole} holds another run; choose another file, or --fresh to begin anew`);
    expect(ran.err).toContain(message);
    expect(ran).toMatchObject({ code, out: '' });
    expect(read(whole) === text).toBe(true);
  });

  test.each([
    ['notes.txt', () => 'Kunlun Pass\n', 1, 'line 1: not the header of a run'],
    ['letter.txt', () => 'Kunlun Pass', 2, 'line 1: not the header of a run'],
    ['gap.jsonl', () => text.replace(/\n.*"game":2,.*/, ''), 1, 'line 3: game: game 3 where game 2 belongs'],
    ['torn.jsonl', () => text.replace('"game":2,', '"game":2'), 1, 'line 3: not JSON'],
    [
      'older.jsonl',
      () => `${second(text).replace(/"actions":\d+(.*)$/, '"actions":1$1')}\n`,
      1,
      'comes out differently now',
    ],
  ])('%s', (name, content, code, message) => {
    const path = put(name, content());
    const ran = run(path, '--jobs', '1');
    expect(ran.err).toContain(message);
    expect(ran).toMatchObject({ code, out: '' });
    expect(read(path)).toBe(content());
  });

  test('until --fresh is asked for', () => {
    const path = put('fresh.jsonl', 'Kunlun Pass\n'.repeat(100_000));
    expect(run(path, '--fresh', '--jobs', '2').code).toBe(0);
    expect(read(path) === text).toBe(true);
  });
});

test('a second program that writes to the same file is noticed before anything is written over', () => {
  const path = put('shared.jsonl', 'one\n');
  const writer = new RunWriter(path, 4);
  writer.write('two\n');
  appendFileSync(path, 'three\n');
  expect(() => writer.write('four\n')).toThrow('another program has written to it');
  writer.close();
  expect(read(path)).toBe('one\ntwo\nthree\n');
});

describe('changes', () => {
  const short = (out: string, ...more: string[]): Ran =>
    ridgeline('lab', 'run', scenario, '--games', '3', '--seed', 's', '--jobs', '2', '--out', out, ...more);

  test('are made, and stand in the header', () => {
    const out = join(folder, 'changed.jsonl');
    const changes = putChanges('half.json', {
      changes: [{ op: 'scale', file: 'oob', path: 'units/*/quality', by: 0.5 }],
      plans: { jp: 'free' },
    });
    const ran = short(out, '--change', changes);
    expect(ran.code, ran.err).toBe(0);
    const { header, lines } = linesOf(read(out));
    expect(header.changes).toEqual(JSON.parse(read(changes)));
    expect(header.digest).not.toBe(linesOf(text).header.digest);
    expect(lines.map((line) => line.digest)).not.toEqual(
      linesOf(text)
        .lines.slice(0, 3)
        .map((line) => line.digest),
    );
  });

  test('a first move that the rules refuse is left out and counted', () => {
    const moves: ChangeSet['moves'] = [{ type: 'end' }, { type: 'decide', decision: 9 }, { type: 'end' }];
    const lines = [moves, moves.filter(({ type }) => type === 'end')].map((given, i) => {
      const out = join(folder, `refused-${i}.jsonl`);
      const ran = short(out, '--change', putChanges(`refused-${i}.json`, { moves: given }));
      expect(ran.code, ran.err).toBe(0);
      return linesOf(read(out)).lines;
    });
    expect(lines.map((run) => run.map(({ refused }) => refused))).toEqual([
      [1, 1, 1],
      [0, 0, 0],
    ]);
    expect(lines[0]?.map((line) => line.digest)).toEqual(lines[1]?.map((line) => line.digest));
  });

  test.each([
    [
      { changes: [{ op: 'remove', file: 'oob', path: 'units/N9' }] },
      1,
      'change 1: oob:units/N9: there is no entry "N9"',
    ],
    [{ changes: [{ op: 'melt', file: 'oob', path: 'units' }] }, 1, 'changes[0].op'],
    [{ plans: { jp: 'barbarossa' } }, 1, 'no plan "barbarossa"'],
  ])('%j: the fault is named, and no file is made', (more, code, message) => {
    const out = join(folder, 'never.jsonl');
    const ran = short(out, '--change', putChanges('faulty.json', more as Partial<ChangeSet>));
    expect(ran.err).toContain(message);
    expect(ran).toMatchObject({ code, out: '' });
    expect(existsSync(out)).toBe(false);
  });
});

test('a scenario with a broken measure is refused with its path, and no file is made', () => {
  const broken = writeRidge(join(folder, 'broken'));
  const measure = { kind: 'heldAtEnd', place: 'nowhere', side: 'cn' };
  const figure = { low: 'yes', high: 'yes', best: 'yes', scope: 'saddle', source: ['test'], reliability: 'A' };
  const outcome = { id: 'saddle', name: 'Saddle', unit: 'yes', measure, values: [figure] };
  const lists = { events: [], outcomes: [outcome], claims: [], strengths: [], omitted: [] };
  writeFileSync(join(broken, 'history.json'), JSON.stringify({ formatVersion: 1, id: 'ridge', ...lists }));
  const out = join(folder, 'never.jsonl');
  const ran = ridgeline('lab', 'run', broken, '--games', '1', '--out', out);
  expect(ran.err).toMatch(/history\.json: history\.outcomes\[0\]\.measure\.place: .*nowhere/);
  expect(ran).toMatchObject({ code: 1, out: '' });
  expect(existsSync(out)).toBe(false);
});

test.each([
  [['lab', 'run', '--out', 'x.jsonl'], "missing required argument 'scenario'"],
  [['lab', 'run', scenario], "required option '--out <file>' not specified"],
  [args('x.jsonl', '--games', '0'), "'0' is invalid"],
  [args('x.jsonl', '--seed', ''), '--seed: a text of 1 to'],
  [args('x.jsonl', '--bots', 'napoleon'), 'no bot "napoleon"'],
  [args('x.jsonl', '--plan', 'a,b,c'), '--plan takes one or two names'],
  [args('x.jsonl', '--plan', 'barbarossa'), 'has no plan "barbarossa"'],
  [args('x.jsonl', '--change', 'tuesday'), 'no change "tuesday"'],
  [args(folder), `can't read ${folder}: not a file`],
  [args('/no/such/folder/x.jsonl'), "can't write /no/such/folder/x.jsonl"],
  [['lab', 'juggle'], "unknown command 'juggle'"],
])('%j ends with 2 and names what is wrong', (given, message) => {
  const ran = ridgeline(...given);
  expect(ran.err).toContain(message);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(existsSync('x.jsonl')).toBe(false);
});
