/** A historical engagement as it was known before it was fought, and how it ended. */
import type { Era, Cover as GroundCover, Relief as GroundRelief, Weather as SkyWeather } from '../../core/scenario.ts';

export type { Era };
export type Relief = GroundRelief;
export type Cover = Extract<GroundCover, 'bare' | 'mixed' | 'wooded' | 'town' | 'swamp'>;
export type Weather = Extract<SkyWeather, 'clear' | 'overcast' | 'lightRain' | 'heavyRain'>;

export const POSTURES = ['hasty', 'prepared', 'fortified', 'delay', 'withdrawal'] as const;
export type Posture = (typeof POSTURES)[number];

/** One army. Null is what the table does not tell. */
export interface Force {
  men: number;
  tanks: number | null;
  guns: number | null;
  /** Sorties of close support in the whole battle. */
  sorties: number | null;
  cavalry: number | null;
  /** The army is one that fights to the death (rulebook 6.13). */
  tenacious: boolean;
}

/** What is known of an engagement before it begins, except `days`, its length. Null is what the table does not tell. */
export interface Engagement {
  id: string;
  name: string;
  war: string;
  /** Engagements that overlap share it. */
  family: string;
  /** Days with fighting. */
  days: number;
  era: Era | null;
  attacker: Force;
  defender: Force;
  posture: Posture | null;
  relief: Relief | null;
  cover: Cover | null;
  weather: Weather | null;
  /** Levels by which the attacker surprised the defender, -3..3. */
  surprise: number | null;
  /** Whose air superiority: 1 the attacker's, -1 the defender's. */
  airSuperiority: -1 | 0 | 1 | null;
}

/** How it ended: never part of a forecast. */
export interface History {
  /** 1 the attacker won, -1 the defender, 0 neither. */
  wins: -1 | 0 | 1;
  /** Killed, wounded, missing and captured. */
  attackerLosses: number;
  defenderLosses: number;
}
