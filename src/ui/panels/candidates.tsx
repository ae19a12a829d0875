import type { Engaged } from '../../core/odds.ts';
import { useDesk } from '../app/desk.ts';
import type { Candidate } from '../app/target.ts';
import { t } from '../text/intl.ts';
import { refusalText } from '../text/refusals.ts';

interface Props {
  /** What a lesson calls the list. */
  part: string;
  title: string;
  list: readonly Candidate[];
  engaged: readonly Engaged[];
  onTick: (unit: number, on: boolean) => void;
  onAll: (on: boolean) => void;
  /** Whether the unit's guns could shell the hex without an assault. */
  mayShell: (unit: number) => boolean;
  onBombard: (unit: number) => void;
}

/** Units that could take part, ticked on or off; who can't says why. */
export function CandidateList({ part, title, list, engaged, onTick, onAll, mayShell, onBombard }: Props) {
  const { table } = useDesk();
  if (list.length === 0) return null;
  const able = list.filter((one) => one.refusal === null);
  const all = able.length > 0 && able.every((one) => one.ticked);
  return (
    <fieldset class="candidates" data-part={part}>
      <legend class="row-head">
        <span class="label">{title}</span>
        {able.length > 1 && (
          <button type="button" class="plain small" onClick={() => onAll(!all)}>
            {all ? t('odds.none') : t('odds.all')}
          </button>
        )}
      </legend>
      <ul>
        {list.map(({ unit, ticked, refusal }) => {
          const part = engaged.find((one) => one.unit === unit);
          return (
            <li key={unit}>
              <label class="tick">
                <input
                  type="checkbox"
                  checked={ticked}
                  disabled={refusal !== null}
                  onChange={(event) => onTick(unit, event.currentTarget.checked)}
                />
                <span class="candidate">
                  <span>{table.names.unit(unit)}</span>
                  <small class="soft">
                    {refusal && refusalText(refusal, table.names)}
                    {!refusal && part && t('odds.engaged', { men: part.men, strength: part.strength })}
                    {!refusal && !part && !ticked && t('odds.notIn')}
                  </small>
                </span>
              </label>
              {mayShell(unit) && (
                <button type="button" class="plain small" onClick={() => onBombard(unit)}>
                  {t('odds.shell')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
