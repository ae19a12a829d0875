/**
 * `node tools/supposed.mjs west-hunan 10 SEED`: how far enemies are supposed from where they are. Node 20 can't import
 * TypeScript, so vite bundles the measurement into a temporary folder first.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const [id = 'west-hunan', games = '6', seed = 'supposed'] = process.argv.slice(2);
const root = join(import.meta.dirname, '..');
mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true });
const outDir = mkdtempSync(join(root, 'node_modules', '.cache', 'supposed-'));
try {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: join(root, 'tools/supposed.ts'), outDir, target: 'node20' },
  });
  const { measure } = await import(pathToFileURL(join(outDir, 'supposed.js')).href);
  process.stdout.write(`${measure(id, Number(games), seed).join('\n')}\n`);
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
