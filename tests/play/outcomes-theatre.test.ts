/** Measures of the air war, airfields, events and decisions, asked of small games played by the rules. */
import { describe, expect, test } from 'vitest';
import type { AirMission, ScenarioData } from '../../src/core/scenario.ts';
import type { TinyOptions } from '../core/fixture.ts';
import { ask, type Measure, type Watched, watched } from './watched.ts';

const SKY: TinyOptions = {
  map: [',,,,,,,,,,', ',,,,,,,,,,', ',,,,,,,,,,'],
  hexKm: 5,
  turns: 6,
  jp: '0900 0901 0902',
  units: [
    { id: 'a', side: 'cn', hex: '0201' },
    { id: 'guests', side: 'cn', hex: '0101', men: 200 },
    { id: 'x', side: 'jp', hex: '0901' },
  ],
  sources: [
    { side: 'cn', hex: '0101', foodKg: 500_000, ammoKg: 500_000, fuelKg: 0 },
    { side: 'jp', hex: '0900' },
  ],
  places: { field: '0101', ridge: '0501' },
  aircraft: [
    { id: 'fighter', role: 'fighter', fuelKgPerSortie: 100 },
    { id: 'transport', role: 'transport', payloadKg: 2000, menPerSortie: 30, fuelKgPerSortie: 500 },
  ],
  air: [
    { id: 'wing1', side: 'cn', aircraft: 'fighter' },
    { id: 'wing2', side: 'cn', aircraft: 'fighter' },
    { id: 'lift', side: 'cn', aircraft: 'transport', missions: ['troopLift', 'supplyLift', 'supplyDrop'] },
    { id: 'jpwing', side: 'jp', aircraft: 'fighter', missions: ['superiority'] },
  ],
  scenario: { airfields: [{ id: 'strip', place: 'field', side: 'cn', source: ['test'] }] },
};

const fly = (game: Watched, formation: number, mission: AirMission, hex: string, sorties: number) =>
  game.order({ type: 'air', formation, mission, hex: game.at(hex), sorties });

describe('sorties', () => {
  const sorties = (more: object = {}): Measure => ({ kind: 'sorties', side: 'cn', air: null, ...more });
  const campaign = (game: Watched): void => {
    fly(game, 0, 'interdiction', '0801', 4);
    fly(game, 1, 'superiority', '0201', 3);
    game.until(3);
    fly(game, 0, 'closeSupport', '0801', 5);
    game.until(5);
    fly(game, 1, 'reconnaissance', '0501', 2);
  };

  test('all of a side, by formation, by mission, by period', () => {
    expect(ask(SKY, sorties(), campaign)).toBe(14);
    expect(ask(SKY, sorties({ air: ['wing1'] }), campaign)).toBe(9);
    expect(ask(SKY, sorties({ missions: ['closeSupport', 'reconnaissance'] }), campaign)).toBe(7);
    expect(ask(SKY, sorties({ since: '1939-12-17' }), campaign)).toBe(7);
    expect(ask(SKY, sorties({ until: '1939-12-17' }), campaign)).toBe(12);
    expect(ask(SKY, sorties({ since: '1939-12-16', until: '1939-12-17' }), campaign)).toBe(5);
    expect(ask(SKY, sorties({ side: 'jp' }), campaign)).toBe(0);
  });

  test('agree with what the state counts', () => {
    const game = watched(SKY, { it: sorties() });
    campaign(game);
    expect(game.value('it')).toBe(game.state.air.slice(0, 3).reduce((sum, air) => sum + air.flown, 0));
  });

  test('a patrol that meets the enemy is not counted twice', () => {
    const game = watched(SKY, { it: sorties() });
    fly(game, 0, 'superiority', '0201', 3);
    const again = { type: 'air', formation: 0, mission: 'superiority', sorties: 2, intercepted: 2 } as const;
    game.tell({ ...again, hex: game.at('0201') });
    expect(game.value('it')).toBe(3);
  });

  test('aircraft and crews lost, of the formations named', () => {
    const lose = (game: Watched): void => {
      const [one, two] = game.state.air;
      Object.assign(one as object, { lost: 3, crewsLost: 2 });
      Object.assign(two as object, { lost: 4, crewsLost: 1 });
    };
    const lost = (air: string[] | null, what: 'aircraft' | 'crews'): Measure => ({
      kind: 'airLosses',
      side: 'cn',
      air,
      what,
    });
    expect(ask(SKY, lost(null, 'aircraft'), lose)).toBe(7);
    expect(ask(SKY, lost(['wing2'], 'aircraft'), lose)).toBe(4);
    expect(ask(SKY, lost(['wing1'], 'crews'), lose)).toBe(2);
  });
});

