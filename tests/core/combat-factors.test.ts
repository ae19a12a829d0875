/** Rulebook 6.2-6.12: each factor of a fight by itself, on a map of a few hexes, against numbers worked out by hand. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FactorId, Odds } from '../../src/core/odds.ts';
import { oddsOf } from '../../src/core/rules/combat.ts';
import { setUpFight } from '../../src/core/rules/fight.ts';
import { attackRoom, coverClass, defenceRoom, terrainDefence, weaponColumn } from '../../src/core/rules/strength.ts';
import { type Tiny, type TinyOptions, type TinyUnit, tinyGame, tinyStart } from './fixture.ts';

/** A factor as the odds have it: ln in 1/1024. */
const q = (factor: number): number => Math.round(1024 * Math.log(factor));

const A: TinyUnit = { id: 'a', side: 'cn', hex: '0102', cohesion: 1000 };
const X: TinyUnit = { id: 'x', side: 'jp', hex: '0202', cohesion: 1000 };
const FLAT = [',,,,,', ',,,,,', ',,,,,', ',,,,,', ',,,,,'];

interface Battle extends Partial<TinyOptions> {
  /** Changes to the attacker at 0102 and the defender at 0202. */
  a?: Partial<TinyUnit>;
  x?: Partial<TinyUnit>;
  more?: TinyUnit[];
  attackers?: string[];
  support?: string[];
  /** What to do to the state before the fight. */
  before?: (tiny: Tiny) => void;
}

function set(battle: Battle): Tiny {
  const { a, x, more = [], before, scenario, ...options } = battle;
  // Guns and tanks at the worth of their data, unless a test says otherwise: terrain and weather are seen by themselves.
  const rules = { 'strength.guns': 1, 'strength.tanks': 1, ...scenario?.rules };
  const tiny = tinyStart({
    map: FLAT,
    ...options,
    scenario: { ...scenario, rules },
    units: [{ ...A, ...a }, { ...X, ...x }, ...more],
  });
  before?.(tiny);
  return tiny;
}

function order(tiny: Tiny, battle: Battle) {
  const units = (battle.attackers ?? ['a']).map(tiny.unit).sort((one, other) => one - other);
  const support = (battle.support ?? []).map(tiny.unit);
  return { type: 'assault', units, support, hex: tiny.at('0202'), advance: true } as const;
}

function odds(battle: Battle = {}): Odds {
  const tiny = set(battle);
  return oddsOf(tiny.game, tiny.state, order(tiny, battle));
}

/** Sum of the factors of one kind, ln in 1/1024. */
function factor(battle: Battle, id: FactorId): number {
  return odds(battle)
    .factors.filter((one) => one.id === id)
    .reduce((sum, one) => sum + one.q, 0);
}

/** Strength of the first attacker. */
const strength = (battle: Battle): number => odds(battle).attackers[0]!.strength;
/** Strength of the first defender. */
const defence = (battle: Battle): number => odds(battle).defenders[0]!.strength;

/** A map whose fifth hex of the third row, where the fight is, is this. */
const ground = (letter: string): string[] => FLAT.map((row, i) => (i === 2 ? `,,${letter},,` : row));
/** Level ground, so that height plays no part. */
const LEVEL = Object.fromEntries(
  FLAT.flatMap((row, y) => [...row].map((_, x) => [`0${x}0${y}`, [100, 100] as [number, number]])),
);

describe('a plain fight', () => {
  test('has hasty positions and bare flat ground for its only factors', () => {
    const plain = odds();
    expect(plain.factors).toEqual([
      { id: 'posture', q: -q(1.15), clause: '6.5' },
      { id: 'terrain', q: -q(1.05), clause: '6.4' },
    ]);
    expect([plain.attackStrength, plain.defenceStrength]).toEqual([1000, 1000]);
    expect(plain.lnPower).toBe(-q(1.15) - q(1.05));
    expect(plain.gaveWay + plain.stopped + plain.undecided).toBe(1000);
    expect(plain.day).toBe(1);
  });

  test('the power is the sum of all factors and of the strengths', () => {
    const some = odds({ map: ground('H'), a: { men: 2000, quality: 70 }, x: { dugDays: 5 }, weather: 'fog' });
    const sum = some.factors.reduce((total, one) => total + one.q, 0);
    expect(Math.abs(some.lnPower - sum - q(some.attackStrength / some.defenceStrength))).toBeLessThanOrEqual(2);
  });
});

