/** Airlift, airfields, boundaries, decisions, railways, convoys: what holds is accepted, each fault found at its path. */
import { describe, expect, test } from 'vitest';
import type { DecisionData, EventEffect, SimpleCondition } from '../../src/core/scenario.ts';
import { lexiconOf } from '../../src/scenario/lexicon.ts';
import { at, type Files, kunlunFiles, problemsOf } from './files.ts';
import { CONDITIONS, EFFECTS, enrich, TRANSPORT } from './rich.ts';

const rich = kunlunFiles();
enrich(rich);
const unit = (id: string): number => at(rich.oob.units, id);
const depot = (id: string): number => at(rich.scenario.supplySources, id);
const flight = at(rich.air.formations, 'jp_lift');

/** What the loader says of the enriched files once `spoil` has changed them. */
function faults(spoil: (files: Files) => void): string[] {
  return problemsOf((files) => {
    enrich(files);
    spoil(files);
  }).map((problem) => `${problem.code} ${problem.path}`);
}

/** Changes fields of an entry of a list, or takes them away where `undefined` is given. */
function set<T extends object>(
  list: readonly T[] | undefined,
  index: number,
  change: { [K in keyof T]?: unknown },
): void {
  const entry = list?.[index] as Record<string, unknown>;
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) delete entry[key];
    else entry[key] = value;
  }
}

test('Kunlun Pass with one of everything is valid', () => {
  expect(faults(() => {})).toEqual([]);
});

test('every kind of condition and of effect is among them', () => {
  expect(new Set(CONDITIONS.map((one) => one.type)).size).toBe(CONDITIONS.length);
  expect(new Set(EFFECTS.map((one) => one.type)).size).toBe(EFFECTS.length);
});

