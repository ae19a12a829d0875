import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type GameRecord, parseRecord } from '../../src/play/record.ts';
import { ridgeline, scratchFolder, writeRidge } from './program.ts';

const COMMANDS = ['list', 'validate', 'sim', 'arena', 'replay', 'show', 'perft', 'bench', 'lab'];

const folder = scratchFolder();
const scenario = writeRidge(folder);
let file = '';
let record: GameRecord;

beforeAll(() => {
  const games = join(folder, 'games');
  const ran = ridgeline('sim', scenario, '--games', '1', '--seed', 'cli', '--jobs', '1', '--record', games);
  if (ran.code !== 0) throw new Error(ran.err);
  file = join(games, readdirSync(games)[0] as string);
  const parsed = parseRecord(readFileSync(file, 'utf8'));
  if (!parsed.ok) throw new Error('the recorded game does not parse');
  record = parsed.value;
});

/** Writes a changed record and returns its path. */
function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('help and misuse', () => {
  test('each command has help with examples', () => {
    const help = ridgeline('--help');
    expect(help.code).toBe(0);
    for (const command of COMMANDS) {
      expect(help.out).toContain(command);
      const own = ridgeline(command, '--help');
      expect(own.code, command).toBe(0);
      expect(own.out, command).toContain('Example');
    }
  });

  test.each([
    [['juggle'], "unknown command 'juggle'"],
    [['sim'], "missing required argument 'scenario'"],
    [['sim', scenario, '--games', 'many'], "option '--games <n>' argument 'many' is invalid"],
    [['sim', scenario, '--games', '0'], "'0' is invalid"],
    [['sim', scenario, '--bots', 'napoleon'], 'no bot "napoleon"'],
    [['sim', scenario, '--bots', 'a,b,c'], '--bots takes one or two names'],
    [['sim', scenario, '--plan', 'a,b,c'], '--plan takes one or two names'],
    [['sim', scenario, '--plan', 'free,barbarossa'], 'has no plan "barbarossa" in this scenario'],
    [['sim', scenario, '--speed', '9'], "unknown option '--speed'"],
    [['sim', 'waterloo'], 'no scenario "waterloo"'],
    [['sim', scenario, '--out', '/no/such/folder/x.jsonl'], "--out: can't write /no/such/folder/x.jsonl"],
    [['show', 'waterloo'], 'no scenario "waterloo"'],
    [['perft', scenario], "required option '--depth <n>' not specified"],
    [['perft', scenario, '--depth', '99'], "'99' is invalid"],
    [['replay', '/no/such/file'], "can't read /no/such/file"],
    [['replay', 'x.json', '--until', '-3'], "'-3' is invalid"],
    [['validate', '/no/such/thing'], '/no/such/thing'],
  ])('%j ends with 2 and names what is wrong, on standard error only', (args, message) => {
    const ran = ridgeline(...args);
    expect(ran.err).toContain(message);
    expect(ran.out).toBe('');
    expect(ran.code).toBe(2);
  });
});

describe('sim', () => {
  test('one JSON line a game, in order and the same for any number of jobs', () => {
    const run = (jobs: string): ReturnType<typeof ridgeline> =>
      ridgeline('sim', scenario, '--games', '5', '--seed', 'a', '--jobs', jobs);
    const one = run('1');
    expect(one.code).toBe(0);
    const lines = one.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { seed: string; digest: string });
    expect(lines.map((line) => line.seed)).toEqual(['a/1', 'a/2', 'a/3', 'a/4', 'a/5']);
    expect(new Set(lines.map((line) => line.digest)).size).toBeGreaterThan(1);
    expect(one.err).toContain('5 games of The ridge, seed a');
    expect(run('3').out).toBe(one.out);
  });

  test('game i of a batch can be played again alone, and --out keeps standard output empty', () => {
    const out = join(folder, 'lines.jsonl');
    const ran = ridgeline('sim', scenario, '--games', '1', '--seed', 'cli', '--jobs', '1', '--out', out);
    expect(ran).toMatchObject({ code: 0, out: '' });
    const line = JSON.parse(readFileSync(out, 'utf8')) as { digest: string };
    expect(line.digest).toBe(record.digests.at(-1));
  });

  test('the plans that were asked for are in the line and in the record', () => {
    const games = join(folder, 'planned');
    const ran = ridgeline(
      'sim',
      scenario,
      '--games',
      '1',
      '--jobs',
      '1',
      '--plan',
      'historical,free',
      '--record',
      games,
    );
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ plans: ['historical', 'free'] });
    const parsed = parseRecord(readFileSync(join(games, readdirSync(games)[0] as string), 'utf8'));
    expect(parsed.ok && parsed.value.players).toMatchObject([{ plan: 'historical' }, { plan: 'free' }]);
  });
});

