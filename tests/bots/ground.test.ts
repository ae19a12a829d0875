/** Fields of march held against a slow search, and groups and plans on the ridge. */
import { describe, expect, test } from 'vitest';
import { estimate } from '../../src/bots/estimate.ts';
import { FAR, fieldTo, inwardOf } from '../../src/bots/field.ts';
import { downField, footTo, lineOfSupply } from '../../src/bots/ground.ts';
import { groupsOf } from '../../src/bots/groups.ts';
import { makePlan } from '../../src/bots/plan.ts';
import type { Game } from '../../src/core/game.ts';
import { setup } from '../../src/core/setup.ts';
import type { GameState } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import { hexOf, ridge, unitOf } from '../play/ridge.ts';

/** Relaxes every step until nothing changes. */
function slowField(game: Game, target: number, cost: (from: number, d: number) => number): number[] {
  const field = new Array<number>(game.size).fill(FAR);
  field[target] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (let from = 0; from < game.size; from++) {
      for (let d = 0; d < 6; d++) {
        const to = game.neighbours[from * 6 + d] as number;
        if (to < 0) continue;
        const total = cost(from, d) + (field[to] as number);
        if (total >= (field[from] as number)) continue;
        field[from] = total;
        changed = true;
      }
    }
  }
  return field;
}

describe('fields of march', () => {
  const game = ridge();
  const inward = (cost: (from: number, d: number) => number) =>
    inwardOf(game, (step) => cost(Math.floor(step / 6), step % 6));

  test.each(['0605', '0000', '1109'])('to %s as a slow search has it', (text) => {
    const cost = (from: number, d: number): number => 20 + ((from * 7 + d * 13) % 90);
    const field = fieldTo(game, [hexOf(text)], inward(cost), 100_000);
    expect([...field]).toEqual(slowField(game, hexOf(text), cost));
  });

  test('a search that ends early is right for the hexes asked for and leaves nothing behind for the next', () => {
    const cost = (from: number, d: number): number => 20 + ((from * 5 + d * 11) % 70);
    const wanted = [hexOf('0604'), hexOf('0304')];
    const full = fieldTo(game, [hexOf('0605')], inward(cost), 100_000);
    const early = fieldTo(game, [hexOf('0605')], inward(cost), 100_000, { wanted });
    for (const hex of wanted) expect(early[hex]).toBe(full[hex]);
    expect([...fieldTo(game, [hexOf('0605')], inward(cost), 100_000)]).toEqual([...full]);
  });

  test('the way down a field ends at its target', () => {
    const line = downField(game, footTo(game, hexOf('0605')), hexOf('0209'));
    expect(line[0]).toBe(hexOf('0209'));
    expect(line.at(-1)).toBe(hexOf('0605'));
  });

  test('the line of supply keeps to the road', () => {
    const line = lineOfSupply(game, 0, hexOf('0605'));
    expect(line).toEqual(['0605', '0604', '0603', '0602', '0601', '0600'].map(hexOf));
  });
});

describe('plans', () => {
  test('units of a formation far apart are groups of their own', () => {
    const game = ridge((data) => {
      const last = data.oob.units.find((unit) => unit.id === 'N3');
      if (last) last.arrival.hex = '1109';
    });
    const { state } = setup(game, { seed: 'x', fog: true });
    const groups = groupsOf(estimate(game, view(game, state, 0))).map((group) => group.units);
    expect(groups).toEqual([[unitOf(game, 'N1'), unitOf(game, 'N2')], [unitOf(game, 'N3')]]);
  });

  test('the attacker goes for the saddle, the defender holds it', () => {
    const game = ridge();
    const { state } = setup(game, { seed: 'x', fog: true });
    const tasks = [0, 1].map((side) => {
      const plan = makePlan(game, view(game, state, side as 0 | 1), 'plan');
      return plan.tasks.filter((task) => task.hex === hexOf('0605') && task.groups.length > 0).map((task) => task.kind);
    });
    expect(tasks).toEqual([['attack'], ['hold']]);
  });

  test('a group cut off for long without ammunition and food breaks out, one just cut off does not', () => {
    const kinds = [1, 9].map((days) => {
      const game = ridge();
      const { state } = setup(game, { seed: 'x', fog: true });
      for (const unit of game.bySide[0]) {
        const now = state.units[unit] as GameState['units'][number];
        Object.assign(now, { supply: 0, daysCut: days, ammo: 0, food: 0 });
      }
      const plan = makePlan(game, view(game, state, 0), 'cut');
      return plan.tasks.filter((task) => task.groups.length > 0).map((task) => task.kind);
    });
    expect(kinds[0]).not.toContain('breakOut');
    expect(kinds[1]).toContain('breakOut');
  });
});
