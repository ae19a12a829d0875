/** Rulebook 2.5-2.7: conditions, effects, decisions, reserves. */
import { describe, expect, test } from 'vitest';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { setControl } from '../../src/core/control.ts';
import { legalActions } from '../../src/core/legal.ts';
import { isMet } from '../../src/core/rules/conditions.ts';
import { decisionsOf } from '../../src/core/rules/decisions.ts';
import { carryOut } from '../../src/core/rules/effects.ts';
import { tally } from '../../src/core/rules/victory.ts';
import { DOCTRINES, type EventCondition, type EventEffect, type SimpleCondition } from '../../src/core/scenario.ts';
import { UNIT_EXPECTED, UNIT_ON_MAP, UNIT_WITHDRAWN } from '../../src/core/state.ts';
import { cloneState, view } from '../../src/core/view.ts';
import { type Tiny, type TinyOptions, tinyStart } from './fixture.ts';
import { checkInvariants } from './invariants.ts';
import { only, passTurn } from './turns.ts';

/** A row of hexes: a and b of the first side, x of the second far off, a depot of each, an airfield of the first. */
const ROW: TinyOptions = {
  map: ['.........'],
  units: [
    { id: 'corps', side: 'cn', hex: '0000', kind: 'hq', men: 100, echelon: 'corps' },
    { id: 'a', side: 'cn', hex: '0100', parent: 'division' },
    { id: 'b', side: 'cn', hex: '0100', parent: 'division' },
    { id: 'x', side: 'jp', hex: '0700' },
  ],
  formations: [{ id: 'division', side: 'cn', parent: 'corps' }],
  places: { town: '0300', village: '0600' },
  sources: [
    { side: 'cn', hex: '0000', foodKg: 500, ammoKg: 300, fuelKg: 200 },
    { side: 'jp', hex: '0800', foodKg: 5000, ammoKg: 3000, fuelKg: 2000 },
  ],
  airfields: [{ id: 'field', side: 'cn', hex: '0200' }],
  jp: '0600 0700 0800',
};

function row(more: Partial<TinyOptions> = {}, fog = false): Tiny {
  return tinyStart({ ...ROW, ...more }, { fog });
}

function met({ game, state }: Tiny, when: EventCondition | undefined, knower = -1): boolean {
  return isMet(game, state, when, knower);
}

