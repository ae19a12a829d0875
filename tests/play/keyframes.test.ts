/** Any moment of a replay, from keyframes of its own or from stretches run elsewhere, is the moment that a straight run reaches. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digest } from '../../src/core/digest.ts';
import type { GameEvent } from '../../src/core/event.ts';
import { type GameState, type ReadonlyState, SEEN_TYPE, UNIT_ON_MAP } from '../../src/core/state.ts';
import { cloneState } from '../../src/core/view.ts';
import { Keyframes } from '../../src/play/keyframes.ts';
import { playout } from '../../src/play/playout.ts';
import type { GameRecord } from '../../src/play/record.ts';
import { Replay } from '../../src/play/replay.ts';
import { rerun, rerunSetup } from '../../src/play/rerun.ts';
import { LONGEST_STRETCH, type Stretch, stretches } from '../../src/play/stretch.ts';
import type { Verdict } from '../../src/play/verify.ts';
import { DrillBot, drillBots } from './drill.ts';
import { ridge, unitOf } from './ridge.ts';

const game = ridge();
/** Some player turns are longer than a stretch. */
const bots = [new DrillBot('long', 80), new DrillBot('short', 5)] as const;
const record = playout(game, { seed: 'k', fog: true, bots, record: true }).record as GameRecord;
const last = record.actions.length;

/** Every state and all events of the game, run straight through. */
const straight = ((): { states: GameState[]; events: GameEvent[][] } => {
  const { state, events } = rerunSetup(game, record);
  const run = { states: [cloneState(state)], events: [events] };
  for (let at = 0; at < last; at++) {
    const step = rerun(game, state, record, at);
    if (!step.ok) throw new Error(`action ${at} differs`);
    run.states.push(cloneState(state));
    run.events.push(step.events);
  }
  return run;
})();

function ranElsewhere(of: GameRecord): { found: Stretch[]; verdict: Verdict } {
  const work = stretches(game, of);
  const found: Stretch[] = [];
  for (;;) {
    const step = work.next();
    if (step.done) return { found, verdict: step.value };
    found.push(structuredClone(step.value));
  }
}

test('the game is long enough to need more than one stretch for a player turn', () => {
  const ends = record.actions.flatMap((action, i) => (action.type === 'end' ? [i] : []));
  expect(Math.max(...ends.map((end, i) => end - (ends[i - 1] ?? -1)))).toBeGreaterThan(LONGEST_STRETCH);
});

describe('stretches', () => {
  const { found, verdict } = ranElsewhere(record);

  test('follow one another, none is too long, and together they are the game', () => {
    expect(verdict).toEqual({ grade: 'verified', actions: last });
    let at = 0;
    for (const stretch of found) {
      expect(stretch.from).toBe(at);
      expect(stretch.keyframe).toEqual(straight.states[at]);
      expect(stretch.events).toEqual(straight.events.slice(at + 1, at + 1 + stretch.events.length));
      expect(stretch.events.length).toBeGreaterThan(0);
      expect(stretch.events.length).toBeLessThanOrEqual(LONGEST_STRETCH);
      at += stretch.events.length;
    }
    expect(at).toBe(last);
  });

  test('end before the first action that differs', () => {
    const digests = record.digests.map((entry, i) => (i === 70 ? '0'.repeat(16) : entry));
    const broken = ranElsewhere({ ...record, digests });
    expect(broken.verdict).toMatchObject({ grade: 'diverged', at: 70, found: record.digests[70] });
    expect(broken.found.reduce((sum, stretch) => sum + stretch.events.length, 0)).toBe(70);
    expect(ranElsewhere({ ...record, rules: 999 })).toMatchObject({ found: [], verdict: { grade: 'otherRules' } });
  });

  test('name the units whose names the other side did not know, and no other', () => {
    let hidden = 0;
    for (const { from, events, nameless } of found) {
      events.forEach((told, i) => {
        const state = straight.states[from + i + 1] as ReadonlyState;
        const mentioned = new Set(told.flatMap((event) => ('unit' in event ? [event.unit] : [])));
        for (const unit of mentioned) {
          const now = state.units[unit];
          const unknown = now?.status === UNIT_ON_MAP && now.seen < SEEN_TYPE;
          expect(nameless[i]?.includes(unit), `unit ${unit}, action ${from + i}`).toBe(unknown);
          if (unknown) hidden++;
        }
      });
    }
    expect(hidden).toBeGreaterThan(0);
  });
});

