import { useDesk } from '../app/desk.ts';
import { t } from '../text/intl.ts';
import { formatCount } from '../text/names.ts';
import { Explained } from '../widgets/explained.tsx';

/** Weapons, vehicles and animals of a unit, by kind. */
export function EquipmentTable({ unit }: { unit: number }) {
  const { table } = useDesk();
  const now = table.seen.value.view.units[unit];
  const start = table.game.units[unit]?.eq ?? [];
  if (!now) return null;
  const rows = table.game.equipment
    .map((kind, i) => ({
      kind,
      name: table.names.equipment(i),
      fit: now.eq[i] ?? 0,
      repair: now.repair[i] ?? 0,
      lost: (now.eqLost[i] ?? 0) + (now.eqTaken[i] ?? 0),
      start: start[i] ?? 0,
    }))
    .filter((row) => row.fit + row.repair + row.lost > 0);
  if (rows.length === 0) return null;
  return (
    <section>
      <table class="equipment">
        <thead>
          <tr>
            <th>
              <Explained about={t('explain.equipment')} clause="6.2">
                {t('unit.equipment')}
              </Explained>
            </th>
            <th class="num">{t('unit.fit')}</th>
            <th class="num">{t('unit.repair')}</th>
            <th class="num">{t('unit.lost')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, name, fit, repair, lost }) => (
            <tr key={kind.id}>
              <td>
                {name} <small class="soft">{t(`terms.equipment.${kind.class}`)}</small>
              </td>
              <td class="num">{formatCount(fit)}</td>
              <td class="num">{repair === 0 ? '–' : formatCount(repair)}</td>
              <td class="num">{lost === 0 ? '–' : formatCount(lost)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
