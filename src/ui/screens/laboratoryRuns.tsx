/** The list of stored runs, the way to a new one, and what storage says. */
import { useRef } from 'preact/hooks';
import { chosen, plays } from '../app/laboratory.ts';
import { holdsGames, runShelf, runs, storeHeld } from '../app/laboratoryShelf.ts';
import { conditionsLine, runTitle } from '../app/laboratoryWords.ts';
import type { StoredRun } from '../storage/runs.ts';
import { t } from '../text/intl.ts';
import { storageFaultText } from '../text/storage.ts';
import { Icon } from '../widgets/icon.tsx';

interface Props {
  onNew: () => void;
  onImport: (file: File) => void;
}

export function LaboratoryRuns({ onNew, onImport }: Props) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <StorageWords />
      <div class="sheet lab-new">
        <button type="button" class={chosen.value === null ? '' : 'primary'} onClick={onNew}>
          <Icon name="plus" /> {t('laboratory.new')}
        </button>
        <button type="button" data-key="import" onClick={() => field.current?.click()}>
          <Icon name="open" /> {t('laboratory.import')}
        </button>
        <p class="small soft">{t('laboratory.importAbout')}</p>
        <input
          ref={field}
          type="file"
          class="hush"
          tabIndex={-1}
          aria-label={t('laboratory.import')}
          accept=".jsonl,.json,application/x-ndjson"
          onChange={(event) => {
            const input = event.currentTarget;
            const [file] = input.files ?? [];
            if (file) onImport(file);
            input.value = '';
          }}
        />
      </div>
      <section class="sheet">
        <h2>{t('laboratory.runs')}</h2>
        {runs.value.length === 0 && <p class="soft">{t('laboratory.noRuns')}</p>}
        <ul class="rows lab-runs">
          {runs.value.map((run) => (
            <li key={run.id}>
              <RunRow run={run} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function RunRow({ run }: { run: StoredRun }) {
  const { header, count } = run;
  const play = plays.value.get(run.id);
  const state = play?.isUp ? play.state.value.name : count >= header.games ? 'done' : 'paused';
  return (
    <button
      type="button"
      class="game-row"
      aria-current={chosen.value === run.id}
      onClick={() => {
        chosen.value = run.id;
      }}
    >
      <span>{runTitle(header)}</span>
      <small>{conditionsLine(header)}</small>
      <small>
        {t(`laboratory.states.${state}`)} · {t('laboratory.count', { done: count, total: header.games })}
      </small>
    </button>
  );
}

/** That storage fails, and what lies in this tab only. */
function StorageWords() {
  const { fault, held, db } = runShelf.value;
  if (!fault) return null;
  const why = storageFaultText(fault);
  const count = [...held.values()].reduce((sum, { lines }) => sum + lines.size, 0);
  return (
    <div class="sheet storage-fault" role="alert">
      <p class="refusal-line">
        <Icon name="warn" />{' '}
        {holdsGames.value && db ? t('laboratory.held', { count, why }) : t('laboratory.unstored', { why })}
      </p>
      <div class="button-row">
        <button type="button" onClick={() => void storeHeld()}>
          {t('storage.again')}
        </button>
      </div>
    </div>
  );
}
