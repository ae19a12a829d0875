/**
 * What a fight for a mountain pass needs, each from general rules: the heights beside the road, tanks on it, guns dug in
 * behind the crest, a battalion against a division, the way back cut.
 */
import { describe, expect, test } from 'vitest';
import type { AssaultAction } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { check } from '../../src/core/check.ts';
import { holderOf } from '../../src/core/control.ts';
import type { Odds } from '../../src/core/odds.ts';
import { oddsOf } from '../../src/core/rules/combat.ts';
import { isWatched } from '../../src/core/rules/detection.ts';
import { cloneState } from '../../src/core/view.ts';
import { EQUIPMENT, type Tiny, type TinyOptions, type TinyUnit, tinyStart } from './fixture.ts';
import { go, only } from './turns.ts';

/**
 * The saddle at 0202 among wooded hills, a road over it from 0002 to 0402, a height on either side of it: 0201 to the
 * north-east and 0203 to the south-east.
 */
const PASS: Omit<TinyOptions, 'units'> = {
  map: [',,,,,', '.HMH.', '..h..', '.HMH.', ',,,,,'],
  roads: ['0002-0402'],
  elevation: { '0202': [200, 260] },
  places: { pass: '0202' },
  sources: [
    { side: 'cn', hex: '0002' },
    { side: 'jp', hex: '0402' },
  ],
};

const BATTALION: TinyUnit = {
  id: 'battalion',
  side: 'jp',
  hex: '0202',
  echelon: 'battalion',
  men: 900,
  quality: 85,
  equipment: { rifle: 700, lmg: 36, hmg: 12, gun75: 2, at37: 4 },
};
/** A regiment of a good Chinese division. */
const regiment = (id: string, hex: string, change: Partial<TinyUnit> = {}): TinyUnit => ({
  id,
  side: 'cn',
  hex,
  men: 2200,
  quality: 65,
  equipment: { rifle: 1500, lmg: 120, hmg: 36, mortar: 12 },
  parent: 'division',
  ...change,
});
const TANKS: TinyUnit = {
  id: 'tanks',
  side: 'cn',
  hex: '0102',
  kind: 'armour',
  mobility: 'tracked',
  men: 200,
  equipment: { tank: 24 },
  parent: 'army',
};

function start(units: TinyUnit[], options: Partial<TinyOptions> = {}, seed = 'pass'): Tiny {
  return tinyStart(
    {
      ...PASS,
      formations: [
        { id: 'army', side: 'cn', echelon: 'army' },
        { id: 'division', side: 'cn', parent: 'army' },
      ],
      ...options,
      units,
    },
    { seed },
  );
}

function order(tiny: Tiny, units: string[], support: string[] = []): AssaultAction {
  const sorted = (ids: string[]): number[] => ids.map(tiny.unit).sort((a, b) => a - b);
  return { type: 'assault', units: sorted(units), support: sorted(support), hex: tiny.at('0202'), advance: true };
}

function odds(units: TinyUnit[], attackers: string[], prepare?: (tiny: Tiny) => void): Odds {
  const tiny = start(units);
  prepare?.(tiny);
  const action = order(tiny, attackers);
  expect(check(tiny.game, tiny.state, action)).toBeNull();
  return oddsOf(tiny.game, tiny.state, action);
}

describe('the heights beside the pass', () => {
  const attack = [regiment('r1', '0102')];
  const guard = (id: string, side: 'cn' | 'jp', hex: string): TinyUnit => ({
    id,
    side,
    hex,
    men: 400,
    mobility: 'foot',
  });

  test('6.5 help the attacker who has taken them and the defender who still holds them', () => {
    const alone = odds([BATTALION, ...attack], ['r1']);
    const north = odds([BATTALION, ...attack, guard('n', 'cn', '0201')], ['r1']);
    const both = odds([BATTALION, ...attack, guard('n', 'cn', '0201'), guard('s', 'cn', '0203')], ['r1']);
    expect(north.gaveWay).toBeGreaterThan(alone.gaveWay);
    expect(both.gaveWay).toBeGreaterThan(north.gaveWay);
    // Each is worth 6 per cent of power.
    expect(Math.abs(north.lnPower - alone.lnPower - 1024 * Math.log(1.06))).toBeLessThanOrEqual(2);
    // 0101 looks down on the road at 0102, where the attack comes from.
    const flanked = odds([BATTALION, ...attack, guard('n', 'jp', '0101')], ['r1']);
    expect(flanked.gaveWay).toBeLessThan(alone.gaveWay);
  });

  test('7.2, 6.21 see the road behind the saddle and bring guns down on it', () => {
    const column: TinyUnit = { id: 'column', side: 'jp', hex: '0402', men: 800 };
    const battery: TinyUnit = {
      id: 'g',
      side: 'cn',
      hex: '0002',
      kind: 'artillery',
      men: 200,
      equipment: { howitzer: 6 },
    };
    const fire = (posts: TinyUnit[]) => {
      const tiny = start([column, battery, ...posts]);
      const seen = isWatched(tiny.game, tiny.state, tiny.at('0402'), 0);
      return [
        seen,
        check(tiny.game, tiny.state, { type: 'bombard', unit: tiny.unit('g'), hex: tiny.at('0402') })?.code,
      ];
    };
    // From the road west of the pass nobody sees over the saddle; from the height beside it he does.
    expect(fire([guard('west', 'cn', '0102')])).toEqual([false, 'not-observed']);
    expect(fire([guard('height', 'cn', '0201')])).toEqual([true, undefined]);
  });
});

