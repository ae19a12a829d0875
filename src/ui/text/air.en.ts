/** Words of the air panel: formations, fuel, airfields, the air bridge. */
import type { Weather } from '../../core/scenario.ts';
import { formatCount, formatWeight } from './names.ts';

const many = (count: number, one: string, more: string): string => `${formatCount(count)} ${count === 1 ? one : more}`;
const sorties = (count: number): string => many(count, 'sortie', 'sorties');

export const AIR_EN = {
  about: 'Choose a mission and the number of sorties, then pick a hex on the map.',
  none: 'No air formations.',
  plots: 'In the air now',
  plot: (mission: string, count: number, where: string): string => `${mission}, ${sorties(count)}, ${where}`,
  sortiesLeft: 'sorties left',
  aircraft: (fit: number, all: number, damaged: number): string =>
    `${formatCount(fit)} of ${formatCount(all)} fit${damaged > 0 ? `, ${formatCount(damaged)} under repair` : ''}`,
  lost: (count: number, crews: number): string =>
    `${formatCount(count)} lost${crews > 0 ? ` with ${many(crews, 'crew', 'crews')}` : ''}`,
  service: (serviceable: number, perDay: number): string =>
    `${Math.round(serviceable / 10)} % serviceable, ${perDay / 10} ${perDay === 10 ? 'sortie' : 'sorties'} a day each`,
  role: { fighter: 'fighter', bomber: 'bomber', recon: 'reconnaissance', transport: 'transport' },
  arrives: (date: string): string => `Arrives ${date}`,
  gone: 'No aircraft left.',
  flown: 'Flown so far',
  byMission: (mission: string, count: number): string => `${mission.toLowerCase()} ${formatCount(count)}`,
  perSortie: (kg: number): string => `${formatWeight(kg)} of fuel a sortie`,
  mission: 'Mission',
  sorties: 'Sorties',
  fewer: 'One sortie less',
  more: 'One sortie more',
  pick: 'Pick hex',
  picking: 'On the map…',
  patrol: 'Send up',
  groupTotal: (count: number, formations: number): string =>
    `${sorties(count)} of ${many(formations, 'formation', 'formations')}; those out of range stay where they are.`,
  group: {
    title: 'Several formations at once',
    who: 'Who flies',
    share: 'Share of their sorties',
    all: 'All',
    allAbout: 'Every sortie they have left',
    half: 'Half',
    halfAbout: 'Half of what each has left; the rest stays for later',
    roles: {
      fighter: 'All fighters',
      bomber: 'All bombers',
      recon: 'All reconnaissance',
      transport: 'All transports',
    },
    at: (base: string): string => `All at ${base}`,
    name: (who: string, formations: number, count: number): string =>
      `${who}: ${many(formations, 'formation', 'formations')}, ${sorties(count)}`,
  },
  bridgeOnly: 'Flies for the air bridge (above).',
  hint: (count: number, burn: number): string =>
    `${sorties(count)}${burn > 0 ? `, ${formatWeight(burn)} of fuel` : ''}`,
  hintGroup: (able: number, all: number): string =>
    able === all ? `all ${many(all, 'formation', 'formations')}` : `${able} of ${many(all, 'formation', 'formations')}`,
  hintCloud: 'cloud on the hills: half find the target',
  pickBridge: 'Hexes with a crossing to break are marked.',
  pickMore: 'Shift+click flies there and goes on picking.',
  weather: {
    title: 'Flying weather',
    shares: {
      clear: 'Clear: the crews fly all they can.',
      overcast: 'Overcast: seven in ten of the sorties of a clear day.',
      fog: 'Fog: half the sorties of a clear day; the fields open in the afternoon.',
      lightRain: 'Light rain: four in ten of the sorties of a clear day.',
      heavyRain: 'Heavy rain: one in ten of the sorties of a clear day.',
    } as Record<Weather, string>,
    left: (count: number): string => `${sorties(count)} left this turn.`,
    hills: (metres: number): string =>
      `Cloud lies on the hills: where the crest is ${formatCount(metres)} m or more, half of a mission does not find its target; lifts and drops do.`,
    noDrop: 'No supplies can be dropped.',
    noLift: 'The air bridge stands still.',
  },
  fuel: {
    title: 'Aviation fuel',
    store: 'In store',
    ofMost: (most: string): string => `of ${most}`,
    income: 'Comes in',
    aDay: (weight: string): string => `${weight} a day`,
    burnt: 'Burnt this turn',
    left: 'All sorties left',
    leftBurn: (weight: string): string => `would burn ${weight}`,
    lasts: 'At this turn’s rate',
    lastsDays: (days: number): string => (days < 1 ? 'gone within a day' : `lasts ${many(days, 'day', 'days')}`),
    grows: 'grows',
    isFull: 'is full',
    full: 'The store is full: what comes in now is lost.',
    short: 'Not enough for all the sorties left: choose.',
    used: (weight: string): string => `${weight} burnt so far`,
  },
  base: {
    offMap: 'off the map',
    sum: (wings: number, count: number): string => `${many(wings, 'formation', 'formations')}, ${sorties(count)} left`,
    moved: (from: string): string => `driven from ${from}`,
    working: 'Airfield in working order',
    demolished: 'Airfield blown up',
    taken: (who: string): string => `Airfield held by ${who}`,
    enemy: (km: number): string => `nearest known enemy ${formatCount(km)} km off`,
    noEnemy: 'no enemy known near it',
    halved: (km: number): string => `With the enemy within ${km} km it gives half its sorties.`,
    look: (name: string): string => `Show ${name} on the map`,
    demolish: 'Blow up the airfield',
    demolishAsk: (name: string): string =>
      `Blow up the airfield of ${name}? Nobody flies from it again, and the formations there move off the map.`,
    demolishYes: 'Blow it up',
  },
  bridge: {
    title: 'Air bridge',
    about:
      'Transports fly men in from the far end, or supplies into the depot at an airfield. You choose who comes first.',
    nobody: 'Nobody waits to be flown in.',
    none: 'No transports fly this turn.',
    aircraft: 'Transports',
    cargo: 'What they carry',
    men: (flown: number, men: number): string => `${formatCount(flown)} of ${formatCount(men)} men flown in`,
    waits: (left: number): string => `${formatCount(left)} wait`,
    ready: (date: string): string => `from ${date}`,
    later: (count: number, date: string): string => `${many(count, 'unit', 'units')} more, the first from ${date}`,
    to: (where: string): string => `to ${where}`,
    supplies: (where: string): string => `Supplies for the depot at ${where}`,
    stock: (weight: string): string => `${weight} lie there`,
    carry: (count: number, men: number, burn: string): string =>
      `${sorties(count)} carry ${formatCount(men)} men${burn}.`,
    carryKg: (count: number, weight: string, burn: string): string => `${sorties(count)} carry ${weight}${burn}.`,
    burn: (weight: string): string => ` and burn ${weight} of fuel`,
    worth: (count: number, aircraft: string): string =>
      `The same fuel is ${many(count, 'sortie', 'sorties')} of ${aircraft}.`,
    turnsToGo: (left: number, turns: number): string =>
      `${formatCount(left)} men wait: at this rate ${many(turns, 'turn', 'turns')} more.`,
    flyMen: (men: number, unit: string): string => `Fly in ${formatCount(men)} men of ${unit}`,
    flyKg: (weight: string, where: string): string => `Fly ${weight} to ${where}`,
    total: (men: number, weight: string): string => `Landed so far: ${formatCount(men)} men and ${weight}.`,
  },
};
