/** Rulebook 6.21: guns fire on a hex they can reach and somebody observes. */
import type { BombardAction } from '../action.ts';
import { dice } from '../dice.ts';
import type { GameEvent } from '../event.ts';
import type { Game } from '../game.ts';
import { position, unitsIn } from '../position.ts';
import { ACT_BOMBARDED, ACT_MOVED, type GameState, SEEN_CONTACT } from '../state.ts';
import { reveal } from './detection.ts';
import { applyHits, removeIfEmpty, roundBy } from './losses.ts';
import { useStores } from './stores.ts';
import { gunStrength, weaponColumn } from './strength.ts';
import { needs } from './supply.ts';

/** 6.21: minutes a bombardment takes. */
export const BOMBARD_MINUTES = 180;
/** 6.21: a bombardment uses this share of a day's full combat in ammunition. */
const AMMO_SHARE = 0.6;

/**
 * 6.21: hits fall on the units of the hex by their men; works take off up to seven tenths, columns on the move suffer
 * half as much again. Cohesion falls by two points for each man in a hundred hit, on top of the losses.
 */
export function bombard(game: Game, state: GameState, action: BombardAction, events: GameEvent[]): void {
  const gunner = state.units[action.unit] as GameState['units'][number];
  const roll = dice(state.seed, 'bombard', state.turn, action.unit, action.hex);
  const targets = unitsIn(position(game, state, -1), action.hex);
  const strength = gunStrength(game, state, action.unit, weaponColumn(game, action.hex));
  const ammoDay = needs(game, state, action.unit).ammoDay;
  useStores(game, state, action.unit, 'ammo', Math.round(ammoDay * AMMO_SHARE));
  gunner.acts |= ACT_BOMBARDED;
  gunner.minutes = Math.max(0, gunner.minutes - BOMBARD_MINUTES);
  let men = 0;
  for (const target of targets) men += (state.units[target] as GameState['units'][number]).men;
  const spread = 0.5 + roll.unit();
  const losses = targets.map((target) => {
    const unit = state.units[target] as GameState['units'][number];
    const works = 1 - 0.7 * Math.min(1, unit.dug / 500);
    const column = (unit.acts & ACT_MOVED) !== 0 ? 1.5 : 1;
    const hit = strength * game.rules.fire.bombardment * spread * works * column * (men > 0 ? unit.men / men : 0);
    const before = unit.men;
    const loss = applyHits(game, state, target, Math.min(unit.men, roundBy(hit, roll)), 0.5, roll);
    unit.cohesion = Math.max(0, unit.cohesion - Math.round((200 * (before - unit.men)) / Math.max(1, before)));
    return loss;
  });
  events.push({ type: 'bombard', unit: action.unit, hex: action.hex, losses, to: 3 });
  reveal(game, state, action.unit, SEEN_CONTACT, events);
  for (const target of targets) removeIfEmpty(game, state, target, events);
}
