/** What keys and buttons do in a game. */
import type { Signal } from '@preact/signals';
import { canFight, canMarch, type Standout } from '../app/able.ts';
import { focusMap, focusMiniMap, goToArea } from '../app/areas.ts';
import type { Desk } from '../app/desk.ts';
import { formationLevels } from '../app/formationMarch.ts';
import { leftOut, toggleGuard } from '../app/guard.ts';
import { type Can, hasTime, idleUnits, nextUnit, roundFrom } from '../app/idle.ts';
import { type Command, cursorStep } from '../app/keys.ts';
import { beginGroup, click, planBreakOut, stepBack } from '../app/model.ts';
import { OVERLAY_COMMANDS, type OverlayId } from '../app/overlays.ts';
import { hexReading, unitReading } from '../app/reading.ts';
import type { Running } from '../app/running.ts';
import { isOwn, stackAt } from '../app/seen.ts';
import { set, settings } from '../app/settings.ts';
import { toggleTables } from '../app/staff/openTable.ts';
import { t } from '../text/intl.ts';
import { refusalText } from '../text/refusals.ts';
import { LEAST_OPENING_PX, type MapSettings, OPENING_HEX_PX } from './boardHost.tsx';
import type { Open } from './gameDialogs.tsx';
import { toggleOverlay, toggleWhoReaches } from './mapSettings.ts';
import { openClause } from './rulebookSheet.tsx';
import { openTab, type Tab } from './sidePanel.tsx';

export interface GameCommands {
  run(command: Command): boolean;
  /** Asks first when units are idle and the player wants to be asked. */
  endTurn(): void;
  /** Ends the player turn. */
  endNow(): void;
  goTo(hex: number): void;
}

/** What a press of the key makes of the second number on the counters. */
const SECOND_NUMBERS = { hours: 'cohesion', cohesion: 'none', none: 'hours' } as const;

const OVERLAY_OF: Partial<Record<Command, OverlayId>> = Object.fromEntries(
  Object.entries(OVERLAY_COMMANDS).map(([overlay, command]) => [command, overlay]),
);

const STANDOUT_OF: Partial<Record<Command, Standout>> = {
  markFormation: 'formation',
  markDisrupted: 'disrupted',
  markFired: 'fired',
  markMoved: 'moved',
  markLeaders: 'leaders',
};

function toggleStandout(map: Signal<MapSettings>, standout: Standout): void {
  map.value = { ...map.value, standout: map.value.standout === standout ? null : standout };
}

/** Map commands that game and replay share; false when the command is none of them. */
export function mapCommand(command: Command, desk: Desk, map: Signal<MapSettings>): boolean {
  const board = desk.board.value;
  const zoom = /^zoom([1-5])$/.exec(command);
  if (zoom) board?.zoomTo(Number(zoom[1]));
  else if (command === 'zoomIn') board?.zoomBy(1.4);
  else if (command === 'zoomOut') board?.zoomBy(1 / 1.4);
  else if (command === 'fit') board?.fit();
  else if (command === 'hideUnits') map.value = { ...map.value, hideUnits: !map.value.hideUnits };
  else if (command === 'reach') map.value = { ...map.value, showReach: !map.value.showReach };
  else if (command === 'grid') set('grid', !settings.value.grid);
  else if (command in OVERLAY_OF) toggleOverlay(map, OVERLAY_OF[command] as OverlayId);
  else if (command === 'whoReaches') toggleWhoReaches(map);
  else if (command === 'panel') set('panel', !settings.value.panel);
  else if (command === 'staff') toggleTables();
  else if (command === 'strengths') set('secondNumber', SECOND_NUMBERS[settings.value.secondNumber]);
  else if (command === 'miniMap') focusMiniMap();
  else if (command === 'nextArea') goToArea(1);
  else if (command === 'previousArea') goToArea(-1);
  else if (command === 'rulebook') openClause.value = '';
  else if (command in STANDOUT_OF) toggleStandout(map, STANDOUT_OF[command] as Standout);
  else if (command === 'panUp') board?.pan(0, -160);
  else if (command === 'panDown') board?.pan(0, 160);
  else if (command === 'panLeft') board?.pan(-160, 0);
  else if (command === 'panRight') board?.pan(160, 0);
  else return false;
  return true;
}

const TAB_OF: Partial<Record<Command, Tab>> = {
  tabAir: 'air',
  tabSupply: 'supply',
  tabForces: 'forces',
  tabCommand: 'command',
  tabLosses: 'losses',
  tabLog: 'log',
};

