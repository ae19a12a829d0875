/** The factors of a fight, in words: one entry for each id of `src/core/odds.ts`. */
import type { FactorId } from '../../core/odds.ts';

export const FACTORS_EN: Record<FactorId, { name: string; about: string }> = {
  posture: { name: 'Works and posture', about: 'What the defenders have dug, and how they stand.' },
  terrain: { name: 'Ground', about: 'Relief and cover of the hex attacked.' },
  height: { name: 'Height', about: 'Who looks down on whom.' },
  river: { name: 'River', about: 'Attacking across water.' },
  weather: { name: 'Weather', about: 'Rain, mud and fog slow the attacker more than the defender.' },
  quality: { name: 'Quality', about: 'Training and experience of the troops on either side.' },
  leadership: { name: 'Leadership', about: 'The leaders with the formations engaged.' },
  command: { name: 'Command', about: 'Units out of reach of their headquarters fight worse.' },
  formation: { name: 'Formation', about: 'Units of one formation fight better together.' },
  ammunition: { name: 'Ammunition', about: 'Shells and cartridges at hand on either side.' },
  hunger: { name: 'Food', about: 'Hungry troops fight badly.' },
  fatigue: { name: 'Fatigue', about: 'Days of marching and fighting without rest.' },
  flank: { name: 'Flank and rear', about: 'Attacked from several sides, or with the way back cut.' },
  surprise: { name: 'Surprise', about: 'One side did not expect the other.' },
  air: {
    name: 'Air support',
    about: 'Aircraft allotted to this hex this turn; an air-ground party close by makes them worth more.',
  },
  armour: { name: 'Armour', about: 'Tanks against the anti-tank weapons that meet them.' },
  coordination: {
    name: 'Coordination',
    about: 'Many commands attacking one hex get in each other’s way; a liaison team with one of them puts it right.',
  },
  observation: { name: 'Observation', about: 'Whether the guns can see what they fire at.' },
  guides: { name: 'Local guides', about: 'Irregulars show the attackers the paths up to the target.' },
};
