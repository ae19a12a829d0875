/** What the unit can do now, and why it cannot do the rest. */
import { useMemo } from 'preact/hooks';
import { type Ability, abilitiesOf } from '../app/abilities.ts';
import { useDesk } from '../app/desk.ts';
import { ClauseLink } from '../screens/rulebookSheet.tsx';
import { t } from '../text/intl.ts';
import { refusalText } from '../text/refusals.ts';
import { Icon } from '../widgets/icon.tsx';

export function Abilities({ unit }: { unit: number }) {
  const { table } = useDesk();
  const seen = table.seen.value;
  const list = useMemo(() => abilitiesOf(seen, unit), [seen, unit]);
  if (list.length === 0) return null;
  return (
    <details class="abilities">
      <summary>{t('explain.can.title')}</summary>
      <ul>
        {list.map((one) => (
          <li key={one.id} class={one.able ? 'able' : ''}>
            <Icon name={one.able ? 'check' : 'close'} />
            <b>{t(`explain.can.${one.id}`)}</b>
            <span class="hush">{one.able ? t('explain.can.yes') : t('explain.can.no')}</span>
            <small class="soft">
              {one.refusal ? refusalText(one.refusal, table.names) : reason(one)} <Clause ability={one} />
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Clause({ ability }: { ability: Ability }) {
  const clause = ability.refusal?.clause ?? ability.clause;
  return <ClauseLink clause={clause} text={t('odds.clause', { clause })} />;
}

function reason({ id, able, count }: Ability): string {
  if (id === 'dig') return t(able ? 'explain.can.digs' : 'explain.can.digsNot');
  if (!able && id === 'assault') return t('explain.can.noEnemy');
  if (!able && id === 'bombard') return t('explain.can.noTarget');
  if (!able && id === 'works') return t('explain.can.noWork');
  return id === 'march' || id === 'truck' || id === 'breakOut'
    ? t('explain.can.hexes', { count })
    : t('explain.can.targets', { count });
}
