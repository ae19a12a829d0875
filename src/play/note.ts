/**
 * What players write on the map: one note a hex for each reader. Notes go with a game wherever it is stored, but they
 * are no orders: no rule reads them, no digest covers them, undo leaves them alone.
 */
import type { SideIndex } from '../core/state.ts';

/** Most notes of a game, and most characters of one. */
export const NOTE_LIMITS = { notes: 200, characters: 400 } as const;

export interface Note {
  hex: number;
  /** Plain text on one line or several; never markup. */
  text: string;
  /** The turn it was last written in. */
  turn: number;
  /** Whose it is, so that players at one screen do not read each other's. Absent: whoever watched both sides wrote it. */
  side?: SideIndex;
}

/** Whose note: a side, or null for someone who watches both. */
export type Writer = SideIndex | null;

/** The text as it is kept: line breaks alike, other control characters gone, no blank ends, cut at the limit. */
export function noteText(text: string): string {
  const lines = text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ');
  return [...lines.trim()].slice(0, NOTE_LIMITS.characters).join('').trim();
}

const isOf =
  (writer: Writer) =>
  (note: Note): boolean =>
    (note.side ?? null) === writer;

/** The notes that someone may read: one's own; who watches both sides reads all. */
export function notesOf(notes: readonly Note[], reader: Writer): readonly Note[] {
  return reader === null ? notes : notes.filter(isOf(reader));
}

export function noteAt(notes: readonly Note[], hex: number, writer: Writer): Note | null {
  return notes.find((note) => note.hex === hex && isOf(writer)(note)) ?? null;
}

/**
 * The notes with a writer's note at a hex written, or changed in its place; an empty text takes it away. Null when
 * there is no room for another.
 */
export function writeNote(
  notes: readonly Note[],
  { hex, text, turn }: Pick<Note, 'hex' | 'text' | 'turn'>,
  writer: Writer,
): readonly Note[] | null {
  const kept = noteText(text);
  const old = noteAt(notes, hex, writer);
  if (kept === '') return old ? notes.filter((note) => note !== old) : notes;
  const next: Note = { hex, text: kept, turn, ...(writer === null ? {} : { side: writer }) };
  if (old) return notes.map((note) => (note === old ? next : note));
  return notes.length >= NOTE_LIMITS.notes ? null : [...notes, next];
}
