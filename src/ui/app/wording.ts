/** Conditions and effects of events and decisions in words. */
import type { Game } from '../../core/game.ts';
import { membersOf } from '../../core/members.ts';
import type { EventEffect, SimpleCondition } from '../../core/scenario.ts';
import { en } from '../text/en.ts';
import { formatWeight, type Names } from '../text/names.ts';

/** "Japan known within 60 km of Zhijiang". */
export function conditionText(game: Game, names: Names, when: SimpleCondition): string {
  const text = en.command.conditions;
  const { scenario } = game.data;
  const not = when.not === true;
  const side = (id: string): string => names.side(game.sideIndex.get(id) ?? -1);
  const place = (id: string): string => names.place(game.placeIndex.get(id) ?? -1);
  switch (when.type) {
    case 'held':
    case 'notHeld':
      return ((when.type === 'notHeld') === not ? text.held : text.heldNot)(side(when.side), place(when.place));
    case 'within':
      return (not ? text.withinNot : text.within)(side(when.side), when.km, place(when.place));
    case 'stock':
      return (not ? text.stockNot : text.stock)(side(when.side), formatWeight(when.atLeastKg));
    case 'decided':
      return (not ? text.decidedNot : text.decided)(
        scenario.decisions?.find((one) => one.id === when.decision)?.title ?? when.decision,
      );
    case 'fired':
      return (not ? text.firedNot : text.fired)(
        scenario.events.find((one) => one.id === when.event)?.title ?? when.event,
      );
    case 'airfield':
      return (not ? text.airfieldNot : text.airfield)(
        names.airfield(game.theatre.airfields.findIndex((field) => field.id === when.airfield)),
      );
  }
}

/** "39th Corps (3 units, 21,000 men) comes"; empty for what is only told. */
export function effectText(game: Game, names: Names, effect: EventEffect): string {
  const text = en.command.effects;
  const { scenario } = game.data;
  const side = (id: string): string => names.side(game.sideIndex.get(id) ?? -1);
  switch (effect.type) {
    case 'message':
      return '';
    case 'arrive':
    case 'withdraw':
    case 'release':
      return text[effect.type](groupText(game, names, effect.unit));
    case 'replacements':
      return text.replacements(effect.men, groupText(game, names, effect.unit));
    case 'cohesion':
      return text.cohesion(
        groupText(game, names, effect.unit),
        `${effect.change >= 0 ? '+' : '−'}${Math.abs(Math.round(effect.change / 10))} %`,
      );
    case 'points':
      return text.points(effect.points, side(effect.side));
    case 'stock': {
      const kg = effect.foodKg + effect.ammoKg + effect.fuelKg;
      const depot = scenario.supplySources.find((one) => one.id === effect.source)?.name ?? effect.source;
      return kg >= 0 ? text.stock(formatWeight(kg), depot) : text.stockLess(formatWeight(-kg), depot);
    }
    case 'aviationFuel':
      return text.aviationFuel(formatWeight(effect.kg), side(effect.side));
    case 'boundary': {
      const name = scenario.boundaries?.find((one) => one.id === effect.boundary)?.name ?? effect.boundary;
      return effect.active ? text.boundary(name) : text.boundaryOff(name);
    }
    case 'doctrine':
      return text.doctrine(side(effect.side), en.terms.doctrines[effect.doctrine].name);
    case 'civilians':
      return text.civilians(effect.dead);
  }
}

/** A unit by its name, a formation with how much it is. */
function groupText(game: Game, names: Names, id: string): string {
  const members = membersOf(game.data, id);
  const { formations, units } = game.data.oob;
  if (members.length === 1) return names.unit(members[0] as number);
  const name = formations.find((one) => one.id === id)?.name ?? units.find((one) => one.id === id)?.name ?? id;
  const men = members.reduce((sum, unit) => sum + (game.units[unit]?.data.men ?? 0), 0);
  return en.command.effects.group(name, members.length, men);
}
