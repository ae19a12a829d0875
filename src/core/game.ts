/**
 * A scenario compiled for play: the static map and order of battle as tables. Built once, never changed, never in the
 * state. `scratch` is working memory that `position.ts` refills; nothing in it outlives a call.
 */
import { dayNumber, formatDay } from './calendar.ts';
import { fingerprint } from './digest.ts';
import { neighbourOf, parseHex } from './hex.ts';
import { type Parameters, parametersWith } from './rules/parameters.ts';
import {
  COVER_LETTERS,
  ECHELONS,
  type EquipmentData,
  GROUNDS,
  MOBILITIES,
  RELIEF_LETTERS,
  RIVER_CLASSES,
  type ScenarioData,
  UNIT_KINDS,
  type UnitData,
} from './scenario.ts';
import { buildSight, type Sight } from './sight.ts';
import type { SideIndex } from './state.ts';
import { type MarchTable, marchTable } from './terrain.ts';
import { buildTheatre, type Theatre } from './theatre.ts';

export interface UnitInfo {
  index: number;
  id: string;
  side: SideIndex;
  data: UnitData;
  /** Index into UNIT_KINDS, ECHELONS, MOBILITIES. */
  kind: number;
  echelon: number;
  mobility: number;
  /** Pieces by equipment index at full strength. */
  eq: number[];
  /** Index of the unit it reports to, -1 for none with a counter. */
  parent: number;
  /** Index of the nearest HQ above it (or itself), -1 for none. */
  hq: number;
  /** The division, or the brigade where there is none: index into `formations`. */
  formation: number;
  /** The corps or army it belongs to, or what is highest where there is none: index into `armies`. */
  corps: number;
  /** Turn of arrival, 1 or less for at start; after the last turn for a reserve. */
  arrivalTurn: number;
  arrivalHex: number;
  heldUntil: number;
  withdrawTurn: number;
  /** Longest reach of its guns in metres, 0 for none. */
  rangeM: number;
}

export interface PlaceInfo {
  index: number;
  id: string;
  name: string;
  hex: number;
}

export interface Game {
  data: ScenarioData;
  /** Digest of everything in the scenario's files that the rules use. */
  digest: string;
  /** The numbers of the rules in this game: the rulebook's with the scenario's own laid over. */
  rules: Parameters;
  cols: number;
  rows: number;
  size: number;
  hexKm: number;
  turns: number;
  firstSide: SideIndex;
  neighbours: Int32Array;
  /** Axial coordinates of each hex. */
  q: Int16Array;
  r: Int16Array;
  relief: Uint8Array;
  cover: Uint8Array;
  elevation: Int16Array;
  crest: Int16Array;
  river: Uint8Array;
  crossing: Uint8Array;
  road: Uint8Array;
  /** Best road class that touches the hex. */
  roadAt: Uint8Array;
  sight: Sight;
  units: UnitInfo[];
  equipment: EquipmentData[];
  formations: string[];
  armies: string[];
  places: PlaceInfo[];
  unitIndex: ReadonlyMap<string, number>;
  placeIndex: ReadonlyMap<string, number>;
  sideIndex: ReadonlyMap<string, SideIndex>;
  /** Units of each side, ascending. */
  bySide: [number[], number[]];
  /** March tables by `mobility * GROUNDS.length + ground`. */
  march: MarchTable[];
  /** Supply sources: hex and side, in the order of the scenario; they are the depots of the state. */
  depots: { hex: number; side: SideIndex }[];
  theatre: Theatre;
  scratch: Record<string, unknown>;
}

/** "YYYY-MM-DD" of the first day of a turn (turn 1 is the scenario's start). */
export function dateOfTurn(game: Game, turn: number): string {
  const { startDate, turnHours } = game.data.scenario;
  return formatDay(dayNumber(startDate) + Math.floor(((turn - 1) * turnHours) / 24));
}

/** Days in a turn. */
export function daysOfTurn(game: Game): number {
  return game.data.scenario.turnHours / 24;
}

/** The turn that a date falls in; below 1 before the start. */
export function turnOfDate(data: ScenarioData, date: string): number {
  const days = dayNumber(date) - dayNumber(data.scenario.startDate);
  return 1 + Math.floor((days * 24) / data.scenario.turnHours);
}

/** The march table of a unit (or of lorries) on today's ground. */
export function marchTableOf(game: Game, state: { readonly ground: number }, mobility: number): MarchTable {
  return game.march[mobility * GROUNDS.length + state.ground] as MarchTable;
}

