/** Rulebook 6.14-6.16: retreat, blocked retreat, pursuit. */
import { dice } from '../dice.ts';
import type { GameEvent, UnitLoss } from '../event.ts';
import { distance, type Game, marchTableOf } from '../game.ts';
import { inEnemyZoc, position } from '../position.ts';
import { UNIT_KINDS } from '../scenario.ts';
import { ACT_RETREATED, type GameState, UNIT_ON_MAP } from '../state.ts';
import { IMPASSABLE } from '../terrain.ts';
import { observeStep } from './detection.ts';
import { addLoss, applyCapture, removeIfEmpty } from './losses.ts';
import { fits, takeHex } from './movement.ts';
import { captureShare, type RetreatKind } from './resolver.ts';

const IRREGULAR = UNIT_KINDS.indexOf('irregular');
/** 6.16: half of those who are not taken when an encircled unit breaks up have fallen. */
function fallFighting(unit: GameState['units'][number], loss: UnitLoss): void {
  const fallen = Math.floor(loss.missing / 2);
  loss.missing -= fallen;
  loss.killed += fallen;
  unit.missing -= fallen;
  unit.killed += fallen;
}

/** 6.15: do irregulars along the way cut stragglers off? */
function irregularsAt(game: Game, state: GameState, from: number, to: number, side: number): boolean {
  return (game.bySide[1 - side] as number[]).some((index) => {
    const unit = state.units[index] as GameState['units'][number];
    if ((game.units[index] as Game['units'][number]).kind !== IRREGULAR || unit.hex < 0) return false;
    return distance(game, unit.hex, from) <= 1 || distance(game, unit.hex, to) <= 1;
  });
}

/** Hexes to the nearest source of supply of a side; 0 for a side without any. */
function homeward(game: Game, side: number, hex: number): number {
  let best = -1;
  for (const depot of game.depots) {
    if (depot.side !== side) continue;
    const far = distance(game, hex, depot.hex);
    if (best < 0 || far < best) best = far;
  }
  return Math.max(0, best);
}

/**
 * 6.14: where a beaten unit goes: the next hex it can march into, without enemies and within the stacking limit,
 * preferring hexes outside enemy control, then towards its supply, then away from the attackers. -1 for nowhere.
 */
function retreatHex(
  game: Game,
  state: GameState,
  index: number,
  from: readonly number[],
): { hex: number; blocked: boolean } {
  const unit = state.units[index] as GameState['units'][number];
  const info = game.units[index] as Game['units'][number];
  const pos = position(game, state, -1);
  const table = marchTableOf(game, state, info.mobility);
  let best = -1;
  let bestScore = Number.NEGATIVE_INFINITY;
  let blocked = false;
  for (let d = 0; d < 6; d++) {
    const step = unit.hex * 6 + d;
    const to = game.neighbours[step] as number;
    if (to < 0 || pos.side[to] === 1 - info.side || from.includes(to)) continue;
    const link = d < 3 ? unit.hex * 3 + d : to * 3 + d - 3;
    const cost = pos.broken[link] === 1 ? (table.broken[step] as number) : (table.open[step] as number);
    if (cost >= IMPASSABLE || !fits(game, pos, to, unit.men)) continue;
    const zoc = inEnemyZoc(pos, to, info.side) && pos.side[to] !== info.side;
    const near = from.reduce((least, hex) => Math.min(least, distance(game, hex, to)), 9);
    const score = 10000 - (zoc ? 4000 : 0) - homeward(game, info.side, to) * 20 + near * 25 - Math.min(cost, 600) / 10;
    if (score > bestScore) {
      bestScore = score;
      best = to;
      blocked = zoc;
    }
  }
  return { hex: best, blocked };
}

/**
 * 6.14-6.16: a beaten unit retreats one hex. Pursued by mobile troops it loses more; through enemy control much more;
 * with nowhere to go it loses a large part of its men and holds on where it stands, or is destroyed.
 * `from`: hexes of the attackers. Returns true when the unit left the hex or the map.
 */
export function retreat(
  game: Game,
  state: GameState,
  index: number,
  from: readonly number[],
  pursuit: boolean,
  rout: boolean,
  events: GameEvent[],
): boolean {
  const unit = state.units[index] as GameState['units'][number];
  const info = game.units[index] as Game['units'][number];
  const roll = dice(state.seed, 'retreat', state.turn, unit.hex, index);
  const { hex, blocked } = retreatHex(game, state, index, from);
  const rules = game.rules.retreat;
  const left = (kind: RetreatKind): number => captureShare(game.rules.resolver, kind, roll);
  const losses: UnitLoss[] = [];
  const path = [unit.hex];
  if (hex < 0) {
    const broken = unit.cohesion < rules.encircledCohesion;
    const loss = applyCapture(game, state, index, left(broken ? 'encircled' : 'blocked'), 2, roll);
    if (broken) fallFighting(unit, loss);
    losses.push(loss);
    unit.cohesion = Math.max(0, unit.cohesion - rules.routCohesion);
    unit.acts |= ACT_RETREATED;
    // 6.16: a unit that nobody can leave behind lays down its arms when little of it is left.
    if (unit.men * 5 < info.data.men || unit.cohesion < 100) {
      addLoss(loss, applyCapture(game, state, index, 1, 6, roll));
    }
    events.push({ type: 'retreat', unit: index, path, blocked: true, losses, to: 3 });
    removeIfEmpty(game, state, index, events);
    return unit.status !== UNIT_ON_MAP;
  }
  const kind = blocked ? 'blocked' : pursuit ? 'pursued' : 'ordinary';
  const share = left(kind) * (irregularsAt(game, state, unit.hex, hex, info.side) ? rules.irregulars : 1);
  losses.push(applyCapture(game, state, index, Math.min(1, share), blocked ? 2 : rout ? 1.5 : 1, roll));
  unit.hex = hex;
  unit.dug = 0;
  unit.minutes = 0;
  unit.acts |= ACT_RETREATED;
  unit.cohesion = Math.max(0, unit.cohesion - (blocked || rout ? rules.routCohesion : rules.cohesion));
  path.push(hex);
  takeHex(game, state, hex, index, events);
  events.push({ type: 'retreat', unit: index, path, blocked, losses, to: 3 });
  observeStep(game, state, index, events);
  removeIfEmpty(game, state, index, events);
  return true;
}
