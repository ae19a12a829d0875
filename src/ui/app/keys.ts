/** Which key asks for what: the one list of commands, their groups in the help sheet and their keys until a person chooses others. */
import { chordsOf, type KeyPress } from './chords.ts';

/** Screens that listen for keys. */
export type KeyPlace = 'game' | 'replay' | 'laboratory';
/** Where a command holds: on one of them, on both with a map, or on all. */
export type KeyContext = KeyPlace | 'both' | 'everywhere';

export const KEY_GROUPS = ['units', 'cursor', 'view', 'overlays', 'panel', 'game', 'replay', 'laboratory'] as const;
export type KeyGroup = (typeof KEY_GROUPS)[number];

interface KeyCommand {
  id: string;
  group: KeyGroup;
  where: KeyContext;
  /** Chords as in `chords.ts`; the first is the one shown beside buttons. No two commands that hold together share one. */
  keys: readonly string[];
}

/** Every command, in the order of the help sheet. Its words are `commands.<id>`; a person can rebind all of them. */
export const KEY_COMMANDS = [
  // Tab goes round the units only while the map has the focus; after Escape, or F6, it leaves the map.
  { id: 'nextUnit', group: 'units', where: 'game', keys: ['n', 'Tab'] },
  { id: 'previousUnit', group: 'units', where: 'game', keys: ['p', 'Shift+Tab'] },
  { id: 'nextMover', group: 'units', where: 'game', keys: ['m'] },
  { id: 'previousMover', group: 'units', where: 'game', keys: ['Shift+m'] },
  { id: 'nextFighter', group: 'units', where: 'game', keys: ['f'] },
  { id: 'previousFighter', group: 'units', where: 'game', keys: ['Shift+f'] },
  { id: 'guard', group: 'units', where: 'game', keys: ['-'] },
  { id: 'rest', group: 'units', where: 'game', keys: ['x'] },
  { id: 'formationMarch', group: 'units', where: 'game', keys: ['Shift+q'] },
  { id: 'breakOut', group: 'units', where: 'game', keys: ['b'] },
  { id: 'markFormation', group: 'units', where: 'both', keys: ['q'] },
  { id: 'markDisrupted', group: 'units', where: 'both', keys: ['Alt+d'] },
  { id: 'markFired', group: 'units', where: 'both', keys: ['Alt+f'] },
  { id: 'markMoved', group: 'units', where: 'both', keys: ['Alt+m'] },
  { id: 'markLeaders', group: 'units', where: 'both', keys: ['Alt+l'] },

  { id: 'cursorUp', group: 'cursor', where: 'game', keys: ['ArrowUp'] },
  { id: 'cursorDown', group: 'cursor', where: 'game', keys: ['ArrowDown'] },
  { id: 'cursorLeft', group: 'cursor', where: 'game', keys: ['ArrowLeft'] },
  { id: 'cursorRight', group: 'cursor', where: 'game', keys: ['ArrowRight'] },
  { id: 'act', group: 'cursor', where: 'game', keys: ['Enter'] },
  { id: 'march', group: 'cursor', where: 'game', keys: ['Shift+Enter'] },
  { id: 'back', group: 'cursor', where: 'game', keys: ['Escape'] },
  { id: 'note', group: 'cursor', where: 'game', keys: ['Shift+n'] },
  { id: 'describe', group: 'cursor', where: 'game', keys: ['Shift+w'] },
  { id: 'goTo', group: 'cursor', where: 'game', keys: ['/', 'Ctrl+f'] },

  { id: 'panUp', group: 'view', where: 'both', keys: ['Shift+ArrowUp'] },
  { id: 'panDown', group: 'view', where: 'both', keys: ['Shift+ArrowDown'] },
  { id: 'panLeft', group: 'view', where: 'game', keys: ['Shift+ArrowLeft'] },
  { id: 'panRight', group: 'view', where: 'game', keys: ['Shift+ArrowRight'] },
  { id: 'zoom1', group: 'view', where: 'both', keys: ['1'] },
  { id: 'zoom2', group: 'view', where: 'both', keys: ['2'] },
  { id: 'zoom3', group: 'view', where: 'both', keys: ['3'] },
  { id: 'zoom4', group: 'view', where: 'both', keys: ['4'] },
  { id: 'zoom5', group: 'view', where: 'both', keys: ['5'] },
  { id: 'zoomIn', group: 'view', where: 'both', keys: ['+', '='] },
  // The keypad's minus: the minus of the main keys leaves a unit out of the round, as hexagonal wargames have it.
  { id: 'zoomOut', group: 'view', where: 'both', keys: ['_', 'Num-'] },
  { id: 'fit', group: 'view', where: 'both', keys: ['0'] },
  { id: 'hideUnits', group: 'view', where: 'both', keys: ['k'] },
  { id: 'grid', group: 'view', where: 'both', keys: ['g'] },
  { id: 'strengths', group: 'view', where: 'both', keys: ['.'] },
  { id: 'miniMap', group: 'view', where: 'both', keys: ['j'] },
  { id: 'nextArea', group: 'view', where: 'both', keys: ['F6'] },
  { id: 'previousArea', group: 'view', where: 'both', keys: ['Shift+F6'] },

  { id: 'reach', group: 'overlays', where: 'both', keys: ['r'] },
  { id: 'objectives', group: 'overlays', where: 'both', keys: ['o'] },
  { id: 'supply', group: 'overlays', where: 'both', keys: ['s'] },
  { id: 'zones', group: 'overlays', where: 'both', keys: ['z'] },
  { id: 'control', group: 'overlays', where: 'both', keys: ['h'] },
  { id: 'boundaries', group: 'overlays', where: 'both', keys: ['Shift+z'] },
  { id: 'enemyReach', group: 'overlays', where: 'both', keys: ['Ctrl+v'] },
  { id: 'observation', group: 'overlays', where: 'both', keys: ['Shift+o'] },
  { id: 'commandRange', group: 'overlays', where: 'both', keys: ['c'] },
  { id: 'airCover', group: 'overlays', where: 'both', keys: ['Shift+e'] },
  { id: 'weather', group: 'overlays', where: 'both', keys: ['w'] },
  { id: 'terrain', group: 'overlays', where: 'both', keys: ['t'] },
  { id: 'pastLine', group: 'overlays', where: 'both', keys: ['Shift+h'] },
  { id: 'whoReaches', group: 'overlays', where: 'both', keys: ['Shift+r'] },
  { id: 'airWar', group: 'overlays', where: 'both', keys: ['e'] },

  { id: 'panel', group: 'panel', where: 'both', keys: ['i'] },
  { id: 'tabAir', group: 'panel', where: 'both', keys: ['a'] },
  { id: 'tabSupply', group: 'panel', where: 'both', keys: ['Shift+s'] },
  { id: 'tabForces', group: 'panel', where: 'both', keys: ['Alt+q'] },
  { id: 'tabCommand', group: 'panel', where: 'both', keys: ['d'] },
  { id: 'tabLosses', group: 'panel', where: 'both', keys: ['v'] },
  { id: 'tabLog', group: 'panel', where: 'both', keys: ['l'] },
  { id: 'staff', group: 'panel', where: 'both', keys: ['Shift+t'] },

  { id: 'undo', group: 'game', where: 'game', keys: ['u', 'Ctrl+z'] },
  { id: 'redo', group: 'game', where: 'game', keys: ['Ctrl+y', 'Ctrl+Shift+z'] },
  { id: 'endTurn', group: 'game', where: 'game', keys: ['Ctrl+Enter'] },
  { id: 'save', group: 'game', where: 'game', keys: ['Ctrl+s'] },
  { id: 'skip', group: 'game', where: 'game', keys: ['Space'] },
  { id: 'rewatch', group: 'game', where: 'game', keys: ['y'] },
  { id: 'menu', group: 'game', where: 'game', keys: ['F10'] },
  { id: 'help', group: 'game', where: 'everywhere', keys: ['?', 'F1'] },
  { id: 'rulebook', group: 'game', where: 'everywhere', keys: ['Shift+F1'] },
  { id: 'history', group: 'game', where: 'game', keys: ['F2'] },

  { id: 'stepOn', group: 'replay', where: 'replay', keys: ['ArrowRight'] },
  { id: 'stepBack', group: 'replay', where: 'replay', keys: ['ArrowLeft'] },
  { id: 'phaseOn', group: 'replay', where: 'replay', keys: ['Shift+ArrowRight'] },
  { id: 'phaseBack', group: 'replay', where: 'replay', keys: ['Shift+ArrowLeft'] },
  { id: 'turnOn', group: 'replay', where: 'replay', keys: ['Ctrl+ArrowRight'] },
  { id: 'turnBack', group: 'replay', where: 'replay', keys: ['Ctrl+ArrowLeft'] },
  { id: 'fightOn', group: 'replay', where: 'replay', keys: ['f'] },
  { id: 'fightBack', group: 'replay', where: 'replay', keys: ['Shift+f'] },
  { id: 'playPause', group: 'replay', where: 'replay', keys: ['Space'] },
  { id: 'inspector', group: 'replay', where: 'replay', keys: ['x'] },
  { id: 'first', group: 'replay', where: 'replay', keys: ['Home'] },
  { id: 'last', group: 'replay', where: 'replay', keys: ['End'] },

  { id: 'labNew', group: 'laboratory', where: 'laboratory', keys: ['n'] },
  { id: 'labStart', group: 'laboratory', where: 'laboratory', keys: ['Ctrl+Enter'] },
  { id: 'labPause', group: 'laboratory', where: 'laboratory', keys: ['Space'] },
  { id: 'labCancel', group: 'laboratory', where: 'laboratory', keys: ['Shift+x'] },
  { id: 'labReport', group: 'laboratory', where: 'laboratory', keys: ['r'] },
  { id: 'labWhatIf', group: 'laboratory', where: 'laboratory', keys: ['w'] },
  { id: 'labCompare', group: 'laboratory', where: 'laboratory', keys: ['c'] },
  { id: 'labReplay', group: 'laboratory', where: 'laboratory', keys: ['g'] },
  { id: 'labExport', group: 'laboratory', where: 'laboratory', keys: ['Ctrl+s'] },
  { id: 'labImport', group: 'laboratory', where: 'laboratory', keys: ['o'] },
  { id: 'labDelete', group: 'laboratory', where: 'laboratory', keys: ['Delete'] },
  { id: 'labOlder', group: 'laboratory', where: 'laboratory', keys: ['j'] },
  { id: 'labNewer', group: 'laboratory', where: 'laboratory', keys: ['k'] },
  { id: 'labLeave', group: 'laboratory', where: 'laboratory', keys: ['Escape'] },
] as const satisfies readonly KeyCommand[];

