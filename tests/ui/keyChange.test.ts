import { describe, expect, test } from 'vitest';
import {
  addKey,
  conflictOf,
  keptByBrowser,
  keysOf,
  readOwnKeys,
  removeKey,
  resetKeys,
  swapKey,
  takenSince,
} from '../../src/ui/app/keyChange.ts';
import { bindings, commandOf, type OwnKeys } from '../../src/ui/app/keys.ts';

const press = (key: string, ctrl = false) => ({ key, ctrl, shift: false, alt: false });

const clashes = (own: OwnKeys): string[] =>
  (['game', 'replay', 'laboratory'] as const).flatMap((place) => {
    const chords = bindings(place, own).flatMap(({ keys }) => [...keys]);
    return chords.filter((chord, i) => chords.indexOf(chord) !== i);
  });

describe('keys of one’s own', () => {
  test('a free key is added, and taken away again nothing is left to keep', () => {
    expect(conflictOf({}, 'nextUnit', 'Ctrl+j')).toBeNull();
    const own = addKey({}, 'nextUnit', 'Ctrl+j');
    expect(keysOf(own, 'nextUnit')).toContain('Ctrl+j');
    expect(commandOf(press('j', true), 'game', own)).toBe('nextUnit');
    expect(removeKey(own, 'nextUnit', 'Ctrl+j')).toEqual({});
  });

  test('a key that another has is named, and taken from it', () => {
    expect(conflictOf({}, 'nextUnit', 's')).toBe('supply');
    const own = addKey({}, 'nextUnit', 's');
    expect(commandOf(press('s'), 'game', own)).toBe('nextUnit');
    expect(keysOf(own, 'supply')).toEqual([]);
    expect(clashes(own)).toEqual([]);
  });

  test('or the two change keys', () => {
    const own = swapKey({}, 'objectives', 'u');
    expect(keysOf(own, 'objectives')).toEqual(['u']);
    expect(keysOf(own, 'undo')).toEqual(['Ctrl+z', 'o']);
    expect(clashes(own)).toEqual([]);
  });

  test('a key of the game and the same of a replay do not disturb each other', () => {
    expect(conflictOf({}, 'skip', 'Home')).toBeNull();
    expect(conflictOf({}, 'playPause', 'Space')).toBeNull();
    expect(conflictOf({}, 'first', 'k')).toBe('hideUnits');
  });

  test('one command goes back to its keys, and who took one of them gives it up', () => {
    const own = addKey(addKey({}, 'nextUnit', 's'), 'supply', 'F7');
    expect(takenSince(own, 'supply')).toEqual([{ chord: 's', by: 'nextUnit' }]);
    expect(resetKeys(own, 'supply')).toEqual({});
  });

  test('what the browser keeps for itself is known', () => {
    expect(keptByBrowser('Ctrl+w')).toBe(true);
    expect(keptByBrowser('Ctrl+z')).toBe(false);
  });

  test('stored keys are read with care', () => {
    expect(readOwnKeys(null)).toEqual({});
    expect(readOwnKeys({ nextUnit: 'n', nobody: ['n'], undo: [3, 'two words', 'F4'] })).toEqual({ undo: ['F4'] });
    expect(readOwnKeys({ nextUnit: ['s'] })).toEqual({ nextUnit: ['s'], supply: [] });
    const own = readOwnKeys({ nextUnit: ['F4'], previousUnit: ['F4'] });
    expect(clashes(own)).toEqual([]);
    expect(readOwnKeys(JSON.parse(JSON.stringify(own)))).toEqual(own);
  });
});
