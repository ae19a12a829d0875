/** Weighing courses of action by war games: the better half is played on more supposed states, until the budget is spent. */
import { digest } from '../../core/digest.ts';
import type { Game } from '../../core/game.ts';
import type { GameState, View } from '../../core/state.ts';
import { cloneState } from '../../core/view.ts';
import type { Weighed } from '../appreciation.ts';
import { type Care, type Course, FREE, HISTORICAL, USUAL } from '../course.ts';
import { supposing } from '../suppose/suppose.ts';
import { coursesOf, type Scope } from './courses.ts';
import { sandTable, War } from './wargame.ts';

/** What a level may spend on a player turn, in work and not in time. */
export interface Budget extends Scope {
  /** Player turns of the side that are played ahead. */
  turns: number;
  /** War games on each course that is left, in the first round; twice as many in each later one. */
  samples: number;
  /** War games in all. */
  games: number;
  /** Points by which another course must promise more than the likeliest to be preferred to it. */
  doubt: number;
}

export interface Verdict {
  course: Course;
  weighed: Weighed[];
  /** Player turns played out. */
  work: number;
}

interface Rival {
  course: Course;
  rank: number;
  sum: number;
  squares: number;
  samples: number;
}

/** What the enemy may be doing, by turns. */
const ENEMY = [HISTORICAL, FREE];

/**
 * Weighs the courses of the side to move, led by a staff of this care; yields how far it is, 0 to 1. Courses that come to
 * the same orders today are one: tomorrow it can choose again. All are played on the same supposed states with the same
 * dice.
 */
export function* weigh(
  game: Game,
  view: View,
  seed: string,
  budget: Budget,
  plan: string | null,
  care: Care,
): Generator<number, Verdict> {
  const table = sandTable(game);
  const side = view.viewer;
  const draw = supposing(table, view);
  const sample = (at: number): GameState => draw(`${seed}/${view.turn}/${at}`);
  const foe = (at: number): Course => ({ ...USUAL, plan: ENEMY[at % ENEMY.length] as string });
  let work = 0;
  const war = (state: GameState, course: Course, at: number): War =>
    new War(table, state, side, care, side === 0 ? [course, foe(at)] : [foe(at), course]);

  // Today's orders on the first supposed state tell which courses differ at all.
  const first = sample(0);
  const begun = new Map<string, Rival>();
  const wars = new Map<Rival, War>();
  const courses = coursesOf(game, view, budget, plan, care);
  for (const [rank, course] of courses.entries()) {
    const one = war(cloneState(first), course, 0);
    one.playTurn();
    work++;
    const key = digest(one.state);
    if (!begun.has(key)) {
      const rival = { course, rank, sum: 0, squares: 0, samples: 0 };
      begun.set(key, rival);
      wars.set(rival, one);
    }
    yield (0.2 * (rank + 1)) / courses.length;
  }
  const all = [...begun.values()];
  const ranked = (): Rival[] => rivals.slice().sort((a, b) => promise(b) - promise(a) || a.rank - b.rank);
  const total = Math.min(budget.games, all.length * budget.samples * 3);
  const promise = ({ sum, samples, rank }: Rival): number => sum / samples - (rank > 0 ? budget.doubt : 0);
  let rivals = all;
  let games = 0;
  for (let round = 0, at = 0; rivals.length > 1; round++) {
    for (let i = budget.samples << round; i > 0; i--, at++) {
      if (round > 0 && games + rivals.length > budget.games) break;
      const state = at === 0 ? null : sample(at);
      for (const rival of rivals) {
        const one = state ? war(cloneState(state), rival.course, at) : (wars.get(rival) as War);
        work += one.playOn(budget.turns, view.turn);
        const worth = one.worth();
        rival.sum += worth;
        rival.squares += worth * worth;
        rival.samples++;
        games++;
        yield 0.2 + 0.8 * Math.min(1, games / total);
      }
    }
    if (games + 2 > budget.games) break;
    rivals = ranked().slice(0, Math.ceil(rivals.length / 2));
  }
  const chosen = (ranked()[0] as Rival).course;
  const weighed = all.length > 1 ? all.map((rival) => weighedOf(rival, chosen)) : [];
  return { course: chosen, weighed: weighed.sort((a, b) => b.samples - a.samples || b.margin - a.margin), work };
}

function weighedOf({ course, sum, squares, samples }: Rival, chosen: Course): Weighed {
  const margin = samples > 0 ? sum / samples : 0;
  const spread = samples > 1 ? Math.max(0, squares / samples - margin * margin) : 0;
  const error = samples > 1 ? Math.sqrt(spread / (samples - 1)) : 0;
  return { course: course.id, plan: course.plan, margin, error, samples, chosen: course === chosen };
}
