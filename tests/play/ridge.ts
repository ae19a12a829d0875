/** A small scenario for tests of play: two sides of a few units on a ridge of 12 by 10 hexes, five days. */
import { compile, type Game } from '../../src/core/game.ts';
import type { PlaceData, ScenarioData, UnitData } from '../../src/core/scenario.ts';

const COLS = 12;
const ROWS = 10;
const source = ['test'];

function rows<T>(value: (col: number, row: number) => T): T[][] {
  return Array.from({ length: ROWS }, (_, row) => Array.from({ length: COLS }, (_, col) => value(col, row)));
}

function place(id: string, kind: PlaceData['kind'], hex: string): PlaceData {
  return { id, name: id, zh: id, kind, hex, lat: 0, lon: 0, positionErrorKm: 1, source };
}

function unit(id: string, side: string, hex: string, more: Partial<UnitData> = {}): UnitData {
  return {
    id,
    side,
    name: id,
    zh: id,
    short: id,
    parent: side === 'cn' ? 'cn-hq' : 'jp-hq',
    kind: 'infantry',
    echelon: 'battalion',
    mobility: 'foot',
    men: 600,
    equipment: { rifle: 400, hmg: 6 },
    quality: 60,
    arrival: { date: '1939-12-18', hex },
    source,
    ...more,
  };
}

const guns = { kind: 'artillery', equipment: { gun: 8, rifle: 50 }, mobility: 'horse' } as const;
const staff = { kind: 'hq', echelon: 'brigade', parent: null, men: 80, commandKm: 15, equipment: {} } as const;

const DATA: ScenarioData = {
  scenario: {
    formatVersion: 1,
    id: 'ridge',
    version: 1,
    title: 'The ridge',
    titleZh: '山脊',
    summary: 'Two small forces meet on a ridge.',
    startDate: '1939-12-18',
    endDate: '1939-12-22',
    turnHours: 24,
    sides: [
      {
        id: 'cn',
        name: 'North',
        zh: '北',
        adjective: 'northern',
        colour: '#444455',
        stripe: '#9999aa',
        doctrine: 'attack',
      },
      {
        id: 'jp',
        name: 'South',
        zh: '南',
        adjective: 'southern',
        colour: '#aa5544',
        stripe: '#ffccaa',
        doctrine: 'defend',
      },
    ],
    firstSide: 'cn',
    daylightHours: 11,
    weather: {
      tables: [
        {
          from: '1939-12-18',
          chances: { clear: 700, overcast: 200, fog: 50, lightRain: 40, heavyRain: 10 },
          source,
        },
      ],
      fixed: [],
    },
    supplySources: ['cn', 'jp'].map((side) => ({
      id: `${side}-road`,
      side,
      name: `${side} road`,
      hex: side === 'cn' ? '0600' : '0609',
      foodKgPerDay: 5000,
      ammoKgPerDay: 5000,
      fuelKgPerDay: 1000,
      foodKg: 10_000,
      ammoKg: 10_000,
      fuelKg: 1000,
      source,
    })),
    truckLift: { cn: 0, jp: 600 },
    diseaseRate: 5,
    control: { defaultSide: 'cn', regions: [] },
    events: [],
    victory: {
      objectives: [{ id: 'saddle', place: 'saddle', points: { cn: 100, jp: 100 }, source }],
      pointsPer100Men: { cn: 5, jp: 10 },
      milliPointsPerPrisoner: { cn: 10, jp: 10 },
      pointsPerLeader: { cn: 0, jp: 0 },
      grades: [
        { id: 'cn-win', name: 'Northern victory', atLeast: 50, winner: 'cn' },
        { id: 'draw', name: 'Draw', atLeast: -50, winner: null },
        { id: 'jp-win', name: 'Southern victory', atLeast: -1_000_000, winner: 'jp' },
      ],
      historical: { grade: 'draw', story: 'invented', note: 'invented', source },
    },
  },
  map: {
    formatVersion: 1,
    id: 'ridge',
    cols: COLS,
    rows: ROWS,
    hexKm: 2.5,
    projection: { kind: 'laea', lat0: 23, lon0: 108.6 },
    elevationM: rows((_, row) => (row === 5 ? 420 : 180)),
    crestM: rows((_, row) => (row === 5 ? 520 : 220)),
    relief: rows((col, row) => (row === 5 && col !== 6 ? 'r' : 'l')).map((row) => row.join('')),
    cover: rows((col, row) => (row === 5 && col !== 6 ? 'w' : 'm')).map((row) => row.join('')),
    rivers: [],
    roads: [
      {
        id: 'road',
        name: 'The road',
        class: 'road',
        hexes: ['0600', '0601', '0602', '0603', '0604', '0605', '0606', '0607', '0608', '0609'],
        source,
      },
    ],
    bridges: [],
    places: [place('saddle', 'pass', '0605'), place('northtown', 'town', '0600'), place('southtown', 'town', '0609')],
    credits: [],
  },
  oob: {
    formatVersion: 1,
    equipment: [
      ['rifle', 'rifle', 0, 0],
      ['hmg', 'hmg', 8, 0],
      ['gun', 'fieldGun', 40, 6000],
    ].map(([id, kind, combatValue, rangeM]) => ({
      id: id as string,
      name: id as string,
      class: kind as 'rifle',
      combatValue: combatValue as number,
      rangeM: rangeM as number,
      ammoKgPerDay: kind === 'fieldGun' ? 200 : 1,
      fuelKgPer100Km: 0,
      foodKgPerDay: 0,
      source,
    })),
    formations: [],
    units: [
      unit('cn-hq', 'cn', '0601', staff),
      unit('N1', 'cn', '0603'),
      unit('N2', 'cn', '0503'),
      unit('N3', 'cn', '0703'),
      unit('N4', 'cn', '0602', guns),
      unit('jp-hq', 'jp', '0608', staff),
      unit('S1', 'jp', '0605', { quality: 80, dugDays: 3 }),
      unit('S2', 'jp', '0506', { quality: 80 }),
      unit('S3', 'jp', '0607', guns),
    ],
    leaders: [{ id: 'north-commander', name: 'North', unit: 'cn-hq', rating: 1, source }],
  },
  air: {
    formatVersion: 1,
    aircraft: [
      {
        id: 'bomber',
        name: 'Bomber',
        role: 'bomber',
        airCombat: 2,
        supportValue: 200,
        payloadKg: 300,
        rangeKm: 600,
        source,
      },
    ],
    formations: [
      {
        id: 'wing',
        side: 'jp',
        name: 'Wing',
        aircraft: 'bomber',
        count: 6,
        serviceability: 700,
        sortiesPerDay: 10,
        base: { name: 'far away', offMapKm: 100 },
        missions: ['closeSupport', 'interdiction', 'supplyDrop'],
        arrival: '1939-12-18',
        source,
      },
    ],
  },
};

/** The data of the ridge, to change or to write to files. */
export function ridgeData(): ScenarioData {
  return structuredClone(DATA);
}

/** The ridge, compiled afresh so that a test may change the data first. */
export function ridge(change: (data: ScenarioData) => void = () => {}): Game {
  const data = ridgeData();
  change(data);
  return compile(data);
}

/** Index of a unit of the ridge. */
export function unitOf(game: Game, id: string): number {
  const index = game.unitIndex.get(id);
  if (index === undefined) throw new Error(`no unit ${id}`);
  return index;
}

/** Index of a hex of the ridge by its text, "0605". */
export function hexOf(text: string): number {
  return Number(text.slice(2)) * COLS + Number(text.slice(0, 2));
}
