/** What sets a unit apart: parties with it, its zone, the air bridge, when it leaves. Each says what it means. */
import { commandOf, outOfReach } from '../app/command.ts';
import { zonesLeft } from '../app/decisions.ts';
import { useDesk } from '../app/desk.ts';
import { guardedOf } from '../app/guard.ts';
import { ClauseLink } from '../screens/rulebookSheet.tsx';
import { t } from '../text/intl.ts';
import { formatDate, joinNames } from '../text/names.ts';
import { Icon, type IconName } from '../widgets/icon.tsx';

interface Mark {
  icon: IconName;
  text: string;
  about?: string;
  bad?: boolean;
  clause?: string;
}

export function UnitMarks({ unit }: { unit: number }) {
  const { table } = useDesk();
  const seen = table.seen.value;
  const data = table.game.units[unit]?.data;
  const now = seen.view.units[unit];
  if (!data || !now) return null;
  const zones = zonesLeft(seen, unit);
  const list: Mark[] = [];
  if (guardedOf(table).value.has(unit))
    list.push({ icon: 'eye', text: t('plan.guard.mark'), about: t('plan.guard.about') });
  const command = commandOf(seen, unit);
  if (zones.length > 0)
    list.push({ icon: 'warn', text: t('unit.marks.outOfZone', { zone: joinNames(zones) }), bad: true, clause: '6.10' });
  if (command && !command.within) {
    const text = t('unit.marks.outOfCommand', { hq: table.names.unit(command.hq) });
    list.push({
      icon: 'warn',
      text,
      about: t('unit.marks.outOfCommandAbout', {
        there: command.km >= 0,
        km: Math.round(command.km),
        reach: command.reachKm,
      }),
      bad: true,
      clause: '6.10',
    });
  }
  if (now.food === 0 && data.kind !== 'irregular')
    list.push({
      icon: 'warn',
      text: t('unit.marks.hungry'),
      about: t('unit.marks.hungryAbout'),
      bad: true,
      clause: '6.11',
    });
  if (data.commandKm !== undefined) {
    const far = outOfReach(seen, unit).length;
    list.push({
      icon: 'people',
      text: t('unit.marks.commands', { km: data.commandKm }),
      about: t('unit.marks.farFrom', { count: far }),
      clause: '6.10',
    });
  }
  if (data.kind === 'irregular')
    list.push({
      icon: 'people',
      text: t('unit.marks.irregular'),
      about: t('unit.marks.irregularAbout'),
      clause: '8.12',
    });
  if (data.airParty)
    list.push({ icon: 'plane', text: t('unit.marks.airParty'), about: t('unit.marks.airPartyAbout'), clause: '9.7' });
  if (data.liaison)
    list.push({ icon: 'link', text: t('unit.marks.liaison'), about: t('unit.marks.liaisonAbout'), clause: '6.10' });
  if (data.arrival.by === 'airlift')
    list.push({ icon: 'plane', text: t('unit.marks.flown', { men: now.flown }), clause: '9.13' });
  if (data.withdraw)
    list.push({
      icon: 'right',
      text: t('unit.marks.leaves', { date: formatDate(data.withdraw.date) }),
      about: table.names.text(`withdraw.${data.id}`, data.withdraw.reason),
    });
  if (list.length === 0) return null;
  return (
    <ul class="unit-marks">
      {list.map((mark) => (
        <li key={mark.text} class={mark.bad ? 'bad' : ''}>
          <Icon name={mark.icon} />
          <span>
            <b>{mark.text}</b>
            {mark.about && <small class="soft"> {mark.about}</small>}{' '}
            {mark.clause && <ClauseLink clause={mark.clause} text={t('odds.clause', { clause: mark.clause })} />}
          </span>
        </li>
      ))}
    </ul>
  );
}
