/** A run beside another of the same seeds: which one, and the difference that it makes. */
import { useState } from 'preact/hooks';
import { makeComparison } from '../app/laboratoryReports.ts';
import { runs } from '../app/laboratoryShelf.ts';
import { conditionsLine, runTitle } from '../app/laboratoryWords.ts';
import type { StoredRun } from '../storage/runs.ts';
import { t } from '../text/intl.ts';

/** Runs whose games have the same seeds, the one that this was made from first. */
function othersOf(run: StoredRun): StoredRun[] {
  const { scenario, seed } = run.header;
  return runs.value
    .filter(({ id, header }) => id !== run.id && header.scenario === scenario && header.seed === seed)
    .sort((a, b) => Number(b.id === run.base) - Number(a.id === run.base));
}

export function LaboratoryCompare({ run }: { run: StoredRun }) {
  const others = othersOf(run);
  const [picked, setPicked] = useState<string | null>(null);
  const base = others.find(({ id }) => id === picked) ?? others[0];
  if (!base) return null;
  return (
    <form
      class="lab-line"
      onSubmit={(event) => {
        event.preventDefault();
        void makeComparison(base, run);
      }}
    >
      <label>
        <span class="label">{t('laboratory.compareWith')}</span>
        <select value={base.id} onChange={(event) => setPicked(event.currentTarget.value)}>
          {others.map(({ id, header }) => (
            <option key={id} value={id}>
              {runTitle(header)} · {conditionsLine(header)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" data-key="compare" disabled={run.count === 0 || base.count === 0}>
        {t('laboratory.compare')}
      </button>
    </form>
  );
}
