/** A game of a run by its number: played again and opened as a replay. */
import { useState } from 'preact/hooks';
import { fetchingGame, isReplayable, replayGame } from '../app/laboratory.ts';
import type { StoredRun } from '../storage/runs.ts';
import { t } from '../text/intl.ts';
import { Icon } from '../widgets/icon.tsx';

export function LaboratoryReplay({ run }: { run: StoredRun }) {
  const [game, setGame] = useState(1);
  const busy = fetchingGame.value;
  if (!isReplayable(run)) return <p class="small soft">{t('laboratory.noReplay')}</p>;
  return (
    <form
      class="lab-line"
      onSubmit={(event) => {
        event.preventDefault();
        void replayGame(run, game);
      }}
    >
      <label>
        <span class="label">{t('laboratory.replayNumber')}</span>
        <input
          type="number"
          min={1}
          max={run.header.games}
          value={Number.isNaN(game) ? '' : game}
          onInput={(event) => setGame(event.currentTarget.valueAsNumber)}
        />
      </label>
      <button type="submit" data-key="replay" disabled={busy !== null || run.count === 0 || !Number.isInteger(game)}>
        <Icon name="turnBack" /> {busy === null ? t('laboratory.replay') : t('laboratory.replaying', { game: busy })}
      </button>
    </form>
  );
}
