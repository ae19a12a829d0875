/**
 * What a scenario is, as plain JSON: the types of the files in `scenarios/<id>/`.
 * `src/scenario` validates files against these shapes (zod) and hands the rules a `ScenarioData`.
 * Hexes in files are text "ccrr" (column, row); dates are "YYYY-MM-DD".
 */

import type { AirfieldData, BoundaryData, DecisionData, EventData, Sourced, VictoryData } from './campaign.ts';
import type { PlansData } from './plans.ts';

export * from './campaign.ts';

export const COVERS = ['bare', 'mixed', 'wooded', 'paddy', 'village', 'town', 'city', 'swamp', 'water'] as const;
export type Cover = (typeof COVERS)[number];
/** One letter a hex in `map.json`, in the order of `COVERS`. */
export const COVER_LETTERS = 'bmwpvtcsW';

export const RELIEFS = ['flat', 'rolling', 'rugged'] as const;
export type Relief = (typeof RELIEFS)[number];
/** One letter a hex in `map.json`, in the order of `RELIEFS`. */
export const RELIEF_LETTERS = 'flr';

export const RIVER_CLASSES = ['stream', 'river', 'major'] as const;
export type RiverClass = (typeof RIVER_CLASSES)[number];

export const ROAD_CLASSES = ['road', 'track'] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];

export const MOBILITIES = ['foot', 'pack', 'horse', 'motor', 'wheeled', 'tracked'] as const;
export type Mobility = (typeof MOBILITIES)[number];

