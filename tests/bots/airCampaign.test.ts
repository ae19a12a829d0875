/** The air war of West Hunan flown by bots: sorties near the record, New 6th Army landed in time, nothing seen through fog. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { closingMissions, openingMissions } from '../../src/bots/air.ts';
import { createBot } from '../../src/bots/index.ts';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { compile, distance, type Game, turnOfDate } from '../../src/core/game.ts';
import type { ScenarioData } from '../../src/core/scenario.ts';
import { setup } from '../../src/core/setup.ts';
import { type GameState, type SideIndex, UNIT_ON_MAP } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import { staffAt } from './staff.ts';

const FOLDER = 'scenarios/west-hunan';
const part = (name: string): unknown => JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8'));
const game = compile({
  scenario: part('scenario'),
  map: part('map'),
  oob: part('oob'),
  air: part('air'),
  plans: part('plans'),
} as ScenarioData);

interface Flown {
  /** Sorties by formation from 9 April to 11 May, the span of the record. */
  sorties: Map<string, number>;
  /** Turn in which each unit of the air bridge entered. */
  landed: Map<string, number>;
  state: GameState;
}

const LAST = turnOfDate(game.data, '1945-05-11');

/** Plays a game; every action must pass `check`. `look` is told of the state at the start of each player turn. */
function play(seed: string, look: (now: GameState) => void = () => {}): Flown {
  const { state } = setup(game, { seed, fog: true });
  const bots = [createBot('regular', `${seed}/0`), createBot('regular', `${seed}/1`)];
  const sorties = new Map<string, number>();
  const landed = new Map<string, number>();
  look(state);
  while (!state.over) {
    const action = (bots[state.active] as (typeof bots)[0]).choose(game, view(game, state, state.active));
    const refusal = check(game, state, action);
    if (refusal) throw new Error(`${JSON.stringify(action)} refused: ${JSON.stringify(refusal)}`);
    const { turn } = state;
    if (action.type === 'air' && turn <= LAST) {
      const id = game.data.air.formations[action.formation]?.id as string;
      sorties.set(id, (sorties.get(id) ?? 0) + action.sorties);
    }
    apply(game, state, action);
    for (const unit of game.units)
      if (unit.data.arrival.by === 'airlift' && state.units[unit.index]?.status === UNIT_ON_MAP && !landed.has(unit.id))
        landed.set(unit.id, state.turn);
    if (action.type === 'end' && !state.over) look(state);
  }
  return { sorties, landed, state };
}

let games: Flown[] = [];

beforeAll(() => {
  games = ['record/1', 'record/2', 'record/3'].map((seed) => play(seed));
}, 60_000);

function mean(...ids: string[]): number {
  const sum = (flown: Flown): number => ids.reduce((total, id) => total + (flown.sorties.get(id) ?? 0), 0);
  return games.reduce((total, flown) => total + sum(flown), 0) / games.length;
}

describe('sorties from 9 April to 11 May against the record', () => {
  test('5th Group 942, 1st Group 113, 2nd Group 58, 3rd Group 18', () => {
    const fifth = mean('caf_5g_17', 'caf_5g_26', 'caf_5g_27', 'caf_5g_29');
    expect(fifth).toBeGreaterThan(942 * 0.8);
    expect(fifth).toBeLessThan(942 * 1.2);
    const first = mean('caf_1g_a', 'caf_1g_b');
    expect(first).toBeGreaterThan(113 * 0.7);
    expect(first).toBeLessThan(113 * 1.3);
    expect(mean('caf_2g')).toBeGreaterThan(58 * 0.5);
    expect(mean('caf_2g')).toBeLessThan(58 * 1.3);
    expect(mean('caf_3g')).toBeGreaterThan(10);
    expect(mean('caf_3g')).toBeLessThan(28);
  });

  test('the Japanese have next to nothing in the air, and no more than their few drops', () => {
    for (const { state } of games) expect(state.sides[1].dropped).toBeLessThan(15_000);
  });
});

test('the air bridge: New 22 Division by 5 May, 14 Division by the middle of the month', () => {
  const all = game.units.filter((unit) => unit.data.arrival.by === 'airlift');
  const men = all.reduce((sum, unit) => sum + unit.data.men, 0);
  for (const { landed, state } of games) {
    for (const id of ['cn_n22_64', 'cn_n22_65', 'cn_n22_66'])
      expect(landed.get(id), id).toBeLessThanOrEqual(turnOfDate(game.data, '1945-05-05'));
    for (const id of ['cn_14_40', 'cn_n6a', 'cn_14_41', 'cn_14_42'])
      expect(landed.get(id), id).toBeLessThanOrEqual(turnOfDate(game.data, '1945-05-19'));
    expect(state.sides[0].menLifted).toBe(men);
  }
});

/** Puts what the active side does not see elsewhere, in other strength, and changes the dice. */
function shuffleHidden(now: GameState): void {
  const own = game.bySide[now.active].map((unit) => now.units[unit]?.hex ?? -1).filter((hex) => hex >= 0);
  const far: number[] = [];
  for (let hex = 0; hex < game.size; hex++) if (own.every((at) => distance(game, at, hex) > 4)) far.push(hex);
  for (const index of game.bySide[(1 - now.active) as SideIndex]) {
    const unit = now.units[index] as GameState['units'][number];
    if (unit.status !== UNIT_ON_MAP || unit.seen > 0) continue;
    unit.hex = far[(index * 131) % far.length] as number;
    unit.men += 444;
    unit.acts = 1;
    unit.supply = 0;
  }
  now.air.forEach((air, i) => {
    const side = (game as Game).sideIndex.get(game.data.air.formations[i]?.side ?? '');
    if (side !== now.active) air.sorties += 7;
  });
  now.depots.forEach((depot) => {
    if (depot.side !== now.active) depot.food += 12_345;
  });
  now.seed = 'another';
}

test('what a side cannot see never changes what it flies', () => {
  let looks = 0;
  let flown = 0;
  play('eyes', (now) => {
    if (now.turn % 5 !== 2) return;
    const twin = structuredClone(now);
    shuffleHidden(twin);
    for (const missions of [openingMissions, closingMissions]) {
      const orders = missions(staffAt({ game, state: now }));
      flown += orders.length;
      expect(missions(staffAt({ game, state: twin }))).toEqual(orders);
    }
    looks++;
  });
  expect(looks).toBeGreaterThan(8);
  expect(flown).toBeGreaterThan(50);
});
