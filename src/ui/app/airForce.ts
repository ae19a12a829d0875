/** The air force of a side in figures: what it has left, what it burns, where it stands. */
import { holderOf } from '../../core/control.ts';
import { turnOfDate } from '../../core/game.ts';
import { parseHex } from '../../core/hex.ts';
import { OVER_TARGET } from '../../core/rules/air.ts';
import { airfieldsOf } from '../../core/rules/airfields.ts';
import { type Passenger, waitingForLift } from '../../core/rules/airlift.ts';
import { isClouded } from '../../core/rules/airStrike.ts';
import { fuelOf, fuelPerSortie } from '../../core/rules/aviationFuel.ts';
import type { AircraftData, AirFormationData, AirMission } from '../../core/scenario.ts';
import { AIRFIELD_DEMOLISHED } from '../../core/state.ts';
import { scenarioNames } from '../text/names.ts';
import type { LogLine } from './chronicle.ts';
import type { Seen } from './seen.ts';

export const LIFTS: ReadonlySet<AirMission> = new Set(['troopLift', 'supplyLift']);

export interface Wing {
  formation: number;
  data: AirFormationData;
  kind: AircraftData;
  /** Has it come, and has it aircraft? */
  here: boolean;
  sorties: number;
  /** Kg of aviation fuel that a sortie burns, 0 where fuel is not counted. */
  kgPerSortie: number;
  /** Missions picked by a hex; lifts go by the air bridge. */
  missions: AirMission[];
}

/** Formations of a side, in the order of the scenario. */
export function wingsOf(seen: Seen): Wing[] {
  const { air, scenario } = seen.game.data;
  const side = scenario.sides[seen.side]?.id;
  return air.formations.flatMap((data, formation) => {
    const kind = air.aircraft.find((one) => one.id === data.aircraft);
    const now = seen.view.air[formation];
    if (data.side !== side || !kind || !now) return [];
    return [
      {
        formation,
        data,
        kind,
        here: turnOfDate(seen.game.data, data.arrival) <= seen.view.turn && now.aircraft > 0,
        sorties: now.sorties,
        kgPerSortie: fuelPerSortie(seen.game, formation),
        missions: data.missions.filter((mission) => !LIFTS.has(mission)),
      },
    ];
  });
}

export interface Base {
  name: string;
  /** -1 off the map. */
  hex: number;
  /** Index of the listed airfield, -1 for none. */
  airfield: number;
  /** Blown up, or held by the enemy. */
  state: 'working' | 'demolished' | 'taken' | 'unlisted';
  /** Who holds the airfield, -1 off the map. */
  holder: number;
  /** Km to the nearest enemy we know of, -1 for none. */
  enemyKm: number;
  wings: Wing[];
}

/** Where the formations fly from now, with who flies from there; airfields of the side without a formation come last. */
export function basesOf(seen: Seen): Base[] {
  const { game, view } = seen;
  const fields = airfieldsOf(game, view, seen.side);
  const bases = new Map<string, Base>();
  const at = (name: string, hex: number): Base => {
    const key = hex < 0 ? name : String(hex);
    const known = bases.get(key);
    if (known) return known;
    const field = hex < 0 ? undefined : fields.find((one) => one.hex === hex);
    const holder = field ? field.side : hex < 0 ? -1 : holderOf(view.control, hex);
    const state = !field
      ? 'unlisted'
      : field.side !== seen.side
        ? 'taken'
        : field.status === AIRFIELD_DEMOLISHED
          ? 'demolished'
          : 'working';
    const base: Base = {
      name,
      hex,
      airfield: field?.airfield ?? -1,
      state,
      holder,
      enemyKm: field?.enemyKm ?? -1,
      wings: [],
    };
    bases.set(key, base);
    return base;
  };
  for (const wing of wingsOf(seen)) {
    const moved = view.air[wing.formation]?.moved === 1;
    const { base, fallback } = wing.data;
    const hex = moved || base.hex === undefined ? -1 : parseHex(game.cols, game.rows, base.hex);
    at(scenarioNames(game).base(moved ? (fallback?.name ?? base.name) : base.name), hex).wings.push(wing);
  }
  for (const field of fields) {
    const owner = game.theatre.airfields[field.airfield]?.side;
    if (owner === seen.side || field.side === seen.side) at(nameOfField(seen, field.hex), field.hex);
  }
  return [...bases.values()];
}

function nameOfField(seen: Seen, hex: number): string {
  const place = seen.game.places.findIndex((one) => one.hex === hex);
  return place < 0 ? '' : scenarioNames(seen.game).place(place);
}

