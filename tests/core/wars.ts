/** Two little wars for random play: crowded maps on which every rule comes up. */

import type { Action } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { type Dice, dice } from '../../src/core/dice.ts';
import type { Game } from '../../src/core/game.ts';
import { legalActions } from '../../src/core/legal.ts';
import { setup } from '../../src/core/setup.ts';
import type { GameState } from '../../src/core/state.ts';
import { type SideId, type TinyUnit, tinyGame } from './fixture.ts';

/**
 * Random legal play, the end of the turn after a dozen orders.
 * `onState` is called before every order, `onDone` after it.
 */
export function randomGame(
  game: Game,
  seed: string,
  turns: number,
  onState: (state: GameState, action: Action) => void,
  onDone: (state: GameState, action: Action) => void = () => undefined,
): GameState {
  const { state } = setup(game, { seed, fog: true });
  const roll = dice(seed, 'random play');
  const order = (action: Action): void => {
    onState(state, action);
    apply(game, state, action);
    onDone(state, action);
  };
  while (!state.over && state.turn <= turns) {
    let last: Action | null = null;
    for (let n = 0; n < 12 && !state.over && last?.type !== 'end'; n++) {
      const legal = legalActions(game, state);
      last = choose(legal, roll);
      order(last);
    }
    if (!state.over && last?.type !== 'end') order({ type: 'end' });
  }
  return state;
}

/** What an order is: its type, of flights the mission. */
export const kindOf = (action: Action): string => (action.type === 'air' ? action.mission : action.type);

/** Of six orders four are no marches, of every kind as often; airfields are seldom blown up, or nothing would fly from them. */
function choose(legal: readonly Action[], roll: Dice): Action {
  const spared = roll.unit() < 0.95;
  const fights = legal.filter(
    ({ type }) => type !== 'move' && type !== 'stance' && type !== 'end' && !(spared && type === 'airfield'),
  );
  if (fights.length === 0 || roll.unit() > 0.67) return legal[roll.below(legal.length)]!;
  const kinds = [...new Set(fights.map(kindOf))];
  const kind = kinds[roll.below(kinds.length)]!;
  const same = fights.filter((action) => kindOf(action) === kind);
  return same[roll.below(same.length)]!;
}

const ARMS = { rifle: 600, lmg: 20, gun75: 4, tank: 2, truck: 6, at37: 3, horse: 50 };

function force(id: string, side: SideId, hex: string, more: Partial<TinyUnit> = {}): TinyUnit {
  return { id, side, hex, equipment: ARMS, ...more };
}

/** Two sides close together with guns, tanks and aircraft. */
export function crowd(): Game {
  const stock = { foodKgPerDay: 3000, ammoKgPerDay: 2000, foodKg: 9000, ammoKg: 5000, fuelKg: 4000 };
  return tinyGame({
    map: ['..ll..', '.lhh..', '.hHh..', '..hl..', 'pp..vv', 'pppp.v'],
    roads: ['0000 0101 0102 0203 0304 0305'],
    rivers: ['0304 3 stream', '0203 1 stream'],
    bridges: ['0203 1'],
    units: [
      force('a', 'cn', '0000'),
      force('b', 'cn', '0101'),
      force('c', 'cn', '0102'),
      force('d', 'cn', '0001', { turn: 3 }),
      force('x', 'jp', '0203'),
      force('y', 'jp', '0304'),
      force('z', 'jp', '0305', { kind: 'engineer' }),
    ],
    places: { pass: '0203', town: '0305' },
    objectives: [{ id: 'pass', place: 'pass' }],
    sources: [
      { side: 'cn', hex: '0000', ...stock },
      { side: 'jp', hex: '0305', ...stock },
    ],
    jp: '0305 0405 0505 0304',
    aircraft: [{ id: 'bomber', payloadKg: 300 }],
    air: [
      { id: 'cnAir', side: 'cn', aircraft: 'bomber' },
      { id: 'jpAir', side: 'jp', aircraft: 'bomber' },
    ],
    leaders: [
      { id: 'la', unit: 'a' },
      { id: 'lx', unit: 'x' },
    ],
    turns: 12,
  });
}

/** Aviation fuel of the first side of `campaign`: at the start, a day, at most; and what a decision brings. */
export const FUEL = { startKg: 3000, kgPerDay: 700, mostKg: 6000, gift: 2500 };

