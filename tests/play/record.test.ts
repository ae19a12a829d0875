import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTION_TYPES, type Action } from '../../src/core/action.ts';
import { AIR_MISSIONS } from '../../src/core/scenario.ts';
import { packRecord, unpackRecord } from '../../src/play/link.ts';
import {
  checkRecord,
  formatFault,
  formatRecord,
  type GameRecord,
  parseRecord,
  RECORD_LIMITS,
  RECORD_VERSION,
} from '../../src/play/record.ts';

const SAMPLE: GameRecord = {
  format: 'ridgeline-game',
  version: 2,
  scenario: { id: 'kunlun-pass', version: 3, digest: '0123456789abcdef' },
  rules: 1,
  options: { fog: true },
  seed: 'a seed with 中文',
  players: [{ kind: 'human' }, { kind: 'bot', level: 'steady' }],
  actions: [
    { type: 'move', unit: 3, path: [10, 11, 75], mode: 'march' },
    { type: 'assault', units: [1, 2], support: [], hex: 99, advance: true },
    { type: 'bombard', unit: 4, hex: 12 },
    { type: 'engineer', unit: 5, task: 'demolish', hexside: 300 },
    { type: 'stance', unit: 1, stance: 2 },
    { type: 'air', formation: 0, mission: 'supplyDrop', hex: 5, sorties: 9 },
    { type: 'air', formation: 1, mission: 'troopLift', hex: 5, sorties: 40, unit: 7 },
    { type: 'breakOut', unit: 2, hex: 77 },
    { type: 'airfield', airfield: 1 },
    { type: 'decide', decision: 3 },
    { type: 'end' },
  ],
  digests: Array.from({ length: 11 }, (_, i) => i.toString(16).repeat(16)),
  name: '<b>evening</b>',
  savedAt: '2026-01-02T03:04:05Z',
};

/** The sample with its third action changed. */
function actionWith(change: object): object {
  return { ...SAMPLE, actions: SAMPLE.actions.map((action, i) => (i === 2 ? { ...action, ...change } : action)) };
}

/** The sample with this one action. */
function withAction(action: object): object {
  return { ...SAMPLE, actions: [action], digests: SAMPLE.digests.slice(0, 1) };
}

/** The faults of a text or a value, as lines for people; fails when there are none. */
function faultsOf(input: unknown): string[] {
  const result = typeof input === 'string' ? parseRecord(input) : checkRecord(input);
  if (result.ok) throw new Error('the record was accepted');
  return result.faults.map((fault) => `${fault.code} ${formatFault(fault)}`);
}

const index = fc.nat({ max: 1_000_000 });
const hexes = fc.array(index, { maxLength: 12 });
const flight = fc.record({
  type: fc.constant('air' as const),
  formation: index,
  mission: fc.constantFrom(...AIR_MISSIONS),
  hex: index,
  sorties: fc.nat({ max: 100_000 }),
});

/** Any action of each type that a record can hold. */
const ANY: { [T in Action['type']]: fc.Arbitrary<Extract<Action, { type: T }>> } = {
  move: fc.record({ type: fc.constant('move'), unit: index, path: hexes, mode: fc.constantFrom('march', 'truck') }),
  assault: fc.record({
    type: fc.constant('assault'),
    units: hexes,
    support: hexes,
    hex: index,
    advance: fc.boolean(),
  }),
  bombard: fc.record({ type: fc.constant('bombard'), unit: index, hex: index }),
  engineer: fc.record({
    type: fc.constant('engineer'),
    unit: index,
    task: fc.constantFrom('demolish', 'repair'),
    hexside: index,
  }),
  stance: fc.record({ type: fc.constant('stance'), unit: index, stance: fc.constantFrom(0, 1, 2) }),
  breakOut: fc.record({ type: fc.constant('breakOut'), unit: index, hex: index }),
  air: fc.oneof(
    flight,
    fc.tuple(flight, index).map(([action, unit]) => ({ ...action, unit })),
  ),
  airfield: fc.record({ type: fc.constant('airfield'), airfield: index }),
  decide: fc.record({ type: fc.constant('decide'), decision: index }),
  end: fc.constant({ type: 'end' }),
};
const games = fc.array(fc.tuple(fc.oneof(...ACTION_TYPES.map((type) => ANY[type])), fc.nat()), { maxLength: 30 }).map(
  (steps): GameRecord => ({
    ...SAMPLE,
    actions: steps.map(([action]) => action),
    digests: steps.map(([, number]) => number.toString(16).padStart(16, '0')),
  }),
);

