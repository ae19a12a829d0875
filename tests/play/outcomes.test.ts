import { describe, expect, test } from 'vitest';
import { setControl } from '../../src/core/control.ts';
import { digest } from '../../src/core/digest.ts';
import type { GameEvent } from '../../src/core/event.ts';
import { membersOf } from '../../src/core/members.ts';
import { setup } from '../../src/core/setup.ts';
import type { GameState } from '../../src/core/state.ts';
import { type Asked, Outcomes, type OutcomeValue } from '../../src/play/outcomes.ts';
import { playout } from '../../src/play/playout.ts';
import { roadBetween } from '../../src/play/roads.ts';
import { drillBots } from './drill.ts';
import { hexOf, ridge, unitOf } from './ridge.ts';

const game = ridge();
const ALL = 3;

type Measure = NonNullable<Asked['measure']>;

/** Tells a made-up game of five days, day by day, and answers one measure. */
function ask(
  measure: Measure,
  days: ((state: GameState) => Partial<GameEvent>[] | undefined)[],
): OutcomeValue | undefined {
  const { state, events } = setup(game, { seed: 'o', fog: false });
  const outcomes = new Outcomes(game, [{ id: 'it', measure }]);
  outcomes.watch(events, state);
  days.forEach((day, i) => {
    const happened = (day(state) ?? []) as GameEvent[];
    outcomes.watch(happened, state);
    if (i === days.length - 1) state.over = true;
    else state.turn++;
    const turn = { type: 'turn', turn: state.turn, weather: 0, ground: 0, to: ALL } as const;
    outcomes.watch(state.over ? [] : [turn], state);
  });
  return outcomes.result(state)['it'];
}

const quiet = (): undefined => undefined;
const take =
  (place: string, side: 0 | 1) =>
  (state: GameState): undefined => {
    setControl(state.control, hexOf(place), side);
  };

describe('outcomes of places', () => {
  test('first date held at the end of a turn, last date taken for good, held at the end', () => {
    const days = [take('0605', 1), take('0605', 0), take('0605', 1), quiet, take('0605', 0)];
    expect(ask({ kind: 'firstDateHeld', place: 'saddle', side: 'cn' }, days)).toBe('1939-12-19');
    expect(ask({ kind: 'lastDateTaken', place: 'saddle', side: 'cn' }, days)).toBe('1939-12-22');
    expect(ask({ kind: 'heldAtEnd', place: 'saddle', side: 'cn' }, days)).toBe('yes');
    expect(ask({ kind: 'heldAtEnd', place: 'saddle', side: 'jp' }, days)).toBe('no');
    expect(ask({ kind: 'lastDateTaken', place: 'saddle', side: 'jp' }, days)).toBeNull();
  });

  test('a place held and lost within a turn was not held', () => {
    const back = (state: GameState): undefined => {
      take('0605', 0)(state);
      take('0605', 1)(state);
    };
    expect(ask({ kind: 'firstDateHeld', place: 'saddle', side: 'cn' }, [back, back])).toBeNull();
  });

  test('a road is cut when the side holds any hex of it', () => {
    const days = [take('0608', 1), take('0607', 1), take('0606', 1), take('0607', 0)];
    const lose = (state: GameState): undefined => {
      for (const hex of ['0605', '0606', '0607', '0608', '0609']) take(hex, 1)(state);
    };
    expect(ask({ kind: 'roadCut', from: 'saddle', to: 'southtown', side: 'cn' }, [lose, ...days])).toBe('1939-12-22');
  });

  test('roads are followed hex by hex, and there is none off the road', () => {
    expect(roadBetween(game, hexOf('0605'), hexOf('0608'))).toEqual(['0605', '0606', '0607', '0608'].map(hexOf));
    expect(roadBetween(game, hexOf('0605'), hexOf('0101'))).toEqual([]);
  });
});

