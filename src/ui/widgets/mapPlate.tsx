/** The middle of a scenario's map as an engraved plate: relief, contours, water, roads, names. */
import { useEffect, useRef } from 'preact/hooks';
import { parseHex } from '../../core/hex.ts';
import type { MapData } from '../../core/scenario.ts';
import { beside, fetchJson } from '../app/load.ts';
import { loadMapFiles } from '../board/mapFiles.ts';
import { reliefOfHexes, resample, type Surface } from '../board/reliefRaster.ts';
import { en } from '../text/en.ts';

const WIDTH = 1040;
const HEIGHT = 560;
/** Hex widths across the plate. */
const ACROSS = 34;
const ROW_STEP = Math.sqrt(3) / 2;
const CONTOUR_M = 100;

export function MapPlate({ id }: { id: string }) {
  const box = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    void draw(id).then((picture) => {
      if (!gone && picture) box.current?.getContext('2d')?.drawImage(picture, 0, 0);
    });
    return () => {
      gone = true;
    };
  }, [id]);
  return <canvas ref={box} width={WIDTH} height={HEIGHT} role="img" aria-label={en.start.plate} />;
}

async function draw(id: string): Promise<HTMLCanvasElement | null> {
  let map: MapData;
  try {
    map = (await fetchJson(`scenarios/${id}/map.json`)) as MapData;
  } catch {
    return null;
  }
  const files = await loadMapFiles(beside(`assets/${id}/`), map.hexKm);
  const focus = map.places.find((place) => place.kind === 'pass') ?? map.places[0];
  const centre = focus ? planeOf(map, focus.hex) : { x: map.cols / 2, y: (map.rows * ROW_STEP) / 2 };
  const scale = WIDTH / ACROSS;
  const x0 = centre.x - ACROSS * 0.56;
  const y0 = centre.y - HEIGHT / scale / 2.2;
  const surface = resample(files.relief ?? reliefOfHexes(map), x0, y0, WIDTH, HEIGHT, 1 / scale);
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
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
  paintNames(ctx, map, (hex) => {
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
function paintGround(ctx: CanvasRenderingContext2D, surface: Surface, hexKm: number): void {
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

function paintNames(ctx: CanvasRenderingContext2D, map: MapData, at: (hex: string) => [number, number]): void {
  ctx.setLineDash([]);
  ctx.textBaseline = 'middle';
  const taken: [number, number, number, number][] = [];
  const rank = { pass: 0, city: 1, town: 2, height: 3, port: 3, airfield: 4, village: 4 };
  const sorted = [...map.places].sort((a, b) => rank[a.kind] - rank[b.kind]);
  for (const place of sorted) {
    const [x, y] = at(place.hex);
    if (x < 14 || y < 14 || x > WIDTH - 90 || y > HEIGHT - 14) continue;
    const great = place.kind === 'pass' || place.kind === 'city';
    ctx.font = `${great ? 'bold 21px' : place.kind === 'town' ? '17px' : 'italic 14px'} Palatino, "Noto Serif", "Liberation Serif", serif`;
    const width = ctx.measureText(place.name).width + 14;
    const box: [number, number, number, number] = [x - 8, y - 11, x + width + 4, y + 11];
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
    ctx.strokeText(place.name, x + 10, y);
    ctx.fillStyle = '#231f19';
    ctx.fillText(place.name, x + 10, y);
  }
}
