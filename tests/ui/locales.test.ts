/** The messages of every language say the same things: same files, same keys, same gaps, in words of their own; and all of them are said. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import english from '../../src/ui/locales/en/index.ts';
import { intl, LANGUAGES, type Language } from '../../src/ui/text/intl.ts';

const LOCALES = join(import.meta.dirname, '../../src/ui/locales');
const UI = join(import.meta.dirname, '../../src/ui');
const OTHERS = LANGUAGES.filter((language) => language !== 'en');

type Messages = Record<string, string>;
const filesOf = (language: Language): string[] =>
  readdirSync(join(LOCALES, language)).filter((name) => name.endsWith('.json'));
const registered = new Map<Language, Messages>([['en', english]]);
for (const language of OTHERS)
  registered.set(language, (await import(`../../src/ui/locales/${language}/index.ts`)).default as Messages);
const messagesOf = (language: Language): Messages => registered.get(language) as Messages;

/** Kinds of pieces as the parser numbers them. */
const TEXT = 0;
const SELECT = 5;
const PLURAL = 6;

interface Piece {
  type: number;
  value?: string;
  options?: Record<string, { value: Piece[] }>;
}

function parsed(message: string, language: Language): Piece[] {
  return intl().formatters.getMessageFormat(message, language).getAst() as unknown as Piece[];
}

function walk(pieces: readonly Piece[], visit: (piece: Piece) => void): void {
  for (const piece of pieces) {
    visit(piece);
    for (const option of Object.values(piece.options ?? {})) walk(option.value, visit);
  }
}

/** Names of the gaps; of a selection its cases as well, since a case that is not named falls through in silence. */
function gapsOf(pieces: readonly Piece[]): string[] {
  const found = new Set<string>();
  walk(pieces, ({ type, value, options }) => {
    if (type === TEXT || value === undefined) return;
    const cases = type === SELECT ? Object.keys(options ?? {}).sort() : [];
    found.add([value, ...cases].join(' '));
  });
  // A count may be spelled out for one and given as a figure for others.
  return [...found].sort();
}

/** The words of a message without its gaps. */
function wordsOf(pieces: readonly Piece[]): string {
  const words: string[] = [];
  walk(pieces, ({ type, value }) => {
    if (type === TEXT) words.push(value ?? '');
  });
  return words.join(' ');
}

/** What stands in Latin letters in any language: names, keys of a keyboard, formats, units. */
const LATIN =
  /^(Ridgeline|JSON|CSV|PNG|MB|WebGL|URL|Alt|Ctrl|Shift|Enter|Esc|Tab|Home|End|Space|Backspace|Delete|Page|Up|Down|km|kg|mm|cm|CRPS|[A-Z]\d{0,2}|[a-z])$/;

describe.each(OTHERS)('%s', (language) => {
  const own = messagesOf(language);

  test('has the files and the keys of English, and registers all of them', () => {
    expect(filesOf(language).sort()).toEqual(filesOf('en').sort());
    for (const name of filesOf('en')) {
      const read = (tongue: Language): Messages => JSON.parse(readFileSync(join(LOCALES, tongue, name), 'utf8'));
      expect([name, Object.keys(read(language)).sort()]).toEqual([name, Object.keys(read('en')).sort()]);
    }
    expect(Object.keys(own).sort()).toEqual(Object.keys(english).sort());
  });

  test('has the gaps of English in every message, and only forms of the plural that it knows', () => {
    const forms = new Set<string>(new Intl.PluralRules(language).resolvedOptions().pluralCategories);
    const faults: string[] = [];
    for (const [key, message] of Object.entries(own)) {
      const pieces = parsed(message, language);
      const [mine, theirs] = [gapsOf(pieces), gapsOf(parsed(english[key as keyof typeof english] ?? '', 'en'))];
      if (mine.join() !== theirs.join()) faults.push(`${key}: ${mine.join()} for ${theirs.join()}`);
      walk(pieces, ({ type, options }) => {
        if (type !== PLURAL) return;
        for (const form of Object.keys(options ?? {}))
          if (!form.startsWith('=') && !forms.has(form)) faults.push(`${key}: no form “${form}” in ${language}`);
      });
    }
    expect(faults).toEqual([]);
  });

  test('says everything in its own script', () => {
    const left: string[] = [];
    for (const [key, message] of Object.entries(own)) {
      const words = wordsOf(parsed(message, language));
      const foreign = (words.match(/[A-Za-z]+\d*/g) ?? []).filter((word) => !LATIN.test(word));
      if (foreign.length > 0) left.push(`${key}: ${foreign.join(' ')}`);
      if (language !== 'ja' && /[\u3041-\u30fa]/.test(words)) left.push(`${key}: ${words}`);
    }
    expect(left).toEqual([]);
  });
});

test('English is well formed', () => {
  for (const [key, message] of Object.entries(english))
    expect([key, () => parsed(message, 'en')]).toEqual([key, expect.any(Function)]);
  expect(Object.keys(english).length).toBeGreaterThan(900);
});

/** What the code may say: keys in full, and patterns of keys that are put together from parts. */
function spokenIn(text: string, name: string): { keys: Set<string>; patterns: RegExp[] } {
  const kind = name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, kind);
  const keys = new Set<string>();
  const patterns: RegExp[] = [];
  const plainly = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) keys.add(node.text);
    if (ts.isCallExpression(node) && node.expression.getText(source) === 'term') {
      const [list] = node.arguments;
      if (list && ts.isStringLiteralLike(list)) patterns.push(new RegExp(`^${plainly(list.text)}\\..+$`));
    }
    if (ts.isTemplateExpression(node) && /^[a-z][A-Za-z]*\./.test(node.head.text))
      patterns.push(
        new RegExp(
          `^${plainly(node.head.text)}${node.templateSpans.map((span) => `.+${plainly(span.literal.text)}`).join('')}$`,
        ),
      );
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { keys, patterns };
}

test('every message is said somewhere', () => {
  const files = readdirSync(UI, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  const spoken = files
    .filter((name) => !name.startsWith('locales'))
    .map((name) => spokenIn(readFileSync(join(UI, name), 'utf8'), name));
  const keys = new Set(spoken.flatMap((one) => [...one.keys]));
  const patterns = spoken.flatMap((one) => one.patterns);
  const dead = Object.keys(english).filter((key) => !keys.has(key) && !patterns.some((pattern) => pattern.test(key)));
  expect(dead).toEqual([]);
});
