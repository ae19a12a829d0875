/** Rulebook 9.8-9.9: what aircraft do to columns on the march, and what they see of the enemy. */
import { type Dice, dice } from '../dice.ts';
import type { GameEvent, UnitLoss } from '../event.ts';
import { type Game, hexside } from '../game.ts';
import { position, unitsIn } from '../position.ts';
import { type AircraftData, COVERS, type Cover, WEATHERS, type Weather } from '../scenario.ts';
import {
  ACT_MOVED,
  ACT_RETREATED,
  ACT_TRUCKED,
  type GameState,
  SEEN_CONTACT,
  SEEN_TYPE,
  UNIT_ON_MAP,
} from '../state.ts';
import { reveal } from './detection.ts';
import { workToMend } from './engineers.ts';
import { applyHits, removeIfEmpty } from './losses.ts';
import { weaponColumn, weatherColumn } from './strength.ts';

/** 9.9: chance in thousandths that one sortie sees a unit in the hex itself on a clear day, by cover. Estimates. */
const SEEN_BY_SORTIE: Record<Cover, number> = {
  bare: 400,
  paddy: 350,
  mixed: 250,
  swamp: 250,
  village: 180,
  town: 150,
  city: 120,
  wooded: 100,
  water: 400,
};
const RECON_WEATHER: Record<Weather, number> = { clear: 1, overcast: 0.7, fog: 0.2, lightRain: 0.5, heavyRain: 0.1 };
/** 9.9: factor in an adjacent hex, and for a unit that marched or fired in its last player turn. */
const BESIDE = 0.5;
const ON_THE_MOVE = 1.5;
/** 9.9: of the units seen, the share whose type is made out. */
const TYPE_SHARE = 400;
const MARCHED = ACT_MOVED | ACT_RETREATED | ACT_TRUCKED;

/** 9.8: bombs and machine-gun fire on the enemy units of a hex that were on the move; works, woods and weather protect. */
export function strafe(
  game: Game,
  state: GameState,
  side: number,
  hex: number,
  sorties: number,
  roll: Dice,
  events: GameEvent[],
): UnitLoss[] {
  const pos = position(game, state, -1);
  if (pos.side[hex] !== 1 - side || sorties === 0) return [];
  const unitOf = (index: number): GameState['units'][number] => state.units[index] as GameState['units'][number];
  const targets = unitsIn(pos, hex).filter((index) => (unitOf(index).acts & MARCHED) !== 0);
  let men = 0;
  for (const index of targets) men += unitOf(index).men;
  const rate =
    sorties * game.rules.air.interdiction * weaponColumn(game, hex)[2] * weatherColumn(state)[2] * (0.5 + roll.unit());
  const losses: UnitLoss[] = [];
  for (const index of targets) {
    const unit = unitOf(index);
    const cover = COVERS[game.cover[hex] as number] === 'wooded' ? 0.5 : 1;
    const works = 1 - 0.7 * Math.min(1, unit.dug / 500);
    const hits = Math.min(unit.men, roll.round((rate * cover * works * unit.men) / Math.max(1, men)));
    if (hits > 0) losses.push(applyHits(game, state, index, hits, 0.5, roll));
  }
  for (const index of targets) removeIfEmpty(game, state, index, events);
  return losses;
}

/** 9.12: over ground as high as this, in metres, cloud hides the target in any weather but a clear day. */
export const CLOUD_BASE_M = 600;

/** 9.12: does cloud lie on the hills of this hex, as far as the weather of the turn goes? */
export function isClouded(game: Game, state: GameState, hex: number): boolean {
  return WEATHERS[state.weather] !== 'clear' && (game.crest[hex] as number) >= CLOUD_BASE_M;
}

/** 9.12: sorties that find their target: half where cloud lies on the hills. */
export function underCloud(game: Game, state: GameState, hex: number, sorties: number, roll: Dice): number {
  return isClouded(game, state, hex) ? roll.round(sorties / 2) : sorties;
}

/** 9.8: hexsides of a hex with a bridge or ferry. */
export function crossingsOf(game: Game, hex: number): number[] {
  const found: number[] = [];
  for (let d = 0; d < 6; d++)
    if ((game.crossing[hex * 6 + d] as number) > 0 && game.river[hex * 6 + d] !== 0) found.push(hexside(game, hex, d));
  return found;
}

/** 9.8: attacks the crossings of a hex, one after another in the order of its sides; returns how many were broken. */
export function bombBridges(
  game: Game,
  state: GameState,
  hex: number,
  sorties: number,
  kind: AircraftData,
  roll: Dice,
): number {
  const { bridgesByBomber, bridgesByOther } = game.rules.air;
  const chance = (kind.role === 'bomber' ? bridgesByBomber : bridgesByOther) / 1000;
  const weather = weatherColumn(state)[2];
  const targets = crossingsOf(game, hex).filter((link) => !state.breaks.some((old) => old.hexside === link));
  let broken = 0;
  for (let i = 0; i < sorties && broken < targets.length; i++) {
    if (roll.unit() >= chance * weather) continue;
    const link = targets[broken++] as number;
    state.breaks.push({ hexside: link, minutes: workToMend(game, link) });
  }
  return broken;
}

/** 9.9: looks for enemy units in a hex and the hexes around it; returns how many were seen. `flight` tells flights apart. */
export function reconnoitre(
  game: Game,
  state: GameState,
  side: number,
  hex: number,
  sorties: number,
  flight: string,
  events: GameEvent[],
): number {
  const near = new Set<number>();
  for (let d = 0; d < 6; d++) near.add(game.neighbours[hex * 6 + d] as number);
  const weather = RECON_WEATHER[WEATHERS[state.weather] as Weather];
  let seen = 0;
  for (const index of game.bySide[1 - side] as number[]) {
    const unit = state.units[index] as GameState['units'][number];
    if (unit.status !== UNIT_ON_MAP || (unit.hex !== hex && !near.has(unit.hex))) continue;
    const cover = SEEN_BY_SORTIE[COVERS[game.cover[unit.hex] as number] as Cover];
    const busy = unit.acts !== 0 ? ON_THE_MOVE : 1;
    const chance = Math.min(900, cover * weather * busy * (unit.hex === hex ? 1 : BESIDE));
    const roll = dice(state.seed, 'recon', state.turn, flight, hex, index);
    let missed = 1;
    for (let i = 0; i < sorties; i++) missed *= 1 - chance / 1000;
    if (roll.unit() < missed) continue;
    seen++;
    reveal(game, state, index, roll.permille() < TYPE_SHARE ? SEEN_TYPE : SEEN_CONTACT, events);
  }
  return seen;
}
