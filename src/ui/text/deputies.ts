/** That the computer was not waited for, in words. */
import type { Deputed } from '../app/table.ts';
import { t, term } from './intl.ts';
import type { Names } from './names.ts';

/** "Japanese command was not waited for: the rest of its turn was decided by the level Regular." */
export function deputyText({ side, level }: Deputed, names: Names): string {
  return t('thinking.deputy', { adjective: names.adjective(side), level: term('setUp.levels', level) });
}
