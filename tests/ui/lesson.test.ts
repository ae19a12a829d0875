/** Lessons: every step of every shipped lesson can be done, and the way on, back, past and round again. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createBot } from '../../src/bots/index.ts';
import { compile, type Game } from '../../src/core/game.ts';
import { parseHex } from '../../src/core/hex.ts';
import { botSeed } from '../../src/play/playout.ts';
import { Session } from '../../src/play/session.ts';
import { parseLesson, parseScenarioTexts } from '../../src/scenario/load.ts';
import {
  LESSON_PARTS,
  type LessonCondition,
  type LessonData,
  type LessonFact,
} from '../../src/scenario/shapes/lesson.ts';
import { Lesson } from '../../src/ui/app/lesson.ts';
import { hexOf } from '../../src/ui/app/lessonFacts.ts';
import { readMemory, remembered } from '../../src/ui/app/lessonShelf.ts';
import { Match } from '../../src/ui/app/match.ts';
import { click, IDLE, select } from '../../src/ui/app/model.ts';
import { OVERLAYS } from '../../src/ui/app/overlays.ts';
import { tickAll } from '../../src/ui/app/target.ts';
import messages from '../../src/ui/locales/en/index.ts';
import { TABS } from '../../src/ui/screens/sidePanel.tsx';
import { speak } from '../../src/ui/text/intl.ts';
import { scenarioTexts, shippedIds } from '../scenario/files.ts';

beforeAll(() => speak('en'));

const lessons = shippedIds().filter((id) => scenarioTexts(id).lesson !== undefined);

function load(id: string): { game: Game; data: LessonData } {
  const found = parseScenarioTexts(scenarioTexts(id));
  if (!found.ok || !found.data.lesson) throw new Error('no lesson');
  return { game: compile(found.data.data), data: found.data.lesson };
}

/** A learner at the table: the game, the lesson, and what of the page is open. */
function sitDown(id: string, at: string | null = null, seed?: string) {
  const { game, data } = load(id);
  const side = game.sideIndex.get(data.side) as 0 | 1;
  const bot = { kind: 'bot', level: data.level } as const;
  const players = [{ kind: 'human' } as const, bot] as const;
  const session = Session.start(game, {
    seed: seed ?? data.seed,
    fog: data.fog,
    players: side === 0 ? [players[0], players[1]] : [players[1], players[0]],
  });
  const match = new Match('game', session);
  const page = { overlay: null as string | null, tab: 'field' };
  const lesson = new Lesson(data, match, { overlay: () => page.overlay, tab: () => page.tab }, at);
  lesson.begin();
  const foe = createBot(data.level, botSeed(seed ?? data.seed, (1 - side) as 0 | 1));
  const unit = (name: string): number => game.units.findIndex((one) => one.id === name);
  const hex = (text: string): number => parseHex(game.cols, game.rows, text);
  return {
    game,
    match,
    lesson,
    page,
    unit,
    hex,
    now: (): string => lesson.step.value.id,
    /** The page says that something else is open: signals outside this test would have told the lesson. */
    turnPage(next: Partial<typeof page>): void {
      Object.assign(page, next);
      match.interaction.value = { ...match.interaction.value };
    },
    select(name: string): void {
      match.interaction.value = select(match.seen.value, match.interaction.value, [unit(name)]);
    },
    async press(to: number, act = false): Promise<void> {
      await match.take(
        click(match.seen.value, match.interaction.value, { hex: to, unit: -1, act, more: false, all: false }),
      );
    },
    async endTurn(): Promise<void> {
      await match.order({ type: 'end' });
      while (!session.state.over && session.state.active !== side)
        await match.playBot(foe.choose(game, session.view(session.state.active as 0 | 1)));
    },
  };
}

type Learner = ReturnType<typeof sitDown>;

const factsOf = (when: LessonCondition | undefined): LessonFact[] =>
  !when ? [] : when.type === 'all' || when.type === 'any' ? when.conditions : [when];

