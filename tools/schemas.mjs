/** Writes `schemas/*.schema.json` from the shapes of a scenario's files and of a change set. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, withModule } from './module.mjs';

const folder = join(root, 'schemas');
mkdirSync(folder, { recursive: true });

const write = ({ name, text }) => writeFileSync(join(folder, name), text);
await withModule('src/scenario/jsonSchema.ts', ({ jsonSchemas }) => jsonSchemas().forEach(write));
await withModule('src/lab/change/jsonSchema.ts', ({ changeSchema }) => write(changeSchema()));
