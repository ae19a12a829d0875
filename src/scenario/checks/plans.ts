/** What must be true of `plans.json` beyond its shape: what it names is there and of its side, dates follow each other. */
import type { ColumnData, PlanData, PlansData } from '../../core/plans.ts';
import type { ScenarioData } from '../../core/scenario.ts';
import type { Lexicon } from '../lexicon.ts';
import { type Problems, shown } from '../problem.ts';
import { checkDate, checkIds, checkKnown, checkSourced } from './common.ts';
import { checkCondition } from './happening.ts';

type Keys = readonly PropertyKey[];

export function checkPlans(data: ScenarioData, { plans }: PlansData, lexicon: Lexicon, problems: Problems): void {
  checkIds('plans', ['plans'], plans, problems);
  plans.forEach((plan, i) => {
    checkPlan(data, plan, ['plans', i], lexicon, problems);
  });
}

function checkPlan(data: ScenarioData, plan: PlanData, keys: Keys, lexicon: Lexicon, problems: Problems): void {
  checkSourced('plans', keys, plan, problems);
  if (!checkKnown('plans', [...keys, 'side'], plan.side, lexicon.sides, 'unknown-side', problems)) return;
  checkIds('plans', [...keys, 'columns'], plan.columns, problems);
  checkMembers(data, plan, keys, lexicon, problems);
  plan.columns.forEach((column, i) => {
    const at = [...keys, 'columns', i];
    checkSourced('plans', at, column, problems);
    checkDates([...at, 'phases'], column.phases, plan.side, lexicon, problems);
    column.phases.forEach((phase, k) => {
      checkPlaces([...at, 'phases', k, 'axis'], phase.axis, lexicon, problems);
    });
  });
  const air = plan.air ?? [];
  checkDates([...keys, 'air'], air, plan.side, lexicon, problems);
  air.forEach((part, i) => {
    checkPlaces([...keys, 'air', i, 'targets'], part.targets, lexicon, problems);
  });
  checkDecisions(plan, keys, lexicon, problems);
}

function checkPlaces(keys: Keys, places: readonly string[], lexicon: Lexicon, problems: Problems): void {
  places.forEach((place, i) => {
    checkKnown('plans', [...keys, i], place, lexicon.places, 'unknown-place', problems);
  });
}

/** Dates of the phases of a column, or of the parts of an air plan, and what they wait for. */
function checkDates(
  keys: Keys,
  list: readonly Pick<ColumnData['phases'][number], 'from' | 'when'>[],
  side: string,
  lexicon: Lexicon,
  problems: Problems,
): void {
  let before = Number.NEGATIVE_INFINITY;
  list.forEach(({ from, when }, i) => {
    const day = checkDate('plans', [...keys, i, 'from'], from, problems);
    if (day !== null && day < before)
      problems.add('plans', [...keys, i, 'from'], 'date-order', `${from} comes before the date of the entry above`);
    before = Math.max(before, day ?? before);
    if (when) checkCondition([...keys, i, 'when'], when, side, lexicon, problems, 'plans');
  });
}

/** A unit is in the column that names it, or names what stands nearest above it: nothing may be named twice. */
function checkMembers(data: ScenarioData, plan: PlanData, keys: Keys, lexicon: Lexicon, problems: Problems): void {
  const named = new Map<string, number>();
  plan.columns.forEach((column, i) => {
    column.formations.forEach((id, k) => {
      const at = [...keys, 'columns', i, 'formations', k];
      if (!checkKnown('plans', at, id, lexicon.bodies, 'unknown-unit', problems)) return;
      if (lexicon.bodies.get(id)?.side !== plan.side)
        problems.add('plans', at, 'other-side', `${shown(id)} belongs to the other side`);
      if (named.has(id))
        problems.add('plans', at, 'duplicate-id', `${shown(id)} is in column ${shown(columnId(plan, named.get(id)))}`);
      else named.set(id, i);
    });
  });
  const filled = new Set<number>();
  for (const unit of data.oob.units) {
    const seen = new Set<string>();
    for (let at: string | null = unit.id; at !== null && !seen.has(at); at = lexicon.bodies.get(at)?.parent ?? null) {
      seen.add(at);
      const column = named.get(at);
      if (column === undefined) continue;
      filled.add(column);
      break;
    }
  }
  plan.columns.forEach((_, i) => {
    if (filled.has(i)) return;
    const message = 'no unit belongs to the column: other columns name them more closely, or there are none';
    problems.add('plans', [...keys, 'columns', i, 'formations'], 'missing', message);
  });
}

function columnId(plan: PlanData, index: number | undefined): string {
  return plan.columns[index ?? -1]?.id ?? '';
}

function checkDecisions(plan: PlanData, keys: Keys, lexicon: Lexicon, problems: Problems): void {
  const taken = new Set<string>();
  plan.decisions?.forEach(({ decision, when }, i) => {
    const at = [...keys, 'decisions', i];
    if (when) checkCondition([...at, 'when'], when, plan.side, lexicon, problems, 'plans');
    if (taken.has(decision))
      problems.add('plans', [...at, 'decision'], 'duplicate-id', `${shown(decision)} is given twice`);
    taken.add(decision);
    if (!checkKnown('plans', [...at, 'decision'], decision, lexicon.decisions, 'unknown-decision', problems)) return;
    if (lexicon.decisions.get(decision)?.side !== plan.side)
      problems.add('plans', [...at, 'decision'], 'other-side', `${shown(decision)} is for the other side to decide`);
  });
}