/** Does what the shown step asks for, as its own data say. */
async function obey(learner: Learner): Promise<void> {
  const { lesson, match, unit, hex } = learner;
  const { done, about } = lesson.step.value;
  const asked = factsOf(done)[0];
  const spot = (at: { hex: string } | { place: string } | { unit: string }): number =>
    'hex' in at
      ? hex(at.hex)
      : 'place' in at
        ? (learner.game.places[learner.game.placeIndex.get(at.place) ?? -1]?.hex ?? -1)
        : (match.seen.value.view.units[unit(at.unit)]?.hex ?? -1);
  /** Plans an attack with everyone who stands beside the hex. */
  const plan = async (at: Parameters<typeof spot>[0], everyone: boolean): Promise<void> => {
    const to = spot(at);
    const able = match.game.bySide[lesson.side].filter((one) =>
      Array.from({ length: 6 }, (_, d) => match.game.neighbours[to * 6 + d]).includes(
        match.seen.value.view.units[one]?.hex ?? -1,
      ),
    );
    match.interaction.value = select(match.seen.value, IDLE, about?.unit ? [unit(about.unit)] : able.slice(0, 1));
    await learner.press(to);
    const { target } = match.interaction.value;
    if (everyone && target)
      match.interaction.value = { ...match.interaction.value, target: tickAll(target, 'attackers', true) };
  };
  if (!asked) return lesson.next();
  switch (asked.type) {
    case 'looked':
      return lesson.look();
    case 'selected':
      return learner.select(asked.unit);
    case 'path':
      learner.select(asked.unit);
      return learner.press(hex(asked.hex));
    case 'at':
      learner.select(asked.unit);
      return learner.press(hex(asked.hex), true);
    case 'overlay':
      return learner.turnPage({ overlay: asked.overlay });
    case 'tab':
      return learner.turnPage({ tab: asked.tab });
    case 'undone':
      match.undo();
      return;
    case 'redone':
      match.redo();
      return;
    case 'planned': {
      await plan(asked.at, asked.attackers > 1 || asked.advance !== undefined);
      const { target } = match.interaction.value;
      if (asked.advance !== undefined && target)
        match.interaction.value = { ...match.interaction.value, target: { ...target, advance: asked.advance } };
      return;
    }
    case 'assaulted': {
      if (!match.interaction.value.target) await plan(asked.at, true);
      const { target } = match.interaction.value;
      if (!target) throw new Error('no attack was planned');
      const ticked = (list: typeof target.attackers) => list.filter((one) => one.ticked).map((one) => one.unit);
      expect(
        await match.order({
          type: 'assault',
          units: ticked(target.attackers),
          support: ticked(target.support),
          hex: target.hex,
          advance: target.advance,
        }),
      ).toBe(true);
      return;
    }
    case 'flown': {
      const to = asked.at ? spot(asked.at) : 0;
      const formation = match.game.data.air.formations.findIndex(
        (one) => one.side === lesson.data.side && one.missions.includes(asked.mission),
      );
      const sorties = match.seen.value.view.air[formation]?.sorties ?? 0;
      expect(await match.order({ type: 'air', formation, mission: asked.mission, hex: to, sorties })).toBe(true);
      return;
    }
    case 'turn':
    case 'nextTurn':
      return learner.endTurn();
    default:
      throw new Error(`nothing to do about ${asked.type}`);
  }
}