/** Distance in hexes. */
export function distance(game: Game, a: number, b: number): number {
  const dq = (game.q[a] as number) - (game.q[b] as number);
  const dr = (game.r[a] as number) - (game.r[b] as number);
  return Math.max(Math.abs(dq), Math.abs(dr), Math.abs(dq + dr));
}

/** The direction (0-5) of the adjacent hex `to` seen from `from`, -1 when they do not touch. */
export function direction(game: Game, from: number, to: number): number {
  for (let d = 0; d < 6; d++) if (game.neighbours[from * 6 + d] === to) return d;
  return -1;
}

/** The hexside between `from` and its neighbour in a direction: `owner * 3 + 0..2`. */
export function hexside(game: Game, from: number, d: number): number {
  return d < 3 ? from * 3 + d : (game.neighbours[from * 6 + d] as number) * 3 + d - 3;
}

/** Compiles validated data. Throws on data that `src/scenario` would have refused. */
export function compile(data: ScenarioData): Game {
  const { map, oob, scenario } = data;
  const { cols, rows } = map;
  const size = cols * rows;
  const neighbours = new Int32Array(size * 6);
  const q = new Int16Array(size);
  const r = new Int16Array(size);
  const relief = new Uint8Array(size);
  const cover = new Uint8Array(size);
  const elevation = new Int16Array(size);
  const crest = new Int16Array(size);
  for (let hex = 0; hex < size; hex++) {
    const row = Math.floor(hex / cols);
    const col = hex - row * cols;
    for (let d = 0; d < 6; d++) neighbours[hex * 6 + d] = neighbourOf(cols, rows, hex, d);
    r[hex] = row;
    q[hex] = col - ((row - (row & 1)) >> 1);
    relief[hex] = RELIEF_LETTERS.indexOf((map.relief[row] as string)[col] as string);
    cover[hex] = COVER_LETTERS.indexOf((map.cover[row] as string)[col] as string);
    elevation[hex] = (map.elevationM[row] as number[])[col] as number;
    crest[hex] = (map.crestM[row] as number[])[col] as number;
  }
  const at = (text: string): number => {
    const hex = parseHex(cols, rows, text);
    if (hex < 0) throw new Error(`hex ${text} is not on the map`);
    return hex;
  };
  const river = new Uint8Array(size * 6);
  const crossing = new Uint8Array(size * 6);
  const road = new Uint8Array(size * 6);
  const roadAt = new Uint8Array(size);
  const both = (table: Uint8Array, hex: number, d: number, value: number): void => {
    const other = neighbours[hex * 6 + d] as number;
    table[hex * 6 + d] = Math.max(table[hex * 6 + d] as number, value);
    if (other >= 0) table[other * 6 + ((d + 3) % 6)] = table[hex * 6 + d] as number;
  };
  for (const line of map.rivers) both(river, at(line.hex), line.direction, 1 + RIVER_CLASSES.indexOf(line.class));
  for (const bridge of map.bridges) both(crossing, at(bridge.hex), bridge.direction, bridge.kind === 'bridge' ? 1 : 2);
  for (const line of map.roads) {
    const value = line.class === 'road' ? 2 : 1;
    for (let i = 0; i + 1 < line.hexes.length; i++) {
      const from = at(line.hexes[i] as string);
      const to = at(line.hexes[i + 1] as string);
      for (let d = 0; d < 6; d++) if (neighbours[from * 6 + d] === to) both(road, from, d, value);
      roadAt[from] = Math.max(roadAt[from] as number, value);
      roadAt[to] = Math.max(roadAt[to] as number, value);
    }
  }
  const ground6 = { size, hexKm: map.hexKm, neighbours, relief, cover, elevation, river, crossing, road };
  const rules = parametersWith(scenario.rules);
  const march = [];
  for (let m = 0; m < MOBILITIES.length; m++)
    for (let g = 0; g < GROUNDS.length; g++) march.push(marchTable(rules.movement, ground6, m, g));
  const sideIndex = new Map<string, SideIndex>();
  for (const [i, side] of scenario.sides.entries()) sideIndex.set(side.id, i as SideIndex);
  const unitIndex = new Map<string, number>();
  for (const [i, unit] of oob.units.entries()) unitIndex.set(unit.id, i);
  const formations: string[] = [];
  const armies: string[] = [];
  const units = oob.units.map((unit, i) => unitInfo(data, unit, i, unitIndex, sideIndex, formations, armies, at));
  const bySide: [number[], number[]] = [[], []];
  for (const unit of units) bySide[unit.side].push(unit.index);
  const places = map.places.map((place, index) => ({ index, id: place.id, name: place.name, hex: at(place.hex) }));
  return {
    data,
    digest: fingerprint(JSON.stringify({ scenario, map, oob, air: data.air })),
    rules,
    cols,
    rows,
    size,
    hexKm: map.hexKm,
    turns: turnOfDate(data, scenario.endDate),
    firstSide: sideIndex.get(scenario.firstSide) as SideIndex,
    neighbours,
    q,
    r,
    relief,
    cover,
    elevation,
    crest,
    river,
    crossing,
    road,
    roadAt,
    sight: buildSight(size, map.hexKm, q, r, neighbours, elevation, crest, cover),
    units,
    equipment: oob.equipment,
    formations,
    armies,
    places,
    unitIndex,
    placeIndex: new Map(places.map((place) => [place.id, place.index])),
    sideIndex,
    bySide,
    march,
    depots: scenario.supplySources.map((source) => ({
      hex: at(source.hex),
      side: sideIndex.get(source.side) as SideIndex,
    })),
    theatre: buildTheatre(data, {
      cols,
      rows,
      sideIndex,
      at,
      turnOf: (date) => turnOfDate(data, date),
      hexsideBetween: (a, b) => {
        for (let d = 0; d < 6; d++) if (neighbours[a * 6 + d] === b) return d < 3 ? a * 3 + d : b * 3 + d - 3;
        throw new Error(`hexes ${a} and ${b} of a railway do not touch`);
      },
    }),
    scratch: {},
  };
}