describe('2.5 conditions', () => {
  const held = (place: string, side: string): SimpleCondition => ({ type: 'held', place, side });

  test('2.5 who holds a place', () => {
    const tiny = row();
    expect(met(tiny, undefined)).toBe(true);
    expect(met(tiny, held('town', 'cn'))).toBe(true);
    expect(met(tiny, held('town', 'jp'))).toBe(false);
    expect(met(tiny, { type: 'notHeld', place: 'town', side: 'jp' })).toBe(true);
    setControl(tiny.state.control, tiny.at('0300'), 1);
    expect(met(tiny, held('town', 'jp'))).toBe(true);
    expect(met(tiny, { type: 'notHeld', place: 'town', side: 'jp' })).toBe(false);
    setControl(tiny.state.control, tiny.at('0300'), -1);
    expect([met(tiny, held('town', 'cn')), met(tiny, held('town', 'jp'))]).toEqual([false, false]);
  });

  test('2.5 troops within so many km of a place: x at 07 is 10 km from the town at 03', () => {
    const tiny = row();
    const near = (km: number): boolean => met(tiny, { type: 'within', place: 'town', side: 'jp', km });
    expect([9.9, 10, 11].map(near)).toEqual([false, true, true]);
    Object.assign(tiny.of('x'), { status: 2, hex: -1 });
    expect(near(100)).toBe(false);
  });

  test('2.5 the stock in the depots a side holds, of all classes', () => {
    const tiny = row();
    const stock = (side: string, atLeastKg: number): boolean => met(tiny, { type: 'stock', side, atLeastKg });
    const { food, ammo, fuel } = tiny.state.depots[0]!;
    const kg = food + ammo + fuel;
    expect([stock('cn', kg), stock('cn', kg + 1)]).toEqual([true, false]);
    setControl(tiny.state.control, tiny.at('0000'), 1);
    expect([stock('cn', 0), stock('cn', 1)]).toEqual([true, false]);
  });

  test('2.5 a decision taken, an event happened', () => {
    const tiny = row({
      decisions: [
        { id: 'wait', side: 'cn' },
        { id: 'go', side: 'cn' },
      ],
      events: [{ id: 'rain', date: '1939-12-16' }],
    });
    const is = (when: EventCondition): boolean => met(tiny, when);
    expect(is({ type: 'decided', decision: 'go' })).toBe(false);
    apply(tiny.game, tiny.state, { type: 'decide', decision: 1 });
    expect([is({ type: 'decided', decision: 'go' }), is({ type: 'decided', decision: 'wait' })]).toEqual([true, false]);
    expect(is({ type: 'fired', event: 'rain' })).toBe(false);
    passTurn(tiny);
    expect(is({ type: 'fired', event: 'rain' })).toBe(true);
  });

  test('2.5 an airfield that works, in the hands of its side', () => {
    const tiny = row();
    const works = (): boolean => met(tiny, { type: 'airfield', airfield: 'field' });
    expect(works()).toBe(true);
    tiny.state.airfields[0]!.side = 1;
    expect(works()).toBe(false);
    tiny.state.airfields[0] = { side: 0, status: 1, turn: 1 };
    expect(works()).toBe(false);
  });

  test('2.5 each may be turned round, and several joined by all or any', () => {
    const tiny = row();
    const yes = held('town', 'cn');
    const no = held('town', 'jp');
    expect([met(tiny, { ...yes, not: true }), met(tiny, { ...no, not: true })]).toEqual([false, true]);
    const both = [yes, no];
    expect(met(tiny, { type: 'all', conditions: both })).toBe(false);
    expect(met(tiny, { type: 'any', conditions: both })).toBe(true);
    expect(met(tiny, { type: 'all', conditions: [yes, { ...no, not: true }] })).toBe(true);
    expect(met(tiny, { type: 'any', conditions: [no, { ...yes, not: true }] })).toBe(false);
  });

  test('2.5 events go by what is, decisions by what their side knows', () => {
    const tiny = row({ decisions: [{ id: 'secret', side: 'jp' }], events: [{ id: 'rumour', side: 'jp' }] }, true);
    const { state, at } = tiny;
    apply(tiny.game, state, { type: 'end' });
    apply(tiny.game, state, { type: 'decide', decision: 0 });
    tiny.of('x').seen = 0;
    // The town has fallen, and the first side's own depot with it, without its knowing.
    for (const hex of ['0300', '0000']) setControl(state.control, at(hex), 1);
    const conditions: [SimpleCondition, boolean, boolean][] = [
      [held('town', 'jp'), true, false],
      [{ type: 'notHeld', place: 'town', side: 'cn' }, true, false],
      [{ type: 'within', place: 'town', side: 'jp', km: 100 }, true, false],
      [{ type: 'stock', side: 'jp', atLeastKg: 9000 }, true, false],
      [{ type: 'stock', side: 'cn', atLeastKg: 1 }, false, true],
      [{ type: 'decided', decision: 'secret' }, true, false],
      [{ type: 'fired', event: 'rumour' }, true, false],
    ];
    for (const [when, asItIs, asKnown] of conditions) {
      expect(met(tiny, when), JSON.stringify(when)).toBe(asItIs);
      expect(met(tiny, when, 0), `${JSON.stringify(when)} to the first side`).toBe(asKnown);
      // What the view shows and what the side is held to know are one.
      expect(isMet(tiny.game, view(tiny.game, state, 0), when, 0)).toBe(asKnown);
      expect(isMet(tiny.game, view(tiny.game, state, 1), when, 1)).toBe(met(tiny, when, 1));
      // Without fog everything is known.
      expect(isMet(tiny.game, { ...state, fog: false }, when, 0)).toBe(asItIs);
    }
    expect(met(tiny, { type: 'within', place: 'town', side: 'cn', km: 6 }, 0)).toBe(true);
    expect(met(tiny, { type: 'decided', decision: 'secret' }, 1)).toBe(true);
  });
});

