/** The published JSON Schemas are those of the shapes. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { changeSchema } from '../../src/lab/change/jsonSchema.ts';
import { jsonSchemas } from '../../src/scenario/jsonSchema.ts';

const schemas = [...jsonSchemas(), changeSchema()];
const folder = new URL('../../schemas/', import.meta.url);

test.each(schemas)('$name is current (npm run schemas writes it)', ({ name, text }) => {
  expect(readFileSync(new URL(name, folder), 'utf8')).toBe(text);
});

test('nothing else lies beside them', () => {
  expect(readdirSync(folder).sort()).toEqual(schemas.map((schema) => schema.name).sort());
});
