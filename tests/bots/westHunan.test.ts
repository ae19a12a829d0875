/**
 * Both sides carry out their plans over the whole of West Hunan: legal orders in turns of a bearable length, blind to what
 * is hidden, and with the manners of armies.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { ordersOf } from '../../src/bots/columns/orders.ts';
import { CAREFUL, FREE, USUAL } from '../../src/bots/course.ts';
import { daysBetween } from '../../src/bots/ground.ts';
import { createBot } from '../../src/bots/index.ts';
import { makePlan, type Plan } from '../../src/bots/plan.ts';
import type { Action } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { holderOf } from '../../src/core/control.ts';
import { distance, type Game } from '../../src/core/game.ts';
import { position } from '../../src/core/position.ts';
import { isSurrounded } from '../../src/core/rules/surrender.ts';
import { DOCTRINES } from '../../src/core/scenario.ts';
import { setup } from '../../src/core/setup.ts';
import { type GameState, type SideIndex, UNIT_ON_MAP, type UnitState } from '../../src/core/state.ts';
import { view } from '../../src/core/view.ts';
import { shipped } from '../shipped.ts';
import { shuffleHidden } from './hidden.ts';

const game = shipped('west-hunan');
const CN = game.sideIndex.get('cn') as SideIndex;
const JP = game.sideIndex.get('jp') as SideIndex;
const MOST_ACTIONS_A_TURN = 160;

interface Turn {
  turn: number;
  side: SideIndex;
  /** Hex of each unit when the turn was over, -1 off the map. */
  hexes: number[];
  /** Units of the side that are surrounded. */
  surrounded: number[];
  actions: Action[];
}

interface Played {
  turns: Turn[];
  state: GameState;
}

const hexOf = (place: string): number =>
  (game.places[game.placeIndex.get(place) as number] as Game['places'][number]).hex;

function unitOf(state: GameState, unit: number): UnitState {
  return state.units[unit] as UnitState;
}

function play(seed: string, look: (now: GameState) => void = () => {}): Played {
  const { state } = setup(game, { seed, fog: true });
  const bots = [createBot('regular', `${seed}/0`), createBot('regular', `${seed}/1`)];
  const turns: Turn[] = [];
  let actions: Action[] = [];
  look(state);
  while (!state.over) {
    const { active: side, turn } = state;
    const action = (bots[side] as (typeof bots)[0]).choose(game, view(game, state, side));
    const refusal = check(game, state, action);
    if (refusal) throw new Error(`${JSON.stringify(action)} refused: ${JSON.stringify(refusal)}`);
    apply(game, state, action);
    actions.push(action);
    expect(actions.length).toBeLessThan(MOST_ACTIONS_A_TURN);
    if (action.type !== 'end') continue;
    const pos = position(game, state, -1);
    const here = game.bySide[side].filter((unit) => unitOf(state, unit).status === UNIT_ON_MAP);
    turns.push({
      turn,
      side,
      hexes: state.units.map((unit) => unit.hex),
      surrounded: here.filter((unit) => isSurrounded(game, pos, unitOf(state, unit).hex, side)),
      actions,
    });
    actions = [];
    if (!state.over) look(state);
  }
  return { turns, state };
}

let games: Played[] = [];

beforeAll(() => {
  games = ['manners/1', 'manners/2'].map((seed) => play(seed));
}, 60_000);

test('what a side cannot see changes neither its plan nor its choice', () => {
  const outline = (now: GameState): unknown =>
    makePlan(game, view(game, now, now.active), 'eyes').tasks.map((task) => [
      task.kind,
      task.hex,
      task.worth,
      task.given,
      task.pace,
      task.groups.map((group) => group.lead),
    ]);
  let looks = 0;
  play('fog', (now) => {
    if (now.turn % 3 !== 0) return;
    const twin = structuredClone(now);
    expect(shuffleHidden(game, twin, twin.active)).toBeGreaterThan(0);
    expect(outline(twin)).toEqual(outline(now));
    const choice = createBot('regular', 'eyes').choose(game, view(game, now, now.active));
    expect(createBot('regular', 'eyes').choose(game, view(game, twin, twin.active))).toEqual(choice);
    looks++;
  });
  expect(looks).toBe(20);
});

