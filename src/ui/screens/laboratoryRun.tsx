/** A run: its conditions, how far it is, what can be done with it, and what its games say. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { shownChord } from '../app/chords.ts';
import { keysOf } from '../app/keyChange.ts';
import type { Command } from '../app/keys.ts';
import { cancel, exportRun, goOn, pause, plays, preparing, remove } from '../app/laboratory.ts';
import { makeReport } from '../app/laboratoryReports.ts';
import type { PlayState, RunPlay } from '../app/laboratoryRun.ts';
import { changeWhy, conditionsLine, playerLine, runTitle, timeWords } from '../app/laboratoryWords.ts';
import { settings } from '../app/settings.ts';
import type { StoredRun } from '../storage/runs.ts';
import { t } from '../text/intl.ts';
import { ConfirmButton } from '../widgets/confirm.tsx';
import { useHeadingFocus } from '../widgets/headingFocus.ts';
import { Icon } from '../widgets/icon.tsx';
import { LaboratoryCompare } from './laboratoryCompare.tsx';
import { LaboratoryReplay } from './laboratoryReplay.tsx';
import { LaboratoryComparison, LaboratoryReport } from './laboratoryReport.tsx';

/** What a key does, beside what the button says. */
function hint(text: string, command: Command): string {
  const [chord] = keysOf(settings.value.keys, command);
  return chord === undefined ? text : `${text} (${shownChord(chord)})`;
}

interface Props {
  run: StoredRun;
  onWhatIf: () => void;
}

export function LaboratoryRun({ run, onWhatIf }: Props) {
  const { header, count } = run;
  const heading = useHeadingFocus();
  const play = plays.value.get(run.id) ?? null;
  const state: PlayState =
    play && (play.isUp || play.state.value.name === 'failed')
      ? play.state.value
      : { name: count >= header.games ? 'done' : 'paused' };
  const isUp = state.name === 'playing' || state.name === 'pausing';
  return (
    <>
      <section class="sheet lab-run" aria-label={runTitle(header)}>
        <h2 ref={heading} tabIndex={-1}>
          {runTitle(header)}
        </h2>
        <p>{conditionsLine(header)}</p>
        <p class="soft">
          {playerLine(header, 0)} · {playerLine(header, 1)}
        </p>
        {header.changes && <p class="small soft">{changeWhy(header)}</p>}
        <ProgressBlock run={run} play={play} state={state} />
        <div class="button-row">
          {!isUp && state.name !== 'done' && (
            <button
              type="button"
              class="primary"
              disabled={preparing.value}
              title={hint(t('laboratory.goOn'), 'labStart')}
              onClick={() => void goOn(run)}
            >
              <Icon name="play" /> {preparing.value ? t('laboratory.preparing') : t('laboratory.goOn')}
            </button>
          )}
          {isUp && (
            <button
              type="button"
              class="primary"
              disabled={state.name === 'pausing'}
              title={hint(t('laboratory.pause'), 'labPause')}
              onClick={() => pause(run)}
            >
              <Icon name="pause" /> {t('laboratory.pause')}
            </button>
          )}
          {isUp && (
            <button
              type="button"
              title={hint(t('laboratory.cancelAbout'), 'labCancel')}
              onClick={() => void cancel(run)}
            >
              <Icon name="close" /> {t('laboratory.cancel')}
            </button>
          )}
          <button
            type="button"
            disabled={count === 0}
            title={hint(t('laboratory.report'), 'labReport')}
            onClick={() => void makeReport(run)}
          >
            <Icon name="scroll" /> {t(count < header.games ? 'laboratory.reportSoFar' : 'laboratory.report')}
          </button>
          <button type="button" title={hint(t('laboratory.makeWhatIf'), 'labWhatIf')} onClick={onWhatIf}>
            <Icon name="thought" /> {t('laboratory.makeWhatIf')}
          </button>
          <button type="button" title={hint(t('laboratory.export'), 'labExport')} onClick={() => void exportRun(run)}>
            <Icon name="download" /> {t('laboratory.export')}
          </button>
          <span data-key="delete">
            <ConfirmButton
              label={t('laboratory.delete')}
              question={t('laboratory.reallyDelete', { count })}
              yes={t('laboratory.yesDelete')}
              icon="trash"
              onYes={() => void remove(run)}
            />
          </span>
        </div>
        <LaboratoryReplay run={run} />
        <LaboratoryCompare run={run} />
      </section>
      <LaboratoryComparison run={run} />
      <LaboratoryReport run={run} />
    </>
  );
}

function ProgressBlock({ run, play, state }: { run: StoredRun; play: RunPlay | null; state: PlayState }) {
  const { games: total } = run.header;
  const isUp = state.name === 'playing' || state.name === 'pausing';
  const told = play?.progress.value;
  const done = isUp && told ? told.done : run.count;
  return (
    <div class="lab-progress">
      <progress max={total} value={done} aria-label={t('laboratory.count', { done, total })} />
      <p>
        <b>{t(`laboratory.states.${state.name}`)}</b> · {t('laboratory.count', { done, total })}
        {isUp && play && told?.perMinute != null && (
          <>
            {' · '}
            {t('laboratory.rate', { perMinute: Math.round(told.perMinute), players: play.players })}
          </>
        )}
        {isUp && told?.secondsLeft != null && told.secondsLeft > 0 && (
          <> · {t('laboratory.left', { time: timeWords(told.secondsLeft) })}</>
        )}
      </p>
      {told && told.losses > 0 && <p class="small">{t('laboratory.losses', { count: told.losses })}</p>}
      {state.name === 'failed' && (
        <p class="refusal-line" role="alert">
          {t('laboratory.failed', { game: state.game, why: state.why })}
        </p>
      )}
      {isUp && <p class="small soft">{t('laboratory.background')}</p>}
      <Announcer state={state.name} done={done} total={total} />
    </div>
  );
}

/** Says aloud every tenth of the way, and when it pauses or ends: not every game. */
function Announcer({ state, done, total }: { state: PlayState['name']; done: number; total: number }) {
  const [said, setSaid] = useState('');
  const first = useRef(true);
  const tenth = Math.floor((10 * done) / Math.max(1, total));
  useEffect(() => {
    // What stands there when the run is opened is read as it stands.
    if (first.current) first.current = false;
    else setSaid(`${t(`laboratory.states.${state}`)}: ${t('laboratory.count', { done, total })}`);
  }, [state, tenth]);
  return (
    <p class="hush" role="status">
      {said}
    </p>
  );
}