describe('tanks on the road', () => {
  test('3.2, 6.8 reach the saddle by the road alone, and do not take possession of it', () => {
    const tiny = start([TANKS]);
    tiny.state.control = tiny.state.control.map(() => 0xaaaaaaaa | 0);
    expect(holderOf(tiny.state.control, tiny.at('0202'))).toBe(1);
    expect(go(tiny, 'tanks', '0203')).not.toBeNull();
    expect(go(tiny, 'tanks', '0101')?.code).toBe('impassable');
    expect(go(tiny, 'tanks', '0202')).toBeNull();
    expect(holderOf(tiny.state.control, tiny.at('0202'))).toBe(1);
    // Infantry behind them does.
    const foot = start([TANKS, regiment('r1', '0102')]);
    foot.state.control = tiny.state.control.slice();
    expect(go(foot, 'r1', '0202')).toBeNull();
    expect(holderOf(foot.state.control, foot.at('0202'))).toBe(0);
  });

  test('6.7-6.8 are weak without infantry, in the attack and on the saddle', () => {
    const alone = odds([BATTALION, TANKS], ['tanks']);
    const withFoot = odds([BATTALION, TANKS, regiment('r1', '0102')], ['tanks', 'r1']);
    const foot = odds([BATTALION, regiment('r1', '0102')], ['r1']);
    expect(alone.gaveWay).toBeLessThan(60);
    expect(alone.factors).toContainEqual({ id: 'armour', q: Math.round(1024 * Math.log(0.6)), clause: '6.8' });
    // The two together do better than either.
    expect(withFoot.gaveWay).toBeGreaterThan(foot.gaveWay);
    expect(withFoot.gaveWay).toBeGreaterThan(alone.gaveWay * 3);
    // On the saddle they fall to an attack that infantry of the same numbers would stand.
    const held = (defender: TinyUnit): number => {
      const tiny = start([
        { ...regiment('j', '0302'), side: 'jp', parent: null },
        { ...defender, hex: '0202' },
      ]);
      tiny.state.active = 1;
      tiny.of('j').minutes = 600;
      return oddsOf(tiny.game, tiny.state, order(tiny, ['j'])).gaveWay;
    };
    const tanksHold = held({ ...TANKS, men: 1000, equipment: { tank: 101 } });
    const tanksAndFoot = held({ ...TANKS, kind: 'infantry', men: 1000, equipment: { tank: 100 } });
    expect(tanksHold).toBeGreaterThan(tanksAndFoot * 1.3);
  });

  test('6.8 anti-tank guns raise the losses of armour, dug in still more', () => {
    const expected = (at37: number, dug: number): number =>
      odds(
        [{ ...BATTALION, equipment: { ...BATTALION.equipment, at37 } }, TANKS, regiment('r1', '0102')],
        ['tanks', 'r1'],
        (tiny) => (tiny.of('battalion').dug = dug),
      ).attackerArmourHit;
    const [none, hasty, dugIn] = [expected(0, 500), expected(4, 0), expected(4, 500)];
    // Four guns against ten vehicles in front: 0.7 + 4/10, dug in half as much again of the guns' part.
    expect(hasty).toBeGreaterThan(none * 1.5);
    expect(dugIn).toBeGreaterThan(hasty * 1.12);

    // And so it comes out: tanks hit over many fights.
    const tank = EQUIPMENT.findIndex((kind) => kind.id === 'tank');
    const fought = (at37: number): number => {
      const begin = start([
        { ...BATTALION, dugDays: 5, equipment: { ...BATTALION.equipment, at37 } },
        TANKS,
        regiment('r1', '0102'),
      ]);
      const action = order(begin, ['tanks', 'r1']);
      let hit = 0;
      for (let i = 0; i < 150; i++) {
        const state = { ...cloneState(begin.state), seed: `tanks ${i}` };
        apply(begin.game, state, action);
        hit += 24 - state.units[begin.unit('tanks')]!.eq[tank]!;
      }
      return hit / 150;
    };
    const [without, against] = [fought(0), fought(8)];
    expect(against).toBeGreaterThan(without * 1.4);
    // Of the ten in front only: the rest wait down the road.
    expect(against).toBeLessThan(6);
  });
});