describe('2.6 effects', () => {
  const bring = (tiny: Tiny, ...effects: EventEffect[]): void => {
    for (const effect of effects) carryOut(tiny.game, tiny.state, effect, []);
    checkInvariants(tiny.game, tiny.state);
  };

  test('2.6 points to a side; civilian dead are counted apart, and for nobody', () => {
    const tiny = row();
    const before = tally(tiny.game, tiny.state).margin;
    bring(tiny, { type: 'points', side: 'jp', points: 7 }, { type: 'points', side: 'jp', points: -2 });
    expect(tiny.state.sides.map((side) => side.points)).toEqual([0, 5]);
    expect(tally(tiny.game, tiny.state).margin).toBe(before - 5);
    bring(tiny, { type: 'civilians', dead: 120 }, { type: 'civilians', dead: 30 });
    expect(tiny.state.civilians).toBe(150);
    expect(tally(tiny.game, tiny.state).margin).toBe(before - 5);
  });

  test('2.6 fills or empties a depot; the books close, and never more than is there is taken', () => {
    const tiny = row();
    const depot = tiny.state.depots[0]!;
    const stock = { ...depot };
    const { entered, used } = tiny.state.sides[0];
    bring(tiny, { type: 'stock', source: 'source0', foodKg: 100, ammoKg: 0, fuelKg: 50 });
    expect(depot).toEqual({ ...stock, food: stock.food + 100, fuel: stock.fuel + 50 });
    expect(tiny.state.sides[0]).toMatchObject({ entered: entered + 150, used });
    bring(tiny, { type: 'stock', source: 'source0', foodKg: -40, ammoKg: -999_999, fuelKg: 0 });
    expect(depot).toEqual({ ...stock, food: stock.food + 60, ammo: 0, fuel: stock.fuel + 50 });
    expect(tiny.state.sides[0]).toMatchObject({ entered: entered + 150, used: used + 40 + stock.ammo });
  });

  test('2.6, 9.14 brings aviation fuel, up to what can be stored, and none to a side without an account', () => {
    const tiny = row({ fuel: [{ side: 'cn', startKg: 1000, mostKg: 3000 }] });
    const kg = (): number[] => tiny.state.sides.map((side) => side.aviationFuel);
    bring(tiny, { type: 'aviationFuel', side: 'cn', kg: 500 }, { type: 'aviationFuel', side: 'jp', kg: 500 });
    expect(kg()).toEqual([1500, 0]);
    bring(tiny, { type: 'aviationFuel', side: 'cn', kg: 9000 });
    expect(kg()).toEqual([3000, 0]);
    bring(tiny, { type: 'aviationFuel', side: 'cn', kg: -4000 });
    expect(kg()).toEqual([0, 0]);
  });

  test('2.6 puts an army boundary in force or out of it', () => {
    const zone = { side: 'cn', formation: 'division', corners: '0000 0300' } as const;
    const tiny = row({
      boundaries: [
        { ...zone, id: 'old' },
        { ...zone, id: 'new', active: false },
      ],
    });
    expect(tiny.state.boundaries).toEqual([1, 0]);
    bring(
      tiny,
      { type: 'boundary', boundary: 'new', active: true },
      { type: 'boundary', boundary: 'old', active: false },
    );
    expect(tiny.state.boundaries).toEqual([0, 1]);
  });

  test('2.6 changes what the command wants', () => {
    const tiny = row();
    const wants = (): unknown[] => tiny.state.sides.map((side) => DOCTRINES[side.doctrine]);
    expect(wants()).toEqual(['attack', 'defend']);
    bring(tiny, { type: 'doctrine', side: 'jp', doctrine: 'withdraw' });
    expect(wants()).toEqual(['attack', 'withdraw']);
  });

  test('2.6 a headquarters or a formation stands for all its units', () => {
    const tiny = row();
    const cohesion = (): number[] => ['corps', 'a', 'b', 'x'].map((id) => tiny.of(id).cohesion);
    bring(tiny, { type: 'cohesion', unit: 'division', change: -100 });
    expect(cohesion()).toEqual([900, 800, 800, 900]);
    bring(tiny, { type: 'cohesion', unit: 'corps', change: -50 });
    expect(cohesion()).toEqual([850, 750, 750, 900]);
    bring(tiny, { type: 'cohesion', unit: 'a', change: 30 });
    expect(cohesion()).toEqual([850, 780, 750, 900]);
    for (const id of ['a', 'b']) tiny.of(id).held = 1;
    bring(tiny, { type: 'release', unit: 'division' });
    expect(['a', 'b'].map((id) => tiny.of(id).held)).toEqual([0, 0]);
    bring(tiny, { type: 'withdraw', unit: 'corps' });
    expect(['corps', 'a', 'b', 'x'].map((id) => tiny.of(id).status)).toEqual([3, 3, 3, UNIT_ON_MAP]);
  });
});

