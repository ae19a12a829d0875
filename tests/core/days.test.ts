/** Turns of two days: what a clause says of a day happens twice. */
import { describe, expect, test } from 'vitest';
import type { AssaultAction } from '../../src/core/action.ts';
import { apply } from '../../src/core/apply.ts';
import { setControl } from '../../src/core/control.ts';
import { dice } from '../../src/core/dice.ts';
import type { GameEvent } from '../../src/core/event.ts';
import { airPhase } from '../../src/core/rules/air.ts';
import { oddsOf } from '../../src/core/rules/combat.ts';
import { setUpFight } from '../../src/core/rules/fight.ts';
import { marchAllowance, reach } from '../../src/core/rules/movement.ts';
import { PARAMETERS } from '../../src/core/rules/parameters.ts';
import { recover } from '../../src/core/rules/recovery.ts';
import { type Fight, resolve } from '../../src/core/rules/resolver.ts';
import { explainSupply, supplyNetwork, supplyPhase } from '../../src/core/rules/supply.ts';
import { setWeather } from '../../src/core/rules/weather.ts';
import { type ScenarioFile, WEATHERS, type Weather } from '../../src/core/scenario.ts';
import { EQUIPMENT, type Tiny, type TinyOptions, tinyStart } from './fixture.ts';
import { only, passTurn } from './turns.ts';

const FLAT = new Array<string>(5).fill(',,,,,,,,,,,,');

function two(more: Partial<TinyOptions> = {}): Tiny {
  return tinyStart({
    map: FLAT,
    units: [
      { id: 'a', side: 'cn', hex: '0102' },
      { id: 'x', side: 'jp', hex: '0202' },
    ],
    turnHours: 48,
    ...more,
  });
}

describe('3 marches', () => {
  test('3.1 600 minutes for each day, 40 per cent less at full fatigue', () => {
    const { game } = two();
    expect([0, 500, 1000].map((fatigue) => marchAllowance(game, fatigue))).toEqual([1200, 960, 720]);
  });

  test('3.1 a column goes twice as far', () => {
    const far = (turnHours: number): number => {
      const tiny = two({ map: [','.repeat(40)], units: [{ id: 'a', side: 'cn', hex: '0000' }], turnHours });
      return Math.max(...reach(tiny.game, tiny.state, 0, 'march').order);
    };
    // A hex of 2.5 km in 43 minutes.
    expect([far(24), far(48)]).toEqual([13, 27]);
  });
});

