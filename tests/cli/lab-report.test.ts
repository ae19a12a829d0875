/** `ridgeline lab report` end to end: small runs of both battles, the page it writes, the two games, what it refuses. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseFigures } from '../../src/lab/report/earlier.ts';
import type { ReportModel } from '../../src/lab/report/model.ts';
import type { RunLine } from '../../src/lab/run/run.ts';
import { packedIn, unpackRecord } from '../../src/play/link.ts';
import { parseRecord } from '../../src/play/record.ts';
import { type Ran, ridgeline, scratchFolder, writeRidge } from './program.ts';

const folder = scratchFolder();
const at = (name: string): string => join(folder, name);
const read = (path: string): string => readFileSync(path, 'utf8');
const json = <T>(path: string): T => JSON.parse(read(path)) as T;

function run(scenario: string, name: string, games: number, ...more: string[]): string {
  const out = at(name);
  const ran = ridgeline('lab', 'run', scenario, '--games', String(games), '--seed', 's', '--out', out, ...more);
  if (ran.code !== 0) throw new Error(ran.err);
  return out;
}

function report(path: string, ...more: string[]): Ran {
  return ridgeline('lab', 'report', path, ...more);
}

/** What a JSON script of a page holds. */
function held(page: string, id: string): unknown {
  const [, text] = new RegExp(`<script type="application/json" id="${id}">([^<]*)</script>`).exec(page) ?? [];
  return text === undefined ? null : JSON.parse(text);
}

function linesOf(path: string): RunLine[] {
  const [, ...lines] = read(path).trimEnd().split('\n');
  return lines.map((one) => JSON.parse(one) as RunLine);
}

