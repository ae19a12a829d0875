/** Runs a record again, off the page's thread. Ending the worker cancels it. */
import { expose } from 'comlink';
import { compile } from '../core/game.ts';
import type { ScenarioData } from '../core/scenario.ts';
import type { GameRecord } from '../play/record.ts';
import { type Verdict, verify } from '../play/verify.ts';

const verifier = {
  verify(data: ScenarioData, record: GameRecord, onProgress: (done: number, total: number) => void): Promise<Verdict> {
    return verify(compile(data), record, { onProgress });
  },
};

export type Verifier = typeof verifier;

expose(verifier);
