/** Rulebook 6.1-6.12: sets a fight for a hex up from the map and the units, factor by factor. */
import type { AssaultAction } from '../action.ts';
import { lnQ } from '../exact.ts';
import { daysOfTurn, direction, type Game } from '../game.ts';
import type { Engaged, Factor, FactorId } from '../odds.ts';
import { type Position, position, unitsIn } from '../position.ts';
import { UNIT_KINDS, WEATHERS } from '../scenario.ts';
import { type BattleState, type DeepReadonly, type GameState, type ReadonlyState, UNIT_ON_MAP } from '../state.ts';
import { cappedAir, closeSupport } from './closeSupport.ts';
import { airSuperiorityOf, surpriseOf } from './declared.ts';
import { seesHex } from './detection.ts';
import { MARCH_MINUTES } from './movement.ts';
import { DUG_IN, heightQ, postureQ, riverQ, worksOf } from './posture.ts';
import {
  ammunitionQ,
  commandQ,
  coordinationQ,
  fatigueQ,
  formationQ,
  hungerQ,
  leadershipQ,
  qualityOf,
  qualityQ,
} from './quality.ts';
import { airSuperiorityQ, type Fight, surpriseQ } from './resolver.ts';
import {
  armourRoom,
  attackRoom,
  coverClass,
  defenceRoom,
  gunStrength,
  isArmourClass,
  isInfantry,
  pieces,
  RUGGED,
  terrainDefence,
  unitStrength,
  weaponColumn,
  weatherColumn,
} from './strength.ts';

const IRREGULAR = UNIT_KINDS.indexOf('irregular');
/** 6.1: half-days fought in a day of assault. */
const STEPS = 2;
/** 6.1: minutes that an assault needs. */
export const ASSAULT_MINUTES = 180;

export interface FightSetUp {
  fight: Fight;
  factors: Factor[];
  attackers: Engaged[];
  support: Engaged[];
  defenders: Engaged[];
  /** Guns of neighbouring hexes that fire for the defender. */
  defensiveFire: Engaged[];
  attackStrength: number;
  defenceStrength: number;
  /** Hits on the attacker's armour relative to its men (6.8), and its vehicles in front by attacker (6.7). */
  armourFactor: number;
  vehicles: number[];
  battle: DeepReadonly<BattleState> | null;
  day: number;
}

/** A battle for the same hex by the same side goes on while no more than a turn passes without a fight. */
export function battleAt(state: ReadonlyState, hex: number, side: number): DeepReadonly<BattleState> | null {
  for (const battle of state.battles)
    if (battle.hex === hex && battle.side === side && state.turn - battle.last <= 2) return battle;
  return null;
}

interface Front {
  hexes: number[];
  steps: number[];
  engaged: Engaged[];
  vehicles: Map<number, number>;
}

/** 6.6, 6.7: who of the attackers finds room, hexside by hexside, in ascending order of units. */
function deploy(game: Game, state: ReadonlyState, units: readonly number[], hex: number): Front {
  const front: Front = { hexes: [], steps: [], engaged: [], vehicles: new Map() };
  const room: number[] = [];
  const cars: number[] = [];
  for (const unit of units) {
    const now = state.units[unit] as GameState['units'][number];
    let slot = front.hexes.indexOf(now.hex);
    if (slot < 0) {
      const d = direction(game, now.hex, hex);
      slot = front.hexes.push(now.hex) - 1;
      front.steps.push(now.hex * 6 + d);
      room.push(attackRoom(game, hex, now.hex * 6 + d));
      cars.push(armourRoom(game, state, now.hex, d));
    }
    const men = Math.floor(Math.min(now.men, room[slot] as number));
    room[slot] = (room[slot] as number) - men;
    const vehicles = Math.min(pieces(game, state, unit, isArmourClass), cars[slot] as number);
    cars[slot] = (cars[slot] as number) - vehicles;
    front.vehicles.set(unit, vehicles);
    front.engaged.push({ unit, men, strength: 0 });
  }
  return front;
}

/** 6.6: those of the attackers who find no room at the hexside. */
export function withoutRoom(game: Game, state: ReadonlyState, units: readonly number[], hex: number): number[] {
  return deploy(game, state, units, hex)
    .engaged.filter((engaged) => engaged.men === 0)
    .map((engaged) => engaged.unit);
}

