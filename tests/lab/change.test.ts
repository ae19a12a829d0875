/** Change sets: made on a copy, every change that finds nothing named, and the ready ones change what they say they change. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/core/game.ts';
import { changeFiles, changeScenario, formatChangeFault } from '../../src/lab/change/apply.ts';
import type { Change, ChangeSet } from '../../src/lab/change/changeSet.ts';
import { parseChangeSet } from '../../src/lab/change/parse.ts';
import { playRunGame } from '../../src/lab/run/play.ts';
import type { ScenarioFiles } from '../../src/scenario/load.ts';
import { scenarioTexts } from '../scenario/files.ts';
import { shipped } from '../shipped.ts';

const SCENARIOS = new URL('../../scenarios/', import.meta.url);

function filesOf(id: string): ScenarioFiles {
  const texts = Object.entries(scenarioTexts(id)).map(([part, text]) => [part, JSON.parse(text)]);
  const { scenario, map, oob, air, plans } = Object.fromEntries(texts);
  return { scenario, map, oob, air, plans };
}

const FILES = { 'kunlun-pass': filesOf('kunlun-pass'), 'west-hunan': filesOf('west-hunan') };
type Battle = keyof typeof FILES;
const BATTLES = Object.keys(FILES) as Battle[];

function setOf(changes: Change[], more: Partial<ChangeSet> = {}): ChangeSet {
  return { formatVersion: 1, id: 'test', title: 'A test', why: 'To see.', changes, ...more };
}

function faultsOf(changes: Change[], files: ScenarioFiles = FILES['kunlun-pass']): string[] {
  const found = changeFiles(files, setOf(changes));
  return found.ok ? [] : found.faults.map(formatChangeFault);
}

/** Paths at which two values differ; entries of lists with an id go by it. */
function differences(a: unknown, b: unknown, path = ''): string[] {
  if (Object.is(a, b)) return [];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return [path];
  const entries = (value: object): Map<string, unknown> => {
    if (!Array.isArray(value)) return new Map(Object.entries(value));
    return new Map(value.map((entry, i) => [String(entry?.id ?? i), entry]));
  };
  const [left, right] = [entries(a), entries(b)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    differences(left.get(key), right.get(key), path === '' ? key : `${path}/${key}`),
  );
}

