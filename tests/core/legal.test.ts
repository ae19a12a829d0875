/** The listed orders against a second implementation from the text of the rulebook. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { dice } from '../../src/core/dice.ts';
import type { Game } from '../../src/core/game.ts';
import { enemyHexes, legalActions } from '../../src/core/legal.ts';
import { pathMinutes } from '../../src/core/rules/movement.ts';
import type { GameState } from '../../src/core/state.ts';
import { type TinyOptions, type TinyUnit, tinyStart } from './fixture.ts';
import { Naive } from './naive.ts';

/** A listed order in the words of the second implementation. */
function words(game: Game, state: GameState, action: Action): string {
  switch (action.type) {
    case 'move': {
      const cost = pathMinutes(game, state, action).reduce((sum, minutes) => sum + minutes, 0);
      return `${action.mode === 'truck' ? 'truck' : 'march'} ${action.unit} ${action.path.at(-1)} ${cost}`;
    }
    case 'assault':
      return `assault ${action.units} / ${action.support.length > 0 ? `${action.support} ` : ''}${action.hex}`;
    case 'bombard':
      return `bombard ${action.unit} ${action.hex}`;
    case 'engineer':
      return `${action.task} ${action.unit} ${action.hexside}`;
    case 'breakOut':
      return `breakOut ${action.unit} ${action.hex}`;
    case 'stance':
      return `stance ${action.unit} ${action.stance}`;
    default:
      return action.type;
  }
}

function expectSame(game: Game, state: GameState): void {
  const listed = legalActions(game, state).map((action) => words(game, state, action));
  expect(listed.sort()).toEqual(new Naive(game.data, state).legal());
}

const KINDS: Partial<TinyUnit>[] = [
  { men: 1500 },
  { men: 5500 },
  { men: 90 },
  { mobility: 'pack', equipment: { gun75: 4 }, kind: 'artillery' },
  { mobility: 'horse', kind: 'cavalry', men: 400 },
  { mobility: 'tracked', kind: 'armour', men: 150, equipment: { tank: 6 } },
  { mobility: 'motor', kind: 'transport', men: 200, equipment: { truck: 20 } },
  { mobility: 'motor', kind: 'artillery', men: 300, equipment: { howitzer: 6 } },
  { kind: 'engineer', men: 350 },
  { kind: 'hq', men: 60 },
  { kind: 'irregular', men: 700 },
];

const COLS = 6;
const hexName = (hex: number): string => `0${hex % COLS}0${Math.floor(hex / COLS)}`;

/** A random little war in the middle of a turn. */
const wars = fc.record({
  ground: fc.array(fc.constantFrom(...'..,,wplhHMtsW'), { minLength: COLS * 5, maxLength: COLS * 5 }),
  units: fc.array(fc.tuple(fc.nat(COLS * 5 - 1), fc.nat(KINDS.length - 1), fc.boolean()), {
    minLength: 2,
    maxLength: 7,
  }),
  rivers: fc.array(fc.tuple(fc.nat(COLS * 5 - 1), fc.nat(5), fc.constantFrom('stream', 'river', 'major')), {
    maxLength: 8,
  }),
  // One crossing a hexside.
  bridges: fc.uniqueArray(fc.tuple(fc.nat(COLS * 5 - 1), fc.nat(2), fc.constantFrom('', ' ferry')), {
    maxLength: 4,
    selector: ([hex, d]) => hex * 3 + d,
  }),
  breaks: fc.array(fc.tuple(fc.nat(4), fc.boolean()), { maxLength: 3 }),
  weather: fc.constantFrom('clear', 'fog', 'lightRain', 'heavyRain'),
  hexKm: fc.constantFrom(1.5, 2.5, 4, 8),
  turnHours: fc.constantFrom(24, 48),
  marks: fc.array(fc.record({ acts: fc.nat(31), minutes: fc.nat(1200), cohesion: fc.nat(1000), supply: fc.nat(3) }), {
    minLength: 7,
    maxLength: 7,
  }),
});

