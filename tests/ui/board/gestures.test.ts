import { beforeEach, expect, test } from 'vitest';
import { Gestures, type PointerInput } from '../../../src/ui/board/gestures.ts';

let told: unknown[][];
let gestures: Gestures;

beforeEach(() => {
  told = [];
  const note =
    (name: string) =>
    (...rest: unknown[]): void => {
      if (name !== 'release' || rest[0] !== 0 || rest[1] !== 0) told.push([name, ...rest]);
    };
  gestures = new Gestures({
    pan: note('pan'),
    release: note('release'),
    pinch: note('pinch'),
    pinchEnd: note('pinchEnd'),
    step: note('step'),
    tap: note('tap'),
    hover: note('hover'),
    leave: note('leave'),
    longPress: note('longPress'),
  });
});

function at(x: number, y: number, time: number, more: Partial<PointerInput> = {}): PointerInput {
  return { id: 1, x, y, button: 0, touch: false, shift: false, ctrl: false, alt: false, time, ...more };
}

test('a press and release in place is a tap with its keys', () => {
  gestures.down(at(10, 10, 0));
  gestures.move(at(12, 11, 20));
  gestures.up(at(12, 11, 40, { shift: true }));
  const press = { button: 0, shift: true, ctrl: false, alt: false, touch: false, double: false };
  expect(told).toEqual([['tap', 10, 10, press]]);
});

test('a second tap at once is double, a third is not', () => {
  for (const time of [0, 100, 200]) {
    gestures.down(at(10, 10, time));
    gestures.up(at(10, 10, time + 20));
  }
  expect(told.map((line) => (line[3] as { double: boolean }).double)).toEqual([false, true, false]);
});

test('a drag pans by what the pointer moved and is no tap', () => {
  gestures.down(at(10, 10, 0));
  gestures.move(at(30, 10, 16));
  gestures.move(at(50, 15, 32));
  gestures.up(at(50, 15, 300));
  const pans = told.filter((line) => line[0] === 'pan');
  expect(pans.reduce((sum, line) => sum + (line[1] as number), 0)).toBe(40);
  expect(told.some((line) => line[0] === 'tap')).toBe(false);
  expect(told.some((line) => line[0] === 'release')).toBe(false);
});

test('letting go while moving throws the view in that direction', () => {
  gestures.down(at(0, 0, 0));
  for (let k = 1; k <= 8; k++) gestures.move(at(k * 16, 0, k * 16));
  gestures.up(at(128, 0, 8 * 16 + 5));
  const thrown = told.find((line) => line[0] === 'release');
  expect(thrown?.[1]).toBeGreaterThan(0.5);
  expect(thrown?.[2]).toBe(0);
});

test('two fingers zoom by the ratio of their distances and end without a tap', () => {
  gestures.down(at(100, 100, 0, { id: 1, touch: true }));
  gestures.down(at(200, 100, 5, { id: 2, touch: true }));
  gestures.move(at(300, 100, 20, { id: 2, touch: true }));
  gestures.up(at(300, 100, 40, { id: 2, touch: true }));
  gestures.up(at(100, 100, 60, { id: 1, touch: true }));
  expect(told).toContainEqual(['pinch', 200, 100, 2]);
  expect(told.some((line) => line[0] === 'pinchEnd')).toBe(true);
  expect(told.some((line) => line[0] === 'tap')).toBe(false);
});

test('a finger held still is a long press once, and no tap', () => {
  gestures.down(at(10, 10, 0, { touch: true }));
  gestures.tick(300);
  expect(told).toEqual([]);
  gestures.tick(520);
  gestures.tick(900);
  gestures.up(at(10, 10, 950, { touch: true }));
  expect(told).toEqual([['longPress', 10, 10]]);
});

test('a mouse held still is no long press', () => {
  gestures.down(at(10, 10, 0));
  gestures.tick(2000);
  expect(told).toEqual([]);
});

test('wheel notches step once each; a track pad gathers small moves; ctrl zooms smoothly', () => {
  gestures.wheel(5, 5, -120, false, 0);
  expect(told).toEqual([['step', 5, 5, 1]]);
  for (let k = 0; k < 7; k++) gestures.wheel(5, 5, 10, false, 200 + k * 16);
  expect(told).toEqual([
    ['step', 5, 5, 1],
    ['step', 5, 5, -1],
  ]);
  gestures.wheel(5, 5, -10, true, 400);
  expect(told[2]?.[0]).toBe('pinch');
  expect(told[2]?.[3]).toBeGreaterThan(1);
});

test('the right button never pans, but its click is told', () => {
  gestures.down(at(10, 10, 0, { button: 2 }));
  gestures.move(at(60, 10, 20, { button: 2 }));
  gestures.up(at(60, 10, 40, { button: 2 }));
  expect(told).toEqual([]);
  gestures.down(at(10, 10, 100, { button: 2 }));
  gestures.up(at(10, 10, 120, { button: 2 }));
  expect((told[0]?.[3] as { button: number } | undefined)?.button).toBe(2);
});

test('without a press the pointer hovers', () => {
  gestures.move(at(3, 4, 0));
  gestures.leave();
  expect(told).toEqual([['hover', 3, 4, false], ['leave']]);
});
