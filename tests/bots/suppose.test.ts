/** States supposed behind a view: complete, lawful, blind to what is hidden, and fit to be played on. */
import { describe, expect, test } from 'vitest';
import { createBot } from '../../src/bots/index.ts';
import { suppose, supposing } from '../../src/bots/suppose/suppose.ts';
import { survey } from '../../src/bots/suppose/survey.ts';
import { traceOf, whereabouts } from '../../src/bots/suppose/whereabouts.ts';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { distance, type Game, marchTableOf } from '../../src/core/game.ts';
import { seenBy } from '../../src/core/rules/detection.ts';
import { marchAllowance } from '../../src/core/rules/movement.ts';
import { setup } from '../../src/core/setup.ts';
import { type GameState, SEEN_STRENGTH, UNIT_ON_MAP, type UnitState } from '../../src/core/state.ts';
import { cloneState, view } from '../../src/core/view.ts';
import { checkInvariants } from '../core/invariants.ts';
import { kunlunPass } from '../kunlun-pass.ts';
import { ridge } from '../play/ridge.ts';
import { shipped } from '../shipped.ts';
import { shuffleHidden } from './hidden.ts';

/** Plays player turns by staffs from a state, in place. */
function play(game: Game, state: GameState, level: string, turns: number): void {
  const bots = [0, 1].map((side) => createBot(level, `${state.seed}/bot/${side}`));
  const last = state.turn + turns;
  while (!state.over && state.turn < last) {
    const action = (bots[state.active] as (typeof bots)[0]).choose(game, view(game, state, state.active));
    const refusal = check(game, state, action);
    if (refusal) throw new Error(`${JSON.stringify(action)} refused: ${JSON.stringify(refusal)}`);
    apply(game, state, action);
  }
}

/** States at the start of player turns of a game of staffs, every so many turns, for both sides to look at. */
function moments(game: Game, seed: string, every: number): GameState[] {
  const { state } = setup(game, { seed, fog: true });
  const found: GameState[] = [];
  while (!state.over) {
    if ((state.turn - 1) % every === 0) found.push(cloneState(state));
    play(game, state, 'regular', 1);
  }
  return found;
}

const games: [string, () => Game][] = [
  ['the ridge', () => ridge()],
  ['Kunlun Pass', kunlunPass],
  ['West Hunan', () => shipped('west-hunan')],
];

