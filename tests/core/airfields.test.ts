/** Rulebook 9.11: airfields; with 9.1 what becomes of those who flew from them, and 13.6 what they are worth. */
import { describe, expect, test } from 'vitest';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { holderOf } from '../../src/core/control.ts';
import type { AirfieldEvent } from '../../src/core/event.ts';
import { legalActions } from '../../src/core/legal.ts';
import { airDistanceKm, airPhase } from '../../src/core/rules/air.ts';
import { airfieldsOf, isUsable } from '../../src/core/rules/airfields.ts';
import { tally } from '../../src/core/rules/victory.ts';
import { AIRFIELD_DEMOLISHED, AIRFIELD_WORKING, type AirState } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import { type Tiny, type TinyOptions, tinyStart } from './fixture.ts';
import { checkInvariants } from './invariants.ts';
import { go, only, passTurn } from './turns.ts';

/** The field of the first side at 0302 with bombers on it, an enemy so far to the east. */
function base(more: Partial<TinyOptions> = {}, fog = false, enemy = '1902'): Tiny {
  return tinyStart(
    {
      map: new Array<string>(5).fill(','.repeat(20)),
      units: [
        { id: 'a', side: 'cn', hex: '0002' },
        { id: 'x', side: 'jp', hex: enemy },
      ],
      airfields: [{ id: 'field', side: 'cn', hex: '0302' }],
      aircraft: [{ id: 'bomber' }],
      air: [
        { id: 'stays', side: 'cn', aircraft: 'bomber', count: 15, base: { name: 'field', hex: '0302' } },
        {
          id: 'moves',
          side: 'cn',
          aircraft: 'bomber',
          count: 15,
          base: { name: 'field', hex: '0302' },
          fallback: { name: 'rear', offMapKm: 200 },
        },
      ],
      ...more,
    },
    { fog },
  );
}

const demolish = { type: 'airfield', airfield: 0 } as const;
const air = (tiny: Tiny): [AirState, AirState] => [tiny.state.air[0]!, tiny.state.air[1]!];

/** The enemy marches onto the field. */
function fall(tiny: Tiny) {
  tiny.of('x').hex = tiny.at('0402');
  tiny.state.active = 1;
  expect(go(tiny, 'x', '0302')).toBeNull();
  return tiny;
}

describe('9.11 demolition', () => {
  test('9.11 its holder may demolish it in his player turn, for good; everybody hears of it', () => {
    const tiny = base();
    expect(check(tiny.game, tiny.state, demolish)).toBeNull();
    expect(legalActions(tiny.game, tiny.state)).toContainEqual(demolish);
    const events = apply(tiny.game, tiny.state, demolish);
    const told = { type: 'airfield', airfield: 0, hex: tiny.at('0302'), status: AIRFIELD_DEMOLISHED, side: 0, to: 3 };
    expect(events).toEqual([told]);
    expect(tiny.state.airfields).toEqual([{ side: 0, status: AIRFIELD_DEMOLISHED, turn: 1 }]);
    expect(check(tiny.game, tiny.state, demolish)).toEqual({
      code: 'no-airfield',
      hex: tiny.at('0302'),
      clause: '9.11',
    });
    passTurn(tiny, 5);
    expect(tiny.state.airfields[0]!.status).toBe(AIRFIELD_DEMOLISHED);
  });

  test('9.11 not the enemy before he has it, and not one that is not there', () => {
    const tiny = base();
    expect(check(tiny.game, tiny.state, { type: 'airfield', airfield: 1 })).toMatchObject({ code: 'malformed' });
    apply(tiny.game, tiny.state, { type: 'end' });
    expect(check(tiny.game, tiny.state, demolish)).toMatchObject({ code: 'no-airfield' });
    fall(tiny);
    expect(check(tiny.game, tiny.state, demolish)).toBeNull();
  });
});

describe('9.11 changes of hands', () => {
  test('9.11 goes with its hex, demolished or not', () => {
    const tiny = base();
    tiny.of('x').hex = tiny.at('0402');
    tiny.state.active = 1;
    const events = apply(tiny.game, tiny.state, { type: 'move', unit: 1, path: [tiny.at('0302')], mode: 'march' });
    expect(only(events, 'airfield')).toEqual([
      { type: 'airfield', airfield: 0, hex: tiny.at('0302'), status: AIRFIELD_WORKING, side: 1, to: 3 },
    ] satisfies AirfieldEvent[]);
    expect(tiny.state.airfields).toEqual([{ side: 1, status: AIRFIELD_WORKING, turn: 1 }]);
    const wreck = base();
    apply(wreck.game, wreck.state, demolish);
    expect(fall(wreck).state.airfields).toEqual([{ side: 1, status: AIRFIELD_DEMOLISHED, turn: 1 }]);
  });

  test('9.11 irregulars take none', () => {
    const tiny = base({
      units: [
        { id: 'a', side: 'cn', hex: '0002' },
        { id: 'x', side: 'jp', hex: '1902', kind: 'irregular' },
      ],
    });
    fall(tiny);
    expect(tiny.state.airfields[0]!.side).toBe(0);
    expect(holderOf(tiny.state.control, tiny.at('0302'))).toBe(0);
  });

  test('9.11 works for who holds it; a hex without a listed field serves its holder', () => {
    const tiny = base();
    const usable = (hex: string): boolean[] =>
      [0, 1].map((side) => isUsable(tiny.game, tiny.state, tiny.at(hex), side));
    expect([usable('0302'), usable('0102'), usable('1902')]).toEqual([
      [true, false],
      [true, false],
      [false, true],
    ]);
    fall(tiny);
    expect(usable('0302')).toEqual([false, true]);
    tiny.state.airfields[0]!.status = AIRFIELD_DEMOLISHED;
    expect(usable('0302')).toEqual([false, false]);
  });
});