function unitInfo(
  data: ScenarioData,
  unit: UnitData,
  index: number,
  unitIndex: ReadonlyMap<string, number>,
  sideIndex: ReadonlyMap<string, SideIndex>,
  formations: string[],
  armies: string[],
  at: (text: string) => number,
): UnitInfo {
  const { oob, scenario } = data;
  const parents = new Map<string, { id: string; parent: string | null; echelon: string }>();
  for (const entry of oob.formations) parents.set(entry.id, entry);
  for (const entry of oob.units) parents.set(entry.id, entry);
  let division = unit.id;
  let top = unit.id;
  let army = '';
  let hq = unit.kind === 'hq' ? index : -1;
  const level = (echelon: string): number => ECHELONS.indexOf(echelon as (typeof ECHELONS)[number]);
  const seen = new Set<string>();
  for (let id: string | null = unit.id; id !== null && !seen.has(id); ) {
    seen.add(id);
    const entry = parents.get(id);
    if (!entry) break;
    if (level(entry.echelon) <= level('division') && level(entry.echelon) >= level('brigade')) division = id;
    top = id;
    if (army === '' && level(entry.echelon) >= level('corps')) army = id;
    const above = unitIndex.get(id);
    if (hq < 0 && above !== undefined && (oob.units[above] as UnitData).kind === 'hq') hq = above;
    id = entry.parent;
  }
  const indexIn = (list: string[], id: string): number => {
    const known = list.indexOf(id);
    return known < 0 ? list.push(id) - 1 : known;
  };
  const formation = indexIn(formations, division);
  const corps = indexIn(armies, army || top);
  const eq = oob.equipment.map((kind) => unit.equipment[kind.id] ?? 0);
  let rangeM = 0;
  oob.equipment.forEach((kind, i) => {
    if ((eq[i] as number) > 0) rangeM = Math.max(rangeM, kind.rangeM);
  });
  return {
    index,
    id: unit.id,
    side: sideIndex.get(unit.side) as SideIndex,
    data: unit,
    kind: UNIT_KINDS.indexOf(unit.kind),
    echelon: ECHELONS.indexOf(unit.echelon),
    mobility: MOBILITIES.indexOf(unit.mobility),
    eq,
    parent: unit.parent === null ? -1 : (unitIndex.get(unit.parent) ?? -1),
    hq,
    formation,
    corps,
    arrivalTurn: unit.reserve ? turnOfDate(data, scenario.endDate) + 1 : turnOfDate(data, unit.arrival.date),
    arrivalHex: at(unit.arrival.hex),
    heldUntil: unit.held ? turnOfDate(data, unit.held.until) : 0,
    withdrawTurn: unit.withdraw ? turnOfDate(data, unit.withdraw.date) : turnOfDate(data, scenario.endDate) + 1,
    rangeM,
  };
}
