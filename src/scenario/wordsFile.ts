/** `words/<language>.json` from its text: the words, or every fault with its path. */
import { type Problem, shown } from './problem.ts';
import { wordsShape } from './shapes/words.ts';
import type { WordLanguage, Words } from './words.ts';

/** Reads a translation; never throws on what the file holds. */
export function readWords(
  language: WordLanguage,
  text: string,
): { ok: true; words: Words } | { ok: false; problems: Problem[] } {
  const file = `words/${language}.json`;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = `not JSON: ${(error as Error).message}`;
    return { ok: false, problems: [{ file, path: 'words', code: 'not-json', message }] };
  }
  const found = wordsShape.safeParse(value);
  if (found.success) return { ok: true, words: found.data };
  const problems = found.error.issues.map(
    (issue): Problem => ({
      file,
      path: wordPath(issue.path[0]),
      code: issue.code === 'invalid_key' ? 'unknown-field' : issue.code === 'invalid_type' ? 'type' : 'text',
      message: issue.code === 'invalid_key' ? 'no such key is known' : issue.message,
    }),
  );
  return { ok: false, problems };
}

/** Keys that belong to nothing, as faults of the file. */
export function strayWords(language: WordLanguage, stray: readonly string[]): Problem[] {
  return stray.map((key) => ({
    file: `words/${language}.json`,
    path: wordPath(key),
    code: 'unknown-field',
    message: 'nothing in the scenario has this key',
  }));
}

function wordPath(key: PropertyKey | undefined): string {
  return key === undefined ? 'words' : `words[${shown(String(key))}]`;
}
