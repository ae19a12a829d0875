/** What must be true of `scenario.json` beyond its shape. */
import { dayNumber } from '../../core/calendar.ts';
import { parseHex } from '../../core/hex.ts';
import { type ScenarioData, WEATHERS } from '../../core/scenario.ts';
import type { Lexicon } from '../lexicon.ts';
import { type Problems, shown } from '../problem.ts';
import { checkBySide, checkDate, checkIds, checkKnown, checkSourced, checkWithin } from './common.ts';
import { isWater } from './map.ts';

export function checkScenario(data: ScenarioData, lexicon: Lexicon, problems: Problems): void {
  const { scenario } = data;
  const { sides } = lexicon;
  checkIds('scenario', ['sides'], scenario.sides, problems);
  checkKnown('scenario', ['firstSide'], scenario.firstSide, sides, 'unknown-side', problems);
  checkBySide('scenario', ['truckLift'], scenario.truckLift, sides, problems);
  checkDate('scenario', ['startDate'], scenario.startDate, problems);
  checkDate('scenario', ['endDate'], scenario.endDate, problems);
  if (dayNumber(scenario.endDate) < dayNumber(scenario.startDate))
    problems.add('scenario', ['endDate'], 'date-order', 'the scenario ends before it starts');
  checkWeather(data, problems);
  checkDepots(data, lexicon, problems);
  checkEvents(data, lexicon, problems);
  checkVictory(data, lexicon, problems);
  checkKnown('scenario', ['control', 'defaultSide'], scenario.control.defaultSide, sides, 'unknown-side', problems);
  scenario.control.regions.forEach((region, i) => {
    checkKnown('scenario', ['control', 'regions', i, 'side'], region.side, sides, 'unknown-side', problems);
    region.hexes.forEach((hex, k) => {
      if (parseHex(data.map.cols, data.map.rows, hex) < 0)
        problems.add('scenario', ['control', 'regions', i, 'hexes', k], 'off-map', `hex ${hex} is not on the map`);
    });
  });
}

function checkWeather({ scenario }: ScenarioData, problems: Problems): void {
  scenario.weather.tables.forEach((table, i) => {
    const keys = ['weather', 'tables', i];
    checkDate('scenario', [...keys, 'from'], table.from, problems);
    checkSourced('scenario', keys, table, problems);
    const sum = WEATHERS.reduce((total, kind) => total + table.chances[kind], 0);
    if (sum !== 1000)
      problems.add('scenario', [...keys, 'chances'], 'chances', `the chances add up to ${sum}, not to 1000`);
    const before = scenario.weather.tables[i - 1];
    if (before && dayNumber(table.from) <= dayNumber(before.from))
      problems.add('scenario', [...keys, 'from'], 'date-order', 'tables must follow each other by date');
  });
  const first = scenario.weather.tables[0];
  if (first && dayNumber(first.from) > dayNumber(scenario.startDate))
    problems.add('scenario', ['weather', 'tables', 0, 'from'], 'date-outside', 'the first days have no table');
  const taken = new Set<string>();
  scenario.weather.fixed.forEach((day, i) => {
    const keys = ['weather', 'fixed', i];
    checkWithin('scenario', [...keys, 'date'], day.date, scenario, problems);
    checkSourced('scenario', keys, day, problems);
    if (taken.has(day.date))
      problems.add('scenario', [...keys, 'date'], 'duplicate-id', `the weather of ${day.date} is given twice`);
    taken.add(day.date);
  });
}

function checkDepots(data: ScenarioData, lexicon: Lexicon, problems: Problems): void {
  const { cols, rows } = data.map;
  checkIds('scenario', ['supplySources'], data.scenario.supplySources, problems);
  data.scenario.supplySources.forEach((source, i) => {
    const keys = ['supplySources', i];
    checkKnown('scenario', [...keys, 'side'], source.side, lexicon.sides, 'unknown-side', problems);
    checkSourced('scenario', keys, source, problems);
    const hex = parseHex(cols, rows, source.hex);
    if (hex < 0) problems.add('scenario', [...keys, 'hex'], 'off-map', `hex ${source.hex} is not on the map`);
    else if (isWater(data, hex)) problems.add('scenario', [...keys, 'hex'], 'impassable', `hex ${source.hex} is water`);
  });
}

function checkEvents({ scenario }: ScenarioData, lexicon: Lexicon, problems: Problems): void {
  checkIds('scenario', ['events'], scenario.events, problems);
  scenario.events.forEach((event, i) => {
    const keys = ['events', i];
    checkWithin('scenario', [...keys, 'date'], event.date, scenario, problems);
    checkSourced('scenario', keys, event, problems);
    if (event.side !== null)
      checkKnown('scenario', [...keys, 'side'], event.side, lexicon.sides, 'unknown-side', problems);
    if (event.when) {
      checkKnown('scenario', [...keys, 'when', 'place'], event.when.place, lexicon.places, 'unknown-place', problems);
      checkKnown('scenario', [...keys, 'when', 'side'], event.when.side, lexicon.sides, 'unknown-side', problems);
    }
    event.effects.forEach((effect, k) => {
      if (effect.type !== 'message')
        checkKnown('scenario', [...keys, 'effects', k, 'unit'], effect.unit, lexicon.units, 'unknown-unit', problems);
    });
  });
}

function checkVictory({ scenario, map }: ScenarioData, lexicon: Lexicon, problems: Problems): void {
  const { victory } = scenario;
  const { sides } = lexicon;
  checkIds('scenario', ['victory', 'objectives'], victory.objectives, problems);
  victory.objectives.forEach((objective, i) => {
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
  const { grade } = victory.historical;
  if (!victory.grades.some((one) => one.id === grade))
    problems.add(
      'scenario',
      ['victory', 'historical', 'grade'],
      'unknown-grade',
      `no grade has the id ${shown(grade)}`,
    );
}
