/** Rulebook 7.7: a column that runs into a hidden enemy in close ground is ambushed. */
import type { Dice } from '../dice.ts';
import type { GameEvent } from '../event.ts';
import type { Game } from '../game.ts';
import type { GameState } from '../state.ts';
import { applyHits, removeIfEmpty, roundBy } from './losses.ts';
import { isCloseCountry } from './strength.ts';

/**
 * 7.7: in rugged or wooded ground the hidden unit fires first: the column loses up to a fortieth of its men by the
 * relative size of the ambush. Returns false in open ground, where the two merely meet.
 */
export function ambush(
  game: Game,
  state: GameState,
  mover: number,
  hidden: number,
  hex: number,
  mode: 'march' | 'truck',
  roll: Dice,
  events: GameEvent[],
): boolean {
  const close = isCloseCountry(game, hex);
  const unit = state.units[mover] as GameState['units'][number];
  const enemy = state.units[hidden] as GameState['units'][number];
  if (!close || enemy.cohesion < 300 || enemy.ammo <= 0) return false;
  const weight = Math.min(1, enemy.men / Math.max(1, unit.men));
  const rate = game.rules.fire.ambush * weight * (mode === 'truck' ? 2 : 1) * (0.5 + roll.unit());
  const loss = applyHits(game, state, mover, roundBy(unit.men * rate, roll), 1, roll);
  unit.cohesion = Math.max(0, unit.cohesion - 40);
  events.push({ type: 'bombard', unit: hidden, hex: unit.hex, losses: [loss], to: 3 });
  removeIfEmpty(game, state, mover, events);
  return true;
}
