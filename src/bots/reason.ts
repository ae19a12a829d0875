/** Why an order is given, as data: a code and what it speaks of. Whoever shows it puts it into words of his language. */

export interface Reason {
  code: string;
  /** Units spoken of, the one that acts first. */
  units?: readonly number[];
  /** Hexes spoken of, the goal first. */
  hexes?: readonly number[];
  /** Index of an air formation. */
  wing?: number;
  /** Id of a decision of the scenario. */
  decision?: string;
  /** Phase of the operational plan behind it. */
  phase?: { plan: string; column: string; index: number };
  /** Figures by name. */
  figures?: Readonly<Record<string, number>>;
}
