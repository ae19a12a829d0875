/** Building blocks of the file shapes: ids, hexes, dates, texts and numbers within bounds. */
import * as z from 'zod';

// The page forbids code made from strings; zod then must not try to compile its parsers.
z.config({ jitless: true });

/** A type with its intersections written out, all the way down. */
type Plain<T> = T extends object ? { [K in keyof T]: Plain<T[K]> } : T;
type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** True when two types have the same fields of the same types, optional and nested ones included. */
export type Same<A, B> = Identical<Plain<A>, Plain<B>>;

export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, 'an id is 1-64 letters, digits, ".", "_" or "-"')
  .meta({ description: 'A stable id' });
export const hex = z
  .string()
  .regex(/^\d{4}$/, 'a hex is four digits "ccrr": column and row')
  .meta({ description: 'A hex, "ccrr": two digits of column, two of row' });
/** Corners of a zone, hexes in order; the last joins the first. How many there must be is for the checks. */
export const corners = z.array(hex).max(500);
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is "YYYY-MM-DD"')
  .meta({ description: 'A date, "YYYY-MM-DD"' });
export const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'a colour is "#rrggbb"');
/** A name or a title. */
export const line = z.string().min(1).max(200);
/** A note or a description. */
export const prose = z.string().min(1).max(4000);
export const count = z.int().min(0).max(1_000_000);
export const kilograms = z.int().min(0).max(1_000_000_000);
export const thousandths = z.int().min(0).max(1000);
export const points = z.int().min(-1_000_000).max(1_000_000);
export const direction = z.int().min(0).max(5);

/** The fields of everything that carries its source. */
export const sourced = {
  source: z.array(id).max(40).meta({ description: 'Keys of sources.json' }),
  estimated: z.exactOptional(z.boolean()),
  note: z.exactOptional(prose),
};
