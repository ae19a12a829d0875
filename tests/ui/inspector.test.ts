/** The bot inspector of a replay: what it shows to whom, what it asks for and keeps, and what it points out on the map. */
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Tasking } from '../../src/bots/appreciation.ts';
import { createBot } from '../../src/bots/index.ts';
import { coursesOf } from '../../src/bots/search/courses.ts';
import { setup } from '../../src/core/setup.ts';
import { view } from '../../src/core/view.ts';
import { type Inspection, inspect } from '../../src/play/inspection.ts';
import { botSeed, playout } from '../../src/play/playout.ts';
import type { GameRecord, Player } from '../../src/play/record.ts';
import { Replay } from '../../src/play/replay.ts';
import { Inspector, placeOfOrder } from '../../src/ui/app/inspector.ts';
import type { Thinker } from '../../src/ui/app/inspectorLink.ts';
import type { CatalogueEntry } from '../../src/ui/app/load.ts';
import { ReplayDesk } from '../../src/ui/app/replayDesk.ts';
import { courseText } from '../../src/ui/panels/inspector/planText.ts';
import { LANGUAGES, speak } from '../../src/ui/text/intl.ts';
import { namesOf } from '../../src/ui/text/names.ts';
import { kunlunPass } from '../kunlun-pass.ts';

const game = kunlunPass();
const SEED = 'asked';
const bots = [createBot('regular', botSeed(SEED, 0)), createBot('regular', botSeed(SEED, 1))] as const;
const record = playout(game, { seed: SEED, fog: true, bots, record: true }).record as GameRecord;
const PERSON: Player = { kind: 'human' };
const [CHINESE, JAPANESE] = record.players;
const { turns } = new Replay(game, record);
const beginOf = (index: number): number => turns[index]?.at as number;

interface Request {
  index: number;
  tell: (share: number) => void;
  answer: (found: Inspection | null) => void;
  fail: (error: Error) => void;
}

/** A thinker that answers when the test says so. */
class Waiting implements Thinker {
  readonly requests: Request[] = [];
  stops = 0;

  inspect(index: number, tell: (share: number) => void): Promise<Inspection | null> {
    return new Promise((answer, fail) => this.requests.push({ index, tell, answer, fail }));
  }

  stop(): void {
    this.stops++;
  }

  get last(): Request {
    const found = this.requests.at(-1);
    if (!found) throw new Error('nothing was asked');
    return found;
  }
}

const thought = new Map<number, Inspection>();

/** What the worker would answer. */
function answerTo(index: number): Inspection {
  const kept = thought.get(index);
  if (kept) return kept;
  const replay = new Replay(game, record);
  const mark = replay.turns[index];
  if (!mark) throw new Error(`no player turn ${index}`);
  const work = inspect(replay, mark, (level) => createBot(level, botSeed(SEED, mark.side)));
  for (;;) {
    const step = work.next();
    if (!step.done) continue;
    if (!step.value) throw new Error('nothing found');
    thought.set(index, step.value);
    return step.value;
  }
}

interface Opened {
  desk: ReplayDesk;
  inspector: Inspector;
  thinker: Waiting;
}

function opened(players: GameRecord['players'] = record.players, underWay = false): Opened {
  const desk = new ReplayDesk(
    { id: 'kunlun-pass' } as CatalogueEntry,
    new Replay(game, { ...record, players }),
    underWay,
  );
  desk.cancel();
  const thinker = new Waiting();
  const inspector = new Inspector(desk, thinker);
  onTestFinished(() => {
    inspector.close();
    desk.close();
  });
  return { desk, inspector, thinker };
}

const asked = (thinker: Waiting, count: number) => expect.poll(() => thinker.requests.length).toBe(count);
const state = (inspector: Inspector) => expect.poll(() => inspector.work.value.state);

/** An open inspector with the reasons of a player turn. */
async function found(index: number): Promise<Opened & { inspection: Inspection }> {
  const all = opened();
  all.desk.seek(beginOf(index));
  all.inspector.open.value = true;
  await asked(all.thinker, 1);
  const inspection = answerTo(index);
  all.thinker.last.answer(inspection);
  await state(all.inspector).toBe('done');
  return { ...all, inspection };
}

