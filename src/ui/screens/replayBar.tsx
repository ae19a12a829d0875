import { useSignal } from '@preact/signals';
import { MOMENT_KINDS } from '../../play/moments.ts';
import type { ReplayDesk } from '../app/replayDesk.ts';
import { t } from '../text/intl.ts';
import { formatCount } from '../text/names.ts';
import { Choice } from '../widgets/choice.tsx';
import { Icon, type IconName } from '../widgets/icon.tsx';
import { MarkSign, Timeline, turnAt, whoseText } from './timeline.tsx';

const SPEEDS = [1, 2, 4, 0];

/** The timeline, steps by order, player turn and turn, jumps to what happened, and the speed. */
export function ReplayBar({ desk }: { desk: ReplayDesk }) {
  const key = useSignal(false);
  const at = desk.wanted.value ?? desk.at.value;
  const total = desk.replay.record.actions.length;
  const reachable = desk.replay.length;
  const playing = desk.playing.value;
  const button = (icon: IconName, label: string, go: () => void, disabled: boolean, more = '') => (
    <button type="button" class={`night ${more}`} aria-label={label} title={label} disabled={disabled} onClick={go}>
      <Icon name={icon} />
    </button>
  );
  const start = at === 0;
  const end = at >= reachable;
  return (
    <div class="replay-bar">
      <Timeline desk={desk} />
      <div class="replay-controls">
        <div class="replay-buttons">
          {button('first', t('commands.first'), () => desk.seek(0), start, 'wide-only')}
          {button('turnBack', t('commands.turnBack'), () => desk.stepTurn(-1, true), start)}
          {button('phaseBack', t('commands.phaseBack'), () => desk.stepTurn(-1), start)}
          {button('stepBack', t('commands.stepBack'), () => desk.step(-1), start)}
          <button
            type="button"
            class="night play"
            aria-label={playing ? t('replay.pause') : t('replay.play')}
            title={playing ? t('replay.pause') : t('replay.play')}
            disabled={!playing && end}
            onClick={() => (playing ? desk.pause() : void desk.play())}
          >
            <Icon name={playing ? 'pause' : 'play'} />
          </button>
          {button('stepOn', t('commands.stepOn'), () => desk.step(1), end)}
          {button('phaseOn', t('commands.phaseOn'), () => desk.stepTurn(1), end)}
          {button('turnOn', t('commands.turnOn'), () => desk.stepTurn(1, true), end)}
          {button('last', t('commands.last'), () => desk.seek(reachable), end, 'wide-only')}
        </div>
        <p class="whereabouts">
          <b>{whoseText(desk, at)}</b>
          <span>
            {t('replay.count', { turn: turnAt(desk, at), turns: desk.game.turns, at, total })}
            {desk.wanted.value !== null && <em role="status">{t('replay.waiting')}</em>}
          </span>
        </p>
        <div class="fight-jumps">
          {button('stepBack', t('commands.fightBack'), () => void desk.stepMoment('fight', -1), start)}
          <MarkSign kind="fight" />
          {button('stepOn', t('commands.fightOn'), () => void desk.stepMoment('fight', 1), end)}
        </div>
        <button
          type="button"
          class="night key-button"
          aria-expanded={key.value}
          onClick={() => {
            key.value = !key.value;
          }}
        >
          {t('replay.key')}
        </button>
        <Choice
          label={t('replay.speed')}
          value={desk.speed.value}
          onChange={(speed) => {
            desk.speed.value = speed;
          }}
          options={SPEEDS.map((speed) => ({
            value: speed,
            label: speed === 0 ? t('replay.fast') : t('settings.times', { speed }),
          }))}
        />
      </div>
      {key.value && <Key desk={desk} onClose={() => (key.value = false)} />}
    </div>
  );
}

/** What the marks mean, how many there are, and jumps from one to the next. */
function Key({ desk, onClose }: { desk: ReplayDesk; onClose: () => void }) {
  const eyes = desk.eyes.value;
  const moments = desk.moments.value;
  const at = desk.at.value;
  return (
    <section class="timeline-key" aria-label={t('replay.keyTitle')}>
      <div class="row-head">
        <h2>{t('replay.keyTitle')}</h2>
        <button type="button" class="plain" aria-label={t('common.close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <p class="small soft">
        {eyes === null ? t('replay.keyUmpire') : t('replay.keySide', { adjective: desk.names.adjective(eyes) })}
      </p>
      <ul>
        {MOMENT_KINDS.map((kind) => {
          const of = moments.filter((moment) => moment.kind === kind);
          const name = t(`replay.kinds.${kind}`);
          const jump = (by: 1 | -1, icon: IconName, label: string, none: boolean) => (
            <button
              type="button"
              class="plain"
              aria-label={label}
              title={label}
              disabled={none}
              onClick={() => void desk.stepMoment(kind, by)}
            >
              <Icon name={icon} />
            </button>
          );
          return (
            <li key={kind}>
              <MarkSign kind={kind} />
              <span>{name}</span>
              <b>{formatCount(of.length)}</b>
              {jump(-1, 'stepBack', t('replay.previous', { kind: name }), !of.some((moment) => moment.at < at))}
              {jump(1, 'stepOn', t('replay.next', { kind: name }), !of.some((moment) => moment.at > at))}
            </li>
          );
        })}
      </ul>
      <p class="small soft">
        {t('replay.keyStrip')} {t('replay.keyKnown')}
      </p>
    </section>
  );
}
