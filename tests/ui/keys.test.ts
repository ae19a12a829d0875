import { describe, expect, test } from 'vitest';
import { commandOf, cursorStep } from '../../src/ui/app/keys.ts';

const key = (text: string, more: Partial<{ ctrl: boolean; shift: boolean; alt: boolean }> = {}) => ({
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
    ['m', {}, 'boundaries'],
    ['e', {}, 'airWar'],
    ['a', {}, 'tabAir'],
    ['t', {}, 'tabSupply'],
    ['D', {}, 'tabCommand'],
    ['q', {}, null],
    ['n', { alt: true }, null],
    ['r', { ctrl: true }, null],
  ] as const)('%s %o', (text, more, command) => {
    expect(commandOf(key(text, more), false)).toBe(command);
  });

  test('in a replay the arrows step and Space plays', () => {
    expect(commandOf(key('ArrowRight'), true)).toBe('stepOn');
    expect(commandOf(key('ArrowLeft', { shift: true }), true)).toBe('turnBack');
    expect(commandOf(key(' '), true)).toBe('playPause');
    expect(commandOf(key('k'), true)).toBe('hideUnits');
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
