/** The rulebook in the reader's language: contents, search with all places listed, and a way back from every link. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fetchText } from '../app/load.ts';
import { type Block, blocksOf } from '../app/rulebook.ts';
import { type Hit, searchRulebook, textOf, wordsOf } from '../app/rulebookSearch.ts';
import { type Language, language, t } from '../text/intl.ts';
import { Dialog } from '../widgets/dialog.tsx';
import { Icon } from '../widgets/icon.tsx';
import { goBack, goToClause, openClause, trail } from './clauseLink.tsx';
import { BlockView } from './rulebookText.tsx';

export { ClauseLink, openClause } from './clauseLink.tsx';

interface Book {
  blocks: Block[];
  /** What it is written in. */
  language: Language;
}

const books = new Map<Language, Promise<Book>>();

/** The rulebook of a language, or the English one where there is none. */
function read(tongue: Language): Promise<Book> {
  let book = books.get(tongue);
  if (!book) {
    const path = tongue === 'en' ? 'docs/rulebook.md' : `docs/rulebook.${tongue}.md`;
    book = fetchText(path).then(
      // A server that answers every address with the page itself has no such book either.
      (text) => (/^# /.test(text) || tongue === 'en' ? { blocks: blocksOf(text), language: tongue } : read('en')),
      (error: unknown) => {
        if (tongue === 'en') throw error;
        return read('en');
      },
    );
    books.set(tongue, book);
    book.catch(() => books.delete(tongue));
  }
  return book;
}

export function RulebookSheet() {
  return openClause.value === null ? null : <OpenBook clause={openClause.value} />;
}

function OpenBook({ clause }: { clause: string }) {
  const tongue = language();
  const [book, setBook] = useState<Book | null>(null);
  const [fault, setFault] = useState('');
  const [sought, setSought] = useState('');
  const [at, setAt] = useState(0);
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let gone = false;
    read(tongue).then(
      (found) => gone || setBook(found),
      (error: Error) => gone || setFault(error.message),
    );
    return () => {
      gone = true;
    };
  }, [tongue]);
  const words = useMemo(() => wordsOf(sought), [sought]);
  const hits = useMemo(() => (book ? searchRulebook(book.blocks, sought) : []), [book, sought]);
  const hit = hits[Math.min(at, hits.length - 1)];
  // The clause that was asked for, or the place found last, stands at the top and is marked.
  useEffect(() => {
    const where = hit ? `[data-block="${hit.block}"]` : clause ? `[data-clause="${CSS.escape(clause)}"]` : '';
    const found = where && book ? page.current?.querySelector(where) : null;
    found?.scrollIntoView({ block: 'start' });
    found?.classList.add('found');
    return () => found?.classList.remove('found');
  }, [book, clause, hit?.block]);
  const step = (by: 1 | -1): void => setAt((now) => (hits.length === 0 ? 0 : (now + by + hits.length) % hits.length));
  const seek = (text: string): void => {
    setSought(text);
    setAt(0);
  };
  const before = trail.value.at(-1);
  return (
    <Dialog
      title={t('rulebook.title')}
      wide
      onClose={() => {
        trail.value = [];
        openClause.value = null;
      }}
    >
      <div class="rulebook-frame">
        <nav class="rulebook-side" aria-label={t('rulebook.contents')}>
          <SearchBox value={sought} aside={clause !== ''} onInput={seek} onStep={step} />
          {before !== undefined && (
            <button type="button" class="quiet" onClick={goBack}>
              <Icon name="undo" /> {before === '' ? t('rulebook.backStart') : t('rulebook.back', { clause: before })}
            </button>
          )}
          {words.length > 0 ? (
            <Hits hits={hits} at={Math.min(at, hits.length - 1)} onGo={setAt} onStep={step} />
          ) : (
            <Contents blocks={book?.blocks ?? []} />
          )}
        </nav>
        <div class="rulebook" ref={page} lang={book?.language}>
          {fault !== '' && <p class="refusal-line">{t('rulebook.missing', { why: fault })}</p>}
          {book && book.language !== tongue && (
            <p class="small soft" lang={tongue}>
              {t('rulebook.english')}
            </p>
          )}
          {book?.blocks.map((block, i) => (
            <BlockView key={i} block={block} index={i} words={words} />
          ))}
        </div>
      </div>
    </Dialog>
  );
}

interface SearchProps {
  value: string;
  /** A clause is to be read first: the field does not take the keys. */
  aside: boolean;
  onInput: (text: string) => void;
  onStep: (by: 1 | -1) => void;
}

/** Enter goes to the next place, Shift+Enter to the one before; Escape empties the field before it closes the sheet. */
function SearchBox({ value, aside, onInput, onStep }: SearchProps) {
  return (
    <input
      type="search"
      class="full"
      data-aside={aside}
      placeholder={t('rulebook.search')}
      aria-label={t('rulebook.search')}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
        else if (event.key === 'Escape' && value !== '') {
          event.preventDefault();
          onInput('');
        }
      }}
    />
  );
}

interface HitsProps {
  hits: readonly Hit[];
  at: number;
  onGo: (at: number) => void;
  onStep: (by: 1 | -1) => void;
}

function Hits({ hits, at, onGo, onStep }: HitsProps) {
  return (
    <>
      <p class="hit-count" role="status">
        {hits.length === 0 ? t('rulebook.hits', { count: 0 }) : t('rulebook.hit', { at: at + 1, count: hits.length })}
        {hits.length > 0 && (
          <span>
            <button type="button" class="plain" aria-label={t('rulebook.previous')} onClick={() => onStep(-1)}>
              <Icon name="up" />
            </button>
            <button type="button" class="plain" aria-label={t('rulebook.next')} onClick={() => onStep(1)}>
              <Icon name="down" />
            </button>
          </span>
        )}
      </p>
      <ol class="hits">
        {hits.map((hit, i) => (
          <li key={hit.block}>
            <button type="button" class="quiet" aria-current={i === at ? 'true' : undefined} onClick={() => onGo(i)}>
              <b>{hit.clause === '' ? t('rulebook.before') : hit.clause}</b>{' '}
              <span>
                {hit.excerpt.map((piece, n) => (piece.found ? <mark key={n}>{piece.text}</mark> : piece.text))}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}

/** The chapters. */
function Contents({ blocks }: { blocks: readonly Block[] }) {
  const chapters = blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 2 && block.clause !== null
      ? [{ clause: block.clause, title: textOf(block) }]
      : [],
  );
  return (
    <ol class="contents">
      {chapters.map(({ clause, title }) => (
        <li key={clause}>
          <button type="button" class="quiet" onClick={() => goToClause(clause)}>
            {title}
          </button>
        </li>
      ))}
    </ol>
  );
}
