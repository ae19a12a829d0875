import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/core/action.ts';
import { legalActions } from '../../src/core/legal.ts';
import type { GameState } from '../../src/core/state.ts';
import { playout } from '../../src/play/playout.ts';
import { formatRecord, type GameRecord, type Player, parseRecord } from '../../src/play/record.ts';
import { Session } from '../../src/play/session.ts';
import { drillBots } from './drill.ts';
import { hexOf, ridge, unitOf } from './ridge.ts';

const HUMANS: [Player, Player] = [{ kind: 'human' }, { kind: 'human' }];

function start(fog: boolean, players = HUMANS, seed = 's'): { session: Session; game: ReturnType<typeof ridge> } {
  const game = ridge();
  return { game, session: Session.start(game, { seed, fog, players }) };
}

/** The game of two drill bots as a record. */
function drilled(game: ReturnType<typeof ridge>, seed: string, fog: boolean): { record: GameRecord; state: GameState } {
  const played = playout(game, { seed, fog, bots: drillBots(seed), record: true });
  return { record: played.record as GameRecord, state: played.state };
}

const march = (game: ReturnType<typeof ridge>, id: string, ...path: string[]): Action => ({
  type: 'move',
  unit: unitOf(game, id),
  path: path.map(hexOf),
  mode: 'march',
});

describe('the session plays the game that a playout plays', () => {
  test.each(['1', '2', '3', '4', '5', '6'])('seed %s: every digest, and the last state field by field', (seed) => {
    const game = ridge();
    const { record, state } = drilled(game, seed, seed < '4');
    const session = Session.start(game, { seed, fog: record.options.fog, players: record.players });
    record.actions.forEach((action, i) => {
      expect(session.dispatch(action).ok, `action ${i}`).toBe(true);
      expect(session.digest, `action ${i}`).toBe(record.digests[i]);
    });
    expect(session.state).toEqual(state);
    expect(session.record()).toEqual(record);
    expect(new Set(record.actions.map((action) => action.type)).size).toBeGreaterThan(3);
  });

  test('events are plain and outlive the action', () => {
    const game = ridge();
    const { record } = drilled(game, 'e', false);
    const session = Session.start(game, { seed: 'e', fog: false, players: HUMANS });
    for (const action of record.actions) session.dispatch(action);
    expect(JSON.parse(JSON.stringify(session.log.map((entry) => entry.events)))).toEqual(
      session.log.map((entry) => entry.events),
    );
    expect(session.log.length).toBe(record.actions.length);
  });
});

describe('snapshots', () => {
  test('do not change when the game goes on, and can not be changed', () => {
    const { session, game } = start(false);
    const before = session.state;
    const copy = structuredClone(before);
    expect(session.dispatch(march(game, 'N4', '0601')).ok).toBe(true);
    expect(before).toEqual(copy);
    expect(session.state).not.toBe(before);
    expect(() => {
      (session.state as GameState).turn = 9;
    }).toThrow();
  });

  test('a refused order changes nothing and is told with its reason', () => {
    const { session, game } = start(false);
    const before = session.state;
    const saved: GameRecord[] = [];
    session.autosave = (record) => saved.push(record);
    const outcome = session.dispatch(march(game, 'S1', '0604'));
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'not-your-unit' } });
    expect(session.state).toBe(before);
    expect(saved).toEqual([]);
  });

  test('the view of a side hides the other side and the seed', () => {
    const { session, game } = start(true);
    const seen = session.view(0);
    expect(seen.seed).toBe('');
    expect(seen.units[unitOf(game, 'S3')]?.hex).toBe(-1);
    expect(session.view(0)).toBe(seen);
    session.dispatch({ type: 'stance', unit: unitOf(game, 'N1'), stance: 1 });
    expect(session.view(0)).not.toBe(seen);
  });
});