describe('6.2 strength', () => {
  const PAIRS = [
    [',', 'bare', 0],
    ['.', 'mixed', 0],
    ['w', 'wooded', 0],
    ['t', 'town', 0],
    ['s', 'swamp', 0],
    ['l', 'mixed', 1],
    ['h', 'bare', 2],
    ['H', 'wooded', 2],
  ] as const;

  /** The table of 6.2 as the rulebook prints it: by row of relief and column of cover, four numbers each. */
  const printed = (): Map<string, number[]> => {
    const text = readFileSync(new URL('../../docs/rulebook.md', import.meta.url), 'utf8');
    const found = new Map<string, number[]>();
    for (const [i, relief] of ['flat', 'rolling', 'rugged'].entries()) {
      const row = text
        .split('\n')
        .find((line) => line.startsWith('|') && line.split('|')[1]?.trim() === relief) as string;
      const cells = row.split('|').slice(2, -1);
      for (const [j, cover] of ['bare', 'mixed', 'wooded', 'town', 'swamp'].entries())
        found.set(`${i} ${cover}`, (cells[j] as string).split('/').map(Number));
    }
    return found;
  };

  test('6.2 the table of terrain is the printed one in all its sixty numbers', () => {
    const table = printed();
    const game = tinyGame({ map: [',.wts'], units: [] });
    for (const [hex, cover] of ['bare', 'mixed', 'wooded', 'town', 'swamp'].entries())
      for (const relief of [0, 1, 2]) {
        game.relief[hex] = relief;
        expect(weaponColumn(game, hex), `${relief} ${cover}`).toEqual(table.get(`${relief} ${cover}`));
      }
  });

  test('6.2 paddy and villages count as mixed, cities as towns', () => {
    const game = tinyGame({ map: ['pvt.'], units: [] });
    game.cover[2] = 6;
    expect([0, 1, 2].map((hex) => coverClass(game, hex))).toEqual(['mixed', 'mixed', 'urban']);
  });

  test.each(PAIRS)(
    '6.2 in %s (%s, relief %i) infantry, guns and armour fight at the printed share',
    (letter, cover, relief) => {
      const [infantry, guns, , armour] = printed().get(`${relief} ${cover}`) as number[];
      // By a track, so that everybody finds room in the hills (6.6).
      const on = (a: Partial<TinyUnit>): number =>
        strength({ map: ground(letter), elevation: LEVEL, tracks: ['0102 0202'], a });
      const men = Math.round(1000 * infantry!);
      expect(on({})).toBe(men);
      // lmg 5, hmg 10, mortar 15 men-equivalents with the infantry; gun75 50 with the guns.
      expect(on({ equipment: { lmg: 20, hmg: 10, mortar: 4 } })).toBe(Math.round((1000 + 100 + 100 + 60) * infantry!));
      expect(on({ equipment: { gun75: 6 } })).toBe(Math.round(1000 * infantry! + 300 * guns!));
      if (relief < 2 && letter !== 'w' && letter !== 's')
        expect(on({ equipment: { tank: 5 } })).toBe(Math.round(1000 * infantry! + 400 * armour!));
      // The defender's weapons suffer alike.
      expect(defence({ map: ground(letter), elevation: LEVEL })).toBe(men);
    },
  );

  test('6.2 half at cohesion 0, full at 1000', () => {
    expect([1000, 600, 300].map((cohesion) => strength({ a: { cohesion } }))).toEqual([1000, 800, 650]);
    expect(defence({ x: { cohesion: 0 } })).toBe(500);
  });

  test('6.2 without ammunition weapons count three tenths, men in full', () => {
    const equipment = { hmg: 10, gun75: 4 };
    expect(strength({ a: { equipment } })).toBe(1300);
    expect(strength({ a: { equipment }, before: (tiny) => (tiny.of('a').ammo = 0) })).toBe(1090);
  });

  test('6.2 a tank is worth more in the open than in the hills, and an unarmed lorry nothing', () => {
    expect(strength({ a: { equipment: { truck: 50, horse: 100, rifle: 900 } } })).toBe(1000);
  });
});

