/** Units, sides and air formations of which nothing is there, or nothing is known, yet. */
import { AIR_MISSIONS } from './scenario.ts';
import type { AirState, SideState, UnitState } from './state.ts';

/** A unit that has not arrived. `zeros` gives each of its lists of equipment. */
export function blankUnit(zeros: () => number[]): UnitState {
  return {
    status: 0,
    hex: -1,
    men: 0,
    eq: zeros(),
    repair: zeros(),
    eqLost: zeros(),
    eqTaken: zeros(),
    cohesion: 0,
    fatigue: 0,
    dug: 0,
    minutes: 0,
    food: 0,
    ammo: 0,
    fuel: 0,
    stance: 0,
    acts: 0,
    supply: 0,
    daysCut: 0,
    held: 0,
    seen: 0,
    seenHex: -1,
    seenTurn: 0,
    killed: 0,
    wounded: 0,
    missing: 0,
    captured: 0,
    sick: 0,
    starved: 0,
    received: 0,
    flown: 0,
  };
}

/** A side that has neither gained nor used anything; `zeros` is its list of captured equipment. */
export function blankSide(zeros: number[]): SideState {
  return {
    captured: zeros,
    points: 0,
    lift: 0,
    dropped: 0,
    dropTaken: 0,
    dropLost: 0,
    entered: 0,
    used: 0,
    spoiled: 0,
    aviationFuel: 0,
    aviationUsed: 0,
    menLifted: 0,
    kgLifted: 0,
    doctrine: 0,
  };
}

/** An air formation without aircraft. */
export function blankAir(): AirState {
  return {
    aircraft: 0,
    damaged: 0,
    sorties: 0,
    lost: 0,
    crewsLost: 0,
    flown: 0,
    byMission: AIR_MISSIONS.map(() => 0),
    moved: 0,
  };
}
