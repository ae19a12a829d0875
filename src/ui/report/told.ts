/** A report's names and remarks in the reader's language, as far as the scenario's words go (docs/formats.md, "Words"). */
import type { MeasureReport, SeriesReport } from '../../lab/report/model.ts';
import type { Scene } from '../../lab/scene.ts';
import { t } from '../text/intl.ts';
import { word } from '../text/words.ts';

type Figure = MeasureReport['figures'][number]['figure'];

export interface Told {
  title: string;
  side(index: 0 | 1): string;
  grade(id: string, plain: string): string;
  place(id: string, plain: string): string;
  measure(id: string, plain: string): string;
  /** Why the games miss a measure, or why nothing answers to it; empty where nothing is said. */
  why(measure: MeasureReport): string;
  scope(figure: Figure): string;
  note(measure: string, index: number, figure: Figure): string;
  refuted(measure: string, index: number, figure: Figure): string;
}

/** The names of a scenario, of which a model gives the English ones. */
export function toldOf(scenario: string, { title, sides }: Pick<Scene, 'title' | 'sides'>): Told {
  const say = (key: string, plain: string): string => word(scenario, key, plain);
  const outcome = (id: string): string => `history.outcome.${id}`;
  return {
    title: say('title', title),
    side: (index) => say(`side.${sides[index].id}`, sides[index].name),
    grade: (id, plain) => say(`grade.${id}`, plain),
    place: (id, plain) => say(`place.${id}`, plain),
    measure: (id, plain) => say(outcome(id), plain),
    why: ({ id, why, verdict }) =>
      why === null ? '' : say(`${outcome(id)}.${verdict === 'unmeasured' ? 'noMeasure' : 'why'}`, why),
    scope: ({ scope }) => say(`scope.${scope}`, scope),
    note: (id, index, { note }) => (note === undefined ? '' : say(`${outcome(id)}.${index}.note`, note)),
    refuted: (id, index, { refuted }) => (refuted === undefined ? '' : say(`${outcome(id)}.${index}.refuted`, refuted)),
  };
}

/** What a series follows, in words. */
export function seriesName(quantity: SeriesReport['quantity'], side: 0 | 1, told: Told): string {
  return t(`report.series.${quantity}`, { side: told.side(side), other: told.side(1) });
}
