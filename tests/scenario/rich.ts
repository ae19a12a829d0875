/** Kunlun Pass with one of everything it does not have: airlift, airfields, boundaries, decisions, railways and more. */
import type {
  AircraftData,
  AirFormationData,
  DecisionData,
  EventEffect,
  SimpleCondition,
} from '../../src/core/scenario.ts';
import { at, type Files } from './files.ts';

const guess = { source: [], estimated: true, note: 'made up for the test' };

export const TRANSPORT: AircraftData = {
  id: 'mc20',
  name: 'Ki-57',
  role: 'transport',
  airCombat: 0,
  supportValue: 0,
  payloadKg: 1000,
  rangeKm: 1500,
  fuelKgPerSortie: 600,
  menPerSortie: 11,
  ...guess,
};

const LIFT: AirFormationData = {
  id: 'jp_lift',
  side: 'jp',
  name: 'Air bridge',
  aircraft: 'mc20',
  count: 12,
  serviceability: 700,
  sortiesPerDay: 10,
  base: { name: 'Nanning', hex: '2144' },
  fallback: { name: 'Hainan', offMapKm: 350 },
  missions: ['troopLift', 'supplyLift'],
  arrival: '1939-12-15',
  ...guess,
};

/** One condition of each kind that a Japanese decision may ask for. */
export const CONDITIONS: SimpleCondition[] = [
  { type: 'held', place: 'kunlun', side: 'cn' },
  { type: 'notHeld', place: 'nanning', side: 'cn', not: true },
  { type: 'within', place: 'nanning', side: 'cn', km: 30 },
  { type: 'stock', side: 'jp', atLeastKg: 1000 },
  { type: 'decided', decision: 'recall' },
  { type: 'fired', event: 'rush' },
  { type: 'airfield', airfield: 'nanning-field', not: true },
];

/** One effect of each kind that a Japanese decision may have. */
export const EFFECTS: EventEffect[] = [
  { type: 'message' },
  { type: 'arrive', unit: 'jp_twb' },
  { type: 'withdraw', unit: 'jp_9b' },
  { type: 'release', unit: 'jp_5d' },
  { type: 'replacements', unit: 'jp_41ir', men: 100 },
  { type: 'cohesion', unit: 'jp_21b', change: -50 },
  { type: 'points', side: 'cn', points: 5 },
  { type: 'stock', source: 'nanning-depot', foodKg: -1000, ammoKg: 2000, fuelKg: 0 },
  { type: 'aviationFuel', side: 'jp', kg: 5000 },
  { type: 'boundary', boundary: 'jp-21b-zone', active: true },
  { type: 'doctrine', side: 'jp', doctrine: 'withdraw' },
  { type: 'civilians', dead: 200 },
];

const RECALL: DecisionData = {
  id: 'recall',
  side: 'jp',
  title: 'Recall the Oikawa Detachment',
  text: 'It comes back from the border at once.',
  from: '1939-12-18',
  until: '1939-12-24',
  cost: 5,
  delayDays: 1,
  effects: [{ type: 'message' }],
  ...guess,
};

/** Adds it; two calls share nothing, so that a test may spoil what it gets. */
export function enrich({ scenario, map, oob, air }: Files): void {
  map.rails = [{ id: 'light-railway', name: 'Light railway', hexes: ['2144', '2244', '2243'], ...guess }];
  scenario.diseaseRates = { jp: 3 };
  scenario.era = 'wwii';
  scenario.surprise = [{ side: 'cn', from: '1939-12-18', to: '1939-12-19', level: 1, ...guess }];
  scenario.airSuperiority = [{ side: 'jp', from: '1939-12-18', to: '1939-12-31', ...guess }];
  scenario.rules = { 'resolver.slope': 1.3, 'resolver.nerve.0.1': 5, 'recovery.rest': 150 };
  scenario.airfields = [{ id: 'nanning-field', place: 'nanning', side: 'jp', ...guess }];
  scenario.boundaries = [
    {
      id: 'jp-21b-zone',
      side: 'jp',
      name: 'Zone of 21 Brigade',
      formation: 'jp_21b',
      corners: ['2144', '4144', '4125'],
      active: false,
      ...guess,
    },
  ];
  scenario.decisions = [
    structuredClone(RECALL),
    structuredClone({
      ...RECALL,
      id: 'all-in',
      delayDays: 0,
      when: { type: 'all', conditions: CONDITIONS },
      effects: EFFECTS,
    }),
  ];
  const depot = scenario.supplySources[at(scenario.supplySources, 'nanning-depot')];
  if (depot) depot.from = { source: 'yong-qin-road', foodKgPerDay: 9000, ammoKgPerDay: 5000, fuelKgPerDay: 1000 };
  scenario.victory.lines = [{ id: 'line', rail: 'light-railway', side: 'jp', pointsPerTurn: 1, ...guess }];
  scenario.victory.airfields = [{ airfield: 'nanning-field', points: 20, ...guess }];
  scenario.victory.stocks = [
    { id: 'rice', side: 'jp', name: 'Rice of Nanning', targetKg: 100_000, points: 10, ...guess },
  ];
  scenario.victory.home = [{ side: 'jp', corners: ['1040', '3040', '3063', '1063'], pointsPer100Men: 1, ...guess }];
  air.aircraft.push({ ...TRANSPORT });
  air.formations.push(structuredClone(LIFT));
  air.fuel = [{ side: 'jp', startKg: 50_000, kgPerDay: 4000, mostKg: 80_000, ...guess }];
  const change = (id: string, more: object): void => {
    Object.assign(oob.units[at(oob.units, id)] as object, more);
  };
  change('jp_tw1_1', { reserve: true });
  change('jp_11ir_1', { arrival: { date: '1939-12-20', hex: '2144', by: 'airlift' } });
  change('jp_5cav', { carry: { foodDays: 8, ammoDays: 2.5 }, airParty: true });
  change('jp_9b', { liaison: true });
}
