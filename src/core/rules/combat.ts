/** Rulebook 6: the assault on a hex, and what it promises before it is ordered. */
import type { AssaultAction } from '../action.ts';
import { dice } from '../dice.ts';
import type { GameEvent, UnitLoss } from '../event.ts';
import { lnQ } from '../exact.ts';
import { direction, type Game, marchTableOf } from '../game.ts';
import type { Engaged, Odds } from '../odds.ts';
import { position } from '../position.ts';
import {
  ACT_ASSAULTED,
  ACT_BOMBARDED,
  ACT_DEFENDED,
  type BattleState,
  type GameState,
  type ReadonlyState,
  SEEN_STRENGTH,
  UNIT_ON_MAP,
} from '../state.ts';
import { IMPASSABLE } from '../terrain.ts';
import { observeStep, reveal } from './detection.ts';
import { type FightSetUp, setUpFight } from './fight.ts';
import { riskLeaders } from './leaders.ts';
import { addLoss, applyHits, armourHitShare, glean, noLoss, pickUp, removeIfEmpty, roundBy } from './losses.ts';
import { fits, takeHex } from './movement.ts';
import { forecast, forecastWin, resolve } from './resolver.ts';
import { retreat } from './retreat.ts';
import { useStores } from './stores.ts';
import { isArmourClass, isInfantry, pieces } from './strength.ts';
import { needs } from './supply.ts';

/** 6.1: below this cohesion a unit does not attack. */
export const ASSAULT_COHESION = 300;
/** 6.13: share of a day's full combat in ammunition that a day of assault uses. */
export const AMMO_SHARE = 0.7;

/** What an assault promises: every factor, the chances, the expected losses. Costs about 60 microseconds. */
export function oddsOf(game: Game, state: ReadonlyState, action: AssaultAction): Odds {
  return oddsOfFight(game, setUpFight(game, state, action));
}

/** The three chances alone in thousandths, for those who ask often. */
export function chancesOf(
  game: Game,
  state: ReadonlyState,
  action: AssaultAction,
): { gaveWay: number; stopped: number; undecided: number; setUp: FightSetUp } {
  const setUp = setUpFight(game, state, action);
  return { ...forecastWin(game.rules.resolver, setUp.fight), setUp };
}

/** What a fight set up already promises. */
export function oddsOfFight(game: Game, setUp: FightSetUp): Odds {
  const { resolver } = game.rules;
  const seen = forecast(resolver, setUp.fight);
  const ratio = setUp.fight.attackStrength / setUp.fight.defenceStrength;
  // 6.13: of the men hit, those that count as lost; the others return at once.
  const counted = 1 - (1 - resolver.killed) * resolver.light;
  const hitShare = seen.attackerLosses.mean / counted / Math.max(1, setUp.fight.attackMen);
  const vehicles = setUp.vehicles.reduce((sum, count) => sum + count, 0);
  return {
    attackers: setUp.attackers,
    support: setUp.support,
    defenders: setUp.defenders.concat(setUp.defensiveFire),
    attackStrength: setUp.attackStrength,
    defenceStrength: setUp.defenceStrength,
    factors: setUp.factors,
    lnPower: setUp.factors.reduce((sum, factor) => sum + factor.q, 0) + lnQ(ratio),
    gaveWay: seen.gaveWay,
    stopped: seen.stopped,
    undecided: seen.undecided,
    day: setUp.day,
    halfDays: setUp.fight.steps,
    attackerLosses: seen.attackerLosses,
    defenderLosses: seen.defenderLosses,
    attackerArmourHit: Math.round(10 * vehicles * armourHitShare(game, hitShare, setUp.armourFactor)),
  };
}

/**
 * 6.1: fights the assault, books the losses, moves the beaten back and the victors in. Assumes `check` passed.
 */
