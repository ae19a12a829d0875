/** Changing keys: what a new chord would take from whom, and the keys of one's own after each answer. Nothing here is stored. */
import { isChord } from './chords.ts';
import { type Command, KEY_COMMANDS, type KeyContext, meet, type OwnKeys } from './keys.ts';

/** At most so many keys a command; more than that is a damaged file. */
const MOST = 6;

/** Chords that the browser or the system keeps for itself, so that the page never hears of them. */
const KEPT_BY_BROWSER = new Set([
  'Ctrl+w',
  'Ctrl+t',
  'Ctrl+n',
  'Ctrl+Shift+n',
  'Ctrl+Shift+w',
  'Ctrl+Shift+t',
  'Alt+F4',
]);

export const keptByBrowser = (chord: string): boolean => KEPT_BY_BROWSER.has(chord);

const commandOfId = (id: Command): { where: KeyContext; keys: readonly string[] } => {
  const found = KEY_COMMANDS.find((command) => command.id === id);
  if (!found) throw new RangeError(`no command ${id}`);
  return found;
};

/** The keys of a command as they are now. */
export function keysOf(own: OwnKeys, id: Command): readonly string[] {
  return own[id] ?? commandOfId(id).keys;
}

/** The command that answers to a chord wherever this one holds; null when the chord is free. */
export function conflictOf(own: OwnKeys, id: Command, chord: string): Command | null {
  const { where } = commandOfId(id);
  const other = KEY_COMMANDS.find(
    (command) => command.id !== id && meet(command.where, where) && keysOf(own, command.id).includes(chord),
  );
  return other?.id ?? null;
}

/** The same keys again need not be kept. */
function withKeys(own: OwnKeys, id: Command, keys: readonly string[]): OwnKeys {
  const { [id]: _, ...rest } = own;
  const given = commandOfId(id).keys;
  const same = keys.length === given.length && keys.every((key, i) => key === given[i]);
  return same ? rest : { ...rest, [id]: keys };
}

/** Gives a command one more key; every other command that held it where both hold loses it. */
export function addKey(own: OwnKeys, id: Command, chord: string): OwnKeys {
  let next = own;
  for (let other = conflictOf(next, id, chord); other; other = conflictOf(next, id, chord))
    next = removeKey(next, other, chord);
  const keys = keysOf(next, id);
  return keys.includes(chord) || keys.length >= MOST ? next : withKeys(next, id, [...keys, chord]);
}

export function removeKey(own: OwnKeys, id: Command, chord: string): OwnKeys {
  return withKeys(
    own,
    id,
    keysOf(own, id).filter((key) => key !== chord),
  );
}

/** The first of a command's own keys goes to the other in return for the chord. */
export function swapKey(own: OwnKeys, id: Command, chord: string): OwnKeys {
  const other = conflictOf(own, id, chord);
  const [given] = keysOf(own, id);
  const next = addKey(given === undefined ? own : removeKey(own, id, given), id, chord);
  return other && given !== undefined ? addKey(next, other, given) : next;
}

/** The keys a command had at first that meanwhile belong to another. */
export function takenSince(own: OwnKeys, id: Command): { chord: string; by: Command }[] {
  return commandOfId(id).keys.flatMap((chord) => {
    const by = conflictOf(own, id, chord);
    return by ? [{ chord, by }] : [];
  });
}

/** A command's first keys again; who holds one of them meanwhile loses it. */
export function resetKeys(own: OwnKeys, id: Command): OwnKeys {
  let next = own;
  for (const { chord, by } of takenSince(own, id)) next = removeKey(next, by, chord);
  return withKeys(next, id, commandOfId(id).keys);
}

/** Reads what was stored: unknown commands, what is no chord and a chord given twice are left out. */
export function readOwnKeys(value: unknown): OwnKeys {
  if (typeof value !== 'object' || value === null) return {};
  const raw = value as Record<string, unknown>;
  let own: OwnKeys = {};
  for (const { id } of KEY_COMMANDS) {
    const keys = raw[id];
    if (Array.isArray(keys)) own = withKeys(own, id, [...new Set(keys.filter(isChord))].slice(0, MOST));
  }
  for (const { id } of KEY_COMMANDS) {
    const stored = own[id];
    if (!stored) continue;
    for (const chord of stored) {
      const other = conflictOf(own, id, chord);
      if (other) own = removeKey(own, own[other] ? id : other, chord);
    }
  }
  return own;
}