describe('6.3 weather', () => {
  test.each([
    ['clear', 1, 1, 1],
    ['overcast', 1, 1, 1],
    ['fog', 1, 0.8, 1],
    ['lightRain', 0.9, 1, 0.7],
    ['heavyRain', 0.7, 0.9, 0.5],
  ] as const)('6.3 %s: attack %d, guns %d, armour %d', (weather, attack, guns, armour) => {
    expect(factor({ weather }, 'weather')).toBe(attack === 1 ? 0 : q(attack));
    const equipment = { gun75: 4, tank: 5 };
    expect(strength({ weather, a: { equipment } })).toBe(Math.round(1000 + 200 * guns + 400 * armour));
  });

  test.each([
    ['clear', 1],
    ['overcast', 0.7],
    ['fog', 0.5],
    ['lightRain', 0.5],
    ['heavyRain', 0.2],
  ] as const)('6.3 %s: aircraft %d', (weather, share) => {
    const before = ({ state, at }: Tiny): void => {
      state.plots.push({ side: 0, kind: 0, hex: at('0202'), sorties: 4, value: 800 });
    };
    expect(odds({ weather, before }).attackStrength).toBe(1000 + Math.round(800 * share));
  });

  test('6.3 fog surprises the defender on the first day of a battle only', () => {
    expect(factor({ weather: 'fog' }, 'surprise')).toBe(q(1.1));
    expect(factor({ weather: 'overcast' }, 'surprise')).toBe(0);
    const second = (tiny: Tiny): void => {
      tiny.state.battles.push({ hex: tiny.at('0202'), side: 0, started: 1, last: 1, days: 1 });
      tiny.state.turn = 2;
    };
    expect(odds({ weather: 'fog', before: second }).day).toBe(2);
    expect(factor({ weather: 'fog', before: second }, 'surprise')).toBe(0);
  });

  test('9.8 aircraft beyond the force on the ground count half, and never more than twice', () => {
    const value = (given: number): number =>
      odds({
        before: ({ state, at }) => {
          state.plots.push({ side: 0, kind: 0, hex: at('0202'), sorties: 4, value: given });
        },
      }).attackStrength;
    expect([1000, 2000, 5000, 9000].map(value)).toEqual([2000, 2500, 4000, 4000]);
  });

  test('aircraft of the defender over the hex fight for him, those over other hexes for nobody', () => {
    const at = (side: 0 | 1, hex: string): Odds =>
      odds({
        before: (tiny) => {
          tiny.state.plots.push({ side, kind: 0, hex: tiny.at(hex), sorties: 1, value: 300 });
        },
      });
    expect(at(1, '0202')).toMatchObject({ attackStrength: 1000, defenceStrength: 1300 });
    expect(at(0, '0102')).toMatchObject({ attackStrength: 1000, defenceStrength: 1000 });
  });
});

describe('6.4 terrain and flanks', () => {
  test('6.4 terrain favours the defender', () => {
    const game = tinyGame({ map: [',.wts'], units: [] });
    const table = [
      [1.05, 1.2, 1.45],
      [1.2, 1.3, 1.55],
      [1.1, 1.35, 1.5],
      [1.4, 1.4, 1.55],
      [1.35, 1.35, 1.45],
    ];
    for (const [hex, row] of table.entries())
      for (const [relief, worth] of row.entries()) {
        game.relief[hex] = relief;
        expect(terrainDefence(game, hex), `${hex} ${relief}`).toBe(worth);
      }
    expect(factor({ map: ground('H'), elevation: LEVEL }, 'terrain')).toBe(-q(1.5));
  });

  // Around 0202: E 0302, SE 0203, SW 0103, W 0102, NW 0101, NE 0201.
  const from = (...hexes: string[]): Battle => ({
    more: hexes.map((hex, i) => ({ ...A, id: `m${i}`, hex })),
    attackers: ['a', ...hexes.map((_, i) => `m${i}`)],
  });
  const friend = (hex: string): TinyUnit => ({ ...X, id: 'friend', hex });

  test('6.4 from one or two neighbouring sides nothing, from three 1.2', () => {
    expect(factor({}, 'flank')).toBe(0);
    expect(factor(from('0103'), 'flank')).toBe(0);
    expect(factor(from('0101', '0103'), 'flank')).toBe(q(1.2));
  });

  test('6.4 from opposite sides 1.4, as long as a friend next to the defender keeps a way open', () => {
    const pincer = from('0302');
    pincer.more!.push(friend('0203'));
    expect(factor(pincer, 'flank')).toBe(q(1.4));
  });

  test('6.4 a surrounded hex 1.5: every hex around it held or controlled by the attacker', () => {
    expect(factor(from('0302'), 'flank')).toBe(q(1.5));
    // The ring need not attack: it is enough that it stands there.
    const ring = from('0302');
    ring.attackers = ['a'];
    expect(factor(ring, 'flank')).toBe(q(1.5));
    // A unit that controls nothing does not close it.
    const thin = from('0302');
    thin.more![0]!.men = 100;
    expect(factor({ ...thin, attackers: ['a'] }, 'flank')).toBe(0);
  });
});

