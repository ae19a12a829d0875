/** The built page served from a folder below the root, as the browser tests open it. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Site, serveFolder } from './browser.ts';

export interface BuiltSite extends Site {
  folder: string;
}

/** Serves a copy of the built page, which a test may change; closing removes it. */
export async function serveBuilt(prefix: string): Promise<BuiltSite> {
  const folder = mkdtempSync(join(tmpdir(), 'ridgeline-site-'));
  cpSync(inject('page'), folder, { recursive: true });
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
