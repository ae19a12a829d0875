/** An order as it was given, in a sentence: one for each type of `src/core/action.ts`. */
import type { Action } from '../../core/action.ts';
import { t, term } from './intl.ts';
import type { Names } from './names.ts';

export function orderText(action: Action, names: Names): string {
  switch (action.type) {
    case 'move':
      return t(action.mode === 'truck' ? 'order.truck' : 'order.march', {
        unit: names.unit(action.unit),
        hex: names.hex(action.path[action.path.length - 1] ?? -1),
      });
    case 'assault':
      return t('order.assault', { units: names.units(action.units), hex: names.hex(action.hex) });
    case 'bombard':
      return t('order.bombard', { unit: names.unit(action.unit), hex: names.hex(action.hex) });
    case 'engineer': {
      const [from, to] = names.hexside(action.hexside);
      const link = names.link(action.hexside);
      const gaps = { unit: names.unit(action.unit), link, from, to };
      return t(action.task === 'demolish' ? 'order.demolish' : 'order.repair', gaps);
    }
    case 'stance':
      return t('order.stance', { unit: names.unit(action.unit), stance: term('terms.stances', action.stance) });
    case 'air':
      return t('order.air', {
        formation: names.formation(action.formation),
        mission: term('terms.missions', action.mission),
        sorties: action.sorties,
        hex: names.hex(action.hex),
      });
    case 'breakOut':
      return t('order.breakOut', { unit: names.unit(action.unit), hex: names.hex(action.hex) });
    case 'airfield':
      return t('order.airfield', { name: names.airfield(action.airfield) });
    case 'decide':
      return t('order.decide', { title: names.decision(action.decision) });
    case 'end':
      return t('order.end');
  }
}
