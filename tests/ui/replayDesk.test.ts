/** A replay on the page, with the run in slices on this thread: where it is, what it tells to whom, how it branches. */
import { describe, expect, test } from 'vitest';
import { createBot } from '../../src/bots/index.ts';
import { digest } from '../../src/core/digest.ts';
import type { GameState } from '../../src/core/state.ts';
import { playout } from '../../src/play/playout.ts';
import type { GameRecord } from '../../src/play/record.ts';
import { Replay } from '../../src/play/replay.ts';
import { Session } from '../../src/play/session.ts';
import { stretches } from '../../src/play/stretch.ts';
import type { CatalogueEntry } from '../../src/ui/app/load.ts';
import { projectInSlices } from '../../src/ui/app/projector.ts';
import { ReplayDesk } from '../../src/ui/app/replayDesk.ts';
import { marksOf, momentsNear, numberedTurns, placeOf, positionAt } from '../../src/ui/app/timeline.ts';
import { kunlunPass } from '../kunlun-pass.ts';

const game = kunlunPass();
const bots = [createBot('regular', 'desk/0'), createBot('regular', 'desk/1')] as const;
const record = playout(game, { seed: 'desk', fog: true, bots, record: true }).record as GameRecord;
const total = record.actions.length;
const entry = { id: 'kunlun-pass' } as CatalogueEntry;

async function ended(desk: ReplayDesk): Promise<void> {
  await expect.poll(() => desk.checking.value.state, { timeout: 20_000 }).not.toBe('running');
}

async function opened(of: GameRecord = record): Promise<ReplayDesk> {
  const desk = new ReplayDesk(entry, new Replay(game, of));
  await ended(desk);
  return desk;
}

describe('a replay that is being run', () => {
  test('goes to a far moment as soon as the run has come there, and tells how far it is', async () => {
    const desk = new ReplayDesk(entry, new Replay(game, record));
    desk.seek(total);
    expect(desk.wanted.value).toBe(total);
    expect(desk.at.value).toBe(0);
    const told: number[] = [];
    const stop = desk.known.subscribe((known) => told.push(known));
    await ended(desk);
    stop();
    expect(desk.wanted.value).toBeNull();
    expect(desk.at.value).toBe(total);
    expect(digest(desk.replay.state)).toBe(record.digests.at(-1));
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(desk.checking.value).toEqual({
      state: 'done',
      verdict: { grade: 'verified', actions: total },
      rules: null,
    });
  });

  test('near moments show at once; stepping goes on from where one wants to be', () => {
    const desk = new ReplayDesk(entry, new Replay(game, record));
    desk.seek(5);
    expect(desk.at.value).toBe(5);
    desk.step(-1);
    expect(desk.at.value).toBe(4);
    desk.seek(total);
    desk.step(-1);
    expect(desk.wanted.value).toBe(total - 1);
    desk.close();
  });

  test('called off, it can be gone on with from where it is', async () => {
    const desk = new ReplayDesk(entry, new Replay(game, record));
    desk.cancel();
    expect(desk.checking.value).toEqual({ state: 'cancelled' });
    desk.seek(total);
    expect(desk.at.value).toBe(total);
    desk.verify();
    await ended(desk);
    expect(desk.checking.value).toMatchObject({ state: 'done', verdict: { grade: 'verified' } });
  });

  test('an action that differs ends it there, with a verdict that names it', async () => {
    const digests = record.digests.map((one, i) => (i === 300 ? '0'.repeat(16) : one));
    const desk = new ReplayDesk(entry, new Replay(game, { ...record, digests }));
    desk.seek(total);
    await ended(desk);
    expect(desk.at.value).toBe(300);
    expect(desk.checking.value).toMatchObject({ verdict: { grade: 'diverged', at: 300 } });
  });

  test('the thread is let go between slices', async () => {
    let breaths = 0;
    const got: number[] = [];
    await new Promise<void>((resolve, reject) => {
      projectInSlices(
        game,
        record,
        { onStretch: ({ from }) => got.push(from), onVerdict: () => resolve(), onFailure: reject },
        async () => {
          breaths++;
        },
      );
    });
    expect(got).toEqual([...stretches(game, record)].map(({ from }) => from));
    expect(breaths).toBeGreaterThan(3);
  });
});