describe('outcomes of units', () => {
  const moved = (unit: string, ...path: string[]): Partial<GameEvent>[] => [
    { type: 'moved', unit: unitOf(game, unit), path: path.map(hexOf), shown: [], stopped: null, to: ALL },
  ];

  test('first entry of a kind, arrival of a formation: passing through counts, starting there does not', () => {
    const days = [
      () => moved('S1', '0605', '0606'),
      () => moved('N1', '0604', '0605', '0606'),
      () => moved('N4', '0604', '0605'),
    ];
    expect(ask({ kind: 'firstEntry', place: 'saddle', side: 'cn', unitKind: 'artillery' }, days)).toBe('1939-12-20');
    expect(ask({ kind: 'firstEntry', place: 'saddle', side: 'jp', unitKind: 'infantry' }, days)).toBeNull();
    expect(ask({ kind: 'arrivalAt', formation: 'cn-hq', place: 'saddle' }, days)).toBe('1939-12-19');
  });

  test('first assault near a place, by the side that attacks; the pieces that were committed', () => {
    const assault = (unit: string): Partial<GameEvent>[] => [
      {
        type: 'assault',
        hex: hexOf('0605'),
        attackers: [unitOf(game, unit)],
        support: [unitOf(game, 'N4')],
        defenders: [],
        to: ALL,
      },
    ];
    const days = [() => assault('S2'), () => assault('N1')];
    expect(ask({ kind: 'firstAssault', place: 'saddle', side: 'cn', withinKm: 0 }, days)).toBe('1939-12-19');
    expect(ask({ kind: 'firstAssault', place: 'northtown', side: 'cn', withinKm: 5 }, days)).toBeNull();
    expect(ask({ kind: 'committed', side: 'cn', classes: ['fieldGun'] }, days)).toBe(8);
    expect(ask({ kind: 'committed', side: 'cn', classes: ['hmg'] }, days)).toBe(6);
  });

  test('a wounded leader is not lost, a killed one is', () => {
    const hit = (status: number) => (): Partial<GameEvent>[] => [
      { type: 'leader', leader: 0, hex: 0, status, to: ALL },
    ];
    const measure = { kind: 'leaderLost', leader: 'north-commander' } as const;
    expect(ask(measure, [hit(1), quiet])).toBeNull();
    expect(ask(measure, [hit(1), hit(2), quiet])).toBe('1939-12-19');
  });

  test('losses of a formation with all below it, of a side, as a share; prisoners; booty; replacements', () => {
    const day = (state: GameState): undefined => {
      const n1 = state.units[unitOf(game, 'N1')] as GameState['units'][number];
      n1.killed = 30;
      n1.captured = 7;
      n1.received = 100;
      (state.units[unitOf(game, 'S1')] as GameState['units'][number]).killed = 4;
      state.sides[1].captured[1] = 3;
    };
    const one = (measure: Measure): OutcomeValue | undefined => ask(measure, [day]);
    expect(one({ kind: 'losses', side: 'cn', formation: 'cn-hq', what: ['killed', 'captured'] })).toBe(37);
    expect(one({ kind: 'losses', side: 'jp', formation: null, what: ['killed'] })).toBe(4);
    expect(one({ kind: 'lossShare', side: 'cn', formation: 'N1', what: ['killed'] })).toBeCloseTo(30 / 700);
    expect(one({ kind: 'prisoners', side: 'jp' })).toBe(7);
    expect(one({ kind: 'captured', side: 'jp', class: 'hmg' })).toBe(3);
    expect(one({ kind: 'captured', side: 'jp', class: 'rifle', also: ['hmg'] })).toBe(3);
    expect(one({ kind: 'replacements', formation: 'cn-hq' })).toBe(100);
    expect(one({ kind: 'strength', formation: 'cn-hq', equipment: 'gun' })).toBe(8);
    expect(membersOf(game.data, 'cn-hq').length).toBe(5);
    expect(membersOf(game.data, 'N1')).toEqual([unitOf(game, 'N1')]);
  });
});

test('watching changes nothing in the game', () => {
  const outcomes = new Outcomes(game, [
    { id: 'held', measure: { kind: 'firstDateHeld', place: 'saddle', side: 'jp' } },
    { id: 'none', measure: null },
  ]);
  const options = { seed: 'w', fog: true } as const;
  const plain = playout(game, { ...options, bots: drillBots('w') });
  const watched = playout(game, {
    ...options,
    bots: drillBots('w'),
    onEvents: (events, state) => outcomes.watch(events, state),
  });
  expect(digest(watched.state)).toBe(digest(plain.state));
  expect(Object.keys(outcomes.result(watched.state))).toEqual(['held']);
});
