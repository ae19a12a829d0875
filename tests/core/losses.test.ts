/** Rulebook 6.13, 6.15-6.18 on one unit, with dice laid by hand. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dice, laid } from '../../src/core/dice.ts';
import type { GameEvent } from '../../src/core/event.ts';
import {
  addLoss,
  applyCapture,
  applyHits,
  armourHitShare,
  glean,
  noLoss,
  pickUp,
  removeIfEmpty,
} from '../../src/core/rules/losses.ts';
import { UNIT_DESTROYED, UNIT_ON_MAP } from '../../src/core/state.ts';
import { EQUIPMENT, type Tiny, tinyStart } from './fixture.ts';
import { only } from './turns.ts';

const index = (id: string): number => EQUIPMENT.findIndex((kind) => kind.id === id);
/** Dice that round to the nearest and give the middle of every range. */
const even = () => laid(new Array<number>(100).fill(0.5));

function make(equipment: Record<string, number> = {}, men = 1000, prisonerShare?: number): Tiny {
  const tiny = tinyStart({
    map: [',,,,,'],
    units: [
      { id: 'a', side: 'cn', hex: '0000', men, equipment },
      { id: 'x', side: 'jp', hex: '0400' },
    ],
  });
  if (prisonerShare !== undefined) tiny.game.data.scenario.sides[0]!.prisonerShare = prisonerShare;
  return tiny;
}

describe('6.13 hits', () => {
  test('6.13 a quarter of the hit are dead, of the rest 15 per cent return at once', () => {
    const tiny = make();
    const loss = applyHits(tiny.game, tiny.state, 0, 400, 1, even());
    // 100 dead; 45 of 300 return.
    expect(loss).toMatchObject({ killed: 100, wounded: 255, missing: 0, captured: 0 });
    expect(tiny.of('a')).toMatchObject({ men: 645, killed: 100, wounded: 255 });
  });

  test('6.13 each per cent of men hit costs 8 points of cohesion, never below 0', () => {
    for (const [hit, cohesion] of [
      [10, 892],
      [50, 860],
      [1000, 100],
    ] as const) {
      const tiny = make();
      applyHits(tiny.game, tiny.state, 0, hit, 1, even());
      expect(tiny.of('a').cohesion).toBe(cohesion);
    }
    const shaken = make();
    shaken.of('a').cohesion = 30;
    applyHits(shaken.game, shaken.state, 0, 100, 1, even());
    expect(shaken.of('a').cohesion).toBe(0);
  });

  test.each([
    // Of 1,000 men 100 are hit: a tenth of the rate of each class, of 100 pieces.
    ['rifle', 4, 0],
    ['lmg', 7, 0],
    ['hmg', 7, 0],
    ['mortar', 7, 0],
    ['gun75', 2, 1],
    ['howitzer', 2, 1],
    ['at37', 10, 3],
    ['tank', 50, 25],
    ['truck', 5, 1],
    ['horse', 8, 0],
  ])('6.13 %s: of 100 pieces %i are hit with a tenth of the men, %i can be repaired', (id, struck, mended) => {
    const tiny = make({ [id]: 100 });
    const loss = applyHits(tiny.game, tiny.state, 0, 100, 1, even());
    const i = index(id);
    const { eq, repair, eqLost, eqTaken } = tiny.of('a');
    expect(eq[i]).toBe(100 - struck);
    // Half a piece goes by lot: the die laid at one half rounds down.
    expect(repair[i]).toBe(mended);
    expect(eqLost[i]).toBe(struck - mended);
    expect(eqTaken[i]).toBe(0);
    expect(loss.eqLost[i]).toBe(struck - mended);
  });

  test('6.8 armour by its own factor; never more than six tenths in one fight', () => {
    const { game } = make();
    expect(armourHitShare(game, 0.02, 1)).toBeCloseTo(0.1, 10);
    expect(armourHitShare(game, 0.02, 2)).toBeCloseTo(0.2, 10);
    expect(armourHitShare(game, 0.02, 0)).toBe(0);
    expect(armourHitShare(game, 0.5, 2.95)).toBe(0.6);
    const tiny = make({ tank: 100, rifle: 100 });
    applyHits(tiny.game, tiny.state, 0, 20, 2, even());
    expect(tiny.of('a').eq[index('tank')]).toBe(80);
    // Rifles: 0.8 of a piece, one with the die at one half.
    expect(tiny.of('a').eq[index('rifle')]).toBe(99);
  });

  test('6.13 small shares come by lot: neither always nothing nor always one', () => {
    let lost = 0;
    for (let i = 0; i < 500; i++) {
      const tiny = make({ gun75: 2 });
      applyHits(tiny.game, tiny.state, 0, 50, 1, dice('lot', i));
      lost += 2 - tiny.of('a').eq[index('gun75')]!;
    }
    // 2 guns x 5 % x 0.2 = 0.02 a time.
    expect(lost).toBeGreaterThan(2);
    expect(lost).toBeLessThan(22);
  });
});

