/** Rings round what a step of a lesson points at: hexes of the map, and the first of its parts of the page that is to be seen. */
import { useEffect, useRef } from 'preact/hooks';
import type { Lesson } from '../app/lesson.ts';
import type { Board, Viewport } from '../board/contract.ts';

interface Props {
  lesson: Lesson;
  board: Board | null;
  /** What is pointed at lies under the words: they should stand elsewhere. */
  onHidden: () => void;
}

/** Most rings that a step needs. */
const RINGS = 4;
/** Glides of the map are over by then: what moves later was moved by the learner. */
const GLIDE_MS = 700;
/** Room round a part of the page, pixels. */
const ROOM = 4;
/** Share of a hex width that a ring takes. */
const HEX_SHARE = 1.12;

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
  round: boolean;
}

export function CoachRings({ lesson, board, onHidden }: Props) {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const step = lesson.shown.peek();
    let frame = 0;
    let first: Viewport | null = null;
    let cleared = 0;
    const glides = board !== null && comeIntoView(board, lesson.hexes);
    const settled = performance.now() + (glides ? GLIDE_MS : 0);
    partOf(lesson.parts)?.scrollIntoView({ block: 'nearest' });
    const tick = (now: number): void => {
      frame = requestAnimationFrame(tick);
      const boxes = [...(board ? hexBoxes(board, lesson.hexes) : []), ...partBoxes(lesson.parts)];
      place(layer.current, boxes);
      // Another step is shown by now: what moved before it came does not count for it.
      if (!board || now < settled || lesson.shown.value !== step) return;
      const view = board.viewport();
      first ??= view;
      if (hasMoved(first, view)) lesson.look();
      if (now < cleared || !liesUnderCoach(boxes)) return;
      // First the words go elsewhere; when they cover it there too, the map makes room, once.
      if (cleared === 0) onHidden();
      else if (cleared < Infinity) makeRoom(board, lesson.hexes);
      cleared = cleared === 0 ? now + GLIDE_MS : Infinity;
    };
    frame = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(frame);
  }, [board]);
  return (
    <div class="coach-rings" ref={layer} aria-hidden="true">
      {Array.from({ length: RINGS }, (_, i) => (
        <i key={i} hidden />
      ))}
    </div>
  );
}

/** Brings the first hex into view when not all of them are; true when the map moves for it. */
function comeIntoView(board: Board, hexes: readonly number[]): boolean {
  const host = document.querySelector('.board-host')?.getBoundingClientRect();
  const [first] = hexes;
  if (!host || first === undefined) return false;
  const inView = hexes.every((hex) => {
    const { x, y } = board.screenOf(hex);
    const edge = board.viewport().hexPx;
    return x > edge && y > edge && x < host.width - edge && y < host.height - edge;
  });
  if (!inView) board.centreOn(first);
  return !inView;
}

/** Moves the map so that the hexes lie in the middle of what the words leave free of it. */
function makeRoom(board: Board, hexes: readonly number[]): void {
  const host = document.querySelector('.board-host')?.getBoundingClientRect();
  const coach = document.querySelector('.coach')?.getBoundingClientRect();
  if (!host || !coach || hexes.length === 0) return;
  const [above, below] = [coach.top - host.top, host.bottom - coach.bottom];
  const middle = above > below ? above / 2 : host.height - below / 2;
  const mean = hexes.reduce((sum, hex) => sum + board.screenOf(hex).y, 0) / hexes.length;
  board.pan(0, Math.round(mean - middle));
}

function hexBoxes(board: Board, hexes: readonly number[]): Box[] {
  const host = document.querySelector('.board-host')?.getBoundingClientRect();
  if (!host) return [];
  const size = Math.max(28, board.viewport().hexPx * HEX_SHARE);
  return hexes.flatMap((hex) => {
    const { x, y } = board.screenOf(hex);
    if (x < 0 || y < 0 || x > host.width || y > host.height) return [];
    return [{ left: host.left + x - size / 2, top: host.top + y - size / 2, width: size, height: size, round: true }];
  });
}

/** The first of the parts that the page shows now. */
function partOf(parts: readonly string[]): HTMLElement | null {
  for (const part of parts) {
    const found = document.querySelector<HTMLElement>(`[data-part="${part}"]`);
    if (found && found.getClientRects().length > 0) return found;
  }
  return null;
}

function partBoxes(parts: readonly string[]): Box[] {
  const part = partOf(parts);
  if (!part) return [];
  const { left, top, width, height } = part.getBoundingClientRect();
  const within = part.closest('.panel-body')?.getBoundingClientRect();
  const from = Math.max(top, within?.top ?? 0);
  const to = Math.min(top + height, within?.bottom ?? innerHeight, innerHeight);
  if (to - from < 4) return [];
  return [{ left: left - ROOM, top: from - ROOM, width: width + 2 * ROOM, height: to - from + 2 * ROOM, round: false }];
}

function place(layer: HTMLElement | null, boxes: readonly Box[]): void {
  const rings = layer?.children ?? [];
  for (let i = 0; i < rings.length; i++) {
    const ring = rings[i] as HTMLElement;
    const box = boxes[i];
    ring.hidden = !box;
    if (!box) continue;
    const transform = `translate(${Math.round(box.left)}px, ${Math.round(box.top)}px)`;
    const [width, height] = [`${Math.round(box.width)}px`, `${Math.round(box.height)}px`];
    if (ring.style.transform !== transform) ring.style.transform = transform;
    if (ring.style.width !== width) ring.style.width = width;
    if (ring.style.height !== height) ring.style.height = height;
    const kind = box.round ? 'round' : 'part';
    if (ring.className !== kind) ring.className = kind;
  }
}

function liesUnderCoach(boxes: readonly Box[]): boolean {
  const coach = document.querySelector('.coach')?.getBoundingClientRect();
  if (!coach) return false;
  return boxes.some(
    ({ left, top, width, height }) =>
      left < coach.right && left + width > coach.left && top < coach.bottom && top + height > coach.top,
  );
}

/** By more than a hex, or nearer or farther by a tenth. */
function hasMoved(a: Viewport, b: Viewport): boolean {
  const zoom = b.hexPx / Math.max(1, a.hexPx);
  const across = Math.abs(a.left + a.right - b.left - b.right) / 2;
  const down = Math.abs(a.top + a.bottom - b.top - b.bottom) / 2;
  return zoom > 1.1 || zoom < 0.9 || across > 1 || down > 1;
}
