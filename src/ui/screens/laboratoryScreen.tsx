/** The laboratory: stored runs, the form of a new one, a run with its progress, report and comparison. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { toStart } from '../app/app.ts';
import type { Command } from '../app/keys.ts';
import { baseOfNew, cancel, chosen, chosenRun, exportRun, goOn, importRun, pause, plays } from '../app/laboratory.ts';
import { makeReport } from '../app/laboratoryReports.ts';
import { openRunShelf, runs } from '../app/laboratoryShelf.ts';
import type { StoredRun } from '../storage/runs.ts';
import { t } from '../text/intl.ts';
import { Icon } from '../widgets/icon.tsx';
import { HelpSheet } from './helpSheet.tsx';
import { listenForKeys } from './keyListener.ts';
import { LaboratoryRun } from './laboratoryRun.tsx';
import { LaboratoryRuns } from './laboratoryRuns.tsx';
import { LaboratorySetUp } from './laboratorySetUp.tsx';
import { openClause } from './rulebookSheet.tsx';
import '../style/laboratory.css';

/** Makes a run the base of a new one with something changed, and opens the form. */
export function setUpWhatIf(run: StoredRun): void {
  baseOfNew.value = run;
  chosen.value = null;
}

/** Opens the form of a new run. */
function setUpNew(): void {
  baseOfNew.value = null;
  chosen.value = null;
}

/** The run so many places down the list. */
function step(by: 1 | -1): void {
  const list = runs.value;
  const at = list.findIndex(({ id }) => id === chosen.value);
  const next = list[at < 0 ? 0 : at + by];
  if (next) chosen.value = next.id;
}

export function LaboratoryScreen({ about }: { about?: string | undefined }) {
  const help = useSignal(false);
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (about !== undefined) setUpNew();
    void openRunShelf().then(() => {
      // Whoever comes back finds the newest run, unless a battle was asked about.
      if (about === undefined && chosen.value === null) chosen.value = runs.value[0]?.id ?? null;
    });
  }, []);
  /** Presses the button that bears a mark, or lies in what bears it; false when it is not there or cannot be pressed. */
  const press = (mark: string): boolean => {
    const button = host.current?.querySelector<HTMLElement>(
      `button[data-key="${mark}"]:enabled, [data-key="${mark}"] button:enabled`,
    );
    button?.focus();
    button?.click();
    return button != null;
  };
  const run = (command: Command): boolean => {
    const now = chosenRun.value;
    const isUp = now !== null && plays.value.get(now.id)?.isUp === true;
    if (command === 'labLeave') void toStart();
    else if (command === 'labNew') setUpNew();
    else if (command === 'labOlder') step(1);
    else if (command === 'labNewer') step(-1);
    else if (command === 'help') help.value = true;
    else if (command === 'rulebook') openClause.value = '';
    else if (command === 'labImport') return press('import');
    else if (command === 'labStart' && !now) return press('start');
    else if (!now) return false;
    else if (command === 'labStart') void goOn(now);
    else if (command === 'labPause' && isUp) pause(now);
    else if (command === 'labPause' && now.count < now.header.games) void goOn(now);
    else if (command === 'labCancel' && isUp) void cancel(now);
    else if (command === 'labReport') void makeReport(now);
    else if (command === 'labWhatIf') setUpWhatIf(now);
    else if (command === 'labExport') void exportRun(now);
    else if (command === 'labCompare') return press('compare');
    else if (command === 'labReplay') return press('replay');
    else if (command === 'labDelete') return press('delete');
    else return false;
    return true;
  };
  useEffect(() => listenForKeys({ run }, 'laboratory'), []);
  const shown = chosenRun.value;
  return (
    <div class="start laboratory" ref={host}>
      <header class="masthead">
        <div class="brand">
          <img src="./icon.svg" width="44" height="44" alt="" />
          <div>
            <h1>{t('laboratory.title')}</h1>
            <p>{t('laboratory.about')}</p>
          </div>
        </div>
        <nav>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              help.value = true;
            }}
          >
            <Icon name="help" /> {t('game.help')}
          </button>
          <button type="button" class="quiet" onClick={() => void toStart()}>
            <Icon name="close" /> {t('laboratory.leave')}
          </button>
        </nav>
      </header>
      <div class="lab-columns">
        <aside class="lab-side" aria-label={t('laboratory.runs')}>
          <LaboratoryRuns onNew={setUpNew} onImport={(file) => void importRun(file)} />
        </aside>
        <main class="lab-main">
          {shown ? (
            <LaboratoryRun run={shown} key={shown.id} onWhatIf={() => setUpWhatIf(shown)} />
          ) : (
            <LaboratorySetUp about={about} base={baseOfNew.value} key={baseOfNew.value?.id ?? 'new'} />
          )}
        </main>
      </div>
      {help.value && (
        <HelpSheet
          onClose={() => {
            help.value = false;
          }}
        />
      )}
    </div>
  );
}
