/** What history says of a scenario: outcome figures by source, dated events, and the sources' names. */
import { fetchJson } from './load.ts';

export interface Source {
  title: string;
  url?: string;
}

/** One figure of the outcome as one source gives it. */
export interface Figure {
  low: string;
  high: string;
  best: string;
  source: string[];
  note: string;
  estimated: boolean;
}

export interface Measure {
  id: string;
  name: string;
  unit: string;
  figures: Figure[];
}

export interface History {
  measures: Measure[];
  sources: Record<string, Source>;
}

const known = new Map<string, Promise<History | null>>();

/** The history of a scenario, null when it has none that can be read. */
export function readHistory(id: string): Promise<History | null> {
  let found = known.get(id);
  if (!found) {
    found = Promise.all([fetchJson(`scenarios/${id}/history.json`), fetchJson(`scenarios/${id}/sources.json`)]).then(
      ([history, sources]) => historyOf(history, sources),
      () => null,
    );
    known.set(id, found);
  }
  return found;
}

type Json = Record<string, unknown>;
const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(text) : value === undefined ? [] : [text(value)];

/** Reads the two files leniently: what is not understood is left out. */
export function historyOf(history: unknown, sources: unknown): History {
  const measures = list(object(history)['outcomes']).map((raw): Measure => {
    const one = object(raw);
    const values = 'values' in one ? list(one['values']) : [one];
    return {
      id: text(one['id'] ?? one['metric'] ?? one['measure']),
      name: text(one['name'] ?? one['title'] ?? one['id'] ?? one['metric']),
      unit: text(one['unit']),
      figures: values.map(figureOf),
    };
  });
  return { measures, sources: sourcesOf(sources) };
}

function figureOf(raw: unknown): Figure {
  const one = object(raw);
  return {
    low: text(one['low']),
    high: text(one['high']),
    best: text(one['best'] ?? one['value']),
    source: texts(one['source']),
    note: text(one['note']),
    estimated: one['estimated'] === true,
  };
}

function sourcesOf(raw: unknown): Record<string, Source> {
  const found: Record<string, Source> = {};
  const entries = Array.isArray(object(raw)['sources'])
    ? list(object(raw)['sources']).map((one) => [text(object(one)['id']), one] as const)
    : Object.entries(object(object(raw)['sources'] ?? raw));
  for (const [key, value] of entries) {
    if (typeof value === 'string') found[key] = { title: value };
    else {
      const one = object(value);
      const url = text(one['url'] ?? one['address']);
      const title = text(one['title'] ?? one['name'] ?? one['what']) || key;
      found[key] = url === '' ? { title } : { title, url };
    }
  }
  return found;
}
