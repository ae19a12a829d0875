/** The position is brought up to date instead of made afresh: it must be the same as one made from nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Position, position, unitsIn } from '../../src/core/position.ts';
import type { GameState } from '../../src/core/state.ts';
import { cloneState, view } from '../../src/core/view.ts';
import { type Tiny, tinyStart } from './fixture.ts';

const COLS = 6;
const SIZE = COLS * 4;
const UNITS = 8;

function make(): Tiny {
  return tinyStart(
    {
      map: new Array<string>(4).fill(','.repeat(COLS)),
      rivers: ['0201 0 major', '0201 1 major', '0302 4 major'],
      bridges: ['0201 0'],
      units: Array.from({ length: UNITS }, (_, i) => ({
        id: `u${i}`,
        side: i % 2 === 0 ? ('cn' as const) : ('jp' as const),
        hex: `0${i % COLS}0${Math.floor(i / COLS)}`,
        men: 100 + 20 * i,
        ...(i === 5 ? { kind: 'transport' as const, men: 900 } : {}),
      })),
    },
    { fog: true },
  );
}

/** What a position says, hex by hex and side by side. */
function facts(game: Tiny['game'], pos: Position): unknown {
  return {
    units: Array.from({ length: game.size }, (_, hex) => unitsIn(pos, hex)),
    side: [...pos.side],
    men: [...pos.men],
    zoc: [...pos.zoc],
    marks: [...pos.marks],
    broken: [...pos.broken],
  };
}

/** The same by counting, from the text of chapter 4. */
function counted({ game, state }: Tiny, known: number): { men: number[]; zoc: number[] } {
  const men = new Array<number>(game.size).fill(0);
  const zoc = new Array<number>(game.size).fill(0);
  state.units.forEach((unit, i) => {
    const { side, data } = game.units[i]!;
    const veiled = known >= 0 && state.fog && side !== known;
    if (unit.status !== 1 || (veiled && unit.seen === 0)) return;
    men[unit.hex]! += unit.men;
    const picket = (men: number): boolean => men >= 120 && data.kind !== 'transport';
    const exact = picket(unit.men) && unit.cohesion >= 200;
    if (!(veiled && unit.seen < 3 ? unit.seen === 1 || picket(data.men) : exact)) return;
    for (let d = 0; d < 6; d++) {
      const near = game.neighbours[unit.hex * 6 + d]!;
      const step = unit.hex * 6 + d;
      if (near >= 0 && (game.river[step] !== 3 || game.crossing[step] !== 0)) zoc[near]! |= 1 << side;
    }
  });
  return { men, zoc };
}

const change = fc.record({
  unit: fc.nat(UNITS - 1),
  hex: fc.nat(SIZE - 1),
  men: fc.constantFrom(50, 119, 120, 1000),
  cohesion: fc.constantFrom(199, 200, 900),
  status: fc.constantFrom(0, 1, 1, 1, 2),
  seen: fc.nat(3),
  link: fc.nat(SIZE - 1 - COLS - 1),
  mend: fc.boolean(),
});

describe('the position', () => {
  test('brought up to date is the same as made afresh, for either side and for a view', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 25 }), (changes) => {
        const tiny = make();
        const { game, state } = tiny;
        for (const { unit: i, hex, men, cohesion, status, seen, link, mend } of changes) {
          Object.assign(state.units[i]!, { men, cohesion, status, seen, hex: status === 1 ? hex : -1 });
          if (mend) state.breaks.pop();
          else if (game.neighbours[Math.floor(link / 3) * 6 + (link % 3)]! >= 0)
            state.breaks.push({ hexside: link, minutes: 9 });
          const fresh = (of: GameState, known: number): unknown =>
            facts(game, position({ ...game, scratch: {} }, of, known));
          for (const known of [-1, 0, 1]) {
            const pos = position(game, state, known);
            expect(facts(game, pos)).toEqual(fresh(state, known));
            const { men: there, zoc } = counted(tiny, known);
            expect([...pos.zoc]).toEqual(zoc);
            expect([...pos.men]).toEqual(there);
          }
          const seenBy = view(game, state, 0);
          expect(facts(game, position(game, seenBy, 0))).toEqual(fresh(seenBy, 0));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('does not mix up two states that are asked in turns', () => {
    const { game, state } = make();
    const other = cloneState(state);
    other.units[0]!.hex = 20;
    for (let i = 0; i < 3; i++) {
      expect(unitsIn(position(game, state, -1), 20)).toEqual([]);
      expect(unitsIn(position(game, other, -1), 20)).toEqual([0]);
    }
  });

  test('lists the units of a hex in ascending order, whatever the order in which they came', () => {
    const { game, state } = make();
    for (const i of [6, 2, 4, 0]) {
      state.units[i]!.hex = 20;
      position(game, state, -1);
    }
    expect(unitsIn(position(game, state, -1), 20)).toEqual([0, 2, 4, 6]);
    state.units[2]!.hex = 21;
    expect(unitsIn(position(game, state, -1), 20)).toEqual([0, 4, 6]);
  });
});
