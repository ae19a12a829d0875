/**
 * Builds the map of a scenario: node tools/map/build.mjs <scenario> [--check]
 * With --check nothing is written; the exit code is 1 when a committed file differs from what the build makes.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [id, option] = process.argv.slice(2);
if (
  !id ||
  !/^[a-z0-9-]+$/.test(id) ||
  !existsSync(join(root, 'scenarios', id, 'geo', 'build.json')) ||
  (option && option !== '--check')
) {
  process.stderr.write('usage: node tools/map/build.mjs <scenario with a geo/ folder> [--check]\n');
  process.exit(2);
}
const { module } = await runnerImport(join(root, 'tools', 'map', 'main.ts'), { configFile: false, logLevel: 'error' });
const { files, map, roadKm } = module.buildMap(root, id);
let differ = 0;
for (const [path, bytes] of files) {
  const file = join(root, path);
  if (option === '--check') {
    const same = existsSync(file) && readFileSync(file).equals(bytes);
    if (!same) differ++;
    process.stderr.write(`${same ? 'same' : 'DIFFERS'}  ${path}\n`);
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    process.stderr.write(`${path}  ${bytes.length} bytes\n`);
  }
}
for (const road of map.roads) {
  process.stderr.write(`${road.id}: ${roadKm.get(road.id).toFixed(1)} km, ${road.hexes.length} hexes\n`);
}
process.exit(differ > 0 ? 1 : 0);
