/** What a decision, a demolished airfield and a break-out let a player take back. */
import { describe, expect, test } from 'vitest';
import type { DecisionData, EventEffect, ScenarioData } from '../../src/core/scenario.ts';
import { Session, type UndoReach } from '../../src/play/session.ts';
import { hexOf, ridge, unitOf } from './ridge.ts';

const source = ['test'];

function decision(effects: EventEffect[], delayDays = 0): DecisionData {
  const [from, until] = ['1939-12-18', '1939-12-20'];
  return { id: 'choice', side: 'cn', title: 'A choice', text: 'One', from, until, cost: 3, delayDays, effects, source };
}

/** A session of the changed ridge in which the first side has done one thing. */
function after(fog: boolean, change: (data: ScenarioData) => void, act: 'decide' | 'airfield'): UndoReach {
  const session = Session.start(ridge(change), {
    seed: 's',
    fog,
    players: [{ kind: 'human' }, { kind: 'human' }],
  });
  const before = session.state;
  const outcome = session.dispatch(act === 'decide' ? { type: act, decision: 0 } : { type: act, airfield: 0 });
  expect(outcome).toMatchObject({ ok: true });
  const { reach } = session;
  if (reach.undo > 0) {
    expect(session.undo()).toBe(true);
    expect(session.state).toEqual(before);
  }
  return reach;
}

const decided = (fog: boolean, effects: EventEffect[], delayDays = 0): UndoReach =>
  after(
    fog,
    (data) => {
      data.scenario.decisions = [decision(effects, delayDays)];
      data.oob.units[3] = { ...data.oob.units[3], reserve: true } as (typeof data.oob.units)[number];
    },
    'decide',
  );

describe('a decision', () => {
  test('can be taken back while nothing has come of it', () => {
    expect(decided(true, [{ type: 'message' }], 2)).toEqual({ undo: 1, redo: 0, barrier: null });
    expect(decided(true, [{ type: 'arrive', unit: 'N3' }], 1)).toEqual({ undo: 1, redo: 0, barrier: null });
  });

  test('can be taken back when its effects tell nothing', () => {
    const told: EventEffect[] = [
      { type: 'points', side: 'jp', points: 5 },
      { type: 'doctrine', side: 'cn', doctrine: 'withdraw' },
      { type: 'cohesion', unit: 'N1', change: -50 },
    ];
    expect(decided(true, told).barrier).toBeNull();
  });

  test('can not be taken back once a unit has come in: that may show where the enemy is', () => {
    const arrives: EventEffect[] = [{ type: 'arrive', unit: 'N3' }];
    expect(decided(true, arrives)).toEqual({ undo: 0, redo: 0, barrier: { at: 0, reason: 'sight' } });
    expect(decided(false, arrives)).toEqual({ undo: 1, redo: 0, barrier: null });
  });

  test('that takes a unit off closes what it saw', () => {
    expect(decided(true, [{ type: 'withdraw', unit: 'N2' }]).barrier).toEqual({ at: 0, reason: 'sight' });
  });
});

test('an airfield blown up can be put back until the turn is handed over', () => {
  const reach = after(
    true,
    (data) => {
      data.scenario.airfields = [{ id: 'strip', place: 'northtown', side: 'cn', source }];
    },
    'airfield',
  );
  expect(reach).toEqual({ undo: 1, redo: 0, barrier: null });
});

test('a break-out is drawn: it stays', () => {
  const game = ridge((data) => {
    const stand = (id: string, hex: string): void => {
      const unit = data.oob.units.find((one) => one.id === id);
      if (unit) unit.arrival.hex = hex;
    };
    // N1 in the corner of the map: one of its two ways out is taken, the other is covered from beyond.
    stand('N1', '0000');
    stand('S1', '0200');
    stand('S2', '0001');
  });
  const session = Session.start(game, { seed: 's', fog: false, players: [{ kind: 'human' }, { kind: 'human' }] });
  const outcome = session.dispatch({ type: 'breakOut', unit: unitOf(game, 'N1'), hex: hexOf('0101') });
  expect(outcome).toMatchObject({ ok: true });
  expect(session.reach).toEqual({ undo: 0, redo: 0, barrier: { at: 0, reason: 'die' } });
});