export function assault(game: Game, state: GameState, action: AssaultAction, events: GameEvent[]): void {
  const side = (game.units[action.units[0] as number] as Game['units'][number]).side;
  const setUp = setUpFight(game, state, action);
  const odds = oddsOfFight(game, setUp);
  const from = [...new Set(action.units.map((unit) => (state.units[unit] as GameState['units'][number]).hex))];
  const battle = keepBattle(state, action.hex, side, setUp);
  const result = resolve(
    game.rules.resolver,
    setUp.fight,
    dice(state.seed, 'battle', battle.started, action.hex, side),
    dice(state.seed, 'fight', state.turn, action.hex, side),
  );
  // 6.1: a day of which half is fought counts as one.
  const days = Math.ceil(result.steps / 2);
  battle.days += days;
  const roll = dice(state.seed, 'losses', state.turn, action.hex, side);
  const defenders = setUp.defenders.map((engaged) => engaged.unit);
  const losses = [
    ...spread(
      game,
      state,
      setUp.attackers,
      result.attackerHit,
      setUp.armourFactor,
      (i) => inFront(game, state, setUp, i),
      roll,
    ),
    ...spread(game, state, setUp.defenders, result.defenderHit, 1, () => 1, roll),
  ];
  tire(game, state, setUp, result.steps);
  for (const unit of [...action.units, ...action.support, ...defenders])
    reveal(game, state, unit, SEEN_STRENGTH, events);
  const gaveWay = result.outcome === 'gaveWay' || result.outcome === 'overrun';
  if (result.outcome === 'stopped') shake(game, state, action.units);
  if (gaveWay && setUp.day > 1) glean(game, state, losses, side, roll);
  if (gaveWay) pickUp(game, state, losses, side, roll);
  else if (result.outcome === 'stopped') pickUp(game, state, losses, 1 - side, roll);
  const event: GameEvent = {
    type: 'assault',
    hex: action.hex,
    attackers: action.units.slice(),
    support: action.support.slice(),
    defenders,
    odds,
    outcome: result.outcome,
    luck: result.luck,
    losses,
    to: 3,
  };
  events.push(event);
  const key = `assault ${action.hex} ${side}`;
  riskLeaders(game, state, from, side, result.attackerHit / Math.max(1, setUp.fight.attackMen), days, key, events);
  riskLeaders(
    game,
    state,
    [action.hex],
    1 - side,
    result.defenderHit / Math.max(1, setUp.fight.defenceMen),
    days,
    key,
    events,
  );
  for (const loss of losses) removeIfEmpty(game, state, loss.unit, events);
  if (gaveWay) {
    const pursuit = isMobilePursuit(game, state, action.units);
    let held = false;
    for (const unit of defenders) {
      if ((state.units[unit] as GameState['units'][number]).status !== UNIT_ON_MAP) continue;
      if (!retreat(game, state, unit, from, pursuit, result.outcome === 'overrun', events)) held = true;
    }
    if (!held) {
      event.outcome = defenders.every(
        (unit) => (state.units[unit] as GameState['units'][number]).status !== UNIT_ON_MAP,
      )
        ? 'annihilated'
        : result.outcome;
      endBattle(state, action.hex);
      if (action.advance) advance(game, state, action, events);
    }
  }
}

/** 6.14: an attack thrown back shakes the troops that made it. */
function shake(game: Game, state: GameState, units: readonly number[]): void {
  for (const index of units) {
    const unit = state.units[index] as GameState['units'][number];
    unit.cohesion = Math.max(0, unit.cohesion - game.rules.assault.stoppedCohesion);
  }
}

/** 6.15: cavalry, motor troops and armour press a beaten enemy. */
function isMobilePursuit(game: Game, state: GameState, units: readonly number[]): boolean {
  return units.some((unit) => {
    const { data } = game.units[unit] as Game['units'][number];
    return data.kind === 'cavalry' || pieces(game, state, unit, isArmourClass) > 0;
  });
}

function keepBattle(state: GameState, hex: number, side: 0 | 1, setUp: FightSetUp): BattleState {
  for (const battle of state.battles) {
    if (battle.hex !== hex || battle.side !== side || !setUp.battle) continue;
    battle.last = state.turn;
    return battle;
  }
  endBattle(state, hex);
  const battle = { hex, side, started: state.turn, last: state.turn, days: 0 };
  state.battles.push(battle);
  return battle;
}

