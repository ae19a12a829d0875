/** Broken and hostile files get a message with a path, never a crash. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseScenario, parseScenarioTexts } from '../../src/scenario/load.ts';
import { MOST_PROBLEMS } from '../../src/scenario/problem.ts';
import { type Files, kunlunFiles, kunlunTexts, problemsOf, scenarioFiles, shippedIds } from './files.ts';
import { enrich } from './rich.ts';

function refused(files: Partial<Record<keyof Files, unknown>>): { code: string; path: string; message: string }[] {
  const { scenario, map, oob, air } = { ...kunlunFiles(), ...files };
  const found = parseScenario({ scenario, map, oob, air });
  if (found.ok) throw new Error('accepted');
  return found.problems;
}

describe('what is no scenario', () => {
  test.each([
    ['nothing', undefined, 'not-json', 'oob'],
    ['null', null, 'not-json', 'oob'],
    ['a number', 42, 'type', 'oob'],
    ['a text', 'oob', 'type', 'oob'],
    ['a list', [], 'type', 'oob'],
    ['an empty object', {}, 'format-version', 'oob.formatVersion'],
    ['a version in words', { formatVersion: 'one' }, 'format-version', 'oob.formatVersion'],
    ['half a version', { formatVersion: 0.5 }, 'format-version', 'oob.formatVersion'],
    ['a version nobody can read any more', { formatVersion: 0 }, 'format-version', 'oob.formatVersion'],
    ['a newer version', { formatVersion: 2 }, 'newer-format', 'oob.formatVersion'],
    ['only a version', { formatVersion: 1 }, 'missing', 'oob.units'],
    [
      'lists that are none',
      { formatVersion: 1, equipment: {}, formations: [], units: [], leaders: [] },
      'type',
      'oob.equipment',
    ],
  ])('%s', (_what, oob, code, path) => {
    expect(refused({ oob })).toContainEqual(expect.objectContaining({ code, path }));
  });

  test('text that breaks off', () => {
    const texts = kunlunTexts();
    const found = parseScenarioTexts({ ...texts, oob: texts.oob.slice(0, 5000) });
    expect(found).toMatchObject({ ok: false, problems: [{ file: 'oob.json', path: 'oob', code: 'not-json' }] });
  });

  test('a file that is not there', () => {
    const { air, ...texts } = kunlunTexts();
    expect(air.length).toBeGreaterThan(0);
    const found = parseScenarioTexts(texts);
    expect(found).toMatchObject({ ok: false, problems: [{ file: 'air.json', path: 'air', code: 'not-json' }] });
  });
});

describe('hostile files', () => {
  test('a key that would poison objects', () => {
    const poisoned = JSON.parse(kunlunTexts().oob.replace('"formatVersion"', '"__proto__":{"men":9},"formatVersion"'));
    expect(refused({ oob: poisoned })).toEqual([
      expect.objectContaining({ code: 'forbidden-key', path: 'oob.__proto__' }),
    ]);
    expect(({} as { men?: number }).men).toBeUndefined();
  });

  test('the same key among the equipment of a unit', () => {
    const found = problemsOf((files) => {
      const unit = files.oob.units[3] as { equipment: unknown };
      unit.equipment = JSON.parse('{"__proto__": 5}');
    });
    expect(found).toEqual([
      expect.objectContaining({ code: 'forbidden-key', path: 'oob.units[3].equipment.__proto__' }),
    ]);
  });

  test('ids that are names of every object', () => {
    const found = problemsOf((files) => {
      (files.oob.units[3] as { parent: string }).parent = 'toString';
      (files.scenario.victory.objectives[0] as { points: object }).points = { hasOwnProperty: 1, cn: 1 };
    });
    expect(found).toContainEqual(expect.objectContaining({ code: 'unknown-parent', path: 'oob.units[3].parent' }));
    expect(found).toContainEqual(
      expect.objectContaining({
        code: 'unknown-side',
        path: 'scenario.victory.objectives[0].points.hasOwnProperty',
      }),
    );
  });

  test('thousands of levels', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 50_000; i++) deep = [deep];
    expect(refused({ air: { formatVersion: 1, aircraft: deep } })[0]).toMatchObject({ code: 'too-big' });
  });

  test('an object that contains itself', () => {
    const ring: Record<string, unknown> = { formatVersion: 1 };
    ring['units'] = ring;
    expect(refused({ oob: ring })[0]).toMatchObject({ code: 'too-big' });
  });

  test('millions of values', () => {
    const found = refused({ air: { formatVersion: 1, aircraft: new Array(3_000_000).fill(0), formations: [] } });
    expect(found[0]).toMatchObject({ code: 'too-big', path: 'air.aircraft' });
  });

  test('a text of a million letters', () => {
    const found = problemsOf((files) => {
      files.scenario.summary = 'x'.repeat(1_000_000);
    });
    expect(found).toEqual([expect.objectContaining({ code: 'too-big', path: 'scenario.summary' })]);
    expect(found[0]?.message.length).toBeLessThan(200);
  });

  test('a map larger than a hex id can name', () => {
    const found = problemsOf((files) => {
      files.map.cols = 1e9;
    });
    expect(found).toContainEqual(expect.objectContaining({ code: 'range', path: 'map.cols' }));
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1.5, '750', 1e308])('men: %s', (men) => {
    const found = problemsOf((files) => {
      (files.oob.units[3] as { men: unknown }).men = men;
    });
    expect(found).toContainEqual(expect.objectContaining({ path: 'oob.units[3].men' }));
  });

  test('chains of command and of depots that run in rings beside what names them', () => {
    const found = problemsOf((files) => {
      enrich(files);
      const unit = files.oob.units.find((one) => one.id === 'jp_21b');
      if (unit) unit.parent = 'jp_42ir';
      const [first, second, third] = files.scenario.supplySources.filter((one) => one.side === 'jp');
      const from = (source: string) => ({ source, foodKgPerDay: 1, ammoKgPerDay: 1, fuelKgPerDay: 1 });
      if (first && second && third) {
        first.from = from(second.id);
        second.from = from(third.id);
        third.from = from(second.id);
      }
    });
    const codes = found.map((problem) => problem.code);
    expect(codes.filter((code) => code === 'supply-cycle').length).toBe(2);
    expect(codes).toContain('parent-cycle');
  });

  test('conditions within conditions within conditions', () => {
    const found = problemsOf((files) => {
      enrich(files);
      let when: object = { type: 'held', place: 'kunlun', side: 'cn' };
      for (let i = 0; i < 5000; i++) when = { type: i % 2 ? 'all' : 'any', conditions: [when] };
      Object.assign(files.scenario.events[0] as object, { when });
    });
    expect(found).toMatchObject([{ code: 'too-big' }]);
  });

  test('names of every object as places, sides, depots and airfields', () => {
    const found = problemsOf((files) => {
      enrich(files);
      files.scenario.diseaseRates = { valueOf: 3 };
      for (const [i, id] of ['toString', 'valueOf', 'hasOwnProperty'].entries())
        Object.assign(files.scenario.events[i] as object, {
          when: { type: 'airfield', airfield: id },
          effects: [{ type: 'stock', source: id, foodKg: 0, ammoKg: 0, fuelKg: 0 }],
        });
    });
    expect(found.filter((problem) => problem.code === 'unknown-airfield').length).toBe(3);
    expect(found.filter((problem) => problem.code === 'unknown-depot').length).toBe(3);
    expect(found).toContainEqual(expect.objectContaining({ path: 'scenario.diseaseRates.valueOf' }));
  });

  test('markup in a field that nobody knows is quoted and cut', () => {
    const key = `<img src=x onerror=${'a'.repeat(500)}>`;
    const found = problemsOf((files) => {
      (files.oob.units[3] as unknown as Record<string, unknown>)[key] = 1;
    });
    expect(found[0]).toMatchObject({ code: 'unknown-field' });
    expect(found[0]?.path.length).toBeLessThan(100);
  });

  test('no more problems than anybody reads', () => {
    const found = problemsOf((files) => {
      for (const unit of files.oob.units)
        for (const key of ['kind', 'echelon', 'mobility', 'side'] as const)
          (unit as Record<typeof key, string>)[key] = '?';
    });
    expect(found.length).toBe(MOST_PROBLEMS);
  });

  const victims: [what: string, files: Files][] = shippedIds().map((id) => [id, scenarioFiles(id)]);
  const rich = kunlunFiles();
  enrich(rich);
  test.each([...victims, ['one of everything', rich]])(
    'anything put anywhere in %s: an answer, never a throw',
    (_, files) => {
      const parts = ['scenario', 'oob', 'air'] as const;
      fc.assert(
        fc.property(
          fc.constantFrom(...parts),
          fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
          fc.jsonValue(),
          (part, way, value) => {
            const broken = structuredClone({ ...files, map: null }) as Record<string, unknown>;
            broken['map'] = files.map;
            let holder = broken as Record<string, unknown>;
            let key: string = part;
            for (const turn of way) {
              const next = holder[key];
              if (typeof next !== 'object' || next === null || Object.keys(next).length === 0) break;
              holder = next as Record<string, unknown>;
              const keys = Object.keys(holder);
              key = keys[turn % keys.length] as string;
            }
            holder[key] = value;
            const { scenario, map, oob, air } = broken as unknown as Files;
            const found = parseScenario({ scenario, map, oob, air });
            if (!found.ok) {
              expect(found.problems.length).toBeGreaterThan(0);
              for (const problem of found.problems) expect(problem.path).toMatch(/^(scenario|map|oob|air)/);
            }
          },
        ),
        { numRuns: 60, seed: 1939 },
      );
    },
  );
});
