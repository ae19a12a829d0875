/** The heart of a scenario's map as an engraved plate: relief, contours, water, roads, names. */
import { useEffect, useRef } from 'preact/hooks';
import { parseHex } from '../../core/hex.ts';
import type { MapData, PlaceData, ScenarioFile } from '../../core/scenario.ts';
import { openWords } from '../app/language.ts';
import { beside, fetchJson } from '../app/load.ts';
import { heartOf } from '../app/opening.ts';
import { HAN } from '../board/ink.ts';
import { loadMapFiles } from '../board/mapFiles.ts';
import { reliefOfHexes, resample, type Surface } from '../board/reliefRaster.ts';
import { language, t } from '../text/intl.ts';
import { word } from '../text/words.ts';

/** Drawn pixels; on a narrow page fewer, so that names stay readable when the plate is shrunk. */
const SIZES = { wide: { width: 1040, height: 560 }, narrow: { width: 620, height: 426 } };
const NARROW_PX = 620;
/** Hex widths across the plate at least, and beyond the places it frames. */
const ACROSS = 34;
const MARGIN = 1.36;
const ROW_STEP = Math.sqrt(3) / 2;
const CONTOUR_M = 100;

export function MapPlate({ id }: { id: string }) {
  const box = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    const size = (box.current?.clientWidth ?? 0) < NARROW_PX ? SIZES.narrow : SIZES.wide;
    void draw(id, size).then((picture) => {
      if (gone || !picture || !box.current) return;
      Object.assign(box.current, size);
      box.current.getContext('2d')?.drawImage(picture, 0, 0);
    });
    return () => {
      gone = true;
    };
  }, [id, language()]);
  return <canvas ref={box} {...SIZES.wide} role="img" aria-label={t('start.plate')} />;
}

async function draw(
  id: string,
  { width, height }: { width: number; height: number },
): Promise<HTMLCanvasElement | null> {
  let map: MapData;
  let heart: PlaceData[];
  try {
    const files = await Promise.all([
      fetchJson(`scenarios/${id}/map.json`),
      fetchJson(`scenarios/${id}/scenario.json`),
    ]);
    await openWords(id);
    const read = files[0] as MapData;
    const places = read.places.map((place) => ({ ...place, name: word(id, `place.${place.id}`, place.name) }));
    map = { ...read, places };
    heart = heartOf(files[1] as ScenarioFile, map);
  } catch {
    return null;
  }
  const files = await loadMapFiles(beside(`assets/${id}/`), map.hexKm);
  const spots = heart.map((place) => planeOf(map, place.hex));
  const mean = (sum: number): number => sum / Math.max(1, spots.length);
  const middle = { x: map.cols / 2, y: (map.rows * ROW_STEP) / 2 };
  const centre =
    spots.length === 0
      ? middle
      : { x: mean(spots.reduce((sum, one) => sum + one.x, 0)), y: mean(spots.reduce((sum, one) => sum + one.y, 0)) };
  const xs = spots.map((one) => one.x);
  const across = Math.max(ACROSS, (Math.max(0, ...xs) - Math.min(...xs, Math.max(0, ...xs))) * MARGIN);
  const scale = width / across;
  // The plate stays on the map, where the ground goes on in all directions.
  const within = (value: number, most: number): number => Math.max(0, Math.min(most, value));
  const x0 = within(centre.x - across * (spots.length > 1 ? 0.5 : 0.56), map.cols - across);
  const y0 = within(centre.y - height / scale / 2.2, map.rows * ROW_STEP - height / scale);
  const surface = resample(files.relief ?? reliefOfHexes(map), x0, y0, width, height, 1 / scale);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const ctx = canvas.getContext('2d');
  if (!ctx) return null;
  paintGround(ctx, surface, map.hexKm);
  const at = (point: readonly [number, number]): [number, number] => [(point[0] - x0) * scale, (point[1] - y0) * scale];
  const line = (points: readonly [number, number][], style: string, width: number, dash: number[] = []): void => {
    ctx.beginPath();
    for (const point of points) ctx.lineTo(...at(point));
    ctx.strokeStyle = style;
    ctx.lineWidth = width;
    ctx.setLineDash(dash);
    ctx.stroke();
  };
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  for (const river of files.lines?.rivers ?? [])
    line(river.points, '#5f8296', river.class === 'major' ? 3.6 : river.class === 'river' ? 2.2 : 1.1);
  for (const road of files.lines?.roads ?? []) {
    if (road.class === 'track') line(road.points, 'rgba(84,66,44,.75)', 1.1, [4, 4]);
    else {
      line(road.points, '#5b2a1d', 3.4);
      line(road.points, '#d9a98a', 1.7);
    }
  }
  paintNames(ctx, map, heart, (hex) => {
    const { x, y } = planeOf(map, hex);
    return at([x, y]);
  });
  return canvas;
}

