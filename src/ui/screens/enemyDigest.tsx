import type { Match } from '../app/match.ts';
import { IDLE } from '../app/model.ts';
import { LogRow } from '../panels/logPanel.tsx';
import { t } from '../text/intl.ts';
import { Icon } from '../widgets/icon.tsx';

/** What the enemy did since the player last had the move. */
export function EnemyDigest({ match }: { match: Match }) {
  const digest = match.digest.value;
  if (!digest || match.thinking.value) return null;
  const { selected, hex } = match.interaction.value;
  const busy = selected.length > 0 || hex >= 0;
  const count = digest.lines.length + digest.morning.length;
  if (busy && count === 0) return null;
  if (busy) {
    return (
      <button
        type="button"
        class="digest-folded"
        onClick={() => {
          match.interaction.value = IDLE;
        }}
      >
        {t('digest.folded', { adjective: match.names.adjective(digest.side), count })}
      </button>
    );
  }
  return (
    <section class="digest">
      <div class="row-head">
        <h2>{t('digest.title', { adjective: match.names.adjective(digest.side) })}</h2>
        <button
          type="button"
          class="plain"
          aria-label={t('common.close')}
          onClick={() => {
            match.digest.value = null;
          }}
        >
          <Icon name="close" />
        </button>
      </div>
      {digest.lines.length === 0 ? (
        <p class="soft">{t('digest.nothing')}</p>
      ) : (
        <ol>
          {digest.lines.map((line) => (
            <LogRow key={line.key} line={line} />
          ))}
        </ol>
      )}
      {digest.morning.length > 0 && (
        <>
          <h2 class="morning">{t('digest.morning')}</h2>
          <ol>
            {digest.morning.map((line) => (
              <LogRow key={line.key} line={line} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
