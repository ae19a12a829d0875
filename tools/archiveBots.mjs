/**
 * Keeps the opponents of a revision, or of another checkout, in one file, so that later ones can be played against them:
 * `npm run archive-bots -- REVISION|FOLDER FILE.cjs`, then `ridgeline arena regular regular@FILE.cjs`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
const [from, file] = process.argv.slice(2);
if (!from || !file?.endsWith('.cjs')) {
  process.stderr.write('usage: npm run archive-bots -- REVISION|FOLDER FILE.cjs\n');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'ridgeline-bots-'));
try {
  const sources = existsSync(join(from, 'src/bots')) ? resolve(from) : unpack(from);
  if (sources === null) process.exitCode = 2;
  else writeFileSync(file, await bundle(sources));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Unpacks a revision; null when git has none of that name, and has said so. */
function unpack(revision) {
  const { status, stdout } = spawnSync('git', ['archive', revision, 'src', 'package.json', 'tsconfig.json'], {
    cwd: root,
    maxBuffer: 1_000_000_000,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) return null;
  execFileSync('tar', ['x', '-C', folder], { input: stdout });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** The text of one CommonJS module with everything that the bots need. */
async function bundle(sources) {
  const entry = join(folder, 'entry.js');
  const exported = { createBot: 'src/bots/index.ts', RULES_VERSION: 'src/core/version.ts' };
  const lines = Object.entries(exported).map(
    ([name, path]) => `export { ${name} } from ${JSON.stringify(join(sources, path))};\n`,
  );
  writeFileSync(entry, lines.join(''));
  const built = await build({
    root: sources,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: entry, write: false, target: 'node20', rollupOptions: { output: { format: 'cjs' } } },
  });
  const [module, ...more] = built.output;
  if (more.length > 0) throw new Error('the bots are more than one module');
  return module.code;
}