describe('6.1 assaults', () => {
  const order = (tiny: Tiny, ...units: string[]): AssaultAction => ({
    type: 'assault',
    units: units.map(tiny.unit),
    support: [],
    hex: tiny.at('0202'),
    advance: true,
  });

  const steps = (tiny: Tiny, ...units: string[]): number =>
    setUpFight(tiny.game, tiny.state, order(tiny, ...units)).fight.steps;

  test.each([
    [48, 1200, 4],
    [48, 780, 4],
    [48, 779, 2],
    [48, 180, 2],
    [24, 600, 2],
    [24, 180, 2],
    [12, 300, 1],
    [12, 180, 1],
  ])(
    '6.1 in a turn of %i hours, with %i minutes left, an assault is fought for %i half-days',
    (turnHours, minutes, n) => {
      const tiny = two({ turnHours });
      tiny.of('a').minutes = minutes;
      expect(steps(tiny, 'a')).toBe(n);
      expect(oddsOf(tiny.game, tiny.state, order(tiny, 'a')).halfDays).toBe(n);
    },
  );

  test('6.1 the slowest of the attackers sets the hour', () => {
    const tiny = two({
      units: [
        { id: 'a', side: 'cn', hex: '0102' },
        { id: 'b', side: 'cn', hex: '0102' },
        { id: 'x', side: 'jp', hex: '0202' },
      ],
    });
    tiny.of('b').minutes = 700;
    expect([steps(tiny, 'a'), steps(tiny, 'a', 'b')]).toEqual([4, 2]);
  });

  test('6.1 more half-days, more decisions and more losses', () => {
    const odds = (minutes: number) => {
      const tiny = two();
      tiny.of('a').minutes = minutes;
      return oddsOf(tiny.game, tiny.state, order(tiny, 'a'));
    };
    const [late, early] = [odds(200), odds(1200)];
    expect(early.undecided).toBeLessThan(late.undecided);
    expect(early.attackerLosses.mean).toBeGreaterThan(late.attackerLosses.mean * 1.3);
  });

  function fight(seed: string, minutes: number): Tiny & { events: GameEvent[] } {
    const tiny = two();
    tiny.state.seed = seed;
    tiny.of('a').minutes = minutes;
    const events = apply(tiny.game, tiny.state, order(tiny, 'a'));
    return { ...tiny, events };
  }

  test('6.1 a battle counts the days that it was really fought', () => {
    const days = (minutes: number): Set<number> => {
      const seen = new Set<number>();
      for (let i = 0; i < 60; i++) seen.add(fight(`days ${i}`, minutes).state.battles[0]?.days ?? 0);
      return seen;
    };
    // 0: the defender gave way, and the battle is over.
    expect(days(1200)).toEqual(new Set([0, 1, 2]));
    expect(days(200)).toEqual(new Set([0, 1]));
  });

  test('6.1 and goes on in the next turn on the day after', () => {
    for (let i = 0; i < 60; i++) {
      const tiny = fight(`next ${i}`, 1200);
      const before = tiny.state.battles[0]?.days;
      if (before === undefined) continue;
      passTurn(tiny);
      Object.assign(tiny.of('a'), { minutes: 1200, cohesion: 900 });
      expect(setUpFight(tiny.game, tiny.state, order(tiny, 'a')).day).toBe(before + 1);
    }
  });

  test.each([
    [200, 1],
    [1200, 2],
  ])('6.13 with %i minutes left, ammunition and fatigue of %i days', (minutes, days) => {
    let seen = 0;
    for (let i = 0; i < 20; i++) {
      const tiny = fight(`spent ${i}`, minutes);
      if (only(tiny.events, 'assault')[0]!.outcome !== 'undecided') continue;
      expect(tiny.state.battles[0]!.days).toBe(days);
      const { ammo, fatigue, minutes: left, men } = tiny.of('a');
      // 0.4 kg a man on a day of full combat, seven tenths of that in an assault, for those who are left.
      expect(1200 - ammo).toBe(Math.round(Math.round(men * 0.4) * 0.7 * days));
      expect([fatigue, left]).toEqual([100 * days, 0]);
      seen++;
    }
    expect(seen).toBeGreaterThan(5);
  });
});

