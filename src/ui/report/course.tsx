/** Charts of what goes on over time: dates across, amounts up. What a series is drawn as is its own. */
import type { ComponentChildren } from 'preact';
import { dayNumber, formatDay } from '../../core/calendar.ts';
import { formatDate } from '../text/names.ts';
import { type Axis, axisOf } from './axis.ts';
import { Chart, NumbersBehind, type TableProps } from './figure.tsx';
import { formatMark, type Gauge } from './figures.ts';

const HEIGHT = 210;
const FOOT = 22;
const HEAD = 8;
const LEFT = 52;
const RIGHT = 12;
/** Pixels that a date takes. */
const DATE = 70;

/** First day of each turn, ISO. */
interface Dated {
  dates: readonly string[];
}

/** The last day of a turn (1 the first, 0 the day before), ISO: what is counted at the end of a turn is dated by it. */
export function endOfTurn({ dates }: Dated, turn: number): string {
  const [first = '', second = first] = dates;
  const days = Math.max(1, dayNumber(second) - dayNumber(first));
  return formatDay(dayNumber(first) + turn * days - 1);
}

/** The same in words. */
export function dateOfTurn(dated: Dated, turn: number): string {
  return formatDate(endOfTurn(dated, turn));
}

export interface Course {
  width: number;
  /** Of amounts; nought is always on it. */
  up: Axis;
  /** Of turns, 1 the first. */
  across: Axis;
}

/** Axes for values over so many turns in a chart so many pixels wide. */
function courseOf(values: readonly number[], turns: number, width: number): Course {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = (high - low) * 0.05;
  const right = width - RIGHT;
  return {
    width,
    up: axisOf(low < 0 ? low - room : low, high + room, HEIGHT - FOOT, HEAD, 5, 1),
    across: axisOf(1, Math.max(2, turns), LEFT, right, Math.floor((right - LEFT) / DATE), 1),
  };
}

interface FigureProps extends Omit<TableProps, 'caption'> {
  name: string;
  summary: string;
  model: Dated;
  gauge: Gauge;
  /** All that has to have room on the axes, and the turns across. */
  values: readonly number[];
  turns: number;
  draw: (course: Course) => ComponentChildren;
}

/** A chart over the turns of a game with its name and the table of its numbers. */
export function CourseFigure({ name, summary, model, gauge, values, turns, draw, ...table }: FigureProps) {
  const drawn = (width: number) => {
    const course = courseOf(values, turns, width);
    const drawing = (
      <>
        <CourseAxes course={course} model={model} gauge={gauge} />
        {draw(course)}
      </>
    );
    return { height: HEIGHT, drawing };
  };
  return (
    <figure class="report-figure">
      <figcaption>
        <b>{name}</b>
      </figcaption>
      <Chart class="fan" summary={summary} draw={drawn} />
      <NumbersBehind caption={name} {...table} />
    </figure>
  );
}

interface AxesProps {
  course: Course;
  model: Dated;
  gauge: Gauge;
}

function CourseAxes({ course: { up, across, width }, model, gauge }: AxesProps) {
  const foot = HEIGHT - FOOT;
  const right = width - RIGHT;
  return (
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
  );
}
