/** A run on the page without a browser's storage: interrupted as often as one likes, it comes to the same file. */
import { beforeEach, expect, test } from 'vitest';
import type { RunHeader } from '../../src/lab/run/run.ts';
import { type Player, WorkerLost } from '../../src/ui/app/laboratoryLink.ts';
import { RunPlay } from '../../src/ui/app/laboratoryRun.ts';
import { addRun, gamesThere, holdsGames, linesOf, runShelf, runs } from '../../src/ui/app/laboratoryShelf.ts';
import type { StoredRun } from '../../src/ui/storage/runs.ts';
import type { Prepared } from '../../src/worker/laboratoryDesk.ts';

const GAMES = 9;

function newRun(id: string): StoredRun {
  const header = { scenario: 'made up', games: GAMES, seed: id } as RunHeader;
  return { id, header, head: 'head\n', base: null, begunAt: 1, savedAt: 1, count: 0 };
}

const EXPECTED = Array.from({ length: GAMES }, (_, i) => `game ${i + 1}\n`);

beforeEach(() => {
  runShelf.value = { db: null, fault: null, stored: [], held: new Map() };
});

/** A play whose players end games in an order of their own: the later ones first. */
function playOf(run: StoredRun, players: number, play: (game: number) => Promise<string>): RunPlay {
  const make = (): Player => ({ play, close: () => undefined });
  return new RunPlay(run, {} as Prepared, { make, players, now: () => 0 });
}

const line = async (game: number): Promise<string> => {
  for (let wait = GAMES - game; wait > 0; wait--) await Promise.resolve();
  return `game ${game}\n`;
};

test.each([1, 2, 4])('with %i players the lines are those of all games in order', async (players) => {
  const run = newRun(`alone ${players}`);
  await addRun(run);
  const play = playOf(run, players, line);
  await play.play();
  expect(play.state.value).toEqual({ name: 'done' });
  expect(await linesOf(run.id)).toEqual(EXPECTED);
  expect(play.progress.value).toMatchObject({ done: GAMES, total: GAMES, losses: 0 });
});

test('paused, cancelled and gone on with, it comes to the same, and no game is played twice into it', async () => {
  const run = newRun('interrupted');
  await addRun(run);
  const asked: number[] = [];
  let play: RunPlay;
  const interrupted = async (game: number): Promise<string> => {
    asked.push(game);
    if (game === 2) play.pause();
    if (game === 6) void play.cancel();
    return line(game);
  };
  play = playOf(run, 2, interrupted);
  await play.play();
  expect(play.state.value).toEqual({ name: 'paused' });
  expect([...(await gamesThere(run.id))].sort()).toEqual([1, 2]);
  await play.play();
  expect(play.state.value).toEqual({ name: 'paused' });
  expect((await gamesThere(run.id)).has(6)).toBe(false);
  // Another page begins with what is there.
  const later = playOf(run, 3, line);
  await later.play();
  expect(later.state.value).toEqual({ name: 'done' });
  expect(await linesOf(run.id)).toEqual(EXPECTED);
  expect(asked.slice(0, 2)).toEqual([1, 2]);
  expect(asked.slice(2)).not.toContain(1);
});

test('a lost player is told of, and a game that cannot be played says which it is', async () => {
  const run = newRun('broken');
  await addRun(run);
  let lost = false;
  const play = playOf(run, 1, (game) => {
    if (game === 2 && !lost) {
      lost = true;
      return Promise.reject(new WorkerLost('gone'));
    }
    return game === 4 ? Promise.reject(new Error('refused')) : line(game);
  });
  await play.play();
  expect(play.progress.value.losses).toBe(1);
  expect(play.state.value).toEqual({ name: 'failed', game: 4, why: 'refused' });
  expect(await linesOf(run.id)).toEqual(EXPECTED.slice(0, 3));
});

test('where nothing can be stored the games are held, counted, and not left without a question', async () => {
  const run = newRun('held');
  await addRun(run);
  expect(runShelf.value.fault?.kind).toBe('refused');
  expect(holdsGames.value).toBe(false);
  await playOf(run, 1, line).play();
  expect(holdsGames.value).toBe(true);
  expect(runs.value).toMatchObject([{ id: 'held', count: GAMES }]);
});

test('a gap ends what is told of a run that goes on: its file and its report favour no short games', async () => {
  const run = newRun('gap');
  await addRun(
    run,
    [1, 2, 5].map((game) => ({ game, text: `game ${game}\n` })),
  );
  expect(await linesOf(run.id)).toEqual(['game 1\n', 'game 2\n']);
});
