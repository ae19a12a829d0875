/** Attacks planned at several places at once: what each adds to the chance, what it will use, who is in which. */
import { type Signal, signal } from '@preact/signals';
import type { AssaultAction, BombardAction } from '../../core/action.ts';
import { check } from '../../core/check.ts';
import { AMMO_SHARE, chancesOf } from '../../core/rules/combat.ts';
import { needs } from '../../core/rules/supply.ts';
import { enemyIn, type Seen } from './seen.ts';
import type { Table } from './table.ts';
import { assaultOrder, type Candidate, forecast, planAttack, type Target, tick } from './target.ts';

type Role = 'attackers' | 'support';

/** What ticking a unit on, or leaving it ticked, is worth: change of the chance that the enemy gives way, thousandths. */
export interface Worth {
  unit: number;
  role: Role;
  /** Positive when the attack is better with the unit than without. */
  gain: number;
}

function chanceOf(seen: Seen, action: AssaultAction): number | null {
  if (action.units.length === 0 || check(seen.game, seen.view, action)) return null;
  return chancesOf(seen.game, seen.view, action).gaveWay;
}

/**
 * For each unit that can take part: the chance with it less the chance without it, everyone else as ticked. A unit
 * that goes in alone has no "without", and is left out.
 */
export function worthOf(seen: Seen, target: Target): Worth[] {
  const now = chanceOf(seen, assaultOrder(target));
  const list: Worth[] = [];
  for (const role of ['attackers', 'support'] as const) {
    for (const { unit, ticked, refusal } of target[role]) {
      if (refusal !== null) continue;
      const other = chanceOf(seen, assaultOrder(tick(target, role, unit, !ticked)));
      if (now === null || other === null) continue;
      list.push({ unit, role, gain: ticked ? now - other : other - now });
    }
  }
  return list;
}

/** Candidates by the hex they stand in, the fullest list of ticks first: a stack goes in or stays out as one. */
export function stacksOf(seen: Seen, list: readonly Candidate[]): { hex: number; units: Candidate[] }[] {
  const byHex = new Map<number, Candidate[]>();
  for (const one of list) {
    const hex = seen.view.units[one.unit]?.hex ?? -1;
    const stack = byHex.get(hex);
    if (stack) stack.push(one);
    else byHex.set(hex, [one]);
  }
  return [...byHex].map(([hex, units]) => ({ hex, units }));
}

/** Ticks every able unit of a stack on or off. */
export function tickStack(target: Target, role: Role, units: readonly number[], on: boolean): Target {
  return units.reduce((sum, unit) => tick(sum, role, unit, on), target);
}

export interface AmmoUse {
  unit: number;
  /** Kg at most, if the fight lasts as long as it may; and what the unit has. */
  kg: number;
  have: number;
}

/** Ammunition that the attack uses at most, unit by unit: seven tenths of a day's full combat for each day it lasts (6.13). */
export function ammunitionFor(seen: Seen, target: Target): AmmoUse[] {
  const result = forecast(seen, target);
  if (!result.ok) return [];
  const days = result.odds.halfDays / 2;
  return [...result.odds.attackers, ...result.odds.support].map(({ unit, men }) => {
    const now = seen.view.units[unit];
    const support = result.action.support.includes(unit);
    const share = support ? 1 : Math.min(1, men / Math.max(1, now?.men ?? 0));
    const most = Math.round(needs(seen.game, seen.view, unit).ammoDay * AMMO_SHARE * days * share);
    return { unit, kg: Math.min(most, now?.ammo ?? 0), have: now?.ammo ?? 0 };
  });
}

/** Shelling by every ticked gun that may: fired first, they are not there for the assault itself. */
export function shellFirst(seen: Seen, target: Target): BombardAction[] {
  return target.support
    .filter((one) => one.ticked)
    .map(({ unit }): BombardAction => ({ type: 'bombard', unit, hex: target.hex }))
    .filter((order) => check(seen.game, seen.view, order) === null);
}

function tickedUnits(target: Target): number[] {
  return [...target.attackers, ...target.support].filter((one) => one.ticked).map((one) => one.unit);
}

/** Where else a unit is planned in: the hex of that attack, -1 for none. */
export function plannedElsewhere(plans: readonly Target[], unit: number, hex: number): number {
  return plans.find((plan) => plan.hex !== hex && tickedUnits(plan).includes(unit))?.hex ?? -1;
}

/** Keeps an attack in the list: in place of the one on the same hex, and a unit in it is taken out of all others. */
export function keepPlan(plans: readonly Target[], target: Target): Target[] {
  const mine = tickedUnits(target);
  const freed = plans
    .filter((plan) => plan.hex !== target.hex)
    .map((plan) => mine.reduce((sum, unit) => tick(tick(sum, 'attackers', unit, false), 'support', unit, false), plan))
    .filter((plan) => plan.attackers.some((one) => one.ticked));
  const keeps = target.attackers.some((one) => one.ticked);
  return keeps ? [...freed, target].sort((a, b) => a.hex - b.hex) : freed;
}

export function dropPlan(plans: readonly Target[], hex: number): Target[] {
  return plans.filter((plan) => plan.hex !== hex);
}

/** A plan after the situation changed: who may still take part, the ticks as they were as far as they may be. */
export function renewPlan(seen: Seen, plan: Target): Target | null {
  if (!enemyIn(seen, plan.hex)) return null;
  const ticked = (role: Role): Set<number> => new Set(plan[role].filter((one) => one.ticked).map((one) => one.unit));
  const [going, firing] = [ticked('attackers'), ticked('support')];
  const fresh = planAttack(seen, plan.hex, [...going]);
  const support = fresh.support.map((one) => ({
    ...one,
    ticked: one.refusal === null && firing.has(one.unit) && !going.has(one.unit),
  }));
  return { ...fresh, support, advance: plan.advance };
}

/** The plans that still stand: an enemy is in the hex and someone can go in. */
export function renewPlans(seen: Seen, plans: readonly Target[]): Target[] {
  return plans.flatMap((plan) => {
    const fresh = renewPlan(seen, plan);
    return fresh?.attackers.some((one) => one.ticked) ? [fresh] : [];
  });
}

const kept = new WeakMap<Table, [Signal<readonly Target[]>, Signal<readonly Target[]>]>();

/** The planned attacks of a side in a running game; remembered for as long as it is open. */
export function plansOf(table: Table, side: 0 | 1): Signal<readonly Target[]> {
  let plans = kept.get(table);
  if (!plans) {
    plans = [signal([]), signal([])];
    kept.set(table, plans);
  }
  return plans[side];
}
