/** The manners of an army: over whole games of two regulars, and of two staffs as an elite has them, bad cases stay within bounds. */
import { beforeAll, describe, expect, test } from 'vitest';
import { CAREFUL, FREE, USUAL } from '../../src/bots/course.ts';
import { PRACTISED } from '../../src/bots/craft.ts';
import { StaffBot } from '../../src/bots/staff.ts';
import { kunlunPass } from '../kunlun-pass.ts';
import { shipped } from '../shipped.ts';
import { type Manner, type Manners, type Measure, observe, share, total } from './manners.ts';

/**
 * Most that a share of both sides' occasions may be, and one case more for what is rare: about half as much again as over
 * a dozen games. What a staff can always avoid is bounded near nothing; where fog, plans and the enemy have their part, so
 * do the bounds.
 */
const BOUNDS: Record<Manner, number> = {
  toAndFro: 0.1,
  driblets: 0.06,
  wornAttacks: 0.1,
  emptyObjectives: 0.3,
  lostWithWayOpen: 0.2,
  tiredInFront: 0.01,
  silentGuns: 0.02,
  loneStaffs: 0.03,
  idleNearFight: 0.25,
  idleInContact: 0.1,
};

/** A free Japanese staff lets the few companies on the pass stand to the last, as they did: they are most of what is lost. */
const STUBBORN: Partial<Record<string, Partial<typeof BOUNDS>>> = {
  'Kunlun Pass, practised staffs': { lostWithWayOpen: 0.35 },
};

function both(sides: [Manners, Manners], manner: Manner): Measure {
  const [first, second] = [sides[0][manner], sides[1][manner]];
  return { bad: first.bad + second.bad, of: first.of + second.of };
}

/** Planning freely by the rules of thumb of an elite, without its war games. */
const practised = (seed: string): StaffBot =>
  new StaffBot('practised', seed, { ...USUAL, plan: FREE }, { ...CAREFUL, craft: PRACTISED });

describe.each([
  ['Kunlun Pass, regulars', kunlunPass, ['manners/1', 'manners/2', 'manners/3'], {}],
  ['West Hunan, regulars', () => shipped('west-hunan'), ['manners/1', 'manners/2'], {}],
  [
    'Kunlun Pass, practised staffs',
    kunlunPass,
    ['1', '2', '3', '4', '5', '6'].map((at) => `manners/${at}`),
    { staff: practised },
  ],
  ['West Hunan, practised staffs', () => shipped('west-hunan'), ['manners/1', 'manners/2'], { staff: practised }],
])('%s', (name, load, seeds, who) => {
  let sides: [Manners, Manners];
  beforeAll(() => {
    const game = load();
    sides = total(seeds.map((seed) => observe(game, seed, who)));
  }, 60_000);

  test.each(Object.entries({ ...BOUNDS, ...STUBBORN[name] }) as [Manner, number][])(
    '%s: at most %d',
    (manner, most) => {
      const { bad, of } = both(sides, manner);
      expect(bad, `of ${of}`).toBeLessThanOrEqual(most * of + 1);
    },
  );

  test('there was enough to judge by', () => {
    expect(both(sides, 'toAndFro').of).toBeGreaterThan(400);
    expect(both(sides, 'driblets').of).toBeGreaterThan(50);
    expect(both(sides, 'tiredInFront').of).toBeGreaterThan(250);
    expect(both(sides, 'silentGuns').of).toBeGreaterThan(30);
    expect(both(sides, 'idleInContact').of).toBeGreaterThan(80);
  });
});

describe('what is measured is seen', () => {
  test('guns that nobody lets fire, and units that go in alone', () => {
    const seen = observe(kunlunPass(), 'manners/1', {
      through: (action) => {
        if (action.type === 'bombard') return null;
        return action.type === 'assault' ? { ...action, units: action.units.slice(0, 1), support: [] } : action;
      },
    });
    expect(share(both(seen.manners, 'silentGuns'))).toBeGreaterThan(0.5);
    expect(share(both(seen.manners, 'driblets'))).toBeGreaterThan(BOUNDS.driblets * 2);
  });
});
