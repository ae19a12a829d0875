import { describe, expect, test } from 'vitest';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { legalActions } from '../../src/core/legal.ts';
import { setup } from '../../src/core/setup.ts';
import {
  ACT_ASSAULTED,
  ACT_BOMBARDED,
  ACT_DEFENDED,
  ACT_ENGINEERED,
  ACT_MOVED,
  ACT_RETREATED,
  ACT_TRUCKED,
} from '../../src/core/state.ts';
import { type TinyOptions, tinyGame, tinyStart } from './fixture.ts';
import { only, passTurn } from './turns.ts';

const OPTIONS: TinyOptions = {
  map: [',,,,,,,,'],
  units: [
    { id: 'a', side: 'cn', hex: '0000' },
    { id: 'x', side: 'jp', hex: '0700' },
    { id: 'late', side: 'cn', hex: '0100', turn: 2 },
  ],
  events: [{ id: 'e', date: '1939-12-16' }],
};

describe('1 sequence', () => {
  test('1.1 weather and events, arrivals, supply, then the two player turns, then the evening', () => {
    const game = tinyGame({ ...OPTIONS, sources: [{ side: 'cn', hex: '0000', foodKg: 0, ammoKg: 0, fuelKg: 0 }] });
    const { state, events } = setup(game, { seed: 's', fog: false });
    expect(events[0]).toMatchObject({ type: 'turn', turn: 1 });
    expect(state).toMatchObject({ turn: 1, active: 0, over: false });
    const middle = apply(game, state, { type: 'end' });
    expect(state).toMatchObject({ turn: 1, active: 1 });
    expect(middle[0]).toMatchObject({ type: 'playerTurn', side: 1 });
    const evening = apply(game, state, { type: 'end' });
    expect(state).toMatchObject({ turn: 2, active: 0 });
    const order = evening.map((event) => event.type);
    const at = ['turn', 'dated', 'arrival', 'supply', 'playerTurn'].map((type) => order.indexOf(type as never));
    expect(at).toEqual([...at].sort((one, other) => one - other));
    expect(at.every((index) => index >= 0)).toBe(true);
  });

  test('1.1 the scenario says which side is first', () => {
    const tiny = tinyStart({ ...OPTIONS, firstSide: 'jp' });
    expect(tiny.state.active).toBe(1);
    apply(tiny.game, tiny.state, { type: 'end' });
    expect(tiny.state).toMatchObject({ active: 0, turn: 1 });
    apply(tiny.game, tiny.state, { type: 'end' });
    expect(tiny.state).toMatchObject({ active: 1, turn: 2 });
  });

  test('1.3 a side orders its own units only, and those on the map', () => {
    const { game, state, unit, at } = tinyStart(OPTIONS);
    const move = (id: string, hex: string) =>
      check(game, state, { type: 'move', unit: unit(id), path: [at(hex)], mode: 'march' });
    expect(move('a', '0100')).toBeNull();
    expect(move('x', '0600')).toEqual({ code: 'not-your-unit', unit: 1, clause: '1.3' });
    expect(move('late', '0200')).toEqual({ code: 'no-such-unit', unit: 2, clause: '1.3' });
  });

  test('1.4 at the start of its player turn a side gets its time and lift, and its marks are cleared', () => {
    const tiny = tinyStart({ ...OPTIONS, scenario: { truckLift: { cn: 700, jp: 900 } } });
    const { state, of } = tiny;
    expect(state.sides.map((side) => side.lift)).toEqual([700, 0]);
    Object.assign(of('a'), { minutes: 5, acts: 31 });
    Object.assign(of('x'), {
      minutes: 5,
      acts: ACT_MOVED | ACT_ASSAULTED | ACT_BOMBARDED | ACT_ENGINEERED | ACT_TRUCKED,
    });
    apply(tiny.game, state, { type: 'end' });
    expect(of('x')).toMatchObject({ minutes: 600, acts: 0 });
    expect(of('a')).toMatchObject({ minutes: 5, acts: 31 });
    expect(state.sides[1].lift).toBe(900);
    state.sides[0].lift = 3;
    apply(tiny.game, state, { type: 'end' });
    expect(of('a')).toMatchObject({ minutes: 600, acts: 0 });
    expect(state.sides[0].lift).toBe(700);
  });

  test('1.4 who was attacked in the enemy player turn is so marked until the evening, on either side', () => {
    for (const firstSide of ['cn', 'jp'] as const) {
      const tiny = tinyStart({ ...OPTIONS, firstSide });
      const victim = firstSide === 'cn' ? 'x' : 'a';
      // Beaten by the side that moves first: it has its own player turn before the day is over.
      Object.assign(tiny.of(victim), { acts: ACT_DEFENDED | ACT_RETREATED, fatigue: 500, cohesion: 500, supply: 3 });
      apply(tiny.game, tiny.state, { type: 'end' });
      expect(tiny.of(victim).acts).toBe(ACT_DEFENDED | ACT_RETREATED);
      apply(tiny.game, tiny.state, { type: 'end' });
      // 11: no rest, no digging, and 15 points of cohesion as after a fight.
      expect(tiny.of(victim)).toMatchObject({ acts: 0, fatigue: 500, cohesion: 515, dug: 0 });
      passTurn(tiny);
      expect(tiny.of(victim)).toMatchObject({ fatigue: 300, cohesion: 575, dug: 100 });
    }
  });

  test('1.6 after the last turn nothing is allowed any more', () => {
    const tiny = tinyStart({ ...OPTIONS, turns: 3 });
    passTurn(tiny, 2);
    expect(tiny.state.over).toBe(false);
    const events = passTurn(tiny);
    expect(only(events, 'end')).toHaveLength(1);
    expect(tiny.state).toMatchObject({ over: true, turn: 3 });
    expect(legalActions(tiny.game, tiny.state)).toEqual([]);
    expect(check(tiny.game, tiny.state, { type: 'end' })).toEqual({ code: 'game-over', clause: '1.6' });
  });
});
