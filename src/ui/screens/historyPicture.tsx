/** The picture of the movements: ground, waters and ways, and arrows as far as troops had come on a day. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Game } from '../../core/game.ts';
import type { Battle, Movement } from '../app/battle.ts';
import {
  type Arrow,
  arrowsOn,
  curveOf,
  type Frame,
  frameOf,
  labelsOf,
  linesIn,
  middleOf,
  type Point,
  partOf,
  pointOf,
  SCALE,
} from '../app/historyMap.ts';
import { beside } from '../app/load.ts';
import { loadMapFiles } from '../board/mapFiles.ts';
import { reliefOfHexes, resample } from '../board/reliefRaster.ts';
import { t } from '../text/intl.ts';
import { scenarioNames } from '../text/names.ts';
import { Choice } from '../widgets/choice.tsx';
import { paintGround } from '../widgets/mapPlate.tsx';

/** Thousandths of the picture's width: the size of names. */
const TEXT = 15.5;
const RELIEF_PX = 900;
const ZOOMS = [1, 2, 4] as const;
/** Heads of the arrows by side: a full one and a barbed one, so that colour is not all that tells them apart. */
export const HEADS = ['M0 0 10 5 0 10z', 'M0 0 10 5 0 10 4 5z'];
/** Events of so many days before the day shown are ringed. */
const EVENT_DAYS = 2;

type Ground = Awaited<ReturnType<typeof loadMapFiles>>;

interface PictureProps {
  game: Game;
  battle: Battle;
  day: number;
  title: string;
}

export function HistoryPicture({ game, battle, day, title }: PictureProps) {
  const [ground, setGround] = useState<Ground | null>(null);
  const [zoom, setZoom] = useState<(typeof ZOOMS)[number]>(1);
  const { id } = game.data.scenario;
  useEffect(() => {
    let gone = false;
    void loadMapFiles(beside(`assets/${id}/`), game.hexKm).then((files) => gone || setGround(files));
    return () => {
      gone = true;
    };
  }, [id]);
  const frame = useMemo(() => frameOf(game, battle), [game, battle]);
  const arrows = arrowsOn(game, battle.movements, day);
  const view = zoom === 1 ? frame : partOf(frame, zoom, middleOf(arrows));
  return (
    <>
      <Choice
        label={t('battle.zoom')}
        value={zoom}
        onChange={setZoom}
        options={ZOOMS.map((value) => ({ value, label: t(`battle.zooms.${value}`) }))}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: where it is wider than the page the arrow keys move it */}
      <section class="movement-frame" tabIndex={0} aria-label={title}>
        <div class="movement-picture">
          <Relief game={game} ground={ground} view={view} />
          <Drawing game={game} battle={battle} day={day} title={title} view={view} arrows={arrows} ground={ground} />
        </div>
      </section>
    </>
  );
}

/** The ground under the drawing, shaded from the heights. */
function Relief({ game, ground, view }: { game: Game; ground: Ground | null; view: Frame }) {
  const box = useRef<HTMLCanvasElement>(null);
  const width = RELIEF_PX;
  const height = Math.round((RELIEF_PX * view.height) / view.width);
  useEffect(() => {
    const ctx = box.current?.getContext('2d');
    if (!ctx || !ground) return;
    const relief = ground.relief ?? reliefOfHexes(game.data.map);
    const surface = resample(relief, view.left / SCALE, view.top / SCALE, width, height, view.width / SCALE / width);
    paintGround(ctx, surface, game.hexKm);
  }, [ground, view.left, view.top, view.width]);
  return <canvas ref={box} width={width} height={height} />;
}

interface DrawingProps extends PictureProps {
  view: Frame;
  arrows: readonly Arrow[];
  ground: Ground | null;
}

