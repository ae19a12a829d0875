import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import type { Game } from '../../src/core/game.ts';
import { position } from '../../src/core/position.ts';
import { pathMinutes, pathTo, reach, stepMinutes } from '../../src/core/rules/movement.ts';
import { zocMinutes } from '../../src/core/rules/zoc.ts';
import type { GameState } from '../../src/core/state.ts';
import { IMPASSABLE } from '../../src/core/terrain.ts';
import { tinyStart as tiny } from './fixture.ts';

const open = (rows: number, cols: number): string[] => new Array<string>(rows).fill(','.repeat(cols));

/** The rule in the slowest words: relax every hexside until nothing changes. */
function slowReach(game: Game, state: GameState, unit: number): Map<number, number> {
  const now = state.units[unit]!;
  const info = game.units[unit]!;
  const pos = position(game, state, info.side);
  const table = game.march[info.mobility * 3 + state.ground]!;
  const cost = new Map([[now.hex, 0]]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [hex, minutes] of [...cost]) {
      for (let d = 0; d < 6; d++) {
        const to = game.neighbours[hex * 6 + d]!;
        if (to < 0 || pos.side[to] === 1 - info.side) continue;
        const step = stepMinutes(game, pos, table, info.side, hex, d, zocMinutes(game));
        if (step >= IMPASSABLE || minutes + step > now.minutes) continue;
        if (minutes + step < (cost.get(to) ?? 1e9)) {
          cost.set(to, minutes + step);
          changed = true;
        }
      }
    }
  }
  return cost;
}

