import { describe, expect, test } from 'vitest';
import { apply } from '../../src/core/apply.ts';
import { dice, laid } from '../../src/core/dice.ts';
import type { GameEvent } from '../../src/core/event.ts';
import { ambush } from '../../src/core/rules/ambush.ts';
import {
  isWatched,
  observedHexes,
  refreshDetection,
  seenBy,
  seesHex,
  sightRange,
} from '../../src/core/rules/detection.ts';
import { WEATHERS, type Weather } from '../../src/core/scenario.ts';
import {
  ACT_ASSAULTED,
  ACT_BOMBARDED,
  ACT_MOVED,
  ACT_TRUCKED,
  SEEN_CONTACT,
  SEEN_NOTHING,
  SEEN_STRENGTH,
  SEEN_TYPE,
} from '../../src/core/state.ts';
import { type Tiny, type TinyOptions, tinyGame, tinyStart } from './fixture.ts';
import { go, only, passTurn } from './turns.ts';

/** A Chinese post on a knoll at 0000 and a Japanese unit so many hexes away on the plain. */
function post(distance: number, options: Partial<TinyOptions> = {}, fog = true): Tiny {
  return tinyStart(
    {
      map: [','.repeat(8)],
      elevation: { '0000': [100, 180] },
      units: [
        { id: 'a', side: 'cn', hex: '0000' },
        { id: 'x', side: 'jp', hex: `0${distance}00` },
      ],
      ...options,
    },
    { fog },
  );
}

describe('7.1 range', () => {
  test.each([
    ['clear', [SEEN_TYPE, SEEN_CONTACT, SEEN_CONTACT, SEEN_NOTHING]],
    ['overcast', [SEEN_TYPE, SEEN_CONTACT, SEEN_CONTACT, SEEN_NOTHING]],
    ['lightRain', [SEEN_TYPE, SEEN_CONTACT, SEEN_NOTHING, SEEN_NOTHING]],
    ['heavyRain', [SEEN_TYPE, SEEN_CONTACT, SEEN_NOTHING, SEEN_NOTHING]],
    ['fog', [SEEN_TYPE, SEEN_NOTHING, SEEN_NOTHING, SEEN_NOTHING]],
  ] as const)('7.1 %s: what is known at one to four hexes', (weather, levels) => {
    const seen = [1, 2, 3, 4].map((far) => {
      const tiny = post(far, { weather });
      return seenBy(tiny.game, tiny.state, tiny.unit('x'));
    });
    expect(seen).toEqual(levels);
  });

  test.each([
    [2.5, 3],
    [3, 2],
    [5, 1],
    [35, 1],
  ])('7.1 7.5 km in hexes of %d km are %i', (hexKm, hexes) => {
    const game = tinyGame({ map: [',,'], units: [], hexKm });
    const range = (kind: Weather): number => sightRange(game, WEATHERS.indexOf(kind));
    expect(range('clear')).toBe(hexes);
    expect(range('heavyRain')).toBe(Math.max(1, hexes - 1));
    expect(range('fog')).toBe(1);
  });
});

describe('7.2 lines of sight', () => {
  /** Is 0200 (0300) seen from 0000, with these mean heights and crests on the way? */
  const sees = (heights: [number, number][], map = ','.repeat(heights.length)): boolean => {
    const elevation = Object.fromEntries(heights.map((height, i) => [`0${i}00`, height]));
    const { game, state, at } = tinyStart({ map: [map], units: [], elevation });
    return seesHex(game, state, at('0000'), at(`0${heights.length - 1}00`));
  };

  test('7.2 the ground between hides what lies behind, measured half way to its crest', () => {
    // From the crest at 200 down to the mean at 100: the line passes at 150.
    expect(
      sees([
        [150, 200],
        [130, 170],
        [100, 150],
      ]),
    ).toBe(true);
    expect(
      sees([
        [150, 200],
        [130, 172],
        [100, 150],
      ]),
    ).toBe(false);
    // Three hexes: at 167 and 133.
    expect(
      sees([
        [150, 200],
        [160, 172],
        [120, 146],
        [100, 150],
      ]),
    ).toBe(true);
    expect(
      sees([
        [150, 200],
        [160, 172],
        [120, 148],
        [100, 150],
      ]),
    ).toBe(false);
    expect(
      sees([
        [150, 200],
        [160, 176],
        [120, 140],
        [100, 150],
      ]),
    ).toBe(false);
  });

  test('7.2 the next hex is seen whatever its height', () => {
    expect(
      sees([
        [100, 100],
        [900, 990],
      ]),
    ).toBe(true);
    expect(
      sees(
        [
          [900, 990],
          [100, 100],
        ],
        ',w',
      ),
    ).toBe(true);
  });

  test('7.2 woods hide what is in them unless the observer stands 60 m higher', () => {
    expect(
      sees(
        [
          [100, 159],
          [90, 100],
          [100, 150],
        ],
        ',,w',
      ),
    ).toBe(false);
    expect(
      sees(
        [
          [100, 160],
          [90, 100],
          [100, 150],
        ],
        ',,w',
      ),
    ).toBe(true);
    expect(
      sees(
        [
          [100, 159],
          [90, 100],
          [100, 150],
        ],
        ',,,',
      ),
    ).toBe(true);
  });

  test('7.2 of two hexes a line runs between, the lower counts', () => {
    const between = (first: number, second: number): boolean => {
      const { game, state, at } = tinyStart({
        map: [',,,', ',,,', ',,,'],
        units: [],
        // From 0000 to 0101 the line runs between 0100 and 0001.
        elevation: { '0000': [100, 120], '0001': [first, first], '0100': [second, second], '0101': [100, 120] },
      });
      return seesHex(game, state, at('0000'), at('0101'));
    };
    expect(between(100, 100)).toBe(true);
    expect(between(300, 300)).toBe(false);
    expect(between(300, 100)).toBe(true);
    expect(between(100, 300)).toBe(true);
  });

  test('7.2 what a side watches is what its units see', () => {
    const tiny = post(7);
    const watched = [...observedHexes(tiny.game, tiny.state, 0)];
    expect(watched).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
    for (let hex = 0; hex < 8; hex++) expect(isWatched(tiny.game, tiny.state, hex, 0)).toBe(watched[hex] === 1);
    tiny.state.weather = WEATHERS.indexOf('fog');
    expect([...observedHexes(tiny.game, tiny.state, 0)]).toEqual([1, 1, 0, 0, 0, 0, 0, 0]);
  });
});

