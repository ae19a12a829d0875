/** A fight being planned: who could go in, who could fire, who is ticked, and the order that comes of it. */
import type { AssaultAction } from '../../core/action.ts';
import { check } from '../../core/check.ts';
import type { Odds } from '../../core/odds.ts';
import type { Refusal } from '../../core/refusal.ts';
import { oddsOf } from '../../core/rules/combat.ts';
import { gunReach } from '../../core/rules/fight.ts';
import { isOwn, onMap, type Seen, touching } from './seen.ts';

export interface Candidate {
  unit: number;
  ticked: boolean;
  /** Why it cannot take part; null when it can. */
  refusal: Refusal | null;
}

export interface Target {
  hex: number;
  attackers: Candidate[];
  support: Candidate[];
  advance: boolean;
}

/** Codes that mean "not part of this fight at all" and are not worth a line in the list. */
const SILENT = new Set(['no-guns', 'out-of-range', 'no-such-unit', 'not-your-unit']);

/** Everyone who could have a part in an attack on a hex; `leading` are ticked. */
export function planAttack(seen: Seen, hex: number, leading: readonly number[]): Target {
  const { game, view } = seen;
  const near = game.bySide[seen.side].filter((unit) => onMap(seen, unit));
  const attackers = near
    .filter((unit) => touching(game, view.units[unit]?.hex ?? -1, hex))
    .map((unit) => {
      const refusal = check(game, view, order(hex, [unit], [], true));
      return { unit, ticked: refusal === null && leading.includes(unit), refusal };
    });
  const lead = attackers.find((one) => one.ticked) ?? attackers.find((one) => one.refusal === null);
  const support = near
    .filter((unit) => {
      const range = game.units[unit]?.rangeM ?? 0;
      return range > 0 && unit !== lead?.unit && gunReach(game, view.units[unit]?.hex ?? -1, hex) <= range;
    })
    .map((unit) => ({ unit, refusal: supportRefusal(seen, hex, lead?.unit ?? -1, unit) }))
    .filter(({ refusal }) => refusal === null || !SILENT.has(refusal.code))
    .map(({ unit, refusal }) => ({
      unit,
      refusal,
      ticked: refusal === null && game.units[unit]?.data.kind === 'artillery',
    }));
  const target = { hex, attackers, support, advance: true };
  return {
    ...target,
    support: support.map((one) => (isTicked(attackers, one.unit) ? { ...one, ticked: false } : one)),
  };
}

function supportRefusal(seen: Seen, hex: number, lead: number, unit: number): Refusal | null {
  if (lead < 0) return check(seen.game, seen.view, { type: 'bombard', unit, hex });
  return check(seen.game, seen.view, order(hex, [lead], [unit], true));
}

function isTicked(list: readonly Candidate[], unit: number): boolean {
  return list.some((one) => one.unit === unit && one.ticked);
}

function order(hex: number, units: number[], support: number[], advance: boolean): AssaultAction {
  const ascending = (list: number[]): number[] => [...list].sort((a, b) => a - b);
  return { type: 'assault', units: ascending(units), support: ascending(support), hex, advance };
}

/** Ticks a unit on or off; one unit is never both in the assault and in support. */
export function tick(target: Target, role: 'attackers' | 'support', unit: number, on: boolean): Target {
  const other = role === 'attackers' ? 'support' : 'attackers';
  const set = (list: Candidate[], value: boolean): Candidate[] =>
    list.map((one) => (one.unit === unit && (one.refusal === null || !value) ? { ...one, ticked: value } : one));
  const next = { ...target, [role]: set(target[role], on) };
  return on ? { ...next, [other]: set(target[other], false) } : next;
}

export function tickAll(target: Target, role: 'attackers' | 'support', on: boolean): Target {
  return target[role].reduce((sum, one) => (one.ticked === on ? sum : tick(sum, role, one.unit, on)), target);
}

/** The order as ticked. */
export function assaultOrder(target: Target): AssaultAction {
  const ticked = (list: readonly Candidate[]): number[] => list.filter((one) => one.ticked).map((one) => one.unit);
  return order(target.hex, ticked(target.attackers), ticked(target.support), target.advance);
}

export type Forecast = { ok: true; odds: Odds; action: AssaultAction } | { ok: false; refusal: Refusal | null };

/** What the resolver itself says of the attack as ticked; a refusal of null means that nobody is ticked. */
export function forecast(seen: Seen, target: Target): Forecast {
  const action = assaultOrder(target);
  if (action.units.length === 0) return { ok: false, refusal: null };
  const refusal = check(seen.game, seen.view, action);
  if (refusal) return { ok: false, refusal };
  return { ok: true, odds: oddsOf(seen.game, seen.view, action), action };
}

/** Hexes next to the units where a fight could be opened. */
export function targetsOf(seen: Seen, units: readonly number[]): number[] {
  const found = new Set<number>();
  const enemies = new Set<number>();
  seen.view.units.forEach((now, i) => {
    if (!isOwn(seen, i) && onMap(seen, i)) enemies.add(now.hex);
  });
  for (const unit of units) {
    const hex = seen.view.units[unit]?.hex ?? -1;
    for (const enemy of enemies) {
      if (touching(seen.game, hex, enemy)) {
        if (!check(seen.game, seen.view, order(enemy, [unit], [], true))) found.add(enemy);
      } else if ((seen.game.units[unit]?.rangeM ?? 0) > 0) {
        if (!check(seen.game, seen.view, { type: 'bombard', unit, hex: enemy })) found.add(enemy);
      }
    }
  }
  return [...found].sort((a, b) => a - b);
}
