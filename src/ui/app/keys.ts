/** Which key asks for what. The list is also the help sheet. */

export const COMMANDS = [
  'nextUnit',
  'previousUnit',
  'rest',
  'undo',
  'redo',
  'endTurn',
  'save',
  'zoom1',
  'zoom2',
  'zoom3',
  'zoom4',
  'zoom5',
  'zoomIn',
  'zoomOut',
  'fit',
  'hideUnits',
  'grid',
  'objectives',
  'reach',
  'supply',
  'zones',
  'control',
  'boundaries',
  'airWar',
  'panel',
  'tabAir',
  'tabSupply',
  'tabForces',
  'tabCommand',
  'tabLosses',
  'tabLog',
  'breakOut',
  'cursorUp',
  'cursorDown',
  'cursorLeft',
  'cursorRight',
  'panUp',
  'panDown',
  'panLeft',
  'panRight',
  'act',
  'march',
  'help',
  'goTo',
  'skip',
  'back',
  'stepOn',
  'stepBack',
  'turnOn',
  'turnBack',
  'first',
  'last',
  'playPause',
] as const;
export type Command = (typeof COMMANDS)[number];

export interface KeyPress {
  key: string;
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
}

interface Binding {
  command: Command;
  /** As shown in the help. */
  shown: string;
  keys: readonly string[];
  ctrl?: boolean;
  shift?: boolean;
}

/** Keys of the game, in the order of the help sheet. Letters are written small. */
export const GAME_KEYS: readonly Binding[] = [
  { command: 'nextUnit', shown: 'N', keys: ['n'] },
  { command: 'previousUnit', shown: 'P', keys: ['p'] },
  { command: 'rest', shown: 'X', keys: ['x'] },
  { command: 'undo', shown: 'U · Ctrl+Z', keys: ['u'] },
  { command: 'undo', shown: '', keys: ['z'], ctrl: true },
  { command: 'redo', shown: 'Ctrl+Y', keys: ['y'], ctrl: true },
  { command: 'redo', shown: '', keys: ['z'], ctrl: true, shift: true },
  { command: 'endTurn', shown: 'Ctrl+Enter', keys: ['enter'], ctrl: true },
  { command: 'save', shown: 'Ctrl+S', keys: ['s'], ctrl: true },
  { command: 'cursorUp', shown: '↑ ↓ ← →', keys: ['arrowup'] },
  { command: 'cursorDown', shown: '', keys: ['arrowdown'] },
  { command: 'cursorLeft', shown: '', keys: ['arrowleft'] },
  { command: 'cursorRight', shown: '', keys: ['arrowright'] },
  { command: 'panUp', shown: 'Shift + ↑ ↓ ← →', keys: ['arrowup'], shift: true },
  { command: 'panDown', shown: '', keys: ['arrowdown'], shift: true },
  { command: 'panLeft', shown: '', keys: ['arrowleft'], shift: true },
  { command: 'panRight', shown: '', keys: ['arrowright'], shift: true },
  { command: 'act', shown: 'Enter', keys: ['enter'] },
  { command: 'march', shown: 'Shift+Enter', keys: ['enter'], shift: true },
  { command: 'back', shown: 'Esc', keys: ['escape'] },
  { command: 'goTo', shown: '/', keys: ['/'] },
  { command: 'zoom1', shown: '1 – 5', keys: ['1'] },
  { command: 'zoom2', shown: '', keys: ['2'] },
  { command: 'zoom3', shown: '', keys: ['3'] },
  { command: 'zoom4', shown: '', keys: ['4'] },
  { command: 'zoom5', shown: '', keys: ['5'] },
  { command: 'zoomIn', shown: '+ −', keys: ['+', '='] },
  { command: 'zoomOut', shown: '', keys: ['-', '−'] },
  { command: 'fit', shown: '0', keys: ['0'] },
  { command: 'reach', shown: 'R', keys: ['r'] },
  { command: 'supply', shown: 'S', keys: ['s'] },
  { command: 'zones', shown: 'Z', keys: ['z'] },
  { command: 'objectives', shown: 'O', keys: ['o'] },
  { command: 'control', shown: 'C', keys: ['c'] },
  { command: 'boundaries', shown: 'M', keys: ['m'] },
  { command: 'airWar', shown: 'E', keys: ['e'] },
  { command: 'breakOut', shown: 'B', keys: ['b'] },
  { command: 'tabAir', shown: 'A', keys: ['a'] },
  { command: 'tabSupply', shown: 'T', keys: ['t'] },
  { command: 'tabForces', shown: 'F', keys: ['f'] },
  { command: 'tabCommand', shown: 'D', keys: ['d'] },
  { command: 'tabLosses', shown: 'V', keys: ['v'] },
  { command: 'tabLog', shown: 'L', keys: ['l'] },
  { command: 'hideUnits', shown: 'K', keys: ['k'] },
  { command: 'grid', shown: 'G', keys: ['g'] },
  { command: 'panel', shown: 'I', keys: ['i'] },
  { command: 'skip', shown: 'Space', keys: [' '] },
  { command: 'help', shown: '? · F1', keys: ['?', 'f1'] },
];

/** Keys of a replay; those of the map hold there too. */
export const REPLAY_KEYS: readonly Binding[] = [
  { command: 'stepOn', shown: '→', keys: ['arrowright'] },
  { command: 'stepBack', shown: '←', keys: ['arrowleft'] },
  { command: 'turnOn', shown: 'Shift+→', keys: ['arrowright'], shift: true },
  { command: 'turnBack', shown: 'Shift+←', keys: ['arrowleft'], shift: true },
  { command: 'playPause', shown: 'Space', keys: [' '] },
  { command: 'first', shown: 'Home', keys: ['home'] },
  { command: 'last', shown: 'End', keys: ['end'] },
];

/** Keys whose character already needs Shift on some keyboards. */
const FREE_SHIFT = new Set(['?', '+', '/', '=', '−', '-']);

function match(press: KeyPress, bindings: readonly Binding[]): Command | null {
  const key = press.key.toLowerCase();
  for (const binding of bindings) {
    if (!binding.keys.includes(key)) continue;
    if ((binding.ctrl ?? false) !== press.ctrl || press.alt) continue;
    if ((binding.shift ?? false) !== press.shift && !FREE_SHIFT.has(key) && !/^[a-z]$/.test(key)) continue;
    if (binding.shift && !press.shift) continue;
    if (binding.ctrl && !binding.shift && press.shift) continue;
    return binding.command;
  }
  return null;
}

/** What a key asks for, null for nothing. */
export function commandOf(press: KeyPress, replay: boolean): Command | null {
  return (replay ? match(press, REPLAY_KEYS) : null) ?? match(press, GAME_KEYS);
}

/** The neighbour the map cursor goes to; left and right along the row, up and down zigzag within the column. */
export function cursorStep(cols: number, rows: number, hex: number, command: Command): number {
  const col = hex % cols;
  const row = Math.floor(hex / cols);
  if (command === 'cursorLeft') return col > 0 ? hex - 1 : hex;
  if (command === 'cursorRight') return col < cols - 1 ? hex + 1 : hex;
  if (command === 'cursorUp') return row > 0 ? hex - cols : hex;
  return row < rows - 1 ? hex + cols : hex;
}
