/** What the scenario lays down of the rules themselves: surprise, air superiority, and numbers that are not the rulebook's. */
import { dayNumber } from '../../core/calendar.ts';
import { parameterAt, parameterFault } from '../../core/rules/parameters.ts';
import type { ScenarioData } from '../../core/scenario.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Problems } from '../problem.ts';
import { checkDate, checkKnown, checkSourced } from './common.ts';

export function checkRules({ scenario }: ScenarioData, { sides }: Lexicon, problems: Problems): void {
  for (const part of ['surprise', 'airSuperiority'] as const) {
    scenario[part]?.forEach((entry, i) => {
      const keys = [part, i];
      checkKnown('scenario', [...keys, 'side'], entry.side, sides, 'unknown-side', problems);
      checkDate('scenario', [...keys, 'from'], entry.from, problems);
      checkDate('scenario', [...keys, 'to'], entry.to, problems);
      checkSourced('scenario', keys, entry, problems);
      if (dayNumber(entry.to) < dayNumber(entry.from))
        problems.add('scenario', [...keys, 'to'], 'date-order', 'it ends before it starts');
    });
  }
  for (const [path, value] of Object.entries(scenario.rules ?? {})) {
    const fault = parameterFault(path, value);
    if (fault === 'unknown')
      problems.add('scenario', ['rules', path], 'unknown-parameter', 'the rules have no number of this path');
    else if (fault === 'range') {
      const { least, most, whole } = parameterAt(path) as NonNullable<ReturnType<typeof parameterAt>>;
      const kind = whole ? 'an integer' : 'a number';
      problems.add('scenario', ['rules', path], 'range', `${value} is not ${kind} from ${least} to ${most}`);
    }
  }
}
