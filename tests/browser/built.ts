/** The built page served from a folder below the root, as the browser tests open it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Site, serveFolder } from './browser.ts';

export interface BuiltSite extends Site {
  folder: string;
}

/** Builds the page anew and serves it; closing removes it. */
export async function serveBuilt(prefix: string): Promise<BuiltSite> {
  const folder = mkdtempSync(join(tmpdir(), 'ridgeline-page-'));
  // In a process of its own: within a test run Vite would take the build for one of tests.
  const vite = join(import.meta.dirname, '../../node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const site = await serveFolder(folder, prefix);
  return {
    folder,
    url: site.url,
    async close() {
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
