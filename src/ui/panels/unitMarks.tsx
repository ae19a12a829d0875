/** What sets a unit apart: parties with it, its zone, the air bridge, when it leaves. Each says what it means. */
import { commandOf, outOfReach } from '../app/command.ts';
import { zonesLeft } from '../app/decisions.ts';
import { useDesk } from '../app/desk.ts';
import { ClauseLink } from '../screens/rulebookSheet.tsx';
import { en } from '../text/en.ts';
import { formatDate } from '../text/names.ts';
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
  const { marks } = en.unit;
  const list: Mark[] = [];
  const command = commandOf(seen, unit);
  if (zones.length > 0) list.push({ icon: 'warn', text: marks.outOfZone(zones.join(', ')), bad: true, clause: '6.10' });
  if (command && !command.within) {
    const text = marks.outOfCommand(table.names.unit(command.hq));
    list.push({
      icon: 'warn',
      text,
      about: marks.outOfCommandAbout(command.km, command.reachKm),
      bad: true,
      clause: '6.10',
    });
  }
  if (now.food === 0 && data.kind !== 'irregular')
    list.push({ icon: 'warn', text: marks.hungry, about: marks.hungryAbout, bad: true, clause: '6.11' });
  if (data.commandKm !== undefined) {
    const far = outOfReach(seen, unit).length;
    list.push({ icon: 'people', text: marks.commands(data.commandKm), about: marks.farFrom(far), clause: '6.10' });
  }
  if (data.kind === 'irregular')
    list.push({ icon: 'people', text: marks.irregular, about: marks.irregularAbout, clause: '8.12' });
  if (data.airParty) list.push({ icon: 'plane', text: marks.airParty, about: marks.airPartyAbout, clause: '9.7' });
  if (data.liaison) list.push({ icon: 'link', text: marks.liaison, about: marks.liaisonAbout, clause: '6.10' });
  if (data.arrival.by === 'airlift') list.push({ icon: 'plane', text: marks.flown(now.flown), clause: '9.13' });
  if (data.withdraw)
    list.push({ icon: 'right', text: marks.leaves(formatDate(data.withdraw.date)), about: data.withdraw.reason });
  if (list.length === 0) return null;
  return (
    <ul class="unit-marks">
      {list.map((mark) => (
        <li key={mark.text} class={mark.bad ? 'bad' : ''}>
          <Icon name={mark.icon} />
          <span>
            <b>{mark.text}</b>
            {mark.about && <small class="soft"> {mark.about}</small>}{' '}
            {mark.clause && <ClauseLink clause={mark.clause} text={en.odds.clause(mark.clause)} />}
          </span>
        </li>
      ))}
    </ul>
  );
}
