import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/core/action.ts';
import type { GameRecord } from '../../src/play/record.ts';
import { TakenOver } from '../../src/ui/storage/journal.ts';
import { Keeper, type Keeping, sharedLength } from '../../src/ui/storage/keeper.ts';

const END: Action = { type: 'end' };
const PLACE = { turn: 1, side: 0, over: false };

function record(actions: Action[]): GameRecord {
  return {
    format: 'ridgeline-game',
    version: 2,
    scenario: { id: 's', version: 1, digest: '0'.repeat(16) },
    rules: 1,
    options: { fog: true },
    seed: 'seed',
    players: [{ kind: 'human' }, { kind: 'human' }],
    actions,
    digests: actions.map(() => '0'.repeat(16)),
  };
}

/** A store that can be told to fail, and remembers what it was asked to write. */
function store(failures: (Error | null)[] = []) {
  const writes: { count: number; level: number }[] = [];
  const write = async (game: GameRecord, level: number): Promise<void> => {
    const failure = failures.shift();
    await Promise.resolve();
    if (failure) throw failure;
    writes.push({ count: game.actions.length, level });
  };
  return { writes, write };
}

describe('keeping the running game', () => {
  test('changes that come while a write runs are written together, as the newest state', async () => {
    const { writes, write } = store();
    const told: Keeping[] = [];
    const keeper = new Keeper(write, (state) => told.push(state));
    const actions = [END, { ...END }, { ...END }];
    for (let n = 1; n <= 3; n++) keeper.keep(record(actions.slice(0, n)), PLACE);
    await keeper.settled();
    expect(writes).toEqual([
      { count: 1, level: 0 },
      { count: 3, level: 1 },
    ]);
    expect(told.at(-1)).toEqual({ state: 'kept' });
  });

  test('what was taken back is cut: the level is what the two lists share', async () => {
    const { writes, write } = store();
    const keeper = new Keeper(write, () => undefined);
    const [a, b, c]: Action[] = [{ ...END }, { ...END }, { ...END }];
    keeper.keep(record([a, b] as Action[]), PLACE);
    await keeper.settled();
    keeper.keep(record([a, c] as Action[]), PLACE);
    await keeper.settled();
    expect(writes.at(-1)).toEqual({ count: 2, level: 1 });
    expect(sharedLength([a, b] as Action[], [a] as Action[])).toBe(1);
  });

  test('a failed write is told with its reason, and the next change writes everything again', async () => {
    const full = Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
    const { writes, write } = store([full]);
    const told: Keeping[] = [];
    const keeper = new Keeper(write, (state) => told.push(state));
    const actions = [{ ...END }, { ...END }];
    keeper.keep(record(actions.slice(0, 1)), PLACE);
    await keeper.settled();
    expect(told.at(-1)).toEqual({ state: 'failed', kind: 'full', message: 'no room' });
    keeper.keep(record(actions), PLACE);
    await keeper.settled();
    expect(writes).toEqual([{ count: 2, level: 0 }]);
    expect(told.at(-1)).toEqual({ state: 'kept' });
  });

  test('when another tab has the game, nothing more is written', async () => {
    const { writes, write } = store([new TakenOver()]);
    const told: Keeping[] = [];
    const keeper = new Keeper(write, (state) => told.push(state));
    keeper.keep(record([END]), PLACE);
    await keeper.settled();
    expect(told.at(-1)).toEqual({ state: 'taken', unwritten: true });
    keeper.keep(record([END, END]), PLACE);
    await keeper.settled();
    expect(writes).toEqual([]);
  });
});
