/** The shape of `map.json`. */
import * as z from 'zod';
import { COVER_LETTERS, type MapData, RELIEF_LETTERS, RIVER_CLASSES, ROAD_CLASSES } from '../../core/scenario.ts';
import { direction, hex, id, line, prose, type Same, sourced } from './fields.ts';

/** Columns and rows have two digits in a hex id. */
const LARGEST = 100;

const metres = z.int().min(-500).max(9000);
const letters = (allowed: string) =>
  z.string().regex(new RegExp(`^[${allowed}]{1,${LARGEST}}$`), `letters of "${allowed}", one a column`);
const degrees = (limit: number) => z.number().min(-limit).max(limit);

const place = z.strictObject({
  id,
  name: line,
  zh: line,
  period: z.exactOptional(line),
  kind: z.enum(['pass', 'height', 'city', 'town', 'village', 'port', 'airfield']),
  hex,
  lat: degrees(90),
  lon: degrees(180),
  positionErrorKm: z.number().min(0).max(1000),
  elevationM: z.exactOptional(metres),
  ...sourced,
});

export const mapShape = z.strictObject({
  formatVersion: z.literal(1),
  id,
  cols: z.int().min(2).max(LARGEST),
  rows: z.int().min(2).max(LARGEST),
  hexKm: z.number().min(0.1).max(200),
  projection: z.strictObject({ kind: z.literal('laea'), lat0: degrees(90), lon0: degrees(180) }),
  elevationM: z.array(z.array(metres).max(LARGEST)).max(LARGEST),
  crestM: z.array(z.array(metres).max(LARGEST)).max(LARGEST),
  relief: z.array(letters(RELIEF_LETTERS)).max(LARGEST),
  cover: z.array(letters(COVER_LETTERS)).max(LARGEST),
  rivers: z
    .array(z.strictObject({ hex, direction, class: z.enum(RIVER_CLASSES), name: z.exactOptional(line) }))
    .max(30_000),
  roads: z
    .array(
      z.strictObject({ id, name: line, class: z.enum(ROAD_CLASSES), hexes: z.array(hex).min(2).max(2000), ...sourced }),
    )
    .max(1000),
  rails: z.exactOptional(
    z.array(z.strictObject({ id, name: line, hexes: z.array(hex).min(2).max(2000), ...sourced })).max(100),
  ),
  bridges: z
    .array(z.strictObject({ id, hex, direction, kind: z.enum(['bridge', 'ferry']), name: z.exactOptional(line) }))
    .max(2000),
  places: z.array(place).max(1000),
  credits: z.array(z.strictObject({ name: line, licence: line, use: prose })).max(100),
});

export const mapShapeIsExact: Same<z.infer<typeof mapShape>, MapData> = true;
