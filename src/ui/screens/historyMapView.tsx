/** A map of the movements, day by day, with its legend and the table behind it. */
import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import { formatDay } from '../../core/calendar.ts';
import type { Game } from '../../core/game.ts';
import type { Battle, Movement } from '../app/battle.ts';
import type { Source } from '../app/history.ts';
import { arrowsOn, curveOf, frameOf, labelsOf, linesIn, pointOf } from '../app/historyMap.ts';
import { beside } from '../app/load.ts';
import type { MapLines } from '../board/contract.ts';
import { loadMapFiles } from '../board/mapFiles.ts';
import { t } from '../text/intl.ts';
import { formatDate, joinNames, scenarioNames } from '../text/names.ts';
import { Icon } from '../widgets/icon.tsx';
import { SourceList } from '../widgets/sourceList.tsx';

/** Size of names in units of the picture. */
const TEXT = 11;
/** Events of so many days before the day shown are ringed. */
const EVENT_DAYS = 2;

interface Props {
  game: Game;
  battle: Battle;
  sources: Readonly<Record<string, Source>>;
  /** The day shown, null for the last. */
  day: number | null;
  onDay: (day: number) => void;
}

export function HistoryMapView({ game, battle, sources, day, onDay }: Props) {
  const days = battle.movements.flatMap(({ steps }) => steps.map((step) => step.day));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const names = scenarioNames(game);
  if (battle.movements.length === 0) return <p>{t('battle.none')}</p>;
  const shown = Math.max(first, Math.min(last, day ?? last));
  const date = formatDate(formatDay(shown));
  return (
    <>
      <DayBar day={shown} first={first} last={last} onDay={onDay} />
      <Picture game={game} battle={battle} day={shown} title={t('battle.mapTitle', { date })} />
      <Legend game={game} />
      <h3>{t('battle.table')}</h3>
      <div class="movement-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('battle.number')}</th>
              <th scope="col">{t('battle.side')}</th>
              <th scope="col">{t('battle.who')}</th>
              <th scope="col">{t('battle.way')}</th>
            </tr>
          </thead>
          <tbody>
            {battle.movements.map((movement) => (
              <tr key={movement.id}>
                <td class="num">{movement.number}</td>
                <td>{names.side(movement.side)}</td>
                <td>{joinNames(movement.who, 4)}</td>
                <td>
                  <Way movement={movement} />
                  {movement.note !== '' && <p class="small soft">{movement.note}</p>}
                  <SourceList keys={movement.source} sources={sources} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Way({ movement }: { movement: Movement }) {
  const steps = movement.steps.map(({ where, date }) => t('battle.step', { where, date: formatDate(date, false) }));
  return (
    <>
      {steps.join(' → ')}
      {movement.estimated && <small class="soft"> {t('battle.estimated')}</small>}
    </>
  );
}

interface DayBarProps {
  day: number;
  first: number;
  last: number;
  onDay: (day: number) => void;
}

function DayBar({ day, first, last, onDay }: DayBarProps) {
  const id = useId();
  const date = formatDate(formatDay(day));
  return (
    <div class="day-bar">
      <label for={id}>{t('battle.day')}</label>
      <button type="button" aria-label={t('battle.earlier')} disabled={day <= first} onClick={() => onDay(day - 1)}>
        <Icon name="stepBack" />
      </button>
      <input
        id={id}
        type="range"
        data-aside="true"
        min={first}
        max={last}
        value={day}
        aria-valuetext={date}
        onInput={(event) => onDay(Number(event.currentTarget.value))}
      />
      <button type="button" aria-label={t('battle.later')} disabled={day >= last} onClick={() => onDay(day + 1)}>
        <Icon name="stepOn" />
      </button>
      <output for={id}>{date}</output>
    </div>
  );
}

interface PictureProps {
  game: Game;
  battle: Battle;
  day: number;
  title: string;
}

function Picture({ game, battle, day, title }: PictureProps) {
  const [ground, setGround] = useState<MapLines | null>(null);
  const { id } = game.data.scenario;
  const names = scenarioNames(game);
  useEffect(() => {
    let gone = false;
    void loadMapFiles(beside(`assets/${id}/`), game.hexKm).then(({ lines }) => gone || setGround(lines ?? null));
    return () => {
      gone = true;
    };
  }, [id]);
  const frame = useMemo(() => frameOf(game, battle), [game, battle]);
  const lines = useMemo(
    () => ({
      rivers: linesIn(frame, ground?.rivers ?? []),
      roads: linesIn(frame, ground?.roads ?? []),
      rails: linesIn(frame, ground?.rails ?? []),
    }),
    [frame, ground],
  );
  const labels = useMemo(() => {
    const named = battle.movements.flatMap(({ steps }) => steps.map(({ hex, where }) => ({ hex, text: where })));
    const events = battle.events.map(({ hex, where }) => ({ hex, text: where }));
    const towns = game.places.flatMap(({ hex, index }) =>
      /city|town/.test(game.data.map.places[index]?.kind ?? '') ? [{ hex, text: names.place(index) }] : [],
    );
    return labelsOf(game, frame, [...named, ...events, ...towns], TEXT);
  }, [game, battle, frame]);
  const colour = (side: number): string => game.data.scenario.sides[side]?.colour ?? '';
  const recent = battle.events.filter((event) => event.hex >= 0 && event.day <= day && day - event.day <= EVENT_DAYS);
  return (
    <svg
      class="movement-map"
      viewBox={`${frame.left} ${frame.top} ${frame.width} ${frame.height}`}
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
            markerWidth="4.2"
            markerHeight="4.2"
            orient="auto"
          >
            <path d={side === 0 ? 'M0 0 10 5 0 10z' : 'M0 0 10 5 0 10 3.5 5z'} fill={colour(side)} />
          </marker>
        ))}
      </defs>
      <rect x={frame.left} y={frame.top} width={frame.width} height={frame.height} class="ground" />
      {lines.rivers.map(({ class: kind, path }) => (
        <path key={path} d={path} class={`river ${kind}`} />
      ))}
      {lines.roads.map(({ class: kind, path }) => (
        <path key={path} d={path} class={`way ${kind}`} />
      ))}
      {lines.rails.map(({ path }) => (
        <path key={path} d={path} class="rail" />
      ))}
      {labels.map(({ hex }) => {
        const { x, y } = pointOf(game.cols, hex);
        return <circle key={hex} cx={x} cy={y} r="2.6" class="place" />;
      })}
      {recent.map((event) => {
        const { x, y } = pointOf(game.cols, event.hex);
        return <circle key={event.id} cx={x} cy={y} r="7" class="happened" />;
      })}
      {arrowsOn(game, battle.movements, day).map(({ movement, points, fresh }) => (
        <path
          key={movement.id}
          d={curveOf(points)}
          class={`arrow side-${movement.side}${fresh ? ' fresh' : ''}${movement.estimated ? ' estimated' : ''}`}
          stroke={colour(movement.side)}
          marker-end={`url(#head-${movement.side})`}
        />
      ))}
      {labels.map(({ hex, text, x, y, anchor }) => (
        <text key={hex} x={x} y={y} text-anchor={anchor} font-size={TEXT} class="name">
          {text}
        </text>
      ))}
      {arrowsOn(game, battle.movements, day).map(({ movement, points }) => {
        const at = points[Math.max(0, points.length - 2)];
        const to = points[points.length - 1];
        if (!at || !to) return null;
        const x = at.x * 0.42 + to.x * 0.58;
        const y = at.y * 0.42 + to.y * 0.58;
        return (
          <g key={movement.id} class="number">
            <circle cx={x} cy={y} r="7" stroke={colour(movement.side)} />
            <text x={x} y={y} font-size="9" text-anchor="middle">
              {movement.number}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function Legend({ game }: { game: Game }) {
  const names = scenarioNames(game);
  return (
    <ul class="movement-legend small" aria-label={t('battle.legend')}>
      {game.data.scenario.sides.map((side, i) => (
        <li key={side.id}>
          <svg viewBox="0 0 34 12" aria-hidden="true">
            <path d="M1 6H24" stroke={side.colour} class={`arrow side-${i} fresh`} />
            <path d={i === 0 ? 'M22 0 33 6 22 12z' : 'M22 0 33 6 22 12 26 6z'} fill={side.colour} />
          </svg>{' '}
          {names.side(i)}
        </li>
      ))}
      <li>{t('battle.legendFresh')}</li>
      <li>{t('battle.legendEstimated')}</li>
      <li>{t('battle.legendPlace')}</li>
      <li>{t('battle.legendNumber')}</li>
    </ul>
  );
}