/** Guns in reach of a hex that may fire for the side holding it (6.12): in other hexes, with ammunition, in range. */
function defensiveGuns(game: Game, state: ReadonlyState, pos: Position, hex: number, side: number): number[] {
  const found: number[] = [];
  for (const unit of game.bySide[side] as number[]) {
    const now = state.units[unit] as GameState['units'][number];
    const info = game.units[unit] as Game['units'][number];
    if (now.status !== UNIT_ON_MAP || now.hex < 0 || now.hex === hex || info.rangeM === 0 || now.ammo <= 0) continue;
    if (pos.side[now.hex] !== side) continue;
    if (gunReach(game, now.hex, hex) <= info.rangeM) found.push(unit);
  }
  return found;
}

/** Distance between two hexes in metres, to the near edge of the target. */
export function gunReach(game: Game, from: number, to: number): number {
  const dq = (game.q[from] as number) - (game.q[to] as number);
  const dr = (game.r[from] as number) - (game.r[to] as number);
  const far = Math.max(Math.abs(dq), Math.abs(dr), Math.abs(dq + dr));
  return Math.max(0, Math.round((far - 0.5) * game.hexKm * 1000));
}

/** 6.5: heights next to a hex held by `side` that overlook it and rise 40 m above it, three at most. */
function heightsOver(game: Game, state: ReadonlyState, pos: Position, hex: number, side: number): number {
  let count = 0;
  for (let d = 0; d < 6; d++) {
    const near = game.neighbours[hex * 6 + d] as number;
    if (near < 0 || pos.side[near] !== side) continue;
    const above = (game.crest[near] as number) - (game.elevation[hex] as number);
    if (above >= 40 && (pos.men[near] as number) >= 150 && seesHex(game, state, near, hex)) count++;
  }
  return Math.min(3, count);
}

/** 6.4: one hexside apart, opposite, or all round. */
function flankQ(game: Game, pos: Position, hex: number, hexes: readonly number[], side: number): number {
  const directions = hexes.map((from) => direction(game, hex, from));
  let open = 0;
  for (let d = 0; d < 6; d++) {
    const near = game.neighbours[hex * 6 + d] as number;
    if (near < 0) continue;
    const enemy =
      pos.side[near] === side || (((pos.zoc[near] as number) & (1 << side)) !== 0 && pos.side[near] !== 1 - side);
    if (!enemy) open++;
  }
  const [three, opposite, round] = game.rules.assault.flank;
  if (open === 0) return lnQ(round);
  if (directions.some((d) => directions.includes((d + 3) % 6))) return lnQ(opposite);
  return directions.length >= 3 ? lnQ(three) : 0;
}

/** 6.10: own irregulars in or next to broken ground know its paths: 1.1. */
function guidesQ(game: Game, pos: Position, hex: number, side: number): number {
  if (game.relief[hex] !== RUGGED) return 0;
  for (let d = -1; d < 6; d++) {
    const at = d < 0 ? hex : (game.neighbours[hex * 6 + d] as number);
    if (at < 0 || pos.side[at] !== side) continue;
    for (let unit = pos.first[at] as number; unit >= 0; unit = pos.next[unit] as number)
      if ((game.units[unit] as Game['units'][number]).kind === IRREGULAR) return lnQ(game.rules.quality.guides);
  }
  return 0;
}

/** 6.1: half-days of an assault: a day's, and another's for each day of march that its slowest unit has left beyond. */
function halfDays(game: Game, state: ReadonlyState, units: readonly number[]): number {
  const turn = Math.max(1, Math.round(STEPS * daysOfTurn(game)));
  let minutes = MARCH_MINUTES * daysOfTurn(game);
  for (const unit of units) minutes = Math.min(minutes, (state.units[unit] as GameState['units'][number]).minutes);
  return Math.min(turn, STEPS * (1 + Math.floor(Math.max(0, minutes - ASSAULT_MINUTES) / MARCH_MINUTES)));
}

