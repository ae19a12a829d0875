/** A recorded game: step, scrub, play, whose eyes, whether it holds, and playing on from here. */

import { signal, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { toLaboratory, toStart } from '../app/app.ts';
import { type Desk, DeskContext } from '../app/desk.ts';
import type { Command } from '../app/keys.ts';
import { select } from '../app/model.ts';
import type { ReplayDesk } from '../app/replayDesk.ts';
import type { Board } from '../board/contract.ts';
import { t } from '../text/intl.ts';
import { Choice } from '../widgets/choice.tsx';
import { Icon } from '../widgets/icon.tsx';
import { BoardHost, firstLook, type MapSettings } from './boardHost.tsx';
import { BranchSheet } from './branchSheet.tsx';
import { mapCommand, tabCommand } from './gameCommands.ts';
import { HelpSheet } from './helpSheet.tsx';
import { HoverStrip } from './hoverStrip.tsx';
import { listenForKeys } from './keyListener.ts';
import { Legend, MapTools, MinimapCorner } from './mapTools.tsx';
import { ReplayBar } from './replayBar.tsx';
import { ShareSheet } from './shareSheet.tsx';
import { openTab, SidePanel, type Tab } from './sidePanel.tsx';
import { Score, TurnFacts } from './topBar.tsx';
import { VerdictBadge } from './verdictBadge.tsx';

interface Props {
  desk: ReplayDesk;
  /** Where leaving it leads, if not to the start. */
  from: 'laboratory' | undefined;
}

export function ReplayScreen({ desk: play, from }: Props) {
  const tab = useSignal<Tab>('log');
  const help = useSignal(false);
  const sheet = useSignal<'branch' | 'share' | null>(null);
  const verdict = useSignal(false);
  const map = useSignal<MapSettings>({ overlay: null, hideUnits: false, showReach: true, zone: null, standout: null });
  const desk = useMemo<Desk>(() => deskOf(play), [play]);
  const run = (command: Command): boolean => {
    if (mapCommand(command, desk, map) || tabCommand(command, tab)) return true;
    if (command === 'stepOn') play.step(1);
    else if (command === 'stepBack') play.step(-1);
    else if (command === 'phaseOn') play.stepTurn(1);
    else if (command === 'phaseBack') play.stepTurn(-1);
    else if (command === 'turnOn') play.stepTurn(1, true);
    else if (command === 'turnBack') play.stepTurn(-1, true);
    else if (command === 'fightOn') play.stepMoment('fight', 1);
    else if (command === 'fightBack') play.stepMoment('fight', -1);
    else if (command === 'first') play.seek(0);
    else if (command === 'last') play.seek(play.replay.length);
    else if (command === 'playPause') play.playing.value ? play.pause() : void play.play();
    else if (command === 'inspector' && play.inspector.isOffered) openTab(tab, 'inspector');
    else if (command === 'help') help.value = true;
    else return false;
    return true;
  };
  useEffect(() => listenForKeys({ run }, 'replay'), [play]);
  const close = (): void => {
    sheet.value = null;
  };
  return (
    <DeskContext.Provider value={desk}>
      <div class="game replay">
        <header class="top-bar">
          <button
            type="button"
            class="night"
            onClick={() => void (from ? toLaboratory() : toStart())}
            aria-label={t(from ? 'laboratory.back' : 'replay.leave')}
            title={t(from ? 'laboratory.back' : 'replay.leave')}
          >
            <Icon name="close" />
          </button>
          <TurnFacts table={play} />
          <Score table={play} />
          <VerdictBadge desk={play} open={verdict} />
          <Choice
            label={t('replay.eyes')}
            value={play.eyes.value}
            onChange={(eyes) => {
              play.eyes.value = eyes;
            }}
            options={[null, 0 as const, 1 as const].map((eyes) => ({
              value: eyes,
              label: eyes === null ? t('replay.umpire') : play.names.adjective(eyes),
            }))}
          />
          <button
            type="button"
            class="night"
            aria-label={t('replay.share')}
            title={t('replay.share')}
            onClick={() => {
              sheet.value = 'share';
            }}
          >
            <Icon name="link" />
          </button>
          <button
            type="button"
            class="primary end-turn"
            disabled={play.replay.mismatch !== null || play.wanted.value !== null}
            onClick={() => {
              play.pause();
              sheet.value = 'branch';
            }}
          >
            <span>{t('replay.playOn')}</span>
          </button>
        </header>
        <main class="field">
          <div class="map-area">
            <BoardHost
              map={map}
              speed={() => play.speed.value}
              follow={() => true}
              onReady={(board, host) => firstLook(board, play, host)}
              onLook={() => {
                tab.value = 'field';
              }}
            />
            <MapTools map={map} />
            <Legend map={map} />
            <MinimapCorner />
            <HoverStrip />
            <ReplayBar desk={play} />
          </div>
          <SidePanel
            tab={tab}
            map={map}
            onMoment={(line) => play.seek(line.at + 1)}
            ahead={play.ahead}
            inspector={play.inspector}
          />
        </main>
        {sheet.value === 'branch' && <BranchSheet desk={play} onClose={close} />}
        {sheet.value === 'share' && (
          <ShareSheet record={play.replay.record} turn={play.seen.value.view.turn} onClose={close} />
        )}
        {help.value && (
          <HelpSheet
            onClose={() => {
              help.value = false;
            }}
          />
        )}
      </div>
    </DeskContext.Provider>
  );
}

function deskOf(play: ReplayDesk): Desk {
  const board = signal<Board | null>(null);
  return {
    table: play,
    board,
    take: (step) => {
      play.interaction.value = step.next;
    },
    order: () => undefined,
    show(hex) {
      if (hex < 0) return;
      board.value?.centreOn(hex);
      play.interaction.value = { ...play.interaction.value, hoverHex: hex };
    },
    showUnit(unit) {
      const hex = play.seen.value.view.units[unit]?.hex ?? -1;
      if (hex < 0) return;
      board.value?.centreOn(hex);
      play.interaction.value = select(play.seen.value, play.interaction.value, [unit]);
    },
  };
}
