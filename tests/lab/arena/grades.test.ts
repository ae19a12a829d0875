import { describe, expect, test } from 'vitest';
import type { VictoryData } from '../../../src/core/campaign.ts';
import { gradeOf } from '../../../src/core/rules/victory.ts';
import { gradeScale, wholeGrade } from '../../../src/lab/arena/grades.ts';
import { kunlunPass } from '../../kunlun-pass.ts';

function grades(...atLeast: number[]): VictoryData['grades'] {
  return atLeast.map((points, i) => ({ id: `g${i}`, name: `G${i}`, atLeast: points, winner: null }));
}

describe('the scale of grades', () => {
  // Given from the best to the worst, as scenarios have them, or in any order.
  const scale = grades(100, -1000, 40, 0);

  test.each([
    [0, 1],
    [20, 1.5],
    [40, 2],
    [70, 2.5],
    [100, 3],
    // The ends go on as steeply as the grade next to them: 60 points above, 40 below.
    [130, 3.5],
    [400, 8],
    [-40, 0],
    [-60, -0.5],
  ])('%i points are %f', (margin, expected) => {
    expect(gradeScale(scale, margin)).toBeCloseTo(expected, 12);
  });

  test('few thresholds: one counts points, none tells nothing apart', () => {
    expect(gradeScale(grades(10, -1000), 13)).toBe(4);
    expect(gradeScale(grades(10, -1000), 7)).toBe(-2);
    expect(gradeScale(grades(-1000), 7)).toBe(0);
  });

  test('more points are never less, and the whole part is the grade that the rules give', () => {
    const game = kunlunPass();
    const list = game.data.scenario.victory.grades;
    const ids = [...list].sort((a, b) => a.atLeast - b.atLeast).map((grade) => grade.id);
    let before = Number.NEGATIVE_INFINITY;
    for (let margin = -500; margin <= 600; margin++) {
      const scaled = gradeScale(list, margin);
      expect(scaled).toBeGreaterThan(before);
      before = scaled;
      const whole = wholeGrade(list, margin);
      expect(ids[whole]).toBe(gradeOf(game, margin)?.id);
      expect(Math.min(ids.length - 1, Math.max(0, Math.floor(scaled)))).toBe(whole);
    }
  });
});
