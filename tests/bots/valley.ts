/**
 * A valley of 24 by 9 hexes of 5 km with a road along its middle row and a town every fourth hex, in turns of two days:
 * for columns that march, stand and go back. The west is the first side's, the east the second's.
 */
import { compile, type Game } from '../../src/core/game.ts';
import type { ColumnData, PhaseData, PlanData } from '../../src/core/plans.ts';
import type { ScenarioData, UnitData } from '../../src/core/scenario.ts';
import { ridgeData } from '../play/ridge.ts';

const COLS = 24;
const ROWS = 9;
const ROAD = 4;
const START = '1939-12-18';
const source = ['test'];

/** "ccrr" of a hex on the road. */
export function onRoad(col: number): string {
  return `${String(col).padStart(2, '0')}0${ROAD}`;
}

/** Index of a hex "ccrr". */
export function hexAt(text: string): number {
  return Number(text.slice(2)) * COLS + Number(text.slice(0, 2));
}

/** Column of a hex on the map. */
export function colOf(hex: number): number {
  return hex % COLS;
}

/** Towns by name, from west to east: t0 at column 0, t1 at column 4, ... t5 at column 20, t6 at the eastern edge. */
export const TOWNS = [0, 4, 8, 12, 16, 20, 23];

export function regiment(id: string, side: string, hex: string, more: Partial<UnitData> = {}): UnitData {
  return {
    id,
    side,
    name: id,
    zh: id,
    short: id,
    parent: null,
    kind: 'infantry',
    echelon: 'regiment',
    mobility: 'foot',
    men: 2400,
    equipment: { rifle: 1600, hmg: 24 },
    quality: 65,
    arrival: { date: START, hex },
    carry: { foodDays: 20, ammoDays: 10 },
    source,
    ...more,
  };
}

export function phase(task: PhaseData['task'], axis: string[], more: Partial<PhaseData> = {}): PhaseData {
  return { from: START, task, axis, effort: 8, reason: `to ${task}`, ...more };
}

export function column(id: string, formations: string[], phases: PhaseData[]): ColumnData {
  return { id, name: `column ${id}`, formations, phases, source };
}

export function planOf(side: string, columns: ColumnData[], more: Partial<PlanData> = {}): PlanData {
  return { id: `plan-${side}`, side, name: 'plan', text: 'plan', columns, source, ...more };
}

/** The valley with some units and plans. */
export function valley(units: UnitData[], plans: PlanData[], edit: (data: ScenarioData) => void = () => {}): Game {
  const data = ridgeData();
  const fill = <T>(value: T): T[][] => Array.from({ length: ROWS }, () => new Array<T>(COLS).fill(value));
  const road = Array.from({ length: COLS }, (_, col) => onRoad(col));
  data.map.cols = COLS;
  data.map.rows = ROWS;
  data.map.hexKm = 5;
  data.map.elevationM = fill(200);
  data.map.crestM = fill(240);
  data.map.relief = fill('l').map((row) => row.join(''));
  data.map.cover = fill('m').map((row) => row.join(''));
  data.map.roads = [{ id: 'road', name: 'The road', class: 'road', hexes: road, source }];
  data.map.places = TOWNS.map((col, i) => ({
    id: `t${i}`,
    name: `Town ${i}`,
    zh: `t${i}`,
    kind: 'town',
    hex: onRoad(col),
    lat: 0,
    lon: 0,
    positionErrorKm: 1,
    source,
  }));
  data.scenario.turnHours = 48;
  data.scenario.endDate = '1940-02-14';
  data.scenario.supplySources.forEach((depot, i) => {
    depot.hex = onRoad(i === 0 ? 0 : COLS - 1);
    depot.foodKgPerDay = 60_000;
    depot.ammoKgPerDay = 60_000;
  });
  data.scenario.control = {
    defaultSide: 'jp',
    regions: [
      {
        side: 'cn',
        hexes: Array.from({ length: ROWS * 3 }, (_, i) => `0${i % 3}${String(Math.floor(i / 3)).padStart(2, '0')}`),
      },
    ],
  };
  data.scenario.victory.objectives = [{ id: 'end', place: 't5', points: { cn: 50, jp: 50 }, source }];
  data.oob.units = units;
  data.oob.leaders = [];
  data.air.formations = [];
  data.plans = { formatVersion: 1, plans };
  edit(data);
  return compile(data);
}