describe('13.8: the start line', () => {
  const inside = game.theatre.home[0]?.inside as Uint8Array;
  const longtan = hexOf('longtan');
  const homes = [...inside.keys()].filter((hex) => inside[hex] === 1);
  const nearest = homes.reduce((a, b) => (distance(game, longtan, b) < distance(game, longtan, a) ? b : a));
  const turns = Math.ceil(daysBetween(game, longtan, nearest) / 2);
  const of = (id: string): number => game.unitIndex.get(id) as number;
  const regiment = of('jp_116_109');

  /** What Japan means to do on a turn with a unit at a hex, planned freely or by the plan of its command. */
  function planned(turn: number, unit: number, hex: number, course = { ...USUAL, plan: FREE }, care = CAREFUL): Plan {
    const { state } = setup(game, { seed: 'home', fog: true });
    state.turn = turn;
    state.active = JP;
    Object.assign(unitOf(state, unit), { status: UNIT_ON_MAP, hex });
    return makePlan(game, view(game, state, JP), 'home', course, care);
  }
  const isHome = (hex: number | undefined): boolean => hex !== undefined && inside[hex] === 1;

  test('who stands beyond it turns back in time for the end, and not before', () => {
    expect(inside[longtan]).toBe(0);
    expect(turns).toBeGreaterThan(1);
    const late = planned(game.turns - turns, regiment, longtan).taskOf.get(regiment);
    expect(isHome(late?.hex)).toBe(true);
    expect(['march', 'breakOut']).toContain(late?.kind);
    expect(isHome(planned(2, regiment, longtan).taskOf.get(regiment)?.hex)).toBe(false);
  });

  test('guns go home by themselves, and nobody is forgotten out there', () => {
    const guns = of('jp_20a_art');
    expect(isHome(planned(game.turns - turns, guns, longtan).homeward.get(guns))).toBe(true);
    expect(planned(2, guns, longtan).homeward.size).toBe(0);
    const forgetful = { ...CAREFUL, oversight: 1 };
    for (const [turn, forgotten] of [
      [2, true],
      [game.turns - turns, false],
    ] as const)
      for (const unit of [regiment, guns])
        expect(planned(turn, unit, longtan, undefined, forgetful).overlooked.has(unit)).toBe(forgotten);
  });

  test('who is at home and could not come back in time stays, whatever the plan', () => {
    const course = { ...USUAL, plan: 'jp-historical' };
    for (const turn of [game.turns - 1, game.turns])
      for (const [lead, task] of planned(turn, regiment, nearest, course).taskOf) {
        const { state } = setup(game, { seed: 'home', fog: true });
        if (isHome(unitOf(state, lead).hex)) expect([lead, isHome(task.hex)]).toEqual([lead, true]);
      }
  });

  test('told to withdraw and without a plan, Japan leaves what is beyond it and keeps what is behind it', () => {
    const { state } = setup(game, { seed: 'home', fog: true });
    state.active = JP;
    (state.sides[JP] as GameState['sides'][0]).doctrine = DOCTRINES.indexOf('withdraw');
    Object.assign(unitOf(state, regiment), { status: UNIT_ON_MAP, hex: longtan });
    const plan = makePlan(game, view(game, state, JP), 'home', { ...USUAL, plan: FREE });
    const back = plan.taskOf.get(regiment);
    expect([back?.kind === 'march' || back?.kind === 'breakOut', isHome(back?.hex)]).toEqual([true, true]);
    const held = plan.tasks.filter((task) => task.kind === 'hold' && task.given > 0).map((task) => task.hex);
    expect(held).toEqual(expect.arrayContaining([hexOf('shaoyang'), hexOf('yongfeng')]));
    expect(plan.tasks.filter((task) => !isHome(task.hex) && task.groups.length > 0)).toEqual([]);
  });
});