const NOT_THERE: [path: string, code: string, spoil: (files: Files) => void][] = [
  ['map.rails[0].hexes[2]', 'off-map', (f) => set(f.map.rails, 0, { hexes: ['2144', '2244', '9900'] })],
  ['map.rails[0].hexes[1]', 'not-adjacent', (f) => set(f.map.rails, 0, { hexes: ['2144', '2344'] })],
  ['map.rails[0].source', 'unsourced', (f) => set(f.map.rails, 0, { estimated: undefined })],
  ['map.rails[1].id', 'duplicate-id', (f) => f.map.rails?.push(structuredClone(f.map.rails[0] as never))],

  ['scenario.diseaseRates.uk', 'unknown-side', (f) => set([f.scenario], 0, { diseaseRates: { jp: 3, uk: 9 } })],

  ['scenario.surprise[0].side', 'unknown-side', (f) => set(f.scenario.surprise, 0, { side: 'uk' })],
  ['scenario.surprise[0].to', 'date-order', (f) => set(f.scenario.surprise, 0, { to: '1939-12-01' })],
  ['scenario.surprise[0].from', 'bad-date', (f) => set(f.scenario.surprise, 0, { from: '1939-12-32' })],
  ['scenario.surprise[0].level', 'range', (f) => set(f.scenario.surprise, 0, { level: 4 })],
  ['scenario.surprise[0].source', 'unsourced', (f) => set(f.scenario.surprise, 0, { note: undefined })],
  ['scenario.airSuperiority[0].side', 'unknown-side', (f) => set(f.scenario.airSuperiority, 0, { side: 'uk' })],
  ['scenario.airSuperiority[0].to', 'date-order', (f) => set(f.scenario.airSuperiority, 0, { to: '1939-12-01' })],
  ['scenario.airSuperiority[0].source', 'unsourced', (f) => set(f.scenario.airSuperiority, 0, { note: undefined })],
  ['scenario.era', 'choice', (f) => set([f.scenario], 0, { era: 'napoleonic' })],
  [
    'scenario.rules["resolver.slop"]',
    'unknown-parameter',
    (f) => set([f.scenario], 0, { rules: { 'resolver.slop': 1 } }),
  ],
  ['scenario.rules["resolver.killed"]', 'range', (f) => set([f.scenario], 0, { rules: { 'resolver.killed': 1.5 } })],
  ['scenario.rules["recovery.rest"]', 'range', (f) => set([f.scenario], 0, { rules: { 'recovery.rest': 0.5 } })],
  ['scenario.rules["resolver.slope"]', 'type', (f) => set([f.scenario], 0, { rules: { 'resolver.slope': '1' } })],

  ['scenario.airfields[0].place', 'unknown-place', (f) => set(f.scenario.airfields, 0, { place: 'croydon' })],
  ['scenario.airfields[0].side', 'unknown-side', (f) => set(f.scenario.airfields, 0, { side: 'uk' })],
  ['scenario.airfields[0].source', 'unsourced', (f) => set(f.scenario.airfields, 0, { note: undefined })],
  [
    'scenario.airfields[1].place',
    'duplicate-id',
    (f) => f.scenario.airfields?.push({ ...(f.scenario.airfields[0] as object), id: 'second' } as never),
  ],

  ['scenario.boundaries[0].side', 'unknown-side', (f) => set(f.scenario.boundaries, 0, { side: 'uk' })],
  ['scenario.boundaries[0].formation', 'unknown-unit', (f) => set(f.scenario.boundaries, 0, { formation: 'jp_21c' })],
  ['scenario.boundaries[0].formation', 'other-side', (f) => set(f.scenario.boundaries, 0, { formation: 'cn_5a' })],
  ['scenario.boundaries[0].corners', 'zone', (f) => set(f.scenario.boundaries, 0, { corners: ['2144', '4144'] })],
  [
    'scenario.boundaries[0].corners',
    'zone',
    (f) => set(f.scenario.boundaries, 0, { corners: ['2144', '4144', '2144'] }),
  ],
  [
    'scenario.boundaries[0].corners[1]',
    'off-map',
    (f) => set(f.scenario.boundaries, 0, { corners: ['2144', '6444', '4125'] }),
  ],

  [
    `scenario.supplySources[${depot('nanning-depot')}].from.source`,
    'unknown-depot',
    (f) => Object.assign(f.scenario.supplySources[depot('nanning-depot')]?.from as object, { source: 'hanoi' }),
  ],
  [
    `scenario.supplySources[${depot('nanning-depot')}].from.source`,
    'other-side',
    (f) => Object.assign(f.scenario.supplySources[depot('nanning-depot')]?.from as object, { source: 'binyang-depot' }),
  ],
  [
    `scenario.supplySources[${depot('nanning-depot')}].from.source`,
    'supply-cycle',
    (f) => Object.assign(f.scenario.supplySources[depot('nanning-depot')]?.from as object, { source: 'nanning-depot' }),
  ],
  [
    `scenario.supplySources[${depot('yong-qin-road')}].from.source`,
    'supply-cycle',
    (f) => {
      const from = { source: 'nanning-depot', foodKgPerDay: 1, ammoKgPerDay: 1, fuelKgPerDay: 1 };
      set(f.scenario.supplySources, depot('yong-qin-road'), { from });
    },
  ],

  ['scenario.victory.lines[0].rail', 'unknown-rail', (f) => set(f.scenario.victory.lines, 0, { rail: 'yuehan' })],
  ['scenario.victory.lines[0].side', 'unknown-side', (f) => set(f.scenario.victory.lines, 0, { side: 'uk' })],
  ['scenario.victory.airfields[0].airfield', 'unknown-airfield', (f) => set(f.scenario.airfields, 0, { id: 'strip' })],
  [
    'scenario.victory.airfields[1].airfield',
    'duplicate-id',
    (f) => f.scenario.victory.airfields?.push(f.scenario.victory.airfields[0] as never),
  ],
  ['scenario.victory.stocks[0].side', 'unknown-side', (f) => set(f.scenario.victory.stocks, 0, { side: 'uk' })],
  ['scenario.victory.stocks[0].targetKg', 'range', (f) => set(f.scenario.victory.stocks, 0, { targetKg: 0 })],
  ['scenario.victory.home[0].corners', 'zone', (f) => set(f.scenario.victory.home, 0, { corners: [] })],
  [
    'scenario.victory.home[0].corners[0]',
    'off-map',
    (f) => set(f.scenario.victory.home, 0, { corners: ['9999', '0000', '0101'] }),
  ],
  [
    'scenario.victory.home[1].side',
    'duplicate-id',
    (f) => f.scenario.victory.home?.push(f.scenario.victory.home[0] as never),
  ],

  [
    `oob.units[${unit('jp_tw1_1')}].reserve`,
    'never-comes',
    (f) => set(f.scenario.decisions, 1, { effects: EFFECTS.slice(2) }),
  ],
  [
    `oob.units[${unit('jp_41ir_1')}].reserve`,
    'never-comes',
    (f) => set(f.oob.units, unit('jp_41ir_1'), { reserve: true }),
  ],
  [`oob.units[${unit('jp_5cav')}].liaison`, 'command', (f) => set(f.oob.units, unit('jp_5cav'), { liaison: true })],
  [
    `oob.units[${unit('jp_5cav')}].carry.foodDays`,
    'range',
    (f) => set(f.oob.units, unit('jp_5cav'), { carry: { foodDays: 0, ammoDays: 1 } }),
  ],
  [
    `oob.units[${unit('jp_5cav')}].carry.ammoDays`,
    'range',
    (f) => set(f.oob.units, unit('jp_5cav'), { carry: { foodDays: 1, ammoDays: -1 } }),
  ],
  [`oob.units[${unit('jp_5cav')}].airParty`, 'choice', (f) => set(f.oob.units, unit('jp_5cav'), { airParty: false })],

  [`oob.units[${unit('jp_11ir_1')}].arrival.hex`, 'airlift', (f) => set([f.scenario], 0, { airfields: [] })],
  [
    `oob.units[${unit('jp_11ir_1')}].arrival.hex`,
    'airlift',
    (f) => set(f.oob.units, unit('jp_11ir_1'), { arrival: { date: '1939-12-20', hex: '2363', by: 'airlift' } }),
  ],
  [
    `oob.units[${unit('jp_11ir_1')}].arrival.by`,
    'airlift',
    (f) => set(f.air.formations, flight, { missions: ['supplyLift'] }),
  ],
  [`oob.units[${unit('jp_11ir_1')}].arrival.by`, 'airlift', (f) => set(f.air.formations, flight, { side: 'cn' })],
  [
    `oob.units[${unit('jp_11ir_1')}].arrival.by`,
    'airlift',
    (f) => set(f.oob.units, unit('jp_11ir_1'), { reserve: true }),
  ],
  [
    `air.formations[${flight}].missions[0]`,
    'airlift',
    (f) => set(f.air.aircraft, at(f.air.aircraft, TRANSPORT.id), { menPerSortie: undefined }),
  ],
  [
    `air.formations[${flight}].missions[1]`,
    'airlift',
    (f) => set(f.air.aircraft, at(f.air.aircraft, TRANSPORT.id), { payloadKg: 0 }),
  ],
  [
    `air.formations[${flight}].missions[1]`,
    'airlift',
    (f) => set(f.scenario.supplySources, depot('nanning-depot'), { hex: '2044' }),
  ],
  ['air.aircraft[0].menPerSortie', 'airlift', (f) => set(f.air.aircraft, 0, { menPerSortie: 2 })],
  [
    `air.formations[${flight}].fallback`,
    'base',
    (f) => set(f.air.formations, flight, { base: { name: 'x', offMapKm: 9 } }),
  ],
  [`air.formations[${flight}].base.hex`, 'other-side', (f) => set(f.scenario.airfields, 0, { side: 'cn' })],
  ['air.fuel[0].side', 'unknown-side', (f) => set(f.air.fuel, 0, { side: 'uk' })],
  ['air.fuel[1].side', 'duplicate-id', (f) => f.air.fuel?.push(f.air.fuel[0] as never)],
  ['air.fuel[0].startKg', 'range', (f) => set(f.air.fuel, 0, { mostKg: 49_999 })],
  ['air.fuel[0].source', 'unsourced', (f) => set(f.air.fuel, 0, { estimated: false })],
];

