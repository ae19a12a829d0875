/** The lesson, offered to whoever is new here, and in brief to whoever has played before. */
import { startGame } from '../app/app.ts';
import { told } from '../app/entryWords.ts';
import { lessonMemory } from '../app/lessonShelf.ts';
import type { CatalogueEntry } from '../app/load.ts';
import { shelf } from '../app/shelf.ts';
import { t } from '../text/intl.ts';
import { MapThumb } from '../widgets/mapThumb.tsx';

/** Starts the scenario as its lesson wants it set up. */
function begin(entry: CatalogueEntry): void {
  const { lesson } = entry;
  if (!lesson) return;
  const human = { kind: 'human' } as const;
  const bot = { kind: 'bot', level: lesson.level } as const;
  const first = entry.sides[0]?.id === lesson.side;
  const { seed, fog } = lesson;
  void startGame(entry, { seed, fog, players: first ? [human, bot] : [bot, human] });
}

export function LessonOffer({ entry }: { entry: CatalogueEntry }) {
  const finished = lessonMemory().finished.includes(entry.id);
  const isNew = shelf.value.journals.length === 0 && shelf.value.saves.length === 0 && !finished;
  const minutes = entry.lesson?.minutes ?? 0;
  if (!isNew)
    return (
      <p class="lesson-brief">
        <span>{t('lesson.brief', { title: told(entry).title, minutes })}</span>
        <button type="button" class="quiet" onClick={() => begin(entry)}>
          {finished ? t('lesson.again') : t('lesson.begin')}
        </button>
      </p>
    );
  return (
    <section class="sheet lesson-offer" aria-labelledby="lesson-offer">
      <MapThumb entry={entry} />
      <div>
        <h2 id="lesson-offer">{t('lesson.newHere')}</h2>
        <p>{t('lesson.offer', { title: told(entry).title, minutes })}</p>
      </div>
      <button type="button" class="primary big" onClick={() => begin(entry)}>
        {t('lesson.begin')}
      </button>
    </section>
  );
}
