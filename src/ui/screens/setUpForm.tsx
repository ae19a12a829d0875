/** Who plays what, a head start, the seed, and fog. */

import { useEffect, useState } from 'preact/hooks';
import type { HandicapState } from '../../core/state.ts';
import type { Player } from '../../play/record.ts';
import { startGame } from '../app/app.ts';
import { type ToldEntry, told } from '../app/entryWords.ts';
import { type CatalogueEntry, loadGame } from '../app/load.ts';
import { newSeed } from '../app/newSeed.ts';
import { t, term } from '../text/intl.ts';
import { Icon } from '../widgets/icon.tsx';
import { mayPlay, PlayerSeat, USUAL_OPPONENT, useLevels } from './playerSeat.tsx';
import { LOAD_MS } from './scenarioCard.tsx';

/** Points of the head starts that are offered: from a nudge to more than a grade. */
const HEAD_STARTS = [25, 50, 100, 150];

export function SetUpForm({ entry }: { entry: CatalogueEntry }) {
  const { levels, fault } = useLevels();
  const [players, setPlayers] = useState<[Player, Player]>([{ kind: 'human' }, USUAL_OPPONENT]);
  const [handicap, setHandicap] = useState<HandicapState | null>(null);
  const [seed, setSeed] = useState(newSeed);
  const [fog, setFog] = useState(true);
  useEffect(() => {
    // The files come while the player reads, so that Start answers at once.
    const idle = setTimeout(() => {
      void loadGame(entry).catch(() => undefined);
      void import('../board/board.ts').catch(() => undefined);
    }, LOAD_MS);
    return () => clearTimeout(idle);
  }, [entry]);
  const ready = seed.trim() !== '' && mayPlay(players, levels);
  const words = told(entry);
  const humans = players.filter((one) => one.kind === 'human').length;
  return (
    <form
      class="sheet set-up"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void startGame(entry, { seed: seed.trim(), fog, players, ...(handicap && { handicap }) });
      }}
    >
      <h2>{t('setUp.title')}</h2>
      {([0, 1] as const).map((side) => (
        <PlayerSeat
          key={side}
          name={words.side(side)}
          second={words.secondSide(side)}
          colour={entry.sides[side]?.colour}
          player={players[side]}
          levels={levels}
          plans={words.plans(side)}
          onChange={(player) => setPlayers(side === 0 ? [player, players[1]] : [players[0], player])}
        />
      ))}
      <p class="small soft">
        {term('setUp.kinds', humans)} {humans < 2 && t('setUp.honest')}
      </p>
      {fault !== null && <p class="refusal-line">{t('setUp.noOpponent', { why: fault })}</p>}
      <HeadStart words={words} handicap={handicap} onChange={setHandicap} />
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

interface HeadStartProps {
  words: ToldEntry;
  handicap: HandicapState | null;
  onChange: (handicap: HandicapState | null) => void;
}

function HeadStart({ words, handicap, onChange }: HeadStartProps) {
  const offers = ([0, 1] as const).flatMap((side) => HEAD_STARTS.map((points): HandicapState => ({ side, points })));
  const at = offers.findIndex((one) => one.side === handicap?.side && one.points === handicap.points);
  return (
    <label class="stacked head-start">
      <span class="label">{t('setUp.handicap')}</span>
      <select value={at} onChange={(event) => onChange(offers[Number(event.currentTarget.value)] ?? null)}>
        <option value={-1}>{t('setUp.handicapNone')}</option>
        {offers.map(({ side, points }, i) => (
          <option key={`${side}.${points}`} value={i}>
            {t('setUp.handicapSome', { side: words.side(side), points })}
          </option>
        ))}
      </select>
      <small class="soft">{t('setUp.handicapAbout')}</small>
    </label>
  );
}
