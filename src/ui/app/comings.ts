/** Who is still to come, who leaves, who is held, and how reserves are called. */
import { dateOfTurn, turnOfDate } from '../../core/game.ts';
import { membersOf } from '../../core/members.ts';
import { type Passenger, waitingForLift } from '../../core/rules/airlift.ts';
import { UNIT_EXPECTED } from '../../core/state.ts';
import { scenarioNames } from '../text/names.ts';
import { onMap, type Seen } from './seen.ts';

export interface Coming {
  unit: number;
  /** Date of the scenario, or of the turn that has been set for it. */
  date: string;
  hex: number;
}

export interface ReserveGroup {
  /** Decisions of the side that call them. */
  decisions: number[];
  /** Whether an event can call them. */
  byEvent: boolean;
  units: number[];
}

export interface Comings {
  expected: Coming[];
  airlift: Passenger[];
  reserves: ReserveGroup[];
  leaving: { unit: number; date: string; reason: string }[];
  held: { unit: number; until: string; reason: string; contactKm: number }[];
}

export function comingsOf(seen: Seen): Comings {
  const { game, view, side } = seen;
  const called = waitingForLift(game, view, side).filter((one) => one.readyTurn <= game.turns);
  const comings: Comings = {
    expected: [],
    airlift: called,
    reserves: [],
    leaving: [],
    held: [],
  };
  const byAir = new Set(comings.airlift.map((one) => one.unit));
  const callers = callersOf(seen);
  for (const unit of game.bySide[side]) {
    const info = game.units[unit];
    const now = view.units[unit];
    if (!info || !now) continue;
    const { data } = info;
    if (now.status === UNIT_EXPECTED && !byAir.has(unit)) {
      if (data.reserve) addReserve(comings.reserves, unit, callers.get(unit));
      else {
        // A unit whose day has come and whose place is barred comes as soon as there is room.
        const date = info.arrivalTurn > view.turn ? data.arrival.date : dateOfTurn(game, view.turn + 1);
        comings.expected.push({ unit, date, hex: info.arrivalHex });
      }
    }
    const coming = now.status === UNIT_EXPECTED || onMap(seen, unit);
    if (data.withdraw && coming && turnOfDate(game.data, data.withdraw.date) > view.turn)
      comings.leaving.push({
        unit,
        ...data.withdraw,
        reason: scenarioNames(game).text(`withdraw.${data.id}`, data.withdraw.reason),
      });
    if (data.held && onMap(seen, unit) && now.held > 0)
      comings.held.push({
        unit,
        until: data.held.until,
        reason: scenarioNames(game).text(`held.${data.id}`, data.held.reason),
        contactKm: data.held.contactKm ?? 0,
      });
  }
  const byDate = (a: { date: string; unit: number }, b: { date: string; unit: number }): number =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.unit - b.unit;
  comings.expected.sort(byDate);
  comings.leaving.sort(byDate);
  return comings;
}

function addReserve(groups: ReserveGroup[], unit: number, caller: Caller | undefined): void {
  const decisions = caller?.decisions ?? [];
  const byEvent = caller?.byEvent ?? false;
  const same = groups.find((one) => one.byEvent === byEvent && one.decisions.join() === decisions.join());
  if (same) same.units.push(unit);
  else groups.push({ decisions, byEvent, units: [unit] });
}

interface Caller {
  decisions: number[];
  byEvent: boolean;
}

/** What can bring each reserve in: decisions of the side that are not past, and events that have not happened. */
function callersOf(seen: Seen): Map<number, Caller> {
  const { game, view } = seen;
  const { decisions = [], events } = game.data.scenario;
  const callers = new Map<number, Caller>();
  const of = (unit: number): Caller => {
    const known = callers.get(unit) ?? { decisions: [], byEvent: false };
    callers.set(unit, known);
    return known;
  };
  decisions.forEach((decision, i) => {
    if (game.theatre.decisions[i]?.side !== seen.side) return;
    for (const effect of decision.effects)
      if (effect.type === 'arrive') for (const unit of membersOf(game.data, effect.unit)) of(unit).decisions.push(i);
  });
  events.forEach((event, i) => {
    if (view.fired.includes(i)) return;
    for (const effect of event.effects)
      if (effect.type === 'arrive') for (const unit of membersOf(game.data, effect.unit)) of(unit).byEvent = true;
  });
  return callers;
}
