import { expect, test } from 'vitest';
import type { ScenarioData, UnitData } from '../../../src/core/scenario.ts';
import {
  ACT_ASSAULTED,
  ACT_MOVED,
  type GameState,
  SEEN_CONTACT,
  SEEN_NOTHING,
  SEEN_STRENGTH,
  SEEN_TYPE,
  UNIT_DESTROYED,
  UNIT_ON_MAP,
  type UnitState,
} from '../../../src/core/state.ts';
import { bandsFor, faceOf, hundreds, unitLooks, worksLevel } from '../../../src/ui/board/counterFace.ts';
import { inkOn } from '../../../src/ui/board/counterPainter.ts';
import { COUNTER, fanHit, fanOut, onStack, SHOWN, stackOffset, stacksOf } from '../../../src/ui/board/stacks.ts';

function unit(id: string, side: string, change: Partial<UnitData> = {}): UnitData {
  return {
    id,
    side,
    name: id,
    zh: '',
    short: id,
    parent: null,
    kind: 'infantry',
    echelon: 'battalion',
    mobility: 'foot',
    men: 800,
    equipment: {},
    quality: 50,
    arrival: { date: '1939-12-15', hex: '0000' },
    source: [],
    ...change,
  };
}

const UNITS = [
  unit('div', 'cn', { kind: 'hq', echelon: 'division' }),
  unit('I/1', 'cn', { parent: 'div' }),
  unit('I/2', 'cn', { parent: 'bde' }),
  unit('II/42', 'jp'),
  unit('tank', 'cn', { kind: 'armour', parent: 'div' }),
];

const SCENARIO = {
  scenario: {
    sides: [
      { id: 'cn', colour: '#4a6a9c', stripe: '#22324f' },
      { id: 'jp', colour: '#b5533c', stripe: '#7a2a1c' },
    ],
  },
  oob: {
    units: UNITS,
    formations: [{ id: 'bde', side: 'cn', name: '', zh: '', parent: 'div', echelon: 'brigade', source: [] }],
    leaders: [{ id: 'l', name: 'L', unit: 'div', rating: 1, source: [] }],
  },
} as unknown as ScenarioData;

const looks = unitLooks(SCENARIO);

function state(change: Partial<UnitState>[] = []): GameState {
  const units = UNITS.map((_, index) => ({
    status: UNIT_ON_MAP,
    hex: 10,
    men: 800 - index,
    cohesion: 900,
    dug: 0,
    minutes: 480,
    acts: 0,
    supply: 3,
    seen: SEEN_STRENGTH,
    ...change[index],
  }));
  return { fog: true, active: 0, units, leaders: [{ status: 0, turn: 0 }] } as unknown as GameState;
}

const face = (view: GameState, index: number, side: 0 | 1 | null = 0) => faceOf(looks, view, index, side, 'hours');

test('units of one division wear one band, whatever lies between, and it differs from the nationality', () => {
  expect(looks[1]?.formation).toBe(looks[0]?.formation);
  expect(looks[2]?.formation).toBe(looks[0]?.formation);
  expect(looks[0]?.leader).toBe(0);
  expect(looks[1]?.size).toBe('II');
  expect(bandsFor('#27496d')).not.toContain('#27496d');
  expect(bandsFor('#27496d').length).toBeGreaterThan(6);
});

test('an enemy is shown only as far as it is known', () => {
  const seen = (level: number) => face(state([{}, {}, {}, { seen: level }]), 3);
  expect(seen(SEEN_NOTHING)).toBeNull();
  expect(seen(SEEN_CONTACT)).toMatchObject({ contact: true, strength: '?', supply: -1, works: 0 });
  expect(seen(SEEN_CONTACT)?.key).not.toContain('II/42');
  expect(seen(SEEN_TYPE)).toMatchObject({ contact: false, strength: '?' });
  expect(seen(SEEN_STRENGTH)).toMatchObject({ strength: '8', second: '', supply: -1 });
});

test('an umpire sees all, and so does everybody without fog', () => {
  const hidden = state([{}, {}, {}, { seen: SEEN_NOTHING }]);
  expect(face(hidden, 3, null)?.strength).toBe('8');
  expect(face({ ...hidden, fog: false }, 3)?.strength).toBe('8');
});

test('what is off the map or destroyed has no counter', () => {
  expect(face(state([{}, { hex: -1 }]), 1)).toBeNull();
  expect(face(state([{}, { status: UNIT_DESTROYED }]), 1)).toBeNull();
});

