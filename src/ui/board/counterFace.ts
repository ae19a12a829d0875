/** What stands on a counter: read from the state as far as the viewing side may know it. Plain data, no drawing. */
import type { Echelon, ScenarioData, UnitData, UnitKind } from '../../core/scenario.ts';
import {
  ACT_ASSAULTED,
  ACT_BOMBARDED,
  ACT_DEFENDED,
  ACT_ENGINEERED,
  ACT_MOVED,
  ACT_TRUCKED,
  type GameState,
  SEEN_CONTACT,
  SEEN_STRENGTH,
  SEEN_TYPE,
  type SideIndex,
  SUPPLY_FULL,
  UNIT_ON_MAP,
  type UnitState,
} from '../../core/state.ts';
import type { BoardModel } from './contract.ts';

/** What of a unit never changes. */
export interface UnitLook {
  side: SideIndex;
  kind: UnitKind;
  echelon: Echelon;
  /** Size mark as the field writes it: I, II, III, X, XX. */
  size: string;
  short: string;
  colour: string;
  trim: string;
  /** Colour of the division or brigade it belongs to. */
  formation: string;
  /** Index of the leader with it, -1 for none. */
  leader: number;
  /** Comes by air; has a forward air-ground party; has a liaison team. */
  airlifted: boolean;
  airParty: boolean;
  liaison: boolean;
}

export interface Face {
  look: UnitLook;
  /** All of the text and marks; two units with the same key have the same picture. */
  key: string;
  /** Only that somebody is there is known. */
  contact: boolean;
  strength: string;
  second: string;
  /** 0 cut, 1 leaking, 2 partial, 3 full; -1 unknown. */
  supply: number;
  /** 0..3 chevrons. */
  works: number;
  star: boolean;
  /** 0 fresh, 1 has acted, 2 has nothing left to do. */
  spent: number;
  fought: boolean;
  /** Below half of its cohesion. */
  shaken: boolean;
  /** Own units only: the other side sees no radios. */
  airParty: boolean;
  liaison: boolean;
}

export const SIZE_MARKS: Record<Echelon, string> = {
  company: 'I',
  battalion: 'II',
  regiment: 'III',
  brigade: 'X',
  division: 'XX',
  corps: 'XXX',
  army: 'XXXX',
};

/** Muted colours that tell formations apart. */
const BANDS = [
  '#e6d6a8',
  '#2f3440',
  '#cf9433',
  '#6f9a63',
  '#7d5495',
  '#b9bfc4',
  '#2f7079',
  '#9d3f38',
  '#5b652c',
  '#d59a92',
  '#27496d',
  '#6b4a2f',
  '#8fb3c9',
  '#c9c06a',
  '#a84f7a',
];