describe('6.5 works, height, water', () => {
  test.each([
    [0, 1.15],
    [50, 1.17],
    [100, 1.19],
    [550, 1.19],
    [1000, 1.19],
    [1500, 1.735],
    [2000, 2.28],
    [3000, 2.28],
  ])('6.5 %i hundredths of a day dug are worth %d', (dug, worth) => {
    expect(factor({ before: (tiny) => (tiny.of('x').dug = dug) }, 'posture')).toBe(-q(worth));
  });

  test('6.5 works of several units by their men', () => {
    const battle: Battle = {
      x: { men: 300 },
      more: [{ ...X, id: 'y', men: 900 }],
      before: (tiny) => (tiny.of('x').dug = 400),
    };
    expect(factor(battle, 'posture')).toBe(-q(1.19));
  });

  test.each([
    [59, 0],
    [60, -q(1.15)],
    [149, -q(1.15)],
    [150, -q(1.3)],
    [-59, 0],
    [-60, q(1.1)],
  ])("6.5 a crest %i m above the attackers' ground: %i", (rise, worth) => {
    // The attackers' ground is half way between their mean, 180, and their crest, 220.
    const elevation = { '0102': [180, 220] as [number, number], '0202': [100, 200 + rise] as [number, number] };
    expect(factor({ elevation }, 'height')).toBe(worth);
  });

  test('6.5 heights held next to the fight help whoever holds them, 6 per cent each, three at most', () => {
    // Everything level at 100 except the heights named, whose crest is 140: 40 m above the fight.
    const heights = (...hexes: string[]) => ({
      ...LEVEL,
      ...Object.fromEntries(hexes.map((hex) => [hex, [100, 140] as [number, number]])),
    });
    const held = (side: 'cn' | 'jp', men: number, ...hexes: string[]): TinyUnit[] =>
      hexes.map((hex, i) => ({ ...A, id: `${side}${i}`, side, hex, men }));
    // The attacker on the heights beside the defender.
    for (const [i, hexes] of [
      ['0101'],
      ['0101', '0103'],
      ['0101', '0103', '0201'],
      ['0101', '0103', '0201', '0302'],
    ].entries())
      expect(factor({ elevation: heights(...hexes), more: held('cn', 150, ...hexes) }, 'observation')).toBe(
        q(1 + 0.06 * Math.min(3, i + 1)),
      );
    // His own hex counts as well when it is one.
    expect(factor({ elevation: heights('0102') }, 'observation')).toBe(q(1.06));
    // The defender on heights beside the attacker: around 0102 these are 0101 and 0103, next to both.
    expect(factor({ elevation: heights('0101'), more: held('jp', 150, '0101') }, 'observation')).toBe(-q(1.06));
    // Both sides hold one: nothing in sum.
    const both = { elevation: heights('0101', '0103'), more: [...held('cn', 150, '0101'), ...held('jp', 150, '0103')] };
    expect(factor(both, 'observation')).toBe(0);
    // A height that nobody holds, or only a patrol, or that is no height, helps nobody.
    expect(factor({ elevation: heights('0101') }, 'observation')).toBe(0);
    expect(factor({ elevation: heights('0101'), more: held('cn', 149, '0101') }, 'observation')).toBe(0);
    expect(factor({ elevation: { ...LEVEL, '0101': [100, 139] }, more: held('cn', 150, '0101') }, 'observation')).toBe(
      0,
    );
  });

  test.each([
    ['stream', 1.1],
    ['river', 1.4],
    ['major', 1.8],
  ])('6.5 an attack over a %s costs %d', (kind, worth) => {
    expect(factor({ rivers: [`0102 0 ${kind}`] }, 'river')).toBe(-q(worth));
  });

  test('6.5 a river by the share of men that must cross', () => {
    const battle: Battle = {
      rivers: ['0102 0 river'],
      a: { men: 500 },
      more: [{ ...A, id: 'm', hex: '0103', men: 1500 }],
      attackers: ['a', 'm'],
    };
    // A quarter at 1.4, three quarters at 1.
    expect(factor(battle, 'river')).toBe(-q(1.1));
  });
});

