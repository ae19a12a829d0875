import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { dice } from '../../src/core/dice.ts';
import { digest } from '../../src/core/digest.ts';
import type { Game } from '../../src/core/game.ts';
import { legalActions } from '../../src/core/legal.ts';
import { setup } from '../../src/core/setup.ts';
import type { GameState } from '../../src/core/state.ts';
import { cloneState, view } from '../../src/core/view.ts';
import { kunlunPass } from '../kunlun-pass.ts';
import { tinyStart } from './fixture.ts';
import { checkInvariants } from './invariants.ts';

/** Random legal play: mostly fights and marches, the end of the turn after some twenty orders. */
function randomGame(
  game: Game,
  seed: string,
  turns: number,
  onState: (state: GameState, action: Action) => void,
): GameState {
  const { state } = setup(game, { seed, fog: true });
  const roll = dice(seed, 'random play');
  while (!state.over && state.turn <= turns) {
    for (let order = 0; order < 12 && !state.over; order++) {
      const legal = legalActions(game, state);
      const fights = legal.filter(
        (action) => action.type !== 'move' && action.type !== 'stance' && action.type !== 'end',
      );
      const pool = fights.length > 0 && roll.unit() < 0.6 ? fights : legal;
      const action = pool[roll.below(pool.length)]!;
      onState(state, action);
      apply(game, state, action);
      if (action.type === 'end') break;
    }
    if (!state.over) apply(game, state, { type: 'end' });
  }
  return state;
}

/** A crowded little war: two sides close together with guns, tanks and aircraft, so that every rule comes up. */
function crowd(): Game {
  const unit = (id: string, side: 'cn' | 'jp', hex: string) => ({
    id,
    side,
    hex,
    equipment: { rifle: 600, lmg: 20, gun75: 4, tank: 2, truck: 6, at37: 3, horse: 50 },
  });
  return tinyStart({
    map: ['..ll..', '.lhh..', '.hHh..', '..hl..', 'pp..vv', 'pppp.v'],
    roads: ['0000 0101 0102 0203 0304 0305'],
    rivers: ['0304 3 stream', '0203 1 stream'],
    bridges: ['0203 1'],
    units: [
      unit('a', 'cn', '0000'),
      unit('b', 'cn', '0101'),
      unit('c', 'cn', '0102'),
      { ...unit('d', 'cn', '0001'), turn: 3 },
      unit('x', 'jp', '0203'),
      unit('y', 'jp', '0304'),
      { ...unit('z', 'jp', '0305'), kind: 'engineer' as const },
    ],
    places: { pass: '0203', town: '0305' },
    objectives: [{ id: 'pass', place: 'pass' }],
    sources: [
      { side: 'cn', hex: '0000', foodKgPerDay: 3000, ammoKgPerDay: 2000, foodKg: 9000, ammoKg: 5000, fuelKg: 4000 },
      { side: 'jp', hex: '0305', foodKgPerDay: 3000, ammoKgPerDay: 2000, foodKg: 9000, ammoKg: 5000, fuelKg: 4000 },
    ],
    jp: '0305 0405 0505 0304',
    aircraft: [{ id: 'bomber', payloadKg: 300 }],
    air: [
      { id: 'cnAir', side: 'cn', aircraft: 'bomber' },
      { id: 'jpAir', side: 'jp', aircraft: 'bomber' },
    ],
    leaders: [
      { id: 'la', unit: 'a' },
      { id: 'lx', unit: 'x' },
    ],
    turns: 12,
  }).game;
}

describe('whole games', () => {
  test('men, tanks, guns and tonnes are conserved in every state of 200 random games', () => {
    const game = crowd();
    for (let i = 0; i < 200; i++) {
      const state = randomGame(game, `crowd/${i}`, 12, (now) => checkInvariants(game, now));
      checkInvariants(game, state);
      expect(state.over, `crowd/${i}`).toBe(true);
    }
  }, 120_000);

  test('the same on Kunlun Pass', () => {
    const game = kunlunPass();
    for (let i = 0; i < 2; i++) {
      let last = 0;
      randomGame(game, `pass/${i}`, 8, (now) => {
        if (now.turn === last) return;
        last = now.turn;
        checkInvariants(game, now);
      });
    }
  });

  test('every listed action passes check, on the state and on the view alike, and none is listed twice', () => {
    const game = crowd();
    for (let i = 0; i < 12; i++) {
      randomGame(game, `legal/${i}`, 6, (now) => {
        const seen = view(game, now, now.active);
        const listed = legalActions(game, now);
        expect(new Set(listed.map((action) => JSON.stringify(action))).size).toBe(listed.length);
        for (const action of listed) expect(check(game, seen, action), JSON.stringify(action)).toBeNull();
        expect(legalActions(game, seen)).toEqual(listed);
      });
    }
  });

  test('law 7: what a side cannot see never changes what it may do', () => {
    const game = crowd();
    for (let i = 0; i < 6; i++) {
      randomGame(game, `hidden/${i}`, 5, (now) => {
        const other = cloneState(now);
        for (const index of game.bySide[1 - now.active]!) {
          const unit = other.units[index]!;
          if (unit.status === 1 && unit.seen === 0) {
            unit.men = Math.max(1, unit.men - 7);
            unit.cohesion = 500;
            unit.ammo = 3;
          } else if (unit.status === 1 && unit.seen < 3) {
            unit.men = 60;
            unit.cohesion = 90;
          }
        }
        expect(legalActions(game, other)).toEqual(legalActions(game, now));
      });
    }
  });

  test('a state survives JSON, and a clone plays on alike', () => {
    const game = crowd();
    randomGame(game, 'json', 6, (now, action) => {
      const copy = JSON.parse(JSON.stringify(now)) as GameState;
      expect(digest(copy)).toBe(digest(now));
      const one = cloneState(now);
      expect(apply(game, copy, action)).toEqual(apply(game, one, action));
      expect(digest(copy)).toBe(digest(one));
    });
  });

  test('law 5: dice are keyed, so the order of independent orders does not matter', () => {
    const { game, state, at, unit } = tinyStart({
      map: [',,,,,,', ',,,,,,', ',,,,,,', ',,,,,,'],
      units: [
        { id: 'a', side: 'cn', hex: '0000' },
        { id: 'b', side: 'cn', hex: '0003' },
        { id: 'x', side: 'jp', hex: '0100' },
        { id: 'y', side: 'jp', hex: '0103' },
      ],
    });
    const first: Action = { type: 'assault', units: [unit('a')], support: [], hex: at('0100'), advance: false };
    const second: Action = { type: 'assault', units: [unit('b')], support: [], hex: at('0103'), advance: false };
    const one = cloneState(state);
    apply(game, one, first);
    apply(game, one, second);
    const two = cloneState(state);
    apply(game, two, second);
    apply(game, two, first);
    expect(two.units).toEqual(one.units);
  });
});
