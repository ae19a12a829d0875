/** Words of the supply panel: depots, convoys, narrow links, raids. */
import { formatCount } from './names.ts';

const many = (count: number, one: string, more: string): string => `${formatCount(count)} ${count === 1 ? one : more}`;

export const DEPOTS_EN = {
  title: 'Depots',
  none: 'This side has no depots.',
  about: 'Tonnes in store, and what came in a day at the last count.',
  showLines: 'Lines on the map',
  sortBy: (column: string): string => `Sort by ${column}`,
  columns: { name: 'Depot', food: 'Food', ammo: 'Ammo', fuel: 'Fuel', inflow: 'In a day' },
  total: 'All depots',
  state: {
    open: 'open',
    short: 'runs short',
    lost: 'held by the enemy',
    waiting: 'not in our hands',
    empty: 'empty',
  },
  convoys: 'Convoys between depots',
  convoy: (from: string, to: string): string => `${from} → ${to}`,
  convoyGot: (got: string, asked: string): string => `${got} of ${asked} a day`,
  convoyLimit: (cause: string): string => `held back by ${cause}`,
  convoyFull: 'all that was asked for',
  convoyNone: 'no way through',
  narrow: 'Narrowest links',
  narrowNone: 'Every line carries what is asked of it.',
  narrowAt: (where: string): string => where,
  narrowLoad: (load: string, most: string): string => `${load} of ${most} a day`,
  raids: 'Raids on the lines',
  raidsNone: 'No raid reported lately.',
  cut: 'Without a line',
  cutUnits: (count: number): string => many(count, 'unit', 'units'),
};
