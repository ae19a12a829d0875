/** What the laboratory's workers answer: the lines of the command line, faults with their places, reports and comparisons. */
import { beforeAll, describe, expect, test } from 'vitest';
import { CHANGED_FILES } from '../../src/lab/change/changeSet.ts';
import { formatRunLine, parseRun } from '../../src/lab/run/file.ts';
import { headerOf, playRunGame } from '../../src/lab/run/play.ts';
import type { RunConditions } from '../../src/lab/run/run.ts';
import { parseWhole, type ScenarioFiles } from '../../src/scenario/load.ts';
import { type Answer, LaboratoryDesk, type Prepared, type RunText } from '../../src/worker/laboratoryDesk.ts';
import { scenarioTexts } from '../scenario/files.ts';
import { shipped } from '../shipped.ts';

const CONDITIONS: RunConditions = {
  scenario: 'kunlun-pass',
  seed: 'desk',
  games: 3,
  fog: true,
  bots: ['recruit', 'recruit'],
  plans: ['historical', 'free'],
  changes: null,
};
const GAMES = 2;

const parts = [...CHANGED_FILES, 'history', 'sources'] as const;
const files = Object.fromEntries(
  parts.map((part) => [part, JSON.parse(scenarioTexts('kunlun-pass')[part] as string)]),
) as unknown as ScenarioFiles;

const desk = new LaboratoryDesk();
let prepared: Prepared;
let run: RunText;

function granted<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.faults.join('\n'));
  return answer.value;
}

const faultsOf = (answer: Answer<unknown>): string[] => (answer.ok ? [] : answer.faults);

beforeAll(() => {
  prepared = granted(desk.prepare(files, CONDITIONS, null));
  desk.open(prepared, () => undefined);
  run = { head: prepared.head, lines: Array.from({ length: GAMES }, (_, i) => desk.play(i + 1)) };
}, 60_000);

describe('a run', () => {
  test('its head and its lines are those of the command line', () => {
    const game = shipped('kunlun-pass');
    const whole = parseWhole(files);
    if (!whole.ok) throw new Error('the scenario does not validate');
    const { history } = whole.data;
    expect(run.head).toBe(formatRunLine(headerOf(game, history, CONDITIONS)));
    expect(run.lines[1]).toBe(formatRunLine(playRunGame(game, history, CONDITIONS, 2)));
  });

  test('games can be played in any order', () => {
    expect(desk.play(2)).toBe(run.lines[1]);
    expect(desk.play(1)).toBe(run.lines[0]);
  });

  test('a plan that the side has not, and a scenario with a fault, are refused before anything is played', () => {
    expect(faultsOf(desk.prepare(files, { ...CONDITIONS, plans: ['nothing', 'free'] }, null))[0]).toContain('nothing');
    const broken = { ...files, oob: { ...(files.oob as object), units: 'none' } };
    expect(faultsOf(desk.prepare(broken, CONDITIONS, null))[0]).toMatch(/oob.*units/);
  });

  test('a change that finds nothing is refused with its path', () => {
    const changes = {
      formatVersion: 1 as const,
      id: 'x',
      title: '<b>x</b>',
      why: 'y',
      changes: [{ op: 'remove' as const, file: 'oob' as const, path: 'units/nobody' }],
    };
    expect(faultsOf(desk.prepare(files, { ...CONDITIONS, changes }, null))[0]).toMatch(/oob:units\/nobody/);
  });

  test('what was begun under other rules or conditions is not gone on with', () => {
    expect(desk.prepare(files, prepared.header, prepared.header).ok).toBe(true);
    const rules = faultsOf(desk.prepare(files, prepared.header, { ...prepared.header, rules: 0 }));
    expect(rules[0]).toMatch(/rules/);
    const digest = faultsOf(desk.prepare(files, prepared.header, { ...prepared.header, digest: '0'.repeat(16) }));
    expect(digest).toHaveLength(1);
  });

  test('nor is a run whose last game comes out differently today', () => {
    const last = run.lines[0] as string;
    expect(desk.resume(files, prepared.header, last).ok).toBe(true);
    expect(desk.resume(files, prepared.header, null).ok).toBe(true);
    const other = last.replace(/"actions":\d+/, '"actions":1');
    expect(faultsOf(desk.resume(files, prepared.header, other))).toEqual(['game 1 comes out differently now']);
  });

  test('a game played again comes with its record, unless it comes out differently', () => {
    const line = run.lines[0] as string;
    const record = granted(desk.record(files, prepared.header, line));
    expect(record.seed).toBe('desk/1');
    expect(record.digests.at(-1)).toBe((JSON.parse(line) as { digest: string }).digest);
    const other = JSON.stringify({ ...JSON.parse(line), digest: '0'.repeat(16) });
    expect(faultsOf(desk.record(files, prepared.header, other))[0]).toContain('game 1');
  });
});

describe('files', () => {
  test('a run file is read as it stands; a fault has its line', () => {
    const text = run.head + run.lines.join('');
    expect(granted(desk.read(text))).toMatchObject({ head: run.head, lines: run.lines });
    const cut = text.slice(0, -5);
    expect(granted(desk.read(cut)).lines).toEqual(run.lines.slice(0, 1));
    expect(faultsOf(desk.read(text.replace('"game":2', '"game":7')))[0]).toMatch(/^line 3: game/);
    expect(faultsOf(desk.read('{"kind":"something"}\n'))[0]).toMatch(/^line 1/);
  });

  test('a change set is read; a fault has its path', () => {
    const set = { formatVersion: 1, id: 'a', title: 'A', why: 'b', changes: [] };
    expect(granted(desk.changes(JSON.stringify(set)))).toEqual(set);
    const fault = faultsOf(
      desk.changes(JSON.stringify({ ...set, changes: [{ op: 'scale', file: 'oob', path: 'a' }] })),
    );
    expect(fault[0]).toContain('changes[0].by');
  });
});

describe('what the games say', () => {
  test('a report of the games so far', () => {
    const model = granted(desk.report(files, run, () => undefined));
    expect(model.games).toBe(GAMES);
    expect(model.run).toEqual(prepared.header);
    expect(model.measures.length).toBeGreaterThan(20);
  });

  test('a line damaged in storage is named', () => {
    const lines = [run.lines[0] as string, '{"game":2'];
    expect(faultsOf(desk.report(files, { ...run, lines }, () => undefined))[0]).toMatch(/^line 3/);
  });

  test('runs of the same seeds are compared, others are refused with what differs', () => {
    const same = granted(desk.compare(files, [run, run], () => undefined));
    expect(same).toMatchObject({ pairs: GAMES, equal: GAMES });
    const elsewhere = desk.prepare(files, { ...CONDITIONS, seed: 'other' }, null);
    const [first] = run.lines as [string];
    const other = { head: granted(elsewhere).head, lines: [first.replace('desk/1', 'other/1')] };
    expect(faultsOf(desk.compare(files, [run, other], () => undefined))).toEqual(['seed: "desk" and "other"']);
  });

  test('the file that is exported is one the command line reads', () => {
    const read = parseRun(run.head + run.lines.join(''));
    expect(read.ok && read.lines.map(({ game }) => game)).toEqual([1, 2]);
  });
});