function Drawing({ game, battle, day, title, view, arrows, ground }: DrawingProps) {
  const names = scenarioNames(game);
  const unit = view.width / 1000;
  const lines = useMemo(
    () => ({
      rivers: linesIn(view, ground?.lines?.rivers ?? []),
      roads: linesIn(view, ground?.lines?.roads ?? []),
      rails: linesIn(view, ground?.lines?.rails ?? []),
    }),
    [view.left, view.top, view.width, ground],
  );
  const named = battle.movements.flatMap(({ steps }) => steps.map(({ hex, where }) => ({ hex, text: where })));
  const happened = battle.events.map(({ hex, where }) => ({ hex, text: where }));
  const towns = game.places.flatMap(({ hex, index }) =>
    /city|town/.test(game.data.map.places[index]?.kind ?? '') ? [{ hex, text: names.place(index) }] : [],
  );
  const size = TEXT * unit;
  const labels = labelsOf(game, view, [...named, ...happened, ...towns], size);
  const colour = (side: number): string => game.data.scenario.sides[side]?.colour ?? '';
  const recent = battle.events.filter((event) => event.hex >= 0 && event.day <= day && day - event.day <= EVENT_DAYS);
  return (
    <svg
      class="movement-map"
      viewBox={`${view.left} ${view.top} ${view.width} ${view.height}`}
      style={{ '--unit': unit }}
      role="img"
      aria-label={title}
    >
      <defs>
        {[0, 1].map((side) => (
          <marker
            key={side}
            id={`head-${side}`}
            viewBox="0 0 10 10"
            refX="7"
            refY="5"
            markerWidth="4"
            markerHeight="4"
            orient="auto"
          >
            <path d={HEADS[side]} fill={colour(side)} />
          </marker>
        ))}
      </defs>
      {lines.rivers.map(({ class: kind, path }) => (
        <path key={path} d={path} class={`water ${kind}`} />
      ))}
      {lines.roads.map(({ class: kind, path }) => (
        <path key={path} d={path} class={`way ${kind}`} />
      ))}
      {lines.rails.map(({ path }) => (
        <path key={path} d={path} class="rail" />
      ))}
      {labels.map(({ hex }) => {
        const { x, y } = pointOf(game.cols, hex);
        return <circle key={hex} cx={x} cy={y} r={3 * unit} class="place" />;
      })}
      {recent.map((event) => {
        const { x, y } = pointOf(game.cols, event.hex);
        return <circle key={event.id} cx={x} cy={y} r={11 * unit} class="happened" />;
      })}
      {arrows.map(({ movement, points, fresh }) => (
        <path
          key={movement.id}
          d={curveOf(points)}
          class={`arrow${fresh ? ' fresh' : ''}${movement.estimated ? ' estimated' : ''}`}
          stroke={colour(movement.side)}
          marker-end={`url(#head-${movement.side})`}
        />
      ))}
      {labels.map(({ hex, text, x, y, anchor }) => (
        <text key={hex} x={x} y={y} text-anchor={anchor} font-size={size} class="name">
          {text}
        </text>
      ))}
      {arrows.map(({ movement, points }) => (
        <ArrowNumber key={movement.id} movement={movement} points={points} unit={unit} colour={colour(movement.side)} />
      ))}
    </svg>
  );
}

interface NumberProps {
  movement: Movement;
  points: readonly Point[];
  unit: number;
  colour: string;
}

/** The number of a movement on its last stretch, as in the table. */
function ArrowNumber({ movement, points, unit, colour }: NumberProps) {
  const at = points[Math.max(0, points.length - 2)];
  const to = points[points.length - 1];
  if (!at || !to) return null;
  const x = at.x * 0.45 + to.x * 0.55;
  const y = at.y * 0.45 + to.y * 0.55;
  return (
    <g class="number">
      <circle cx={x} cy={y} r={10 * unit} stroke={colour} />
      <text x={x} y={y} font-size={12 * unit} text-anchor="middle">
        {movement.number}
      </text>
    </g>
  );
}
