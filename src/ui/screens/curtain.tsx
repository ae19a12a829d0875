import type { Match } from '../app/match.ts';
import { t } from '../text/intl.ts';
import { formatTurn, secondName } from '../text/names.ts';

/** Hot-seat under fog: hides the map until the other player sits down. */
export function Curtain({ match }: { match: Match }) {
  const side = match.curtain.value;
  if (side === null) return null;
  const data = match.game.data.scenario.sides[side];
  const title = t('curtain.title', { side: match.names.side(side) });
  const second = secondName(data?.name ?? '', data?.zh ?? '');
  return (
    <div class="curtain" role="dialog" aria-label={title}>
      <div>
        <p class="label">{formatTurn(match.game, match.session.state.turn)}</p>
        <h2>{title}</h2>
        <p lang={second.lang}>{second.text}</p>
        <p>{t('curtain.about')}</p>
        <button type="button" class="primary" onClick={() => match.lift()}>
          {t('curtain.ready')}
        </button>
      </div>
    </div>
  );
}
