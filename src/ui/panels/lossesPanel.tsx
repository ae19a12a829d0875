/** Men and equipment lost so far, by side and kind, and the score. */
import { battleLosses, tally } from '../../core/rules/victory.ts';
import { useDesk } from '../app/desk.ts';
import { nameOfLine } from '../app/score.ts';
import { en } from '../text/en.ts';
import { formatCount } from '../text/names.ts';
import { LossTable } from './lossTable.tsx';

export function LossesPanel() {
  const { table } = useDesk();
  const seen = table.seen.value;
  const score = tally(table.game, seen.view);
  const fogged = seen.view.fog && table.eyes.value !== null && !seen.view.over;
  const { sides } = table.game.data.scenario;
  const grade = table.names.grade(score.grade);
  return (
    <div class="losses">
      {fogged && <p class="small soft">{en.losses.fogged}</p>}
      <LossTable
        game={table.game}
        sides={sides.map((side) => side.name)}
        men={[battleLosses(table.game, seen.view, 0), battleLosses(table.game, seen.view, 1)]}
        view={seen.view}
        unknown={fogged ? 1 - seen.side : -1}
      />
      <h3 class="label">{en.losses.score}</h3>
      <table>
        <thead>
          <tr>
            <th>{en.losses.line}</th>
            {sides.map((side) => (
              <th key={side.id} class="num">
                {side.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {score.lines.map((line, i) => (
            <tr key={`${line.kind}${line.place}${i}`}>
              <td>{nameOfLine(table.game, table.names, line)}</td>
              <td class="num">{formatCount(line.points[0])}</td>
              <td class="num">{formatCount(line.points[1])}</td>
            </tr>
          ))}
          <tr class="total">
            <td>{en.losses.total}</td>
            <td class="num">{formatCount(score.points[0])}</td>
            <td class="num">{formatCount(score.points[1])}</td>
          </tr>
        </tbody>
      </table>
      <p>{en.losses.wouldBe(grade)}</p>
    </div>
  );
}
