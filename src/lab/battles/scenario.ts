/**
 * A historical engagement as a scenario: three hexes in a row, the attackers in the first, the defenders in the second.
 * They are one sector of the front; the front is as many of these, side by side and alike, as its forces need to find room.
 */
import {
  COVER_LETTERS,
  COVERS,
  type EquipmentData,
  RELIEF_LETTERS,
  RELIEFS,
  type ScenarioData,
  type UnitData,
} from '../../core/scenario.ts';
import type { WholeEngagement, WholeForce } from './assumptions.ts';
import type { Posture } from './engagement.ts';

export const ATTACKER = 'attacker';
export const DEFENDER = 'defender';
/** The only date of these scenarios: their battles are counted in days, not dated. */
const DAY = '1914-08-01';
const SOURCE = ['CDB90'];
const HEX_KM = 2.5;
/** Losses of an army that fights to the death, thousandths: the Dupuy Institute's, as the campaigns have it. */
const TENACITY = 2500;
/** Most men and armoured vehicles of a side in one sector: all of them find room on the most broken ground (6.6, 6.7). */
const SECTOR = { men: 1000, vehicles: 10 } as const;
/** Days of digging behind each posture; a side that delays or withdraws has not dug (6.5). */
const DAYS_DUG: Record<Posture, number> = { hasty: 1, prepared: 10, fortified: 20, delay: 0, withdrawal: 0 };

/** Men-equivalents of a gun and a tank, the weights that the campaigns' equipment has. */
const EQUIPMENT: EquipmentData[] = [
  { id: 'gun', name: 'field gun', class: 'fieldGun', combatValue: 60, rangeM: 10_000, ...nothingUsed() },
  { id: 'tank', name: 'tank', class: 'tank', combatValue: 80, rangeM: 0, ...nothingUsed() },
];

function nothingUsed(): Pick<EquipmentData, 'ammoKgPerDay' | 'fuelKgPer100Km' | 'foodKgPerDay' | 'source'> {
  return { ammoKgPerDay: 0, fuelKgPer100Km: 0, foodKgPerDay: 0, source: SOURCE };
}

/** Sectors of the front of an engagement. */
export function sectorsOf({ attacker, defender }: WholeEngagement): number {
  const men = Math.max(attacker.men, defender.men);
  return Math.max(1, Math.ceil(men / SECTOR.men), Math.ceil(attacker.tanks / SECTOR.vehicles));
}

/** The force of one sector. Pieces need not be whole: they are a share of all. */
function unitOf(side: string, hex: string, force: WholeForce, sectors: number, dugDays: number): UnitData {
  return {
    id: side,
    side,
    name: side,
    zh: side,
    short: side,
    parent: null,
    kind: force.cavalry * 2 > force.men ? 'cavalry' : 'infantry',
    echelon: 'battalion',
    mobility: 'foot',
    men: force.men / sectors,
    equipment: { gun: force.guns / sectors, tank: force.tanks / sectors },
    quality: 60,
    cohesion: 1000,
    arrival: { date: DAY, hex },
    dugDays,
    source: SOURCE,
  };
}

/** One sector of an engagement as a scenario. */
export function scenarioOf(engagement: WholeEngagement): ScenarioData {
  const { attacker, defender, posture, weather, surprise, airSuperiority } = engagement;
  const sectors = sectorsOf(engagement);
  const each = <T>(value: T): T[] => [value, value, value];
  const side = (id: string, { tenacious }: WholeForce): ScenarioData['scenario']['sides'][number] => ({
    id,
    name: id,
    zh: id,
    adjective: id,
    colour: '#888888',
    stripe: '#444444',
    doctrine: id === ATTACKER ? 'attack' : 'defend',
    ...(tenacious && { tenacity: TENACITY }),
  });
  const held = { from: DAY, to: DAY, source: SOURCE };
  return {
    scenario: {
      formatVersion: 1,
      id: 'engagement',
      version: 1,
      title: engagement.name,
      titleZh: '',
      summary: '',
      startDate: DAY,
      endDate: DAY,
      turnHours: 24,
      sides: [side(ATTACKER, attacker), side(DEFENDER, defender)],
      firstSide: ATTACKER,
      daylightHours: 12,
      era: engagement.era,
      surprise:
        surprise === 0 ? [] : [{ side: surprise > 0 ? ATTACKER : DEFENDER, level: Math.abs(surprise), ...held }],
      airSuperiority: airSuperiority === 0 ? [] : [{ side: airSuperiority > 0 ? ATTACKER : DEFENDER, ...held }],
      weather: { tables: [], fixed: [{ date: DAY, weather, source: SOURCE }] },
      supplySources: [],
      truckLift: {},
      diseaseRate: 0,
      control: { defaultSide: DEFENDER, regions: [] },
      events: [],
      victory: {
        objectives: [],
        pointsPer100Men: {},
        milliPointsPerPrisoner: {},
        pointsPerLeader: {},
        grades: [{ id: 'draw', name: 'draw', atLeast: -1_000_000, winner: null }],
        historical: { grade: 'draw', story: '', note: '', source: SOURCE },
      },
    },
    map: {
      formatVersion: 1,
      id: 'engagement',
      cols: 3,
      rows: 1,
      hexKm: HEX_KM,
      projection: { kind: 'laea', lat0: 0, lon0: 0 },
      elevationM: [each(100)],
      crestM: [each(100)],
      relief: [(RELIEF_LETTERS[RELIEFS.indexOf(engagement.relief)] as string).repeat(3)],
      cover: [(COVER_LETTERS[COVERS.indexOf(engagement.cover)] as string).repeat(3)],
      rivers: [],
      roads: [{ id: 'road', name: 'road', class: 'road', hexes: ['0000', '0100', '0200'], source: SOURCE }],
      bridges: [],
      places: [],
      credits: [],
    },
    oob: {
      formatVersion: 1,
      equipment: EQUIPMENT,
      formations: [],
      units: [
        unitOf(ATTACKER, '0000', attacker, sectors, 0),
        unitOf(DEFENDER, '0100', defender, sectors, DAYS_DUG[posture]),
      ],
      leaders: [],
    },
    air: { formatVersion: 1, aircraft: [], formations: [] },
  };
}
