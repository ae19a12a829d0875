/** The entry of a worker thread of `ridgeline sim`. */
export { playGame as default } from './game-task.ts';
