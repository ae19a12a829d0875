/** Where a battle is looked at first: the places with most at stake, and the troops nearest to them. */

import { dayNumber } from '../../core/calendar.ts';
import { distance, type Game } from '../../core/game.ts';
import type { MapData, PlaceData, ScenarioFile } from '../../core/scenario.ts';
import { type GameState, UNIT_ON_MAP } from '../../core/state.ts';

type Stakes = Pick<ScenarioFile, 'startDate' | 'endDate' | 'turnHours' | 'sides' | 'victory' | 'airfields'>;

/** Points that hang on each place for a side over the whole battle, airfields it could put out of action included. */
function stakesOf(scenario: Stakes, side: string): Map<string, number> {
  const turns = ((dayNumber(scenario.endDate) - dayNumber(scenario.startDate)) * 24) / scenario.turnHours + 1;
  const found = new Map<string, number>();
  const add = (place: string, points: number): void => {
    found.set(place, (found.get(place) ?? 0) + points);
  };
  for (const one of scenario.victory.objectives)
    add(one.place, (one.points[side] ?? 0) + (one.pointsPerTurn?.[side] ?? 0) * turns);
  for (const one of scenario.victory.airfields ?? []) {
    const field = scenario.airfields?.find((other) => other.id === one.airfield);
    if (field && field.side !== side) add(field.place, one.points);
  }
  return found;
}

/** What the battle is about: the greatest prize of each side, one place when it is the same. */
export function heartOf(scenario: Stakes, map: Pick<MapData, 'places'>): PlaceData[] {
  const prizes = scenario.sides.flatMap((side) => {
    const ranked = [...stakesOf(scenario, side.id)].sort((a, b) => b[1] - a[1]);
    return ranked[0] && ranked[0][1] > 0 ? [ranked[0][0]] : [];
  });
  return [...new Set(prizes)].flatMap((id) => map.places.find((place) => place.id === id) ?? []);
}

export interface FirstLook {
  hex: number;
  /** Hex widths and rows around it that should be seen. */
  across: number;
  down: number;
}

/** What turns on from turn to turn, or most at the end, together with the nearest troops of the side; null without objectives. */
export function firstLookOf(game: Game, view: GameState, side: number): FirstLook | null {
  const stake = (points: Record<string, number> | undefined): number => Math.max(0, ...Object.values(points ?? {}));
  const worth = game.data.scenario.victory.objectives.map((one) => stake(one.pointsPerTurn) * 1000 + stake(one.points));
  const best = game.data.scenario.victory.objectives[worth.indexOf(Math.max(...worth))];
  const hex = best ? game.places[game.placeIndex.get(best.place) ?? -1]?.hex : undefined;
  if (hex === undefined) return null;
  let nearest = -1;
  for (const unit of game.bySide[side] ?? []) {
    const now = view.units[unit];
    if (now?.status !== UNIT_ON_MAP || now.hex < 0) continue;
    if (nearest < 0 || distance(game, now.hex, hex) < distance(game, nearest, hex)) nearest = now.hex;
  }
  const other = nearest < 0 ? hex : nearest;
  const [col, row] = [hex % game.cols, Math.floor(hex / game.cols)];
  const [toCol, toRow] = [other % game.cols, Math.floor(other / game.cols)];
  const middle = Math.round((row + toRow) / 2) * game.cols + Math.round((col + toCol) / 2);
  const near = distance(game, hex, other) <= 2;
  return { hex: near ? hex : middle, across: Math.abs(col - toCol) + 4, down: Math.abs(row - toRow) + 4 };
}
