/** Rulebook 6.2: what units bring to a fight, in men-equivalents (combat model 4.2). */
import { type Game, marchTableOf } from '../game.ts';
import { COVERS, type EquipmentClass, MOBILITIES, RELIEFS, UNIT_KINDS, WEATHERS } from '../scenario.ts';
import type { GameState, ReadonlyState } from '../state.ts';
import { IMPASSABLE } from '../terrain.ts';

export const RUGGED = RELIEFS.indexOf('rugged');

/** Factors on infantry, guns, aircraft, armour. */
export type WeaponColumn = readonly [number, number, number, number];

/** 6.2: effect of terrain on weapons by relief (flat, rolling, rugged) and cover; NPW as given in combat model 4.3 [T]. */
const COLUMNS: Record<
  'bare' | 'mixed' | 'wooded' | 'urban' | 'swamp',
  readonly [WeaponColumn, WeaponColumn, WeaponColumn]
> = {
  bare: [
    [1, 1, 1, 1],
    [0.95, 0.95, 0.95, 0.85],
    [0.8, 0.9, 0.95, 0.5],
  ],
  mixed: [
    [0.9, 1, 0.95, 0.9],
    [0.9, 0.9, 0.95, 0.8],
    [0.7, 0.8, 0.9, 0.4],
  ],
  wooded: [
    [0.8, 0.9, 0.9, 0.7],
    [0.8, 0.8, 0.9, 0.6],
    [0.6, 0.7, 0.8, 0.2],
  ],
  urban: [
    [0.8, 0.9, 0.9, 0.7],
    [0.8, 0.9, 0.9, 0.7],
    [0.7, 0.8, 0.9, 0.4],
  ],
  swamp: [
    [0.7, 0.85, 0.9, 0.25],
    [0.7, 0.85, 0.9, 0.25],
    [0.7, 0.8, 0.9, 0.25],
  ],
};

/** 6.4: terrain in favour of the defender by relief; NPW p. 228 as given in combat model 4.3 [T]. */
const DEFENCE: Record<keyof typeof COLUMNS, readonly [number, number, number]> = {
  bare: [1.05, 1.2, 1.45],
  mixed: [1.2, 1.3, 1.55],
  wooded: [1.1, 1.35, 1.5],
  urban: [1.4, 1.4, 1.55],
  swamp: [1.35, 1.35, 1.45],
};

/** 6.3: weather on attack, guns, aircraft, armour; NPW p. 229 [T]; fog closes the view as overcast does from the air. */
const WEATHER: Record<(typeof WEATHERS)[number], readonly [number, number, number, number]> = {
  clear: [1, 1, 1, 1],
  overcast: [1, 1, 0.7, 1],
  fog: [1, 0.8, 0.5, 1],
  lightRain: [0.9, 1, 0.5, 0.7],
  heavyRain: [0.7, 0.9, 0.2, 0.5],
};

/** 6.6: of the frontage, what there is on flat, rolling and rugged ground. */
const BROKEN_GROUND = [1, 0.85, 0.7] as const;
/** Length of a hexside of a hex one km across. */
const HEXSIDE = 0.57735;
/** 6.7: armour that can't leave the road fights with this many vehicles in front. */
const ROAD_COLUMN_VEHICLES = 10;

const TRACKED = MOBILITIES.indexOf('tracked');
const INFANTRY = new Set(
  ['infantry', 'motorised', 'cavalry', 'engineer', 'irregular'].map((k) => UNIT_KINDS.indexOf(k as never)),
);

/** 6.2: the kind of ground that the tables know: paddy and villages count as mixed, cities as towns. */
export function coverClass(game: Game, hex: number): keyof typeof COLUMNS {
  const cover = COVERS[game.cover[hex] as number];
  if (cover === 'town' || cover === 'city') return 'urban';
  if (cover === 'paddy' || cover === 'village') return 'mixed';
  if (cover === 'swamp' || cover === 'water') return 'swamp';
  return cover === 'wooded' || cover === 'bare' ? cover : 'mixed';
}

/** 6.22, 7.7: rugged or wooded ground, where men pass unseen. */
export function isCloseCountry(game: Game, hex: number): boolean {
  return game.relief[hex] === RUGGED || coverClass(game, hex) === 'wooded';
}

export function weaponColumn(game: Game, hex: number): WeaponColumn {
  return COLUMNS[coverClass(game, hex)][game.relief[hex] as 0 | 1 | 2];
}

export function terrainDefence(game: Game, hex: number): number {
  return DEFENCE[coverClass(game, hex)][game.relief[hex] as 0 | 1 | 2];
}

export function weatherColumn(state: ReadonlyState): readonly [number, number, number, number] {
  return WEATHER[WEATHERS[state.weather] as (typeof WEATHERS)[number]];
}

/** 6.6: without a road or track into it, rugged ground lets in half as many. */
const PATHLESS = 0.5;

/** 6.6: men that find room to attack across one hexside (`step`: from * 6 + direction, or -1 for by a road) into a hex. */
export function attackRoom(game: Game, hex: number, step: number): number {
  const pathless = step >= 0 && game.relief[hex] === RUGGED && game.road[step] === 0 ? PATHLESS : 1;
  return (
    game.rules.strength.attackMenPerKm * game.hexKm * HEXSIDE * BROKEN_GROUND[game.relief[hex] as 0 | 1 | 2] * pathless
  );
}

