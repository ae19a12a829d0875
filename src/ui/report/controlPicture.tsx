/** The map at the end of a turn: shades, fronts, names; the hex that is pointed at is ringed. */
import { useId, useMemo } from 'preact/hooks';
import type { ControlReport, ReportModel } from '../../lab/report/model.ts';
import { labelsOf, type Point, partOf, pointOf } from '../app/historyMap.ts';
import { historyFront, likelyFront, mapFrame, outline, SHADES, type Shade, shadePaths } from './shades.ts';
import type { Told } from './told.ts';

const TEXT = 11.5;
/** Names are set a little apart: the marks of their places take room as well. */
const ROOM = 1.15;

interface Props {
  model: ReportModel;
  told: Told;
  turn: number;
  breadth: number;
  /** How many times nearer than the whole map, and about which point. */
  zoom?: number;
  centre?: Point;
  /** Place in `hexes` of the hex that is looked at; −1 for none. */
  looked?: number;
  summary: string;
  /** A point of the picture that the pointer is over; null when it leaves. */
  onPoint?: (point: Point | null) => void;
}

export function ControlPicture({ model, told, turn, breadth, zoom = 1, centre, looked = -1, summary, onPoint }: Props) {
  const id = useId();
  const { control, games } = model;
  const whole = useMemo(() => mapFrame(control), [control]);
  const frame = zoom === 1 || !centre ? whole : partOf(whole, zoom, centre);
  const paths = useMemo(() => shadePaths(control, games, turn), [control, games, turn]);
  const likely = useMemo(() => likelyFront(control, turn), [control, turn]);
  const history = useMemo(() => historyFront(control, turn), [control, turn]);
  const scale = breadth / frame.width;
  const size = TEXT / scale;
  const named = useMemo(() => places(control, told), [control, told.title]);
  const labels = labelsOf({ cols: control.columns }, frame, named, size * ROOM);
  const height = frame.height * scale;
  const pointed = (event: PointerEvent): void => {
    const box = (event.currentTarget as SVGElement).getBoundingClientRect();
    const shrunk = box.width / breadth;
    onPoint?.({
      x: frame.left + (event.clientX - box.left) / shrunk / scale,
      y: frame.top + (event.clientY - box.top) / shrunk / scale,
    });
  };
  const hex = control.hexes[looked];
  return (
    <svg
      class="control-map"
      viewBox={`0 0 ${breadth} ${height.toFixed(1)}`}
      role="img"
      aria-label={summary}
      onPointerMove={pointed}
      onPointerDown={pointed}
      onPointerLeave={() => onPoint?.(null)}
    >
      <Patterns id={id} />
      <g transform={`scale(${scale}) translate(${-frame.left} ${-frame.top})`}>
        {SHADES.map((shade) => paths[shade] && <Filled key={shade} id={id} shade={shade} d={paths[shade]} />)}
        <path class="front likely" d={likely} />
        {history !== '' && <HistoryLine d={history} />}
        {control.places.map(({ id: place, hex: at, objective }) => {
          const { x, y } = pointOf(control.columns, at);
          return objective ? (
            <path key={place} class="place" d={star(x, y, size * 0.55)} />
          ) : (
            <circle key={place} class="place" cx={x} cy={y} r={size * 0.2} />
          );
        })}
        {labels.map(({ hex: at, text, x, y, anchor }) => (
          <text key={at} x={x} y={y} text-anchor={anchor} font-size={size} stroke-width={size * 0.28}>
            {text}
          </text>
        ))}
        {hex !== undefined && <path class="looked" d={outline(control.columns, hex)} />}
      </g>
    </svg>
  );
}

/** Names of the map in the order in which they get room: objectives first. */
function places({ places }: ControlReport, told: Told): { hex: number; text: string }[] {
  const [aims, others] = [places.filter(({ objective }) => objective), places.filter(({ objective }) => !objective)];
  return [...aims, ...others].map(({ id, name, hex }) => ({ hex, text: told.place(id, name) }));
}

/** A five-pointed star. */
function star(x: number, y: number, radius: number): string {
  const points = Array.from({ length: 10 }, (_, i) => {
    const far = i % 2 === 0 ? radius : radius * 0.45;
    const angle = (i * 36 - 90) * (Math.PI / 180);
    return `${(x + far * Math.cos(angle)).toFixed(1)} ${(y + far * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join('L')}Z`;
}

/** A shade's colour, and over it the hatching of the second side or the dots of nobody. */
export function Filled({ id, shade, d }: { id: string; shade: Shade; d: string }) {
  const pattern = shade === 'nobody' ? 'dots' : shade.startsWith('second') ? 'hatch' : null;
  return (
    <>
      <path class={`shade ${shade}`} d={d} />
      {pattern && (
        <path class={`over ${shade}`} d={d} fill={`url(#${id}-${pattern}${shade === 'second3' ? '-light' : ''})`} />
      )}
    </>
  );
}

/** A broken line on a white ground, to be told from the line of the games whatever lies below. */
export function HistoryLine({ d }: { d: string }) {
  return (
    <>
      <path class="front ground" d={d} />
      <path class="front told" d={d} />
    </>
  );
}

/** The patterns that `Filled` asks for; `id` keeps those of two maps apart. */
export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      {['', '-light'].map((kind) => (
        <pattern
          key={kind}
          id={`${id}-hatch${kind}`}
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path class={`hatch${kind}`} d="M0 0V7" />
        </pattern>
      ))}
      <pattern id={`${id}-dots`} width="8" height="8" patternUnits="userSpaceOnUse">
        <circle class="dot" cx="4" cy="4" r="1.3" />
      </pattern>
    </defs>
  );
}