describe.each(['kunlun-pass', 'west-hunan'])('six games of %s', (scenario) => {
  const page = at(`${scenario}.html`);
  let path = '';
  let ran: Ran;
  let model: ReportModel;

  beforeAll(() => {
    path = run(scenario, `${scenario}.jsonl`, 6);
    ran = report(path, '--html', page, '--json', at(`${scenario}.model`), '--language', 'ja');
    model = json(at(`${scenario}.model`));
  }, 180_000);

  test('tables name every measure, every reason why one is missed, and what the games can tell', () => {
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining('.median.json')]);
    const missed = model.measures.filter(
      ({ verdict, why }) => why !== null && (verdict === 'missed' || verdict === 'unmeasured'),
    );
    expect(missed.length).toBeGreaterThan(5);
    for (const { why } of missed) expect(ran.out).toContain(why);
    for (const { name } of model.measures) expect(ran.out).toContain(name);
    expect(ran.out).toContain('6 of 6 games');
    expect(ran.out).toContain(
      `Of ${model.summary.agreed} measures on which the sources agree ${model.summary.inside} lie`,
    );
    expect(ran.out).toContain('6 games know a share to within 31 points of a hundred');
  });

  test('the numbers are those of the games', () => {
    const lines = linesOf(path);
    expect(model.margin.happened).toBe(6);
    expect(model.grades.map(({ id, games }) => [id, games])).toEqual(
      model.grades.map(({ id }) => [id, lines.filter(({ grade }) => grade === id).length]),
    );
    for (const { id, unit, distribution, yes } of model.measures) {
      const values = lines.flatMap(({ outcomes }) => outcomes[id] ?? []);
      expect([id, distribution.happened]).toEqual([id, values.length]);
      if (unit === 'yes') expect(yes).toBe(values.filter((value) => value === 'yes').length / values.length);
      else if (unit !== 'date' && values.length > 0)
        expect([id, distribution.quantiles?.[0], distribution.quantiles?.[4]]).toEqual([
          id,
          Math.min(...(values as number[])),
          Math.max(...(values as number[])),
        ]);
    }
    const lost = model.series.find(({ id }) => id === 'lost.jp');
    expect(lost?.turns).toHaveLength(model.dates.length);
    const margins = lines.map(({ margin }) => margin as number).sort((a, b) => a - b);
    expect(model.median.margin).toBe(margins[2]);
  });

  test('the page holds the same, and the words of its language', () => {
    const text = read(page);
    expect(text).toContain('<html lang="ja">');
    expect(text).not.toMatch(/src=|<link/);
    expect(held(text, 'words')).toEqual(json(`scenarios/${scenario}/words/ja.json`));
    expect({ ...(held(text, 'model') as object), median: null, nearest: null }).toEqual({
      ...model,
      median: null,
      nearest: null,
    });
  });

  test.each(['median', 'nearest'] as const)(
    'the %s game replays to the bit, from its file and from its link',
    (kind) => {
      const shown = held(read(page), 'model') as ReportModel;
      const { seed, digest, replay } = shown[kind];
      expect(replay).toMatchObject({ file: `${scenario}.${kind}.json`, refused: null });
      const record = at(`${scenario}.${kind}.json`);
      expect(ridgeline('replay', record, '--verify').out).toContain('verified');
      const parsed = parseRecord(read(record));
      if (!parsed.ok) throw new Error('no record');
      expect(parsed.value).toMatchObject({ seed, scenario: { id: scenario } });
      expect(parsed.value.digests.at(-1)).toBe(digest);
      const { origin, pathname, hash } = new URL(replay?.address ?? '');
      expect(origin + pathname).toBe('http://127.0.0.1:5173/');
      const linked = unpackRecord(packedIn(hash) ?? '');
      expect(linked.ok && linked.value.actions).toEqual(parsed.value.actions);
    },
  );

  test('the section of a document is filled, the same a second time, and what stands around it stays', () => {
    const document = at(`${scenario}.md`);
    const figures = at(`${scenario}.figures`);
    expect(report(path, '--figures', figures).code).toBe(0);
    const before = parseFigures(read(figures));
    for (const { id, verdict } of model.measures)
      if (verdict !== 'unmeasured')
        expect([id, before.ok && before.figures.measures[id]?.verdict]).toEqual([id, verdict]);
    writeFileSync(
      document,
      `above\n<!-- report ${scenario} -->\nto be replaced\n<!-- end of report ${scenario} -->\nbelow\n`,
    );
    const fill = (): string => {
      expect(report(path, '--markdown', document, '--before', figures).code).toBe(0);
      return read(document);
    };
    const filled = fill();
    expect(filled.startsWith('above\n') && filled.endsWith('\nbelow\n')).toBe(true);
    expect(filled).not.toContain('to be replaced');
    const agreed = model.measures.filter(({ verdict }) => verdict === 'inside' || verdict === 'missed');
    for (const { name } of agreed) expect(filled).toContain(`| ${name} |`);
    // Before and now are the same games here: both halves of a row say the same.
    const rows = filled.split('\n').filter((row) => /^\| .*(inside|MISSED)/.test(row));
    expect(rows).toHaveLength(agreed.length);
    for (const row of rows) {
      const cells = row.split(' | ');
      expect([cells[2], cells[3]]).toEqual([cells[4], cells[5]?.replace(' |', '')]);
    }
    expect(fill()).toBe(filled);
  });
});

const HOSTILE = '</script><script>alert(1)</script><!-- & "\'<b>';

