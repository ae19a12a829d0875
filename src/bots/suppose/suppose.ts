/** States that may lie behind a view: what is hidden is supposed, by lot, as far as the view and the order of battle allow. */
import { holderOf, setControl } from '../../core/control.ts';
import { type Dice, dice } from '../../core/dice.ts';
import { daysOfTurn, type Game } from '../../core/game.ts';
import { stackingLimit } from '../../core/rules/stacking.ts';
import { UNIT_KINDS } from '../../core/scenario.ts';
import { type GameState, SEEN_STRENGTH, type SideIndex, type UnitState, type View } from '../../core/state.ts';
import { cloneState } from '../../core/view.ts';
import { supposeBooks } from './books.ts';
import { lossRate, station, supposeStrength } from './condition.ts';
import { dealOf, dealOut } from './deal.ts';
import { survey } from './survey.ts';

const ARMOUR = UNIT_KINDS.indexOf('armour');
const IRREGULAR = UNIT_KINDS.indexOf('irregular');

/**
 * A complete and plausible state behind a view, drawn by dice keyed with `seed`, which is the state's own from then on:
 * what is played on it shares no dice with the game. The own side is as in the view, and without fog everything is.
 * Equal views and seeds give equal states; nothing but the view and the scenario is looked at.
 */
export function suppose(game: Game, view: View, seed: string): GameState {
  return supposing(game, view)(seed);
}

/** The same for many samples of one view: what does not depend on the dice is done once. The view must not change meanwhile. */
export function supposing(game: Game, view: View): (seed: string) => GameState {
  if (!view.fog) return (seed) => copyOf(view, seed);
  const deal = dealOf(survey(game, view));
  const rate = lossRate(game, view);
  const enemy = (1 - view.viewer) as SideIndex;
  const landed = landings(game, view, enemy);
  return (seed) => {
    const state = copyOf(view, seed);
    const rolls = game.units.map((_, unit) => dice(seed, 'suppose', 'unit', unit));
    const rollOf = (unit: number): Dice => rolls[unit] as Dice;
    for (const unit of game.bySide[enemy]) supposeStrength(game, view, state, unit, rate, rollOf(unit));
    crowd(game, state, enemy);
    const hexOf = dealOut(deal, state, rolls, (unit) => (landed.get(unit) ?? 1) >= 1);
    for (const unit of game.bySide[enemy]) {
      station(game, view, state, unit, hexOf[unit] as number, rollOf(unit));
      const share = landed.get(unit);
      const now = state.units[unit] as UnitState;
      if (share !== undefined && now.hex < 0 && now.status === 0)
        now.flown = Math.floor(Math.min(0.99, share) * (game.units[unit] as Game['units'][number]).data.men);
    }
    takeGround(game, state, enemy);
    supposeBooks(game, state, enemy, seed);
    return state;
  };
}

function copyOf(view: View, seed: string): GameState {
  const { viewer: _, ...state } = cloneState(view) as View;
  return { ...state, seed };
}

/** 5.1: who is known only by his kind is weaker than he could be where all of them would not find room. */
function crowd(game: Game, state: GameState, enemy: SideIndex): void {
  const men = new Map<number, number>();
  const count = (unit: number): UnitState => state.units[unit] as UnitState;
  for (const unit of game.bySide[enemy]) {
    const { hex, men: more } = count(unit);
    if (hex >= 0) men.set(hex, (men.get(hex) ?? 0) + more);
  }
  for (const unit of game.bySide[enemy]) {
    const now = count(unit);
    const over = now.hex < 0 ? 0 : (men.get(now.hex) as number) - stackingLimit(game, now.hex);
    if (over <= 0 || now.seen >= SEEN_STRENGTH) continue;
    const fewer = Math.min(over, now.men - 1);
    now.men -= fewer;
    now.sick += fewer;
    men.set(now.hex, (men.get(now.hex) as number) - fewer);
  }
}

/** 6.8, 4.5: the enemy holds the ground on which he is supposed to stand, and believes what is so. */
function takeGround(game: Game, state: GameState, enemy: SideIndex): void {
  for (const unit of game.bySide[enemy]) {
    const { hex } = state.units[unit] as UnitState;
    const { kind } = game.units[unit] as Game['units'][number];
    if (hex < 0 || kind === IRREGULAR || (kind === ARMOUR && game.relief[hex] !== 0)) continue;
    if (holderOf(state.control, hex) !== enemy) setControl(state.control, hex, enemy);
  }
  state.believed[enemy] = state.control.slice();
}

/** 9.13: share of each unit that comes by an air bridge which can have been landed by now, one after the other. */
function landings(game: Game, view: View, enemy: SideIndex): Map<number, number> {
  const found = new Map<number, number>();
  let menATurn = 0;
  for (const formation of game.data.air.formations) {
    const kind = game.data.air.aircraft.find((aircraft) => aircraft.id === formation.aircraft);
    if (game.sideIndex.get(formation.side) !== enemy || !formation.missions.includes('troopLift')) continue;
    const sorties = (formation.count * formation.serviceability * formation.sortiesPerDay) / 10_000;
    menATurn += sorties * (kind?.menPerSortie ?? 0) * LIFT_SHARE * daysOfTurn(game);
  }
  const waiting = game.bySide[enemy]
    .map((unit) => game.units[unit] as Game['units'][number])
    .filter(({ data }) => data.arrival.by === 'airlift')
    .sort((a, b) => a.arrivalTurn - b.arrivalTurn || a.index - b.index);
  let free = 0;
  for (const { index, data, arrivalTurn } of waiting) {
    const start = Math.max(free, arrivalTurn);
    const turns = data.men / Math.max(1, menATurn);
    free = start + turns;
    found.set(index, Math.max(0, (view.turn - start) / turns));
  }
  return found;
}

/** Of the sorties of transports on a clear day, the share that carries troops while any wait. */
const LIFT_SHARE = 0.42;
