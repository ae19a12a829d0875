import { expect, test } from 'vitest';
import type { AssaultEvent, GameEvent, UnitLoss } from '../../../src/core/event.ts';
import { alongPath, type ClipFacts, clipsOf, LONGEST_RUN, menLost } from '../../../src/ui/board/animation.ts';

const facts: ClipFacts = { cols: 64, placeHexes: [77], sideOf: (unit) => (unit < 10 ? 0 : 1), side: 0 };

function loss(unit: number, killed: number): UnitLoss {
  return { unit, killed, wounded: 2 * killed, missing: 1, captured: 0, eqLost: [], eqTaken: [] };
}

test('own marches are shown whole, those of the enemy only where they were seen', () => {
  const moved = (unit: number): GameEvent => ({
    type: 'moved',
    to: 3,
    unit,
    path: [1, 2, 3, 4],
    shown: [3, 4],
    stopped: null,
  });
  expect(clipsOf([moved(1), moved(11)], facts)).toMatchObject([
    { type: 'travel', unit: 1, path: [1, 2, 3, 4] },
    { type: 'travel', unit: 11, path: [3, 4] },
  ]);
  const unseen: GameEvent = { type: 'moved', to: 3, unit: 11, path: [1, 2], shown: [], stopped: null };
  expect(clipsOf([unseen], facts)).toEqual([]);
  expect(clipsOf([unseen], { ...facts, side: null })).toHaveLength(1);
});

test('an assault shows the losses of each side', () => {
  const assault = {
    type: 'assault',
    to: 3,
    hex: 9,
    attackers: [1, 2],
    support: [],
    defenders: [11],
    outcome: 'stopped',
    losses: [loss(1, 10), loss(2, 5), loss(11, 4)],
  } as unknown as AssaultEvent;
  expect(clipsOf([assault], facts)).toMatchObject([{ type: 'clash', hex: 9, attackerLoss: 47, defenderLoss: 13 }]);
  expect(menLost(assault.losses)).toBe(60);
});

test('clips keep the order and the place of their events; events without a picture give none', () => {
  const events: GameEvent[] = [
    { type: 'playerTurn', to: 3, side: 0 },
    { type: 'control', to: 3, place: 0, side: 0 },
    { type: 'supply', to: 1, unit: 1, now: 0, before: 3 },
    { type: 'destroyed', to: 3, unit: 11, hex: 5 },
  ];
  expect(clipsOf(events, facts)).toMatchObject([
    { type: 'sign', event: 1, hex: 77 },
    { type: 'presence', event: 3, unit: 11, here: false },
  ]);
});

test('a long run is shortened evenly', () => {
  const path = Array.from({ length: 9 }, (_, hex) => hex);
  const events = Array.from(
    { length: 80 },
    (): GameEvent => ({ type: 'moved', to: 3, unit: 1, path, shown: path, stopped: null }),
  );
  const clips = clipsOf(events, facts);
  expect(clips).toHaveLength(80);
  expect(clips.reduce((sum, clip) => sum + clip.ms, 0)).toBeCloseTo(LONGEST_RUN);
});

test('a traveller starts at the first hex, ends at the last and never goes back', () => {
  expect(alongPath(4, 0)).toEqual({ leg: 0, t: 0 });
  const end = alongPath(4, 1);
  expect(end.leg + end.t).toBeCloseTo(4);
  let before = -1;
  for (let share = 0; share <= 1; share += 0.02) {
    const { leg, t } = alongPath(4, share);
    expect(leg + t).toBeGreaterThan(before);
    before = leg + t - 1e-9;
  }
});
