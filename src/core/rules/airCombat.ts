/** Rulebook 9.5-9.6: interception, escort and flak. Losses are booked with the formations that fly. */
import type { Dice } from '../dice.ts';
import type { GameEvent } from '../event.ts';
import type { Game } from '../game.ts';
import { WEATHERS, type Weather } from '../scenario.ts';
import type { GameState, SideIndex } from '../state.ts';

/** 9.5: most interceptors for each aircraft they attack. */
const MOST_ON_ONE = 2;

export const PLOT_SUPPORT = 0;
export const PLOT_INTERDICTION = 1;
export const PLOT_SUPERIORITY = 2;

interface AirLosses {
  lost: number;
  damaged: number;
  crewsLost: number;
}

/** Value in air combat; an unarmed aircraft still dodges. */
function airValue(game: Game, formation: number): number {
  const { aircraft } = game.data.air.formations[formation] as Game['data']['air']['formations'][number];
  return 1 + (game.data.air.aircraft.find((kind) => kind.id === aircraft)?.airCombat ?? 0);
}

/** 9.6: takes aircraft off a formation; no more are hit than there are fit ones. */
export function bookLosses(
  game: Game,
  state: GameState,
  formation: number,
  hit: number,
  downed: number,
  roll: Dice,
): AirLosses {
  const air = state.air[formation] as GameState['air'][number];
  const lost = Math.min(downed, air.aircraft - air.damaged);
  air.aircraft -= lost;
  air.lost += lost;
  const damaged = Math.min(hit, air.aircraft - air.damaged);
  air.damaged += damaged;
  const crewsLost = Math.min(lost, roll.round(lost * game.rules.air.crewLost));
  air.crewsLost += crewsLost;
  return { lost, damaged, crewsLost };
}

interface Met {
  intercepted: number;
  /** Sorties that go on to the target. */
  through: number;
  hit: number;
  downed: number;
}

function split(hits: number, roll: Dice): { hit: number; downed: number } {
  const downed = Math.min(hits, roll.round(hits / 2));
  return { hit: hits - downed, downed };
}

/**
 * 9.5: patrols of the enemy find the formation; patrols of the own side tie down one interceptor each; the others attack.
 * Patrols that have fought are used up.
 */
export function intercept(
  game: Game,
  state: GameState,
  formation: number,
  side: SideIndex,
  hex: number,
  sorties: number,
  roll: Dice,
  events: GameEvent[],
): Met {
  const { contact: contacts, gunners, shot, turnedBack } = game.rules.air;
  const contact = contacts[WEATHERS[state.weather] as Weather];
  const value = airValue(game, formation);
  const met: Met = { intercepted: 0, through: sorties, hit: 0, downed: 0 };
  let most = sorties * MOST_ON_ONE;
  for (const patrol of state.plots) {
    if (patrol.kind !== PLOT_SUPERIORITY || patrol.side === side || most <= 0) continue;
    const found = Math.min(most, patrol.sorties, roll.round(patrol.sorties * contact));
    if (found === 0) continue;
    most -= found;
    patrol.sorties -= found;
    const enemy = airValue(game, patrol.value);
    const free = found - escort(game, state, side, hex, found, patrol.value, roll, events);
    const shots = Math.min(free, met.through);
    const { hit, downed } = split(Math.min(shots, roll.round((shots * shot * enemy) / (enemy + value))), roll);
    const turned = Math.min(shots - hit - downed, roll.round((shots - hit - downed) * turnedBack));
    met.intercepted += shots;
    met.hit += hit;
    met.downed += downed;
    met.through -= hit + downed + turned;
    const back = split(Math.min(free, roll.round((shots * gunners * value) / (enemy + value))), roll);
    patrolLosses(game, state, patrol.value, hex, found, back.hit, back.downed, roll, events);
  }
  state.plots = state.plots.filter((plot) => plot.sorties > 0);
  return met;
}

/** 9.5: how many of the interceptors the own patrols tie down; both sides lose aircraft by their values. */
function escort(
  game: Game,
  state: GameState,
  side: SideIndex,
  hex: number,
  found: number,
  enemyFormation: number,
  roll: Dice,
  events: GameEvent[],
): number {
  const { dogfight } = game.rules.air;
  let tied = 0;
  for (const own of state.plots) {
    if (own.kind !== PLOT_SUPERIORITY || own.side !== side || tied >= found) continue;
    const pairs = Math.min(own.sorties, found - tied);
    if (pairs === 0) continue;
    tied += pairs;
    own.sorties -= pairs;
    const value = airValue(game, own.value);
    const enemy = airValue(game, enemyFormation);
    const ours = split(Math.min(pairs, roll.round((pairs * dogfight * enemy) / (enemy + value))), roll);
    const theirs = split(Math.min(pairs, roll.round((pairs * dogfight * value) / (enemy + value))), roll);
    patrolLosses(game, state, own.value, hex, pairs, ours.hit, ours.downed, roll, events);
    patrolLosses(game, state, enemyFormation, hex, pairs, theirs.hit, theirs.downed, roll, events);
  }
  return tied;
}

function patrolLosses(
  game: Game,
  state: GameState,
  formation: number,
  hex: number,
  sorties: number,
  hit: number,
  downed: number,
  roll: Dice,
  events: GameEvent[],
): void {
  if (hit + downed === 0) return;
  const losses = bookLosses(game, state, formation, hit, downed, roll);
  events.push({ ...blankAirEvent(formation, 'superiority', hex, sorties), ...losses, intercepted: sorties });
}

/** 9.6: ground fire on sorties that come near enemy troops. */
export function flak(game: Game, sorties: number, roll: Dice): { hit: number; downed: number } {
  const { flakDamaged, flakLost } = game.rules.air;
  const downed = Math.min(sorties, roll.round(sorties * flakLost));
  return { hit: Math.min(sorties - downed, roll.round(sorties * flakDamaged)), downed };
}

type AirEvent = Extract<GameEvent, { type: 'air' }>;

/** An air event with nothing lost and nothing done, told to both sides. */
export function blankAirEvent(formation: number, mission: AirEvent['mission'], hex: number, sorties: number): AirEvent {
  return {
    type: 'air',
    formation,
    mission,
    hex,
    sorties,
    intercepted: 0,
    lost: 0,
    damaged: 0,
    crewsLost: 0,
    delivered: 0,
    taken: 0,
    missed: 0,
    unit: -1,
    landed: 0,
    broken: 0,
    losses: [],
    to: 3,
  };
}
