/**
 * Tiny hand-made scenarios for tests of the rules: a map drawn in text, a few units, clear and dry weather, no chance
 * beyond the dice of the rule under test.
 */
import { dayNumber, formatDay } from '../../src/core/calendar.ts';
import { compile, type Game } from '../../src/core/game.ts';
import { parseHex } from '../../src/core/hex.ts';
import {
  type AircraftData,
  type AirData,
  type AirFormationData,
  type BoundaryData,
  type DecisionData,
  type EquipmentData,
  type EventData,
  type FormationData,
  type LeaderData,
  type ObjectiveData,
  type ScenarioData,
  type ScenarioFile,
  type SupplySourceData,
  type UnitData,
  WEATHERS,
  type Weather,
} from '../../src/core/scenario.ts';
import { type SetupOptions, setup } from '../../src/core/setup.ts';
import type { GameState, UnitState } from '../../src/core/state.ts';
import { hexes, tinyMap } from './tinyMap.ts';

/** The two sides of every tiny scenario, in order. */
export const SIDES = ['cn', 'jp'] as const;
export type SideId = (typeof SIDES)[number];

export interface TinyUnit extends Partial<Omit<UnitData, 'arrival'>> {
  id: string;
  side: SideId;
  /** "ccrr" */
  hex: string;
  /** Turn of arrival, 1 by default. */
  turn?: number;
  /** Flown in from its turn on. */
  by?: 'airlift';
}

export interface TinyOptions {
  /** One string a row, one letter of the legend a hex, blanks ignored. */
  map: string[];
  units: TinyUnit[];
  /** Chains of hexes: "0001 0101 0201", or "0001-0501" along a row. */
  roads?: string[];
  tracks?: string[];
  /** "ccrr direction class", e.g. "0301 0 river". */
  rivers?: string[];
  /** "ccrr direction", with "ferry" behind it for a ferry. */
  bridges?: string[];
  /** Railways by id: chains of hexes. */
  rails?: Record<string, string>;
  places?: Record<string, string>;
  elevation?: Record<string, [number, number]>;
  hexKm?: number;
  turnHours?: number;
  /** Turns of the game, 10 by default. */
  turns?: number;
  firstSide?: SideId;
  weather?: Weather;
  /** Hexes that belong to the second side; everything else, except round its units, to the first. */
  jp?: string;
  sources?: (Partial<SupplySourceData> & { side: SideId; hex: string })[];
  aircraft?: (Partial<AircraftData> & { id: string })[];
  air?: (Partial<AirFormationData> & { id: string; side: SideId; aircraft: string })[];
  leaders?: (Partial<LeaderData> & { id: string; unit: string })[];
  formations?: (Partial<FormationData> & { id: string; side: SideId })[];
  objectives?: (Partial<ObjectiveData> & { id: string; place: string })[];
  events?: (Partial<EventData> & { id: string })[];
  /** Airfields in working order; each is a place of the same id as well. */
  airfields?: { id: string; side: SideId; hex: string }[];
  /** Open on every day, at no cost and at once, unless said otherwise. */
  decisions?: (Partial<DecisionData> & { id: string; side: SideId })[];
  /** Zones by their corners "ccrr ccrr ccrr". */
  boundaries?: { id: string; side: SideId; formation: string; corners: string; active?: boolean }[];
  fuel?: (Partial<NonNullable<AirData['fuel']>[number]> & { side: SideId })[];
  scenario?: Partial<ScenarioFile>;
}

const START = '1939-12-15';

function kind(id: string, data: Partial<EquipmentData> & Pick<EquipmentData, 'class'>): EquipmentData {
  const none = { combatValue: 0, rangeM: 0, ammoKgPerDay: 0, fuelKgPer100Km: 0, foodKgPerDay: 0 };
  return { ...none, ...data, id, name: id, source: ['test'] };
}

/** Round numbers, so that a test can be checked by hand. */
export const EQUIPMENT: EquipmentData[] = [
  kind('rifle', { class: 'rifle' }),
  kind('lmg', { class: 'lmg', combatValue: 5, ammoKgPerDay: 10 }),
  kind('hmg', { class: 'hmg', combatValue: 10, ammoKgPerDay: 20 }),
  kind('mortar', { class: 'mortar', combatValue: 15, rangeM: 2500, ammoKgPerDay: 60 }),
  kind('gun75', { class: 'mountainGun', combatValue: 50, rangeM: 8000, ammoKgPerDay: 200 }),
  kind('howitzer', { class: 'howitzer', combatValue: 90, rangeM: 12000, ammoKgPerDay: 500 }),
  kind('at37', { class: 'atGun', combatValue: 30, ammoKgPerDay: 50 }),
  kind('tank', { class: 'tank', combatValue: 80, ammoKgPerDay: 50, fuelKgPer100Km: 100 }),
  kind('truck', { class: 'truck', fuelKgPer100Km: 20 }),
  kind('horse', { class: 'horse', foodKgPerDay: 5 }),
];

/** The first day of a turn. */
function dateOf(options: TinyOptions, turn: number): string {
  return formatDay(dayNumber(START) + Math.floor(((turn - 1) * (options.turnHours ?? 24)) / 24));
}

function tinyUnit(options: TinyOptions, { hex, turn, by, ...given }: TinyUnit): UnitData {
  return {
    name: given.id,
    zh: given.id,
    short: given.id,
    parent: null,
    kind: 'infantry',
    echelon: 'regiment',
    mobility: 'foot',
    men: 1000,
    equipment: {},
    quality: 60,
    source: ['test'],
    ...given,
    arrival: { date: dateOf(options, turn ?? 1), hex, ...(by ? { by } : {}) },
  };
}

