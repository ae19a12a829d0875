/**
 * Does the test suite notice when a rule goes wrong? Copies the rules and their tests to a temporary folder, does each of
 * the wrongs of `mutations.mjs` in turn, and runs the tests of tests/core until one fails. The long random games and the
 * tables of numbers are left out: a rule must be held by a test of its own. Prints one line a mutation; the exit code is
 * 1 when any of them survives, 2 when the list no longer fits the rules. `node tools/mutate.mjs 6.8 9` does those of one
 * clause and one chapter.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MUTATIONS } from './mutations.mjs';

const ROOT = join(import.meta.dirname, '..');
const COPIED = ['src/core', 'tests/core', 'docs/rulebook.md', 'package.json', 'tsconfig.json'];
const CONFIG = `export default {
  test: {
    include: ['tests/core/**/*.test.ts'],
    exclude: ['tests/core/games.test.ts'],
    bail: 1,
    // The random wars of the property tests are the same in every run.
    setupFiles: ['seed.ts'],
  },
};
`;
const SEED = "import fc from 'fast-check';\nfc.configureGlobal({ seed: 1939 });\n";

/** Runs the tests of a copy, all of them or these files; the first failing test, null when all pass. */
function run(copy, files = []) {
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vitest, 'run', '--root', copy, '--reporter', 'json', ...files.map((name) => `tests/core/${name}.test.ts`)],
    {
      cwd: copy,
      encoding: 'utf8',
      timeout: 300_000,
      maxBuffer: 1 << 28,
    },
  );
  if (status === 0) return null;
  if (status === null) return 'the tests do not come to an end';
  try {
    const { testResults } = JSON.parse(stdout.slice(stdout.indexOf('{')));
    const failed = testResults.flatMap((file) => file.assertionResults).find((test) => test.status === 'failed');
    return failed ? failed.fullName.trim() : 'the rules do not load';
  } catch {
    return `no report: ${stderr.trim().split('\n')[0] ?? ''}`;
  }
}

function mutated(file, from, to) {
  const text = readFileSync(join(ROOT, 'src', 'core', file), 'utf8');
  const parts = text.split(from);
  return parts.length === 2 ? parts.join(to) : null;
}

const chosen = MUTATIONS.filter(
  ([clause]) => process.argv.length < 3 || process.argv.slice(2).some((part) => `${clause}.`.startsWith(`${part}.`)),
);
const stale = chosen.filter(([, file, from, to]) => mutated(file, from, to) === null);
for (const [clause, file, from] of stale)
  console.error(`${clause}: ${file} does not hold this text exactly once: ${from}`);
if (stale.length > 0 || chosen.length === 0) process.exit(2);

const copy = mkdtempSync(join(tmpdir(), 'ridgeline-mutants-'));
let survivors = 0;
try {
  for (const path of COPIED) cpSync(join(ROOT, path), join(copy, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'dir');
  writeFileSync(join(copy, 'vitest.config.mjs'), CONFIG);
  writeFileSync(join(copy, 'seed.ts'), SEED);
  const clean = run(copy);
  if (clean !== null) {
    console.error(`the tests fail before anything is changed: ${clean}`);
    process.exitCode = 2;
  } else {
    for (const [clause, file, from, to, tests] of chosen) {
      const place = join(copy, 'src', 'core', file);
      const whole = readFileSync(place, 'utf8');
      writeFileSync(place, mutated(file, from, to));
      // The tests of the clause first: most wrongs are noticed there, and the others need not run.
      const killer = (tests && run(copy, tests)) ?? run(copy);
      writeFileSync(place, whole);
      if (killer === null) survivors++;
      console.log(
        `${killer === null ? 'SURVIVES' : 'noticed '}  ${clause}  ${file}: ${from} -> ${to}  ${killer ?? ''}`,
      );
    }
    console.log(`${chosen.length - survivors} of ${chosen.length} noticed`);
    if (survivors > 0) process.exitCode = 1;
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
