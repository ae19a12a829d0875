/** How a change tells over time: the mean difference at the end of each turn, with its 95 % interval. */
import { area, line } from 'd3-shape';
import type { CompareModel, SeriesComparison } from '../../lab/compare/model.ts';
import type { SeriesReport } from '../../lab/report/model.ts';
import { t } from '../text/intl.ts';
import { formatCount } from '../text/names.ts';
import { type Course, CourseFigure, dateOfTurn } from './course.tsx';
import { formatDifference, formatInterval } from './differences.ts';
import { seriesGauge } from './figures.ts';
import { seriesName, type Told } from './told.ts';

interface Props {
  model: CompareModel;
  told: Told;
}

export function SeriesDifferences({ model, told }: Props) {
  return (
    <div class="report-fans">
      {model.series.map((series) => (
        <OneSeries key={series.id} series={series} model={model} told={told} />
      ))}
    </div>
  );
}

function OneSeries({ series, model, told }: Props & { series: SeriesComparison }) {
  const { quantity, side } = partsOf(series.id, model);
  const name = seriesName(quantity, side, told);
  const gauge = seriesGauge(quantity);
  const last = series.turns[series.turns.length - 1];
  const summary = last
    ? t('report.compare.seriesSummary', {
        name,
        date: dateOfTurn(model, series.turns.length),
        difference: formatDifference(last.difference, gauge),
        interval: formatInterval(last.interval, gauge),
      })
    : name;
  return (
    <CourseFigure
      name={name}
      summary={summary}
      model={model}
      gauge={gauge}
      values={series.turns.flatMap(({ difference, interval }) => [difference, ...(interval ?? [])])}
      turns={series.turns.length}
      draw={(course) => <Difference turns={series.turns} course={course} />}
      head={(['date', 'pairs', 'difference', 'interval'] as const).map((one) => t(`report.compare.columns.${one}`))}
      rows={series.turns.map(({ pairs, difference, interval }, i) => [
        dateOfTurn(model, i + 1),
        formatCount(pairs),
        formatDifference(difference, gauge),
        formatInterval(interval, gauge),
      ])}
      figures={[1, 2]}
    />
  );
}

/** The quantity and the side of a series, from its id: "lost.cn", "margin". */
function partsOf(id: string, { sides }: CompareModel): { quantity: SeriesReport['quantity']; side: 0 | 1 } {
  const [quantity, side] = id.split('.');
  return { quantity: quantity as SeriesReport['quantity'], side: side === sides[1].id ? 1 : 0 };
}

function Difference({ turns, course: { up, across } }: Pick<SeriesComparison, 'turns'> & { course: Course }) {
  type Turn = SeriesComparison['turns'][number];
  const band = area<Turn>()
    .defined(({ interval }) => interval !== null)
    .x((_, i) => across.at(i + 1))
    .y0(({ interval }) => up.at(interval?.[0] ?? 0))
    .y1(({ interval }) => up.at(interval?.[1] ?? 0))(turns);
  const middle = line<Turn>()
    .x((_, i) => across.at(i + 1))
    .y(({ difference }) => up.at(difference))(turns);
  return (
    <>
      <path class="most" d={band ?? ''} />
      <path class="nought" d={`M${across.at(1)} ${up.at(0)}H${across.at(Math.max(2, turns.length))}`} />
      <path class="median" d={middle ?? ''} />
    </>
  );
}
