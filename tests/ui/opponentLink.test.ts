/** The page and its opponent over a real message channel: seats, plans, weighing told and stopped, silence, death. */
import { expose } from 'comlink';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Bot } from '../../src/bots/bot.ts';
import type { createBot } from '../../src/bots/index.ts';
import type { Reason } from '../../src/bots/reason.ts';
import { apply } from '../../src/core/apply.ts';
import type { View } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import { DEPUTY, OpponentLink, type Seat, type SoFar } from '../../src/ui/app/opponentLink.ts';
import { OpponentDesk } from '../../src/worker/opponentDesk.ts';
import { tinyStart } from '../core/fixture.ts';

const { game, state } = tinyStart({
  map: new Array<string>(3).fill(',,,'),
  turns: 5,
  units: [
    { id: 'a', side: 'cn', hex: '0000' },
    { id: 'x', side: 'jp', hex: '0202' },
  ],
});
/** What is seen at the beginning of three player turns, the first side's, the second's and the first's again. */
const [first, second, third] = [0, 1, 2].map(() => {
  const seen = view(game, state, state.active);
  apply(game, state, { type: 'end' });
  return seen;
}) as [View, View, View];
const SEATS: readonly Seat[] = [
  { level: 'elite', side: 0, seed: 's0', plan: 'free' },
  { level: 'recruit', side: 1, seed: 's1' },
];

/** What the bots were made of and asked, in order. */
let told: string[];
/** How many steps an elite takes to weigh, and what it waits for between them. */
let steps: number;
let between: () => void;
let links: OpponentLink[];
/** How many workers there were. */
let workers: number;

beforeEach(() => {
  told = [];
  steps = 3;
  between = () => undefined;
  links = [];
  workers = 0;
  // Each step of weighing is as long as a slice.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 100;
    return now;
  });
});