export interface FuelFacts {
  store: number;
  most: number;
  perDay: number;
  /** Burnt by the orders of this turn, and what all sorties left would burn. */
  burnt: number;
  allLeft: number;
  /** Days that the store lasts at the rate of this turn, null while nothing is burnt or more comes in. */
  daysLeft: number | null;
  used: number;
}

/** The aviation fuel of the side; null where the scenario does not count it. */
export function fuelFacts(seen: Seen, lines: readonly LogLine[]): FuelFacts | null {
  const fuel = fuelOf(seen.game, seen.side);
  if (!fuel) return null;
  const books = seen.view.sides[seen.side];
  const days = seen.game.data.scenario.turnHours / 24;
  const burnt = burntIn(seen, lines, seen.view.turn);
  const net = burnt / days - fuel.kgPerDay;
  return {
    store: books.aviationFuel,
    most: fuel.mostKg,
    perDay: fuel.kgPerDay,
    burnt,
    allLeft: wingsOf(seen).reduce((sum, wing) => sum + wing.sorties * wing.kgPerSortie, 0),
    daysLeft: net > 0 ? Math.floor(books.aviationFuel / net) : null,
    used: books.aviationUsed,
  };
}

/** Kg that the air orders of a turn have burnt, from the log. */
function burntIn(seen: Seen, lines: readonly LogLine[], turn: number): number {
  const side = seen.game.data.scenario.sides[seen.side]?.id;
  let kg = 0;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] as LogLine;
    if (line.turn < turn) break;
    const { event } = line;
    if (event.type !== 'air' || line.turn !== turn) continue;
    if (seen.game.data.air.formations[event.formation]?.side === side)
      kg += event.sorties * fuelPerSortie(seen.game, event.formation);
  }
  return kg;
}

/** What the same fuel is worth in sorties of those who fight: the fighters the side has most of, or the bombers. */
export function worthInCombat(seen: Seen, kg: number): { sorties: number; aircraft: string } | null {
  const fighting = wingsOf(seen).filter((wing) => wing.here && wing.kgPerSortie > 0 && wing.kind.role !== 'transport');
  const rank = (wing: Wing): number => (wing.kind.role === 'fighter' ? 1e6 : 0) + wing.data.count;
  const best = fighting.sort((a, b) => rank(b) - rank(a) || a.formation - b.formation)[0];
  return best
    ? { sorties: Math.floor(kg / best.kgPerSortie), aircraft: scenarioNames(seen.game).aircraft(best.formation) }
    : null;
}

export interface Cargo {
  key: string;
  mission: 'troopLift' | 'supplyLift';
  /** The unit, -1 for supplies. */
  unit: number;
  hex: number;
  passenger: Passenger | null;
  /** Kg in the depot at the airfield. */
  stock: number;
}

/** What the air bridge can carry: each unit that waits, in order of readiness, and supplies for each depot at an airfield. */
export function cargoesOf(seen: Seen): Cargo[] {
  const { game, view } = seen;
  const men = waitingForLift(game, view, seen.side)
    .filter((one) => one.readyTurn <= game.turns)
    .sort((a, b) => a.readyTurn - b.readyTurn || a.unit - b.unit)
    .map((passenger): Cargo => {
      const hex = game.units[passenger.unit]?.arrivalHex ?? -1;
      return { key: `unit${passenger.unit}`, mission: 'troopLift', unit: passenger.unit, hex, passenger, stock: 0 };
    });
  const supplies = airfieldsOf(game, view, seen.side).flatMap((field): Cargo[] => {
    const depot = game.depots.findIndex((one) => one.hex === field.hex && one.side === seen.side);
    const now = view.depots[depot];
    if (!now || field.side !== seen.side || field.status === AIRFIELD_DEMOLISHED) return [];
    const stock = now.food + now.ammo + now.fuel;
    return [{ key: `depot${depot}`, mission: 'supplyLift', unit: -1, hex: field.hex, passenger: null, stock }];
  });
  return [...men, ...supplies];
}

/** Transports of the side that fly for the air bridge. */
export function transportsOf(seen: Seen): Wing[] {
  return wingsOf(seen).filter((wing) => wing.data.missions.some((mission) => LIFTS.has(mission)));
}

/** 9.12: does cloud on the hills hide this target from the mission? */
export function liesUnderCloud({ game, view }: Seen, mission: AirMission, hex: number): boolean {
  return OVER_TARGET.has(mission) && isClouded(game, view, hex);
}