describe('faults of the theatre', () => {
  test.each(NOT_THERE)('%s: %s', (path, code, spoil) => {
    expect(faults(spoil)).toContain(`${code} ${path}`);
  });
});

describe('faults of decisions', () => {
  const CASES: [path: string, code: string, change: { [K in keyof DecisionData]?: unknown }][] = [
    ['id', 'duplicate-id', { id: 'recall' }],
    ['side', 'unknown-side', { side: 'uk' }],
    ['source', 'unsourced', { note: undefined }],
    ['from', 'date-outside', { from: '1939-12-14' }],
    ['until', 'date-outside', { until: '1940-01-13' }],
    ['until', 'bad-date', { until: '1939-12-32' }],
    ['until', 'date-order', { until: '1939-12-17' }],
    ['delayDays', 'date-outside', { delayDays: 26 }],
    ['delayDays', 'range', { delayDays: -1 }],
    ['cost', 'range', { cost: -5 }],
    ['effects', 'range', { effects: [] }],
    ['when.conditions', 'range', { when: { type: 'all', conditions: [] } }],
    ['when.conditions[0].type', 'choice', { when: { type: 'any', conditions: [{ type: 'all', conditions: [] }] } }],
    ['when.not', 'choice', { when: { ...CONDITIONS[0], not: false } }],
  ];
  test.each(CASES)('%s: %s', (path, code, change) => {
    expect(faults((f) => set(f.scenario.decisions, 1, change))).toContain(`${code} scenario.decisions[1].${path}`);
  });
});

