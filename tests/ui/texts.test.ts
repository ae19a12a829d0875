import { describe, expect, test } from 'vitest';
import { createBot } from '../../src/bots/index.ts';
import { apply } from '../../src/core/apply.ts';
import type { GameEvent } from '../../src/core/event.ts';
import { FACTOR_IDS } from '../../src/core/odds.ts';
import { REFUSAL_CODES } from '../../src/core/refusal.ts';
import { tally } from '../../src/core/rules/victory.ts';
import { AIR_MISSIONS } from '../../src/core/scenario.ts';
import { setup } from '../../src/core/setup.ts';
import { AIRFIELD_DEMOLISHED, AIRFIELD_WORKING } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import { basesOf } from '../../src/ui/app/airForce.ts';
import { COMMANDS, KEY_GROUPS } from '../../src/ui/app/keys.ts';
import { nameOfLine } from '../../src/ui/app/score.ts';
import { conditionText, effectText } from '../../src/ui/app/wording.ts';
import { sentence } from '../../src/ui/text/events.ts';
import { t } from '../../src/ui/text/intl.ts';
import {
  compass,
  formatCount,
  formatDate,
  formatDays,
  formatMinutes,
  formatTonnes,
  formatTurn,
  formatWeight,
  joinNames,
  namesOf,
} from '../../src/ui/text/names.ts';
import { refusalText } from '../../src/ui/text/refusals.ts';
import { tinyGame, tinyStart } from '../core/fixture.ts';
import { shippedIds } from '../scenario/files.ts';
import { planless } from '../shipped.ts';

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
    for (const id of FACTOR_IDS)
      expect(t(`factors.${id}.name`).length * t(`factors.${id}.about`).length).toBeGreaterThan(0);
    for (const command of COMMANDS) expect(t(`commands.${command}`)).not.toBe('');
    for (const group of KEY_GROUPS) expect(t(`keyboard.groups.${group}`)).not.toBe('');
  });
});

describe.each(shippedIds())('the words of %s', (id) => {
  const game = planless(id);
  const names = namesOf(game);
  const whole = (text: string): string => {
    if (BROKEN.test(text) || text.trim() === '') throw new Error(`"${text}"`);
    return text;
  };

  test('every event of a game becomes a whole sentence', () => {
    const { state, events } = setup(game, { seed: 'texts', fog: true });
    const bots = [createBot('regular', 'texts/0'), createBot('regular', 'texts/1')] as const;
    const seen = new Set<string>();
    const read = (list: readonly GameEvent[]): void => {
      for (const event of list) {
        seen.add(event.type);
        const text = whole(sentence(event, names));
        if (!/[.?!”]$/.test(text)) throw new Error(`${event.type}: "${text}"`);
      }
    };
    read(events);
    while (!state.over && state.turn <= 8) {
      const side = state.active;
      read(apply(game, state, bots[side].choose(game, view(game, state, side))));
    }
    for (const type of ['turn', 'moved', 'assault', 'supply', 'dated'] as const) expect([...seen]).toContain(type);
  });

  test('conditions, effects and costs of decisions, and the lines of the score', () => {
    const { decisions = [], events } = game.data.scenario;
    for (const { when, effects } of [...decisions, ...events]) {
      const asked = !when ? [] : when.type === 'all' || when.type === 'any' ? when.conditions : [when];
      for (const one of asked) whole(conditionText(game, names, one));
      for (const one of effects) if (one.type !== 'message') whole(effectText(game, names, one));
    }
    const { state } = setup(game, { seed: 'texts', fog: false });
    decisions.forEach((_, decision) => {
      state.taken.push({ decision, turn: 1, done: 1 });
    });
    const lines = tally(game, state).lines.map((line) => whole(nameOfLine(game, names, line)));
    for (const { title, cost } of decisions) if (cost > 0) expect(lines).toContain(`Decision: ${title}`);
  });

  test('turns are told by all their days', () => {
    const turn = formatTurn(game, 1);
    if (game.data.scenario.turnHours === 24) expect(turn).toBe(formatDate(game.data.scenario.startDate));
    else expect(turn).toMatch('–');
    expect(formatTurn(game, game.turns)).toMatch(formatDate(game.data.scenario.endDate));
  });

  test('every unit, airfield, decision and base has a name', () => {
    game.units.forEach((_, unit) => {
      whole(names.unit(unit));
    });
    game.theatre.airfields.forEach((_, field) => {
      expect(names.airfield(field)).not.toMatch(/^airfield \d/);
    });
    game.theatre.decisions.forEach((_, decision) => {
      expect(names.decision(decision)).not.toMatch(/^decision \d/);
    });
    for (const side of [0, 1] as const) {
      const { state } = setup(game, { seed: 'texts', fog: false });
      for (const base of basesOf({ game, view: state, side, mayOrder: true })) whole(base.name);
    }
  });
});

