/** Files that the laboratory works with: a scenario's own, change sets and runs from the player's disk; faults told with their paths. */
import type { ChangeSet } from '../../lab/change/changeSet.ts';
import type { ScenarioFiles } from '../../scenario/load.ts';
import type { Answer } from '../../worker/laboratoryDesk.ts';
import type { StoredRun } from '../storage/runs.ts';
import { t } from '../text/intl.ts';
import { catalogue, notify, report } from './app.ts';
import { askAnalyst, type Question } from './laboratoryLink.ts';
import { fetchJson, fetchText } from './load.ts';

/** Files of change sets larger than this are not read, bytes. */
const LARGEST_CHANGES = 4_000_000;
/** Faults that are shown at a time. */
const MOST_FAULTS = 12;

/** A scenario's files as the workers check them; history, plans and sources where there are any. */
export async function filesOf(scenario: string): Promise<ScenarioFiles> {
  const entry = catalogue.value?.find(({ id }) => id === scenario);
  if (!entry) throw new Error(t('start.unknownScenario', { id: scenario }));
  const part = (name: string): Promise<unknown> => fetchJson(`scenarios/${scenario}/${name}.json`);
  const maybe = (name: string, is: boolean): Promise<unknown> => (is ? part(name) : Promise.resolve(undefined));
  const [parts, plans, history, sources] = await Promise.all([
    Promise.all(['scenario', 'map', 'oob', 'air'].map(part)),
    maybe('plans', entry.plans.length > 0),
    maybe('history', entry.historical !== null),
    maybe('sources', entry.historical !== null),
  ]);
  const [file, map, oob, air] = parts;
  return {
    scenario: file,
    map,
    oob,
    air,
    ...(plans !== undefined && { plans }),
    ...(history !== undefined && { history }),
    ...(sources !== undefined && { sources }),
  };
}

/** What was answered; a refusal is told, and null. */
export function toldOr<T>(answer: Answer<T>, refusal: string): T | null {
  if (answer.ok) return answer.value;
  notify('error', refusal, answer.faults.slice(0, MOST_FAULTS));
  return null;
}

/** A name for the file of a run: "kunlun-pass seed a.run.jsonl". */
export function runFileName({ header }: StoredRun): string {
  const plain = (text: string): string => text.replace(/[^\p{L}\p{N} ._-]/gu, '').trim();
  const change = header.changes ? ` ${plain(header.changes.id)}` : '';
  return `${plain(header.scenario) || 'run'}${change} seed ${plain(header.seed) || 'x'}.run.jsonl`;
}

/** Reads a change set that the player picked; null, and told, when it is none. */
export async function readChanges(file: File): Promise<ChangeSet | null> {
  const text = await textOf(file, LARGEST_CHANGES);
  if (text === null) return null;
  return ask<ChangeSet>(async (remote) => remote.changes(text), t('laboratory.changesBroken', { name: file.name }));
}

/** A ready change set of a scenario; null, and told, when it can't be had. */
export async function fetchChanges(scenario: string, id: string): Promise<ChangeSet | null> {
  const name = `scenarios/${scenario}/what-if/${id}.json`;
  try {
    const text = await fetchText(name);
    return await ask<ChangeSet>(async (remote) => remote.changes(text), t('laboratory.changesBroken', { name }));
  } catch (error) {
    report(error);
    return null;
  }
}

export async function textOf(file: File, largest: number): Promise<string | null> {
  if (file.size > largest) {
    notify('error', t('fault.file.size', { name: file.name, bytes: file.size }));
    return null;
  }
  try {
    return await file.text();
  } catch (error) {
    notify('error', t('fault.file.read', { name: file.name, why: (error as Error).message }));
    return null;
  }
}

/** Asks a worker; a refusal or a failure is told, and null. */
export async function ask<T>(question: Question<Answer<T>>, refusal: string): Promise<T | null> {
  try {
    return toldOr(await askAnalyst(question), refusal);
  } catch (error) {
    report(error);
    return null;
  }
}
