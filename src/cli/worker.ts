/** The entry of a worker thread: each way of playing a game of a batch, by name. */
import { playMatchGame } from './arena/game.ts';
import { playGame } from './game-task.ts';
import { fitBattles, simulateBattles } from './lab/battlesTask.ts';
import { playRunTask } from './lab/task.ts';
import { playVaryPoint } from './lab/varyTask.ts';

export const WAYS = { playGame, playMatchGame, playRunTask, simulateBattles, fitBattles, playVaryPoint };
export type Way = keyof typeof WAYS;
export type Task<W extends Way> = Parameters<(typeof WAYS)[W]>[0];
export type Done<W extends Way> = ReturnType<(typeof WAYS)[W]>;

/** Plays one game; in the main thread when there is one job, else in a worker. */
export default function play<W extends Way>({ way, task }: { way: W; task: Task<W> }): Done<W> {
  return (WAYS[way] as (task: Task<W>) => Done<W>)(task);
}
