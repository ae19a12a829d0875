/** Dated events and decisions: ids, dates, sources, and what they ask for and do. */
import { dayNumber } from '../../core/calendar.ts';
import type { DecisionData, ScenarioData } from '../../core/scenario.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Problems } from '../problem.ts';
import { checkIds, checkKnown, checkSourced, checkWithin } from './common.ts';
import { checkCondition, checkEffects } from './happening.ts';

export function checkEvents(data: ScenarioData, lexicon: Lexicon, problems: Problems): void {
  const { scenario } = data;
  checkIds('scenario', ['events'], scenario.events, problems);
  scenario.events.forEach((event, i) => {
    const keys = ['events', i];
    checkWithin('scenario', [...keys, 'date'], event.date, scenario, problems);
    checkSourced('scenario', keys, event, problems);
    if (event.side !== null)
      checkKnown('scenario', [...keys, 'side'], event.side, lexicon.sides, 'unknown-side', problems);
    if (event.when) checkCondition([...keys, 'when'], event.when, null, lexicon, problems);
    checkEffects(data, [...keys, 'effects'], event.effects, null, lexicon, problems);
  });
}

export function checkDecisions(data: ScenarioData, lexicon: Lexicon, problems: Problems): void {
  const decisions = data.scenario.decisions ?? [];
  checkIds('scenario', ['decisions'], decisions, problems);
  decisions.forEach((decision, i) => {
    const keys = ['decisions', i];
    checkKnown('scenario', [...keys, 'side'], decision.side, lexicon.sides, 'unknown-side', problems);
    checkSourced('scenario', keys, decision, problems);
    checkDays(data, decision, keys, problems);
    if (decision.when) checkCondition([...keys, 'when'], decision.when, decision.side, lexicon, problems);
    checkEffects(data, [...keys, 'effects'], decision.effects, decision.side, lexicon, problems);
  });
}

function checkDays({ scenario }: ScenarioData, decision: DecisionData, keys: PropertyKey[], problems: Problems): void {
  checkWithin('scenario', [...keys, 'from'], decision.from, scenario, problems);
  checkWithin('scenario', [...keys, 'until'], decision.until, scenario, problems);
  if (dayNumber(decision.until) < dayNumber(decision.from))
    problems.add('scenario', [...keys, 'until'], 'date-order', `the decision is open from ${decision.from} on only`);
  if (dayNumber(decision.from) + decision.delayDays > dayNumber(scenario.endDate)) {
    const message = `even when it is taken on ${decision.from}, its effects come after ${scenario.endDate}`;
    problems.add('scenario', [...keys, 'delayDays'], 'date-outside', message);
  }
}
