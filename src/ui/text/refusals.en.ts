/** Why an order is refused, in words: one text for each code of `src/core/refusal.ts`. */
import type { Refusal, RefusalCode } from '../../core/refusal.ts';
import { formatCount, formatMinutes, formatWeight, type Names } from './names.ts';

type Text = (refusal: Refusal, names: Names) => string;

const at = (refusal: Refusal, names: Names): string => (refusal.hex === undefined ? 'there' : names.hex(refusal.hex));
const count = (value: number | undefined): string => (value === undefined ? '?' : formatCount(value));
const minutes = (value: number | undefined): string => (value === undefined ? '?' : formatMinutes(value));

export const REFUSALS_EN: Record<RefusalCode, Text> = {
  'game-over': () => 'The game is over: no more orders are taken.',
  malformed: () => 'The rules do not know this order.',
  'no-such-unit': () => 'That unit is not on the map.',
  'not-your-unit': (r, n) => `${r.unit === undefined ? 'That unit' : n.unit(r.unit)} is not yours to order.`,
  held: (r, n) =>
    r.until === undefined ? 'Held: this unit may not move yet.' : `Held: it may not move before ${n.day(r.until)}.`,
  'not-adjacent': (r, n) => `The way has a gap at ${at(r, n)}: each hex must touch the one before.`,
  'off-map': () => 'That is off the map.',
  'enemy-in-hex': (r, n) => `The enemy holds ${at(r, n)}. Attack it, or go round.`,
  'no-time': (r, n) => {
    if (r.need === undefined || r.have === undefined) return 'Not enough time left this turn.';
    const left = `${minutes(r.have)} are left`;
    return r.hex === undefined
      ? `Too late for this turn: it takes ${minutes(r.need)}, ${left}.`
      : `Too far for this turn: ${at(r, n)} takes ${minutes(r.need)}, ${left}.`;
  },
  impassable: (r, n) => `This kind of unit cannot go through ${at(r, n)}.`,
  river: (r, n) => `A river without a bridge bars the way to ${at(r, n)}.`,
  'no-fuel': () => 'No motor fuel left: it stays where it is until fuel comes up.',
  stacking: (r, n) => `No room at ${at(r, n)}: ${count(r.need)} men would need it, ${count(r.have)} can still come in.`,
  'already-done': () => 'This unit has done that already this turn.',
  shaken: (r) => `Too shaken to attack: cohesion ${count(r.have)}, at least ${count(r.need)} is needed.`,
  'no-target': (r, n) => {
    if (r.clause === '9.8') return `There is no bridge or ferry at ${at(r, n)}.`;
    if (r.clause === '9.10') return `None of our troops stand at ${at(r, n)} to drop supplies to.`;
    return `Nothing known to fight at ${at(r, n)}.`;
  },
  'out-of-range': (r) =>
    r.need === undefined || r.have === undefined
      ? 'Out of range.'
      : `Out of range: ${(r.need / 1000).toFixed(1)} km away, the guns reach ${(r.have / 1000).toFixed(1)} km.`,
  'not-observed': (r, n) => `Nobody on our side can see ${at(r, n)} to correct the fire.`,
  'no-guns': () => 'It has no guns that fire over distance.',
  'no-ammo': () => 'Not enough ammunition left.',
  'no-lift': (r) =>
    `The command’s lorries can lift ${count(r.have)} more men this turn; ${count(r.need)} want to ride.`,
  'not-on-road': () => 'Lorries take up and set down men on roads and tracks only.',
  'enemy-near': (r, n) => {
    if (r.clause === '10.2') return `The enemy stands next to it, at ${at(r, n)}: only engineers work under his eyes.`;
    if (r.clause === '10.5') return `The enemy stands at the other end, at ${at(r, n)}: nothing can be mended there.`;
    return 'Too near the enemy for lorries.';
  },
  'nothing-to-do': () => 'Nothing to blow up or to mend there.',
  'not-engineers': (r) =>
    r.clause === '10.2' ? 'Only engineers, or 300 men of the infantry, can do that.' : 'Only engineers can do that.',
  'no-sorties': (r) => `Not enough sorties left this turn: ${count(r.need)} wanted, ${count(r.have)} left.`,
  'air-range': (r, n) =>
    r.need === undefined || r.have === undefined
      ? 'Out of range of its airfield.'
      : `Out of range: ${at(r, n)} is ${count(r.need)} km from its airfield, the aircraft reach ${count(r.have)} km.`,
  'air-mission': () => 'This formation does not fly that mission.',
  'air-weather': () => 'The weather keeps the aircraft on the ground.',
  'no-aviation-fuel': (r) =>
    r.need === undefined || r.have === undefined
      ? 'Not enough aviation fuel in store.'
      : `Not enough aviation fuel: these sorties burn ${formatWeight(r.need)}, ${formatWeight(r.have)} are in store.`,
  'no-airfield': (r, n) => `No airfield of ours in working order at ${at(r, n)}.`,
  'no-passengers': (r, n) =>
    r.until === undefined || r.until === 0
      ? 'Nobody waits there to be flown in.'
      : `Not ready to be flown before ${n.day(r.until)}.`,
  'not-surrounded': () => 'Only a surrounded unit breaks out: this one can simply march.',
  'not-open': (r, n) =>
    r.until === undefined || r.until === 0
      ? 'That decision is not open to this side any more.'
      : `That decision opens on ${n.day(r.until)}.`,
  condition: () => 'What the decision asks for is not the case.',
};
