/** What is measured in every game of a batch, asked of small games played by the rules. */
import { expect, test } from 'vitest';
import { apply } from '../../src/core/apply.ts';
import { setControl } from '../../src/core/control.ts';
import type { GameEvent } from '../../src/core/event.ts';
import type { AirMission } from '../../src/core/scenario.ts';
import { Measuring } from '../../src/play/measures.ts';
import { tinyStart } from '../core/fixture.ts';

test('sorties by mission, men flown in and fuel burnt, by side', () => {
  const { game, state, at } = tinyStart({
    map: [',,,,,', ',,,,,'],
    units: [
      { id: 'a', side: 'cn', hex: '0000' },
      { id: 'x', side: 'jp', hex: '0401' },
    ],
    aircraft: [{ id: 'fighter', role: 'fighter' }],
    air: [
      { id: 'wing', side: 'cn', aircraft: 'fighter' },
      { id: 'wing2', side: 'cn', aircraft: 'fighter' },
    ],
  });
  const measuring = new Measuring(game);
  const fly = (formation: number, mission: AirMission, sorties: number): readonly GameEvent[] =>
    apply(game, state, { type: 'air', formation, mission, hex: at('0400'), sorties });
  measuring.watch(fly(0, 'interdiction', 3));
  measuring.watch(fly(1, 'interdiction', 2));
  measuring.watch(fly(1, 'reconnaissance', 1));
  Object.assign(state.sides[0], { menLifted: 50, kgLifted: 700, aviationUsed: 90 });
  const { sides } = measuring.result(state);
  expect(sides['cn']).toMatchObject({
    sorties: 6,
    missions: { interdiction: 5, reconnaissance: 1 },
    menLifted: 50,
    kgLifted: 700,
    aviationFuel: 90,
  });
  expect(sides['jp']).toMatchObject({ sorties: 0, missions: {}, menLifted: 0 });
});

test('who holds each place and airfield in the end, and the civilian dead', () => {
  const { game, state, at } = tinyStart({
    map: [',,,,,', ',,,,,'],
    units: [{ id: 'x', side: 'jp', hex: '0401' }],
    places: { town: '0200', village: '0100' },
    scenario: { airfields: [{ id: 'strip', place: 'town', side: 'cn', source: ['test'] }] },
  });
  setControl(state.control, at('0200'), 1);
  Object.assign(state.airfields[0] as object, { side: 1, status: 1 });
  state.civilians = 12;
  const found = new Measuring(game).result(state);
  expect(found.held).toEqual({ town: 'jp', village: 'cn' });
  expect(found.airfields).toEqual({ strip: { side: 'jp', working: false } });
  expect(found.civilians).toBe(12);
});

test('events and decisions by their first date: when a decision is taken, not when it takes effect', () => {
  const { game, state } = tinyStart({
    map: [',,,,,', ',,,,,'],
    units: [{ id: 'a', side: 'cn', hex: '0000' }],
    events: [{ id: 'news', date: '1939-12-17' }],
    scenario: {
      decisions: [
        {
          id: 'go',
          side: 'cn',
          title: 'Go',
          text: '',
          from: '1939-12-15',
          until: '1939-12-20',
          cost: 0,
          delayDays: 2,
          effects: [],
          source: ['test'],
        },
      ],
    },
  });
  const measuring = new Measuring(game);
  measuring.watch(apply(game, state, { type: 'decide', decision: 0 }));
  while (state.turn < 5) measuring.watch(apply(game, state, { type: 'end' }));
  const found = measuring.result(state);
  expect(found.happened).toEqual({ news: '1939-12-17' });
  expect(found.decided).toEqual({ go: '1939-12-15' });
});
