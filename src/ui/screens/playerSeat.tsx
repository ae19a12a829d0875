/** Who plays a side: a person, or the computer with its level and its plan. */
import { useEffect, useState } from 'preact/hooks';
import type { Player } from '../../play/record.ts';
import type { SecondName, ToldEntry } from '../app/entryWords.ts';
import { OpponentLink } from '../app/opponentLink.ts';
import { t, term } from '../text/intl.ts';
import { Choice } from '../widgets/choice.tsx';

type Computer = Extract<Player, { kind: 'bot' }>;

/** The opponent that is offered first. */
export const USUAL_OPPONENT: Computer = { kind: 'bot', level: 'regular' };
/** No opponent, only something to look at. */
const CURIOSITY = 'random';

export interface Levels {
  /** From the weakest to the strongest, the curiosity last; empty until they are known. */
  levels: readonly string[];
  /** Why there are none. */
  fault: string | null;
}

/** The levels that the opponent's worker has; asking for them shows that it can be started at all. */
export function useLevels(): Levels {
  const [known, setKnown] = useState<Levels>({ levels: [], fault: null });
  useEffect(() => {
    const link = new OpponentLink(null, []);
    link
      .levels()
      .then(
        (found) => {
          const staffs = found.filter((level) => level !== CURIOSITY).reverse();
          setKnown({ levels: [...staffs, ...found.filter((level) => level === CURIOSITY)], fault: null });
        },
        (error: unknown) => setKnown({ levels: [], fault: error instanceof Error ? error.message : String(error) }),
      )
      .finally(() => link.close());
    return () => link.close();
  }, []);
  return known;
}

/** Whether a game can be begun with these players. */
export function mayPlay(players: readonly Player[], levels: readonly string[]): boolean {
  return players.every((player) => player.kind === 'human' || levels.includes(player.level));
}

interface Props {
  name: string;
  second?: SecondName;
  colour: string | undefined;
  player: Player;
  levels: readonly string[];
  /** Plans of the side, its historical one first. */
  plans: ReturnType<ToldEntry['plans']>;
  onChange: (player: Player) => void;
}

export function PlayerSeat({ name, second, colour, player, levels, plans, onChange }: Props) {
  const [computer, setComputer] = useState<Computer>(player.kind === 'bot' ? player : USUAL_OPPONENT);
  const seat = (next: Player): void => {
    if (next.kind === 'bot') setComputer(next);
    onChange(next);
  };
  return (
    <div class="seat" style={{ '--side': colour }}>
      <div class="seat-name">
        <i class="swatch" />
        <span>{name}</span>
        {second && <span lang={second.lang}>{second.text}</span>}
      </div>
      <Choice
        label={name}
        value={player.kind}
        onChange={(kind) => seat(kind === 'human' ? { kind } : computer)}
        options={(['human', 'bot'] as const).map((kind) => ({ value: kind, label: t(`setUp.seats.${kind}`) }))}
      />
      {player.kind === 'bot' && levels.length > 0 && (
        <>
          <LevelChoice player={player} levels={levels} onChange={seat} />
          {player.level !== CURIOSITY && <PlanChoice player={player} plans={plans} onChange={seat} />}
        </>
      )}
    </div>
  );
}

interface ChoiceProps {
  player: Computer;
  onChange: (player: Computer) => void;
}

function LevelChoice({ player, levels, onChange }: ChoiceProps & { levels: readonly string[] }) {
  const choose = (level: string): void => {
    // Who draws lots has no plan.
    onChange(level === CURIOSITY ? { kind: 'bot', level } : { ...player, level });
  };
  return (
    <label class="level">
      <span class="label">{t('setUp.level')}</span>
      <select value={player.level} onChange={(event) => choose(event.currentTarget.value)}>
        {levels.map((level) => (
          <option key={level} value={level}>
            {level === CURIOSITY
              ? t('setUp.curiosity', { level: term('setUp.levels', level) })
              : term('setUp.levels', level)}
          </option>
        ))}
      </select>
      <small class="soft">{term('setUp.levelsAbout', player.level)}</small>
    </label>
  );
}

/** The plans as they stand in a record: 'historical' is the side's first, whatever its id; '' for the level's own choice. */
function PlanChoice({ player, plans, onChange }: ChoiceProps & { plans: Props['plans'] }) {
  const choose = (plan: string): void => {
    const { plan: _, ...rest } = player;
    onChange(plan === '' ? rest : { ...rest, plan });
  };
  const chosen = plans.find((plan, i) => player.plan === plan.id || (player.plan === 'historical' && i === 0));
  return (
    <div class="level">
      <label class="stacked">
        <span class="label">{t('setUp.plan')}</span>
        <select value={player.plan ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{t('setUp.plans.usual')}</option>
          {plans.map(({ id, name }, i) => (
            <option key={id} value={i === 0 ? 'historical' : id}>
              {i === 0 ? t('setUp.plans.historical', { name }) : name}
            </option>
          ))}
          <option value="free">{t('setUp.plans.free')}</option>
        </select>
      </label>
      {chosen ? (
        <details class="small plan-text">
          <summary>{t('setUp.planRead')}</summary>
          <p>{chosen.text}</p>
        </details>
      ) : (
        <small class="soft">{t(player.plan === 'free' ? 'setUp.plansAbout.free' : 'setUp.plansAbout.usual')}</small>
      )}
    </div>
  );
}
