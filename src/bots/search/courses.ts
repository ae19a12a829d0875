/** The courses of action that a staff weighs: which plan, how much is ventured, where the main effort is made. */
import type { Game } from '../../core/game.ts';
import type { View } from '../../core/state.ts';
import { plansOf } from '../columns/orders.ts';
import { type Course, FREE, HISTORICAL, USUAL } from '../course.ts';
import { goalsOf } from '../goals.ts';

/** How much is ventured, beside the staff's ordinary measure; the likeliest first. */
const TEMPERS: readonly (Partial<Course> & { id: string })[] = [
  { id: 'usual' },
  { id: 'bold', odds: 0.75, exchange: 1.8, massing: 0.4 },
  { id: 'careful', odds: 1.15, exchange: 0.35, massing: 0.8 },
  { id: 'rash', odds: 0.55, exchange: 3, massing: 0.2 },
  { id: 'elastic', odds: 1.3, exchange: 0.2, massing: 0.8, ground: 'elastic' },
  { id: 'home', odds: 1.5, exchange: 0.15, massing: 0.9, ground: 'home' },
];

/** How wide a staff looks for courses. */
export interface Scope {
  /** Tempers weighed, from the likeliest on. */
  tempers: number;
  /** Whether it may leave the plan it was given and plan freely. */
  free: boolean;
  /** Places of the enemy considered for the main effort, beside the one that it finds of itself. */
  mains: number;
}

/** The courses open to the side to move, within a scope and, where one is asked for, a plan alone; the likeliest first. */
export function coursesOf(game: Game, view: View, scope: Scope, plan: string | null): Course[] {
  const own = plansOf(game, view.viewer).length > 0;
  const plans = plan !== null ? [plan] : !own ? [FREE] : scope.free ? [HISTORICAL, FREE] : [HISTORICAL];
  const tempers = TEMPERS.slice(0, scope.tempers);
  const courses = tempers.flatMap(({ id, ...temper }) =>
    plans.map((one): Course => ({ ...USUAL, ...temper, plan: one, id: `${one}-${id}` })),
  );
  if (!plans.includes(FREE)) return courses;
  const goals = goalsOf(game, view).filter((goal) => !goal.own);
  for (const { hex, place } of goals.slice(0, scope.mains))
    courses.push({ ...USUAL, ...TEMPERS[1], plan: FREE, effort: 1.4, main: hex, id: `${FREE}-${place}` });
  return courses;
}
