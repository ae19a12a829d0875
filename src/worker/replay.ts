/** Runs a record again, off the page's thread, and hands over what it passes. Ending the worker cancels it. */
import { expose } from 'comlink';
import { compile } from '../core/game.ts';
import type { ScenarioData } from '../core/scenario.ts';
import type { GameRecord } from '../play/record.ts';
import { type Stretch, stretches } from '../play/stretch.ts';
import type { Verdict } from '../play/verify.ts';

const projectionist = {
  /** The verdict on the record, after its stretches were handed over one by one. */
  async run(data: ScenarioData, record: GameRecord, onStretch: (stretch: Stretch) => unknown): Promise<Verdict> {
    const work = stretches(compile(data), record);
    const received: unknown[] = [];
    for (;;) {
      const step = work.next();
      if (!step.done) {
        received.push(onStretch(step.value));
        continue;
      }
      // The verdict travels another way than the stretches: it must not overtake them.
      await Promise.all(received);
      return step.value;
    }
  },
};

export type Projectionist = typeof projectionist;

expose(projectionist);
