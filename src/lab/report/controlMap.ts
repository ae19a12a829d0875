/** How many games each side holds each hex in, by turn. */
import type { Game } from '../../core/game.ts';
import { type Front, groundBy, startOf } from '../../play/front.ts';
import type { ControlChange } from '../run/run.ts';
import type { ControlReport } from './model.ts';

/** Counts a run game by game: two tables of turns times hexes, whatever the number of games. */
export class ControlCounts {
  readonly #game: Game;
  readonly #counts: [Uint32Array, Uint32Array];

  constructor(game: Game) {
    this.#game = game;
    const cells = (game.turns + 1) * game.size;
    this.#counts = [new Uint32Array(cells), new Uint32Array(cells)];
  }

  /** What of the changes is not on this map or in this scenario, as `control[3][5]: ...`; null when all is. */
  refuse(changes: readonly ControlChange[]): string | null {
    const { turns, size } = this.#game;
    for (const [i, change] of changes.entries()) {
      if (change[0] > turns) return `control[${i}][0]: turn ${change[0]} of ${turns}`;
      for (let k = 2; k < change.length; k++)
        if ((change[k] as number) >= size) return `control[${i}][${k}]: hex ${change[k]} is not on the map`;
    }
    return null;
  }

  /** Takes in a game from its changes, in any order; one that ended early stays as it was. */
  add(changes: readonly ControlChange[]): void {
    const { turns, size } = this.#game;
    const byTurn: ControlChange[][] = Array.from({ length: turns + 1 }, () => []);
    for (const change of changes) byTurn[change[0]]?.push(change);
    const held = startOf(this.#game).slice();
    const [first, second] = this.#counts;
    for (let turn = 0; turn <= turns; turn++) {
      for (const change of byTurn[turn] as ControlChange[])
        for (let k = 2; k < change.length; k++) held[change[k] as number] = change[1];
      const row = turn * size;
      for (let hex = 0; hex < size; hex++) {
        if (held[hex] === 0) first[row + hex] = (first[row + hex] as number) + 1;
        else if (held[hex] === 1) second[row + hex] = (second[row + hex] as number) + 1;
      }
    }
  }

  report(front: Front | null): ControlReport {
    const game = this.#game;
    const { cols, rows, size, turns, hexKm, data } = game;
    const objectives = new Set(data.scenario.victory.objectives.map(({ place }) => place));
    const byTurn = (counts: Uint32Array): number[][] =>
      Array.from({ length: turns + 1 }, (_, turn) => [...counts.subarray(turn * size, (turn + 1) * size)]);
    return {
      columns: cols,
      rows,
      hexKm,
      hexes: Array.from({ length: size }, (_, hex) => hex),
      first: byTurn(this.#counts[0]),
      second: byTurn(this.#counts[1]),
      history: front && Array.from({ length: turns + 1 }, (_, turn) => [...groundBy(game, front, turn)]),
      places: game.places.map(({ id, name, hex }) => ({ id, name, hex, objective: objectives.has(id) })),
    };
  }
}
