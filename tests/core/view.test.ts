/** Rulebook 7.8: what a side may know, and that nothing else gets through. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../src/core/apply.ts';
import { holderOf, setControl } from '../../src/core/control.ts';
import type { GameEvent, UnitLoss } from '../../src/core/event.ts';
import { refreshDetection } from '../../src/core/rules/detection.ts';
import { type GameState, SEEN_CONTACT, SEEN_STRENGTH, SEEN_TYPE, type SideIndex } from '../../src/core/state.ts';
import { cloneState, view, viewEvents } from '../../src/core/view.ts';
import { type Tiny, tinyStart } from './fixture.ts';
import { passTurn } from './turns.ts';

function make(fog = true): Tiny {
  return tinyStart(
    {
      map: ['........', '........'],
      units: [
        { id: 'a', side: 'cn', hex: '0000', equipment: { rifle: 500 } },
        { id: 'x', side: 'jp', hex: '0700', men: 1500, equipment: { rifle: 900, gun75: 4 } },
        { id: 'y', side: 'jp', hex: '0701', equipment: { rifle: 700 } },
      ],
      leaders: [{ id: 'l', unit: 'x' }],
      sources: [
        { side: 'cn', hex: '0000' },
        { side: 'jp', hex: '0701' },
      ],
      aircraft: [{ id: 'bomber' }],
      air: [
        { id: 'ca', side: 'cn', aircraft: 'bomber' },
        { id: 'ja', side: 'jp', aircraft: 'bomber', count: 30 },
      ],
      events: [{ id: 'e' }],
      airfields: [{ id: 'field', side: 'cn', hex: '0100' }],
      decisions: [{ id: 'd', side: 'cn' }],
      boundaries: [{ id: 'zone', side: 'cn', formation: 'a', corners: '0000 0200' }],
    },
    { fog },
  );
}

describe('7.8 the view of a side', () => {
  test('7.8 shows its own units as they are', () => {
    const { game, state } = make();
    expect(view(game, state, 0).units[0]).toEqual(state.units[0]);
    expect(view(game, state, 1).units.slice(1)).toEqual(state.units.slice(1));
    expect(view(game, state, 0).viewer).toBe(0);
  });

  test('7.8 an unseen enemy is nowhere, remembered where it was seen last', () => {
    const { game, state, unit, of } = make();
    Object.assign(of('x'), { seen: 0, seenHex: 9, seenTurn: 1, killed: 5 });
    const x = view(game, state, 0).units[unit('x')]!;
    expect(x).toMatchObject({ status: 0, hex: -1, men: 0, cohesion: 0, dug: 0, acts: 0, ammo: 0, killed: 0 });
    expect(x).toMatchObject({ seen: 0, seenHex: 9, seenTurn: 1 });
    expect(x.eq.every((count) => count === 0)).toBe(true);
  });

  test('7.8 a contact counts as 600 men, a type as its establishment, a fought enemy as it is', () => {
    const { game, state, unit, of } = make();
    const i = game.equipment.findIndex((kind) => kind.id === 'gun75');
    Object.assign(of('x'), { men: 1111, cohesion: 432, seenHex: 7, seenTurn: 1 });
    of('x').eq[i] = 2;
    const seen = (level: number) => {
      of('x').seen = level;
      const { hex, men, eq, cohesion } = view(game, state, 0).units[unit('x')]!;
      return [hex, men, eq[i], cohesion];
    };
    expect(seen(SEEN_CONTACT)).toEqual([7, 600, 0, 800]);
    expect(seen(SEEN_TYPE)).toEqual([7, 1500, 4, 800]);
    expect(seen(SEEN_STRENGTH)).toEqual([7, 1111, 2, 432]);
  });

  test('7.8 stores, fatigue, losses and orders of the enemy stay his secret, however well he is known', () => {
    const { game, state, unit, of } = make();
    const secret = {
      food: 77,
      fuel: 88,
      fatigue: 300,
      minutes: 123,
      killed: 9,
      wounded: 8,
      missing: 7,
      captured: 6,
      sick: 5,
      daysCut: 4,
    };
    Object.assign(of('x'), secret, { ammo: 99, held: 1, stance: 2, seen: SEEN_STRENGTH });
    const x = view(game, state, 0).units[unit('x')]!;
    for (const key of Object.keys(secret) as (keyof typeof secret)[]) expect(x[key], key).not.toBe(secret[key]);
    expect(x.ammo).not.toBe(99);
    expect([x.held, x.stance]).toEqual([0, 0]);
    // That he has run out of ammunition shows in the fight.
    of('x').ammo = 0;
    expect(view(game, state, 0).units[unit('x')]!.ammo).toBe(0);
  });

  test('7.8 the books, depots, aircraft and sorties of the enemy are hidden', () => {
    const { game, state } = make();
    Object.assign(state.sides[1], {
      points: 40,
      lift: 500,
      dropped: 9,
      entered: 11,
      aviationFuel: 12,
      aviationUsed: 14,
      menLifted: 15,
      kgLifted: 16,
      doctrine: 2,
    });
    state.sides[1].captured[0] = 13;
    state.plots.push({ side: 1, kind: 0, hex: 3, sorties: 9, value: 900 });
    state.plots.push({ side: 0, kind: 0, hex: 4, sorties: 2, value: 200 });
    state.battles.push({ hex: 5, side: 1, started: 1, last: 1, days: 1 });
    const seen = view(game, state, 0);
    expect(seen.sides[1]).toEqual({
      captured: seen.sides[1].captured.map(() => 0),
      points: 0,
      lift: 0,
      dropped: 0,
      dropTaken: 0,
      dropLost: 0,
      entered: 0,
      used: 0,
      spoiled: 0,
      aviationFuel: 0,
      aviationUsed: 0,
      menLifted: 0,
      kgLifted: 0,
      doctrine: 0,
    });
    expect(seen.depots[1]).toMatchObject({ food: 0, ammo: 0, fuel: 0 });
    expect(seen.depots[0]).toEqual(state.depots[0]);
    expect(seen.air[1]).toMatchObject({ aircraft: 0, sorties: 0, lost: 0 });
    expect(seen.air[0]).toEqual(state.air[0]);
    expect(seen.plots).toEqual([state.plots[1]]);
    expect(seen.battles).toEqual([]);
    expect(view(game, state, 1).battles).toEqual(state.battles);
    // Who defends the hex knows of the battle.
    state.battles[0]!.hex = 0;
    expect(view(game, state, 0).battles).toEqual(state.battles);
  });

  test('7.8 of ownership a side knows what it has seen', () => {
    const { game, state, at } = make();
    setControl(state.control, at('0100'), 1);
    setControl(state.control, at('0400'), 1);
    const before = view(game, state, 0);
    expect([holderOf(before.control, at('0100')), holderOf(before.control, at('0400'))]).toEqual([0, 0]);
    refreshDetection(game, state, 0, []);
    const after = view(game, state, 0);
    // The next hex is watched, the fourth is not.
    expect([holderOf(after.control, at('0100')), holderOf(after.control, at('0400'))]).toEqual([1, 0]);
    expect(after.believed).toEqual([after.control, after.control]);
    expect(holderOf(view(game, state, 1).control, at('0400'))).toBe(0);
  });

  test('7.8 nobody sees the seed of the dice, with fog or without', () => {
    for (const fog of [true, false]) {
      const { game, state } = make(fog);
      expect(state.seed).not.toBe('');
      expect(view(game, state, 0).seed).toBe('');
    }
  });

  test('7.8 without fog everything else is open', () => {
    const { game, state } = make(false);
    const seen: Partial<GameState & { viewer: SideIndex }> = { ...view(game, state, 1), seed: state.seed };
    delete seen.viewer;
    expect(seen).toEqual(state);
  });

  test('a view is a copy: changing it changes nothing', () => {
    const { game, state } = make();
    state.taken.push({ decision: 0, turn: 1, done: 1 });
    state.breaks.push({ hexside: 3, minutes: 100 });
    state.battles.push({ hex: 0, side: 0, started: 1, last: 1, days: 1 });
    state.plots.push(
      { side: 0, kind: 1, hex: 3, sorties: 9, value: 0 },
      { side: 1, kind: 0, hex: 3, sorties: 1, value: 2 },
    );
    state.result = { grade: 'cn', margin: 1 };
    const before = JSON.stringify(state);
    /** Overwrites all that is in a copy, however deep. */
    const spoil = (value: object): void => {
      for (const [key, entry] of Object.entries(value))
        if (typeof entry === 'object' && entry !== null) spoil(entry);
        else Object.assign(value, { [key]: 77 });
      if (Array.isArray(value)) value.push(5);
    };
    for (const copy of [view(game, state, 0), view(game, state, 1), cloneState(state)]) spoil(copy);
    expect(JSON.stringify(state)).toBe(before);
  });

  test('law 7: no number of an unseen enemy finds its way into the view', () => {
    const start = make();
    start.of('x').seen = 0;
    start.of('y').seen = 0;
    const plain = JSON.stringify(view(start.game, start.state, 0));
    const keys = Object.keys(start.of('x')).filter((key) => !['seen', 'seenHex', 'seenTurn'].includes(key));
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.constantFrom('x', 'y'), fc.nat(5000), (key, id, value) => {
        const state = cloneState(start.state);
        const unit = state.units[start.unit(id)] as unknown as Record<string, number | number[]>;
        if (Array.isArray(unit[key])) unit[key].fill(value);
        else unit[key] = value;
        expect(JSON.stringify(view(start.game, state, 0))).toBe(plain);
      }),
    );
  });
});

