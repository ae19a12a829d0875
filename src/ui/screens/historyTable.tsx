import { useEffect, useState } from 'preact/hooks';
import type { OutcomeValue } from '../../play/outcomes.ts';
import type { Figure, History } from '../app/history.ts';
import type { Match } from '../app/match.ts';
import { outcomesOf } from '../app/outcome.ts';
import { en } from '../text/en.ts';
import { formatCount, formatDate } from '../text/names.ts';
import { SourceList } from '../widgets/sourceList.tsx';

/** This game's figures beside what each source says of the real battle; sources that disagree stand side by side. */
export function HistoryTable({ history, match }: { history: History; match: Match }) {
  const [values, setValues] = useState<Record<string, OutcomeValue> | null>(null);
  const { measures } = history;
  useEffect(() => {
    let gone = false;
    const asked = measures.map((measure) => measure.asked).filter((one) => one.measure !== null);
    outcomesOf(match.game, match.session.record(), asked).then(
      (found) => {
        if (!gone) setValues(found);
      },
      () => setValues({}),
    );
    return () => {
      gone = true;
    };
  }, [measures, match]);
  if (!values) return <p class="soft">{en.end.comparing}</p>;
  const rows = measures.filter(({ asked, figures }) => asked.id in values && figures.length > 0);
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
          {rows.map(({ asked, name, unit, figures }) => (
            <tr key={asked.id}>
              <td>{name}</td>
              <td class="num">
                <b>{show(values[asked.id] ?? null, unit)}</b>
              </td>
              <td>
                {figures.map((figure) => (
                  <FigureLine
                    key={`${figure.best}${figure.source.join()}`}
                    figure={figure}
                    unit={unit}
                    history={history}
                  />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FigureLine({ figure, unit, history }: { figure: Figure; unit: string; history: History }) {
  const range =
    figure.low === figure.high ? show(figure.best, unit) : `${show(figure.low, unit)} – ${show(figure.high, unit)}`;
  return (
    <div class={figure.refuted === '' ? 'figure' : 'figure refuted'}>
      <span>
        <b>{range}</b> <small class="soft">{figure.scope}</small>
        {figure.estimated && <small class="soft"> {en.end.estimate}</small>}
      </span>
      {figure.refuted !== '' && <small>{en.end.refuted(figure.refuted)}</small>}
      {figure.note !== '' && <small class="soft">{figure.note}</small>}
      <SourceList keys={figure.source} sources={history.sources} />
    </div>
  );
}

/** A figure in its unit: dates as dates, shares as per cent. */
function show(value: OutcomeValue, unit: string): string {
  if (value === null) return en.end.never;
  if (unit === 'date') return formatDate(String(value));
  if (value === 'yes' || value === 'no') return en.end.answers[value];
  const number = Number(value);
  if (Number.isNaN(number)) return String(value);
  return unit === 'share' ? `${Math.round(number * 100)} %` : formatCount(number);
}
