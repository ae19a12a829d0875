/** The shape of `words/<language>.json`: the texts of a scenario in another language, by key. */
import * as z from 'zod';

const key = z
  .string()
  .regex(/^[a-z][A-Za-z]*(\..{1,260})?$/, 'a key is "title", "unit.ID", "event.ID.text" and so on')
  .meta({ description: 'What the text names: docs/formats.md lists the keys' });

export const wordsShape = z.record(key, z.string().min(1).max(8000));
