/** Every own unit in figures, for the staff's table. */
import { dateOfTurn } from '../../../core/game.ts';
import { ASSAULT_COHESION } from '../../../core/rules/combat.ts';
import { inCommand } from '../../../core/rules/quality.ts';
import { needs } from '../../../core/rules/supply.ts';
import {
  ACT_ASSAULTED,
  ACT_BOMBARDED,
  ACT_DEFENDED,
  ACT_MOVED,
  SUPPLY_LEAK,
  UNIT_EXPECTED,
  UNIT_ON_MAP,
} from '../../../core/state.ts';
import { hasTime } from '../idle.ts';
import type { Seen } from '../seen.ts';

export const UNIT_STATES = [
  'present',
  'fresh',
  'moved',
  'fought',
  'short',
  'cut',
  'tired',
  'shaken',
  'outOfCommand',
  'held',
  'guarded',
  'absent',
] as const;
export type UnitStateId = (typeof UNIT_STATES)[number];

export interface UnitFacts {
  unit: number;
  /** Id of its division, or of its corps where the division is the headquarters; and the index of that (-1 for none). */
  formation: string;
  hq: number;
  men: number;
  /** Men on the day it came in. */
  start: number;
  quality: number;
  cohesion: number;
  fatigue: number;
  /** Days that what it carries lasts; null for those who live off the country and for who is not on the map. */
  foodDays: number | null;
  ammoDays: number | null;
  /** SUPPLY_CUT .. SUPPLY_FULL, -1 off the map. */
  supply: number;
  minutes: number;
  moved: boolean;
  fought: boolean;
  inCommand: boolean;
  hex: number;
  /** UNIT_EXPECTED .. UNIT_WITHDRAWN */
  status: number;
  /** Date of arrival of who is still to come. */
  due: string | null;
  states: UnitStateId[];
}

/** Fatigue in thousandths from which a unit counts as tired. */
const TIRED = 400;
/** Days of food below which a unit runs short. */
const SHORT_DAYS = 1;

/** The units of the side, those still to come and those gone included, in the order of the scenario. */
export function unitFacts(seen: Seen, guarded: ReadonlySet<number>): UnitFacts[] {
  return seen.game.bySide[seen.side].flatMap((unit) => factsOf(seen, unit, guarded) ?? []);
}

function factsOf(seen: Seen, unit: number, guarded: ReadonlySet<number>): UnitFacts | null {
  const { game, view } = seen;
  const info = game.units[unit];
  const now = view.units[unit];
  if (!info || !now) return null;
  const here = now.status === UNIT_ON_MAP && now.hex >= 0;
  const need = needs(game, view, unit);
  const hq = info.hq === unit ? hqAbove(seen, unit) : info.hq;
  const forages = info.data.kind === 'irregular';
  const days = (kg: number, perDay: number): number | null => (here && perDay > 0 ? kg / perDay : null);
  const foodDays = forages ? null : days(now.food, need.foodDay);
  const facts: UnitFacts = {
    unit,
    formation: formationOf(seen, unit, hq),
    hq,
    men: here ? now.men : 0,
    start: info.data.men,
    quality: info.data.quality,
    cohesion: now.cohesion,
    fatigue: now.fatigue,
    foodDays,
    ammoDays: days(now.ammo, need.ammoDay),
    supply: here ? now.supply : -1,
    minutes: here ? now.minutes : 0,
    moved: (now.acts & ACT_MOVED) !== 0,
    fought: (now.acts & (ACT_ASSAULTED | ACT_BOMBARDED | ACT_DEFENDED)) !== 0,
    inCommand: here && inCommand(game, view, unit),
    hex: here ? now.hex : -1,
    status: now.status,
    due: now.status === UNIT_EXPECTED && !info.data.reserve ? dueDate(seen, unit) : null,
    states: [],
  };
  facts.states = here ? statesOf(seen, facts, guarded) : ['absent'];
  return facts;
}

function formationOf({ game }: Seen, unit: number, hq: number): string {
  const { formation, corps, id } = game.units[unit] ?? { formation: -1, corps: -1, id: '' };
  const division = game.formations[formation] ?? '';
  return division === id || division === game.units[hq]?.id ? (game.armies[corps] ?? '') : division;
}

/** The headquarters that a headquarters answers to, -1 for none with a counter. */
function hqAbove({ game }: Seen, unit: number): number {
  const { parent } = game.units[unit] ?? { parent: -1 };
  return parent < 0 ? -1 : (game.units[parent]?.hq ?? -1);
}

/** A unit whose day has come and whose place is barred comes as soon as there is room. */
function dueDate({ game, view }: Seen, unit: number): string {
  const info = game.units[unit];
  return info && info.arrivalTurn > view.turn ? info.data.arrival.date : dateOfTurn(game, view.turn + 1);
}

function statesOf(seen: Seen, facts: UnitFacts, guarded: ReadonlySet<number>): UnitStateId[] {
  const { unit, supply } = facts;
  const now = seen.view.units[unit];
  const tests: Record<UnitStateId, boolean> = {
    present: true,
    fresh: hasTime(seen, unit) && !facts.moved && !facts.fought,
    moved: facts.moved,
    fought: facts.fought,
    short: (facts.foodDays !== null && facts.foodDays < SHORT_DAYS) || facts.ammoDays === 0,
    cut: supply >= 0 && supply <= SUPPLY_LEAK,
    tired: facts.fatigue >= TIRED,
    shaken: facts.cohesion < ASSAULT_COHESION,
    outOfCommand: !facts.inCommand,
    held: (now?.held ?? 0) !== 0,
    guarded: guarded.has(unit),
    absent: false,
  };
  return UNIT_STATES.filter((state) => tests[state]);
}
