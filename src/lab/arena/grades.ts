/** Grades of victory as a scale: a margin in points becomes a number of grades with what lies between them. */
import type { VictoryData } from '../../core/campaign.ts';

type Grades = VictoryData['grades'];

/** Where each grade above the lowest begins, ascending, in points of the first side's lead. */
function thresholdsOf(grades: Grades): number[] {
  return grades
    .map((grade) => grade.atLeast)
    .sort((a, b) => a - b)
    .slice(1);
}

/** The grade of a margin by its number, 0 for the worst of the first side. */
export function wholeGrade(grades: Grades, margin: number): number {
  return thresholdsOf(grades).filter((threshold) => margin >= threshold).length;
}

/**
 * A margin on the scale of grades: whole where a grade begins, linear between. The lowest and the highest grade have no
 * other end; they go on as steeply as their neighbour, without a limit, so that a lead counts beyond the last threshold too.
 */
export function gradeScale(grades: Grades, margin: number): number {
  const thresholds = thresholdsOf(grades);
  const [first, second] = thresholds;
  if (first === undefined) return 0;
  // One threshold alone says nothing of how much a grade is: a point then is one.
  if (second === undefined) return 1 + margin - first;
  const band = Math.min(Math.max(wholeGrade(grades, margin), 1), thresholds.length - 1);
  const from = thresholds[band - 1] as number;
  const to = thresholds[band] as number;
  return band + (margin - from) / (to - from);
}