describe('a scenario of its own', () => {
  const ridge = writeRidge(folder);
  const own = ['--scenario', ridge];
  let path = '';

  beforeAll(() => {
    const data = json<{ title: string; sides: { name: string }[] }>(join(ridge, 'scenario.json'));
    data.title = HOSTILE;
    for (const side of data.sides) side.name = HOSTILE;
    writeFileSync(join(ridge, 'scenario.json'), JSON.stringify(data));
    path = run(ridge, 'hostile.jsonl', 2);
  }, 60_000);

  test('hostile names are text in the page, never markup', () => {
    const page = at('hostile.html');
    expect(report(path, ...own, '--html', page).code).toBe(0);
    const text = read(page);
    expect(text).toContain(
      '<title>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!-- &amp; &quot;&#39;&lt;b&gt;</title>',
    );
    expect(text).not.toContain('alert(1)</script>');
    expect(text).not.toContain('<b>');
    const shown = held(text, 'model') as ReportModel;
    expect([shown.title, shown.sides[1].name]).toEqual([HOSTILE, HOSTILE]);
    // The data and the program, each ended once.
    expect(text.match(/<script/g)).toHaveLength(2);
    expect(text.match(/<\/script/g)).toHaveLength(2);
    expect(text).toMatch(/script-src 'sha256-[\w+/]+=*'/);
  });

  test('a page at another address opens the games', () => {
    const page = at('elsewhere.html');
    expect(report(path, ...own, '--html', page, '--site', 'https://example.org/war/?x=1#old').code).toBe(0);
    const { median } = held(read(page), 'model') as ReportModel;
    expect(median.replay?.address).toMatch(/^https:\/\/example\.org\/war\/\?x=1#g=1\.\w+\.\w+\.[\w-]+$/);
  });

  test('games of a changed scenario have neither link nor record, and the report says why', () => {
    const changes = at('changes.json');
    const set = { formatVersion: 1, id: 'fewer', title: 'Fewer', why: 'A test' };
    const change = { op: 'set', file: 'oob', path: 'units/N1/men', value: 500 };
    writeFileSync(changes, JSON.stringify({ ...set, changes: [change] }));
    const changed = run(ridge, 'changed.jsonl', 1, '--change', changes);
    const page = at('changed.html');
    const ran = report(changed, ...own, '--html', page);
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining('changed scenarios')]);
    const { nearest } = held(read(page), 'model') as ReportModel;
    expect(nearest.replay).toEqual({ address: null, file: null, refused: 'changed' });
    expect(existsSync(at('changed.nearest.json'))).toBe(false);
  });

  test('games that do not come out as they were are not passed off as the same', () => {
    const [header, ...games] = read(path).trimEnd().split('\n') as [string, ...string[]];
    const others = games.map((one) => one.replace(/"digest":"[0-9a-f]{16}"/, `"digest":"${'0'.repeat(16)}"`));
    writeFileSync(at('others.jsonl'), `${[header, ...others].join('\n')}\n`);
    const ran = report(at('others.jsonl'), ...own, '--html', at('others.html'));
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining('other rules or opponents')]);
    expect(existsSync(at('others.median.json'))).toBe(false);
  });

  const lines = (): [string, ...string[]] => read(path).trimEnd().split('\n') as [string, ...string[]];
  const refusals: [string, () => string[], number, string][] = [
    ['a file that is no run', () => [join(ridge, 'map.json')], 1, 'line 1: not the header of a run'],
    ['a file that is not there', () => [at('none.jsonl')], 2, "can't read"],
    ['a run without a game', () => [put('empty.jsonl', [lines()[0]])], 1, 'no game in it yet'],
    [
      'a hex beyond the map, with its line and path',
      () => {
        const [header, first, second] = lines();
        const game = JSON.parse(second as string) as RunLine;
        game.control = [
          [1, 0, 3],
          [2, 1, 4, 120],
        ];
        return [put('off.jsonl', [header, first as string, JSON.stringify(game)])];
      },
      1,
      'off.jsonl: line 3: control[1][3]: hex 120 is not on the map',
    ],
    [
      'a run of other data',
      () => [
        put('data.jsonl', [
          lines()[0]
            .replace(/"digest":"[0-9a-f]/, '"digest":"x')
            .replace('"x', '"0'),
          ...lines().slice(1),
        ]),
      ],
      1,
      'play it again',
    ],
    ['a site that is no address', () => [path, '--site', 'over there'], 2, '"over there" is no address of a page'],
    ['a page that would run a program', () => [path, '--site', 'javascript:alert(1)'], 2, 'is no address of a page'],
    ['earlier figures without a document', () => [path, '--before', path], 2, '--before goes with --markdown'],
    [
      'a document without the section',
      () => [path, '--markdown', put('bare.md', ['nothing'])],
      1,
      'no section of ridge',
    ],
    ['a folder that is not there', () => [path, '--html', at('nowhere/x.html')], 2, "--html: can't write"],
    ['figures that are none', () => [path, '--markdown', path, '--before', put('f.json', ['{}'])], 1, 'f.json: kind'],
  ];

  function put(name: string, content: readonly string[]): string {
    writeFileSync(at(name), `${content.join('\n')}\n`);
    return at(name);
  }

  test.each(refusals)('refuses %s', (_, args, code, message) => {
    const given = args();
    const before = readdirSync(folder);
    const ran = report(given[0] as string, ...own, ...given.slice(1));
    expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(message)]);
    expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(before);
  });
});