function readySets(battle: Battle): ChangeSet[] {
  const folder = new URL(`${battle}/what-if/`, SCENARIOS);
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const read = parseChangeSet(readFileSync(new URL(name, folder), 'utf8'));
      if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.faults)}`);
      expect(`${read.value.id}.json`).toBe(name);
      return read.value;
    });
}

describe('making changes', () => {
  test.each(BATTLES)('an empty set changes nothing in %s, to the digest', (battle) => {
    const found = changeScenario(FILES[battle], setOf([]));
    expect(found.ok && compile(found.data).digest).toBe(shipped(battle).digest);
    expect(found.ok && found.data).toEqual(shipped(battle).data);
  });

  test.each<[Change, string, unknown]>([
    [{ op: 'set', file: 'oob', path: 'units/cn_h1_1/men', value: 3000 }, 'oob/units/cn_h1_1/men', 3000],
    [{ op: 'scale', file: 'oob', path: 'units/cn_h1_1/men', by: 0.5001 }, 'oob/units/cn_h1_1/men', 1550],
    [{ op: 'scale', file: 'map', path: 'hexKm', by: 0.5 }, 'map/hexKm', 1.25],
    [{ op: 'set', file: 'oob', path: 'units/cn_h1_1/reserve', value: true }, 'oob/units/cn_h1_1/reserve', true],
    [{ op: 'remove', file: 'oob', path: 'leaders/hu' }, 'oob/leaders/hu', undefined],
    [{ op: 'rule', path: 'resolver.slope', value: 0.9 }, 'scenario/rules/resolver.slope', 0.9],
  ])('%j', (change, path, value) => {
    const found = changeFiles(FILES['kunlun-pass'], setOf([change]));
    if (!found.ok) throw new Error(JSON.stringify(found.faults));
    const places = differences(FILES['kunlun-pass'], found.data);
    expect(places).toEqual([path.replace(/\/resolver\.slope$/, '')]);
    const at = path.split('/').reduce<unknown>((holder, key) => {
      if (Array.isArray(holder)) return holder.find((entry) => entry.id === key);
      return (holder as Record<string, unknown> | undefined)?.[key];
    }, found.data);
    expect(at).toEqual(value);
  });

  test('a star stands for every entry, of lists and of objects', () => {
    const found = changeFiles(
      FILES['kunlun-pass'],
      setOf([{ op: 'scale', file: 'oob', path: 'units/*/equipment/*', by: 2 }]),
    );
    const units = (files: ScenarioFiles) =>
      (files.oob as { units: { equipment: Record<string, number>; men: number }[] }).units;
    const before = units(FILES['kunlun-pass']);
    const after = found.ok ? units(found.data) : [];
    expect(after.length).toBe(before.length);
    after.forEach((unit, i) => {
      const old = before[i] as (typeof before)[number];
      expect(unit.men).toBe(old.men);
      expect(unit.equipment).toEqual(
        Object.fromEntries(Object.entries(old.equipment).map(([kind, pieces]) => [kind, pieces * 2])),
      );
    });
  });

  test('behind a star what an entry lacks is passed over', () => {
    expect(faultsOf([{ op: 'remove', file: 'oob', path: 'units/*/held' }])).toEqual([]);
  });

  test('an entry of a list of texts goes by its text, others by number, and what is added comes last', () => {
    const found = changeFiles(
      FILES['kunlun-pass'],
      setOf([
        { op: 'remove', file: 'plans', path: 'plans/cn-historical/columns/tanks/formations/cn_arm2' },
        { op: 'remove', file: 'plans', path: 'plans/cn-historical/columns/200/formations/1' },
        { op: 'add', file: 'plans', path: 'plans/cn-historical/columns/tanks/formations', value: 'cn_arm1' },
      ]),
    );
    const plans = (found.ok ? found.data.plans : null) as {
      plans: { columns: { id: string; formations: string[] }[] }[];
    };
    const column = (id: string) => plans.plans[0]?.columns.find((one) => one.id === id)?.formations;
    expect(column('tanks')).toEqual(['cn_200_599', 'cn_recon', 'cn_arm1']);
    expect(column('200')).toEqual(['cn_200']);
  });

  test('changes come one after the other', () => {
    const found = changeFiles(
      FILES['kunlun-pass'],
      setOf([
        { op: 'set', file: 'oob', path: 'units/cn_h1_1/men', value: 100 },
        { op: 'scale', file: 'oob', path: 'units/cn_h1_1/men', by: 3 },
      ]),
    );
    expect(JSON.stringify(found)).toContain('"men":300');
  });

  test('the files given stay as they are, whatever is changed', () => {
    const before = JSON.stringify(FILES['kunlun-pass']);
    const path = fc.constantFrom('units', 'units/*', 'units/0', 'units/cn_h1_1/men', 'leaders/*/rating', 'units/*/men');
    const change = fc.oneof(
      fc.record({ op: fc.constant('set' as const), file: fc.constant('oob' as const), path, value: fc.anything() }),
      fc.record({ op: fc.constant('scale' as const), file: fc.constant('oob' as const), path, by: fc.double() }),
      fc.record({ op: fc.constant('remove' as const), file: fc.constant('oob' as const), path }),
      fc.record({ op: fc.constant('add' as const), file: fc.constant('oob' as const), path, value: fc.integer() }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 3 }), (changes) => {
        changeFiles(FILES['kunlun-pass'], setOf(changes));
        expect(JSON.stringify(FILES['kunlun-pass'])).toBe(before);
      }),
      { numRuns: 40 },
    );
  });
});

describe('refusals', () => {
  test.each<[Change, string]>([
    [
      { op: 'set', file: 'oob', path: 'units/nobody/men', value: 1 },
      'change 1: oob:units/nobody/men: there is no entry "nobody"',
    ],
    [
      { op: 'scale', file: 'oob', path: 'units/cn_h1_1/name', by: 2 },
      'change 1: oob:units/cn_h1_1/name: no number to scale at "name"',
    ],
    [
      { op: 'scale', file: 'oob', path: 'units/cn_h1_1/*', by: 2 },
      'change 1: oob:units/cn_h1_1/*: no number to scale at "id"',
    ],
    [{ op: 'remove', file: 'oob', path: 'units/*/wings' }, 'change 1: oob:units/*/wings: there is no "wings"'],
    [{ op: 'remove', file: 'oob', path: 'units/9999' }, 'change 1: oob:units/9999: there is no entry "9999"'],
    [{ op: 'add', file: 'oob', path: 'units/cn_h1_1', value: 1 }, 'change 1: oob:units/cn_h1_1: "cn_h1_1" is no list'],
    [
      { op: 'set', file: 'scenario', path: 'title/x/y', value: 1 },
      'change 1: scenario:title/x/y: "title" leads no further',
    ],
  ])('%j', (change, text) => {
    const found = faultsOf([change]);
    expect(found.length).toBe(1);
    expect(found[0]).toContain(text);
  });

  test('each fault has the number of its change', () => {
    const fine: Change = { op: 'set', file: 'oob', path: 'units/cn_h1_1/men', value: 1 };
    const wrong: Change = { op: 'remove', file: 'air', path: 'formations/none' };
    expect(faultsOf([fine, wrong, fine, wrong]).map((text) => text.split(':')[0])).toEqual(['change 2', 'change 4']);
  });

  test('a scenario without plans', () => {
    const { plans: _, ...bare } = FILES['kunlun-pass'];
    expect(faultsOf([{ op: 'remove', file: 'plans', path: 'plans/0' }], bare)).toEqual([
      'change 1: plans:plans/0: the scenario has no plans.json',
    ]);
  });

  test('what the changes make of the scenario is checked as any scenario is', () => {
    const found = changeScenario(
      FILES['kunlun-pass'],
      setOf([
        { op: 'set', file: 'oob', path: 'units/cn_h1_1/parent', value: 'nobody' },
        { op: 'remove', file: 'map', path: 'places/kunlun' },
      ]),
    );
    const faults = found.ok ? [] : found.faults.map(formatChangeFault);
    expect(faults).toContain('changed scenario: scenario.events[4].when.place: no place has the id "kunlun"');
    expect(faults.some((text) => text.startsWith('changed scenario: oob.units[3].parent: '))).toBe(true);
  });

  test('an unknown rule, side or plan', () => {
    const rule = changeScenario(FILES['kunlun-pass'], setOf([{ op: 'rule', path: 'resolver.luck', value: 1 }]));
    expect(!rule.ok && rule.faults.map(({ path }) => path)).toEqual(['scenario.rules["resolver.luck"]']);
    const plans = changeScenario(FILES['kunlun-pass'], setOf([], { plans: { cn: 'jp-historical', us: 'free' } }));
    expect(!plans.ok && plans.faults.map(formatChangeFault)).toEqual([
      'changed scenario: plans.cn: "cn" has no plan "jp-historical" in this scenario',
      'changed scenario: plans.us: there is no side "us"',
    ]);
  });
});

describe('reading', () => {
  const text = (more: object): string => JSON.stringify({ ...setOf([]), ...more });

  test('what is written is read', () => {
    const set = setOf([{ op: 'scale', file: 'air', path: 'aircraft/b5n/payloadKg', by: 2 }], {
      source: ['DOC'],
      plans: { cn: 'free' },
      moves: [{ type: 'end' }],
    });
    expect(parseChangeSet(JSON.stringify(set))).toEqual({ ok: true, value: set });
  });

  test.each([
    ['{', '', 'not-json'],
    ['null', '', 'invalid'],
    ['[]', '', 'invalid'],
    [text({ formatVersion: 2 }), 'formatVersion', 'newer'],
    [text({ title: '' }), 'title', 'invalid'],
    [text({ more: 1 }), '', 'invalid'],
    [text({ changes: [{ op: 'set', file: 'oob', path: 'units' }] }), 'changes[0].value', 'invalid'],
    [text({ changes: [{ op: 'scale', file: 'oob', path: 'units', by: '2' }] }), 'changes[0].by', 'invalid'],
    [text({ changes: [{ op: 'cut', file: 'oob', path: 'units' }] }), 'changes[0].op', 'invalid'],
    [text({ changes: [{ op: 'remove', file: 'history', path: 'events' }] }), 'changes[0].file', 'invalid'],
    [text({ changes: [{ op: 'remove', file: 'oob', path: 'a//b' }] }), 'changes[0].path', 'invalid'],
    [text({ changes: [{ op: 'set', file: 'oob', path: '__proto__/x', value: 1 }] }), 'changes[0].path', 'invalid'],
    [text({ moves: [{ type: 'end' }, { type: 'move', unit: 1 }] }), 'moves[1].path', 'invalid'],
  ])('%s', (given, path, code) => {
    const found = parseChangeSet(given);
    expect(found.ok).toBe(false);
    expect(!found.ok && found.faults[0]).toMatchObject({ path, code });
  });
});

describe('ready examples', () => {
  for (const battle of BATTLES) {
    const files = FILES[battle];
    const sets = readySets(battle);
    const plain = differences(files, files);
    const sources = new Set(Object.keys(JSON.parse(scenarioTexts(battle).sources as string).sources));

    test.each(sets)(
      `${battle}: $id changes what it says and nothing else, is sound and can be played`,
      { timeout: 60_000 },
      (set) => {
        expect(plain).toEqual([]);
        expect((set.source ?? []).filter((key) => !sources.has(key))).toEqual([]);
        expect(set.source?.length).toBeGreaterThan(0);
        const found = changeFiles(files, set);
        expect(found.ok ? [] : found.faults).toEqual([]);
        const places = found.ok ? differences(files, found.data) : [];
        const said = set.changes.map((change) =>
          change.op === 'rule'
            ? /^scenario\/rules$/
            : new RegExp(`^${change.file}/${change.path.replaceAll('*', '[^/]+')}`),
        );
        // An entry that goes from a list without ids moves up those behind it: the list is what changes.
        const lists = set.changes.flatMap((change) =>
          change.op === 'remove' ? [`${change.file}/${change.path.replace(/\/[^/]+$/, '/')}`] : [],
        );
        expect(
          places.filter(
            (place) => !said.some((path) => path.test(place)) && !lists.some((list) => place.startsWith(list)),
          ),
        ).toEqual([]);
        for (const path of said)
          expect(
            places.some((place) => path.test(place)) ||
              lists.some((list) => path.test(list) || places.some((place) => place.startsWith(list))),
          ).toBe(true);
        const changed = changeScenario(files, set);
        if (!changed.ok) throw new Error(JSON.stringify(changed.faults));
        const line = playRunGame(
          compile(changed.data),
          null,
          {
            scenario: battle,
            seed: 'ready',
            games: 1,
            fog: true,
            bots: ['recruit', 'recruit'],
            plans: ['historical', 'historical'],
            changes: set,
          },
          1,
        );
        expect(line.grade).not.toBeNull();
      },
    );
  }
});
