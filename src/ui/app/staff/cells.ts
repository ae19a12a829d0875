/** Cells of the staff's tables from figures and names. */

import { intl, t } from '../../text/intl.ts';
import { formatDate, formatShare } from '../../text/names.ts';
import type { Cell } from './sheet.ts';

type Tone = NonNullable<Cell['tone']>;

const toned = (tone: Tone | undefined): { tone?: Tone } => (tone ? { tone } : {});

export function words(text: string, tone?: Tone): Cell {
  return { text, value: text, ...toned(tone) };
}

/** Words that sort by a rank of their own, such as states of supply. */
export function ranked(text: string, rank: number, tone?: Tone): Cell {
  return { text, value: rank, ...toned(tone) };
}

/** A figure with as many decimals as said; null where it is not known or means nothing. */
export function figure(value: number | null, decimals = 0, tone?: Tone): Cell {
  if (value === null) return { text: t('staff.none'), value: null };
  const rounded = Number(value.toFixed(decimals));
  const text = intl().formatNumber(rounded, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return { text, value: rounded, ...toned(tone) };
}

/** Thousandths as a share. */
export function share(thousandths: number | null, tone?: Tone): Cell {
  if (thousandths === null) return { text: t('staff.none'), value: null };
  return { text: formatShare(thousandths), value: Math.round(thousandths / 10), ...toned(tone) };
}

/** A date of the scenario; null for none. */
export function day(date: string | null, text = date === null ? t('staff.none') : formatDate(date, false)): Cell {
  return { text, value: date };
}

/** Kilograms as tonnes. */
export function tonnes(kg: number | null, tone?: Tone): Cell {
  return figure(kg === null ? null : kg / 1000, kg !== null && kg < 100_000 ? 1 : 0, tone);
}

export function yesNo(value: boolean, tone?: Tone): Cell {
  return ranked(t(value ? 'staff.yes' : 'staff.no'), value ? 1 : 0, tone);
}