/** 6.1: the fight that an assault on a hex would be, as the state (or a view of it) shows it. */
export function setUpFight(game: Game, state: ReadonlyState, action: AssaultAction): FightSetUp {
  const { hex } = action;
  const { rules } = game;
  const side = (game.units[action.units[0] as number] as Game['units'][number]).side;
  const enemy = 1 - side;
  const pos = position(game, state, side);
  const defenderUnits = unitsIn(pos, hex);
  const front = deploy(game, state, action.units, hex);
  const column = weaponColumn(game, hex);
  const weather = weatherColumn(state);
  const works = worksOf(state, defenderUnits);
  const count = (units: readonly number[], test: Parameters<typeof pieces>[3]): number =>
    units.reduce((sum, unit) => sum + pieces(game, state, unit, test), 0);
  const attackArmour = front.engaged.reduce((sum, { unit }) => sum + (front.vehicles.get(unit) as number), 0);
  const defenceArmour = count(defenderUnits, isArmourClass);
  const antiTank = count(defenderUnits, (kind) => kind === 'atGun');
  const attackAntiTank = count(action.units, (kind) => kind === 'atGun');
  for (const engaged of front.engaged) {
    const men = (state.units[engaged.unit] as GameState['units'][number]).men;
    engaged.strength = Math.round(
      unitStrength(game, state, engaged.unit, {
        column,
        weather,
        share: men > 0 ? engaged.men / men : 0,
        vehicles: front.vehicles.get(engaged.unit) as number,
        enemyArmour: defenceArmour,
        enemyAntiTank: antiTank,
        enemyDugIn: works >= DUG_IN,
      }),
    );
  }
  const room = defenceRoom(game, Math.max(2, front.hexes.length));
  let left = room;
  const defenders = defenderUnits.map((unit) => {
    const now = state.units[unit] as GameState['units'][number];
    const men = Math.floor(Math.min(now.men, left));
    left -= men;
    const strength = unitStrength(game, state, unit, {
      column,
      weather,
      share: now.men > 0 ? men / now.men : 0,
      vehicles: 9999,
      enemyArmour: attackArmour,
      enemyAntiTank: attackAntiTank,
      enemyDugIn: false,
    });
    return { unit, men, strength: Math.round(strength) };
  });
  const support = action.support.map((unit) => ({
    unit,
    men: 0,
    strength: Math.round(gunStrength(game, state, unit, column) * rules.strength.guns),
  }));
  const defensiveFire = defensiveGuns(game, state, pos, hex, enemy).map((unit) => ({
    unit,
    men: 0,
    strength: Math.round(gunStrength(game, state, unit, column) * rules.strength.guns * rules.strength.defensiveFire),
  }));
  const total = (list: readonly Engaged[]): number => list.reduce((sum, e) => sum + e.strength, 0);
  const groundAttack = total(front.engaged) + total(support);
  const groundDefence = total(defenders) + total(defensiveFire);
  const attackStrength = Math.max(1, groundAttack + cappedAir(closeSupport(game, state, hex, side), groundAttack));
  const defenceStrength = Math.max(1, groundDefence + cappedAir(closeSupport(game, state, hex, enemy), groundDefence));
  const attackMen = Math.max(
    1,
    front.engaged.reduce((sum, e) => sum + e.men, 0),
  );
  const defenceMen = Math.max(
    1,
    defenders.reduce((sum, e) => sum + e.men, 0),
  );
  const battle = battleAt(state, hex, side);
  const day = battle ? battle.days + 1 : 1;

  const factors: Factor[] = [];
  const add = (id: FactorId, q: number, clause: string): void => {
    if (q !== 0) factors.push({ id, q, clause });
  };
  const attackWeighted = [...front.engaged, ...support];
  const quality = qualityQ(game, qualityOf(game, front.engaged), qualityOf(game, defenders));
  add('posture', -postureQ(game, works), '6.5');
  add('terrain', -lnQ(terrainDefence(game, hex)), '6.4');
  add('height', -heightQ(game, hex, front.hexes), '6.5');
  add('observation', lnQ(1 + 0.06 * heightsOver(game, state, pos, hex, side)), '6.5');
  const over = front.hexes.reduce((sum, from) => sum + heightsOver(game, state, pos, from, enemy), 0);
  add('observation', -lnQ(1 + 0.06 * Math.min(3, over)), '6.5');
  add(
    'river',
    -riverQ(
      game,
      front.steps.map((step, i) => ({ step, men: menFrom(state, front, i) })),
    ),
    '6.5',
  );
  add('weather', lnQ(weather[0]), '6.3');
  add('quality', quality, '6.9');
  add('leadership', leadershipQ(game, state, front.engaged) - leadershipQ(game, state, defenders), '6.9');
  add('command', commandQ(game, state, front.engaged) - commandQ(game, state, defenders), '6.10');
  add('formation', formationQ(game, action.units), '6.10');
  add('coordination', coordinationQ(game, state, action.units), '6.10');
  add('guides', guidesQ(game, pos, hex, side), '6.10');
  add('ammunition', ammunitionQ(game, state, attackWeighted) - ammunitionQ(game, state, defenders), '6.11');
  add('hunger', hungerQ(game, state, front.engaged) - hungerQ(game, state, defenders), '6.11');
  add('fatigue', fatigueQ(state, front.engaged) - fatigueQ(state, defenders), '6.11');
  add('flank', flankQ(game, pos, hex, front.hexes, side), '6.4');
  if (day === 1 && WEATHERS[state.weather] === 'fog') add('surprise', lnQ(rules.assault.fog), '6.3');
  add('armour', combinedArmsQ(game, front.engaged, attackArmour, hex, 0.6), '6.8');
  add('armour', -combinedArmsQ(game, defenders, defenceArmour, hex, 0.5), '6.8');
  const lnFactors = factors.reduce((sum, factor) => sum + factor.q, 0);
  const declared = {
    surprise: surpriseOf(game, state, side),
    airSuperiority: airSuperiorityOf(game, state, side),
    day,
  };
  add('surprise', surpriseQ(rules.resolver, declared), '6.3');
  add('airSuperiority', airSuperiorityQ(rules.resolver, declared), '6.3');
  const cover = coverClass(game, hex);
  const { mainEffort } = rules.assault;
  const dugAgainstArmour = attackArmour > 0 ? Math.min(1.5, antiTank / attackArmour) * (works >= DUG_IN ? 1.5 : 1) : 0;
  return {
    fight: {
      attackStrength,
      defenceStrength,
      attackMen,
      defenceMen,
      attackArmour,
      defenceArmour,
      lnFactors,
      lnLossAttack:
        Math.round(-quality * 0.8) + tenacityQ(game, side) + (day <= mainEffort.days ? lnQ(mainEffort.attack) : 0),
      lnLossDefence:
        Math.round(quality * 0.8) + tenacityQ(game, enemy) + (day <= mainEffort.days ? lnQ(mainEffort.defence) : 0),
      surprise: declared.surprise,
      airSuperiority: declared.airSuperiority,
      era: game.data.scenario.era ?? 'wwii',
      relief: game.relief[hex] as 0 | 1 | 2,
      wooded: cover === 'wooded',
      bare: cover === 'bare',
      wet: WEATHERS[state.weather] === 'lightRain' || WEATHERS[state.weather] === 'heavyRain',
      day,
      steps: halfDays(game, state, action.units),
      attackCohesion: cohesionOf(state, front.engaged),
      defenceCohesion: cohesionOf(state, defenders),
      hold: stanceOf(state, defenderUnits, 1),
      elastic: stanceOf(state, defenderUnits, 2),
    },
    factors,
    attackers: front.engaged,
    support,
    defenders,
    defensiveFire,
    attackStrength: Math.round(attackStrength),
    defenceStrength: Math.round(defenceStrength),
    armourFactor: 0.7 + dugAgainstArmour,
    vehicles: front.engaged.map(({ unit }) => front.vehicles.get(unit) as number),
    battle,
    day,
  };
}

