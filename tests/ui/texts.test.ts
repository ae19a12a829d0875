import { describe, expect, test } from 'vitest';
import { createBot } from '../../src/bots/index.ts';
import { apply } from '../../src/core/apply.ts';
import type { GameEvent } from '../../src/core/event.ts';
import { FACTOR_IDS } from '../../src/core/odds.ts';
import { REFUSAL_CODES } from '../../src/core/refusal.ts';
import { setup } from '../../src/core/setup.ts';
import { view } from '../../src/core/view.ts';
import { COMMANDS, GAME_KEYS, REPLAY_KEYS } from '../../src/ui/app/keys.ts';
import { en, refusalText } from '../../src/ui/text/en.ts';
import { sentence } from '../../src/ui/text/events.en.ts';
import {
  compass,
  formatCount,
  formatDate,
  formatMinutes,
  formatWeight,
  joinNames,
  namesOf,
} from '../../src/ui/text/names.ts';
import { tinyGame, tinyStart } from '../core/fixture.ts';
import { kunlunPass } from '../kunlun-pass.ts';

const BROKEN = /undefined|NaN|null|\[object|\bInfinity\b/;

describe('every code has a text', () => {
  const game = tinyGame({ map: ['....', '....'], units: [{ id: 'a', side: 'cn', hex: '0000', name: 'A' }] });
  const names = namesOf(game);

  test.each(REFUSAL_CODES)('refusal %s, with and without its numbers', (code) => {
    const bare = refusalText({ code, clause: '1.1' }, names);
    const full = refusalText(
      { code, clause: '1.1', unit: 0, hex: 1, hexside: 0, need: 100, have: 50, until: 3 },
      names,
    );
    for (const text of [bare, full]) {
      expect(text).toMatch(/^[A-Z].*\.$/);
      expect(text).not.toMatch(BROKEN);
    }
  });

  test('factors and commands', () => {
    for (const id of FACTOR_IDS) expect(en.factors[id].name.length * en.factors[id].about.length).toBeGreaterThan(0);
    for (const command of COMMANDS) expect(en.commands[command]).not.toBe('');
    for (const { command } of [...GAME_KEYS, ...REPLAY_KEYS]) expect(COMMANDS).toContain(command);
  });
});

test('every event of a game of Kunlun Pass becomes a whole sentence', () => {
  const game = kunlunPass();
  const { state, events } = setup(game, { seed: 'texts', fog: true });
  const bots = [createBot('regular', 'texts/0'), createBot('regular', 'texts/1')] as const;
  const names = namesOf(game);
  const seen = new Map<string, GameEvent>();
  const read = (list: readonly GameEvent[]): void => {
    for (const event of list) {
      seen.set(event.type, event);
      const text = sentence(event, names);
      if (BROKEN.test(text) || !/[.?!”]$/.test(text)) throw new Error(`${event.type}: "${text}"`);
    }
  };
  read(events);
  while (!state.over && state.turn <= 8) {
    const side = state.active;
    read(apply(game, state, bots[side].choose(game, view(game, state, side))));
  }
  for (const type of ['turn', 'moved', 'assault', 'bombard', 'supply', 'dated'] as const)
    expect([...seen.keys()]).toContain(type);
});

test('an unknown unit is not named', () => {
  const game = tinyGame({ map: ['....'], units: [{ id: 'secret', side: 'jp', hex: '0000' }] });
  const names = namesOf(game, () => false);
  expect(sentence({ type: 'moved', unit: 0, path: [0, 1], shown: [0, 1], stopped: null, to: 3 }, names)).not.toMatch(
    'secret',
  );
});

test('losses that nobody told of are left out of the sentence', () => {
  const { game } = tinyStart({ map: ['....'], units: [{ id: 'a', side: 'cn', hex: '0000' }] });
  const names = namesOf(game);
  expect(sentence({ type: 'bombard', unit: 0, hex: 1, losses: [], to: 1 }, names)).not.toMatch(/lost/);
  const loss = { unit: 0, killed: 1, wounded: 2, missing: 0, captured: 0, eqLost: [], eqTaken: [] };
  expect(sentence({ type: 'bombard', unit: 0, hex: 1, losses: [loss], to: 1 }, names)).toMatch(
    '3 men (1 killed, 2 wounded)',
  );
});

describe('numbers and names', () => {
  test('formats', () => {
    expect(formatDate('1939-12-18')).toBe('18 Dec 1939');
    expect(formatDate('soon')).toBe('soon');
    expect(formatCount(1234567)).toBe('1,234,567');
    expect(formatCount(-1200)).toBe('−1,200');
    expect(formatMinutes(200)).toBe('3 h 20');
    expect(formatMinutes(60)).toBe('1 h');
    expect(formatMinutes(45)).toBe('45 min');
    expect(formatWeight(999)).toBe('999 kg');
    expect(formatWeight(12_400)).toBe('12.4 t');
    expect(joinNames(['a', 'b', 'c'])).toBe('a, b and c');
    expect(joinNames(['a', 'b', 'c', 'd', 'e', 'f'])).toBe('a, b, c and 3 more');
  });

  test('compass points on the map', () => {
    const game = tinyGame({ map: new Array<string>(9).fill('.........'), units: [] });
    const at = (col: number, row: number): number => row * 9 + col;
    expect(compass(game, at(4, 4), at(8, 4))).toBe('E');
    expect(compass(game, at(4, 4), at(0, 4))).toBe('W');
    expect(compass(game, at(4, 4), at(4, 0))).toBe('N');
    expect(compass(game, at(4, 4), at(4, 8))).toBe('S');
    expect(compass(game, at(4, 4), at(7, 1))).toBe('NE');
  });
});
