/** The coach: the step of a lesson in words beside what it points at, and the way on, back and out. Play goes on freely. */
import { type Signal, useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { shownChord } from '../app/chords.ts';
import { useDesk } from '../app/desk.ts';
import { bindings, type Command } from '../app/keys.ts';
import { Lesson } from '../app/lesson.ts';
import { fetchLesson, keepMemory, lessonMemory, remembered } from '../app/lessonShelf.ts';
import type { Match } from '../app/match.ts';
import { settings } from '../app/settings.ts';
import type { MessageKey } from '../locales/en/index.ts';
import { t } from '../text/intl.ts';
import { word } from '../text/words.ts';
import { Icon } from '../widgets/icon.tsx';
import { CoachRings } from './coachRings.tsx';

interface Props {
  match: Match;
  map: Signal<{ overlay: string | null }>;
  tab: Signal<string>;
  /** Ends the game on the page: to the battles. */
  onLeave: () => void;
}

/** The lesson of the scenario, for whoever plays the side that learns; nothing in other games. */
export function Coach({ match, map, tab, onLeave }: Props) {
  const lesson = useSignal<Lesson | null>(null);
  const fault = useSignal('');
  useEffect(() => {
    let gone = false;
    fetchLesson(match.game.data).then(
      (data) => {
        const side = match.game.sideIndex.get(data.side);
        if (gone || side === undefined || match.session.options.players[side]?.kind !== 'human') return;
        const at = lessonMemory().steps.find(([game]) => game === match.id)?.[1] ?? null;
        const sights = { overlay: () => map.value.overlay, tab: () => tab.value };
        const begun = new Lesson(data, match, sights, at);
        begun.begin();
        lesson.value = begun;
      },
      (error: unknown) => {
        fault.value = error instanceof Error ? error.message : String(error);
      },
    );
    return () => {
      gone = true;
      lesson.value?.end();
    };
  }, [match]);
  if (fault.value !== '')
    return (
      <aside class="coach" aria-label={t('lesson.name')}>
        <p class="refusal-line">{t('lesson.failed', { reason: fault.value })}</p>
      </aside>
    );
  return lesson.value && <CoachCard lesson={lesson.value} onLeave={onLeave} />;
}

/** Commands whose keys the words of a step name. */
const KEY_OF: Readonly<Partial<Record<string, Command>>> = {
  look: 'fit',
  select: 'nextUnit',
  undo: 'undo',
  redo: 'redo',
  supply: 'supply',
  endTurn: 'endTurn',
  endTurnAgain: 'endTurn',
  air: 'tabAir',
};

function keyFor(words: string): string {
  const command = KEY_OF[words];
  const keys = bindings('game', settings.value.keys).find(({ id }) => id === command)?.keys ?? [];
  return keys[0] === undefined ? '–' : shownChord(keys[0]);
}

const isTouch = (): boolean => typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches;

function CoachCard({ lesson, onLeave }: { lesson: Lesson; onLeave: () => void }) {
  const { board } = useDesk();
  const folded = useSignal(false);
  const high = useSignal(false);
  const { match, data } = lesson;
  const step = lesson.step.value;
  const shown = lesson.shown.value;
  const ended = lesson.finished.value;
  // What the words speak of changes with the game, not with the pointer.
  const values = useComputed(() => JSON.stringify(lesson.values)).value;
  useEffect(() => {
    const reached = data.steps[lesson.reached.value]?.id ?? '';
    const at = { game: match.id, step: reached, scenario: data.id, ended };
    keepMemory(remembered(lessonMemory(), at));
  }, [lesson.reached.value, ended]);
  useEffect(() => {
    if (ended) folded.value = true;
  }, [ended]);
  const of = data.steps.length;
  if (folded.value) {
    return (
      <button
        type="button"
        class="coach-folded"
        onClick={() => {
          folded.value = false;
          lesson.finished.value = false;
        }}
      >
        <Icon name="help" /> {t('lesson.open', { n: shown + 1, of })}
      </button>
    );
  }
  const gaps = { ...(JSON.parse(values) as Lesson['values']), key: keyFor(step.words ?? ''), touch: isTouch() };
  const say = (part: 'title' | 'text'): string =>
    step.words === undefined
      ? word(data.id, `step.${step.id}.${part}`, step[part] ?? '')
      : t(`lesson.words.${step.words}.${part}` as MessageKey, gaps);
  const waits = !match.seen.value.mayOrder && !match.session.state.over;
  return (
    <>
      <aside class={`coach${high.value ? ' high' : ''}`} aria-label={t('lesson.name')}>
        <button
          type="button"
          class="plain coach-fold"
          title={t('lesson.fold')}
          aria-label={t('lesson.fold')}
          onClick={() => {
            folded.value = true;
          }}
        >
          <Icon name="down" />
        </button>
        <div class="coach-words" aria-live="polite">
          <p class="label">{t('lesson.step', { n: shown + 1, of })}</p>
          <h2>{say('title')}</h2>
          <p>{say('text')}</p>
        </div>
        <progress max={of} value={shown + 1} aria-label={t('lesson.progress')} />
        {waits && lesson.isTask && <p class="small soft">{t('lesson.wait', gaps)}</p>}
        {shown < lesson.reached.value && <p class="small soft">{t('lesson.rereading')}</p>}
        <footer>
          <button type="button" disabled={shown === 0} onClick={() => lesson.back()}>
            {t('lesson.back')}
          </button>
          {lesson.isLast && (
            <button type="button" onClick={onLeave}>
              {t('lesson.toStart')}
            </button>
          )}
          <button
            type="button"
            class={lesson.isTask ? 'coach-next quiet' : 'coach-next primary'}
            onClick={() => lesson.next()}
          >
            {lesson.isLast ? t('lesson.playOn') : lesson.isTask ? t('lesson.skip') : t('lesson.next')}
          </button>
        </footer>
      </aside>
      <CoachRings lesson={lesson} board={board.value} key={shown} onHidden={() => (high.value = !high.value)} />
    </>
  );
}
