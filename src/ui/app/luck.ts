/** How kind the dice were: of one fight, and of all fights told of so far. */
import type { GameEvent } from '../../core/event.ts';
import type { Game } from '../../core/game.ts';

export const LUCK_WORDS = ['veryBad', 'bad', 'even', 'good', 'veryGood'] as const;
export type LuckWord = (typeof LUCK_WORDS)[number];

/** Upper ends of the words in thousandths: a tenth of all draws is very bad, a fifth bad, and so on from the other end. */
const UP_TO = [100, 300, 700, 900, 1001] as const;

/** The word for where a draw fell in its distribution, thousandths: 0 worst, 1000 best. */
export function luckWord(thousandths: number): LuckWord {
  return LUCK_WORDS[UP_TO.findIndex((end) => thousandths < end)] as LuckWord;
}

/** Luck of an assault for a side, thousandths: what is bad for the attacker is as good for the defender. */
export function luckFor(game: Game, event: { attackers: readonly number[]; luck: number }, side: number): number {
  return game.units[event.attackers[0] ?? -1]?.side === side ? event.luck : 1000 - event.luck;
}

export interface LuckPart {
  fights: number;
  /** Mean of where the draws fell, thousandths; 500 without a fight. */
  mean: number;
}

export interface LuckTally extends LuckPart {
  attacks: LuckPart;
  defences: LuckPart;
  /** Of a hundred games with as many fights, how many would be less lucky for the side than this one. */
  percentile: number;
}

function part(draws: readonly number[]): LuckPart {
  const mean = draws.length === 0 ? 500 : draws.reduce((sum, one) => sum + one, 0) / draws.length;
  return { fights: draws.length, mean: Math.round(mean) };
}

/** Luck of a side over every assault among the events it was told of. */
export function luckTally(game: Game, events: readonly GameEvent[], side: number): LuckTally {
  const attacks: number[] = [];
  const defences: number[] = [];
  for (const event of events) {
    if (event.type !== 'assault') continue;
    const own = game.units[event.attackers[0] ?? -1]?.side === side;
    (own ? attacks : defences).push(luckFor(game, event, side));
  }
  const all = [...attacks, ...defences];
  const sum = all.reduce((total, one) => total + one / 1000, 0);
  return {
    ...part(all),
    attacks: part(attacks),
    defences: part(defences),
    percentile: Math.round(100 * shareBelow(all.length, sum)),
  };
}

/** Most fights for which the distribution is summed exactly; beyond it is as good as normal. */
const EXACT = 12;

/** The chance that `n` fair draws between 0 and 1 add to less than `sum`. */
export function shareBelow(n: number, sum: number): number {
  if (n === 0) return 0.5;
  if (n > EXACT) return normalBelow((sum - n / 2) / Math.sqrt(n / 12));
  let total = 0;
  let ways = 1;
  let factorial = 1;
  for (let k = 1; k <= n; k++) factorial *= k;
  for (let k = 0; k <= Math.floor(sum) && k <= n; k++) {
    total += (k % 2 === 0 ? 1 : -1) * ways * (sum - k) ** n;
    ways = (ways * (n - k)) / (k + 1);
  }
  return Math.min(1, Math.max(0, total / factorial));
}

/** Abramowitz and Stegun 26.2.17. */
function normalBelow(z: number): number {
  const x = Math.abs(z);
  const t = 1 / (1 + 0.2316419 * x);
  const tail =
    (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}
