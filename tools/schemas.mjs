/** Writes `schemas/*.schema.json` from the shapes in `src/scenario/shapes`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, withModule } from './module.mjs';

await withModule('src/scenario/jsonSchema.ts', ({ jsonSchemas }) => {
  mkdirSync(join(root, 'schemas'), { recursive: true });
  for (const { name, text } of jsonSchemas()) writeFileSync(join(root, 'schemas', name), text);
});
