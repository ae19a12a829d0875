/** A quantity over time: the middle 50 and 90 % of the games as bands, the median as a line, the sources' figures as marks. */
import { area, line } from 'd3-shape';
import { dayNumber, formatDay } from '../../core/calendar.ts';
import type { ReportModel, SeriesReport } from '../../lab/report/model.ts';
import { t } from '../text/intl.ts';
import { formatDate } from '../text/names.ts';
import { axisOf } from './axis.ts';
import { Chart, NumbersBehind } from './figure.tsx';
import { formatAmount, formatMark, formatSpan, type Gauge } from './figures.ts';
import { SourceLinks } from './figureTable.tsx';
import { signPath } from './signs.tsx';
import type { Told } from './told.ts';

const HEIGHT = 210;
const FOOT = 22;
const HEAD = 8;
const LEFT = 52;
const RIGHT = 12;
const DATE = 70;
/** So many figures of sources are joined to a line; fewer stand alone. */
const LINE = 5;

/** The last day of a turn (1 the first), ISO: what is counted at the end of a turn is dated by it. */
export function endOfTurn({ dates, turnDays }: Pick<ReportModel, 'dates' | 'turnDays'>, turn: number): string {
  if (turn <= 0) return formatDay(dayNumber(dates[0] ?? '') - 1);
  return formatDay(dayNumber(dates[turn - 1] ?? '') + turnDays - 1);
}

interface Props {
  series: SeriesReport;
  model: ReportModel;
  told: Told;
}

export function Fan({ series, model, told }: Props) {
  const { turns, history, quantity, side } = series;
  const name = t(`report.series.${quantity}`, { side: told.side(side ?? 0), other: told.side(1) });
  const last = turns[turns.length - 1];
  const gauge: Gauge = {
    unit: quantity === 'lost' || quantity === 'captured' ? 'men' : 'points',
    start: '',
    ratio: false,
    middle: 0,
  };
  const dated = (turn: number): string => formatDate(endOfTurn(model, turn));
  const summary = last
    ? t('report.fanSummary', {
        name,
        date: dated(turns.length),
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
    <figure class="report-figure">
      <figcaption>
        <b>{name}</b>
      </figcaption>
      <Chart
        class="fan"
        summary={summary}
        draw={(width) => ({
          height: HEIGHT,
          drawing: <Drawing series={series} model={model} width={width} gauge={gauge} />,
        })}
      />
      <NumbersBehind
        caption={name}
        head={[
          t('report.columns.date'),
          ...(['5', '25', '50', '75', '95'] as const).map((one) => t(`report.quantiles.${one}`)),
          t('report.columns.sources'),
        ]}
        rows={turns.map((quantiles, i) => [dated(i + 1), ...quantiles.map(formatAmount), stated(i + 1)])}
        figures={[1, 2, 3, 4, 5]}
      />
    </figure>
  );
}

function Drawing({
  series: { turns, history },
  model,
  width,
  gauge,
}: Omit<Props, 'told'> & { width: number; gauge: Gauge }) {
  const right = width - RIGHT;
  const foot = HEIGHT - FOOT;
  const values = [...turns.flat(), ...history.flatMap(({ low, high }) => [low, high]), 0];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const up = axisOf(low, high + (high - low) * 0.05, foot, HEAD, 5, true);
  const across = axisOf(1, Math.max(2, turns.length), LEFT, right, Math.floor((right - LEFT) / DATE), true);
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
      <g class="axis">
        <path class="grid" d={up.marks.map((mark) => `M${LEFT} ${up.at(mark).toFixed(1)}H${right}`).join('')} />
        {up.marks.map((mark) => (
          <text key={mark} x={LEFT - 6} y={up.at(mark) + 4} text-anchor="end">
            {formatMark(mark, gauge)}
          </text>
        ))}
        <path
          d={`M${LEFT} ${foot}H${right}${across.marks.map((mark) => `M${across.at(mark).toFixed(1)} ${foot}v4`).join('')}`}
        />
        {across.marks.map((turn) => (
          <text key={turn} x={Math.min(width - 22, across.at(turn))} y={HEIGHT - 5} text-anchor="middle">
            {formatDate(endOfTurn(model, turn), false)}
          </text>
        ))}
      </g>
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
