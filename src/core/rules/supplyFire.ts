/** Rulebook 8.6: what enemy guns and aircraft do to lines of supply. */
import { daysOfTurn, type Game } from '../game.ts';
import { WEATHERS } from '../scenario.ts';
import { overlooks } from '../sight.ts';
import { type GameState, UNIT_ON_MAP } from '../state.ts';
import { PLOT_INTERDICTION } from './airCombat.ts';
import { sightRange } from './detection.ts';

/** 8.6: marks the hexes that enemy guns reach and overlook from where they stand. */
export function markFire(game: Game, state: GameState, fire: Uint8Array, side: number): void {
  const sight = Math.min(3, sightRange(game, state.weather));
  for (const index of game.bySide[1 - side] as number[]) {
    if ((game.units[index] as Game['units'][number]).rangeM === 0) continue;
    const gunner = state.units[index] as GameState['units'][number];
    if (gunner.hex < 0 || gunner.status !== UNIT_ON_MAP || gunner.ammo <= 0) continue;
    const { eq } = gunner;
    let rangeM = 0;
    for (let i = 0; i < eq.length; i++)
      if ((eq[i] as number) > 0) rangeM = Math.max(rangeM, (game.equipment[i] as Game['equipment'][number]).rangeM);
    // To the near edge of the hex, as in 6.21.
    const reach = Math.min(sight, Math.floor(rangeM / (game.hexKm * 1000) + 0.5));
    if (reach > 0) markFireOf(game, fire, gunner.hex, reach);
  }
}

function markFireOf(game: Game, fire: Uint8Array, from: number, reach: number): void {
  const q = game.q[from] as number;
  const r = game.r[from] as number;
  for (let dr = -reach; dr <= reach; dr++) {
    const row = r + dr;
    if (row < 0 || row >= game.rows) continue;
    const shift = (row - (row & 1)) >> 1;
    for (let dq = Math.max(-reach, -dr - reach); dq <= Math.min(reach, -dr + reach); dq++) {
      const col = q + dq + shift;
      if (col < 0 || col >= game.cols) continue;
      const hex = row * game.cols + col;
      if (fire[hex] === 0 && overlooks(game, from, hex)) fire[hex] = 1;
    }
  }
}

/** 8.6: enemy sorties a day that wait over a hex; through fog or heavy rain half of them see nothing. */
export function sortiesOver(game: Game, state: GameState, hex: number, side: number): number {
  let sorties = 0;
  for (const plot of state.plots)
    if (plot.kind === PLOT_INTERDICTION && plot.side !== side && plot.hex === hex) sorties += plot.sorties;
  const weather = WEATHERS[state.weather];
  const daily = sorties / daysOfTurn(game);
  return Math.floor(weather === 'fog' || weather === 'heavyRain' ? daily / 2 : daily);
}
