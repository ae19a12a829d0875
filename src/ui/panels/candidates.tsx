import { useEffect, useRef } from 'preact/hooks';
import type { Engaged } from '../../core/odds.ts';
import { stacksOf, type Worth } from '../app/attackPlans.ts';
import { useDesk } from '../app/desk.ts';
import type { Candidate } from '../app/target.ts';
import { intl, t } from '../text/intl.ts';
import { refusalText } from '../text/refusals.ts';

interface Props {
  /** What a lesson calls the list. */
  part: string;
  title: string;
  list: readonly Candidate[];
  engaged: readonly Engaged[];
  /** What each unit adds to the chance, or would add. */
  worth: readonly Worth[];
  /** The hex of another planned attack that the unit is in, -1 for none. */
  elsewhere: (unit: number) => number;
  onTick: (units: readonly number[], on: boolean) => void;
  /** Whether the unit's guns could shell the hex without an assault. */
  mayShell: (unit: number) => boolean;
  onBombard: (unit: number) => void;
}

/** Units that could take part, stack by stack, ticked on or off; who can't says why. */
export function CandidateList(props: Props) {
  const { table } = useDesk();
  const { part, title, list, onTick } = props;
  if (list.length === 0) return null;
  const able = list.filter((one) => one.refusal === null);
  const all = able.length > 0 && able.every((one) => one.ticked);
  const stacks = stacksOf(table.seen.value, list);
  return (
    <fieldset class="candidates" data-part={part}>
      <legend class="row-head">
        <span class="label">{title}</span>
        {able.length > 1 && (
          <button
            type="button"
            class="plain small"
            onClick={() =>
              onTick(
                able.map((one) => one.unit),
                !all,
              )
            }
          >
            {all ? t('odds.none') : t('odds.all')}
          </button>
        )}
      </legend>
      {stacks.map((stack) => (
        <Stack key={stack.hex} hex={stack.hex} units={stack.units} alone={stacks.length === 1} {...props} />
      ))}
    </fieldset>
  );
}

interface StackProps extends Props {
  hex: number;
  units: readonly Candidate[];
  /** The only stack of the list: "all" at the top of the list says the same. */
  alone: boolean;
}

function Stack({ hex, units, alone, ...props }: StackProps) {
  const { table } = useDesk();
  const able = units.filter((one) => one.refusal === null);
  return (
    <div class="stack">
      {!alone && able.length > 1 && (
        <StackTick
          label={t('plan.attack.stack', { where: table.names.hexFull(hex) })}
          ticked={able.filter((one) => one.ticked).length}
          all={able.length}
          onTick={(on) =>
            props.onTick(
              able.map((one) => one.unit),
              on,
            )
          }
        />
      )}
      <ul>
        {units.map((one) => (
          <Unit key={one.unit} one={one} {...props} />
        ))}
      </ul>
    </div>
  );
}

/** One box for a stack: full, empty, or half when some of its units go. */
function StackTick(props: { label: string; ticked: number; all: number; onTick: (on: boolean) => void }) {
  const box = useRef<HTMLInputElement>(null);
  const some = props.ticked > 0 && props.ticked < props.all;
  useEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  return (
    <label class="tick stack-tick">
      <input
        ref={box}
        type="checkbox"
        checked={props.ticked === props.all}
        onChange={() => props.onTick(props.ticked < props.all)}
      />
      <span>{props.label}</span>
    </label>
  );
}

function Unit({ one, ...props }: Props & { one: Candidate }) {
  const { table } = useDesk();
  const { unit, ticked, refusal } = one;
  const part = props.engaged.find((entry) => entry.unit === unit);
  const worth = props.worth.find((entry) => entry.unit === unit);
  const other = props.elsewhere(unit);
  return (
    <li>
      <label class="tick">
        <input
          type="checkbox"
          checked={ticked}
          disabled={refusal !== null}
          onChange={(event) => props.onTick([unit], event.currentTarget.checked)}
        />
        <span class="candidate">
          <span>{table.names.unit(unit)}</span>
          <small class="soft">
            {refusal && refusalText(refusal, table.names)}
            {!refusal && part && t('odds.engaged', { men: part.men, strength: part.strength })}
            {!refusal && !part && !ticked && t('odds.notIn')}
            {other >= 0 && ` · ${t('plan.attack.elsewhere', { where: table.names.hex(other) })}`}
          </small>
          {worth && !refusal && (
            <small class={worth.gain > 0 ? 'gain for' : worth.gain < 0 ? 'gain against' : 'gain'}>
              {t(ticked ? 'plan.attack.gain' : 'plan.attack.gainWith', { gain: signed(worth.gain / 10) })}
            </small>
          )}
        </span>
      </label>
      {props.mayShell(unit) && (
        <button type="button" class="plain small" onClick={() => props.onBombard(unit)}>
          {t('odds.shell')}
        </button>
      )}
    </li>
  );
}

/** "+4", "−2", "0". */
function signed(value: number): string {
  return intl().formatNumber(Math.round(value), { signDisplay: 'exceptZero' });
}
