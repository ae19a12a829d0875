/** Refusals: an order that the rules do not allow gets an answer, whatever it is made of, and changes nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTION_TYPES, type Action } from '../../src/core/action.ts';
import { check, isWellFormed } from '../../src/core/check.ts';
import { digest } from '../../src/core/digest.ts';
import { legalActions } from '../../src/core/legal.ts';
import { REFUSAL_CODES } from '../../src/core/refusal.ts';
import { AIR_MISSIONS } from '../../src/core/scenario.ts';
import { view } from '../../src/core/view.ts';
import { tinyStart } from './fixture.ts';

const tiny = tinyStart({
  map: ['.lh.', 'l.wl', '..hh'],
  roads: ['0000 0100 0200'],
  rivers: ['0100 0 river'],
  bridges: ['0100 0'],
  units: [
    { id: 'a', side: 'cn', hex: '0000', equipment: { gun75: 4 } },
    { id: 'b', side: 'cn', hex: '0101' },
    { id: 'x', side: 'jp', hex: '0201' },
  ],
  aircraft: [{ id: 'bomber', payloadKg: 300 }],
  air: [{ id: 'ca', side: 'cn', aircraft: 'bomber' }],
  airfields: [{ id: 'field', side: 'cn', hex: '0000' }],
  decisions: [{ id: 'go', side: 'cn' }],
});
const { game, state } = tiny;
const ask = (action: unknown) => check(game, state, action as Action);

describe('orders that are no orders', () => {
  test.each([
    null,
    undefined,
    7,
    'move',
    [],
    {},
    { type: 'surrender' },
    { type: 'move' },
    { type: 'move', unit: 0, path: [], mode: 'march' },
    { type: 'move', unit: 0, path: [1], mode: 'fly' },
    { type: 'move', unit: 0, path: '1', mode: 'march' },
    { type: 'move', unit: 0, path: [1.5], mode: 'march' },
    { type: 'move', unit: 0, path: [-1], mode: 'march' },
    { type: 'move', unit: 0, path: [12], mode: 'march' },
    { type: 'move', unit: 0, path: [Number.NaN], mode: 'march' },
    { type: 'move', unit: 3, path: [1], mode: 'march' },
    { type: 'move', unit: '0', path: [1], mode: 'march' },
    { type: 'move', unit: 0, path: new Array(201).fill(1), mode: 'march' },
    { type: 'assault', units: [], support: [], hex: 6, advance: true },
    { type: 'assault', units: [1, 0], support: [], hex: 6, advance: true },
    { type: 'assault', units: [1, 1], support: [], hex: 6, advance: true },
    { type: 'assault', units: [1], support: [1], hex: 6, advance: true },
    { type: 'assault', units: [1], support: [], hex: 6, advance: 1 },
    { type: 'assault', units: [1], support: [], hex: 99, advance: true },
    { type: 'assault', units: [1], hex: 6, advance: true },
    { type: 'bombard', unit: 0 },
    { type: 'bombard', unit: 0, hex: -1 },
    { type: 'engineer', unit: 0, task: 'dance', hexside: 0 },
    { type: 'engineer', unit: 0, task: 'demolish', hexside: 36 },
    { type: 'breakOut', unit: 0 },
    { type: 'breakOut', unit: 3, hex: 1 },
    { type: 'airfield', airfield: 1 },
    { type: 'airfield', airfield: '0' },
    { type: 'decide' },
    { type: 'decide', decision: 1 },
    { type: 'decide', decision: -1 },
    { type: 'stance', unit: 0, stance: 3 },
    { type: 'stance', unit: 0, stance: 'hold' },
    { type: 'air', formation: 1, mission: 'closeSupport', hex: 6, sorties: 1 },
    { type: 'air', formation: 0, mission: 'bombing', hex: 6, sorties: 1 },
    { type: 'air', formation: 0, mission: 'closeSupport', hex: 6, sorties: 0 },
    { type: 'air', formation: 0, mission: 'closeSupport', hex: 6, sorties: 1.5 },
    { type: 'air', formation: 0, mission: 'closeSupport', hex: 6, sorties: 1, unit: 0 },
    { type: 'air', formation: 0, mission: 'troopLift', hex: 6, sorties: 1 },
    { type: 'air', formation: 0, mission: 'troopLift', hex: 6, sorties: 1, unit: 3 },
  ])('%j is malformed', (action) => {
    expect(ask(action)).toEqual({ code: 'malformed', clause: '1.3' });
    expect(isWellFormed(game, action as unknown as Action)).toBe(false);
  });

  test('anything at all gets an answer, and check changes nothing', () => {
    const before = digest(state);
    const piece = fc.oneof(fc.integer({ min: -2, max: 40 }), fc.anything(), fc.array(fc.integer({ min: -1, max: 13 })));
    const orders = fc.oneof(
      fc.anything(),
      fc.record({
        type: fc.constantFrom(...ACTION_TYPES),
        unit: piece,
        units: piece,
        support: piece,
        path: piece,
        hex: piece,
        hexside: piece,
        stance: piece,
        sorties: piece,
        formation: piece,
        mode: fc.constantFrom('march', 'truck', null),
        task: fc.constantFrom('demolish', 'repair', 1),
        mission: fc.constantFrom(...AIR_MISSIONS, ''),
        airfield: piece,
        decision: piece,
        advance: fc.oneof(fc.boolean(), piece),
      }),
    );
    const codes: readonly string[] = REFUSAL_CODES;
    fc.assert(
      fc.property(orders, (order) => {
        const refusal = ask(order);
        if (refusal) {
          expect(codes).toContain(refusal.code);
          expect(refusal.clause).toMatch(/^\d+\.\d+$/);
        }
        expect(check(game, view(game, state, state.active), order as Action)).toEqual(refusal);
      }),
      { numRuns: 1000 },
    );
    expect(digest(state)).toBe(before);
  });
});

describe('refusals of marches', () => {
  test.each([
    [{ unit: 0, path: [2], mode: 'march' }, 'not-adjacent', '3.1'],
    [{ unit: 1, path: [6], mode: 'march' }, 'enemy-in-hex', '3.6'],
    [{ unit: 2, path: [7], mode: 'march' }, 'not-your-unit', '1.3'],
    [{ unit: 0, path: [1], mode: 'truck' }, 'no-lift', '3.8'],
    [{ unit: 0, path: [1, 0], mode: 'march' }, 'malformed', '3.1'],
  ])('%j: %s (%s)', (order, code, clause) => {
    expect(ask({ type: 'move', ...order })).toMatchObject({ code, clause });
  });

  test('3.2, 3.4 what bars the way is named: the ground, or a river that others could cross', () => {
    const wheels = tinyStart({
      map: [',,,', ',,,', ',,,'],
      rivers: ['0001 0 river'],
      units: [{ id: 'm', side: 'cn', hex: '0001', mobility: 'motor', men: 50 }],
    });
    const go = (hex: string) =>
      check(wheels.game, wheels.state, { type: 'move', unit: 0, path: [wheels.at(hex)], mode: 'march' });
    expect(go('0101')).toMatchObject({ code: 'river', hex: wheels.at('0101'), clause: '3.2' });
    const hills = tinyStart({
      map: [',h,'],
      units: [{ id: 'm', side: 'cn', hex: '0000', mobility: 'motor', men: 50 }],
    });
    expect(check(hills.game, hills.state, { type: 'move', unit: 0, path: [1], mode: 'march' })).toMatchObject({
      code: 'impassable',
      hex: 1,
    });
  });
});

describe('stances', () => {
  test('6.12 any but the one it has, held or not', () => {
    expect(ask({ type: 'stance', unit: 0, stance: 0 })).toMatchObject({ code: 'already-done', clause: '6.12' });
    expect(ask({ type: 'stance', unit: 0, stance: 1 })).toBeNull();
    expect(ask({ type: 'stance', unit: 2, stance: 1 })).toMatchObject({ code: 'not-your-unit' });
  });
});

test('a game that is over refuses everything, and says so first', () => {
  const over = { ...state, over: true };
  for (const action of [{ type: 'end' }, { type: 'move' }, null])
    expect(check(game, over, action as Action)).toEqual({ code: 'game-over', clause: '1.6' });
  expect(legalActions(game, over)).toEqual([]);
});
