import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MatchLine } from '../../src/cli/arena/game.ts';
import { RULES_VERSION } from '../../src/core/version.ts';
import { PROGRAM, type Ran, ridgeline, scratchFolder, writeRidge } from './program.ts';

const folder = scratchFolder();
const scenario = writeRidge(folder);

function arena(...args: string[]): Ran {
  return ridgeline('arena', ...args, '--scenario', scenario);
}

function linesOf(path: string): MatchLine[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line) as MatchLine);
}

/** A file with bots of its own, as one of another version is: one idles, one breaks the rules from the second seed on. */
function writeBots(name: string, rules: number): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    `exports.RULES_VERSION = ${rules};
     exports.createBot = (level, seed) => {
       if (level !== 'idle' && level !== 'rogue') throw new RangeError(level);
       const type = level === 'rogue' && !seed.includes('/1/') ? 'decide' : 'end';
       return { id: level, choose: () => ({ type, decision: 99 }) };
     };`,
  );
  return path;
}

describe('a match', () => {
  test('pairs of one seed with the sides swapped; the same tables and lines for any number of jobs', () => {
    const run = (jobs: string): [Ran, string] => {
      const out = join(folder, `match-${jobs}.jsonl`);
      return [arena('regular', 'random', '--games', '6', '--seed', 'a', '--jobs', jobs, '--out', out), out];
    };
    const [one, out] = run('1');
    expect(one.code).toBe(0);
    expect(one.out).toContain('regular against random: 6 games in 3 pairs');
    expect(one.out).toContain('as North');
    expect(one.err).toContain('6 games, seed a, fog of war');
    const lines = linesOf(out);
    expect(lines.map(({ seed, players }) => [seed, ...players])).toEqual(
      ['a/1', 'a/2', 'a/3'].flatMap((seed) => [
        [seed, 'regular', 'random'],
        [seed, 'random', 'regular'],
      ]),
    );
    const [three, outOfThree] = run('3');
    expect(three.out).toBe(one.out);
    expect(readFileSync(outOfThree, 'utf8')).toBe(readFileSync(out, 'utf8'));
  });

  test('a game of it is the game that sim plays of that seed', () => {
    const [line] = linesOf(join(folder, 'match-1.jsonl'));
    const ran = ridgeline('sim', scenario, '--games', '1', '--seed', 'a', '--jobs', '1', '--bots', 'regular,random');
    expect((JSON.parse(ran.out) as MatchLine).digest).toBe(line?.digest);
  });

  test('a contestant against itself draws every pair', () => {
    const ran = arena('regular', 'regular', '--games', '4', '--jobs', '1');
    expect(ran.out).toContain('regular (1) against regular (2): 4 games in 2 pairs');
    expect(ran.out).toMatch(/pairs by points.*\n.* 50\.0% .* 1\.0000 .* \+0\.0/);
  });

  test('games are filled up to whole pairs', () => {
    expect(arena('random', 'random', '--games', '3', '--jobs', '1').out).toContain('4 games in 2 pairs');
  });

  test('the bots of a checkout in a file of their own play as they do at home', () => {
    const path = join(folder, 'archived.cjs');
    const root = join(import.meta.dirname, '..', '..');
    const tool = join(root, 'tools', 'archiveBots.mjs');
    const { status, stderr } = spawnSync(process.execPath, [tool, root, path], { encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    const out = join(folder, 'archived.jsonl');
    arena('regular', `regular@${path}`, '--games', '2', '--seed', 'a', '--jobs', '1', '--out', out);
    const ran = ridgeline('sim', scenario, '--games', '1', '--seed', 'a', '--jobs', '1');
    const { digest } = JSON.parse(ran.out) as MatchLine;
    expect(linesOf(out).map((line) => line.digest)).toEqual([digest, digest]);
  });

  test('bots of another version play from their file', () => {
    const path = writeBots('idle.cjs', RULES_VERSION);
    const out = join(folder, 'idle.jsonl');
    const ran = arena(`idle@${path}`, `idle:free@${path}`, '--games', '2', '--jobs', '2', '--out', out);
    expect(ran.code).toBe(0);
    // Nothing but ends of turns, two a turn.
    for (const { actions, turns } of linesOf(out)) expect(actions).toBe(2 * turns);
  });
});

test('without a scenario: all with a history, which the lesson has not', () => {
  const path = writeBots('everywhere.cjs', RULES_VERSION);
  const out = join(folder, 'everywhere.jsonl');
  const ran = ridgeline('arena', `idle@${path}`, `idle@${path}`, '--games', '4', '--jobs', '1', '--out', out);
  expect(ran.code).toBe(0);
  expect(linesOf(out).map((line) => line.scenario)).toEqual(['kunlun-pass', 'kunlun-pass', 'west-hunan', 'west-hunan']);
  expect(ran.out).toMatch(/\nall +4 +/);
});

test('several contestants: everyone against everyone, or neighbours of a ladder', () => {
  const path = writeBots('three.cjs', RULES_VERSION);
  const contestants = [`idle@${path}`, `idle:free@${path}`, `idle:historical@${path}`];
  const headings = (ran: Ran): number => ran.out.match(/ against /g)?.length ?? 0;
  const all = arena(...contestants, '--games', '2', '--jobs', '1');
  expect(headings(all)).toBe(3);
  const ladder = arena(...contestants, '--games', '2', '--jobs', '1', '--ladder');
  expect(headings(ladder)).toBe(2);
  expect(ladder.out).not.toContain(`${contestants[0]} against ${contestants[2]}`);
  expect(ladder.out).toMatch(/\nmatch +games/);
});

test('Ctrl-C: code 130, the whole pairs so far as partial, and their lines in the file', async () => {
  const out = join(folder, 'interrupted.jsonl');
  writeFileSync(out, '');
  const args = [
    'arena',
    'regular',
    'regular',
    '--games',
    '100000',
    '--jobs',
    '2',
    '--scenario',
    scenario,
    '--out',
    out,
  ];
  const child = spawn(process.execPath, [PROGRAM, ...args]);
  let text = '';
  let prose = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  child.stderr.on('data', (chunk) => {
    prose += chunk;
  });
  const watcher = watch(out, () => {
    if (linesOf(out).length < 2) return;
    watcher.close();
    child.kill('SIGINT');
  });
  const [code] = (await once(child, 'close')) as [number];
  watcher.close();
  expect(code, prose).toBe(130);
  const played = linesOf(out).length;
  expect(played).toBeGreaterThanOrEqual(2);
  expect(played).toBeLessThan(100_000);
  expect(prose).toContain(`partial: ${played} of 100000 games`);
  expect(text).toContain(`${played - (played % 2)} games in ${Math.floor(played / 2)} pairs`);
});

test.each(['1', '2'])('a bot that breaks the rules ends it with 1, and the pairs before count (%s jobs)', (jobs) => {
  const path = writeBots(`rogue-${jobs}.cjs`, RULES_VERSION);
  const ran = arena(`idle@${path}`, `rogue@${path}`, '--games', '6', '--seed', 's', '--jobs', jobs);
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('2 games in 1 pairs');
  expect(ran.err).toContain('partial: 2 of 6 games');
  expect(ran.err).toMatch(/ridgeline: bot rogue, seed s\/2, action \d+: .* refused/);
});

test.each([
  [['regular'], 'an arena needs two contestants'],
  [['regular', 'napoleon'], 'no bot "napoleon"; there are elite'],
  [['regular', 'regular:'], '"regular:" is not a contestant'],
  [['regular', 'regular:barbarossa'], 'has a plan "barbarossa"'],
  [['regular', 'regular@'], '"regular@" is not a contestant'],
  [['regular', 'regular@/no/such/file.cjs'], "can't read bots from /no/such/file.cjs"],
  [['regular', `regular@${join(scenario, 'map.json')}`], 'holds no bots'],
  [['regular', `idle@${writeBots('newer.cjs', 999)}`], 'holds bots for rules 999'],
  [['regular', `regular@${writeBots('idle.cjs', RULES_VERSION)}`], 'no bot "regular" in'],
  [['regular', 'random', '--games', '1'], "'1' is invalid"],
  [['regular', 'random', '--out', '/no/such/folder/x.jsonl'], "--out: can't write"],
])('%j ends with 2 and names what is wrong', (args, message) => {
  const ran = arena(...args);
  expect(ran.err).toContain(message);
  expect(ran).toMatchObject({ code: 2, out: '' });
});
