/**
 * The game state: plain JSON, integers only. Nothing static is in here (see `game.ts`) and nothing derived.
 * Units, leaders, air formations and depots are addressed by their position in the scenario's arrays.
 */

export type SideIndex = 0 | 1;

export const UNIT_EXPECTED = 0;
export const UNIT_ON_MAP = 1;
export const UNIT_DESTROYED = 2;
export const UNIT_WITHDRAWN = 3;

/** What the other side knows of a unit. */
export const SEEN_NOTHING = 0;
export const SEEN_CONTACT = 1;
export const SEEN_TYPE = 2;
export const SEEN_STRENGTH = 3;

export const STANCES = ['normal', 'hold', 'elastic'] as const;
/** 0 normal, 1 hold at all costs, 2 elastic (gives ground early). */
export type Stance = 0 | 1 | 2;

/** Bits of `UnitState.acts`: what the unit did this turn. */
export const ACT_MOVED = 1;
export const ACT_ASSAULTED = 2;
export const ACT_BOMBARDED = 4;
export const ACT_ENGINEERED = 8;
export const ACT_TRUCKED = 16;
export const ACT_DEFENDED = 32;
export const ACT_RETREATED = 64;

/** How the unit was supplied in the last supply phase. */
export const SUPPLY_CUT = 0;
export const SUPPLY_LEAK = 1;
export const SUPPLY_PARTIAL = 2;
export const SUPPLY_FULL = 3;

export interface UnitState {
  /** UNIT_EXPECTED .. UNIT_WITHDRAWN */
  status: number;
  /** Hex index, -1 off the map. */
  hex: number;
  /** Men present. men = start + received - killed - wounded - missing - captured - sick - starved. */
  men: number;
  /** Pieces fit, by equipment index. */
  eq: number[];
  /** Pieces under repair, by equipment index. */
  repair: number[];
  /** Pieces destroyed or abandoned, by equipment index. */
  eqLost: number[];
  /** Pieces taken by the enemy, by equipment index. */
  eqTaken: number[];
  /** 0..1000 */
  cohesion: number;
  /** 0..1000, 1000 is exhausted. */
  fatigue: number;
  /** Works: hundredths of a day dug, 0..2000. */
  dug: number;
  /** Minutes of march left this turn. */
  minutes: number;
  /** Carried, kg. */
  food: number;
  ammo: number;
  fuel: number;
  stance: Stance;
  acts: number;
  /** SUPPLY_CUT .. SUPPLY_FULL */
  supply: number;
  /** Days in a row without supply over land. */
  daysCut: number;
  /** 1 while the unit may not move (see `held` of the scenario). */
  held: number;
  /** SEEN_NOTHING .. SEEN_STRENGTH: what the other side knows now. */
  seen: number;
  /** Where and when the other side last saw it; -1 and 0 for never. */
  seenHex: number;
  seenTurn: number;
  killed: number;
  wounded: number;
  missing: number;
  captured: number;
  sick: number;
  /** Men lost to hunger. */
  starved: number;
  received: number;
  /** Men flown in so far of a unit that comes by airlift; they are present from its arrival on. */
  flown: number;
}

export interface LeaderState {
  /** 0 fit, 1 wounded, 2 killed, 3 captured */
  status: number;
  turn: number;
}

export interface AirState {
  /** Aircraft on strength. */
  aircraft: number;
  /** Of these, under repair. */
  damaged: number;
  /** Sorties left this turn. */
  sorties: number;
  lost: number;
  crewsLost: number;
  /** Sorties flown, in all and by mission (index in AIR_MISSIONS). */
  flown: number;
  byMission: number[];
  /** 1 once it has left a lost airfield for its fallback base off the map. */
  moved: number;
}

export const AIRFIELD_WORKING = 0;
export const AIRFIELD_DEMOLISHED = 1;

