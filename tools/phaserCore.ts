/**
 * Vite plugin: `import Phaser from 'phaser'` gives Phaser's core entry (239 kB gzipped) rather than all of it (357 kB).
 * The package's sources ask for build flags as `typeof FLAG`, which is true of anything undefined; the flags that the
 * board has no use for are switched off here, and so is the assignment to Node's `global`.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const OFF = /\btypeof (FEATURE_SOUND|WEBGL_DEBUG|PLUGIN_FBINSTANT|PLUGIN_CAMERA3D)\b/g;
const GLOBAL = /^global\.Phaser = Phaser;$/m;
const SOURCES = /[\\/]phaser[\\/]src[\\/]/;

function switchOff(code: string, id: string): { code: string; map: null } | null {
  if (!SOURCES.test(id)) return null;
  const changed = code.replace(OFF, 'false').replace(GLOBAL, '');
  return changed === code ? null : { code: changed, map: null };
}

export function phaserCore(): Plugin {
  const folder = dirname(createRequire(import.meta.url).resolve('phaser/package.json'));
  return {
    name: 'phaser-core',
    enforce: 'pre',
    config: () => ({
      resolve: { alias: [{ find: /^phaser$/, replacement: join(folder, 'src', 'phaser-core.js') }] },
      optimizeDeps: {
        include: ['phaser'],
        rolldownOptions: { plugins: [{ name: 'phaser-flags', transform: switchOff }] },
      },
    }),
    transform: switchOff,
  };
}
