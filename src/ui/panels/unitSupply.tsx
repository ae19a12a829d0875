/** Stores of a unit in tonnes and days, and why it is or is not supplied. */
import { useMemo } from 'preact/hooks';
import { fuelPerHex } from '../../core/rules/movement.ts';
import { explainSupply, needs } from '../../core/rules/supply.ts';
import { useDesk } from '../app/desk.ts';
import { lower, t, term } from '../text/intl.ts';
import { formatWeight } from '../text/names.ts';
import { Explained } from '../widgets/explained.tsx';
import { Icon } from '../widgets/icon.tsx';

const TONES = ['bad', 'bad', 'warn', 'good'];

/** How long it lasts: "4.5 days", or a dash where nothing is needed. */
function daysText(kg: number, perDay: number): string {
  return perDay <= 0 ? '–' : t('supply.days', { days: (kg / perDay).toFixed(1) });
}

function storeHow(day: number, cap: number): string {
  return t('explain.storeHow', { day: formatWeight(day), cap: formatWeight(cap) });
}

export function UnitSupply({ unit }: { unit: number }) {
  const { table, show } = useDesk();
  const seen = table.seen.value;
  const now = seen.view.units[unit];
  // Asked once for each state: the pointer moves more often than the troops.
  const answer = useMemo(() => explainSupply(table.game, seen.view, unit), [seen.view, unit]);
  if (!now) return null;
  const need = needs(table.game, seen.view, unit);
  const perHex = fuelPerHex(table.game, seen.view, unit);
  const lives = table.game.units[unit]?.data.kind === 'irregular';
  const { hex } = table.names;
  const depotOf = (depot: number): string => table.names.depot(table.game.data.scenario.supplySources[depot]?.id ?? '');
  return (
    <section class="supply" data-part="supply">
      <div class="row-head">
        <h3 class="label">
          <Explained about={t('explain.supply')} clause="8.8">
            {t('supply.title')}
          </Explained>
        </h3>
        <span class={`chip ${TONES[now.supply]}`}>
          <Icon name={now.supply >= 3 ? 'check' : 'warn'} /> {term('terms.supply', now.supply)}
          {now.daysCut > 0 && `${t('common.comma')}${t('supply.daysCut', { days: now.daysCut })}`}
        </span>
      </div>
      <dl class="facts three">
        <div>
          <dt>
            <Explained about={t('explain.food')} how={storeHow(need.foodDay, need.foodCap)} clause="8.1">
              {t('supply.food')}
            </Explained>
          </dt>
          <dd>
            {daysText(now.food, need.foodDay)} <small>{formatWeight(now.food)}</small>
          </dd>
        </div>
        <div>
          <dt>
            <Explained about={t('explain.ammo')} how={storeHow(need.ammoDay, need.ammoCap)} clause="6.11">
              {t('supply.ammo')}
            </Explained>
          </dt>
          <dd>
            {daysText(now.ammo, need.ammoDay)} <small>{formatWeight(now.ammo)}</small>
          </dd>
        </div>
        <div>
          <dt>
            <Explained
              about={t('explain.fuel')}
              how={t('explain.fuelHow', { hex: formatWeight(perHex), cap: formatWeight(need.fuelCap) })}
              clause="3.7"
            >
              {t('supply.fuel')}
            </Explained>
          </dt>
          <dd>
            {perHex > 0
              ? t('supply.km', { km: Math.round((now.fuel / perHex) * table.game.hexKm) })
              : t('supply.noMotors')}{' '}
            {perHex > 0 && <small>{formatWeight(now.fuel)}</small>}
          </dd>
        </div>
      </dl>
      {lives ? (
        <p class="small soft">{t('supply.offLand')}</p>
      ) : (
        <details>
          <summary>
            {answer.path.length > 0
              ? t('supply.whyLine', { depot: depotOf(answer.depot), hexes: answer.path.length - 1 })
              : t('supply.whyNone')}
          </summary>
          <ul class="why">
            <li>{t('supply.now', { status: lower(term('terms.supply', answer.status)) })}</li>
            {answer.path.length > 0 && <li>{t('supply.carries', { weight: formatWeight(answer.throughput) })}</li>}
            {answer.bottleneck && (
              <li>
                <button type="button" class="plain link" onClick={() => show(answer.bottleneck?.hex ?? -1)}>
                  {t('supply.bottleneck', {
                    where: hex(answer.bottleneck.hex),
                    cause: t(`supply.causes.${answer.bottleneck.cause}`),
                  })}
                </button>
              </li>
            )}
            {answer.cut && (
              <li>
                <button type="button" class="plain link" onClick={() => show(answer.cut?.hex ?? -1)}>
                  {t('supply.cutAt', {
                    where: hex(answer.cut.hex),
                    why: t(`supply.cuts.${answer.cut.cause}`),
                    known: answer.cut.by >= 0,
                    by: answer.cut.by < 0 ? '' : table.names.unit(answer.cut.by),
                  })}
                </button>
              </li>
            )}
            {answer.path.length > 1 && (
              <li class="small soft">
                {t('supply.way')}:{' '}
                {answer.path
                  .filter((_, i) => i === 0 || i === answer.path.length - 1 || i % 4 === 0)
                  .map(hex)
                  .join(' ← ')}
              </li>
            )}
          </ul>
        </details>
      )}
    </section>
  );
}