describe('undo', () => {
  test('takes back and redoes marches without fog, to the same digests', () => {
    const { session, game } = start(false);
    const digests = [session.digest];
    for (const action of [march(game, 'N4', '0601'), march(game, 'N2', '0502'), march(game, 'N3', '0702')]) {
      expect(session.dispatch(action).ok).toBe(true);
      digests.push(session.digest);
    }
    expect(session.reach).toEqual({ undo: 3, redo: 0, barrier: null });
    expect(session.undo(2)).toBe(true);
    expect(session.digest).toBe(digests[1]);
    expect(session.reach).toEqual({ undo: 1, redo: 2, barrier: null });
    expect(session.redo()).toBe(true);
    expect(session.digest).toBe(digests[2]);
    expect(session.undo(3)).toBe(false);
    expect(session.undo(2)).toBe(true);
    expect(session.digest).toBe(digests[0]);
    expect(session.record().actions).toEqual([]);
  });

  test('a new order after undo drops what could be redone', () => {
    const { session, game } = start(false);
    session.dispatch(march(game, 'N4', '0601'));
    session.undo();
    session.dispatch(march(game, 'N2', '0502'));
    expect(session.reach.redo).toBe(0);
    expect(session.redo()).toBe(false);
    expect(session.log.map((entry) => entry.action)).toEqual([march(game, 'N2', '0502')]);
  });

  test('under fog a march that shows a hex, even an empty one, stays', () => {
    const { session, game } = start(true);
    // To the rear, beyond the sight of the enemy.
    expect(session.dispatch(march(game, 'cn-hq', '0501', '0401')).ok).toBe(true);
    expect(session.reach).toEqual({ undo: 0, redo: 0, barrier: { at: 0, reason: 'sight' } });
    expect(session.undo()).toBe(false);
  });

  test('under fog a change of stance tells nothing and can be undone', () => {
    const { session, game } = start(true);
    session.dispatch({ type: 'stance', unit: unitOf(game, 'N1'), stance: 1 });
    expect(session.reach).toEqual({ undo: 1, redo: 0, barrier: null });
    expect(session.undo()).toBe(true);
    expect(session.state.units[unitOf(game, 'N1')]?.stance).toBe(0);
  });

  test('the end of a player turn and anything a die took part in stay, and say why', () => {
    const { session, game } = start(false);
    session.dispatch(march(game, 'N1', '0604'));
    const assault = legalActions(game, session.state).find((action) => action.type === 'assault');
    expect(assault).toBeDefined();
    session.dispatch(assault as Action);
    expect(session.reach.barrier).toEqual({ at: 1, reason: 'die' });
    session.dispatch({ type: 'stance', unit: unitOf(game, 'N2'), stance: 1 });
    expect(session.reach).toEqual({ undo: 1, redo: 0, barrier: { at: 1, reason: 'die' } });
    session.dispatch({ type: 'end' });
    expect(session.reach).toEqual({ undo: 0, redo: 0, barrier: { at: 3, reason: 'turn' } });
  });

  test('what a bot did is not for the player to take back', () => {
    const { session, game } = start(false, [{ kind: 'bot', level: 'drill' }, { kind: 'human' }]);
    session.dispatch(march(game, 'N4', '0601'));
    expect(session.reach.barrier).toEqual({ at: 0, reason: 'bot' });
  });

  test('over a whole game, undo is only offered where observation and dice allow, and restores the digest', () => {
    const game = ridge();
    const { record } = drilled(game, 'u', true);
    const session = Session.start(game, { seed: 'u', fog: true, players: HUMANS });
    let undone = 0;
    for (const action of record.actions) {
      const before = session.digest;
      session.dispatch(action);
      const after = session.digest;
      if (session.reach.undo === 0) continue;
      expect(['move', 'stance']).toContain(action.type);
      session.undo();
      expect(session.digest).toBe(before);
      session.redo();
      expect(session.digest).toBe(after);
      undone++;
    }
    expect(undone).toBeGreaterThan(0);
  });
});

describe('saving and going on', () => {
  test('the record is handed out after every change, and listeners hear of it', () => {
    const { session, game } = start(false);
    const saved: number[] = [];
    const heard: string[] = [];
    session.autosave = (record) => saved.push(record.actions.length);
    const stop = session.subscribe((change) => heard.push(change.kind));
    session.dispatch(march(game, 'N4', '0601'));
    session.undo();
    session.redo();
    stop();
    session.dispatch({ type: 'end' });
    expect(saved).toEqual([1, 0, 1, 2]);
    expect(heard).toEqual(['action', 'undo', 'redo']);
  });

  test('a saved game goes on where it was, with its log, and the present turn can be undone', () => {
    const { session, game } = start(false);
    session.dispatch({ type: 'end' });
    session.dispatch({ type: 'end' });
    session.dispatch(march(game, 'N4', '0601'));
    session.dispatch(march(game, 'N2', '0502'));
    const parsed = parseRecord(formatRecord(session.record()));
    if (!parsed.ok) throw new Error('the record does not parse');
    const resumed = Session.resume(game, parsed.value);
    if (!resumed.ok) throw new Error('the record does not replay');
    expect(resumed.session.state).toEqual(session.state);
    expect(resumed.session.log).toEqual(session.log);
    expect(resumed.session.reach).toEqual({ undo: 2, redo: 0, barrier: { at: 1, reason: 'turn' } });
    expect(resumed.session.undo(2)).toBe(true);
  });

  test('a record that diverges is refused by name, and can be resumed up to there', () => {
    const game = ridge();
    const { record } = drilled(game, 'r', true);
    const digests = record.digests.map((digest, i) => (i === 9 ? '0'.repeat(16) : digest));
    const resumed = Session.resume(game, { ...record, digests });
    expect(resumed).toMatchObject({ ok: false, verdict: { grade: 'diverged', at: 9, found: record.digests[9] } });
    const salvaged = Session.resume(game, { ...record, digests }, 9);
    expect(salvaged.ok && salvaged.session.digest).toBe(record.digests[8]);
  });
});
