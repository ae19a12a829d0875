/** The distribution of one measure over the games, with every source's figure below it on the same axis. */
import type { FigureReport, MeasureReport } from '../../lab/report/model.ts';
import { breadthOf } from '../app/historyMap.ts';
import { t } from '../text/intl.ts';
import { type Axis, axisOf, domainOf, lanesOf } from './axis.ts';
import { Chart } from './figure.tsx';
import { formatMark, formatPercent, type Gauge } from './figures.ts';
import { signOf, signPath } from './signs.tsx';

const HIST = 46;
const BOX = HIST + 8;
const AXIS = BOX + 9;
const MARKS = AXIS + 14;
const LANES = MARKS + 15;
const LANE = 17;
const TEXT = 11;
const SIDE = 14;
/** An axis of whole values has room for so many at least, or a single one would fill it. */
const LEAST_COLUMNS = 8;
/** Breadth of the gauge of games in which it never came about. */
const NEVER = 74;

type Shown = Pick<MeasureReport, 'distribution' | 'figures' | 'yes'>;

interface Props {
  measure: Shown;
  gauge: Gauge;
  summary: string;
}

export function Strip({ measure, gauge, summary }: Props) {
  const draw = (width: number) => (measure.yes === null ? spread(measure, gauge, width) : answers(measure, width));
  return <Chart class="strip" summary={summary} draw={draw} />;
}

interface Placed {
  index: number;
  report: FigureReport;
  low: number;
  best: number;
  high: number;
  /** Beyond an end of the axis: −1 left, 1 right. */
  beyond: -1 | 0 | 1;
}

/** Numbers, dates: a histogram, the middle 50 and 90 %, the sources' ranges in rows below. */
function spread({ distribution, figures }: Shown, gauge: Gauge, width: number) {
  const { bins, never, happened, quantiles } = distribution;
  const ends = bins.flatMap(({ from, to }) => [from, to]);
  const stated = figures.flatMap(({ at }) => (at ? [at.low, at.best, at.high] : []));
  const [low, high] = domainOf(
    ends,
    stated.map((value) => value + gauge.middle),
    LEAST_COLUMNS * 2 * gauge.middle,
  );
  const right = width - SIDE - (never > 0 ? NEVER : 0);
  const axis = axisOf(low, high, SIDE, right, Math.max(2, Math.floor((right - SIDE) / 90)), 2 * gauge.middle);
  const placed = figures.flatMap((report, index): Placed[] => {
    if (!report.at) return [];
    const within = (value: number): number => axis.at(Math.max(low, Math.min(high, value + gauge.middle)));
    const { at } = report;
    const beyond = at.low + gauge.middle > high ? 1 : at.high + gauge.middle < low ? -1 : 0;
    return [{ index, report, low: within(at.low), best: within(at.best), high: within(at.high), beyond }];
  });
  const most = Math.max(1, ...bins.map(({ games }) => games));
  const lanes = lanesOf(
    placed.map((one) => ({ from: one.low - 22, to: one.high + 10 })),
    4,
  );
  const rows = Math.max(0, ...lanes.map((lane) => lane + 1));
  const drawing = (
    <>
      {bins.map(({ from, to, games }) => (
        <rect
          key={from}
          class="tally"
          x={axis.at(from) + 0.5}
          width={Math.max(1, axis.at(to) - axis.at(from) - 1)}
          y={HIST - (games / most) * HIST}
          height={(games / most) * HIST}
        />
      ))}
      {never > 0 && <NeverGauge at={width - NEVER + 8} share={never / (never + happened)} />}
      <AxisMarks axis={axis} gauge={gauge} from={SIDE} to={right} />
      {quantiles && <Box at={quantiles.map((value) => axis.at(value + gauge.middle))} />}
      {placed.map((one, i) => (
        <SourceMark key={one.index} {...one} y={LANES + (lanes[i] as number) * LANE} />
      ))}
    </>
  );
  return { height: LANES + rows * LANE, drawing };
}

