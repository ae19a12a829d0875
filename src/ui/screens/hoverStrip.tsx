/** One line on the hex under the pointer or the map cursor: nothing on the map needs a click to be read. */
import { useDesk } from '../app/desk.ts';
import { hexFacts } from '../app/hexFacts.ts';
import { t } from '../text/intl.ts';
import { formatMinutes, joinNames } from '../text/names.ts';

export function HoverStrip() {
  const { table } = useDesk();
  const { hoverHex, reach } = table.interaction.value;
  if (hoverHex < 0) return null;
  const seen = table.seen.value;
  const facts = hexFacts(seen, hoverHex);
  const minutes = reach?.hexes.find((one) => one.hex === hoverHex)?.minutes;
  const known = facts.units.map((unit) => {
    const own = table.game.units[unit]?.side === seen.side || table.eyes.value === null || !seen.view.fog;
    return own || (seen.view.units[unit]?.seen ?? 0) >= 2 ? table.names.unit(unit) : t('unit.unknown');
  });
  const parts = [
    `${t(`terms.covers.${facts.cover}`)}, ${t(`terms.reliefs.${facts.relief}`).toLowerCase()}`,
    t('hex.metres', { metres: facts.elevation }),
    facts.road ? t(`terms.roads.${facts.road}`) : '',
    facts.holder >= 0 ? table.names.side(facts.holder) : '',
    minutes === undefined ? '' : formatMinutes(minutes),
    joinNames(known, 3),
  ];
  return (
    <p class="hover-strip" aria-hidden="true">
      <b>{table.names.hexFull(hoverHex)}</b>
      {parts.filter((part) => part !== '').join(' · ')}
    </p>
  );
}