describe('6.6 room', () => {
  test('6.6 1,600 men attack and 1,100 defend a kilometre of hexside', () => {
    const game = tinyGame({ map: [',lh'], units: [], hexKm: 2.5 });
    // A hexside is 0.57735 of the hex across: 1.443 km.
    const side = 2.5 / Math.sqrt(3);
    expect(attackRoom(game, 0, -1)).toBeCloseTo(1600 * side, 1);
    expect(attackRoom(game, 1, -1)).toBeCloseTo(1600 * side * 0.85, 1);
    expect(attackRoom(game, 2, -1)).toBeCloseTo(1600 * side * 0.7, 1);
    expect(defenceRoom(game, 2)).toBeCloseTo(2200 * side, 1);
  });

  test('6.6 half of it across a hexside without road or track into rugged ground', () => {
    const side = 2.5 / Math.sqrt(3);
    // From 00 and 02 into the hills at 01; the way comes in from 00 alone.
    for (const way of [{ roads: ['0000 0100'] }, { tracks: ['0000 0100'] }]) {
      const game = tinyGame({ map: [',h,l,'], units: [], ...way });
      expect(attackRoom(game, 1, 0)).toBeCloseTo(1600 * side * 0.7, 1);
      expect(attackRoom(game, 1, 2 * 6 + 3)).toBeCloseTo(1600 * side * 0.35, 1);
      // Elsewhere a way makes no difference.
      expect(attackRoom(game, 3, 2 * 6)).toBeCloseTo(1600 * side * 0.85, 1);
      expect(attackRoom(game, 4, 3 * 6)).toBeCloseTo(1600 * side, 1);
    }
    // 1,000 men before the hills: 808 find room, and 1,000 by the track.
    const men = (more: Battle): number => odds({ map: ground('h'), ...more }).attackers[0]!.men;
    expect([men({}), men({ tracks: ['0102 0202'] })]).toEqual([808, 1000]);
  });

  test('6.6 who finds no room is in reserve: he does not fight', () => {
    // 2,309 men across one side.
    const stacked: Battle = { a: { men: 2000 }, more: [{ ...A, id: 'm', men: 2000 }], attackers: ['a', 'm'] };
    expect(odds(stacked).attackers.map((one) => [one.men, one.strength])).toEqual([
      [2000, 2000],
      [309, 309],
    ]);
    // Across two sides both find room.
    const wide: Battle = { ...stacked, more: [{ ...A, id: 'm', men: 2000, hex: '0101' }] };
    expect(odds(wide).attackers.map((one) => one.men)).toEqual([2000, 2000]);
    // Machine guns in proportion to the men in front.
    const armed: Battle = { ...stacked, more: [{ ...A, id: 'm', men: 2000, equipment: { hmg: 100 } }] };
    expect(odds(armed).attackers[1]!.strength).toBe(Math.round(309 + 1000 * (309 / 2000)));
    // Guns stand behind the line.
    const gunned: Battle = { ...stacked, more: [{ ...A, id: 'm', men: 2000, equipment: { gun75: 10 } }] };
    expect(odds(gunned).attackers[1]!.strength).toBe(309 + 500);
  });

  test('6.6 a defender has room for two hexsides at least, and for as many as are attacked', () => {
    const many: Battle = { x: { men: 5000 } };
    expect(odds(many).defenders[0]!.men).toBe(3175);
    const three: Battle = {
      ...many,
      more: [
        { ...A, id: 'm', hex: '0101' },
        { ...A, id: 'n', hex: '0103' },
      ],
      attackers: ['a', 'm', 'n'],
    };
    expect(odds(three).defenders[0]!.men).toBe(4763);
  });
});

const TANKS: Partial<TinyUnit> = { men: 400, mobility: 'tracked', kind: 'armour', equipment: { tank: 30 } };

