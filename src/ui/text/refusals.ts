/** Why an order is refused, in words: one message for each code of `src/core/refusal.ts`. */
import type { Refusal } from '../../core/refusal.ts';
import { t } from './intl.ts';
import { formatCount, formatMinutes, formatWeight, type Names } from './names.ts';

/** Where one code serves several rules, the clause tells which is meant. */
const BY_CLAUSE: Readonly<Record<string, string>> = { '9.8': 'bridge', '9.10': 'drop', '10.2': 'blow', '10.5': 'mend' };

const known = <T>(value: T | undefined, say: (value: T) => string): string => (value === undefined ? '?' : say(value));

/** A refusal in words, with the numbers it carries. */
export function refusalText(refusal: Refusal, names: Names): string {
  const { code, clause, unit, hex, need, have, until } = refusal;
  const kilometres = (metres: number): string => (metres / 1000).toFixed(1);
  return t(`refusals.${code}`, {
    clause: BY_CLAUSE[clause] ?? 'other',
    unit: unit === undefined ? t('refusals.thatUnit') : names.unit(unit),
    there: hex !== undefined,
    hex: hex === undefined ? t('refusals.there') : names.hex(hex),
    numbers: need !== undefined && have !== undefined,
    need: known(need, formatCount),
    have: known(have, formatCount),
    needTime: known(need, formatMinutes),
    haveTime: known(have, formatMinutes),
    needKm: known(need, kilometres),
    haveKm: known(have, kilometres),
    needWeight: known(need, formatWeight),
    haveWeight: known(have, formatWeight),
    dated: until !== undefined && until > 0,
    date: until === undefined ? '' : names.day(until),
  });
}
