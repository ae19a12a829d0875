/** `ridgeline replay`: a recorded game again, as a list of orders or as a verdict. */
import type { Command } from 'commander';
import { dateOfTurn, type Game } from '../core/game.ts';
import { packRecord } from '../play/link.ts';
import type { GameRecord } from '../play/record.ts';
import { Replay } from '../play/replay.ts';
import type { Divergence, Mismatch } from '../play/rerun.ts';
import { type Verdict, verify } from '../play/verify.ts';
import { loadRecord, loadScenario } from './files.ts';
import type { Finish } from './main.ts';
import { FINDINGS, FINE, print, say, startProgress, wholeNumber } from './terminal.ts';
import { formatAction, formatRefusal } from './text.ts';

interface ReplayOptions {
  verify?: boolean;
  until?: number;
  json?: boolean;
  link?: boolean;
  scenario?: string;
}

export function registerReplay(program: Command, finish: Finish): void {
  program
    .command('replay')
    .description('run a recorded game again')
    .argument('<file>', 'a game record')
    .option('--verify', 'only say whether every digest is the recorded one')
    .option('--until <n>', 'stop after n actions', wholeNumber(0))
    .option('--json', 'JSON lines: each action with its events, or the verdict')
    .option('--link', 'print the game as the fragment of a link, without running it')
    .option('--scenario <folder>', 'the scenario, when it is not one of the list')
    .addHelpText(
      'after',
      '\nExit code 1 when the game does not replay to the bit; the first action that differs is named.' +
        '\n\nExamples:' +
        '\n  ridgeline replay game.json --verify' +
        '\n  ridgeline replay game.json --until 40' +
        '\n  ridgeline replay game.json --json | head' +
        '\n  ridgeline replay game.json --link',
    )
    .action(async (file: string, options: ReplayOptions) => {
      const record = loadRecord(file);
      if (options.link) {
        print(packRecord(record));
        return finish(FINE);
      }
      const game = loadScenario(options.scenario ?? record.scenario.id);
      const verdict = options.verify ? await verifyFile(game, record, options) : list(game, record, options);
      if (options.verify && options.json) print(JSON.stringify(verdict));
      else if (options.verify && verdict.grade === 'verified') print(formatVerdict(game, record, verdict));
      else if (verdict.grade !== 'verified') say(formatVerdict(game, record, verdict));
      finish(verdict.grade === 'verified' ? FINE : FINDINGS);
    });
}

async function verifyFile(game: Game, record: GameRecord, options: ReplayOptions): Promise<Verdict> {
  const progress = startProgress(record.actions.length, 'actions');
  const { until } = options;
  try {
    return await verify(game, record, { onProgress: progress.tick, ...(until === undefined ? {} : { until }) });
  } finally {
    progress.stop();
  }
}

/** Prints the actions one by one; the verdict is that of the part that was listed. */
function list(game: Game, record: GameRecord, options: ReplayOptions): Verdict {
  const replay = new Replay(game, record);
  if (replay.mismatch) return replay.mismatch;
  const total = Math.min(options.until ?? record.actions.length, record.actions.length);
  for (let at = 1; at <= total; at++) {
    const { turn, active } = replay.state;
    replay.seek(at);
    if (replay.divergence) return replay.divergence;
    const action = record.actions[at - 1];
    if (!action) break;
    const side = game.data.scenario.sides[active]?.id ?? String(active);
    const digest = record.digests[at - 1];
    if (options.json) print(JSON.stringify({ at, turn, side, action, events: replay.events, digest }));
    else print(`${at}\t${dateOfTurn(game, turn)}\t${side}\t${digest}\t${formatAction(game, action)}`);
  }
  return { grade: 'verified', actions: total };
}

function formatVerdict(game: Game, record: GameRecord, verdict: Verdict): string {
  switch (verdict.grade) {
    case 'verified':
      return `verified: ${verdict.actions} of ${record.actions.length} actions give the recorded digests`;
    case 'diverged':
      return formatDivergence(game, verdict);
    default:
      return formatMismatch(verdict);
  }
}

/** Names the first bad action as the file counts it: `actions[12]`. */
function formatDivergence(game: Game, verdict: Divergence): string {
  const what = `diverged at actions[${verdict.at}] (${formatAction(game, verdict.action)})`;
  if (verdict.refusal) return `${what}: the rules refuse it: ${formatRefusal(game, verdict.refusal)}`;
  if (verdict.error !== undefined) return `${what}: it cannot be carried out: ${verdict.error}`;
  return `${what}: digest ${verdict.found}, recorded ${verdict.expected}`;
}

function formatMismatch({ grade, expected, found }: Mismatch): string {
  const what = grade === 'otherRules' ? 'rules version' : 'scenario';
  return `not run: the record is of ${what} ${expected}, this is ${found}. It would be another game.`;
}
