/** The enemy's turn once more, and taking orders back down to one of them. */
import { describe, expect, test } from 'vitest';
import { createBot } from '../../src/bots/index.ts';
import type { Action } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { digest, fingerprint } from '../../src/core/digest.ts';
import type { GameEvent } from '../../src/core/event.ts';
import type { GameState } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import type { Player } from '../../src/play/record.ts';
import { Session } from '../../src/play/session.ts';
import { digestGroups, lossesOfSide } from '../../src/ui/app/digest.ts';
import { Match, type Stage } from '../../src/ui/app/match.ts';
import { orderMarks } from '../../src/ui/app/takingBack.ts';
import { tinyGame } from '../core/fixture.ts';
import { kunlunPass } from '../kunlun-pass.ts';

const HUMAN: Player = { kind: 'human' };
const BOT: Player = { kind: 'bot', level: 'regular' };

/** A game under fog in which the person of the first side has the move again after some turns. */
async function underWay(turns: number): Promise<Match> {
  const game = kunlunPass();
  const table = new Match('w', Session.start(game, { seed: 'again', fog: true, players: [HUMAN, BOT] }));
  const bots = [createBot('regular', 'again/0'), createBot('regular', 'again/1')] as const;
  const { session } = table;
  while (session.state.turn <= turns || session.state.active !== 0) {
    const side = session.state.active;
    const action = bots[side].choose(game, session.view(side));
    if (side === 0) session.dispatch(action);
    else await table.playBot(action);
  }
  return table;
}

/** A stage that notes what it was shown and what the table showed meanwhile. */
class Notes implements Stage {
  readonly shown: { events: readonly GameEvent[]; at: number; seen: string }[] = [];
  skipped = 0;
  readonly #table: () => Match;
  constructor(table: () => Match) {
    this.#table = table;
  }
  async show(events: readonly GameEvent[]): Promise<void> {
    const { seen, again } = this.#table();
    this.shown.push({ events, at: again.at.value, seen: fingerprint(JSON.stringify(seen.value.view)) });
  }
  skip(): void {
    this.skipped++;
  }
  moving(): boolean {
    return true;
  }
}

describe('the enemy turn once more', () => {
  test('shows the actions that were seen, from the state before each, and nothing else; then the present is back', async () => {
    const table = await underWay(4);
    const { session, game } = table;
    const notes = new Notes(() => table);
    table.stage = notes;
    const before = digest(session.state);
    const span = table.again.span;
    if (!span) throw new Error('there was no turn before');
    expect(session.log[span.to - 1]?.action.type).toBe('end');
    expect(session.log.slice(span.from, span.to).every((entry) => entry.side === 1)).toBe(true);
    await table.watchAgain();
    const state = structuredClone(session.turnStarts.at(-2)?.state) as GameState;
    expect(notes.shown.length).toBeGreaterThan(0);
    let next = span.from;
    for (const { events, at, seen } of notes.shown) {
      expect(at).toBeGreaterThanOrEqual(next);
      for (; next < at; next++) apply(game, state, session.log[next]?.action as Action);
      expect(seen, `the view before action ${at}`).toBe(fingerprint(JSON.stringify(view(game, state, 0))));
      for (const event of events) {
        expect(event.to & 1).toBe(1);
        if (event.type === 'moved' && game.units[event.unit]?.side === 1) expect(event.path).toEqual(event.shown);
      }
    }
    expect(table.again.past.value).toBeNull();
    expect(table.again.at.value).toBe(-1);
    expect(digest(session.state)).toBe(before);
    expect(table.seen.value.mayOrder).toBe(true);
    expect(table.seen.value.view === session.view(0)).toBe(true);
  });

  test('takes no orders and no undo while it is shown, and ends at once when stopped', async () => {
    const table = await underWay(3);
    let going: () => void = () => undefined;
    table.stage = { show: () => new Promise((resolve) => (going = resolve)), skip: () => going(), moving: () => true };
    const watching = table.watchAgain();
    expect(table.seen.value.mayOrder).toBe(false);
    expect(table.again.at.value).toBeGreaterThanOrEqual(0);
    expect(await table.order({ type: 'end' })).toBe(false);
    expect(table.undo()).toBe(false);
    table.again.stop();
    await watching;
    expect(table.again.past.value).toBeNull();
    expect(table.seen.value.mayOrder).toBe(true);
  });

  test('one report by itself shows its own action only', async () => {
    const table = await underWay(4);
    const notes = new Notes(() => table);
    table.stage = notes;
    const line = table.digest.value?.lines.at(-1);
    if (!line) throw new Error('nothing was seen');
    await table.watchAgain(line.at);
    expect(notes.shown.map(({ at }) => at)).toEqual([line.at]);
  });

  test('before the first turn of the other side there is nothing to watch', async () => {
    const session = Session.start(kunlunPass(), { seed: 'n', fog: true, players: [HUMAN, BOT] });
    const table = new Match('n', session);
    expect(table.again.span).toBeNull();
    await table.watchAgain();
    expect(table.again.past.value).toBeNull();
  });
});

