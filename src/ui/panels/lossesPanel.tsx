/** Men and equipment lost so far, by side and kind, the score, and what counts for it. */
import { useState } from 'preact/hooks';
import { battleLosses, type TallyLine } from '../../core/rules/victory.ts';
import { useDesk } from '../app/desk.ts';
import { nameOfLine, standing } from '../app/score.ts';
import { t } from '../text/intl.ts';
import { formatCount } from '../text/names.ts';
import { LossTable } from './lossTable.tsx';
import { LuckTallyTable } from './luckTally.tsx';
import { Stakes } from './stakes.tsx';

/** Places up to which each has its line in the score. */
const FEW_PLACES = 6;

export function LossesPanel() {
  const { table } = useDesk();
  const seen = table.seen.value;
  const { game, names } = table;
  const score = standing(game, seen.view);
  const fogged = seen.view.fog && table.eyes.value !== null && !seen.view.over;
  const { sides } = game.data.scenario;
  const [open, setOpen] = useState(false);
  const places = score.lines.filter((line) => line.kind === 'objective');
  return (
    <div class="losses">
      <h3 class="label">{t('losses.score')}</h3>
      <table>
        <thead>
          <tr>
            <th>{t('losses.line')}</th>
            {sides.map((side, i) => (
              <th key={side.id} class="num">
                {names.side(i)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.length > FEW_PLACES && <PlacesRow lines={places} open={open} onOpen={() => setOpen(!open)} />}
          {(places.length <= FEW_PLACES || open) && places.map((line) => <ScoreRow key={line.place} line={line} />)}
          {score.lines
            .filter((line) => line.kind !== 'objective')
            .map((line, i) => (
              <ScoreRow key={`${line.kind}${line.place}${i}`} line={line} />
            ))}
          <tr class="total">
            <td>{t('losses.total')}</td>
            <td class="num">{formatCount(score.points[0])}</td>
            <td class="num">{formatCount(score.points[1])}</td>
          </tr>
          {score.later.map((line, i) => (
            <ScoreRow key={`later${i}`} line={line} later />
          ))}
        </tbody>
      </table>
      <p>{t('losses.wouldBe', { grade: names.grade(score.grade) })}</p>
      {fogged && <p class="small soft">{t('losses.foggedScore')}</p>}
      <details class="stakes-fold">
        <summary>{t('stakes.title')}</summary>
        <Stakes game={game} names={names} />
      </details>
      {fogged && <p class="small soft">{t('losses.fogged')}</p>}
      <LossTable
        game={game}
        sides={sides.map((_, i) => names.side(i))}
        men={[battleLosses(game, seen.view, 0), battleLosses(game, seen.view, 1)]}
        view={seen.view}
        unknown={fogged ? 1 - seen.side : -1}
      />
      <LuckTallyTable />
    </div>
  );
}

interface PlacesProps {
  lines: readonly TallyLine[];
  open: boolean;
  onOpen: () => void;
}

/** The places held, as one line with its sum. */
function PlacesRow({ lines, open, onOpen }: PlacesProps) {
  const sum = (side: 0 | 1): number => lines.reduce((all, line) => all + line.points[side], 0);
  return (
    <tr>
      <td>
        <button type="button" class="plain link" aria-expanded={open} onClick={onOpen}>
          {t('losses.places', { count: lines.length })} {open ? '▾' : '▸'}
        </button>
      </td>
      <td class="num">{formatCount(sum(0))}</td>
      <td class="num">{formatCount(sum(1))}</td>
    </tr>
  );
}

/** A line of the score; one that counts on the last day only is told apart. */
function ScoreRow({ line, later = false }: { line: TallyLine; later?: boolean }) {
  const { table } = useDesk();
  return (
    <tr class={later ? 'later' : ''}>
      <td>
        {nameOfLine(table.game, table.names, line)} {later && <small class="soft">{t('losses.atTheEnd')}</small>}
      </td>
      {line.points.map((points, side) => (
        <td class="num" key={table.game.data.scenario.sides[side]?.id}>
          {points === 0 ? '' : formatCount(points)}
        </td>
      ))}
    </tr>
  );
}
