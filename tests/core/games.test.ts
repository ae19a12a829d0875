import { describe, expect, test } from 'vitest';
import { ACTION_TYPES, type Action } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { digest } from '../../src/core/digest.ts';
import type { Game } from '../../src/core/game.ts';
import { legalActions } from '../../src/core/legal.ts';
import { AIR_MISSIONS } from '../../src/core/scenario.ts';
import { type GameState, UNIT_EXPECTED } from '../../src/core/state.ts';
import { cloneState, view } from '../../src/core/view.ts';
import { kunlunPass } from '../kunlun-pass.ts';
import { tinyStart } from './fixture.ts';
import { checkInvariants } from './invariants.ts';
import { campaign, crowd, FUEL, kindOf, randomGame } from './wars.ts';

describe('whole games', () => {
  test('men, tanks, guns and tonnes are conserved in every state of 80 random games', () => {
    const game = crowd();
    for (let i = 0; i < 80; i++) {
      const state = randomGame(game, `crowd/${i}`, 12, (now) => checkInvariants(game, now));
      checkInvariants(game, state);
      expect(state.over, `crowd/${i}`).toBe(true);
    }
  }, 120_000);

  test('and aircraft and aviation fuel, in 50 campaigns in which every kind of order comes up', () => {
    const game = campaign();
    const burns = game.data.air.formations.map(
      ({ aircraft }) => game.data.air.aircraft.find((kind) => kind.id === aircraft)!.fuelKgPerSortie ?? 0,
    );
    const orders = new Map<string, number>();
    const seen = new Set<string>();
    for (let i = 0; i < 50; i++) {
      // 9.14: what came in is in store, burnt, or found no room.
      const fuel = { received: FUEL.startKg, overflow: 0 };
      const receive = (kg: number, before: number): void => {
        fuel.received += kg;
        fuel.overflow += Math.max(0, before + kg - FUEL.mostKg);
      };
      receive(FUEL.kgPerDay * 2, FUEL.startKg);
      let before = 0;
      let turn = 0;
      const state = randomGame(
        game,
        `campaign/${i}`,
        8,
        (now) => {
          checkInvariants(game, now);
          before = now.sides[0].aviationFuel;
          turn = now.turn;
        },
        (now, action) => {
          orders.set(kindOf(action), (orders.get(kindOf(action)) ?? 0) + 1);
          if (action.type === 'decide' && action.decision === 1) receive(FUEL.gift, before);
          if (now.turn > turn) receive(FUEL.kgPerDay * 2, before);
          const burnt = action.type === 'air' && action.formation < 2 ? action.sorties * burns[action.formation]! : 0;
          const { aviationFuel, aviationUsed } = now.sides[0];
          if (aviationFuel + aviationUsed + fuel.overflow !== fuel.received)
            throw new Error(`campaign/${i}: the books of aviation fuel do not close`);
          if (burnt > 0 && before - aviationFuel !== burnt)
            throw new Error(`campaign/${i}: ${burnt} kg should be burnt`);
          if (now.sides[1].aviationFuel + now.sides[1].aviationUsed !== 0) throw new Error('fuel without an account');
        },
      );
      checkInvariants(game, state);
      expect(state.over, `campaign/${i}`).toBe(true);
      if (state.units[game.unitIndex.get('lift')!]!.status !== UNIT_EXPECTED) seen.add('flown in');
      if (state.units[game.unitIndex.get('spare')!]!.status !== UNIT_EXPECTED) seen.add('called up');
      if (state.units[game.unitIndex.get('gone')!]!.men === 0) seen.add('never came');
      if (state.air[1]!.moved === 1) seen.add('fallen back');
    }
    expect([...seen].sort()).toEqual(['called up', 'fallen back', 'flown in', 'never came']);
    for (const name of [...ACTION_TYPES.filter((type) => type !== 'air'), ...AIR_MISSIONS])
      expect(orders.get(name) ?? 0, name).toBeGreaterThan(15);
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

  const WARS: [string, Game][] = [
    ['crowd', crowd()],
    ['campaign', campaign()],
  ];

  test.each(WARS)('%s: every listed action passes check, on state and view alike, none is listed twice', (_, game) => {
    for (let i = 0; i < 8; i++) {
      randomGame(game, `legal/${i}`, 6, (now) => {
        const seen = view(game, now, now.active);
        const listed = legalActions(game, now);
        expect(new Set(listed.map((action) => JSON.stringify(action))).size).toBe(listed.length);
        for (const action of listed) expect(check(game, seen, action), JSON.stringify(action)).toBeNull();
        expect(legalActions(game, seen)).toEqual(listed);
      });
    }
  });

  test.each(WARS)('%s, law 7: what a side cannot see never changes what it may do', (_, game) => {
    for (let i = 0; i < 5; i++) {
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
        // 2.5, 7.8: nor do his depots, his fuel, his decisions, what only he was told, or his zones.
        const enemy = (1 - now.active) as 0 | 1;
        for (const depot of other.depots) if (depot.side === enemy) Object.assign(depot, { food: 1, ammo: 1, fuel: 0 });
        Object.assign(other.sides[enemy], { aviationFuel: 1, points: 7, doctrine: 1 });
        const told = (event: number): boolean =>
          game.data.scenario.events[event]!.side !== game.data.scenario.sides[enemy]!.id;
        other.fired = other.fired.filter(told);
        const mine = other.taken.filter(({ decision }) => game.theatre.decisions[decision]!.side === now.active);
        other.taken = other.taken.length > mine.length ? mine : other.taken;
        other.boundaries = other.boundaries.map((on, zone) =>
          game.theatre.boundaries[zone]!.side === enemy ? 1 - on : on,
        );
        expect(legalActions(game, other)).toEqual(legalActions(game, now));
      });
    }
  });

  test.each(WARS)('%s: a state survives JSON, and a clone plays on alike', (_, game) => {
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
