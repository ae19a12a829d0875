/**
 * Who may import whom, and what the rules may not use (docs: README, "The house"). Source files are read with the
 * TypeScript parser; the parser's findings are themselves tested with samples at the end.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');

interface House {
  /** Folders of ours, or parts of them, whose values may be imported. */
  uses: string[];
  /** Folders of ours of which only types may be imported. */
  types: string[];
  packages: RegExp;
}

const HOUSE: Record<string, House> = {
  core: { uses: [], types: [], packages: /^seedrandom(\/|$)/ },
  scenario: { uses: ['core'], types: [], packages: /^zod$/ },
  bots: { uses: ['core'], types: [], packages: /^seedrandom(\/|$)/ },
  play: { uses: ['core', 'scenario'], types: ['bots'], packages: /^(immer|zod|fflate)$/ },
  lab: { uses: ['core', 'scenario', 'bots', 'play'], types: [], packages: /^(zod|csv-parse\/sync)$/ },
  worker: { uses: ['core', 'scenario', 'bots', 'play', 'lab'], types: [], packages: /^comlink$/ },
  cli: {
    uses: ['core', 'scenario', 'bots', 'play', 'lab', 'ui/text'],
    types: [],
    packages: /^(node:.+|commander|cli-progress|tinypool|zod|immer|honeycomb-grid|boardgame\.io(\/.+)?)$/,
  },
  ui: {
    uses: ['core', 'scenario', 'play'],
    types: ['bots', 'lab', 'worker'],
    packages:
      /^(phaser(\/.+)?|preact(\/.+)?|@preact\/signals|milsymbol|idb|comlink|fflate|@formatjs\/intl|d3-(array|shape)|virtual:.+)$/,
  },
};

/** Packages that live in one folder alone, whatever else a folder's pattern admits. */
const ALONE: [RegExp, string[]][] = [
  // The bench of the command line measures immer beside our own copies.
  [/^immer$/, ['play', 'cli']],
  [/^phaser(\/|$)/, ['ui']],
  [/^node:/, ['cli']],
];

/** Files that may be longer than 400 lines, with the reason. */
const LONG: Record<string, string> = {};
const LONGEST = 400;

interface Import {
  from: string;
  typeOnly: boolean;
}

function parse(text: string, name = 'sample.ts'): ts.SourceFile {
  return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
}

/** All that a file imports or exports from elsewhere, `import()`, `import type` and worker addresses included. */
function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const clause = node.importClause;
      const named = clause?.namedBindings;
      const eachIsType =
        named && ts.isNamedImports(named) && !clause.name && named.elements.length > 0
          ? named.elements.every((element) => element.isTypeOnly)
          : false;
      found.push({ from: node.moduleSpecifier.text, typeOnly: clause?.isTypeOnly === true || eachIsType });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ from: node.moduleSpecifier.text, typeOnly: node.isTypeOnly });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [first] = node.arguments;
      found.push({ from: first && ts.isStringLiteralLike(first) ? first.text : '(computed)', typeOnly: false });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      found.push({ from: (node.argument.literal as ts.StringLiteral).text, typeOnly: true });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

// Law 6 does not list ceil; it is exact by specification just as floor is.
const EXACT = ['sqrt', 'floor', 'ceil', 'round', 'trunc', 'min', 'max', 'abs', 'sign', 'imul', 'clz32'];
const FORBIDDEN_NAMES = new Set(
  'Date Intl performance console process window document navigator location self globalThis global setTimeout setInterval requestAnimationFrame fetch crypto require eval Function localStorage indexedDB Buffer'.split(
    ' ',
  ),
);
const FORBIDDEN_MEMBERS = /^(localeCompare|toLocale\w+)$/;

