/** What kinds of numbers the rules have, each with the bounds within which a rule still makes sense. */

/** A number of the rules as it stands in the rulebook, and from where to where it may be laid otherwise. */
export interface Bounded {
  value: number;
  least: number;
  most: number;
  /** Only integers: it goes into the state. */
  whole: boolean;
}

/** What multiplies, divides or has its logarithm taken: above 0. */
export function factor(value: number): Bounded {
  return { value, least: 0.01, most: 100, whole: false };
}

/** A part of a whole, 0 to 1. */
export function share(value: number, least = 0): Bounded {
  return { value, least, most: 1, whole: false };
}

/** An exponent, or a term of a sum of logarithms; may be negative unless `least` says otherwise. */
export function power(value: number, least = -5): Bounded {
  return { value, least, most: 5, whole: false };
}

/** A standard deviation of ln. */
export function deviation(value: number): Bounded {
  return { value, least: 0, most: 5, whole: false };
}

/** Kilograms, kilometres, men hit: what is counted, 0 or more. */
export function amount(value: number, most = 1_000_000_000): Bounded {
  return { value, least: 0, most, whole: false };
}

/** The same in integers: points, minutes, men. */
export function whole(value: number, least = 0, most = 1_000_000): Bounded {
  return { value, least, most, whole: true };
}
