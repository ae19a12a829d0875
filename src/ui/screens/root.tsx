/** Whichever screen is up, with notices over it. */
import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { dismiss, type Notice, notices, progress, screen } from '../app/app.ts';
import { focusMap } from '../app/areas.ts';
import { settings } from '../app/settings.ts';
import { t } from '../text/intl.ts';
import { Icon } from '../widgets/icon.tsx';
import { GameScreen } from './gameScreen.tsx';
import { LaboratoryDoor } from './laboratoryDoor.tsx';
import { ReplayScreen } from './replayScreen.tsx';
import { RulebookSheet } from './rulebookSheet.tsx';
import { StartScreen } from './startScreen.tsx';

export function Root() {
  useEffect(
    () =>
      effect(() => {
        const { text, motion, contrast } = settings.value;
        Object.assign(document.documentElement.dataset, { text, motion, contrast });
      }),
    [],
  );
  return (
    <>
      <SkipLink />
      <CurrentScreen />
      <RulebookSheet />
      <Notices />
    </>
  );
}

/** The first stop of the Tab key: past the bars, to the map or to the content. */
function SkipLink() {
  const { name } = screen.value;
  if (name === 'loading') return null;
  const hasMap = name === 'game' || name === 'replay';
  const skip = (): void => {
    if (!hasMap) document.querySelector<HTMLElement>('main :is(button, input, select, a[href])')?.focus();
    else focusMap();
  };
  return (
    <button type="button" class="skip-link primary" onClick={skip}>
      {hasMap ? t('reading.skip') : t('reading.skipMain')}
    </button>
  );
}

function CurrentScreen() {
  const now = screen.value;
  switch (now.name) {
    case 'start':
      return <StartScreen />;
    case 'loading':
      return (
        <div class="loading" role="status">
          <h1>{now.title}</h1>
          <progress max={1} value={progress.value} aria-label={t('start.loading')} />
          <p class="soft">{t('start.loading')}</p>
        </div>
      );
    case 'game':
      return <GameScreen running={now.running} key={now.running.match.id} />;
    case 'replay':
      return <ReplayScreen desk={now.desk} from={now.from} />;
    case 'laboratory':
      return <LaboratoryDoor about={now.about} />;
  }
}

function Notices() {
  return (
    <div class="notices" aria-live="assertive">
      {notices.value.map((notice) => (
        <div key={notice.id} class={`notice ${notice.tone}`}>
          <div>
            <p>{notice.text}</p>
            {notice.details.length > 0 && (
              <ul>
                {notice.details.map((detail) => (
                  <li key={detail}>{detail}</li>
                ))}
              </ul>
            )}
            {notice.action && <NoticeAction id={notice.id} action={notice.action} />}
          </div>
          <button type="button" class="plain" aria-label={t('common.close')} onClick={() => dismiss(notice.id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}

/** What can be done about a notice; doing it closes it. */
function NoticeAction({ id, action }: { id: number; action: NonNullable<Notice['action']> }) {
  return (
    <button
      type="button"
      onClick={() => {
        dismiss(id);
        action.run();
      }}
    >
      {action.label}
    </button>
  );
}