function AxisMarks({ axis, gauge, from, to }: { axis: Axis; gauge: Gauge; from: number; to: number }) {
  const middle = (mark: number): number => axis.at(mark + gauge.middle);
  const marks = axis.marks.filter((mark) => mark + gauge.middle <= axis.high);
  return (
    <g class="axis">
      <path d={`M${from} ${AXIS}H${to}${marks.map((mark) => `M${middle(mark).toFixed(1)} ${AXIS}v4`).join('')}`} />
      {marks.map((mark) => {
        const text = formatMark(mark, gauge, axis.step);
        const half = breadthOf(text, TEXT) / 2;
        return (
          <text key={mark} x={Math.max(half, Math.min(to + SIDE - half, middle(mark)))} y={MARKS} text-anchor="middle">
            {text}
          </text>
        );
      })}
    </g>
  );
}

/** 5 to 95 % as a line, 25 to 75 % as a bar, the median across it. */
function Box({ at }: { at: number[] }) {
  const [p5 = 0, p25 = 0, p50 = 0, p75 = 0, p95 = 0] = at;
  return (
    <g class="quantiles">
      <path d={`M${p5} ${BOX}H${p95}M${p5} ${BOX - 4}v8M${p95} ${BOX - 4}v8`} />
      <rect x={p25} width={p75 - p25} y={BOX - 3.5} height={7} />
      <path class="median" d={`M${p50} ${BOX - 5.5}v11`} />
    </g>
  );
}

function NeverGauge({ at, share }: { at: number; share: number }) {
  const breadth = NEVER - 16;
  const filled = Math.max(2, HIST * share);
  return (
    <g class="never">
      <rect class="frame" x={at} y={0.5} width={breadth} height={HIST} />
      <rect class="tally" x={at} y={HIST - filled + 0.5} width={breadth} height={filled} />
      <text x={at + breadth / 2} y={AXIS} text-anchor="middle">
        {t('report.never')}
      </text>
      <text x={at + breadth / 2} y={MARKS} text-anchor="middle">
        {formatPercent(share)}
      </text>
    </g>
  );
}

/** A source's range as a line, its best value as a sign, its number in the list of sources beside it; an arrow points beyond the axis. */
function SourceMark({ index, report, low, best, high, beyond, y }: Placed & { y: number }) {
  const kind = signOf(report.figure);
  const estimated = report.figure.estimated === true ? ' estimated' : '';
  return (
    <g class={`source ${kind}${estimated}${report.counts ? '' : ' aside'}`}>
      <path class="guide" d={`M${best} ${AXIS - 22}V${AXIS}M${best} ${MARKS + 4}V${y}`} />
      {high > low && <path class="range" d={`M${low} ${y}H${high}M${low} ${y - 3}v6M${high} ${y - 3}v6`} />}
      {beyond === 0 ? (
        <path class="sign" d={signPath(kind)} transform={`translate(${best} ${y})`} />
      ) : (
        <path
          class="arrow"
          d={`M${best - beyond * 10} ${y}h${beyond * 9}m${-beyond * 4}-4l${beyond * 4} 4l${-beyond * 4} 4`}
        />
      )}
      <text x={low - (beyond === 1 ? 14 : 8)} y={y + 4} text-anchor="end">
        {index + 1}
      </text>
    </g>
  );
}

/** Yes and no: a bar in two parts, each source's sign under the part that agrees with it. */
function answers({ yes, figures }: Shown, width: number) {
  const share = yes ?? 0;
  const [from, to] = [SIDE, width - SIDE];
  const edge = from + share * (to - from);
  const seen = { yes: 0, no: 0 };
  const drawing = (
    <>
      <rect class="tally" x={from} y={8} width={edge - from} height={26} />
      <rect class="frame" x={from} y={8} width={to - from} height={26} />
      <text x={from} y={50}>
        {t('report.yesShare', { share: formatPercent(share) })}
      </text>
      <text x={to} y={50} text-anchor="end">
        {t('report.noShare', { share: formatPercent(1 - share) })}
      </text>
      {figures.map((report, index) => {
        const answer = report.figure.best === 'yes' ? 'yes' : 'no';
        const step = seen[answer]++ * 30;
        const x = answer === 'yes' ? from + 18 + step : to - 8 - step;
        const kind = signOf(report.figure);
        const more = `${report.figure.estimated ? ' estimated' : ''}${report.counts ? '' : ' aside'}`;
        return (
          <g key={index} class={`source ${kind}${more}`}>
            <path class="sign" d={signPath(kind)} transform={`translate(${x} 64)`} />
            <text x={x - 8} y={68} text-anchor="end">
              {index + 1}
            </text>
          </g>
        );
      })}
    </>
  );
  return { height: 76, drawing };
}
