/** `sim --explain`: every order of a game with its reason, whatever the number of workers, and the same game as without. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ridgeline, scratchFolder, writeRidge } from './program.ts';

const folder = scratchFolder();
const scenario = writeRidge(folder);

function sim(...args: string[]): ReturnType<typeof ridgeline> {
  return ridgeline('sim', scenario, '--seed', 'why', ...args);
}

const HEAD = /^(why\/\d+), turn (\d+), .*\d{4}, (.+)$/;

describe('sim --explain', () => {
  const file = join(folder, 'one.txt');
  const ran = sim('--games', '2', '--jobs', '1', '--explain', file);
  const lines = readFileSync(file, 'utf8').split('\n');
  const games = ran.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { actions: number; digest: string });

  test('each player turn has its head: game, turn, days and side', () => {
    const heads = lines.map((line) => HEAD.exec(line)).filter((found) => found !== null);
    expect(new Set(heads.map((found) => found[1]))).toEqual(new Set(['why/1', 'why/2']));
    expect(new Set(heads.map((found) => found[3])).size).toBe(2);
    expect(heads.length).toBe(lines.filter((line) => line === '  End of the player turn').length);
  });

  test('each order stands there, its reason below it', () => {
    const orders = lines.filter((line) => /^ {2}[^ -]/.test(line) && !/^ {2}(Plan|Enemy, by power|Courses)/.test(line));
    const reasons = lines.filter((line) => /^ {6}\S.*\.$/.test(line));
    expect(orders.length).toBe(games.reduce((sum, game) => sum + game.actions, 0));
    expect(reasons.length).toBe(orders.length);
    for (const line of lines) expect(line).not.toMatch(/undefined|NaN|\[object|reasons\.|\{/);
  });

  test('before the orders of a staff stands its appreciation', () => {
    const at = lines.findIndex((line) => HEAD.test(line));
    expect(lines[at + 1]).toMatch(/^ {2}Plan: .*Main effort: .*\.$/);
    expect(lines.filter((line) => /^ {2}- .+: .+; weight \d+, power [\d,]+/.test(line)).length).toBeGreaterThan(2);
    expect(lines.some((line) => /^ {2}Enemy, by power: .* not located\.$/.test(line))).toBe(true);
  });

  test('workers write the same', () => {
    const two = join(folder, 'two.txt');
    const again = sim('--games', '2', '--jobs', '2', '--explain', two);
    expect(again.code).toBe(0);
    expect(readFileSync(two, 'utf8').split('\n')).toEqual(lines);
    expect(again.out).toBe(ran.out);
  });

  test('the games are the same as without it', () => {
    expect(sim('--games', '2', '--jobs', '1').out).toBe(ran.out);
  });

  test('on standard output it stands alone; the lines go where they are told', () => {
    const out = join(folder, 'lines.jsonl');
    const shown = sim('--games', '2', '--jobs', '1', '--explain', '-', '--out', out);
    expect(shown.code).toBe(0);
    expect(shown.out.split('\n')).toEqual(lines);
    expect(readFileSync(out, 'utf8')).toBe(ran.out);
    expect(sim('--games', '2', '--jobs', '1', '--explain', '-').out.split('\n')).toEqual(lines);
  });

  test('a bot that draws lots says so and has no appreciation', () => {
    const shown = sim('--games', '1', '--bots', 'random', '--explain', '-');
    expect(shown.out).toContain('      Drawn by lot.');
    expect(shown.out).not.toContain('Plan:');
  });

  test('a file that cannot be written ends the command before a game is played', () => {
    const path = join(folder, 'no', 'such', 'x.txt');
    const refused = sim('--games', '1', '--explain', path);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(`--explain: can't write ${path}`);
    expect(refused.out).toBe('');
    expect(existsSync(path)).toBe(false);
  });
});