describe('one dug-in battalion against a division', () => {
  /** Three regiments from the west, with their guns. */
  const division: TinyUnit[] = [
    regiment('r1', '0102'),
    regiment('r2', '0101'),
    regiment('r3', '0103'),
    { id: 'guns', side: 'cn', hex: '0002', kind: 'artillery', men: 500, equipment: { gun75: 12 }, parent: 'division' },
  ];
  const assault = (battalion: TinyUnit, attackers = ['r1', 'r2', 'r3']): Odds => {
    const tiny = start([battalion, ...division]);
    return oddsOf(tiny.game, tiny.state, order(tiny, attackers, ['guns']));
  };

  test('6.4-6.6 blunts its first assault: well under even chances, and more men lost than it loses', () => {
    const first = assault({ ...BATTALION, dugDays: 10 });
    expect(first.gaveWay).toBeLessThan(350);
    expect(first.attackerLosses.mean).toBeGreaterThan(first.defenderLosses.mean);
    // Down a single road it is hopeless.
    expect(assault({ ...BATTALION, dugDays: 10 }, ['r1']).gaveWay).toBeLessThan(150);
    // The same battalion in the open would not stand.
    const plain = { map: PASS.map.map((row) => ','.repeat(row.length)), elevation: {} };
    const tiny = start([BATTALION, ...division], plain);
    expect(oddsOf(tiny.game, tiny.state, order(tiny, ['r1', 'r2', 'r3'], ['guns'])).gaveWay).toBeGreaterThan(
      first.gaveWay * 1.3,
    );
  });

  test('6.11 hunger, spent ammunition and tired men open the same door', () => {
    const fresh = assault({ ...BATTALION, dugDays: 10 }).gaveWay;
    const tiny = start([{ ...BATTALION, dugDays: 10 }, ...division]);
    Object.assign(tiny.of('battalion'), { food: 0, daysCut: 8, fatigue: 600, cohesion: 400 });
    tiny.of('battalion').ammo = Math.round(tiny.of('battalion').ammo / 30);
    const worn = oddsOf(tiny.game, tiny.state, order(tiny, ['r1', 'r2', 'r3'], ['guns'])).gaveWay;
    expect(worn).toBeGreaterThan(fresh * 2);
    expect(worn).toBeGreaterThan(700);
  });
});

describe('the way back cut', () => {
  /** Seeds until the battalion gives way; what became of it. */
  function rout(ring: TinyUnit[]): Tiny & { blocked: boolean } {
    for (let i = 0; i < 600; i++) {
      const tiny = start(
        [{ ...BATTALION, men: 500, cohesion: 400 }, regiment('r1', '0102'), regiment('r2', '0101'), ...ring],
        {},
        `ring ${i}`,
      );
      const events = apply(tiny.game, tiny.state, order(tiny, ['r1', 'r2']));
      const retreat = only(events, 'retreat')[0];
      if (retreat) return { ...tiny, blocked: retreat.blocked };
    }
    throw new Error('never gave way');
  }

  test('6.15-6.17 a blocked retreat costs prisoners and guns, booked to the captor', () => {
    const open = rout([]);
    expect(open.blocked).toBe(false);
    // A regiment astride the road behind: every way out runs through its control.
    const cut = rout([regiment('r3', '0302'), regiment('r4', '0203'), regiment('r5', '0201')]);
    expect(cut.blocked).toBe(true);
    const left = ({ of }: Tiny): number => of('battalion').captured + of('battalion').missing;
    expect(left(cut)).toBeGreaterThan(40);
    expect(left(open)).toBeLessThan(30);
    const { eqTaken } = cut.of('battalion');
    expect(cut.state.sides[0].captured).toEqual(eqTaken);
    expect(eqTaken[EQUIPMENT.findIndex((kind) => kind.id === 'rifle')]).toBeGreaterThan(30);
    expect(cut.state.sides[1].captured.every((count) => count === 0)).toBe(true);
  });
});

describe('the general on the road', () => {
  test('6.19 the leader of a brigade that fights its way up the road can fall', () => {
    const fates = [0, 0, 0, 0];
    const begin = start(
      [
        { ...BATTALION, side: 'cn', dugDays: 5 },
        { ...regiment('brigade', '0302'), side: 'jp', parent: null },
        { id: 'hq', side: 'jp', hex: '0302', kind: 'hq', men: 60 },
      ],
      { leaders: [{ id: 'general', unit: 'hq', rating: 1 }], firstSide: 'jp' },
    );
    begin.state.active = 1;
    const action = order(begin, ['brigade']);
    const odds = oddsOf(begin.game, begin.state, action);
    const inFront = odds.attackers.reduce((sum, { men }) => sum + men, 0);
    const risk = odds.attackerLosses.mean / (1 - 0.75 * 0.15) / inFront;
    for (let i = 0; i < 3000; i++) {
      const state = { ...cloneState(begin.state), seed: `general ${i}` };
      apply(begin.game, state, action);
      fates[state.leaders[0]!.status]!++;
    }
    const fell = 1 - fates[0]! / 3000;
    // 0.6 per cent and 0.4 for each per cent of men hit.
    expect(Math.abs(fell - (0.006 + 0.4 * risk))).toBeLessThan(0.012);
    expect(fates[2]).toBeGreaterThan(5);
    expect(fates[1]).toBeGreaterThan(fates[2]!);
  });
});
