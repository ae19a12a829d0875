/** The shape of a change set as JSON Schema. */
import { schemaFile } from '../../scenario/jsonSchema.ts';
import { changeSetShape } from './parse.ts';

/** File name and content of the schema: what `npm run schemas` writes beside those of a scenario's files. */
export function changeSchema(): { name: string; text: string } {
  return schemaFile('change', 'what-if/<id>.json', changeSetShape);
}
