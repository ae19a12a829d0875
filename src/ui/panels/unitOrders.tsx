/** What the selected unit can be told besides marching and attacking. */

import { type Stance, SUPPLY_LEAK } from '../../core/state.ts';
import { waysOut } from '../app/breakOut.ts';
import { useDesk } from '../app/desk.ts';
import type { MarchMode } from '../app/marching.ts';
import { confirmPath, joinThere, planBreakOut, select, stepBack } from '../app/model.ts';
import { enemyIn, type Seen } from '../app/seen.ts';
import { type Job, jobsOf } from '../app/works.ts';
import { keyOf } from '../screens/overlayMenu.tsx';
import { ClauseLink } from '../screens/rulebookSheet.tsx';
import { t } from '../text/intl.ts';
import { formatMinutes } from '../text/names.ts';
import { refusalText } from '../text/refusals.ts';
import { Choice } from '../widgets/choice.tsx';
import { Icon } from '../widgets/icon.tsx';
import { UnitPlans } from './unitPlans.tsx';

export function UnitOrders({ unit }: { unit: number }) {
  const { table, order } = useDesk();
  const seen = table.seen.value;
  const now = seen.view.units[unit];
  const interaction = table.interaction.value;
  if (!now) return null;
  const setMode = (mode: MarchMode): void => {
    table.interaction.value = select(seen, interaction, interaction.selected, mode);
  };
  const modes = [
    {
      value: 'march' as const,
      label: t(`unit.march.${table.game.units[unit]?.data.mobility ?? 'foot'}`),
      title: t('unit.marchAbout'),
    },
    {
      value: 'truck' as const,
      label: t('unit.truck'),
      title: t('unit.truckAbout', { lift: seen.view.sides[seen.side].lift }),
    },
  ];
  return (
    <section class="orders">
      <div class="order-row">
        <span class="label" aria-hidden="true">
          {t('unit.stance')}
        </span>
        <Choice
          label={t('unit.stance')}
          value={now.stance}
          onChange={(stance) => order({ type: 'stance', unit, stance })}
          options={([0, 1, 2] as const).map((stance: Stance) => ({
            value: stance,
            label: t(`terms.stancesShort.${stance}`) ?? '',
            title: t(`terms.stancesAbout.${stance}`) ?? '',
          }))}
        />
      </div>
      <div class="order-row">
        <span class="label" aria-hidden="true">
          {t('unit.mode')}
        </span>
        <Choice label={t('unit.mode')} value={interaction.mode} onChange={setMode} options={modes} />
      </div>
      <UnitPlans unit={unit} />
      <EngineerOrders unit={unit} />
      <BreakOut unit={unit} />
    </section>
  );
}

/** Breaking out of a ring, offered to who is hard pressed: cut off, or with the enemy next door. */
function BreakOut({ unit }: { unit: number }) {
  const { table } = useDesk();
  const seen = table.seen.value;
  const interaction = table.interaction.value;
  const now = seen.view.units[unit];
  if (!now || interaction.selected[0] !== unit || !isPressed(seen, now.hex, now.supply)) return null;
  const { hexes, refusal } = waysOut(seen, unit);
  const picking = interaction.breakOut !== null;
  return (
    <div class="break-out">
      <div class="order-row">
        <button
          type="button"
          aria-pressed={picking}
          disabled={hexes.length === 0}
          onClick={() => {
            table.interaction.value = planBreakOut(seen, interaction);
          }}
        >
          <Icon name="target" /> {t('unit.breakOut')} <kbd>{keyOf('breakOut')}</kbd>
        </button>
        <ClauseLink clause="6.22" text={t('odds.clause', { clause: '6.22' })} />
      </div>
      <p class="small soft">{refusal ? refusalText(refusal, table.names) : t('unit.breakOutPick')}</p>
    </div>
  );
}

function isPressed(seen: Seen, hex: number, supply: number): boolean {
  if (supply <= SUPPLY_LEAK) return true;
  return [0, 1, 2, 3, 4, 5].some((d) => enemyIn(seen, seen.game.neighbours[hex * 6 + d] ?? -1));
}

/** The unit selected before can march to the hex of the one picked now: a click on a friend only selects him. */
export function JoinMarch() {
  const { table, take } = useDesk();
  const seen = table.seen.value;
  const { joining } = table.interaction.value;
  if (!joining) return null;
  return (
    <div class="confirm-march">
      <button type="button" onClick={() => take(joinThere(seen, table.interaction.value))}>
        {t('unit.joinHere', { who: table.names.units(joining.units), time: formatMinutes(joining.minutes) })}
      </button>
    </div>
  );
}

/** The march shown on the map and waiting for a yes. */
export function ConfirmMarch() {
  const { table, take } = useDesk();
  const seen = table.seen.value;
  const interaction = table.interaction.value;
  const last = interaction.pathMinutes?.[interaction.pathMinutes.length - 1];
  if (!interaction.pending || last === undefined) return null;
  return (
    <div class="confirm-march" data-part="march">
      <button type="button" class="primary" onClick={() => take(confirmPath(seen, interaction))}>
        {t('unit.marchHere', { time: formatMinutes(last) })}
      </button>
      <button
        type="button"
        onClick={() => {
          table.interaction.value = stepBack(seen, interaction);
        }}
      >
        {t('common.cancel')}
      </button>
    </div>
  );
}

/** Blowing up and mending: at hand for engineers, a line to unfold for infantry that could. */
function EngineerOrders({ unit }: { unit: number }) {
  const { table } = useDesk();
  const jobs = jobsOf(table.seen.value, unit);
  if (table.game.units[unit]?.data.kind === 'engineer')
    return jobs.length === 0 ? <p class="small soft">{t('unit.noWork')}</p> : <Jobs jobs={jobs} />;
  if (jobs.length === 0) return null;
  return (
    <details class="jobs">
      <summary>{t('unit.demolitions', { count: jobs.length })}</summary>
      <Jobs jobs={jobs} />
    </details>
  );
}

function Jobs({ jobs }: { jobs: readonly Job[] }) {
  const { order } = useDesk();
  return (
    <div class="button-row">
      {jobs.map(({ action, direction, what, minutes, left }) => (
        <button type="button" key={`${action.task}${action.hexside}`} onClick={() => order(action)}>
          {action.task === 'demolish'
            ? t('unit.blow', { what: t(`terms.links.${what}`), direction, time: formatMinutes(minutes) })
            : t('unit.mend', { what: t(`terms.links.${what}`), direction, left })}
        </button>
      ))}
      <ClauseLink clause="10.2" text={t('odds.clause', { clause: '10.2' })} />
    </div>
  );
}