describe('any game', () => {
  test('comes back from its file as it was written', () => {
    fc.assert(
      fc.property(games, (game) => {
        expect(parseRecord(formatRecord(game))).toEqual({ ok: true, value: game });
      }),
    );
  });

  test('comes back from a link with every action, and digests that begin alike', () => {
    fc.assert(
      fc.property(games, (game) => {
        const result = unpackRecord(packRecord(game));
        if (!result.ok) throw new Error(result.faults.map(formatFault).join());
        expect(result.value.actions).toEqual(game.actions);
        result.value.digests.forEach((digest, i) => {
          const whole = game.actions[i]?.type === 'end' || i === game.actions.length - 1;
          expect(digest).toBe(game.digests[i]?.slice(0, whole ? 16 : 4));
        });
      }),
    );
  });

  test('with any value put in place of a field of an action: an answer with its path, never a throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(...ACTION_TYPES.map((type) => ANY[type])),
        fc.nat(),
        fc.jsonValue(),
        (action, which, value) => {
          const keys = Object.keys(action);
          const key = keys[which % keys.length] as string;
          const result = checkRecord(withAction({ ...action, [key]: value }));
          if (!result.ok) for (const { path } of result.faults) expect(path).toMatch(/^actions\[0\]/);
        },
      ),
    );
  });
});

describe('a record file', () => {
  test('comes back as it was written', () => {
    expect(parseRecord(formatRecord(SAMPLE))).toEqual({ ok: true, value: SAMPLE });
    expect(parseRecord(JSON.stringify(SAMPLE))).toEqual({ ok: true, value: SAMPLE });
    const { name: _name, savedAt: _savedAt, ...bare } = SAMPLE;
    expect(parseRecord(formatRecord(bare))).toEqual({ ok: true, value: bare });
  });

  test('has a line for each action', () => {
    expect(formatRecord(SAMPLE).split('\n')).toContain('    {"type":"bombard","unit":4,"hex":12},');
  });

  test('cut off anywhere is refused, in the body as truncated', () => {
    const text = formatRecord(SAMPLE).trim();
    for (let length = 0; length < text.length; length += 7) expect(parseRecord(text.slice(0, length)).ok).toBe(false);
    expect(faultsOf(text.slice(0, 400))).toEqual(['truncated the file breaks off after 400 characters']);
    expect(faultsOf('')).toEqual(['truncated the file is empty']);
  });

  test('of a newer version is said to be newer, not invalid', () => {
    expect(faultsOf({ ...SAMPLE, version: RECORD_VERSION + 1, novelty: true })[0]).toMatch(
      `newer version: record version ${RECORD_VERSION + 1}; this program reads up to ${RECORD_VERSION}`,
    );
  });

  test('that is something else is named so', () => {
    expect(faultsOf('[1, 2]')).toEqual(['format not a Ridgeline game record']);
    expect(faultsOf('{"format": "chess"}')[0]).toMatch(/^format format:/);
    expect(faultsOf('no json')[0]).toMatch(/^not-json not JSON/);
  });

  test('names no passengers rather than `null` for an airlift without any', () => {
    const nobody = actionWith({ type: 'air', formation: 0, mission: 'troopLift', hex: 5, sorties: 1, unit: null });
    expect(checkRecord(nobody)).toMatchObject({ ok: false, faults: [{ path: 'actions[2].unit' }] });
  });

  test.each([
    [{ ...SAMPLE, seed: 5 }, 'seed'],
    [{ ...SAMPLE, options: {} }, 'options.fog'],
    [{ ...SAMPLE, players: [{ kind: 'human' }] }, 'players'],
    [{ ...SAMPLE, scenario: { ...SAMPLE.scenario, digest: 'xyz' } }, 'scenario.digest'],
    [{ ...SAMPLE, digests: SAMPLE.digests.slice(1) }, 'digests'],
    [{ ...SAMPLE, extra: 1 }, ''],
    [actionWith({ unit: -1 }), 'actions[2].unit'],
    [actionWith({ unit: 1.5 }), 'actions[2].unit'],
    [actionWith({ hex: '12' }), 'actions[2].hex'],
    [actionWith({ type: 'teleport' }), 'actions[2].type'],
    [actionWith({ note: 'more' }), 'actions[2]'],
    [withAction({ type: 'breakOut', unit: 2 }), 'actions[0].hex'],
    [withAction({ type: 'breakOut', unit: -2, hex: 5 }), 'actions[0].unit'],
    [withAction({ type: 'airfield', airfield: 'zhijiang' }), 'actions[0].airfield'],
    [withAction({ type: 'airfield', airfield: 0, hex: 5 }), 'actions[0]'],
    [withAction({ type: 'decide' }), 'actions[0].decision'],
    [withAction({ type: 'decide', decision: 0.5 }), 'actions[0].decision'],
    [withAction({ type: 'air', formation: 0, mission: 'paradrop', hex: 5, sorties: 1 }), 'actions[0].mission'],
    [withAction({ type: 'air', formation: 0, mission: 'troopLift', hex: 5, sorties: 1, unit: '7' }), 'actions[0].unit'],
  ])('with a fault names its path (%#)', (value, path) => {
    const result = checkRecord(value);
    expect(result.ok ? null : result.faults.map((fault) => fault.path)).toContain(path);
  });

  test('hostile: prototype keys, endless paths, huge texts and deep nesting are refused, and change nothing', () => {
    const text = JSON.stringify(SAMPLE).replace('"seed"', '"__proto__":{"polluted":true},"seed"');
    expect(parseRecord(text).ok).toBe(false);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(faultsOf(actionWith({ type: 'move', path: new Array(5000).fill(1), mode: 'march' }))[0]).toMatch(/path/);
    expect(faultsOf(' '.repeat(RECORD_LIMITS.characters + 1))[0]).toMatch(/^too-large/);
    expect(faultsOf(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)[0]).toMatch(/^format/);
    const many = { ...SAMPLE, actions: new Array(500).fill({ type: 'x' }), digests: new Array(500).fill('') };
    expect(faultsOf(many).length).toBe(RECORD_LIMITS.faults);
  });
});

