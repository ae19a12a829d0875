/** Games that branch off from others, and going on with a long game without holding the thread. */
import { describe, expect, test } from 'vitest';
import { digest } from '../../src/core/digest.ts';
import { playout } from '../../src/play/playout.ts';
import { checkRecord, type GameRecord } from '../../src/play/record.ts';
import { Replay } from '../../src/play/replay.ts';
import { type Resumed, Session } from '../../src/play/session.ts';
import { drillBots } from './drill.ts';
import { ridge } from './ridge.ts';

const game = ridge();
const record = playout(game, { seed: 'b', fog: true, bots: drillBots('b'), record: true }).record as GameRecord;
const ends = record.actions.flatMap((action, i) => (action.type === 'end' ? [i + 1] : []));

function resumed(of: GameRecord): Session {
  const found = Session.resume(game, of);
  if (!found.ok) throw new Error('the record does not replay');
  return found.session;
}

describe('a game that branches off', () => {
  test('knows the game it left, and where, and keeps it through saving', () => {
    const replay = new Replay(game, record);
    replay.seek(20);
    const parent = {
      game: record.digests.at(-1),
      actions: record.actions.length,
      at: 20,
      digest: digest(replay.state),
    };
    const branch = replay.branch();
    expect(branch.parent).toEqual(parent);
    expect(branch.actions).toEqual(record.actions.slice(0, 20));
    const session = resumed(branch);
    expect(session.dispatch({ type: 'end' }).ok).toBe(true);
    const kept = checkRecord(JSON.parse(JSON.stringify(session.record())));
    expect(kept).toMatchObject({ ok: true, value: { parent, version: 2 } });
    expect(session.record().actions.length).toBe(21);
  });

  test('branched again, it names the game it left last', () => {
    const first = new Replay(game, record);
    first.seek(20);
    const session = resumed(first.branch());
    session.dispatch({ type: 'end' });
    const second = new Replay(game, session.record());
    second.seek(8);
    expect(second.branch().parent).toMatchObject({ game: session.digest, actions: 21, at: 8 });
  });

  test('a place that the other game does not have is a fault', () => {
    const parent = { game: 'a'.repeat(16), actions: 3, at: 4, digest: 'b'.repeat(16) };
    expect(checkRecord({ ...record, parent })).toMatchObject({ ok: false, faults: [{ path: 'parent.at' }] });
    expect(checkRecord({ ...record, parent: { ...parent, at: 3 } }).ok).toBe(true);
    // A game of which storage kept only the beginning may end before it.
    expect(checkRecord({ ...record, actions: [], digests: [], parent: { ...parent, at: 3 } }).ok).toBe(true);
    expect(checkRecord({ ...record, parent: { ...parent, at: 3, by: 'me' } })).toMatchObject({ ok: false });
  });

  test('records of the first version are read as they were', () => {
    expect(checkRecord({ ...record, version: 1 })).toEqual({ ok: true, value: record });
  });
});

describe('going on with a recorded game', () => {
  test('action by action comes to the same as at once', () => {
    const work = Session.resuming(game, record);
    const told: number[] = [];
    let end: Resumed | null = null;
    while (!end) {
      const step = work.next();
      if (step.done) end = step.value;
      else told.push(step.value);
    }
    expect(told).toEqual(record.actions.map((_, i) => i + 1));
    expect(end).toMatchObject({ ok: true });
    if (end.ok) expect(end.session.state).toEqual(resumed(record).state);
  });

  test('keeps the beginnings of the last player turns, resumed or played', () => {
    const upTo = (ends[5] as number) + 2;
    const session = resumed({
      ...record,
      actions: record.actions.slice(0, upTo),
      digests: record.digests.slice(0, upTo),
    });
    const starts = (): [number, string][] => session.turnStarts.map(({ at, state }) => [at, digest(state)]);
    const expected = (last: number): [number, string | undefined][] =>
      ends.slice(last - 3, last + 1).map((at) => [at, record.digests[at - 1]]);
    expect(starts()).toEqual(expected(5));
    for (const action of record.actions.slice(upTo, ends[6])) session.dispatch(action);
    expect(starts()).toEqual(expected(6));
    expect(session.turnStarts.at(-1)?.state).toBe(session.state);
  });

  test('a new game begins its first player turn at once', () => {
    const session = Session.start(game, { seed: 'n', fog: true, players: [{ kind: 'human' }, { kind: 'human' }] });
    expect(session.turnStarts).toEqual([{ at: 0, state: session.state }]);
  });
});
