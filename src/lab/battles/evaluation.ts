/** Scores simulated battles against history, figure by figure as the reference (score.py) does, with the same random numbers. */
import {
  brier,
  coverage,
  crpsFair,
  deciles,
  distanceFromUniform,
  energyScore,
  logScore,
  medianOf,
  type Point,
  type ReliabilityBin,
  randomisedPit,
  reliability,
} from '../scores.ts';
import type { History } from './engagement.ts';
import { Pcg64 } from './pcg64.ts';
import type { Simulated } from './simulate.ts';

/** The seed of the random numbers that ties and pairs are drawn with, as the reference has it. */
const SEED = 5;

/** One battle's scores. Losses are compared by their natural logarithm. */
export interface BattleScore {
  id: string;
  /** Chance that the attacker wins, of the simulated battles, half a battle added to both sides. */
  chance: number;
  /** 1 the attacker won, 0 the defender, 0.5 neither. */
  truth: number;
  crpsAttacker: number;
  crpsDefender: number;
  energy: number;
  pitAttacker: number;
  pitDefender: number;
  /** Distance of the middle of the simulated losses from history's. */
  missAttacker: number;
  missDefender: number;
}

/** What a table of battles comes to. Scores of the winner are of the decided battles unless they say otherwise. */
export interface Evaluation {
  battles: number;
  decided: number;
  accuracy: number;
  brier: number;
  log: number;
  brierAll: number;
  crpsAttacker: number;
  crpsDefender: number;
  energy: number;
  missAttacker: number;
  missDefender: number;
  cover50: number;
  cover90: number;
  ksAttacker: number;
  ksDefender: number;
  decilesAttacker: number[];
  decilesDefender: number[];
  reliability: ReliabilityBin[];
}

export interface Forecast {
  id: string;
  history: History;
  simulated: readonly Simulated[];
}

const lnLosses = (men: number): number => Math.log(Math.max(men, 0.5));

/** Scores each battle; the order of the battles matters to the random numbers. */
export function scoreBattles(forecasts: readonly Forecast[]): BattleScore[] {
  const random = new Pcg64(SEED);
  return forecasts.map(({ id, history, simulated }) => {
    const size = simulated.length;
    const wins = simulated.filter(({ attackerWins }) => attackerWins).length;
    const attackers = simulated.map(({ attackerLosses }) => lnLosses(attackerLosses));
    const defenders = simulated.map(({ defenderLosses }) => lnLosses(defenderLosses));
    const truth: Point = [lnLosses(history.attackerLosses), lnLosses(history.defenderLosses)];
    const points = attackers.map((value, i): Point => [value, defenders[i] as number]);
    return {
      id,
      chance: (wins + 0.5) / (size + 1),
      truth: (history.wins + 1) / 2,
      crpsAttacker: crpsFair(attackers, truth[0]),
      crpsDefender: crpsFair(defenders, truth[1]),
      energy: energyScore(points, truth, random.permutation(size)),
      pitAttacker: randomisedPit(attackers, truth[0], random.random()),
      pitDefender: randomisedPit(defenders, truth[1], random.random()),
      missAttacker: Math.abs(medianOf(attackers) - truth[0]),
      missDefender: Math.abs(medianOf(defenders) - truth[1]),
    };
  });
}

/** The figures of a whole table. Refuses one without a decided battle by a throw. */
export function evaluate(scores: readonly BattleScore[]): Evaluation {
  const decided = scores.filter(({ truth }) => truth !== 0.5);
  if (decided.length === 0) throw new RangeError('no decided battle to score');
  const mean = <T>(list: readonly T[], of: (item: T) => number): number =>
    list.reduce((sum, item) => sum + of(item), 0) / list.length;
  const attackers = scores.map(({ pitAttacker }) => pitAttacker);
  const defenders = scores.map(({ pitDefender }) => pitDefender);
  const covered = (share: number): number => (coverage(attackers, share) + coverage(defenders, share)) / 2;
  return {
    battles: scores.length,
    decided: decided.length,
    accuracy: mean(decided, ({ chance, truth }) => (chance > 0.5 === truth > 0.5 ? 1 : 0)),
    brier: mean(decided, ({ chance, truth }) => brier(chance, truth)),
    log: mean(decided, ({ chance, truth }) => logScore(chance, truth)),
    brierAll: mean(scores, ({ chance, truth }) => brier(chance, truth)),
    crpsAttacker: mean(scores, ({ crpsAttacker }) => crpsAttacker),
    crpsDefender: mean(scores, ({ crpsDefender }) => crpsDefender),
    energy: mean(scores, ({ energy }) => energy),
    missAttacker: medianOf(scores.map(({ missAttacker }) => missAttacker)),
    missDefender: medianOf(scores.map(({ missDefender }) => missDefender)),
    cover50: covered(0.5),
    cover90: covered(0.9),
    ksAttacker: distanceFromUniform(attackers),
    ksDefender: distanceFromUniform(defenders),
    decilesAttacker: deciles(attackers),
    decilesDefender: deciles(defenders),
    reliability: reliability(decided),
  };
}
