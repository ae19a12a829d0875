/** The game: board, bar, panel, and everything that lies over them. */
import { signal, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { toStart, watch } from '../app/app.ts';
import { type Desk, DeskContext } from '../app/desk.ts';
import { leftOut } from '../app/guard.ts';
import { idleUnits } from '../app/idle.ts';
import { select } from '../app/model.ts';
import type { Running } from '../app/running.ts';
import { settings } from '../app/settings.ts';
import type { Board } from '../board/contract.ts';
import { Coach } from '../panels/coach.tsx';
import { FightResult } from '../panels/fightResult.tsx';
import { TreeBeside } from '../panels/orderOfBattle.tsx';
import { StaffDock, StaffSheet } from '../panels/staff/staffTables.tsx';
import { t } from '../text/intl.ts';
import { Icon } from '../widgets/icon.tsx';
import { BoardHost, firstLook, type MapSettings } from './boardHost.tsx';
import { Curtain } from './curtain.tsx';
import { EndScreen } from './endScreen.tsx';
import { EnemyDigest, WatchingBanner } from './enemyDigest.tsx';
import { type GameCommands, gameCommands } from './gameCommands.ts';
import { GameDialogs, type Open } from './gameDialogs.tsx';
import { HoverStrip } from './hoverStrip.tsx';
import { KeepingBanner } from './keepingBanner.tsx';
import { listenForKeys } from './keyListener.ts';
import { Legend, MapTools, MinimapCorner } from './mapTools.tsx';
import { NoteSheet } from './noteSheet.tsx';
import { openTab, SidePanel, type Tab } from './sidePanel.tsx';
import { DecisionBadge, EndTurn, Score, TurnFacts, Weighing } from './topBar.tsx';
import { UndoButtons } from './undoButtons.tsx';

export function GameScreen({ running }: { running: Running }) {
  const { match } = running;
  const open = useSignal<Open>(null);
  const tab = useSignal<Tab>('field');
  const map = useSignal<MapSettings>({ overlay: null, hideUnits: false, showReach: true, zone: null, standout: null });
  const desk = useMemo<Desk>(() => deskOf(running), [running]);
  const commands = useMemo<GameCommands>(() => gameCommands(running, desk, { map, open, tab }), [desk]);
  useEffect(() => listenForKeys(commands, 'game'), [commands]);
  const seen = match.seen.value;
  const idle = seen.mayOrder ? idleUnits(seen, leftOut(match, match.resting.value)).length : 0;
  const over = match.session.state.over;
  // A player turn begins with what the enemy did, whatever was looked at before.
  const turn = seen.mayOrder ? `${seen.view.turn}.${seen.side}` : '';
  useEffect(() => {
    if (turn !== '') tab.value = 'field';
  }, [turn]);
  return (
    <DeskContext.Provider value={desk}>
      <div class="game">
        <header class="top-bar">
          <button
            type="button"
            class="night"
            onClick={() => {
              open.value = 'menu';
            }}
            aria-label={t('game.menu')}
          >
            <Icon name="menu" />
          </button>
          <TurnFacts table={match} />
          <Score table={match} />
          <DecisionBadge table={match} onOpen={() => openTab(tab, 'command')} />
          <UndoButtons match={match} />
          <button
            type="button"
            class="night wide-only"
            title={t('game.help')}
            aria-label={t('game.help')}
            onClick={() => {
              open.value = 'help';
            }}
          >
            <Icon name="help" />
          </button>
          {over ? (
            <button
              type="button"
              class="primary end-turn"
              onClick={() => {
                open.value = 'end';
              }}
            >
              <span>{t('top.result')}</span>
            </button>
          ) : match.isWatched ? (
            <WatchButtons running={running} />
          ) : (
            <EndTurn
              table={match}
              idle={idle}
              thinking={match.thinking.value}
              onEnd={commands.endTurn}
              onDecide={() => running.decideNow()}
              onSkip={settings.value.speed === 0 || match.hurry.value ? null : () => commands.run('skip')}
            />
          )}
        </header>
        <KeepingBanner running={running} />
        <main class="field">
          <div class="map-area">
            <BoardHost
              map={map}
              speed={() => (match.hurry.value && match.again.past.value === null ? 0 : settings.value.speed)}
              follow={() => match.session.player.kind === 'bot' || !match.seen.value.mayOrder}
              onReady={(board, host) => firstLook(board, match, host)}
              onLook={() => {
                tab.value = 'field';
              }}
            />
            <MapTools map={map} round={{ next: () => commands.run('nextUnit'), goTo: () => commands.run('goTo') }} />
            <Legend map={map} />
            <MinimapCorner />
            <HoverStrip />
            <WatchingBanner match={match} />
            {running.entry.lesson && <Coach match={match} map={map} tab={tab} onLeave={() => void toStart()} />}
            <Curtain match={match} />
          </div>
          <TreeBeside />
          <SidePanel
            tab={tab}
            map={map}
            top={
              <>
                <FightResult match={match} />
                <EnemyDigest match={match} />
              </>
            }
          />
          <StaffDock />
        </main>
        <div class="hush" aria-live="polite" role="status">
          {match.said.value}
        </div>
        <GameDialogs open={open} running={running} commands={commands} />
        <StaffSheet />
        <NoteSheet />
        {over && open.value !== 'closed' && (
          <EndScreen
            running={running}
            onReplay={() => void watch(match.session.record())}
            onNew={() => void toStart()}
            onClose={() => {
              open.value = 'closed';
            }}
          />
        )}
      </div>
    </DeskContext.Provider>
  );
}

function deskOf(running: Running): Desk {
  const { match } = running;
  const board = signal<Board | null>(null);
  return {
    table: match,
    board,
    take: (step) => void match.take(step),
    order: (action) => void match.order(action),
    show(hex) {
      if (hex < 0) return;
      board.value?.centreOn(hex);
      match.interaction.value = { ...match.interaction.value, hoverHex: hex };
    },
    showUnit(unit) {
      const hex = match.seen.value.view.units[unit]?.hex ?? -1;
      if (hex < 0) return;
      board.value?.centreOn(hex);
      match.interaction.value = select(match.seen.value, match.interaction.value, [unit]);
    },
  };
}

function WatchButtons({ running }: { running: Running }) {
  const { match } = running;
  const paused = match.paused.value;
  const thinking = match.thinking.value;
  return (
    <>
      {thinking && thinking.share !== null && (
        <Weighing level={thinking.level} share={thinking.share} onDecide={() => running.decideNow()} />
      )}
      <button
        type="button"
        class="primary end-turn"
        onClick={() => {
          match.paused.value = !paused;
          running.carryOn();
        }}
      >
        <span>
          <Icon name={paused ? 'play' : 'pause'} /> {paused ? t('top.goOn') : t('top.pause')}
        </span>
        {thinking && <small>{t('top.actions', { count: thinking.actions })}</small>}
      </button>
    </>
  );
}