/** One of each kind that a short game seldom brings. */
const RARE: GameEvent[] = [
  { type: 'decision', decision: 0, done: 0, to: 1 },
  { type: 'decision', decision: 0, done: 1, to: 1 },
  { type: 'airfield', airfield: 0, hex: 1, status: AIRFIELD_WORKING, side: 1, to: 3 },
  { type: 'airfield', airfield: 0, hex: 1, status: AIRFIELD_DEMOLISHED, side: 0, to: 3 },
  { type: 'breakOut', unit: 0, from: 0, hex: 2, losses: [], to: 3 },
  { type: 'columnFire', unit: 0, by: 1, hex: 2, losses: [], to: 3 },
  { type: 'raid', side: 1, hex: 2, kg: 1500, to: 1 },
  { type: 'attrition', unit: 0, sick: 3, starved: 4, missing: 1, to: 1 },
  { type: 'attrition', unit: 0, sick: 0, starved: 4, missing: 0, to: 1 },
];

test('rare events say what happened, hunger apart from sickness', () => {
  const { game } = tinyStart({
    map: ['....', '....'],
    airfields: [{ id: 'Field', side: 'cn', hex: '0100' }],
    decisions: [{ id: 'call', side: 'cn', title: 'Call them' }],
    units: [
      { id: 'a', side: 'cn', hex: '0000', name: 'A' },
      { id: 'b', side: 'jp', hex: '0301', name: 'B' },
    ],
  });
  const names = namesOf(game);
  const told = RARE.map((event) => sentence(event, names));
  for (const text of told) {
    expect(text).toMatch(/^[A-Z].*\.$/);
    expect(text).not.toMatch(BROKEN);
  }
  expect(told[0]).toBe('Decided: Call them.');
  expect(told[3]).toBe('The airfield of Field was blown up.');
  expect(told[7]).toBe('A: 3 fell sick, 4 were lost to hunger and 1 went missing.');
  expect(told[8]).toBe('A: 4 were lost to hunger.');
});

test.each(AIR_MISSIONS)('the air mission %s is told with its result', (mission) => {
  const { game } = tinyStart({
    map: ['....'],
    units: [{ id: 'a', side: 'cn', hex: '0000', name: 'A' }],
    aircraft: [{ id: 'c47' }],
    air: [{ id: 'lift', side: 'cn', aircraft: 'c47', name: 'Lift' }],
  });
  const counts = { sorties: 12, intercepted: 1, lost: 1, damaged: 2, crewsLost: 1 };
  const result = { delivered: 4000, taken: 500, missed: 100, unit: 0, landed: 480, broken: 2 };
  const event: GameEvent = { type: 'air', formation: 0, mission, hex: 1, ...counts, ...result, losses: [], to: 3 };
  const text = sentence(event, namesOf(game));
  expect(text).toMatch(/^Lift flew 12 .*\.$/);
  expect(text).not.toMatch(BROKEN);
  if (mission === 'troopLift') expect(text).toMatch('landed 480 men of A');
  if (mission === 'supplyLift') expect(text).toMatch('landed 4.0 t');
  if (mission === 'bridges') expect(text).toMatch('2 were broken');
  expect(t(`terms.missionsAbout.${mission}`)).not.toBe('');
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
    expect(formatDays('1945-04-09', '1945-04-10')).toBe('9–10 Apr 1945');
    expect(formatDays('1945-04-29', '1945-05-01')).toBe('29 Apr – 1 May 1945');
    expect(formatDays('1939-12-31', '1940-01-01')).toBe('31 Dec 1939 – 1 Jan 1940');
    expect(formatDays('1945-04-09', '1945-04-09')).toBe('9 Apr 1945');
    expect([0, 900, 12_400, 1_240_000].map(formatTonnes)).toEqual(['0', '0.9', '12.4', '1,240']);
    expect(formatWeight(2_500_000)).toBe('2,500 t');
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
