/** A small picture of a scenario's map with who stands where: for the list of battles, and for games to go on with. */
import { useEffect, useRef } from 'preact/hooks';
import type { CatalogueEntry } from '../app/load.ts';
import { beside } from '../app/load.ts';
import type { Position } from '../app/position.ts';
import { loadMapFiles } from '../board/mapFiles.ts';
import { resample } from '../board/reliefRaster.ts';
import { paintGround } from './mapPlate.tsx';

const WIDTH = 360;
const HEIGHT = 208;
const ROW_STEP = Math.sqrt(3) / 2;
/** Counters, drawn pixels. */
const COUNTER = { width: 10, height: 8 };

interface Props {
  entry: CatalogueEntry;
  /** Who stands where; the position at the start when it is not said, none when it is null. */
  position?: Position | null;
}

/** Decoration: what it shows stands in words beside it. */
export function MapThumb({ entry, position = entry.start }: Props) {
  const box = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    void groundOf(entry).then((ground) => {
      const ctx = gone ? null : box.current?.getContext('2d');
      if (!ctx) return;
      ctx.clearRect(0, 0, WIDTH, HEIGHT);
      if (ground) ctx.drawImage(ground, 0, 0);
      paintAims(ctx, entry);
      if (position) paintCounters(ctx, entry, position);
    });
    return () => {
      gone = true;
    };
  }, [entry.id, position]);
  return (
    <span class="map-thumb" aria-hidden="true">
      <canvas ref={box} width={WIDTH} height={HEIGHT} />
    </span>
  );
}

interface Frame {
  x0: number;
  y0: number;
  scale: number;
}

/** The part of the map that fills the picture: its whole width, about the troops at the start. */
function frameOf({ grid, start }: CatalogueEntry): Frame {
  const across = grid.cols + 0.5;
  const down = grid.rows * ROW_STEP + 0.3;
  const scale = Math.max(WIDTH / across, HEIGHT / down);
  const hexes = start.flat();
  const [seenX, seenY] = [WIDTH / scale, HEIGHT / scale];
  const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / Math.max(1, list.length);
  const within = (value: number, most: number): number => Math.max(-0.5, Math.min(Math.max(-0.5, most), value));
  const points = hexes.map((hex) => pointOf(grid.cols, hex));
  return {
    x0: within(mean(points.map(([x]) => x)) - seenX / 2, across - 0.5 - seenX),
    y0: within(mean(points.map(([, y]) => y)) - seenY / 2, down - 0.5 - seenY),
    scale,
  };
}

function pointOf(cols: number, hex: number): [number, number] {
  const row = Math.floor(hex / cols);
  return [(hex % cols) + (row & 1) / 2, row * ROW_STEP];
}

const grounds = new Map<string, Promise<HTMLCanvasElement | null>>();

/** The ground of a scenario's picture, drawn once. */
function groundOf(entry: CatalogueEntry): Promise<HTMLCanvasElement | null> {
  let found = grounds.get(entry.id);
  if (!found) {
    found = paint(entry).catch(() => null);
    grounds.set(entry.id, found);
  }
  return found;
}

async function paint(entry: CatalogueEntry): Promise<HTMLCanvasElement | null> {
  const { hexKm } = entry.grid;
  const { relief, lines } = await loadMapFiles(beside(`assets/${entry.id}/`), hexKm);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: WIDTH, height: HEIGHT });
  const ctx = canvas.getContext('2d');
  if (!ctx || !relief) return null;
  const { x0, y0, scale } = frameOf(entry);
  paintGround(ctx, resample(relief, x0, y0, WIDTH, HEIGHT, 1 / scale), hexKm);
  ctx.lineJoin = 'round';
  const line = (points: readonly [number, number][], style: string, width: number): void => {
    ctx.beginPath();
    for (const [x, y] of points) ctx.lineTo((x - x0) * scale, (y - y0) * scale);
    ctx.strokeStyle = style;
    ctx.lineWidth = width;
    ctx.stroke();
  };
  for (const river of lines?.rivers ?? []) line(river.points, '#5f8296', river.class === 'major' ? 2.2 : 1.2);
  for (const road of lines?.roads ?? []) if (road.class !== 'track') line(road.points, '#7c4a36', 1.3);
  return canvas;
}

/** What is fought for: rings. */
function paintAims(ctx: CanvasRenderingContext2D, entry: CatalogueEntry): void {
  const { x0, y0, scale } = frameOf(entry);
  for (const hex of entry.aims) {
    const [x, y] = pointOf(entry.grid.cols, hex);
    ctx.beginPath();
    ctx.arc((x - x0) * scale, (y - y0) * scale, 6.5, 0, Math.PI * 2);
    ctx.lineWidth = 3.2;
    ctx.strokeStyle = 'rgba(251,247,236,.9)';
    ctx.stroke();
    ctx.lineWidth = 1.6;
    ctx.strokeStyle = '#231f19';
    ctx.stroke();
  }
}

/** The second side's counters have a stripe across, so that colour is not all that tells them apart. */
function paintCounters(ctx: CanvasRenderingContext2D, entry: CatalogueEntry, position: Position): void {
  const { x0, y0, scale } = frameOf(entry);
  const { width, height } = COUNTER;
  position.forEach((hexes, side) => {
    ctx.fillStyle = entry.sides[side]?.colour ?? '#555';
    for (const hex of hexes) {
      const [col, row] = pointOf(entry.grid.cols, hex);
      const [x, y] = [Math.round((col - x0) * scale - width / 2), Math.round((row - y0) * scale - height / 2)];
      ctx.fillRect(x, y, width, height);
      ctx.lineWidth = 1;
      ctx.strokeStyle = 'rgba(251,247,236,.95)';
      ctx.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
      if (side === 0) continue;
      ctx.beginPath();
      ctx.moveTo(x + 1, y + height - 1);
      ctx.lineTo(x + width - 1, y + 1);
      ctx.stroke();
    }
  });
}