test('the digest is there again when a game is gone on with in the midst of a turn, or when it was put away', async () => {
  const table = await underWay(5);
  const lines = (of: Match): string[] | undefined =>
    of.digest.value?.lines.map((line) => `${line.key} ${line.event.type}`);
  const before = lines(table);
  expect(before?.length).toBeGreaterThan(0);
  const bot = createBot('regular', 'again/0');
  await table.order(bot.choose(table.game, table.session.view(0)));
  const resumed = Session.resume(table.game, table.session.record());
  if (!resumed.ok) throw new Error('the game does not replay');
  const again = new Match('w', resumed.session);
  expect(lines(again)).toEqual(before);
  again.digest.value = null;
  again.stage = { show: async () => undefined, skip: () => undefined, moving: () => true };
  await again.watchAgain();
  expect(lines(again)).toEqual(before);
});

test('the digest is in groups that hold every line once; losses are those of our own units', async () => {
  const table = await underWay(6);
  const { lines = [] } = table.digest.value ?? {};
  const groups = digestGroups(lines);
  expect(groups.flatMap((one) => one.lines).length).toBe(lines.length);
  expect(new Set(groups.map((one) => one.group)).size).toBe(groups.length);
  for (const loss of lossesOfSide(table.game, lines, 0)) expect(table.game.units[loss.unit]?.side).toBe(0);
});

describe('undo to here', () => {
  const game = tinyGame({
    map: new Array<string>(9).fill(','.repeat(9)),
    jp: '0808',
    turns: 3,
    units: [
      { id: 'a', side: 'cn', hex: '0101' },
      { id: 'b', side: 'cn', hex: '0301' },
      { id: 'enemy', side: 'jp', hex: '0707' },
    ],
  });
  const stance = (unit: number, to: 0 | 1 | 2) => ({ type: 'stance', unit, stance: to }) as const;

  test('each order that can be taken back tells how many go with it', async () => {
    const table = new Match('u', Session.start(game, { seed: 'u', fog: false, players: [HUMAN, HUMAN] }));
    for (const to of [1, 2, 0] as const) expect(await table.order(stance(0, to))).toBe(true);
    expect(table.orders.value.map(({ at, undo, wall }) => [at, undo, wall])).toEqual([
      [0, 3, null],
      [1, 2, null],
      [2, 1, null],
    ]);
    expect(table.undo(table.orders.value[1]?.undo)).toBe(true);
    expect(table.session.state.units[0]?.stance).toBe(1);
    expect(table.orders.value.length).toBe(1);
    expect(table.session.reach.redo).toBe(2);
  });

  test('a wall stands after what cannot be taken back, once for a row of the same kind', () => {
    const session = Session.start(game, { seed: 'w', fog: false, players: [HUMAN, HUMAN] });
    for (const to of [1, 2, 0, 1] as const) session.dispatch(stance(0, to));
    const log = session.log.map((entry, i) => ({ ...entry, barrier: i === 1 || i === 2 ? ('die' as const) : null }));
    expect(orderMarks(log, 0, 1).map(({ undo, wall }) => [undo, wall])).toEqual([
      [0, null],
      [0, null],
      [0, 'die'],
      [1, null],
    ]);
  });

  test('there are none in the turn of the other side, nor of turns gone by', async () => {
    const table = new Match('o', Session.start(game, { seed: 'o', fog: false, players: [HUMAN, HUMAN] }));
    await table.order(stance(0, 1));
    await table.order({ type: 'end' });
    expect(table.orders.value).toEqual([]);
    expect(orderMarks(table.session.log, 0, 0)).toEqual([]);
    await table.order(stance(2, 1));
    expect(table.orders.value.map(({ at }) => at)).toEqual([2]);
    expect(orderMarks(table.session.log, 0, 1)).toEqual([]);
  });
});
