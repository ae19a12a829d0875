/** Lessons over the wire, and how far each has come. Losing the latter costs no more than looking for the step again. */
import type { ScenarioData } from '../../core/scenario.ts';
import type { LessonData } from '../../scenario/shapes/lesson.ts';
import { fetchJson } from './load.ts';

const KEY = 'ridgeline-lessons';
/** Games whose step is remembered. */
const KEPT = 12;

export interface LessonMemory {
  /** Scenarios whose lesson was gone through. */
  finished: readonly string[];
  /** Step by game, the latest last. */
  steps: readonly (readonly [game: string, step: string])[];
}

const EMPTY: LessonMemory = { finished: [], steps: [] };

/** Fetches and checks the lesson of a scenario. */
export async function fetchLesson(data: ScenarioData): Promise<LessonData> {
  const [door, file] = await Promise.all([
    import('./scenarioDoor.ts'),
    fetchJson(`scenarios/${data.scenario.id}/lesson.json`),
  ]);
  return door.openLesson(data, file);
}

/** Reads what is stored; what is of the wrong kind is left out. */
export function readMemory(text: string | null): LessonMemory {
  let raw: unknown = null;
  try {
    raw = JSON.parse(text ?? 'null');
  } catch {
    return EMPTY;
  }
  if (typeof raw !== 'object' || raw === null) return EMPTY;
  const { finished, steps } = raw as Partial<Record<keyof LessonMemory, unknown>>;
  const isText = (value: unknown): value is string => typeof value === 'string';
  const isStep = (value: unknown): value is [string, string] =>
    Array.isArray(value) && value.length === 2 && value.every(isText);
  return {
    finished: Array.isArray(finished) ? finished.filter(isText) : [],
    steps: Array.isArray(steps) ? steps.filter(isStep).slice(-KEPT) : [],
  };
}

/** The memory with a game at a step, and its scenario among the finished ones when `ended`. */
export function remembered(
  memory: LessonMemory,
  at: { game: string; step: string; scenario: string; ended: boolean },
): LessonMemory {
  const others = memory.steps.filter(([game]) => game !== at.game);
  const finished = new Set(memory.finished);
  if (at.ended) finished.add(at.scenario);
  return { finished: [...finished], steps: [...others, [at.game, at.step] as const].slice(-KEPT) };
}

/** What this browser remembers; nothing where it stores nothing. */
export function lessonMemory(): LessonMemory {
  try {
    return readMemory(localStorage.getItem(KEY));
  } catch {
    return EMPTY;
  }
}

export function keepMemory(memory: LessonMemory): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(memory));
  } catch {
    return;
  }
}
