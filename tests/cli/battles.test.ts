import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { TABLE } from '../lab/battles/engagements.ts';
import { ridgeline, scratchFolder } from './program.ts';

const folder = scratchFolder();

/** The head and some rows of the table that comes along. */
function write(name: string, rows: number, change: (text: string) => string = (text) => text): string {
  const cells = parse(readFileSync(TABLE)) as string[][];
  const text = cells.slice(0, rows + 1).map((line) => line.map((cell) => JSON.stringify(cell)).join(','));
  const path = join(folder, name);
  writeFileSync(path, change(text.join('\n')));
  return path;
}

const small = write('small.csv', 20);

describe('lab battles', () => {
  test('the same figures and battles for any number of jobs', () => {
    const run = (jobs: string): [string, string] => {
      const out = join(folder, `sims-${jobs}.csv`);
      const ran = ridgeline('lab', 'battles', small, '--reps', '50', '--seed', 'a', '--jobs', jobs, '--out', out);
      expect(ran.code, ran.err).toBe(0);
      return [ran.out, readFileSync(out, 'utf8')];
    };
    const [figures, battles] = run('1');
    expect(run('2')).toEqual([figures, battles]);
    expect(figures).toContain('20 battles');
    expect(figures).toMatch(/Brier, decided +0\.\d{3} +0\.\d{3}/);
    const lines = battles.trimEnd().split('\n');
    expect(lines[0]).toBe('id,rep,att_win,att_cas,def_cas');
    expect(lines.length).toBe(1 + 20 * 50);
    expect(lines[51]).toMatch(/^\d+,0,[01],\d+,\d+$/);
  });

  test('numbers of a file are laid over the rules, the figure is drawn', () => {
    const rules = join(folder, 'rules.json');
    const file = { kind: 'ridgeline-parameters', formatVersion: 1, parameters: { 'resolver.bias': 4 } };
    writeFileSync(rules, JSON.stringify(file));
    const figure = join(folder, 'figure.svg');
    const ran = ridgeline('lab', 'battles', small, '--reps', '50', '--rules', rules, '--figure', figure, '--jobs', '1');
    expect(ran.code, ran.err).toBe(0);
    expect(ran.out).toMatch(/above 0\.8 to 1 +\d+ +0\.9/);
    expect(readFileSync(figure, 'utf8')).toMatch(/^<svg [^>]*role="img"[\s\S]*<desc>\d+ battles foretold/);
  });

  test('a table without outcomes is forecast and not scored', () => {
    const blind = write('blind.csv', 3, (text) => text.replace(/"wina"/, '"hidden"'));
    const out = join(folder, 'blind-sims.csv');
    const ran = ridgeline('lab', 'battles', blind, '--reps', '50', '--jobs', '1', '--out', out);
    expect(ran.code).toBe(0);
    expect(ran.out).toBe('');
    expect(ran.err).toContain('tells no winner');
    expect(readFileSync(out, 'utf8').split('\n').length).toBe(1 + 3 * 50 + 1);
  });
});

describe('faults', () => {
  test('of a table: file, row and column, and no file is left', () => {
    const bad = write('bad.csv', 5, (text) => text.replace('"160000.0"', '"many"'));
    const out = join(folder, 'none.csv');
    const ran = ridgeline('lab', 'battles', bad, '--out', out);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(`${bad}: row 2, column att_strength: "many" is not a number`);
    expect(existsSync(out)).toBe(false);
    const fit = ridgeline('lab', 'calibrate', bad, '--out', out);
    expect(fit.code).toBe(1);
    expect(fit.err).toContain('row 2, column att_strength');
    expect(readdirSync(folder).filter((name) => name.startsWith('none'))).toEqual([]);
  });

  test('of a file of numbers', () => {
    const rules = join(folder, 'odd.json');
    const told = (content: unknown): string => {
      writeFileSync(rules, typeof content === 'string' ? content : JSON.stringify(content));
      const ran = ridgeline('lab', 'battles', small, '--rules', rules);
      expect(ran.code).toBe(1);
      return ran.err;
    };
    const file = (parameters: unknown): unknown => ({ kind: 'ridgeline-parameters', formatVersion: 1, parameters });
    expect(told(file({ 'resolver.slop': 1 }))).toContain('there is no parameter resolver.slop');
    expect(told(file({ 'resolver.killed': 2 }))).toContain('parameters.resolver.killed: 2 is not from 0 to 1');
    expect(told(file({ 'resolver.slope': 'steep' }))).toContain('parameters.resolver.slope:');
    expect(told('{')).toContain(rules);
  });

  test('of arguments', () => {
    expect(ridgeline('lab', 'battles', join(folder, 'nowhere.csv')).code).toBe(2);
    expect(ridgeline('lab', 'battles', small, '--reps', '3').code).toBe(2);
    expect(ridgeline('lab', 'calibrate', small, '--out', join(folder, 'x.json'), '--leave', 'peace').code).toBe(2);
    const few = ridgeline('lab', 'calibrate', small, '--out', join(folder, 'x.json'));
    expect(few.code).toBe(1);
    expect(few.err).toContain('50 are needed');
    const blind = write('blind2.csv', 3, (text) => text.replace(/"wina"/, '"hidden"'));
    const figure = ridgeline('lab', 'battles', blind, '--reps', '50', '--figure', join(folder, 'f.svg'));
    expect(figure.code).toBe(2);
  });
});
