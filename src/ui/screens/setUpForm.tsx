/** Who plays what, the seed, and fog. */

import { useEffect, useState } from 'preact/hooks';
import type { Player } from '../../play/record.ts';
import { startGame } from '../app/app.ts';
import { told } from '../app/entryWords.ts';
import { type CatalogueEntry, loadGame } from '../app/load.ts';
import { OpponentLink } from '../app/opponentLink.ts';
import { t, term } from '../text/intl.ts';
import { Choice } from '../widgets/choice.tsx';
import { Icon } from '../widgets/icon.tsx';
import { LOAD_MS } from './scenarioCard.tsx';

/** A seed that people can read to each other. */
export function newSeed(random: () => number = Math.random): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  return Array.from({ length: 8 }, () => letters[Math.floor(random() * letters.length)]).join('');
}

export function SetUpForm({ entry }: { entry: CatalogueEntry }) {
  const [levels, setLevels] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const [seats, setSeats] = useState<[string, string]>(['human', 'bot']);
  const [level, setLevel] = useState<[string, string]>(['', '']);
  const [seed, setSeed] = useState(newSeed);
  const [fog, setFog] = useState(true);
  useEffect(() => {
    const link = new OpponentLink(null, []);
    link
      .levels()
      .then(
        (found) => {
          setLevels(found);
          setLevel(['regular', 'regular']);
        },
        (error: unknown) => setFault(error instanceof Error ? error.message : String(error)),
      )
      .finally(() => link.close());
    // The files come while the player reads, so that Start answers at once.
    const idle = setTimeout(() => {
      void loadGame(entry).catch(() => undefined);
      void import('../board/board.ts').catch(() => undefined);
    }, LOAD_MS);
    return () => {
      clearTimeout(idle);
      link.close();
    };
  }, [entry]);
  const player = (side: 0 | 1): Player =>
    seats[side] === 'human' ? { kind: 'human' } : { kind: 'bot', level: level[side] };
  const seat = (side: 0 | 1, value: string): void => setSeats(side === 0 ? [value, seats[1]] : [seats[0], value]);
  const ready = seed.trim() !== '' && ([0, 1] as const).every((side) => seats[side] === 'human' || level[side] !== '');
  const words = told(entry);
  const kind = seats.filter((one) => one === 'human').length;
  return (
    <form
      class="sheet set-up"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void startGame(entry, { seed: seed.trim(), fog, players: [player(0), player(1)] });
      }}
    >
      <h2>{t('setUp.title')}</h2>
      {([0, 1] as const).map((side) => {
        const data = entry.sides[side];
        return (
          <div class="seat" key={side} style={{ '--side': data?.colour }}>
            <div class="seat-name">
              <i class="swatch" />
              <span>{words.side(side)}</span>
              <span lang={words.secondSide(side).lang}>{words.secondSide(side).text}</span>
            </div>
            <Choice
              label={words.side(side)}
              value={seats[side]}
              onChange={(one) => seat(side, one)}
              options={['human', 'bot'].map((one) => ({ value: one, label: term('setUp.seats', one) }))}
            />
            {seats[side] === 'bot' && levels.length > 0 && (
              <label class="level">
                <span class="hush">{t('setUp.level')}</span>
                <select
                  value={level[side]}
                  onChange={(event) => {
                    const value = event.currentTarget.value;
                    setLevel(side === 0 ? [value, level[1]] : [level[0], value]);
                  }}
                >
                  {levels.map((one) => (
                    <option key={one} value={one}>
                      {term('setUp.levels', one)}
                    </option>
                  ))}
                </select>
                <small class="soft">{term('setUp.levelsAbout', level[side])}</small>
              </label>
            )}
          </div>
        );
      })}
      <p class="small soft">{term('setUp.kinds', kind)}</p>
      {fault !== null && <p class="refusal-line">{t('setUp.noOpponent', { why: fault })}</p>}
      <div class="seed-row">
        <label class="stacked">
          <span class="label">{t('setUp.seed')}</span>
          <input
            type="text"
            value={seed}
            maxLength={80}
            spellcheck={false}
            onInput={(event) => setSeed(event.currentTarget.value)}
          />
        </label>
        <button type="button" title={t('setUp.dice')} aria-label={t('setUp.dice')} onClick={() => setSeed(newSeed())}>
          <Icon name="dice" />
        </button>
      </div>
      <p class="small soft">{t('setUp.seedAbout')}</p>
      <label class="tick">
        <input type="checkbox" checked={fog} onChange={(event) => setFog(event.currentTarget.checked)} />
        <span>
          {t('setUp.fog')} <small class="soft">{t('setUp.fogAbout')}</small>
        </span>
      </label>
      <button type="submit" class="primary big" disabled={!ready}>
        {t('setUp.start')}
      </button>
    </form>
  );
}
