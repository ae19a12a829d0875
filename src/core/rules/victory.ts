/** Rulebook 13: objectives, losses, grades. */
import { holderOf } from '../control.ts';
import type { Game } from '../game.ts';
import type { VictoryData } from '../scenario.ts';
import { AIRFIELD_WORKING, type GameState, type ReadonlyState, type SideIndex, UNIT_ON_MAP } from '../state.ts';
import { stockOf } from './conditions.ts';

export interface TallyLine {
  /** What the points are for. */
  kind:
    | 'objective'
    | 'held'
    | 'losses'
    | 'prisoners'
    | 'leaders'
    | 'airfield'
    | 'stock'
    | 'home'
    | 'decision'
    | 'handicap';
  /** Id of the objective's place, airfield, stock or decision; null for sums over all and a head start. */
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

/** Men of a side killed, wounded, missing, captured, sick and starved so far. */
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
  starved: number;
} {
  const sum = { killed: 0, wounded: 0, missing: 0, captured: 0, sick: 0, starved: 0 };
  for (const index of game.bySide[side] as number[]) {
    const unit = state.units[index];
    if (!unit) continue;
    sum.killed += unit.killed;
    sum.wounded += unit.wounded;
    sum.missing += unit.missing;
    sum.captured += unit.captured;
    sum.sick += unit.sick;
    sum.starved += unit.starved;
  }
  return sum;
}

/** 13.3: points a turn for objectives held at its end, and for railways held whole. */
export function scoreTurn(game: Game, state: GameState): void {
  for (const line of game.theatre.lines) if (isWhole(state, line)) state.sides[line.side].points += line.pointsPerTurn;
  for (const objective of game.data.scenario.victory.objectives) {
    if (!objective.pointsPerTurn) continue;
    const side = holder(game, state, objective.place);
    const points = side < 0 ? undefined : objective.pointsPerTurn[game.data.scenario.sides[side]?.id ?? ''];
    if (points !== undefined) state.sides[side as SideIndex].points += points;
  }
}

/** 13.3: a railway is whole for a side that holds every hex of it, with no link of it broken. */
export function isWhole(state: ReadonlyState, line: Game['theatre']['lines'][number]): boolean {
  return (
    line.hexes.every((hex) => holderOf(state.control, hex) === line.side) &&
    !state.breaks.some((link) => line.hexsides.includes(link.hexside))
  );
}

function holder(game: Game, state: { readonly control: readonly number[] }, place: string): number {
  const at = game.places[game.placeIndex.get(place) as number];
  return at ? holderOf(state.control, at.hex) : -1;
}

/** 13.1-13.10: the score as it stands, line by line, and the grade it would be. */
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
  theatreLines(game, state, line);
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
  if (state.handicap) line('handicap', null, state.handicap.side, state.handicap.points);
  const points: [number, number] = [0, 0];
  for (const one of lines) {
    points[0] += one.points[0];
    points[1] += one.points[1];
  }
  const margin = points[0] - points[1];
  const grade = gradeOf(game, margin);
  const winner = grade?.winner ? (game.sideIndex.get(grade.winner) as SideIndex) : -1;
  return { lines, points, margin, grade: grade?.id ?? '', winner };
}

/** 13.5: the grade of a margin in points of the first side. */
export function gradeOf(game: Game, margin: number): VictoryData['grades'][number] | undefined {
  const grades = game.data.scenario.victory.grades.slice().sort((a, b) => b.atLeast - a.atLeast);
  return grades.find((entry) => margin >= entry.atLeast) ?? grades[grades.length - 1];
}

/** 13.6-13.9: airfields out of action, stocks, men outside their own lines, decisions paid for. */
function theatreLines(
  game: Game,
  state: ReadonlyState,
  line: (kind: TallyLine['kind'], place: string | null, side: number, points: number) => void,
): void {
  const { victory, decisions } = game.data.scenario;
  for (const objective of victory.airfields ?? []) {
    const index = game.theatre.airfields.findIndex((field) => field.id === objective.airfield);
    const owner = game.theatre.airfields[index]?.side ?? 0;
    const now = state.airfields[index];
    const out = now !== undefined && (now.status !== AIRFIELD_WORKING || now.side !== owner);
    if (out) line('airfield', objective.airfield, 1 - owner, objective.points);
  }
  for (const stock of victory.stocks ?? []) {
    const side = game.sideIndex.get(stock.side) as SideIndex;
    const share = Math.min(stock.targetKg, stockOf(game, state, side, -1));
    line('stock', stock.id, side, Math.floor((stock.points * share) / Math.max(1, stock.targetKg)));
  }
  (victory.home ?? []).forEach((home, i) => {
    const { side, inside } = game.theatre.home[i] as Game['theatre']['home'][number];
    let men = 0;
    for (const index of game.bySide[side]) {
      const unit = state.units[index] as GameState['units'][number];
      if (unit.status === UNIT_ON_MAP && unit.hex >= 0 && inside[unit.hex] !== 1) men += unit.men;
    }
    line('home', null, 1 - side, Math.floor((men * home.pointsPer100Men) / 100));
  });
  for (const taken of state.taken) {
    const decision = decisions?.[taken.decision];
    const side = game.theatre.decisions[taken.decision]?.side ?? 0;
    if (decision) line('decision', decision.id, 1 - side, decision.cost);
  }
}