describe('2.1 reserves', () => {
  test('2.1 enter only when an event or a decision brings them in, whatever their date', () => {
    const reserve: TinyOptions['units'] = [
      ...ROW.units,
      { id: 'r', side: 'cn', hex: '0200', parent: 'division', reserve: true },
      { id: 's', side: 'cn', hex: '0000', parent: 'division', reserve: true },
    ];
    const tiny = row({
      units: reserve,
      decisions: [{ id: 'call', side: 'cn', effects: [{ type: 'arrive', unit: 'r' }] }],
      turns: 6,
    });
    expect(tiny.of('r')).toMatchObject({ status: UNIT_EXPECTED, men: 0 });
    passTurn(tiny, 2);
    expect(tiny.of('r').status).toBe(UNIT_EXPECTED);
    apply(tiny.game, tiny.state, { type: 'decide', decision: 0 });
    expect(tiny.of('r')).toMatchObject({ status: UNIT_ON_MAP, hex: tiny.at('0200'), men: 1000, minutes: 600 });
    checkInvariants(tiny.game, tiny.state);
    while (!tiny.state.over) passTurn(tiny);
    expect(tiny.of('s')).toMatchObject({ status: UNIT_EXPECTED, hex: -1, men: 0 });
  });

  test('2.1, 2.4 a reserve that an event takes off never comes', () => {
    const tiny = row({
      units: [...ROW.units, { id: 'r', side: 'cn', hex: '0200', reserve: true }],
      events: [{ id: 'sent elsewhere', effects: [{ type: 'withdraw', unit: 'r' }] }],
      decisions: [{ id: 'call', side: 'cn', effects: [{ type: 'arrive', unit: 'r' }] }],
    });
    apply(tiny.game, tiny.state, { type: 'decide', decision: 0 });
    expect(tiny.of('r')).toMatchObject({ status: UNIT_WITHDRAWN, hex: -1, men: 0 });
    checkInvariants(tiny.game, tiny.state);
  });
});

