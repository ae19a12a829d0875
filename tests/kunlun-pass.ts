/** Kunlun Pass without the plans of its commands. */
import type { Game } from '../src/core/game.ts';
import { planless } from './shipped.ts';

export function kunlunPass(): Game {
  return planless('kunlun-pass');
}