describe('7.8 the events of a side', () => {
  const loss = (unit: number): UnitLoss => ({
    unit,
    killed: 1,
    wounded: 2,
    missing: 0,
    captured: 0,
    eqLost: [],
    eqTaken: [],
  });

  test('7.8 only those told to it, with its own losses and the steps that it saw', () => {
    const { game } = make();
    const events: GameEvent[] = [
      { type: 'arrival', unit: 0, hex: 0, to: 1 },
      { type: 'moved', unit: 1, path: [7, 6, 5], shown: [6], stopped: 'contact', to: 3 },
      { type: 'moved', unit: 0, path: [0, 1], shown: [], stopped: null, to: 1 },
      { type: 'bombard', unit: 1, hex: 0, losses: [loss(0), loss(1)], to: 3 },
      { type: 'retreat', unit: 0, path: [0, 1], blocked: false, losses: [loss(0)], to: 3 },
    ];
    expect(viewEvents(game, events, 0, true)).toEqual([
      events[0],
      { type: 'moved', unit: 1, path: [6], shown: [6], stopped: null, to: 3 },
      events[2],
      { type: 'bombard', unit: 1, hex: 0, losses: [loss(0)], to: 3 },
      events[4],
    ]);
    expect(viewEvents(game, events, 1, true)).toEqual([
      events[1],
      { type: 'bombard', unit: 1, hex: 0, losses: [loss(1)], to: 3 },
      { type: 'retreat', unit: 0, path: [0, 1], blocked: false, losses: [], to: 3 },
    ]);
    expect(viewEvents(game, events, 1, false)).toEqual(events);
    // The list that came in stays whole.
    expect(events[3]).toMatchObject({ losses: [loss(0), loss(1)] });
  });

  test('7.8 a march out of sight is not told to the enemy', () => {
    const tiny = make();
    const events = apply(tiny.game, tiny.state, { type: 'move', unit: 0, path: [8], mode: 'march' });
    expect(viewEvents(tiny.game, events, 1, true)).toEqual([]);
    expect(viewEvents(tiny.game, events, 0, true)).toEqual(events);
    // Nor what comes with the turn for the other side alone.
    const rest = passTurn(tiny);
    for (const event of viewEvents(tiny.game, rest, 1, true)) expect(event.to & 2).toBe(2);
  });
});
