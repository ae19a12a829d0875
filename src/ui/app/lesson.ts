/** A lesson as it goes: which step is shown, how far the learner has come, and the way on, back and past a step. */
import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals';
import type { SideIndex } from '../../core/state.ts';
import type { LessonData, LessonStep } from '../../scenario/shapes/lesson.ts';
import { hexOf, isLearnt, type LessonMoment } from './lessonFacts.ts';
import type { Match } from './match.ts';

/** What of the page a lesson watches besides the game. */
export interface LessonSights {
  overlay: () => string | null;
  tab: () => string;
}

interface Since {
  looked: boolean;
  undone: boolean;
  redone: boolean;
  turn: number;
}

/** Fills the gaps of a step's words. */
export type LessonValues = Readonly<Record<string, string | number | boolean>>;

export class Lesson {
  readonly data: LessonData;
  readonly match: Match;
  readonly side: SideIndex;
  /** The step that the learner has come to. */
  readonly reached: Signal<number>;
  /** The step that is shown: the one reached, or one before it that is read again. */
  readonly shown: Signal<number>;
  readonly finished = signal(false);
  readonly step: ReadonlySignal<LessonStep>;
  readonly #sights: LessonSights;
  readonly #since = signal<Since>({ looked: false, undone: false, redone: false, turn: 0 });
  /** The last task was passed over: nobody who skips is sent back to try again. */
  #skipped = false;
  #stops: (() => void)[] = [];

  /** `at` is the id of the step to go on from; a step that is not there any more is the first. */
  constructor(data: LessonData, match: Match, sights: LessonSights, at: string | null = null) {
    this.data = data;
    this.match = match;
    this.side = match.game.sideIndex.get(data.side) as SideIndex;
    this.#sights = sights;
    const start = Math.max(
      0,
      data.steps.findIndex((step) => step.id === at),
    );
    this.reached = signal(start);
    this.shown = signal(start);
    this.step = computed(() => data.steps[this.shown.value] as LessonStep);
  }

  /** Begins to watch the game; a step that is done makes way for the next one. */
  begin(): void {
    this.#forget();
    this.#stops = [
      this.match.session.subscribe(({ kind }) => {
        if (kind === 'undo') this.#since.value = { ...this.#since.value, undone: true };
        if (kind === 'redo') this.#since.value = { ...this.#since.value, redone: true };
      }),
      effect(() => {
        const step = this.data.steps[this.reached.value];
        if (!step || this.finished.value) return;
        const moment = this.#moment();
        if (isLearnt(moment, step.done)) this.#skipped = false;
        else if (!isLearnt(moment, step.moot)) return;
        untracked(() => this.#goOn());
      }),
    ];
  }

  end(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  /** The map was moved or zoomed. */
  look(): void {
    if (!this.#since.value.looked) this.#since.value = { ...this.#since.value, looked: true };
  }

  /** A step that waits for the learner to do something, rather than to read. */
  get isTask(): boolean {
    return this.shown.value === this.reached.value && this.step.value.done !== undefined;
  }

  get isLast(): boolean {
    return this.shown.value === this.data.steps.length - 1;
  }

  /** On to the next step: after reading it, or past a task. At the end the lesson is over. */
  next(): void {
    if (this.shown.value < this.reached.value) this.#show(this.shown.value + 1);
    else if (this.isLast) this.finished.value = true;
    else {
      if (this.isTask) this.#skipped = true;
      this.#goOn();
    }
  }

  back(): void {
    if (this.shown.value > 0) this.#show(this.shown.value - 1);
  }

  /** Hexes that the shown step points at, those that are known. */
  get hexes(): number[] {
    const { seen } = this.match;
    const spots = this.step.value.point ?? [];
    return spots.flatMap((spot) => ('part' in spot ? [] : [hexOf(seen.value, spot)])).filter((hex) => hex >= 0);
  }

  /** Parts of the page that it points at, the best first. */
  get parts(): string[] {
    return (this.step.value.point ?? []).flatMap((spot) => ('part' in spot ? [spot.part] : []));
  }

  /** What the words of the shown step speak of, by the names in the reader's language. */
  get values(): LessonValues {
    const { about = {} } = this.step.value;
    const seen = this.match.seen.value;
    const { game } = seen;
    const names = this.match.namesFor(this.side);
    const unit = (id: string | undefined): string =>
      id === undefined ? '' : names.unit(game.units.findIndex((one) => one.id === id));
    const place = about.place === undefined ? -1 : (game.placeIndex.get(about.place) ?? -1);
    const holder = about.place ?? '';
    return {
      unit: unit(about.unit),
      other: unit(about.other),
      enemy: unit(about.enemy),
      place: place < 0 ? '' : names.place(place),
      hex: about.hex === undefined ? '' : names.hexFull(hexOf(seen, { hex: about.hex })),
      held: holder !== '' && this.#isHeld(holder),
      turn: seen.view.turn,
      turns: game.turns,
      side: names.side(this.side),
      foe: names.side(1 - this.side),
    };
  }

  #isHeld(place: string): boolean {
    return isLearnt(this.#moment(), { type: 'held', place, side: this.data.side });
  }

  #moment(): LessonMoment {
    const { match } = this;
    const seen = match.seen.value;
    const { turn, ...since } = this.#since.value;
    const acts = match.session.log.filter((entry) => entry.side === this.side && entry.turn === seen.view.turn);
    return {
      seen: { ...seen, side: this.side },
      hand: match.interaction.value,
      overlay: this.#sights.overlay(),
      tab: this.#sights.tab(),
      acts,
      ...since,
      shownTurn: turn,
    };
  }

  /** To the next step that has something to teach, or back to one that has to be tried again. */
  #goOn(): void {
    const { steps } = this.data;
    let to = this.reached.value + 1;
    this.#forget();
    while (to < steps.length - 1 && isLearnt(this.#moment(), steps[to]?.moot)) to++;
    const step = steps[Math.min(to, steps.length - 1)];
    if (step?.retry && !this.#skipped && isLearnt(this.#moment(), step.retry.when)) {
      const { retry } = step;
      to = steps.findIndex((one) => one.id === retry.to);
    }
    this.reached.value = Math.min(to, steps.length - 1);
    this.#show(this.reached.value);
  }

  #show(step: number): void {
    this.#forget();
    this.shown.value = step;
  }

  #forget(): void {
    const { turn } = this.match.seen.value.view;
    this.#since.value = { looked: false, undone: false, redone: false, turn };
  }
}
