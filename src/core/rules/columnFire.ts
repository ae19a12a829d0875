/** Rulebook 7.10: mortars and mountain guns on the heights fire on columns that march below. */
import type { Dice } from '../dice.ts';
import type { GameEvent } from '../event.ts';
import { distance, type Game } from '../game.ts';
import type { EquipmentClass } from '../scenario.ts';
import { type GameState, UNIT_ON_MAP } from '../state.ts';
import { seesHex } from './detection.ts';
import { applyHits, removeIfEmpty, roundBy } from './losses.ts';

/** 7.10: how far the crest must rise over the ground of the column, metres. */
const RISE_M = 100;
/** 7.10: a unit this shaken does not open fire. */
const STEADY = 300;
/** 7.10: cohesion that being fired on costs. */
const COHESION = 10;

function firesDown(kind: EquipmentClass): boolean {
  return kind === 'mortar' || kind === 'infantryGun' || kind === 'mountainGun';
}

/** 7.10: the enemy next to the column who fires: the one with most pieces of those who overlook it and have not fired yet. */
function gunnerOver(
  game: Game,
  state: GameState,
  hex: number,
  side: number,
  fired: readonly number[],
): [number, number] {
  let best = -1;
  let most = 0;
  for (const index of game.bySide[1 - side] as number[]) {
    const unit = state.units[index] as GameState['units'][number];
    if (unit.status !== UNIT_ON_MAP || distance(game, hex, unit.hex) !== 1) continue;
    if (unit.cohesion < STEADY || unit.ammo <= 0 || fired.includes(index)) continue;
    if ((game.crest[unit.hex] as number) - (game.elevation[hex] as number) < RISE_M) continue;
    let pieces = 0;
    for (let i = 0; i < unit.eq.length; i++)
      if (firesDown((game.equipment[i] as Game['equipment'][number]).class)) pieces += unit.eq[i] as number;
    if (pieces > most && seesHex(game, state, unit.hex, hex)) {
      best = index;
      most = pieces;
    }
  }
  return [best, most];
}

/** 7.10: fire on a unit that has just marched into a hex. `fired`: who has fired on this march; the one who does is added. */
export function fireOnColumn(
  game: Game,
  state: GameState,
  mover: number,
  fired: number[],
  roll: Dice,
  events: GameEvent[],
): void {
  const unit = state.units[mover] as GameState['units'][number];
  const { side } = game.units[mover] as Game['units'][number];
  const [gunner, pieces] = gunnerOver(game, state, unit.hex, side, fired);
  if (gunner < 0) return;
  fired.push(gunner);
  const { columnMost, columnPiece } = game.rules.fire;
  const hits = Math.min(unit.men * columnMost, pieces * columnPiece) * (0.5 + roll.unit());
  const loss = applyHits(game, state, mover, Math.min(unit.men, roundBy(hits, roll)), 0.5, roll);
  unit.cohesion = Math.max(0, unit.cohesion - COHESION);
  events.push({ type: 'columnFire', unit: mover, by: gunner, hex: unit.hex, losses: [loss], to: 3 });
  removeIfEmpty(game, state, mover, events);
}
