import type { ReplayDesk } from '../app/replayDesk.ts';
import { t } from '../text/intl.ts';
import { Choice } from '../widgets/choice.tsx';
import { Icon, type IconName } from '../widgets/icon.tsx';

const SPEEDS = [1, 2, 4, 0];

/** Steps, the scrub bar with turns and assaults marked, and the speed. */
export function ReplayBar({ desk }: { desk: ReplayDesk }) {
  const at = desk.at.value;
  const total = desk.replay.record.actions.length;
  const reachable = desk.replay.length;
  const playing = desk.playing.value;
  const share = (position: number): string => `${total === 0 ? 0 : (position / total) * 100}%`;
  const button = (icon: IconName, label: string, go: () => void, disabled: boolean) => (
    <button type="button" class="night" aria-label={label} title={label} disabled={disabled} onClick={go}>
      <Icon name={icon} />
    </button>
  );
  return (
    <div class="replay-bar">
      <div class="replay-buttons">
        {button('turnBack', t('commands.turnBack'), () => desk.stepTurn(-1), at === 0)}
        {button('stepBack', t('commands.stepBack'), () => desk.seek(at - 1), at === 0)}
        <button
          type="button"
          class="night play"
          aria-label={playing ? t('replay.pause') : t('replay.play')}
          onClick={() => (playing ? desk.pause() : void desk.play())}
        >
          <Icon name={playing ? 'pause' : 'play'} />
        </button>
        {button('stepOn', t('commands.stepOn'), () => desk.seek(at + 1), at >= reachable)}
        {button('turnOn', t('commands.turnOn'), () => desk.stepTurn(1), at >= reachable)}
      </div>
      <div class="scrub">
        <input
          type="range"
          min={0}
          max={total}
          value={at}
          aria-label={t('replay.position')}
          aria-valuetext={t('replay.at', { at, total })}
          onInput={(event) => desk.seek(Number(event.currentTarget.value))}
        />
        <div class="marks" aria-hidden="true">
          {desk.moments.map((moment) => (
            <i key={`${moment.kind}${moment.at}`} class={moment.kind} style={{ left: share(moment.at) }} />
          ))}
        </div>
        <p class="small">
          {t('replay.at', { at, total })} · {t('replay.marks')}
        </p>
      </div>
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
  );
}
