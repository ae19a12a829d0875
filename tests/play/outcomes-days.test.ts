/** Measures of hunger, of what came by air a day, of places retaken and leaders lost, asked of small games played by the rules. */
import { describe, expect, test } from 'vitest';
import type { AirMission, ScenarioData } from '../../src/core/scenario.ts';
import type { LeaderState, SideState } from '../../src/core/state.ts';
import type { TinyOptions } from '../core/fixture.ts';
import { ask, type Measure, type Watched, watched } from './watched.ts';

const FIELD: TinyOptions = {
  map: [',,,,,,,,,,', ',,,,,,,,,,', ',,,,,,,,,,'],
  hexKm: 5,
  turns: 6,
  jp: '0900 0901 0902',
  units: [
    { id: 'army', side: 'cn', hex: '0101', kind: 'hq' },
    { id: 'a', side: 'cn', hex: '0201', parent: 'army' },
    { id: 'b', side: 'cn', hex: '0301', parent: 'army' },
    { id: 'x', side: 'jp', hex: '0901' },
  ],
  sources: [{ side: 'jp', hex: '0900' }],
  places: { town: '0401' },
  aircraft: [{ id: 'transport', role: 'transport', payloadKg: 2000 }],
  air: [
    { id: 'lift', side: 'cn', aircraft: 'transport', missions: ['supplyDrop', 'supplyLift'] },
    { id: 'other', side: 'jp', aircraft: 'transport', missions: ['supplyDrop'] },
  ],
};
const twoDays: TinyOptions = { ...FIELD, turnHours: 48 };

const fly = (game: Watched, formation: number, mission: AirMission, hex: string, sorties: number) =>
  game.order({ type: 'air', formation, mission, hex: game.at(hex), sorties });

describe('hunger', () => {
  const first = (formation: string | null): Measure => ({ kind: 'firstHunger', side: 'cn', formation });
  const days = (formation: string | null, side = 'cn'): Measure => ({ kind: 'daysHungry', side, formation });
  const feed = (game: Watched, unit: string, kg: number): void => {
    game.of(unit).food = kg;
  };

  test('begins when what a unit carries is eaten up, and its longest run of days counts', () => {
    const game = watched(twoDays, {
      first: first('army'),
      b: first('b'),
      days: days('a'),
      bDays: days('b'),
      jp: days(null, 'jp'),
    });
    feed(game, 'a', 1);
    for (const unit of ['b', 'army']) feed(game, unit, 1_000_000);
    expect(game.value('first')).toBeNull();
    game.until(2);
    expect(game.of('a').food).toBe(0);
    expect(game.value('first')).toBe('1939-12-17');
    game.until(3);
    expect(game.value('days')).toBe(4);
    // Fed for a turn, it begins to count anew; the longest run stays.
    feed(game, 'a', 1_000_000);
    game.until(4);
    feed(game, 'a', 0);
    game.until(5);
    expect(game.value('days')).toBe(4);
    expect(game.value('first')).toBe('1939-12-17');
    expect([game.value('b'), game.value('bDays'), game.value('jp')]).toEqual([null, 0, 0]);
  });
});

describe('what came by air a day', () => {
  const daily = (what: 'men' | 'kg' | 'dropped', side = 'cn'): Measure => ({ kind: 'deliveredDaily', side, what });

  test('dropped to friends, over the turns in which anything came', () => {
    const game = watched(twoDays, { it: daily('dropped'), other: daily('dropped', 'jp') });
    let kg = 0;
    for (const turn of [1, 3]) {
      game.until(turn);
      for (const event of fly(game, 0, 'supplyDrop', '0301', 2)) if (event.type === 'air') kg += event.delivered;
    }
    game.until(6);
    expect(kg).toBeGreaterThan(0);
    expect(game.value('it')).toBe(kg / 4);
    expect(game.value('other')).toBeNull();
  });

  test('men and kilograms landed', () => {
    const game = watched(FIELD, { men: daily('men'), kg: daily('kg') });
    const books = (more: Partial<SideState>): void => {
      Object.assign(game.state.sides[0], more);
    };
    books({ menLifted: 60 });
    game.until(2);
    books({ menLifted: 90, kgLifted: 500 });
    game.until(6);
    expect(game.value('men')).toBe(45);
    expect(game.value('kg')).toBe(500);
  });
});

test('the first sortie of a mission, by formation', () => {
  const first = (missions: AirMission[], more: object = {}): Measure => ({
    kind: 'firstSortie',
    side: 'cn',
    air: null,
    missions,
    ...more,
  });
  const game = watched(FIELD, {
    drop: first(['supplyDrop']),
    both: first(['supplyDrop', 'supplyLift'], { air: ['lift'] }),
    lift: first(['supplyLift']),
    jp: first(['supplyDrop'], { side: 'jp' }),
  });
  game.until(2);
  fly(game, 0, 'supplyDrop', '0301', 1);
  game.until(4);
  fly(game, 0, 'supplyDrop', '0301', 1);
  expect(['drop', 'both', 'lift', 'jp'].map((id) => game.value(id))).toEqual(['1939-12-16', '1939-12-16', null, null]);
});

describe('retaken', () => {
  const retaken = (side: string): Measure => ({ kind: 'firstDateRetaken', place: 'town', side });
  const take = (game: Watched, side: number): void => game.tell({ type: 'control', place: 0, side, to: 3 });

  test('by who had it, after the enemy had it; within a day as well', () => {
    const game = watched(FIELD, { cn: retaken('cn'), jp: retaken('jp') });
    game.until(2);
    take(game, 1);
    expect(game.value('cn')).toBeNull();
    game.until(3);
    take(game, 0);
    take(game, 1);
    game.until(4);
    take(game, 0);
    expect(game.value('cn')).toBe('1939-12-17');
    expect(game.value('jp')).toBe('1939-12-17');
  });

  test('a place taken for the first time was not retaken', () => {
    const lost = { ...FIELD, jp: '0401 0900 0901 0902' };
    expect(ask(lost, retaken('cn'), (game) => game.go('b', '0401'))).toBeNull();
    const game = watched(lost, { it: retaken('cn') });
    game.go('b', '0401');
    game.until(2);
    take(game, 1);
    game.until(3);
    take(game, 0);
    expect(game.value('it')).toBe('1939-12-17');
  });
});

test('leaders lost: killed or captured, of those named', () => {
  const leaders = ['li', 'bai', 'du', 'xu'];
  const led = ({ oob }: ScenarioData): void => {
    oob.leaders = leaders.map((id) => ({ id, name: id, unit: 'army', rating: 0, source: ['test'] }));
  };
  const game = watched(
    FIELD,
    { all: { kind: 'leadersLost', leaders }, two: { kind: 'leadersLost', leaders: ['bai', 'xu'] } },
    led,
  );
  expect(game.value('all')).toBe(0);
  [1, 2, 3, 0].forEach((status, i) => {
    (game.state.leaders[i] as LeaderState).status = status;
  });
  expect(game.value('all')).toBe(2);
  expect(game.value('two')).toBe(1);
});
