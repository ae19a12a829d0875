/** What a scenario counts: objectives of all kinds, points of losses, grades. */
import { parseHex } from '../../core/hex.ts';
import type { ScenarioData } from '../../core/scenario.ts';
import type { Lexicon } from '../lexicon.ts';
import { type Problems, shown } from '../problem.ts';
import { checkBySide, checkIds, checkKnown, checkSourced } from './common.ts';
import { checkCorners } from './theatre.ts';

export function checkVictory(data: ScenarioData, lexicon: Lexicon, problems: Problems): void {
  const { victory } = data.scenario;
  const { sides } = lexicon;
  checkPlaces(data, lexicon, problems);
  checkAims(data, lexicon, problems);
  for (const name of ['pointsPer100Men', 'milliPointsPerPrisoner', 'pointsPerLeader'] as const)
    checkBySide('scenario', ['victory', name], victory[name], sides, problems);
  checkIds('scenario', ['victory', 'grades'], victory.grades, problems);
  victory.grades.forEach((grade, i) => {
    const keys = ['victory', 'grades', i];
    if (grade.winner !== null)
      checkKnown('scenario', [...keys, 'winner'], grade.winner, sides, 'unknown-side', problems);
    const before = victory.grades[i - 1];
    if (before && grade.atLeast >= before.atLeast)
      problems.add('scenario', [...keys, 'atLeast'], 'grades', 'grades go from the best for the first side down');
  });
  const grades = new Set(victory.grades.map((grade) => grade.id));
  const grade = victory.historical?.grade;
  if (grade !== undefined)
    checkKnown('scenario', ['victory', 'historical', 'grade'], grade, grades, 'unknown-grade', problems);
}

function checkPlaces({ scenario, map }: ScenarioData, { sides }: Lexicon, problems: Problems): void {
  const { objectives } = scenario.victory;
  checkIds('scenario', ['victory', 'objectives'], objectives, problems);
  objectives.forEach((objective, i) => {
    const keys = ['victory', 'objectives', i];
    checkSourced('scenario', keys, objective, problems);
    checkBySide('scenario', [...keys, 'points'], objective.points, sides, problems, false);
    if (objective.pointsPerTurn)
      checkBySide('scenario', [...keys, 'pointsPerTurn'], objective.pointsPerTurn, sides, problems, false);
    const place = map.places.find((one) => one.id === objective.place);
    if (!place || parseHex(map.cols, map.rows, place.hex) < 0) {
      const message = `the objective ${shown(objective.place)} is no place on the map`;
      problems.add('scenario', [...keys, 'place'], 'objective-off-map', message);
    }
  });
}

/** Railways, airfields, stocks and the way home. */
function checkAims(data: ScenarioData, lexicon: Lexicon, problems: Problems): void {
  const { lines = [], airfields = [], stocks = [], home = [] } = data.scenario.victory;
  const { sides } = lexicon;
  const at = (list: string, i: number): PropertyKey[] => ['victory', list, i];
  checkIds('scenario', ['victory', 'lines'], lines, problems);
  lines.forEach((line, i) => {
    const keys = at('lines', i);
    checkSourced('scenario', keys, line, problems);
    checkKnown('scenario', [...keys, 'side'], line.side, sides, 'unknown-side', problems);
    checkKnown('scenario', [...keys, 'rail'], line.rail, lexicon.rails, 'unknown-rail', problems);
  });
  const counted = new Set<string>();
  airfields.forEach((entry, i) => {
    const keys = at('airfields', i);
    checkSourced('scenario', keys, entry, problems);
    checkKnown('scenario', [...keys, 'airfield'], entry.airfield, lexicon.airfields, 'unknown-airfield', problems);
    checkOnce([...keys, 'airfield'], entry.airfield, counted, problems);
  });
  checkIds('scenario', ['victory', 'stocks'], stocks, problems);
  stocks.forEach((stock, i) => {
    const keys = at('stocks', i);
    checkSourced('scenario', keys, stock, problems);
    checkKnown('scenario', [...keys, 'side'], stock.side, sides, 'unknown-side', problems);
  });
  const atHome = new Set<string>();
  home.forEach((entry, i) => {
    const keys = at('home', i);
    checkSourced('scenario', keys, entry, problems);
    checkKnown('scenario', [...keys, 'side'], entry.side, sides, 'unknown-side', problems);
    checkOnce([...keys, 'side'], entry.side, atHome, problems);
    checkCorners(data, [...keys, 'corners'], entry.corners, problems);
  });
}

function checkOnce(keys: readonly PropertyKey[], id: string, taken: Set<string>, problems: Problems): void {
  if (taken.has(id)) problems.add('scenario', keys, 'duplicate-id', `${shown(id)} is counted twice`);
  taken.add(id);
}
