/** The last assault of the player: outcome, dice and losses, until the next order or a click. */
import type { Match } from '../app/match.ts';
import { en } from '../text/en.ts';
import { lossesOf } from '../text/events.en.ts';
import { formatShare } from '../text/names.ts';
import { Icon } from '../widgets/icon.tsx';

export function FightResult({ match }: { match: Match }) {
  const fight = match.fight.value;
  if (!fight) return null;
  const names = match.namesFor(match.eyes.value);
  const { gaveWay, undecided, stopped } = fight.odds;
  const attackers = new Set([...fight.attackers, ...fight.support]);
  const told = [true, false]
    .map((own) => ({ own, losses: fight.losses.filter((loss) => attackers.has(loss.unit) === own) }))
    .filter(({ losses }) => losses.length > 0);
  const side = names.sideOf(fight.attackers[0] ?? 0);
  return (
    <section class={`fight-result ${fight.outcome}`}>
      <div class="row-head">
        <div>
          <p class="label">{en.fight.title}</p>
          <h2>{en.fight.outcomes[fight.outcome]}</h2>
        </div>
        <button
          type="button"
          class="plain"
          aria-label={en.common.close}
          onClick={() => {
            match.fight.value = null;
          }}
        >
          <Icon name="close" />
        </button>
      </div>
      <p class="small soft">
        {en.fight.at(names.hexFull(fight.hex))}.{' '}
        {en.fight.chances(formatShare(gaveWay), formatShare(undecided), formatShare(stopped))}
      </p>
      {told.map(({ own, losses }) => (
        <p key={String(own)}>
          {en.fight.lost(
            names.side(own ? side : 1 - side),
            lossesOf(losses, () => true),
          )}
        </p>
      ))}
      <p class="luck">
        <span class="bar" aria-hidden="true">
          <i style={{ width: `${fight.luck / 10}%` }} />
        </span>
        <small class="soft">{en.fight.luck(Math.round(fight.luck / 10))}</small>
      </p>
    </section>
  );
}
