/** Games of a run played again for their records: the same seed, opponents, plans and changes. */
import type { Game } from '../../core/game.ts';
import { RULES_VERSION } from '../../core/version.ts';
import type { GameReplay, NotableGame } from '../../lab/report/model.ts';
import { playoutOf } from '../../lab/run/play.ts';
import type { RunHeader } from '../../lab/run/run.ts';
import type { GameRecord } from '../../play/record.ts';

/** Why a game of a run can't be shown by the page: null when it can. */
export function refuseReplay({ changes, rules }: RunHeader): GameReplay['refused'] {
  if (rules !== RULES_VERSION) return 'rules';
  // Plans and first moves are in the record; a changed scenario is nowhere but in the run.
  return changes && changes.changes.length > 0 ? 'changed' : null;
}

/** The record of a game of a run; null when it does not come out as the run has it: other opponents than these played it. */
export function recordOf(game: Game, run: RunHeader, { game: n, digest }: NotableGame): GameRecord | null {
  const { record } = playoutOf(game, run, n, { record: true });
  return record && record.digests[record.digests.length - 1] === digest ? record : null;
}
