/** Games worth watching: the one in the middle, and the one nearest to history. */
import type { NotableGame, ReportModel } from '../../lab/report/model.ts';
import { t } from '../text/intl.ts';
import { Icon } from '../widgets/icon.tsx';
import { formatAmount } from './figures.ts';
import type { Told } from './told.ts';

interface Props {
  model: ReportModel;
  told: Told;
  /** Opens a game's replay in the page; left out where the page cannot. */
  onReplay?: ((game: NotableGame) => void) | undefined;
}

export function NotableGames({ model, told, onReplay }: Props) {
  const same = model.median.game === model.nearest.game;
  return (
    <div class="notable-games">
      <Card kind="median" game={model.median} {...{ model, told, onReplay }} />
      {same ? (
        <p>{t('report.sameGame')}</p>
      ) : (
        <Card kind="nearest" game={model.nearest} {...{ model, told, onReplay }} />
      )}
    </div>
  );
}

function Card({ kind, game, model, told, onReplay }: Props & { kind: 'median' | 'nearest'; game: NotableGame }) {
  const grade = model.grades.find((one) => one.id === game.grade);
  const facts: [string, string][] = [
    [t('report.seed'), game.seed],
    ...(grade ? [[t('report.grade'), told.grade(grade.id, grade.name)] as [string, string]] : []),
    ...(game.margin === null ? [] : [[t('report.points'), formatAmount(game.margin)] as [string, string]]),
    ...(game.distance === null
      ? []
      : [[t('report.distance'), t('report.ranges', { count: game.distance.toFixed(2) })] as [string, string]]),
  ];
  return (
    <article>
      <h4>{t(`report.notable.${kind}`, { game: game.game })}</h4>
      <p class="small soft">{t(`report.notableAbout.${kind}`)}</p>
      <dl class="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Way game={game} onReplay={onReplay} />
    </article>
  );
}

/** How the game is watched from here: in the page, at an address, from a file; or why it can't be. */
function Way({ game, onReplay }: { game: NotableGame; onReplay?: Props['onReplay'] }) {
  if (onReplay)
    return (
      <button type="button" onClick={() => onReplay(game)}>
        <Icon name="play" /> {t('report.replay', { game: game.game })}
      </button>
    );
  const { address = null, file = null, refused = null } = game.replay ?? {};
  if (address === null && file === null && refused === null) return null;
  if (refused) return <p class="small soft">{t(`report.refusedReplay.${refused}`)}</p>;
  return (
    <p class="button-row">
      {address !== null && (
        <a class="button" href={address} target="_blank" rel="noreferrer noopener">
          <Icon name="play" /> {t('report.replay', { game: game.game })}
        </a>
      )}
      {file !== null && (
        <a class="button" href={file} download>
          <Icon name="download" /> {t('report.record', { game: game.game })}
        </a>
      )}
    </p>
  );
}