describe('7.3 what is seen', () => {
  const level = (map: string, acts = 0): number => {
    const tiny = post(2, { map: [map] });
    tiny.of('x').acts = acts;
    return seenBy(tiny.game, tiny.state, tiny.unit('x'));
  };

  test('7.3 farther than the next hex only who moved, fired or stands in the open', () => {
    expect(level(',,,')).toBe(SEEN_CONTACT);
    expect(level(',,p')).toBe(SEEN_CONTACT);
    for (const map of [',,.', ',,w', ',,v', ',,t']) {
      expect(level(map), map).toBe(SEEN_NOTHING);
      for (const act of [ACT_MOVED, ACT_ASSAULTED, ACT_BOMBARDED, ACT_TRUCKED])
        expect(level(map, act), `${map} ${act}`).toBe(SEEN_CONTACT);
    }
  });

  test('7.3 an adjacent enemy is known by type even when it lies still in the woods', () => {
    const tiny = post(1, { map: [',ww'] });
    expect(seenBy(tiny.game, tiny.state, tiny.unit('x'))).toBe(SEEN_TYPE);
  });
});

describe('7.5-7.6 coming and going', () => {
  test('7.5 each step is observed: who moves out of sight is lost, and only the steps in sight are shown', () => {
    const tiny = tinyStart(
      {
        map: ['........'],
        elevation: { '0000': [100, 180] },
        units: [
          { id: 'a', side: 'cn', hex: '0000' },
          { id: 'x', side: 'jp', hex: '0500' },
        ],
        firstSide: 'jp',
      },
      { fog: true },
    );
    tiny.state.active = 1;
    expect(tiny.of('x').seen).toBe(SEEN_NOTHING);
    expect(go(tiny, 'x', '0400')).toBeNull();
    expect(tiny.of('x')).toMatchObject({ hex: tiny.at('0400'), seen: SEEN_NOTHING, seenHex: -1 });
    const path = ['0300', '0400'].map(tiny.at);
    const events = apply(tiny.game, tiny.state, { type: 'move', unit: tiny.unit('x'), path, mode: 'march' });
    expect(only(events, 'moved')).toMatchObject([{ path: [4, 3, 4], shown: [3], to: 3 }]);
    // Out of sight again, remembered where it was last.
    expect(tiny.of('x')).toMatchObject({ hex: 4, seen: SEEN_NOTHING, seenHex: 3, seenTurn: 1 });
  });

  test('7.6 at the start of its player turn a side loses whom nobody observes, and remembers the place', () => {
    const tiny = post(2, { map: ['...'] });
    const x = tiny.of('x');
    x.acts = ACT_MOVED;
    const events: GameEvent[] = [];
    refreshDetection(tiny.game, tiny.state, 0, events);
    expect(x).toMatchObject({ seen: SEEN_CONTACT, seenHex: 2 });
    expect(only(events, 'spotted')).toEqual([{ type: 'spotted', unit: 1, hex: 2, seen: SEEN_CONTACT, to: 1 }]);
    x.acts = 0;
    tiny.state.turn = 2;
    refreshDetection(tiny.game, tiny.state, 0, events);
    expect(x).toMatchObject({ seen: SEEN_NOTHING, seenHex: 2, seenTurn: 1 });
  });

  test('7.6 what was known of a strength fades by a step a turn while the unit stays in sight', () => {
    const tiny = post(2);
    const x = tiny.of('x');
    x.seen = SEEN_STRENGTH;
    refreshDetection(tiny.game, tiny.state, 0, []);
    expect(x.seen).toBe(SEEN_TYPE);
    refreshDetection(tiny.game, tiny.state, 0, []);
    expect(x.seen).toBe(SEEN_CONTACT);
    refreshDetection(tiny.game, tiny.state, 0, []);
    expect(x.seen).toBe(SEEN_CONTACT);
  });

  test('7.6 the side whose turn begins takes stock, the other does not', () => {
    const tiny = post(5);
    tiny.of('x').seen = SEEN_CONTACT;
    tiny.of('a').seen = SEEN_CONTACT;
    // The Chinese player turn ends: it is the Japanese who look.
    tiny.state.fog = true;
    passTurn({ ...tiny, state: tiny.state }, 0.5);
    expect(tiny.state.active).toBe(1);
    expect([tiny.of('x').seen, tiny.of('a').seen]).toEqual([SEEN_CONTACT, SEEN_NOTHING]);
  });
});

