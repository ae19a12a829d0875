/** Names and texts of a scenario in the reader's language, from `scenarios/<id>/words/<language>.json`. */
import { signal } from '@preact/signals';
import { type Language, language } from './intl.ts';

/** By the keys of docs/formats.md, "Words": `unit.<id>`, `place.<id>`, `event.<id>.title` ... */
export type ScenarioWords = Readonly<Record<string, string>>;

const shelves = signal<Readonly<Record<string, ScenarioWords>>>({});
const shelfOf = (scenario: string, tongue: Language): string => `${tongue}/${scenario}`;

/** Whether a scenario's words in a language are here. English is what scenarios are written in. */
export function hasWords(scenario: string, tongue: Language): boolean {
  return tongue === 'en' || shelves.value[shelfOf(scenario, tongue)] !== undefined;
}

/** Takes over the words that were read; whatever is no text is left out. */
export function keepWords(scenario: string, tongue: Language, read: unknown): void {
  if (typeof read !== 'object' || read === null) return;
  const words = Object.fromEntries(Object.entries(read).filter(([, text]) => typeof text === 'string'));
  shelves.value = { ...shelves.value, [shelfOf(scenario, tongue)]: words };
}

/** A name or text of a scenario in the reader's language, or as the scenario has it. */
export function word(scenario: string, key: string, plain: string): string {
  return shelves.value[shelfOf(scenario, language())]?.[key] ?? plain;
}
