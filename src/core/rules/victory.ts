/** Rulebook 13: objectives, losses, grades. */
import { holderOf } from '../control.ts';
import type { Game } from '../game.ts';
import type { ReadonlyState, SideIndex } from '../state.ts';

export interface TallyLine {
  /** What the points are for. */
  kind: 'objective' | 'held' | 'losses' | 'prisoners' | 'leaders';
  /** Id of the objective's place, for objectives. */
  place: string | null;
  points: [number, number];
}

export interface Tally {
  lines: TallyLine[];
  points: [number, number];
  /** First side's points minus second side's. */
  margin: number;
  grade: string;
  winner: SideIndex | -1;
}

/** Men of a side killed, wounded, missing and captured so far. */
export function battleLosses(
  game: Game,
  state: ReadonlyState,
  side: number,
): {
  killed: number;
  wounded: number;
  missing: number;
  captured: number;
  sick: number;
} {
  const sum = { killed: 0, wounded: 0, missing: 0, captured: 0, sick: 0 };
  for (const index of game.bySide[side] as number[]) {
    const unit = state.units[index];
    if (!unit) continue;
    sum.killed += unit.killed;
    sum.wounded += unit.wounded;
    sum.missing += unit.missing;
    sum.captured += unit.captured;
    sum.sick += unit.sick;
  }
  return sum;
}

/** 13.3: points a turn for objectives held at its end. */
export function scoreTurn(game: Game, state: { control: readonly number[]; sides: { points: number }[] }): void {
  for (const objective of game.data.scenario.victory.objectives) {
    if (!objective.pointsPerTurn) continue;
    const side = holder(game, state, objective.place);
    const points = side < 0 ? undefined : objective.pointsPerTurn[game.data.scenario.sides[side]?.id ?? ''];
    if (points !== undefined) (state.sides[side] as { points: number }).points += points;
  }
}

function holder(game: Game, state: { readonly control: readonly number[] }, place: string): number {
  const at = game.places[game.placeIndex.get(place) as number];
  return at ? holderOf(state.control, at.hex) : -1;
}

/** 13.1-13.5: the score as it stands, line by line, and the grade it would be. */
export function tally(game: Game, state: ReadonlyState): Tally {
  const { victory, sides } = game.data.scenario;
  const lines: TallyLine[] = [];
  const line = (kind: TallyLine['kind'], place: string | null, side: number, points: number): void => {
    if (points === 0) return;
    lines.push({ kind, place, points: side === 0 ? [points, 0] : [0, points] });
  };
  for (const objective of victory.objectives) {
    const side = holder(game, state, objective.place);
    if (side >= 0) line('objective', objective.place, side, objective.points[sides[side]?.id ?? ''] ?? 0);
  }
  for (const side of [0, 1] as const) {
    const id = sides[side]?.id ?? '';
    line('held', null, side, state.sides[side].points);
    const lost = battleLosses(game, state, side);
    const men = lost.killed + lost.wounded + lost.missing + lost.captured;
    line('losses', null, 1 - side, Math.floor((men * (victory.pointsPer100Men[id] ?? 0)) / 100));
    line('prisoners', null, 1 - side, Math.floor((lost.captured * (victory.milliPointsPerPrisoner[id] ?? 0)) / 1000));
    let leaders = 0;
    game.data.oob.leaders.forEach((leader, i) => {
      const unit = game.units[game.unitIndex.get(leader.unit) as number];
      const fallen = (state.leaders[i]?.status ?? 0) >= 2;
      if (unit?.side === side && fallen) leaders += (leader.rating + 3) * (victory.pointsPerLeader[id] ?? 0);
    });
    line('leaders', null, 1 - side, leaders);
  }
  const points: [number, number] = [0, 0];
  for (const one of lines) {
    points[0] += one.points[0];
    points[1] += one.points[1];
  }
  const margin = points[0] - points[1];
  const grades = victory.grades.slice().sort((a, b) => b.atLeast - a.atLeast);
  const grade = grades.find((entry) => margin >= entry.atLeast) ?? grades[grades.length - 1];
  const winner = grade?.winner ? (game.sideIndex.get(grade.winner) as SideIndex) : -1;
  return { lines, points, margin, grade: grade?.id ?? '', winner };
}
