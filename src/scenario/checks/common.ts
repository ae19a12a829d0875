/** Checks that several files share: ids given twice, unknown ids, dates, sources. */
import { dayNumber } from '../../core/calendar.ts';
import type { Sourced } from '../../core/scenario.ts';
import { type ProblemCode, type Problems, type ScenarioPart, shown } from '../problem.ts';

type Keys = readonly PropertyKey[];

/** Reports each id of a list that an earlier entry has already. */
export function checkIds(
  part: ScenarioPart,
  keys: Keys,
  list: readonly { id: string }[],
  problems: Problems,
  taken: Set<string> = new Set(),
): void {
  list.forEach(({ id }, i) => {
    if (taken.has(id)) problems.add(part, [...keys, i, 'id'], 'duplicate-id', `the id ${shown(id)} is given twice`);
    taken.add(id);
  });
}

/** Reports an id that is not in the set. */
export function checkKnown(
  part: ScenarioPart,
  keys: Keys,
  id: string,
  known: { has(id: string): boolean },
  code: ProblemCode,
  problems: Problems,
): boolean {
  if (known.has(id)) return true;
  problems.add(part, keys, code, `no ${code.replace('unknown-', '')} has the id ${shown(id)}`);
  return false;
}

/** Reports keys of a record by side that are no sides, and sides without an entry. */
export function checkBySide(
  part: ScenarioPart,
  keys: Keys,
  record: Readonly<Record<string, number>>,
  sides: ReadonlySet<string>,
  problems: Problems,
  complete = true,
): void {
  for (const id of Object.keys(record)) checkKnown(part, [...keys, id], id, sides, 'unknown-side', problems);
  if (!complete) return;
  for (const id of sides)
    if (!Object.hasOwn(record, id))
      problems.add(part, [...keys, id], 'missing', `nothing is given for side ${shown(id)}`);
}

/** Reports a date that is no day of the calendar; returns its day number or null. */
export function checkDate(part: ScenarioPart, keys: Keys, date: string, problems: Problems): number | null {
  const day = dayNumber(date);
  if (!Number.isNaN(day)) return day;
  problems.add(part, keys, 'bad-date', `${shown(date)} is no day of the calendar`);
  return null;
}

export interface Span {
  startDate: string;
  endDate: string;
}

/** Reports a date that is no day, or lies outside the scenario. */
export function checkWithin(part: ScenarioPart, keys: Keys, date: string, span: Span, problems: Problems): void {
  const day = checkDate(part, keys, date, problems);
  const start = dayNumber(span.startDate);
  const end = dayNumber(span.endDate);
  if (day === null || Number.isNaN(start) || Number.isNaN(end) || (day >= start && day <= end)) return;
  problems.add(part, keys, 'date-outside', `${date} is outside ${span.startDate} - ${span.endDate}`);
}

/** Reports a figure that has neither a source nor a reason for being an estimate. */
export function checkSourced(part: ScenarioPart, keys: Keys, item: Sourced, problems: Problems): void {
  if (item.source.length > 0 || (item.estimated === true && item.note !== undefined)) return;
  problems.add(part, [...keys, 'source'], 'unsourced', 'no source is given, nor "estimated" with the reason in "note"');
}
