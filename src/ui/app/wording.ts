/** Conditions and effects of events and decisions in words. */
import type { Game } from '../../core/game.ts';
import { membersOf } from '../../core/members.ts';
import type { EventEffect, SimpleCondition } from '../../core/scenario.ts';
import { lower, t } from '../text/intl.ts';
import { formatWeight, type Names } from '../text/names.ts';

/** "Japan known within 60 km of Zhijiang". */
export function conditionText(game: Game, names: Names, when: SimpleCondition): string {
  const { scenario } = game.data;
  const not = when.not === true;
  const side = (id: string): string => names.side(game.sideIndex.get(id) ?? -1);
  const place = (id: string): string => names.place(game.placeIndex.get(id) ?? -1);
  switch (when.type) {
    case 'held':
    case 'notHeld':
      return t((when.type === 'notHeld') === not ? 'command.conditions.held' : 'command.conditions.heldNot', {
        side: side(when.side),
        place: place(when.place),
      });
    case 'within':
      return t(not ? 'command.conditions.withinNot' : 'command.conditions.within', {
        side: side(when.side),
        km: when.km,
        place: place(when.place),
      });
    case 'stock':
      return t(not ? 'command.conditions.stockNot' : 'command.conditions.stock', {
        side: side(when.side),
        weight: formatWeight(when.atLeastKg),
      });
    case 'decided':
      return t(not ? 'command.conditions.decidedNot' : 'command.conditions.decided', {
        title: names.decision(scenario.decisions?.findIndex((one) => one.id === when.decision) ?? -1),
      });
    case 'fired':
      return t(not ? 'command.conditions.firedNot' : 'command.conditions.fired', {
        title: names.dated(scenario.events.findIndex((one) => one.id === when.event)).title,
      });
    case 'airfield':
      return t(not ? 'command.conditions.airfieldNot' : 'command.conditions.airfield', {
        name: names.airfield(game.theatre.airfields.findIndex((field) => field.id === when.airfield)),
      });
  }
}

/** "39th Corps (3 units, 21,000 men) comes"; empty for what is only told. */
export function effectText(game: Game, names: Names, effect: EventEffect): string {
  const side = (id: string): string => names.side(game.sideIndex.get(id) ?? -1);
  switch (effect.type) {
    case 'message':
      return '';
    case 'arrive':
    case 'withdraw':
    case 'release':
      return t(`command.effects.${effect.type}`, { who: groupText(game, names, effect.unit) });
    case 'replacements':
      return t('command.effects.replacements', { men: effect.men, who: groupText(game, names, effect.unit) });
    case 'cohesion':
      return t('command.effects.cohesion', {
        who: groupText(game, names, effect.unit),
        change: `${effect.change >= 0 ? '+' : '−'}${Math.abs(Math.round(effect.change / 10))} %`,
      });
    case 'points':
      return t('command.effects.points', { points: effect.points, side: side(effect.side) });
    case 'stock': {
      const kg = effect.foodKg + effect.ammoKg + effect.fuelKg;
      const depot = names.depot(effect.source);
      return kg >= 0
        ? t('command.effects.stock', { weight: formatWeight(kg), depot })
        : t('command.effects.stockLess', { weight: formatWeight(-kg), depot });
    }
    case 'aviationFuel':
      return t('command.effects.aviationFuel', { weight: formatWeight(effect.kg), side: side(effect.side) });
    case 'boundary': {
      const name = names.boundary(effect.boundary);
      return effect.active ? t('command.effects.boundary', { name }) : t('command.effects.boundaryOff', { name });
    }
    case 'doctrine':
      return t('command.effects.doctrine', {
        side: side(effect.side),
        doctrine: lower(t(`terms.doctrines.${effect.doctrine}.name`)),
      });
    case 'civilians':
      return t('command.effects.civilians', { dead: effect.dead });
  }
}

/** A unit by its name, a formation with how much it is. */
function groupText(game: Game, names: Names, id: string): string {
  const members = membersOf(game.data, id);
  if (members.length === 1) return names.unit(members[0] as number);
  const name = names.command(id);
  const men = members.reduce((sum, unit) => sum + (game.units[unit]?.data.men ?? 0), 0);
  return t('command.effects.group', { name, units: members.length, men });
}