function endBattle(state: GameState, hex: number): void {
  const rest = state.battles.filter((battle) => battle.hex !== hex);
  if (rest.length !== state.battles.length) state.battles = rest;
}

/** 6.7: the share of an attacker's armour that is in front; vehicles that wait down the road are not hit. */
function inFront(game: Game, state: GameState, setUp: FightSetUp, i: number): number {
  const all = pieces(game, state, (setUp.attackers[i] as Engaged).unit, isArmourClass);
  return all > 0 ? (setUp.vehicles[i] as number) / all : 1;
}

/** Hits fall on units by the men they have engaged. */
function spread(
  game: Game,
  state: GameState,
  engaged: readonly Engaged[],
  hit: number,
  armourFactor: number,
  front: (i: number) => number,
  roll: ReturnType<typeof dice>,
): UnitLoss[] {
  let men = 0;
  for (const one of engaged) men += one.men;
  let left = hit;
  return engaged.map((one, i) => {
    const share = men > 0 ? (hit * one.men) / men : 0;
    const mine = i === engaged.length - 1 ? left : Math.min(left, roundBy(share, roll));
    left -= mine;
    const loss = noLoss(game, one.unit);
    addLoss(loss, applyHits(game, state, one.unit, Math.max(0, mine), armourFactor, roll, front(i)));
    return loss;
  });
}

/** 6.13: fatigue, ammunition and time of everybody in the fight. */
function tire(game: Game, state: GameState, setUp: FightSetUp, steps: number): void {
  const part = steps / 2;
  const use = (unit: number, act: number, share: number, fatigue: boolean): void => {
    const now = state.units[unit] as GameState['units'][number];
    const need = needs(game, state, unit).ammoDay;
    useStores(game, state, unit, 'ammo', Math.round(need * AMMO_SHARE * share));
    if (fatigue) now.fatigue = Math.min(1000, now.fatigue + Math.round(game.rules.assault.fatigue * share));
    now.acts |= act;
  };
  const share = (e: Engaged): number =>
    part * Math.min(1, e.men / Math.max(1, (state.units[e.unit] as GameState['units'][number]).men));
  for (const e of setUp.attackers) {
    use(e.unit, ACT_ASSAULTED, share(e), true);
    (state.units[e.unit] as GameState['units'][number]).minutes = 0;
  }
  for (const e of setUp.support) {
    use(e.unit, ACT_BOMBARDED, part, false);
    (state.units[e.unit] as GameState['units'][number]).minutes = 0;
  }
  for (const e of setUp.defenders) use(e.unit, ACT_DEFENDED, share(e), true);
  for (const e of setUp.defensiveFire) use(e.unit, ACT_DEFENDED, part / 2, false);
}

/** 6.20: the victors move in: infantry first, as many as the hex and the way allow. */
function advance(game: Game, state: GameState, action: AssaultAction, events: GameEvent[]): void {
  const order = action.units
    .filter((unit) => (state.units[unit] as GameState['units'][number]).status === UNIT_ON_MAP)
    .sort((a, b) => rank(game, a) - rank(game, b) || a - b);
  for (const index of order) {
    const unit = state.units[index] as GameState['units'][number];
    const info = game.units[index] as Game['units'][number];
    const pos = position(game, state, -1);
    if (pos.side[action.hex] === 1 - info.side) return;
    const d = direction(game, unit.hex, action.hex);
    const step = unit.hex * 6 + d;
    const table = marchTableOf(game, state, info.mobility);
    const link = d < 3 ? unit.hex * 3 + d : action.hex * 3 + d - 3;
    const cost = pos.broken[link] === 1 ? (table.broken[step] as number) : (table.open[step] as number);
    if (d < 0 || cost >= IMPASSABLE || !fits(game, pos, action.hex, unit.men)) continue;
    const before = unit.hex;
    unit.hex = action.hex;
    unit.dug = 0;
    takeHex(game, state, action.hex, index, events);
    events.push({ type: 'advance', unit: index, from: before, hex: action.hex, to: 3 });
    observeStep(game, state, index, events);
  }
}

function rank(game: Game, unit: number): number {
  const { kind } = game.units[unit] as Game['units'][number];
  return isInfantry(kind) ? 0 : 1;
}
