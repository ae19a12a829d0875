import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import type { SideIndex } from '../../src/core/state.ts';
import { formatRecord, type GameRecord, parseRecord } from '../../src/play/record.ts';
import { Session } from '../../src/play/session.ts';
import { Match } from '../../src/ui/app/match.ts';
import { notebook, noteHere, noteMark } from '../../src/ui/app/notes.ts';
import { tinyGame } from '../core/fixture.ts';

function match(): Match {
  const game = tinyGame({
    map: new Array<string>(5).fill(','.repeat(5)),
    turns: 3,
    units: [
      { id: 'a', side: 'cn', hex: '0101' },
      { id: 'b', side: 'jp', hex: '0303' },
    ],
  });
  const players: [{ kind: 'human' }, { kind: 'human' }] = [{ kind: 'human' }, { kind: 'human' }];
  return new Match('m', Session.start(game, { seed: 's', fog: false, players }));
}

describe('notes at the table', () => {
  test('go into the stored record as they are written, and come back with the game', async () => {
    const table = match();
    const stored: GameRecord[] = [];
    table.session.autosave = (record) => stored.push(record);
    const { digest } = table.session;
    expect(table.notes.write?.(7, '  Hold\nto the last ')).toBe(true);
    expect(table.session.digest).toBe(digest);
    expect(stored.at(-1)?.notes).toEqual([{ hex: 7, text: 'Hold\nto the last', turn: 1, side: 0 }]);
    await table.order({ type: 'stance', unit: 0, stance: 1 });
    expect(table.undo()).toBe(true);
    expect(table.notes.shown.value).toHaveLength(1);
    const parsed = parseRecord(formatRecord(table.session.record()));
    if (!parsed.ok) throw new Error('the record does not parse');
    const resumed = Session.resume(table.game, parsed.value);
    expect(resumed.ok && new Match('n', resumed.session).notes.shown.value).toEqual(table.notes.shown.value);
  });

  test('each side reads its own when the chair changes', async () => {
    const table = match();
    table.notes.write?.(7, 'ours');
    await table.order({ type: 'end' });
    expect(table.eyes.value).toBe(1);
    expect(table.notes.shown.value).toEqual([]);
    expect(noteHere(table.notes, 7, 1)).toBeNull();
    table.notes.write?.(7, 'theirs');
    expect(table.notes.shown.value.map((note) => note.text)).toEqual(['theirs']);
    expect(table.session.notes).toHaveLength(2);
  });

  test('in a replay they are read by whoever looks, and written by nobody; one off the map is left out', () => {
    const eyes = signal<SideIndex | null>(null);
    const notes = [
      { hex: 3, text: 'a', turn: 1, side: 0 as const },
      { hex: 99, text: 'elsewhere', turn: 1, side: 0 as const },
      { hex: 4, text: 'b', turn: 2, side: 1 as const },
    ];
    const book = notebook({ size: 25, eyes, notes });
    expect(book.write).toBeNull();
    expect(book.shown.value.map((note) => note.text)).toEqual(['a', 'b']);
    expect(noteHere(book, 4, null)?.text).toBe('b');
    eyes.value = 1;
    expect(book.shown.value.map((note) => note.text)).toEqual(['b']);
  });

  test.each([
    ['Depot', 'Depot'],
    ['Bridge out', 'Bridge'],
    ['Reinforcements here', 'Reinf…'],
    ['敵司令部の予備隊', '敵司令部の…'],
    ['<b>x</b>', '<b>x<…'],
  ])('the mark of %s is %s', (text, mark) => {
    expect(noteMark(text)).toBe(mark);
  });
});
