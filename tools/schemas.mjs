/**
 * Writes `schemas/*.schema.json` from the shapes in `src/scenario/shapes`. Node 20 can't import TypeScript, so vite
 * bundles the module into a temporary folder first.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');
mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true });
// Inside node_modules, so that the bundle finds zod.
const outDir = mkdtempSync(join(root, 'node_modules', '.cache', 'schemas-'));
try {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: join(root, 'src/scenario/jsonSchema.ts'), outDir, target: 'node20' },
  });
  const { jsonSchemas } = await import(pathToFileURL(join(outDir, 'jsonSchema.js')).href);
  mkdirSync(join(root, 'schemas'), { recursive: true });
  for (const { name, text } of jsonSchemas()) writeFileSync(join(root, 'schemas', name), text);
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
