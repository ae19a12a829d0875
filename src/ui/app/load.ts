/** Gets scenarios over the wire: the catalogue for the start screen, then a scenario's files with progress. */
import type { Game } from '../../core/game.ts';
import type { PlanData } from '../../core/plans.ts';
import type { ScenarioFile, VictoryData } from '../../core/scenario.ts';
import type { ChangeSet } from '../../lab/change/changeSet.ts';
import type { LessonData } from '../../scenario/shapes/lesson.ts';
import { t } from '../text/intl.ts';
import type { EntryWords } from './entryWords.ts';
import { LoadError } from './loadError.ts';

/** What the catalogue says of a scenario: its title page. */
export interface CatalogueEntry
  extends Pick<
    ScenarioFile,
    'id' | 'version' | 'title' | 'titleZh' | 'summary' | 'startDate' | 'endDate' | 'turnHours' | 'sides' | 'firstSide'
  > {
  historical: VictoryData['historical'] | null;
  grid: { cols: number; rows: number; hexKm: number };
  /** Hexes with troops at the start, by side, and those of the objectives. */
  start: readonly (readonly number[])[];
  aims: readonly number[];
  /** How many games of the computer against itself each side won; null where none were counted. */
  balance: { games: number; level: string; won: readonly number[] } | null;
  /** Units of each side, those that come later included. */
  units: readonly number[];
  /** Its opening words in other languages. */
  words?: Readonly<Record<string, EntryWords>>;
  /** How its lesson is set up; null for a scenario without one. */
  lesson: Pick<LessonData, 'minutes' | 'side' | 'level' | 'seed' | 'fog'> | null;
  /** Size of the files together, for progress. */
  bytes: number;
  /** Operational plans that a computer player may be given; a side's first is its historical one. */
  plans: readonly Pick<PlanData, 'id' | 'side' | 'name' | 'text'>[];
  /** Ready change sets for the laboratory. */
  whatIfs: readonly Pick<ChangeSet, 'id' | 'title' | 'why'>[];
}

/** The address of a file beside the page, whatever folder the page lies in. */
export function beside(path: string): string {
  return new URL(path, document.baseURI).href;
}

/** `onBytes` hears how many bytes came since the last call. */
export async function fetchText(path: string, onBytes?: (bytes: number) => void): Promise<string> {
  let response: Response;
  try {
    response = await fetch(beside(path));
  } catch {
    throw new LoadError(path, t('load.network'));
  }
  if (!response.ok) throw new LoadError(path, t('load.status', { status: response.status }));
  let bytes = 0;
  try {
    if (!response.body || !onBytes) return await response.text();
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      bytes += value.byteLength;
      onBytes(value.byteLength);
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    throw new LoadError(path, t('load.short', { bytes }));
  }
}

export async function fetchJson(path: string, onBytes?: (bytes: number) => void): Promise<unknown> {
  const text = await fetchText(path, onBytes);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new LoadError(path, t('load.notJson', { why: (error as Error).message }));
  }
}

export async function fetchCatalogue(): Promise<CatalogueEntry[]> {
  const found = await fetchJson('scenarios/index.json');
  if (!Array.isArray(found)) throw new LoadError('scenarios/index.json', t('load.notList'));
  return found as CatalogueEntry[];
}

const FILES = ['scenario', 'map', 'oob', 'air'] as const;

const loaded = new Map<string, Promise<Game>>();

/** A scenario, fetched, checked and compiled; asked for twice, it is loaded once. Progress runs from 0 to 1. */
export function loadGame(entry: CatalogueEntry, onProgress?: (share: number) => void): Promise<Game> {
  const known = loaded.get(entry.id);
  if (known) return known;
  const game = load(entry, onProgress);
  loaded.set(entry.id, game);
  game.catch(() => loaded.delete(entry.id));
  return game;
}

async function load(entry: CatalogueEntry, onProgress?: (share: number) => void): Promise<Game> {
  let bytes = 0;
  const count = (more: number): void => {
    bytes += more;
    onProgress?.(Math.min(0.95, (bytes / Math.max(1, entry.bytes)) * 0.95));
  };
  const [rules, ...files] = await Promise.all([
    import('./scenarioDoor.ts'),
    ...[...FILES, ...(entry.plans.length > 0 ? ['plans'] : [])].map((name) =>
      fetchJson(`scenarios/${entry.id}/${name}.json`, count),
    ),
  ]);
  const [scenario, map, oob, air, plans] = files;
  const game = rules.openScenario(entry.id, { scenario, map, oob, air, ...(plans ? { plans } : {}) });
  onProgress?.(1);
  return game;
}