describe('what is told', () => {
  test('each pair of eyes has its own marks and lines; those of a side name nothing it did not know', async () => {
    const desk = await opened();
    desk.seek(total);
    const umpire = desk.moments.value.length;
    const names = game.bySide[1].map((unit) => game.data.oob.units[unit]?.name ?? '');
    desk.eyes.value = 0;
    expect(desk.moments.value.length).toBeLessThan(umpire);
    expect(desk.moments.value.length).toBeGreaterThan(0);
    let unnamed = 0;
    for (let at = 1; at <= total; at++) {
      const nameless = desk.replay.namelessAt(at).filter((unit) => game.units[unit]?.side === 1);
      for (const unit of nameless) {
        const name = names[game.bySide[1].indexOf(unit)] as string;
        for (const { text } of desk.linesAt(at)) expect(text).not.toContain(name);
        unnamed++;
      }
    }
    expect(unnamed).toBeGreaterThan(0);
  });

  test('the log holds what led to the moment shown, and apart from it what comes next', async () => {
    const desk = await opened();
    desk.seek(400);
    expect(desk.lines.value.every((line) => line.at < 400)).toBe(true);
    expect(desk.ahead.value.length).toBeGreaterThan(0);
    expect(desk.ahead.value.every((line) => line.at >= 400)).toBe(true);
  });

  test('jumps go from fight to fight', async () => {
    const desk = await opened();
    const fights = record.actions.flatMap((action, i) => (action.type === 'assault' ? [i + 1] : []));
    expect(desk.stepMoment('fight', 1)).toBe(true);
    expect(desk.at.value).toBe(fights[0]);
    desk.stepMoment('fight', 1);
    expect(desk.at.value).toBe(fights[1]);
    desk.stepMoment('fight', -1);
    expect(desk.at.value).toBe(fights[0]);
    expect(desk.stepMoment('fight', -1)).toBe(false);
  });
});

test('a branch is played on by whom one likes and knows where it came from', async () => {
  const desk = await opened();
  const players: GameRecord['players'] = [{ kind: 'bot', level: 'regular' }, { kind: 'human' }];
  desk.seek(120);
  const resumed = Session.resume(game, desk.branch(players));
  if (!resumed.ok) throw new Error('the branch does not replay');
  const { session } = resumed;
  expect(session.options.players).toEqual(players);
  expect(session.record().parent).toMatchObject({ at: 120, actions: total, game: record.digests.at(-1) });
  expect(digest(session.state as GameState)).toBe(record.digests[119]);
});

describe('the timeline', () => {
  test('a place stands for a position and back', () => {
    for (const at of [0, 1, 57, 300]) expect(positionAt(placeOf(at, 300, 940), 300, 940)).toBe(at);
    expect(positionAt(-9, 300, 940)).toBe(0);
    expect(positionAt(2000, 300, 940)).toBe(300);
    expect(positionAt(5, 300, 0)).toBe(0);
  });

  test('marks of a kind never lie on each other, and none is lost', async () => {
    const desk = await opened();
    const moments = desk.moments.value;
    const marks = marksOf(moments, total, 900, 8);
    expect(marks.reduce((sum, mark) => sum + mark.moments.length, 0)).toBe(moments.length);
    const places = marks.map((mark) => `${mark.kind} ${mark.x}`);
    expect(new Set(places).size).toBe(places.length);
    for (const mark of marks)
      for (const moment of mark.moments)
        expect(Math.abs(placeOf(moment.at, total, 900) - mark.x)).toBeLessThanOrEqual(8);
    const near = momentsNear(moments, placeOf(moments[40]?.at ?? 0, total, 900), total, 900, 3);
    expect(near).toContain(moments[40]);
  });

  test('numbers of turns keep their distance at any width', async () => {
    const { turns } = (await opened()).replay;
    for (const width of [320, 600, 1400]) {
      const numbered = numberedTurns(turns, total, width, 24);
      expect(numbered[0]?.turn).toBe(1);
      expect(numbered.length).toBeGreaterThan(3);
      numbered.slice(1).forEach((mark, i) => {
        const before = numbered[i]?.at ?? 0;
        expect(placeOf(mark.at - before, total, width)).toBeGreaterThanOrEqual(24);
      });
    }
  });
});