/** Keys that open a tab of the panel; false when the command is none of them. */
export function tabCommand(command: Command, tab: Signal<Tab>): boolean {
  const id = TAB_OF[command];
  if (id === undefined) return false;
  openTab(tab, id);
  return true;
}

interface Signals {
  map: Signal<MapSettings>;
  open: Signal<Open>;
  tab: Signal<Tab>;
}

const NONE_LEFT = new Map<Can, 'say.noneLeft' | 'reading.noneToMarch' | 'reading.noneToFight'>([
  [canMarch, 'reading.noneToMarch'],
  [canFight, 'reading.noneToFight'],
]);

export function gameCommands(running: Running, desk: Desk, { map, open, tab }: Signals): GameCommands {
  const { match } = running;

  /** The same words twice are two announcements: a mark without breadth tells them apart. */
  const say = (text: string): void => {
    match.said.value = text === match.said.value ? `${text}\u200b` : text;
  };

  let round: number[] = [];
  let roundTurn = 0;
  let roundOf: Can = hasTime;

  /** The way round is found anew when it was left: another turn, another unit picked, nothing selected, other units sought. */
  const cycle = (by: 1 | -1, can: Can = hasTime): void => {
    const seen = match.seen.value;
    const out = leftOut(match, match.resting.value);
    const from = match.interaction.value.selected[0] ?? -1;
    if (roundTurn !== seen.view.turn || roundOf !== can || from < 0 || !round.includes(from)) {
      const board = desk.board.value;
      const view = board?.viewport();
      const middle = view
        ? Math.round((view.top + view.bottom) / 2) * match.game.cols + Math.round((view.left + view.right) / 2)
        : -1;
      const start = seen.view.units[from]?.hex ?? middle;
      round = roundFrom(seen, start >= 0 && start < match.game.size ? start : -1, out, can);
      roundTurn = seen.view.turn;
      roundOf = can;
    }
    const unit = nextUnit(seen, round, from, by, out, can);
    if (unit < 0) say(t(NONE_LEFT.get(can) ?? 'say.noneLeft'));
    else {
      desk.showUnit(unit);
      tab.value = 'field';
      say(unitReading(match, unit));
    }
  };

  const rest = (): void => {
    const unit = match.interaction.value.selected[0];
    if (unit === undefined) return;
    const next = new Set(match.resting.value);
    if (!next.delete(unit)) next.add(unit);
    match.resting.value = next;
    cycle(1);
  };

  /** Those selected are left out of the round until woken, or woken. */
  const guard = (): void => {
    const units = match.interaction.value.selected.filter((unit) => isOwn(match.seen.value, unit));
    if (units.length === 0) return;
    const on = toggleGuard(match, units);
    say(t(on ? 'plan.guard.said' : 'plan.guard.woken', { count: units.length }));
    if (on) cycle(1);
  };

  /** Several units selected march together, else the formation of the one selected. */
  const formationMarch = (): void => {
    const { interaction } = match;
    const seen = match.seen.value;
    const { selected, group } = interaction.value;
    const lead = selected[0];
    if (group) interaction.value = { ...interaction.value, group: null };
    else if (selected.length > 1) interaction.value = beginGroup(seen, interaction.value, selected, '');
    else if (lead !== undefined) {
      const formation = isOwn(seen, lead) ? formationLevels(seen, lead)[0] : undefined;
      if (formation) interaction.value = beginGroup(seen, interaction.value, formation.units, formation.id);
    }
    if (interaction.value.group) {
      tab.value = 'field';
      say(t('plan.march.pick'));
      focusMap();
    }
  };

  const moveCursor = (command: Command): void => {
    focusMap();
    const hand = match.interaction.value;
    const { cols, rows, size } = match.game;
    const from = hand.hoverHex >= 0 ? hand.hoverHex : hand.hex >= 0 ? hand.hex : Math.floor(size / 2);
    const hex = cursorStep(cols, rows, from, command);
    match.interaction.value = { ...hand, hoverHex: hex };
    const board = desk.board.value;
    const view = board?.viewport();
    const col = hex % cols;
    const row = Math.floor(hex / cols);
    if (view && (col < view.left + 1 || col > view.right - 1 || row < view.top + 1 || row > view.bottom - 1))
      board?.centreOn(hex);
    say(hexReading(match, hex));
  };

  /** Where the cursor stands and who is selected, again. */
  const describe = (): void => {
    const { hoverHex, hex, selected } = match.interaction.value;
    const at = hoverHex >= 0 ? hoverHex : hex;
    const lead = selected[0];
    say([at < 0 ? '' : hexReading(match, at), lead === undefined ? '' : unitReading(match, lead)].join(' ').trim());
  };

  const act = (order: boolean): void => {
    const hand = match.interaction.value;
    if (hand.hoverHex < 0) return;
    const unit = order ? -1 : (stackAt(match.seen.value, hand.hoverHex)[0] ?? -1);
    desk.take(click(match.seen.value, hand, { hex: hand.hoverHex, unit, act: order, more: false, all: false }));
    if (!hand.air) tab.value = 'field';
    const { refusal } = match.interaction.value;
    if (refusal) say(refusalText(refusal.refusal, match.names));
    else if (unit >= 0) say(unitReading(match, unit));
  };

  const breakOut = (): void => {
    focusMap();
    const { interaction } = match;
    interaction.value = planBreakOut(match.seen.value, interaction.value);
    const { refusal } = interaction.value;
    if (refusal) say(refusalText(refusal.refusal, match.names));
    else if (interaction.value.breakOut) say(t('unit.breakOutPick'));
  };

  const note = (): void => {
    const { hoverHex, hex } = match.interaction.value;
    const at = hoverHex >= 0 ? hoverHex : hex;
    if (at < 0) say(t('notes.noHex'));
    else match.notes.open.value = at;
  };

  const commands: GameCommands = {
    run(command) {
      if (mapCommand(command, desk, map) || tabCommand(command, tab)) return true;
      if (command.startsWith('cursor')) moveCursor(command);
      else if (command === 'nextUnit') cycle(1);
      else if (command === 'previousUnit') cycle(-1);
      else if (command === 'nextMover') cycle(1, canMarch);
      else if (command === 'previousMover') cycle(-1, canMarch);
      else if (command === 'nextFighter') cycle(1, canFight);
      else if (command === 'previousFighter') cycle(-1, canFight);
      else if (command === 'rest') rest();
      else if (command === 'guard') guard();
      else if (command === 'formationMarch') formationMarch();
      else if (command === 'describe') describe();
      else if (command === 'undo') say(match.undo() ? t('say.undone') : t('say.cannotUndo'));
      else if (command === 'redo') say(match.redo() ? t('say.redone') : t('say.cannotRedo'));
      else if (command === 'endTurn') commands.endTurn();
      else if (command === 'save') open.value = 'save';
      else if (command === 'act') act(false);
      else if (command === 'march') act(true);
      else if (command === 'breakOut') breakOut();
      else if (command === 'note') note();
      else if (command === 'back' && match.again.past.value) match.again.stop();
      else if (command === 'back') match.interaction.value = stepBack(match.seen.value, match.interaction.value);
      else if (command === 'menu') open.value = 'menu';
      else if (command === 'help') open.value = 'help';
      else if (command === 'history' && running.entry.historical) open.value = 'history';
      else if (command === 'goTo') {
        focusMap();
        open.value = 'goTo';
      } else if (command === 'rewatch') {
        if (match.again.past.value) match.again.stop();
        else {
          tab.value = 'field';
          void match.watchAgain();
        }
      } else if (command === 'skip') {
        match.again.stop();
        if (match.thinking.value) match.hurry.value = true;
        match.stage?.skip();
      } else return false;
      return true;
    },
    endTurn() {
      const seen = match.seen.value;
      if (!seen.mayOrder) return;
      if (settings.value.confirmEnd && idleUnits(seen, leftOut(match, match.resting.value)).length > 0)
        open.value = 'confirmEnd';
      else commands.endNow();
    },
    endNow() {
      open.value = null;
      match.digest.value = null;
      void match.order({ type: 'end' }).then(() => running.carryOn());
    },
    goTo(hex) {
      open.value = null;
      const board = desk.board.value;
      // From too far above the middle of the map means nothing: come near enough to read it.
      const far = (board?.viewport().hexPx ?? 0) < LEAST_OPENING_PX;
      if (far) board?.centreOn(hex, OPENING_HEX_PX);
      else board?.centreOn(hex);
      const hand = match.interaction.value;
      match.interaction.value = { ...hand, hoverHex: hex, hex: hand.selected.length > 0 ? hand.hex : hex };
    },
  };
  return commands;
}
