/**
 * What a person's clicks and keys mean, without a page: selection, reach, pending path, planned attack, refusal.
 * Every function takes what is seen and the interaction so far and answers the next interaction and the orders given.
 */
import type { Action } from '../../core/action.ts';
import type { Refusal } from '../../core/refusal.ts';
import { type AirPlan, airLeft, airParts, ordersTo, orderTo } from './airPlan.ts';
import { waysOut } from './breakOut.ts';
import { type FormationMarch, ordersOfMarch, planFormationMarch } from './formationMarch.ts';
import { type MarchMode, marchOrder, minutesAlong, type Reachable, reachable } from './marching.ts';
import { enemyIn, isOwn, onMap, type Seen, stackAt, touching } from './seen.ts';
import { planAttack, type Target, targetsOf } from './target.ts';

export interface Interaction {
  /** Units that take orders together; the first leads and is shown on the card. */
  selected: readonly number[];
  /** The hex looked at, -1 for none. */
  hex: number;
  hoverHex: number;
  mode: MarchMode;
  reach: Reachable | null;
  /** Hexes that the selected units could attack. */
  targets: readonly number[];
  /** A march shown but not yet ordered: hexes from the start on, and minutes on arrival. */
  path: readonly number[] | null;
  pathMinutes: readonly number[] | null;
  /** True when the path was picked by a click and waits for the second. */
  pending: boolean;
  target: Target | null;
  /** A mission waiting for its hex. */
  air: AirPlan | null;
  /** Hexes where the leading unit can break out to, while one is being picked. */
  breakOut: readonly number[] | null;
  /** Several units that are to march to one goal: who, and the march once the goal is picked. */
  group: Group | null;
  refusal: { hex: number; refusal: Refusal } | null;
  /** Who was selected before and could march to the hex of the unit picked now. */
  joining: { units: readonly number[]; hex: number; mode: MarchMode; minutes: number } | null;
}

export interface Group {
  /** Formation or headquarters by its id; '' for units picked by hand. */
  id: string;
  units: readonly number[];
  /** Units of the group that are left out. */
  without: readonly number[];
  plan: FormationMarch | null;
}

export const IDLE: Interaction = {
  selected: [],
  hex: -1,
  hoverHex: -1,
  mode: 'march',
  reach: null,
  targets: [],
  path: null,
  pathMinutes: null,
  pending: false,
  target: null,
  air: null,
  breakOut: null,
  group: null,
  refusal: null,
  joining: null,
};

export interface Step {
  next: Interaction;
  orders: Action[];
}

export interface Click {
  hex: number;
  /** The counter under the pointer, -1 for none. */
  unit: number;
  /** Right button. */
  act: boolean;
  /** Shift: add to or take from the selection. */
  more: boolean;
  /** Ctrl: plan an attack with everyone who could take part. */
  all: boolean;
}

const stay = (next: Interaction): Step => ({ next, orders: [] });

/** Selects units (the first leads); own units show their reach. */
export function select(seen: Seen, now: Interaction, units: readonly number[], mode: MarchMode = 'march'): Interaction {
  const present = units.filter((unit) => onMap(seen, unit));
  const lead = present[0];
  const hex = lead === undefined ? now.hex : (seen.view.units[lead]?.hex ?? -1);
  const base: Interaction = { ...IDLE, hoverHex: now.hoverHex, selected: present, hex, mode };
  if (lead === undefined || !isOwn(seen, lead) || !seen.mayOrder) return base;
  return { ...base, reach: reachable(seen, lead, mode), targets: targetsOf(seen, present) };
}

/** The same interaction after the game changed: nothing gone stays selected, reach is found anew. */
export function refresh(seen: Seen, now: Interaction): Interaction {
  const kept = select(seen, now, now.selected, now.mode);
  const hex = kept.selected.length > 0 ? kept.hex : now.hex;
  return { ...kept, hex, air: airLeft(seen, now.air) };
}

/** After a mission was flown: the next click on the map is a plain one again, unless more hexes were to follow. */
export function airFlown(now: Interaction): Interaction {
  return now.air?.more ? now : { ...now, air: null };
}

/** Escape: one thing at a time, the innermost first. */
export function stepBack(seen: Seen, now: Interaction): Interaction {
  if (now.refusal) return { ...now, refusal: null };
  if (now.air) return { ...now, air: null };
  if (now.group) return { ...now, group: now.group.plan ? { ...now.group, plan: null } : null };
  if (now.breakOut) return { ...now, breakOut: null };
  if (now.target) return { ...now, target: null };
  if (now.pending) return { ...now, pending: false, path: null, pathMinutes: null };
  return { ...select(seen, now, []), hex: -1 };
}

