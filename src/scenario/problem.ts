/** A fault in a scenario's files: which file, where in it, what kind, and what to do about it. */

export const SCENARIO_PARTS = ['scenario', 'map', 'oob', 'air', 'plans', 'sources', 'history', 'lesson'] as const;
export type ScenarioPart = (typeof SCENARIO_PARTS)[number];

export const PROBLEM_CODES = [
  /** Not JSON, or nothing at all. */
  'not-json',
  /** Too many values, too deep, too long a text. */
  'too-big',
  /** A key that no honest file has (`__proto__`). */
  'forbidden-key',
  /** No formatVersion, or one that this program can't bring up to date. */
  'format-version',
  /** Written by a newer program. */
  'newer-format',
  /** A field is missing, has the wrong type, is out of bounds, is not one of the allowed words, or is not known. */
  'missing',
  'type',
  'range',
  'text',
  'choice',
  'unknown-field',
  'duplicate-id',
  'unknown-side',
  'unknown-unit',
  'unknown-parent',
  'unknown-formation',
  'unknown-equipment',
  'unknown-place',
  'unknown-source',
  'unknown-aircraft',
  'unknown-air-formation',
  'unknown-airfield',
  'unknown-boundary',
  'unknown-depot',
  'unknown-rail',
  'unknown-leader',
  'unknown-event',
  'unknown-decision',
  'unknown-grade',
  'unknown-step',
  'unknown-parameter',
  /** A unit under a parent of the other side, or under itself. */
  'parent-side',
  'parent-cycle',
  /** What should be of one side names something of the other. */
  'other-side',
  /** Depots that bring each other's supplies forward. */
  'supply-cycle',
  /** A reserve that nothing brings in. */
  'never-comes',
  /** Men or missions for an airlift that can't be flown. */
  'airlift',
  /** A zone of fewer than three corners. */
  'zone',
  /** A hex, hexside, place or objective that is not on the map. */
  'off-map',
  'objective-off-map',
  /** Rows or columns that do not match the size of the map. */
  'map-size',
  /** Hexes of a road that do not touch. */
  'not-adjacent',
  /** A unit, depot or place in water, or wheels and tracks where they can't stand. */
  'impassable',
  /** A bridge without a river. */
  'no-river',
  /** Strengths that do not add up. */
  'strength',
  'stacking',
  'two-sides',
  'no-supply',
  'bad-date',
  'date-outside',
  'date-order',
  /** Chances that do not add up to a thousand. */
  'chances',
  'grades',
  /** A figure with neither a source nor a reason. */
  'unsourced',
  /** An airfield both on and off the map, or nowhere. */
  'base',
  /** An HQ without a radius of command, or a radius without an HQ. */
  'command',
  /** Files of different scenarios. */
  'mixed-files',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface Problem {
  /** Name of the file: "oob.json". */
  file: string;
  /** Where in it, from the name of the part on: "oob.units[3].arrival.hex". */
  path: string;
  code: ProblemCode;
  message: string;
}

/** More than this many are not collected: the rest follow from the first ones. */
export const MOST_PROBLEMS = 200;

/** "oob" + ["units", 3, "men"] -> "oob.units[3].men". Odd keys are quoted and cut. */
export function pathText(part: ScenarioPart, keys: readonly PropertyKey[]): string {
  let text: string = part;
  for (const key of keys) {
    if (typeof key === 'number') text += `[${key}]`;
    else if (typeof key === 'string' && /^[A-Za-z_][A-Za-z0-9_]*$/.test(key)) text += `.${key}`;
    else text += `[${shown(String(key))}]`;
  }
  return text;
}

/** A value from a file as it may be put into a message: quoted, one line, cut. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Collects the problems of a set of files. */
export class Problems {
  readonly list: Problem[] = [];

  add(part: ScenarioPart, keys: readonly PropertyKey[], code: ProblemCode, message: string): void {
    if (this.list.length < MOST_PROBLEMS)
      this.list.push({ file: `${part}.json`, path: pathText(part, keys), code, message });
  }

  get none(): boolean {
    return this.list.length === 0;
  }
}
