/** A scenario as a printed sheet: its map, title, dates, sides, and what history says. */
import { useEffect, useState } from 'preact/hooks';
import { dayNumber } from '../../core/calendar.ts';
import type { Game } from '../../core/game.ts';
import { told } from '../app/entryWords.ts';
import { type History, readHistory, toldHistory } from '../app/history.ts';
import { type CatalogueEntry, loadGame } from '../app/load.ts';
import { Stakes } from '../panels/stakes.tsx';
import { t } from '../text/intl.ts';
import { formatDate, formatDays, namesOf } from '../text/names.ts';
import { MapPlate } from '../widgets/mapPlate.tsx';
import { SourceList } from '../widgets/sourceList.tsx';
import { HistoryButton } from './historyDoor.tsx';
import { LaboratoryOf } from './laboratoryDoor.tsx';

/** After so many milliseconds on a title page its scenario is fetched. */
export const LOAD_MS = 300;

/** Game turns of a scenario. */
export function turnsOf(entry: CatalogueEntry): number {
  const days = dayNumber(entry.endDate) - dayNumber(entry.startDate);
  return 1 + Math.floor((days * 24) / entry.turnHours);
}

/** "24 turns of one day". */
export function lengthOf(entry: CatalogueEntry): string {
  const whole = entry.turnHours % 24 === 0;
  const length = whole ? entry.turnHours / 24 : entry.turnHours;
  return t('start.turns', { turns: turnsOf(entry), unit: whole ? 'days' : 'hours', length });
}

/** The scenario's map with its name. */
export function ScenarioPlate({ entry }: { entry: CatalogueEntry }) {
  const { title, second } = told(entry);
  return (
    <div class="sheet plate">
      <MapPlate id={entry.id} />
      <div class="plate-title">
        {second.text && <p lang={second.lang}>{second.text}</p>}
        <h2>{title}</h2>
      </div>
    </div>
  );
}

export function ScenarioCard({ entry }: { entry: CatalogueEntry }) {
  const [history, setHistory] = useState<History | null>(null);
  const [game, setGame] = useState<Game | null>(null);
  useEffect(() => {
    let gone = false;
    void readHistory(entry.id, entry.historical !== null).then((found) => {
      if (!gone) setHistory(found);
    });
    setGame(null);
    // The form beside it loads the scenario for its start; what is at stake is read from the same.
    const idle = setTimeout(() => {
      loadGame(entry).then(
        (found) => {
          if (!gone) setGame(found);
        },
        () => undefined,
      );
    }, LOAD_MS);
    return () => {
      gone = true;
      clearTimeout(idle);
    };
  }, [entry.id]);
  const words = told(entry);
  const facts = (history ? toldHistory(entry.id, history).facts : []).filter(
    (fact) => fact.date >= entry.startDate && fact.date <= entry.endDate,
  );
  return (
    <article class="sheet scenario">
      <dl class="scenario-facts">
        <div>
          <dt>{t('start.dates')}</dt>
          <dd>{formatDays(entry.startDate, entry.endDate)}</dd>
        </div>
        <div>
          <dt>{t('start.length')}</dt>
          <dd>{lengthOf(entry)}</dd>
        </div>
        <div>
          <dt>{t('start.map')}</dt>
          <dd>{t('start.mapSize', { ...kmOf(entry), hexKm: entry.grid.hexKm })}</dd>
        </div>
        <div>
          <dt>{t('start.units')}</dt>
          <dd>
            {entry.units.map((count, i) => t('start.unitsOf', { side: words.side(i), count })).join(t('common.comma'))}
          </dd>
        </div>
      </dl>
      <p class="summary">{words.summary}</p>
      <ul class="sides">
        {entry.sides.map((side, i) => (
          <li key={side.id} style={{ '--side': side.colour }}>
            <h3>
              {words.side(i)} <span lang={words.secondSide(i).lang}>{words.secondSide(i).text}</span>
            </h3>
            <p class="small soft">
              {t(`start.doctrine.${side.doctrine}`) ?? ''} {entry.firstSide === side.id ? t('start.movesFirst') : ''}
            </p>
            <Difficulty entry={entry} side={i} />
          </li>
        ))}
      </ul>
      {game && (
        <details class="stakes-fold">
          <summary>{t('stakes.title')}</summary>
          <Stakes game={game} names={namesOf(game)} />
        </details>
      )}
      {entry.historical && (
        <section class="historical">
          <h3>{t('start.history')}</h3>
          <p>{words.story}</p>
          <SourceList keys={entry.historical.source} sources={history?.sources ?? {}} />
          <p class="button-row">
            <HistoryButton entry={entry} />
            <LaboratoryOf scenario={entry.id} label={t('laboratory.ofBattle')} />
          </p>
          {facts.length > 0 && (
            <details class="timeline">
              <summary>{t('start.timeline')}</summary>
              <ol>
                {facts.map((fact) => (
                  <li key={`${fact.date}${fact.text}`}>
                    <time dateTime={fact.date}>{formatDate(fact.date, false)}</time>
                    <span>{fact.text}</span>
                  </li>
                ))}
              </ol>
            </details>
          )}
        </section>
      )}
    </article>
  );
}

/** Kilometres across and down the map. */
function kmOf({ grid }: CatalogueEntry): { across: number; down: number } {
  const { cols, rows, hexKm } = grid;
  return { across: Math.round(cols * hexKm), down: Math.round(rows * hexKm * (Math.sqrt(3) / 2)) };
}

/** From this share of won games on, in hundredths, a side is this easy. */
const EASE = [
  ['easy', 60],
  ['even', 35],
  ['hard', 10],
  ['veryHard', 0],
] as const;

/** How hard a side is to win with: read off games of the computer against itself. */
function Difficulty({ entry, side }: { entry: CatalogueEntry; side: number }) {
  const { balance } = entry;
  if (!balance) return null;
  const won = balance.won[side] ?? 0;
  const share = (won / balance.games) * 100;
  const ease = EASE.find(([, from]) => share >= from)?.[0] ?? 'veryHard';
  return (
    <p class="small difficulty">
      <b>{t(`start.ease.${ease}`)}</b> {t('start.easeWhy', { won, games: balance.games })}
    </p>
  );
}
