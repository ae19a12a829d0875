/** What must be true of `lesson.json` beyond its shape: what it names is there, and every step has words. */
import { parseHex } from '../../core/hex.ts';
import type { ScenarioData } from '../../core/scenario.ts';
import type { Lexicon } from '../lexicon.ts';
import { type Problems, shown } from '../problem.ts';
import type { LessonCondition, LessonData, LessonFact, LessonSpot, LessonStep } from '../shapes/lesson.ts';
import { checkIds, checkKnown } from './common.ts';

type Keys = readonly PropertyKey[];

export function checkLesson(data: ScenarioData, lesson: LessonData, lexicon: Lexicon, problems: Problems): void {
  if (lesson.id !== data.scenario.id) {
    const message = `the lesson is of ${shown(lesson.id)}, the scenario is ${shown(data.scenario.id)}`;
    problems.add('lesson', ['id'], 'mixed-files', message);
  }
  checkKnown('lesson', ['side'], lesson.side, lexicon.sides, 'unknown-side', problems);
  checkIds('lesson', ['steps'], lesson.steps, problems);
  const check = new StepChecks(data, lexicon, problems);
  lesson.steps.forEach((step, i) => {
    const keys = ['steps', i];
    if (step.words === undefined && (step.title === undefined || step.text === undefined))
      problems.add('lesson', keys, 'missing', 'a step has "words" of the page, or a "title" and a "text" of its own');
    check.step(step, keys);
    const { retry } = step;
    if (retry && !lesson.steps.slice(0, i).some((one) => one.id === retry.to))
      problems.add('lesson', [...keys, 'retry', 'to'], 'unknown-step', `no earlier step has the id ${shown(retry.to)}`);
  });
}

class StepChecks {
  readonly #data: ScenarioData;
  readonly #lexicon: Lexicon;
  readonly #problems: Problems;

  constructor(data: ScenarioData, lexicon: Lexicon, problems: Problems) {
    this.#data = data;
    this.#lexicon = lexicon;
    this.#problems = problems;
  }

  step({ about = {}, point = [], done, moot, retry }: LessonStep, keys: Keys): void {
    for (const name of ['unit', 'other', 'enemy'] as const) {
      const unit = about[name];
      if (unit !== undefined) this.#spot({ unit }, [...keys, 'about'], name);
    }
    if (about.place !== undefined) this.#spot({ place: about.place }, [...keys, 'about']);
    if (about.hex !== undefined) this.#spot({ hex: about.hex }, [...keys, 'about']);
    point.forEach((one, i) => {
      if (!('part' in one)) this.#spot(one, [...keys, 'point', i]);
    });
    if (done) this.#condition(done, [...keys, 'done']);
    if (moot) this.#condition(moot, [...keys, 'moot']);
    if (retry) this.#condition(retry.when, [...keys, 'retry', 'when']);
  }

  #condition(when: LessonCondition, keys: Keys): void {
    if (when.type !== 'all' && when.type !== 'any') this.#fact(when, keys);
    else
      when.conditions.forEach((one, i) => {
        this.#fact(one, [...keys, 'conditions', i]);
      });
  }

  #fact(fact: LessonFact, keys: Keys): void {
    if ('at' in fact && fact.at) this.#spot(fact.at, [...keys, 'at']);
    if ('unit' in fact) this.#spot({ unit: fact.unit }, keys);
    if ('hex' in fact) this.#spot({ hex: fact.hex }, keys);
    if ('place' in fact) this.#spot({ place: fact.place }, keys);
    if ('side' in fact)
      checkKnown('lesson', [...keys, 'side'], fact.side, this.#lexicon.sides, 'unknown-side', this.#problems);
  }

  /** `name` is the field that holds a unit, where it has another name. */
  #spot(spot: LessonSpot, keys: Keys, name: PropertyKey = 'unit'): void {
    const { units, places } = this.#lexicon;
    const { map } = this.#data;
    if ('unit' in spot) checkKnown('lesson', [...keys, name], spot.unit, units, 'unknown-unit', this.#problems);
    else if ('place' in spot)
      checkKnown('lesson', [...keys, 'place'], spot.place, places, 'unknown-place', this.#problems);
    else if (parseHex(map.cols, map.rows, spot.hex) < 0)
      this.#problems.add('lesson', [...keys, 'hex'], 'off-map', `hex ${spot.hex} is not on the map`);
  }
}
