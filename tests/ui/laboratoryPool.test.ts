/** Who plays the games of a run, how many they are and who breaks down: no game is played twice into a run, none is left out. */
import { describe, expect, test } from 'vitest';
import { type Player, WorkerLost } from '../../src/ui/app/laboratoryLink.ts';
import { LaboratoryPool, type PoolEnd, playersHere } from '../../src/ui/app/laboratoryPool.ts';

const GAMES = [1, 2, 3, 4, 5, 6, 7, 8];

interface Outcome {
  end: PoolEnd;
  /** Games in the order in which their lines came. */
  lines: number[];
  losses: number[];
  /** Players made, and how many of them were closed. */
  made: number;
  closed: number;
}

type Play = (game: number, times: number) => Promise<string>;

/** Plays the games; `play` hears which game, and how often it has been asked for. */
async function outcome(players: number, play: Play, meanwhile?: (pool: LaboratoryPool) => void): Promise<Outcome> {
  const asked = new Map<number, number>();
  const found: Omit<Outcome, 'end'> = { lines: [], losses: [], made: 0, closed: 0 };
  const make = (): Player => {
    found.made++;
    return {
      play: (game) => {
        asked.set(game, (asked.get(game) ?? 0) + 1);
        return play(game, asked.get(game) as number);
      },
      close: () => {
        found.closed++;
      },
    };
  };
  const pool = new LaboratoryPool({
    players,
    make,
    games: GAMES,
    onLine: (game, text) => {
      expect(text).toBe(`line ${game}`);
      found.lines.push(game);
    },
    onLoss: (game) => found.losses.push(game),
  });
  const running = pool.run();
  meanwhile?.(pool);
  return { end: await running, ...found };
}

const line = (game: number): Promise<string> => Promise.resolve(`line ${game}`);
const sorted = (games: readonly number[]): number[] => [...games].sort((a, b) => a - b);

describe('the players of a run', () => {
  test.each([1, 2, 5, 20])('%i of them: every game once', async (players) => {
    const { end, lines, made, closed } = await outcome(players, line);
    expect(end).toEqual({ state: 'done' });
    expect(sorted(lines)).toEqual(GAMES);
    expect(made).toBe(Math.min(players, GAMES.length));
    expect(closed).toBe(made);
  });

  test('one player plays in the order of the numbers', async () => {
    expect((await outcome(1, line)).lines).toEqual(GAMES);
  });

  test('the game of a lost player is given to another, and nothing comes twice', async () => {
    const { end, lines, losses, made } = await outcome(2, (game, times) =>
      (game === 3 || game === 8) && times === 1 ? Promise.reject(new WorkerLost('gone')) : line(game),
    );
    expect(end).toEqual({ state: 'done' });
    expect(sorted(lines)).toEqual(GAMES);
    expect(sorted(losses)).toEqual([3, 8]);
    expect(made).toBe(4);
  });

  test('a game that loses three players ends the run, and says which it is', async () => {
    const { end, lines, losses } = await outcome(1, (game) =>
      game === 3 ? Promise.reject(new WorkerLost('out of memory')) : line(game),
    );
    expect(end).toEqual({ state: 'failed', game: 3, why: 'out of memory' });
    expect(losses).toEqual([3, 3]);
    expect(lines).toEqual([1, 2]);
  });

  test('a game that cannot be played ends the run at once: it would fail with anybody', async () => {
    const { end, losses } = await outcome(1, (game) =>
      game === 2 ? Promise.reject(new Error('refused')) : line(game),
    );
    expect(end).toEqual({ state: 'failed', game: 2, why: 'refused' });
    expect(losses).toEqual([]);
  });

  test('halted, the games under way are played to their ends and no more are begun', async () => {
    let finish: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { end, lines, closed } = await outcome(
      3,
      async (game) => {
        await gate;
        return line(game);
      },
      (pool) => {
        pool.halt();
        finish();
      },
    );
    expect(end).toEqual({ state: 'halted' });
    expect(sorted(lines)).toEqual([1, 2, 3]);
    expect(closed).toBe(3);
  });

  test('cancelled, it ends at once: what comes afterwards is not taken', async () => {
    const late: (() => void)[] = [];
    const { end, lines, closed } = await outcome(
      3,
      (game) => new Promise((resolve) => late.push(() => resolve(`line ${game}`))),
      (pool) => pool.cancel(),
    );
    expect(end).toEqual({ state: 'halted' });
    expect(closed).toBe(3);
    for (const come of late) come();
    await Promise.resolve();
    expect(lines).toEqual([]);
  });

  test.each([
    [1, 1],
    [2, 1],
    [4, 3],
    [64, 8],
    [Number.NaN, 1],
  ])('with %d processors %i of them play', (processors, players) => {
    expect(playersHere(processors)).toBe(players);
  });
});
