/** One game of a run, the same in the command line, in its worker threads and in the workers of a page. */
import type { Bot } from '../../bots/bot.ts';
import { digest, fingerprint } from '../../core/digest.ts';
import type { Game } from '../../core/game.ts';
import type { SideIndex } from '../../core/state.ts';
import { RULES_VERSION } from '../../core/version.ts';
import { type Asked, Outcomes } from '../../play/outcomes.ts';
import { type Playout, type PlayoutOptions, playout } from '../../play/playout.ts';
import { controlChanges } from './control.ts';
import { type ControlChange, RUN_FORMAT, type RunConditions, type RunHeader, type RunLine } from './run.ts';
import { hasPlan, seat } from './seat.ts';
import { readSeries, seriesOf } from './series.ts';

/** What a run asks of a history: its outcomes. Null for a scenario without one. */
export type RunHistory = { readonly outcomes: readonly Asked[] } | null;

/** The seed of game `n` of a run, from 1. */
export function seedOf({ seed }: Pick<RunConditions, 'seed'>, n: number): string {
  return `${seed}/${n}`;
}

/** The plan that each side follows: the run's, or what the changes put in its place. */
export function plansOf(game: Game, { plans, changes }: RunConditions): [string, string] {
  const plan = (side: SideIndex): string => changes?.plans?.[game.data.scenario.sides[side]?.id ?? ''] ?? plans[side];
  return [plan(0), plan(1)];
}

/** The header of a run; `game` is the scenario with the changes made. */
export function headerOf(game: Game, history: RunHistory, conditions: RunConditions): RunHeader {
  const { scenario, seed, games, fog, bots, plans, changes } = conditions;
  return {
    kind: 'ridgeline-run',
    formatVersion: RUN_FORMAT,
    scenario,
    seed,
    games,
    fog,
    bots,
    plans,
    changes,
    rules: RULES_VERSION,
    digest: runDigest(game, history),
  };
}

/** Digest of all data that the games of a run depend on: the scenario, the plans of its commands and what is measured. */
export function runDigest(game: Game, history: RunHistory): string {
  const asked = history?.outcomes.map(({ id, measure }) => [id, measure]) ?? [];
  return fingerprint(JSON.stringify([game.digest, game.data.plans ?? null, asked]));
}

/** Why the conditions can't be played in the scenario, null when they can: a plan that a side has not. */
export function refuseConditions(game: Game, conditions: RunConditions): string | null {
  for (const [side, plan] of plansOf(game, conditions).entries())
    if (!hasPlan(game, side as SideIndex, plan))
      return `${game.data.scenario.sides[side]?.id} has no plan "${plan}" in this scenario`;
  return null;
}

/** Plays game `n` (from 1) of a run; with `record`, its record comes with it. Throws as `playRunGame` does. */
export function playoutOf(
  game: Game,
  conditions: RunConditions,
  n: number,
  options: Pick<PlayoutOptions, 'record' | 'onEvents'>,
): Playout {
  const { fog, bots, changes } = conditions;
  const seed = seedOf(conditions, n);
  const plans = plansOf(game, conditions);
  const seated = (side: SideIndex): Bot => seat({ level: bots[side], plan: plans[side] }, game, side, seed);
  const opening = changes?.moves ?? [];
  return playout(game, { seed, fog, bots: [seated(0), seated(1)], plans, opening, ...options });
}

/**
 * Plays game `n` (from 1) of a run and measures it; `game` is the scenario with the changes of the run made. Equal arguments
 * give equal lines. `onTurn` is called at the end of each turn, as a sign of life. Throws on a level that is not there.
 */
export function playRunGame(
  game: Game,
  history: RunHistory,
  conditions: RunConditions,
  n: number,
  onTurn: () => void = () => undefined,
): RunLine {
  const outcomes = new Outcomes(game, history?.outcomes ?? []);
  const kinds = seriesOf(game);
  const series: Record<string, number[]> = Object.fromEntries(kinds.map(({ id }) => [id, []]));
  const control: ControlChange[] = [];
  let before: readonly number[] | null = null;
  let turn = 1;
  const { state, actions, refused } = playoutOf(game, conditions, n, {
    onEvents: (events, now) => {
      outcomes.watch(events, now);
      before ??= now.control.slice();
      if (now.turn === turn && !now.over) return;
      const values = readSeries(game, now);
      for (const [i, { id }] of kinds.entries()) series[id]?.push(values[i] as number);
      control.push(...controlChanges(before, now.control, turn));
      before = now.control.slice();
      turn = now.turn;
      onTurn();
    },
  });
  return {
    game: n,
    seed: seedOf(conditions, n),
    grade: state.result?.grade ?? null,
    margin: state.result?.margin ?? null,
    actions,
    ...(conditions.changes?.moves ? { refused } : {}),
    digest: digest(state),
    outcomes: outcomes.result(state),
    series,
    control,
  };
}
