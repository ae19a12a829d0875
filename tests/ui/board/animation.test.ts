import { expect, test } from 'vitest';
import type { AssaultEvent, GameEvent, UnitLoss } from '../../../src/core/event.ts';
import { alongPath, type ClipFacts, clipsOf, LONGEST_RUN, menLost, tonnes } from '../../../src/ui/board/animation.ts';
import { PICTURED } from '../../../src/ui/board/pictured.ts';

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

test('the events of a campaign have their pictures', () => {
  const air = { type: 'air', to: 3, formation: 2, hex: 40, sorties: 12, lost: 0, losses: [] };
  const events = [
    { type: 'columnFire', to: 3, unit: 1, by: 11, hex: 20, losses: [loss(1, 4)] },
    { type: 'breakOut', to: 3, unit: 11, from: 30, hex: 32, losses: [loss(11, 10)] },
    { type: 'raid', to: 3, side: 1, hex: 33, kg: 2140 },
    { type: 'airfield', to: 3, airfield: 0, hex: 40, status: 1, side: 0 },
    { type: 'airfield', to: 3, airfield: 0, hex: 40, status: 0, side: 1 },
    { type: 'decision', to: 1, decision: 2, done: 0 },
    { ...air, mission: 'troopLift', unit: 3, landed: 560, delivered: 0, broken: 0 },
    { ...air, mission: 'supplyLift', unit: -1, landed: 0, delivered: 24_000, broken: 0 },
    { ...air, mission: 'bridges', unit: -1, landed: 0, delivered: 0, broken: 2 },
    { type: 'engineer', to: 3, unit: 1, hexside: 64, result: 'blown' },
  ] as unknown as GameEvent[];
  expect(clipsOf(events, facts)).toMatchObject([
    { type: 'volley', event: 0, by: 11, hex: 20, loss: 13 },
    { type: 'travel', event: 1, gait: 'breakOut', path: [30, 32], text: '−31' },
    { type: 'sign', event: 2, hex: 33, text: '⚔ −2.1 t' },
    { type: 'blast', event: 3, hex: 40, hexside: -1 },
    { type: 'sign', event: 4, hex: 40, tone: 'news' },
    { type: 'flight', event: 6, gain: '+560' },
    { type: 'flight', event: 7, gain: '+24 t' },
    { type: 'flight', event: 8, gain: '⌒ ✕2' },
    { type: 'blast', event: 9, hex: 21, hexside: 64 },
  ]);
  expect(tonnes(400)).toBe('0.4 t');
});

test('what is said to have a picture has one, and nothing else', () => {
  const any = { path: [1, 2], shown: [1, 2], hex: 3, from: 2, losses: [], attackers: [], defenders: [], support: [] };
  const types = [...PICTURED, 'turn', 'playerTurn', 'dated', 'supply', 'attrition', 'decision', 'end'];
  for (const type of types) {
    const event = { ...any, type, to: 3, unit: 1, place: 0, status: 1, hexside: 3, kg: 1 } as unknown as GameEvent;
    expect(clipsOf([event], facts), type).toHaveLength(PICTURED.has(event.type) ? 1 : 0);
  }
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
