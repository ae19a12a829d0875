/** The end of a battle: grade, score, losses, and the same figures as history has them. */
import { useEffect, useState } from 'preact/hooks';
import { battleLosses, tally } from '../../core/rules/victory.ts';
import type { GameState } from '../../core/state.ts';
import { type History, readHistory } from '../app/history.ts';
import type { Running } from '../app/running.ts';
import { gradeWithout, nameOfLine } from '../app/score.ts';
import { LossTable } from '../panels/lossTable.tsx';
import { t } from '../text/intl.ts';
import { formatCount } from '../text/names.ts';
import { Dialog } from '../widgets/dialog.tsx';
import { Icon } from '../widgets/icon.tsx';
import { SourceList } from '../widgets/sourceList.tsx';
import { HistoryTable } from './historyTable.tsx';
import { LaboratoryOf } from './laboratoryDoor.tsx';

interface Props {
  running: Running;
  onReplay: () => void;
  onNew: () => void;
  onClose: () => void;
}

export function EndScreen({ running, onReplay, onNew, onClose }: Props) {
  const { match, entry } = running;
  const { game, session } = match;
  const state = session.state as GameState;
  const [history, setHistory] = useState<History | null>(null);
  useEffect(() => void readHistory(entry.id, entry.historical !== null).then(setHistory), [entry.id]);
  const score = tally(game, state);
  const { sides, victory } = game.data.scenario;
  const gradeName = match.names.grade;
  return (
    <Dialog
      title={t('end.title')}
      wide
      onClose={onClose}
      foot={
        <>
          <button type="button" onClick={onClose}>
            {t('end.lookAtMap')}
          </button>
          <button type="button" onClick={onReplay}>
            <Icon name="turnBack" /> {t('end.replay')}
          </button>
          {entry.historical && <LaboratoryOf scenario={entry.id} label={t('laboratory.howCompares')} />}
          <button type="button" class="primary" onClick={onNew}>
            {t('end.newGame')}
          </button>
        </>
      }
    >
      <div class="end">
        <div class="verdict">
          <div>
            <p class="label">{t('end.yours')}</p>
            <p class="grade">{gradeName(state.result?.grade ?? score.grade)}</p>
            <p class="soft">
              {t('end.margin', { first: formatCount(score.points[0]), second: formatCount(score.points[1]) })}
            </p>
            {state.handicap && (
              <p class="small soft">
                {t('end.handicap', {
                  points: state.handicap.points,
                  side: match.names.side(state.handicap.side),
                  grade: gradeName(gradeWithout(game, state)),
                })}
              </p>
            )}
          </div>
          {victory.historical && (
            <div>
              <p class="label">{t('end.historical')}</p>
              <p class="grade">{gradeName(victory.historical.grade)}</p>
              <p class="small soft">{match.names.text('historical.note', victory.historical.note)}</p>
            </div>
          )}
        </div>
        <ol class="grades" aria-label={t('end.scale')}>
          {victory.grades.map((one) => (
            <li
              key={one.id}
              class={`${one.id === score.grade ? 'mine' : ''} ${one.id === victory.historical?.grade ? 'then' : ''}`}
            >
              {gradeName(one.id)}
              {one.id === score.grade && <small>{t('end.mine')}</small>}
              {one.id === victory.historical?.grade && <small>{t('end.real')}</small>}
            </li>
          ))}
        </ol>
        {history && history.measures.length > 0 && <HistoryTable history={history} match={match} />}
        <div class="end-columns">
          <section>
            <h3>{t('end.losses')}</h3>
            <LossTable
              game={game}
              sides={sides.map((_, side) => match.names.side(side))}
              men={[battleLosses(game, state, 0), battleLosses(game, state, 1)]}
              view={state}
              unknown={-1}
            />
          </section>
          <section>
            <h3>{t('end.objectives')}</h3>
            <table>
              <thead>
                <tr>
                  <th>{t('losses.line')}</th>
                  {sides.map((side, i) => (
                    <th key={side.id} class="num">
                      {match.names.side(i)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {score.lines.map((line, i) => (
                  <tr key={`${line.kind}${line.place}${i}`}>
                    <td>{nameOfLine(game, match.names, line)}</td>
                    {line.points.map((points, side) => (
                      <td class="num" key={sides[side]?.id}>
                        {points > 0 ? formatCount(points) : ''}
                      </td>
                    ))}
                  </tr>
                ))}
                <tr class="total">
                  <td>{t('losses.total')}</td>
                  <td class="num">{formatCount(score.points[0])}</td>
                  <td class="num">{formatCount(score.points[1])}</td>
                </tr>
              </tbody>
            </table>
          </section>
        </div>
        {victory.historical && <SourceList keys={victory.historical.source} sources={history?.sources ?? {}} />}
      </div>
    </Dialog>
  );
}