export const UNIT_KINDS = [
  'infantry',
  'motorised',
  'cavalry',
  'armour',
  'artillery',
  'antiTank',
  'engineer',
  'hq',
  'transport',
  'irregular',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const ECHELONS = ['company', 'battalion', 'regiment', 'brigade', 'division', 'corps', 'army'] as const;
export type Echelon = (typeof ECHELONS)[number];

export const EQUIPMENT_CLASSES = [
  'rifle',
  'lmg',
  'hmg',
  'mortar',
  'infantryGun',
  'mountainGun',
  'fieldGun',
  'howitzer',
  'atGun',
  'tank',
  'armouredCar',
  'truck',
  'horse',
] as const;
export type EquipmentClass = (typeof EQUIPMENT_CLASSES)[number];

export const WEATHERS = ['clear', 'overcast', 'fog', 'lightRain', 'heavyRain'] as const;
export type Weather = (typeof WEATHERS)[number];

export const GROUNDS = ['dry', 'wet', 'mud'] as const;
export type Ground = (typeof GROUNDS)[number];

/** 6.3: the age of a battle, whose weapons and formations set how deadly it is. */
export const ERAS = ['wwi', 'interwar', 'wwii', 'postwar'] as const;
export type Era = (typeof ERAS)[number];

export const AIR_ROLES = ['fighter', 'bomber', 'recon', 'transport'] as const;
export type AirRole = (typeof AIR_ROLES)[number];

export const AIR_MISSIONS = [
  'closeSupport',
  'interdiction',
  'reconnaissance',
  'supplyDrop',
  'superiority',
  'bridges',
  'troopLift',
  'supplyLift',
] as const;
export type AirMission = (typeof AIR_MISSIONS)[number];

export interface PlaceData extends Sourced {
  id: string;
  name: string;
  zh: string;
  /** Period romanisation (Wade-Giles or post office). */
  period?: string;
  kind: 'pass' | 'height' | 'city' | 'town' | 'village' | 'port' | 'airfield';
  hex: string;
  lat: number;
  lon: number;
  positionErrorKm: number;
  /** Spot height in metres, when the name or a source carries it. */
  elevationM?: number;
}

/** A railway as an objective; trains do not run in the game. */
export interface RailData extends Sourced {
  id: string;
  name: string;
  /** A chain of adjacent hexes. */
  hexes: string[];
}

export interface MapData {
  formatVersion: 1;
  id: string;
  cols: number;
  rows: number;
  /** Distance between the centres of adjacent hexes, km. */
  hexKm: number;
  projection: { kind: 'laea'; lat0: number; lon0: number };
  /** Mean elevation of each hex in metres, one array a row. */
  elevationM: number[][];
  /** Highest ground of each hex in metres (spot heights included), one array a row. */
  crestM: number[][];
  /** One string a row, one letter a hex. */
  relief: string[];
  cover: string[];
  /** River hexsides: hex, direction 0-5 towards the neighbour. */
  rivers: { hex: string; direction: number; class: RiverClass; name?: string }[];
  /** Chains of adjacent hexes. */
  roads: ({ id: string; name: string; class: RoadClass; hexes: string[] } & Sourced)[];
  rails?: RailData[];
  /** Crossings of river hexsides. A road over a river without a bridge here is a ford for foot only. */
  bridges: { id: string; hex: string; direction: number; kind: 'bridge' | 'ferry'; name?: string }[];
  places: PlaceData[];
  /** Credits of the data the map was built from. */
  credits: { name: string; licence: string; use: string }[];
}

export interface EquipmentData extends Sourced {
  id: string;
  name: string;
  zh?: string;
  class: EquipmentClass;
  /** Combat value in men-equivalents (combat model 4.2), may be 0. Integer. */
  combatValue: number;
  /** Reach of indirect fire in metres; 0 for none. */
  rangeM: number;
  /** Ammunition of a day of full combat, kg a piece. */
  ammoKgPerDay: number;
  /** Motor fuel, kg for 100 km of march, a piece. */
  fuelKgPer100Km: number;
  /** Fodder, kg a day, a piece. */
  foodKgPerDay: number;
}

export interface LeaderData extends Sourced {
  id: string;
  name: string;
  zh?: string;
  rank?: string;
  /** Id of the unit (usually an HQ) the leader is with. */
  unit: string;
  /** -2 .. 2, each grade worth 10 % (combat model 4.3). */
  rating: number;
}

export interface UnitData extends Sourced {
  id: string;
  side: string;
  name: string;
  zh: string;
  /** Short designation for the counter, e.g. "3/H1" or "II/42". */
  short: string;
  /** Id of the formation (another unit or a `formations` entry) this belongs to. */
  parent: string | null;
  kind: UnitKind;
  echelon: Echelon;
  mobility: Mobility;
  men: number;
  /** Pieces by equipment id. */
  equipment: Record<string, number>;
  /** 0..100. To scale: 55 is an average division of the Chinese central army of 1939, 85 a Japanese regular one. */
  quality: number;
  /**
   * When and where the unit enters. `date` on or before the scenario's start means at start. `by` airlift: from that
   * date it waits at the far end of the air bridge until it has been flown to the airfield in `hex`.
   */
  arrival: { date: string; hex: string; by?: 'airlift' };
  /** Off the map until an event or a decision brings it in, whatever its date. */
  reserve?: true;
  /** Days of food and of full combat that its own train carries, when not the usual three. */
  carry?: { foodDays: number; ammoDays: number };
  /** A forward air-ground party with radios is with the unit. */
  airParty?: true;
  /** HQ only: a liaison team that ties neighbouring armies together. */
  liaison?: true;
  /** Works dug before the start, in days of digging. */
  dugDays?: number;
  /** Men able to fight at the start in thousandths of `men` (the rest is in the rear and does not count). */
  cohesion?: number;
  /** The unit may not move before this date unless a known enemy is within `contactKm`. */
  held?: { until: string; contactKm?: number; reason: string };
  /** HQ only: radius of command, km. */
  commandKm?: number;
  /** The unit leaves the game on this date. */
  withdraw?: { date: string; reason: string };
}

/** A formation without a counter of its own (an army group whose HQ stays off the map, say). */
export interface FormationData {
  id: string;
  side: string;
  name: string;
  zh: string;
  parent: string | null;
  echelon: Echelon;
  commander?: string;
  source: string[];
}

export interface OobData {
  formatVersion: 1;
  equipment: EquipmentData[];
  formations: FormationData[];
  units: UnitData[];
  leaders: LeaderData[];
}

export interface AircraftData extends Sourced {
  id: string;
  name: string;
  role: AirRole;
  /** Value in air combat, 0..20. */
  airCombat: number;
  /** Close support of one sortie in men-equivalents (combat model: 200). */
  supportValue: number;
  /** Supplies dropped or landed by one sortie, kg. */
  payloadKg: number;
  rangeKm: number;
  /** Aviation fuel of one sortie, kg; without it the type flies free of the fuel of its side. */
  fuelKgPerSortie?: number;
  /** Men with their arms that one sortie of a transport carries. */
  menPerSortie?: number;
}

export interface AirFormationData extends Sourced {
  id: string;
  side: string;
  name: string;
  zh?: string;
  aircraft: string;
  count: number;
  /** Share of the aircraft ready on an average day, thousandths. */
  serviceability: number;
  /** Sorties a day of a ready aircraft, in tenths. */
  sortiesPerDay: number;
  /** On the map: the hex of the airfield. Off the map: `offMapKm`, its distance to the map's centre. */
  base: { name: string; hex?: string; offMapKm?: number };
  /** Where it goes when its airfield is lost or demolished; without one it leaves the game. */
  fallback?: { name: string; offMapKm: number };
  missions: AirMission[];
  arrival: string;
  /** The formation leaves on this date. */
  withdraw?: string;
}

export interface AirData {
  formatVersion: 1;
  aircraft: AircraftData[];
  formations: AirFormationData[];
  /** Aviation fuel by side, kg: at the start, coming in every day, and the most that can be stored. */
  fuel?: ({ side: string; startKg: number; kgPerDay: number; mostKg: number } & Sourced)[];
}

/** A source of supply: a map-edge road, a port, a railhead. */
export interface SupplySourceData extends Sourced {
  id: string;
  side: string;
  name: string;
  hex: string;
  /** What enters here every day, kg by class. */
  foodKgPerDay: number;
  ammoKgPerDay: number;
  fuelKgPerDay: number;
  /** What lies here at the start, kg: a source is a depot as well. */
  foodKg: number;
  ammoKg: number;
  fuelKg: number;
  /** Another source of the side whose transport brings up to this much forward every day. */
  from?: { source: string; foodKgPerDay: number; ammoKgPerDay: number; fuelKgPerDay: number };
}

/** Chances of each weather in thousandths, for the days from `from` on. */
export interface WeatherTable extends Sourced {
  from: string;
  chances: Record<Weather, number>;
}

export interface ScenarioFile {
  formatVersion: 1;
  id: string;
  version: number;
  title: string;
  titleZh: string;
  summary: string;
  startDate: string;
  endDate: string;
  /** Length of a game turn in hours. */
  turnHours: number;
  sides: {
    id: string;
    name: string;
    zh: string;
    adjective: string;
    colour: string;
    stripe: string;
    doctrine: 'attack' | 'defend';
    /** Of the men lost in retreat and surrender, the share taken prisoner, thousandths (the rest is missing). Default 600. */
    prisonerShare?: number;
    /**
     * Fights with an army that fights to the death cost both sides this much more, thousandths (combat model 4.5).
     * Default 1000.
     */
    tenacity?: number;
  }[];
  /** The side whose player turn is first. */
  firstSide: string;
  /** Hours of daylight, for air and observation. */
  daylightHours: number;
  /** Default 'wwii'. */
  era?: Era;
  /** Who surprises whom: 1 minor, 2 substantial, 3 complete. Dates included. */
  surprise?: ({ side: string; from: string; to: string; level: number } & Sourced)[];
  /** Who has air superiority, beyond the sorties flown in the game. Dates included. */
  airSuperiority?: ({ side: string; from: string; to: string } & Sourced)[];
  /** Numbers of the rules that are not the rulebook's, by path ("resolver.slope"), for experiments. */
  rules?: Record<string, number>;
  weather: { tables: WeatherTable[]; fixed: ({ date: string; weather: Weather } & Sourced)[] };
  supplySources: SupplySourceData[];
  /** Trucks at the disposal of the command, men lifted a turn, by side. */
  truckLift: Record<string, number>;
  /** Men lost a day to disease, in hundredths of a per cent of the men present. */
  diseaseRate: number;
  /** The same by side, where the armies differ. */
  diseaseRates?: Record<string, number>;
  airfields?: AirfieldData[];
  boundaries?: BoundaryData[];
  decisions?: DecisionData[];
  /** Who holds which hexes at the start: everything within `hexes` of a unit or place listed, else nearest unit's side. */
  control: { defaultSide: string; regions: { side: string; hexes: string[] }[] };
  events: EventData[];
  victory: VictoryData;
}

/** A whole scenario: everything the rules need. */
export interface ScenarioData {
  scenario: ScenarioFile;
  map: MapData;
  oob: OobData;
  air: AirData;
  /** Operational plans for bots; no part of the rules nor of the digest. */
  plans?: PlansData;
}
