import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/core/action.ts';
import { digest } from '../../src/core/digest.ts';
import { packRecord, unpackRecord } from '../../src/play/link.ts';
import { Measuring } from '../../src/play/measures.ts';
import { playout } from '../../src/play/playout.ts';
import type { GameRecord } from '../../src/play/record.ts';
import { Replay } from '../../src/play/replay.ts';
import { verify } from '../../src/play/verify.ts';
import { drillBots } from './drill.ts';
import { ridge, unitOf } from './ridge.ts';

const game = ridge();
const record = playout(game, { seed: 'v', fog: true, bots: drillBots('v'), record: true }).record as GameRecord;

/** The record with one entry changed. */
function changed(at: number, change: Partial<{ action: GameRecord['actions'][number]; digest: string }>): GameRecord {
  return {
    ...record,
    actions: record.actions.map((action, i) => (i === at ? (change.action ?? action) : action)),
    digests: record.digests.map((entry, i) => (i === at ? (change.digest ?? entry) : entry)),
  };
}

describe('verify', () => {
  test('a game as it was played is verified, all of it or a part', async () => {
    expect(await verify(game, record)).toEqual({ grade: 'verified', actions: record.actions.length });
    expect(await verify(game, record, { until: 5 })).toEqual({ grade: 'verified', actions: 5 });
  });

  test('names the first action whose digest differs', async () => {
    expect(await verify(game, changed(7, { digest: 'f'.repeat(16) }))).toEqual({
      grade: 'diverged',
      at: 7,
      action: record.actions[7],
      expected: 'f'.repeat(16),
      found: record.digests[7],
    });
  });

  test('names a changed action even when it is legal', async () => {
    const at = record.actions.findIndex((action) => action.type === 'end');
    const unit = unitOf(game, 'N1');
    const other = { type: 'stance', unit, stance: 2 } as const;
    expect(await verify(game, changed(at, { action: other }))).toMatchObject({ grade: 'diverged', at, action: other });
  });

  test('an illegal action is a divergence with the refusal', async () => {
    const action: Action = { type: 'move', unit: unitOf(game, 'S1'), path: [0], mode: 'march' };
    expect(await verify(game, changed(2, { action }))).toMatchObject({
      grade: 'diverged',
      at: 2,
      found: null,
      refusal: { code: expect.any(String) },
    });
  });

  test.each<Action>([
    { type: 'move', unit: 999_999, path: [1], mode: 'march' },
    { type: 'move', unit: 1, path: [999_999], mode: 'march' },
    { type: 'assault', units: [999_999], support: [], hex: 3, advance: true },
    { type: 'assault', units: [1], support: [999_999], hex: 999_999, advance: true },
    { type: 'bombard', unit: 4, hex: 999_999 },
    { type: 'engineer', unit: 4, task: 'repair', hexside: 999_999 },
    { type: 'air', formation: 999_999, mission: 'superiority', hex: 3, sorties: 1 },
    { type: 'air', formation: 0, mission: 'troopLift', hex: 3, sorties: 1, unit: 999_999 },
    { type: 'breakOut', unit: 999_999, hex: 3 },
    { type: 'breakOut', unit: 1, hex: 999_999 },
    { type: 'airfield', airfield: 999_999 },
    { type: 'decide', decision: 999_999 },
  ])('numbers beyond the scenario are refused by the rules: $type', async (action) => {
    const verdict = await verify(game, changed(0, { action }));
    expect(verdict).toMatchObject({ grade: 'diverged', at: 0, refusal: { code: expect.any(String) } });
  });

  test('another scenario, another version of it, other rules: said, and not run', async () => {
    const other = ridge((data) => {
      data.oob.units[1] = { ...data.oob.units[1], men: 601 } as (typeof data.oob.units)[number];
    });
    expect(await verify(other, record)).toMatchObject({
      grade: 'otherScenario',
      found: expect.stringContaining(other.digest),
    });
    const renamed = { ...record, scenario: { ...record.scenario, id: 'elsewhere' } };
    expect(await verify(game, renamed)).toEqual({ grade: 'otherScenario', expected: 'elsewhere', found: 'ridge' });
    expect(await verify(game, { ...record, rules: record.rules + 1 })).toMatchObject({
      grade: 'otherRules',
      expected: String(record.rules + 1),
    });
  });

  test('tells progress and can be called off', async () => {
    const told: number[] = [];
    await verify(game, record, { onProgress: (done) => told.push(done) });
    expect(told.at(-1)).toBe(record.actions.length);
    await expect(verify(game, record, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  });

  test('a game from a link verifies too, and a changed action in it is named', async () => {
    const packed = unpackRecord(packRecord(record));
    if (!packed.ok) throw new Error('the link does not unpack');
    expect(await verify(game, packed.value)).toMatchObject({ grade: 'verified' });
    const bad = packRecord(changed(3, { digest: 'abcd0123abcd0123' }));
    const unpacked = unpackRecord(bad);
    if (!unpacked.ok) throw new Error('the link does not unpack');
    expect(await verify(game, unpacked.value)).toMatchObject({ grade: 'diverged', at: 3 });
  });
});

describe('a replay', () => {
  test('is at the recorded digest wherever it is sought, forward and back', () => {
    const replay = new Replay(game, record);
    const last = record.actions.length;
    for (const at of [last, 1, 17, 16, 3, last - 1, 9, 0, 2]) {
      expect(replay.seek(at)).toBe(at);
      if (at > 0) expect(digest(replay.state), `at ${at}`).toBe(record.digests[at - 1]);
    }
    expect(replay.seek(-5)).toBe(0);
    expect(replay.seek(last + 5)).toBe(last);
    expect(replay.state.over).toBe(true);
    expect(replay.step(-1)).toBe(last - 1);
  });

  test('knows its player turns', () => {
    const replay = new Replay(game, record);
    for (const mark of replay.turns) {
      replay.seek(mark.at);
      expect([replay.state.turn, replay.state.active]).toEqual([mark.turn, mark.side]);
    }
    expect(replay.turns.length).toBe(2 * game.turns);
    replay.seekTurn(3, 1);
    expect([replay.state.turn, replay.state.active]).toEqual([3, 1]);
    replay.stepTurn(1);
    expect([replay.state.turn, replay.state.active]).toEqual([4, 0]);
    replay.step(2);
    replay.stepTurn(-1);
    expect(replay.at).toBe(replay.turns.find((mark) => mark.turn === 4)?.at);
  });

  test('stops before the action that diverges and says so; what came before can be branched from', () => {
    const replay = new Replay(game, changed(12, { digest: '0'.repeat(16) }));
    expect(replay.seek(40)).toBe(12);
    expect(replay.divergence?.at).toBe(12);
    expect(replay.length).toBe(12);
    expect(digest(replay.state)).toBe(record.digests[11]);
    expect(replay.branch().actions).toEqual(record.actions.slice(0, 12));
  });

  test('of other rules shows only the start', () => {
    const replay = new Replay(game, { ...record, rules: 999 });
    expect(replay.mismatch?.grade).toBe('otherRules');
    expect(replay.seek(3)).toBe(0);
  });
});

describe('a playout', () => {
  test('plays the same game for the same seed, another for another', () => {
    const again = playout(game, { seed: 'v', fog: true, bots: drillBots('v') });
    expect(digest(again.state)).toBe(record.digests.at(-1));
    expect(again.actions).toBe(record.actions.length);
    const other = playout(game, { seed: 'w', fog: true, bots: drillBots('v') });
    expect(digest(other.state)).not.toBe(digest(again.state));
  });

  test('names the bot, the seed and the action of an illegal order', () => {
    const bot = { id: 'rash', choose: () => ({ type: 'bombard', unit: 0, hex: 0 }) as const };
    expect(() => playout(game, { seed: 'x', fog: true, bots: [bot, bot] })).toThrow(
      /bot rash, seed x, action 0: .*refused/,
    );
  });

  test('a bot that never ends its turn is stopped', () => {
    const unit = unitOf(game, 'N1');
    let stance: 0 | 1 = 0;
    const bot = {
      id: 'dithering',
      choose: () => {
        stance = stance === 0 ? 1 : 0;
        return { type: 'stance', unit, stance } as const;
      },
    };
    expect(() => playout(game, { seed: 'x', fog: true, bots: [bot, bot], limit: 50 })).toThrow(/50 actions/);
  });

  test('measures add up with the state', () => {
    const measuring = new Measuring(game);
    const { state } = playout(game, {
      seed: 'm',
      fog: true,
      bots: drillBots('m'),
      onEvents: (events) => measuring.watch(events),
    });
    const measures = measuring.result(state);
    const killed = game.bySide[0].reduce((sum, unit) => sum + (state.units[unit]?.killed ?? 0), 0);
    expect(measures.sides['cn']?.killed).toBe(killed);
    expect(measures.grade).toBe(state.result?.grade);
    expect(measures.digest).toBe(digest(state));
    expect(Object.values(measures.sides).some((side) => side.killed > 0)).toBe(true);
  });
});
