/** The table that closes a batch: grades, losses by side, and when the places of the scenario's objectives changed hands. */
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
  ['tanks lost', (side) => side.equipment.tank ?? 0],
  ['units lost', (side) => side.unitsLost],
  ['sorties', (side) => side.sorties],
];

export function formatSummary(game: Game, lines: readonly GameLine[]): string {
  const { sides, victory } = game.data.scenario;
  const grades: (string | number)[][] = [['result', 'games', 'share']];
  for (const grade of victory.grades) {
    const games = lines.filter((line) => line.grade === grade.id).length;
    grades.push([grade.name, games, `${((100 * games) / lines.length).toFixed(1)}%`]);
  }
  const measures: (string | number)[][] = [['measure', 'mean', '5%', 'median', '95%']];
  measures.push(
    describe(
      'margin',
      lines.map((line) => line.margin ?? 0),
    ),
  );
  for (const side of sides)
    for (const [name, count] of COUNTS)
      measures.push(
        describe(
          `${side.name}: ${name}`,
          lines.map((line) => count(line.sides[side.id] as SideMeasures)),
        ),
      );
  const places: (string | number)[][] = [['place taken', 'by', 'in games', 'earliest', 'median', 'latest']];
  for (const { place } of victory.objectives) {
    const name = game.data.map.places.find((entry) => entry.id === place)?.name ?? place;
    for (const side of sides) {
      const dates = lines
        .map((line) => line.places[place]?.find(([, by]) => by === side.id)?.[0])
        .filter((date) => date !== undefined)
        .sort();
      const at = (index: number): string => dates[index] ?? '-';
      places.push([name, side.name, dates.length, at(0), at(Math.floor(dates.length / 2)), at(dates.length - 1)]);
    }
  }
  return [grades, measures, places].map(formatTable).join('\n\n');
}
