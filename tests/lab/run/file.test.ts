import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differences, formatRunFault, formatRunLine, parseRun, type ReadRun } from '../../../src/lab/run/file.ts';
import type { RunHeader, RunLine } from '../../../src/lab/run/run.ts';

const HEADER: RunHeader = {
  kind: 'ridgeline-run',
  formatVersion: 1,
  scenario: 'ridge',
  seed: 's',
  games: 4,
  fog: true,
  bots: ['regular', 'recruit'],
  plans: ['historical', 'free'],
  changes: {
    formatVersion: 1,
    id: 'fewer',
    title: 'Fewer',
    why: 'A test',
    changes: [{ op: 'scale', file: 'oob', path: 'units/*/men', by: 0.5 }],
    moves: [{ type: 'end' }],
  },
  rules: 2,
  digest: '0123456789abcdef',
};

const line = (game: number): RunLine => ({
  game,
  seed: `s/${game}`,
  grade: game === 2 ? null : 'draw',
  margin: -3,
  actions: 12,
  digest: 'fedcba9876543210',
  outcomes: { taken: '1939-12-20', held: 'yes', lost: 12.5, never: null },
  series: { 'lost.cn': [0, 3], margin: [0, -3] },
  control: [
    [1, 0, 5, 6],
    [2, -1, 6],
  ],
});
const LINES = [1, 2, 3, 4].map(line);
const TEXT = [HEADER, ...LINES].map(formatRunLine).join('');

/** The text with one of its lines (from 1) put otherwise. */
function withLine(at: number, text: string): string {
  return TEXT.split('\n')
    .map((one, i) => (i === at - 1 ? text : one))
    .join('\n');
}

function faultOf(read: ReadRun): string {
  return read.ok ? 'none' : formatRunFault(read.fault);
}

test('what was written is read', () => {
  expect(parseRun(TEXT)).toEqual({ ok: true, header: HEADER, lines: LINES });
});

test('a file cut off anywhere holds the games whose line is whole, and goes on to the same text', () => {
  const head = formatRunLine(HEADER).length;
  fc.assert(
    fc.property(fc.integer({ min: head, max: TEXT.length }), (size) => {
      const read = parseRun(TEXT.slice(0, size));
      if (!read.ok) throw new Error(faultOf(read));
      const again = [read.header, ...read.lines, ...LINES.slice(read.lines.length)].map(formatRunLine).join('');
      return again === TEXT && read.lines.length === TEXT.slice(head, size).split('\n').length - 1;
    }),
  );
  expect(faultOf(parseRun(TEXT.slice(0, head - 1)))).toBe('line 1: not the header of a run');
});

describe('faults with their line', () => {
  const put = (more: object): string => JSON.stringify({ ...line(2), ...more });
  test.each([
    [1, 'seed,grade', 'line 1: not the header of a run'],
    [1, '[]', 'line 1: not the header of a run'],
    [1, 'null', 'line 1: not the header of a run'],
    [
      1,
      JSON.stringify({ ...HEADER, formatVersion: 2 }),
      'line 1: formatVersion: format 2; this program reads format 1',
    ],
    [1, JSON.stringify({ ...HEADER, games: 0 }), 'line 1: games: '],
    [1, JSON.stringify({ ...HEADER, bots: ['regular'] }), 'line 1: bots'],
    [1, JSON.stringify({ ...HEADER, changes: { id: 'x' } }), 'line 1: changes.formatVersion: '],
    [1, JSON.stringify({ ...HEADER, extra: 1 }), 'line 1: Unrecognized key: "extra"'],
    [1, JSON.stringify({ ...HEADER, games: 2 }), 'line 4: the run has 2 games'],
    [3, '{"game":2', 'line 3: not JSON: '],
    [3, '', 'line 3: not JSON: '],
    [3, JSON.stringify(line(3)), 'line 3: game: game 3 where game 2 belongs'],
    [3, JSON.stringify(line(1)), 'line 3: game: game 1 where game 2 belongs'],
    [3, put({ seed: 'other/2' }), 'line 3: seed: "other/2" where "s/2" belongs'],
    [3, put({ digest: 'xyz' }), 'line 3: digest: expected 16 hex digits'],
    [3, put({ margin: 'large' }), 'line 3: margin: '],
    [3, put({ outcomes: { ...line(2).outcomes, held: true } }), 'line 3: outcomes.held: '],
    [3, put({ outcomes: {} }), 'line 3: other measures than in the games before'],
    [3, put({ series: { margin: [0] } }), 'line 3: other measures than in the games before'],
    [3, put({ series: { ...line(2).series, margin: [0, null] } }), 'line 3: series.margin[1]: '],
    [3, put({ control: [[1, 0]] }), 'line 3: control[0]: expected a turn, a side and hexes'],
    [
      3,
      put({
        control: [
          [1, 0, 4],
          [0, 1, 3],
        ],
      }),
      'line 3: control[1]: expected a turn, a side and hexes',
    ],
    [3, put({ control: [[1, 2, 3]] }), 'line 3: control[0]: expected a turn, a side and hexes'],
    [3, put({ control: [[1, 1, 3.5]] }), 'line 3: control[0]: expected a turn, a side and hexes'],
  ])('%i %s', (at, text, fault) => {
    expect(faultOf(parseRun(withLine(at, text)))).toContain(fault);
  });
});

test('two runs differ in what is named, and in nothing else', () => {
  expect(differences(HEADER, structuredClone(HEADER))).toEqual([]);
  const other: RunHeader = { ...HEADER, seed: 't', fog: false, plans: ['free', 'free'], changes: null, rules: 3 };
  expect(differences(HEADER, other)).toEqual([
    'seed: "s" there, "t" here',
    'fog: true there, false here',
    'plans: ["historical","free"] there, ["free","free"] here',
    expect.stringMatching(/^changes: \{"formatVersion":1,.*\.\.\. there, none here$/),
    'version of the rules: 2 there, 3 here',
  ]);
  expect(differences(HEADER, { ...HEADER, digest: '0'.repeat(16) })).toEqual([
    'data of the scenario: "0123456789abcdef" there, "0000000000000000" here',
  ]);
});
