/** A map of the movements, day by day, with its legend and the table behind it. */
import { formatDay } from '../../core/calendar.ts';
import type { Game } from '../../core/game.ts';
import type { Battle, Movement } from '../app/battle.ts';
import type { Source } from '../app/history.ts';
import { t } from '../text/intl.ts';
import { formatDate, joinNames, scenarioNames } from '../text/names.ts';
import { DateSlider } from '../widgets/dateSlider.tsx';
import { SourceList } from '../widgets/sourceList.tsx';
import { HEADS, HistoryPicture } from './historyPicture.tsx';

interface Props {
  game: Game;
  battle: Battle;
  sources: Readonly<Record<string, Source>>;
  /** The day shown, null for the last. */
  day: number | null;
  onDay: (day: number) => void;
}

export function HistoryMapView({ game, battle, sources, day, onDay }: Props) {
  const days = battle.movements.flatMap(({ steps }) => steps.map((step) => step.day));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const names = scenarioNames(game);
  if (battle.movements.length === 0) return <p>{t('battle.none')}</p>;
  const shown = Math.max(first, Math.min(last, day ?? last));
  const date = formatDate(formatDay(shown));
  return (
    <>
      <DateSlider
        labels={{ label: t('battle.day'), earlier: t('battle.earlier'), later: t('battle.later') }}
        value={shown}
        first={first}
        last={last}
        text={date}
        onChange={onDay}
      />
      <HistoryPicture game={game} battle={battle} day={shown} title={t('battle.mapTitle', { date })} />
      <Legend game={game} />
      <h3>{t('battle.table')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: where it is wider than the page the arrow keys move it */}
      <section class="movement-table" tabIndex={0} aria-label={t('battle.table')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('battle.number')}</th>
              <th scope="col">{t('battle.side')}</th>
              <th scope="col">{t('battle.who')}</th>
              <th scope="col">{t('battle.way')}</th>
            </tr>
          </thead>
          <tbody>
            {battle.movements.map((movement) => (
              <tr key={movement.id}>
                <td class="num">{movement.number}</td>
                <td>{names.side(movement.side)}</td>
                <td>{joinNames(movement.who, 4)}</td>
                <td>
                  <Way movement={movement} />
                  {movement.note !== '' && <p class="small soft">{movement.note}</p>}
                  <SourceList keys={movement.source} sources={sources} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Way({ movement }: { movement: Movement }) {
  const steps = movement.steps.map(({ where, date }) => t('battle.step', { where, date: formatDate(date, false) }));
  return (
    <>
      {steps.join(' → ')}
      {movement.estimated && <small class="soft"> {t('battle.estimated')}</small>}
    </>
  );
}

function Legend({ game }: { game: Game }) {
  const names = scenarioNames(game);
  return (
    <ul class="movement-legend small" aria-label={t('battle.legend')}>
      {game.data.scenario.sides.map((side, i) => (
        <li key={side.id}>
          <svg viewBox="0 0 34 12" aria-hidden="true">
            <path d="M1 6H24" stroke={side.colour} stroke-width="4" />
            <path d={HEADS[i]} transform="translate(22 1)" fill={side.colour} />
          </svg>{' '}
          {names.side(i)}
        </li>
      ))}
      <li>{t('battle.legendFresh')}</li>
      <li>{t('battle.legendEstimated')}</li>
      <li>{t('battle.legendPlace')}</li>
      <li>{t('battle.legendNumber')}</li>
    </ul>
  );
}
