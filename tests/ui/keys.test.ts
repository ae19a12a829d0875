import { describe, expect, test } from 'vitest';
import { capsOf, chordsOf, isChord, type KeyPress } from '../../src/ui/app/chords.ts';
import { bindings, commandOf, cursorStep, KEY_COMMANDS } from '../../src/ui/app/keys.ts';

const key = (text: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key: text,
  ctrl: false,
  shift: false,
  alt: false,
  ...more,
});

describe('keys', () => {
  test.each([
    ['n', {}, 'nextUnit'],
    ['P', {}, 'previousUnit'],
    ['z', {}, 'zones'],
    ['z', { ctrl: true }, 'undo'],
    ['Z', { ctrl: true, shift: true }, 'redo'],
    ['y', { ctrl: true }, 'redo'],
    ['u', {}, 'undo'],
    ['s', {}, 'supply'],
    ['s', { ctrl: true }, 'save'],
    ['Enter', {}, 'act'],
    ['Enter', { shift: true }, 'march'],
    ['Enter', { ctrl: true }, 'endTurn'],
    ['?', { shift: true }, 'help'],
    ['+', { shift: true }, 'zoomIn'],
    ['ArrowUp', {}, 'cursorUp'],
    ['ArrowUp', { shift: true }, 'panUp'],
    ['5', {}, 'zoom5'],
    ['b', {}, 'breakOut'],
    ['Z', { shift: true }, 'boundaries'],
    ['e', {}, 'airWar'],
    ['a', {}, 'tabAir'],
    ['S', { shift: true }, 'tabSupply'],
    ['D', {}, 'tabCommand'],
    ['-', {}, 'guard'],
    ['x', {}, 'rest'],
    ['-', { code: 'NumpadSubtract' }, 'zoomOut'],
    ['_', { shift: true }, 'zoomOut'],
    ['n', { alt: true }, null],
    ['r', { ctrl: true }, null],
    ['Shift', { shift: true }, null],
  ] as const)('%s %o', (text, more, command) => {
    expect(commandOf(key(text, more), 'game')).toBe(command);
  });

  test.each([
    ['ん', 'KeyY', {}, 'y'],
    ['т', 'KeyN', {}, 'n'],
    ['Process', 'KeyN', {}, 'n'],
    ['ｎ', 'KeyN', {}, 'n'],
    ['œ', 'KeyQ', { alt: true }, 'Alt+q'],
    ['я', 'KeyZ', { ctrl: true, shift: true }, 'Ctrl+Shift+z'],
    ['é', 'Digit2', {}, '2'],
    ['Process', 'ArrowUp', {}, undefined],
  ] as const)('a key that writes %s at %s', (text, code, more, chord) => {
    expect(chordsOf(key(text, { code, ...more }))[0]).toBe(chord);
  });

  test('a Latin letter is where it says, whatever lies there on another keyboard', () => {
    expect(chordsOf(key('a', { code: 'KeyQ' }))).toEqual(['a']);
    expect(commandOf(key('&', { code: 'Digit1' }), 'game')).toBe('zoom1');
    expect(commandOf(key('!', { code: 'Digit1', shift: true }), 'game')).toBeNull();
    expect(commandOf(key('/', { code: 'Digit7', shift: true }), 'game')).toBe('goTo');
  });

  test('key caps', () => {
    expect(capsOf('Ctrl+Shift+z')).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(capsOf('+')).toEqual(['+']);
    expect(capsOf('Ctrl++')).toEqual(['Ctrl', '+']);
    expect(capsOf('Num-')).toEqual(['Num -']);
    expect(capsOf('Alt+ArrowUp')).toEqual(['Alt', '↑']);
  });

  test('no key asks for two things, in a game or in a replay', () => {
    for (const place of ['game', 'replay', 'laboratory'] as const) {
      const chords = bindings(place).flatMap(({ keys }) => [...keys]);
      expect(chords.filter((chord, i) => chords.indexOf(chord) !== i)).toEqual([]);
    }
    for (const { keys } of KEY_COMMANDS) for (const chord of keys) expect(isChord(chord)).toBe(true);
  });

  test('keys of one’s own take the place of those given, and none is none', () => {
    const own = { nextUnit: ['ArrowRight'], cursorRight: [], undo: ['Alt+u'] };
    expect(commandOf(key('ArrowRight'), 'game', own)).toBe('nextUnit');
    expect(commandOf(key('n'), 'game', own)).toBeNull();
    expect(commandOf(key('u', { alt: true }), 'game', own)).toBe('undo');
    expect(commandOf(key('z', { ctrl: true }), 'game', own)).toBeNull();
    expect(commandOf(key('p'), 'game', own)).toBe('previousUnit');
  });

  test('in a replay the arrows step and Space plays', () => {
    expect(commandOf(key('ArrowRight'), 'replay')).toBe('stepOn');
    expect(commandOf(key('ArrowLeft', { shift: true }), 'replay')).toBe('phaseBack');
    expect(commandOf(key('ArrowLeft', { ctrl: true }), 'replay')).toBe('turnBack');
    expect(commandOf(key(' '), 'replay')).toBe('playPause');
    expect(commandOf(key('k'), 'replay')).toBe('hideUnits');
  });

  test('the map cursor stays on the map', () => {
    expect(cursorStep(4, 3, 0, 'cursorLeft')).toBe(0);
    expect(cursorStep(4, 3, 0, 'cursorRight')).toBe(1);
    expect(cursorStep(4, 3, 3, 'cursorRight')).toBe(3);
    expect(cursorStep(4, 3, 1, 'cursorUp')).toBe(1);
    expect(cursorStep(4, 3, 1, 'cursorDown')).toBe(5);
    expect(cursorStep(4, 3, 9, 'cursorDown')).toBe(9);
  });
});