export type Command = (typeof KEY_COMMANDS)[number]['id'];
export const COMMANDS: readonly Command[] = KEY_COMMANDS.map(({ id }) => id);

/** Keys a person has chosen, by command; an empty list is a command without a key. What is missing keeps its own. */
export type OwnKeys = Readonly<Partial<Record<Command, readonly string[]>>>;

/** Whether two contexts share a screen. */
export function meet(a: KeyContext, b: KeyContext): boolean {
  const [ours, theirs] = [PLACES[a], PLACES[b]];
  return ours.some((place) => theirs.includes(place));
}

const PLACES: Readonly<Record<KeyContext, readonly KeyPlace[]>> = {
  game: ['game'],
  replay: ['replay'],
  laboratory: ['laboratory'],
  both: ['game', 'replay'],
  everywhere: ['game', 'replay', 'laboratory'],
};

/** The commands of a screen, with their keys as they are now. */
export function bindings(
  place: KeyPlace,
  own: OwnKeys = {},
): { id: Command; group: KeyGroup; keys: readonly string[] }[] {
  return KEY_COMMANDS.filter(({ where }) => meet(where, place)).map(({ id, group, keys }) => ({
    id,
    group,
    keys: own[id] ?? keys,
  }));
}

/** What a key asks for, null for nothing. */
export function commandOf(press: KeyPress, place: KeyPlace, own: OwnKeys = {}): Command | null {
  const all = bindings(place, own);
  for (const chord of chordsOf(press)) {
    const found = all.find(({ keys }) => keys.includes(chord));
    if (found) return found.id;
  }
  return null;
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
