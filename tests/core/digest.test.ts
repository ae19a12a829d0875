import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digest, fingerprint } from '../../src/core/digest.ts';
import type { GameState } from '../../src/core/state.ts';
import { cloneState, view } from '../../src/core/view.ts';
import { tinyData, tinyGame, tinyStart } from './fixture.ts';

/** A state in which every list has something in it. */
function rich(): GameState {
  const { state } = tinyStart({
    map: [',,,,', ',,,,'],
    units: [
      { id: 'a', side: 'cn', hex: '0000', equipment: { rifle: 500, gun75: 4 } },
      { id: 'x', side: 'jp', hex: '0300' },
    ],
    leaders: [{ id: 'l', unit: 'a' }],
    aircraft: [{ id: 'bomber' }],
    air: [{ id: 'air', side: 'cn', aircraft: 'bomber' }],
    sources: [{ side: 'cn', hex: '0000' }],
    events: [{ id: 'e' }],
    airfields: [{ id: 'field', side: 'cn', hex: '0100' }],
    decisions: [{ id: 'd', side: 'cn' }],
    boundaries: [{ id: 'zone', side: 'cn', formation: 'a', corners: '0000 0200' }],
  });
  state.breaks.push({ hexside: 3, minutes: 480 });
  state.battles.push({ hex: 1, side: 0, started: 1, last: 1, days: 1 });
  state.plots.push({ side: 0, kind: 1, hex: 2, sorties: 5, value: 0 });
  state.taken.push({ decision: 0, turn: 1, done: 1 });
  state.result = { grade: 'cn', margin: 12 };
  state.handicap = { side: 1, points: 50 };
  return state;
}

type Path = (string | number)[];

/** Every number, text and yes-or-no of a state. */
function leaves(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, entry]) =>
    leaves(entry, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function changed(state: GameState, path: Path, change: (value: unknown) => unknown): GameState {
  const copy = structuredClone(state);
  let at = copy as unknown as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  const last = path.at(-1) as string | number;
  at[last] = change(at[last]);
  return copy;
}

describe('the digest of a state', () => {
  test('is sixteen hex digits, the same for equal states', () => {
    const state = rich();
    expect(digest(state)).toMatch(/^[0-9a-f]{16}$/);
    expect(digest(structuredClone(state))).toBe(digest(state));
    expect(digest(cloneState(state))).toBe(digest(state));
    expect(digest(JSON.parse(JSON.stringify(state)) as GameState)).toBe(digest(state));
  });

  test('changes when any one number, text or yes-or-no of the state changes', () => {
    const state = rich();
    const before = digest(state);
    // The format is the same in every state.
    const paths = leaves(state).filter((path) => path[0] !== 'format');
    expect(paths.length).toBeGreaterThan(200);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.boolean(), (by, up) => {
        for (const path of paths) {
          const other = changed(state, path, (value) =>
            typeof value === 'number'
              ? value + (up ? by : -by)
              : typeof value === 'boolean'
                ? !value
                : `${String(value)}.`,
          );
          expect(digest(other), path.join('.')).not.toBe(before);
        }
      }),
      { numRuns: 8 },
    );
  });

  test('changes with a head start', () => {
    const { handicap: _, ...state } = rich();
    expect(digest(state)).not.toBe(digest(rich()));
    expect(digest(cloneState(state))).toBe(digest(state));
  });

  test('changes when two values change places', () => {
    const state = rich();
    const other = structuredClone(state);
    other.units.reverse();
    expect(digest(other)).not.toBe(digest(state));
    const swapped = structuredClone(state);
    const unit = swapped.units[0]!;
    [unit.killed, unit.wounded] = [1, 2];
    const back = structuredClone(swapped);
    [back.units[0]!.killed, back.units[0]!.wounded] = [2, 1];
    expect(digest(back)).not.toBe(digest(swapped));
  });

  test('changes when a list becomes longer by nothing', () => {
    const state = rich();
    for (const key of ['control', 'fired'] as const) {
      const longer = structuredClone(state);
      longer[key].push(0);
      expect(digest(longer), key).not.toBe(digest(state));
    }
    const broken = structuredClone(state);
    broken.breaks.push({ hexside: 0, minutes: 0 });
    expect(digest(broken)).not.toBe(digest(state));
    const over = structuredClone(state);
    over.result = null;
    expect(digest(over)).not.toBe(digest(state));
  });

  test('keeps no memory of what was digested before', () => {
    const state = rich();
    const before = digest(state);
    fingerprint('x'.repeat(50_000));
    digest(view(tinyGame({ map: [',,,,', ',,,,'], units: [] }), { ...state, units: [], air: [] }, 0));
    expect(digest(state)).toBe(before);
  });
});

describe('the fingerprint of a text', () => {
  test('differs for texts that differ in a letter, its place or their length', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.nat(), (text, n) => {
        const i = n % text.length;
        const other = text.slice(0, i) + String.fromCharCode((text.charCodeAt(i) + 1) % 65_536) + text.slice(i + 1);
        expect(fingerprint(other)).not.toBe(fingerprint(text));
        expect(fingerprint(`${text}\0`)).not.toBe(fingerprint(text));
      }),
    );
    expect(fingerprint('ab')).not.toBe(fingerprint('ba'));
    expect(fingerprint('')).toMatch(/^[0-9a-f]{16}$/);
  });

  test('of a scenario changes with any of its files', () => {
    const plain = { map: [',,'], units: [{ id: 'a', side: 'cn' as const, hex: '0000' }] };
    const digests = [
      plain,
      { ...plain, map: [',.'] },
      { ...plain, turns: 11 },
      { ...plain, units: [{ ...plain.units[0]!, men: 1001 }] },
      { ...plain, aircraft: [{ id: 'b' }] },
    ].map((options) => tinyGame(options).digest);
    expect(new Set(digests).size).toBe(digests.length);
    expect(tinyGame(plain).digest).toBe(fingerprint(JSON.stringify(tinyData(plain))));
  });
});
