/** Decisions of the command as a list for the player, and the zones of the armies. */
import { isMet } from '../../core/rules/conditions.ts';
import { decisionsOf } from '../../core/rules/decisions.ts';
import type { DecisionData, SimpleCondition } from '../../core/scenario.ts';
import type { TakenState } from '../../core/state.ts';
import { scenarioNames } from '../text/names.ts';
import { onMap, type Seen } from './seen.ts';

export type DecisionStatus = 'open' | 'unmet' | 'later' | 'taken' | 'past';

export interface DecisionFacts {
  decision: number;
  data: DecisionData;
  status: DecisionStatus;
  taken: TakenState | null;
  /** Each thing it asks for and whether it is the case as far as the side knows. */
  asks: { when: SimpleCondition; met: boolean }[];
  /** Whether one of them is enough. */
  any: boolean;
}

const RANK: Record<DecisionStatus, number> = { open: 0, unmet: 1, later: 2, taken: 3, past: 4 };

/** Every decision of the side: what can be taken first, what is past last. */
export function decisionFacts(seen: Seen): DecisionFacts[] {
  const { game, view, side } = seen;
  const facts = decisionsOf(game, view, side).flatMap(({ decision, refusal, taken }): DecisionFacts[] => {
    const data = game.data.scenario.decisions?.[decision];
    if (!data) return [];
    const status: DecisionStatus = taken
      ? 'taken'
      : refusal === null
        ? 'open'
        : refusal.code === 'condition'
          ? 'unmet'
          : (refusal.until ?? 0) > 0
            ? 'later'
            : 'past';
    const { when } = data;
    const simple = !when ? [] : when.type === 'all' || when.type === 'any' ? when.conditions : [when];
    const asks = simple.map((one) => ({ when: one, met: isMet(game, view, one, side) }));
    return [{ decision, data, status, taken, asks, any: when?.type === 'any' }];
  });
  const opens = (one: DecisionFacts): string => (one.status === 'later' ? one.data.from : one.data.until);
  return facts.sort(
    (a, b) => RANK[a.status] - RANK[b.status] || compare(opens(a), opens(b)) || a.decision - b.decision,
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Decisions that may be taken now and have not been. */
export function openDecisions(seen: Seen): number[] {
  return decisionFacts(seen).flatMap((one) => (one.status === 'open' ? [one.decision] : []));
}

export interface ZoneFacts {
  boundary: number;
  /** Number on the map, from 1. */
  number: number;
  name: string;
  active: boolean;
  inside: number[];
  outside: number[];
}

/** The army zones of the side, and who stands in and outside them. */
export function zonesOf(seen: Seen): ZoneFacts[] {
  const { game, view } = seen;
  let number = 0;
  return game.theatre.boundaries.flatMap(({ side, inside }, boundary): ZoneFacts[] => {
    if (side !== seen.side) return [];
    number++;
    const bound = game.bySide[side].filter(
      (unit) => onMap(seen, unit) && (game.theatre.zonesOf[unit] ?? []).includes(boundary),
    );
    const within = (unit: number): boolean => inside[view.units[unit]?.hex ?? -1] === 1;
    return [
      {
        boundary,
        number,
        name: scenarioNames(game).boundary(game.data.scenario.boundaries?.[boundary]?.id ?? ''),
        active: view.boundaries[boundary] === 1,
        inside: bound.filter(within),
        outside: bound.filter((unit) => !within(unit)),
      },
    ];
  });
}

/** The zones in force that bind a unit of the side. */
export function boundZones(seen: Seen, unit: number): number[] {
  if (seen.game.units[unit]?.side !== seen.side) return [];
  return (seen.game.theatre.zonesOf[unit] ?? []).filter((one) => seen.view.boundaries[one] === 1);
}

/** The zones in force that a unit stands outside of; empty when it may fight where it is. */
export function zonesLeft(seen: Seen, unit: number): string[] {
  const { theatre, data } = seen.game;
  const names = scenarioNames(seen.game);
  const hex = seen.view.units[unit]?.hex ?? -1;
  const bound = boundZones(seen, unit);
  if (hex < 0 || bound.length === 0 || bound.some((one) => theatre.boundaries[one]?.inside[hex] === 1)) return [];
  return bound.map((one) => names.boundary(data.scenario.boundaries?.[one]?.id ?? ''));
}
