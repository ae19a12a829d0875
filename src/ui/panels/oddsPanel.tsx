/** A fight before it is fought: who takes part, every factor, the chances, the expected losses. */

import type { BombardAction } from '../../core/action.ts';
import { check } from '../../core/check.ts';
import type { Odds } from '../../core/odds.ts';
import { useDesk } from '../app/desk.ts';
import { stackAt } from '../app/seen.ts';
import { forecast, type Target, tick, tickAll } from '../app/target.ts';
import { ClauseLink } from '../screens/rulebookSheet.tsx';
import { t } from '../text/intl.ts';
import { formatCount } from '../text/names.ts';
import { refusalText } from '../text/refusals.ts';
import { Icon } from '../widgets/icon.tsx';
import { ChanceBar, LossChart } from '../widgets/meters.tsx';
import { CandidateList } from './candidates.tsx';
import { FactorTable } from './factorTable.tsx';

export function OddsPanel({ target }: { target: Target }) {
  const { table, order } = useDesk();
  const seen = table.seen.value;
  const result = forecast(seen, target);
  const set = (next: Target | null): void => {
    table.interaction.value = { ...table.interaction.value, target: next };
  };
  const shelling = (unit: number): BombardAction => ({ type: 'bombard', unit, hex: target.hex });
  const mayShell = (unit: number): boolean => check(seen.game, seen.view, shelling(unit)) === null;
  const shell = (unit: number): void => order(shelling(unit));
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
      <CandidateList
        part="attackers"
        title={t('odds.attackers')}
        list={target.attackers}
        engaged={result.ok ? result.odds.attackers : []}
        onTick={(unit, on) => set(tick(target, 'attackers', unit, on))}
        onAll={(on) => set(tickAll(target, 'attackers', on))}
        mayShell={mayShell}
        onBombard={shell}
      />
      <CandidateList
        part="support"
        title={t('odds.support')}
        list={target.support}
        engaged={result.ok ? result.odds.support : []}
        onTick={(unit, on) => set(tick(target, 'support', unit, on))}
        onAll={(on) => set(tickAll(target, 'support', on))}
        mayShell={mayShell}
        onBombard={shell}
      />
      {result.ok && (
        <>
          <div class="strengths">
            <div>
              <span class="label">{t('odds.attackStrength')}</span>
              <b>{formatCount(result.odds.attackStrength)}</b>
            </div>
            <div>
              <span class="label">{t('odds.defenceStrength')}</span>
              <b>{formatCount(result.odds.defenceStrength)}</b>
            </div>
            <div>
              <span class="label">{t('odds.power')}</span>
              <b>{ratioText(Math.exp(result.odds.lnPower / 1024))}</b>
            </div>
          </div>
          <FactorTable factors={result.odds.factors} />
          <h3 class="label">{t('odds.losses')}</h3>
          <LossChart
            rows={[
              { name: t('odds.us'), range: result.odds.attackerLosses, colour: colours[seen.side] ?? '#555' },
              { name: t('odds.them'), range: result.odds.defenderLosses, colour: colours[1 - seen.side] ?? '#555' },
            ]}
          />
          {result.odds.attackerArmourHit > 0 && (
            <p class="small">{t('odds.armourHit', { count: (result.odds.attackerArmourHit / 10).toFixed(1) })}</p>
          )}
        </>
      )}
      <footer class="odds-foot">
        <label class="tick" data-part="advance">
          <input
            type="checkbox"
            checked={target.advance}
            onChange={(event) => set({ ...target, advance: event.currentTarget.checked })}
          />
          {t('odds.advance')}
        </label>
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
