/** What is agreed before a game and what its players did of it: plans of the computer, a head start, deputies; in records, links and branches. */
import { describe, expect, test } from 'vitest';
import { packRecord, unpackRecord } from '../../src/play/link.ts';
import { playout } from '../../src/play/playout.ts';
import { checkRecord, formatRecord, type GameRecord, type Player, parseRecord } from '../../src/play/record.ts';
import { Replay } from '../../src/play/replay.ts';
import { Session } from '../../src/play/session.ts';
import { verify } from '../../src/play/verify.ts';
import { drillBots } from './drill.ts';
import { ridge } from './ridge.ts';

const game = ridge();
const played = playout(game, { seed: 'terms', fog: true, bots: drillBots('terms'), record: true }).record as GameRecord;
const firstTurn = played.actions.findIndex((action) => action.type === 'end') + 1;
const secondTurn = played.actions.findIndex((action, i) => i >= firstTurn && action.type === 'end') + 1;

const PLANNED: [Player, Player] = [
  { kind: 'bot', level: 'recruit', plan: 'free' },
  { kind: 'bot', level: 'veteran', plan: 'historical' },
];
const HANDICAP = { side: 1, points: 50 } as const;

/** The same orders played under these terms. */
function session(options: Partial<Session['options']> = {}, upTo = played.actions.length): Session {
  const made = Session.start(game, { seed: 'terms', fog: true, players: played.players, ...options });
  for (const action of played.actions.slice(0, upTo)) expect(made.dispatch(action).ok).toBe(true);
  return made;
}

function resumed(record: GameRecord, upTo?: number): Session {
  const found = Session.resume(game, record, upTo);
  if (!found.ok) throw new Error('the record does not replay');
  return found.session;
}

/** Through a file and through a link. */
function sent(record: GameRecord): GameRecord[] {
  return [parseRecord(formatRecord(record)), unpackRecord(packRecord(record))].map((read) => {
    if (!read.ok) throw new Error(read.faults.map((fault) => fault.message).join());
    return read.value;
  });
}

const faultPaths = (raw: unknown): string[] => {
  const read = checkRecord(raw);
  return read.ok ? [] : read.faults.map((fault) => fault.path);
};

describe('a game without any of it', () => {
  test('is written as version 2, byte for byte as before', () => {
    const record = session().record();
    expect(record).toEqual(played);
    expect(Object.keys(record)).toEqual(
      'format version scenario rules options seed players actions digests'.split(' '),
    );
    expect(record).toMatchObject({ version: 2, options: { fog: true } });
    expect(formatRecord(record)).toContain('\n  "options": {"fog":true},\n');
    for (const read of sent(record)) expect(JSON.stringify(read.players)).toBe(JSON.stringify(record.players));
  });
});

describe('the plan of a computer player', () => {
  test('comes back from files and links, in a version that pages of before call newer', () => {
    const record = session({ players: PLANNED }, secondTurn).record();
    expect(record.version).toBe(3);
    for (const read of sent(record)) expect(read).toMatchObject({ version: 3, players: PLANNED });
    expect(resumed(record).record()).toEqual(record);
  });

  test.each([7, '', 'x'.repeat(65), null])('that is no name is a fault (%#)', (plan) => {
    const players = [{ kind: 'bot', level: 'recruit', plan }, { kind: 'human' }];
    expect(faultPaths({ ...played, players })).toEqual(['players[0].plan']);
  });

  test('of a person is a fault', () => {
    expect(faultPaths({ ...played, players: [{ kind: 'human', plan: 'free' }, { kind: 'human' }] })).toEqual([
      'players[0]',
    ]);
  });
});

