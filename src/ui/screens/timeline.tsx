/** The scrub bar: whose player turn, turns by number, marks of what happened, how far the game was run, and a thumb to drag. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { MOMENT_KINDS, type MomentKind } from '../../play/moments.ts';
import type { TurnMark } from '../../play/replay.ts';
import type { ReplayDesk } from '../app/replayDesk.ts';
import { marksOf, momentsNear, numberedTurns, placeOf, positionAt } from '../app/timeline.ts';
import { t } from '../text/intl.ts';

/** Pixels: width of a mark, height of its lane, room for a number of a turn, how far a pointer reaches for marks. */
const MARK = 8;
const LANE = 9;
const ROOM = 26;
const REACH = 5;
/** Lines of what happened in the note over the timeline. */
const TOLD = 4;

/** Each kind has its own shape and its own lane, so that nobody needs the colour. Drawn in a square of 8 about its middle. */
const SHAPES: Record<MomentKind, string> = {
  fight: 'm-3-3 6 6m0-6-6 6',
  place: 'm-3 4v-8l6 2.5-6 2.5',
  lost: 'm-3.2-2.8h6.4l-3.2 5.6z',
  air: 'm-3.4 0h6.8m-3.4-3.4v6.8m-1.6 0h3.2',
  decision: 'm0-3.4 3.4 3.4-3.4 3.4-3.4-3.4z',
};

/** A mark of a kind by itself, for the key. */
export function MarkSign({ kind }: { kind: MomentKind }) {
  return (
    <svg class={`mark kind-${kind}`} viewBox="-6 -6 12 12" aria-hidden="true">
      <path d={`M0 0${SHAPES[kind]}`} />
    </svg>
  );
}

/** "Turn 5 of 30 · 17–18 Apr 1945 · Japan" for a position. */
export function whereText(desk: ReplayDesk, at: number): string {
  const mark = markAt(desk, at) ?? { turn: 1, side: desk.game.firstSide };
  const { names, game } = desk;
  return t('replay.where', {
    turn: mark.turn,
    turns: game.turns,
    date: names.date(mark.turn),
    side: names.side(mark.side),
  });
}

const markAt = ({ replay }: ReplayDesk, at: number): TurnMark | undefined =>
  replay.turns.findLast((turn) => turn.at <= at);

/** The turn that a position lies in. */
export const turnAt = (desk: ReplayDesk, at: number): number => markAt(desk, at)?.turn ?? 1;

/** "17–18 Apr 1945 · Japan": the days and whose player turn. */
export function whoseText(desk: ReplayDesk, at: number): string {
  const mark = markAt(desk, at) ?? { turn: 1, side: desk.game.firstSide };
  return t('replay.whose', { date: desk.names.date(mark.turn), side: desk.names.side(mark.side) });
}

/** What happened in the action that led to a position, in a few lines. */
function happened(desk: ReplayDesk, at: number): string[] {
  return desk
    .linesAt(at)
    .filter((line) => !line.heading)
    .map((line) => line.text);
}

