import type { Factor } from '../../core/odds.ts';
import { ClauseLink } from '../screens/rulebookSheet.tsx';
import { t } from '../text/intl.ts';
import { Explained } from '../widgets/explained.tsx';

/** Every factor as a row: its sign, its size as a bar either way, and the clause of the rulebook. */
export function FactorTable({ factors }: { factors: readonly Factor[] }) {
  const most = Math.max(300, ...factors.map((factor) => Math.abs(factor.q)));
  const shown = factors.filter((factor) => factor.q !== 0);
  return (
    <div class="factors">
      <h3 class="label">{t('odds.factors')}</h3>
      {shown.length === 0 && <p class="small soft">{t('odds.noFactors')}</p>}
      <ul>
        {shown.map((factor) => (
          <li key={`${factor.id}${factor.clause}`}>
            <span class="factor-name">
              <Explained
                about={t(`factors.${factor.id}.about`)}
                how={t('explain.factorHow', { value: Math.exp(factor.q / 1024).toFixed(2) })}
                clause={factor.clause}
              >
                {t(`factors.${factor.id}.name`)}
              </Explained>
            </span>
            <span class="factor-line" aria-hidden="true">
              <i
                class={factor.q > 0 ? 'for' : 'against'}
                style={{ width: `${(Math.abs(factor.q) / most) * 50}%`, [factor.q > 0 ? 'left' : 'right']: '50%' }}
              />
            </span>
            <span class="factor-size">{t('odds.multiplier', { value: Math.exp(factor.q / 1024).toFixed(2) })}</span>
            <span class="factor-clause">
              <ClauseLink clause={factor.clause} text={t('odds.clause', { clause: factor.clause })} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
