/** The help sheet, and what each command does. */
import type { Command } from '../app/keys.ts';

export const HELP_EN = {
  title: 'How to play',
  keys: 'Keys',
  replayKeys: 'Keys in a replay',
  sections: [
    {
      title: 'A turn',
      lines: [
        'A game turn is one day or two, as the scenario has it. Weather and supply come first, then one side gives its orders, then the other. Time that a unit does not use is rest and digging.',
        'March, shell and attack in any order you like. A unit has so many hours of march; the figure on the map is the time to get there.',
      ],
    },
    {
      title: 'March',
      lines: [
        'Select a unit and click a tinted hex: the way and the time appear. Click again, or press Enter, to march. A right click marches at once.',
        'Select several units with Shift, or “Select all” in the list, and they march together. Lorries lift men along roads, as far as the command has any.',
      ],
    },
    {
      title: 'Attack',
      lines: [
        'With a unit selected, click an enemy next to it. The panel shows who takes part, every factor with its clause, the chances and the losses to expect, from the same rules that decide the fight.',
        'Ctrl+click an enemy to plan the attack with everyone who can reach it. Guns can shell without an assault: “Shell only”.',
      ],
    },
    {
      title: 'Air',
      lines: [
        'In the Air tab choose a mission and the sorties, then pick a hex. What is dropped on a surrounded force partly falls to the enemy.',
        'Where fuel is counted every sortie burns some: the gauge tells how long it lasts. The air bridge flies men and supplies in, and says what that costs in combat sorties.',
      ],
    },
    {
      title: 'Command and supply',
      lines: [
        'The Command tab lists decisions: what each asks for, costs and brings. None has to be taken. Army zones are there too, where a scenario has them.',
        'The Supply tab lists depots, convoys and the narrowest links; the overlay shows the same on the map. A surrounded unit can break out (B).',
      ],
    },
    {
      title: 'Undo',
      lines: [
        'You can take back orders until a die falls or something new is seen. The button says why when it cannot.',
      ],
    },
    {
      title: 'Touch',
      lines: [
        'Tap to select, tap a hex twice to march, hold on an enemy to plan an attack with all. Two fingers zoom.',
      ],
    },
  ],
};

export const COMMANDS_EN: Record<Command, string> = {
  nextUnit: 'Next unit with time left',
  previousUnit: 'Previous unit with time left',
  rest: 'Leave the unit out of the round this turn',
  undo: 'Undo',
  redo: 'Redo',
  endTurn: 'End the turn',
  save: 'Save under a name',
  zoom1: 'Zoom from far to near',
  zoom2: 'Zoom step 2',
  zoom3: 'Zoom step 3',
  zoom4: 'Zoom step 4',
  zoom5: 'Zoom step 5',
  zoomIn: 'Closer, farther',
  zoomOut: 'Farther',
  fit: 'Whole map',
  hideUnits: 'Hide or show units',
  grid: 'Hex grid',
  objectives: 'Overlay: objectives',
  reach: 'Reach of the selected unit',
  supply: 'Overlay: supply',
  zones: 'Overlay: zones of control',
  control: 'Overlay: who holds what',
  boundaries: 'Overlay: army zones',
  airWar: 'Overlay: air war',
  panel: 'Panel open or closed',
  tabAir: 'Panel: air',
  tabSupply: 'Panel: supply and depots',
  tabForces: 'Panel: forces',
  tabCommand: 'Panel: decisions and command',
  tabLosses: 'Panel: score and losses',
  tabLog: 'Panel: log',
  breakOut: 'The selected unit breaks out of a ring',
  cursorUp: 'Move the map cursor',
  cursorDown: 'Cursor down',
  cursorLeft: 'Cursor left',
  cursorRight: 'Cursor right',
  panUp: 'Move the map',
  panDown: 'Map down',
  panLeft: 'Map left',
  panRight: 'Map right',
  act: 'Select at the cursor, or show the way',
  march: 'March to the cursor, or plan an attack there',
  help: 'This sheet',
  goTo: 'Go to a place, unit or hex',
  skip: 'Skip what is being shown',
  back: 'Step back: close, deselect',
  stepOn: 'One order on',
  stepBack: 'One order back',
  turnOn: 'Next player turn',
  turnBack: 'Previous player turn',
  first: 'To the start',
  last: 'To the end',
  playPause: 'Play or pause',
};
