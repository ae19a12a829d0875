/** The way to the laboratory: its screen is fetched when it is first opened. */
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { report, toLaboratory, toStart } from '../app/app.ts';
import { underWay } from '../app/laboratoryShelf.ts';
import { t } from '../text/intl.ts';
import { Icon } from '../widgets/icon.tsx';

interface Props {
  /** The scenario that a new run is offered of. */
  about?: string | undefined;
}

let screen: FunctionComponent<Props> | null = null;

export function LaboratoryDoor({ about }: Props) {
  const [Screen, setScreen] = useState<{ of: FunctionComponent<Props> } | null>(screen && { of: screen });
  useEffect(() => {
    if (Screen) return;
    import('./laboratoryScreen.tsx').then(
      ({ LaboratoryScreen }) => {
        screen = LaboratoryScreen;
        setScreen({ of: LaboratoryScreen });
      },
      (error: unknown) => {
        report(error);
        void toStart();
      },
    );
  }, []);
  if (Screen) return <Screen.of about={about} />;
  return (
    <div class="loading" role="status">
      <h1>{t('laboratory.title')}</h1>
    </div>
  );
}

/** Opens the laboratory from the start screen, and tells how far a run is that is being played. */
export function LaboratoryButton() {
  const up = underWay.value;
  const percent = up && Math.floor((100 * up.done) / Math.max(1, up.total));
  return (
    <button type="button" class="quiet" onClick={() => void toLaboratory()}>
      <Icon name="flask" /> {percent === null ? t('laboratory.title') : t('laboratory.doorUp', { percent })}
    </button>
  );
}

/** Opens the laboratory with a battle. */
export function LaboratoryOf({ scenario, label }: { scenario: string; label: string }) {
  return (
    <button type="button" onClick={() => void toLaboratory(scenario)}>
      <Icon name="flask" /> {label}
    </button>
  );
}