describe('9.11 the formations', () => {
  test('9.11 on a demolished field they lose the aircraft under repair; the rest fall back, or leave', () => {
    const tiny = base();
    for (const one of air(tiny)) one.damaged = 4;
    apply(tiny.game, tiny.state, demolish);
    const events = passTurn(tiny);
    const [stays, moves] = air(tiny);
    expect(stays).toMatchObject({ aircraft: 0, damaged: 0, lost: 4, moved: 0, sorties: 0 });
    expect(moves).toMatchObject({ aircraft: 11, damaged: 0, lost: 4, moved: 1, sorties: 11 });
    expect(only(events, 'air').map((event) => [event.formation, event.lost])).toEqual([
      [0, 4],
      [1, 4],
    ]);
    checkInvariants(tiny.game, tiny.state);
  });

  test('9.1, 9.11 on a field that is taken they lose half of all, rounded up', () => {
    const tiny = base();
    for (const one of air(tiny)) one.damaged = 5;
    fall(tiny);
    tiny.state.active = 0;
    passTurn(tiny);
    const [stays, moves] = air(tiny);
    expect(stays).toMatchObject({ aircraft: 0, lost: 8, sorties: 0 });
    // Of the damaged half come away as well, and one is repaired at once.
    expect(moves).toMatchObject({ aircraft: 7, damaged: 1, lost: 8, moved: 1, sorties: 6 });
    checkInvariants(tiny.game, tiny.state);
    passTurn(tiny, 2);
    expect(moves).toMatchObject({ aircraft: 7, lost: 8 });
  });

  test('9.3, 9.11 from the rear they fly through the centre of the map', () => {
    const tiny = base();
    const km = (): number[] =>
      [0, 1].map((formation) => airDistanceKm(tiny.game, tiny.state, formation, tiny.at('1202')));
    expect(km()).toEqual([23, 23]);
    apply(tiny.game, tiny.state, demolish);
    passTurn(tiny);
    // Two hexes beyond the centre at 1002, and 200 km to there.
    expect(km()).toEqual([23, 205]);
  });

  test('9.1 none arrives on a field that is lost or demolished, but for those with a field in the rear', () => {
    for (const lose of [fall, (tiny: Tiny) => apply(tiny.game, tiny.state, demolish)]) {
      const late = base().game.data.air.formations.map((formation) => ({
        ...formation,
        arrival: '1939-12-16',
        side: 'cn' as const,
      }));
      const tiny = base({ air: late });
      expect(air(tiny).map((one) => one.aircraft)).toEqual([0, 0]);
      lose(tiny);
      tiny.state.active = 0;
      passTurn(tiny);
      expect(air(tiny).map((one) => [one.aircraft, one.lost, one.moved])).toEqual([
        [0, 0, 0],
        [15, 0, 1],
      ]);
    }
  });
});

describe('9.11 the enemy comes near', () => {
  test('9.11 enemy troops within 30 km halve the sorties from a listed field', () => {
    const sorties = (enemy: string, more: Partial<TinyOptions> = {}): number => {
      const tiny = base(more, false, enemy);
      return air(tiny)[0].sorties;
    };
    // 12 hexes of 2.5 km from 0302 to 1502.
    expect(['1602', '1502', '0902'].map((hex) => sorties(hex))).toEqual([15, 7, 7]);
    // A makeshift strip, which the scenario does not list, sends nobody to the rear.
    expect(sorties('0902', { airfields: [] })).toBe(15);
    const own = { units: [{ id: 'a', side: 'cn' as const, hex: '0402' }] };
    expect(sorties('', own)).toBe(15);
  });

  test('9.11 who has fallen back is out of reach', () => {
    const tiny = base({}, false, '0902');
    apply(tiny.game, tiny.state, demolish);
    passTurn(tiny);
    expect(air(tiny)[1].sorties).toBe(15);
  });

  test('9.11 each side is told what it knows of that', () => {
    const tiny = base({}, true, '0902');
    const answer = (knower: number) => airfieldsOf(tiny.game, tiny.state, knower)[0]!;
    expect(answer(-1)).toEqual({ airfield: 0, hex: tiny.at('0302'), side: 0, status: 0, enemyKm: 15 });
    tiny.of('x').seen = 0;
    expect([answer(0).enemyKm, answer(-1).enemyKm]).toEqual([-1, 15]);
    expect(airfieldsOf(tiny.game, view(tiny.game, tiny.state, 0), 0)[0]!.enemyKm).toBe(-1);
    tiny.of('x').seen = 1;
    expect(answer(0).enemyKm).toBe(15);
    // The sorties go by what is there, known or not.
    tiny.of('x').seen = 0;
    airPhase(tiny.game, tiny.state, []);
    expect(air(tiny)[0].sorties).toBe(7);
  });
});

describe('13.6 what it is worth', () => {
  test('13.6 an airfield that is demolished or lost gives its points to the other side', () => {
    const worth = (prepare: (tiny: Tiny) => unknown): number => {
      const tiny = base();
      tiny.game.data.scenario.victory.airfields = [{ airfield: 'field', points: 12, source: ['test'] }];
      prepare(tiny);
      const { lines, margin } = tally(tiny.game, tiny.state);
      for (const line of lines) expect(line).toEqual({ kind: 'airfield', place: 'field', points: [0, 12] });
      return margin;
    };
    expect(worth(() => undefined)).toBe(0);
    expect(worth((tiny) => apply(tiny.game, tiny.state, demolish))).toBe(-12);
    expect(worth(fall)).toBe(-12);
    // Taken back in working order it is whole again.
    expect(
      worth((tiny) => {
        fall(tiny);
        tiny.state.airfields[0]!.side = 0;
      }),
    ).toBe(0);
  });
});