describe('6.13 losses', () => {
  const HILL: Fight = {
    attackStrength: 5000,
    defenceStrength: 5000,
    attackMen: 100_000,
    defenceMen: 100_000,
    attackArmour: 0,
    defenceArmour: 0,
    lnFactors: 0,
    lnLossAttack: 0,
    lnLossDefence: 0,
    surprise: 0,
    airSuperiority: 0,
    era: 'wwii',
    relief: 1,
    wooded: false,
    bare: false,
    wet: false,
    day: 1,
    steps: 4,
    attackCohesion: 1000,
    defenceCohesion: 1000,
    hold: false,
    elastic: false,
  };

  test.each([1, 3])('6.13 two days at once from day %i cost what they cost one after the other', (day) => {
    // D days together go with D to the power 0.756.
    const upTo = (days: number): number => days ** PARAMETERS.resolver.daysPower;
    const law = (upTo(day + 1) - upTo(day - 1)) / (upTo(day) - upTo(day - 1));
    let seen = 0;
    for (let i = 0; i < 100; i++) {
      // The same luck: a fight still going on after two days was going on after one.
      const hit = (steps: number, side: 'attackerHit' | 'defenderHit'): number => {
        const result = resolve(PARAMETERS.resolver, { ...HILL, day, steps }, dice('battle', i), dice('day', i));
        return result.outcome === 'undecided' ? -Math.log(1 - result[side] / 100_000) : Number.NaN;
      };
      for (const side of ['attackerHit', 'defenderHit'] as const) {
        const ratio = hit(4, side) / hit(2, side);
        if (Number.isNaN(ratio)) continue;
        expect(ratio / law).toBeGreaterThan(0.99);
        expect(ratio / law).toBeLessThan(1.01);
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(60);
  });
});

describe('9 air', () => {
  const sky: Partial<TinyOptions> = {
    aircraft: [{ id: 'bomber', payloadKg: 100 }],
    air: [{ id: 'b', side: 'cn', aircraft: 'bomber', count: 10 }],
  };

  test('9.2 sorties of a turn by its length; 9.1 two fifths of the damaged are repaired', () => {
    const tiny = two(sky);
    expect(tiny.state.air[0]!.sorties).toBe(20);
    const repaired = (damaged: number): number => {
      tiny.state.air[0]!.damaged = damaged;
      airPhase(tiny.game, tiny.state, []);
      return damaged - tiny.state.air[0]!.damaged;
    };
    expect([0, 1, 5, 9, 10].map(repaired)).toEqual([0, 1, 2, 3, 4]);
  });

  test('9.7 close support counts by the sorties of a day', () => {
    const support = (turnHours: number, sorties: number): number => {
      const tiny = two({ ...sky, turnHours });
      const action: AssaultAction = { type: 'assault', units: [0], support: [], hex: tiny.at('0202'), advance: true };
      const before = setUpFight(tiny.game, tiny.state, action).attackStrength;
      tiny.state.plots.push({ side: 0, kind: 0, hex: tiny.at('0202'), sorties, value: sorties * 20 });
      return setUpFight(tiny.game, tiny.state, action).attackStrength - before;
    };
    expect([support(24, 10), support(48, 20), support(48, 10)]).toEqual([200, 200, 100]);
  });

  test('8.6 interdiction counts by the sorties of a day', () => {
    const link = (turnHours: number, sorties: number): number => {
      const tiny = two({
        turnHours,
        roads: ['0000-0400'],
        sources: [{ side: 'cn', hex: '0000' }],
        units: [
          { id: 'a', side: 'cn', hex: '0400' },
          { id: 'x', side: 'jp', hex: '1104' },
        ],
      });
      tiny.state.plots.push({ side: 1, kind: 1, hex: tiny.at('0200'), sorties, value: 0 });
      return explainSupply(tiny.game, tiny.state, 0).throughput;
    };
    // Of 400,000 kg a day 10 sorties a day leave half.
    expect([link(24, 10), link(48, 20), link(48, 10)]).toEqual([200_000, 200_000, 266_667]);
  });
});

describe('8 supply', () => {
  const depot: Partial<TinyOptions> = {
    roads: ['0000-0500'],
    sources: [{ side: 'cn', hex: '0000', foodKgPerDay: 700, ammoKgPerDay: 50, fuelKgPerDay: 10 }],
    units: [
      { id: 'a', side: 'cn', hex: '0300' },
      { id: 'x', side: 'jp', hex: '1104' },
    ],
  };

  test('8.1-8.2 a unit eats two days, a depot takes in two; the network is told by the day', () => {
    const tiny = two(depot);
    const before = structuredClone(tiny.state);
    supplyPhase(tiny.game, tiny.state, []);
    const [was, is] = [before.depots[0]!, tiny.state.depots[0]!];
    expect(is.food - was.food).toBe(1400 - 2000);
    expect([is.ammo - was.ammo, is.fuel - was.fuel]).toEqual([100, 20]);
    expect(tiny.state.sides[0].used - before.sides[0].used).toBe(2000);
    expect(tiny.of('a').food).toBe(3000);
    const network = supplyNetwork(tiny.game, tiny.state, 0);
    expect(network.links.map((link) => [link.kg, link.load])).toEqual([1, 2, 3].map(() => [400_000, 1000]));
  });

  test('8.8 days cut off count two a turn, until any other supply ends the count', () => {
    const tiny = two(depot);
    setControl(tiny.state.control, tiny.at('0000'), 1);
    for (const days of [2, 4, 6]) {
      passTurn(tiny);
      expect(tiny.of('a').daysCut).toBe(days);
    }
    setControl(tiny.state.control, tiny.at('0000'), 0);
    Object.assign(tiny.state.depots[0]!, { food: 9000, ammo: 9000 });
    tiny.state.sides[0].entered += 18_000;
    passTurn(tiny);
    expect(tiny.of('a').daysCut).toBe(0);
  });
});

describe('11 recovery', () => {
  const night = (turnHours: number, change = {}) => {
    const tiny = two({
      turnHours,
      units: [{ id: 'a', side: 'cn', hex: '0000', men: 10_000 }],
      scenario: { diseaseRate: 20 },
    });
    const repair = EQUIPMENT.map((kind) => (kind.id === 'tank' ? 10 : 0));
    Object.assign(tiny.of('a'), { cohesion: 500, fatigue: 600, dug: 0, supply: 3, repair, ...change });
    recover(tiny.game, tiny.state, []);
    const { cohesion, fatigue, dug, sick, starved, eq } = tiny.of('a');
    return { cohesion, fatigue, dug, sick, starved, mended: Math.max(...eq) };
  };

  test('11.1-11.5 everything twice', () => {
    expect(night(24)).toEqual({ cohesion: 560, fatigue: 400, dug: 100, sick: 20, starved: 0, mended: 2 });
    expect(night(48)).toEqual({ cohesion: 620, fatigue: 200, dug: 200, sick: 40, starved: 0, mended: 4 });
    expect(night(24, { food: 0, daysCut: 2 })).toMatchObject({ cohesion: 485, starved: 40 });
    expect(night(48, { food: 0, daysCut: 2 })).toMatchObject({ cohesion: 470, starved: 80 });
  });
});

describe('1.2 weather', () => {
  const all = (kind: Weather): Record<Weather, number> => ({
    ...(Object.fromEntries(WEATHERS.map((one) => [one, 0])) as Record<Weather, number>),
    [kind]: 1000,
  });

  /** The weather of turns 1 to 4 from 15 December: 15-16, 17-18, 19-20, 21-22. */
  function seen(weather: Partial<ScenarioFile['weather']>): string[] {
    const tables = [{ from: '1939-12-01', chances: all('clear'), source: ['test'] }];
    const tiny = two({ scenario: { weather: { tables, fixed: [], ...weather } } });
    return [1, 2, 3, 4].map((turn) => {
      tiny.state.turn = turn;
      setWeather(tiny.game, tiny.state);
      return WEATHERS[tiny.state.weather] as string;
    });
  }

  test('1.2 the weather known of one of its days is that of the turn', () => {
    const fixed = (...dates: string[]): ScenarioFile['weather']['fixed'] =>
      dates.map((date) => ({ date, weather: 'fog', source: ['test'] }));
    expect(seen({ fixed: fixed('1939-12-17') })).toEqual(['clear', 'fog', 'clear', 'clear']);
    expect(seen({ fixed: fixed('1939-12-18') })).toEqual(['clear', 'fog', 'clear', 'clear']);
    expect(seen({ fixed: fixed('1939-12-20', '1939-12-22') })).toEqual(['clear', 'clear', 'fog', 'fog']);
  });

  test('1.2 else it is drawn from the table of its first day', () => {
    const tables = [
      { from: '1939-12-01', chances: all('clear'), source: ['test'] },
      { from: '1939-12-18', chances: all('overcast'), source: ['test'] },
      { from: '1939-12-21', chances: all('lightRain'), source: ['test'] },
    ];
    expect(seen({ tables })).toEqual(['clear', 'clear', 'overcast', 'lightRain']);
  });
});