describe('to whom', () => {
  test('a game that no computer played has nothing to offer', () => {
    expect(opened([PERSON, PERSON]).inspector.isOffered).toBe(false);
    expect(opened([PERSON, JAPANESE]).inspector.isOffered).toBe(true);
  });

  test('the umpire and its own side see into a computer’s turn, the other side does not', () => {
    const { desk, inspector } = opened();
    expect(inspector.mark.side).toBe(0);
    for (const [eyes, standing] of [
      [null, 'open'],
      [0, 'open'],
      [1, 'otherEyes'],
    ] as const) {
      desk.eyes.value = eyes;
      expect(inspector.standing.value).toBe(standing);
    }
    desk.seek(beginOf(1));
    expect(inspector.standing.value).toBe('open');
  });

  test('the other side’s eyes ask for nothing and are shown nothing that is known already', async () => {
    const { desk, inspector, thinker } = await found(4);
    desk.eyes.value = 1;
    expect(inspector.work.value).toEqual({ state: 'idle' });
    expect(inspector.pointed.value).toBeNull();
    desk.seek(beginOf(6));
    desk.eyes.value = null;
    await asked(thinker, 2);
    desk.eyes.value = 1;
    expect(inspector.work.value).toEqual({ state: 'idle' });
  });

  test('a turn that a person played is said to be one', () => {
    const { desk, inspector } = opened([PERSON, JAPANESE]);
    expect(inspector.standing.value).toBe('person');
    desk.seek(beginOf(1));
    expect(inspector.standing.value).toBe('open');
  });

  test('while a person still plays against it nothing is told; two computers may be watched', async () => {
    const { desk, inspector, thinker } = opened([PERSON, JAPANESE], true);
    inspector.open.value = true;
    for (const at of [1, 3]) {
      desk.seek(beginOf(at));
      expect(inspector.standing.value).toBe('underWay');
      expect(inspector.work.value).toEqual({ state: 'idle' });
    }
    expect(thinker.requests).toEqual([]);
    expect(opened([CHINESE, JAPANESE], true).inspector.standing.value).toBe('open');
  });

  test('a game of other rules cannot be thought over', () => {
    const other = { ...record, rules: 7 };
    const desk = new ReplayDesk({ id: 'kunlun-pass' } as CatalogueEntry, new Replay(game, other));
    expect(desk.inspector.standing.value).toBe('otherRules');
    desk.close();
  });
});

describe('thinking over', () => {
  test('begins when it is opened, tells how far it is, and is kept', async () => {
    const { desk, inspector, thinker } = opened();
    desk.seek(beginOf(4) + 2);
    expect(inspector.work.value.state).toBe('idle');
    inspector.open.value = true;
    await asked(thinker, 1);
    expect(thinker.last.index).toBe(4);
    thinker.last.tell(0.4);
    expect(inspector.work.value).toEqual({ state: 'running', share: 0.4 });
    thinker.last.answer(answerTo(4));
    await state(inspector).toBe('done');
    inspector.open.value = false;
    inspector.open.value = true;
    desk.seek(beginOf(5));
    await asked(thinker, 2);
    thinker.last.answer(answerTo(5));
    await state(inspector).toBe('done');
    desk.seek(beginOf(4));
    expect(inspector.work.value).toEqual({ state: 'done', inspection: answerTo(4) });
    expect(thinker.requests.length).toBe(2);
    expect(thinker.stops).toBe(0);
  });

  test('a turn left in the middle of it is dropped, and what comes of it late is not shown', async () => {
    const { desk, inspector, thinker } = opened();
    inspector.open.value = true;
    await asked(thinker, 1);
    const late = thinker.last;
    desk.seek(beginOf(4));
    expect(thinker.stops).toBe(1);
    late.tell(0.9);
    late.answer(answerTo(0));
    await asked(thinker, 2);
    expect(inspector.work.value).toEqual({ state: 'running', share: 0 });
    expect(thinker.last.index).toBe(4);
  });

  test('turns that are only passed are not thought over', async () => {
    const { desk, inspector, thinker } = opened();
    inspector.open.value = true;
    for (let index = 0; index < 9; index++) desk.seek(beginOf(index));
    await asked(thinker, 1);
    expect(thinker.last.index).toBe(8);
  });

  test('can be called off, and begun again', async () => {
    const { inspector, thinker } = opened();
    inspector.open.value = true;
    await asked(thinker, 1);
    inspector.cancel();
    expect(thinker.stops).toBe(1);
    expect(inspector.work.value.state).toBe('cancelled');
    inspector.again();
    expect(thinker.requests.length).toBe(2);
    thinker.last.answer(answerTo(0));
    await state(inspector).toBe('done');
  });

  test('a breakdown is told with its reason, nobody to ask as well', async () => {
    const { inspector, thinker } = opened();
    inspector.open.value = true;
    await asked(thinker, 1);
    thinker.last.fail(new Error('out of paper'));
    await expect.poll(() => inspector.work.value).toEqual({ state: 'failed', reason: 'out of paper' });
    inspector.again();
    thinker.last.answer(null);
    await state(inspector).toBe('none');
  });
});