describe('7.7 ambush', () => {
  /** A column of 1,000 runs into so many hidden men. All dice at the middle. */
  const run = (map: string, men: number, mode: 'march' | 'truck' = 'march', change: object = {}) => {
    const tiny = tinyStart({
      map: [map],
      units: [
        { id: 'a', side: 'cn', hex: '0000' },
        { id: 'x', side: 'jp', hex: '0100', men },
      ],
    });
    Object.assign(tiny.of('x'), change);
    const events: GameEvent[] = [];
    const roll = laid(new Array<number>(20).fill(0.5));
    const sprung = ambush(tiny.game, tiny.state, 0, 1, 1, mode, roll, events);
    return { sprung, ...tiny.of('a'), events };
  };

  test('7.7 2.5 per cent are hit by an enemy of the same size, and cohesion falls by 40 on top', () => {
    const { sprung, men, killed, wounded, cohesion, events } = run(',h', 1000);
    // 25 hit: a quarter dead (6), of the rest 15 % back at once (3).
    expect({ sprung, men, killed, wounded }).toEqual({ sprung: true, men: 978, killed: 6, wounded: 16 });
    expect(cohesion).toBe(900 - 2.5 * 8 - 40);
    expect(only(events, 'bombard')).toHaveLength(1);
  });

  test('7.7 in proportion to a smaller ambush, not more for a larger one, twice that in lorries', () => {
    const lost = (result: { killed: number; wounded: number }): number => result.killed + result.wounded;
    // 10 hit: 3 dead (2.5 and the half that the die gives), 1 back.
    expect(lost(run(',h', 400))).toBe(9);
    expect(lost(run(',h', 5000))).toBe(22);
    // 50 hit: 13 dead, 6 back.
    expect(lost(run(',h', 1000, 'truck'))).toBe(44);
  });

  test('7.7 only in rugged or wooded ground, by an enemy with cohesion and ammunition', () => {
    for (const map of [',,', ',.', ',l', ',p', ',t']) expect(run(map, 1000).sprung, map).toBe(false);
    for (const map of [',w', ',H', ',M']) expect(run(map, 1000).sprung, map).toBe(true);
    expect(run(',h', 1000, 'march', { ammo: 0 }).sprung).toBe(false);
    expect(run(',h', 1000, 'march', { cohesion: 299 }).sprung).toBe(false);
    expect(run(',h', 1000, 'march', { cohesion: 300 }).sprung).toBe(true);
  });

  test('7.7 the lot is from half as many to half as many again', () => {
    let least = 1000;
    let most = 0;
    for (let i = 0; i < 300; i++) {
      const tiny = tinyStart({
        map: [',h'],
        units: [
          { id: 'a', side: 'cn', hex: '0000', men: 10_000 },
          { id: 'x', side: 'jp', hex: '0100', men: 9000 },
        ],
      });
      tiny.of('x').men = 10_000;
      ambush(tiny.game, tiny.state, 0, 1, 1, 'march', dice('ambush', i), []);
      const hit = (900 - 40 - tiny.of('a').cohesion) / 800;
      least = Math.min(least, hit);
      most = Math.max(most, hit);
    }
    expect(least).toBeCloseTo(0.0125, 2);
    expect(most).toBeCloseTo(0.0375, 2);
    expect(most).toBeGreaterThan(0.035);
    expect(least).toBeLessThan(0.015);
  });

  test('3.9, 7.7 a march into it stops where it was, and pays for the step it tried', () => {
    const tiny = tinyStart(
      {
        map: ['.....', '..H..'],
        units: [
          { id: 'a', side: 'cn', hex: '0000' },
          { id: 'x', side: 'jp', hex: '0201' },
        ],
        weather: 'fog',
      },
      { fog: true },
    );
    const before = tiny.of('a').minutes;
    tiny.of('x').seen = 0;
    tiny.of('a').hex = tiny.at('0101');
    expect(go(tiny, 'a', '0201')).toBeNull();
    expect(tiny.of('a').hex).toBe(tiny.at('0101'));
    expect(tiny.of('x').seen).toBe(SEEN_TYPE);
    expect(tiny.of('a').men).toBeLessThan(1000);
    // 2.5 km of wooded hill at 1.6 km/h, times 1.4, and 200 m of climb.
    expect(before - tiny.of('a').minutes).toBe(Math.round((2.5 / 1.6) * 60 * 1.4 + 20));
  });
});