function channels(colour: string): [number, number, number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** The bands that stand out on a nationality colour. */
export function bandsFor(colour: string): string[] {
  const [r, g, b] = channels(colour);
  return BANDS.filter((band) => {
    const [br, bg, bb] = channels(band);
    return Math.abs(r - br) + Math.abs(g - bg) + Math.abs(b - bb) > 110;
  });
}

/** Looks of all units, in their order. */
export function unitLooks(scenario: ScenarioData): UnitLook[] {
  const { units, formations, leaders } = scenario.oob;
  const byId = new Map<string, { parent: string | null; echelon: Echelon; side: string; id: string }>();
  for (const formation of formations) byId.set(formation.id, formation);
  for (const unit of units) byId.set(unit.id, unit);
  const sideIds = scenario.scenario.sides.map((side) => side.id);
  const bands: Map<string, string>[] = sideIds.map(() => new Map());
  const palettes = scenario.scenario.sides.map((side) => bandsFor(side.colour));
  const leaderOf = new Map<string, number>();
  leaders.forEach((leader, index) => {
    if (!leaderOf.has(leader.unit)) leaderOf.set(leader.unit, index);
  });
  const groupings = sideIds.map((side, index): Grouping => {
    const own = units.filter((unit) => unit.side === side);
    const divisions = new Set(own.map((unit) => formationOf(unit, byId, 'division')));
    return divisions.size > 2 * (palettes[index] as string[]).length ? 'corps' : 'division';
  });
  return units.map((unit) => {
    const side = (sideIds.indexOf(unit.side) === 1 ? 1 : 0) as SideIndex;
    const formation = formationOf(unit, byId, groupings[side] as Grouping);
    const known = bands[side] as Map<string, string>;
    let band = known.get(formation);
    if (band === undefined) {
      const choice = palettes[side] as string[];
      band = choice[known.size % choice.length] as string;
      known.set(formation, band);
    }
    const colours = scenario.scenario.sides[side];
    return {
      side,
      kind: unit.kind,
      echelon: unit.echelon,
      size: SIZE_MARKS[unit.echelon],
      short: unit.short,
      colour: colours?.colour ?? '#999999',
      trim: colours?.stripe ?? '#333333',
      formation: band,
      leader: leaderOf.get(unit.id) ?? -1,
      airlifted: unit.arrival.by === 'airlift',
      airParty: unit.airParty === true,
      liaison: unit.liaison === true,
    };
  });
}

/** What the bands of a side tell apart: divisions, or corps where each colour would stand for more than two divisions. */
type Grouping = 'division' | 'corps';

/** The division (or corps) a unit belongs to, else the brigade, else the highest above it. */
function formationOf(
  unit: UnitData,
  byId: ReadonlyMap<string, { parent: string | null; echelon: Echelon; id: string }>,
  grouping: Grouping,
): string {
  let at: { parent: string | null; echelon: Echelon; id: string } | undefined = unit;
  let brigade = '';
  let top = unit.id;
  for (let step = 0; at && step < 12; step++) {
    if (at.echelon === grouping) return at.id;
    if (at.echelon === 'brigade') brigade = at.id;
    top = at.id;
    at = at.parent === null ? undefined : byId.get(at.parent);
  }
  return brigade || top;
}

/** Men in hundreds: one digit after the point below a thousand. */
export function hundreds(men: number): string {
  if (men >= 950) return String(Math.round(men / 100));
  const tenths = Math.round(men / 10);
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
}

/** Chevrons for works, from hundredths of a day dug. */
export function worksLevel(dug: number): number {
  return dug >= 1000 ? 3 : dug >= 400 ? 2 : dug >= 100 ? 1 : 0;
}

/** Units that stand on the board for the viewing side, with their faces; null where there is nothing to draw. */
export function faceOf(
  looks: readonly UnitLook[],
  view: GameState,
  unit: number,
  side: SideIndex | null,
  secondNumber: BoardModel['secondNumber'],
): Face | null {
  const look = looks[unit];
  const state = view.units[unit];
  if (!look || !state || state.hex < 0 || state.status !== UNIT_ON_MAP) return null;
  const own = side === null || look.side === side;
  const seen = own || !view.fog ? SEEN_STRENGTH : state.seen;
  if (seen < SEEN_CONTACT) return null;
  if (seen < SEEN_TYPE) return finish({ look, contact: true, strength: '?', second: '' }, own, state, view);
  const strength = seen < SEEN_STRENGTH ? '?' : hundreds(state.men);
  const second = !own || secondNumber === 'none' ? '' : secondText(state, secondNumber);
  return finish({ look, contact: false, strength, second }, own, state, view);
}

/** A face for a unit that comes into sight in the middle of events: as far as known, else a mere contact. */
export function arrivingFace(
  looks: readonly UnitLook[],
  view: GameState,
  unit: number,
  side: SideIndex | null,
): Face | null {
  const state = view.units[unit];
  const look = looks[unit];
  if (!state || !look) return null;
  const units = view.units.slice();
  units[unit] = { ...state, hex: 0, status: UNIT_ON_MAP };
  const known = state.men > 0 ? faceOf(looks, { ...view, units }, unit, side, 'none') : null;
  return known ?? finish({ look, contact: true, strength: '?', second: '' }, false, state, view);
}

function secondText(state: UnitState, which: 'hours' | 'cohesion'): string {
  if (which === 'cohesion') return `${Math.round(state.cohesion / 10)}%`;
  return state.held ? '–' : `${Math.floor(state.minutes / 60)}h`;
}

const FOUGHT = ACT_ASSAULTED | ACT_BOMBARDED | ACT_DEFENDED;
const ACTED = ACT_MOVED | ACT_ASSAULTED | ACT_BOMBARDED | ACT_ENGINEERED | ACT_TRUCKED;

function finish(
  known: Pick<Face, 'look' | 'contact' | 'strength' | 'second'>,
  own: boolean,
  state: UnitState,
  view: GameState,
): Face {
  const { look } = known;
  const active = own && look.side === view.active;
  const acted = active && (state.acts & ACTED) !== 0;
  const spent = acted ? (state.minutes < 60 ? 2 : 1) : 0;
  const works = known.contact ? 0 : worksLevel(state.dug);
  const supply = own ? state.supply : -1;
  const star = own && look.leader >= 0 && view.leaders[look.leader]?.status === 0;
  const fought = own && (state.acts & FOUGHT) !== 0;
  const shaken = own && state.cohesion < 500;
  const marks = `${supply >= 0 && supply < SUPPLY_FULL ? supply : ''}|${works}|${star ? 1 : 0}${spent}${fought ? 1 : 0}${shaken ? 1 : 0}`;
  const party = own ? `${look.airParty ? 'a' : ''}${look.liaison ? 'l' : ''}` : '';
  const who = known.contact
    ? `?${look.side}`
    : `${look.side}${look.kind}${look.size}${look.short}${look.formation}${look.airlifted ? 'w' : ''}${party}`;
  return {
    ...known,
    supply,
    works,
    star,
    spent,
    fought,
    shaken,
    airParty: own && look.airParty,
    liaison: own && look.liaison,
    key: `${who}|${known.strength}|${known.second}|${marks}`,
  };
}
