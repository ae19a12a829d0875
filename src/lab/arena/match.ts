/**
 * What the games of a match say: two contestants, each seed played twice with sides swapped. Only whole pairs count. A game is
 * won by the contestant whose side did better than the average of that side over the match (its par), in grades of victory:
 * sides are unequal, and a side that always wins says nothing of who led it.
 */
import {
  effectiveSize,
  estimateMean,
  type Interval,
  type MeanEstimate,
  meanOf,
  signTest,
  wilson,
} from '../statistics.ts';

/** A game of a match. All figures are the first side's. */
export interface MatchGame {
  scenario: string;
  /** Number of the seed: games of a scenario with the same number are a pair. */
  pair: number;
  /** Who has the first side: 0 the first contestant, 1 the second. */
  first: 0 | 1;
  /** Points of the first side minus points of the second. */
  margin: number;
  /** On the scale of grades. */
  scaled: number;
  /** Number of the grade. */
  whole: number;
}

/** How often the first contestant won; draws count half. */
export interface WinRate {
  won: number;
  drawn: number;
  lost: number;
  share: number;
  interval: Interval;
  /** Of no difference; null where the sample cannot say, as for one side alone. */
  p: number | null;
}

export interface Standing {
  pairs: number;
  /** By grades, beside the par of each side; games, whose interval and p go by pairs. */
  rate: WinRate;
  /** The same with grades as whole numbers. */
  whole: WinRate;
  /** Pairs, by who has the greater sum of points over both games. */
  byPoints: WinRate;
  /** Points of the first contestant minus points of the second, a game. */
  points: MeanEstimate;
}

export interface ScenarioStanding extends Standing {
  scenario: string;
  /** The first contestant's games with the first and with the second side, by grades beside the par of the side. */
  sides: [WinRate, WinRate];
  /** Mean lead of the first side in points, led by the first contestant and by the second. */
  leads: [number, number];
}

export interface MatchStanding {
  scenarios: ScenarioStanding[];
  /** Over all scenarios, each game beside the par of its own. */
  all: Standing;
}

/** Figures that differ by less are the same. */
const EQUAL = 1e-9;

interface Pair {
  /** The first contestant has the first side, and then the second. */
  games: [MatchGame, MatchGame];
  /** 1, 0 or 1/2 for the first contestant in each game. */
  scores: [number, number];
  wholeScores: [number, number];
}

/** The standing of a match; null without a whole pair. Scenarios come in the order of their first game. */
export function standingOf(games: readonly MatchGame[]): MatchStanding | null {
  const names = [...new Set(games.map((game) => game.scenario))];
  const byScenario = names.flatMap((scenario) => {
    const pairs = pairsOf(games.filter((game) => game.scenario === scenario));
    return pairs.length > 0 ? [{ scenario, pairs }] : [];
  });
  if (byScenario.length === 0) return null;
  return {
    scenarios: byScenario.map(({ scenario, pairs }) => ({
      scenario,
      ...measure(pairs),
      sides: [rateOfSide(pairs, 0), rateOfSide(pairs, 1)],
      leads: [meanOf(pairs.map(({ games }) => games[0].margin)), meanOf(pairs.map(({ games }) => games[1].margin))],
    })),
    all: measure(byScenario.flatMap(({ pairs }) => pairs)),
  };
}

/** The whole pairs of one scenario's games, scored beside their par. */
function pairsOf(games: readonly MatchGame[]): Pair[] {
  const seconds = new Map(games.filter((game) => game.first === 1).map((game) => [game.pair, game]));
  const whole = games.flatMap((game): [MatchGame, MatchGame][] => {
    const second = game.first === 0 ? seconds.get(game.pair) : undefined;
    return second ? [[game, second]] : [];
  });
  const played = whole.flat();
  const par = meanOf(played.map((game) => game.scaled));
  const wholePar = meanOf(played.map((game) => game.whole));
  return whole.map(([one, other]) => ({
    games: [one, other],
    scores: [scoreOf(one.scaled - par), scoreOf(par - other.scaled)],
    wholeScores: [scoreOf(one.whole - wholePar), scoreOf(wholePar - other.whole)],
  }));
}

function scoreOf(advantage: number): number {
  if (Math.abs(advantage) < EQUAL) return 0.5;
  return advantage > 0 ? 1 : 0;
}

function measure(pairs: readonly Pair[]): Standing {
  const leads = pairs.map(({ games: [one, other] }) => (one.margin - other.margin) / 2);
  return {
    pairs: pairs.length,
    rate: rateOfPairs(pairs.map((pair) => pair.scores)),
    whole: rateOfPairs(pairs.map((pair) => pair.wholeScores)),
    byPoints: rateOfPairs(leads.map((lead) => [scoreOf(lead)])),
    points: estimateMean(leads),
  };
}

/** A rate over games that come in clusters of equal size, whose sums are independent. */
function rateOfPairs(clusters: readonly (readonly number[])[]): WinRate {
  const means = clusters.map(meanOf);
  const size = effectiveSize(means, clusters[0]?.length ?? 1);
  const ahead = means.filter((mean) => mean > 0.5).length;
  const behind = means.filter((mean) => mean < 0.5).length;
  return { ...count(clusters.flat(), size), p: signTest(ahead, behind) };
}

function count(scores: readonly number[], size: number): Omit<WinRate, 'p'> {
  const share = meanOf(scores);
  return {
    won: scores.filter((score) => score === 1).length,
    drawn: scores.filter((score) => score === 0.5).length,
    lost: scores.filter((score) => score === 0).length,
    share,
    interval: wilson(share, size),
  };
}

/**
 * One side of the scenario. It has no p of its own: what one contestant gains with a side beside the par is what the other
 * loses, and half of the games of a skewed distribution do not lie above its mean.
 */
function rateOfSide(pairs: readonly Pair[], side: 0 | 1): WinRate {
  const scores = pairs.map((pair) => pair.scores[side]);
  return { ...count(scores, scores.length), p: null };
}
