/** Node 20 can't import TypeScript: a module of ours bundled by vite into a temporary folder, for as long as it is used. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

export const root = join(import.meta.dirname, '..');

/** Hands the exports of a module, by its path below the project, to `use`. */
export async function withModule(path, use) {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  // Inside node_modules, so that the bundle finds its packages.
  const outDir = mkdtempSync(join(cache, 'module-'));
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      build: { ssr: join(root, path), outDir, target: 'node20' },
    });
    use(await import(pathToFileURL(join(outDir, basename(path).replace(/\.ts$/, '.js'))).href));
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
