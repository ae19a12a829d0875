/** A fight before it is fought: who takes part, every factor, the chances, the expected losses. */

import type { BombardAction } from '../../core/action.ts';
import { check } from '../../core/check.ts';
import type { Odds } from '../../core/odds.ts';
import { useDesk } from '../app/desk.ts';
import { stackAt } from '../app/seen.ts';
import { forecast, type Target, tick, tickAll } from '../app/target.ts';
import { ClauseLink } from '../screens/rulebookSheet.tsx';
import { en, refusalText } from '../text/en.ts';
import { formatCount } from '../text/names.ts';
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
    <section class="odds" aria-label={en.odds.title(table.names.hex(target.hex))}>
      <header class="odds-head">
        <div>
          <p class="label">{en.odds.attackOn}</p>
          <h2>{table.names.hexFull(target.hex)}</h2>
          <p class="small soft">{en.odds.against(table.names.units(defenders))}</p>
        </div>
        <button type="button" class="plain" aria-label={en.common.close} onClick={() => set(null)}>
          <Icon name="close" />
        </button>
      </header>
      {result.ok ? (
        <>
          <ChanceBar {...result.odds} />
          <p class="small soft">
            {en.odds.day(result.odds.day)} <Length odds={result.odds} units={result.action.units} />
          </p>
        </>
      ) : (
        <p class="refusal-line">
          <Icon name="warn" />{' '}
          {result.refusal
            ? refusalText(result.refusal, table.names)
            : target.attackers.length > 0
              ? en.odds.nobody
              : en.odds.nobodyNear}
          {result.refusal && <ClauseLink clause={result.refusal.clause} text={en.odds.clause(result.refusal.clause)} />}
        </p>
      )}
      <CandidateList
        title={en.odds.attackers}
        list={target.attackers}
        engaged={result.ok ? result.odds.attackers : []}
        onTick={(unit, on) => set(tick(target, 'attackers', unit, on))}
        onAll={(on) => set(tickAll(target, 'attackers', on))}
        mayShell={mayShell}
        onBombard={shell}
      />
      <CandidateList
        title={en.odds.support}
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
              <span class="label">{en.odds.attackStrength}</span>
              <b>{formatCount(result.odds.attackStrength)}</b>
            </div>
            <div>
              <span class="label">{en.odds.defenceStrength}</span>
              <b>{formatCount(result.odds.defenceStrength)}</b>
            </div>
            <div>
              <span class="label">{en.odds.power}</span>
              <b>{en.odds.ratio(Math.exp(result.odds.lnPower / 1024))}</b>
            </div>
          </div>
          <FactorTable factors={result.odds.factors} />
          <h3 class="label">{en.odds.losses}</h3>
          <LossChart
            rows={[
              { name: en.odds.us, range: result.odds.attackerLosses, colour: colours[seen.side] ?? '#555' },
              { name: en.odds.them, range: result.odds.defenderLosses, colour: colours[1 - seen.side] ?? '#555' },
            ]}
          />
          {result.odds.attackerArmourHit > 0 && (
            <p class="small">{en.odds.armourHit((result.odds.attackerArmourHit / 10).toFixed(1))}</p>
          )}
        </>
      )}
      <footer class="odds-foot">
        <label class="tick">
          <input
            type="checkbox"
            checked={target.advance}
            onChange={(event) => set({ ...target, advance: event.currentTarget.checked })}
          />
          {en.odds.advance}
        </label>
        <button
          type="button"
          class="primary"
          disabled={!result.ok || !seen.mayOrder}
          onClick={() => {
            if (result.ok) order(result.action);
          }}
        >
          <Icon name="target" /> {en.odds.attack}
        </button>
      </footer>
    </section>
  );
}

/** How long the assault can be fought, and who makes it shorter than the turn. */
function Length({ odds, units }: { odds: Odds; units: readonly number[] }) {
  const { table } = useDesk();
  const { view, game } = table.seen.value;
  const whole = Math.max(1, Math.round(game.data.scenario.turnHours / 12));
  if (odds.halfDays >= whole) return <>{en.odds.lasts(odds.halfDays)}</>;
  const minutes = (unit: number): number => view.units[unit]?.minutes ?? 0;
  const slowest = units.reduce((least, unit) => (minutes(unit) < minutes(least) ? unit : least), units[0] ?? -1);
  return <>{en.odds.shorter(odds.halfDays, table.names.unit(slowest), whole)}</>;
}