describe('6.15-6.16 men and pieces left behind', () => {
  test('6.16 of the men the share of the side is taken prisoner, the rest is missing', () => {
    for (const [share, captured] of [
      [undefined, 60],
      [100, 10],
      [1000, 100],
    ] as const) {
      const tiny = make({}, 1000, share);
      const loss = applyCapture(tiny.game, tiny.state, 0, 0.1, 1, even());
      expect(loss).toMatchObject({ captured, missing: 100 - captured, killed: 0 });
      expect(tiny.of('a')).toMatchObject({ men: 900, captured, missing: 100 - captured });
    }
  });

  test('6.15 guns 5-15 per cent, small arms with the men and half as many again', () => {
    const guns = (die: number, severity: number): number => {
      const tiny = make({ gun75: 1000 });
      // First the men and the prisoners, then the guns.
      applyCapture(tiny.game, tiny.state, 0, 0, severity, laid([0.5, 0.5, die, ...new Array<number>(60).fill(0.5)]));
      return 1000 - tiny.of('a').eq[index('gun75')]!;
    };
    expect([guns(0, 1), guns(0.5, 1), guns(0.999, 1)]).toEqual([50, 100, 150]);
    expect([guns(0, 2), guns(0.5, 2)]).toEqual([100, 200]);
    expect(guns(0.999, 6)).toBe(899);
    const tiny = make({ rifle: 1000, lmg: 100, horse: 100, truck: 100, tank: 100 });
    applyCapture(tiny.game, tiny.state, 0, 0.2, 1, even());
    const left = (id: string): number => tiny.of('a').eq[index(id)]!;
    expect([left('rifle'), left('lmg'), left('horse')]).toEqual([700, 70, 70]);
    // Vehicles get away twice as well as guns.
    expect([left('truck'), left('tank')]).toEqual([95, 95]);
  });

  test('6.15 of what is left behind the captor books seven tenths, of vehicles half; the rest is lost', () => {
    const tiny = make({ gun75: 100, tank: 100, rifle: 1000 });
    applyCapture(tiny.game, tiny.state, 0, 0.2, 2, even());
    const { eqTaken, eqLost } = tiny.of('a');
    const { captured } = tiny.state.sides[1];
    for (const [id, taken, lost] of [
      ['gun75', 14, 6],
      ['tank', 5, 5],
      ['rifle', 210, 90],
    ] as const) {
      const i = index(id);
      expect([eqTaken[i], eqLost[i], captured[i]], id).toEqual([taken, lost, taken]);
    }
    expect(tiny.state.sides[0].captured.every((count) => count === 0)).toBe(true);
  });

  test('6.15 wrecks under repair are mostly lost with the ground', () => {
    const tiny = make({ tank: 10 });
    const i = index('tank');
    Object.assign(tiny.of('a').repair, { [i]: 10 });
    applyCapture(tiny.game, tiny.state, 0, 0, 1, even());
    expect(tiny.of('a').repair[i]).toBe(3);
    expect(tiny.of('a').eqLost[i]).toBe(7);
  });

  test('6.13-6.17 whatever happens, every man and every piece is booked once', () => {
    fc.assert(
      fc.property(
        fc.record({ rifle: fc.nat(900), gun75: fc.nat(12), tank: fc.nat(20), truck: fc.nat(40), horse: fc.nat(200) }),
        fc.integer({ min: 1, max: 3000 }),
        fc.array(fc.tuple(fc.boolean(), fc.nat(400), fc.integer({ min: 1, max: 6 })), { maxLength: 6 }),
        fc.string(),
        (equipment, men, steps, seed) => {
          const tiny = make(equipment, men);
          const before = tiny.of('a').eq.slice();
          const total = noLoss(tiny.game, 0);
          for (const [i, [hit, size, severity]] of steps.entries()) {
            const roll = dice(seed, i);
            const loss = hit
              ? applyHits(tiny.game, tiny.state, 0, size, severity, roll)
              : applyCapture(tiny.game, tiny.state, 0, size / 400, severity, roll);
            pickUp(tiny.game, tiny.state, [loss], 1, roll);
            addLoss(total, loss);
          }
          const now = tiny.of('a');
          expect(now.men + now.killed + now.wounded + now.missing + now.captured).toBe(men);
          expect(now.killed + now.wounded + now.missing + now.captured).toBe(
            total.killed + total.wounded + total.missing + total.captured,
          );
          for (let i = 0; i < before.length; i++) {
            expect(now.eq[i]! + now.repair[i]! + now.eqLost[i]! + now.eqTaken[i]!).toBe(before[i]);
            expect(now.eqTaken[i]).toBe(tiny.state.sides[1].captured[i]);
            // Wrecks lost later were not lost when they were hit, so the losses told can't fall short of the books.
            expect(now.eqTaken[i]).toBe(total.eqTaken[i]);
            expect(now.eqLost[i]).toBe(total.eqLost[i]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('6.17 the field belongs to the victor', () => {
  test('6.17 he picks up six tenths of the small arms that the beaten lost, and nothing else', () => {
    const tiny = make({ rifle: 1000, hmg: 100, gun75: 100, tank: 100, horse: 100 });
    const loss = applyHits(tiny.game, tiny.state, 0, 250, 1, even());
    const before = { ...loss, eqLost: loss.eqLost.slice() };
    // A quarter of the men hit: 100 rifles and 17 or 18 machine guns destroyed.
    expect(before.eqLost[index('rifle')]).toBe(100);
    pickUp(tiny.game, tiny.state, [loss], 1, even());
    const { captured } = tiny.state.sides[1];
    expect(captured[index('rifle')]).toBe(60);
    expect(loss.eqLost[index('rifle')]).toBe(40);
    expect(loss.eqTaken[index('rifle')]).toBe(60);
    expect(captured[index('hmg')]).toBe(Math.floor(before.eqLost[index('hmg')]! * 0.6));
    for (const id of ['gun75', 'tank', 'horse']) {
      expect(before.eqLost[index(id)], id).toBeGreaterThan(0);
      expect(captured[index(id)], id).toBe(0);
    }
  });

  test('6.17 nobody picks up his own', () => {
    const tiny = make({ rifle: 1000 });
    const loss = applyHits(tiny.game, tiny.state, 0, 250, 1, even());
    pickUp(tiny.game, tiny.state, [loss], 0, even());
    expect(tiny.state.sides.map((side) => side.captured[index('rifle')])).toEqual([0, 0]);
  });
});

describe('6.17 a field fought over for days', () => {
  test('6.17 holds four tenths of the small arms and three tenths of the guns that the beaten had lost before', () => {
    const tiny = make({ rifle: 1000, hmg: 100, gun75: 100, at37: 100, tank: 100, horse: 100 });
    const a = tiny.of('a');
    const before: Record<string, number> = { rifle: 200, hmg: 50, gun75: 20, at37: 10, tank: 10, horse: 40 };
    for (const [id, lost] of Object.entries(before)) {
      a.eq[index(id)]! -= lost;
      a.eqLost[index(id)] = lost;
    }
    // What falls in this fight is not gleaned but picked up: it is in the loss of the day.
    const loss = noLoss(tiny.game, 0);
    a.eqLost[index('rifle')]! += 7;
    loss.eqLost[index('rifle')] = 7;
    glean(tiny.game, tiny.state, [loss], 1, even());
    const { captured } = tiny.state.sides[1];
    const found = Object.fromEntries(Object.keys(before).map((id) => [id, captured[index(id)]]));
    expect(found).toEqual({ rifle: 80, hmg: 20, gun75: 6, at37: 3, tank: 0, horse: 0 });
    expect(loss.eqTaken[index('rifle')]).toBe(80);
    expect(a.eqLost[index('rifle')]).toBe(127);
    expect(a.eqTaken[index('rifle')]).toBe(80);
    // Not by the beaten from himself.
    glean(tiny.game, tiny.state, [loss], 0, even());
    expect(tiny.state.sides[0].captured.every((count) => count === 0)).toBe(true);
  });
});

describe('6.18', () => {
  test('6.18 a unit without men leaves the map with everything', () => {
    const tiny = make({ rifle: 10, tank: 4 });
    const a = tiny.of('a');
    a.repair[index('tank')] = 2;
    a.eq[index('tank')] = 2;
    const events: GameEvent[] = [];
    removeIfEmpty(tiny.game, tiny.state, 0, events);
    expect([a.status, events]).toEqual([UNIT_ON_MAP, []]);
    const stores = a.food + a.ammo + a.fuel;
    a.men = 0;
    removeIfEmpty(tiny.game, tiny.state, 0, events);
    expect(a).toMatchObject({ status: UNIT_DESTROYED, hex: -1, food: 0, ammo: 0, fuel: 0 });
    expect([a.eqLost[index('tank')], a.eqLost[index('rifle')]]).toEqual([4, 10]);
    expect(tiny.state.sides[0].spoiled).toBe(stores);
    expect(only(events, 'destroyed')).toEqual([{ type: 'destroyed', unit: 0, hex: 0, to: 3 }]);
    removeIfEmpty(tiny.game, tiny.state, 0, events);
    expect(events).toHaveLength(1);
  });
});
