/** Conditions and effects of events and decisions: what they name must be there, and may be known to who decides. */
import { membersOf } from '../../core/members.ts';
import type { EventCondition, EventEffect, ScenarioData, SimpleCondition } from '../../core/scenario.ts';
import type { Lexicon } from '../lexicon.ts';
import { type Problems, type ScenarioPart, shown } from '../problem.ts';
import { checkKnown } from './common.ts';

type Keys = readonly PropertyKey[];

/**
 * Checks a condition of a file. For a decision or a plan `decider` is its side: what the other side has in store,
 * decided or was told it can't know.
 */
export function checkCondition(
  keys: Keys,
  condition: EventCondition,
  decider: string | null,
  lexicon: Lexicon,
  problems: Problems,
  part: ScenarioPart = 'scenario',
): void {
  if (condition.type === 'all' || condition.type === 'any')
    condition.conditions.forEach((one, i) => {
      checkSimple([...keys, 'conditions', i], one, decider, lexicon, problems, part);
    });
  else checkSimple(keys, condition, decider, lexicon, problems, part);
}

function checkSimple(
  keys: Keys,
  condition: SimpleCondition,
  decider: string | null,
  lexicon: Lexicon,
  problems: Problems,
  part: ScenarioPart,
): void {
  const known = (name: string, id: string, list: { has(id: string): boolean }, code: `unknown-${Named}`): boolean =>
    checkKnown(part, [...keys, name], id, list, code, problems);
  const secret = (name: string, what: string, owner: string | null | undefined): void => {
    if (decider === null || owner === null || owner === undefined || owner === decider) return;
    problems.add(part, [...keys, name], 'other-side', `the deciding side can't know ${what} of the other side`);
  };
  switch (condition.type) {
    case 'held':
    case 'notHeld':
    case 'within':
      known('place', condition.place, lexicon.places, 'unknown-place');
      known('side', condition.side, lexicon.sides, 'unknown-side');
      break;
    case 'stock':
      if (known('side', condition.side, lexicon.sides, 'unknown-side')) secret('side', 'the stocks', condition.side);
      break;
    case 'decided':
      if (known('decision', condition.decision, lexicon.decisions, 'unknown-decision'))
        secret('decision', 'a decision', lexicon.decisions.get(condition.decision)?.side);
      break;
    case 'fired':
      if (known('event', condition.event, lexicon.events, 'unknown-event'))
        secret('event', 'an event', lexicon.events.get(condition.event)?.side);
      break;
    case 'airfield':
      known('airfield', condition.airfield, lexicon.airfields, 'unknown-airfield');
  }
}

type Named = 'place' | 'side' | 'decision' | 'event' | 'airfield';

/** Checks effects. A decision (`decider` its side) moves only what is its own; an event may touch both sides. */
export function checkEffects(
  data: ScenarioData,
  keys: Keys,
  effects: readonly EventEffect[],
  decider: string | null,
  lexicon: Lexicon,
  problems: Problems,
): void {
  const own = (at: Keys, id: string, owner: string | undefined): void => {
    if (decider !== null && owner !== undefined && owner !== decider)
      problems.add('scenario', at, 'other-side', `${shown(id)} belongs to the other side`);
  };
  effects.forEach((effect, i) => {
    const at = (name: string): Keys => [...keys, i, name];
    switch (effect.type) {
      case 'message':
      case 'civilians':
        break;
      case 'points':
        checkKnown('scenario', at('side'), effect.side, lexicon.sides, 'unknown-side', problems);
        break;
      case 'aviationFuel':
      case 'doctrine':
        if (checkKnown('scenario', at('side'), effect.side, lexicon.sides, 'unknown-side', problems))
          own(at('side'), effect.side, effect.side);
        if (effect.type === 'aviationFuel') checkFuelled(data, at('side'), effect.side, problems);
        break;
      case 'stock':
        if (checkKnown('scenario', at('source'), effect.source, lexicon.depots, 'unknown-depot', problems))
          own(at('source'), effect.source, lexicon.depots.get(effect.source)?.side);
        break;
      case 'boundary':
        if (checkKnown('scenario', at('boundary'), effect.boundary, lexicon.boundaries, 'unknown-boundary', problems))
          own(at('boundary'), effect.boundary, lexicon.boundaries.get(effect.boundary)?.side);
        break;
      default:
        checkUnits(data, at('unit'), effect.unit, lexicon, problems);
        own(at('unit'), effect.unit, lexicon.bodies.get(effect.unit)?.side);
    }
  });
}

/** Reports an id that is no unit, headquarters or formation, or a formation without a single unit. */
export function checkUnits(data: ScenarioData, keys: Keys, id: string, lexicon: Lexicon, problems: Problems): void {
  if (!checkKnown('scenario', keys, id, lexicon.bodies, 'unknown-unit', problems)) return;
  if (membersOf(data, id).length === 0)
    problems.add('scenario', keys, 'unknown-unit', `no unit belongs to ${shown(id)}`);
}

function checkFuelled({ air }: ScenarioData, keys: Keys, side: string, problems: Problems): void {
  if (air.fuel?.some((entry) => entry.side === side)) return;
  problems.add('scenario', keys, 'missing', `air.json gives side ${shown(side)} no store of aviation fuel`);
}