describe('6.7-6.8 armour', () => {
  test('6.7 by the road into ground it could not enter off it: ten vehicles in front', () => {
    const hills = ground('h');
    const road = { roads: ['0102 0202'] };
    // 30 tanks of 80 at half weight in bare rugged ground would be 1,200.
    expect(strength({ map: hills, elevation: LEVEL, a: TANKS, ...road })).toBe(Math.round(400 * 0.8 + 10 * 80 * 0.5));
    expect(strength({ map: ground('w'), a: TANKS, ...road })).toBe(Math.round(400 * 0.8 + 10 * 80 * 0.7));
    expect(strength({ map: ground('l'), elevation: LEVEL, a: TANKS })).toBe(Math.round(400 * 0.9 + 30 * 80 * 0.8));
    // Without a road the tanks of an infantry division stay behind.
    const division: Partial<TinyUnit> = { equipment: { tank: 30 } };
    // 1,600 men on a kilometre of hexside, 0.7 of that in rugged ground, half of that without a way: 808 of 1,000.
    expect(strength({ map: hills, elevation: LEVEL, a: division })).toBe(Math.round(808 * 0.8));
    const tiny = set({ map: hills, elevation: LEVEL, a: division });
    expect(setUpFight(tiny.game, tiny.state, order(tiny, {})).vehicles).toEqual([0]);
  });

  test('6.7 two columns on one road share the ten', () => {
    const tiny = set({
      map: ground('h'),
      roads: ['0102 0202'],
      a: { ...TANKS, equipment: { tank: 7 } },
      more: [{ ...A, ...TANKS, id: 'm' }],
    });
    const battle = { attackers: ['a', 'm'] };
    expect(setUpFight(tiny.game, tiny.state, order(tiny, battle)).vehicles).toEqual([7, 3]);
  });

  test('6.8 anti-tank guns count fully up to the number of enemy vehicles, a tenth beyond', () => {
    const guns = (at37: number, tank: number): number =>
      defence({ a: { ...TANKS, men: 1000, equipment: { tank } }, x: { equipment: { at37 } } });
    expect(guns(5, 0)).toBe(1000 + 5 * 30 * 0.1);
    expect(guns(5, 5)).toBe(1000 + 150);
    expect(guns(5, 9)).toBe(1000 + 150);
    expect(guns(5, 3)).toBe(Math.round(1000 + 90 + 6));
  });

  test('6.8 armour that meets dug-in anti-tank guns loses up to half its weight', () => {
    const tanks = (at37: number, dug: number): number =>
      strength({
        a: { ...TANKS, men: 1000, equipment: { tank: 10 } },
        x: { equipment: { at37 } },
        before: (tiny) => (tiny.of('x').dug = dug),
      }) - 1000;
    expect(tanks(0, 1000)).toBe(800);
    expect(tanks(5, 199)).toBe(800);
    expect(tanks(1, 200)).toBe(720);
    expect(tanks(5, 200)).toBe(400);
    expect(tanks(20, 200)).toBe(400);
  });

  test('6.8 its losses rise by the guns to a vehicle, up to nearly threefold behind works', () => {
    const losses = (at37: number, dug: number): number => {
      const tiny = set({
        a: { ...TANKS, men: 1000, equipment: { tank: 10 } },
        x: { equipment: { at37 } },
        before: (now) => (now.of('x').dug = dug),
      });
      return setUpFight(tiny.game, tiny.state, order(tiny, {})).armourFactor;
    };
    expect(losses(0, 0)).toBe(0.7);
    expect(losses(5, 0)).toBeCloseTo(0.7 + 0.5, 10);
    expect(losses(5, 200)).toBeCloseTo(0.7 + 0.75, 10);
    expect(losses(40, 0)).toBeCloseTo(0.7 + 1.5, 10);
    expect(losses(40, 200)).toBeCloseTo(0.7 + 2.25, 10);
  });

  test('6.8 without ten infantrymen to a vehicle armour attacks broken ground at 0.6 and holds it at 0.5', () => {
    const attack = (men: number, letter: string): number =>
      factor(
        {
          map: ground(letter),
          elevation: LEVEL,
          a: { ...TANKS, equipment: { tank: 20 } },
          more: [{ ...A, id: 'foot', men }],
          attackers: ['a', 'foot'],
        },
        'armour',
      );
    expect(attack(199, 'l')).toBe(q(0.6));
    expect(attack(200, 'l')).toBe(0);
    expect(attack(10, ',')).toBe(0);
    const hold = (letter: string, x: Partial<TinyUnit>): number =>
      factor({ map: ground(letter), elevation: LEVEL, x }, 'armour');
    expect(hold('l', TANKS)).toBe(-q(0.5));
    expect(hold('h', { ...TANKS, kind: 'infantry', men: 300 })).toBe(0);
    expect(hold('h', { ...TANKS, kind: 'infantry', men: 299 })).toBe(-q(0.5));
    expect(hold(',', TANKS)).toBe(0);
  });

  test('6.8 the odds tell how many vehicles to expect hit: those in front, five times as fast as men', () => {
    const open = odds({ a: { ...TANKS, men: 1000 } });
    const hit = open.attackerLosses.mean / (1 - 0.75 * 0.15) / 1000;
    expect(open.attackerArmourHit).toBeGreaterThan(0);
    expect(Math.abs(open.attackerArmourHit - 10 * 30 * hit * 5 * 0.7)).toBeLessThanOrEqual(1);
    expect(odds({}).attackerArmourHit).toBe(0);
  });
});

