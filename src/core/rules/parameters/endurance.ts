/** Rulebook 3, 8, 11, 12: marches, supply, recovery, hunger, surrender. Estimates [A] except where a source is marked. */
import { amount, factor, share, whole } from './bounds.ts';

/** Rulebook 3: km/h in marching order by mobility. */
export const MOVEMENT = {
  road: {
    foot: factor(4),
    pack: factor(4),
    horse: factor(6),
    motor: factor(18),
    wheeled: factor(20),
    tracked: factor(12),
  },
  track: {
    foot: factor(3.5),
    pack: factor(3.3),
    horse: factor(4.5),
    motor: factor(5),
    wheeled: factor(6),
    tracked: factor(5),
  },
  /** 3.8: minutes to load and unload lorries. */
  truckMinutes: whole(120, 0, 1200),
} as const;

/** Rulebook 8: supply. */
export const SUPPLY = {
  /** 8.1: kg a man a day: rations, and small-arms ammunition on a day of full combat. */
  foodKg: amount(1, 100),
  ammoKg: amount(0.4, 100),
  /** 8.1: what a unit carries unless its data says otherwise: days of food and of full combat, kilometres of fuel. */
  carriedDays: whole(3, 0, 100),
  carriedKm: amount(150, 10_000),
  /** 8.3: kg a day over a link: road (about 160 lorries), track (a pack train), ferry, porters (four hundred). */
  roadKg: amount(400_000),
  trackKg: amount(60_000),
  ferryKg: amount(60_000),
  porterKg: amount(8_000),
  /** 8.3: per cent of it on wet ground and in mud. */
  roadWet: amount(80, 100),
  roadMud: amount(50, 100),
  trackWet: amount(70, 100),
  trackMud: amount(40, 100),
  /** 8.4: cost of a km in quarters of a km of road. */
  roadCost: amount(4, 100),
  trackCost: amount(10, 100),
  porterCost: amount(20, 100),
  /** 8.4: the longest line in quarters of a km of road, or eight hexes of porters if that is more. */
  farthest: whole(600, 1, 10_000),
  /** 8.4: km that porters go from a road, a track or a depot, and into a ring; at least one hex. */
  porterKm: amount(7.5, 1000),
  /** 8.5: kg a day that get through a ring by night. */
  leakKg: amount(500),
  /** 8.12: share of a convoy that irregulars on its way take or burn. */
  raidLoss: share(0.1),
} as const;

/** Rulebook 11.1-11.3: a day of recovery. */
export const RECOVERY = {
  /** Cohesion, in supply and out of contact, and in contact. */
  cohesion: whole(60, 0, 1000),
  cohesionInContact: whole(15, 0, 1000),
  /** Fatigue shed by rest out of contact, and in contact without fighting. [T] */
  rest: whole(200, 0, 1000),
  restInContact: whole(40, 0, 1000),
  /** Works, hundredths of a day dug; and the most that infantry digs by itself. */
  works: whole(100, 0, 10_000),
  worksMost: whole(1000, 0, 10_000),
} as const;

/** Rulebook 6.11, 11: hunger. */
export const HUNGER = {
  /** 11.1: cohesion lost a day without food. */
  cohesion: whole(15, 0, 1000),
  /** 11.5: share of a hungry unit that falls out on the first day; it grows with the days cut off. */
  rate: share(0.002),
  /** 6.11: power lost for each day cut off, twice this on the first; and the least that is left. */
  powerPerDay: share(0.05),
  leastPower: share(0.6, 0.01),
} as const;

/** Rulebook 12: surrender. */
export const SURRENDER = {
  /** 12.1: chance a day of a surrounded unit of full cohesion; doubled for each 200 points of cohesion lost. */
  rate: share(0.004),
  /** 12.1: how much more likely without ammunition. */
  withoutAmmo: factor(3),
} as const;
