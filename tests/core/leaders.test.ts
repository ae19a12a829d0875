import { describe, expect, test } from 'vitest';
import type { GameEvent } from '../../src/core/event.ts';
import {
  LEADER_CAPTURED,
  LEADER_KILLED,
  LEADER_WOUNDED,
  loseLeadersOf,
  riskLeaders,
} from '../../src/core/rules/leaders.ts';
import { removeIfEmpty } from '../../src/core/rules/losses.ts';
import { tally } from '../../src/core/rules/victory.ts';
import { type Tiny, type TinyOptions, tinyStart } from './fixture.ts';
import { only } from './turns.ts';

const OPTIONS: TinyOptions = {
  map: [',,,,'],
  units: [
    { id: 'a', side: 'cn', hex: '0000' },
    { id: 'hq', side: 'cn', hex: '0000', kind: 'hq', men: 50 },
    { id: 'rear', side: 'cn', hex: '0300', kind: 'hq', men: 50 },
    { id: 'x', side: 'jp', hex: '0100' },
  ],
  leaders: [
    { id: 'general', unit: 'hq', rating: 1 },
    { id: 'chief', unit: 'rear', rating: 0 },
    { id: 'enemy', unit: 'x', rating: 2 },
  ],
};

/** Statuses of the general after a fight in 0000 that hit this share of the men, over many seeds. */
function fates(rate: number, n: number, prepare?: (tiny: Tiny) => void, days = 1): number[] {
  const count = [0, 0, 0, 0];
  const tiny = tinyStart(OPTIONS);
  prepare?.(tiny);
  for (let i = 0; i < n; i++) {
    tiny.state.seed = `fate ${i}`;
    tiny.state.leaders[0] = { status: 0, turn: 0 };
    riskLeaders(tiny.game, tiny.state, [0], 0, rate, days, 'test', []);
    count[tiny.state.leaders[0]!.status]!++;
    expect(tiny.state.leaders[1]!.status, 'who is in the rear').toBe(0);
    expect(tiny.state.leaders[2]!.status, 'who is of the other side').toBe(0);
  }
  return count;
}

describe('6.19 leaders', () => {
  test.each([
    [0, 1, 0.006],
    [0.05, 1, 0.026],
    [0.5, 1, 0.206],
    [0, 5, 0.03],
    [0.5, 5, 0.23],
  ])(
    '6.19 with %d of the men hit in %i days the risk is %d, and two in five of the hit are killed',
    (rate, days, risk) => {
      const n = 3000;
      const count = fates(rate, n, undefined, days);
      const hit = count[LEADER_WOUNDED]! + count[LEADER_KILLED]!;
      expect(Math.abs(hit / n - risk)).toBeLessThan(3.5 * Math.sqrt((risk * (1 - risk)) / n));
      expect(Math.abs(count[LEADER_KILLED]! / hit - 0.4)).toBeLessThan(3.5 * Math.sqrt(0.24 / hit));
      expect(count[LEADER_CAPTURED]).toBe(0);
    },
  );

  test('6.19 the event tells who, where and how; his troops lose 50 of cohesion; the hit are not hit again', () => {
    const tiny = tinyStart(OPTIONS);
    const events: GameEvent[] = [];
    // Beyond certainty: a tenth of a per cent would not do for a test.
    riskLeaders(tiny.game, tiny.state, [0], 0, 3, 1, 'test', events);
    const { status, turn } = tiny.state.leaders[0]!;
    expect([LEADER_WOUNDED, LEADER_KILLED]).toContain(status);
    expect(turn).toBe(1);
    expect(events).toEqual([{ type: 'leader', leader: 0, hex: 0, status, to: 3 }]);
    expect(tiny.of('hq').cohesion).toBe(850);
    riskLeaders(tiny.game, tiny.state, [0], 0, 3, 1, 'again', events);
    expect(events).toHaveLength(1);
  });

  test('6.19 a leader off the map runs no risk', () => {
    expect(fates(3, 20, (tiny) => Object.assign(tiny.of('hq'), { status: 0, hex: -1 }))).toEqual([20, 0, 0, 0]);
  });

  test('6.19 the leader of a unit that is destroyed is taken, and counts for the enemy', () => {
    const tiny = tinyStart({ ...OPTIONS, scenario: {} });
    tiny.game.data.scenario.victory.pointsPerLeader = { cn: 2, jp: 5 };
    const events: GameEvent[] = [];
    tiny.of('x').men = 0;
    removeIfEmpty(tiny.game, tiny.state, tiny.unit('x'), events);
    expect(tiny.state.leaders[2]).toEqual({ status: LEADER_CAPTURED, turn: 1 });
    expect(only(events, 'leader')).toEqual([{ type: 'leader', leader: 2, hex: 1, status: LEADER_CAPTURED, to: 3 }]);
    // Rating 2: five grades above -3, five points each.
    expect(tally(tiny.game, tiny.state).lines).toContainEqual({ kind: 'leaders', place: null, points: [25, 0] });
    // A dead man is not taken.
    tiny.state.leaders[0]!.status = LEADER_KILLED;
    loseLeadersOf(tiny.game, tiny.state, tiny.unit('hq'), 0, events);
    expect(tiny.state.leaders[0]!.status).toBe(LEADER_KILLED);
  });
});
