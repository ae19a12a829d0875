/** The last assault of the player: outcome, dice and losses, until the next order or a click. */
import { luckFor, luckWord } from '../app/luck.ts';
import type { Match } from '../app/match.ts';
import { lossesOf } from '../text/events.ts';
import { t } from '../text/intl.ts';
import { formatShare, joinSentences } from '../text/names.ts';
import { Icon } from '../widgets/icon.tsx';

export function FightResult({ match }: { match: Match }) {
  const fight = match.fight.value;
  if (!fight) return null;
  const names = match.namesFor(match.eyes.value);
  // Told as the reader's side would tell it; an umpire hears the attacker's.
  const eyes = match.eyes.value ?? names.sideOf(fight.attackers[0] ?? 0);
  const luck = luckFor(match.game, fight, eyes);
  const { gaveWay, undecided, stopped } = fight.odds;
  const attackers = new Set([...fight.attackers, ...fight.support]);
  const told = [true, false]
    .map((own) => ({ own, losses: fight.losses.filter((loss) => attackers.has(loss.unit) === own) }))
    .filter(({ losses }) => losses.length > 0);
  const side = names.sideOf(fight.attackers[0] ?? 0);
  return (
    <section class={`fight-result ${fight.outcome}`} data-part="fight">
      <div class="row-head">
        <div>
          <p class="label">{t('fight.title')}</p>
          <h2>{t(`fight.outcomes.${fight.outcome}`)}</h2>
        </div>
        <button
          type="button"
          class="plain"
          aria-label={t('common.close')}
          onClick={() => {
            match.fight.value = null;
          }}
        >
          <Icon name="close" />
        </button>
      </div>
      <p class="small soft">
        {joinSentences([
          t('fight.at', { where: names.hexFull(fight.hex) }),
          t('fight.chances', { win: formatShare(gaveWay), draw: formatShare(undecided), loss: formatShare(stopped) }),
        ])}
      </p>
      {told.map(({ own, losses }) => (
        <p key={String(own)}>
          {t('fight.lost', { who: names.side(own ? side : 1 - side), losses: lossesOf(losses, () => true) })}
        </p>
      ))}
      <p class="luck">
        <span class="bar" aria-hidden="true">
          <i style={{ width: `${luck / 10}%` }} />
        </span>
        <small>
          {t('plan.luck.fight', {
            word: t(`plan.luck.words.${luckWord(luck)}`),
            side: names.side(eyes),
            percent: Math.round(luck / 10),
          })}
        </small>
      </p>
    </section>
  );
}
