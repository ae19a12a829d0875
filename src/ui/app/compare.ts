/** This game's figures beside history's: by chapter, whether they lie where the sources put them, and the few that tell most. */
import { dayNumber, formatDay } from '../../core/calendar.ts';
import type { OutcomeValue } from '../../play/outcomes.ts';
import type { MeasureKind } from '../../scenario/shapes/measure.ts';
import type { Figure, Measure } from './history.ts';

export const CHAPTERS = ['advance', 'front', 'fights', 'losses', 'booty', 'air', 'supply', 'command'] as const;
export type Chapter = (typeof CHAPTERS)[number];

const CHAPTER_OF: Record<MeasureKind, Chapter> = {
  firstDateHeld: 'advance',
  furthest: 'advance',
  dateOfFurthest: 'advance',
  distanceAt: 'advance',
  firstEntry: 'advance',
  arrivalAt: 'advance',
  lastDateTaken: 'front',
  firstDateRetaken: 'front',
  heldAtEnd: 'front',
  heldAt: 'front',
  frontAt: 'front',
  spread: 'front',
  roadCut: 'front',
  firstAssault: 'fights',
  firstFight: 'fights',
  breakOut: 'fights',
  leaderLost: 'fights',
  leadersLost: 'fights',
  committed: 'fights',
  engaged: 'fights',
  lossesNear: 'losses',
  losses: 'losses',
  lossShare: 'losses',
  lossRatio: 'losses',
  prisoners: 'losses',
  civilians: 'losses',
  menCutAt: 'losses',
  replacements: 'losses',
  captured: 'booty',
  equipmentLost: 'booty',
  strength: 'booty',
  sorties: 'air',
  airLosses: 'air',
  airlifted: 'air',
  dropped: 'air',
  aviationFuel: 'air',
  airfieldState: 'air',
  firstSortie: 'air',
  deliveredDaily: 'air',
  daysCut: 'supply',
  firstHunger: 'supply',
  daysHungry: 'supply',
  stockAt: 'supply',
  menAt: 'supply',
  eventDate: 'command',
  decisionDate: 'command',
  doctrineDate: 'command',
};

/** Where a value lies beside the figures that stand: `none` when no source has one that is not doubted. */
export type Verdict = 'within' | 'below' | 'above' | 'other' | 'none';

export interface Row {
  id: string;
  name: string;
  unit: string;
  kind: MeasureKind;
  figures: Figure[];
  value: OutcomeValue;
  verdict: Verdict;
}

/** Measures that this game answers and a source has a figure for. A date of the game is a turn, which lasts `turnDays`. */
export function rowsOf(
  measures: readonly Measure[],
  values: Readonly<Record<string, OutcomeValue>>,
  turnDays = 1,
): Row[] {
  return measures.flatMap(({ asked, name, unit, figures }): Row[] => {
    if (!asked.measure || !(asked.id in values) || figures.length === 0) return [];
    const value = values[asked.id] ?? null;
    return [
      {
        id: asked.id,
        name,
        unit,
        kind: asked.measure.kind,
        figures,
        value,
        verdict: verdictOf(value, figures, unit, turnDays),
      },
    ];
  });
}

function verdictOf(value: OutcomeValue, figures: readonly Figure[], unit: string, turnDays: number): Verdict {
  const sound = figures.filter((figure) => figure.refuted === '');
  if (sound.length === 0) return 'none';
  if (value === null || unit === 'yes') return sound.some((figure) => figure.best === value) ? 'within' : 'other';
  // Dates compare as text, all else as numbers.
  const isDate = unit === 'date';
  const less = (a: string | number, b: string | number): boolean =>
    isDate ? String(a) < String(b) : Number(a) < Number(b);
  const last = isDate ? formatDay(dayNumber(String(value)) + Math.max(1, turnDays) - 1) : value;
  if (sound.some(({ low, high }) => !less(last, low) && !less(high, value))) return 'within';
  if (sound.every(({ low }) => less(last, low))) return 'below';
  return sound.every(({ high }) => less(high, value)) ? 'above' : 'other';
}

export interface ChapterRows {
  chapter: Chapter;
  rows: Row[];
  within: number;
}

/** The rows by chapter, in the order of the chapters and of the history; empty chapters are left out. */
export function chaptersOf(rows: readonly Row[]): ChapterRows[] {
  return CHAPTERS.map((chapter) => {
    const own = rows.filter((row) => CHAPTER_OF[row.kind] === chapter);
    return { chapter, rows: own, within: own.filter((row) => row.verdict === 'within').length };
  }).filter((one) => one.rows.length > 0);
}

/** What is told in brief: of each kind the first, the last or all, in this order. */
const BRIEF: readonly [MeasureKind, 'first' | 'last' | 'all'][] = [
  ['furthest', 'first'],
  ['lastDateTaken', 'first'],
  ['heldAtEnd', 'first'],
  ['frontAt', 'last'],
  ['airfieldState', 'first'],
  ['losses', 'all'],
  ['lossRatio', 'first'],
  ['prisoners', 'first'],
  ['airlifted', 'first'],
  ['sorties', 'last'],
  ['doctrineDate', 'first'],
];
/** Kinds of loss that make a figure a sum, rather than one of its parts. */
const SUM = 3;

/** The few rows that tell most; of losses the sums of a whole side. */
export function briefOf(rows: readonly Row[], measures: readonly Measure[]): Row[] {
  const sums = new Set(
    measures.flatMap(({ asked: { id, measure } }) =>
      measure?.kind === 'losses' && measure.formation === null && measure.what.length >= SUM ? [id] : [],
    ),
  );
  return BRIEF.flatMap(([kind, which]) => {
    const own = rows.filter((row) => row.kind === kind && (kind !== 'losses' || sums.has(row.id)));
    return which === 'all' ? own : own.slice(which === 'first' ? 0 : -1).slice(0, 1);
  });
}

/** The least and the most that any source gives that is not doubted; null when none has a figure. */
export function spanOf({ figures, unit }: Row): [string, string] | null {
  const sound = figures.filter((figure) => figure.refuted === '');
  if (sound.length === 0) return null;
  const order = (a: string, b: string): number =>
    unit === 'date' || unit === 'yes' ? (a < b ? -1 : a > b ? 1 : 0) : Number(a) - Number(b);
  const lows = sound.map((figure) => figure.low).sort(order);
  const highs = sound.map((figure) => figure.high).sort(order);
  return [lows[0] as string, highs[highs.length - 1] as string];
}