/** Turns of two days with airfields, an air bridge, convoys, irregulars, zones, decisions and railways. */
export function campaign(): Game {
  const empty = { foodKg: 0, ammoKg: 0, fuelKg: 0 };
  const day = { foodKgPerDay: 3000, ammoKgPerDay: 1500, fuelKgPerDay: 200 };
  const small = { men: 400, equipment: { rifle: 300, mortar: 6 } };
  const all = ['closeSupport', 'interdiction', 'reconnaissance', 'superiority', 'bridges'] as const;
  return tinyGame({
    map: ['..hhl..', '.lHhl..', '.hHhl.t', '..hHl..', 'p.hl.vv', 'ppp..vt'],
    hexKm: 5.5,
    turnHours: 48,
    turns: 8,
    roads: ['0000 0001 0102 0103 0203 0303 0404 0504 0505 0605'],
    tracks: ['0103 0202 0302 0402'],
    rails: { line: '0404 0504 0505 0605' },
    rivers: ['0203 0 river', '0302 3 stream'],
    bridges: ['0203 0'],
    formations: [
      { id: 'army', side: 'cn', echelon: 'army' },
      { id: 'other', side: 'cn', echelon: 'army' },
    ],
    units: [
      force('corps', 'cn', '0103', {
        kind: 'hq',
        men: 80,
        parent: 'army',
        liaison: true,
        airParty: true,
        equipment: {},
      }),
      force('a', 'cn', '0203', { parent: 'corps' }),
      force('b', 'cn', '0103', { parent: 'corps', carry: { foodDays: 6, ammoDays: 2 } }),
      force('c', 'cn', '0202', { parent: 'other' }),
      force('e', 'cn', '0102', { kind: 'engineer', men: 500, equipment: {} }),
      force('band', 'cn', '0504', { kind: 'irregular', ...small }),
      force('lift', 'cn', '0102', { by: 'airlift', parent: 'corps', ...small }),
      force('spare', 'cn', '0001', { reserve: true, ...small }),
      force('gone', 'cn', '0000', { turn: 6, ...small }),
      force('x', 'jp', '0303'),
      force('y', 'jp', '0404', { mobility: 'pack' }),
      force('z', 'jp', '0402'),
      force('w', 'jp', '0605', { kind: 'engineer' }),
      force('bandits', 'jp', '0001', { kind: 'irregular', ...small }),
    ],
    places: { pass: '0303', town: '0605' },
    objectives: [{ id: 'pass', place: 'pass', pointsPerTurn: { cn: 1, jp: 1 } }],
    jp: '0303 0404 0504 0505 0605 0604 0505 0402 0502 0602 0601',
    sources: [
      { side: 'cn', hex: '0000', foodKg: 30_000, ammoKg: 9000, fuelKg: 2000, ...day },
      { side: 'cn', hex: '0102', ...empty, from: { source: 'source0', ...day } },
      { side: 'jp', hex: '0605', foodKg: 20_000, ammoKg: 9000, fuelKg: 900, ...day },
      { side: 'jp', hex: '0404', ...empty, from: { source: 'source2', ...day } },
    ],
    airfields: [
      { id: 'field', side: 'cn', hex: '0102' },
      { id: 'strip', side: 'jp', hex: '0605' },
    ],
    boundaries: [
      { id: 'zone', side: 'cn', formation: 'army', corners: '0000 0300 0304 0004' },
      { id: 'line', side: 'jp', formation: 'x', corners: '0300 0600 0605 0305', active: false },
    ],
    fuel: [{ side: 'cn', ...FUEL }],
    aircraft: [
      { id: 'transport', role: 'transport', payloadKg: 900, menPerSortie: 15, fuelKgPerSortie: 150 },
      { id: 'bomber', payloadKg: 300, fuelKgPerSortie: 100 },
      { id: 'fighter', role: 'fighter', airCombat: 8 },
    ],
    air: [
      { id: 'lift', side: 'cn', aircraft: 'transport', missions: ['troopLift', 'supplyLift', 'supplyDrop'] },
      {
        id: 'cnAir',
        side: 'cn',
        aircraft: 'bomber',
        missions: [...all],
        base: { name: 'field', hex: '0102' },
        fallback: { name: 'rear', offMapKm: 150 },
      },
      { id: 'jpAir', side: 'jp', aircraft: 'fighter', missions: [...all], base: { name: 'strip', hex: '0605' } },
    ],
    decisions: [
      {
        id: 'call up',
        side: 'cn',
        cost: 2,
        when: { type: 'within', place: 'pass', side: 'jp', km: 6 },
        effects: [{ type: 'arrive', unit: 'spare' }],
      },
      { id: 'fuel', side: 'cn', cost: 1, effects: [{ type: 'aviationFuel', side: 'cn', kg: FUEL.gift }] },
      {
        id: 'send away',
        side: 'cn',
        delayDays: 3,
        when: { type: 'any', conditions: [{ type: 'fired', event: 'secret', not: true }] },
        effects: [
          { type: 'withdraw', unit: 'gone' },
          { type: 'withdraw', unit: 'c' },
          { type: 'boundary', boundary: 'zone', active: false },
        ],
      },
      { id: 'spied out', side: 'cn', when: { type: 'decided', decision: 'regroup' } },
      {
        id: 'regroup',
        side: 'jp',
        delayDays: 2,
        when: { type: 'stock', side: 'cn', atLeastKg: 30_000, not: true },
        effects: [
          { type: 'doctrine', side: 'jp', doctrine: 'withdraw' },
          { type: 'boundary', boundary: 'line', active: true },
          { type: 'cohesion', unit: 'x', change: 100 },
          { type: 'replacements', unit: 'y', men: 300 },
        ],
      },
      {
        id: 'burn',
        side: 'jp',
        when: {
          type: 'all',
          conditions: [
            { type: 'notHeld', place: 'pass', side: 'cn' },
            { type: 'airfield', airfield: 'field' },
          ],
        },
        effects: [
          { type: 'stock', source: 'source2', foodKg: -5000, ammoKg: 400, fuelKg: 0 },
          { type: 'civilians', dead: 40 },
        ],
      },
    ],
    events: [
      { id: 'storm', date: '1939-12-19', effects: [{ type: 'cohesion', unit: 'army', change: -20 }] },
      { id: 'secret', date: '1939-12-17', side: 'jp', effects: [{ type: 'points', side: 'jp', points: 2 }] },
      {
        id: 'relief',
        date: '1939-12-20',
        when: { type: 'decided', decision: 'fuel' },
        effects: [{ type: 'stock', source: 'source0', foodKg: 2000, ammoKg: 0, fuelKg: -100 }],
      },
    ],
    scenario: { diseaseRate: 5, diseaseRates: { jp: 30 }, truckLift: { cn: 1000, jp: 1000 } },
  });
}