describe('the listed orders', () => {
  test('are those of the second implementation, on random maps in the middle of a turn', () => {
    fc.assert(
      fc.property(wars, (war) => {
        const taken = new Map<number, boolean>();
        const units: TinyUnit[] = [];
        for (const [hex, kind, chinese] of war.units) {
          if ((taken.get(hex) ?? chinese) !== chinese || war.ground[hex] === 'W') continue;
          taken.set(hex, chinese);
          units.push({ id: `u${units.length}`, side: chinese ? 'cn' : 'jp', hex: hexName(hex), ...KINDS[kind]! });
        }
        const { game, state } = tinyStart({
          map: Array.from({ length: 5 }, (_, y) => war.ground.slice(y * COLS, y * COLS + COLS).join('')),
          roads: ['0002-0502'],
          tracks: ['0200 0201 0202 0203 0204'],
          rivers: war.rivers.map(([hex, d, kind]) => `${hexName(hex)} ${d} ${kind}`),
          bridges: war.bridges.map(([hex, d, kind]) => `${hexName(hex)} ${d}${kind}`),
          units,
          weather: war.weather as 'clear',
          hexKm: war.hexKm,
          turnHours: war.turnHours,
          scenario: { truckLift: { cn: 1000, jp: 1000 } },
        } satisfies TinyOptions);
        for (const [i, unit] of state.units.entries()) if (unit.status === 1) Object.assign(unit, war.marks[i]);
        for (const [col, road] of war.breaks)
          state.breaks.push({ hexside: (road ? 2 * COLS + col : col * COLS + 2) * 3 + (road ? 0 : 1), minutes: 300 });
        expectSame(game, state);
        state.active = 1;
        state.sides[1].lift = 1000;
        expectSame(game, state);
      }),
      { numRuns: 120 },
    );
  });

  test('are those of the second implementation along a whole game', () => {
    const unit = (id: string, side: 'cn' | 'jp', hex: string, more: Partial<TinyUnit> = {}): TinyUnit => ({
      id,
      side,
      hex,
      equipment: { rifle: 600, gun75: 4 },
      ...more,
    });
    const { game, state } = tinyStart({
      map: ['..ll.', '.lhh.', '.hHh.', '..hl.'],
      roads: ['0000 0101 0102 0203'],
      rivers: ['0102 1 river'],
      bridges: ['0102 1'],
      units: [
        unit('a', 'cn', '0000'),
        unit('b', 'cn', '0101'),
        unit('e', 'cn', '0100', { kind: 'engineer', equipment: {} }),
        unit('x', 'jp', '0203'),
        unit('y', 'jp', '0302', { mobility: 'horse', kind: 'cavalry' }),
      ],
      sources: [
        { side: 'cn', hex: '0000' },
        { side: 'jp', hex: '0203' },
      ],
      scenario: { truckLift: { cn: 1000, jp: 0 } },
      turns: 6,
    });
    const roll = dice('legal play');
    let orders = 0;
    while (!state.over) {
      expectSame(game, state);
      const legal = legalActions(game, state);
      apply(game, state, legal[roll.unit() < 0.15 ? legal.length - 1 : roll.below(legal.length)]!);
      orders++;
    }
    expect(orders).toBeGreaterThan(50);
  });

  test('come in a fixed order, with the end of the player turn last', () => {
    const { game, state } = tinyStart({
      map: [',,,,'],
      units: [
        { id: 'a', side: 'cn', hex: '0000' },
        { id: 'x', side: 'jp', hex: '0100' },
      ],
    });
    const listed = legalActions(game, state);
    expect(listed.at(-1)).toEqual({ type: 'end' });
    expect(legalActions(game, state)).toEqual(listed);
    expect(listed.filter((action) => action.type === 'end')).toHaveLength(1);
  });

  test('under fog only known enemies are targets', () => {
    const { game, state, of, at } = tinyStart(
      {
        map: [',,,,'],
        units: [
          { id: 'a', side: 'cn', hex: '0000' },
          { id: 'x', side: 'jp', hex: '0100' },
          { id: 'y', side: 'jp', hex: '0300' },
        ],
      },
      { fog: true },
    );
    of('y').seen = 0;
    expect(enemyHexes(game, state)).toEqual([at('0100')]);
    of('x').seen = 0;
    expect(enemyHexes(game, state)).toEqual([]);
    expect(legalActions(game, state).some((action) => action.type === 'assault')).toBe(false);
    state.fog = false;
    expect(enemyHexes(game, state)).toEqual([at('0100'), at('0300')]);
  });

  test('air missions: superiority once, drops on friends, the rest on known enemies, with all sorties left', () => {
    const { game, state } = tinyStart({
      map: [',,,,,,,'],
      units: [
        { id: 'a', side: 'cn', hex: '0000' },
        { id: 'b', side: 'cn', hex: '0200' },
        { id: 'x', side: 'jp', hex: '0500' },
        { id: 'y', side: 'jp', hex: '0600' },
      ],
      aircraft: [{ id: 'bomber', payloadKg: 300 }],
      air: [
        { id: 'ca', side: 'cn', aircraft: 'bomber', count: 8 },
        { id: 'ja', side: 'jp', aircraft: 'bomber' },
      ],
    });
    const flights = legalActions(game, state).filter((action) => action.type === 'air');
    expect(flights.map(({ mission, hex, sorties }) => `${mission} ${hex} ${sorties}`)).toEqual([
      'closeSupport 5 8',
      'closeSupport 6 8',
      'interdiction 5 8',
      'interdiction 6 8',
      'reconnaissance 5 8',
      'reconnaissance 6 8',
      'supplyDrop 0 8',
      'supplyDrop 2 8',
      'superiority 0 8',
    ]);
    state.air[0]!.sorties = 0;
    expect(legalActions(game, state).some((action) => action.type === 'air')).toBe(false);
  });
});

