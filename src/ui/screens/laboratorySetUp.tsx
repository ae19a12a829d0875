/** The form of a new run: the battle, how many games, who plays how, and what is changed. */
import { useId, useState } from 'preact/hooks';
import type { ChangeSet } from '../../lab/change/changeSet.ts';
import { catalogue } from '../app/app.ts';
import { told } from '../app/entryWords.ts';
import { begin, preparing } from '../app/laboratory.ts';
import { fetchChanges, readChanges } from '../app/laboratoryFiles.ts';
import { conditionsLine, runTitle } from '../app/laboratoryWords.ts';
import type { CatalogueEntry } from '../app/load.ts';
import { newSeed } from '../app/newSeed.ts';
import type { StoredRun } from '../storage/runs.ts';
import { t } from '../text/intl.ts';
import { formatCount } from '../text/names.ts';
import { Choice } from '../widgets/choice.tsx';
import { FileLabel } from '../widgets/fileLabel.tsx';
import { useHeadingFocus } from '../widgets/headingFocus.ts';
import { Icon } from '../widgets/icon.tsx';
import { LaboratorySeat, type SeatChoice } from './laboratorySeat.tsx';
import { useLevels } from './playerSeat.tsx';

const PRESETS = [20, 100, 200, 1000];
/** As the file of a run has it. */
const MOST_GAMES = 1_000_000;
const LONGEST_SEED = 150;

/** What is changed: nothing, a ready change set by its id, or one that the player opened. */
type WhatIf = { kind: 'none' } | { kind: 'ready'; id: string } | { kind: 'own'; set: ChangeSet };

const ready = ({ id }: { id: string }): WhatIf => ({ kind: 'ready', id });

/** Battles that have a history to be compared with. */
export function battles(): CatalogueEntry[] {
  return catalogue.value?.filter(({ historical }) => historical !== null) ?? [];
}

interface Props {
  about: string | undefined;
  /** The run whose games are played again with something changed. */
  base: StoredRun | null;
}

export function LaboratorySetUp({ about, base }: Props) {
  const entries = battles();
  const wanted = base?.header.scenario ?? about;
  const first = entries.find(({ id }) => id === wanted) ?? entries[0];
  const [id, setId] = useState(first?.id ?? '');
  const entry = entries.find((one) => one.id === id) ?? first;
  if (!entry) return <p class="sheet soft">{t('start.noScenario')}</p>;
  return (
    <Form key={entry.id} entry={entry} base={base}>
      {entries.length > 1 && !base && (
        <Choice
          label={t('laboratory.scenario')}
          value={entry.id}
          onChange={setId}
          options={entries.map((one) => ({ value: one.id, label: told(one).title }))}
        />
      )}
    </Form>
  );
}