describe('replay', () => {
  test('--verify of a game as it was played', () => {
    const ran = ridgeline('replay', file, '--scenario', scenario, '--verify');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(/^verified: \d+ of \d+ actions/);
  });

  test('lists the actions, up to --until, as text or as JSON lines with their events', () => {
    const ran = ridgeline('replay', file, '--scenario', scenario, '--until', '3');
    expect(ran.code).toBe(0);
    expect(ran.out.trim().split('\n').length).toBe(3);
    expect(ran.out).toContain(record.digests[2]);
    const json = ridgeline('replay', file, '--scenario', scenario, '--until', '2', '--json');
    const lines = json.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { action: object; events: object[] });
    expect(lines.map((line) => line.action)).toEqual(record.actions.slice(0, 2));
    expect(Array.isArray(lines[0]?.events)).toBe(true);
  });

  test('a digest that differs: code 1 and the first bad action by its place in the file', () => {
    const digests = record.digests.map((digest, i) => (i >= 4 ? '0'.repeat(16) : digest));
    const path = write('diverged.json', { ...record, digests });
    for (const more of [['--verify'], []]) {
      const ran = ridgeline('replay', path, '--scenario', scenario, ...more);
      expect(ran.code).toBe(1);
      expect(ran.err).toContain('diverged at actions[4]');
    }
    const json = ridgeline('replay', path, '--scenario', scenario, '--verify', '--json');
    expect(JSON.parse(json.out)).toMatchObject({ grade: 'diverged', at: 4, found: record.digests[4] });
  });

  test('other rules or another scenario are said, and nothing is run', () => {
    const rules = ridgeline('replay', write('rules.json', { ...record, rules: 999 }), '--scenario', scenario);
    expect(rules).toMatchObject({ code: 1, out: '' });
    expect(rules.err).toContain('rules version 999');
    const digest = { ...record.scenario, digest: '0123456789abcdef' };
    const other = ridgeline('replay', write('other.json', { ...record, scenario: digest }), '--scenario', scenario);
    expect(other).toMatchObject({ code: 1, out: '' });
    expect(other.err).toContain('0123456789abcdef');
  });

  test.each([
    ['truncated.json', (text: string) => text.slice(0, 300), 'breaks off after 300 characters'],
    ['newer.json', (text: string) => text.replace(/"version": \d+/, '"version": 7'), 'record version 7'],
    ['noise.json', () => 'noise', 'not JSON'],
    ['hostile.json', (text: string) => text.replace('"seed":', '"constructor": 1, "seed":'), 'constructor'],
    ['typo.json', (text: string) => text.replace('"type":"end"', '"type":"fin"'), 'actions['],
  ])('%s: code 1 and the fault with its path', (name, change, message) => {
    const ran = ridgeline('replay', write(name, change(readFileSync(file, 'utf8'))), '--scenario', scenario);
    expect(ran.err).toContain(name);
    expect(ran.err).toContain(message);
    expect(ran).toMatchObject({ code: 1, out: '' });
  });
});

describe('validate', () => {
  /** A copy of the scenario with one file changed. */
  function spoil(name: string, file: string, change: (text: string) => string): string {
    const copy = writeRidge(join(folder, name));
    const path = join(copy, `${file}.json`);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    return copy;
  }

  test('a good scenario and a good record: code 0, nothing on standard output', () => {
    expect(ridgeline('validate', scenario, file)).toMatchObject({ code: 0, out: '' });
  });

  test.each([
    ['cut', 'oob', (text: string) => text.slice(0, 500), 'oob.json'],
    ['parent', 'oob', (text: string) => text.replace('"parent":"cn-hq"', '"parent":"nobody"'), 'oob.units[1].parent'],
    ['place', 'scenario', (text: string) => text.replace('"place":"saddle"', '"place":"moon"'), 'objectives[0].place'],
    ['newer', 'map', (text: string) => text.replace('"formatVersion":1', '"formatVersion":99'), 'map.json'],
  ])(
    'a spoiled scenario (%s): code 1 and the path of the fault; no game is played on it',
    (name, part, change, path) => {
      const spoiled = spoil(name, part, change);
      const ran = ridgeline('validate', spoiled);
      expect(ran.code).toBe(1);
      expect(ran.out).toContain(path);
      const sim = ridgeline('sim', spoiled, '--games', '1');
      expect(sim).toMatchObject({ code: 1, out: '' });
      expect(sim.err).toContain(path);
    },
  );

  test('words of another language: gaps are told, keys that belong to nothing are faults with their path', () => {
    const copy = writeRidge(join(folder, 'told'));
    mkdirSync(join(copy, 'words'));
    const words = (content: unknown): void => writeFileSync(join(copy, 'words/ja.json'), JSON.stringify(content));
    words({ title: '尾根' });
    const partly = ridgeline('validate', copy);
    expect(partly).toMatchObject({ code: 0, out: '' });
    expect(partly.err).toMatch(/words\/ja\.json: \d+ texts in English: summary, /);
    words({ title: '尾根', 'unit.nobody': '無名' });
    const stray = ridgeline('validate', copy);
    expect(stray.code).toBe(1);
    expect(stray.out).toContain('words/ja.json: words["unit.nobody"]: ');
  });

  test('a broken record: code 1 and the path of the fault', () => {
    const ran = ridgeline('validate', write('seedless.json', { ...record, seed: 7 }));
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/seedless\.json: seed: /);
  });
});

describe('show and perft', () => {
  test('show prints the map and the units, at the start and after some actions of a game', () => {
    const ran = ridgeline('show', scenario);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('The ridge, 1939-12-18 (turn 1 of 5)');
    expect(ran.out).toMatch(/0605\s+saddle\s+jp\s+S1\s+600/);
    const end = ridgeline('show', file, '--scenario', scenario);
    expect(end.code).toBe(0);
    expect(end.out).toContain('the game is over');
    expect(ridgeline('show', file, '--scenario', scenario, '--until', '0').out).toContain('(turn 1 of 5)');
  });

  test('perft counts the same as its division', () => {
    const whole = ridgeline('perft', scenario, '--depth', '2');
    const divided = ridgeline('perft', scenario, '--depth', '2', '--divide');
    const sum = divided.out
      .trim()
      .split('\n')
      .reduce((total, line) => total + Number(line.split('\t')[0]), 0);
    expect(Number(whole.out)).toBe(sum);
    expect(sum).toBeGreaterThan(100);
  });
});
