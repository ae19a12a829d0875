/** The air war of West Hunan flown by bots: sorties near the record, New 6th Army landed in time, nothing seen through fog. */
import { beforeAll, describe, expect, test } from 'vitest';
import { closingMissions, openingMissions } from '../../src/bots/air.ts';
import { createBot } from '../../src/bots/index.ts';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { turnOfDate } from '../../src/core/game.ts';
import { setup } from '../../src/core/setup.ts';
import { type GameState, UNIT_ON_MAP } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import { shipped } from '../shipped.ts';
import { shuffleHidden } from './hidden.ts';
import { staffAt } from './staff.ts';

const game = shipped('west-hunan');

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

test('what a side cannot see never changes what it flies', () => {
  let looks = 0;
  let flown = 0;
  play('eyes', (now) => {
    if (now.turn % 5 !== 2) return;
    const twin = structuredClone(now);
    expect(shuffleHidden(game, twin, twin.active)).toBeGreaterThan(0);
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