function Form({
  entry,
  base,
  children,
}: {
  entry: CatalogueEntry;
  base: StoredRun | null;
  children: preact.ComponentChildren;
}) {
  const words = told(entry);
  const heading = useHeadingFocus();
  const { levels, fault } = useLevels();
  const header = base?.header;
  const [games, setGames] = useState(header?.games ?? 100);
  const [seed, setSeed] = useState(header?.seed ?? newSeed());
  const [fog, setFog] = useState(header?.fog ?? true);
  const [seats, setSeats] = useState<[SeatChoice, SeatChoice]>(
    () => [0, 1].map((side) => seatOf(header, side)) as never,
  );
  const [whatIf, setWhatIf] = useState<WhatIf>(base && entry.whatIfs[0] ? ready(entry.whatIfs[0]) : { kind: 'none' });
  const isSound =
    Number.isInteger(games) && games >= 1 && games <= MOST_GAMES && seed.trim() !== '' && levels.length > 0;
  const start = async (): Promise<void> => {
    const changes = whatIf.kind === 'ready' ? await fetchChanges(entry.id, whatIf.id) : null;
    if (whatIf.kind === 'ready' && !changes) return;
    await begin(
      {
        scenario: entry.id,
        seed: seed.trim(),
        games,
        fog,
        bots: [seats[0].level, seats[1].level],
        plans: [seats[0].plan, seats[1].plan],
        changes: whatIf.kind === 'own' ? whatIf.set : changes,
      },
      base?.id ?? null,
    );
  };
  return (
    <form
      class="sheet set-up lab-set-up"
      onSubmit={(event) => {
        event.preventDefault();
        if (isSound && !preparing.value) void start();
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {base ? t('laboratory.whatIf') : t('laboratory.new')}
      </h2>
      {base && <p>{t('laboratory.baseAbout', { run: `${runTitle(base.header)}, ${conditionsLine(base.header)}` })}</p>}
      {children}
      {base && <h3>{words.title}</h3>}
      <WhatIfChoice entry={entry} whatIf={whatIf} onChange={setWhatIf} />
      <GamesField games={games} onChange={setGames} />
      <div class="lab-seats">
        {([0, 1] as const).map((side) => (
          <LaboratorySeat
            key={side}
            name={words.side(side)}
            colour={entry.sides[side]?.colour}
            levels={levels}
            plans={words.plans(side)}
            choice={seats[side]}
            fixed={base !== null}
            onChange={(choice) => setSeats(side === 0 ? [choice, seats[1]] : [seats[0], choice])}
          />
        ))}
      </div>
      {fault !== null && <p class="refusal-line">{t('laboratory.levelsFault', { why: fault })}</p>}
      <div class="seed-row">
        <label class="stacked">
          <span class="label">{t('setUp.seed')}</span>
          <input
            type="text"
            value={seed}
            maxLength={LONGEST_SEED}
            spellcheck={false}
            readOnly={base !== null}
            onInput={(event) => setSeed(event.currentTarget.value)}
          />
        </label>
        {!base && (
          <button type="button" title={t('setUp.dice')} aria-label={t('setUp.dice')} onClick={() => setSeed(newSeed())}>
            <Icon name="dice" />
          </button>
        )}
      </div>
      <p class="small soft">{t('laboratory.seedAbout', { seed: seed.trim() })}</p>
      <label class="tick">
        <input
          type="checkbox"
          checked={fog}
          disabled={base !== null}
          onChange={(event) => setFog(event.currentTarget.checked)}
        />
        <span>{t('laboratory.fog')}</span>
      </label>
      <button type="submit" class="primary big" data-key="start" disabled={!isSound || preparing.value}>
        {preparing.value ? t('laboratory.preparing') : t('laboratory.start')}
      </button>
    </form>
  );
}

function seatOf(header: StoredRun['header'] | undefined, side: number): SeatChoice {
  return { level: header?.bots[side] ?? 'regular', plan: header?.plans[side] ?? 'historical' };
}

function GamesField({ games, onChange }: { games: number; onChange: (games: number) => void }) {
  return (
    <div class="lab-games">
      <label class="stacked">
        <span class="label">{t('laboratory.games')}</span>
        <input
          type="number"
          min={1}
          max={MOST_GAMES}
          value={Number.isNaN(games) ? '' : games}
          onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
        />
      </label>
      <Choice
        label={t('laboratory.presets')}
        value={games}
        onChange={onChange}
        options={PRESETS.map((value) => ({ value, label: formatCount(value) }))}
      />
      <p class="small soft">{t('laboratory.gamesAbout')}</p>
    </div>
  );
}

interface WhatIfProps {
  entry: CatalogueEntry;
  whatIf: WhatIf;
  onChange: (whatIf: WhatIf) => void;
}

/** What is changed, from the ready change sets of the battle or a file of the player's. */
function WhatIfChoice({ entry, whatIf, onChange }: WhatIfProps) {
  const id = useId();
  const list = told(entry).whatIfs();
  const value = whatIf.kind === 'ready' ? `ready ${whatIf.id}` : whatIf.kind;
  const why = whatIf.kind === 'own' ? whatIf.set.why : list.find((one) => value === `ready ${one.id}`)?.why;
  const choose = (next: string): void => {
    const found = list.find((one) => next === `ready ${one.id}`);
    if (found) onChange(ready(found));
    else if (next === 'none') onChange({ kind: 'none' });
  };
  return (
    <div class="lab-what-if">
      <label class="stacked">
        <span class="label">{t('laboratory.whatIf')}</span>
        <select
          value={value}
          aria-describedby={why ? id : undefined}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="none">{t('laboratory.asItIs')}</option>
          {list.map((one) => (
            <option key={one.id} value={`ready ${one.id}`}>
              {one.title}
            </option>
          ))}
          {whatIf.kind === 'own' && (
            <option value="own">{t('laboratory.fromFile', { title: whatIf.set.title })}</option>
          )}
        </select>
      </label>
      <FileLabel
        class="lab-own"
        text={t('laboratory.chooseChanges')}
        onFile={(file) => void readChanges(file).then((set) => set && onChange({ kind: 'own', set }))}
      />
      {why && (
        <p class="small soft" id={id}>
          {why}
        </p>
      )}
    </div>
  );
}
