/** What history says of a scenario: outcome figures by source, dated events, and the sources' names. */
import type { Asked } from '../../play/outcomes.ts';
import { word } from '../text/words.ts';
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
  scope: string;
  source: string[];
  note: string;
  estimated: boolean;
  /** Why the figure cannot be right; empty when nothing speaks against it. */
  refuted: string;
}

export interface Measure {
  asked: Asked;
  name: string;
  unit: string;
  figures: Figure[];
}

export interface DatedFact {
  id: string;
  date: string;
  text: string;
  confidence: string;
}

export interface History {
  measures: Measure[];
  facts: DatedFact[];
  sources: Record<string, Source>;
}

const known = new Map<string, Promise<History | null>>();

/**
 * The history of a scenario, null when it has none that can be read. One that never took place (`told` is false) has
 * sources alone.
 */
export function readHistory(id: string, told: boolean): Promise<History | null> {
  let found = known.get(id);
  if (!found) {
    const history = told ? fetchJson(`scenarios/${id}/history.json`) : null;
    found = Promise.all([history, fetchJson(`scenarios/${id}/sources.json`)]).then(
      ([history, sources]) => historyOf(history, sources),
      () => null,
    );
    known.set(id, found);
  }
  return found;
}

/** The same in the reader's language, as far as the scenario's words go. */
export function toldHistory(scenario: string, { measures, facts, sources }: History): History {
  return {
    measures: measures.map((measure) => {
      const key = `history.outcome.${measure.asked.id}`;
      return {
        ...measure,
        name: word(scenario, key, measure.name),
        figures: measure.figures.map((figure, i) => ({
          ...figure,
          scope: word(scenario, `scope.${figure.scope}`, figure.scope),
          note: word(scenario, `${key}.${i}.note`, figure.note),
          refuted: word(scenario, `${key}.${i}.refuted`, figure.refuted),
        })),
      };
    }),
    facts: facts.map((fact) => ({ ...fact, text: word(scenario, `history.event.${fact.id}`, fact.text) })),
    sources,
  };
}

type Json = Record<string, unknown>;
const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** Reads the two files; what is not understood is left out, since the start screen must not fail over a note. */
export function historyOf(history: unknown, sources: unknown): History {
  const measures = list(object(history)['outcomes']).map((raw): Measure => {
    const one = object(raw);
    const measure = (one['measure'] ?? null) as Asked['measure'];
    return {
      asked: { id: text(one['id']), measure },
      name: text(one['name']),
      unit: text(one['unit']),
      figures: list(one['values']).map(figureOf),
    };
  });
  const facts = list(object(history)['events']).map((raw): DatedFact => {
    const one = object(raw);
    return {
      id: text(one['id']),
      date: text(one['date']),
      text: text(one['text']),
      confidence: text(one['confidence']),
    };
  });
  return { measures, facts, sources: sourcesOf(sources) };
}

function figureOf(raw: unknown): Figure {
  const one = object(raw);
  return {
    low: text(one['low']),
    high: text(one['high']),
    best: text(one['best']),
    scope: text(one['scope']),
    source: list(one['source']).map(text),
    note: text(one['note']),
    estimated: one['estimated'] === true,
    refuted: text(one['refuted']),
  };
}

function sourcesOf(raw: unknown): Record<string, Source> {
  const all = object(raw)['sources'];
  const entries = Array.isArray(all)
    ? all.map((one) => [text(object(one)['key']), one] as const)
    : Object.entries(object(all));
  const found: Record<string, Source> = {};
  for (const [key, value] of entries) {
    const one = object(value);
    const url = /https?:\/\/[^\s;)]+/.exec(text(one['address']))?.[0];
    const title = text(one['title']) || key;
    found[key] = url === undefined ? { title } : { title, url };
  }
  return found;
}
