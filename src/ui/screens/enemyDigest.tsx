/** What the enemy did since the player last had the move: in groups, to be gone to, and to be watched again. */
import { useEffect, useState } from 'preact/hooks';
import type { LogLine } from '../app/chronicle.ts';
import { useDesk } from '../app/desk.ts';
import { type DigestGroup, digestGroups, lossesOfSide } from '../app/digest.ts';
import type { Digest, Match } from '../app/match.ts';
import { IDLE } from '../app/model.ts';
import { settings } from '../app/settings.ts';
import { LogRow } from '../panels/logRow.tsx';
import { deputyText } from '../text/deputies.ts';
import { lossesOf } from '../text/events.ts';
import { t } from '../text/intl.ts';
import { Icon } from '../widgets/icon.tsx';

/** Lines of a group shown at once. */
const FIRST = 6;

export function EnemyDigest({ match }: { match: Match }) {
  const digest = match.digest.value;
  if (!digest || match.thinking.value) return null;
  const adjective = match.names.adjective(digest.side);
  const watching = match.again.past.value !== null;
  const { selected, hex } = match.interaction.value;
  const busy = !watching && (selected.length > 0 || hex >= 0);
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
        {t('digest.folded', { adjective, count })}
      </button>
    );
  }
  return <OpenDigest match={match} digest={digest} />;
}

function OpenDigest({ match, digest }: { match: Match; digest: Digest }) {
  const { show } = useDesk();
  const adjective = match.names.adjective(digest.side);
  const watching = match.again.past.value !== null;
  const now = match.again.at.value;
  // Without motion nothing draws the eye to the place: go there.
  useEffect(() => {
    const line = digest.lines.find((one) => one.at === now && one.hex >= 0);
    if (line && settings.value.speed === 0) show(line.hex);
  }, [now]);
  const own = match.eyes.value;
  const losses = own === null ? [] : lossesOfSide(match.game, digest.lines, own);
  const { span } = match.again;
  const deputed = match.deputies.find(({ turn, side }) => turn === digest.turn && side === digest.side);
  return (
    <section class="digest" data-part="digest">
      <div class="row-head">
        <h2>{t('digest.title', { adjective })}</h2>
        <button
          type="button"
          class="plain"
          aria-label={t('common.close')}
          onClick={() => {
            match.again.stop();
            match.digest.value = null;
          }}
        >
          <Icon name="close" />
        </button>
      </div>
      {digest.lines.length > 0 && span && (
        <div class="digest-again">
          <button type="button" onClick={() => (watching ? match.again.stop() : void match.watchAgain())}>
            <Icon name={watching ? 'skip' : 'play'} /> {watching ? t('digest.skip') : t('digest.watch')}
          </button>
          {watching && <span class="small soft">{t('digest.skipKeys')}</span>}
        </div>
      )}
      {deputed && <p class="small soft">{deputyText(deputed, match.names)}</p>}
      {digest.lines.length === 0 && <p class="soft">{t('digest.nothing')}</p>}
      {losses.length > 0 && <p class="digest-losses">{t('digest.ourLosses', { losses: lossesOf(losses) })}</p>}
      {digestGroups(digest.lines).map(({ group, lines }) => (
        <Group key={group} group={group} lines={lines} match={match} />
      ))}
      {digest.morning.length > 0 && (
        <>
          <h2 class="morning">{t('digest.morning')}</h2>
          <ol>
            {digest.morning.map((line) => (
              <LogRow key={line.key} line={line} current={line.at === now} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Group({ group, lines, match }: { group: DigestGroup; lines: readonly LogLine[]; match: Match }) {
  const { show } = useDesk();
  const [all, setAll] = useState(false);
  const now = match.again.at.value;
  // What is being shown is never folded away.
  const open = all || lines.slice(FIRST).some((line) => line.at === now);
  const shown = open ? lines : lines.slice(0, FIRST);
  const again = (line: LogLine): void => {
    if (line.hex >= 0) show(line.hex);
    void match.watchAgain(line.at);
  };
  return (
    <section class={`digest-group ${group}`}>
      <h3>
        {t(`digest.groups.${group}`)} <b>{lines.length}</b>
      </h3>
      <ol>
        {shown.map((line) => (
          <LogRow key={line.key} line={line} current={line.at === now} onMoment={again} />
        ))}
      </ol>
      {lines.length > shown.length && (
        <button type="button" class="plain small" onClick={() => setAll(true)}>
          {t('replay.more', { count: lines.length - shown.length })}
        </button>
      )}
    </section>
  );
}

/** Over the map while the past is shown: what it is, and how it ends. */
export function WatchingBanner({ match }: { match: Match }) {
  const digest = match.digest.value;
  if (match.again.past.value === null || !digest) return null;
  return (
    <div class="watching" role="status">
      <span>{t('digest.watching', { adjective: match.names.adjective(digest.side) })}</span>
      <button type="button" class="night" onClick={() => match.again.stop()}>
        <Icon name="skip" /> {t('digest.skip')}
      </button>
      <small>{t('digest.skipKeys')}</small>
    </div>
  );
}