afterEach(() => {
  for (const link of links) link.close();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** By which one tells who has decided. */
const REASONS: Record<string, Reason> = {
  elite: { code: 'marches' },
  regular: { code: 'rests' },
  recruit: { code: 'byLot' },
};

/** Bots that only say who they are; an elite weighs. */
const create: typeof createBot = (level, seed, options = {}) => {
  told.push(`${level} ${seed} ${options.plan ?? 'usual'}`);
  const bot: Bot = {
    id: level,
    reason: REASONS[level] as Reason,
    choose(_game, seen) {
      told.push(`${level} chooses ${seen.turn}.${seen.active}`);
      return { type: 'stance', unit: 0, stance: 1 };
    },
  };
  if (level !== 'elite') return bot;
  bot.ponder = function* ponder(): Generator<number, void> {
    for (let step = 1; step <= steps; step++) {
      between();
      yield step / steps;
    }
    told.push(`${level} has weighed`);
  };
  return bot;
};

/** A worker that is none: the desk at the other end of a channel. */
function worker(): Worker {
  workers++;
  const { port1, port2 } = new MessageChannel();
  const desk = new OpponentDesk(create);
  expose(desk, port2);
  const terminate = (): void => {
    desk.stop();
    port1.close();
    port2.close();
  };
  return Object.assign(port1, { terminate }) as unknown as Worker;
}

function link(soFar?: SoFar, make = worker): OpponentLink {
  const made = new OpponentLink(game.data, SEATS, soFar, make);
  links.push(made);
  return made;
}

test('bots are seated with their level, seed and plan when their turn comes', async () => {
  const one = link();
  expect(await one.choose(0, first)).toEqual({
    action: { type: 'stance', unit: 0, stance: 1 },
    reason: REASONS['elite'],
    deputy: null,
  });
  await one.choose(1, second);
  expect(told.filter((line) => /^\w+ s\d/.test(line))).toEqual(['elite s0 free', 'recruit s1 usual']);
});

test('weighing is told as it goes on, once a player turn, before the first order', async () => {
  const one = link();
  const shares: number[] = [];
  await one.choose(0, first, (share) => shares.push(share));
  expect(shares).toEqual([1 / 3, 2 / 3, 1]);
  await one.choose(0, first, () => expect.fail('it has weighed'));
  await one.choose(1, second, () => expect.fail('it weighs nothing'));
  await one.choose(0, third, (share) => shares.push(share));
  expect(shares).toEqual([1 / 3, 2 / 3, 1, 1 / 3, 2 / 3, 1]);
  expect(told.filter((line) => line.startsWith('elite'))).toEqual([
    'elite s0 free',
    'elite has weighed',
    'elite chooses 1.0',
    'elite chooses 1.0',
    'elite has weighed',
    'elite chooses 2.0',
  ]);
});

describe('stopped', () => {
  test('the deputy decides the rest of the player turn, with the same seed and plan, and no longer', async () => {
    steps = 1000;
    const one = link();
    let heard = 0;
    const answer = await one.choose(0, first, () => {
      heard++;
      one.stopWeighing();
    });
    expect(heard).toBeLessThan(20);
    expect(answer).toMatchObject({ deputy: DEPUTY, reason: REASONS[DEPUTY] });
    expect(await one.choose(0, first)).toMatchObject({ deputy: DEPUTY });
    steps = 2;
    await one.choose(1, second);
    expect(await one.choose(0, third)).toMatchObject({ deputy: null, reason: REASONS['elite'] });
    expect(told).toEqual([
      'elite s0 free',
      'regular s0 free',
      'regular chooses 1.0',
      'regular chooses 1.0',
      'recruit s1 usual',
      'recruit chooses 1.1',
      'elite s0 free',
      'elite has weighed',
      'elite chooses 2.0',
    ]);
    expect(workers).toBe(1);
  });

  test('without anything to stop nothing happens', async () => {
    const one = link();
    one.stopWeighing();
    await one.choose(0, first);
    one.stopWeighing();
    expect(await one.choose(0, first)).toMatchObject({ deputy: null });
    expect(await one.choose(1, second)).toMatchObject({ deputy: null });
    expect(await one.choose(0, third)).toMatchObject({ deputy: null });
  });
});

describe('in the middle of a player turn', () => {
  test('a new link shows the turn so far to whoever decided in it', async () => {
    const own = link({ seen: [first, first], deputed: false });
    expect(await own.choose(0, first)).toMatchObject({ deputy: null });
    expect(told).toEqual(['elite s0 free', 'elite has weighed', ...new Array(3).fill('elite chooses 1.0')]);
    told = [];
    const deputed = link({ seen: [first, first], deputed: true });
    expect(await deputed.choose(0, first)).toMatchObject({ deputy: DEPUTY });
    expect(told).toEqual(['regular s0 free', ...new Array(3).fill('regular chooses 1.0')]);
    expect(await deputed.choose(0, third)).toMatchObject({ deputy: null });
  });

  test('a worker that died is followed by one that has seen the turn so far', async () => {
    const made: Worker[] = [];
    const one = link(undefined, () => {
      made.push(worker());
      return made.at(-1) as Worker;
    });
    await one.choose(0, first);
    between = () => {
      between = () => undefined;
      (made[0] as Worker).dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    };
    await expect(one.choose(0, third)).rejects.toThrow('out of memory');
    told = [];
    await one.choose(0, third);
    expect(workers).toBe(2);
    expect(told).toEqual(['elite s0 free', 'elite has weighed', 'elite chooses 2.0']);
  });
});

describe('patience', () => {
  const PATIENCE = 30_000;
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });

  test('counts from the last report: weighing may take longer than it', async () => {
    steps = 5;
    const one = link();
    const shares: number[] = [];
    // Between two reports just less than the patience passes.
    await one.choose(0, first, (share) => {
      shares.push(share);
      vi.advanceTimersByTime(PATIENCE - 1);
    });
    expect(shares).toHaveLength(5);
  });

  test('ends with a worker that says nothing, and another is asked', async () => {
    steps = 3;
    const one = link();
    const late = one.choose(0, first, () => vi.advanceTimersByTime(PATIENCE));
    await expect(late).rejects.toThrow('gave no answer');
    expect(await one.choose(0, first)).toMatchObject({ reason: REASONS['elite'] });
    expect(workers).toBe(2);
  });
});

test('closing ends the worker in the middle of its weighing', async () => {
  steps = 1_000_000;
  const one = link();
  let reports = 0;
  await new Promise<void>((resolve) => {
    void one.choose(0, first, () => {
      if (++reports < 3) return;
      one.close();
      resolve();
    });
  });
  const then = reports;
  await new Promise((resolve) => setImmediate(resolve));
  expect(reports).toBe(then);
});
