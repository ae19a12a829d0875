/** The computer's reasons in words: every code in every language, and those of real player turns of the shipped scenarios. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBot } from '../../src/bots/index.ts';
import { MOTIVES, REASON_CODES, type Reason } from '../../src/bots/reason.ts';
import type { TaskKind } from '../../src/bots/tasks.ts';
import { apply } from '../../src/core/apply.ts';
import type { Game } from '../../src/core/game.ts';
import { setup } from '../../src/core/setup.ts';
import type { SideIndex } from '../../src/core/state.ts';
import { glance } from '../../src/core/view.ts';
import { LANGUAGES, speak, t } from '../../src/ui/text/intl.ts';
import { namesOf } from '../../src/ui/text/names.ts';
import { reasonText } from '../../src/ui/text/reasons.ts';
import { keepWords } from '../../src/ui/text/words.ts';
import { tinyGame } from '../core/fixture.ts';
import { shipped } from '../shipped.ts';

const BROKEN = /undefined|NaN|null|\[object|\bInfinity\b|[{}]|reasons\.|\?/;
const TASKS: readonly TaskKind[] = ['attack', 'hold', 'cut', 'reopen', 'screen', 'breakOut', 'delay', 'march', 'raid'];
const GROUND = ['objective', 'height', 'approach', 'depot', 'road'];

/** The reasons of the first turns of a game, bot against bot. */
function reasonsOf(game: Game, turns: number): { side: SideIndex; reason: Reason }[] {
  const { state } = setup(game, { seed: 'reasons', fog: true });
  const bots = [createBot('regular', 'reasons/0'), createBot('regular', 'reasons/1')] as const;
  const found: { side: SideIndex; reason: Reason }[] = [];
  while (!state.over && state.turn <= turns) {
    const side = state.active;
    const action = bots[side].choose(game, glance(game, state, side));
    found.push({ side, reason: structuredClone(bots[side].reason) as Reason });
    apply(game, state, action);
  }
  return found;
}

afterAll(() => speak('en'));

describe.each(LANGUAGES)('in %s', (language) => {
  beforeAll(() => speak(language));
  const units = [
    { id: 'a', side: 'cn', hex: '0000' },
    { id: 'b', side: 'cn', hex: '0000' },
    { id: 'e', side: 'jp', hex: '0100' },
  ] as const;
  const game = tinyGame({ map: ['....', '....'], units: [...units] });
  const names = namesOf(game);
  const end = language === 'en' ? /^[^ ].*\.$/ : /^[^ ].*。$/;

  test('every code is told, with all that may stand behind it', () => {
    for (const code of REASON_CODES) {
      const bare = reasonText({ code, units: [0, 1], hexes: [1, 2], wing: 0, task: 'march', decision: 'x' }, names);
      expect([code, bare]).toEqual([code, expect.stringMatching(end)]);
      expect(bare).not.toMatch(/undefined|\{|reasons\./);
    }
    const told = new Set(TASKS.map((task) => reasonText({ code: 'marches', units: [0], hexes: [1], task }, names)));
    expect(told.size).toBe(TASKS.length);
  });

  test('every motive is told, of a post and of an assault', () => {
    for (const motive of MOTIVES)
      for (const code of ['takesPost', 'assaults', 'rests'] as const) {
        const figures = { gaveWay: 620, stopped: 80, ownLosses: 120, enemyLosses: 1340 };
        const reason: Reason = { code, units: [0], hexes: [1, 2], motive, figures };
        const text = reasonText(reason, names);
        expect(text).toMatch(end);
        expect(text).not.toMatch(BROKEN);
        expect(text).not.toBe(reasonText({ code, units: [0], hexes: [1, 2], figures }, names));
      }
  });

  test('who is expected, and when', () => {
    const holds = (days: number, hexes: number, seen: boolean): string =>
      reasonText({ code: 'holds', units: [0], hexes: [1], expects: { unit: 2, hexes, days, seen } }, names);
    const told = [holds(0, 1, true), holds(0, 3, false), holds(8, 3, true), holds(14, 5, true), holds(14, 5, false)];
    expect(new Set(told).size).toBe(told.length);
    for (const text of told) expect(text).not.toMatch(BROKEN);
    expect(told[3]).toContain('2');
  });
});

describe.each(['kunlun-pass', 'west-hunan'])('real reasons of %s', (id) => {
  const game = shipped(id);
  const found = reasonsOf(game, 6);

  test('are of many kinds, plain data, and both sides give them', () => {
    expect(new Set(found.map(({ reason }) => reason.code)).size).toBeGreaterThan(12);
    expect(new Set(found.map(({ side }) => side)).size).toBe(2);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    for (const { reason } of found) {
      expect(REASON_CODES).toContain(reason.code);
      if (reason.motive) expect(MOTIVES).toContain(reason.motive);
      if (reason.motive && GROUND.includes(reason.motive)) expect(reason.hexes?.length).toBe(2);
    }
  });

  test('some say whom they expect, what they cover, what an assault promises', () => {
    expect(found.some(({ reason }) => reason.expects && reason.code === 'takesPost')).toBe(true);
    expect(found.some(({ reason }) => reason.code === 'holds' && reason.motive === 'objective')).toBe(true);
    for (const { reason } of found)
      if (reason.code === 'assaults') {
        const { gaveWay = -1, stopped = -1, ownLosses = -1, enemyLosses = -1 } = reason.figures ?? {};
        expect(Math.min(gaveWay, stopped, ownLosses, enemyLosses)).toBeGreaterThanOrEqual(0);
        expect(gaveWay + stopped).toBeLessThanOrEqual(1000);
      }
    expect(found.some(({ reason }) => reason.code === 'assaults')).toBe(true);
  });

  test.each(LANGUAGES)('are whole sentences in %s', async (language) => {
    await speak(language);
    if (language !== 'en') {
      const file = new URL(`../../scenarios/${id}/words/${language}.json`, import.meta.url);
      keepWords(id, language, JSON.parse(readFileSync(file, 'utf8')));
    }
    const names = namesOf(game);
    for (const { reason } of found) {
      const text = reasonText(reason, names);
      expect(text).not.toMatch(BROKEN);
      expect(text).not.toContain(t('names.offMap'));
      expect(text).toMatch(language === 'en' ? /^\S.*\S\.$/ : /^\S.*\S。$/);
      // Whatever is told to others is told in their script.
      if (language !== 'en') expect(text).not.toMatch(/[A-Za-z]{3}/);
    }
  });
});

test('the example that reasons were made for', async () => {
  await speak('en');
  const units = [
    { id: 'a', side: 'cn', hex: '0000', name: 'A' },
    { id: 'e', side: 'jp', hex: '0100', name: '21st Regiment' },
  ] as const;
  const names = namesOf(tinyGame({ map: ['....', '....'], units: [...units] }));
  const expects = { unit: 1, hexes: 4, days: 17, seen: true };
  const reason: Reason = { code: 'holds', units: [0], hexes: [6, 6], motive: 'road', expects };
  expect(reasonText(reason, names)).toBe(
    'A holds hex 0201: covers the road of supply; expects 21st Regiment within 2 days, now 4 hexes away.',
  );
});
