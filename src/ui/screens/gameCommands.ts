/** What keys and buttons do in a game. */
import type { Signal } from '@preact/signals';
import type { Desk } from '../app/desk.ts';
import { idleUnits, nextUnit, roundFrom } from '../app/idle.ts';
import { type Command, commandOf, cursorStep } from '../app/keys.ts';
import { click, planBreakOut, stepBack } from '../app/model.ts';
import type { Running } from '../app/running.ts';
import { stackAt } from '../app/seen.ts';
import { set, settings } from '../app/settings.ts';
import { toggleTables } from '../app/staff/openTable.ts';
import { t } from '../text/intl.ts';
import { formatMinutes, joinNames } from '../text/names.ts';
import { refusalText } from '../text/refusals.ts';
import { LEAST_OPENING_PX, type MapSettings, OPENING_HEX_PX } from './boardHost.tsx';
import type { Open } from './gameDialogs.tsx';
import { toggleOverlay } from './mapTools.tsx';
import { openTab, type Tab } from './sidePanel.tsx';

export interface GameCommands {
  run(command: Command): boolean;
  /** Asks first when units are idle and the player wants to be asked. */
  endTurn(): void;
  /** Ends the player turn. */
  endNow(): void;
  goTo(hex: number): void;
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
  else if (command === 'objectives') toggleOverlay(map, 'objectives');
  else if (command === 'supply') toggleOverlay(map, 'supply');
  else if (command === 'zones') toggleOverlay(map, 'zoc');
  else if (command === 'control') toggleOverlay(map, 'control');
  else if (command === 'boundaries') toggleOverlay(map, 'boundaries');
  else if (command === 'airWar') toggleOverlay(map, 'air');
  else if (command === 'panel') set('panel', !settings.value.panel);
  else if (command === 'staff') toggleTables();
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

export function gameCommands(running: Running, desk: Desk, { map, open, tab }: Signals): GameCommands {
  const { match } = running;

  let round: number[] = [];
  let roundTurn = 0;

  /** The way round is found anew when it was left: another turn, another unit picked, nothing selected. */
  const cycle = (by: 1 | -1): void => {
    const seen = match.seen.value;
    const { resting } = match;
    const from = match.interaction.value.selected[0] ?? -1;
    if (roundTurn !== seen.view.turn || from < 0 || !round.includes(from)) {
      const board = desk.board.value;
      const view = board?.viewport();
      const middle = view
        ? Math.round((view.top + view.bottom) / 2) * match.game.cols + Math.round((view.left + view.right) / 2)
        : -1;
      const start = seen.view.units[from]?.hex ?? middle;
      round = roundFrom(seen, start >= 0 && start < match.game.size ? start : -1, resting.value);
      roundTurn = seen.view.turn;
    }
    const unit = nextUnit(seen, round, from, by, resting.value);
    if (unit < 0) match.said.value = t('say.noneLeft');
    else {
      desk.showUnit(unit);
      tab.value = 'field';
      say(unit);
    }
  };

  const say = (unit: number): void => {
    const now = match.seen.value.view.units[unit];
    if (now)
      match.said.value = t('say.selected', {
        unit: match.names.unit(unit),
        men: now.men,
        where: match.names.hexFull(now.hex),
        minutes: formatMinutes(now.minutes),
      });
  };

  const rest = (): void => {
    const unit = match.interaction.value.selected[0];
    if (unit === undefined) return;
    const next = new Set(match.resting.value);
    if (!next.delete(unit)) next.add(unit);
    match.resting.value = next;
    cycle(1);
  };

  /** The keys go to the map again: a button pressed before must not take the Enter meant for a hex. */
  const toMap = (): void => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };

  const moveCursor = (command: Command): void => {
    toMap();
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
    const here = stackAt(match.seen.value, hex).map((unit) => match.namesFor(match.eyes.value).unit(unit));
    const where = match.names.hexFull(hex);
    match.said.value =
      here.length === 0 ? t('say.hexEmpty', { where }) : t('say.hex', { where, units: joinNames(here) });
  };

  const act = (order: boolean): void => {
    const hand = match.interaction.value;
    if (hand.hoverHex < 0) return;
    const unit = order ? -1 : (stackAt(match.seen.value, hand.hoverHex)[0] ?? -1);
    desk.take(click(match.seen.value, hand, { hex: hand.hoverHex, unit, act: order, more: false, all: false }));
    if (!hand.air) tab.value = 'field';
    if (unit >= 0) say(unit);
  };

  const breakOut = (): void => {
    toMap();
    const { interaction } = match;
    interaction.value = planBreakOut(match.seen.value, interaction.value);
    const { refusal } = interaction.value;
    if (refusal) match.said.value = refusalText(refusal.refusal, match.names);
    else if (interaction.value.breakOut) match.said.value = t('unit.breakOutPick');
  };

  const commands: GameCommands = {
    run(command) {
      if (mapCommand(command, desk, map) || tabCommand(command, tab)) return true;
      if (command.startsWith('cursor')) moveCursor(command);
      else if (command === 'nextUnit') cycle(1);
      else if (command === 'previousUnit') cycle(-1);
      else if (command === 'rest') rest();
      else if (command === 'undo') match.said.value = match.undo() ? t('say.undone') : t('say.cannotUndo');
      else if (command === 'redo') match.said.value = match.redo() ? t('say.redone') : t('say.cannotRedo');
      else if (command === 'endTurn') commands.endTurn();
      else if (command === 'save') open.value = 'save';
      else if (command === 'act') act(false);
      else if (command === 'march') act(true);
      else if (command === 'breakOut') breakOut();
      else if (command === 'back') match.interaction.value = stepBack(match.seen.value, match.interaction.value);
      else if (command === 'help') open.value = 'help';
      else if (command === 'goTo') {
        toMap();
        open.value = 'goTo';
      } else if (command === 'skip') {
        if (match.thinking.value) match.hurry.value = true;
        match.stage?.skip();
      } else return false;
      return true;
    },
    endTurn() {
      const seen = match.seen.value;
      if (!seen.mayOrder) return;
      if (settings.value.confirmEnd && idleUnits(seen, match.resting.value).length > 0) open.value = 'confirmEnd';
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

/** Fields keep what is typed into them; ticks, radio buttons and sliders keep the keys that work them. */
function keepsKey(target: HTMLElement | null, key: string): boolean {
  const field = target?.closest('input, select, textarea');
  if (!field) return false;
  if (!(field instanceof HTMLInputElement) || field.type === 'text' || field.type === 'search') return true;
  return key.startsWith('Arrow') || key === ' ' || key === 'Home' || key === 'End';
}

/** Sends keys to the commands, unless something is being typed or a dialog is open. */
export function listenForKeys(commands: Pick<GameCommands, 'run'>, replay: boolean): () => void {
  const listen = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement | null;
    if (document.querySelector('dialog[open]')) return;
    if (keepsKey(target, event.key)) return;
    const onButton = target?.closest('button, summary, a');
    if (onButton && (event.key === 'Enter' || event.key === ' ') && !event.ctrlKey && !event.shiftKey) return;
    const press = { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey };
    const command = commandOf(press, replay);
    if (command && commands.run(command)) event.preventDefault();
  };
  addEventListener('keydown', listen);
  return () => removeEventListener('keydown', listen);
}
