/** What is changed in a run, as options give it: a change set, and the first moves of a recorded game. */
import type { Command } from 'commander';
import type { ChangeSet } from '../../lab/change/changeSet.ts';
import { firstMoves, sameNumbers } from '../../lab/change/moves.ts';
import { loadChanges, loadRecord, loadScenario } from '../files.ts';
import { MISUSE, Stop, wholeNumber } from '../terminal.ts';

export interface MoveOptions {
  /** File of a game record, and how many turns of it are taken. */
  moves?: string;
  turns?: number;
}

export function addMoveOptions(command: Command): Command {
  return command
    .option('--moves <record>', 'begin each game with the first moves of a recorded one (with --turns)')
    .option('--turns <n>', 'turns taken of --moves', wholeNumber(1, 10_000));
}

/** The change set that was asked for, null for none; ends the command with what is wrong with it. */
export function changesOf(
  target: string,
  change: string | undefined,
  { moves, turns }: MoveOptions = {},
): ChangeSet | null {
  if ((moves === undefined) !== (turns === undefined)) throw new Stop('--moves and --turns are given together', MISUSE);
  const changes = change === undefined ? null : loadChanges(target, change);
  if (moves === undefined || turns === undefined) return changes;
  return withMoves(target, changes, moves, turns);
}

function withMoves(target: string, changes: ChangeSet | null, path: string, turns: number): ChangeSet {
  const record = loadRecord(path);
  const game = loadScenario(target);
  if (record.scenario.digest !== game.digest)
    throw new Stop(`${path}: a game of ${record.scenario.id} as it was or is elsewhere, not of this scenario`, MISUSE);
  if (changes && !sameNumbers(game, loadScenario(target, changes)))
    throw new Stop(`${path}: with "${changes.id}" units have other numbers than in the recorded game`, MISUSE);
  if (changes?.moves) throw new Stop(`--moves: "${changes.id}" has first moves of its own`, MISUSE);
  const first = firstMoves(record, turns);
  if (!first) throw new Stop(`${path}: the recorded game has fewer than ${turns} turns`, MISUSE);
  const named = `the first ${turns === 1 ? 'turn' : `${turns} turns`} of a recorded game (${record.digests.at(-1)})`;
  const base: ChangeSet = changes ?? { formatVersion: 1, id: 'moves', title: `With ${named}`, why: named, changes: [] };
  return { ...base, moves: first };
}
