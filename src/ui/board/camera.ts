/** The view of the plane: where it looks, how near, and what keeps it on the map. No page, no renderer. */
import type { Rect } from './geometry.ts';

/** Screen pixels a hex width at the steps where the view comes to rest. */
export const LEVELS = [13, 18, 25, 35, 48, 66, 90, 122] as const;
/** Farther steps, from level -1 outwards, for screens on which a large map would not fit at level 0. */
const FAR_LEVELS = [8, 4.9] as const;
export const FARTHEST = -FAR_LEVELS.length;
/** Below all levels: the ground without names and signs. */
export const BARE_LEVEL = FARTHEST - 1;

/** The levels behind the five zoom keys; the first goes farther out where the map would not fit. */
export const KEY_LEVELS = [0, 2, 4, 6, 7] as const;

/** Screen pixels a hex width at a level. */
export function scaleOf(level: number): number {
  return (level < 0 ? FAR_LEVELS[-1 - level] : LEVELS[level]) as number;
}

export interface Camera {
  /** The middle of the view on the plane. */
  x: number;
  y: number;
  /** Screen pixels a unit of the plane. */
  scale: number;
}

export interface Screen {
  width: number;
  height: number;
}

/** Keeps the middle of the view where the map fills the screen; a map smaller than the screen is centred. */
export function clampCamera(camera: Camera, screen: Screen, map: Rect): void {
  const halfWidth = screen.width / 2 / camera.scale;
  const halfHeight = screen.height / 2 / camera.scale;
  camera.x = clampAxis(camera.x, map.left, map.right, halfWidth);
  camera.y = clampAxis(camera.y, map.top, map.bottom, halfHeight);
}

function clampAxis(at: number, low: number, high: number, half: number): number {
  if (high - low <= half * 2) return (low + high) / 2;
  return Math.min(high - half, Math.max(low + half, at));
}

/** Changes the scale so that the point of the plane under a screen point stays there. */
export function zoomAbout(camera: Camera, screen: Screen, sx: number, sy: number, scale: number): void {
  const dx = sx - screen.width / 2;
  const dy = sy - screen.height / 2;
  camera.x += dx / camera.scale - dx / scale;
  camera.y += dy / camera.scale - dy / scale;
  camera.scale = scale;
}

export function toPlaneX(camera: Camera, screen: Screen, sx: number): number {
  return camera.x + (sx - screen.width / 2) / camera.scale;
}

export function toPlaneY(camera: Camera, screen: Screen, sy: number): number {
  return camera.y + (sy - screen.height / 2) / camera.scale;
}

export function toScreenX(camera: Camera, screen: Screen, x: number): number {
  return (x - camera.x) * camera.scale + screen.width / 2;
}

export function toScreenY(camera: Camera, screen: Screen, y: number): number {
  return (y - camera.y) * camera.scale + screen.height / 2;
}

/** What is in view on the plane. */
export function viewRect(camera: Camera, screen: Screen, into: Rect): Rect {
  const halfWidth = screen.width / 2 / camera.scale;
  const halfHeight = screen.height / 2 / camera.scale;
  into.left = camera.x - halfWidth;
  into.right = camera.x + halfWidth;
  into.top = camera.y - halfHeight;
  into.bottom = camera.y + halfHeight;
  return into;
}

/** The level nearest to a scale by ratio, no farther out than `lowest`. */
export function nearestLevel(scale: number, lowest = 0): number {
  let best = lowest;
  for (let level = lowest + 1; level < LEVELS.length; level++) {
    if (scale * scale > scaleOf(level - 1) * scaleOf(level)) best = level;
  }
  return best;
}

/** The nearest level at which a rectangle fits the screen, the farthest if none does. */
export function levelToFit(rect: Rect, screen: Screen): number {
  let best = FARTHEST;
  for (let level = FARTHEST; level < LEVELS.length; level++) {
    const scale = scaleOf(level);
    if ((rect.right - rect.left) * scale <= screen.width && (rect.bottom - rect.top) * scale <= screen.height)
      best = level;
  }
  return best;
}

/** The farthest level a screen needs: level 0, or farther out until the whole map fits. */
export function lowestLevel(map: Rect, screen: Screen): number {
  return Math.min(0, levelToFit(map, screen));
}

/** Speed of a thrown view after a frame: it halves about every 90 ms, and stops below a few pixels a second. */
export function slowDown(speed: number, ms: number): number {
  const slower = speed * 0.5 ** (ms / 90);
  return Math.abs(slower) < 0.02 ? 0 : slower;
}
