/** Makes the changes of a "what if" on a copy of a scenario's files, then checks them as any scenario is checked. */
import { FREE, HISTORICAL } from '../../bots/course.ts';
import type { ScenarioData } from '../../core/scenario.ts';
import { type Problem, parseScenario, type ScenarioFiles } from '../../scenario/load.ts';
import type { Change, ChangeSet } from './changeSet.ts';

/** What is wrong with a change set for a scenario. */
export interface ChangeFault {
  /** Number of the change, from 1; 0 for the set as a whole: what its changes together make of the scenario, its plans. */
  change: number;
  /** As the change names it ("oob:units/1-bn/men"), or of the changed files ("oob.units[3].men"). */
  path: string;
  message: string;
}

export type Changed<T> = { ok: true; data: T } | { ok: false; faults: ChangeFault[] };

/** One line for people: `change 2: oob:units/1-bn/men: there is no "1-bn"`. */
export function formatChangeFault({ change, path, message }: ChangeFault): string {
  return [change === 0 ? 'changed scenario' : `change ${change}`, path, message]
    .filter((part) => part !== '')
    .join(': ');
}

/**
 * The files with the changes made in order; the files given stay as they are. Refuses with every change that finds nothing at
 * its path, or scales what is no number. What the files then hold is not checked: see `changeScenario`.
 */
export function changeFiles(files: ScenarioFiles, set: ChangeSet): Changed<ScenarioFiles> {
  const changed = structuredClone(files);
  const faults: ChangeFault[] = [];
  set.changes.forEach((change, i) => {
    const message = make(changed, change);
    if (message !== null) faults.push({ change: i + 1, path: placeOf(change), message });
  });
  return faults.length === 0 ? { ok: true, data: changed } : { ok: false, faults };
}

/** The changed scenario, checked as a whole: faults that a file has only since the changes are reported as of the set. */
export function changeScenario(files: ScenarioFiles, set: ChangeSet): Changed<ScenarioData> {
  const changed = changeFiles(files, set);
  if (!changed.ok) return changed;
  const { scenario, map, oob, air, plans } = changed.data;
  const parsed = parseScenario({ scenario, map, oob, air, ...(plans === undefined ? {} : { plans }) });
  if (!parsed.ok) return { ok: false, faults: parsed.problems.map(faultOf) };
  const faults = planFaults(parsed.data, set);
  return faults.length === 0 ? { ok: true, data: parsed.data } : { ok: false, faults };
}

function faultOf({ path, message }: Problem): ChangeFault {
  return { change: 0, path, message };
}

function planFaults(data: ScenarioData, { plans = {} }: ChangeSet): ChangeFault[] {
  const faults: ChangeFault[] = [];
  for (const [side, plan] of Object.entries(plans)) {
    const fault = (message: string): void => {
      faults.push({ change: 0, path: `plans.${side}`, message });
    };
    if (!data.scenario.sides.some((one) => one.id === side)) fault(`there is no side "${side}"`);
    else if (plan !== FREE && plan !== HISTORICAL && !data.plans?.plans.some((p) => p.id === plan && p.side === side))
      fault(`"${side}" has no plan "${plan}" in this scenario`);
  }
  return faults;
}

/** Where a change is made, as its faults name it. */
function placeOf(change: Change): string {
  return change.op === 'rule' ? `rule:${change.path}` : `${change.file}:${change.path}`;
}

type Container = Record<string, unknown> | unknown[];

/** Makes one change in place; a message when it can't be made. */
function make(files: ScenarioFiles, change: Change): string | null {
  if (change.op === 'rule') return setRule(files, change.path, change.value);
  const file = files[change.file];
  if (!isContainer(file)) return `the scenario has no ${change.file}.json`;
  const keys = change.path.split('/');
  const last = keys.pop() as string;
  const found = findAll(file, keys);
  if (typeof found === 'string') return found;
  let made = 0;
  let fault: string | null = null;
  for (const holder of found) {
    const outcome = makeIn(holder, last, change);
    if (typeof outcome === 'string') fault ??= outcome;
    else made += outcome;
  }
  // Behind a "*" an entry that lacks the field is passed over, but not all of them, and none of a wrong kind.
  const many = keys.includes('*') || last === '*';
  if (fault !== null && (!many || made === 0 || fault.startsWith(NO_NUMBER))) return fault;
  return made > 0 ? null : `"${last}" finds nothing`;
}

const NO_NUMBER = 'no number';

/** Makes a change at a key of an object or a list: how often it was made, or why it can't be. */
function makeIn(holder: Container, key: string, change: Exclude<Change, { op: 'rule' }>): number | string {
  // A field that an entry may leave out can be set; an entry of a list must be there.
  if (change.op === 'set' && !Array.isArray(holder) && key !== '*') {
    holder[key] = structuredClone(change.value);
    return 1;
  }
  const at = keysOf(holder, key);
  if (typeof at === 'string') return at;
  if (change.op === 'remove') {
    for (const one of at.toReversed())
      if (Array.isArray(holder)) holder.splice(Number(one), 1);
      else delete holder[one];
    return at.length;
  }
  const values = holder as Record<string, unknown>;
  for (const one of at) {
    const value = values[one];
    const name = key === '*' ? one : key;
    if (change.op === 'set') values[one] = structuredClone(change.value);
    else if (change.op === 'scale') {
      if (typeof value !== 'number') return `${NO_NUMBER} to scale at "${name}"`;
      const scaled = value * change.by;
      values[one] = Number.isInteger(value) ? Math.round(scaled) : scaled;
    } else if (Array.isArray(value)) value.push(structuredClone(change.value));
    else return `"${name}" is no list to add to`;
  }
  return at.length;
}

/** Everything that a path leads to: more than one with "*". A text says which key finds nothing. */
function findAll(file: Container, keys: readonly string[]): Container[] | string {
  let found: Container[] = [file];
  for (const key of keys) {
    const next: Container[] = [];
    let fault: string | null = null;
    for (const holder of found) {
      const at = keysOf(holder, key);
      if (typeof at === 'string') fault ??= at;
      else next.push(...at.map((one) => (holder as Record<string, unknown>)[one]).filter(isContainer));
    }
    if (next.length === 0) return fault ?? `"${key}" leads no further`;
    found = next;
  }
  return found;
}

/**
 * Keys of an object or a list that a part of a path stands for: a field; the id of an entry (or its text, in a list of texts),
 * else its number; "*" for all.
 */
function keysOf(holder: Container, key: string): string[] | string {
  if (key === '*') return Object.keys(holder);
  if (!Array.isArray(holder)) return Object.hasOwn(holder, key) ? [key] : `there is no "${key}"`;
  const byId = holder.findIndex((entry) => (isContainer(entry) ? (entry as { id?: unknown }).id : entry) === key);
  if (byId >= 0) return [String(byId)];
  return /^\d+$/.test(key) && Number(key) < holder.length ? [String(Number(key))] : `there is no entry "${key}"`;
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

/** Lays a value over the rules' own; whether there is such a value is for the check of the scenario. */
function setRule(files: ScenarioFiles, path: string, value: number): string | null {
  const { scenario } = files;
  if (!isContainer(scenario) || Array.isArray(scenario)) return 'the scenario has no scenario.json';
  const { rules } = scenario;
  scenario['rules'] = { ...(isContainer(rules) && !Array.isArray(rules) ? rules : {}), [path]: value };
  return null;
}