function tinyScenario(options: TinyOptions): ScenarioFile {
  const chances = {} as Record<Weather, number>;
  for (const weather of WEATHERS) chances[weather] = weather === (options.weather ?? 'clear') ? 1000 : 0;
  const each = (value: number): Record<string, number> => ({ cn: value, jp: value });
  const side = (id: SideId, doctrine: 'attack' | 'defend'): ScenarioFile['sides'][number] => ({
    id,
    name: id,
    zh: id,
    adjective: id,
    colour: '#888888',
    stripe: '#444444',
    doctrine,
  });
  return {
    formatVersion: 1,
    id: 'tiny',
    version: 1,
    title: 'Tiny',
    titleZh: 'Tiny',
    summary: '',
    startDate: START,
    endDate: dateOf(options, options.turns ?? 10),
    turnHours: options.turnHours ?? 24,
    sides: [side('cn', 'attack'), side('jp', 'defend')],
    firstSide: options.firstSide ?? 'cn',
    daylightHours: 11,
    weather: { tables: [{ from: START, chances, source: ['test'] }], fixed: [] },
    supplySources: (options.sources ?? []).map((source, i) => ({
      id: `source${i}`,
      name: `source ${i}`,
      foodKgPerDay: 0,
      ammoKgPerDay: 0,
      fuelKgPerDay: 0,
      foodKg: 1_000_000,
      ammoKg: 1_000_000,
      fuelKg: 1_000_000,
      source: ['test'],
      ...source,
    })),
    truckLift: each(0),
    diseaseRate: 0,
    control: { defaultSide: 'cn', regions: [{ side: 'jp', hexes: hexes(options.jp ?? '') }] },
    events: (options.events ?? []).map((event) => ({
      date: START,
      side: null,
      title: event.id,
      text: '',
      effects: [],
      source: ['test'],
      ...event,
    })),
    airfields: (options.airfields ?? []).map(({ id, side }) => ({ id, place: id, side, source: ['test'] })),
    decisions: (options.decisions ?? []).map((decision) => ({
      title: decision.id,
      text: '',
      from: START,
      until: dateOf(options, options.turns ?? 10),
      cost: 0,
      delayDays: 0,
      effects: [],
      source: ['test'],
      ...decision,
    })),
    boundaries: (options.boundaries ?? []).map(
      (zone): BoundaryData => ({
        active: true,
        name: zone.id,
        source: ['test'],
        ...zone,
        corners: hexes(zone.corners),
      }),
    ),
    victory: {
      objectives: (options.objectives ?? []).map((entry) => ({ points: each(10), source: ['test'], ...entry })),
      pointsPer100Men: each(1),
      milliPointsPerPrisoner: each(0),
      pointsPerLeader: each(0),
      grades: [
        { id: 'cn', name: 'cn', atLeast: 10, winner: 'cn' },
        { id: 'draw', name: 'draw', atLeast: -9, winner: null },
        { id: 'jp', name: 'jp', atLeast: -100000, winner: 'jp' },
      ],
      historical: { grade: 'draw', story: '', note: '', source: ['test'] },
    },
    ...options.scenario,
  };
}

/** The files of a tiny scenario. */
export function tinyData(options: TinyOptions): ScenarioData {
  return {
    scenario: tinyScenario(options),
    map: tinyMap(options),
    oob: {
      formatVersion: 1,
      equipment: EQUIPMENT,
      formations: (options.formations ?? []).map((entry) => ({
        name: entry.id,
        zh: entry.id,
        parent: null,
        echelon: 'division',
        source: ['test'],
        ...entry,
      })),
      units: options.units.map((unit) => tinyUnit(options, unit)),
      leaders: (options.leaders ?? []).map((entry) => ({ name: entry.id, rating: 0, source: ['test'], ...entry })),
    },
    air: {
      formatVersion: 1,
      aircraft: (options.aircraft ?? []).map((entry) => ({
        name: entry.id,
        role: 'bomber',
        airCombat: 2,
        supportValue: 200,
        payloadKg: 0,
        rangeKm: 600,
        source: ['test'],
        ...entry,
      })),
      formations: (options.air ?? []).map((entry) => ({
        name: entry.id,
        count: 10,
        serviceability: 1000,
        sortiesPerDay: 10,
        base: { name: 'off the map', offMapKm: 100 },
        missions: ['closeSupport', 'interdiction', 'reconnaissance', 'supplyDrop', 'superiority'],
        arrival: START,
        source: ['test'],
        ...entry,
      })),
      fuel: (options.fuel ?? []).map((entry) => ({
        startKg: 10_000,
        kgPerDay: 0,
        mostKg: 1_000_000,
        source: ['test'],
        ...entry,
      })),
    },
  };
}

/** A tiny scenario compiled. */
export function tinyGame(options: TinyOptions): Game {
  return compile(tinyData(options));
}

export interface Tiny {
  game: Game;
  state: GameState;
  /** Index of the hex "ccrr". */
  at(text: string): number;
  /** Index of a unit. */
  unit(id: string): number;
  /** State of a unit, afresh at each call. */
  of(id: string): UnitState;
}

/** A tiny scenario set up to its first player turn, without fog unless asked for. */
export function tinyStart(options: TinyOptions, play: Partial<SetupOptions> = {}): Tiny {
  const game = tinyGame(options);
  const { state } = setup(game, { seed: 'tiny', fog: false, ...play });
  const unit = (id: string): number => {
    const index = game.unitIndex.get(id);
    if (index === undefined) throw new Error(`no unit ${id}`);
    return index;
  };
  return {
    game,
    state,
    unit,
    at: (text) => parseHex(game.cols, game.rows, text),
    of: (id) => state.units[unit(id)] as UnitState,
  };
}
