/** What stands in for cells that a table leaves empty. Estimates all; medians are of the 241 engagements of the fit. */
import type { Engagement, Era, Force, Posture } from './engagement.ts';

/** A force with nothing missing. */
export interface WholeForce {
  men: number;
  tanks: number;
  guns: number;
  sorties: number;
  cavalry: number;
  tenacious: boolean;
}

/** Guns for each 1,000 men, attacker and defender: the medians of the era. */
const GUNS: Record<Era, readonly [number, number]> = {
  wwi: [6, 8.9],
  interwar: [3.6, 5.3],
  wwii: [8.2, 8],
  postwar: [4.2, 5.7],
};

/** Sorties of close support for each 1,000 men a day, attacker and defender: the medians of the era. */
const SORTIES: Record<Era, readonly [number, number]> = {
  wwi: [0, 0],
  interwar: [0, 0],
  wwii: [0.7, 0],
  postwar: [2.5, 1.3],
};

/** An engagement with every gap filled. */
export interface WholeEngagement extends Omit<Engagement, 'attacker' | 'defender' | 'era' | 'surprise'> {
  attacker: WholeForce;
  defender: WholeForce;
  era: Era;
  posture: Posture;
  relief: NonNullable<Engagement['relief']>;
  cover: NonNullable<Engagement['cover']>;
  weather: NonNullable<Engagement['weather']>;
  surprise: number;
  airSuperiority: -1 | 0 | 1;
}

/** Fills the gaps: no tanks, no cavalry, median guns and sorties, hasty works, rolling mixed country, clear, nobody's advantage. */
export function withoutGaps(engagement: Engagement): WholeEngagement {
  const era = engagement.era ?? 'wwii';
  const force = ({ men, tanks, guns, sorties, cavalry, tenacious }: Force, side: 0 | 1): WholeForce => ({
    men,
    tanks: tanks ?? 0,
    guns: guns ?? (GUNS[era][side] * men) / 1000,
    sorties: sorties ?? (SORTIES[era][side] * men * engagement.days) / 1000,
    cavalry: cavalry ?? 0,
    tenacious,
  });
  return {
    ...engagement,
    era,
    attacker: force(engagement.attacker, 0),
    defender: force(engagement.defender, 1),
    posture: engagement.posture ?? 'hasty',
    relief: engagement.relief ?? 'rolling',
    cover: engagement.cover ?? 'mixed',
    weather: engagement.weather ?? 'clear',
    surprise: engagement.surprise ?? 0,
    airSuperiority: engagement.airSuperiority ?? 0,
  };
}