/** 6.13: an army that fights to the death loses more, and so does its enemy, by a power of that. */
function tenacityQ(game: Game, side: number): number {
  const [own, enemy] = [side, 1 - side].map((of) => lnQ((game.data.scenario.sides[of]?.tenacity ?? 1000) / 1000));
  return Math.max(own as number, Math.round((enemy as number) * game.rules.assault.tenacityEnemy));
}

function menFrom(state: ReadonlyState, front: Front, slot: number): number {
  let men = 0;
  for (const engaged of front.engaged)
    if ((state.units[engaged.unit] as GameState['units'][number]).hex === front.hexes[slot]) men += engaged.men;
  return men;
}

/** 6.8: armour without infantry beside it neither takes nor holds broken ground. */
function combinedArmsQ(game: Game, list: readonly Engaged[], vehicles: number, hex: number, factor: number): number {
  if (vehicles === 0 || game.relief[hex] === 0) return 0;
  let infantry = 0;
  for (const { unit, men } of list) if (isInfantry((game.units[unit] as Game['units'][number]).kind)) infantry += men;
  return infantry >= vehicles * 10 ? 0 : lnQ(factor);
}

function cohesionOf(state: ReadonlyState, list: readonly Engaged[]): number {
  let weight = 0;
  let sum = 0;
  for (const { unit, strength } of list) {
    weight += strength + 1;
    sum += (strength + 1) * (state.units[unit] as GameState['units'][number]).cohesion;
  }
  return weight > 0 ? Math.round(sum / weight) : 0;
}

/** The defenders' stance is that of most of their men. */
function stanceOf(state: ReadonlyState, units: readonly number[], stance: number): boolean {
  let men = 0;
  let withStance = 0;
  for (const unit of units) {
    const now = state.units[unit] as GameState['units'][number];
    men += now.men;
    if (now.stance === stance) withStance += now.men;
  }
  return withStance * 2 > men;
}
