/** What must be true of `scenario.json` beyond its shape. */
import { dayNumber } from '../../core/calendar.ts';
import { parseHex } from '../../core/hex.ts';
import { type ScenarioData, WEATHERS } from '../../core/scenario.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Problems } from '../problem.ts';
import { checkBySide, checkDate, checkIds, checkKnown, checkSourced, checkWithin } from './common.ts';
import { checkDepots } from './depots.ts';
import { checkDecisions, checkEvents } from './events.ts';
import { checkRules } from './rules.ts';
import { checkTheatre } from './theatre.ts';
import { checkVictory } from './victory.ts';

export function checkScenario(data: ScenarioData, lexicon: Lexicon, problems: Problems): void {
  const { scenario } = data;
  const { sides } = lexicon;
  checkIds('scenario', ['sides'], scenario.sides, problems);
  checkKnown('scenario', ['firstSide'], scenario.firstSide, sides, 'unknown-side', problems);
  checkBySide('scenario', ['truckLift'], scenario.truckLift, sides, problems);
  if (scenario.diseaseRates) checkBySide('scenario', ['diseaseRates'], scenario.diseaseRates, sides, problems, false);
  checkDate('scenario', ['startDate'], scenario.startDate, problems);
  checkDate('scenario', ['endDate'], scenario.endDate, problems);
  if (dayNumber(scenario.endDate) < dayNumber(scenario.startDate))
    problems.add('scenario', ['endDate'], 'date-order', 'the scenario ends before it starts');
  checkWeather(data, problems);
  checkRules(data, lexicon, problems);
  checkDepots(data, lexicon, problems);
  checkTheatre(data, lexicon, problems);
  checkEvents(data, lexicon, problems);
  checkDecisions(data, lexicon, problems);
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