describe.each(lessons)('the lesson of %s', (id) => {
  test('every step can be done as it asks, in order, and the last one ends it', async () => {
    const learner = sitDown(id);
    const { lesson } = learner;
    const shown: string[] = [];
    for (let n = 0; n < 200 && !lesson.finished.value; n++) {
      const step = learner.now();
      shown.push(step);
      await obey(learner);
      if (learner.now() === step && !lesson.finished.value) throw new Error(`"${step}" was obeyed and is not done`);
    }
    expect(lesson.finished.value).toBe(true);
    const moot = lesson.data.steps.filter((step) => !shown.includes(step.id));
    expect(moot.filter((step) => !step.moot)).toEqual([]);
    expect(shown.length).toBeGreaterThan(20);
    expect(learner.match.session.state.over).toBe(false);
  });

  test('who follows it wins what it asks for', async () => {
    const learner = sitDown(id);
    for (let n = 0; n < 200 && !learner.lesson.finished.value; n++) await obey(learner);
    const { side } = learner.lesson;
    while (!learner.match.session.state.over) await learner.endTurn();
    const grade = learner.match.session.state.result?.grade;
    const { grades } = learner.game.data.scenario.victory;
    expect(grades.find((one) => one.id === grade)?.winner).toBe(learner.game.data.scenario.sides[side]?.id);
  });

  test.each(['jiutang', 'qitang', 'wutang', 'chenping'])(
    'the dice of "%s" change the way, not that it ends',
    async (seed) => {
      const { lesson, ...learner } = sitDown(id, null, seed);
      for (let n = 0; n < 200 && !lesson.finished.value; n++) await obey({ lesson, ...learner });
      expect(lesson.finished.value).toBe(true);
    },
  );

  test('every step can be skipped, without touching the game', () => {
    const learner = sitDown(id);
    const { lesson, match } = learner;
    for (let n = 0; n < 200 && !lesson.finished.value; n++) lesson.next();
    expect(lesson.finished.value).toBe(true);
    expect(match.session.log).toEqual([]);
  });

  test('its words, overlays and tabs are those of the page, its level is one of the bots', () => {
    const { data } = load(id);
    const known = Object.keys(messages);
    for (const { words, done, moot } of data.steps) {
      if (words !== undefined)
        for (const part of ['title', 'text']) expect(known).toContain(`lesson.words.${words}.${part}`);
      for (const fact of [...factsOf(done), ...factsOf(moot)]) {
        if (fact.type === 'overlay') expect(OVERLAYS).toContain(fact.overlay);
        if (fact.type === 'tab') expect(TABS).toContain(fact.tab);
      }
    }
    expect(() => createBot(data.level, 'x')).not.toThrow();
  });
});

describe('the way through', () => {
  const [first = ''] = lessons;

  test('back reads an earlier step again; what is done there does not count; on leads back to where one was', async () => {
    const learner = sitDown(first);
    const { lesson } = learner;
    lesson.next();
    lesson.next();
    const at = lesson.reached.value;
    lesson.back();
    expect([lesson.shown.value, lesson.reached.value, lesson.isTask]).toEqual([at - 1, at, false]);
    lesson.look();
    expect(lesson.reached.value).toBe(at);
    lesson.next();
    expect(lesson.shown.value).toBe(at);
  });

  test('what is done while an earlier step is shown takes the lesson on', async () => {
    const learner = sitDown(first, 'select');
    learner.lesson.back();
    learner.select('b_2');
    expect(learner.now()).toBe('card');
  });

  test('it goes on from the step that is remembered, and from the first when that is gone', () => {
    expect(sitDown(first, 'path').now()).toBe('path');
    expect(sitDown(first, 'no such step').now()).toBe('welcome');
  });

  test('a step with nothing to teach is passed over', async () => {
    const learner = sitDown(first, 'digest');
    // Nobody was cut off: it is the first day.
    learner.lesson.next();
    expect(learner.now()).toBe('approach');
  });

  test('what did not come off is tried again on another day, but not by who skips it', async () => {
    const learner = sitDown(first, 'luck');
    learner.lesson.next();
    expect(learner.now()).toBe('not-yet');
    await learner.endTurn();
    expect(learner.now()).toBe('once-more');
    expect(learner.lesson.isTask).toBe(true);
    learner.lesson.next();
    expect(learner.now()).toBe('victory');
  });

  test('it points at units where they are known to stand, and not at those that are not seen', async () => {
    const learner = sitDown(first, 'end-1');
    const { lesson, match } = learner;
    expect(hexOf(match.seen.value, { unit: 'r_co' })).toBe(-1);
    await learner.endTurn();
    lesson.next();
    learner.select('b_1');
    expect(learner.now()).toBe('why');
    expect(lesson.hexes).toEqual([match.session.state.units[learner.unit('r_co')]?.hex]);
  });

  test('its words are filled with names', () => {
    const { lesson } = sitDown(first, 'approach');
    expect(lesson.values).toMatchObject({
      unit: 'II Battalion, 1 Regiment',
      enemy: '9 Company, 2 Regiment',
      side: 'Blue',
      foe: 'Red',
    });
  });
});

