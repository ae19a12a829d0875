/** The reasons of a recorded bot found again: over games of both scenarios, and where the record is not the bot's own. */
import { describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bots/bot.ts';
import { createBot } from '../../src/bots/index.ts';
import type { Action } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { digest } from '../../src/core/digest.ts';
import type { Game } from '../../src/core/game.ts';
import { setup } from '../../src/core/setup.ts';
import { SEEN_TYPE, type SideIndex, UNIT_ON_MAP, type View } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import { type Inspection, inspect } from '../../src/play/inspection.ts';
import { botSeed, playout } from '../../src/play/playout.ts';
import type { GameRecord } from '../../src/play/record.ts';
import { Replay } from '../../src/play/replay.ts';
import { shipped } from '../shipped.ts';

const LEVEL = 'regular';
const SEED = 'inspected';

const kunlun = shipped('kunlun-pass');

const seated = (side: SideIndex, level = LEVEL): Bot => createBot(level, botSeed(SEED, side));

function recordOf(game: Game, bots: readonly [Bot, Bot] = [seated(0), seated(1)]): GameRecord {
  return playout(game, { seed: SEED, fog: true, bots, record: true }).record as GameRecord;
}
const record = recordOf(kunlun);

/** A bot of the level that gives up one player turn after some orders. */
function impatient(side: SideIndex, turn: number, patience: number): Bot {
  const bot = seated(side);
  let given = 0;
  return {
    id: LEVEL,
    choose(game, view): Action {
      const action = bot.choose(game, view);
      return view.turn === turn && ++given > patience ? { type: 'end' } : action;
    },
  };
}

interface Looked {
  inspection: Inspection | null;
  shares: number[];
}

function look(game: Game, of: GameRecord, index: number, seat?: (level: string) => Bot | null): Looked {
  const replay = new Replay(game, of);
  const mark = replay.turns[index];
  if (!mark) throw new Error(`no player turn ${index}`);
  const work = inspect(replay, mark, seat ?? ((level) => seated(mark.side, level)));
  const shares: number[] = [];
  for (;;) {
    const step = work.next();
    if (step.done) return { inspection: step.value, shares };
    shares.push(step.value);
  }
}

function found(game: Game, of: GameRecord, index: number, seat?: (level: string) => Bot | null): Inspection {
  const { inspection } = look(game, of, index, seat);
  if (!inspection) throw new Error(`nothing found of player turn ${index}`);
  return inspection;
}

describe.each(['kunlun-pass', 'west-hunan'])('a game of %s', (id) => {
  const game = shipped(id);
  const of = id === 'kunlun-pass' ? record : recordOf(game);
  const { turns } = new Replay(game, of);

  test.each([0, 1, 8, 9, 20, 21])('player turn %i: every order is chosen again and has its reason', (index) => {
    const mark = turns[index];
    const { orders, otherwise, side, begin, before } = found(game, of, index);
    expect({ begin, side, otherwise, before }).toEqual({
      begin: mark?.at,
      side: mark?.side,
      otherwise: null,
      before: 0,
    });
    const end = turns[index + 1]?.at as number;
    expect(orders.map(({ action }) => action)).toEqual(of.actions.slice(begin, end));
    expect(orders.every(({ reason }) => reason !== null && reason.code.length > 0)).toBe(true);
    expect(orders.at(-1)?.reason?.code).toBe('ends');
    if (orders.length > 3) expect(new Set(orders.map(({ reason }) => JSON.stringify(reason))).size).toBeGreaterThan(2);
  });
});

describe('what the side knew', () => {
  test('enemies it never knew by name in the turn are listed, and only those', () => {
    const index = 9;
    const { nameless, side, begin, orders } = found(kunlun, record, index);
    const replay = new Replay(kunlun, record);
    const known = new Set<number>();
    for (const { at } of orders) {
      replay.seek(at);
      replay.state.units.forEach((unit, i) => {
        if (unit.status !== UNIT_ON_MAP || unit.seen >= SEEN_TYPE) known.add(i);
      });
    }
    const enemies = kunlun.bySide[side === 0 ? 1 : 0];
    expect(begin).toBe(replay.turns[index]?.at);
    expect(nameless).toEqual(enemies.filter((unit) => !known.has(unit)));
    expect(nameless.length).toBeGreaterThan(0);
    expect(known.size).toBeGreaterThan(0);
  });

  test('the bot is shown views of its side alone', () => {
    const seen: View[] = [];
    const bot = seated(1);
    const spy: Bot = {
      id: LEVEL,
      choose(game, view) {
        seen.push(view);
        return bot.choose(game, view);
      },
    };
    const { orders } = found(kunlun, record, 9, () => spy);
    expect(seen.length).toBe(orders.length);
    expect(seen.every((view) => view.viewer === 1 && view.seed === '')).toBe(true);
  });
});

describe('a record that is not all the bot’s own', () => {
  const index = 4;
  const patience = 5;
  const cut = recordOf(kunlun, [impatient(0, 3, patience), seated(1)]);
  const { turns } = new Replay(kunlun, cut);
  const begin = turns[index]?.at as number;

  test('names the first order that differs, with reasons up to it and none after', () => {
    expect(turns[index]).toMatchObject({ turn: 3, side: 0 });
    const { orders, otherwise } = found(kunlun, cut, index);
    expect(orders.length).toBe(patience + 1);
    expect(otherwise).toMatchObject({ at: begin + patience, recorded: { type: 'end' } });
    expect(otherwise?.chosen.type).not.toBe('end');
    expect(orders.map(({ reason }) => reason !== null)).toEqual([...Array(patience).fill(true), false]);
  });

  test('a difference ends with its player turn', () => {
    for (const later of [index + 1, index + 2]) expect(found(kunlun, cut, later).otherwise).toBeNull();
  });

  test('another seed is another opponent, and is found out', () => {
    const indexes = [2, 4, 6, 8, 10, 12];
    const differs = indexes.map(
      (at) => found(kunlun, record, at, () => createBot('recruit', 'somebody else')).otherwise,
    );
    expect(differs.some((otherwise) => otherwise !== null)).toBe(true);
  });

  test('orders from before a branch are no difference, and what follows goes on from them', () => {
    const at = begin + patience + 1;
    const parent = { game: 'f'.repeat(16), actions: cut.actions.length, at, digest: cut.digests[at - 1] as string };
    const { otherwise, before, orders } = found(kunlun, { ...cut, parent }, index);
    expect({ otherwise, before }).toEqual({ otherwise: null, before: patience + 1 });
    expect(orders.at(-1)?.reason).toBeNull();
    const middle = { ...cut, parent: { ...parent, at: begin + 2, digest: cut.digests[begin + 1] as string } };
    expect(found(kunlun, middle, index)).toMatchObject({ before: 2, otherwise: { at: begin + patience } });
  });

  test('a record that breaks off in the turn is told as far as it goes', () => {
    const short = {
      ...record,
      actions: record.actions.slice(0, begin + 3),
      digests: record.digests.slice(0, begin + 3),
    };
    const { orders, otherwise } = found(kunlun, short, index);
    expect(orders.length).toBe(3);
    expect(otherwise).toBeNull();
  });

  test('a record that cannot be run on stops there', () => {
    const digests = record.digests.map((digest, i) => (i === begin + 2 ? '0'.repeat(16) : digest));
    expect(found(kunlun, { ...record, digests }, index).orders.length).toBe(3);
    expect(look(kunlun, { ...record, digests }, index + 1).inspection).toBeNull();
  });
});

test('who was not waited for is relieved by the deputy of the record, who knows the turn so far', () => {
  const index = 6;
  const begin = new Replay(kunlun, record).turns[index]?.at as number;
  const asked: string[] = [];
  const levels = (level: string): Bot => {
    const bot = seated(0);
    return {
      id: level,
      choose(game, view) {
        asked.push(level);
        return bot.choose(game, view);
      },
    };
  };
  const deputies = [{ at: begin + 3, level: 'deputy' }];
  const { otherwise, deputy, orders } = found(kunlun, { ...record, deputies }, index, levels);
  expect({ otherwise, deputy }).toEqual({ otherwise: null, deputy: deputies[0] });
  expect(asked.filter((level) => level === LEVEL).length).toBe(3);
  expect(asked.filter((level) => level === 'deputy').length).toBe(orders.length);
});

/** A game that bots of a level take over from ordinary ones after some player turns, up to another. */
function takenOver(level: string, from: number, to: number): GameRecord {
  const { state } = setup(kunlun, { seed: SEED, fog: true });
  const [usual, bots] = [LEVEL, level].map((one) => [seated(0, one), seated(1, one)]) as [Bot[], Bot[]];
  const actions: Action[] = [];
  const digests: string[] = [];
  for (let ends = 0; ends < to; ) {
    const bot = (ends < from ? usual : bots)[state.active] as Bot;
    const action = bot.choose(kunlun, view(kunlun, state, state.active));
    apply(kunlun, state, action);
    actions.push(action);
    digests.push(digest(state));
    if (action.type === 'end') ends++;
  }
  const players: GameRecord['players'] = [
    { kind: 'bot', level },
    { kind: 'bot', level },
  ];
  return { ...record, players, actions, digests };
}

test('a level that weighs courses of action comes to the same choice again, and tells what it weighed', () => {
  const index = 8;
  const { inspection, shares } = look(kunlun, takenOver('elite', index, index + 1), index);
  const { orders, appreciation, otherwise } = inspection as Inspection;
  expect(otherwise).toBeNull();
  expect(orders.every(({ reason }) => reason !== null)).toBe(true);
  expect(appreciation?.courses.length).toBeGreaterThan(1);
  expect(appreciation?.courses.filter(({ chosen }) => chosen).length).toBe(1);
  expect(appreciation?.work).toBeGreaterThan(0);
  expect(shares.length).toBeGreaterThan(orders.length);
}, 120_000);

test('an ordinary staff has its appreciation: tasks with power given, enemies with where and when they were seen', () => {
  const { appreciation, turn } = found(kunlun, record, 9);
  expect(appreciation?.turn).toBe(turn);
  expect(appreciation?.tasks.some(({ given, units }) => given > 0 && units.length > 0)).toBe(true);
  expect(appreciation?.enemies.some(({ seen, age, spread }) => seen && age === 0 && spread === 0)).toBe(true);
});

describe('thinking', () => {
  test('is done before the first order, of the view at the start of the turn, and its progress is handed on', () => {
    const bot = seated(0);
    const pondered: View[] = [];
    const thinker: Bot = {
      id: LEVEL,
      *ponder(_, view) {
        pondered.push(view);
        for (let i = 1; i <= 4; i++) yield i / 4;
      },
      choose: (game, view) => bot.choose(game, view),
    };
    const { shares, inspection } = look(kunlun, record, 6, () => thinker);
    expect(inspection?.otherwise).toBeNull();
    expect(pondered.map(({ turn, viewer }) => [turn, viewer])).toEqual([[4, 0]]);
    expect(shares.length).toBe(4 + (inspection?.orders.length ?? 0));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test('a turn that a person played, or a level that nobody has, gives nothing', () => {
    const alone: GameRecord = { ...record, players: [{ kind: 'human' }, record.players[1]] };
    expect(look(kunlun, alone, 0).inspection).toBeNull();
    expect(look(kunlun, record, 0, () => null).inspection).toBeNull();
  });
});
