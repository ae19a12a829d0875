/** Finds a recorded bot's reasons again, off the page's thread: a bot seated as in the record is shown a player turn of it. */
import { BOT_LEVELS, createBot } from '../bots/index.ts';
import { compile } from '../core/game.ts';
import type { ScenarioData } from '../core/scenario.ts';
import { type Inspection, inspect } from '../play/inspection.ts';
import { botSeed } from '../play/playout.ts';
import type { GameRecord } from '../play/record.ts';
import { Replay } from '../play/replay.ts';

/** Keyframes kept: one lies near enough to any player turn of a campaign. */
const KEYFRAMES = 24;
/** Least step of progress that is told. */
const TOLD = 0.01;

let replay: Replay | null = null;

export const inspector = {
  /** Takes the game; sent once. */
  open(data: ScenarioData, record: GameRecord): void {
    replay = new Replay(compile(data), record, KEYFRAMES);
  },

  /** The player turn of an index in `Replay.turns`, as `inspect` of `src/play` has it. Ending the worker cancels it. */
  async inspect(index: number, onProgress: (share: number) => unknown): Promise<Inspection | null> {
    const mark = replay?.turns[index];
    const player = mark && replay?.record.players[mark.side];
    if (!replay || !mark || player?.kind !== 'bot') return null;
    const seed = botSeed(replay.record.seed, mark.side);
    const options = player.plan === undefined ? {} : { plan: player.plan };
    const work = inspect(replay, mark, (level) =>
      BOT_LEVELS.some((known) => known === level) ? createBot(level, seed, options) : null,
    );
    const received: unknown[] = [];
    let told = 0;
    for (;;) {
      const step = work.next();
      if (step.done) {
        // What is found travels another way than the progress: it must not overtake it.
        await Promise.all(received);
        return step.value;
      }
      if (step.value - told < TOLD) continue;
      told = step.value;
      received.push(onProgress(told));
    }
  },
};

export type InspectorWorker = typeof inspector;
