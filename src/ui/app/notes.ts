/** The notes that a reader has on the map: read by everyone at the table for their own eyes, written while the game runs. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { SideIndex } from '../../core/state.ts';
import { type Note, noteAt, notesOf, writeNote } from '../../play/note.ts';

/** Characters of a note that stand on the map. */
const ON_MAP = 6;

export interface Notebook {
  /** The reader's notes on this map, oldest first. */
  readonly shown: ReadonlySignal<readonly Note[]>;
  /** Hex of the note on the writing sheet; null when the sheet is closed. */
  readonly open: Signal<number | null>;
  /** Null in a replay, where notes are only read. */
  readonly write: ((hex: number, text: string) => boolean) | null;
}

interface Binding {
  /** Hexes of the map: notes from a file may lie elsewhere. */
  size: number;
  eyes: ReadonlySignal<SideIndex | null>;
  notes: readonly Note[];
  /** Takes the notes to where they are stored. */
  keep?: (notes: readonly Note[]) => void;
  turn?: () => number;
}

export function notebook({ size, eyes, notes, keep, turn }: Binding): Notebook {
  const all = signal(notes);
  const shown = computed(() => notesOf(all.value, eyes.value).filter((note) => note.hex < size));
  const write = (hex: number, text: string): boolean => {
    const next = writeNote(all.value, { hex, text, turn: turn?.() ?? 1 }, eyes.value);
    if (!next) return false;
    if (next !== all.value) {
      all.value = next;
      keep?.(next);
    }
    return true;
  };
  return { shown, open: signal(null), write: keep ? write : null };
}

/** What the reader has written at a hex; in a replay seen by both sides, the first of any hand. */
export function noteHere(book: Notebook, hex: number, eyes: SideIndex | null): Note | null {
  return noteAt(book.shown.value, hex, eyes) ?? book.shown.value.find((note) => note.hex === hex) ?? null;
}

/** The first letters, for the mark on the map: a whole first word where it fits. */
export function noteMark(text: string): string {
  const line = text.split('\n')[0] ?? '';
  const [word = ''] = line.split(/\s/);
  const letters = [...(word.length > 0 ? word : line)];
  return letters.length <= ON_MAP ? letters.join('') : `${letters.slice(0, ON_MAP - 1).join('')}…`;
}