describe('faults of conditions', () => {
  const CASES: [path: string, code: string, condition: SimpleCondition][] = [
    ['place', 'unknown-place', { type: 'held', place: 'shangri-la', side: 'cn' }],
    ['side', 'unknown-side', { type: 'notHeld', place: 'kunlun', side: 'uk' }],
    ['place', 'unknown-place', { type: 'within', place: 'shangri-la', side: 'cn', km: 5 }],
    ['side', 'unknown-side', { type: 'stock', side: 'uk', atLeastKg: 5 }],
    ['decision', 'unknown-decision', { type: 'decided', decision: 'surrender' }],
    ['event', 'unknown-event', { type: 'fired', event: 'armistice' }],
    ['airfield', 'unknown-airfield', { type: 'airfield', airfield: 'croydon' }],
  ];
  test.each(CASES)('of an event, alone or among others: %s %s', (path, code, condition) => {
    const alone = faults((f) => set(f.scenario.events, 0, { when: condition }));
    expect(alone).toContain(`${code} scenario.events[0].when.${path}`);
    const among = faults((f) =>
      set(f.scenario.events, 0, { when: { type: 'any', conditions: [CONDITIONS[0], condition] } }),
    );
    expect(among).toContain(`${code} scenario.events[0].when.conditions[1].${path}`);
  });

  const SECRETS: [path: string, condition: SimpleCondition][] = [
    ['side', { type: 'stock', side: 'cn', atLeastKg: 1000 }],
    ['decision', { type: 'decided', decision: 'all-in' }],
    ['event', { type: 'fired', event: 'reserve' }],
  ];
  test.each(SECRETS)('a decision asks for nothing that its side can not know: %s', (path, condition) => {
    const spoil = (f: Files): void => {
      set(f.scenario.decisions, 0, { when: condition });
      if (condition.type === 'decided') set(f.scenario.decisions, 1, { side: 'cn' });
    };
    expect(faults(spoil)).toContain(`other-side scenario.decisions[0].when.${path}`);
    expect(faults((f) => set(f.scenario.events, 0, { when: condition }))).toEqual([]);
  });

  test('what both sides were told may be asked for by both', () => {
    const told = faults((f) => {
      set(f.scenario.events, at(f.scenario.events, 'reserve'), { side: null });
      set(f.scenario.decisions, 0, { when: { type: 'fired', event: 'reserve' } });
    });
    expect(told).toEqual([]);
  });
});

