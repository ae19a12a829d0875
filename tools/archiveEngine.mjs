/**
 * Keeps the engine of the present rules, so that records of today are still checked and shown when the rules have changed:
 * `assets/engines/rules-<version>.js`, one module that a later page runs in a worker. Run it before RULES_VERSION is raised.
 * `node tools/archiveEngine.mjs [folder]` takes the sources of another checkout.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
const from = resolve(process.argv[2] ?? root);
const version = /RULES_VERSION = (\d+)/.exec(readFileSync(join(from, 'src/core/version.ts'), 'utf8'))?.[1];
if (!version) throw new Error(`${from} says no rules version`);
const built = await build({
  root: from,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  build: {
    write: false,
    target: 'es2022',
    rolldownOptions: { output: { minify: true } },
    lib: { entry: join(from, 'src/worker/replay.ts'), formats: ['es'], fileName: () => `rules-${version}.js` },
  },
});
const [bundle] = Array.isArray(built) ? built : [built];
const [module, ...more] = bundle.output;
if (more.length > 0) throw new Error('the engine is more than one module');
const folder = join(root, 'assets/engines');
writeFileSync(join(folder, `rules-${version}.js`), module.code);
const index = join(folder, 'index.json');
const listed = JSON.parse(readFileSync(index, 'utf8'));
const kept = new Set([...listed.rules, Number(version)]);
writeFileSync(index, `${JSON.stringify({ ...listed, rules: [...kept].sort((a, b) => a - b) })}\n`);
process.stderr.write(`rules ${version}: ${module.code.length} bytes\n`);
