/** A fight before it is fought: who takes part, every factor, the chances, the expected losses. */

import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { BombardAction } from '../../core/action.ts';
import { check } from '../../core/check.ts';
import type { Odds } from '../../core/odds.ts';
import {
  ammunitionFor,
  dropPlan,
  keepPlan,
  plannedElsewhere,
  plansOf,
  renewPlan,
  shellFirst,
  tickStack,
  worthOf,
} from '../app/attackPlans.ts';
import { useDesk } from '../app/desk.ts';
import { stackAt } from '../app/seen.ts';
import { forecast, type Target } from '../app/target.ts';
import { ClauseLink } from '../screens/rulebookSheet.tsx';
import { t } from '../text/intl.ts';
import { formatCount, formatWeight } from '../text/names.ts';
import { refusalText } from '../text/refusals.ts';
import { Explained } from '../widgets/explained.tsx';
import { Icon } from '../widgets/icon.tsx';
import { ChanceBar, LossChart } from '../widgets/meters.tsx';
import { CandidateList } from './candidates.tsx';
import { FactorTable } from './factorTable.tsx';
import { EnemyReachList } from './reachList.tsx';

/** The panel of one attack: ticks, chances, factors, losses, ammunition; what is changed here stays planned. */
export function OddsPanel({ target }: { target: Target }) {
  const { table, order } = useDesk();
  const seen = table.seen.value;
  const result = useMemo(() => forecast(seen, target), [seen, target]);
  const worth = useMemo(() => worthOf(seen, target), [seen, target]);
  const plans = plansOf(table, seen.side);
  const isKept = plans.value.some((plan) => plan.hex === target.hex);
  useKeptPlan(target);
  const set = (next: Target | null): void => {
    table.interaction.value = { ...table.interaction.value, target: next };
  };
  const change = (next: Target): void => {
    plans.value = keepPlan(plans.value, next);
    set(next);
  };
  const shelling = (unit: number): BombardAction => ({ type: 'bombard', unit, hex: target.hex });
  const mayShell = (unit: number): boolean => check(seen.game, seen.view, shelling(unit)) === null;
  const lists = (role: 'attackers' | 'support') => ({
    list: target[role],
    engaged: result.ok ? result.odds[role] : [],
    worth: worth.filter((one) => one.role === role),
    elsewhere: (unit: number) => plannedElsewhere(plans.value, unit, target.hex),
    onTick: (units: readonly number[], on: boolean) => change(tickStack(target, role, units, on)),
    mayShell,
    onBombard: (unit: number) => order(shelling(unit)),
  });
  const defenders = stackAt(seen, target.hex).filter((unit) => seen.game.units[unit]?.side !== seen.side);
  const colours = table.game.data.scenario.sides.map((side) => side.colour);
  return (
    <section class="odds" data-part="odds" aria-label={t('odds.title', { where: table.names.hex(target.hex) })}>
      <header class="odds-head">
        <div>
          <p class="label">{t('odds.attackOn')}</p>
          <h2>{table.names.hexFull(target.hex)}</h2>
          <p class="small soft">{t('odds.against', { units: table.names.units(defenders) })}</p>
        </div>
        <button type="button" class="plain" aria-label={t('common.close')} onClick={() => set(null)}>
          <Icon name="close" />
        </button>
      </header>
      {result.ok ? (
        <>
          <ChanceBar {...result.odds} />
          <p class="small soft">
            <Explained about={t('explain.chance')} clause="6.13">
              {t('explain.chances')}
            </Explained>{' '}
            {t('odds.day', { day: Math.max(1, result.odds.day) })}{' '}
            <Length odds={result.odds} units={result.action.units} />
          </p>
        </>
      ) : (
        <p class="refusal-line">
          <Icon name="warn" />{' '}
          {result.refusal
            ? refusalText(result.refusal, table.names)
            : target.attackers.length > 0
              ? t('odds.nobody')
              : t('odds.nobodyNear')}
          {result.refusal && (
            <ClauseLink clause={result.refusal.clause} text={t('odds.clause', { clause: result.refusal.clause })} />
          )}
        </p>
      )}
      <CandidateList part="attackers" title={t('odds.attackers')} {...lists('attackers')} />
      <CandidateList part="support" title={t('odds.support')} {...lists('support')} />
      <ShellFirst target={target} />
      {result.ok && (
        <>
          <div class="strengths">
            <div>
              <span class="label">
                <Explained about={t('explain.strength')} clause="6.2">
                  {t('odds.attackStrength')}
                </Explained>
              </span>
              <b>{formatCount(result.odds.attackStrength)}</b>
            </div>
            <div>
              <span class="label">
                <Explained about={t('explain.strength')} clause="6.6">
                  {t('odds.defenceStrength')}
                </Explained>
              </span>
              <b>{formatCount(result.odds.defenceStrength)}</b>
            </div>
            <div>
              <span class="label">
                <Explained about={t('explain.power')} clause="6.13">
                  {t('odds.power')}
                </Explained>
              </span>
              <b>{ratioText(Math.exp(result.odds.lnPower / 1024))}</b>
            </div>
          </div>
          <FactorTable factors={result.odds.factors} />
          <h3 class="label">
            <Explained about={t('explain.losses')} clause="6.13">
              {t('odds.losses')}
            </Explained>
          </h3>
          <LossChart
            rows={[
              { name: t('odds.us'), range: result.odds.attackerLosses, colour: colours[seen.side] ?? '#555' },
              { name: t('odds.them'), range: result.odds.defenderLosses, colour: colours[1 - seen.side] ?? '#555' },
            ]}
          />
          {result.odds.attackerArmourHit > 0 && (
            <p class="small">{t('odds.armourHit', { count: (result.odds.attackerArmourHit / 10).toFixed(1) })}</p>
          )}
          <AmmunitionTable target={target} />
        </>
      )}
      <EnemyReachList hex={target.hex} />
      <footer class="odds-foot">
        <label class="tick" data-part="advance">
          <input
            type="checkbox"
            checked={target.advance}
            onChange={(event) => change({ ...target, advance: event.currentTarget.checked })}
          />
          {t('odds.advance')}
        </label>
        <button
          type="button"
          onClick={() => {
            plans.value = isKept ? dropPlan(plans.value, target.hex) : keepPlan(plans.value, target);
          }}
        >
          {isKept ? t('plan.attack.drop') : t('plan.attack.keep')}
        </button>
        <button
          type="button"
          class="primary"
          data-part="attack"
          disabled={!result.ok || !seen.mayOrder}
          onClick={() => {
            if (result.ok) order(result.action);
          }}
        >
          <Icon name="target" /> {t('odds.attack')}
        </button>
      </footer>
    </section>
  );
}