describe('6.9-6.11 troops', () => {
  test('6.9 quality 1.2 per cent a point, 1.5 at most', () => {
    const at = (own: number, enemy: number): number =>
      factor({ a: { quality: own }, x: { quality: enemy } }, 'quality');
    expect(Math.abs(at(61, 60) - q(1.012))).toBeLessThanOrEqual(1);
    expect(Math.abs(at(80, 60) - 20 * 1024 * Math.log(1.012))).toBeLessThanOrEqual(2);
    expect(Math.abs(at(60, 80) + 20 * 1024 * Math.log(1.012))).toBeLessThanOrEqual(2);
    expect([at(100, 20), at(20, 100)]).toEqual([q(1.5), -q(1.5)]);
  });

  test('6.9 leaders in command 10 per cent a grade, the best of them, while they are fit', () => {
    const led = (rating: number, more: Battle = {}): number =>
      factor({ leaders: [{ id: 'l', unit: 'a', rating }], ...more }, 'leadership');
    expect([2, 1, 0, -1, -2].map((rating) => led(rating))).toEqual([2, 1, 0, -1, -2].map((n) => n * q(1.1)));
    expect(led(2, { before: (tiny) => (tiny.state.leaders[0]!.status = 1) })).toBe(0);
    expect(factor({ leaders: [{ id: 'l', unit: 'x', rating: 1 }] }, 'leadership')).toBe(-q(1.1));
  });

  /** A headquarters at so many hexes from the attacker, with its leader. */
  const command = (hex: string, commandKm: number): Battle => ({
    map: [',,,,,', ',,,,,', ',,,,,', ',,,,,', ',,,,,', ',,,,,', ',,,,,'],
    a: { parent: 'hq' },
    more: [{ id: 'hq', side: 'cn', hex, kind: 'hq', men: 50, echelon: 'division', commandKm }],
    leaders: [{ id: 'l', unit: 'hq', rating: 1 }],
  });

  test('6.9-6.10 within the radius of the headquarters its leader leads, beyond it a tenth is lost', () => {
    // 0105 is three hexes from 0102: 7.5 km.
    expect(factor(command('0105', 7.5), 'command')).toBe(0);
    expect(factor(command('0105', 7.5), 'leadership')).toBe(q(1.1));
    expect(factor(command('0105', 7.4), 'command')).toBe(q(0.9));
    expect(factor(command('0105', 7.4), 'leadership')).toBe(0);
    // A headquarters that is gone commands nobody.
    const gone = { ...command('0105', 99), before: (tiny: Tiny) => (tiny.of('hq').hex = -1) };
    expect(factor(gone, 'command')).toBe(q(0.9));
  });

  test('6.10 out of command by the share of the force', () => {
    const half: Battle = { ...command('0105', 1), attackers: ['a', 'b'] };
    half.more!.push({ ...A, id: 'b' });
    expect(factor(half, 'command')).toBe(q(0.95));
  });

  test('6.10 attackers of one division 1.05, of three or more 0.95', () => {
    const formations = ['d1', 'd2', 'd3'].map((id) => ({ id, side: 'cn' as const }));
    const force = (...parents: string[]): Battle => ({
      formations,
      a: { parent: parents[0]!, men: 500 },
      more: parents.slice(1).map((parent, i) => ({ ...A, id: `m${i}`, parent, men: 500 })),
      attackers: ['a', ...parents.slice(1).map((_, i) => `m${i}`)],
    });
    expect(factor(force('d1'), 'formation')).toBe(0);
    expect(factor(force('d1', 'd1'), 'formation')).toBe(q(1.05));
    expect(factor(force('d1', 'd2'), 'formation')).toBe(0);
    expect(factor(force('d1', 'd2', 'd3'), 'formation')).toBe(q(0.95));
  });

  test.each([
    [1, 1],
    [0.5, 0.9],
    [0.4, 0.85],
    [0.3, 0.8],
    [0.2, 0.65],
    [0.1, 0.2],
    [0, 0.15],
  ])('6.11 %d of a day of ammunition in hand: %d', (share, worth) => {
    // 1,000 men use 400 kg on a day of full combat.
    const before = (tiny: Tiny): void => {
      tiny.of('a').ammo = 400 * share;
    };
    expect(factor({ before }, 'ammunition')).toBe(worth === 1 ? 0 : q(worth));
  });

  test('6.11 more than a day in hand is no better, and the defender pays alike', () => {
    expect(factor({ before: (tiny) => (tiny.of('a').ammo = 4000) }, 'ammunition')).toBe(0);
    expect(factor({ before: (tiny) => (tiny.of('x').ammo = 200) }, 'ammunition')).toBe(-q(0.9));
  });

  test.each([
    [0, 0.9],
    [1, 0.9],
    [2, 0.85],
    [5, 0.7],
    [7, 0.6],
    [20, 0.6],
  ])('6.11 without food after %i days cut off: %d', (daysCut, worth) => {
    const before = (tiny: Tiny): void => {
      Object.assign(tiny.of('a'), { food: 0, daysCut });
    };
    expect(factor({ before }, 'hunger')).toBe(q(worth));
    expect(factor({ before: (tiny) => (tiny.of('a').daysCut = daysCut) }, 'hunger')).toBe(0);
  });

  test('6.11 fatigue takes up to half', () => {
    const tired = (fatigue: number): number =>
      factor({ before: (tiny) => (tiny.of('a').fatigue = fatigue) }, 'fatigue');
    expect([0, 100, 500, 1000].map(tired)).toEqual([0, q(0.95), q(0.75), q(0.5)]);
    expect(factor({ before: (tiny) => (tiny.of('x').fatigue = 1000) }, 'fatigue')).toBe(-q(0.5));
  });

  test('6.9-6.11 a force is the average of its units by strength', () => {
    const mixed: Battle = {
      a: { men: 499, quality: 50 },
      more: [{ ...A, id: 'm', men: 1499, quality: 70 }],
      attackers: ['a', 'm'],
    };
    expect(factor(mixed, 'quality')).toBe(Math.round(5 * 12.3));
  });
});

