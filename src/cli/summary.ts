/** The tables that close a batch: grades, losses by side, places taken, airfields, decisions. */
import type { Game } from '../core/game.ts';
import type { SideMeasures } from '../play/measures.ts';
import type { GameLine } from './game-task.ts';
import { formatTable } from './terminal.ts';

/** The value below which a share of a sorted list lies. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function describe(name: string, values: readonly number[]): (string | number)[] {
  const sorted = [...values].sort((a, b) => a - b);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / Math.max(1, sorted.length);
  return [name, mean.toFixed(1), quantile(sorted, 0.05), quantile(sorted, 0.5), quantile(sorted, 0.95)];
}

const COUNTS: [string, (side: SideMeasures) => number][] = [
  ['men lost', (side) => side.killed + side.wounded + side.missing + side.captured],
  ['killed', (side) => side.killed],
  ['captured', (side) => side.captured],
  ['sick', (side) => side.sick],
  ['lost to hunger', (side) => side.starved],
  ['tanks lost', (side) => side.equipment.tank ?? 0],
  ['units lost', (side) => side.unitsLost],
  ['sorties', (side) => side.sorties],
  ['aircraft lost', (side) => side.aircraftLost],
  ['crews lost', (side) => side.crewsLost],
  ['men flown in', (side) => side.menLifted],
];

export function formatSummary(game: Game, lines: readonly GameLine[]): string {
  const { sides } = game.data.scenario;
  const measures: (string | number)[][] = [['measure', 'mean', '5%', 'median', '95%']];
  measures.push(
    describe(
      'margin',
      lines.map((line) => line.margin ?? 0),
    ),
  );
  for (const side of sides)
    for (const [name, count] of COUNTS) {
      const values = lines.map((line) => count(line.sides[side.id] as SideMeasures));
      if (values.some((value) => value !== 0)) measures.push(describe(`${side.name}: ${name}`, values));
    }
  return [
    gradeTable(game, lines),
    measures,
    placesTaken(game, lines),
    stateOfAirfields(game, lines),
    decisionsTaken(game, lines),
  ]
    .filter((table) => table.length > 1)
    .map(formatTable)
    .join('\n\n');
}

type Table = (string | number)[][];

/** How often each grade of victory was reached. */
export function gradeTable(game: Game, lines: readonly Pick<GameLine, 'grade'>[]): Table {
  const table: Table = [['result', 'games', 'share']];
  for (const { id, name } of game.data.scenario.victory.grades) {
    const games = lines.filter(({ grade }) => grade === id).length;
    table.push([name, games, `${((100 * games) / lines.length).toFixed(1)}%`]);
  }
  return table;
}

/** In how many games something happened, and when. */
function datesOf(dates: readonly (string | undefined)[]): (string | number)[] {
  const known = dates.filter((date) => date !== undefined).sort();
  const at = (index: number): string => known[index] ?? '-';
  return [known.length, at(0), at(Math.floor(known.length / 2)), at(known.length - 1)];
}

/** The places of objectives that a side took in any game. */
function placesTaken(game: Game, lines: readonly GameLine[]): Table {
  const { sides, victory } = game.data.scenario;
  const table: Table = [['place taken', 'by', 'in games', 'earliest', 'median', 'latest', 'held at end']];
  for (const { place } of victory.objectives) {
    const name = game.data.map.places.find((entry) => entry.id === place)?.name ?? place;
    for (const side of sides) {
      const dates = lines.map((line) => line.places[place]?.find(([, by]) => by === side.id)?.[0]);
      if (dates.every((date) => date === undefined)) continue;
      const held = lines.filter((line) => line.held[place] === side.id).length;
      table.push([name, side.name, ...datesOf(dates), held]);
    }
  }
  return table;
}

function stateOfAirfields(game: Game, lines: readonly GameLine[]): Table {
  const { sides, airfields = [] } = game.data.scenario;
  const table: Table = [['airfield at the end', 'open to its side', 'demolished', 'lost']];
  for (const { id, side, place } of airfields) {
    const ends = lines.flatMap((line) => line.airfields[id] ?? []);
    const own = ends.filter((end) => end.side === side);
    const open = own.filter((end) => end.working).length;
    const name = game.data.map.places.find((entry) => entry.id === place)?.name ?? place;
    const holder = sides.find((entry) => entry.id === side)?.name ?? side;
    table.push([`${name} (${holder})`, open, own.length - open, ends.length - own.length]);
  }
  return table;
}

function decisionsTaken(game: Game, lines: readonly GameLine[]): Table {
  const { sides, decisions = [] } = game.data.scenario;
  const table: Table = [['decision', 'of', 'in games', 'earliest', 'median', 'latest']];
  for (const { id, side, title } of decisions) {
    const name = sides.find((entry) => entry.id === side)?.name ?? side;
    const dates = lines.map((line) => line.decided[id]);
    if (dates.some((date) => date !== undefined)) table.push([title, name, ...datesOf(dates)]);
  }
  return table;
}
