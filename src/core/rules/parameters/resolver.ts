/**
 * Rulebook 6.13: the numbers of the resolver. [C] computed from 241 engagements of 1914-1973 (Concepts Analysis Agency
 * data base, ODC-By 1.0; docs/combat-validation.md), [T] a third party's transcription of Dupuy's "Numbers, Predictions and War", [A] assumed.
 * A term that is 0, or a factor of 1, is neutral: the rule is there and has no effect.
 */
import { amount, deviation, factor, power, share, whole } from './bounds.ts';

export const RESOLVER = {
  /** k: odds that the defender gives way rather than the attacker stops = exp(k M), M the ln of the power ratio. [C] */
  slope: factor(1.23),
  /** Chance a day, as a rate, of either end at M = 0: half of all even battles are decided in three days. [C] */
  hazard: factor(0.115),
  /** Added to ln of the power ratio: attackers choose their battles. [C] */
  bias: power(0.52),
  /** Rate at which a side gives up, by its cohesion in points: doubled about 300, fourfold from 100 down. [A] */
  nerve: [
    [whole(100, 0, 200), factor(4)],
    [whole(300, 201, 400), factor(2)],
    [whole(500, 401, 1000), factor(1)],
  ],
  /** Rate at which a defender gives way who holds at all costs, and one who gives ground early. [A] */
  holdNerve: factor(0.5),
  elasticNerve: factor(1.6),
  /** Losses of both sides when the defender gives ground early: delay and withdrawal. [C] */
  elasticLoss: factor(0.683),
  /** From this power ratio on (battle noise included, bias not) up to so many defenders are overrun at once. [A] */
  overrunRatio: factor(8),
  overrunMen: whole(800),
  /** The attacker's losses in an overrun, relative to an ordinary half-day. [A] */
  overrunLoss: factor(0.5),
  /** Added to ln of the power ratio for each level by which one side surprises the other, on the first day. [C] */
  surprisePower: power(0.373, 0),
  /** Added to ln of the losses of the surprised side for each level, on the first day. [C] */
  surpriseLoss: power(0.32, 0),
  /** Added to ln of the power ratio for the side that has air superiority, on either side. [C] */
  airPower: power(0.444, 0),
  /** Added to ln of the attacker's losses when air superiority is his, taken off when it is the defender's. [C] */
  airLoss: power(-0.233),
  /** Taken off ln of a side's own losses for each ln(1 + its armoured vehicles for each 1,000 of its men). [C] */
  armourShield: { attack: power(0.276, 0), defence: power(0.462, 0) },
  /**
   * Men hit, as a share of the men engaged, on the first day of battle in dry rolling mixed country, forces of 10 000
   * men and equal strength. A MEDIAN over battles: the mean is higher by the noise below, x1.41 and x1.79. [C]
   */
  attackRate: share(0.0354, 0.0001),
  defenceRate: share(0.0379, 0.0001),
  /** The smaller the force, the higher its rate: (men / 10 000) to these powers, below and above `sizeLarge`. [C] */
  sizePower: { attack: power(-0.346), defence: power(-0.346) },
  sizePowerLarge: { attack: power(-0.0458), defence: power(-0.0458) },
  sizeLarge: whole(20_000, 1),
  sizeLeast: whole(500, 1),
  /** (enemy strength / own strength) to this power, the ratio between a tenth and ten. [C], limits [A] */
  ratioPower: power(0.216),
  ratioLimit: factor(10),
  /** Losses of D days together go with D to this power, so a day's share falls as a battle drags on. [C] */
  daysPower: power(0.756, 0.3),
  /** Losses by relief: flat, rolling, rugged. [C] */
  relief: {
    attack: [factor(0.899), factor(1), factor(0.639)],
    defence: [factor(0.899), factor(1), factor(0.639)],
  },
  /** Losses in woods, on bare ground, and in rain. [C] */
  wooded: { attack: factor(1.44), defence: factor(1.44) },
  bare: { attack: factor(1.3), defence: factor(1.3) },
  wet: { attack: factor(0.644), defence: factor(0.644) },
  /**
   * Losses by era: the First World War [C], between the wars (too few battles for a number), the Second World War (the
   * standard), after it [C].
   */
  era: {
    wwi: { attack: factor(1.99), defence: factor(2) },
    interwar: { attack: factor(1), defence: factor(1) },
    wwii: { attack: factor(1), defence: factor(1) },
    postwar: { attack: factor(0.674), defence: factor(1.52) },
  },
  /** The attacker's losses in a fight that throws him back. [C] */
  repulsed: factor(1.2),
  /** Standard deviations of ln: power [C/A]; losses [C]; daily part and its correlations (Ardennes 1944) [C]. */
  noise: {
    power: deviation(0.5),
    shared: deviation(0.44),
    attack: deviation(0.655),
    defence: deviation(0.953),
    daily: deviation(0.25),
    dailyLag: share(0.65),
    dailyBothSides: share(0.43),
  },
  /** Of the men hit, the killed; of the rest, those wounded so lightly that they stay or return at once. [C] */
  killed: share(0.25),
  light: share(0.15),
  /** Share of the men left behind in a retreat, from and to. [A] */
  capture: {
    ordinary: [share(0.01), share(0.03)],
    pursued: [share(0.03), share(0.08)],
    blocked: [share(0.1), share(0.3)],
    encircled: [share(0.3), share(1)],
  },
} as const;