describe('a replay', () => {
  const places = fc.array(fc.nat({ max: last }), { minLength: 1, maxLength: 12 });

  test('shows at any position what a straight run shows, however little memory its keyframes have', () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 2, max: 12 }), (way, most) => {
        const replay = new Replay(game, record, most);
        for (const at of way) {
          expect(replay.seek(at)).toBe(at);
          expect(replay.state).toEqual(straight.states[at]);
          expect(replay.events).toEqual(straight.events[at]);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('does the same with stretches handed over in the midst of it, also twice or with a gap', () => {
    const { found } = ranElsewhere(record);
    fc.assert(
      fc.property(places, fc.array(fc.nat({ max: found.length - 1 }), { maxLength: 30 }), (way, handed) => {
        const replay = new Replay(game, record, 8);
        const given = [...handed];
        for (const at of way) {
          for (const i of given.splice(0, 4)) replay.adopt(structuredClone(found[i] as Stretch));
          expect(replay.seek(at)).toBe(at);
          expect(replay.state).toEqual(straight.states[at]);
          for (let i = 0; i <= at; i++) if (i <= replay.known) expect(replay.eventsAt(i)).toEqual(straight.events[i]);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('runs no more than a stretch once the whole game was handed over', () => {
    const replay = new Replay(game, record);
    for (const stretch of ranElsewhere(record).found) replay.adopt(stretch);
    expect(replay.known).toBe(last);
    // A record whose digests are wrong shows which actions are run again: seeking to the end must not run the first ones.
    const digests = record.digests.map((entry, i) => (i < last - LONGEST_STRETCH - 1 ? '0'.repeat(16) : entry));
    const marked = new Replay(game, { ...record, digests });
    for (const stretch of ranElsewhere(record).found) marked.adopt(stretch);
    expect(marked.seek(last)).toBe(last);
    expect(marked.divergence).toBeNull();
    expect(digest(marked.state)).toBe(record.digests[last - 1]);
  });

  test('told where a run elsewhere stopped, goes no further', () => {
    const replay = new Replay(game, record);
    replay.seek(90);
    const action = record.actions[40] as GameRecord['actions'][number];
    replay.stopAt({ grade: 'diverged', at: 40, action, expected: 'a', found: 'b' });
    expect(replay.at).toBe(40);
    expect(replay.seek(last)).toBe(40);
    expect(replay.state).toEqual(straight.states[40]);
  });

  test('left to the engine of other rules, shows what that one hands over, with the fields that it did not know', () => {
    const other = { ...record, rules: 1 };
    const replay = new Replay(game, other);
    expect(replay.length).toBe(0);
    replay.leaveToOther();
    expect(replay.length).toBe(last);
    const { civilians: _civilians, units, ...old } = straight.states[50] as GameState;
    const earlier = { ...old, units: units.map(({ starved: _starved, ...unit }) => unit) } as unknown as GameState;
    replay.place(50, earlier);
    expect(replay.at).toBe(50);
    expect(replay.state).toEqual({ ...straight.states[50], civilians: 0 });
    expect(replay.seek(last)).toBe(50);
    for (const stretch of ranElsewhere(record).found) replay.adopt(stretch);
    expect(replay.eventsAt(70)).toEqual(straight.events[70]);
  });

  test('is sound after an action that differs, met on a jump across keyframes', () => {
    const unit = unitOf(game, 'N1');
    const actions = record.actions.map((action, i) =>
      i === 120 ? ({ type: 'stance', unit, stance: 2 } as const) : action,
    );
    const replay = new Replay(game, { ...record, actions });
    expect(replay.seek(last)).toBe(120);
    expect(replay.state).toEqual(straight.states[120]);
    replay.seek(3);
    expect(replay.seek(119)).toBe(119);
    expect(replay.state).toEqual(straight.states[119]);
  });

  test('steps by player turns and by whole turns', () => {
    const replay = new Replay(game, record);
    const starts = replay.turns.map((mark) => mark.at);
    const whole = replay.turns.filter((mark) => mark.side === game.firstSide).map((mark) => mark.at);
    expect(replay.turnFrom(0, 1)).toBe(starts[1]);
    expect(replay.turnFrom(0, 1, true)).toBe(whole[1]);
    expect(replay.turnFrom(starts[1] as number, -1)).toBe(0);
    expect(replay.turnFrom((whole[2] as number) + 1, -1, true)).toBe(whole[2]);
    expect(replay.turnFrom(last, 1)).toBe(last);
    expect(replay.turnOf(0)).toEqual(replay.turns[0]);
    expect(replay.turnOf(starts[1] as number)).toEqual(replay.turns[0]);
    expect(replay.turnOf((starts[1] as number) + 1)).toEqual(replay.turns[1]);
  });
});

describe('keyframes', () => {
  const at = (n: number): GameState => ({ turn: n }) as GameState;

  test('stay within their memory, keep the start, and lie spread over the game', () => {
    const frames = new Keyframes(at(0), 10);
    for (let n = 1; n <= 1000; n++) {
      frames.put(n, at(n));
      expect(frames.count).toBeLessThanOrEqual(10);
    }
    expect(frames.count).toBeGreaterThanOrEqual(5);
    let widest = 0;
    for (let n = 0; n <= 1000; n++) {
      const near = frames.nearest(n);
      expect(near.at).toBeLessThanOrEqual(n);
      expect(near.state.turn).toBe(near.at);
      widest = Math.max(widest, n - near.at);
    }
    expect(widest).toBeLessThanOrEqual(256);
  });

  test('may come in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 60 }),
        fc.nat({ max: 500 }),
        (put, sought) => {
          const frames = new Keyframes(at(0), 1000);
          for (const n of put) frames.put(n, at(n));
          expect(frames.nearest(sought).at).toBe(Math.max(0, ...put.filter((n) => n <= sought)));
        },
      ),
    );
  });
});

test('bots that play short turns give the same guarantees', () => {
  const short = playout(game, { seed: 'q', fog: false, bots: drillBots('q'), record: true }).record as GameRecord;
  const replay = new Replay(game, short);
  for (const stretch of ranElsewhere(short).found) replay.adopt(stretch);
  for (let i = 0; i < short.actions.length; i++) {
    replay.seek((i * 37) % (short.actions.length + 1));
    if (replay.at > 0) expect(digest(replay.state)).toBe(short.digests[replay.at - 1]);
  }
});
