/**
 * Keeps a scenario as it is, so that an engine kept of earlier rules still checks and shows records of it when it has changed:
 * `assets/engines/<id>-<digest>.json`. Run it before data of a scenario change that its digest covers:
 * `node tools/archiveEdition.mjs kunlun-pass`, or with the folder of another checkout's scenario.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, withModule } from './module.mjs';

const [target = ''] = process.argv.slice(2);
const listed = join(root, 'scenarios', target);
await withModule('tools/archiveEdition.ts', ({ editionOf }) => {
  const { name, text } = editionOf(existsSync(listed) ? listed : target);
  const engines = join(root, 'assets/engines');
  writeFileSync(join(engines, `${name}.json`), `${text}\n`);
  const index = join(engines, 'index.json');
  const { rules, editions = [] } = JSON.parse(readFileSync(index, 'utf8'));
  writeFileSync(index, `${JSON.stringify({ rules, editions: [...new Set([...editions, name])].sort() })}\n`);
  process.stderr.write(`${name}: ${text.length} bytes\n`);
});
