/** A game of a run: what its line says agrees with the game itself, played and watched apart. */
import { describe, expect, test } from 'vitest';
import { controlOf } from '../../../src/core/control.ts';
import { digest } from '../../../src/core/digest.ts';
import type { Game } from '../../../src/core/game.ts';
import { battleLosses, tally } from '../../../src/core/rules/victory.ts';
import { setup } from '../../../src/core/setup.ts';
import type { GameState } from '../../../src/core/state.ts';
import type { ChangeSet } from '../../../src/lab/change/changeSet.ts';
import { headerOf, playoutOf, playRunGame, refuseConditions, runDigest } from '../../../src/lab/run/play.ts';
import type { RunConditions } from '../../../src/lab/run/run.ts';
import { hexOf, ridge, unitOf } from '../../play/ridge.ts';

const CONDITIONS: RunConditions = {
  scenario: 'ridge',
  seed: 'play',
  games: 10,
  fog: true,
  bots: ['regular', 'regular'],
  plans: ['historical', 'historical'],
  changes: null,
};
const HISTORY = {
  outcomes: [
    { id: 'saddle', measure: { kind: 'heldAtEnd', place: 'saddle', side: 'cn' } as const },
    { id: 'taken', measure: { kind: 'prisoners', side: 'cn' } as const },
    { id: 'rumour', measure: null },
  ],
};

const whatIf = (more: Partial<ChangeSet>): RunConditions => ({
  ...CONDITIONS,
  changes: { formatVersion: 1, id: 'test', title: 'Test', why: 'A test', changes: [], ...more },
});

/** The states at the end of each turn, by playing the game anew. */
function endsOfTurns(game: Game, n: number): GameState[] {
  const ends: GameState[] = [];
  let turn = 1;
  playoutOf(game, CONDITIONS, n, {
    onEvents: (_, state) => {
      if (state.turn > turn || state.over) ends.push(structuredClone(state) as GameState);
      turn = state.turn;
    },
  });
  return ends;
}

describe('the line of a game', () => {
  const game = ridge();
  const line = playRunGame(game, HISTORY, CONDITIONS, 3);
  const ends = endsOfTurns(game, 3);

  test('is the game of its number and seed, with the outcomes that have a measure', () => {
    const last = ends.at(-1) as GameState;
    expect(line).toMatchObject({ game: 3, seed: 'play/3', ...last.result, digest: digest(last) });
    expect(line.outcomes).toEqual({
      saddle: controlOf(last.control, hexOf('0605')) === 1 ? 'yes' : 'no',
      taken: battleLosses(game, last, 1).captured,
    });
    expect(playRunGame(game, HISTORY, CONDITIONS, 3)).toEqual(line);
    expect(playRunGame(game, HISTORY, CONDITIONS, 4).digest).not.toBe(line.digest);
  });

  test('follows losses, objectives and the score to the end of every turn', () => {
    expect(Object.keys(line.series)).toEqual([
      'lost.cn',
      'lost.jp',
      'captured.cn',
      'captured.jp',
      'objectives.cn',
      'objectives.jp',
      'margin',
    ]);
    expect(ends).toHaveLength(game.turns);
    const men = ({ killed, wounded, missing, captured }: ReturnType<typeof battleLosses>): number =>
      killed + wounded + missing + captured;
    const holder = (state: GameState): number => controlOf(state.control, hexOf('0605'));
    expect(line.series).toEqual({
      'lost.cn': ends.map((state) => men(battleLosses(game, state, 0))),
      'lost.jp': ends.map((state) => men(battleLosses(game, state, 1))),
      'captured.cn': ends.map((state) => battleLosses(game, state, 0).captured),
      'captured.jp': ends.map((state) => battleLosses(game, state, 1).captured),
      'objectives.cn': ends.map((state) => (holder(state) === 1 ? 1 : 0)),
      'objectives.jp': ends.map((state) => (holder(state) === 2 ? 1 : 0)),
      margin: ends.map((state) => tally(game, state).margin),
    });
    expect(line.series['margin']?.at(-1)).toBe(line.margin);
    expect(line.series['lost.cn']?.at(-1)).toBeGreaterThan(0);
  });

  test('has every hex that changed hands, so that the ground of each turn can be laid out again', () => {
    const now = Array.from({ length: game.size }, (_, hex) => {
      return controlOf(setup(game, { seed: 'any', fog: true }).state.control, hex) - 1;
    });
    expect(line.control.length).toBeGreaterThan(0);
    for (const [i, end] of ends.entries()) {
      for (const [turn, side, ...hexes] of line.control) if (turn === i + 1) for (const hex of hexes) now[hex] = side;
      expect(now).toEqual(Array.from({ length: game.size }, (_, hex) => controlOf(end.control, hex) - 1));
    }
  });

  test('is the same whatever was played before it', () => {
    const numbers = [1, 2, 3, 4, 5];
    const played = (order: number[]): Map<number, unknown> =>
      new Map(order.map((n) => [n, playRunGame(game, HISTORY, CONDITIONS, n)]));
    const forth = played(numbers);
    const back = played(numbers.toReversed());
    for (const n of numbers) expect(back.get(n)).toEqual(forth.get(n));
  });

  test('its record plays to the same digest', () => {
    const { record } = playoutOf(game, CONDITIONS, 3, { record: true });
    expect(record?.digests.at(-1)).toBe(line.digest);
    expect(record?.seed).toBe('play/3');
  });
});

