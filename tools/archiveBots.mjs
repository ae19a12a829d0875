/**
 * Keeps the opponents of a revision in one file, so that later ones can be played against them:
 * `npm run archive-bots -- REVISION FILE.cjs`, then `ridgeline arena regular regular@FILE.cjs`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
const [revision, file] = process.argv.slice(2);
if (!revision || !file?.endsWith('.cjs')) {
  process.stderr.write('usage: npm run archive-bots -- REVISION FILE.cjs\n');
  process.exit(2);
}
const { status, stdout: sources } = spawnSync('git', ['archive', revision, 'src', 'package.json', 'tsconfig.json'], {
  cwd: root,
  maxBuffer: 1_000_000_000,
  stdio: ['ignore', 'pipe', 'inherit'],
});
if (status !== 0) process.exit(2);
const folder = mkdtempSync(join(tmpdir(), 'ridgeline-bots-'));
try {
  execFileSync('tar', ['x', '-C', folder], { input: sources });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const entry = join(folder, 'entry.ts');
  writeFileSync(
    entry,
    "export { createBot } from './src/bots/index.ts';\nexport { RULES_VERSION } from './src/core/version.ts';\n",
  );
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      write: false,
      target: 'node20',
      rollupOptions: { output: { format: 'cjs' } },
    },
  });
  const [module, ...more] = built.output;
  if (more.length > 0) throw new Error('the bots are more than one module');
  writeFileSync(file, module.code);
  process.stderr.write(`${file}: bots of ${revision}, ${module.code.length} characters\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