export function Timeline({ desk }: { desk: ReplayDesk }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useSignal(0);
  const pointed = useSignal<number | null>(null);
  useEffect(() => {
    const node = box.current;
    if (!node) return;
    const watch = new ResizeObserver(() => {
      width.value = node.clientWidth;
    });
    watch.observe(node);
    return () => watch.disconnect();
  }, []);
  const { replay } = desk;
  const { actions, parent } = replay.record;
  const total = actions.length;
  const at = desk.wanted.value ?? desk.at.value;
  const across = width.value;
  const move = (event: PointerEvent): void => {
    const left = box.current?.getBoundingClientRect().left ?? 0;
    pointed.value = event.clientX - left;
  };
  const latest = happened(desk, at)[0];
  return (
    <div
      class="timeline"
      ref={box}
      onPointerMove={move}
      onPointerLeave={() => {
        pointed.value = null;
      }}
    >
      <Marks desk={desk} width={across} />
      <i class="known" style={{ width: `${(desk.known.value / Math.max(1, total)) * 100}%` }} />
      {parent && parent.at <= total && (
        <i class="branched" title={t('replay.keyBranch')} style={{ left: `${placeOf(parent.at, total, across)}px` }} />
      )}
      <i class="head" style={{ left: `${placeOf(at, total, across)}px` }} />
      <input
        type="range"
        min={0}
        max={total}
        value={at}
        aria-label={t('replay.timeline')}
        aria-valuetext={`${whereText(desk, at)}. ${t('replay.at', { at, total })}. ${latest ?? ''}`}
        onInput={(event) => desk.seek(Number(event.currentTarget.value))}
        // Dragged by a pointer it gives the keys back to the replay; reached by Tab it is a slider like any other.
        onPointerUp={(event) => event.currentTarget.blur()}
        onKeyDown={(event) => {
          const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
          if (by === 0 || !(event.shiftKey || event.ctrlKey)) return;
          event.preventDefault();
          desk.stepTurn(by, event.ctrlKey);
        }}
      />
      {pointed.value !== null && <PointedNote desk={desk} x={pointed.value} width={across} />}
    </div>
  );
}

/** The marks do not change while the thumb moves: they are drawn again only when more of the game is known. */
function Marks({ desk, width }: { desk: ReplayDesk; width: number }) {
  const { replay, game } = desk;
  const moments = desk.moments.value;
  const total = replay.record.actions.length;
  const paths = useMemo(() => {
    const found = Object.fromEntries(MOMENT_KINDS.map((kind) => [kind, ''])) as Record<MomentKind, string>;
    for (const { kind, x } of marksOf(moments, total, width, MARK)) {
      const y = (MOMENT_KINDS.indexOf(kind) + 0.5) * LANE;
      found[kind] += `M${x.toFixed(1)} ${y}${SHAPES[kind]}`;
    }
    return found;
  }, [moments, total, width]);
  const height = MOMENT_KINDS.length * LANE;
  const colour = (side: number): string => game.data.scenario.sides[side]?.colour ?? 'transparent';
  if (width === 0) return null;
  return (
    <>
      <svg class="marks" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {MOMENT_KINDS.map((kind) => (
          <path key={kind} class={`kind-${kind}`} d={paths[kind]} />
        ))}
      </svg>
      <div class="phases" aria-hidden="true">
        {replay.turns.map(({ at, side }, i) => {
          const next = replay.turns[i + 1]?.at ?? total;
          const style = {
            '--side': colour(side),
            left: `${(at / total) * 100}%`,
            width: `${((next - at) / total) * 100}%`,
          };
          return <i key={at} class={side === 0 ? 'first' : 'second'} style={style} />;
        })}
      </div>
      <div class="turn-numbers" aria-hidden="true">
        {numberedTurns(replay.turns, total, width, ROOM).map(({ at, turn }) => (
          <b key={turn} style={{ left: `${placeOf(at, total, width)}px` }}>
            {turn}
          </b>
        ))}
      </div>
    </>
  );
}

function PointedNote({ desk, x, width }: { desk: ReplayDesk; x: number; width: number }) {
  const total = desk.replay.record.actions.length;
  const at = positionAt(x, total, width);
  const near = momentsNear(desk.moments.value, x, total, width, REACH);
  const lines = [
    ...new Set(
      near.flatMap((moment) => desk.linesAt(moment.at).filter((line) => line.event.type === moment.event.type)),
    ),
  ];
  const texts = (lines.length > 0 ? lines.map((line) => line.text) : happened(desk, at)).filter(Boolean);
  return (
    <div class={`timeline-note${x > width / 2 ? ' left' : ''}`} style={{ left: `${x}px` }} aria-hidden="true">
      <b>{whereText(desk, at)}</b>
      {texts.slice(0, TOLD).map((text, i) => (
        <p key={`${i}${text}`}>{text}</p>
      ))}
      {texts.length > TOLD && <p class="soft">{t('replay.more', { count: texts.length - TOLD })}</p>}
    </div>
  );
}
