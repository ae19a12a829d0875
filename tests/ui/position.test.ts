/** The picture of a stored game: it shows what the person at the board knows, and nothing where two people share the list. */
import { expect, test } from 'vitest';
import type { Player } from '../../src/play/record.ts';
import { Session } from '../../src/play/session.ts';
import { Match } from '../../src/ui/app/match.ts';
import { positionOf } from '../../src/ui/app/position.ts';
import { tinyGame } from '../core/fixture.ts';

const HUMAN: Player = { kind: 'human' };
const BOT: Player = { kind: 'bot', level: 'test' };

function positionFor(players: [Player, Player], fog: boolean) {
  const game = tinyGame({
    map: new Array<string>(14).fill(','.repeat(14)),
    jp: '1313',
    turns: 3,
    units: [
      { id: 'a', side: 'cn', hex: '0101' },
      { id: 'b', side: 'cn', hex: '0101' },
      { id: 'near', side: 'jp', hex: '0102' },
      { id: 'far', side: 'jp', hex: '1212' },
    ],
  });
  return positionOf(new Match('m', Session.start(game, { seed: 's', fog, players })));
}

const at = (col: number, row: number): number => row * 14 + col;

test('without fog everybody is shown, each hex once', () => {
  expect(positionFor([HUMAN, BOT], false)).toEqual([[at(1, 1)], [at(1, 2), at(12, 12)]]);
});

test('under fog only those whom the person at the board knows', () => {
  expect(positionFor([HUMAN, BOT], true)).toEqual([[at(1, 1)], [at(1, 2)]]);
  expect(positionFor([BOT, HUMAN], true)?.[1]).toEqual([at(1, 2), at(12, 12)]);
});

test('nobody where two people take turns under fog; an umpire sees all', () => {
  expect(positionFor([HUMAN, HUMAN], true)).toBeUndefined();
  expect(positionFor([HUMAN, HUMAN], false)).toHaveLength(2);
  expect(positionFor([BOT, BOT], true)).toEqual([[at(1, 1)], [at(1, 2), at(12, 12)]]);
});
