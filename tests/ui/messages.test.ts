/** The page's messages and the code that says them: every call fills the gaps of its message, and no words stand in code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import messages, { type MessageKey } from '../../src/ui/locales/en/index.ts';
import { intl } from '../../src/ui/text/intl.ts';

const UI = join(import.meta.dirname, '../../src/ui');
const FILES = readdirSync(UI, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join(UI, name));

/** A piece of a parsed message, as far as gaps go. */
interface Piece {
  value?: unknown;
  options?: Record<string, { value: Piece[] }>;
}

/** Names of the gaps of a message. */
function gapsOf(key: string): Set<string> {
  const found = new Set<string>();
  const visit = (pieces: readonly Piece[]): void => {
    for (const piece of pieces) {
      // Bare text is the one kind of piece without a name of its own that carries a value, kind 0.
      if ((piece as { type: number }).type !== 0 && typeof piece.value === 'string') found.add(piece.value);
      for (const option of Object.values(piece.options ?? {})) visit(option.value);
    }
  };
  visit(
    intl()
      .formatters.getMessageFormat(messages[key as MessageKey] ?? '', 'en')
      .getAst() as unknown as Piece[],
  );
  return found;
}

interface Call {
  at: string;
  /** Keys it may say: one, or all that fit a key built from parts. */
  keys: string[];
  /** Names given; null where they are handed on as an object of unknown shape. */
  given: string[] | null;
}

const KEYS = Object.keys(messages);

function keysOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...keysOf(node.whenTrue), ...keysOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return keysOf(node.expression);
  if (!ts.isTemplateExpression(node)) return [];
  const plainly = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(
    `^${plainly(node.head.text)}${node.templateSpans.map((span) => `[^.]+${plainly(span.literal.text)}`).join('')}$`,
  );
  return KEYS.filter((key) => pattern.test(key));
}

function givenBy(node: ts.Expression | undefined): string[] | null {
  if (!node) return [];
  if (!ts.isObjectLiteralExpression(node)) return null;
  const names: string[] = [];
  for (const property of node.properties) {
    if (ts.isSpreadAssignment(property)) return null;
    if (property.name) names.push(property.name.getText().replace(/['"]/g, ''));
  }
  return names;
}

function callsIn(text: string, name: string): Call[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const calls: Call[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 't') {
      const [key, values] = node.arguments;
      const at = `${relative(UI, name)}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
      if (key) calls.push({ at, keys: keysOf(key), given: givenBy(values) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return calls;
}

/** What is wrong with a call: a gap that every message it may say leaves open, or values that none of them asks for. */
function faultsOf({ at, keys, given }: Call): string[] {
  if (given === null || keys.length === 0) return [];
  const gaps = keys.map(gapsOf);
  const [first] = gaps as [Set<string>];
  const open = [...first].filter((gap) => !given.includes(gap) && gaps.every((one) => one.has(gap)));
  const idle = given.filter((name) => !gaps.some((one) => one.has(name)));
  return [
    ...open.map((gap) => `${at}: ${keys[0]} wants {${gap}}`),
    ...idle.map((name) => `${at}: ${keys[0]} has no {${name}}`),
  ];
}

/** Words a reader would see that stand in the code itself. */
function wordsIn(text: string, name: string): string[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const letters = /\p{L}{2,}/u;
  const visit = (node: ts.Node): void => {
    const line = (): number => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    if (ts.isJsxText(node) && letters.test(node.text) && node.text.trim() !== 'Ridgeline')
      found.push(`${relative(UI, name)}:${line()}: ${node.text.trim()}`);
    if (
      ts.isJsxAttribute(node) &&
      /^(title|aria-label|aria-description|placeholder|alt)$/.test(node.name.getText(source)) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer) &&
      letters.test(node.initializer.text)
    )
      found.push(`${relative(UI, name)}:${line()}: ${node.initializer.text}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test('every call fills exactly the gaps of its messages', () => {
  const calls = FILES.flatMap((file) => callsIn(readFileSync(file, 'utf8'), file));
  expect(calls.length).toBeGreaterThan(500);
  expect(calls.flatMap(faultsOf)).toEqual([]);
});

test('no words stand in the markup', () => {
  const found = FILES.filter((file) => file.endsWith('.tsx')).flatMap((file) =>
    wordsIn(readFileSync(file, 'utf8'), file),
  );
  expect(found).toEqual([]);
});

describe('what these checks find', () => {
  const sample = (text: string): string[] => callsIn(text, join(UI, 'sample.tsx')).flatMap(faultsOf);

  test('a gap left open, a value too many, and neither', () => {
    expect(sample("t('start.fileBroken')")).toEqual(['sample.tsx:1: start.fileBroken wants {name}']);
    expect(sample("t('start.fileBroken', { name: 'a', size: 3 })")).toEqual([
      'sample.tsx:1: start.fileBroken has no {size}',
    ]);
    expect(sample("t('start.fileBroken', { name: 'a' })")).toEqual([]);
    expect(sample('t(bad ? "events.sick" : "events.starved")')).toEqual(['sample.tsx:1: events.sick wants {count}']);
  });

  test('text and labels in markup', () => {
    expect(wordsIn('<p title="Close">Go on {x}</p>', join(UI, 'sample.tsx'))).toEqual([
      'sample.tsx:1: Close',
      'sample.tsx:1: Go on',
    ]);
    expect(wordsIn('<p title={t("x")}>{x} · 3 %</p>', join(UI, 'sample.tsx'))).toEqual([]);
  });
});