describe('parts of the page', () => {
  const folder = join(import.meta.dirname, '../../src/ui');
  const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

  test.each(LESSON_PARTS.filter((part) => !part.startsWith('tab.')))('"%s" is marked', (part) => {
    expect(code).toMatch(new RegExp(`(data-)?part="${part}"`));
  });

  test('every tab is marked by its name', () => {
    expect(code).toMatch(/data-part=\{`tab\.\$\{id\}`\}/);
    const tabs = LESSON_PARTS.filter((part) => part.startsWith('tab.')).map((part) => part.slice(4));
    expect(TABS).toEqual(expect.arrayContaining(tabs));
  });
});

describe('what is remembered', () => {
  test('the last games keep their step, and a finished lesson is known as such', () => {
    let memory = readMemory(null);
    for (let n = 0; n < 20; n++)
      memory = remembered(memory, { game: `g${n}`, step: `s${n}`, scenario: 'lesson', ended: n === 3 });
    expect(memory.finished).toEqual(['lesson']);
    expect(memory.steps).toHaveLength(12);
    expect(memory.steps.at(-1)).toEqual(['g19', 's19']);
    expect(readMemory(JSON.stringify(memory))).toEqual(memory);
  });

  test.each(['', '[', '7', '{"finished":3,"steps":[["a"],[1,2]]}'])('nonsense (%s) is nothing', (text) => {
    expect(readMemory(text)).toEqual({ finished: [], steps: [] });
  });
});

describe('faults of a lesson', () => {
  const faults = (spoil: (lesson: LessonData) => void): string[] => {
    const found = parseScenarioTexts(scenarioTexts(lessons[0] ?? ''));
    if (!found.ok || !found.data.lesson) throw new Error('no lesson');
    const lesson = structuredClone(found.data.lesson);
    spoil(lesson);
    const parsed = parseLesson(found.data.data, lesson);
    return parsed.ok ? [] : parsed.problems.map(({ code, path }) => `${code} ${path}`);
  };
  const step = (lesson: LessonData, id: string): LessonData['steps'][number] => {
    const found = lesson.steps.find((one) => one.id === id);
    if (!found) throw new Error(`no step ${id}`);
    return found;
  };
  const at = (id: string): number => load(lessons[0] ?? '').data.steps.findIndex((one) => one.id === id);

  test('there are none as it is shipped', () => {
    expect(faults(() => undefined)).toEqual([]);
  });

  test.each<[string, string, (lesson: LessonData) => void]>([
    ['mixed-files', 'lesson.id', (one) => Object.assign(one, { id: 'other' })],
    ['unknown-side', 'lesson.side', (one) => Object.assign(one, { side: 'green' })],
    ['duplicate-id', 'lesson.steps[1].id', (one) => Object.assign(one.steps[1] as object, { id: 'welcome' })],
    ['missing', 'lesson.steps[0]', (one) => delete one.steps[0]?.words],
    [
      'unknown-unit',
      'lesson.steps[2].done.unit',
      (one) => Object.assign(step(one, 'select').done as object, { unit: 'x' }),
    ],
    ['off-map', 'lesson.steps[4].done.hex', (one) => Object.assign(step(one, 'path').done as object, { hex: '9999' })],
    [
      'unknown-place',
      'lesson.steps[0].point[0].place',
      (one) => Object.assign(step(one, 'welcome'), { point: [{ place: 'x' }] }),
    ],
    ['choice', 'lesson.steps[0].point[0]', (one) => Object.assign(step(one, 'welcome'), { point: [{ part: 'x' }] })],
    [
      'unknown-unit',
      'lesson.steps[0].about.enemy',
      (one) => Object.assign(step(one, 'welcome'), { about: { enemy: 'x' } }),
    ],
  ])('%s at %s', (code, path, spoil) => {
    expect(faults(spoil)).toContain(`${code} ${path}`);
  });

  test('a retry leads to an earlier step', () => {
    const path = `lesson.steps[${at('victory')}].retry.to`;
    expect(faults((one) => Object.assign(step(one, 'victory').retry as object, { to: 'farewell' }))).toContain(
      `unknown-step ${path}`,
    );
  });
});