describe('a link', () => {
  test('brings the record back, with short digests inside a player turn and full ones at its end', () => {
    const result = unpackRecord(`#${packRecord(SAMPLE)}`);
    const digests = SAMPLE.digests.map((digest, i) => (i === SAMPLE.actions.length - 1 ? digest : digest.slice(0, 4)));
    expect(result).toEqual({ ok: true, value: { ...SAMPLE, digests } });
  });

  test('holds only characters that an address keeps as they are', () => {
    expect(packRecord(SAMPLE)).toMatch(/^[\w.-]+$/);
  });

  test('cut short at any place is said to be cut short, or holds no game at all', () => {
    const link = packRecord(SAMPLE);
    for (let length = 3; length < link.length; length++) {
      const result = unpackRecord(link.slice(0, length));
      expect(result.ok ? 'accepted' : result.faults[0]?.code, `${length} characters`).toBe('truncated');
    }
  });

  test('with one character changed is refused', () => {
    const link = packRecord(SAMPLE);
    for (let at = 0; at < link.length; at += 3) {
      const other = link[at] === 'A' ? 'B' : 'A';
      expect(unpackRecord(link.slice(0, at) + other + link.slice(at + 1)).ok, `at ${at}`).toBe(false);
    }
  });

  test('of a newer format, of another kind, or a bomb is named', () => {
    const codeOf = (fragment: string): string | undefined => {
      const result = unpackRecord(fragment);
      return result.ok ? undefined : result.faults[0]?.code;
    };
    expect(codeOf(packRecord(SAMPLE).replace(/^1/, '2'))).toBe('newer');
    expect(codeOf('#settings')).toBe('format');
    expect(codeOf('')).toBe('format');
    const bomb = packRecord({ ...SAMPLE, name: 'x'.repeat(RECORD_LIMITS.characters + 1000) });
    expect(bomb.length).toBeLessThan(60_000);
    expect(codeOf(bomb)).toBe('too-large');
  });
});
