import { beforeAll, describe, expect, test } from 'vitest';
import { battleOf } from '../../src/ui/app/battle.ts';
import {
  arrowsOn,
  breadthOf,
  curveOf,
  frameOf,
  labelsOf,
  linesIn,
  middleOf,
  partOf,
  pointOf,
  SCALE,
} from '../../src/ui/app/historyMap.ts';
import { speak } from '../../src/ui/text/intl.ts';
import { scenarioFiles } from '../scenario/files.ts';
import { shipped } from '../shipped.ts';

beforeAll(() => speak('en'));

describe.each(['kunlun-pass', 'west-hunan'])('the movements of %s', (id) => {
  const { history } = scenarioFiles(id);
  const game = shipped(id);
  const battle = () => battleOf(game, history);

  test('every event and movement of the file is there, with its words', () => {
    const { events, movements } = battle();
    expect(events).toHaveLength(history.events.length);
    expect(movements).toHaveLength(history.movements?.length ?? 0);
    expect(movements.length).toBeGreaterThan(8);
    expect(movements.map((one) => one.number)).toEqual(movements.map((_, i) => i + 1));
    for (const { who, steps } of movements) {
      for (const name of who) expect(name).not.toMatch(/_/);
      for (const step of steps) expect(step.where).not.toBe('');
    }
    for (const event of events) expect(event.text).not.toBe('');
  });

  test('nothing of it lies outside the picture, and arrows grow with the days', () => {
    const { movements, events } = battle();
    const frame = frameOf(game, { movements, events });
    let before = 0;
    for (const day of [...new Set(movements.flatMap(({ steps }) => steps.map((step) => step.day)))].sort(
      (a, b) => a - b,
    )) {
      const arrows = arrowsOn(game, movements, day);
      const points = arrows.flatMap((arrow) => arrow.points);
      expect(points.length).toBeGreaterThanOrEqual(before);
      before = points.length;
      for (const { x, y } of points) {
        expect(x).toBeGreaterThan(frame.left);
        expect(x).toBeLessThan(frame.left + frame.width);
        expect(y).toBeGreaterThan(frame.top);
        expect(y).toBeLessThan(frame.top + frame.height);
      }
    }
    expect(arrowsOn(game, movements, Number.POSITIVE_INFINITY)).toHaveLength(movements.length);
    expect(arrowsOn(game, movements, Number.NEGATIVE_INFINITY)).toEqual([]);
  });

  test('an arrow goes as far as its troops had come on the day', () => {
    const { movements } = battle();
    const long = movements.find(({ steps }) => steps.length >= 3);
    const [, second, third] = long?.steps ?? [];
    if (!long || !second || !third) throw new Error('no movement of three steps');
    const arrow = arrowsOn(game, [long], third.day - 1)[0];
    expect(arrow?.points.length).toBe(long.steps.filter((step) => step.day < third.day).length);
    expect(arrow?.done).toBe(false);
    expect(arrowsOn(game, [long], Number.POSITIVE_INFINITY)[0]?.done).toBe(true);
  });

  test('nearer, the picture keeps its shape and stays within the frame', () => {
    const { movements, events } = battle();
    const frame = frameOf(game, { movements, events });
    for (const day of movements.flatMap(({ steps }) => steps.slice(1).map((step) => step.day))) {
      const centre = middleOf(arrowsOn(game, movements, day));
      const part = partOf(frame, 2, centre);
      expect(part.width / part.height).toBeCloseTo(frame.width / frame.height);
      expect(part.left).toBeGreaterThanOrEqual(frame.left);
      expect(part.left + part.width).toBeLessThanOrEqual(frame.left + frame.width + 1e-6);
      expect(centre.x).toBeGreaterThanOrEqual(part.left);
      expect(centre.y).toBeLessThanOrEqual(part.top + part.height);
    }
  });

  test('names do not cover each other', () => {
    const { events, movements } = battle();
    const frame = frameOf(game, { events, movements });
    const places = game.places.map((place, i) => ({ hex: place.hex, text: game.data.map.places[i]?.name ?? '' }));
    const labels = labelsOf(game, frame, places, 9);
    expect(labels.length).toBeGreaterThan(10);
    const boxes = labels.map(({ x, y, text, anchor }) => {
      const left = anchor === 'start' ? x : x - breadthOf(text, 9);
      return [left, y - 5, left + breadthOf(text, 9), y + 5] as const;
    });
    boxes.forEach((a, i) => {
      for (const b of boxes.slice(i + 1)) expect(a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1]).toBe(false);
    });
  });
});

test('what is not understood of a file is left out', () => {
  const game = shipped('kunlun-pass');
  expect(battleOf(game, null)).toEqual({ events: [], movements: [] });
  const steps = [
    { date: '1939-12-18', place: 'kunlun' },
    { date: '1939-12-19', place: 'atlantis' },
  ];
  expect(battleOf(game, { movements: [{ id: 'x', side: 'cn', who: [], steps }], events: [{ date: 'soon' }] })).toEqual({
    events: [],
    movements: [],
  });
});

test('lines are cut to the picture and thinned', () => {
  const frame = { left: 0, top: 0, width: 10 * SCALE, height: 10 * SCALE };
  const far = {
    class: 'road',
    points: [
      [50, 50],
      [60, 60],
    ] as [number, number][],
  };
  const near = {
    class: 'river',
    points: [
      [1, 1],
      [1.01, 1],
      [1.02, 1],
      [2, 1],
    ] as [number, number][],
  };
  expect(linesIn(frame, [far, near])).toEqual([{ class: 'river', path: 'M20.0 20.0L40.0 20.0' }]);
  expect(pointOf(10, 11)).toEqual({ x: 1.5 * SCALE, y: (Math.sqrt(3) / 2) * SCALE });
  expect(
    curveOf([
      { x: 0, y: 0 },
      { x: 6, y: 0 },
    ]),
  ).toBe('M0.0 0.0C1.0 0.0 5.0 0.0 6.0 0.0');
});
