/** The level and the plan of a side in a run: both are always said, so that a run says by itself how it was played. */
import type { ToldEntry } from '../app/entryWords.ts';
import { t, term } from '../text/intl.ts';

export interface SeatChoice {
  level: string;
  /** 'historical', 'free' or the id of a plan. */
  plan: string;
}

interface Props {
  name: string;
  colour: string | undefined;
  levels: readonly string[];
  /** Plans of the side, its historical one first. */
  plans: ReturnType<ToldEntry['plans']>;
  choice: SeatChoice;
  /** Whether it is as the base run has it. */
  fixed: boolean;
  onChange: (choice: SeatChoice) => void;
}

export function LaboratorySeat({ name, colour, levels, plans, choice, fixed, onChange }: Props) {
  const [historical, ...others] = plans;
  return (
    <fieldset class="lab-seat" disabled={fixed} style={{ '--side': colour }}>
      <legend class="seat-name">
        <i class="swatch" /> {name}
      </legend>
      <label class="stacked">
        <span class="label">{t('setUp.level')}</span>
        <select
          aria-label={t('laboratory.levelOf', { side: name })}
          value={choice.level}
          onChange={(event) => onChange({ ...choice, level: event.currentTarget.value })}
        >
          {(levels.length > 0 ? levels : [choice.level]).map((level) => (
            <option key={level} value={level}>
              {term('setUp.levels', level)}
            </option>
          ))}
        </select>
      </label>
      <label class="stacked">
        <span class="label">{t('setUp.plan')}</span>
        <select
          aria-label={t('laboratory.planOf', { side: name })}
          value={choice.plan}
          onChange={(event) => onChange({ ...choice, plan: event.currentTarget.value })}
        >
          <option value="historical">
            {historical
              ? t('setUp.plans.historical', { name: historical.name })
              : term('laboratory.plan', 'historical')}
          </option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="free">{t('setUp.plans.free')}</option>
        </select>
      </label>
    </fieldset>
  );
}