function planeOf(map: MapData, text: string): { x: number; y: number } {
  const hex = parseHex(map.cols, map.rows, text);
  const row = Math.floor(hex / map.cols);
  return { x: (hex % map.cols) + (row & 1) / 2, y: row * ROW_STEP };
}

/** Tints by height under a light from the north-west, with contours. */
export function paintGround(ctx: CanvasRenderingContext2D, surface: Surface, hexKm: number): void {
  const { width, height, heights, step } = surface;
  const image = new ImageData(width, height);
  const metres = step * hexKm * 1000;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const h = heights[i] as number;
      const east =
        ((heights[i + (x < width - 1 ? 1 : 0)] as number) - (heights[i - (x > 0 ? 1 : 0)] as number)) / metres;
      const south =
        ((heights[i + (y < height - 1 ? width : 0)] as number) - (heights[i - (y > 0 ? width : 0)] as number)) / metres;
      const light = Math.max(0.55, Math.min(1.16, 1 + (east + south) * 1.9));
      const t = Math.max(0, Math.min(1, (h - 70) / 620));
      let red = 240 - 62 * t;
      let green = 231 - 82 * t;
      let blue = 207 - 98 * t;
      const band = Math.floor(h / CONTOUR_M);
      const right = Math.floor((heights[i + (x < width - 1 ? 1 : 0)] as number) / CONTOUR_M);
      const below = Math.floor((heights[i + (y < height - 1 ? width : 0)] as number) / CONTOUR_M);
      const ink = band !== right || band !== below ? 0.8 : 1;
      red *= light * ink;
      green *= light * ink;
      blue *= light * ink;
      image.data.set([red, green, blue, 255], i * 4);
    }
  }
  ctx.putImageData(image, 0, 0);
}

function paintNames(
  ctx: CanvasRenderingContext2D,
  map: MapData,
  heart: readonly PlaceData[],
  at: (hex: string) => [number, number],
): void {
  ctx.setLineDash([]);
  ctx.textBaseline = 'middle';
  const taken: [number, number, number, number][] = [];
  const order = { city: 1, town: 2, pass: 3, height: 4, port: 4, airfield: 5, village: 5 };
  const rank = (place: PlaceData): number => order[place.kind] - (heart.includes(place) ? 10 : 0);
  const sorted = [...map.places].sort((a, b) => rank(a) - rank(b));
  for (const place of sorted) {
    const [x, y] = at(place.hex);
    if (x < 14 || y < 14 || x > ctx.canvas.width - 14 || y > ctx.canvas.height - 14) continue;
    const great = heart.includes(place) || place.kind === 'city';
    const lean = /\p{Script=Han}/u.test(place.name) ? '' : 'italic ';
    ctx.font = `${great ? 'bold 21px' : place.kind === 'town' ? '17px' : `${lean}14px`} Palatino, "Noto Serif", "Liberation Serif", ${HAN}`;
    const width = ctx.measureText(place.name).width + 14;
    // A name that would run off the plate stands on the other side of its mark.
    const left = x + width > ctx.canvas.width - 4;
    if (left && x - width < 4) continue;
    const box: [number, number, number, number] = left
      ? [x - width - 4, y - 11, x + 8, y + 11]
      : [x - 8, y - 11, x + width + 4, y + 11];
    const textX = left ? x - width + 4 : x + 10;
    if (taken.some((one) => box[0] < one[2] && box[2] > one[0] && box[1] < one[3] && box[3] > one[1])) continue;
    taken.push(box);
    ctx.beginPath();
    if (place.kind === 'height' || place.kind === 'pass') {
      ctx.moveTo(x, y - 6);
      ctx.lineTo(x + 6, y + 5);
      ctx.lineTo(x - 6, y + 5);
      ctx.closePath();
    } else ctx.arc(x, y, great ? 5 : 3.4, 0, Math.PI * 2);
    ctx.fillStyle = place.kind === 'pass' ? '#86291e' : '#2a251d';
    ctx.fill();
    ctx.lineWidth = 4;
    ctx.strokeStyle = 'rgba(246,240,225,.85)';
    ctx.strokeText(place.name, textX, y);
    ctx.fillStyle = '#231f19';
    ctx.fillText(place.name, textX, y);
  }
}
