/** Operational plans and courses of action by name. */
import type { Weighed } from '../../../bots/appreciation.ts';
import type { Game } from '../../../core/game.ts';
import { t, term } from '../../text/intl.ts';
import type { Names } from '../../text/names.ts';

/** An operational plan as a course of action or an appreciation names it: by its id, 'historical', 'free', or null for none. */
export function planText(names: Names, plan: string | null): string {
  if (plan === null || plan === 'free') return t('inspector.free');
  return plan === 'historical' ? t('inspector.historical') : names.plan(plan);
}

/** What sets a course of action apart from others of its plan: how much is ventured, or the place of the main effort. */
export function courseText(game: Game, names: Names, { course, plan }: Weighed): string {
  const own = course.startsWith(`${plan}-`) ? course.slice(plan.length + 1) : course;
  const place = game.places.findIndex((one) => one.name === own);
  return place < 0 ? term('inspector.courses', own) : t('inspector.courseMain', { place: names.place(place) });
}
