/** The regular opponent over the whole of Kunlun Pass: orders the rules take, blindness, and the outline of a campaign. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createBot } from '../../src/bots/index.ts';
import type { Action } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import type { GameEvent } from '../../src/core/event.ts';
import { compile, distance, type Game } from '../../src/core/game.ts';
import type { ScenarioData } from '../../src/core/scenario.ts';
import { setup } from '../../src/core/setup.ts';
import type { GameState, SideIndex } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';

const FOLDER = 'scenarios/kunlun-pass';
const part = (name: string): unknown => JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8'));
const game = compile({
  scenario: part('scenario'),
  map: part('map'),
  oob: part('oob'),
  air: part('air'),
} as ScenarioData);

const MOST_ACTIONS_A_TURN = 160;

interface Played {
  events: { event: GameEvent; turn: number }[];
  actions: number;
}

/** Plays a game and looks in at the start of each player turn; every action must pass `check`. */
function play(
  seed: string,
  look: (now: GameState) => void = () => {},
  ordered: (now: GameState, action: Action) => void = () => {},
): Played {
  const { state } = setup(game, { seed, fog: true });
  const bots = [createBot('regular', `${seed}/0`), createBot('regular', `${seed}/1`)];
  const events: Played['events'] = [];
  let actions = 0;
  let inTurn = 0;
  look(state);
  while (!state.over) {
    const action = (bots[state.active] as (typeof bots)[0]).choose(game, view(game, state, state.active));
    const refusal = check(game, state, action);
    if (refusal) throw new Error(`${JSON.stringify(action)} refused: ${JSON.stringify(refusal)}`);
    ordered(state, action);
    for (const event of apply(game, state, action)) events.push({ event, turn: state.turn });
    actions++;
    inTurn++;
    expect(inTurn).toBeLessThan(MOST_ACTIONS_A_TURN);
    if (action.type !== 'end') continue;
    inTurn = 0;
    if (!state.over) look(state);
  }
  return { events, actions };
}

/** Puts what the active side does not see elsewhere, in other strength. */
function shuffleHidden(now: GameState): void {
  const own = game.bySide[now.active].map((unit) => now.units[unit]?.hex ?? -1).filter((hex) => hex >= 0);
  const far: number[] = [];
  for (let hex = 0; hex < game.size; hex++) if (own.every((at) => distance(game, at, hex) > 3)) far.push(hex);
  for (const index of game.bySide[(1 - now.active) as SideIndex]) {
    const unit = now.units[index] as GameState['units'][number];
    if (unit.status !== 1 || unit.seen > 0) continue;
    unit.hex = far[(index * 101) % far.length] as number;
    unit.men += 333;
    unit.cohesion = 1;
    unit.supply = 0;
  }
  now.seed = 'another';
}

const placeOf = (g: Game, id: string): number => g.placeIndex.get(id) as number;

describe('Kunlun Pass', () => {
  test.each(['k/1', 'k/2', 'k/3'])('game %s: legal orders, both sides fight, the attacker takes ground', (seed) => {
    const { events, actions } = play(seed);
    expect(actions).toBeGreaterThan(200);
    const assaults = events.filter(({ event }) => event.type === 'assault');
    const bySide = [0, 0];
    for (const { event } of assaults) {
      if (event.type !== 'assault') continue;
      const side = game.units[event.attackers[0] as number]?.side as SideIndex;
      bySide[side] = (bySide[side] as number) + 1;
    }
    expect(bySide[0]).toBeGreaterThan(5);
    const taken = new Set(
      events.flatMap(({ event }) => (event.type === 'control' && event.side === 0 ? [event.place] : [])),
    );
    const around = ['kunlun', 'h653', 'h441', 'h600', 'jiutang'].filter((id) => taken.has(placeOf(game, id)));
    expect(around.length).toBeGreaterThan(0);
  });

  test('what a side cannot see never changes its choice', () => {
    let looks = 0;
    play('fog', (now) => {
      if (now.turn % 4 !== 0) return;
      const twin = structuredClone(now);
      shuffleHidden(twin);
      const choice = createBot('regular', 'eyes').choose(game, view(game, now, now.active));
      expect(createBot('regular', 'eyes').choose(game, view(game, twin, twin.active))).toEqual(choice);
      looks++;
    });
    expect(looks).toBeGreaterThan(10);
  });

  test('no garrison walks out of an objective with the enemy before it, unless shaken or starving', () => {
    let stays = 0;
    const left: string[] = [];
    for (const seed of ['garrison/1', 'garrison/2']) {
      play(seed, undefined, (now, action) => {
        const side = now.active;
        for (const { place } of game.data.scenario.victory.objectives) {
          const { hex } = game.places[placeOf(game, place)] as Game['places'][number];
          const here = (unit: number): boolean => now.units[unit]?.hex === hex;
          const known = game.bySide[(1 - side) as SideIndex].some((unit) => {
            const enemy = now.units[unit] as GameState['units'][number];
            return enemy.hex >= 0 && enemy.seen > 0 && distance(game, enemy.hex, hex) === 1;
          });
          const garrison = game.bySide[side].filter(here);
          if (!known || garrison.length === 0) continue;
          stays++;
          if (action.type !== 'move' || !here(action.unit) || garrison.length > 1) continue;
          const unit = now.units[action.unit] as GameState['units'][number];
          if (unit.cohesion >= 300 && unit.daysCut < 3 && game.units[action.unit]?.data.kind === 'infantry')
            left.push(`${seed}, turn ${now.turn}: ${game.units[action.unit]?.id} leaves ${place}`);
        }
      });
    }
    expect(stays).toBeGreaterThan(100);
    expect(left).toEqual([]);
  });
});