describe('3 movement', () => {
  test.each([1, 2, 3, 4, 5, 6])('3.1 a lone unit with time for %i hexes of open ground reaches 3n(n+1) hexes', (n) => {
    const { game, state, unit } = tiny({ map: open(15, 15), units: [{ id: 'a', side: 'cn', hex: '0707' }] });
    const perHex = game.march[0]!.open[7 * 15 * 6 + 7 * 6]!;
    state.units[unit('a')]!.minutes = n * perHex;
    const reached = reach(game, state, unit('a'), 'march').order.length - 1;
    expect(reached).toBe(3 * n * (n + 1));
  });

  test('3.1-4.3 reach agrees with a slow search on random maps with roads, rivers and enemies', () => {
    const letters = '.,wplh'.split('');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...letters), { minLength: 81, maxLength: 81 }),
        fc.array(fc.nat(80), { minLength: 3, maxLength: 3 }),
        fc.array(fc.tuple(fc.nat(80), fc.nat(5), fc.constantFrom('stream', 'river', 'major')), { maxLength: 12 }),
        fc.constantFrom('foot', 'horse', 'tracked', 'motor'),
        fc.integer({ min: 0, max: 600 }),
        (ground, [own, e1, e2], rivers, mobility, minutes) => {
          const name = (hex: number): string => `0${hex % 9}0${Math.floor(hex / 9)}`;
          if (own === e1 || own === e2 || e1 === e2) return;
          const rows = Array.from({ length: 9 }, (_, y) => ground.slice(y * 9, y * 9 + 9).join(''));
          const { game, state, unit } = tiny({
            map: rows,
            roads: ['0004-0804'],
            rivers: rivers.map(([hex, d, kind]) => `${name(hex)} ${d} ${kind}`),
            units: [
              { id: 'a', side: 'cn', hex: name(own!), mobility },
              { id: 'x', side: 'jp', hex: name(e1!) },
              { id: 'y', side: 'jp', hex: name(e2!) },
            ],
          });
          state.fog = false;
          const a = unit('a');
          state.units[a]!.minutes = minutes;
          const slow = slowReach(game, state, a);
          const fast = reach(game, state, a, 'march');
          expect(new Set(fast.order)).toEqual(new Set(slow.keys()));
          for (const [hex, cost] of slow) expect(fast.minutes[hex]).toBe(cost);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('3.1 the listed path costs what reach says, and check allows it', () => {
    const { game, state, unit, at } = tiny({
      map: ['.lh..', 'l.wl.', '..hh.', '.....', 'plppp'],
      units: [{ id: 'a', side: 'cn', hex: '0000' }],
    });
    const a = unit('a');
    const found = reach(game, state, a, 'march');
    const minutes = found.minutes[at('0203')]!;
    const path = pathTo(found, at('0203'));
    expect(check(game, state, { type: 'move', unit: a, path, mode: 'march' })).toBeNull();
    const before = state.units[a]!.minutes;
    apply(game, state, { type: 'move', unit: a, path, mode: 'march' });
    expect(state.units[a]!.hex).toBe(at('0203'));
    expect(before - state.units[a]!.minutes).toBe(minutes);
  });

  test('3.2 armour that cannot leave the road in rugged ground does not leave it', () => {
    const { game, state, unit, at } = tiny({
      map: ['hhh', 'hhh', 'hhh'],
      roads: ['0001-0201'],
      units: [
        { id: 't', side: 'cn', hex: '0101', kind: 'armour', mobility: 'tracked', men: 100, equipment: { tank: 5 } },
      ],
    });
    const t = unit('t');
    expect(check(game, state, { type: 'move', unit: t, path: [at('0201')], mode: 'march' })).toBeNull();
    expect(check(game, state, { type: 'move', unit: t, path: [at('0100')], mode: 'march' })?.code).toBe('impassable');
  });

  test('3.4 a river without a bridge stops wheels and slows legs; a broken bridge is no bridge', () => {
    const make = (bridges: string[]) =>
      tiny({
        map: [',,,', ',,,'],
        roads: ['0000-0200'],
        rivers: ['0000 0 river', '0000 1 river', '0001 0 river', '0101 4 river'],
        bridges,
        units: [
          { id: 'f', side: 'cn', hex: '0000' },
          { id: 'm', side: 'cn', hex: '0000', mobility: 'motor', men: 50, equipment: { truck: 10 } },
        ],
      });
    const dry = make(['0000 0']);
    const path = [dry.at('0100')];
    expect(check(dry.game, dry.state, { type: 'move', unit: dry.unit('m'), path, mode: 'march' })).toBeNull();
    const quick = reach(dry.game, dry.state, dry.unit('f'), 'march').minutes[dry.at('0100')]!;
    dry.state.breaks.push({ hexside: 0, minutes: 100 });
    expect(check(dry.game, dry.state, { type: 'move', unit: dry.unit('m'), path, mode: 'march' })?.code).toBe('river');
    const slow = reach(dry.game, dry.state, dry.unit('f'), 'march').minutes[dry.at('0100')]!;
    expect(slow - quick).toBeGreaterThanOrEqual(120);
  });

  test('3.7 vehicles stop without fuel', () => {
    const { game, state, unit, at } = tiny({
      map: [',,,'],
      units: [{ id: 'm', side: 'cn', hex: '0000', mobility: 'motor', men: 50, equipment: { truck: 10 } }],
    });
    state.units[unit('m')]!.fuel = 0;
    const refusal = check(game, state, { type: 'move', unit: unit('m'), path: [at('0100')], mode: 'march' });
    expect(refusal).toMatchObject({ code: 'no-fuel', clause: '3.7' });
  });

  test('3.9 a march into the fog stops at an unknown enemy and reveals it', () => {
    const { game, state, unit, at } = tiny({
      map: [',,,,,,,,'],
      units: [
        { id: 'a', side: 'cn', hex: '0000' },
        { id: 'x', side: 'jp', hex: '0500' },
      ],
      weather: 'fog',
    });
    state.fog = true;
    const x = unit('x');
    expect(state.units[x]!.seen).toBe(0);
    const path = ['0100', '0200', '0300', '0400', '0500', '0600'].map(at);
    expect(check(game, state, { type: 'move', unit: unit('a'), path, mode: 'march' })).toBeNull();
    const events = apply(game, state, { type: 'move', unit: unit('a'), path, mode: 'march' });
    expect(state.units[unit('a')]!.hex).toBe(at('0400'));
    expect(state.units[x]!.seen).toBeGreaterThan(0);
    expect(events.find((event) => event.type === 'moved')).toMatchObject({ stopped: 'contact' });
  });

  test('4.3 entering an enemy zone of control costs 90 minutes more, going on inside it 270; 4.4 friends cancel it', () => {
    const { game, state, unit, at } = tiny({
      map: open(5, 7),
      units: [
        { id: 'a', side: 'cn', hex: '0102' },
        { id: 'x', side: 'jp', hex: '0302' },
        { id: 'b', side: 'cn', hex: '0201' },
      ],
    });
    state.fog = false;
    const plain = game.march[0]!.open[0]!;
    const found = reach(game, state, unit('a'), 'march');
    expect(found.minutes[at('0202')]).toBe(plain + 90);
    const inside = reach(game, state, unit('a'), 'march').minutes[at('0203')]!;
    expect(inside).toBe(2 * plain + 90);
    state.units[unit('a')]!.hex = at('0202');
    const direct = pathMinutes(game, state, { type: 'move', unit: unit('a'), path: [at('0203')], mode: 'march' });
    expect(direct).toEqual([plain + 270]);
    // Stepping out of the zone and in again is quicker, and reach finds it.
    expect(reach(game, state, unit('a'), 'march').minutes[at('0203')]).toBe(2 * plain + 90);
    expect(reach(game, state, unit('a'), 'march').minutes[at('0201')]).toBe(plain);
  });

  test('5.1 a full hex may be passed but not stayed in', () => {
    const { game, state, unit, at } = tiny({
      map: [',,,,'],
      units: [
        { id: 'a', side: 'cn', hex: '0000' },
        { id: 'b', side: 'cn', hex: '0100', men: 11900 },
      ],
    });
    const stop = check(game, state, { type: 'move', unit: unit('a'), path: [at('0100')], mode: 'march' });
    expect(stop).toMatchObject({ code: 'stacking', need: 12900, have: 12000 });
    const pass = check(game, state, { type: 'move', unit: unit('a'), path: [at('0100'), at('0200')], mode: 'march' });
    expect(pass).toBeNull();
  });
});