/** Rulebook 6.2, 6.6, 6.12: what units bring to a fight. */
export const STRENGTH = {
  /** Factors on the men-equivalents that equipment and aircraft data give: guns, tanks and armoured cars [C], sorties [A]. */
  guns: factor(0.54),
  tanks: factor(1.29),
  aircraft: factor(1),
  /** 6.6: men that find room on a km of hexside, attacking and defending. [A] */
  attackMenPerKm: amount(1600, 100_000),
  defenceMenPerKm: amount(1100, 100_000),
  /** 6.12: worth of the guns of neighbours that fire in defence: they have their own front to watch. [A] */
  defensiveFire: share(0.5),
  /** 9.7: worth of close support that an air-ground party directs. [A] */
  airParty: factor(1.4),
} as const;

/** Rulebook 6.5: worth of the defender's works: none dug yet [T], then after a day, ten days, twenty days [C]. */
export const POSTURE = {
  undug: factor(1.15),
  hasty: factor(1.19),
  prepared: factor(1.19),
  fortified: factor(2.28),
} as const;

/** Rulebook 6.9-6.11: quality and command; factors on power. */
export const QUALITY = {
  /** ln in 1/1024 for each point by which one side's quality is the higher, and the most that this comes to. [A] */
  point: amount(12.3, 100),
  most: whole(415, 0, 5000),
  /** A grade of the leaders in command. [A] */
  leadership: factor(1.1),
  /** Power lost by a force that its headquarters does not reach. [A] */
  outOfCommand: share(0.1),
  /** Attackers of one formation, of three or more, and of two armies. [A] */
  oneFormation: factor(1.05),
  threeFormations: factor(0.95),
  twoArmies: factor(0.9),
  /** Own irregulars who know the paths of broken ground. [A] */
  guides: factor(1.1),
} as const;

/** Rulebook 6.3, 6.4, 6.13: the assault. */
export const ASSAULT = {
  /** Attack from three hexsides apart, from opposite ones, and all round. [A] */
  flank: [factor(1.2), factor(1.4), factor(1.5)],
  /** Fog on the first day. [A] */
  fog: factor(1.1),
  /** Losses of attacker and defender by the main effort, in its first days. [T] */
  mainEffort: { attack: factor(1.5), defence: factor(1.2), days: whole(2, 0, 100) },
  /**
   * To what power of its tenacity an army that fights to the death raises its enemy's losses. [T]; the engagements alone ask
   * for 0.39, from some twenty of one army; both campaigns are nearer to history at 1 (docs/validation.md).
   */
  tenacityEnemy: share(1),
  /** Points of fatigue of a day's fighting, of 1000. [T] */
  fatigue: whole(100, 0, 1000),
  /** Cohesion lost by attackers who are thrown back. [A] */
  stoppedCohesion: whole(60, 0, 1000),
} as const;