describe('faults of effects', () => {
  const UNKNOWN: [path: string, code: string, effect: EventEffect][] = [
    ['unit', 'unknown-unit', { type: 'arrive', unit: 'jp_99' }],
    ['unit', 'unknown-unit', { type: 'cohesion', unit: 'jp_empty', change: 1 }],
    ['side', 'unknown-side', { type: 'points', side: 'uk', points: 1 }],
    ['source', 'unknown-depot', { type: 'stock', source: 'hanoi', foodKg: 1, ammoKg: 1, fuelKg: 1 }],
    ['side', 'unknown-side', { type: 'aviationFuel', side: 'uk', kg: 1 }],
    ['side', 'missing', { type: 'aviationFuel', side: 'cn', kg: 1 }],
    ['boundary', 'unknown-boundary', { type: 'boundary', boundary: 'great-wall', active: true }],
    ['side', 'unknown-side', { type: 'doctrine', side: 'uk', doctrine: 'defend' }],
  ];
  test.each(UNKNOWN)('of an event: %s %s', (path, code, effect) => {
    const found = faults((f) => {
      const { side, zh, name, source } = f.oob.formations.find((one) => one.id === 'jp_41ir') as { side: 'jp' } & never;
      f.oob.formations.push({ id: 'jp_empty', side, name, zh, parent: null, echelon: 'brigade', source });
      set(f.scenario.events, 0, { effects: [{ type: 'message' }, effect] });
    });
    expect(found).toContain(`${code} scenario.events[0].effects[1].${path}`);
  });

  const FOREIGN: [path: string, effect: EventEffect][] = [
    ['unit', { type: 'withdraw', unit: 'cn_5a' }],
    ['source', { type: 'stock', source: 'binyang-depot', foodKg: -1, ammoKg: 0, fuelKg: 0 }],
    ['side', { type: 'doctrine', side: 'cn', doctrine: 'defend' }],
  ];
  test.each(FOREIGN)('a decision commands only its own side: %s', (path, effect) => {
    expect(faults((f) => set(f.scenario.decisions, 0, { effects: [effect] }))).toContain(
      `other-side scenario.decisions[0].effects[0].${path}`,
    );
    expect(faults((f) => set(f.scenario.events, 0, { effects: [effect] }))).toEqual([]);
  });
});

test('a unit that an event or a decision brings in may have any date of arrival', () => {
  const late = { date: '1945-08-15', hex: '2363' };
  expect(faults((f) => set(f.oob.units, unit('jp_tw1_1'), { arrival: late }))).toEqual([]);
  expect(faults((f) => set(f.oob.units, unit('jp_41ir_2'), { arrival: late }))).toEqual([
    `date-outside oob.units[${unit('jp_41ir_2')}].arrival.date`,
  ]);
});

test('units that wait for an airlift crowd nobody out of the airfield', () => {
  const crowd = faults((f) => {
    for (const id of ['jp_11ir_1', 'jp_11ir_2'])
      set(f.oob.units, unit(id), { men: 9000, arrival: { date: '1939-12-15', hex: '2144', by: 'airlift' } });
  });
  expect(crowd).toEqual([]);
});

test('the lexicon knows who owns what', () => {
  const lexicon = lexiconOf(rich);
  expect([...lexicon.decisions.keys()]).toEqual(['recall', 'all-in']);
  expect(lexicon.airfields.get('nanning-field')?.side).toBe('jp');
  expect(lexicon.depots.get('binyang-depot')?.side).toBe('cn');
  expect([...lexicon.rails]).toEqual(['light-railway']);
});
