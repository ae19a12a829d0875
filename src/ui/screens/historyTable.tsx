import type { History } from '../app/history.ts';
import type { Match } from '../app/match.ts';
import { outcomeOf } from '../app/outcome.ts';
import { en } from '../text/en.ts';
import { SourceList } from '../widgets/sourceList.tsx';

/** This game's figures beside what each source says of the real battle; sources that disagree stand side by side. */
export function HistoryTable({ history, match }: { history: History; match: Match }) {
  const rows = history.measures
    .map((measure) => ({ measure, mine: outcomeOf(match, measure.id) }))
    .filter(({ mine, measure }) => mine !== null && measure.figures.length > 0);
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{en.end.compared}</h3>
      <table class="history">
        <thead>
          <tr>
            <th>{en.end.measure}</th>
            <th class="num">{en.end.thisGame}</th>
            <th>{en.end.history}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ measure, mine }) => (
            <tr key={measure.id}>
              <td>{measure.name}</td>
              <td class="num">
                <b>{mine}</b>
              </td>
              <td>
                {measure.figures.map((figure) => (
                  <div key={`${figure.best}${figure.source.join()}`} class="figure">
                    <span>
                      {figure.low === figure.high ? figure.best : `${figure.low} – ${figure.high}`}
                      {figure.estimated && <small class="soft"> {en.end.estimate}</small>}
                    </span>
                    {figure.note && <small class="soft">{figure.note}</small>}
                    <SourceList keys={figure.source} sources={history.sources} />
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