export function click(seen: Seen, now: Interaction, press: Click): Step {
  const clean: Interaction = { ...now, refusal: null };
  if (press.hex < 0) return stay(stepBack(seen, clean));
  if (clean.air) return flyTo(seen, clean, { ...clean.air, more: press.more }, press.hex);
  if (clean.group && seen.mayOrder) return groupTo(seen, clean, clean.group, press.hex);
  const lead = clean.selected[0];
  if (clean.breakOut && lead !== undefined)
    return { next: { ...clean, breakOut: null }, orders: [{ type: 'breakOut', unit: lead, hex: press.hex }] };
  const commands = seen.mayOrder && lead !== undefined && isOwn(seen, lead);
  if (enemyIn(seen, press.hex) && seen.mayOrder) return clickEnemy(seen, clean, press, commands);
  if (press.unit >= 0 && isOwn(seen, press.unit) && !press.act) return stay(pick(seen, clean, press));
  if (!commands) return stay(look(seen, clean, press));
  if (press.act) return march(seen, clean, press.hex);
  if (clean.pending && clean.path?.[clean.path.length - 1] === press.hex) return march(seen, clean, press.hex);
  if (clean.reach?.paths.has(press.hex)) return stay(preview(seen, clean, press.hex, true));
  return stay(look(seen, clean, press));
}

/** Begins to pick the goal of several units; the same again leaves it. */
export function beginGroup(seen: Seen, now: Interaction, units: readonly number[], id: string): Interaction {
  if (!seen.mayOrder || units.length === 0) return now;
  const base = select(seen, now, now.selected.length > 0 ? now.selected : units.slice(0, 1), 'march');
  return { ...base, group: { id, units, without: [], plan: null } };
}

function planned(seen: Seen, group: Group, goal: number): Group {
  const going = group.units.filter((unit) => !group.without.includes(unit));
  return { ...group, plan: planFormationMarch(seen, going, goal) };
}

/** A click while a goal is being picked: the first shows the march, the second on the same hex orders it. */
function groupTo(seen: Seen, now: Interaction, group: Group, hex: number): Step {
  if (group.plan?.goal === hex) return confirmGroup(seen, now);
  return stay({ ...now, hex, group: planned(seen, group, hex) });
}

/** Another formation for the same goal. */
export function widenGroup(seen: Seen, now: Interaction, units: readonly number[], id: string): Interaction {
  const goal = now.group?.plan?.goal;
  const group: Group = { id, units, without: [], plan: null };
  return { ...now, group: goal === undefined ? group : planned(seen, group, goal) };
}

/** Leaves a unit of the group out, or takes it along again. */
export function toggleOfGroup(seen: Seen, now: Interaction, unit: number): Interaction {
  const { group } = now;
  if (!group) return now;
  const without = group.without.includes(unit) ? group.without.filter((one) => one !== unit) : [...group.without, unit];
  const next = { ...group, without };
  return { ...now, group: group.plan ? planned(seen, next, group.plan.goal) : next };
}

/** The march of the group as shown, as orders. */
export function confirmGroup(seen: Seen, now: Interaction): Step {
  const { group } = now;
  if (!group?.plan || !seen.mayOrder) return stay(now);
  return { next: { ...now, group: null }, orders: ordersOfMarch(group.plan) };
}

/** Begins to pick the hex that the leading unit breaks out to, or says why it cannot. */
export function planBreakOut(seen: Seen, now: Interaction): Interaction {
  const lead = now.selected[0];
  if (lead === undefined || !seen.mayOrder) return now;
  if (now.breakOut) return { ...now, breakOut: null };
  const { hexes, refusal } = waysOut(seen, lead);
  const clean = { ...now, target: null, air: null, path: null, pathMinutes: null, pending: false };
  if (hexes.length > 0) return { ...clean, breakOut: hexes, refusal: null };
  return refusal ? { ...clean, refusal: { hex: now.hex, refusal } } : clean;
}

/** Air orders to a hex: of a group, of those who can fly there; of a single formation the session answers whether it can. */
function flyTo(seen: Seen, now: Interaction, air: AirPlan, hex: number): Step {
  const able = airParts(air).length > 1 ? ordersTo(seen, air, hex) : [];
  return { next: { ...now, hex, air }, orders: able.length > 0 ? able : [orderTo(air, air, hex)] };
}