/** "1.40 : 1". */
function ratioText(ratio: number): string {
  return ratio >= 1
    ? t('odds.ratioFor', { ratio: ratio.toFixed(2) })
    : t('odds.ratioAgainst', { ratio: (1 / ratio).toFixed(2) });
}

/** "a day and a half". */
const daysText = (half: number): string => t('odds.halfDays', { half, days: half / 2 });

/** How long the assault can be fought, and who makes it shorter than the turn. */
function Length({ odds, units }: { odds: Odds; units: readonly number[] }) {
  const { table } = useDesk();
  const { view, game } = table.seen.value;
  const whole = Math.max(1, Math.round(game.data.scenario.turnHours / 12));
  if (odds.halfDays >= whole) return <>{t('odds.lasts', { days: daysText(odds.halfDays) })}</>;
  const minutes = (unit: number): number => view.units[unit]?.minutes ?? 0;
  const slowest = units.reduce((least, unit) => (minutes(unit) < minutes(least) ? unit : least), units[0] ?? -1);
  return (
    <>
      {t('odds.shorter', {
        days: daysText(odds.halfDays),
        whole: daysText(whole),
        unit: table.names.unit(slowest),
      })}
    </>
  );
}

/** An attack planned before opens as it was left, with those selected now ticked besides. */
function useKeptPlan(target: Target): void {
  const { table } = useDesk();
  useLayoutEffect(() => {
    const seen = table.seen.value;
    const before = plansOf(table, seen.side).value.find((plan) => plan.hex === target.hex);
    const plan = before && before !== target ? renewPlan(seen, before) : null;
    if (!plan) return;
    const { selected } = table.interaction.value;
    const more = plan.attackers.filter((one) => selected.includes(one.unit)).map((one) => one.unit);
    table.interaction.value = { ...table.interaction.value, target: tickStack(plan, 'attackers', more, true) };
  }, [target.hex]);
}

/** Shelling by the guns ticked, before the assault; the plan stays open and shows the odds after it. */
function ShellFirst({ target }: { target: Target }) {
  const { table, take } = useDesk();
  const seen = table.seen.value;
  const orders = useMemo(() => shellFirst(seen, target), [seen, target]);
  if (orders.length === 0) return null;
  const plans = plansOf(table, seen.side);
  return (
    <div class="shell-first">
      <button
        type="button"
        onClick={() => {
          plans.value = keepPlan(plans.value, target);
          take({ next: table.interaction.value, orders });
        }}
      >
        {t('plan.attack.shellFirst')}
      </button>
      <small class="soft">{t('plan.attack.shellFirstAbout', { count: orders.length })}</small>
    </div>
  );
}

/** What the attack uses of each unit's ammunition, if it lasts as long as it may. */
function AmmunitionTable({ target }: { target: Target }) {
  const { table } = useDesk();
  const seen = table.seen.value;
  const uses = useMemo(() => ammunitionFor(seen, target), [seen, target]);
  if (uses.length === 0) return null;
  return (
    <details class="ammo-use">
      <summary>
        {t('plan.attack.ammo')}: <b>{formatWeight(uses.reduce((sum, one) => sum + one.kg, 0))}</b>{' '}
        <ClauseLink clause="6.13" text={t('odds.clause', { clause: '6.13' })} />
      </summary>
      <ul class="rows">
        {uses.map((one) => (
          <li key={one.unit} class="row-head">
            <span>{table.names.unit(one.unit)}</span>
            <small class={one.kg >= one.have ? 'gain against' : 'soft'}>
              {t('plan.attack.ammoUse', { kg: formatWeight(one.kg), have: formatWeight(one.have) })}
              {one.kg >= one.have && ` · ${t('plan.attack.ammoLow')}`}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}
