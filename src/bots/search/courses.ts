/** The courses of action that a staff weighs: which plan, where the main effort is made, and how much is ventured with it. */
import type { Game } from '../../core/game.ts';
import type { SideIndex, View } from '../../core/state.ts';
import { plansOf } from '../columns/orders.ts';
import { CAREFUL, type Care, type Course, FREE, HISTORICAL, USUAL } from '../course.ts';
import { makePlan } from '../plan.ts';

/** Beside the usual weight of a main effort, that of one at a place that was chosen for it. */
const CHOSEN_EFFORT = 1.4;

/** Seed of the look at which main effort a staff finds of itself. */
const COURSES = 'courses';

/** How wide a staff looks for courses. */
export interface Scope {
  /** Whether it reckons with what the points of the battle say of lives; it thinks more of its own plans then than of its command's. */
  prices: boolean;
  /** Places of the enemy considered for the main effort, beside the one that it finds of itself. */
  mains: number;
}

/**
 * The usual course of a staff that knows what the points of the battle say of lives: where a man of the enemy's counts for
 * several of its own it ventures more, where it is the other way about it goes only into what costs next to nothing. The
 * slopes are by matches of each side against the usual course.
 */
function priced(game: Game, side: SideIndex): Course {
  const { victory, sides } = game.data.scenario;
  const price = (of: number): number => Math.max(1, victory.pointsPer100Men[sides[of]?.id ?? ''] ?? 1);
  const gain = price(1 - side) / price(side) - 1;
  if (gain >= 0)
    return {
      ...USUAL,
      odds: Math.max(0.55, 1 - 0.17 * gain),
      exchange: Math.min(2.4, 0.6 + 0.36 * gain),
      massing: Math.max(0.25, 0.6 - 0.07 * gain),
    };
  const dear = price(side) / price(1 - side) - 1;
  return {
    ...USUAL,
    odds: Math.min(1.3, 1 + 0.15 * dear),
    exchange: Math.max(0.12, 0.6 - 0.24 * dear),
    massing: Math.min(0.8, 0.6 + 0.1 * dear),
  };
}

/** The courses open to the side to move, within a scope and, where one is asked for, a plan alone; the likeliest first. */
export function coursesOf(game: Game, view: View, scope: Scope, plan: string | null, care: Care = CAREFUL): Course[] {
  const side = view.viewer;
  const usual = scope.prices ? priced(game, side) : USUAL;
  const both = scope.prices ? [FREE, HISTORICAL] : [HISTORICAL, FREE];
  const plans = plan !== null ? [plan] : plansOf(game, side).length > 0 ? both : [FREE];
  const courses = plans.map((one): Course => ({ ...usual, plan: one, id: `${one}-usual` }));
  if (!plans.includes(FREE) || scope.mains === 0) return courses;
  const free: Course = { ...usual, plan: FREE };
  const { goals, main } = makePlan(game, view, COURSES, free, care);
  const others = goals.filter((goal) => !goal.own && goal.hex !== main?.hex);
  for (const { hex, place } of others.slice(0, scope.mains))
    courses.push({ ...free, effort: CHOSEN_EFFORT, main: hex, id: `${FREE}-${place}` });
  return courses;
}
