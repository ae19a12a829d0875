/**
 * Files of older formats are brought up to date before their shape is checked. A step takes a file from one version to
 * the next and is never changed once it has shipped; steps run one after the other.
 */
import type { Problems, ScenarioPart } from './problem.ts';

export type JsonObject = Record<string, unknown>;

export interface Step {
  part: ScenarioPart;
  /** The version that the step reads; it writes `from + 1`. */
  from: number;
  migrate: (file: JsonObject) => JsonObject;
}

/** The version that this program writes and checks, by part. */
export const FORMAT_VERSIONS: Record<ScenarioPart, number> = {
  scenario: 1,
  map: 1,
  oob: 1,
  air: 1,
  plans: 1,
  sources: 1,
  history: 1,
  lesson: 1,
};

/** All parts are at their first version: there is nothing older to read. */
export const STEPS: readonly Step[] = [];

/**
 * The file at the current version of its part; null with a problem when it is newer, has no version, or no step leads
 * on from its version. The file given is not changed.
 */
export function bringUpToDate(
  part: ScenarioPart,
  file: JsonObject,
  problems: Problems,
  steps: readonly Step[] = STEPS,
  current: number = FORMAT_VERSIONS[part],
): JsonObject | null {
  let version = file['formatVersion'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
    problems.add(part, ['formatVersion'], 'format-version', 'the format version must be a whole number');
    return null;
  }
  if (version > current) {
    const message = `written in format ${version}; this program reads up to ${current}: update the program`;
    problems.add(part, ['formatVersion'], 'newer-format', message);
    return null;
  }
  let now = file;
  while ((version as number) < current) {
    const step = steps.find((one) => one.part === part && one.from === version);
    if (!step) {
      problems.add(part, ['formatVersion'], 'format-version', `format ${version} can't be brought up to ${current}`);
      return null;
    }
    version = (version as number) + 1;
    now = { ...step.migrate(structuredClone(now)), formatVersion: version };
  }
  return now;
}
