/** Why an order is refused: a code from a closed list, with the numbers to point at. Texts live with who shows them. */

export const REFUSAL_CODES = [
  /** The game is over. */
  'game-over',
  /** The action is not one the rules know, or a field has the wrong shape. */
  'malformed',
  /** No such unit, or it is not on the map. */
  'no-such-unit',
  /** The unit belongs to the other side. */
  'not-your-unit',
  /** The unit waits for its release date. `until` is the turn. */
  'held',
  /** The next hex of the path does not touch the one before. `hex` */
  'not-adjacent',
  /** Off the map. */
  'off-map',
  /** The path runs through a hex known to be held by the enemy. `hex` */
  'enemy-in-hex',
  /** Not enough time left. `need` and `have` in minutes; `hex` where the march ends. */
  'no-time',
  /** This kind of unit can't go there (armour off the road in hills, wheels in a swamp, water). `hex` */
  'impassable',
  /** A river without a bridge. `hex` */
  'river',
  /** No motor fuel left. */
  'no-fuel',
  /** Too many men in one hex. `need` and `have` in men; `hex` */
  'stacking',
  /** The unit has done this already in this turn. */
  'already-done',
  /** The unit is too shaken to attack. `need` and `have` cohesion. */
  'shaken',
  /** Nothing known to attack or fire at in that hex. `hex` */
  'no-target',
  /** The target is too far. `need` and `have` in metres. */
  'out-of-range',
  /** Nobody observes the target hex. `hex` */
  'not-observed',
  /** The unit has no guns, or no ammunition for them. */
  'no-guns',
  'no-ammo',
  /** Truck lift: not enough lift left (`need`, `have` men), off the road, or the enemy too near. */
  'no-lift',
  'not-on-road',
  'enemy-near',
  /** Engineers: nothing to blow or mend at that hexside. */
  'nothing-to-do',
  /** Only engineers can do this. */
  'not-engineers',
  /** Air: no sorties left (`need`, `have`), out of range, the formation does not fly that mission, weather forbids it. */
  'no-sorties',
  'air-range',
  'air-mission',
  'air-weather',
  /** Aviation fuel: `need` and `have` in kg. */
  'no-aviation-fuel',
  /** The airfield is not in working order, not held, or not one. `hex` */
  'no-airfield',
  /** Airlift: no unit waits for it, or it is not ready before turn `until`. */
  'no-passengers',
  /** Only a unit that is surrounded breaks out. */
  'not-surrounded',
  /** Not a decision of this side, not open at this date (`until`: the turn it opens, or 0 when it is past). */
  'not-open',
  /** What the decision asks for is not the case. */
  'condition',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal {
  code: RefusalCode;
  /** The unit, hex or hexside at fault, where there is one. */
  unit?: number;
  hex?: number;
  hexside?: number;
  need?: number;
  have?: number;
  until?: number;
  /** The rulebook clause that forbids it. */
  clause: string;
}