/** What laws 6 and 10 forbid in the rules, by line. */
function forbiddenIn(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const report = (node: ts.Node, what: string): void => {
    found.push(`${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}: ${what}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isMemberName(node)) {
      if (FORBIDDEN_NAMES.has(node.text)) report(node, node.text);
      if (node.text === 'Math') {
        const member = ts.isPropertyAccessExpression(node.parent) ? node.parent.name.text : '(as a value)';
        if (!EXACT.includes(member)) report(node, `Math.${member}`);
      }
    }
    if (ts.isPropertyAccessExpression(node) && FORBIDDEN_MEMBERS.test(node.name.text)) report(node, node.name.text);
    if (ts.isBinaryExpression(node) && /^\*\*=?$/.test(node.operatorToken.getText(source))) report(node, '**');
    if (ts.isForInStatement(node)) report(node, 'for-in');
    if (ts.isCallExpression(node)) {
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword) report(node, 'import()');
      const sorts =
        ts.isPropertyAccessExpression(node.expression) && /^(sort|toSorted)$/.test(node.expression.name.text);
      if (sorts && node.arguments.length === 0) report(node, 'sort without an order');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The name of a member (`data.process`, `{ process: 1 }`), not a use of a global of that name. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent))
    return parent.name === node;
  if (ts.isMethodDeclaration(parent) || ts.isMethodSignature(parent)) return parent.name === node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  return false;
}

interface File {
  /** Path from the root of the project, with slashes. */
  path: string;
  folder: string;
  lines: number;
  source: ts.SourceFile;
  imports: Import[];
}

function readFiles(): File[] {
  return readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((name) => {
      const text = readFileSync(name, 'utf8');
      const path = relative(ROOT, name).split(sep).join('/');
      const source = parse(text, name);
      return {
        path,
        folder: path.split('/')[1] as string,
        lines: text.split('\n').length - 1,
        source,
        imports: importsOf(source),
      };
    });
}

/** The file of ours that a specifier names, null for a package. */
function targetOf(file: { path: string }, specifier: string): string | null {
  const plain = specifier.replace(/\?.*$/, '');
  if (!plain.startsWith('.')) return null;
  return relative(ROOT, resolve(ROOT, dirname(file.path), plain))
    .split(sep)
    .join('/');
}

/** Why an import is not allowed, null when it is. */
function importFault(file: { path: string; folder: string }, { from, typeOnly }: Import): string | null {
  const house = HOUSE[file.folder];
  if (!house) return `${file.path}: src/${file.folder} is not in the table of folders`;
  const target = targetOf(file, from);
  if (target === null) {
    for (const [pattern, folders] of ALONE)
      if (pattern.test(from) && !folders.includes(file.folder))
        return `${file.path}: ${from} only in ${folders.join(', ')}`;
    return house.packages.test(from) ? null : `${file.path}: package ${from}`;
  }
  const [top, folder] = target.split('/');
  if (top === 'src' && folder !== undefined) {
    if (folder === file.folder || house.uses.some((one) => target.startsWith(`src/${one}/`))) return null;
    if (house.types.includes(folder) && (typeOnly || /\?(worker|url)/.test(from))) return null;
    return `${file.path}: ${from}`;
  }
  // Data and pictures of the project are for those who show or load them.
  const data =
    (top === 'scenarios' || top === 'assets' || top === 'docs') && ['ui', 'worker', 'cli'].includes(file.folder);
  return data ? null : `${file.path}: ${from}`;
}

/** Cycles of files that import values of one another, each from its first file in order of path. */
function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (file: string, trail: string[]): void => {
    const seen = trail.indexOf(file);
    if (seen >= 0) {
      cycles.push([...trail.slice(seen), file].join(' -> '));
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return cycles;
}

describe('the house', () => {
  const files = readFiles();

  test('there are files in it', () => {
    expect(files.filter((file) => file.folder === 'core').length).toBeGreaterThan(5);
  });

  test('each folder imports only what the table allows', () => {
    const faults = files.flatMap((file) => file.imports.map((item) => importFault(file, item)));
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
  });

  test('the rules and the bots use only exact arithmetic, no page, no Node, no clock', () => {
    const faults = files
      .filter((file) => file.folder === 'core' || file.folder === 'bots')
      .flatMap((file) => forbiddenIn(file.source).map((what) => `${file.path}:${what}`));
    expect(faults).toEqual([]);
  });

  test('no cycles between files', () => {
    const graph = new Map(
      files.map((file) => [
        file.path,
        file.imports.filter((item) => !item.typeOnly).flatMap((item) => targetOf(file, item.from) ?? []),
      ]),
    );
    expect(findCycles(graph)).toEqual([]);
  });

  test(`no file is longer than ${LONGEST} lines, but for the listed ones`, () => {
    const long = files.filter((file) => file.lines > LONGEST).map((file) => file.path);
    expect(long).toEqual(Object.keys(LONG).sort());
  });
});

describe('the findings of the parser', () => {
  test.each([
    ["import { a } from '../core/a.ts'", '../core/a.ts', false],
    ["import type { A } from '../core/a.ts'", '../core/a.ts', true],
    ["import { type A, type B } from '../core/a.ts'", '../core/a.ts', true],
    ["import { type A, b } from '../core/a.ts'", '../core/a.ts', false],
    ["import '../core/a.ts'", '../core/a.ts', false],
    ["export * from '../core/a.ts'", '../core/a.ts', false],
    ["export type { A } from '../core/a.ts'", '../core/a.ts', true],
    ["const a = await import('../core/a.ts')", '../core/a.ts', false],
    ["let a: import('../core/a.ts').A", '../core/a.ts', true],
    ['const a = await import(name)', '(computed)', false],
  ])('%s', (text, from, typeOnly) => {
    expect(importsOf(parse(text))).toEqual([{ from, typeOnly }]);
  });

  test('a comment or a text that looks like an import is none', () => {
    expect(importsOf(parse("// import 'phaser'\nconst a = \"import 'phaser'\""))).toEqual([]);
  });

  test.each([
    'Math.pow(a, b)',
    'const { exp } = Math',
    "Math['log'](a)",
    'Math.random()',
    'Math.hypot(a, b)',
    'a ** b',
    'a **= 2',
    'new Date()',
    'let a: Date',
    'Date.now()',
    'for (const key in list) use(key)',
    'a.localeCompare(b)',
    'a.toLocaleString()',
    'new Intl.Collator()',
    'console.log(1)',
    'process.env',
    'window.name',
    'globalThis.Date',
    'setTimeout(go, 1)',
    "import('./a.ts')",
    'list.sort()',
  ])('refused in the rules: %s', (text) => {
    expect(forbiddenIn(parse(text))).not.toEqual([]);
  });

  test.each([
    'Math.floor(a / b) + Math.imul(a, b) + Math.ceil(a)',
    '/** a ** b, Date, Math.pow */ const a = 1',
    "const text = 'Math.pow ** Date'",
    'const a = { date: 1, process: 2 }; a.process',
    'for (const key of list) use(key)',
    'list.sort((a, b) => a - b)',
    'interface A { window: number }',
    'const { process: steps } = a',
  ])('allowed in the rules: %s', (text) => {
    expect(forbiddenIn(parse(text))).toEqual([]);
  });

  test.each([
    ['core', "import 'immer'", false],
    ['core', "import alea from 'seedrandom/lib/alea.js'", true],
    ['core', "import { a } from '../play/a.ts'", false],
    ['core', "import { a } from '../../tools/a.ts'", false],
    ['bots', "import { a } from '../core/a.ts'", true],
    ['bots', "import { a } from '../scenario/a.ts'", false],
    ['play', "import type { Bot } from '../bots/bot.ts'", true],
    ['play', "import { greedy } from '../bots/greedy.ts'", false],
    ['play', "import { produce } from 'immer'", true],
    ['lab', "import { produce } from 'immer'", false],
    ['play', "import { join } from 'node:path'", false],
    ['cli', "import { join } from 'node:path'", true],
    ['cli', "import Phaser from 'phaser'", false],
    ['cli', "import { t } from '../ui/text/intl.ts'", true],
    ['cli', "import { App } from '../ui/app/app.ts'", false],
    ['lab', "import { t } from '../ui/text/intl.ts'", false],
    ['ui', "import Phaser from 'phaser'", true],
    ['ui', "import { run } from '../worker/run.ts'", false],
    ['ui', "import type { Run } from '../worker/run.ts'", true],
    ['ui', "import Run from '../worker/run.ts?worker'", true],
    ['elsewhere', "import { a } from '../core/a.ts'", false],
  ])('src/%s: %s', (folder, text, allowed) => {
    const [item] = importsOf(parse(text));
    expect(importFault({ path: `src/${folder}/sample.ts`, folder }, item as Import) === null).toBe(allowed);
  });

  test('cycles are found and named, chains and diamonds are none', () => {
    const cycle = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(findCycles(cycle)).toEqual(['b -> c -> b']);
    const diamond = new Map([
      ['a', ['b', 'c']],
      ['b', ['d']],
      ['c', ['d']],
      ['d', []],
    ]);
    expect(findCycles(diamond)).toEqual([]);
  });
});