describe('the campaign takes its course', () => {
  test('Japan crosses the hills and is thrown back; China attacks; nobody takes Zhijiang', () => {
    for (const { state, turns } of games) {
      const held = (place: string): number => holderOf(state.control, hexOf(place));
      expect([held('zhijiang'), held('anjiang'), held('xupu')]).toEqual([CN, CN, CN]);
      expect([held('shaoyang'), held('hengyang')]).toEqual([JP, JP]);
      const field = hexOf('zhijiang-field');
      const nearest = (turn: number): number =>
        Math.min(
          ...game.bySide[JP].map((unit) => {
            const hex = turns.find((one) => one.turn === turn && one.side === JP)?.hexes[unit] ?? -1;
            return hex < 0 ? 99 : distance(game, hex, field);
          }),
        );
      expect(nearest(11)).toBeLessThan(nearest(2) - 3);
      expect(nearest(29)).toBeGreaterThan(nearest(11));
      const stormed = (side: SideIndex): number =>
        turns.reduce(
          (sum, turn) =>
            sum + (turn.side === side ? turn.actions.filter((action) => action.type === 'assault').length : 0),
          0,
        );
      expect(stormed(JP)).toBeGreaterThan(8);
      expect(stormed(CN)).toBeGreaterThan(8);
    }
  });

  test('the decisions of both plans are taken in the days that the sources give', () => {
    for (const { turns } of games) {
      const taken = (id: string): number | undefined =>
        turns.find(
          (turn) =>
            turn.side === CN &&
            turn.actions.some(
              (action) => action.type === 'decide' && game.data.scenario.decisions?.[action.decision]?.id === id,
            ),
        )?.turn;
      for (const id of ['flanks', 'wuyang']) expect(taken(id), id).toBeGreaterThan(2);
      // 5 to 14 May: turns 14 to 18.
      expect(taken('early-offensive'), 'early-offensive').toBeGreaterThan(13);
    }
  });
});

describe('manners', () => {
  const line = (side: SideIndex): number[] =>
    game.bySide[side].filter((unit) => game.units[unit]?.data.kind === 'infantry');

  test('the garrison of Wugang stays while its orders are to stay', () => {
    const garrison = game.unitIndex.get('cn_58_172_1') as number;
    for (const { turns } of games)
      for (const { actions } of turns)
        expect(actions.some((action) => action.type === 'move' && action.unit === garrison)).toBe(false);
  });

  test('troops do not go to and fro', () => {
    let moves = 0;
    let back = 0;
    for (const { turns } of games) {
      for (const side of [CN, JP]) {
        const own = turns.filter((turn) => turn.side === side);
        for (let i = 2; i < own.length; i++) {
          for (const unit of line(side)) {
            const [then, before, now] = [own[i - 2], own[i - 1], own[i]].map((turn) => turn?.hexes[unit] ?? -1);
            if (now === before || now === undefined || now < 0 || then === undefined || then < 0) continue;
            moves++;
            if (now === then) back++;
          }
        }
      }
    }
    expect(moves).toBeGreaterThan(400);
    expect(back / moves).toBeLessThan(0.1);
  });

  test('a column that drives is one column', () => {
    const orders = ordersOf(game, JP);
    let near = 0;
    let all = 0;
    for (const { turns } of games) {
      for (const { turn, side, hexes } of turns) {
        if (side !== JP || turn < 4 || turn > 14) continue;
        for (const column of orders?.columns ?? []) {
          const drives = column.phases.some((phase) => phase.turn <= turn && phase.data.task === 'drive');
          const at = column.units
            .filter((unit) => game.units[unit]?.data.kind === 'infantry')
            .map((unit) => hexes[unit] ?? -1)
            .filter((hex) => hex >= 0);
          if (!drives || at.length < 2) continue;
          all++;
          const spread = Math.max(...at.flatMap((a) => at.map((b) => distance(game, a, b))));
          if (spread <= 6) near++;
        }
      }
    }
    expect(all).toBeGreaterThan(50);
    expect(near / all).toBeGreaterThan(0.75);
  });

  test('a delaying force goes back before it is shut in', () => {
    let shut = 0;
    let all = 0;
    for (const { turns } of games) {
      for (const { turn, side, surrounded, hexes } of turns) {
        if (side !== CN || turn > 14) continue;
        for (const unit of line(CN)) {
          if ((hexes[unit] ?? -1) < 0) continue;
          all++;
          if (surrounded.includes(unit)) shut++;
        }
      }
    }
    expect(shut / all).toBeLessThan(0.02);
  });

  test('when the operation is stopped most of the army comes home', () => {
    const home = hexOf('shaoyang') % game.cols;
    for (const { state } of games) {
      let back = 0;
      let out = 0;
      for (const unit of line(JP)) {
        const { hex, men } = unitOf(state, unit);
        if (hex < 0) continue;
        if (hex % game.cols >= home - 8) back += men;
        else out += men;
      }
      expect(back / (back + out)).toBeGreaterThan(0.9);
    }
  });
});
