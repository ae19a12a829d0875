/** What sets a unit apart: parties with it, its zone, the air bridge, when it leaves. Each says what it means. */
import { zonesLeft } from '../app/decisions.ts';
import { useDesk } from '../app/desk.ts';
import { en } from '../text/en.ts';
import { formatDate } from '../text/names.ts';
import { Icon, type IconName } from '../widgets/icon.tsx';

interface Mark {
  icon: IconName;
  text: string;
  about?: string;
  bad?: boolean;
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
  if (zones.length > 0) list.push({ icon: 'warn', text: marks.outOfZone(zones.join(', ')), bad: true });
  if (data.airParty) list.push({ icon: 'plane', text: marks.airParty, about: marks.airPartyAbout });
  if (data.liaison) list.push({ icon: 'link', text: marks.liaison, about: marks.liaisonAbout });
  if (data.arrival.by === 'airlift') list.push({ icon: 'plane', text: marks.flown(now.flown) });
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
            {mark.about && <small class="soft"> {mark.about}</small>}
          </span>
        </li>
      ))}
    </ul>
  );
}