describe('what is shown', () => {
  test('the last order given is marked, and its units are pointed out', async () => {
    const { desk, inspector, inspection } = await found(4);
    const { orders, begin } = inspection;
    expect(inspector.current.value).toBe(-1);
    expect(inspector.pointed.value).toBeNull();
    const at = orders.findIndex(({ action }) => action.type === 'move');
    const order = orders[at];
    if (order?.action.type !== 'move') throw new Error('nobody marches');
    inspector.goTo(order);
    expect(desk.at.value).toBe(begin + at + 1);
    expect(inspector.current.value).toBe(at);
    expect(inspector.pointed.value).toEqual({ units: [order.action.unit], arrows: [] });
    expect(placeOfOrder(order.action, desk.seen.value.view)).toBe(order.action.path.at(-1));
    expect(desk.seen.value.view.units[order.action.unit]?.hex).toBe(order.action.path.at(-1));
    desk.step(1);
    expect(inspector.current.value).toBe(at + 1);
  });

  test('the end of the turn is shown by the moment before it', async () => {
    const { desk, inspector, inspection } = await found(4);
    inspector.goTo(inspection.orders.at(-1) as Inspection['orders'][number]);
    expect(desk.at.value).toBe(beginOf(5) - 1);
    expect(inspector.turn.value).toBe(4);
  });

  test('a task that is picked is pointed out with an arrow from each of its units, until it is let go', async () => {
    const { desk, inspector, inspection } = await found(4);
    const hexes = desk.seen.value.view.units.map(({ hex }) => hex);
    const [first, second, third] = game.bySide[0].filter((unit) => (hexes[unit] ?? -1) >= 0) as [
      number,
      number,
      number,
    ];
    const hex = hexes[third] as number;
    const task: Tasking = {
      kind: 'attack',
      hex,
      worth: 90,
      need: 5,
      given: 4,
      units: [first, third],
      support: [second],
    };
    const made = { turn: 3, plan: null, main: hex, tasks: [task], enemies: [], unlocated: 0, courses: [], work: 0 };
    inspection.appreciation = { ...made };
    inspector.pickTask(0);
    expect(inspector.pointed.value?.units).toEqual([first, third, second]);
    expect(inspector.pointed.value?.arrows).toEqual([
      { from: hexes[first], to: hex, kind: 'assault' },
      { from: hexes[second], to: hex, kind: 'support' },
    ]);
    desk.step(1);
    expect(inspector.task.value).toBe(0);
    inspector.pickTask(0);
    expect(inspector.task.value).toBeNull();
    inspector.pickTask(0);
    desk.seek(beginOf(6));
    expect(inspector.task.value).toBeNull();
  });

  test('its own eyes have no names for enemies it did not know; the umpire has', async () => {
    const { desk, inspector, inspection } = await found(4);
    const enemy = inspection.nameless[0] as number;
    const name = desk.names.unit(enemy);
    expect(inspector.namesFor(inspection).unit(enemy)).toBe(name);
    desk.eyes.value = 0;
    expect(inspector.namesFor(inspection).unit(enemy)).not.toBe(name);
    const known = game.bySide[1].find((unit) => !inspection.nameless.includes(unit)) as number;
    expect(inspector.namesFor(inspection).unit(known)).toBe(desk.names.unit(known));
  });

  test('one goes from turn to turn of the computer that may be seen', () => {
    const { desk, inspector } = opened([PERSON, JAPANESE]);
    expect(inspector.turnBeside(-1)).toBeNull();
    inspector.seekTurn(1);
    expect(inspector.turn.value).toBe(1);
    inspector.seekTurn(1);
    expect(inspector.turn.value).toBe(3);
    desk.eyes.value = 0;
    expect(inspector.turnBeside(1)).toBeNull();
  });
});

test.each(LANGUAGES)('every course of action that is weighed has words in %s', async (language) => {
  await speak(language);
  onTestFinished(() => speak('en'));
  const scope = { mains: 99, prices: true };
  const { state } = setup(game, { seed: SEED, fog: true });
  for (const side of [0, 1] as const) {
    const courses = coursesOf(game, view(game, state, side), scope, null);
    expect(courses.length).toBeGreaterThan(1);
    for (const { id: course, plan } of courses) {
      const promised = { margin: 0, error: 0, samples: 1, chosen: false };
      const text = courseText(game, namesOf(game), { course, plan, ...promised });
      expect(course).not.toContain(text);
    }
  }
});
