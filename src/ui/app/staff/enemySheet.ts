/** The table of the enemy, as far as he is known. */
import { t, term } from '../../text/intl.ts';
import type { Names } from '../../text/names.ts';
import type { Seen } from '../seen.ts';
import { figure, ranked, share, words } from './cells.ts';
import { ENEMY_STATES, type EnemyFacts, enemyFacts } from './enemyFacts.ts';
import type { Cell, Sheet } from './sheet.ts';
import { columnsOf } from './unitSheet.ts';

/** `names` must be those of the viewer: a mere contact has none. */
export function enemySheet(seen: Seen, names: Names): Sheet {
  return {
    id: 'enemy',
    columns: columnsOf([
      ['name', false],
      ['formation', false],
      ['known', false],
      ['men', true],
      ['quality', true],
      ['cohesion', true],
      ['works', true],
      ['seen', false],
      ['place', false],
    ]),
    states: ENEMY_STATES.map((id) => ({ id, label: t(`staff.states.${id}`) })),
    rows: enemyFacts(seen).map((facts, i) => ({
      key: String(i),
      unit: facts.states[0] === 'inSight' ? facts.unit : -1,
      hex: facts.hex,
      states: facts.states,
      cells: cellsOf(seen, facts, names),
    })),
  };
}

function cellsOf({ game }: Seen, facts: EnemyFacts, names: Names): Cell[] {
  const inSight = facts.states[0] === 'inSight';
  const formation = game.formations[game.units[facts.unit]?.formation ?? -1];
  const men: Cell =
    facts.men === null
      ? figure(null)
      : { text: facts.counted ? figure(facts.men).text : t('staff.about', { men: facts.men }), value: facts.men };
  return [
    words(facts.named ? names.unit(facts.unit) : t('unit.unknown')),
    words(facts.named && formation !== undefined ? names.command(formation) : t('staff.unknown')),
    ranked(inSight ? term('terms.seen', facts.seen) : t('staff.states.lost'), facts.seen),
    men,
    figure(facts.quality),
    share(facts.cohesion),
    figure(facts.dug === null ? null : facts.dug / 100, 1),
    ranked(names.day(facts.turn), facts.turn),
    words(names.hexFull(facts.hex)),
  ];
}
