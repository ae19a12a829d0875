/** What must be true of an outcome's measure: it asks for what the scenario has, on days that are played. */
import { dayNumber } from '../../core/calendar.ts';
import type { ScenarioData } from '../../core/scenario.ts';
import type { Lexicon } from '../lexicon.ts';
import { type ProblemCode, type Problems, shown } from '../problem.ts';
import type { MeasureData } from '../shapes/measure.ts';
import { checkKnown, checkWithin } from './common.ts';

interface Known {
  has(id: string): boolean;
}

/** Each field of a measure that names something: where its ids are, and the code when one is not among them. */
function namesOf({ scenario, oob, air }: ScenarioData, lexicon: Lexicon): [string, Known, ProblemCode][] {
  const ids = (list: readonly { id: string }[] | undefined): Known => new Set((list ?? []).map((one) => one.id));
  return [
    ['place', lexicon.places, 'unknown-place'],
    ['places', lexicon.places, 'unknown-place'],
    ['toward', lexicon.places, 'unknown-place'],
    ['from', lexicon.places, 'unknown-place'],
    ['to', lexicon.places, 'unknown-place'],
    ['side', lexicon.sides, 'unknown-side'],
    ['formation', lexicon.bodies, 'unknown-formation'],
    ['leader', lexicon.leaders, 'unknown-leader'],
    ['leaders', lexicon.leaders, 'unknown-leader'],
    ['equipment', ids(oob.equipment), 'unknown-equipment'],
    ['event', lexicon.events, 'unknown-event'],
    ['decision', ids(scenario.decisions), 'unknown-decision'],
    ['airfield', ids(scenario.airfields), 'unknown-airfield'],
    ['depots', ids(scenario.supplySources), 'unknown-depot'],
    ['air', ids(air.formations), 'unknown-air-formation'],
  ];
}

const DATES = ['date', 'since', 'until'] as const;

/** Codes `unknown-...`, `parent-side` for a body of the other side, `date-outside`, `date-order`. */
export function checkMeasure(
  data: ScenarioData,
  measure: MeasureData,
  keys: readonly PropertyKey[],
  lexicon: Lexicon,
  problems: Problems,
): void {
  const fields: Record<string, unknown> = measure;
  for (const [name, known, code] of namesOf(data, lexicon)) {
    const value = fields[name];
    if (typeof value === 'string') checkKnown('history', [...keys, name], value, known, code, problems);
    else if (Array.isArray(value))
      value.forEach((id, i) => {
        checkKnown('history', [...keys, name, i], String(id), known, code, problems);
      });
  }
  checkSides(data, fields, keys, lexicon, problems);
  for (const name of DATES) {
    const value = fields[name];
    if (typeof value === 'string') checkWithin('history', [...keys, name], value, data.scenario, problems);
  }
  const { since, until } = fields;
  if (typeof since === 'string' && typeof until === 'string' && dayNumber(since) > dayNumber(until))
    problems.add('history', [...keys, 'until'], 'date-order', `the period ends before ${since}`);
}

/** What a measure asks of a side must belong to it; else the answer would always be nothing. */
function checkSides(
  { air }: ScenarioData,
  { side, formation, air: asked }: Record<string, unknown>,
  keys: readonly PropertyKey[],
  lexicon: Lexicon,
  problems: Problems,
): void {
  if (typeof side !== 'string' || !lexicon.sides.has(side)) return;
  const refuse = (at: PropertyKey[], id: string, other: string): void =>
    problems.add('history', [...keys, ...at], 'parent-side', `${shown(id)} is of side ${shown(other)}`);
  const body = typeof formation === 'string' ? lexicon.bodies.get(formation) : undefined;
  if (body && body.side !== side) refuse(['formation'], String(formation), body.side);
  if (!Array.isArray(asked)) return;
  asked.forEach((id, i) => {
    const found = air.formations.find((one) => one.id === id);
    if (found && found.side !== side) refuse(['air', i], found.id, found.side);
  });
}
