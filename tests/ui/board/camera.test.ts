import { expect, test } from 'vitest';
import {
  clampCamera,
  FARTHEST,
  LEVELS,
  levelToFit,
  nearestLevel,
  slowDown,
  toPlaneX,
  toPlaneY,
  toScreenX,
  zoomAbout,
} from '../../../src/ui/board/camera.ts';
import { Viewer } from '../../../src/ui/board/viewer.ts';

const screen = { width: 800, height: 600 };
const map = { left: 0, top: 0, right: 60, bottom: 50 };

test('zooming keeps the point under the pointer', () => {
  const camera = { x: 20, y: 20, scale: 25 };
  const x = toPlaneX(camera, screen, 130);
  const y = toPlaneY(camera, screen, 480);
  zoomAbout(camera, screen, 130, 480, 90);
  expect(toPlaneX(camera, screen, 130)).toBeCloseTo(x);
  expect(toPlaneY(camera, screen, 480)).toBeCloseTo(y);
  expect(toScreenX(camera, screen, x)).toBeCloseTo(130);
});

test('the view stops at the edges of the sheet, and a small sheet is centred', () => {
  const camera = { x: -50, y: 500, scale: 40 };
  clampCamera(camera, screen, map);
  expect(toPlaneX(camera, screen, 0)).toBeCloseTo(0);
  expect(toPlaneY(camera, screen, 600)).toBeCloseTo(50);
  const far = { x: 3, y: 3, scale: 5 };
  clampCamera(far, screen, map);
  expect(far).toMatchObject({ x: 30, y: 25 });
});

test('levels: the nearest by ratio, and the largest at which a rectangle fits', () => {
  LEVELS.forEach((scale, level) => {
    expect(nearestLevel(scale)).toBe(level);
    expect(nearestLevel(scale * 1.1)).toBe(level);
  });
  expect(levelToFit({ left: 0, top: 0, right: 30, bottom: 20 }, screen)).toBe(2);
  expect(levelToFit({ left: 0, top: 0, right: 500, bottom: 20 }, screen)).toBe(FARTHEST);
});

test('a phone has farther levels until the whole map fits, a large screen has none', () => {
  const sheet = { left: -1, top: -1, right: 73, bottom: 61 };
  const hexes = { left: -0.5, top: -0.6, right: 72, bottom: 59.6 };
  const phone = new Viewer(sheet, true, hexes);
  phone.resize(390, 500);
  expect(phone.lowest).toBe(FARTHEST);
  phone.toLevel(-5, 195, 250);
  expect(phone.level).toBe(FARTHEST);
  expect(phone.camera.scale * 72.5).toBeLessThanOrEqual(390);
  phone.resize(1400, 900);
  expect(phone.lowest).toBe(0);
  expect(phone.level).toBe(0);
  expect(phone.camera.scale).toBe(LEVELS[0]);
});

test('a throw dies away and ends', () => {
  let speed = 2;
  let ms = 0;
  while (speed !== 0 && ms < 5000) {
    const next = slowDown(speed, 16);
    expect(Math.abs(next)).toBeLessThan(speed);
    speed = next;
    ms += 16;
  }
  expect(ms).toBeLessThan(1200);
});

test('a glide ends exactly at the level and the point, whatever the frames', () => {
  for (const frame of [7, 16, 33, 400]) {
    const viewer = new Viewer(map, false);
    viewer.resize(800, 600);
    viewer.toPoint(25, 24, 5);
    expect(viewer.gliding).toBe(true);
    for (let k = 0; k < 200 && viewer.moving; k++) viewer.frame(frame);
    expect(viewer.camera).toEqual({ x: 25, y: 24, scale: LEVELS[5] });
    expect(viewer.level).toBe(5);
  }
});

test('reduced motion jumps at once and is not thrown', () => {
  const viewer = new Viewer(map, true);
  viewer.resize(800, 600);
  viewer.toPoint(25, 24, 5);
  expect(viewer.moving).toBe(false);
  expect(viewer.camera.scale).toBe(LEVELS[5]);
  viewer.throwBy(3, 3);
  expect(viewer.moving).toBe(false);
});

test('after a pinch the view comes to rest at a level', () => {
  const viewer = new Viewer(map, false);
  viewer.resize(800, 600);
  viewer.pinch(400, 300, 1.6);
  expect(viewer.gliding).toBe(true);
  viewer.pinchEnd(400, 300);
  for (let k = 0; k < 60; k++) viewer.frame(16);
  expect(LEVELS).toContain(viewer.camera.scale);
  expect(viewer.moving).toBe(false);
});