export interface AirfieldState {
  /** Who may use it: who held its hex last. */
  side: SideIndex;
  /** AIRFIELD_WORKING or AIRFIELD_DEMOLISHED */
  status: number;
  /** The turn in which it was demolished or changed hands, 0 for never. */
  turn: number;
}

/** A decision taken: its index, the turn, and 1 once its effects have come about. */
export interface TakenState {
  decision: number;
  turn: number;
  done: number;
}

export interface DepotState {
  side: SideIndex;
  food: number;
  ammo: number;
  fuel: number;
}

export interface SideState {
  /** Pieces taken from the enemy, by equipment index. */
  captured: number[];
  /** Victory points gained so far by turn-by-turn objectives. */
  points: number;
  /** Men the command's trucks can still lift this turn. */
  lift: number;
  /** Kilograms dropped from the air, and of these what the enemy got and what was lost. */
  dropped: number;
  dropTaken: number;
  dropLost: number;
  /** Supplies, kg of all classes: what came in, was used up, was lost. entered = carried + in depots + used + spoiled. */
  entered: number;
  used: number;
  spoiled: number;
  /** Aviation fuel, kg: in store, and burnt so far. */
  aviationFuel: number;
  aviationUsed: number;
  /** Men and kilograms landed by airlift. */
  menLifted: number;
  kgLifted: number;
  /** Index into DOCTRINES: what the command wants now. */
  doctrine: number;
}

/** A demolished bridge or road link, with the minutes of engineer work to mend it. */
export interface BreakState {
  hexside: number;
  minutes: number;
}

/** A battle for a hex goes on over days: its noise and its day count are kept. */
export interface BattleState {
  hex: number;
  /** The side attacking. */
  side: SideIndex;
  started: number;
  last: number;
  days: number;
}

/** What a side has in the air until its own next player turn. */
export interface AirPlotState {
  side: SideIndex;
  /** 0 close support and 1 interdiction at the hex, 2 superiority over the whole map */
  kind: number;
  hex: number;
  sorties: number;
  /** Close support: men-equivalents. Superiority: the formation on patrol. Interdiction: 0. */
  value: number;
}

export interface ResultState {
  grade: string;
  margin: number;
}

/** 13.10: a head start agreed before the game. */
export interface HandicapState {
  /** The side that has it. */
  side: SideIndex;
  /** Victory points, a positive whole number. */
  points: number;
}

export interface GameState {
  format: 1;
  scenario: string;
  /** The seed of all dice. Empty in a view, so that nobody can look ahead. */
  seed: string;
  fog: boolean;
  turn: number;
  /** The side whose player turn it is. */
  active: SideIndex;
  over: boolean;
  /** Index into WEATHERS and GROUNDS. */
  weather: number;
  ground: number;
  units: UnitState[];
  leaders: LeaderState[];
  air: AirState[];
  depots: DepotState[];
  sides: [SideState, SideState];
  /** Two bits a hex, sixteen hexes a word: 0 nobody, 1 first side, 2 second side. */
  control: number[];
  /** What each side believes of `control`: its own hexes, and the others as it last saw them. */
  believed: [number[], number[]];
  breaks: BreakState[];
  battles: BattleState[];
  plots: AirPlotState[];
  /** Indices of the events that have happened, in order. */
  fired: number[];
  airfields: AirfieldState[];
  taken: TakenState[];
  /** 1 for each boundary in force. */
  boundaries: number[];
  /** Civilians who died in events so far. */
  civilians: number;
  result: ResultState | null;
  /** Absent in a game without one. */
  handicap?: HandicapState;
}

/** What one side may know: the state with everything hidden taken out. `viewer` tells whose eyes these are. */
export interface View extends GameState {
  viewer: SideIndex;
}

type Primitive = string | number | boolean | null | undefined;
export type DeepReadonly<T> = T extends Primitive ? T : { readonly [K in keyof T]: DeepReadonly<T[K]> };
export type ReadonlyState = DeepReadonly<GameState>;
