/** Battles of a table, simulated or fitted on, in the main thread or in a worker. */
import { parametersWith } from '../../core/rules/parameters.ts';
import { climatology } from '../../lab/battles/climatology.ts';
import type { Engagement, History } from '../../lab/battles/engagement.ts';
import { prepare } from '../../lab/battles/fights.ts';
import { laidOver } from '../../lab/battles/fit/free.ts';
import { search, type Values } from '../../lab/battles/fit/search.ts';
import { type Simulated, simulate } from '../../lab/battles/simulate.ts';
import type { Battle } from '../../lab/battles/table.ts';

/** What is known before the battles, and nothing of how they ended. */
export interface BattlesTask {
  engagements: readonly Engagement[];
  /** Numbers laid over the rulebook's, by path. */
  laid: Readonly<Record<string, number>>;
  seed: string;
  repetitions: number;
}

/** Fights each engagement out, so many times. */
export function simulateBattles({ engagements, laid, seed, repetitions }: BattlesTask): Simulated[][] {
  const rules = parametersWith(laid);
  return engagements.map((engagement) => simulate(prepare(engagement), rules, seed, repetitions));
}

export interface FitTask {
  /** What the fit sees. */
  known: readonly Battle[];
  /** What it then forecasts. */
  left: readonly Engagement[];
  seed: string;
  /** Of each battle in the search, and in the forecast. */
  repetitions: number;
  forecasts: number;
  rounds: number;
}

export interface FitDone {
  values: Values;
  simulated: Simulated[][];
  climatology: Simulated[][];
}

/** Fits the resolver to some battles and forecasts others with it. */
export function fitBattles({ known, left, seed, repetitions, forecasts, rounds }: FitTask): FitDone {
  const fitted = known.flatMap(({ engagement, history }) =>
    history ? { prepared: prepare(engagement), history: history as History } : [],
  );
  const { values } = search(fitted, { seed, repetitions, rounds });
  const laid = laidOver(values);
  return {
    values,
    simulated: simulateBattles({ engagements: left, laid, seed: `${seed}/forecast`, repetitions: forecasts }),
    climatology: left.map((engagement) => climatology(known, engagement, seed, forecasts)),
  };
}
