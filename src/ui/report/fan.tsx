/** A quantity over time: the middle 50 and 90 % of the games as bands, the median as a line, the sources' figures as marks. */
import { area, line } from 'd3-shape';
import type { ReportModel, SeriesReport } from '../../lab/report/model.ts';
import { t } from '../text/intl.ts';
import { type Course, CourseFigure, dateOfTurn } from './course.tsx';
import { formatAmount, formatSpan, seriesGauge } from './figures.ts';
import { SourceLinks } from './figureTable.tsx';
import { signPath } from './signs.tsx';
import { seriesName, type Told } from './told.ts';

/** So many figures of sources are joined to a line; fewer stand alone. */
const LINE = 5;

interface Props {
  series: SeriesReport;
  model: ReportModel;
  told: Told;
}

export function Fan({ series, model, told }: Props) {
  const { turns, history, quantity, side } = series;
  const name = seriesName(quantity, side ?? 0, told);
  const last = turns[turns.length - 1];
  const gauge = seriesGauge(quantity);
  const summary = last
    ? t('report.fanSummary', {
        name,
        date: dateOfTurn(model, turns.length),
        median: formatAmount(last[2]),
        low: formatAmount(last[0]),
        high: formatAmount(last[4]),
        count: history.length,
      })
    : name;
  const stated = (turn: number) => {
    const found = history.filter((one) => one.turn === turn);
    if (found.length === 0) return '–';
    return found.map(({ low, high, sources }, i) => (
      <div key={i}>
        {low === high ? formatAmount(low) : formatSpan(low, high, { ...gauge, unit: 'pieces' })}
        <SourceLinks keys={sources} sources={model.sources} />
      </div>
    ));
  };
  return (
    <CourseFigure
      name={name}
      summary={summary}
      model={model}
      gauge={gauge}
      values={[...turns.flat(), ...history.flatMap(({ low, high }) => [low, high])]}
      turns={turns.length}
      draw={(course) => <Bands series={series} course={course} />}
      head={[
        t('report.columns.date'),
        ...(['5', '25', '50', '75', '95'] as const).map((one) => t(`report.quantiles.${one}`)),
        t('report.columns.sources'),
      ]}
      rows={turns.map((quantiles, i) => [dateOfTurn(model, i + 1), ...quantiles.map(formatAmount), stated(i + 1)])}
      figures={[1, 2, 3, 4, 5]}
    />
  );
}

function Bands({ series: { turns, history }, course: { up, across } }: { series: SeriesReport; course: Course }) {
  const band = (low: 0 | 1, high: 3 | 4): string =>
    area<SeriesReport['turns'][number]>()
      .x((_, i) => across.at(i + 1))
      .y0((quantiles) => up.at(quantiles[low]))
      .y1((quantiles) => up.at(quantiles[high]))(turns) ?? '';
  const median = line<SeriesReport['turns'][number]>()
    .x((_, i) => across.at(i + 1))
    .y((quantiles) => up.at(quantiles[2]))(turns);
  const told = line<SeriesReport['history'][number]>()
    .x(({ turn }) => across.at(turn))
    .y(({ low, high }) => up.at((low + high) / 2))(history);
  const between = area<SeriesReport['history'][number]>()
    .x(({ turn }) => across.at(turn))
    .y0(({ low }) => up.at(low))
    .y1(({ high }) => up.at(high))(history);
  return (
    <>
      <path class="most" d={band(0, 4)} />
      <path class="half" d={band(1, 3)} />
      <path class="median" d={median ?? ''} />
      {history.length >= LINE ? (
        <>
          <path class="told between" d={between ?? ''} />
          <path class="told" d={told ?? ''} />
        </>
      ) : (
        history.map((one, i) => <Mark key={i} {...one} x={across.at(one.turn)} y={up.at} />)
      )}
    </>
  );
}

/** What a source says at the end of a turn: its range and the middle of it. */
function Mark({ low, high, x, y }: SeriesReport['history'][number] & { x: number; y: (value: number) => number }) {
  return (
    <g class="source plain">
      {high > low && <path class="range" d={`M${x} ${y(low)}V${y(high)}M${x - 4} ${y(low)}h8M${x - 4} ${y(high)}h8`} />}
      <path class="sign" d={signPath('plain')} transform={`translate(${x} ${y((low + high) / 2)})`} />
    </g>
  );
}