describe.each(games)('behind the views of %s', (_, make) => {
  const game = make();
  const looks = moments(game, 'looks', game.size > 200 ? 7 : 1).flatMap((state) =>
    ([0, 1] as const).map((side) => ({ state, side, seen: view(game, state, side) })),
  );

  test('the own side is as it is, the enemy complete and lawful', () => {
    for (const { state, side, seen } of looks) {
      const supposed = suppose(game, seen, 'sample');
      checkInvariants(game, supposed);
      expect(supposed.seed).toBe('sample');
      expect('viewer' in supposed).toBe(false);
      expect(Object.keys(supposed).sort()).toEqual(Object.keys(state).sort());
      for (const unit of game.bySide[side]) expect(supposed.units[unit]).toEqual(state.units[unit]);
      expect(supposed.sides[side]).toEqual(state.sides[side]);
      for (const unit of game.bySide[1 - side] as number[]) {
        const now = supposed.units[unit] as UnitState;
        const truth = state.units[unit] as UnitState;
        expect([now.seen, now.seenHex, now.seenTurn]).toEqual([truth.seen, truth.seenHex, truth.seenTurn]);
        if (truth.status !== UNIT_ON_MAP || truth.seen === 0) continue;
        expect(now.hex).toBe(truth.hex);
        if (truth.seen >= SEEN_STRENGTH) expect([now.men, now.cohesion]).toEqual([truth.men, truth.cohesion]);
      }
    }
  });

  test('nobody is supposed where he would be seen', () => {
    for (const { side, seen } of looks) {
      const supposed = suppose(game, seen, 'hidden');
      for (const unit of game.bySide[1 - side] as number[]) {
        const now = supposed.units[unit] as UnitState;
        if (now.status === UNIT_ON_MAP && now.seen === 0) expect(seenBy(game, supposed, unit)).toBe(0);
      }
    }
  });

  test('equal views and seeds give equal states, other seeds other places', () => {
    let apart = 0;
    for (const { seen } of looks) {
      const before = JSON.stringify(seen);
      const draw = supposing(game, seen);
      expect(draw('b')).toEqual(suppose(game, seen, 'b'));
      expect(draw('a')).toEqual(suppose(game, seen, 'a'));
      const [a, b] = [draw('a'), draw('b')];
      if (a.units.some((unit, i) => unit.hex !== b.units[i]?.hex)) apart++;
      expect(JSON.stringify(seen)).toBe(before);
    }
    expect(apart).toBeGreaterThan(0);
  });

  test('what a side cannot see changes nothing', () => {
    let moved = 0;
    for (const { state, side, seen } of looks) {
      const twin = cloneState(state);
      moved += shuffleHidden(game, twin, side);
      expect(suppose(game, view(game, twin, side), 'blind')).toEqual(suppose(game, seen, 'blind'));
    }
    expect(moved).toBeGreaterThan(looks.length / 2);
  });

  test('both sides play on from it, by staffs and at random', () => {
    for (const [i, { seen }] of looks.entries()) {
      const supposed = suppose(game, seen, `war ${i}`);
      play(game, supposed, i % 4 === 3 ? 'random' : 'regular', 3);
      checkInvariants(game, supposed);
    }
  }, 120_000);

  test('who was seen is looked for within his march since, and the less where he was, the longer ago that was', () => {
    for (const { side, seen } of looks)
      for (const unit of game.bySide[1 - side] as number[]) {
        if (traceOf(game, seen, unit) !== 'remembered') continue;
        const { seenHex, seenTurn } = seen.units[unit] as UnitState;
        const quickest = Math.min(...marchTableOf(game, seen, game.units[unit]?.mobility ?? 0).open);
        const staying = [0, 1, 8].map((older) => {
          const then = cloneState(seen) as typeof seen;
          (then.units[unit] as UnitState).seenTurn = seenTurn - older;
          const lot = whereabouts(survey(game, then), unit);
          if (!lot) return 0;
          const { hexes, sums } = lot;
          const march = ((then.turn - seenTurn + older + 1) * marchAllowance(game, 0)) / quickest;
          const farthest = hexes.reduce((most, hex) => Math.max(most, distance(game, hex, seenHex)), 0);
          expect(farthest).toBeLessThanOrEqual(march);
          const at = hexes.indexOf(seenHex);
          return at < 0 ? 0 : ((sums[at] as number) - (sums[at - 1] ?? 0)) / (sums.at(-1) as number);
        }) as [number, number, number];
        expect(staying[1]).toBeLessThanOrEqual(staying[0]);
        if (staying[0] > 0 && staying[0] < 1) expect(staying[2]).toBeLessThan(staying[0]);
      }
  });
});

test('without fog everything is as it is', () => {
  const game = ridge();
  const { state } = setup(game, { seed: 'clear', fog: false });
  const supposed = suppose(game, view(game, state, 0), 'sample');
  expect(supposed).toEqual({ ...state, seed: 'sample' });
});

test('a formation that nobody has met stands together', () => {
  const game = kunlunPass();
  const { state } = setup(game, { seed: 'together', fog: true });
  const supposed = suppose(game, view(game, state, 1), 'together');
  const far: number[] = [];
  for (const a of game.bySide[0])
    for (const b of game.bySide[0]) {
      const [one, two] = [supposed.units[a] as UnitState, supposed.units[b] as UnitState];
      if (a < b && game.units[a]?.formation === game.units[b]?.formation && one.hex >= 0 && two.hex >= 0)
        far.push(distance(game, one.hex, two.hex));
    }
  expect(far.length).toBeGreaterThan(10);
  expect(far.reduce((sum, one) => sum + one, 0) / far.length).toBeLessThan(8);
});