describe('a head start', () => {
  test('is in the state, and in the digests of its game alone', async () => {
    const record = session({ handicap: HANDICAP }).record();
    expect(record).toMatchObject({ version: 3, options: { fog: true, handicap: HANDICAP } });
    for (const [i, digest] of record.digests.entries()) expect(digest).not.toBe(played.digests[i]);
    for (const read of sent(record)) {
      expect(read.options).toEqual({ fog: true, handicap: HANDICAP });
      expect(await verify(game, read)).toMatchObject({ grade: 'verified' });
      expect(resumed(read).state.handicap).toEqual(HANDICAP);
    }
    expect(await verify(game, { ...record, options: { fog: true } })).toMatchObject({ grade: 'diverged', at: 0 });
  });

  test('goes along with a branch', () => {
    const replay = new Replay(game, session({ handicap: HANDICAP }).record());
    replay.seek(firstTurn);
    expect(resumed(replay.branch()).record()).toMatchObject({ version: 3, options: { handicap: HANDICAP } });
  });

  test.each([
    [{ side: 2, points: 50 }, 'options.handicap.side'],
    [{ side: 0, points: 0 }, 'options.handicap.points'],
    [{ side: 0, points: -5 }, 'options.handicap.points'],
    [{ side: 0, points: 2.5 }, 'options.handicap.points'],
    [{ side: 0, points: 1e9 }, 'options.handicap.points'],
    [{ side: 0 }, 'options.handicap.points'],
    [{ side: 0, points: 5, men: 5 }, 'options.handicap'],
  ])('with a fault names its path (%#)', (handicap, path) => {
    expect(faultPaths({ ...played, options: { fog: true, handicap } })).toEqual([path]);
  });
});

describe('a deputy', () => {
  test('is noted once a player turn, handed out at once, and decides to the end of it', () => {
    const made = session({}, firstTurn + 1);
    const saved: GameRecord[] = [];
    made.autosave = (record) => saved.push(record);
    expect(made.deputy).toBeNull();
    made.depute('regular');
    made.depute('recruit');
    expect(made.deputy).toBe('regular');
    expect(saved.map((record) => record.deputies)).toEqual([[{ at: firstTurn + 1, level: 'regular' }]]);
    for (const action of played.actions.slice(firstTurn + 1, secondTurn)) {
      expect(made.deputy).toBe('regular');
      made.dispatch(action);
    }
    expect(made.deputy).toBeNull();
    made.depute('regular');
    expect(made.deputies.map((one) => one.at)).toEqual([firstTurn + 1, secondTurn]);
  });

  test('changes no digest, and is known again after files and links', async () => {
    const made = session({}, firstTurn);
    made.depute('regular');
    for (const action of played.actions.slice(firstTurn)) made.dispatch(action);
    const record = made.record();
    expect(record).toMatchObject({ version: 3, digests: played.digests });
    for (const read of sent(record)) {
      expect(await verify(game, read)).toMatchObject({ grade: 'verified' });
      expect(resumed(read).deputies).toEqual([{ at: firstTurn, level: 'regular' }]);
    }
    expect(resumed(record, firstTurn + 1).deputy).toBe('regular');
    expect(resumed(record, firstTurn).deputy).toBeNull();
    // A journal's head is checked before its actions are read.
    expect(checkRecord({ ...record, actions: [], digests: [] }).ok).toBe(true);
  });

  test('goes along with a branch that begins after it, not with one before', () => {
    const made = session({}, firstTurn);
    made.depute('regular');
    made.dispatch({ type: 'end' });
    const replay = new Replay(game, made.record());
    replay.seek(firstTurn + 1);
    expect(replay.branch().deputies).toEqual([{ at: firstTurn, level: 'regular' }]);
    replay.seek(firstTurn);
    expect('deputies' in replay.branch()).toBe(false);
  });

  test.each([
    [[], 'deputies'],
    [[{ at: -1, level: 'regular' }], 'deputies[0].at'],
    [[{ at: 3 }], 'deputies[0].level'],
    [
      [
        { at: 3, level: 'regular' },
        { at: 3, level: 'regular' },
      ],
      'deputies[1].at',
    ],
  ])('with a fault names its path (%#)', (deputies, path) => {
    expect(faultPaths({ ...played, deputies })).toEqual([path]);
  });
});
