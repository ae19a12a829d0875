/** The shapes as JSON Schema, for editors and for programs in other languages. */
import * as z from 'zod';
import { SCENARIO_PARTS, type ScenarioPart } from './problem.ts';
import { airShape } from './shapes/air.ts';
import { historyShape } from './shapes/history.ts';
import { lessonShape } from './shapes/lesson.ts';
import { mapShape } from './shapes/map.ts';
import { oobShape } from './shapes/oob.ts';
import { plansShape } from './shapes/plans.ts';
import { scenarioShape } from './shapes/scenario.ts';
import { sourcesShape } from './shapes/sources.ts';
import { wordsShape } from './shapes/words.ts';

const SHAPES: Record<ScenarioPart, z.ZodType> = {
  scenario: scenarioShape,
  map: mapShape,
  oob: oobShape,
  air: airShape,
  plans: plansShape,
  sources: sourcesShape,
  history: historyShape,
  lesson: lessonShape,
};

/** File name and content of each schema: what `npm run schemas` writes into `schemas/`. */
export function jsonSchemas(): { name: string; text: string }[] {
  const parts = SCENARIO_PARTS.map((part) => schemaFile(part, `${part}.json`, SHAPES[part]));
  return [...parts, schemaFile('words', 'words/<language>.json', wordsShape)];
}

/** A shape as the JSON Schema of a file. */
export function schemaFile(name: string, file: string, shape: z.ZodType): { name: string; text: string } {
  const schema = z.toJSONSchema(shape, { target: 'draft-2020-12', io: 'input' });
  const titled = { $schema: schema.$schema, title: `Ridgeline ${file}`, ...schema };
  return { name: `${name}.schema.json`, text: `${JSON.stringify(titled, null, 2)}\n` };
}
