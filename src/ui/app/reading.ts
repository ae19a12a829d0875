/** What the page says aloud of a hex and of a unit, to screen readers and in the strip below the map. */
import { SEEN_TYPE } from '../../core/state.ts';
import { lower, t, term } from '../text/intl.ts';
import { formatMinutes, formatShare, joinNames, joinSentences } from '../text/names.ts';
import { hexFacts } from './hexFacts.ts';
import type { Table } from './table.ts';

/** Units of a hex as far as they may be named. */
export function unitsKnown(table: Table, units: readonly number[]): string[] {
  const seen = table.seen.value;
  return units.map((unit) => {
    const own = seen.game.units[unit]?.side === seen.side || table.eyes.value === null || !seen.view.fog;
    return own || (seen.view.units[unit]?.seen ?? 0) >= SEEN_TYPE ? table.names.unit(unit) : t('unit.unknown');
  });
}

/** Ground, way, height, holder, time of march and who is there, in this order. */
export function partsOfHex(table: Table, hex: number): string[] {
  const facts = hexFacts(table.seen.value, hex);
  const minutes = table.interaction.value.reach?.hexes.find((one) => one.hex === hex)?.minutes;
  return [
    [t(`terms.covers.${facts.cover}`), lower(t(`terms.reliefs.${facts.relief}`))].join(t('common.comma')),
    t('hex.metres', { metres: facts.elevation }),
    facts.road ? t(`terms.roads.${facts.road}`) : '',
    facts.holder >= 0 ? table.names.side(facts.holder) : '',
    minutes === undefined ? '' : formatMinutes(minutes),
    joinNames(unitsKnown(table, facts.units), 3),
  ].filter((part) => part !== '');
}

/** The hex under the cursor in a few sentences; the time is that of the selected unit. */
export function hexReading(table: Table, hex: number): string {
  const facts = hexFacts(table.seen.value, hex);
  const { reach, selected, targets } = table.interaction.value;
  const minutes = reach?.hexes.find((one) => one.hex === hex)?.minutes;
  const lead = selected[0];
  const water = facts.rivers.filter((one) => one.river !== 'stream').map((one) => one.direction);
  return joinSentences(
    [
      t('reading.where', { where: table.names.hexFull(hex) }),
      t('reading.ground', {
        cover: t(`terms.covers.${facts.cover}`),
        relief: lower(t(`terms.reliefs.${facts.relief}`)),
      }),
      facts.road ? t('reading.way', { way: t(`terms.roads.${facts.road}`) }) : '',
      water.length > 0
        ? t('reading.river', { sides: water.map((one) => term('names.compass', one)).join(t('common.comma')) })
        : '',
      facts.holder >= 0 ? t('reading.held', { side: table.names.side(facts.holder) }) : '',
      facts.units.length > 0
        ? t('reading.units', { units: joinNames(unitsKnown(table, facts.units), 4) })
        : t('reading.empty'),
      targets.includes(hex) ? t('reading.target') : '',
      lead === undefined || !reach
        ? ''
        : minutes === undefined
          ? t('reading.noReach', { unit: table.names.unit(lead) })
          : t('reading.reach', { unit: table.names.unit(lead), time: formatMinutes(minutes) }),
    ].filter((part) => part !== ''),
  );
}

/** An own unit in one sentence. */
export function unitReading(table: Table, unit: number): string {
  const now = table.seen.value.view.units[unit];
  if (!now) return '';
  return t('reading.unit', {
    unit: table.names.unit(unit),
    men: now.men,
    where: table.names.hexFull(now.hex),
    time: formatMinutes(now.minutes),
    cohesion: formatShare(now.cohesion),
    supply: term('terms.supply', now.supply),
  });
}
