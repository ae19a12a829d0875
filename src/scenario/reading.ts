/** From an unknown value to a value of the right shape, or problems: never a crash, whatever the file holds. */
import type * as z from 'zod';
import { bringUpToDate } from './migration.ts';
import { type ProblemCode, type Problems, type ScenarioPart, shown } from './problem.ts';

/** Bounds of a file: far above any real scenario, far below what would hang the page. */
const MOST_VALUES = 2_000_000;
const DEEPEST = 16;
const LONGEST_TEXT = 20_000;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Walks a value without recursion; false when it is too big, too deep, or has a key that could poison an object. */
function withinBounds(part: ScenarioPart, value: unknown, problems: Problems): boolean {
  let values = 0;
  const stack: { value: unknown; keys: PropertyKey[] }[] = [{ value, keys: [] }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { keys } = next;
    if (++values > MOST_VALUES) {
      problems.add(part, [], 'too-big', `more than ${MOST_VALUES} values`);
      return false;
    }
    if (typeof next.value === 'string' && next.value.length > LONGEST_TEXT) {
      problems.add(part, keys, 'too-big', `a text of ${next.value.length} characters; at most ${LONGEST_TEXT}`);
      return false;
    }
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (keys.length >= DEEPEST) {
      problems.add(part, keys, 'too-big', `nested deeper than ${DEEPEST} levels`);
      return false;
    }
    if (Array.isArray(next.value)) {
      if (next.value.length > MOST_VALUES) {
        problems.add(part, keys, 'too-big', `more than ${MOST_VALUES} values`);
        return false;
      }
      for (let i = next.value.length - 1; i >= 0; i--) {
        const one: unknown = next.value[i];
        if (typeof one === 'object' || typeof one === 'string') stack.push({ value: one, keys: [...keys, i] });
        else values++;
      }
      continue;
    }
    for (const [key, one] of Object.entries(next.value)) {
      if (FORBIDDEN_KEYS.has(key)) {
        problems.add(part, [...keys, key], 'forbidden-key', `the key ${shown(key)} is not allowed`);
        return false;
      }
      stack.push({ value: one, keys: [...keys, key] });
    }
  }
  return true;
}

function codeOf(issue: z.core.$ZodIssue): ProblemCode {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? 'missing' : 'type';
    case 'too_big':
    case 'too_small':
    case 'not_multiple_of':
      return 'range';
    case 'invalid_format':
      return 'text';
    case 'invalid_value':
      return issue.message.endsWith('received undefined') ? 'missing' : 'choice';
    case 'unrecognized_keys':
      return 'unknown-field';
    case 'invalid_key':
      return 'text';
    case 'invalid_union':
      return 'choice';
    default:
      return 'type';
  }
}

function report(part: ScenarioPart, issues: readonly z.core.$ZodIssue[], problems: Problems): void {
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        problems.add(part, [...issue.path, key], 'unknown-field', `no such field is known here: ${shown(key)}`);
      continue;
    }
    const message = issue.message.replace(/^Invalid (input|option|string): /, '');
    problems.add(part, issue.path, codeOf(issue), message.charAt(0).toLowerCase() + message.slice(1));
  }
}

/** Reads one file: bounds, version, shape. Returns null with problems added when it is no such file. */
export function readPart<T>(part: ScenarioPart, value: unknown, shape: z.ZodType<T>, problems: Problems): T | null {
  if (value === undefined || value === null) {
    problems.add(part, [], 'not-json', `${part}.json is empty or missing`);
    return null;
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    problems.add(part, [], 'type', `${part}.json must hold one JSON object`);
    return null;
  }
  if (!withinBounds(part, value, problems)) return null;
  const current = bringUpToDate(part, value as Record<string, unknown>, problems);
  if (current === null) return null;
  const found = shape.safeParse(current);
  if (found.success) return found.data;
  report(part, found.error.issues, problems);
  return null;
}

/** JSON text to a value; the problem tells where the text breaks. */
export function readText(part: ScenarioPart, text: string, problems: Problems): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    problems.add(part, [], 'not-json', `not JSON: ${(error as Error).message}`);
    return undefined;
  }
}