describe('a sample of orders that are not listed', () => {
  test('fails check, or is a variation of one that is listed', () => {
    const { game, state } = tinyStart({
      map: ['.lh.', 'l.wl', '..hh'],
      units: [
        { id: 'a', side: 'cn', hex: '0000', equipment: { gun75: 4 } },
        { id: 'b', side: 'cn', hex: '0101' },
        { id: 'x', side: 'jp', hex: '0201' },
      ],
    });
    const listed = new Set(legalActions(game, state).map((action) => words(game, state, action)));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.record({ type: fc.constant('bombard' as const), unit: fc.nat(3), hex: fc.nat(12) }),
          fc.record({ type: fc.constant('breakOut' as const), unit: fc.nat(3), hex: fc.nat(12) }),
          fc.record({ type: fc.constant('stance' as const), unit: fc.nat(3), stance: fc.constantFrom(0, 1, 2) }),
          fc.record({
            type: fc.constant('engineer' as const),
            unit: fc.nat(3),
            task: fc.constantFrom('demolish' as const, 'repair' as const),
            hexside: fc.nat(36),
          }),
          fc.record({
            type: fc.constant('assault' as const),
            units: fc.array(fc.nat(3), { maxLength: 1 }),
            support: fc.constant([]),
            hex: fc.nat(12),
            advance: fc.constant(true),
          }),
          fc.record({
            type: fc.constant('move' as const),
            unit: fc.nat(3),
            path: fc.array(fc.nat(12), { maxLength: 1 }),
            mode: fc.constantFrom('march' as const, 'truck' as const),
          }),
        ),
        (action) => {
          const order = action as Action;
          const refusal = check(game, state, order);
          if (order.type === 'move') {
            // Another way to the same place may be refused: too long, or no way at all.
            const goes = [...listed].some((text) =>
              text.startsWith(`${order.mode} ${order.unit} ${order.path.at(-1)} `),
            );
            if (!goes) expect(refusal, JSON.stringify(order)).not.toBeNull();
          } else expect(refusal === null, JSON.stringify(order)).toBe(listed.has(words(game, state, order)));
        },
      ),
      { numRuns: 600 },
    );
  });
});