describe('6.12 guns in defence, stances', () => {
  // 0402 is two hexes from 0202: 3.75 km to its near edge.
  const battery = (hex: string, change: Partial<TinyUnit> = {}): Battle => ({
    more: [{ ...X, id: 'guns', hex, kind: 'artillery', men: 200, equipment: { gun75: 12 }, ...change }],
  });

  test('6.12 guns in other hexes that reach the hex fire for the defender at half weight', () => {
    expect(odds(battery('0402')).defenceStrength).toBe(1000 + 12 * 50 * 0.5);
    expect(odds(battery('0402', { equipment: { mortar: 12 } })).defenceStrength).toBe(1000);
    // In the hex itself they are among the defenders, at full weight.
    expect(odds(battery('0202')).defenceStrength).toBe(1000 + 200 + 600);
    const empty = battery('0402');
    empty.before = (tiny) => (tiny.of('guns').ammo = 0);
    expect(odds(empty).defenceStrength).toBe(1000);
    expect(odds(battery('0402')).defenders).toHaveLength(2);
  });

  test('6.12 out of reach they do not', () => {
    const far = (hexKm: number): number => odds({ ...battery('0402'), hexKm }).defenceStrength;
    // 1.5 hexes to the near edge: 8 km at 5.333 km a hex.
    expect(far(5.3)).toBe(1300);
    expect(far(5.4)).toBe(1000);
  });

  test("6.12 the attacker's guns in support count in full", () => {
    const support: Battle = {
      more: [{ ...A, id: 'guns', hex: '0001', kind: 'artillery', men: 200, equipment: { gun75: 6 } }],
      support: ['guns'],
    };
    expect(odds(support)).toMatchObject({ attackStrength: 1300, support: [{ men: 0, strength: 300 }] });
  });

  test('6.12 hold at all costs halves the chance to give way, elastic raises it and saves men', () => {
    const stance = (value: 0 | 1 | 2): Odds =>
      odds({ a: { men: 2000 }, before: (tiny) => (tiny.of('x').stance = value) });
    const [normal, hold, elastic] = [stance(0), stance(1), stance(2)];
    expect(hold.gaveWay / normal.gaveWay).toBeCloseTo(0.5, 1);
    expect(elastic.gaveWay).toBeGreaterThan(normal.gaveWay * 1.3);
    expect(elastic.defenderLosses.mean).toBeLessThan(normal.defenderLosses.mean * 0.75);
    expect(elastic.attackerLosses.mean).toBeLessThan(normal.attackerLosses.mean * 0.75);
  });

  test('6.12 the stance is that of most of the men', () => {
    const two = (men: number): Odds =>
      odds({
        a: { men: 2000 },
        x: { men: 600 },
        more: [{ ...X, id: 'y', men }],
        before: (tiny) => (tiny.of('y').stance = 1),
      });
    const hold = (men: number): boolean => two(men).gaveWay < 0.7 * oddsWithout(men).gaveWay;
    const oddsWithout = (men: number): Odds =>
      odds({ a: { men: 2000 }, x: { men: 600 }, more: [{ ...X, id: 'y', men }] });
    expect(hold(600)).toBe(false);
    expect(hold(601)).toBe(true);
  });
});

describe('who is in the fight', () => {
  test('only enemies that the attacker knows are reckoned with', () => {
    const tiny = tinyStart({ map: FLAT, units: [A, X, { ...X, id: 'y' }] }, { fog: true });
    const at = (): number => oddsOf(tiny.game, tiny.state, order(tiny, {})).defenceStrength;
    expect(at()).toBe(2000);
    tiny.of('y').seen = 0;
    expect(at()).toBe(1000);
  });

  test('the length of the turn sets the half-days', () => {
    const steps = (turnHours: number): number => {
      const tiny = set({ turnHours });
      return setUpFight(tiny.game, tiny.state, order(tiny, {})).fight.steps;
    };
    expect([12, 24, 48].map(steps)).toEqual([1, 2, 4]);
  });
});