function pick(seen: Seen, now: Interaction, press: Click): Interaction {
  if (press.more && now.selected.length > 0 && isOwn(seen, now.selected[0] as number)) {
    const rest = now.selected.filter((unit) => unit !== press.unit);
    return select(seen, now, rest.length < now.selected.length ? rest : [...now.selected, press.unit]);
  }
  if (press.all)
    return select(
      seen,
      now,
      stackAt(seen, press.hex).filter((unit) => isOwn(seen, unit)),
    );
  return { ...select(seen, now, [press.unit]), joining: joiningAt(seen, now, press.hex) };
}

/** A click on a friend selects him; that the units selected so far could have joined him there is not forgotten. */
function joiningAt(seen: Seen, now: Interaction, hex: number): Interaction['joining'] {
  const minutes = now.reach?.hexes.find((one) => one.hex === hex)?.minutes;
  if (minutes === undefined || !now.selected.every((unit) => isOwn(seen, unit))) return null;
  return { units: now.selected, hex, mode: now.mode, minutes };
}

/** The units selected before march to the hex of the one picked now. */
export function joinThere(seen: Seen, now: Interaction): Step {
  const { joining } = now;
  if (!joining) return stay(now);
  return march(seen, select(seen, now, joining.units, joining.mode), joining.hex);
}

/** A click that gives no order: looks at the hex and at who stands there. */
function look(seen: Seen, now: Interaction, press: Click): Interaction {
  const unit = press.unit >= 0 ? press.unit : stackAt(seen, press.hex)[0];
  const next = select(seen, now, unit === undefined ? [] : [unit]);
  return { ...next, hex: press.hex };
}

function clickEnemy(seen: Seen, now: Interaction, press: Click, commands: boolean): Step {
  const near = (unit: number): boolean => touching(seen.game, seen.view.units[unit]?.hex ?? -1, press.hex);
  const inReach = commands && now.selected.some((unit) => near(unit) || (seen.game.units[unit]?.rangeM ?? 0) > 0);
  if (press.all) {
    const everyone = seen.game.bySide[seen.side].filter((unit) => onMap(seen, unit) && near(unit));
    return stay({ ...now, hex: press.hex, target: planAttack(seen, press.hex, everyone) });
  }
  if (!inReach) {
    if (press.act && commands) return march(seen, now, press.hex);
    return stay(look(seen, now, press));
  }
  const target = planAttack(seen, press.hex, now.selected);
  return stay({ ...now, hex: press.hex, target, path: null, pathMinutes: null, pending: false });
}

/** Orders the selected units to a hex, each by its own quickest way; the first refusal is shown. */
function march(seen: Seen, now: Interaction, hex: number): Step {
  const orders: Action[] = [];
  let refusal: Refusal | null = null;
  for (const unit of now.selected) {
    if (!isOwn(seen, unit) || seen.view.units[unit]?.hex === hex) continue;
    const order = marchOrder(seen, unit, hex, now.mode);
    if ('code' in order) refusal ??= order;
    else orders.push(order);
  }
  const next = { ...now, path: null, pathMinutes: null, pending: false };
  return { next: refusal ? { ...next, refusal: { hex, refusal } } : next, orders };
}

/** Shows the way to a hex: on hover, or as a pending march after the first click. */
export function preview(seen: Seen, now: Interaction, hex: number, pending: boolean): Interaction {
  const lead = now.selected[0];
  const way = now.reach?.paths.get(hex);
  if (lead === undefined || !way) return { ...now, path: null, pathMinutes: null, pending: false };
  const start = seen.view.units[lead]?.hex ?? -1;
  return {
    ...now,
    path: [start, ...way],
    pathMinutes: minutesAlong(seen, lead, way, now.mode),
    pending,
    ...(pending ? { hex: now.hex } : {}),
  };
}

export function hover(seen: Seen, now: Interaction, hex: number): Interaction {
  if (hex === now.hoverHex) return now;
  const next = { ...now, hoverHex: hex };
  return now.pending || now.target || now.breakOut || now.group ? next : preview(seen, next, hex, false);
}

/** The march shown and waiting, as orders. */
export function confirmPath(seen: Seen, now: Interaction): Step {
  const end = now.path?.[now.path.length - 1];
  return now.pending && end !== undefined ? march(seen, now, end) : stay(now);
}