describe('first moves', () => {
  const game = ridge();
  const n1 = unitOf(game, 'N1');
  const stand = { type: 'stance', unit: n1, stance: 1 } as const;

  test('are made before the bots take over', () => {
    const { record } = playoutOf(game, whatIf({ moves: [stand, { type: 'end' }] }), 1, { record: true });
    expect(record?.actions.slice(0, 2)).toEqual([stand, { type: 'end' }]);
    expect(record?.actions.length).toBeGreaterThan(10);
    const without = playRunGame(game, null, CONDITIONS, 1);
    expect(playRunGame(game, null, whatIf({ moves: [stand, { type: 'end' }] }), 1).digest).not.toBe(without.digest);
  });

  test('that the rules refuse are left out and counted', () => {
    const foreign = { type: 'stance', unit: unitOf(game, 'S1'), stance: 1 } as const;
    const clean = playRunGame(game, null, whatIf({ moves: [stand, { type: 'end' }] }), 2);
    const line = playRunGame(game, null, whatIf({ moves: [foreign, stand, foreign, { type: 'end' }] }), 2);
    expect(clean.refused).toBe(0);
    expect(line).toEqual({ ...clean, refused: 2 });
  });

  test('that go on behind the end of the game are counted as well; without first moves there is no count', () => {
    const moves = Array.from({ length: 2 * game.turns + 1 }, () => ({ type: 'end' }) as const);
    expect(playRunGame(game, null, whatIf({ moves }), 1).refused).toBe(1);
    expect('refused' in playRunGame(game, null, CONDITIONS, 1)).toBe(false);
  });
});

test("the changes' plan takes the place of the run's, and one that a side has not is refused", () => {
  const game = ridge();
  const free = playRunGame(game, null, { ...CONDITIONS, plans: ['historical', 'free'] }, 1);
  const changed = playRunGame(game, null, whatIf({ plans: { jp: 'free' } }), 1);
  expect(changed).toEqual(free);
  expect(refuseConditions(game, whatIf({ plans: { jp: 'free' } }))).toBeNull();
  expect(refuseConditions(game, whatIf({ plans: { jp: 'sickle' } }))).toBe('jp has no plan "sickle" in this scenario');
});

test('the digest of a run covers rules data, plans and measures', () => {
  const game = ridge();
  const digests = [
    runDigest(game, HISTORY),
    runDigest(
      ridge((data) => Object.assign(data.oob.units[1] as object, { men: 601 })),
      HISTORY,
    ),
    runDigest(game, null),
    runDigest(game, { outcomes: HISTORY.outcomes.slice(1) }),
    runDigest(
      ridge((data) => Object.assign(data, { plans: { formatVersion: 1, id: 'ridge', plans: [] } })),
      HISTORY,
    ),
  ];
  expect(new Set(digests).size).toBe(digests.length);
  expect(headerOf(game, HISTORY, CONDITIONS)).toMatchObject({ ...CONDITIONS, digest: digests[0] });
});
