import { describe, expect, test } from 'vitest';
import { setControl } from '../../src/core/control.ts';
import { battleLosses, scoreTurn, tally } from '../../src/core/rules/victory.ts';
import { view } from '../../src/core/view.ts';
import { type Tiny, type TinyOptions, tinyStart } from './fixture.ts';
import { go, only, passTurn } from './turns.ts';

const OPTIONS: TinyOptions = {
  map: [',,,,,,'],
  units: [
    { id: 'a', side: 'cn', hex: '0000' },
    { id: 'b', side: 'cn', hex: '0000' },
    { id: 'x', side: 'jp', hex: '0500' },
  ],
  places: { pass: '0100', town: '0400' },
  objectives: [
    { id: 'pass', place: 'pass', points: { cn: 30, jp: 20 } },
    { id: 'town', place: 'town', points: { cn: 7, jp: 5 }, pointsPerTurn: { cn: 3, jp: 2 } },
  ],
  jp: '0300-0500',
};

function make(options: Partial<TinyOptions> = {}): Tiny {
  return tinyStart({ ...OPTIONS, ...options });
}

describe('13 victory', () => {
  test('13.1 objectives give their points to the side that holds them', () => {
    const { game, state, at } = make();
    expect(tally(game, state)).toMatchObject({
      lines: [
        { kind: 'objective', place: 'pass', points: [30, 0] },
        { kind: 'objective', place: 'town', points: [0, 5] },
      ],
      points: [30, 5],
      margin: 25,
    });
    setControl(state.control, at('0100'), 1);
    expect(tally(game, state)).toMatchObject({ points: [0, 25], margin: -25 });
    setControl(state.control, at('0100'), -1);
    expect(tally(game, state)).toMatchObject({ points: [0, 5] });
  });

  test('13.2 the last to have taken the hex holds it, whether he is still there or not', () => {
    const tiny = make();
    setControl(tiny.state.control, tiny.at('0100'), 1);
    expect(go(tiny, 'a', '0100 0200')).toBeNull();
    expect(tally(tiny.game, tiny.state).points).toEqual([30, 5]);
    passTurn(tiny, 2);
    expect(tally(tiny.game, tiny.state).lines[0]).toMatchObject({ place: 'pass', points: [30, 0] });
  });

  test('13.3 some give points at the end of each turn', () => {
    const tiny = make();
    passTurn(tiny, 3);
    expect(tiny.state.sides.map((side) => side.points)).toEqual([0, 6]);
    expect(tally(tiny.game, tiny.state).lines).toContainEqual({ kind: 'held', place: null, points: [0, 6] });
    setControl(tiny.state.control, tiny.at('0400'), 0);
    scoreTurn(tiny.game, tiny.state);
    expect(tiny.state.sides.map((side) => side.points)).toEqual([3, 6]);
    setControl(tiny.state.control, tiny.at('0400'), -1);
    scoreTurn(tiny.game, tiny.state);
    expect(tiny.state.sides.map((side) => side.points)).toEqual([3, 6]);
  });

  test('13.4 points to the enemy for men, prisoners and leaders lost; the sick and the starved count for nobody', () => {
    const tiny = make({
      objectives: [],
      leaders: [
        { id: 'la', unit: 'a', rating: 1 },
        { id: 'lb', unit: 'b', rating: -2 },
        { id: 'lx', unit: 'x', rating: 0 },
      ],
    });
    const { victory } = tiny.game.data.scenario;
    victory.pointsPer100Men = { cn: 2, jp: 3 };
    victory.milliPointsPerPrisoner = { cn: 50, jp: 100 };
    victory.pointsPerLeader = { cn: 4, jp: 6 };
    Object.assign(tiny.of('a'), { killed: 100, wounded: 250, missing: 20, captured: 60, sick: 900, starved: 70 });
    Object.assign(tiny.of('b'), { killed: 10, wounded: 9 });
    Object.assign(tiny.of('x'), { killed: 33, captured: 5 });
    tiny.state.leaders[0]!.status = 2;
    tiny.state.leaders[1]!.status = 3;
    tiny.state.leaders[2]!.status = 1;
    expect(battleLosses(tiny.game, tiny.state, 0)).toEqual({
      killed: 110,
      wounded: 259,
      missing: 20,
      captured: 60,
      sick: 900,
      starved: 70,
    });
    const { lines, points, margin } = tally(tiny.game, tiny.state);
    expect(lines).toEqual([
      // 449 men at 2 for a hundred; 60 prisoners at 0.05; grades 4 and 1 above -3 at 4 each.
      { kind: 'losses', place: null, points: [0, 8] },
      { kind: 'prisoners', place: null, points: [0, 3] },
      { kind: 'leaders', place: null, points: [0, 20] },
      // 38 men at 3 for a hundred; half a point for five prisoners is none; the wounded leader is not lost.
      { kind: 'losses', place: null, points: [1, 0] },
    ]);
    expect([points, margin]).toEqual([[1, 31], -30]);
  });

  test.each([
    [10, 'cn', 0],
    [9, 'draw', -1],
    [-9, 'draw', -1],
    [-10, 'jp', 1],
    [-200_000, 'jp', 1],
  ] as const)('13.5 a margin of %i is the grade %s', (margin, grade, winner) => {
    const tiny = make({ objectives: [] });
    tiny.state.sides[0].points = Math.max(0, margin);
    tiny.state.sides[1].points = Math.max(0, -margin);
    expect(tally(tiny.game, tiny.state)).toMatchObject({ margin, grade, winner });
  });

  test.each([
    [0, 12, 'cn'],
    [1, 12, 'jp'],
    [1, 3, 'draw'],
  ] as const)('13.10 a head start of side %i of %i points counts in the grade: %s', (side, points, grade) => {
    const handicap = { side, points };
    const tiny = tinyStart({ ...OPTIONS, objectives: [] }, { handicap });
    const gained = side === 0 ? [points, 0] : [0, points];
    expect(tally(tiny.game, tiny.state)).toMatchObject({
      lines: [{ kind: 'handicap', place: null, points: gained }],
      points: gained,
      grade,
    });
  });

  test('13.10 nothing else depends on it: the same seed and orders give the same game but for its grade', () => {
    const handicap = { side: 1, points: 40 } as const;
    const plain = make({ turns: 2 });
    const given = tinyStart({ ...OPTIONS, turns: 2 }, { handicap });
    for (const tiny of [plain, given]) {
      expect(go(tiny, 'a', '0100 0200')).toBeNull();
      passTurn(tiny, 2);
    }
    expect(given.state.result).toEqual({ grade: 'jp', margin: (plain.state.result?.margin ?? 0) - 40 });
    expect({ ...given.state, result: null }).toEqual({ ...plain.state, result: null, handicap });
  });

  test('13.10 both sides know of it, under fog as well', () => {
    const handicap = { side: 1, points: 25 } as const;
    for (const fog of [true, false]) {
      const { game, state } = tinyStart(OPTIONS, { fog, handicap });
      for (const side of [0, 1] as const) expect(view(game, state, side).handicap).toEqual(handicap);
      const none = tinyStart(OPTIONS, { fog });
      expect('handicap' in view(none.game, none.state, 0)).toBe(false);
    }
  });

  test('13.5 the order in which the scenario lists its grades does not matter', () => {
    const tiny = make({ objectives: [] });
    tiny.game.data.scenario.victory.grades.reverse();
    tiny.state.sides[0].points = 50;
    expect(tally(tiny.game, tiny.state).grade).toBe('cn');
  });

  test('1.6, 13.5 the last turn ends the game with its grade', () => {
    const tiny = make({ turns: 2 });
    expect(only(passTurn(tiny), 'end')).toEqual([]);
    const events = passTurn(tiny);
    // 30 for the pass against 5 and two turns of 2 for the town.
    expect(only(events, 'end')).toEqual([{ type: 'end', grade: 'cn', margin: 21, to: 3 }]);
    expect(tiny.state).toMatchObject({ over: true, turn: 2, result: { grade: 'cn', margin: 21 } });
  });
});
