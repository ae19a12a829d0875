/** The names of places as pictures: typefaces by kind and level, their size, and how they are drawn. */
import { HAN, INK, SANS, SERIF } from './ink.ts';
import type { PlaceSpot } from './places.ts';

interface Lettering {
  main: string;
  mainFont: (px: number) => string;
  second: string;
  secondFont: (px: number) => string;
  size: number;
  colour: string;
}

/** The level from which the second name of a place stands under the first; of heights only near by. */
const SECOND_FROM = 2;
const HEIGHT_SECOND_FROM = 5;
/** A name of a kind in CSS pixels at the middle levels. */
const SIZES: Partial<Record<PlaceSpot['kind'], number>> = { city: 17, town: 13.5, pass: 13.5, height: 11 };
const LEAST_SIZE = 11.5;

function grown(level: number): number {
  return level >= 6 ? 1.25 : level >= 4 ? 1.12 : level >= 2 ? 1 : level >= 0 ? 0.92 : 0.78;
}

/** How a place is lettered at a level; sizes in CSS pixels. */
function letteringOf(spot: PlaceSpot, level: number): Lettering {
  const { kind, zh, name } = spot;
  const size = (SIZES[kind] ?? LEAST_SIZE) * grown(level);
  const han = /\p{Script=Han}/u;
  // Passes lean in Latin letters; characters are never slanted.
  const lean = kind === 'pass' && !han.test(name) ? 'italic' : '';
  const weight = kind === 'pass' || kind === 'city' || spot.staked ? 'bold' : '';
  const face = kind === 'height' || kind === 'airfield' ? `${SANS}, ${HAN}` : `${SERIF}, ${HAN}`;
  const showSecond = level >= SECOND_FROM && zh !== '' && (kind !== 'height' || level >= HEIGHT_SECOND_FROM);
  return {
    main: kind === 'height' ? heightText(spot, level) : kind === 'city' ? name.toUpperCase() : name,
    mainFont: (px) => `${lean} ${weight} ${px}px ${face}`,
    second: showSecond ? zh : '',
    secondFont: (px) =>
      han.test(zh) ? `${kind === 'city' ? 'bold' : ''} ${px * 0.84}px ${HAN}` : `italic ${px * 0.8}px ${SERIF}`,
    size,
    colour: kind === 'height' ? '#5b3a22' : kind === 'airfield' ? '#27425e' : INK,
  };
}

/** "Height 441" with a spot height of 441 is just its number; other heights carry both. */
function heightText(spot: PlaceSpot, level: number): string {
  const number = spot.metres > 0 ? String(spot.metres) : '';
  if (number === '') return spot.name;
  if (spot.name.includes(number) || level < 4) return number;
  return `${spot.name} ${number}`;
}

export interface NameSize {
  width: number;
  height: number;
  /** How far it keeps from the middle of its place. */
  gap: number;
}

/** Room that a name takes at a level, CSS pixels. */
export function measureName(context: CanvasRenderingContext2D, spot: PlaceSpot, level: number): NameSize {
  const text = letteringOf(spot, level);
  context.font = text.mainFont(text.size);
  let { width } = context.measureText(text.main);
  if (text.second !== '') {
    context.font = text.secondFont(text.size);
    width = Math.max(width, context.measureText(text.second).width);
  }
  const sign = spot.kind === 'city' ? 14 : spot.kind === 'town' || spot.kind === 'pass' ? 8 : 5;
  const gap = level < 0 ? sign * 0.7 : sign * (level >= 5 && spot.kind !== 'city' ? 2 : 1);
  return { width: width + 4, height: text.size * (text.second === '' ? 1.1 : 2.05), gap };
}

/** Draws a name with a rim of paper about a point, both in canvas pixels. */
export function paintName(
  context: CanvasRenderingContext2D,
  spot: PlaceSpot,
  level: number,
  x: number,
  y: number,
  dpr: number,
): void {
  const text = letteringOf(spot, level);
  const lines = text.second === '' ? 1 : 2;
  const first = y - (lines - 1) * text.size * 0.48 * dpr;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  halo(context, text.main, text.mainFont(text.size * dpr), x, first, dpr, text.colour);
  if (lines === 2)
    halo(context, text.second, text.secondFont(text.size * dpr), x, first + text.size * 0.98 * dpr, dpr, text.colour);
}

function halo(
  context: CanvasRenderingContext2D,
  text: string,
  font: string,
  x: number,
  y: number,
  dpr: number,
  colour: string,
): void {
  context.font = font;
  context.strokeStyle = 'rgba(246,239,221,0.88)';
  context.lineWidth = 3.2 * dpr;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