test('marks follow the state of own units', () => {
  const tired = face(
    state([{}, { acts: ACT_MOVED | ACT_ASSAULTED, minutes: 20, cohesion: 300, dug: 500, supply: 0 }]),
    1,
  );
  expect(tired).toMatchObject({ spent: 2, fought: true, shaken: true, works: 2, supply: 0, second: '0h' });
  const fresh = face(state(), 1);
  expect(fresh).toMatchObject({ spent: 0, fought: false, shaken: false, works: 0, second: '8h' });
  expect(tired?.key).not.toBe(fresh?.key);
  expect(face(state(), 0)?.star).toBe(true);
  const resting = { ...state([{}, { acts: ACT_MOVED }]), active: 1 } as GameState;
  expect(face(resting, 1)?.spent).toBe(0);
});

test('men in hundreds, works in chevrons, ink that reads', () => {
  expect([80, 250, 800, 944, 950, 2333].map(hundreds)).toEqual(['0.8', '2.5', '8', '9.4', '10', '23']);
  expect([0, 99, 100, 400, 2000].map(worksLevel)).toEqual([0, 0, 1, 2, 3]);
  expect(inkOn('#ffffff')).not.toBe(inkOn('#102030'));
});

test('a stack has the selected unit on top, then fighting units by men, headquarters last', () => {
  const view = state();
  const faces = UNITS.map((_, index) => face(view, index));
  expect(stacksOf(view, faces, new Set()).get(10)).toEqual([1, 2, 3, 4, 0]);
  expect(stacksOf(view, faces, new Set([0])).get(10)?.[0]).toBe(0);
});

test('counters of a stack step up and to the right and stay in their hex', () => {
  for (let count = 1; count < 9; count++) {
    for (let k = 0; k < count; k++) {
      const offset = stackOffset(k, count);
      expect(Math.abs(offset.x) + COUNTER / 2).toBeLessThan(0.5);
      if (k > 0 && k < SHOWN) expect(offset.x).toBeGreaterThan(stackOffset(k - 1, count).x);
    }
  }
  expect(stackOffset(0, 1)).toEqual({ x: 0, y: 0 });
  expect(onStack(0, 0, 1)).toBe(true);
  expect(onStack(0.45, 0, 1)).toBe(false);
});

test('every counter of a fan is on the screen, apart from the others, and hit where it stands', () => {
  for (const screen of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
    { width: 320, height: 320 },
  ]) {
    for (let count = 2; count <= 24; count++) {
      const units = Array.from({ length: count }, (_, k) => k + 100);
      const fan = fanOut(5, units, 2, 2, screen, 62);
      units.forEach((id, k) => {
        const x = fan.x[k] as number;
        const y = fan.y[k] as number;
        expect(fanHit(fan, x, y)).toBe(id);
        expect(x - fan.size / 2).toBeGreaterThanOrEqual(0);
        expect(x + fan.size / 2).toBeLessThanOrEqual(screen.width);
        expect(y + fan.size / 2).toBeLessThanOrEqual(screen.height);
      });
    }
  }
  const fan = fanOut(5, [1, 2], 700, 400, { width: 1440, height: 900 }, 62);
  expect(fanHit(fan, 10, 10)).toBe(-2);
  expect(fanHit(fan, fan.panel.left + 1, fan.panel.top + 1)).toBe(-1);
});

test('bands tell divisions apart, or corps where there are many more divisions than colours', () => {
  const corps = ['c1', 'c2'].map((id) => unit(id, 'cn', { kind: 'hq', echelon: 'corps' }));
  const divisions = Array.from({ length: 30 }, (_, k) =>
    unit(`d${k}`, 'cn', { echelon: 'division', parent: k < 12 ? 'c1' : 'c2' }),
  );
  const looksOf = (units: UnitData[]): string[] =>
    unitLooks({ ...SCENARIO, oob: { ...SCENARIO.oob, units, formations: [], leaders: [] } }).map(
      (look) => look.formation,
    );
  const many = looksOf([...corps, ...divisions]);
  expect(new Set(many.slice(2, 10))).toEqual(new Set([many[0]]));
  expect(new Set(many).size).toBe(2);
  expect(new Set(looksOf([corps[0] as UnitData, ...divisions.slice(0, 9)])).size).toBe(10);
});

test('an air-ground party and a liaison team show to their own side alone, airlifted troops to both', () => {
  const units = UNITS.map((one) => ({
    ...one,
    airParty: true as const,
    liaison: true as const,
    arrival: { ...one.arrival, by: 'airlift' as const },
  }));
  const looks = unitLooks({ ...SCENARIO, oob: { ...SCENARIO.oob, units } });
  const seen = state();
  expect(faceOf(looks, seen, 1, 0, 'none')).toMatchObject({ airParty: true, liaison: true });
  const foreign = faceOf(looks, seen, 1, 1, 'none');
  expect(foreign).toMatchObject({ airParty: false, liaison: false, look: { airlifted: true } });
  const plain = unitLooks(SCENARIO);
  expect(faceOf(plain, seen, 1, 1, 'none')?.key).not.toBe(foreign?.key);
});