/** 6.6: men that find room to defend a hex attacked across `sides` hexsides. */
export function defenceRoom(game: Game, sides: number): number {
  return game.rules.strength.defenceMenPerKm * game.hexKm * HEXSIDE * sides;
}

/** 6.7: armoured vehicles that can go into a hex across a hexside: none, a road column, or all. */
export function armourRoom(game: Game, state: ReadonlyState, from: number, d: number): number {
  const table = marchTableOf(game, state, TRACKED);
  if ((table.broken[from * 6 + d] as number) < IMPASSABLE) return 9999;
  return (table.open[from * 6 + d] as number) < IMPASSABLE ? ROAD_COLUMN_VEHICLES : 0;
}

export function isArmourClass(kind: EquipmentClass): boolean {
  return kind === 'tank' || kind === 'armouredCar';
}

export function isGunClass(kind: EquipmentClass): boolean {
  return kind === 'infantryGun' || kind === 'mountainGun' || kind === 'fieldGun' || kind === 'howitzer';
}

/** 6.2: men-equivalents of a piece of one kind of equipment in this game. */
export function pieceWorth(game: Game, index: number): number {
  const kind = game.equipment[index] as Game['equipment'][number];
  const { guns, tanks } = game.rules.strength;
  return kind.combatValue * (isArmourClass(kind.class) ? tanks : isGunClass(kind.class) ? guns : 1);
}

export function isInfantry(kind: number): boolean {
  return INFANTRY.has(kind);
}

/** Pieces of a unit in classes that `test` accepts. */
export function pieces(
  game: Game,
  state: ReadonlyState,
  unit: number,
  test: (kind: EquipmentClass) => boolean,
): number {
  const now = state.units[unit] as GameState['units'][number];
  let count = 0;
  for (let i = 0; i < now.eq.length; i++)
    if ((now.eq[i] as number) > 0 && test((game.equipment[i] as Game['equipment'][number]).class))
      count += now.eq[i] as number;
  return count;
}

/** 6.2: half strength at cohesion 0, full at 1000. */
export function cohesionFactor(cohesion: number): number {
  return 0.5 + cohesion / 2000;
}

export interface Against {
  column: WeaponColumn;
  weather: readonly [number, number, number, number];
  /** Share of the unit's men that find room, 0..1. */
  share: number;
  /** Its armoured vehicles that find room. */
  vehicles: number;
  /** Enemy armoured vehicles and anti-tank guns opposite, and whether those guns are dug in. */
  enemyArmour: number;
  enemyAntiTank: number;
  enemyDugIn: boolean;
}

/**
 * 6.2: strength of one unit in men-equivalents. Anti-tank guns count fully up to the enemy armour present and a tenth
 * beyond (QJM caps, combat model 4.2); armour that meets dug-in anti-tank guns loses up to half of its weight (6.8).
 */
export function unitStrength(game: Game, state: ReadonlyState, unit: number, on: Against): number {
  const now = state.units[unit] as GameState['units'][number];
  const [infantry, guns, , armour] = on.column;
  const armed = now.ammo > 0 ? 1 : 0.3;
  let total = now.men * on.share * infantry;
  const vehicles = pieces(game, state, unit, isArmourClass);
  const armourShare = vehicles > 0 ? Math.min(1, on.vehicles / vehicles) : 0;
  const stopped = on.enemyArmour >= 0 && vehicles > 0 ? Math.min(1, (on.enemyAntiTank * 2) / vehicles) : 0;
  for (let i = 0; i < now.eq.length; i++) {
    const count = now.eq[i] as number;
    if (count === 0) continue;
    const kind = game.equipment[i] as Game['equipment'][number];
    if (kind.combatValue === 0) continue;
    const value = count * pieceWorth(game, i);
    if (isArmourClass(kind.class)) {
      total += value * armour * on.weather[3] * armourShare * (on.enemyDugIn ? 1 - stopped / 2 : 1) * armed;
    } else if (kind.class === 'atGun') {
      const useful = Math.min(count, on.enemyArmour) + Math.max(0, count - on.enemyArmour) / 10;
      total += useful * kind.combatValue * guns * on.weather[1] * armed;
    } else if (isGunClass(kind.class)) {
      total += value * guns * on.weather[1] * armed;
    } else {
      total += value * on.share * infantry * armed;
    }
  }
  return total * cohesionFactor(now.cohesion);
}

/** 6.2: guns of a unit alone, firing in support, in men-equivalents as the equipment data give them. */
export function gunStrength(game: Game, state: ReadonlyState, unit: number, column: WeaponColumn): number {
  const now = state.units[unit] as GameState['units'][number];
  if (now.ammo <= 0) return 0;
  let total = 0;
  for (let i = 0; i < now.eq.length; i++) {
    const kind = game.equipment[i] as Game['equipment'][number];
    if ((now.eq[i] as number) > 0 && isGunClass(kind.class) && kind.rangeM > 0)
      total += (now.eq[i] as number) * kind.combatValue;
  }
  return total * column[1] * weatherColumn(state)[1] * cohesionFactor(now.cohesion);
}
