/**
 * The laboratory off the page's thread: plays the games of a run, or makes something of those that were played. What it works
 * with is fetched when it is first asked, so that an opponent, who shares the worker's file, does without it.
 */
import type { LaboratoryDesk } from './laboratoryDesk.ts';

let desk: Promise<LaboratoryDesk> | null = null;

function atWork(): Promise<LaboratoryDesk> {
  desk ??= import('./laboratoryDesk.ts').then(({ LaboratoryDesk }) => new LaboratoryDesk());
  return desk;
}

type Questions = {
  [Name in keyof LaboratoryDesk]: (
    ...asked: Parameters<LaboratoryDesk[Name]>
  ) => Promise<Awaited<ReturnType<LaboratoryDesk[Name]>>>;
};

export const laboratory: Questions = {
  changes: async (...asked) => (await atWork()).changes(...asked),
  read: async (...asked) => (await atWork()).read(...asked),
  prepare: async (...asked) => (await atWork()).prepare(...asked),
  resume: async (...asked) => (await atWork()).resume(...asked),
  open: async (...asked) => (await atWork()).open(...asked),
  play: async (...asked) => (await atWork()).play(...asked),
  report: async (...asked) => (await atWork()).report(...asked),
  compare: async (...asked) => (await atWork()).compare(...asked),
  record: async (...asked) => (await atWork()).record(...asked),
};

export type LaboratoryWorker = typeof laboratory;