describe('airlift', () => {
  const byAir = ({ oob, air }: ScenarioData): void => {
    air.fuel = [{ side: 'cn', startKg: 100_000, kgPerDay: 0, mostKg: 100_000, source: ['test'] }];
    for (const { id, arrival } of oob.units) if (id === 'guests') arrival.by = 'airlift';
  };
  const bring = (game: Watched): void => {
    const unit = game.unit('guests');
    const lift = (sorties: number) =>
      game.order({ type: 'air', formation: 2, mission: 'troopLift', hex: game.at('0101'), sorties, unit });
    lift(1);
    game.until(2);
    lift(2);
    game.until(3);
    lift(4);
    fly(game, 2, 'supplyLift', '0101', 2);
  };

  test('men and kilograms landed, up to a date or in all', () => {
    const lifted = (more: object): Measure => ({ kind: 'airlifted', side: 'cn', what: 'men', ...more });
    const measures: Record<string, Measure> = {
      men: lifted({}),
      early: lifted({ until: '1939-12-16' }),
      kg: lifted({ what: 'kg' }),
      other: lifted({ side: 'jp' }),
      fuel: { kind: 'aviationFuel', side: 'cn' },
    };
    const game = watched(SKY, measures, byAir);
    bring(game);
    while (!game.state.over) game.order({ type: 'end' });
    expect(game.value('men')).toBe(200);
    expect(game.value('early')).toBe(90);
    expect(game.value('kg')).toBe(4000);
    expect(game.value('other')).toBe(0);
    expect(game.value('fuel')).toBe(9 * 500);
  });

  test('the unit comes to the airfield when all of it has been landed', () => {
    const game = watched(SKY, { it: { kind: 'arrivalAt', formation: 'guests', place: 'field' } }, byAir);
    bring(game);
    expect(game.value('it')).toBeNull();
    game.until(4);
    expect(game.value('it')).toBe('1939-12-18');
  });
});

test('dropped from the air: what was sent, and what of it came to friends', () => {
  const game = watched(SKY, {
    sent: { kind: 'dropped', side: 'cn', what: 'sent' },
    received: { kind: 'dropped', side: 'cn', what: 'received' },
  });
  const [event] = fly(game, 2, 'supplyDrop', '0201', 2);
  if (event?.type !== 'air') throw new Error('no drop');
  expect(game.value('sent')).toBe(4000);
  expect(game.value('received')).toBe(event.delivered);
  expect(event.delivered).toBeLessThan(4000);
});

describe('state of an airfield', () => {
  const is = (state: 'open' | 'demolished' | 'captured', side = 'cn'): Measure => ({
    kind: 'airfieldState',
    airfield: 'strip',
    side,
    is: state,
  });
  const blow = (game: Watched): void => {
    game.order({ type: 'airfield', airfield: 0 });
  };

  test('open, demolished by its own side, in the hands of the other', () => {
    expect(ask(SKY, is('open'), () => {})).toBe('yes');
    expect(ask(SKY, is('captured', 'jp'), () => {})).toBe('yes');
    expect(ask(SKY, is('open'), blow)).toBe('no');
    expect(ask(SKY, is('demolished'), blow)).toBe('yes');
    const fall = (game: Watched): void => {
      Object.assign(game.state.airfields[0] as object, { side: 1 });
    };
    expect(ask(SKY, is('captured'), fall)).toBe('yes');
    expect(ask(SKY, is('demolished'), fall)).toBe('no');
  });
});

describe('events and decisions', () => {
  const STORY: TinyOptions = {
    ...SKY,
    events: [
      { id: 'opening', date: '1939-12-15' },
      { id: 'massacre', date: '1939-12-17', effects: [{ type: 'civilians', dead: 120 }] },
      { id: 'halt', date: '1939-12-19', effects: [{ type: 'doctrine', side: 'jp', doctrine: 'withdraw' }] },
      { id: 'lost', date: '1939-12-18', when: { type: 'held', place: 'ridge', side: 'jp' } },
    ],
    scenario: {
      ...SKY.scenario,
      decisions: [
        {
          id: 'release',
          side: 'cn',
          title: 'Release',
          text: '',
          from: '1939-12-16',
          until: '1939-12-20',
          cost: 5,
          delayDays: 1,
          effects: [{ type: 'doctrine', side: 'cn', doctrine: 'attack' }],
          source: ['test'],
        },
      ],
    },
  };
  const decide = (game: Watched): void => {
    game.until(2);
    game.order({ type: 'decide', decision: 0 });
  };

  test('the date on which a dated event comes about, the first day among them', () => {
    const date = (event: string): Measure => ({ kind: 'eventDate', event });
    expect(ask(STORY, date('opening'), () => {})).toBe('1939-12-15');
    expect(ask(STORY, date('massacre'), () => {})).toBe('1939-12-17');
    expect(ask(STORY, date('lost'), () => {})).toBeNull();
  });

  test('the date on which a decision is taken, not that of its effects', () => {
    expect(ask(STORY, { kind: 'decisionDate', decision: 'release' }, decide)).toBe('1939-12-16');
    expect(ask(STORY, { kind: 'decisionDate', decision: 'release' }, () => {})).toBeNull();
  });

  test('the date on which a command changes its doctrine, by an event or when a decision takes effect', () => {
    const date = (side: string, doctrine: 'attack' | 'withdraw'): Measure => ({ kind: 'doctrineDate', side, doctrine });
    expect(ask(STORY, date('jp', 'withdraw'), decide)).toBe('1939-12-19');
    expect(ask(STORY, date('cn', 'attack'), decide)).toBe('1939-12-17');
    expect(ask(STORY, date('cn', 'attack'), () => {})).toBeNull();
    expect(ask(STORY, date('jp', 'attack'), decide)).toBeNull();
  });

  test('civilian dead of the events that came about', () => {
    const game = watched(STORY, { it: { kind: 'civilians' } });
    expect(game.value('it')).toBe(0);
    game.until(3);
    expect(game.value('it')).toBe(120);
  });
});
