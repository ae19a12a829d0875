/** States supposed behind a view: complete, lawful, blind to what is hidden, and fit to be played on. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createBot } from '../../src/bots/index.ts';
import { suppose, supposing } from '../../src/bots/suppose/suppose.ts';
import { spreadOf, traceOf } from '../../src/bots/suppose/whereabouts.ts';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { setControl } from '../../src/core/control.ts';
import { compile, distance, type Game } from '../../src/core/game.ts';
import { isToldOf } from '../../src/core/rules/conditions.ts';
import { seenBy } from '../../src/core/rules/detection.ts';
import type { ScenarioData } from '../../src/core/scenario.ts';
import { setup } from '../../src/core/setup.ts';
import { type GameState, SEEN_STRENGTH, type SideIndex, UNIT_ON_MAP, type UnitState } from '../../src/core/state.ts';
import { cloneState, view } from '../../src/core/view.ts';
import { checkInvariants } from '../core/invariants.ts';
import { ridge } from '../play/ridge.ts';

function load(id: string): Game {
  const part = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`../../scenarios/${id}/${name}.json`, import.meta.url), 'utf8'));
  const names = ['scenario', 'map', 'oob', 'air', ...(id === 'west-hunan' ? ['plans'] : [])];
  return compile(Object.fromEntries(names.map((name) => [name, part(name)])) as unknown as ScenarioData);
}

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

/** Changes everything that a side cannot see; what it can see stays. */
function shuffleHidden(game: Game, state: GameState, side: SideIndex): number {
  const enemy = (1 - side) as SideIndex;
  let moved = 0;
  for (const index of game.bySide[enemy]) {
    const unit = state.units[index] as UnitState;
    if (unit.status === UNIT_ON_MAP && unit.seen === 0) {
      unit.hex = (unit.hex + 101 * (index + 1)) % game.size;
      unit.dug = 1234;
      unit.acts = 3;
      moved++;
    }
    if (unit.status === UNIT_ON_MAP && unit.seen < SEEN_STRENGTH) {
      unit.men = 40 + Math.floor(unit.men / 2);
      unit.cohesion = 111;
      unit.killed += 77;
      unit.eq = unit.eq.map((count) => count + 5);
    }
    if (unit.status === UNIT_ON_MAP)
      Object.assign(unit, { fatigue: 777, food: 5, fuel: 9, minutes: 1, stance: 2, supply: 0, daysCut: 9, sick: 500 });
  }
  game.data.air.formations.forEach((formation, i) => {
    if (game.sideIndex.get(formation.side) === enemy)
      Object.assign(state.air[i] as object, { aircraft: 1, sorties: 3, lost: 2, moved: 1 });
  });
  for (const depot of state.depots) if (depot.side === enemy) Object.assign(depot, { food: 1, ammo: 99_999, fuel: 5 });
  Object.assign(state.sides[enemy], { points: 55, lift: 9, aviationFuel: 1, doctrine: 2, entered: 1, used: 2 });
  for (let hex = 0; hex < game.size; hex++) setControl(state.control, hex, (hex % 3) - 1);
  state.believed[enemy] = state.control.map((word) => word >>> 1);
  state.plots = state.plots.filter((plot) => plot.side === side);
  state.plots.push({ side: enemy, kind: 2, hex: 5, sorties: 9, value: 0 });
  state.taken = state.taken.filter(({ decision }) => game.theatre.decisions[decision]?.side === side);
  state.fired = state.fired.filter((event) => isToldOf(game, event, side));
  state.boundaries = state.boundaries.map((active, i) =>
    game.theatre.boundaries[i]?.side === enemy ? 1 - active : active,
  );
  state.seed = 'other';
  return moved;
}

const games: [string, () => Game][] = [
  ['the ridge', () => ridge()],
  ['Kunlun Pass', () => load('kunlun-pass')],
  ['West Hunan', () => load('west-hunan')],
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
    expect(apart).toBeGreaterThan(looks.length / 4);
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

  test('the spread of a sighting grows with its age, and is none for who is seen', () => {
    for (const { side, seen } of looks)
      for (const unit of game.bySide[1 - side] as number[]) {
        const trace = traceOf(game, seen, unit);
        if (trace !== 'remembered') expect(spreadOf(game, seen, unit)).toBe(0);
        else {
          const older = cloneState(seen) as typeof seen;
          (older.units[unit] as UnitState).seenTurn -= 2;
          expect(spreadOf(game, older, unit)).toBeGreaterThanOrEqual(spreadOf(game, seen, unit));
        }
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
  const game = load('kunlun-pass');
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
