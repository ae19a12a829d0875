/** What the catalogue says of a scenario in the reader's language, before any of its files is loaded. */
import { language } from '../text/intl.ts';
import { secondName } from '../text/names.ts';
import type { CatalogueEntry } from './load.ts';

/** As the build takes them out of `words/<language>.json`; what is missing there is missing here. */
export interface EntryWords {
  title?: string;
  summary?: string;
  story?: string;
  sides?: Readonly<Record<string, string | undefined>>;
  plans?: Readonly<Record<string, { name?: string; text?: string } | undefined>>;
  whatIfs?: Readonly<Record<string, { title?: string; why?: string } | undefined>>;
}

export interface SecondName {
  text: string;
  lang: string;
}

export interface ToldEntry {
  title: string;
  /** The title in the other script; empty where there is none. */
  second: SecondName;
  summary: string;
  story: string;
  side(index: number): string;
  secondSide(index: number): SecondName;
  /** The operational plans of a side, its historical one first. */
  plans(index: number): { id: string; name: string; text: string }[];
  /** The ready change sets. */
  whatIfs(): { id: string; title: string; why: string }[];
}

/** A scenario's title, summary, sides and what happened, in the reader's language or else in English. */
export function told(entry: CatalogueEntry): ToldEntry {
  const words = entry.words?.[language()];
  const plain = (index: number): string => entry.sides[index]?.name ?? '';
  return {
    title: words?.title ?? entry.title,
    second: secondName(entry.title, entry.titleZh),
    summary: words?.summary ?? entry.summary,
    story: words?.story ?? entry.historical?.story ?? '',
    side: (index) => words?.sides?.[entry.sides[index]?.id ?? ''] ?? plain(index),
    plans: (index) =>
      entry.plans
        .filter((plan) => plan.side === entry.sides[index]?.id)
        .map(({ id, name, text }) => ({
          id,
          name: words?.plans?.[id]?.name ?? name,
          text: words?.plans?.[id]?.text ?? text,
        })),
    whatIfs: () =>
      entry.whatIfs.map(({ id, title, why }) => ({
        id,
        title: words?.whatIfs?.[id]?.title ?? title,
        why: words?.whatIfs?.[id]?.why ?? why,
      })),
    secondSide: (index) => secondName(plain(index), entry.sides[index]?.zh ?? ''),
  };
}

/** A scenario's title by its id, as far as the catalogue has it. */
export function titleOf(entries: readonly CatalogueEntry[] | null, id: string): string {
  const entry = entries?.find((one) => one.id === id);
  return entry ? told(entry).title : id;
}
