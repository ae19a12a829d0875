import { describe, expect, test } from 'vitest';
import { packRecord, unpackRecord } from '../../src/play/link.ts';
import { NOTE_LIMITS, type Note, noteAt, notesOf, noteText, writeNote } from '../../src/play/note.ts';
import { checkRecord, formatRecord, parseRecord } from '../../src/play/record.ts';
import { Session } from '../../src/play/session.ts';
import { ridge } from './ridge.ts';

const BRIDGE: Note = { hex: 4, text: 'Blow the bridge\n<b>first</b>', turn: 2, side: 0 };

function begun(): Session {
  return Session.start(ridge(), { seed: 'notes', fog: false, players: [{ kind: 'human' }, { kind: 'human' }] });
}

describe('a note on the map', () => {
  test('keeps its lines and its signs, loses control characters and blank ends, and is cut at the limit', () => {
    expect(noteText('  hold\r\nhere\u0000 & <b>now</b>\u2028then \n')).toBe('hold\nhere  & <b>now</b>\nthen');
    expect([...noteText('𠂤'.repeat(1000))].length).toBe(NOTE_LIMITS.characters);
    expect(noteText(' \n\t ')).toBe('');
  });

  test('is one a hex for each writer: written, changed in its place, taken away by an empty text', () => {
    const one = writeNote([], { hex: 4, text: 'a', turn: 1 }, 0) ?? [];
    const two = writeNote(one, { hex: 4, text: 'b', turn: 1 }, 1) ?? [];
    const three = writeNote(two, { hex: 4, text: ' c ', turn: 3 }, 0) ?? [];
    expect(three).toEqual([
      { hex: 4, text: 'c', turn: 3, side: 0 },
      { hex: 4, text: 'b', turn: 1, side: 1 },
    ]);
    expect(writeNote(three, { hex: 4, text: ' ', turn: 3 }, 0)).toEqual([{ hex: 4, text: 'b', turn: 1, side: 1 }]);
    expect(writeNote(three, { hex: 5, text: '', turn: 3 }, 0)).toBe(three);
  });

  test('is read by its own side and by whoever watches both', () => {
    const notes = writeNote([BRIDGE], { hex: 4, text: 'umpire', turn: 1 }, null) ?? [];
    expect(notesOf(notes, 0)).toEqual([BRIDGE]);
    expect(notesOf(notes, 1)).toEqual([]);
    expect(notesOf(notes, null)).toEqual(notes);
    expect(noteAt(notes, 4, null)).toEqual({ hex: 4, text: 'umpire', turn: 1 });
    expect(noteAt(notes, 4, 1)).toBeNull();
  });

  test('finds no room beyond the most of a game, and a full list can still be changed', () => {
    const full = Array.from({ length: NOTE_LIMITS.notes }, (_, hex): Note => ({ hex, text: 'x', turn: 1, side: 0 }));
    expect(writeNote(full, { hex: 9999, text: 'more', turn: 1 }, 0)).toBeNull();
    expect(writeNote(full, { hex: 0, text: 'other', turn: 1 }, 0)?.length).toBe(NOTE_LIMITS.notes);
  });
});

describe('notes and the game', () => {
  test('they are stored as they change, and neither digest nor undo knows of them', () => {
    const session = begun();
    const stored: (readonly Note[] | undefined)[] = [];
    const { digest } = session;
    session.autosave = (record) => stored.push(record.notes);
    session.notes = [BRIDGE];
    expect(stored).toEqual([[BRIDGE]]);
    expect(session.digest).toBe(digest);
    expect(session.reach).toEqual({ undo: 0, redo: 0, barrier: null });
    session.dispatch({ type: 'stance', unit: session.game.bySide[session.state.active]?.[0] ?? 0, stance: 1 });
    expect(session.undo()).toBe(true);
    expect(session.notes).toEqual([BRIDGE]);
    session.notes = [];
    expect(stored.at(-1)).toBeUndefined();
  });

  test('they come back from a file and in a game gone on with, and a link leaves them out', () => {
    const session = begun();
    session.dispatch({ type: 'end' });
    session.notes = [BRIDGE];
    const parsed = parseRecord(formatRecord(session.record()));
    if (!parsed.ok) throw new Error('the record does not parse');
    expect(parsed.value.notes).toEqual([BRIDGE]);
    const resumed = Session.resume(session.game, parsed.value);
    expect(resumed.ok && resumed.session.notes).toEqual([BRIDGE]);
    expect(resumed.ok && resumed.session.digest).toBe(session.digest);
    const linked = unpackRecord(packRecord(session.record()));
    expect(linked.ok && linked.value.actions).toEqual(session.record().actions);
    expect(linked.ok && linked.value.notes).toBeUndefined();
  });

  test.each([
    [{ notes: Array.from({ length: NOTE_LIMITS.notes + 1 }, () => BRIDGE) }, 'notes'],
    [{ notes: [{ ...BRIDGE, text: 'x'.repeat(NOTE_LIMITS.characters * 2 + 1) }] }, 'notes[0].text'],
    [{ notes: [{ ...BRIDGE, text: '' }] }, 'notes[0].text'],
    [{ notes: [BRIDGE, { ...BRIDGE, hex: -1 }] }, 'notes[1].hex'],
    [{ notes: [{ ...BRIDGE, side: 2 }] }, 'notes[0].side'],
    [{ notes: [{ ...BRIDGE, colour: 'red' }] }, 'notes[0]'],
    [{ notes: 'none' }, 'notes'],
  ])('a file with notes out of bounds names the path (%#)', (change, path) => {
    const result = checkRecord({ ...begun().record(), ...change });
    expect(result.ok ? null : result.faults.map((fault) => fault.path)).toContain(path);
  });
});