describe('2.7 decisions', () => {
  const refusal = ({ game, state }: Tiny, decision = 0) => check(game, state, { type: 'decide', decision });

  test('2.7 of one side, in its player turn, between two dates, once', () => {
    const dates = { from: '1939-12-17', until: '1939-12-18' };
    const tiny = row({
      decisions: [
        { id: 'ours', side: 'cn', ...dates },
        { id: 'theirs', side: 'jp' },
      ],
    });
    expect(refusal(tiny, 2)).toMatchObject({ code: 'malformed' });
    expect(refusal(tiny, 1)).toEqual({ code: 'not-open', clause: '2.7' });
    expect(refusal(tiny)).toEqual({ code: 'not-open', until: 3, clause: '2.7' });
    passTurn(tiny, 2);
    expect(refusal(tiny)).toBeNull();
    apply(tiny.game, tiny.state, { type: 'end' });
    expect(refusal(tiny)).toEqual({ code: 'not-open', clause: '2.7' });
    expect(refusal(tiny, 1)).toBeNull();
    apply(tiny.game, tiny.state, { type: 'end' });
    // Turn 4, the last of its days.
    expect(refusal(tiny)).toBeNull();
    const late = { ...tiny, state: cloneState(tiny.state) };
    passTurn(late);
    expect(refusal(late)).toEqual({ code: 'not-open', until: 0, clause: '2.7' });
    apply(tiny.game, tiny.state, { type: 'decide', decision: 0 });
    expect(refusal(tiny)).toEqual({ code: 'already-done', clause: '2.7' });
  });

  test('2.7 when its condition is met', () => {
    const tiny = row({
      decisions: [{ id: 'yield', side: 'cn', when: { type: 'notHeld', place: 'town', side: 'cn' } }],
    });
    expect(refusal(tiny)).toEqual({ code: 'condition', clause: '2.7' });
    expect(legalActions(tiny.game, tiny.state).some((action) => action.type === 'decide')).toBe(false);
    setControl(tiny.state.control, tiny.at('0300'), 1);
    expect(refusal(tiny)).toBeNull();
    expect(legalActions(tiny.game, tiny.state)).toContainEqual({ type: 'decide', decision: 0 });
  });

  test('2.7 effects at once, or after the days it names at the start of a turn', () => {
    for (const [delayDays, turnHours, done] of [
      [0, 24, 1],
      [1, 24, 2],
      [3, 24, 4],
      [1, 48, 2],
      [2, 48, 2],
      [3, 48, 3],
    ] as const) {
      const tiny = row({
        decisions: [{ id: 'send', side: 'cn', delayDays, effects: [{ type: 'civilians', dead: 5 }] }],
        turnHours,
      });
      const events = apply(tiny.game, tiny.state, { type: 'decide', decision: 0 });
      expect(events[0]).toEqual({ type: 'decision', decision: 0, done: 0, to: 1 });
      const ends = [...events];
      while (tiny.state.civilians === 0) ends.push(...passTurn(tiny));
      expect(tiny.state.turn, `${delayDays} days, turns of ${turnHours} hours`).toBe(done);
      expect(only(ends, 'decision').map((event) => event.done)).toEqual([0, 1]);
      expect(tiny.state.taken).toEqual([{ decision: 0, turn: 1, done: 1 }]);
      passTurn(tiny, 3);
      expect(tiny.state.civilians).toBe(5);
    }
  });

  test('2.7, 13.9 costs its points to the other side, from the moment it is taken', () => {
    const tiny = row({
      decisions: [
        { id: 'dear', side: 'cn', cost: 6, delayDays: 4 },
        { id: 'cheap', side: 'jp', cost: 2 },
      ],
    });
    const before = tally(tiny.game, tiny.state).margin;
    apply(tiny.game, tiny.state, { type: 'decide', decision: 0 });
    expect(tally(tiny.game, tiny.state).margin).toBe(before - 6);
    expect(tally(tiny.game, tiny.state).lines).toContainEqual({ kind: 'decision', place: 'dear', points: [0, 6] });
    apply(tiny.game, tiny.state, { type: 'end' });
    apply(tiny.game, tiny.state, { type: 'decide', decision: 1 });
    expect(tally(tiny.game, tiny.state).margin).toBe(before - 4);
  });

  test('2.7 a side has a list of its own, with what stands against each', () => {
    const tiny = row({
      decisions: [
        { id: 'one', side: 'cn' },
        { id: 'theirs', side: 'jp' },
        { id: 'late', side: 'cn', from: '1939-12-20' },
      ],
    });
    apply(tiny.game, tiny.state, { type: 'decide', decision: 0 });
    expect(decisionsOf(tiny.game, tiny.state, 0)).toEqual([
      {
        decision: 0,
        refusal: { code: 'already-done', clause: '2.7' },
        taken: { decision: 0, turn: 1, done: 1 },
      },
      { decision: 2, refusal: { code: 'not-open', until: 6, clause: '2.7' }, taken: null },
    ]);
    expect(decisionsOf(tiny.game, tiny.state, 1).map((one) => one.decision)).toEqual([1]);
  });

  test('2.7, 7.8 the enemy learns neither of the decision nor of its effects', () => {
    const tiny = row(
      {
        decisions: [{ id: 'withdraw', side: 'cn', effects: [{ type: 'doctrine', side: 'cn', doctrine: 'withdraw' }] }],
        events: [
          { id: 'ours', side: 'cn', when: { type: 'decided', decision: 'withdraw' } },
          { id: 'all', side: null, when: { type: 'decided', decision: 'withdraw' } },
        ],
      },
      true,
    );
    expect(apply(tiny.game, tiny.state, { type: 'decide', decision: 0 }).every((event) => event.to === 1)).toBe(true);
    passTurn(tiny);
    expect(tiny.state.fired).toEqual([0, 1]);
    const own = view(tiny.game, tiny.state, 0);
    const other = view(tiny.game, tiny.state, 1);
    expect([own.taken.length, own.fired, own.sides[0].doctrine]).toEqual([1, [0, 1], 2]);
    expect([other.taken, other.fired, other.sides[0].doctrine]).toEqual([[], [1], 0]);
  });

  test('7.8 the zones of the enemy are hidden; airfields and civilian dead are known to all', () => {
    const tiny = row({ boundaries: [{ id: 'zone', side: 'cn', formation: 'division', corners: '0000 0300' }] }, true);
    tiny.state.civilians = 9;
    expect(view(tiny.game, tiny.state, 0).boundaries).toEqual([1]);
    const other = view(tiny.game, tiny.state, 1);
    expect(other.boundaries).toEqual([0]);
    expect([other.civilians, other.airfields]).toEqual([9, tiny.state.airfields]);
  });
});
