/**
 * Keys as text: "n", "Ctrl+Shift+z", "Alt+ArrowUp", "Num-". Letters are small and their Shift is written;
 * a sign such as "?" is the sign itself, whichever keys make it; "Num" before a sign means the keypad's own key.
 */

/** A key as the page hears it. */
export interface KeyPress {
  key: string;
  /** The place on the keyboard, for layouts without Latin letters and for input methods that swallow the key. */
  code?: string;
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
}

/** What is typed while an input method puts a word together belongs to that word. */
export function pressOf(event: KeyboardEvent): KeyPress | null {
  if (event.isComposing) return null;
  // AltGr, which some systems tell as Ctrl and Alt, is part of how the sign is typed.
  const altGraph = event.getModifierState('AltGraph');
  return {
    key: event.key,
    code: event.code,
    ctrl: (event.ctrlKey && !altGraph) || event.metaKey,
    shift: event.shiftKey,
    alt: event.altKey && !altGraph,
  };
}

const SIGN_OF_CODE: Record<string, string> = {
  Minus: '-',
  Equal: '=',
  Slash: '/',
  Period: '.',
  Comma: ',',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Backquote: '`',
  Space: 'Space',
};

/** Keys that only change others. */
const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Fn', 'NumLock', 'ScrollLock']);

function keyOfCode(code: string): string | null {
  const letter = /^Key([A-Z])$/.exec(code);
  if (letter) return (letter[1] as string).toLowerCase();
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code);
  return digit ? (digit[1] as string) : (SIGN_OF_CODE[code] ?? null);
}

function write(key: string, { ctrl, shift, alt }: KeyPress): string {
  const isSign = key.length === 1 && !/[a-z]/.test(key);
  return `${ctrl ? 'Ctrl+' : ''}${alt ? 'Alt+' : ''}${shift && !isSign ? 'Shift+' : ''}${key}`;
}

/** Full-width letters, as an input method types them, are letters, and the printer's minus is a minus. */
const plain = (sign: string): string => sign.normalize('NFKC').replace('−', '-');

/**
 * The chords a press may stand for, the likeliest first: what the key says, then where it lies. Empty for a lone
 * modifier. A Cyrillic, Greek, kana or bopomofo layout and a key swallowed by an input method are known by their place.
 */
export function chordsOf(press: KeyPress): string[] {
  const said = press.key === ' ' ? 'Space' : press.key.length === 1 ? plain(press.key) : press.key;
  if (MODIFIERS.has(said)) return [];
  const code = press.code ?? '';
  const found: string[] = [];
  const isLatin = /^[\x21-\x7e]$/.test(said);
  if (isLatin) {
    const key = said.toLowerCase();
    if (code.startsWith('Numpad')) found.push(write(`Num${key}`, press));
    found.push(write(key, press));
  } else if (said.length > 1 && !['Process', 'Unidentified', 'Dead'].includes(said)) {
    found.push(write(said, press));
  }
  const place = keyOfCode(code);
  // Letters say themselves where they are; digits and signs may need Shift on one keyboard and not on the next.
  if (place !== null && !/^[a-z]$/i.test(said)) {
    const byPlace = write(place, press);
    const shiftMakesAnother = isLatin && press.shift;
    if (!found.includes(byPlace) && !shiftMakesAnother) found.push(byPlace);
  }
  return found;
}

const CAPS: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Delete: 'Del',
  Backspace: '⌫',
};

/** The key caps of a chord, as printed on keyboards: ["Ctrl", "Z"]. */
export function capsOf(chord: string): string[] {
  const parts = /^((?:(?:Ctrl|Alt|Shift)\+)*)(.+)$/.exec(chord);
  if (!parts) return [chord];
  const [, modifiers = '', key = ''] = parts;
  const cap = CAPS[key] ?? (key.length === 1 ? key.toUpperCase() : key.replace(/^Num(?=.$)/, 'Num '));
  return [...modifiers.split('+').filter((part) => part !== ''), cap];
}

/** A chord on one line: "Ctrl+Z". */
export function shownChord(chord: string): string {
  return capsOf(chord).join('+');
}

/** True for a text that `chordsOf` could write; anything else in stored settings is left out. */
export function isChord(text: unknown): text is string {
  return typeof text === 'string' && text.length <= 40 && /^(Ctrl\+)?(Alt\+)?(Shift\+)?\S+$/.test(text);
}
