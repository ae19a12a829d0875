/** The regular opponent on the ridge: legal, deterministic, blind to what is hidden, and sensible in small situations. */
import { describe, expect, test } from 'vitest';
import { createBot } from '../../src/bots/index.ts';
import type { Action } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { holderOf } from '../../src/core/control.ts';
import { digest } from '../../src/core/digest.ts';
import { distance, type Game } from '../../src/core/game.ts';
import { setup } from '../../src/core/setup.ts';
import type { GameState } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import { hexOf, ridge, unitOf } from '../play/ridge.ts';
import { shuffleHidden } from './hidden.ts';

const TURN_LIMIT = 200;

function state(game: Game, id: string, now: GameState): GameState['units'][number] {
  return now.units[unitOf(game, id)] as GameState['units'][number];
}

/** Plays the turn of the active side; every action must pass `check`. Returns the actions. */
function playTurn(game: Game, now: GameState, level: string, seed: string): Action[] {
  const bot = createBot(level, seed);
  const side = now.active;
  const actions: Action[] = [];
  while (!now.over && now.active === side && actions.length < TURN_LIMIT) {
    const action = bot.choose(game, view(game, now, side));
    expect(check(game, now, action)).toBeNull();
    apply(game, now, action);
    actions.push(action);
    if (action.type === 'end') break;
  }
  return actions;
}

function start(game: Game, seed = 'start', fog = true): GameState {
  return setup(game, { seed, fog }).state;
}

describe('every choice is legal and every turn ends', () => {
  test.each([
    ['regular', 'regular', true],
    ['regular', 'random', true],
    ['random', 'regular', true],
    ['random', 'random', true],
    ['regular', 'regular', false],
  ])('%s against %s, fog %s', (first, second, fog) => {
    const game = ridge();
    for (let i = 0; i < 8; i++) {
      const now = start(game, `game/${i}`, fog);
      while (!now.over) {
        const level = now.active === 0 ? first : second;
        const actions = playTurn(game, now, level, `bot/${i}`);
        expect(actions.length).toBeLessThan(TURN_LIMIT);
        expect(actions.at(-1)).toEqual({ type: 'end' });
      }
    }
  });
});

describe('determinism', () => {
  test('the same views and seed give the same game', () => {
    const game = ridge();
    const digests = [0, 1].map(() => {
      const now = start(game, 'same');
      while (!now.over) playTurn(game, now, 'regular', `bot/${now.active}`);
      return digest(now);
    });
    expect(digests[0]).toBe(digests[1]);
  });

  test('a bot made anew in mid-turn goes on legally and ends the turn', () => {
    const game = ridge();
    const now = start(game);
    for (let i = 0; i < TURN_LIMIT && now.turn < 3; i++) {
      const action = createBot('regular', 'fresh').choose(game, view(game, now, now.active));
      expect(check(game, now, action)).toBeNull();
      apply(game, now, action);
    }
    expect(now.turn).toBe(3);
  });

  test('choosing changes neither the view nor the dice of the game', () => {
    const game = ridge();
    const now = start(game);
    const seen = view(game, now, now.active);
    const before = JSON.stringify(seen);
    createBot('regular', 'x').choose(game, seen);
    expect(JSON.stringify(seen)).toBe(before);
  });
});

describe('fog', () => {
  test('what a side cannot see never changes its choice', () => {
    const game = ridge();
    let changed = 0;
    for (let i = 0; i < 6; i++) {
      const now = start(game, `fog/${i}`);
      while (!now.over) {
        const twin = structuredClone(now);
        changed += shuffleHidden(game, twin, twin.active);
        const choice = createBot('regular', 'eyes').choose(game, view(game, now, now.active));
        const blind = createBot('regular', 'eyes').choose(game, view(game, twin, twin.active));
        expect(blind).toEqual(choice);
        playTurn(game, now, 'regular', `bot/${now.active}`);
      }
    }
    expect(changed).toBeGreaterThan(20);
  });
});

describe('conduct', () => {
  test('it takes an objective that stands empty', () => {
    const game = ridge((data) => {
      data.oob.units = data.oob.units.filter((unit) => unit.side === 'cn' || unit.id === 'jp-hq');
      data.oob.units.push({
        ...(data.oob.units[1] as (typeof data.oob.units)[0]),
        id: 'S9',
        side: 'jp',
        parent: 'jp-hq',
      });
      (data.oob.units.at(-1) as (typeof data.oob.units)[0]).arrival = { date: '1939-12-18', hex: '0008' };
      data.scenario.control.regions = [{ side: 'jp', hexes: ['0605'] }];
    });
    const now = start(game);
    expect(holderOf(now.control, hexOf('0605'))).toBe(1);
    playTurn(game, now, 'regular', 'taker');
    expect(holderOf(now.control, hexOf('0605'))).toBe(0);
  });

  test('a garrison stays on its objective though another hex is threatened', () => {
    const game = ridge();
    for (let i = 0; i < 5; i++) {
      const now = start(game, `garrison/${i}`);
      // The first side does nothing: the second has no reason to leave the saddle.
      for (let turn = 1; turn < 5; turn++) {
        apply(game, now, { type: 'end' });
        playTurn(game, now, 'regular', 'garrison');
        const men = game.bySide[1].reduce((sum, unit) => {
          const own = now.units[unit] as GameState['units'][number];
          return sum + (own.hex === hexOf('0605') ? own.men : 0);
        }, 0);
        expect(men).toBeGreaterThan(400);
      }
    }
  });

  test('shaken troops in contact fall back out of it, and do not attack', () => {
    const game = ridge();
    const now = start(game, 'shaken', false);
    apply(game, now, { type: 'end' });
    apply(game, now, { type: 'end' });
    const tired = state(game, 'N1', now);
    tired.hex = hexOf('0604');
    tired.cohesion = 250;
    tired.fatigue = 900;
    const actions = playTurn(game, now, 'regular', 'rest');
    expect(actions.some((action) => action.type === 'assault' && action.units.includes(unitOf(game, 'N1')))).toBe(
      false,
    );
    for (const id of ['S1', 'S2', 'S3']) expect(distance(game, tired.hex, state(game, id, now).hex)).toBeGreaterThan(1);
  });

  test('a tired unit does not attack where a fresh one of the same strength does', () => {
    const count = (fatigue: number): number => {
      let assaults = 0;
      for (let i = 0; i < 4; i++) {
        const game = ridge((data) => {
          for (const unit of data.oob.units) if (unit.side === 'cn') unit.men *= 3;
        });
        const now = start(game, `fresh/${i}`, false);
        for (const id of ['N1', 'N2', 'N3']) state(game, id, now).fatigue = fatigue;
        state(game, 'N1', now).hex = hexOf('0604');
        state(game, 'N2', now).hex = hexOf('0704');
        const actions = playTurn(game, now, 'regular', 'fresh');
        assaults += actions.filter((action) => action.type === 'assault').length;
      }
      return assaults;
    };
    expect(count(0)).toBeGreaterThan(0);
    expect(count(700)).toBe(0);
  });

  test('it says why', () => {
    const game = ridge();
    const now = start(game);
    const bot = createBot('regular', 'why');
    const action = bot.choose(game, view(game, now, now.active));
    expect(action.type).not.toBe('end');
    expect(bot.reason?.code).toBeDefined();
    expect(bot.reason?.code).not.toBe('ends');
  });
});

test('a level that does not exist is refused', () => {
  expect(() => createBot('grandmaster', 'x')).toThrow(RangeError);
});
